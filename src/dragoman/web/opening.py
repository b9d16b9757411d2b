"""The opening page: what the accounts are about, where they contradict each other, what they agree on.

opening_of(shelves).contradictions -> the cases a historian wants to see first
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from dragoman.model import Account, Assertion, Finding, Heading, Kind, Verdict
from dragoman.store import Listed
from dragoman.web.room import Shelves
from dragoman.web.telling import Case, cases_of
from dragoman.web.wording import CONTRADICTIONS, NOT_CONTRADICTIONS, date_in_words

# Two contradictions and a page of the rest; all of them are one click away.
SHOWN = 12
ACCOUNTS, INSTRUMENTS, ACTORS = 24, 9, 12
WHO_ACTS = (Kind.POLITY, Kind.BODY, Kind.PERSON)


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


class Index(msgspec.Struct, frozen=True):
    """Things of one sort: how many there are, and the first of them."""

    total: int
    headings: tuple[Heading, ...]


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
    instruments: Index
    actors: Index


def opening_of(shelves: Shelves) -> Opening:
    """The opening page of a dossier."""
    amount = shelves.dossier.catalogue.amount
    return Opening(
        told=told_of(shelves, 0, ACCOUNTS),
        accounts=len(shelves.places),
        first=_edge(shelves, "earliest"),
        last=_edge(shelves, "latest"),
        assertions=shelves.said,
        contradictions=_group(shelves, CONTRADICTIONS),
        agreed=_group(shelves, (Verdict.CORROBORATED,)),
        alone=_group(shelves, (Verdict.SINGLE_SOURCED,)),
        not_contrary=_group(shelves, NOT_CONTRADICTIONS),
        instruments=Index(amount("thing", Kind.INSTRUMENT), tuple(shelves.things(Kind.INSTRUMENT, most=INSTRUMENTS))),
        actors=Index(sum(amount("thing", one) for one in WHO_ACTS), tuple(shelves.things(*WHO_ACTS, most=ACTORS))),
    )


def told_of(shelves: Shelves, start: int, most: int) -> tuple[Told, ...]:
    """So many accounts from this one on, as a list of accounts introduces them."""
    return tuple(_told(shelves, one) for one in shelves.dossier.catalogue.accounts(start, most))


def _told(shelves: Shelves, one: Listed) -> Told:
    ident = one.account.id
    said = len(shelves.assertions_in[ident]) if ident in shelves.edition else one.assertions
    return Told(one.account, shelves.sigla[ident], one.furniture, said)


def _group(shelves: Shelves, verdicts: Iterable[Verdict]) -> Group:
    wanted, weighed = tuple(verdicts), shelves.dossier.weighed
    # Tellings of one act agree pair by pair; a reader wants to know that they agree, once.
    what = "matter" if set(wanted) <= _AGREED else "finding"
    first = [
        one
        for verdict in wanted
        for one in (weighed.matters(verdict, SHOWN) if what == "matter" else weighed.findings(verdict, 0, SHOWN))
    ]
    total = sum(shelves.dossier.catalogue.amount(what, one) for one in wanted)
    return Group(total, cases_of(shelves, sorted(first, key=weight)[:SHOWN]))


_AGREED = frozenset({Verdict.CORROBORATED, Verdict.REFINED, Verdict.COMPLEMENTED})


def weight(finding: Finding) -> tuple[bool, bool, int, float]:
    """Which rested on which comes first, then what cannot be, what most sources speak of, and what is surest."""
    return finding.rule != "lineage", finding.verdict is not Verdict.IMPOSSIBLE, -finding.sources, -finding.confidence


def _edge(shelves: Shelves, end: Literal["earliest", "latest"]) -> Edge | None:
    """The first or the last date that an account tells of, as it is judged now."""
    built = (one for one in shelves.dossier.catalogue.edges(end) if one.account not in shelves.edition)
    first = next((one for one in built if shelves.stands(one)), None)
    heard = [one for account in shelves.edition for one in shelves.assertions_in[account] if shelves.stands(one)]
    dated = [(day, one) for one in (first, *heard) if one and one.when and (day := getattr(one.when, end)) is not None]
    if not dated:
        return None
    sign = 1 if end == "earliest" else -1
    return _told_of(*min(dated, key=lambda pair: (sign * pair[0], shelves.places[pair[1].account], pair[1].span)))


def _told_of(day: int, assertion: Assertion) -> Edge:
    if 1 <= day <= date.max.toordinal():
        return Edge(date_in_words(date.fromordinal(day).isoformat()[:7]), assertion)
    return Edge(date_in_words(assertion.when.edtf) if assertion.when else "", assertion)
