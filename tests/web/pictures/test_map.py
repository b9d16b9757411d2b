"""The map: names of the time, claims hatched and called approximate, silence called silence, no label on another."""

from itertools import combinations

import pytest

from dragoman.calendars import gregorian_day
from dragoman.web.pictures import map
from dragoman.web.pictures.lettering import width_of
from dragoman.web.pictures.map import SIZE, SMALL, map_of
from dragoman.web.pictures.projection import HEIGHT, WIDTH, Frame
from dragoman.web.room import Shelves

DAY = gregorian_day(1850, 5, 3)


@pytest.fixture(scope="module")
def shelves(valley):
    return Shelves.opened(valley)


def spots(shelves, **asked):
    return {spot.label: spot for spot in map_of(shelves, **asked).spots}


def test_a_claim_is_a_circle_and_is_called_approximate(shelves):
    found = spots(shelves, day=DAY)
    assert [ring.claim.holder for ring in found["Upper Valley"].rings] == ["Freedonia"]
    assert found["Upper Valley"].beneath == ("approximate",)


def test_before_the_claim_no_account_says_whose_it_was(shelves):
    found = spots(shelves, day=DAY - 1)["Upper Valley"]
    assert found.rings == ()
    assert "no account says" in found.beneath


def test_a_claimant_keeps_the_same_hatching_in_key_and_map(shelves):
    drawing = map_of(shelves, day=DAY)
    assert [(one.name, one.places) for one in drawing.claimants] == [("Freedonia", 3)]
    assert {ring.number for spot in drawing.spots for ring in spot.rings} == {drawing.claimants[0].number}


def test_the_first_frame_holds_all_that_is_claimed(shelves):
    assert set(spots(shelves)) == {"Upper Valley", "Lower Valley", "Long Island"}


@pytest.mark.parametrize("span", [3.0, 10.0, 40.0, 200.0])
def test_labels_stand_inside_the_leaf_and_on_no_other(shelves, span):
    drawing = map_of(shelves, Frame(40.0, 44.0, span))
    boxes = [box_of(spot) for spot in drawing.spots if spot.label_at]
    assert boxes or all(spot.number for spot in drawing.spots)
    assert all(x0 >= 0 and x1 <= WIDTH and y0 >= 0 and y1 <= HEIGHT for x0, y0, x1, y1 in boxes)
    for (a0, b0, a1, b1), (c0, d0, c1, d1) in combinations(boxes, 2):
        assert a1 <= c0 or c1 <= a0 or b1 <= d0 or d1 <= b0


def box_of(spot):
    x, y = spot.label_at
    wide = max([width_of(spot.label, SIZE), *(width_of(line, SMALL) for line in spot.beneath)])
    left = {"start": x, "end": x - wide, "middle": x - wide / 2}[spot.anchor]
    return left, y - SIZE + 2, left + wide, y + 13 * len(spot.beneath)


def test_the_page_says_what_is_of_today_and_what_is_approximate(client_of, valley):
    page = client_of(valley).get("/map?on=3 May 1850").text
    assert "Coasts and borders are those of today" in page
    assert "claimed for <b>Freedonia</b>" in page
    assert "as told by 3 May 1850" in page


@pytest.mark.parametrize("asked", ["at=here&span=3", "at=1,2", "span=x&at=1,2", "on=soon"])
def test_an_address_that_is_none_is_refused(client_of, valley, asked):
    assert client_of(valley).get(f"/map?{asked}").status_code == 404


def test_the_way_about_keeps_the_day(client_of, valley):
    page = client_of(valley).get("/map?on=1850&at=40,44&span=8").text
    assert "/map?on=1850&amp;at=40%2C44&amp;span=4" in page


def test_of_more_than_can_be_drawn_the_most_spoken_of_are_and_the_rest_is_counted(shelves, monkeypatch):
    whole = map_of(shelves)
    assert (whole.left_out, whole.out_of_view) == (0, 0)
    monkeypatch.setattr(map, "MOST", 2)
    monkeypatch.setattr(map, "FEW", 1)
    drawing = map_of(shelves)
    assert len(drawing.spots) == 1
    assert drawing.left_out == len(whole.spots) - 1 == 2
    near = map_of(shelves, Frame(40.0, 44.0, 1.0))
    assert (len(near.spots), near.left_out, near.out_of_view) == (1, 0, 2)
