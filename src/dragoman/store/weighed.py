"""Findings by their weight, and the questions to a person that follow from them, a page at a time.

dossier.weighed.findings("contradicted", 0, 100)  -> the hundred weightiest contradictions
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from dragoman.model import Finding, Member

_FINDING = msgspec.msgpack.Decoder(Finding)
_GRAVE = "('contradicted', 'impossible')"


class Question(NamedTuple):
    """An assertion that a person should look at, its place in the queue, and the finding that asks; "" for doubt."""

    place: int
    assertion: str
    finding: str


class NamePair(NamedTuple):
    """Two names of one heading, its place in the queue, and why they were taken for one."""

    place: int
    heading: str
    number: int
    first: Member
    other: Member
    why: str


class Weighed:
    """Findings and questions, in the order in which a reader wants them."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Of an open dossier; use `Dossier.weighed`."""
        self._database = database

    # ---- findings --------------------------------------------------------------------------------------------------

    def finding(self, finding_id: str) -> Finding | None:
        """The finding with this id."""
        return next(self._findings("select value from finding where id = ?", finding_id), None)

    def findings(self, verdict: str, start: int, most: int) -> tuple[Finding, ...]:
        """So many findings of a verdict ("" for any) from this one on, the weightiest first."""
        query = """
            select value from ranked join finding on finding.position = ranked.finding
            where ranked.verdict = ? and ranked.place > ? and ranked.place <= ? order by ranked.place
        """
        if verdict:
            return tuple(self._findings(query, verdict, start, start + most))
        query = """
            select value from ranked join finding on finding.position = ranked.finding
            where ranked.rank > ? and ranked.rank <= ? order by ranked.rank
        """
        return tuple(self._findings(query, start, start + most))

    def matters(self, verdict: str, most: int) -> tuple[Finding, ...]:
        """The weightiest of this verdict that rest on more than one account, one for each topic."""
        query = """
            select value from ranked join finding on finding.position = ranked.finding
            where ranked.verdict = ? and ranked.matter = 1 order by ranked.rank limit ?
        """
        return tuple(self._findings(query, verdict, most))

    def about(self, heading_id: str, verdicts: Iterable[str], most: int) -> tuple[Finding, ...]:
        """The weightiest findings about a heading, so many of each of these verdicts, by weight."""
        query = "select rank, finding from ranked where topic = ? and verdict = ? order by rank limit ?"
        rows = [row for one in verdicts for row in self._database.execute(query, (heading_id, one, most))]
        return tuple(self._at(finding for _, finding in sorted(rows)))

    def contrary_of(self, heading_id: str, most: int) -> tuple[Finding, ...]:
        """The weightiest contradictions that rest on what is said of a heading."""
        query = """
            select ranked.finding from contrary_of join ranked on ranked.rank = contrary_of.rank
            where contrary_of.thing = (select number from thing where id = ?) order by contrary_of.rank limit ?
        """
        return tuple(self._at(row[0] for row in self._database.execute(query, (heading_id, most)).fetchall()))

    def on(self, assertion_id: str, most: int = -1) -> tuple[Finding, ...]:
        """The findings an assertion is in, in the order of the build."""
        query = """
            select value from finding
            where position in (select finding from finding_assertion where assertion = ? order by finding limit ?)
            order by position
        """
        return tuple(self._findings(query, assertion_id, most))

    def between(self, places: Iterable[int]) -> tuple[Finding, ...]:
        """The findings that rest on two or more of the accounts at these positions, in the order of the build."""
        query = """
            select finding from finding_account where account in (select value from json_each(?))
            group by finding having count(*) > 1 order by finding
        """
        rows = self._database.execute(query, (json.dumps(list(places)),)).fetchall()
        return tuple(self._at(row[0] for row in rows))

    def contrary(self, assertion_id: str) -> bool:
        """Whether a contradiction, or what cannot be, rests on the assertion."""
        return (
            self._database.execute("select 1 from contrary where assertion = ?", (assertion_id,)).fetchone() is not None
        )

    def contrary_in(self, account_id: str) -> frozenset[str]:
        """The assertions of an account that a contradiction rests on."""
        query = """
            select assertion.id from account
            join assertion on assertion.number between account.first and account.first + account.assertions - 1
            join contrary on contrary.assertion = assertion.id
            where account.id = ?
        """
        return frozenset(row[0] for row in self._database.execute(query, (account_id,)))

    def most_at_odds(self) -> tuple[str, ...]:
        """The two accounts that contradict each other most, by id; none where no two do."""
        row = self._database.execute("select value from meta where key = 'at_odds'").fetchone()
        return tuple(row[0].split(" ")) if row else ()

    # ---- questions -------------------------------------------------------------------------------------------------

    def questions(self, queue: str, start: int, most: int) -> tuple[Question, ...]:
        """So many questions of a queue from this place on."""
        return self._questions("queue = ? and place >= ? and place < ? order by place", queue, start, start + most)

    def question_about(self, queue: str, assertion_id: str) -> Question | None:
        """The question of a queue that asks about this assertion."""
        where = "queue = ? and question.assertion = (select number from assertion where id = ?)"
        return next(iter(self._questions(where, queue, assertion_id)), None)

    def name_pairs(self, start: int, most: int) -> tuple[NamePair, ...]:
        """So many pairs of names from this place on."""
        return self._pairs("place >= ? and place < ? order by place", start, start + most)

    def name_pair(self, heading_id: str, number: int) -> NamePair | None:
        """One pair of names of a heading."""
        where = "heading = (select number from thing where id = ?) and name_pair.number = ?"
        return next(iter(self._pairs(where, heading_id, number)), None)

    def pairs_with(self, account: str, name: str) -> tuple[NamePair, ...]:
        """The pairs in which this name of this account is one of the two."""
        where = """
            heading in (select heading from heading_member where account = ?1 and name = ?2)
            and ((account = ?1 and name = ?2) or (other_account = ?1 and other_name = ?2))
        """
        return self._pairs(where, account, name)

    # ---- below -----------------------------------------------------------------------------------------------------

    def _questions(self, where: str, *values: str | int) -> tuple[Question, ...]:
        query = f"""
            select question.place, assertion.id, coalesce(finding.id, '') from question
            join assertion on assertion.number = question.assertion
            left join finding on finding.position = question.finding
            where {where}
        """
        return tuple(Question(*row) for row in self._database.execute(query, values))

    def _pairs(self, where: str, *values: str | int) -> tuple[NamePair, ...]:
        query = f"""
            select place, thing.id, name_pair.number, account, name, other_account, other_name, why
            from name_pair join thing on thing.number = name_pair.heading where {where}
        """
        return tuple(
            NamePair(place, heading, number, Member(account, name), Member(other_account, other_name), why)
            for place, heading, number, account, name, other_account, other_name, why in self._database.execute(
                query, values
            )
        )

    def _at(self, positions: Iterable[int]) -> Iterator[Finding]:
        for one in positions:
            yield from self._findings("select value from finding where position = ?", one)

    def _findings(self, query: str, *values: str | int) -> Iterator[Finding]:
        return (_FINDING.decode(row[0]) for row in self._database.execute(query, values).fetchall())
