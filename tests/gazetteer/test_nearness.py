"""Nearness: which meanings lie together."""

import pytest

from dragoman.gazetteer import knows, sightings
from dragoman.gazetteer.nearness import Closeness, anchors_of, nearest, tightness


def anchors(text):
    found = tuple(sightings(text))
    return anchors_of(found, [[1.0] * len(one.candidates[:1]) + [0.0] * len(one.candidates[1:]) for one in found])


def test_places_side_by_side_are_close_and_far_ones_are_not():
    close = Closeness()
    kars, ardahan, lima = (knows(name)[0] for name in ("Kars", "Ardahan", "Lima"))
    assert close.of(kars, ardahan) == 1.0 and close.of(kars, lima) < 0.01
    assert close.of(kars, lima) == pytest.approx(close.of(lima, kars))


def test_one_valley_is_tighter_than_the_world():
    valley = anchors("They held Kars, Ardahan, Batum, Tiflis and Erivan.")
    world = anchors("They wrote from Lima, Tokyo, Vienna, Havana and Canberra.")
    assert tightness(valley, Closeness()) > 0.8 > 0.2 > tightness(world, Closeness())


def test_the_anchors_around_a_name_are_a_fixed_number():
    many = anchors("From Kars to Ardahan. " * 100)
    near = nearest(many, 100)
    assert len(near) == 32 and all(abs(anchor.number - 100) <= 16 for anchor in near)
