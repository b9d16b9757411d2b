"""Whose a place was on a day: as the accounts have it, and no one's where none says."""

import pytest

from dragoman.calendars import gregorian_day
from dragoman.web.pictures.places import claims_on, days_of_claims, places_of
from dragoman.web.room import Shelves

DAY = gregorian_day(1850, 5, 3)


@pytest.fixture(scope="module")
def shelves(valley):
    return Shelves.opened(valley)


def named(shelves, label):
    return shelves.dossier.heading(label)


def test_places_are_put_where_most_mentions_put_them(shelves):
    placed = {one.heading.label: one for one in places_of(shelves)}
    assert (placed["Upper Valley"].lat, placed["Upper Valley"].lon) == (40.0, 44.0)
    assert placed["Upper Valley"].approximate
    assert placed["Upper Valley"].sigla == ("A",)
    assert "Nowhere" not in placed, "what could not be placed is on no map"


def test_a_claim_holds_from_its_day_on_and_before_it_no_account_says(shelves):
    key = named(shelves, "Upper Valley").id
    assert [(one.what, one.holder) for one in claims_on(shelves, key, DAY)] == [("claimed", "Freedonia")]
    assert claims_on(shelves, key, DAY - 1) == ()
    assert days_of_claims(shelves) == (DAY,)


def test_a_claim_without_a_time_is_shown_on_every_day_and_says_so(shelves):
    key = named(shelves, "Lower Valley").id
    (claim,) = claims_on(shelves, key, DAY - 10_000)
    assert not claim.dated


def test_what_is_given_up_is_told_and_not_drawn(shelves):
    ceded = claims_on(shelves, named(shelves, "Long Island").id, None)
    assert {(one.what, one.drawn) for one in ceded} == {("awarded", True), ("renounced", False)}
