"""Where the names of a list stand in a text."""

import time
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.lore import standing_in
from dragoman.model import Kind, Known

LETTERS = st.sampled_from("aé̀ԱաЖжعمـֿ ́̈.-'’\n A9_")


def found(text: str, *known: Known, year: int | None = None) -> list[tuple[str, str]]:
    return [(text[one.span.start : one.span.end], one.known.name) for one in standing_in(text, known, year)]


def test_a_name_is_found_in_all_its_forms():
    kemal = Known("Mustafa Kemal", Kind.PERSON, ("Gazi", "M. Kemal"))
    assert found("Mustafa Kemal, the Gazi; M. Kemal too.", kemal) == [
        ("Mustafa Kemal", "Mustafa Kemal"), ("Gazi", "Mustafa Kemal"), ("M. Kemal", "Mustafa Kemal"),
    ]  # fmt: skip


def test_the_longest_name_goes_first():
    assert found("Kars province", Known("Kars", Kind.PLACE), Known("Kars province", Kind.PLACE)) == [
        ("Kars province", "Kars province")
    ]


def test_a_name_is_a_word_of_its_own():
    assert found("Karsian roads; karst.", Known("Kars", Kind.PLACE)) == []


def test_a_name_may_run_over_a_line_end_but_not_over_a_comma():
    kars = Known("Kars Oblast", Kind.PLACE)
    assert found("Kars\nOblast", kars) and not found("Kars, Oblast", kars)


def test_capitals_and_combining_marks_make_no_other_name():
    assert found("ATATÜRK and Atatu\u0308rk", Known("Atatürk", Kind.PERSON)) == [
        ("ATATÜRK", "Atatürk"), ("Atatu\u0308rk", "Atatürk"),
    ]  # fmt: skip


def test_of_two_things_with_one_name_the_year_decides():
    old, new = Known("Old", Kind.BODY, ("Duma",), until=1917), Known("New", Kind.BODY, ("Duma",), since=1993)
    assert found("The Duma sat.", old, new, year=1995) == [("Duma", "New")]
    assert found("The Duma sat.", old, new, year=1950) == [("Duma", "Old")]


@example("a", ["a", "a_9"])  # a name that is longer than what is left of the text
@given(st.text(LETTERS, max_size=60), st.lists(st.text(LETTERS, min_size=1, max_size=12), max_size=4))
def test_any_name_in_any_script_is_looked_for_and_never_found_twice_at_one_place(text, names):
    known = [Known(name, Kind.PERSON) for name in names]
    spans = [one.span for one in standing_in(text, known)]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_long_name_in_a_long_text_takes_no_long_time():
    name = "ա" * 10_000
    text = " ".join([name, "Ж" * 10_000, "e\u0301" * 10_000, "على " * 3_000] * 5)
    began = time.perf_counter()
    assert len(found(text, Known(name, Kind.PERSON))) == 5
    assert found(text, Known(" ".join(["على"] * 19), Kind.PERSON))
    assert time.perf_counter() - began < 3
