"""Silences: the time of which no account says anything."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledgers import Silence, silences_of

Days = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda pair: (pair[0], pair[0] + pair[1])))


def test_what_lies_before_between_and_after_is_silent() -> None:
    assert silences_of([(10, 12), (20, 20)], 5, 25) == (Silence(5, 9), Silence(13, 19), Silence(21, 25))


def test_what_has_no_time_breaks_no_silence() -> None:
    assert silences_of([(None, None)], 5, 25) == (Silence(5, 25),)


@given(Days, st.integers(0, 60), st.integers(0, 60))
def test_every_day_is_told_or_silent_and_none_is_both(told: list[tuple[int, int]], one: int, other: int) -> None:
    since, until = sorted((one, other))
    silent = {day for gap in silences_of(told, since, until) for day in range(gap.earliest, gap.latest + 1)}
    spoken = {day for first, last in told for day in range(first, last + 1)}
    assert silent == set(range(since, until + 1)) - spoken
