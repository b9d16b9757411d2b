"""Lineage: two accounts that turn the dependence of two instruments round cannot both be right.

    "the treaty was based on the draft" / "the draft was developed on the basis of the treaty" -> CONTRADICTED

The accounts are never put right: time says which is possible, a person decides.
"""

from collections import defaultdict
from collections.abc import Iterator

from dragoman.model import RELATIONS, Assertion, Finding, Heading, Member, Polarity, Role, Topic, Verdict, digest


class _Edge:
    """One relation with the headings of its two ends."""

    def __init__(self, said: Assertion, subject: Heading, object_: Heading) -> None:
        self.said, self.subject, self.object = said, subject, object_


def find(topic: Topic) -> Iterator[Finding]:
    """Contradictions and agreements about the direction in which this instrument and others depend on one another."""
    ends: dict[frozenset[str], list[_Edge]] = defaultdict(list)
    for edge in _edges(topic):
        # Each pair of instruments is judged once, in the topic of the one whose heading comes first.
        if topic.heading.id == min(edge.subject.id, edge.object.id):
            ends[frozenset((edge.subject.id, edge.object.id))].append(edge)
    for edges in ends.values():
        for i, first in enumerate(edges):
            for second in edges[i + 1 :]:
                if first.said.account != second.said.account and first.said.predicate == second.said.predicate:
                    yield _compared(topic, first, second)


def _edges(topic: Topic) -> Iterator[_Edge]:
    by_member = {member: heading for heading in topic.headings for member in heading.members}
    for one in topic.assertions:
        if one.predicate in RELATIONS and one.polarity == Polarity.POS:
            subjects = [by_member.get(Member(one.account, p.name)) for p in one.of(Role.SUBJECT)]
            objects = [by_member.get(Member(one.account, p.name)) for p in one.of(Role.OBJECT)]
            if subjects and objects and subjects[0] and objects[0] and subjects[0] != objects[0]:
                yield _Edge(one, subjects[0], objects[0])


def _compared(topic: Topic, first: _Edge, second: _Edge) -> Finding:
    relation = str(first.said.predicate).replace("_", " ")
    pair = (first.said.id, second.said.id)
    names = dict(topic.names)
    if first.subject == second.subject:
        return Finding(
            id=digest("lineage", *sorted(pair), "agree"),
            rule="lineage",
            verdict=Verdict.CORROBORATED,
            topic=topic.heading.id,
            sentence=f"{first.subject.label} {relation} {first.object.label}: both accounts say so",
            assertions=pair,
            reasons=("the same relation, in the same direction, in two accounts",),
            field="lineage",
            words=(_words(first.said), _words(second.said)),
            sources=_sources(topic, pair),
            confidence=min(first.said.confidence, second.said.confidence),
        )
    return Finding(
        id=digest("lineage", *sorted(pair), "turned"),
        rule="lineage",
        verdict=Verdict.CONTRADICTED,
        topic=topic.heading.id,
        sentence=f"Which rested on which? {first.subject.label} and {second.subject.label}: the accounts turn it round",
        assertions=pair,
        reasons=(
            f"{names.get(first.said.account, first.said.account)} says: {first.subject.label} {relation} {first.object.label}",
            f"{names.get(second.said.account, second.said.account)} says: {second.subject.label} {relation} {second.object.label}",
            *_time(first, second, names),
        ),
        field="lineage direction",
        words=(_words(first.said), _words(second.said)),
        sources=_sources(topic, pair),
        confidence=min(first.said.confidence, second.said.confidence),
    )


def _time(first: _Edge, second: _Edge, names: dict[str, str]) -> Iterator[str]:
    """What time has to say: nothing rests on what is later."""
    for edge in (first, second):
        earlier, later = edge.object, edge.subject
        if earlier.latest is not None and later.earliest is not None and earlier.latest < later.earliest:
            yield f"{earlier.label} is of {earlier.edtf}, {later.label} of {later.edtf}: nothing rests on what is later"
            yield (
                f"time allows only one: that {later.label} {str(edge.said.predicate).replace('_', ' ')} {earlier.label},"
                f" as {names.get(edge.said.account, edge.said.account)} has it"
            )
            yield "the other account stays as it is: correcting it is for a person"
            return
    yield "the accounts give no dates that would decide it"


def _words(said: Assertion) -> str:
    return said.quote


def _sources(topic: Topic, pair: tuple[str, ...]) -> int:
    accounts = {one.account for one in topic.assertions if one.id in pair}
    return sum(1 for group in topic.independent if accounts & set(group)) or len(accounts)
