"""Look-up: which places a name may mean."""

import csv
import os
from pathlib import Path

import pytest

from dragoman.gazetteer import km, knows, world

SHARED = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).resolve().parents[3] / "shared"))
VARIANTS = SHARED / "bench" / "places" / "variants.csv"


def test_a_name_out_of_use_comes_after_one_in_use():
    assert knows("Karin", 1950)[0].name != knows("Karin", 1850)[0].name or knows("Karin", 1850)[0].in_use(1850)
    assert knows("Leningrad", 1950)[0].in_use(1950)
    assert not knows("Leningrad", 1850)[-1].in_use(1850) or len(knows("Leningrad", 1850)) > 1


def test_an_article_is_no_part_of_a_name():
    assert knows("the Crimea") == knows("Crimea")


def test_the_state_and_the_town_of_one_name_are_both_offered():
    kinds = {one.kind for one in knows("Kars province")} | {one.kind for one in knows("Kars")}
    assert {"town", "province"} <= kinds


def test_what_nothing_knows_has_no_meaning():
    assert knows("Qwertzuiopville") == ()
    assert knows("") == ()


def test_a_name_of_ten_thousand_letters_is_looked_up_like_any_other():
    assert knows("Kars" * 2500) == ()


@pytest.mark.skipif(not world.present(), reason="the world list is not compiled: python -m dragoman.gazetteer.compile")
def test_a_town_that_both_lists_have_comes_once():
    near = [one for one in knows("Moscow") if km(one.lat, one.lon, 55.75, 37.62) < 30 and one.kind == "town"]
    assert len(near) == 1


@pytest.mark.skipif(not VARIANTS.is_file(), reason="the shared folder is not beside the repository")
def test_every_variant_spelling_lies_where_its_concept_lies():
    wrong = []
    with VARIANTS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found = knows(row["variant"])
            at = (float(row["lat"]), float(row["lon"]))
            if not found or km(found[0].lat, found[0].lon, *at) > float(row["radius_km"]):
                wrong.append(row["variant"])
    assert wrong == []
