"""Lives and names in use: the tables are whole, and an end that is open stays open."""

from datetime import date
from importlib.resources import files

import pytest

from dragoman.edtf import parse
from dragoman.lives import life_of, use_of


def rows(table: str) -> list[list[str]]:
    lines = files("dragoman.vocabulary").joinpath(table).read_text("utf-8").splitlines()
    return [[part.strip() for part in line.split(";")] for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("table", ["lives.txt", "dated_names.txt"])
def test_every_row_has_a_name_and_dates_in_order(table: str) -> None:
    for name, since, until, *_ in rows(table):
        assert name
        assert all(parse(day) is not None for day in (since, until) if day), name
        assert since or until, name
        found = (life_of if table == "lives.txt" else use_of)(name)
        assert found is not None
        assert found.earliest is None or found.latest is None or found.earliest < found.latest, name


def test_no_name_is_of_two_persons() -> None:
    names = [name for first, _, _, *others in rows("lives.txt") for name in (first, *others)]
    assert len({name.casefold() for name in names}) == len(names)


def test_a_name_is_found_without_its_article_and_by_its_other_forms() -> None:
    assert life_of("the Duke of Wellington") == life_of("Arthur Wellesley")
    assert life_of("Wellington") is None
    assert use_of("Leningrad") is not None
    assert use_of("Moscow") is None


def test_a_year_of_death_lasts_to_its_end() -> None:
    sazonov = life_of("Sergey Sazonov")
    assert sazonov is not None
    assert sazonov.latest == date(1927, 12, 31).toordinal()
