"""Positions: who wanted a thing and who refused it; neither contradicts the other, and both may be told.

"Prussia demanded Saxony" / "Austria refused" -> OPPOSED_POSITIONS
"the commissar opposed it" / "his government accepted it" -> OTHER_LEVEL
"""

from collections.abc import Iterator, Sequence
from itertools import product

from dragoman.comparing import apart, date_of, sources_among
from dragoman.labels import Labels, Party, Stage
from dragoman.model import (
    Assertion,
    Finding,
    Kind,
    Modality,
    Polarity,
    Predicate,
    Role,
    Topic,
    Verdict,
    digest,
)

_WANTS = frozenset({Predicate.DEMAND, Predicate.TERRITORIAL_CLAIM})
_GRANTS = frozenset({Predicate.ACCEPTANCE, Predicate.RECOGNITION})
_REFUSES = frozenset({Predicate.REFUSAL, Predicate.NON_RECOGNITION})
_TAKEN_BY = (Role.AGENT, Role.PARTY, Role.SIGNATORY, Role.DELEGATE)
# What a position is about; to whom it is put, or the town where he stands, is not.
_ABOUT = (Role.TERRITORY, Role.INSTRUMENT)
_Taken = tuple[Assertion, Party]


def find(topic: Topic) -> Iterator[Finding]:
    """For each two sides, and for each side with itself, the positions on this thing that stand against each other."""
    if topic.heading.kind not in (Kind.PLACE, Kind.INSTRUMENT, Kind.POLITY):
        return
    wants, grants, refuses = (list(_taken(topic, sort)) for sort in (_WANTS, _GRANTS, _REFUSES))
    yield from _opposed(topic, [*wants, *grants], refuses)
    yield from _of_one_side(topic, grants, refuses)


def _taken(topic: Topic, sort: frozenset[Predicate]) -> Iterator[_Taken]:
    names = {(member.account, member.name) for member in topic.heading.members}
    labels = Labels(topic.headings, topic.names, _quotes(topic))
    for one in topic.assertions:
        about = any((one.account, p.name) in names for p in one.of(*_ABOUT))
        if one.predicate in sort and about and one.polarity == Polarity.POS and one.modality == Modality.ACTUAL:
            for p in next((found for role in _TAKEN_BY if (found := one.of(role))), ()):
                party = labels.party(one, p)
                if party.side:
                    yield one, party


def _quotes(topic: Topic) -> dict[str, str]:
    """The words of each account that are at hand, in which offices stand."""
    found: dict[str, str] = {}
    for one in topic.assertions:
        found[one.account] = f"{found.get(one.account, '')}{one.quote}.\n"
    return found


def _opposed(topic: Topic, pros: Sequence[_Taken], cons: Sequence[_Taken]) -> Iterator[Finding]:
    met: set[tuple[str, str]] = set()
    for (pro, one), (con, other) in product(pros, cons):
        sides = (one.side, other.side)
        if one.side != other.side and sides not in met and not apart(date_of(pro), date_of(con)):
            met.add(sides)
            sentence = f"{topic.heading.label}: {one.side} was for it, {other.side} against"
            why = "two parties that want different things do not contradict each other"
            yield _finding(topic, Verdict.OPPOSED_POSITIONS, (pro, con), sentence, (_said(one), _said(other), why))


def _of_one_side(topic: Topic, pros: Sequence[_Taken], cons: Sequence[_Taken]) -> Iterator[Finding]:
    met: set[str] = set()
    for (pro, one), (con, other) in product(pros, cons):
        if one.side != other.side or one.side in met or _stage(one) == _stage(other):
            continue
        met.add(one.side)
        sentence = f"{topic.heading.label}: {one.name} accepted, {other.name} refused, both for {one.side}"
        why = "a person or a body may oppose what its government accepts: that is no contradiction"
        yield _finding(topic, Verdict.OTHER_LEVEL, (pro, con), sentence, (_said(one), _said(other), why))


def _stage(party: Party) -> str:
    """Two persons of one side are two levels; so are a person and his government."""
    return party.name if party.stage == Stage.PERSON else str(party.stage)


def _said(party: Party) -> str:
    return f"{party.name} acts for {party.side}" + (f": “{party.why}”" if party.why else "")


def _finding(
    topic: Topic, verdict: Verdict, said: tuple[Assertion, Assertion], sentence: str, reasons: tuple[str, ...]
) -> Finding:
    accounts = {one.account for one in said}
    return Finding(
        # "Britain and Austria refused" is one assertion of two parties.
        id=digest("positions", topic.heading.id, str(verdict), *(one.id for one in said), sentence),
        rule="positions",
        verdict=verdict,
        topic=topic.heading.id,
        sentence=sentence,
        assertions=tuple(one.id for one in said),
        reasons=reasons,
        field="position",
        words=tuple(one.quote for one in said),
        sources=sources_among(topic, accounts),
        confidence=min(one.confidence for one in said),
    )
