"""All that is said of one thing: by slot, by account, with what it rests on and what rests on it.

thing_of(shelves, heading).said -> (("signature", (side, side)), …)
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from dragoman.model import (
    RELATIONS,
    Account,
    Assertion,
    Finding,
    Heading,
    Kind,
    Member,
    Predicate,
    Role,
    Verdict,
)
from dragoman.web.opening import weight
from dragoman.web.room import Shelves
from dragoman.web.telling import Case, Side, cases_of, side_of


class Named(msgspec.Struct, frozen=True):
    """What one account calls the thing."""

    account: Account
    siglum: str
    names: tuple[str, ...]


class Link(msgspec.Struct, frozen=True):
    """A relation to another instrument, as one account has it. `other` is the far end, by the account's name for it."""

    predicate: Predicate
    other: str
    heading: Heading | None
    side: Side


class Thing(msgspec.Struct, frozen=True):
    """The page of one heading."""

    heading: Heading
    named: tuple[Named, ...]
    contradictions: tuple[Case, ...]
    standing: tuple[Case, ...]
    others: tuple[Case, ...]
    rests_on: tuple[Link, ...]
    carries: tuple[Link, ...]
    said: tuple[tuple[Predicate, tuple[Side, ...]], ...]


def thing_of(shelves: Shelves, heading: Heading) -> Thing:
    """All that is said of the thing under this heading."""
    findings = sorted(_findings(shelves, heading), key=weight)
    spoken = shelves.mentions_of.get(heading.id, ())
    relations = [one for one in spoken if one.predicate in RELATIONS]
    return Thing(
        heading=heading,
        named=_named(shelves, heading),
        contradictions=_cases(shelves, findings, {Verdict.CONTRADICTED, Verdict.IMPOSSIBLE}),
        standing=_cases(shelves, findings, {Verdict.STANDING}),
        others=_cases(shelves, findings, set(Verdict) - {Verdict.CONTRADICTED, Verdict.IMPOSSIBLE, Verdict.STANDING}),
        rests_on=_links(shelves, heading, relations, near=Role.SUBJECT, far=Role.OBJECT),
        carries=_links(shelves, heading, relations, near=Role.OBJECT, far=Role.SUBJECT),
        said=_said(shelves, spoken),
    )


def _findings(shelves: Shelves, heading: Heading) -> list[Finding]:
    """Those filed under the heading, and for a thing those on what is said of it."""
    about = {one.id: one for one in shelves.dossier.findings_about(heading.id)}
    if heading.kind in (Kind.INSTRUMENT, Kind.EVENT):
        for assertion in shelves.mentions_of.get(heading.id, ()):
            about.update({one.id: one for one in shelves.findings_on.get(assertion.id, ()) if _weighs(one)})
    return list(about.values())


def _weighs(finding: Finding) -> bool:
    return finding.verdict in (Verdict.CONTRADICTED, Verdict.IMPOSSIBLE)


def _cases(shelves: Shelves, findings: Iterable[Finding], verdicts: set[Verdict]) -> tuple[Case, ...]:
    return cases_of(shelves, [one for one in findings if one.verdict in verdicts])


def _named(shelves: Shelves, heading: Heading) -> tuple[Named, ...]:
    """The names in each account; an event has tellings instead."""
    names: dict[str, list[str]] = defaultdict(list)
    for member in heading.members:
        if heading.kind is not Kind.EVENT:
            names[member.account].append(member.name)
    known = [account for account in names if account in shelves.accounts]
    return tuple(
        Named(shelves.accounts[one], shelves.sigla[one], tuple(dict.fromkeys(names[one])))
        for one in sorted(known, key=list(shelves.accounts).index)
    )


def _links(
    shelves: Shelves, heading: Heading, relations: Iterable[Assertion], *, near: Role, far: Role
) -> tuple[Link, ...]:
    found = []
    for assertion in relations:
        mine = {Member(assertion.account, part.name) for part in assertion.of(near)}
        if any(shelves.heading_of.get(member) == heading for member in mine):
            found += [_link(shelves, assertion, part.name) for part in assertion.of(far)]
    return tuple(found)


def _link(shelves: Shelves, assertion: Assertion, other: str) -> Link:
    heading = shelves.heading_of.get(Member(assertion.account, other))
    return Link(assertion.predicate, other, heading, side_of(shelves, assertion))


def _said(shelves: Shelves, spoken: Iterable[Assertion]) -> tuple[tuple[Predicate, tuple[Side, ...]], ...]:
    """What is said, act by act in the vocabulary's order, account by account inside each."""
    by_act: dict[Predicate, list[Side]] = defaultdict(list)
    for assertion in spoken:
        by_act[assertion.predicate].append(side_of(shelves, assertion))
    return tuple((predicate, tuple(by_act[predicate])) for predicate in Predicate if by_act[predicate])
