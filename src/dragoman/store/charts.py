"""What the pictures are drawn from: what is told of when, which instrument is related to which, what lies where.

dossier.charts.years([-1, -2])  -> {-1: [(1920, "signature", 12), …], …}
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from dragoman.model import Assertion, Claimed, Kind

_ASSERTION = msgspec.msgpack.Decoder(Assertion)


class Spot(NamedTuple):
    """Where a place or polity lies; `weight` counts how often it is placed and spoken of."""

    heading: str
    lat: float
    lon: float
    kind: str
    shape: str
    modern: str
    because: str
    source: str
    identifier: str
    weight: int


class Charts:
    """Counts and small sets, by index: none of the questions here reads the whole dossier."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Of an open dossier; use `Dossier.charts`."""
        self._database = database

    # ---- time ------------------------------------------------------------------------------------------------------

    def lane_of(self, heading_id: str) -> int:
        """The lane of a heading; an account's is minus one minus its position."""
        row = self._database.execute("select number from thing where id = ?", (heading_id,)).fetchone()
        return int(row[0])

    def lanes(self, kinds: Iterable[Kind], most: int) -> tuple[tuple[int, str, int], ...]:
        """The things of these kinds of which most is told: lane, id, and how often; so many of each kind."""
        query = (
            "select number, id, times, label from thing where kind = ? and times > 0 order by times desc, label limit ?"
        )
        rows = [row for kind in kinds for row in self._database.execute(query, (kind.value, most))]
        return tuple((lane, ident, times) for lane, ident, times, _ in sorted(rows, key=lambda row: (-row[2], row[3])))

    def years(self, lanes: Sequence[int]) -> dict[int, list[tuple[int, str, int]]]:
        """For each of these lanes how often each act is told of each year."""
        query = "select lane, year, predicate, times from told_in_year where lane in (select value from json_each(?))"
        found: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
        for lane, *told in self._database.execute(query, (json.dumps(list(lanes)),)):
            found[lane].append(tuple(told))
        return found

    def dated(self, lane: int, first: int, last: int, most: int) -> tuple[Assertion, ...]:
        """What is told in a lane between two days, so much of it, in the order of time."""
        query = """
            select value from dated join assertion on assertion.number = dated.assertion
            where dated.lane = ? and dated.day between ? and ? order by dated.day, dated.assertion limit ?
        """
        return self._assertions(query, lane, first, last, most)

    # ---- relations -------------------------------------------------------------------------------------------------

    def most_tied(self, most: int) -> tuple[str, ...]:
        """The keys of the instruments at the ends of most relations."""
        query = "select key from tied order by times desc, key limit ?"
        return tuple(row[0] for row in self._database.execute(query, (most,)))

    def relations_among(self, keys: Sequence[str], most: int) -> tuple[int, tuple[Assertion, ...]]:
        """How many relations are told among these instruments, and so many of them, in the order of the accounts."""
        within = """
            from relation where one in (select value from json_each(?1)) and other in (select value from json_each(?1))
        """
        given = json.dumps(list(keys))
        count = self._database.execute(f"select count(distinct assertion) {within}", (given,)).fetchone()[0]
        numbers = f"select distinct assertion {within} order by assertion limit ?2"
        query = f"select value from assertion where number in ({numbers}) order by number"
        return int(count), self._assertions(query, given, most)

    # ---- places ----------------------------------------------------------------------------------------------------

    def spots(self) -> Iterator[Spot]:
        """Where the places lie, those most spoken of first; read only as far as asked."""
        return self._spots("order by placed.weight desc, thing.label")

    def spot(self, heading_id: str) -> Spot | None:
        """Where one place lies."""
        return next(self._spots("where thing.id = ?", heading_id), None)

    def claims(self, heading_id: str) -> tuple[Claimed, ...]:
        """The ledger of a territory, in the order of its rule."""
        query = """
            select heading, what, holder, assertion, day, dated_by from claim
            where heading = ? order by position
        """
        return tuple(Claimed(*row) for row in self._database.execute(query, (heading_id,)))

    def claimed(self) -> Iterator[str]:
        """The ids of the headings that have a ledger; read only as far as asked."""
        return (row[0] for row in self._database.execute("select distinct heading from claim order by heading"))

    def days_of_claims(self, most: int) -> tuple[tuple[int, ...], int | None]:
        """The first so many days on which something is claimed or given up, and the last of all."""
        query = "select distinct day from claim where day is not null order by day limit ?"
        days = tuple(row[0] for row in self._database.execute(query, (most,)))
        last = self._database.execute("select max(day) from claim where day is not null").fetchone()[0]
        return days, last

    # ---- below -----------------------------------------------------------------------------------------------------

    def _assertions(self, query: str, *values: str | int) -> tuple[Assertion, ...]:
        return tuple(_ASSERTION.decode(row[0]) for row in self._database.execute(query, values))

    def _spots(self, where: str, *values: str) -> Iterator[Spot]:
        query = f"""
            select thing.id, lat, lon, placed.kind, shape, modern, because, source, identifier, weight
            from placed join thing on thing.number = placed.thing {where}
        """
        return (Spot(*row) for row in self._database.execute(query, values))
