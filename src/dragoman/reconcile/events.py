"""Tellings of one act: assertions, of different accounts or of one, that speak of the same thing being done.

    "first Moscow conference, July-August 1920" (a), "…took place in July-August 1920" (b) -> Heading(kind=EVENT)

Two tellings are joined when they name the same rare things in the same sort of act, and their dates do not forbid it.
Every join has its reasons; what was weighed is in `weigh`.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from anyascii import anyascii

from dragoman.model import (
    RELATIONS,
    AccountId,
    Assertion,
    Date,
    Heading,
    Judgement,
    Kind,
    Member,
    Polarity,
    Predicate,
    Role,
    Ruling,
    Testimony,
    digest,
)

# An act may be told as another: a draft as the negotiation that made it, a promise as what was agreed.
_KIN = (
    frozenset({Predicate.DRAFT, Predicate.NEGOTIATION}),
    frozenset({Predicate.COMMITMENT, Predicate.ACCEPTANCE}),
    frozenset({Predicate.RECOGNITION, Predicate.ACCEPTANCE}),
    frozenset({Predicate.DEMAND, Predicate.TERRITORIAL_CLAIM}),
    frozenset({Predicate.REFUSAL, Predicate.NON_RECOGNITION}),
    frozenset({Predicate.OCCUPATION, Predicate.VIOLENCE}),
    frozenset({Predicate.CESSION, Predicate.OCCUPATION}),
    frozenset({Predicate.ANNULMENT, Predicate.NON_RECOGNITION}),
    frozenset({Predicate.SIGNATURE, Predicate.NEGOTIATION}),
)
_ENOUGH = 5.0
_WORD = re.compile(r"[a-z]{4,}")
_EMPTY = frozenset(
    "that this with from have which were been their they also would could when after before into upon under only more than then"
    " during between other both about some such these those most over first second being while where there because".split()
)


class Weighing(msgspec.Struct, frozen=True):
    """How alike two tellings are, in parts a person can check."""

    score: float
    reasons: tuple[str, ...]


class _Telling(msgspec.Struct, frozen=True):
    """An assertion with what is compared."""

    one: Assertion
    things: frozenset[str]
    stems: frozenset[str]


def events_of(
    testimonies: Sequence[Testimony], things: Sequence[Heading], pairings: Sequence[Judgement] = ()
) -> tuple[Heading, ...]:
    """The acts told more than once, each as a heading whose members are assertions."""
    by_member = {member: heading for heading in things for member in heading.members}
    tellings = [_telling(one, by_member) for testimony in testimonies for one in testimony.assertions]
    scales = _Scales(tellings, {heading.id: heading for heading in things})
    ruled = {frozenset((j.target, j.other)): j.ruling for j in pairings if j.ruling in (Ruling.SAME, Ruling.DIFFERENT)}
    found: list[Heading] = []
    for first, second in _pairs(tellings):
        ruling = ruled.get(frozenset((first.one.id, second.one.id)))
        weighing = scales.weigh(first, second)
        if ruling == Ruling.DIFFERENT or (ruling is None and weighing.score < _ENOUGH):
            continue
        reasons = ("a person says that they are the same",) if ruling == Ruling.SAME else weighing.reasons
        found.append(_event(first.one, second.one, reasons))
    return tuple(sorted(_best(found, scales, tellings), key=lambda heading: heading.id))


class _Scales:
    """Weighs two tellings; a thing that every sentence names weighs little."""

    def __init__(self, tellings: Sequence[_Telling], headings: Mapping[str, Heading]) -> None:
        self._headings = headings
        self._total = max(2, len(tellings))
        self._things = Counter(thing for telling in tellings for thing in telling.things)
        self._stems = Counter(stem for telling in tellings for stem in telling.stems)

    def weigh(self, first: _Telling, second: _Telling) -> Weighing:
        """The score of a pair, with what made it; below nothing when their dates forbid it."""
        act = _same_act(first.one, second.one)
        if not act:
            return Weighing(0.0, ())
        score, reasons = act, [f"both tell of {_words_of(first.one)}"]
        for thing in sorted(first.things & second.things):
            heading = self._headings[thing]
            weight = math.log(self._total / self._things[thing]) * (1.3 if heading.kind == Kind.INSTRUMENT else 1.0)
            score += min(weight, 3.0)
            reasons.append(f"both name {heading.label}")
        common = first.stems & second.stems
        if common:
            weight = sum(math.log(self._total / self._stems[stem]) for stem in common)
            size = sum(math.log(self._total / self._stems[stem]) for stem in first.stems | second.stems) or 1.0
            score += min(4.0, 8.0 * weight / size)
            reasons.append("both say: " + ", ".join(sorted(common)[:6]))
        when, reason = _dates(first.one.when, second.one.when)
        score += when
        if reason:
            reasons.append(reason)
        if first.one.polarity != second.one.polarity and Polarity.PARTIAL not in (
            first.one.polarity,
            second.one.polarity,
        ):
            score -= 1.0
        return Weighing(score, tuple(reasons))


def _telling(one: Assertion, by_member: Mapping[Member, Heading]) -> _Telling:
    things = {
        by_member[member].id
        for p in one.participants
        for member in (Member(one.account, p.name),)
        if member in by_member
    }
    words = _WORD.findall(anyascii(one.quote).casefold())
    names = {word for p in one.participants for word in _WORD.findall(anyascii(p.name).casefold())}
    return _Telling(
        one, frozenset(things), frozenset(word[:6] for word in words if word not in _EMPTY and word not in names)
    )


def _pairs(tellings: Sequence[_Telling]) -> Iterator[tuple[_Telling, _Telling]]:
    """Pairs across accounts that share a thing, a day or two words; no pair is weighed twice."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        if telling.one.predicate in RELATIONS:
            continue
        for thing in telling.things:
            blocks[thing].append(i)
        if telling.one.when is not None and telling.one.when.edtf:
            blocks["on " + telling.one.when.edtf].append(i)
        for stem in telling.stems:
            blocks[f"{telling.one.predicate} {stem}"].append(i)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        # A thing that a thousand sentences name says nothing about any two of them.
        if len(block) <= 400:
            for position, i in enumerate(block):
                for j in block[position + 1 :]:
                    if tellings[i].one.account != tellings[j].one.account and (i, j) not in seen:
                        seen.add((i, j))
    for i, j in sorted(seen):
        yield tellings[i], tellings[j]


