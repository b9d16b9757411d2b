"""Days on a line, from a century down to a day."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.calendars import gregorian_day
from dragoman.model import DragomanError
from dragoman.web.pictures.lettering import width_of
from dragoman.web.pictures.scale import ROOM, SIZE, Scale, day_in_words, day_of_words, ticks_of


def labels(first, last, width=1000.0):
    return [tick.label for tick in ticks_of(Scale(first, last, width))]


def test_a_century_is_told_in_years_and_a_week_in_days():
    assert labels(gregorian_day(1800, 1, 1), gregorian_day(1899, 12, 31)) == [
        *("1800", "1810", "1820", "1830", "1840", "1850", "1860", "1870", "1880", "1890")
    ]
    assert labels(gregorian_day(1920, 8, 22), gregorian_day(1920, 8, 25)) == [
        *("22 Aug 1920", "23 Aug", "24 Aug", "25 Aug")
    ]


def test_years_before_christ_are_called_so():
    assert labels(gregorian_day(-99, 1, 1), gregorian_day(0, 12, 31))[0] == "100 BC"


@given(st.integers(-300_000, 900_000), st.integers(0, 800_000), st.integers(200, 2000))
def test_ticks_never_crowd_each_other(first, days, width):
    ticks = ticks_of(Scale(first, first + days, width))
    gaps = [after.x - before.x for before, after in pairwise(ticks)]
    assert all(gap > ROOM * 0.55 for gap in gaps)
    assert all(0 <= tick.x <= width for tick in ticks)
    assert all(tick.x + width_of(tick.label, SIZE) <= width for tick in ticks if tick.shown), "no label is cut"


def test_typed_days_are_read_from_either_end():
    assert day_of_words("March 1921") == gregorian_day(1921, 3, 1)
    assert day_of_words("March 1921", last=True) == gregorian_day(1921, 3, 31)
    assert day_of_words("  ") is None
    assert day_in_words(day_of_words("1921-03-17")) == "17 Mar 1921"


def test_what_is_no_date_is_refused_with_an_example():
    with pytest.raises(DragomanError, match="March 1921"):
        day_of_words("soon")
