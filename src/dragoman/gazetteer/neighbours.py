"""Neighbours: where a name lies that no list has: about where the places lie that are named with it.

"From Ringgold by Tunnel Hill to Villanow" -> Villanow lies about Ringgold and Tunnel Hill
"""

from collections.abc import Mapping, Sequence

from dragoman.gazetteer.candidate import Candidate, km
from dragoman.gazetteer.finding import Sighting
from dragoman.gazetteer.holding import inside_of
from dragoman.gazetteer.nearness import NEAR_KM, Anchor, anchors_of
from dragoman.model import Shape

_ABOUT = 20
_MOST_ABOUT = 10
_TIGHT_KM = 80.0


def among_neighbours(
    number: int, found: Sequence[Sighting], shares: Sequence[Sequence[float]], inside: Mapping[int, int]
) -> tuple[Candidate | None, str]:
    """A stretch of land about the places named around a sighting, if those lie together; and the reason."""
    near = _about(number, found, shares)
    holder = inside.get(number)
    if holder is not None:
        near = [anchor for anchor in near if inside_of(anchor.place, found[holder], shares[holder])]
    if not near:
        return None, "no list has this name"
    lat, lon = _middle([anchor.place.lat for anchor in near]), _middle([anchor.place.lon for anchor in near])
    spread = _middle([km(lat, lon, anchor.place.lat, anchor.place.lon) for anchor in near])
    if spread > NEAR_KM:
        return None, "no list has this name, and its neighbours lie far apart"
    names = ", ".join(dict.fromkeys(anchor.place.name for anchor in near[:3]))
    one = found[number]
    place = Candidate(
        name=one.key,
        kind=one.feature or "place",
        shape=Shape.AREA,
        lat=round(lat, 2),
        lon=round(lon, 2),
        source="neighbours",
        radius_km=round(max(50.0, 2 * spread)),
    )
    return place, f"no list has this name; somewhere about {names}, named with it"


def _about(number: int, found: Sequence[Sighting], shares: Sequence[Sequence[float]]) -> list[Anchor]:
    """The places nearest in the text that are small and sure enough, the nearest first."""
    low, high = max(0, number - _ABOUT), number + _ABOUT + 1
    at, name = found[number].span.start, found[number].key
    anchors = sorted(anchors_of(found[low:high], shares[low:high]), key=lambda anchor: abs(anchor.at - at))
    return [
        anchor
        for anchor in anchors[:_MOST_ABOUT]
        if anchor.place.radius_km <= _TIGHT_KM and anchor.weight > 0.5 and anchor.key != name
    ]


def _middle(values: Sequence[float]) -> float:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
