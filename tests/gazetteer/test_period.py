"""The period table: what every row must hold, and the names the field cannot do without."""

import csv
from collections import Counter

import pytest

from dragoman.gazetteer import period, world
from dragoman.gazetteer.candidate import km
from dragoman.gazetteer.folding import key
from dragoman.model import Shape

with period.TABLE.open(encoding="utf-8", newline="") as lines:
    ROWS = tuple(csv.DictReader(lines))

LINES = {"river", "strait", "canal", "line", "railway"}
POINTS = {"town", "fortress", "mountain", "venue", "cape", "pass", "settlement"}


def test_the_table_is_broad():
    assert len(ROWS) >= 800
    countries = Counter(row["country"] for row in ROWS)
    assert all(countries[iso] >= 10 for iso in ("TR", "RU", "AM", "IR", "CN", "JP", "PL", "DE", "FR", "IT", "UA", "US"))


def test_every_row_says_where_when_and_on_what_ground():
    for row in ROWS:
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row
        assert float(row["radius_km"]) > 0 and row["source"] and row["modern"] and row["within"], row
        assert not (row["valid_from"] and row["valid_to"]) or int(row["valid_from"]) <= int(row["valid_to"]), row


def test_rivers_are_lines_and_provinces_areas():
    for row in ROWS:
        if row["kind"] in LINES:
            assert row["shape"] == "line", row
        elif row["kind"] not in POINTS:
            assert row["shape"] == "area", row


def test_no_place_stands_in_the_table_twice():
    seen = Counter((key(row["name"]), row["kind"], row["modern"]) for row in ROWS)
    assert [place for place, times in seen.items() if times > 1] == []


@pytest.mark.skipif(not world.present(), reason="the world list is not compiled: python -m dragoman.gazetteer.compile")
def test_towns_lie_where_the_world_list_has_their_modern_counterpart():
    """A slip of a degree in a town's coordinates shows here."""
    astray, met = [], 0
    for row in ROWS:
        if row["kind"] != "town":
            continue
        towns = [town for name in (row["modern"], row["name"]) for town in world.named(key(name))]
        if not towns:
            continue
        met += 1
        if min(km(float(row["lat"]), float(row["lon"]), town.lat, town.lon) for town in towns) > 40:
            astray.append((row["name"], row["modern"]))
    assert astray == []
    assert met > 600


@pytest.mark.parametrize(
    ("name", "modern"),
    [
        ("Alexandropol", "Gyumri"),
        ("Lemberg", "Lviv"),
        ("Memel", "Klaipėda"),
        ("Teschen", "Cieszyn"),
        ("Port Arthur", "Lüshunkou"),
        ("Unkiar Skelessi", "Istanbul (Beykoz)"),
        ("Christiania", "Oslo"),
        ("Formosa", "Taiwan"),
        ("Batavia", "Jakarta"),
    ],
)
def test_a_name_of_the_period_leads_to_its_modern_counterpart(name, modern):
    assert period.named(key(name))[0].modern == modern


def test_two_names_of_one_river_are_one_place():
    akhuryan, arpachay = period.named(key("Akhuryan"))[0], period.named(key("Arpachay"))[0]
    assert (akhuryan.name, akhuryan.lat, akhuryan.lon) == (arpachay.name, arpachay.lat, arpachay.lon)
    assert akhuryan.shape is Shape.LINE
