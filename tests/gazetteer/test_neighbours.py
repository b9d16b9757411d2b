"""Neighbours: where a name lies that no list has."""

from dragoman.gazetteer import sightings
from dragoman.gazetteer.neighbours import among_neighbours
from dragoman.model import Shape


def about(text, key):
    found = tuple(sightings(text))
    shares = [[1.0] * len(one.candidates[:1]) + [0.0] * len(one.candidates[1:]) for one in found]
    return among_neighbours([one.key for one in found].index(key), found, shares, {})


def test_it_lies_where_its_neighbours_lie_together():
    place, because = about("From Kars by Sarikamish and Wumble Gap to Ardahan.", "wumble gap")
    assert place.shape is Shape.AREA and place.source == "neighbours" and "Kars" in because
    assert abs(place.lat - 40.6) < 0.5 and abs(place.lon - 42.7) < 0.5


def test_it_lies_nowhere_if_they_lie_apart_or_there_are_none():
    assert about("From Lima by Tokyo and Wumble Gap to Vienna.", "wumble gap")[0] is None
    assert about("They came to Wumble Gap.", "wumble gap") == (None, "no list has this name")