def _same_act(first: Assertion, second: Assertion) -> float:
    if first.predicate == second.predicate:
        return 1.5
    return 0.5 if any({first.predicate, second.predicate} <= kin for kin in _KIN) else 0.0


def _dates(one: Date | None, other: Date | None) -> tuple[float, str]:
    if one is None or other is None or None in (one.earliest, one.latest, other.earliest, other.latest):
        return 0.0, ""
    if one.latest < other.earliest or other.latest < one.earliest:  # type: ignore[operator]
        apart = max(other.earliest - one.latest, one.earliest - other.latest)  # type: ignore[operator]
        return (-1.5 if apart < 400 else -4.0), f"the dates differ: {one.edtf} and {other.edtf}"
    width = max(one.latest - one.earliest, other.latest - other.earliest)  # type: ignore[operator]
    return (3.0 if width <= 62 else 1.0), f"the dates allow it: {one.edtf} and {other.edtf}"


def _words_of(one: Assertion) -> str:
    return str(one.predicate).replace("_", " ")


def _event(first: Assertion, second: Assertion, reasons: tuple[str, ...]) -> Heading:
    members = tuple(sorted((Member(first.account, first.id), Member(second.account, second.id))))
    dates = [one.when for one in (first, second) if one.when is not None and one.when.edtf]
    best = min(dates, key=lambda date: ((date.latest or 0) - (date.earliest or 0), date.edtf)) if dates else None
    return Heading(
        id=digest("event", *(member.name for member in members)),
        kind=Kind.EVENT,
        label=_label(first, second),
        members=members,
        reasons=reasons,
        edtf=best.edtf if best else "",
        earliest=best.earliest if best else None,
        latest=best.latest if best else None,
    )


def _label(first: Assertion, second: Assertion) -> str:
    """What the act was, in the words of the account that says it shorter."""
    one = min((first, second), key=lambda each: (len(each.quote), each.id))
    about = [p.name for p in one.participants if p.role in (Role.INSTRUMENT, Role.EVENT, Role.TERRITORY)] or [
        p.name for p in one.participants
    ]
    return f"{_words_of(one)}: {', '.join(dict.fromkeys(about[:3]))}" if about else _words_of(one)


def _best(found: list[Heading], scales: _Scales, tellings: Sequence[_Telling]) -> Iterator[Heading]:
    """Each telling keeps its best partners in every other account: a pair stands if it is the best for one of the two."""
    by_id = {telling.one.id: telling for telling in tellings}
    score = {h.id: scales.weigh(by_id[h.members[0].name], by_id[h.members[1].name]).score for h in found}
    best: dict[tuple[str, AccountId], float] = {}
    for heading in found:
        for mine, theirs in (heading.members, heading.members[::-1]):
            key = (mine.name, theirs.account)
            best[key] = max(best.get(key, 0.0), score[heading.id])
    for heading in found:
        one, other = heading.members
        if score[heading.id] >= best[one.name, other.account] or score[heading.id] >= best[other.name, one.account]:
            yield heading
