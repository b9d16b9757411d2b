"""Which polity a name means in a year, and whether the table holds together."""

import pytest

from dragoman.polities import Use, key_of, meanings, polities, surface_at


@pytest.mark.parametrize(
    ("surface", "year", "key"),
    [
        ("Turkey", 1877, "ottoman_empire"),
        ("Turkey", 1921, "turkey"),
        ("the Turks", 1921, "turkey"),
        ("Ankara", 1921, "turkey"),
        ("Kemalist Turkey", 1921, "turkey"),
        ("Kemal’s Turkey", 1921, "turkey"),
        ("the Turkish Government", 1921, "turkey"),
        ("the Turkish side", 1921, "turkey"),
        ("Ottoman Empire", 1921, "ottoman_empire"),
        ("the Porte", 1878, "ottoman_empire"),
        ("Soviet Russia", 1920, "soviet_russia"),
        ("RSFSR", 1920, "soviet_russia"),
        ("the Bolsheviks", 1920, "soviet_russia"),
        ("Russia", 1920, "soviet_russia"),
        ("Russia", 1878, "russian_empire"),
        ("Tsarist Russia", 1920, "russian_empire"),
        ("Russia", 1999, "russian_federation"),
        ("the Quai d'Orsay", 1920, "france"),
        ("China", 1898, "qing_china"),
        ("China", 1972, "prc"),
        ("Peking", 1972, "prc"),
        ("Government of the United States", 1898, "united_states"),
    ],
)
def test_the_year_decides_between_polities_of_one_name(surface: str, year: int, key: str) -> None:
    assert key_of(surface, year) == key


def test_a_name_of_no_polity_means_none() -> None:
    assert key_of("Chicherin") is None
    assert key_of("") is None


def test_without_a_year_the_first_of_the_table_is_meant() -> None:
    assert key_of("Soviet Russia") == "soviet_russia"


def test_the_table_holds_together() -> None:
    table = polities()
    assert len(table) > 250
    for polity in table.values():
        assert polity.begins <= polity.ends, polity.key
        assert not polity.successor or polity.successor in table, polity.key


def test_a_seat_stands_for_its_polity_only_while_the_polity_exists() -> None:
    table = polities()
    for surface, ones in meanings().items():
        for one in ones:
            assert one.begins >= table[one.key].begins and one.ends <= table[one.key].ends, surface
    assert {one.use for one in meanings()["Ankara"]} == {Use.SEAT}


def test_the_longest_surface_is_found_and_whole_words_only() -> None:
    assert surface_at("the Soviet Union was", 4) == "Soviet Union"
    assert surface_at("Turkeys", 0) is None
