"""The queue of what a person should look at, gravest first: contradictions, the impossible, then doubt that matters.

queue_of(shelves)[0] -> Item(id="a1b2…", why="Which rested on which? …", finding="…", other="c3d4…")
"""

from collections.abc import Iterator, Mapping, Sequence
from math import log2
from typing import Final

import msgspec

from dragoman.judging import people_of
from dragoman.model import Assertion, Finding, Heading, Judgement, Kind, Member, Ruling, Verdict
from dragoman.web.opening import weight
from dragoman.web.room import Shelves
from dragoman.web.telling import Side, in_one_line, side_of
from dragoman.web.wording import counted, date_in_words

# Above this a draft is left alone until somebody asks for all of them.
SURE: Final = 0.75
SHOWN: Final = 9
QUEUES: Final = {
    "gravest": "by consequence",
    "names": "names taken for one",
    "all": "all that nobody judged",
    "differences": "where two people differ",
}


class Item(msgspec.Struct, frozen=True):
    """One question: about an assertion (`id`), beside the one it is held against (`other`), or about two names."""

    id: str
    kind: str
    label: str
    why: str
    finding: str = ""
    other: str = ""
    target: str = ""


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


def queue_of(shelves: Shelves, queue: str = "gravest") -> tuple[Item, ...]:
    """The items of a queue as they stood at the build; what is decided since keeps its place until the next."""
    if queue == "differences":
        return tuple(_differing(shelves))
    made = shelves.once(f"queue {queue}", lambda: _made(shelves, queue))
    return tuple(one for one in made if one.kind == "names" or one.id in shelves.assertions)


def _made(shelves: Shelves, queue: str) -> tuple[Item, ...]:
    if queue == "names":
        return tuple(_names(shelves))
    found: dict[str, Item] = {}
    for item in _contrary(shelves) if queue == "gravest" else ():
        found.setdefault(item.id, item)
    for item in _doubtful(shelves, SURE if queue == "gravest" else 2.0):
        found.setdefault(item.id, item)
    return tuple(found.values())


