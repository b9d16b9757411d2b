"""Chronology: nothing rests on what is later. Shown as found, never silently put right.

    "the draft of 1920 was developed on the basis of the treaty of 1921" -> IMPOSSIBLE

It speaks only when no reading of the dates allows the order.
"""

from collections.abc import Iterator

from dragoman.model import (
    Assertion,
    Finding,
    Heading,
    Member,
    Modality,
    Polarity,
    Predicate,
    Role,
    Topic,
    Verdict,
    digest,
)

# In these the subject comes after the object.
_LATER = frozenset(
    {
        Predicate.BASED_ON,
        Predicate.AMENDS,
        Predicate.CONFIRMS,
        Predicate.SUPERSEDES,
        Predicate.ANNULS,
        Predicate.IMPLEMENTS,
        Predicate.RECOGNISES,
        Predicate.REFERS_TO,
    }
)


def find(topic: Topic) -> Iterator[Finding]:
    """Relations in which the instrument of this topic is said to rest on what is later than itself."""
    by_member = {member: heading for heading in topic.headings for member in heading.members}
    for one in topic.assertions:
        if one.predicate in _LATER and one.polarity == Polarity.POS and one.modality == Modality.ACTUAL:
            ends = [by_member.get(Member(one.account, p.name)) for p in (*one.of(Role.SUBJECT), *one.of(Role.OBJECT))]
            if len(ends) == 2 and ends[0] and ends[1] and ends[0].id == topic.heading.id and _impossible(ends[0], ends[1]):
                yield _finding(topic, one, ends[0], ends[1])


def _impossible(subject: Heading, object_: Heading) -> bool:
    return subject.latest is not None and object_.earliest is not None and subject.latest < object_.earliest


def _finding(topic: Topic, one: Assertion, subject: Heading, object_: Heading) -> Finding:
    relation = str(one.predicate).replace("_", " ")
    return Finding(
        id=digest("chronology", one.id, subject.id, object_.id),
        rule="chronology",
        verdict=Verdict.IMPOSSIBLE,
        topic=topic.heading.id,
        sentence=f"{subject.label} cannot have {_PAST.get(one.predicate, relation)} {object_.label}: it is the earlier of the two",
        assertions=(one.id,),
        reasons=(
            f"{subject.label} is of {subject.edtf}",
            f"{object_.label} is of {object_.edtf}",
            "no reading of these dates puts the second before the first",
        ),
        field="order in time",
        words=(one.quote,),
        confidence=one.confidence,
    )


_PAST = {
    Predicate.BASED_ON: "rested on",
    Predicate.AMENDS: "amended",
    Predicate.CONFIRMS: "confirmed",
    Predicate.SUPERSEDES: "superseded",
    Predicate.ANNULS: "annulled",
    Predicate.IMPLEMENTS: "implemented",
    Predicate.RECOGNISES: "recognised",
    Predicate.REFERS_TO: "referred to",
}
