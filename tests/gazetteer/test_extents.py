"""Extents: how far a name reaches."""

import pytest

from dragoman.gazetteer.extents import extent
from dragoman.gazetteer.wording import Words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sea of Marmara lay open", "Sea of Marmara"),
        ("Snake Creek Gap was held", "Snake Creek Gap"),
        ("Fort Wumblesbury stood", "Fort Wumblesbury"),
        ("Kars province was claimed", "Kars province"),
        ("Wumble Ecore, La., fell", "Wumble Ecore"),
        ("Wumblesbury smiled", None),
        ("Commanding District", None),
    ],
)
def test_a_name_reaches_as_far_as_a_list_or_its_last_word_carries_it(text, name):
    words = Words(text)
    last = extent(words, 0)
    assert (None if last is None else words.raw(0, last)) == name


def test_an_unlisted_word_is_a_name_only_where_a_place_is_due():
    near, met = Words("camped near Villanowo now"), Words("camped with Villanowo now")
    assert (extent(near, 2), extent(met, 2)) == (2, None)
