"""Resolving: which of the places that a name may mean it means here, and how sure that is.

    resolved(text, tuple(sightings(text)), year=1920)[0].place.modern

What speaks for a meaning, strongest first: the words beside it ("Springfield, Illinois", "Springfield in Illinois"),
the neighbours named with it, the meaning the same name has elsewhere in the text, the year, and how many people live
there. Where nothing decides, the name stays unplaced.
"""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from dragoman.gazetteer.candidate import Candidate
from dragoman.gazetteer.finding import Sighting
from dragoman.gazetteer.holding import VAST, contained, containers, holding, inside_of
from dragoman.gazetteer.nearness import Closeness, anchors_of, nearest, tightness, weight_of
from dragoman.gazetteer.neighbours import among_neighbours
from dragoman.model import Shape

THRESHOLD = 0.35
KNOWN, KNOWN_VAST = 5.0, 7.0
AMONG = 5.5
# The score of the place that no list has: a hamlet beside the places named with it.
MISSING, MISSING_NEAR, MISSING_KNOWN = 1.3, 0.7, 2.5
_ROUNDS = 3
_SHARPNESS = 1.5
_GUESSED = 0.45
_LONG_KM = 160.0
_YEAR = re.compile(r"(?<![\d,.])(1[5-9]\d\d|20[0-2]\d)(?![\d,]\d)")
_WITH_ARTICLE = frozenset({"river", "sea", "ocean", "strait", "canal", "gulf", "mountains"})
_TOWNISH = frozenset({"city", "town", "village", "court-house", "courthouse", "depot", "station", "junction", "mills"})


class Resolved(msgspec.Struct, frozen=True):
    """What a sighting means: the place, None where it stays unplaced; why; and how likely that is to be right."""

    sighting: Sighting
    place: Candidate | None
    because: str
    confidence: float


def resolved(text: str, found: Sequence[Sighting], year: int | None = None) -> tuple[Resolved, ...]:
    """An answer for each sighting, in their order."""
    inside = containers(text, found)
    priors = [_priors(one, year) for one in found]
    shares = [_shares(prior) for prior in priors]
    closeness = Closeness()
    for _ in range(_ROUNDS):
        shares = _looked_around(found, priors, shares, inside, closeness)
    return tuple(_answer(number, found, shares, inside) for number in range(len(found)))


def year_of(text: str) -> int | None:
    """The middle one of the years a text names; None if it names none."""
    years = sorted(int(year) for year in _YEAR.findall(text))
    return years[len(years) // 2] if years else None


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
        score = KNOWN_VAST if candidate.kind in VAST else KNOWN
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


def _looked_around(
    found: Sequence[Sighting],
    priors: Sequence[Sequence[float]],
    shares: Sequence[Sequence[float]],
    inside: Mapping[int, int],
    closeness: Closeness,
) -> list[tuple[float, ...]]:
    """The shares of every meaning, seen from those that the round before thought likely."""
    anchors = anchors_of(found, shares)
    tight = tightness(anchors, closeness)
    together = _one_sense(found, shares)
    holds_what = {holder: held for held, holder in inside.items()}
    better = []
    for number, one in enumerate(found):
        near = (anchor for anchor in nearest(anchors, number) if anchor.key != one.key)
        weighed = [(anchor.place, weight_of(anchor, one)) for anchor in near]
        weights = sum(weight for _, weight in weighed)
        scores = [
            prior
            + AMONG * closeness.together(candidate, weighed) / (weights + 0.5)
            + contained(candidate, inside.get(number), found, shares)
            + holding(candidate, holds_what.get(number), found, shares)
            + together[one.key].get(position, 0.0)
            for position, (candidate, prior) in enumerate(zip(one.candidates, priors[number], strict=True))
        ]
        better.append(_shares(scores, _missing(one, weights, tight)))
    return better


def _missing(one: Sighting, weights: float, tight: float) -> float:
    """The score of a place of this name that no list has; small where the period table has the name."""
    known = any(candidate.known for candidate in one.candidates)
    return MISSING + MISSING_NEAR * tight * AMONG * weights / (weights + 0.5) - (MISSING_KNOWN if known else 0.0)


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
    """The likeliest meaning if it is likely enough; else about its neighbours; else unplaced."""
    one, share = found[number], _sharper(shares[number])
    if not share:
        return _guess(number, found, shares, inside)
    position = max(range(len(share)), key=share.__getitem__)
    place, part = one.candidates[position], _near_share(one.candidates, share, position)
    confidence = _calibrated(part, place, one)
    holder = inside.get(number)
    if holder is not None and not inside_of(place, found[holder], shares[holder]):
        confidence = round(confidence * 0.3, 3)
    if confidence >= THRESHOLD:
        return Resolved(one, place, _because(one, place, number, found, inside), confidence)
    guess = _guess(number, found, shares, inside)
    if guess.place is not None and sum(share) < 0.5:
        return guess
    return Resolved(one, None, "several places bear this name and nothing here decides", confidence)


def _guess(
    number: int, found: Sequence[Sighting], shares: Sequence[Sequence[float]], inside: Mapping[int, int]
) -> Resolved:
    if found[number].standing <= 0:
        return Resolved(found[number], None, "a common word, not a name", 0.0)
    place, because = among_neighbours(number, found, shares, inside)
    return Resolved(found[number], place, because, _GUESSED if place else 0.0)


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
    """The share as a chance of lying within 161 km; measured by bench/places.py, see docs/places.md.

    What is meant may be the far end of a long river: one point cannot be right for all of it.
    """
    long = place.shape is Shape.LINE and place.radius_km > _LONG_KM
    base = 0.5 if long else 0.98 if place.known else 0.93
    likely = 1.0 / (1.0 + math.exp(-one.standing - 0.5))
    return round(base * part * (0.6 + 0.4 * likely), 3)


def _because(one: Sighting, place: Candidate, number: int, found: Sequence[Sighting], inside: Mapping[int, int]) -> str:
    if number in inside:
        return f"the words beside it: {found[inside[number]].key}"
    if len(one.candidates) == 1:
        return "the only place of this name that we know"
    if place.known:
        return "the period table, and what is named around it"
    return "what is named around it, then the number of people"
