"""Claims: the ledger of a territory: who claimed, held, was awarded or renounced it, by what, when, and who says so.

    ledger_of(topic) -> (Entry("claimed", "Soviet Armenia", …), Entry("accepted", "Turkey", …))

Claims that exclude each other are competing claims, never contradictions: both may have been made.
"""

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.comparing import bounded, date_of, sides_of, year_of
from dragoman.model import (
    Assertion,
    Finding,
    Kind,
    Member,
    Modality,
    Polarity,
    Predicate,
    Role,
    Topic,
    Verdict,
    digest,
)
from dragoman.polities import polities

# What each act makes of a territory, and for whom: the first of these roles that is filled.
_FOR_WHOM = (Role.BENEFICIARY, Role.RECIPIENT)
_ACTS = {
    Predicate.TERRITORIAL_CLAIM: ("claimed", (Role.BENEFICIARY, Role.AGENT)),
    Predicate.DEMAND: ("demanded", (Role.BENEFICIARY, Role.PLACE)),
    Predicate.CESSION: ("awarded", _FOR_WHOM),
    Predicate.OCCUPATION: ("held", (Role.AGENT, Role.PARTY)),
    Predicate.RECOGNITION: ("recognised", (Role.BENEFICIARY, Role.TARGET)),
    Predicate.ACCEPTANCE: ("accepted", (Role.BENEFICIARY, Role.TARGET)),
    Predicate.COMMITMENT: ("promised", (Role.BENEFICIARY,)),
}
_LESS = {
    Modality.PROPOSED: "proposed: ",
    Modality.INTENDED: "intended: ",
    Modality.CONDITIONAL: "on a condition: ",
    Modality.PREDICTED: "expected: ",
}
_WANTED = frozenset({"claimed", "demanded", "recognised", "accepted", "promised"})


class Entry(msgspec.Struct, frozen=True):
    """One line of the ledger, as one account has it. `earliest` None: the account gives no time."""

    what: str
    holder: str
    said: Assertion
    instruments: tuple[str, ...] = ()
    earliest: int | None = None
    latest: int | None = None


def find(topic: Topic) -> Iterator[Finding]:
    """The ledger of this territory, and the claims in it that exclude each other."""
    if topic.heading.kind not in (Kind.PLACE, Kind.POLITY):
        return
    entries = ledger_of(topic)
    wanted = [entry for entry in entries if _is_wanted(entry)]
    holders = sorted({entry.holder for entry in wanted})
    if len(holders) > 1:
        yield _competing(topic, wanted, holders)


def _is_wanted(entry: Entry) -> bool:
    """Whether it is a claim, or what would be one: a proposed award is claimed for whom it would go to."""
    *less, what = entry.what.split(": ")
    return what in _WANTED or (what == "awarded" and bool(less))


def ledger_of(topic: Topic, since: int | None = None, until: int | None = None) -> tuple[Entry, ...]:
    """The entries between two days, the dated ones in order of time, then the others in that of the accounts."""
    names = {(member.account, member.name) for member in topic.heading.members}
    entries = [
        entry
        for one in topic.assertions
        if one.polarity != Polarity.NEG and any((one.account, p.name) in names for p in one.of(Role.TERRITORY))
        for entry in _entries(topic, one)
        if _between(entry, since, until)
    ]
    return tuple(
        sorted(
            entries,
            key=lambda entry: (entry.earliest is None, entry.earliest or 0, entry.said.account, entry.said.span),
        )
    )


def _between(entry: Entry, since: int | None, until: int | None) -> bool:
    late = since is None or entry.latest is None or entry.latest >= since
    return late and (until is None or entry.earliest is None or entry.earliest <= until)


def _entries(topic: Topic, one: Assertion) -> Iterator[Entry]:
    if one.predicate not in _ACTS:
        return
    what, roles = _ACTS[one.predicate]
    days = bounded(date_of(one))
    instruments = tuple(p.name for p in one.of(Role.INSTRUMENT))
    for holder in _holders(topic, one, roles):
        earliest, latest = days if days is not None else (None, None)
        yield Entry(_LESS.get(one.modality, "") + what, holder, one, instruments, earliest, latest)
    if one.predicate == Predicate.CESSION:
        for loser in _names(topic, one, (Role.AGENT,)):
            if one.of(*_FOR_WHOM):
                earliest, latest = days if days is not None else (None, None)
                yield Entry(_LESS.get(one.modality, "") + "renounced", loser, one, instruments, earliest, latest)


def _holders(topic: Topic, one: Assertion, roles: Sequence[Role]) -> list[str]:
    for role in roles:
        names = _names(topic, one, (role,))
        if names:
            return names
    return []


def _names(topic: Topic, one: Assertion, roles: Sequence[Role]) -> list[str]:
    """The powers in these roles, by one name each; who is no power keeps the name of the account."""
    own = {(member.account, member.name) for member in topic.heading.members}
    return list(dict.fromkeys(_label(topic, one, p.name) for p in one.of(*roles) if (one.account, p.name) not in own))


def _label(topic: Topic, one: Assertion, name: str) -> str:
    """What all accounts call it; a body of a power ("the Mexican envoys") goes by the power."""
    heading = next((h for h in topic.headings if Member(one.account, name) in h.members), None)
    if heading is not None and heading.kind == Kind.POLITY:
        return heading.label
    days = bounded(date_of(one))
    sides = sorted(sides_of(name, year_of(days[0]) if days is not None else None))
    return polities()[sides[0]].name if len(sides) == 1 and sides[0] in polities() else name


def _competing(topic: Topic, entries: Sequence[Entry], holders: Sequence[str]) -> Finding:
    """One finding for the territory, whatever the number of claims: who wants it, and who says so."""
    names = dict(topic.names)
    shown = {entry.holder: entry for entry in reversed(entries)}
    said = tuple(dict.fromkeys(entry.said.id for entry in entries))
    accounts = {entry.said.account for entry in entries}
    return Finding(
        id=digest("claims", topic.heading.id, *said),
        rule="claims",
        verdict=Verdict.COMPETING_CLAIMS,
        topic=topic.heading.id,
        sentence=f"{topic.heading.label} is claimed for {', '.join(holders[:-1])} and {holders[-1]}",
        assertions=said,
        reasons=(
            *(
                f"{shown[h].what} for {h}, says {names.get(shown[h].said.account, '')}: “{shown[h].said.quote}”"
                for h in holders
            ),
            "claims that exclude each other may both have been made: that is no contradiction",
        ),
        field="holder",
        words=tuple(shown[holder].said.quote for holder in holders),
        sources=sum(1 for group in topic.independent if accounts & set(group)) or len(accounts),
        confidence=min(entry.said.confidence for entry in entries),
    )
