"""The queue of what a person should look at, gravest first: contradictions, the impossible, then doubt that matters.

desk_of(shelves, "gravest", at="").item -> Item(id="a1b2…", why="Which rested on which? …", finding="…")
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from dragoman.model import Finding, Judgement, Member, Ruling
from dragoman.web.queues import Item, decided_on, queue_of
from dragoman.web.room import Shelves
from dragoman.web.telling import Side, in_one_line, side_of
from dragoman.web.wording import date_in_words

SHOWN: Final = 9


class Pair(msgspec.Struct, frozen=True):
    """Two things to be told the same or different: what each is called, and the words in which it is met."""

    target: str
    other: str
    labels: tuple[str, str]
    sides: tuple[Side, ...] = ()
    reasons: tuple[str, ...] = ()


class Desk(msgspec.Struct, frozen=True):
    """What lies before the person who judges: one item of a queue, and the way to those around it."""

    queue: str
    item: Item | None
    place: int
    total: int
    left: int
    around: tuple[tuple[Item, str], ...]
    before: str
    after: str
    onward: str
    side: Side | None = None
    against: Side | None = None
    finding: Finding | None = None
    pair: Pair | None = None


def desk_of(shelves: Shelves, queue: str, at: str) -> Desk:
    """The desk with this item on it; the first that nobody decided when none is named or it is not there any more.

    The items of a queue are as they stood at the build; what is decided since keeps its place until the next.
    """
    held = queue_of(shelves, queue)
    if not held.total:
        return Desk(queue, None, 0, 0, 0, (), "", "", "")
    decided = held.decided
    place = held.place_of(at)
    if place is None:
        place = _undecided(0, held.total, decided) or 0
    later = _undecided(place + 1, held.total, decided)
    onward = later if later is not None else _undecided(0, place, decided)
    first = max(0, min(place - SHOWN // 2, held.total - SHOWN))
    around = [held.item(one) for one in range(first, min(first + SHOWN, held.total))]
    desk = Desk(
        queue=queue,
        item=held.item(place),
        place=place,
        total=held.total,
        left=held.total - len(decided),
        around=tuple((one, decided_on(shelves, one)) for one in around),
        before=held.item(place - 1).id if place else "",
        after=held.item(place + 1).id if place + 1 < held.total else "",
        onward=held.item(place if onward is None else onward).id,
    )
    return _laid_out(shelves, desk, held.item(place))


def _undecided(start: int, end: int, decided: frozenset[int]) -> int | None:
    """The first place between these two on which nobody decided."""
    return next((place for place in range(start, end) if place not in decided), None)


def _laid_out(shelves: Shelves, desk: Desk, item: Item) -> Desk:
    if item.kind == "names":
        return msgspec.structs.replace(desk, pair=_pair_of_names(shelves, item))
    one = shelves.assertions.get(item.id)
    if one is None:  # somebody took it back since the build
        return desk
    against = shelves.assertions.get(item.other)
    finding = shelves.dossier.weighed.finding(item.finding) if item.finding else None
    words = dict(zip(finding.assertions, finding.words, strict=False)) if finding else {}
    return msgspec.structs.replace(
        desk,
        side=side_of(shelves, one, words.get(one.id, "")),
        against=side_of(shelves, against, words.get(against.id, "")) if against else None,
        finding=finding,
    )


# ---- names taken for one ---------------------------------------------------------------------------------------------


def _pair_of_names(shelves: Shelves, item: Item) -> Pair:
    members = [Member(*one.split(":", 1)) for one in (item.target, item.other)]  # type: ignore[arg-type]
    sides = [_met_in(shelves, one) for one in members]
    names = (members[0].name, members[1].name)
    return Pair(item.target, item.other, names, tuple(filter(None, sides)), (item.why,))


def _met_in(shelves: Shelves, member: Member) -> Side | None:
    said = shelves.assertions_in.get(member.account, ())
    one = next((each for each in said if any(part.name == member.name for part in each.participants)), None)
    return side_of(shelves, one, member.name) if one else None


# ---- what was decided lately -----------------------------------------------------------------------------------------


class Decided(msgspec.Struct, frozen=True):
    """A judgement in one line, with the way back to what it is about; `mine` is the reader's own last one."""

    judgement: Judgement
    label: str
    at: str
    mine: bool = False


def lately(shelves: Shelves, who: str, most: int = 6) -> tuple[Decided, ...]:
    """The last judgements that stand, newest first; the last of this person, which a key takes back, is among them."""
    last = list(reversed(shelves.standing[-most:]))
    mine = next((one for one in reversed(shelves.standing) if one.who == who), None)
    if mine and mine not in last:
        last.append(mine)
    return tuple(_in_a_line(shelves, one, mine=one is mine) for one in last)


def _in_a_line(shelves: Shelves, judgement: Judgement, *, mine: bool) -> Decided:
    assertion = shelves.assertions.get(shelves.met.get(judgement.id, judgement.target))
    if judgement.ruling in (Ruling.SAME, Ruling.DIFFERENT):
        names = [_called(shelves, one) for one in (judgement.target, judgement.other)]
        return Decided(judgement, " and ".join(names), assertion.id if assertion else "", mine)
    quoted = judgement.anchor.quote if judgement.anchor else judgement.target
    label = in_one_line(assertion) if assertion else quoted
    return Decided(judgement, label, assertion.id if assertion else "", mine)


def _called(shelves: Shelves, target: str) -> str:
    assertion = shelves.assertions.get(target)
    return f"“{in_one_line(assertion)}”" if assertion else f"“{target.partition(':')[2] or target}”"


def known_pair(shelves: Shelves, ids: Sequence[str]) -> bool:
    """Whether these two are things that can be the same: two tellings, or two names of accounts."""
    if len(set(ids)) != 2:
        return False
    names = [Member(*one.split(":", 1)) for one in ids if ":" in one]  # type: ignore[arg-type]
    return all(one in shelves.assertions for one in ids) or (
        len(names) == len(ids) and all(shelves.heading_of.get(name) for name in names)
    )


def changes_in_words(judgement: Judgement) -> str:
    """What a correction changed, for a line on a page."""
    return "; ".join(_change(slot, value) for slot, value in judgement.changes)


def _change(slot: str, value: str) -> str:
    named = {"when": "the date", "attribution": "on whose word"}.get(slot, slot.removeprefix("participant:"))
    return f"{named}: {(date_in_words(value) if slot == 'when' else value.replace('_', ' ')) or 'none'}"
