"""Resolving: which of the places that a name may mean it means here, and how sure that is.

    resolved(text, tuple(sightings(text)), year=1920)[0].place.modern

What speaks for a meaning, strongest first: the words beside it ("Springfield, Illinois", "Springfield in Illinois"),
the neighbours named with it, the regions of the text, the meaning the same name has elsewhere in the text, the year,
and how many people live there. Where nothing decides, the name stays unplaced.
"""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from dragoman.gazetteer import period
from dragoman.gazetteer.candidate import Candidate, km
from dragoman.gazetteer.finding import Sighting
from dragoman.model import Shape

THRESHOLD = 0.35
_ROUNDS = 4
# The score of the place that no list has: a hamlet beside the places named with it.
MISSING = 1.7
MISSING_NEAR = 0.5
MISSING_KNOWN = 2.5
AMONG = 5.5
_SHARPNESS = 1.5
_NEAR_KM = 120.0
_FAR_KM = 450.0
_SAME_COUNTRY = 0.3
_NEAR_CHARS = 600
_MOST_ANCHORS = 32
_ABOUT = 20
_MOST_ABOUT = 7
_TIGHT_KM = 80.0
_GUESSED = 0.45
_AREAS = frozenset({"country", "state", "region", "province", "district", "island", "islands", "peninsula", "continent"})
_YEAR = re.compile(r"(?<![\d,.])(1[5-9]\d\d|20[0-2]\d)(?![\d,]\d)")
_VAST = frozenset({"country", "continent", "ocean", "sea"})
_WITH_ARTICLE = frozenset({"river", "sea", "ocean", "strait", "canal", "gulf", "mountains"})
_TOWNISH = frozenset({"city", "town", "village", "court-house", "courthouse", "depot", "station", "junction", "mills"})
_BETWEEN_IN = frozenset({"in", "in the", "of", "of the", "on", "on the"})


class Resolved(msgspec.Struct, frozen=True):
    """What a sighting means: the place, None where it stays unplaced; why; and how likely that is to be right."""

    sighting: Sighting
    place: Candidate | None
    because: str
    confidence: float


def resolved(text: str, found: Sequence[Sighting], year: int | None = None) -> tuple[Resolved, ...]:
    """An answer for each sighting, in their order."""
    inside = _containers(text, found)
    priors = [_priors(one, year) for one in found]
    shares = [_shares(prior) for prior in priors]
    closeness = _Closeness()
    for _ in range(_ROUNDS):
        shares = _looked_around(found, priors, shares, inside, closeness)
    return tuple(_answer(number, found, shares, inside) for number in range(len(found)))


