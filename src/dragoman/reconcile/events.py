"""Tellings of one act: assertions, of different accounts or of one, that speak of the same thing being done.

    "first Moscow conference, July-August 1920" (a), "…took place in July-August 1920" (b) -> Heading(kind=EVENT)

Pairs that share something rare are weighed; groups grow from the surest pair outward, and a telling joins a group only
if it is like the group as a whole, so that no chain of half-likenesses draws two acts together.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from msgspec.structs import replace

from dragoman.comparing import bounded, width, year_of
from dragoman.model import RELATIONS, Assertion, Heading, Judgement, Kind, Member, Role, Ruling, Testimony, digest
from dragoman.reconcile.pairs import pairs_of
from dragoman.reconcile.register import year_told
from dragoman.reconcile.tellings import Telling, telling_of
from dragoman.reconcile.weighing import ENOUGH, Scales, Weighing

_Pair = tuple[str, str]
_ABOUT = (Role.INSTRUMENT, Role.EVENT, Role.TERRITORY)
_BESIDE = 4
# One date in a passage may be an aside.
_TO_TELL_THE_TIME = 2
_CERTAIN = 1000.0
_MOST_REASONS = 12
_SAID = "a person says that they are the same"


def events_of(
    testimonies: Sequence[Testimony], things: Sequence[Heading], pairings: Sequence[Judgement] = ()
) -> tuple[Heading, ...]:
    """The acts told more than once, each as a heading whose members are assertions."""
    tellings = {telling.one.id: telling for telling in _tellings(testimonies, things)}
    scales = Scales(tuple(tellings.values()), {heading.id: heading for heading in things})
    ruled = _ruled(pairings, tellings)
    weighed: dict[_Pair, Weighing] = {}
    for first, second in pairs_of(tuple(tellings.values())):
        weighing = scales.weigh(first, second)
        if weighing.score >= ENOUGH:
            weighed[first.one.id, second.one.id] = weighing
    for pair, ruling in ruled.items():
        weighed.pop(pair, None)
        if ruling == Ruling.SAME:
            weighed[pair] = Weighing(_CERTAIN, (lambda: [_SAID],))
    apart = {pair for pair, ruling in ruled.items() if ruling == Ruling.DIFFERENT}
    groups = _grown(weighed, tellings, scales, apart)
    made = [list(group) for group in groups]
    made += _beside(made, weighed, tellings, scales)
    reasons = _reasons(made, weighed)
    events = (_event([tellings[one].one for one in group], reasons[i]) for i, group in enumerate(made))
    return tuple(sorted(events, key=lambda heading: heading.id))


def _reasons(groups: Sequence[Sequence[str]], weighed: Mapping[_Pair, Weighing]) -> dict[int, list[str]]:
    """For each group what was weighed of the pairs in it, in an order that depends on nothing but the pairs."""
    groups_of: dict[str, set[int]] = defaultdict(set)
    for i, group in enumerate(groups):
        for one in group:
            groups_of[one].add(i)
    reasons: dict[int, dict[str, None]] = defaultdict(dict)
    for pair in sorted(weighed):
        for number in sorted(groups_of[pair[0]] & groups_of[pair[1]]):
            if len(reasons[number]) < _MOST_REASONS:
                reasons[number].update(dict.fromkeys(weighed[pair].reasons))
    return {number: list(told) for number, told in reasons.items()}


def _tellings(testimonies: Sequence[Testimony], things: Sequence[Heading]) -> Iterator[Telling]:
    """The acts of all accounts in an order that does not depend on that of the files."""
    by_member = {member: heading for heading in things for member in heading.members}
    for testimony in sorted(testimonies, key=lambda one: one.account.id):
        year = year_told(testimony)
        # That one rests on another is a relation, whatever word tells it.
        acts = [one for one in testimony.assertions if one.predicate not in RELATIONS and one.subtype != "basis"]
        acts.sort(key=lambda one: (one.span, one.id))
        yield from _in_context([telling_of(one, by_member, year) for one in acts], year)


def _in_context(tellings: Sequence[Telling], year: int | None) -> Iterator[Telling]:
    """Each telling with what those beside it in its account name."""
    for i, telling in enumerate(tellings):
        beside = tellings[max(0, i - _BESIDE) : i + _BESIDE + 1]
        around = frozenset().union(*(one.things for one in beside))
        yield replace(telling, around=around, years=_hull(_years(beside), year))


def _hull(years: tuple[int, int] | None, year: int | None) -> tuple[int, int] | None:
    """The years around, and that which the account is about: an aside on 1814 moves nothing."""
    if years is None or year is None:
        return years
    return min(years[0], year), max(years[1], year)


def _years(tellings: Sequence[Telling]) -> tuple[int, int] | None:
    days = [days for days in (bounded(one.when) for one in tellings) if days is not None]
    if len(days) < _TO_TELL_THE_TIME:
        return None
    return year_of(min(day for day, _ in days)), year_of(max(day for _, day in days))


def _ruled(pairings: Sequence[Judgement], tellings: Mapping[str, Telling]) -> dict[_Pair, Ruling]:
    """What a person ruled on two tellings; of rulings that contradict each other the last holds."""
    order = {one: i for i, one in enumerate(tellings)}
    ruled: dict[_Pair, Ruling] = {}
    for one in pairings:
        if one.ruling in (Ruling.SAME, Ruling.DIFFERENT) and one.target in order and one.other in order:
            first, second = sorted((one.target, one.other), key=order.__getitem__)
            ruled[first, second] = one.ruling
    return ruled


def _grown(
    weighed: Mapping[_Pair, Weighing], tellings: Mapping[str, Telling], scales: Scales, apart: set[_Pair]
) -> Iterator[list[str]]:
    """Groups of tellings, the surest pairs first; two groups become one only if they are alike on the whole."""
    group_of: dict[str, list[str]] = {}
    # Two groups that were not alike are not asked again before one of them has grown.
    refused: set[tuple[str, int, str, int]] = set()
    order = {one: i for i, one in enumerate(tellings)}
    for pair in sorted(weighed, key=lambda each: (-weighed[each].score, order[each[0]], order[each[1]])):
        small, large = sorted(
            (group_of.get(one, [one]) for one in pair), key=lambda group: (len(group), order[group[0]])
        )
        if small is large or (apart and any(_ordered(one, other, order) in apart for one in small for other in large)):
            continue
        if weighed[pair].score < _CERTAIN:
            asked = (small[0], len(small), large[0], len(large))
            crossing = islice(product(small, large), _HELD_AGAINST)
            if asked in refused or not _alike(
                [_ordered(one, other, order) for one, other in crossing], weighed, tellings, scales
            ):
                refused.add(asked)
                continue
        large += small
        for one in (*small, *pair):
            group_of[one] = large
    for first in order:
        group = group_of.get(first)
        # Each group comes with its first member, and once.
        if group is not None and first == min(group, key=order.__getitem__):
            yield sorted(group, key=order.__getitem__)


def _beside(
    groups: Sequence[Sequence[str]], weighed: Mapping[_Pair, Weighing], tellings: Mapping[str, Telling], scales: Scales
) -> list[list[str]]:
    """Pairs about one land that no group holds: what one account tells in a list, another tells piece by piece.

    "Yielded Hudson Bay, Acadia and Cape Breton" is one telling; that Hudson Bay was restored and that Cape Breton was
    kept are two, and no group holds all three.
    """
    group_of = {one: i for i, group in enumerate(groups) for one in group}
    loose = (pair for pair in sorted(weighed) if group_of.get(pair[0], -1) != group_of.get(pair[1], -2))
    lists = ([one, other] for one, other in loose if scales.of_one_land(tellings[one], tellings[other]))
    return [pair for pair in lists if any(len(tellings[one].lands) > 1 for one in pair)]


def _ordered(one: str, other: str, order: Mapping[str, int]) -> _Pair:
    return (one, other) if order[one] <= order[other] else (other, one)


# Of a group, each need not be like each (a notice and the break it gave notice of), but none may speak against another.
_ON_THE_WHOLE = 3.0
_AGAINST = -0.5
# A group so large is an act that everybody tells; a new telling is held against so many of it.
_HELD_AGAINST = 16


def _alike(
    crossing: Sequence[_Pair], weighed: Mapping[_Pair, Weighing], tellings: Mapping[str, Telling], scales: Scales
) -> bool:
    total = 0.0
    for pair in crossing:
        known = weighed.get(pair)
        score = known.score if known is not None else scales.weigh(tellings[pair[0]], tellings[pair[1]]).score
        if score <= _AGAINST:
            return False
        total += min(score, 2 * ENOUGH)
    return total / len(crossing) >= _ON_THE_WHOLE


def _event(said: Sequence[Assertion], reasons: Sequence[str]) -> Heading:
    members = tuple(sorted(Member(one.account, one.id) for one in said))
    dates = [one.when for one in said if one.when is not None and one.when.edtf and width(one.when)]
    best = min(dates, key=lambda date: (width(date) or 0, date.edtf)) if dates else None
    shortest = min(said, key=lambda one: (len(one.quote), one.id))
    about = [p.name for p in shortest.of(*_ABOUT)] or [p.name for p in shortest.participants]
    what = str(shortest.predicate).replace("_", " ")
    return Heading(
        id=digest("event", *sorted(member.name for member in members)),
        kind=Kind.EVENT,
        label=f"{what}: {', '.join(dict.fromkeys(about[:3]))}" if about else what,
        members=members,
        reasons=tuple(reasons)[:_MOST_REASONS],
        edtf=best.edtf if best else "",
        earliest=best.earliest if best else None,
        latest=best.latest if best else None,
    )
