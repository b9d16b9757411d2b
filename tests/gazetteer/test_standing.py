"""Standing: what speaks for a place and against it."""

import pytest

from dragoman.gazetteer import period
from dragoman.gazetteer.standing import REFUSED, Name, standing
from dragoman.gazetteer.wording import Words


def stands(text, word, surnames=()):
    words = Words(text)
    at = words.keys.index(word)
    return standing(Name(words, at, at, period.named(word), "", frozenset(surnames), -1))


@pytest.mark.parametrize(
    ("for_it", "against_it"),
    [
        ("he came to Kars", "General Kars came"),
        ("the city of Kars", "the colours of Kars"),
        ("Kars, February 1920", "so Kars then"),
        ("in Kars they met", "Genesis Kars they met"),
    ],
)
def test_the_words_around_it_weigh(for_it, against_it):
    assert stands(for_it, "kars") > stands(against_it, "kars")


@pytest.mark.parametrize("text", ["the Treaty of Kars", "the Kars Treaty", "the Army of Kars", "the Third Kars"])
def test_what_is_surely_no_place_is_refused(text):
    assert stands(text, "kars") <= 0


def test_a_regiment_is_refused_whole():
    assert stands("the Third Kars", "kars") <= REFUSED


def test_a_word_the_text_uses_as_a_surname_loses():
    assert stands("then Kars spoke", "kars", surnames=["kars"]) < stands("then Kars spoke", "kars")
