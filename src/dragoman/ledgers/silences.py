"""Silences: the stretches of time of which no account says anything.

silences_of([(1 Jan 1919, 3 Mar 1919)], 1918, 1920) -> (Silence(1918 … 31 Dec 1918), Silence(4 Mar 1919 … 1920))
"""

from collections.abc import Iterable

import msgspec


class Silence(msgspec.Struct, frozen=True):
    """A stretch of days, both ends in it, of which no account says anything."""

    earliest: int
    latest: int


def silences_of(told: Iterable[tuple[int | None, int | None]], since: int, until: int) -> tuple[Silence, ...]:
    """The gaps between two days; what has no time fills none."""
    gaps: list[Silence] = []
    reached = since
    for first, last in sorted((a, b) for a, b in told if a is not None and b is not None):
        if first > min(reached, until + 1):
            gaps.append(Silence(reached, min(first - 1, until)))
        reached = max(reached, last + 1)
    if reached <= until:
        gaps.append(Silence(reached, until))
    return tuple(gap for gap in gaps if gap.earliest <= gap.latest)