def desk_of(shelves: Shelves, queue: str, at: str) -> Desk:
    """The desk with this item on it; the first that nobody decided when none is named or it is not there any more."""
    items = queue_of(shelves, queue)
    decided = _all_decided(shelves, items)
    places = {item.id: place for place, item in enumerate(items)}
    undecided = [place for place, done in enumerate(decided) if not done]
    place = places.get(at, undecided[0] if undecided else 0)
    later = [one for one in undecided if one > place]
    onward = (later or [one for one in undecided if one != place] or [place])[0]
    first = max(0, min(place - SHOWN // 2, len(items) - SHOWN))
    desk = Desk(
        queue=queue,
        item=items[place] if items else None,
        place=place,
        total=len(items),
        left=len(undecided),
        around=tuple(zip(items[first : first + SHOWN], decided[first : first + SHOWN], strict=True)),
        before=items[place - 1].id if place else "",
        after=items[place + 1].id if place + 1 < len(items) else "",
        onward=items[onward].id if items else "",
    )
    return _laid_out(shelves, desk, items[place]) if items else desk


def _laid_out(shelves: Shelves, desk: Desk, item: Item) -> Desk:
    if item.kind == "names":
        return msgspec.structs.replace(desk, pair=_pair_of_names(shelves, item))
    one = shelves.assertions[item.id]
    against = shelves.assertions.get(item.other)
    finding = next((one for one in shelves.findings_on.get(item.id, ()) if one.id == item.finding), None)
    words = dict(zip(finding.assertions, finding.words, strict=False)) if finding else {}
    return msgspec.structs.replace(
        desk,
        side=side_of(shelves, one, words.get(one.id, "")),
        against=side_of(shelves, against, words.get(against.id, "")) if against else None,
        finding=finding,
    )


def _all_decided(shelves: Shelves, items: Sequence[Item]) -> list[str]:
    """What was decided on each item; most were not touched, and are not looked at."""
    pairs = pairs_ruled(shelves)
    touched = {one for pair in pairs for one in pair}
    touched |= {target for target, ruling in shelves.rulings.items() if ruling.id not in shelves.dossier.met}
    return [_decided(shelves, one, pairs) if one.id in touched or one.target in touched else "" for one in items]


def _decided(shelves: Shelves, item: Item, pairs: Mapping[frozenset[str], str]) -> str:
    """What was decided on an item since the build, "" when nothing was."""
    if item.kind == "names":
        return pairs.get(frozenset((item.target, item.other)), "")
    ruling = shelves.rulings.get(item.id)
    if ruling and not (item.kind == "difference" and ruling.id in shelves.dossier.met):
        return ruling.ruling.value
    return pairs.get(frozenset((item.id, item.other)), "")


def pairs_ruled(shelves: Shelves) -> dict[frozenset[str], str]:
    """What people said of two things, the last word on each pair."""
    said = (one for one in shelves.standing if one.ruling in (Ruling.SAME, Ruling.DIFFERENT))
    return {frozenset((one.target, one.other)): one.ruling.value for one in said}


# ---- what contradicts or cannot be -----------------------------------------------------------------------------------


def _contrary(shelves: Shelves) -> Iterator[Item]:
    for verdict in (Verdict.CONTRADICTED, Verdict.IMPOSSIBLE):
        for finding in sorted(shelves.findings_by_verdict.get(verdict, ()), key=weight):
            yield from _sides(shelves, finding)


def _sides(shelves: Shelves, finding: Finding) -> Iterator[Item]:
    told = [shelves.assertions[one] for one in finding.assertions if one in shelves.assertions]
    for one in told:
        if one.id in shelves.rulings and one.id in shelves.dossier.rulings():
            continue
        other = next((each for each in told if each.account != one.account), None)
        other = other or next((each for each in told if each.id != one.id), None)
        yield Item(
            id=one.id,
            kind=finding.verdict.value,
            label=in_one_line(one),
            why=finding.sentence,
            finding=finding.id,
            other=other.id if other else "",
        )


# ---- what was drafted with doubt and is much used --------------------------------------------------------------------


def _doubtful(shelves: Shelves, below: float) -> Iterator[Item]:
    ruled = shelves.dossier.rulings()
    drafted = [one for one in shelves.assertions.values() if one.confidence < below and one.id not in ruled]
    uses = {one.id: _uses(shelves, one) for one in drafted}
    for one in sorted(drafted, key=lambda each: (-_consequence(each, uses[each.id]), each.account, each.span)):
        thing, times = uses[one.id]
        rests = f"; {counted(times, 'assertion')} speak of {thing}" if times > 1 else ""
        yield Item(one.id, "doubt", in_one_line(one), f"drafted {_doubt(one)}{rests}")


def _consequence(assertion: Assertion, uses: tuple[str, int]) -> float:
    return (1.0 - assertion.confidence) * log2(2 + uses[1])


def _uses(shelves: Shelves, assertion: Assertion) -> tuple[str, int]:
    """The most spoken of thing in it, and how many assertions speak of that."""
    names = (Member(assertion.account, part.name) for part in assertion.participants)
    headings = filter(None, (shelves.heading_of.get(name) for name in names))
    counts = [(len(shelves.mentions_of.get(one.id, ())), one.label) for one in headings]
    times, label = max(counts, default=(0, ""))
    return label, times


def _doubt(assertion: Assertion) -> str:
    sure = "with doubt" if assertion.confidence < 0.5 else "probably" if assertion.confidence < 0.8 else "surely"
    return f"{sure} ({assertion.confidence:.2f}) by {assertion.found_by}"


# ---- names taken for one ---------------------------------------------------------------------------------------------


def _names(shelves: Shelves) -> Iterator[Item]:
    """For each thing every other name it goes by, most spoken of first; the names are spelt out, the places shown."""
    for heading in shelves.things(*(kind for kind in Kind if kind not in (Kind.EVENT, Kind.DATE))):
        yield from _names_of(shelves, heading)


def _names_of(shelves: Shelves, heading: Heading) -> Iterator[Item]:
    first, seen = heading.members[0], {heading.members[0].name.casefold()}
    for member in heading.members[1:]:
        if member.name.casefold() in seen:
            continue
        seen.add(member.name.casefold())
        told = [one for one in heading.reasons if f"“{member.name}”" in one]
        both = [one for one in told if f"“{first.name}”" in one]
        why = (both or told or ["they were taken for one"])[0]
        yield Item(
            id=f"{heading.id}~{len(seen)}",
            kind="names",
            label=f"{first.name} = {member.name}",
            why=why,
            target=f"{first.account}:{first.name}",
            other=f"{member.account}:{member.name}",
        )


def _pair_of_names(shelves: Shelves, item: Item) -> Pair:
    members = [Member(*one.split(":", 1)) for one in (item.target, item.other)]  # type: ignore[arg-type]
    sides = [_met_in(shelves, one) for one in members]
    names = (members[0].name, members[1].name)
    return Pair(item.target, item.other, names, tuple(filter(None, sides)), (item.why,))


def _met_in(shelves: Shelves, member: Member) -> Side | None:
    said = shelves.assertions_in.get(member.account, ())
    one = next((each for each in said if any(part.name == member.name for part in each.participants)), None)
    return side_of(shelves, one, member.name) if one else None


# ---- where two people differ -----------------------------------------------------------------------------------------


def _differing(shelves: Shelves) -> Iterator[Item]:
    for one in people_of(shelves.standing, shelves.met).differences:
        assertion = shelves.assertions.get(one.assertion)
        if assertion:
            yield Item(one.assertion, "difference", in_one_line(assertion), one.sentence)


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
        len(names) == len(ids) and all(name in shelves.heading_of for name in names)
    )


def changes_in_words(judgement: Judgement) -> str:
    """What a correction changed, for a line on a page."""
    return "; ".join(_change(slot, value) for slot, value in judgement.changes)


def _change(slot: str, value: str) -> str:
    named = {"when": "the date", "attribution": "on whose word"}.get(slot, slot.removeprefix("participant:"))
    return f"{named}: {(date_in_words(value) if slot == 'when' else value.replace('_', ' ')) or 'none'}"