def year_of(text: str) -> int | None:
    """The middle one of the years a text names; None if it names none."""
    years = sorted(int(year) for year in _YEAR.findall(text))
    return years[len(years) // 2] if years else None


def _containers(text: str, found: Sequence[Sighting]) -> Mapping[int, int]:
    """For the number of a sighting, the number of the one that the words beside it put it in: "X, Y", "X in Y"."""
    inside: dict[int, int] = {}
    for number, (one, following) in enumerate(zip(found, found[1:], strict=False)):
        between = text[one.span.end : following.span.start]
        if len(between) > 10 or not following.candidates:
            continue
        words = " ".join(between.split()).lower()
        area = following.candidates[0]
        if area.kind not in _AREAS or _clearly_outside(one, area):
            continue
        if (words in _BETWEEN_IN or (words in (",", ", in", ", in the") and _no_list(text, following))):
            inside[number] = number + 1
    return inside


def _clearly_outside(one: Sighting, area: Candidate) -> bool:
    """ "For China, Taiwan was …", "At Yalta, U.S. President …": the period table knows the first, and not in there."""
    known = any(candidate.known for candidate in one.candidates)
    return known and not any(holds(area, candidate) for candidate in one.candidates)


def _no_list(text: str, following: Sighting) -> bool:
    """Whether "X, Y" is not the beginning of "X, Y and Z" or "X, Y, Z", unless Y is an abbreviation."""
    if following.key in period.abbreviations():
        return True
    rest = text[following.span.end : following.span.end + 6]
    goes_on = rest.startswith((" and ", " or ", ", and ", ", or "))
    return not goes_on and not (rest.startswith(", ") and rest[2:3].isupper())


def _priors(one: Sighting, year: int | None) -> tuple[float, ...]:
    """What speaks for each meaning before anything around it is looked at."""
    return tuple(_prior(place, year, one.feature) + _of_its_kind(place, one) for place in one.candidates)


def _of_its_kind(candidate: Candidate, one: Sighting) -> float:
    """ "the Mississippi" is a river or a sea; "Mississippi" is not; "Stono Inlet" is no town."""
    if candidate.kind in _WITH_ARTICLE:
        return 1.5 if one.article else -1.0 if not one.feature else 0.0
    return -1.5 if one.feature and candidate.kind == "town" and one.feature not in _TOWNISH else 0.0


def _prior(candidate: Candidate, year: int | None, feature: str) -> float:
    if candidate.known:
        score = 7.0 if candidate.kind in _VAST else 5.0
        score -= 0.0 if candidate.main else 0.7
    else:
        score = 0.45 * math.log10(candidate.population + 10)
        score -= 0.0 if candidate.main else 1.2
    if not candidate.in_use(year):
        score -= 1.0
    if feature and feature in candidate.kind:
        score += 2.0
    return score


def _shares(scores: Sequence[float], missing: float = MISSING) -> tuple[float, ...]:
    """The scores as shares of one, after a share for a place of this name that no list has."""
    if not scores:
        return ()
    top = max(*scores, missing)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights) + math.exp(missing - top)
    return tuple(weight / total for weight in weights)


class _Anchor(msgspec.Struct, frozen=True):
    """A meaning that is likely enough to speak for what lies near it."""

    number: int
    at: int
    place: Candidate
    weight: float
    key: str


def _looked_around(
    found: Sequence[Sighting],
    priors: Sequence[Sequence[float]],
    shares: Sequence[Sequence[float]],
    inside: Mapping[int, int],
    closeness: "_Closeness",
) -> list[tuple[float, ...]]:
    """The shares of every meaning, seen from those that the round before thought likely."""
    anchors = _anchors(found, shares)
    together = _one_sense(found, shares)
    holds_what = {holder: held for held, holder in inside.items()}
    better = []
    for number, one in enumerate(found):
        near = (anchor for anchor in _nearest(anchors, number) if anchor.key != one.key)
        weighed = [(anchor, _weight(anchor, one)) for anchor in near]
        scores = [
            prior
            + _neighbourly(candidate, weighed, closeness)
            + _contained(candidate, inside.get(number), found, shares)
            + _holding(candidate, holds_what.get(number), found, shares)
            + together[one.key].get(position, 0.0)
            for position, (candidate, prior) in enumerate(zip(one.candidates, priors[number], strict=True))
        ]
        better.append(_shares(scores, _missing(one, weighed)))
    return better


def _anchors(found: Sequence[Sighting], shares: Sequence[Sequence[float]]) -> list[_Anchor]:
    anchors = []
    for number, (one, share) in enumerate(zip(found, shares, strict=True)):
        for candidate, part in zip(one.candidates, share, strict=True):
            if part > 0.25:
                breadth = 0.4 if candidate.radius_km > 500 else 0.8 if candidate.radius_km > 150 else 1.0
                anchors.append(_Anchor(number, one.span.start, candidate, part * breadth, one.key))
    return anchors


