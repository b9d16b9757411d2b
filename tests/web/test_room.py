"""The room: what is looked up is what the dossier holds, and what was judged lies over it."""

import gc
import weakref

import pytest

from dragoman.model import Kind
from dragoman.web.room import Looked, Shelves, kept


@pytest.fixture
def shelves(folder):
    return Shelves.opened(folder)


def test_what_is_laid_over_hides_what_was_there_and_comes_last_where_it_is_new():
    found = Looked({"a": 1, "b": 2}.get, lambda: ("a", "b"), 4)
    found.lay("c", 3)
    found.lay("a", None)
    assert dict(found) == {"b": 2, "c": 3}
    assert "a" not in found
    assert found.get("a", 9) == 9
    assert len(found) == 2


def test_what_was_not_there_is_looked_up_once():
    asked = []
    found = Looked(lambda key: asked.append(key), tuple, 4)
    assert [found.get("x"), found.get("x")] == [None, None]
    assert asked == ["x"]


def test_the_shelves_hold_what_the_dossier_holds(shelves):
    dossier = shelves.dossier
    assert dict(shelves.assertions) == {one.id: one for one in dossier.assertions}
    assert list(shelves.accounts) == [one.id for one in dossier.accounts]
    assert shelves.said == len(dossier.assertions)
    for one in dossier.accounts:
        assert shelves.whole(one.id) == one
        assert not shelves.accounts[one.id].text
        assert shelves.words(one.id, 4, 13) == one.text[4:13]
    for heading in dossier.headings:
        for member in heading.members:
            assert shelves.heading_of[member].label == heading.label


def test_things_of_several_kinds_are_listed_most_spoken_of_first(shelves):
    kinds = (Kind.POLITY, Kind.PERSON, Kind.PLACE)
    every = shelves.things(*kinds)
    times = [len(shelves.said_of(one)) for one in every]
    assert times == sorted(times, reverse=True)
    assert shelves.things(*kinds, most=3) == every[:3]


def test_what_is_kept_is_made_once_and_goes_with_its_shelves(folder):
    made = []

    @kept(2)
    def counted(shelves, word):
        made.append(word)
        return f"{word} of {len(shelves.places)}"

    shelves = Shelves.opened(folder)
    assert [counted(shelves, "a"), counted(shelves, "a"), counted(Shelves.opened(folder), "a")] == ["a of 2"] * 3
    assert made == ["a", "a"]
    gone = weakref.ref(shelves)
    del shelves
    gc.collect()
    assert gone() is None
