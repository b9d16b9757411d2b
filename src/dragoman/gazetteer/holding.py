"""Holding: which name the words beside it put in which area, and whether an area holds a place.

"Springfield, Illinois", "Springfield in Illinois" -> the first lies in the second
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from dragoman.gazetteer import period
from dragoman.gazetteer.candidate import Candidate
from dragoman.gazetteer.finding import Sighting

AREAS = frozenset({"country", "state", "region", "province", "district", "island", "islands", "peninsula", "continent"})
VAST = frozenset({"country", "continent", "ocean", "sea"})
_BETWEEN_IN = frozenset({"in", "in the", "of", "of the", "on", "on the"})


def containers(text: str, found: Sequence[Sighting]) -> Mapping[int, int]:
    """For the number of a sighting, the number of the one that the words beside it put it in: "X, Y", "X in Y"."""
    inside: dict[int, int] = {}
    for number, (one, following) in enumerate(pairwise(found)):
        between = text[one.span.end : following.span.start]
        if len(between) > 10 or not following.candidates:
            continue
        words = " ".join(between.split()).lower()
        area = following.candidates[0]
        if area.kind not in AREAS or _clearly_outside(one, area):
            continue
        if words in _BETWEEN_IN or (words in (",", ", in", ", in the") and _no_list(text, following)):
            inside[number] = number + 1
    return inside


def _clearly_outside(one: Sighting, area: Candidate) -> bool:
    """ "For China, Taiwan was …", "At Yalta, U.S. President …": the period table knows the first, and not in there."""
    known = [candidate for candidate in one.candidates if candidate.known]
    if area.kind in VAST and any(candidate.kind in VAST for candidate in known):
        return not any(holds(area, candidate) for candidate in known)
    return bool(known) and not any(holds(area, candidate) for candidate in one.candidates)


def _no_list(text: str, following: Sighting) -> bool:
    """Whether "X, Y" is not the beginning of "X, Y and Z" or "X, Y, Z", unless Y is an abbreviation."""
    if following.key in period.abbreviations():
        return True
    rest = text[following.span.end : following.span.end + 6]
    goes_on = rest.startswith((" and ", " or ", ", and ", ", or "))
    return not goes_on and not (rest.startswith(", ") and rest[2:3].isupper())


def contained(
    candidate: Candidate, holder: int | None, found: Sequence[Sighting], shares: Sequence[Sequence[float]]
) -> float:
    """What "X, Y" gives or takes: a meaning inside Y gains, one outside loses."""
    if holder is None or not shares[holder]:
        return 0.0
    return 5.0 if inside_of(candidate, found[holder], shares[holder]) else -3.0


def holding(
    candidate: Candidate, held: int | None, found: Sequence[Sighting], shares: Sequence[Sequence[float]]
) -> float:
    """What "X, Y" gives to a Y in which there is an X: "Dalton, Georgia" is no town of the Caucasus."""
    if held is None:
        return 0.0
    parts = zip(found[held].candidates, shares[held], strict=True)
    within = [part for place, part in parts if holds(candidate, place)]
    return 3.0 + 3.0 * sum(within) if within else 0.0


def inside_of(candidate: Candidate, holder: Sighting, share: Sequence[float]) -> bool:
    """Whether a place lies in what its holder most likely means."""
    return holds(holder.candidates[max(range(len(share)), key=share.__getitem__)], candidate)


def holds(area: Candidate, place: Candidate) -> bool:
    """Whether a place lies in an area, by the modern division where both have one, else by distance."""
    if area.kind == "country" and area.country and place.country:
        return area.country == place.country or (place.known and area.km_to(place) < area.radius_km / 2)
    if area.admin and place.admin:
        return (area.country, area.admin) == (place.country, place.admin)
    return area.km_to(place) <= area.radius_km * 1.3 + 20