def _nearest(anchors: Sequence[_Anchor], number: int) -> Sequence[_Anchor]:
    """The anchors around a sighting in the text: a fixed number, so that a long text costs no more a name."""
    low, high = 0, len(anchors)
    while low < high:
        middle = (low + high) // 2
        if anchors[middle].number < number:
            low = middle + 1
        else:
            high = middle
    return anchors[max(0, low - _MOST_ANCHORS // 2) : low + _MOST_ANCHORS // 2]


def _neighbourly(candidate: Candidate, weighed: Sequence[tuple[_Anchor, float]], closeness: "_Closeness") -> float:
    """How well a meaning lies among what is named around it, 0 to AMONG."""
    total = sum(weight * closeness.of(candidate, anchor.place) for anchor, weight in weighed)
    return AMONG * total / (sum(weight for _, weight in weighed) + 0.5)


class _Closeness:
    """How near two meanings lie, remembered for one text: the same pairs are asked for again and again."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[tuple[int, int], float] = {}

    def of(self, candidate: Candidate, other: Candidate) -> float:
        """1 for the same division or next to each other, towards 0 with the distance."""
        pair = (id(candidate), id(other))
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = _closeness(candidate, other)
        return known


def _missing(one: Sighting, weighed: Sequence[tuple[_Anchor, float]]) -> float:
    """The score of a place of this name that no list has; small where the period table has the name."""
    known = any(candidate.known for candidate in one.candidates)
    weights = sum(weight for _, weight in weighed)
    return MISSING + MISSING_NEAR * AMONG * weights / (weights + 0.5) - (MISSING_KNOWN if known else 0.0)


def _weight(anchor: _Anchor, one: Sighting) -> float:
    return anchor.weight * (0.3 + math.exp(-abs(anchor.at - one.span.start) / _NEAR_CHARS))


def _closeness(candidate: Candidate, other: Candidate) -> float:
    if other.admin and candidate.admin == other.admin and candidate.country == other.country:
        return 1.0
    apart = candidate.km_to(other)
    within = other.radius_km if other.kind in _AREAS else 0.0
    closeness = math.exp(-max(0.0, apart - within - _NEAR_KM) / _FAR_KM)
    if candidate.country and candidate.country == other.country:
        closeness = max(closeness, _SAME_COUNTRY)
    return closeness


def _contained(
    candidate: Candidate, holder: int | None, found: Sequence[Sighting], shares: Sequence[Sequence[float]]
) -> float:
    """What "X, Y" gives or takes: a meaning inside Y gains, one outside loses."""
    if holder is None or not shares[holder]:
        return 0.0
    return 5.0 if _inside_of(candidate, found[holder], shares[holder]) else -3.0


def _holding(
    candidate: Candidate, held: int | None, found: Sequence[Sighting], shares: Sequence[Sequence[float]]
) -> float:
    """What "X, Y" gives to a Y in which there is an X: "Dalton, Georgia" is no town of the Caucasus."""
    if held is None:
        return 0.0
    parts = zip(found[held].candidates, shares[held], strict=True)
    within = [part for place, part in parts if holds(candidate, place)]
    return 3.0 + 3.0 * sum(within) if within else 0.0


def _inside_of(candidate: Candidate, holder: Sighting, share: Sequence[float]) -> bool:
    return holds(holder.candidates[max(range(len(share)), key=share.__getitem__)], candidate)


def holds(area: Candidate, place: Candidate) -> bool:
    """Whether a place lies in an area, by the modern division where both have one, else by distance."""
    if area.kind == "country" and area.country and place.country:
        return area.country == place.country or (place.known and area.km_to(place) < area.radius_km / 2)
    if area.admin and place.admin:
        return (area.country, area.admin) == (place.country, place.admin)
    return area.km_to(place) <= area.radius_km * 1.3 + 20


def _one_sense(found: Sequence[Sighting], shares: Sequence[Sequence[float]]) -> Mapping[str, Mapping[int, float]]:
    """For a name that comes several times, what its meanings gain by being likely elsewhere in the text."""
    sums: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    times: dict[str, int] = defaultdict(int)
    for one, share in zip(found, shares, strict=True):
        times[one.key] += 1
        for position, part in enumerate(share):
            sums[one.key][position] += part
    return {
        name: {position: 2.0 * part / times[name] if times[name] > 1 else 0.0 for position, part in parts.items()}
        for name, parts in sums.items()
    } | {name: {} for name in times if name not in sums}


def _answer(
    number: int, found: Sequence[Sighting], shares: Sequence[Sequence[float]], inside: Mapping[int, int]
) -> Resolved:
    one, share = found[number], shares[number]
    if not share:
        return _among_neighbours(number, found, shares, inside)
    share = _sharper(share)
    position = max(range(len(share)), key=share.__getitem__)
    place, part = one.candidates[position], _near_share(one.candidates, share, position)
    confidence = _calibrated(part, place, one)
    holder = inside.get(number)
    if holder is not None and not _inside_of(place, found[holder], shares[holder]):
        confidence = round(confidence * 0.3, 3)
    if confidence < THRESHOLD:
        guess = _among_neighbours(number, found, shares, inside)
        if guess.place is not None and sum(share) < 0.5:
            return guess
        return Resolved(one, None, "several places bear this name and nothing here decides", confidence)
    return Resolved(one, place, _because(one, place, number, found, inside), confidence)


def _sharper(share: Sequence[float]) -> tuple[float, ...]:
    """Sixty Washingtons with a little each must not outvote the one with most."""
    powered = [part**_SHARPNESS for part in share]
    total = sum(powered) + max(0.0, 1.0 - sum(share)) ** _SHARPNESS
    return tuple(part / total for part in powered)


def _near_share(candidates: Sequence[Candidate], share: Sequence[float], position: int) -> float:
    """The share of all meanings that lie where the best one lies: Kars the town and Kars the province agree."""
    best = candidates[position]
    reach = max(50.0, best.radius_km)
    return sum(part for other, part in zip(candidates, share, strict=True) if other.km_to(best) <= reach)


def _calibrated(part: float, place: Candidate, one: Sighting) -> float:
    """The share as a chance of being right; measured by bench/places.py, see docs/places.md."""
    base = 0.98 if place.known else 0.93
    likely = 1.0 / (1.0 + math.exp(-one.standing - 0.5))
    return round(base * part * (0.6 + 0.4 * likely), 3)


def _because(
    one: Sighting, place: Candidate, number: int, found: Sequence[Sighting], inside: Mapping[int, int]
) -> str:
    if number in inside:
        return f"the words beside it: {found[inside[number]].key}"
    if len(one.candidates) == 1:
        return "the only place of this name that we know"
    if place.known:
        return "the period table, and what is named around it"
    return "what is named around it, then the number of people"


def _among_neighbours(
    number: int, found: Sequence[Sighting], shares: Sequence[Sequence[float]], inside: Mapping[int, int]
) -> Resolved:
    """A name that no list has lies where the places named around it lie, if those lie together."""
    one = found[number]
    near = [
        anchor
        for anchor in _anchors_about(number, found, shares)
        if anchor.place.radius_km <= _TIGHT_KM and anchor.weight > 0.5 and anchor.key != one.key
    ]
    holder = inside.get(number)
    if holder is not None:
        near = [anchor for anchor in near if _inside_of(anchor.place, found[holder], shares[holder])]
    if not near:
        return Resolved(one, None, "no list has this name", 0.0)
    lat, lon = _middle([anchor.place.lat for anchor in near]), _middle([anchor.place.lon for anchor in near])
    spread = _middle([km(lat, lon, anchor.place.lat, anchor.place.lon) for anchor in near])
    if spread > _NEAR_KM:
        return Resolved(one, None, "no list has this name, and its neighbours lie far apart", 0.0)
    names = ", ".join(dict.fromkeys(anchor.place.name for anchor in near[:3]))
    place = Candidate(
        name=one.key,
        kind=one.feature or "place",
        shape=Shape.AREA,
        lat=round(lat, 2),
        lon=round(lon, 2),
        source="neighbours",
        radius_km=round(max(50.0, 2 * spread)),
    )
    return Resolved(one, place, f"no list has this name; somewhere about {names}, named with it", _GUESSED)


def _anchors_about(number: int, found: Sequence[Sighting], shares: Sequence[Sequence[float]]) -> list[_Anchor]:
    """The anchors nearest in the text, the nearest first."""
    low, high = max(0, number - _ABOUT), number + _ABOUT + 1
    at = found[number].span.start
    anchors = sorted(_anchors(found[low:high], shares[low:high]), key=lambda anchor: abs(anchor.at - at))
    return anchors[:_MOST_ABOUT]


def _middle(values: Sequence[float]) -> float:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
