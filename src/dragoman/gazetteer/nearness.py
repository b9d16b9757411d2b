"""Nearness: how near to each other the meanings of a text's names lie, and which of them may speak for others.

Closeness().of(kars, ardahan) -> 1.0
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.gazetteer.candidate import Candidate
from dragoman.gazetteer.finding import Sighting
from dragoman.gazetteer.holding import AREAS

NEAR_KM = 120.0
_FAR_KM = 450.0
_SAME_COUNTRY = 0.3
_NEAR_CHARS = 600
_MOST_ANCHORS = 32


class Anchor(msgspec.Struct, frozen=True):
    """A meaning that is likely enough to speak for what lies near it."""

    number: int
    at: int
    place: Candidate
    weight: float
    key: str


def anchors_of(found: Sequence[Sighting], shares: Sequence[Sequence[float]]) -> list[Anchor]:
    """The meanings that are likely enough to speak for others, in the order of the text."""
    anchors = []
    for number, (one, share) in enumerate(zip(found, shares, strict=True)):
        for candidate, part in zip(one.candidates, share, strict=True):
            if part > 0.25:
                breadth = 0.4 if candidate.radius_km > 500 else 0.8 if candidate.radius_km > 150 else 1.0
                anchors.append(Anchor(number, one.span.start, candidate, part * breadth, one.key))
    return anchors


def nearest(anchors: Sequence[Anchor], number: int) -> Sequence[Anchor]:
    """The anchors around a sighting in the text: a fixed number, so that a long text costs no more a name."""
    at = bisect_left(anchors, number, key=lambda anchor: anchor.number)
    return anchors[max(0, at - _MOST_ANCHORS // 2) : at + _MOST_ANCHORS // 2]


def weight_of(anchor: Anchor, one: Sighting) -> float:
    """How much an anchor has to say about a name: more the nearer it stands in the text."""
    return anchor.weight * (0.3 + math.exp(-abs(anchor.at - one.span.start) / _NEAR_CHARS))


class Closeness:
    """How near two meanings lie, remembered for one text: the same pairs are asked for again and again."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[int, dict[int, float]] = {}

    def of(self, candidate: Candidate, other: Candidate) -> float:
        """1 for the same division or next to each other, towards 0 with the distance."""
        return self.together(candidate, ((other, 1.0),))

    def together(self, candidate: Candidate, weighed: Iterable[tuple[Candidate, float]]) -> float:
        """How near it lies to each of these, times its weight, summed."""
        known = self._known.setdefault(id(candidate), {})
        total = 0.0
        for other, weight in weighed:
            close = known.get(id(other))
            if close is None:
                close = known[id(other)] = _closeness(candidate, other)
            total += weight * close
        return total


def _closeness(candidate: Candidate, other: Candidate) -> float:
    """By division, then by distance, then by country."""
    if other.admin and candidate.admin == other.admin and candidate.country == other.country:
        return 1.0
    apart = candidate.km_to(other)
    within = other.radius_km if other.kind in AREAS else 0.0
    closeness = math.exp(-max(0.0, apart - within - NEAR_KM) / _FAR_KM)
    if candidate.country and candidate.country == other.country:
        closeness = max(closeness, _SAME_COUNTRY)
    return closeness


def tightness(anchors: Sequence[Anchor], closeness: Closeness) -> float:
    """How near to each other the places of a text lie, 0 to 1: one valley, or the embassies of the world."""
    pairs = [
        (one.weight * other.weight, closeness.of(one.place, other.place))
        for step in (1, 2, 5)
        for one, other in zip(anchors, anchors[step:], strict=False)
        if one.key != other.key
    ]
    total = sum(weight for weight, _ in pairs)
    return sum(weight * close for weight, close in pairs) / total if total else 0.5
