"""Conferences: who met, what each side demanded, offered, refused and accepted, and what came out.

conferences_of(said, labels, events) -> (Conference("first Russian-Turkish conference", …),)

An act belongs to a conference because it names it, or because it is told after it and its date allows it; which it was
stands beside it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from dragoman.comparing import bounded, date_of, sides_of, year_of
from dragoman.labels import Labels, Stage
from dragoman.languages.en.likeness import COMBINING, COUNTING, MEETINGS
from dragoman.ledgers.positions import Position, positions_of
from dragoman.model import AccountId, Assertion, Heading, Kind, Modality, Polarity, Predicate, Role
from dragoman.polities import polities

_WARS = frozenset({"war", "battle", "campaign", "coalition"})
_MEETINGS = frozenset(MEETINGS) - _WARS | {"conferences", "visit"}
_TAKEN = frozenset(
    {
        Predicate.DEMAND,
        Predicate.REFUSAL,
        Predicate.ACCEPTANCE,
        Predicate.COMMITMENT,
        Predicate.MEDIATION_OFFER,
        Predicate.TERRITORIAL_CLAIM,
        Predicate.RECOGNITION,
        Predicate.NON_RECOGNITION,
    }
)
_CAME_OUT = frozenset({Predicate.DRAFT, Predicate.SIGNATURE})
# So many acts after the conference is told of, the story has gone on.
_FOLLOWING = 12
_BESIDE = 14
_A_SEASON = 100


class Part(msgspec.Struct, frozen=True):
    """An act at a conference, and why we put it there."""

    position: Position
    why: str


class Outcome(msgspec.Struct, frozen=True):
    """What came out: an instrument drafted, signed or not signed."""

    what: str
    said: Assertion
    why: str


class Conference(msgspec.Struct, frozen=True):
    """One conference across accounts; `told_by` are the assertions that tell of it being held."""

    label: str
    told_by: tuple[Assertion, ...]
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    delegates: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    earliest: int | None = None
    latest: int | None = None
    parts: tuple[Part, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


def conferences_of(said: Sequence[Assertion], labels: Labels, events: Iterable[Heading] = ()) -> tuple[Conference, ...]:
    """The conferences in order of time; `events` are the acts told more than once, which join tellings of one."""
    ordered = sorted(said, key=lambda one: (one.account, one.span, one.id))
    groups = _groups([one for one in ordered if _tells_of_meeting(one)], events)
    place_of = {one.id: i for i, group in enumerate(groups) for one in group}
    bounds = [_bounds(group) for group in groups]
    days = [_days(group) for group in groups]
    parts: dict[int, list[tuple[Assertion, str]]] = defaultdict(list)
    for one, number, why in _placed(ordered, groups, place_of, days):
        parts[number].append((one, why))
    found = [_conference(group, bounds[i], parts[i], labels) for i, group in enumerate(groups)]
    # One talk that names nothing but itself is no conference that a reader could look for.
    found = [
        each for each in found if each.parts or each.outcomes or len(each.told_by) > 1 or each.earliest is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.earliest is None, each.earliest or 0, each.label)))


def _tells_of_meeting(one: Assertion) -> bool:
    if one.predicate != Predicate.NEGOTIATION or one.polarity == Polarity.NEG:
        return False
    names = [p.name for p in one.of(Role.EVENT)]
    return bool(names) or one.subtype in ("conference", "opening", "end", "meeting") or bool(_meetings(one.quote))


def _meetings(text: str) -> frozenset[str]:
    return _MEETINGS & set(text.casefold().replace(",", " ").split())


def _groups(meetings: Sequence[Assertion], events: Iterable[Heading]) -> list[list[Assertion]]:
    """The tellings of one conference together: by the events, by its name in one account, by number and time."""
    group_of: dict[str, str] = {one.id: one.id for one in meetings}
    by_id = {one.id: one for one in meetings}
    for heading in events:
        if heading.kind == Kind.EVENT:
            ids = [member.name for member in heading.members if member.name in group_of]
            for other in ids[1:]:
                _join(group_of, ids[0], other)
    named: dict[tuple[AccountId, str], str] = {}
    for one in meetings:
        for name in one.of(Role.EVENT):
            _join(group_of, named.setdefault((one.account, name.name.casefold()), one.id), one.id)
    for first, second in _held_together(meetings):
        _join(group_of, first.id, second.id)
    groups: dict[str, list[Assertion]] = defaultdict(list)
    for ident in group_of:
        groups[_root(group_of, ident)].append(by_id[ident])
    return list(groups.values())


def _held_together(meetings: Sequence[Assertion]) -> Iterator[tuple[Assertion, Assertion]]:
    """Pairs that tell of one meeting; only what shares a year or a number is compared."""
    shared: dict[str, list[Assertion]] = defaultdict(list)
    before: dict[tuple[AccountId, str], Assertion] = {}
    for one in meetings:
        days = bounded(date_of(one))
        shared[f"year {year_of(days[0])}" if days is not None else f"the {_count(one)}"].append(one)
        # "During the conference": what has no name, day or place of its own is the one told of before.
        sort = min(_meetings(one.quote) or {""})
        if days is None and not one.of(Role.EVENT, Role.PLACE) and (one.account, sort) in before:
            yield before[one.account, sort], one
        else:
            before[one.account, sort] = one
    for key in shared:
        if key != "the ":
            yield from ((one, other) for one, other in combinations(shared[key], 2) if _one_meeting(one, other))


def _one_meeting(one: Assertion, other: Assertion) -> bool:
    """Whether two that are counted alike ("the first"), or one of them not at all, share their time and place."""
    counts = {_count(one), _count(other)} - {""}
    places = {p.name for p in one.of(Role.PLACE)}, {p.name for p in other.of(Role.PLACE)}
    days, others = bounded(date_of(one)), bounded(date_of(other))
    if len(counts) > 1 or (all(places) and not places[0] & places[1]):
        return False
    if days is None or others is None:
        return bool(counts) and _count(one) == _count(other) and (bool(places[0] & places[1]))
    close = days[0] <= others[1] and others[0] <= days[1] and max(days[1] - days[0], others[1] - others[0]) < _A_SEASON
    return close and (bool(places[0] & places[1]) or (bool(counts) and _count(one) == _count(other)))


def _count(one: Assertion) -> str:
    return _count_in(" ".join([p.name for p in one.of(Role.EVENT)]) or one.quote)


def _count_in(words: str) -> str:
    return next((word for word in words.casefold().split() if word in COUNTING), "")


def _join(group_of: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_root(group_of, one), _root(group_of, other)))
    group_of[second] = first


def _root(group_of: Mapping[str, str], ident: str) -> str:
    while group_of[ident] != ident:
        ident = group_of[ident]
    return ident


def _bounds(group: Sequence[Assertion]) -> tuple[int, int] | None:
    """From its first to its last day, as far as any account tells."""
    days = [days for one in group if (days := bounded(date_of(one))) is not None and date_of(one) is not None]
    return (min(first for first, _ in days), max(last for _, last in days)) if days else None


def _placed(
    ordered: Sequence[Assertion],
    groups: Sequence[Sequence[Assertion]],
    place_of: Mapping[str, int],
    days_of: Sequence[Sequence[tuple[int, int]]],
) -> Iterator[tuple[Assertion, int, str]]:
    names = {p.name.casefold(): i for i, group in enumerate(groups) for one in group for p in one.of(Role.EVENT)}
    here: dict[AccountId, tuple[int, int]] = {}
    for one in ordered:
        if one.id in place_of:
            here[one.account] = (place_of[one.id], 0)
            continue
        at, gone = here.get(one.account, (-1, 0))
        here[one.account] = (at, gone + 1)
        if one.predicate not in _TAKEN | _CAME_OUT:
            continue
        said_at = next((names[p.name.casefold()] for p in one.of(Role.EVENT) if p.name.casefold() in names), None)
        if said_at is not None:
            yield one, said_at, "it names it"
            continue
        days = bounded(date_of(one))
        during = [i for i, told in enumerate(days_of) if days is not None and _inside(days, told)]
        if len(during) == 1 and (days is not None and days[1] - days[0] < _BESIDE):
            yield one, during[0], "dated within it"
        elif at >= 0 and gone < _FOLLOWING and (days is None or _near(days, days_of[at])):
            yield one, at, "told after it"


def _days(group: Sequence[Assertion]) -> list[tuple[int, int]]:
    """When it was held: each date that is told, and from the first to the last that one account tells."""
    told: dict[AccountId, list[tuple[int, int]]] = defaultdict(list)
    for one in group:
        days = bounded(date_of(one))
        if days is not None and days[1] - days[0] < _A_SEASON:
            told[one.account].append(days)
    hulls = [(min(a for a, _ in each), max(b for _, b in each)) for each in told.values()]
    return [
        *(days for each in told.values() for days in each),
        *(hull for hull in hulls if hull[1] - hull[0] < _A_SEASON),
    ]


def _inside(days: tuple[int, int], told: Sequence[tuple[int, int]]) -> bool:
    return any(first <= days[0] and days[1] <= last for first, last in told)


def _near(days: tuple[int, int], told: Sequence[tuple[int, int]]) -> bool:
    return not told or any(days[0] <= last + _BESIDE and first - _BESIDE <= days[1] for first, last in told)


def _conference(
    group: Sequence[Assertion],
    reach: tuple[int, int] | None,
    placed: Sequence[tuple[Assertion, str]],
    labels: Labels,
) -> Conference:
    why_of = {one.id: why for one, why in placed}
    positions = positions_of([one for one, _ in placed if one.predicate in _TAKEN], labels)
    persons = [p for one in group for p in one.participants if p.kind == Kind.PERSON]
    delegates = [
        labels.party(one, p).name for one in group for p in one.participants if p in persons or p.role == Role.DELEGATE
    ]
    delegates += [position.party.name for position in positions if position.party.stage == Stage.PERSON]
    earliest, latest = reach if reach is not None else (None, None)
    return Conference(
        label=_label(group),
        told_by=tuple(group),
        parties=tuple(sorted(_parties(group, labels))),
        places=tuple(dict.fromkeys(p.name for one in group for p in one.of(Role.PLACE))),
        delegates=tuple(dict.fromkeys(delegates)),
        dates=tuple(dict.fromkeys(date.edtf for one in group if (date := date_of(one)) is not None and date.edtf)),
        earliest=earliest,
        latest=latest,
        parts=tuple(Part(position, why_of[position.said.id]) for position in positions),
        outcomes=tuple(
            Outcome(f"{_came_out(one)}: {labels.thing(one, instrument)}", one, why)
            for one, why in placed
            if one.predicate in _CAME_OUT and one.modality == Modality.ACTUAL and one.subtype != "basis"
            for instrument in one.of(Role.INSTRUMENT)[:1]
        ),
    )


def _came_out(one: Assertion) -> str:
    word = "drafted" if one.predicate == Predicate.DRAFT else one.subtype if one.subtype == "initialled" else "signed"
    return f"not {word}" if one.polarity == Polarity.NEG else word


def _label(group: Sequence[Assertion]) -> str:
    """The name that most use, of those the one that tells most."""
    named = Counter(p.name for one in group for p in one.of(Role.EVENT))
    if named:
        return max(named, key=lambda name: (bool(_meetings(name)), bool(_count_in(name)), named[name], len(name), name))
    words = sorted(frozenset[str]().union(*(_meetings(one.quote) for one in group)))
    where = next((f" in {p.name}" for one in group for p in one.of(Role.PLACE)), "")
    return f"{words[0] if words else 'negotiations'}{where}"


def _parties(group: Sequence[Assertion], labels: Labels) -> set[str]:
    """The powers in its name, and those that are told to take part."""
    found = set()
    for one in group:
        year = labels.year(one)
        names = [p.name for p in one.of(Role.PARTY, Role.AGENT, Role.COUNTERPARTY, Role.EVENT)]
        for name in names:
            # "Russian-Turkish" is two adjectives in one word.
            parts = [COMBINING.get(part.casefold().split()[-1], part) for part in name.split("-") if part.strip()]
            found |= {key for part in parts for key in sides_of(part, year)} | sides_of(name, year)
    return {polities()[key].name for key in found if key in polities()}
