"""Lineage: two accounts that turn the dependence of two instruments round cannot both be right.

    "the treaty was based on the draft" / "the draft was developed on the basis of the treaty" -> CONTRADICTED

The accounts are never put right: time says which is possible, a person decides.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from dragoman.comparing import in_its_own_voice, sources_among
from dragoman.model import (
    RELATIONS,
    AccountId,
    Assertion,
    Finding,
    Heading,
    MarkKind,
    Member,
    Modality,
    Polarity,
    Predicate,
    Role,
    Topic,
    Verdict,
    digest,
)
from dragoman.relating import LATER, ONE_WAY, told_as


class _Edge(msgspec.Struct, frozen=True):
    """One relation with the headings of its two ends."""

    said: Assertion
    subject: Heading
    object: Heading

    @property
    def told(self) -> str:
        """The relation in words."""
        return f"{self.subject.label} {told_as(self.said.predicate)} {self.object.label}"

    @property
    def words(self) -> str:
        """The words between the two names that say which rests on which; the whole clause if none stand between."""
        said = self.said
        trigger = next((mark.span.start for mark in said.marks if mark.kind == MarkKind.TRIGGER), said.span.start)
        ends = [p.span.start for p in said.of(Role.OBJECT) if p.span is not None and p.span.start > trigger]
        words = said.quote[trigger - said.span.start : ends[0] - said.span.start] if ends else ""
        return words.strip().removesuffix(" the").strip() or said.quote


def find(topic: Topic) -> Iterator[Finding]:
    """Contradictions and agreements about how this instrument and others depend on one another."""
    between: dict[tuple[frozenset[str], Predicate], list[_Edge]] = defaultdict(list)
    in_time: dict[frozenset[str], list[_Edge]] = defaultdict(list)
    one_way: dict[tuple[str, str], list[_Edge]] = defaultdict(list)
    for edge in _edges(topic):
        if edge.subject != edge.object and topic.heading.id == min(edge.subject.id, edge.object.id):
            one_way[edge.subject.id, edge.object.id].append(edge)
        if edge.said.polarity != Polarity.POS:
            continue
        if edge.subject == edge.object:
            if edge.subject.id == topic.heading.id:
                yield _of_itself(topic, edge)
        # Each pair of instruments is judged once, in the topic of the one whose heading comes first.
        elif topic.heading.id == min(edge.subject.id, edge.object.id):
            pair = frozenset((edge.subject.id, edge.object.id))
            between[pair, edge.said.predicate].append(edge)
            if edge.said.predicate in ONE_WAY & LATER:
                in_time[pair].append(edge)
    for edges in between.values():
        yield from _between(topic, edges)
    for edges in in_time.values():
        yield from _out_of_order(topic, edges)
    for edges in one_way.values():
        yield from _opposite(topic, edges)


def _edges(topic: Topic) -> Iterator[_Edge]:
    by_member = {member: heading for heading in topic.headings for member in heading.members}
    for one in topic.assertions:
        if one.predicate in RELATIONS and one.polarity != Polarity.PARTIAL and one.modality == Modality.ACTUAL:
            subjects = [by_member.get(Member(one.account, p.name)) for p in one.of(Role.SUBJECT)]
            objects = [by_member.get(Member(one.account, p.name)) for p in one.of(Role.OBJECT)]
            for subject in subjects[:1]:
                for object_ in objects[:1]:
                    if subject is not None and object_ is not None:
                        yield _Edge(one, subject, object_)


def _between(topic: Topic, edges: Sequence[_Edge]) -> Iterator[Finding]:
    """One account speaks once in each direction; so many accounts give many findings, not their square."""
    directions: dict[str, dict[AccountId, _Edge]] = defaultdict(dict)
    for edge in sorted(edges, key=lambda one: (one.said.account, one.said.span, one.said.id)):
        directions[edge.subject.id].setdefault(edge.said.account, edge)
    for one_way in directions.values():
        first, *others = one_way.values()
        for other in others:
            yield _agreed(topic, first, other)
    if len(directions) == 2 and edges[0].said.predicate in ONE_WAY:
        ways = [list(way.values()) for way in directions.values()]
        # The fewer are held each against the first of the more: every account that stands alone is shown.
        few, more = sorted(ways, key=len)
        for edge in few:
            yield _turned(topic, *sorted((edge, more[0]), key=lambda one: (one.said.account, one.said.span)))


def _out_of_order(topic: Topic, edges: Sequence[_Edge]) -> Iterator[Finding]:
    """One says that A replaced B, another that B rested on A: either of them makes another the later."""
    ordered = sorted(edges, key=lambda one: (one.said.account, one.said.span, one.said.id))
    first = ordered[0]
    for other in ordered[1:]:
        # One relation told both ways has been found already; one account may tell of two times.
        apart = other.said.account != first.said.account and other.said.predicate != first.said.predicate
        if apart and other.subject == first.object:
            yield _turned(topic, first, other)
            return


# What upholds another instrument, and what ends it.
_UPHOLDS, _ENDS = frozenset({Predicate.CONFIRMS}), frozenset({Predicate.ANNULS, Predicate.SUPERSEDES})


def _opposite(topic: Topic, edges: Sequence[_Edge]) -> Iterator[Finding]:
    """ "A rested on B" and "A did not rest on B"; "A confirmed B" and "A annulled B": once for each two accounts."""
    ordered = sorted(edges, key=lambda one: (one.said.account, one.said.span, one.said.id))
    shown: set[frozenset[AccountId]] = set()
    for first, second in combinations(ordered, 2):
        accounts = frozenset((first.said.account, second.said.account))
        if len(accounts) == 2 and accounts not in shown and _exclude(first.said, second.said):
            if any(_exclude(one.said, other.said) for account in accounts for one, other in _within(ordered, account)):
                continue  # an account that says both knows something that we do not
            shown.add(accounts)
            yield _denied(topic, first, second)


def _within(edges: Sequence[_Edge], account: AccountId) -> Iterator[tuple[_Edge, _Edge]]:
    return combinations([edge for edge in edges if edge.said.account == account], 2)


def _exclude(first: Assertion, second: Assertion) -> bool:
    if first.predicate == second.predicate:
        return first.polarity != second.polarity
    kinds = {first.predicate, second.predicate}
    both = first.polarity == second.polarity == Polarity.POS
    return both and bool(kinds & _UPHOLDS) and bool(kinds & _ENDS)


def _denied(topic: Topic, first: _Edge, second: _Edge) -> Finding:
    pair = (first.said.id, second.said.id)
    reported = not (in_its_own_voice(first.said) and in_its_own_voice(second.said))
    same = first.said.predicate == second.said.predicate
    why = "one account says it, the other denies it" if same else "what confirms it does not end it"
    return Finding(
        id=digest("lineage", *sorted(pair), "denied"),
        rule="lineage",
        verdict=Verdict.REPORTED_BELIEF if reported else Verdict.CONTRADICTED,
        topic=topic.heading.id,
        sentence=f"{first.subject.label} and {first.object.label}: “{first.said.quote}” in one account, "
        f"“{second.said.quote}” in the other",
        assertions=pair,
        reasons=(why, *_joins(first)),
        field="lineage",
        words=(first.said.quote, second.said.quote),
        sources=sources_among(topic, {first.said.account, second.said.account}),
        confidence=min(first.said.confidence, second.said.confidence),
    )


def _agreed(topic: Topic, first: _Edge, second: _Edge) -> Finding:
    pair = (first.said.id, second.said.id)
    return Finding(
        id=digest("lineage", *sorted(pair), "agree"),
        rule="lineage",
        verdict=Verdict.CORROBORATED,
        topic=topic.heading.id,
        sentence=f"{first.told}: both accounts say so",
        assertions=pair,
        reasons=("the same relation, in the same direction, in two accounts", *_joins(first)),
        field="lineage",
        words=(first.words, second.words),
        sources=sources_among(topic, {first.said.account, second.said.account}),
        confidence=min(first.said.confidence, second.said.confidence),
    )


def _turned(topic: Topic, first: _Edge, second: _Edge) -> Finding:
    pair = (first.said.id, second.said.id)
    reported = not (in_its_own_voice(first.said) and in_its_own_voice(second.said))
    one_account = first.said.account == second.said.account
    verdict = Verdict.REPORTED_BELIEF if reported else Verdict.NOTE if one_account else Verdict.CONTRADICTED
    where = "one account says both" if one_account else "the accounts turn it round"
    asked = "Which rested on which?" if first.said.predicate == second.said.predicate else "Which came first?"
    return Finding(
        id=digest("lineage", *sorted(pair), "turned"),
        rule="lineage",
        verdict=verdict,
        topic=topic.heading.id,
        sentence=f"{asked} {first.subject.label} and {second.subject.label}: {where}",
        assertions=pair,
        reasons=(
            f"{_name(topic, first)} says: {first.told}",
            f"{_name(topic, second)} says: {second.told}",
            *_time(topic, first, second),
            *_joins(first),
        ),
        field="lineage direction",
        words=(first.words, second.words),
        sources=sources_among(topic, {first.said.account, second.said.account}),
        confidence=min(first.said.confidence, second.said.confidence),
    )


def _time(topic: Topic, *edges: _Edge) -> Iterator[str]:
    """What time has to say: nothing rests on what is later."""
    for edge in edges:
        earlier, later = edge.object, edge.subject
        if earlier.latest is not None and later.earliest is not None and earlier.latest < later.earliest:
            yield f"{earlier.label} is of {earlier.edtf}, {later.label} of {later.edtf}: nothing rests on what is later"
            yield f"time allows only one: that {edge.told}, as {_name(topic, edge)} has it"
            yield "the other account stays as it is: correcting it is for a person"
            return
    yield "the accounts give no dates that would decide it"


def _joins(edge: _Edge) -> Iterator[str]:
    """Why the names at both ends are taken for one thing; a person may undo it."""
    yield from edge.subject.reasons[:2]
    yield from edge.object.reasons[:2]


def _of_itself(topic: Topic, edge: _Edge) -> Finding:
    return Finding(
        id=digest("lineage", edge.said.id, "itself"),
        rule="lineage",
        verdict=Verdict.NOTE,
        topic=topic.heading.id,
        sentence=f"{edge.told}: an instrument cannot be its own ancestor, so two may have been taken for one",
        assertions=(edge.said.id,),
        reasons=("both ends of the relation stand under one heading", *_joins(edge)),
        field="lineage",
        words=(edge.said.quote,),
        confidence=edge.said.confidence,
    )


def _name(topic: Topic, edge: _Edge) -> str:
    return dict(topic.names).get(edge.said.account, edge.said.account)
