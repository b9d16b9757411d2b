"""Tellings of one act: assertions, of different accounts or of one, that speak of the same thing being done.

    "first Moscow conference, July-August 1920" (a), "…took place in July-August 1920" (b) -> Heading(kind=EVENT)

Pairs that share something rare are weighed; groups grow from the surest pair outward, and a telling joins a group only
if it is like the group as a whole, so that no chain of half-likenesses draws two acts together.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from dragoman.comparing import bounded, width, year_of
from dragoman.model import RELATIONS, Heading, Judgement, Kind, Member, Role, Ruling, Testimony, digest
from dragoman.reconcile.pairs import pairs_of
from dragoman.reconcile.register import year_told
from dragoman.reconcile.tellings import Telling, telling_of
from dragoman.reconcile.weighing import ENOUGH, Scales, Weighing

_Pair = tuple[str, str]
_ABOUT = (Role.INSTRUMENT, Role.EVENT, Role.TERRITORY)
_BESIDE = 4
# One date in a passage may be an aside.
_TO_TELL_THE_TIME = 2
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
            weighed[pair] = Weighing(1000.0, (_SAID,))
    apart = {pair for pair, ruling in ruled.items() if ruling == Ruling.DIFFERENT}
    groups = _grown(weighed, tellings, scales, apart)
    return tuple(sorted((_event(group, weighed, tellings) for group in groups), key=lambda heading: heading.id))


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
    order = {one: i for i, one in enumerate(tellings)}
    for pair in sorted(weighed, key=lambda each: (-weighed[each].score, order[each[0]], order[each[1]])):
        groups = [group_of.get(one, [one]) for one in pair]
        if groups[0] is groups[1]:
            continue
        crossing = [_ordered(one, other, order) for one in groups[0] for other in groups[1]]
        if any(cross in apart for cross in crossing):
            continue
        if weighed[pair].score < 1000.0 and not _alike(crossing, weighed, tellings, scales):
            continue
        joined = groups[0] + groups[1]
        for one in joined:
            group_of[one] = joined
    seen: set[int] = set()
    for one in order:
        group = group_of.get(one)
        if group is not None and id(group) not in seen:
            seen.add(id(group))
            yield sorted(group, key=order.__getitem__)


def _ordered(one: str, other: str, order: Mapping[str, int]) -> _Pair:
    return (one, other) if order[one] <= order[other] else (other, one)


# Of a group, each need not be like each (a notice and the break it gave notice of), but none may speak against another.
_ON_THE_WHOLE = 3.0
_AGAINST = -0.5
# A group so large is an act that everybody tells; a new telling is held against these many of it.
_HELD_AGAINST = 64


def _alike(
    crossing: Sequence[_Pair], weighed: Mapping[_Pair, Weighing], tellings: Mapping[str, Telling], scales: Scales
) -> bool:
    scores = []
    for pair in crossing[:_HELD_AGAINST]:
        known = weighed.get(pair)
        score = known.score if known is not None else scales.weigh(tellings[pair[0]], tellings[pair[1]]).score
        scores.append(min(score, 2 * ENOUGH))
    return sum(scores) / len(scores) >= _ON_THE_WHOLE and min(scores) > _AGAINST


def _event(group: Sequence[str], weighed: Mapping[_Pair, Weighing], tellings: Mapping[str, Telling]) -> Heading:
    said = [tellings[one].one for one in group]
    members = tuple(sorted(Member(one.account, one.id) for one in said))
    inside = set(group)
    reasons = [r for pair in sorted(weighed) if set(pair) <= inside for r in weighed[pair].reasons]
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
        reasons=tuple(dict.fromkeys(reasons))[:12],
        edtf=best.edtf if best else "",
        earliest=best.earliest if best else None,
        latest=best.latest if best else None,
    )
