"""EDTF is read, written and bounded as ISO 8601-2:2019 says, and as an oracle that is not ours reads it."""

import time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from dragoman.calendars import gregorian_day, is_day
from dragoman.edtf import bounds, day_text, level, parse, write


@pytest.mark.parametrize(
    ("text", "first", "last", "which"),
    [
        ("1921", (1921, 1, 1), (1921, 12, 31), 0),
        ("1921-03", (1921, 3, 1), (1921, 3, 31), 0),
        ("1921-03-16", (1921, 3, 16), (1921, 3, 16), 0),
        ("1921-03-16T23:20:30Z", (1921, 3, 16), (1921, 3, 16), 0),
        ("1920-07/1920-08", (1920, 7, 1), (1920, 8, 31), 0),
        ("1921-02-26/1921-03-16", (1921, 2, 26), (1921, 3, 16), 0),
        ("-0498/-0492", (-498, 1, 1), (-492, 12, 31), 1),
        ("1844-06-16~", (1844, 6, 16), (1844, 6, 16), 1),
        ("1921?", (1921, 1, 1), (1921, 12, 31), 1),
        ("192X", (1920, 1, 1), (1929, 12, 31), 1),
        ("19XX", (1900, 1, 1), (1999, 12, 31), 1),
        ("1921-XX-XX", (1921, 1, 1), (1921, 12, 31), 1),
        ("1921-21", (1921, 3, 1), (1921, 5, 31), 1),
        ("Y17000", (17000, 1, 1), (17000, 12, 31), 1),
        ("1950S2", (1900, 1, 1), (1999, 12, 31), 2),
        ("1921-33", (1921, 1, 1), (1921, 3, 31), 2),
        ("156X-12-25", (1560, 12, 25), (1569, 12, 25), 2),
        ("1984-1X", (1984, 10, 1), (1984, 12, 31), 2),
        ("192X-02-29", (1920, 2, 29), (1928, 2, 29), 2),
        ("2004-06~-11", (2004, 6, 11), (2004, 6, 11), 2),
        ("[1921-03-04,1921-04-03]", (1921, 3, 4), (1921, 4, 3), 2),
        ("{1667,1668,1670..1672}", (1667, 1, 1), (1672, 12, 31), 2),
    ],
)
def test_bounds_and_level(text, first, last, which):
    assert bounds(text) == (gregorian_day(*first), gregorian_day(*last))
    value = parse(text)
    assert value is not None
    assert level(value) == which
    assert write(value) == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("../1917-12", None, gregorian_day(1917, 12, 31)),
        ("1815/..", gregorian_day(1815, 1, 1), None),
        ("/1920", None, gregorian_day(1920, 12, 31)),
        ("[..1920]", None, gregorian_day(1920, 12, 31)),
        ("XXXX-12-25", None, None),
        ("", None, None),
    ],
)
def test_an_open_or_unknown_end_has_no_day(text, first, last):
    assert bounds(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "1921-02-30", "1921-13", "1921-00", "19", "192", "1921/1922/1923", "..", "../..", "-0000", "[1921",
     "1921-3-16", "XXXX-02-30", "1921-21-05", "16 March 1921", "Y" + "9" * 5000, "1921-03-16T25:00",
     "١٩٢١x", "9" * 1_000_000],
)  # fmt: skip
def test_what_is_not_edtf_is_none(text):
    assert parse(text) is None
    assert bounds(text) == (None, None)


YEARS = st.integers(1, 9999)
MARKS = st.sampled_from(["", "?", "~", "%"])


@st.composite
def moments(draw):
    text = f"{draw(YEARS):04d}"
    if draw(st.booleans()):
        text += f"-{draw(st.integers(1, 12)):02d}"
        if draw(st.booleans()):
            text += f"-{draw(st.integers(1, 28)):02d}"
    return text + draw(MARKS)


@st.composite
def expressions(draw):
    first, last = draw(moments()), draw(moments())
    return draw(st.sampled_from([first, f"{first}/{last}", f"{first}/..", f"../{last}", f"[{first},{last}]"]))


@given(expressions())
def test_what_is_written_reads_back(text):
    value = parse(text)
    assert value is not None
    assert parse(write(value)) == value


@given(st.text(alphabet="0123456789X-/~?%.[]{},YESTZ:+", max_size=40))
def test_nothing_makes_the_parser_fail(text):
    value = parse(text)
    if value is not None:
        assert parse(write(value)) == value
        first, last = bounds(text)
        assert first is None or last is None or "/" in text or ".." in text or first <= last


@given(moments())
def test_the_oracle_sees_the_same_days(text):
    oracle = parse_edtf(text.rstrip("?~%"))
    first, last = oracle.lower_strict(), oracle.upper_strict()
    assert bounds(text) == (gregorian_day(*first[:3]), gregorian_day(*last[:3]))


@given(st.integers(gregorian_day(-2000, 1, 1), gregorian_day(9999, 12, 31)))
def test_a_day_is_its_own_bounds(number):
    assert bounds(day_text(number)) == (number, number)


def test_every_day_of_six_centuries_is_itself():
    for year in range(1500, 2101, 25):
        for month in range(1, 13):
            for day in range(1, 32):
                text = f"{year}-{month:02d}-{day:02d}"
                assert (bounds(text) != (None, None)) == is_day(year, month, day)


def test_hostile_text_takes_no_time():
    began = time.perf_counter()
    for text in ("[" + "1921," * 100_000, "1921-" * 100_000, "X" * 1_000_000, "?" * 1_000_000):
        assert parse(text) is None
    assert time.perf_counter() - began < 1
