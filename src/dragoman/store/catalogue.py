"""Looking things up in a dossier: accounts, headings, and what is said of them, one by one or a page at a time.

dossier.catalogue.said_of("heading", "signature", 0, 25)  -> the first 25 assertions that speak of its signature

Every question here is answered by an index and brings no more than was asked for, however large the dossier is.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

import msgspec

from dragoman.model import Account, AccountId, Assertion, Heading, Kind, Member, Problem, Span

T = TypeVar("T")
_ACCOUNT = msgspec.msgpack.Decoder(Account)
_ASSERTION = msgspec.msgpack.Decoder(Assertion)
_PROBLEM = msgspec.msgpack.Decoder(Problem)
_THING = "thing.id, thing.kind, thing.label, thing.edtf, thing.earliest, thing.latest"


class Listed(NamedTuple):
    """An account without its text, its position among the others, and two figures of it."""

    account: Account
    position: int
    furniture: float
    assertions: int


class Spoken(NamedTuple):
    """A heading without its names, and how many assertions and accounts speak of it."""

    heading: Heading
    times: int
    accounts: int


class Catalogue:
    """Accounts, headings and assertions by their ids, names and numbers."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Of an open dossier; use `Dossier.catalogue`."""
        self._database = database

    def amount(self, what: str, sort: str = "") -> int:
        """How many there are of a sort, counted at the build."""
        return int(self._one("select number from amount where what = ? and sort = ?", what, sort) or 0)

    # ---- accounts --------------------------------------------------------------------------------------------------

    def told(self, account_id: str) -> Listed | None:
        """The account with this id, without its text."""
        return next(self._told("id = ?", account_id), None)

    def accounts(self, start: int, most: int) -> tuple[Listed, ...]:
        """So many accounts from this position on, without their texts."""
        return tuple(self._told("position >= ? and position < ? order by position", start, start + most))

    def accounts_named(self, name: str) -> tuple[str, ...]:
        """The ids of the accounts of this name."""
        return tuple(self._column("select id from account where name = ? order by position", name))

    def account_ids(self) -> tuple[str, ...]:
        """The ids of all accounts, in their order."""
        return tuple(self._column("select id from account order by position"))

    def text(self, account_id: str) -> str:
        """The words of an account."""
        return str(self._one("select text from account where id = ?", account_id) or "")

    def sentence_at(self, account_id: str, place: int) -> Span | None:
        """The last sentence of an account that begins at this place or before it."""
        query = """
            select start, "end" from passage where account = ? and role = 'sentence' and start <= ?
            order by start desc, "end" desc limit 1
        """
        row = self._database.execute(query, (account_id, place)).fetchone()
        return Span(*row) if row else None

    def problems(self, start: int, most: int) -> tuple[Problem, ...]:
        """So many problems from this one on, in the order of the build."""
        query = "select value from problem order by position limit ? offset ?"
        return tuple(_PROBLEM.decode(row[0]) for row in self._database.execute(query, (most, start)))

    # ---- headings --------------------------------------------------------------------------------------------------

    def heading(self, heading_id: str) -> Heading | None:
        """The heading with this id, without its names."""
        row = self._row(f"select {_THING} from thing where id = ?", heading_id)
        return _heading(row) if row else None

    def heading_of(self, member: Member) -> Heading | None:
        """The heading under which a name of an account stands, without its names; of several the last."""
        query = f"""
            select {_THING} from heading_member join thing on thing.number = heading_member.heading
            where heading_member.account = ? and heading_member.name = ?
            order by thing.number desc limit 1
        """
        row = self._row(query, member.account, member.name)
        return _heading(row) if row else None

    def headings_in(self, account_id: str) -> dict[str, Heading]:
        """For each name of an account, and each event it tells, the heading it stands under."""
        query = f"""
            select heading_member.name, {_THING} from heading_member
            join thing on thing.number = heading_member.heading
            where heading_member.account = ? order by thing.number
        """
        return {name: _heading(row) for name, *row in self._database.execute(query, (account_id,))}

    def things(self, kind: Kind, start: int, most: int) -> tuple[Spoken, ...]:
        """The headings of a kind, most spoken of first."""
        query = f"""
            select {_THING}, thing.times, thing.accounts from thing
            where kind = ? order by times desc, label, number limit ? offset ?
        """
        rows = self._database.execute(query, (kind.value, most, start))
        return tuple(Spoken(_heading(row[:6]), row[6], row[7]) for row in rows)

    def spoken(self, heading_id: str) -> Spoken | None:
        """How many assertions and accounts speak of a heading."""
        row = self._row(f"select {_THING}, thing.times, thing.accounts from thing where id = ?", heading_id)
        return Spoken(_heading(row[:6]), int(row[6] or 0), int(row[7] or 0)) if row else None

    def reasons(self, heading_id: str) -> tuple[str, ...]:
        """Why the names of a heading were taken for one thing."""
        return tuple(json.loads(self._one("select reasons from heading where id = ?", heading_id) or "[]"))

    def members(self, heading_id: str, start: int = 0, most: int = -1) -> tuple[tuple[int, Member], ...]:
        """The names of a heading with the positions of their accounts, in the order of these."""
        query = """
            select place, account, name from heading_member
            where heading = (select number from thing where id = ?) and place >= 0
            order by place, name limit ? offset ?
        """
        rows = self._database.execute(query, (heading_id, most, start))
        return tuple((place, Member(AccountId(account), name)) for place, account, name in rows)

    def members_in(self, heading_id: str, places: Iterable[int]) -> tuple[Member, ...]:
        """The names that accounts at these positions have for a heading."""
        query = """
            select account, name from heading_member
            where heading = (select number from thing where id = ?) and place in (select value from json_each(?))
            order by place, name
        """
        rows = self._database.execute(query, (heading_id, json.dumps(sorted(places))))
        return tuple(Member(AccountId(account), name) for account, name in rows)

    def accounts_of(self, heading_id: str, most: int) -> tuple[int, ...]:
        """The positions of the first accounts that know a heading."""
        query = """
            select distinct place from heading_member
            where heading = (select number from thing where id = ?) and place >= 0 order by place limit ?
        """
        return tuple(int(one) for one in self._column(query, heading_id, most))

    def articles(self, heading_id: str, most: int) -> tuple[Heading, ...]:
        """The articles of an instrument that have headings of their own."""
        query = f"""
            select {_THING} from article join thing on thing.number = article.thing
            where article.instrument = (select number from thing where id = ?) order by thing.number limit ?
        """
        return tuple(_heading(row) for row in self._database.execute(query, (heading_id, most)))

    # ---- assertions ------------------------------------------------------------------------------------------------

    def assertion(self, assertion_id: str) -> Assertion | None:
        """The assertion with this id."""
        row = self._row("select value from assertion where id = ?", assertion_id)
        return _ASSERTION.decode(row[0]) if row else None  # type: ignore[arg-type]

    def ids(self) -> Iterator[str]:
        """The ids of all assertions, in the order of account and text; for small dossiers and tests."""
        return (row[0] for row in self._database.execute("select id from assertion order by number"))

    def said_in(self, account_id: str) -> tuple[Assertion, ...]:
        """What an account says, in the order of its text."""
        query = """
            select value from assertion
            where number between (select first from account where id = ?1)
              and (select first + assertions - 1 from account where id = ?1)
            order by number
        """
        return self._assertions(query, account_id)

    def numbered(self, numbers: Iterable[int]) -> tuple[Assertion, ...]:
        """The assertions with these numbers, in their order."""
        query = "select value from assertion where number in (select value from json_each(?)) order by number"
        return self._assertions(query, json.dumps(list(numbers)))

    def tally(self, heading_id: str) -> dict[str, int]:
        """How many assertions speak of a heading in each slot: '' all, each act, each part it has in them."""
        query = "select slot, times from tally where thing = (select number from thing where id = ?)"
        return dict(self._database.execute(query, (heading_id,)).fetchall())

    def said_of(self, heading_id: str, slot: str = "", start: int = 0, most: int = -1) -> tuple[Assertion, ...]:
        """What is said of a heading in one slot, in the order of account and text."""
        query = """
            select value from assertion where number in (
              select assertion from said_of
              where thing = (select number from thing where id = ?) and slot = ?
              order by assertion limit ? offset ?
            )
            order by number
        """
        return self._assertions(query, heading_id, slot, most, start)

    def said_of_by(self, heading_id: str, account_id: str, most: int = -1) -> tuple[int, tuple[Assertion, ...]]:
        """How often an account speaks of a heading, and what it says of it first."""
        within = """
            from said_of, account
            where thing = (select number from thing where id = ?1) and slot = '' and account.id = ?2
              and assertion between account.first and account.first + account.assertions - 1
        """
        count = int(self._one(f"select count(*) {within}", heading_id, account_id) or 0)
        query = f"select value from assertion where number in (select assertion {within} order by assertion limit ?3) "
        return count, self._assertions(query + "order by number", heading_id, account_id, most)

    def edges(self, column: str) -> Iterator[Assertion]:
        """Assertions by day, read only as far as asked: "earliest" from the first on, "latest" from the last back."""
        order = {"earliest": "earliest, number", "latest": "latest desc, number"}[column]
        query = f"select value from assertion where {column} is not null order by {order}"
        return (_ASSERTION.decode(row[0]) for row in self._database.execute(query))

    # ---- below -----------------------------------------------------------------------------------------------------

    def _told(self, where: str, *values: str | int) -> Iterator[Listed]:
        query = f"select head, position, furniture, assertions from account where {where}"
        for head, *others in self._database.execute(query, values).fetchall():
            yield Listed(_ACCOUNT.decode(head), *others)

    def _assertions(self, query: str, *values: str | int) -> tuple[Assertion, ...]:
        return tuple(_ASSERTION.decode(row[0]) for row in self._database.execute(query, values))

    def _row(self, query: str, *values: str | int) -> tuple[str | int | None, ...] | None:
        row: tuple[str | int | None, ...] | None = self._database.execute(query, values).fetchone()
        return row

    def _one(self, query: str, *values: str | int) -> str | None:
        row = self._database.execute(query, values).fetchone()
        return row[0] if row else None

    def _column(self, query: str, *values: str | int) -> list[str]:
        return [row[0] for row in self._database.execute(query, values)]


def _heading(row: Iterable[object]) -> Heading:
    ident, kind, label, edtf, earliest, latest = row
    days = {"earliest": earliest, "latest": latest}
    return Heading(ident, Kind(kind), label, (), edtf=edtf, **days)  # type: ignore[arg-type]
