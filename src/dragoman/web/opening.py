"""The opening page: what the accounts are about, where they contradict each other, what they agree on.

opening_of(shelves).contradictions -> the cases a historian wants to see first
"""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import islice

import msgspec

from dragoman.model import Account, Assertion, Finding, Heading, Kind, Verdict
from dragoman.web.room import Shelves
from dragoman.web.telling import Case, cases_of
from dragoman.web.wording import CONTRADICTIONS, NOT_CONTRADICTIONS, date_in_words

# Two contradictions and a page of the rest; all of them are one click away.
SHOWN = 12
ACCOUNTS = 24


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
    accounts: int
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
    first, last = shelves.once("edges", lambda: _edges(_standing(shelves)), follows=True)
    return Opening(
        told=told_of(shelves, 0, ACCOUNTS),
        accounts=len(shelves.accounts),
        first=first,
        last=last,
        assertions=len(shelves.assertions),
        contradictions=_group(shelves, CONTRADICTIONS),
        agreed=_group(shelves, (Verdict.CORROBORATED,)),
        alone=_group(shelves, (Verdict.SINGLE_SOURCED,)),
        not_contrary=_group(shelves, NOT_CONTRADICTIONS),
        instruments=tuple(shelves.things(Kind.INSTRUMENT)),
        actors=tuple(shelves.things(Kind.POLITY, Kind.BODY, Kind.PERSON)),
    )


def told_of(shelves: Shelves, start: int, most: int) -> tuple[Told, ...]:
    """So many accounts from this one on, as a list of accounts introduces them."""
    return tuple(_told(shelves, account) for account in islice(shelves.accounts.values(), start, start + most))


def _told(shelves: Shelves, account: Account) -> Told:
    said = len(shelves.assertions_in.get(account.id, ()))
    return Told(account, shelves.sigla[account.id], shelves.furniture(account), said)


def _standing(shelves: Shelves) -> list[Assertion]:
    return [one for one in shelves.assertions.values() if shelves.stands(one)]


def _group(shelves: Shelves, verdicts: Iterable[Verdict]) -> Group:
    wanted = tuple(verdicts)
    chosen = shelves.once("group " + " ".join(wanted), lambda: _weighed(shelves, wanted))
    return Group(len(chosen), cases_of(shelves, chosen[:SHOWN]))


def _weighed(shelves: Shelves, wanted: tuple[Verdict, ...]) -> list[Finding]:
    chosen = [finding for verdict in wanted for finding in shelves.findings_by_verdict.get(verdict, ())]
    chosen.sort(key=weight)
    return _once(shelves, chosen) if set(wanted) <= _AGREED else chosen


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
