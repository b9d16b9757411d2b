"""Finding: which words of a text are names of places."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.gazetteer import sighted, sightings
from dragoman.model import Span


def found(text):
    return [text[one.span.start : one.span.end] for one in sightings(text)]


def test_names_of_several_words_are_taken_whole():
    assert found("They met at Saint Petersburg and crossed the Black Sea to New York.") == [
        "Saint Petersburg",
        "Black Sea",
        "New York",
    ]


def test_a_treaty_is_no_place_though_a_town_gave_it_its_name():
    assert found("The Treaty of Alexandropol and the Moscow Treaty were annulled in Kars.") == ["Kars"]


def test_a_person_is_no_place_though_a_town_bears_the_name():
    assert found("General Sherman wrote to J. F. Marsh; Sherman was pleased.") == []


def test_a_regiment_and_an_army_are_no_places():
    assert found("The Third Ohio of the Army of the Potomac stood near Richmond.") == ["Richmond"]


def test_a_small_word_that_says_what_it_is_belongs_to_the_name():
    assert found("It claimed Kars province up to the Aras river.") == ["Kars province", "Aras river"]


def test_a_name_no_list_has_is_found_by_the_word_that_says_what_it_is():
    assert found("The wagons passed Wumblesbury Gap and the Quorrel Creek.") == ["Wumblesbury Gap", "Quorrel Creek"]


def test_a_genitive_inside_a_name_stays_and_at_its_end_goes():
    assert found("From Harper's Ferry they saw Turkey's border.") == ["Harper's Ferry", "Turkey"]


def test_an_abbreviated_state_counts_only_after_a_comma():
    text = "He reached Memphis, Tenn., at noon; Pa. said no."
    assert found(text) == ["Memphis", "Tenn."]


def test_letters_in_capitals_alone_are_no_town():
    assert found("Both governments asked NATO to help.") == []
    assert found("The US and Cuba talked, and told us.") == ["US", "Cuba"]


def test_a_name_is_found_across_the_end_of_a_line():
    assert found("The troops held New\nYork and left.") == ["New\nYork"]


def test_names_in_other_scripts_are_found():
    assert found("Он прибыл в Ереван вчера.") == ["Ереван"]


@given(st.text(max_size=300))
def test_no_text_breaks_the_finder_and_every_span_holds_words(text):
    spans = [one.span for one in sightings(text)]
    assert all(0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip() for span in spans)
    assert all(first.end <= then.start for first, then in pairwise(spans))


def test_a_span_somebody_else_found_gets_its_meanings():
    text = "the Kars province"
    (one,) = sighted(text, [Span(0, len(text))])
    assert one.key == "kars province" and one.feature == "province" and one.candidates[0].kind == "province"


def _seconds(text):
    begun = time.perf_counter()
    for _ in sightings(text):
        pass
    return time.perf_counter() - begun


@pytest.mark.slow
def test_ten_times_the_text_takes_about_ten_times_as_long():
    """Long runs of capitalised words, of initials and of joined marks are where a finder goes quadratic."""
    for unit in ("New York And Fort Worth-", "A. B. C. ", "Kars' " + "\u0301" * 20, "Պետրոսի Կարս "):
        _seconds(unit * 200)
        short, long = _seconds(unit * 1000), _seconds(unit * 10_000)
        assert long < 40 * short + 0.2, unit
