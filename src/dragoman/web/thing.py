"""All that is said of one thing: by act, by account or by its part in it, with what it rests on and what rests on it.

thing_of(shelves, heading, by="act").said -> (Group("signature", …, sides), …)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.model import (
    Account,
    Assertion,
    DragomanError,
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
from dragoman.web.telling import TELLINGS, Case, Side, cases_of, side_of
from dragoman.web.thing_history import History, history_of
from dragoman.web.wording import CONTRADICTIONS, act_in_words, family_of

BY = ("act", "account", "part")
TOLD = "told"
SHOWN = 25
MOST_OF_ONE = 500
# Of what thousands of accounts know, so many names, reasons and relations; of findings so many are looked through.
ACCOUNTS, REASONS, LINKS, MOST_WEIGHED = 40, 60, 100, 400
_OTHERS = tuple(one for one in Verdict if one not in (*CONTRADICTIONS, Verdict.STANDING))
_ORDER = {"act": [one.value for one in Predicate], "part": [*(one.value for one in Role), TOLD]}


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


class Group(msgspec.Struct, frozen=True):
    """What is said under one heading of the page; `total` counts what is not shown too."""

    key: str
    title: str
    sides: tuple[Side, ...]
    total: int
    family: str = ""
    account: Account | None = None


class Thing(msgspec.Struct, frozen=True):
    """The page of one heading; `accounts` counts all that know it, `named` are the first of them."""

    heading: Heading
    reasons: tuple[str, ...]
    named: tuple[Named, ...]
    accounts: int
    contradictions: tuple[Case, ...]
    standing: tuple[Case, ...]
    others: tuple[Case, ...]
    rests_on: tuple[Link, ...]
    carries: tuple[Link, ...]
    said: tuple[Group, ...]
    history: History


def thing_of(shelves: Shelves, heading: Heading, by: str = "act", only: str = "") -> Thing:
    """All that is said of the thing under this heading, in groups by act, account or part; `only` shows one whole."""
    if by not in BY:
        raise DragomanError(f"what is said is put in order by {', '.join(BY)}, not by {by!r}")
    weighed = shelves.dossier.weighed
    spoken = shelves.dossier.catalogue.spoken(heading.id)
    return Thing(
        heading=heading,
        reasons=shelves.dossier.catalogue.reasons(heading.id)[:REASONS],
        named=_named(shelves, heading) if heading.kind is not Kind.EVENT else (),
        accounts=spoken.accounts if spoken else 0,
        contradictions=cases_of(shelves, _contradictions(shelves, heading)),
        standing=cases_of(shelves, weighed.about(heading.id, (Verdict.STANDING,), SHOWN)),
        others=cases_of(shelves, _once(shelves, weighed.about(heading.id, _OTHERS, MOST_WEIGHED))[:SHOWN]),
        rests_on=tuple(_links(shelves, heading, Role.SUBJECT, Role.OBJECT)),
        carries=tuple(_links(shelves, heading, Role.OBJECT, Role.SUBJECT)),
        said=tuple(_said(shelves, heading, by, only)),
        history=history_of(shelves, heading),
    )


def _contradictions(shelves: Shelves, heading: Heading) -> list[Finding]:
    """Those filed under the heading, and for an instrument or an event those on what is said of it."""
    found = {one.id: one for one in shelves.dossier.weighed.about(heading.id, CONTRADICTIONS, SHOWN)}
    if heading.kind in (Kind.INSTRUMENT, Kind.EVENT):
        found.update({one.id: one for one in shelves.dossier.weighed.contrary_of(heading.id, SHOWN)})
    return sorted(found.values(), key=weight)[:SHOWN]


def _once(shelves: Shelves, findings: Iterable[Finding]) -> list[Finding]:
    """Tellings are weighed pair by pair; that the same accounts agree in the same slot is said once."""
    first: dict[tuple[str, str, str, frozenset[str]], Finding] = {}
    for one in findings:
        told = filter(None, map(shelves.assertions.get, one.assertions[:TELLINGS]))
        accounts = frozenset(each.account for each in told)
        first.setdefault((one.topic, one.verdict, one.field, accounts), one)
    return list(first.values())


def _named(shelves: Shelves, heading: Heading) -> tuple[Named, ...]:
    """The names in each account that knows it, the first of them; an event has tellings instead."""
    catalogue = shelves.dossier.catalogue
    names: dict[str, list[str]] = defaultdict(list)
    for one in catalogue.members_in(heading.id, catalogue.accounts_of(heading.id, ACCOUNTS)):
        names[one.account].append(one.name)
    return tuple(
        Named(shelves.accounts[one], shelves.sigla[one], tuple(dict.fromkeys(mine))) for one, mine in names.items()
    )


def _links(shelves: Shelves, heading: Heading, near: Role, far: Role) -> Iterator[Link]:
    for assertion in shelves.said_of(heading, near, 0, LINKS):
        yield from (_link(shelves, assertion, part.name) for part in assertion.of(far))


def _link(shelves: Shelves, assertion: Assertion, other: str) -> Link:
    heading = shelves.heading_of.get(Member(assertion.account, other))
    return Link(assertion.predicate, other, heading, side_of(shelves, assertion))


def _said(shelves: Shelves, heading: Heading, by: str, only: str) -> Iterator[Group]:
    """What is said, group by group; a thing much spoken of shows the first of each."""
    most = MOST_OF_ONE if only else SHOWN
    if by == "account":
        yield from _by_account(shelves, heading, only, most)
        return
    tally = shelves.dossier.catalogue.tally(heading.id)
    for key in _ORDER[by]:
        if key in tally and only in ("", key):
            yield _group(shelves, key, shelves.said_of(heading, key, 0, most), tally[key], by)


def _by_account(shelves: Shelves, heading: Heading, only: str, most: int) -> Iterator[Group]:
    catalogue = shelves.dossier.catalogue
    places = catalogue.accounts_of(heading.id, ACCOUNTS)
    known = [only] if only else [one.account.id for place in places for one in catalogue.accounts(place, 1)]
    for account_id in known:
        total, said = catalogue.said_of_by(heading.id, account_id, most)
        if total and account_id in shelves.places:
            account = shelves.accounts[account_id]
            now = filter(None, (shelves.assertions.get(one.id) for one in said))
            sides = tuple(side_of(shelves, one) for one in now)
            yield Group(account_id, f"{shelves.sigla[account_id]} · {account.name}", sides, total, account=account)


def _group(shelves: Shelves, key: str, said: Iterable[Assertion], total: int, by: str) -> Group:
    sides = tuple(side_of(shelves, one) for one in said)
    if by == "act":
        return Group(key, act_in_words(Predicate(key)), sides, total, family=family_of(Predicate(key)))
    return Group(key, "its tellings" if key == TOLD else f"as {key}", sides, total)
