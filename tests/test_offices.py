"""The table of offices: whom a title alone stands for, and when."""

from importlib.resources import files

import pytest

from dragoman.offices import offices_called, power_of_statesman, powers_of_office
from dragoman.polities import polities


@pytest.mark.parametrize(
    ("title", "year", "powers"),
    [
        ("the Foreign Commissar", 1920, ("soviet_russia",)),
        ("Foreign Commissar", 1939, ("soviet_union",)),
        ("People’s Commissar for Foreign Affairs", 1921, ("soviet_russia",)),
        ("the Sultan", 1878, ("ottoman_empire",)),
        ("the Sultan", 1930, ()),
        ("Secretary of State", 1823, ("united_states",)),
        ("the Shah", 1907, ("persia",)),
        ("the Chancellor", 1914, ()),
        ("Metternich", 1820, ()),
    ],
)
def test_an_office_stands_for_a_power_in_its_years(title, year, powers):
    assert powers_of_office(title, year) == powers


def test_without_a_year_all_that_it_ever_stood_for():
    assert powers_of_office("Pope") == ("papal_states", "holy_see")


def test_every_power_of_the_table_is_known_and_every_stretch_of_years_runs_forward():
    titles = {"Sultan", "Foreign Secretary", "Shogun"}
    assert titles <= {one.title for title in titles for one in offices_called(title)}
    for line in _rows():
        title, power, years = (cell.strip() for cell in line.split(";"))
        since, _, until = years.partition("-")
        assert power in polities(), title
        assert 1648 <= int(since) <= int(until or 9999), title


def test_no_year_of_a_title_has_two_powers():
    for line in _rows():
        found = offices_called(line.split(";")[0].strip())
        for one in found:
            assert len(powers_of_office(one.title, one.since)) == 1, one


def _rows():
    from importlib.resources import files

    text = files("dragoman.vocabulary").joinpath("offices.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize(
    ("name", "year", "power"),
    [
        ("Louis XIV", 1713, "france"),
        ("Count Nesselrode", 1853, "russian_empire"),
        ("Nesselrode", 1900, ""),
        ("Bismarck", 1866, "prussia"),
        ("Prince Bismarck", 1878, "germany"),
        ("Bismarck", None, ""),  # he acted for two
        ("Chicherin", 1921, "soviet_russia"),
        ("President Wilson", 1919, "united_states"),
        ("Shevardnadze", 1995, "georgia"),
        ("the Treaty of Nystad", 1721, ""),
    ],
)
def test_a_statesman_acts_for_a_power_in_his_years(name, year, power):
    assert power_of_statesman(name, year) == power


def test_every_statesman_acts_for_a_power_that_the_table_of_polities_knows():
    rows = files("dragoman.vocabulary").joinpath("statesmen.txt").read_text(encoding="utf-8").splitlines()
    cells = [row.split(";") for row in rows if row.strip() and not row.startswith("#")]
    assert len(cells) > 300
    assert {power.strip() for _, power, _ in cells} <= polities().keys()
