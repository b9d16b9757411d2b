"""The opening page: what the accounts are about, where they contradict each other, what they agree on.

opening_of(shelves).contradictions -> the cases a historian wants to see first
"""

from collections.abc import Collection, Iterable
from datetime import date

import msgspec

from dragoman.model import Account, Assertion, Finding, Heading, Kind, Verdict
from dragoman.web.room import Shelves
from dragoman.web.telling import Case, cases_of
from dragoman.web.wording import CONTRADICTIONS, NOT_CONTRADICTIONS, date_in_words

# Two contradictions and a page of the rest; all of them are one click away.
SHOWN = 12


class Told(msgspec.Struct, frozen=True):
    """An account as the opening page introduces it."""

    account: Account
    siglum: str
    furniture: float
    assertions: int


class Edge(msgspec.Struct, frozen=True):
    """The first or last date told of, and the assertion it stands in."""

    words: str
    assertion: Assertion


class Group(msgspec.Struct, frozen=True):
    """Findings of one sort: how many there are, and the first of them."""

    total: int
    cases: tuple[Case, ...]


class Opening(msgspec.Struct, frozen=True):
    """Everything on the opening page."""

    told: tuple[Told, ...]
    first: Edge | None
    last: Edge | None
    assertions: int
    contradictions: Group
    agreed: Group
    alone: Group
    not_contrary: Group
    instruments: tuple[Heading, ...]
    actors: tuple[Heading, ...]


def opening_of(shelves: Shelves) -> Opening:
    """The opening page of a dossier."""
    first, last = _edges([one for one in shelves.assertions.values() if shelves.stands(one)])
    found = shelves.dossier.findings
    return Opening(
        told=tuple(_told(shelves, account) for account in shelves.accounts.values()),
        first=first,
        last=last,
        assertions=len(shelves.assertions),
        contradictions=_group(shelves, found, CONTRADICTIONS),
        agreed=_group(shelves, found, (Verdict.CORROBORATED,)),
        alone=_group(shelves, found, (Verdict.SINGLE_SOURCED,)),
        not_contrary=_group(shelves, found, NOT_CONTRADICTIONS),
        instruments=tuple(shelves.things(Kind.INSTRUMENT)),
        actors=tuple(shelves.things(Kind.POLITY, Kind.BODY, Kind.PERSON)),
    )


def _told(shelves: Shelves, account: Account) -> Told:
    said = len(shelves.assertions_in.get(account.id, ()))
    return Told(account, shelves.sigla[account.id], shelves.furniture(account), said)


def _group(shelves: Shelves, findings: Iterable[Finding], verdicts: Iterable[Verdict]) -> Group:
    wanted = set(verdicts)
    chosen = [finding for finding in findings if finding.verdict in wanted]
    chosen.sort(key=weight)
    if wanted <= _AGREED:
        chosen = _once(shelves, chosen)
    return Group(len(chosen), cases_of(shelves, chosen[:SHOWN]))


# Tellings of one act agree pair by pair; a reader wants to know that they agree, once.
_AGREED = frozenset({Verdict.CORROBORATED, Verdict.REFINED, Verdict.COMPLEMENTED})


def _once(shelves: Shelves, findings: Iterable[Finding]) -> list[Finding]:
    """One finding for each matter, and none of what an account only says twice itself."""
    first: dict[str, Finding] = {}
    for finding in findings:
        accounts = {shelves.assertions[one].account for one in finding.assertions if one in shelves.assertions}
        if len(accounts) > 1:
            first.setdefault(finding.topic, finding)
    return list(first.values())


def weight(finding: Finding) -> tuple[bool, bool, int, float]:
    """Which rested on which comes first, then what cannot be, what most sources speak of, and what is surest."""
    return finding.rule != "lineage", finding.verdict is not Verdict.IMPOSSIBLE, -finding.sources, -finding.confidence


def _edges(assertions: Collection[Assertion]) -> tuple[Edge | None, Edge | None]:
    """The earliest and the latest date that an account tells of."""
    starts = [(one.when.earliest, one) for one in assertions if one.when and one.when.earliest is not None]
    ends = [(one.when.latest, one) for one in assertions if one.when and one.when.latest is not None]
    first = min(starts, key=lambda pair: pair[0], default=None)
    last = max(ends, key=lambda pair: pair[0], default=None)
    return _edge(first), _edge(last)


def _edge(pair: tuple[int, Assertion] | None) -> Edge | None:
    if pair is None:
        return None
    day, assertion = pair
    if 1 <= day <= date.max.toordinal():
        return Edge(date_in_words(date.fromordinal(day).isoformat()[:7]), assertion)
    return Edge(date_in_words(assertion.when.edtf) if assertion.when else "", assertion)
