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

_BY_WEIGHT = "order by placed.weight desc, thing.label"
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

    def relations_among(self, keys: Sequence[str], most: int) -> tuple[Assertion, ...]:
        """The relations told among these instruments, so many of each pair, in the order of the accounts."""
        # From one pair to the next by the index, however often each is told.
        pairs = """
            with recursive pair (one, other) as (
              select value, (select min(other) from relation where one = value) from json_each(?1)
              union all
              select one, (select min(other) from relation where one = pair.one and other > pair.other)
              from pair where pair.other is not null
            )
            select one, other from pair where other in (select value from json_each(?1))
        """
        first = "select assertion from relation where one = ? and other = ? order by assertion limit ?"
        found = {
            number
            for pair in self._database.execute(pairs, (json.dumps(list(keys)),)).fetchall()
            for (number,) in self._database.execute(first, (*pair, most))
        }
        query = "select value from assertion where number in (select value from json_each(?)) order by number"
        return self._assertions(query, json.dumps(sorted(found)))

    def untied(self, most: int) -> tuple[str, ...]:
        """The ids of the instruments of which no relation is told, those most spoken of first."""
        query = """
            select id from thing
            where kind = 'instrument' and not exists (select 1 from tied where tied.key = cast(thing.number as text))
            order by times desc, label, number limit ?
        """
        return tuple(row[0] for row in self._database.execute(query, (most,)))

    # ---- places ----------------------------------------------------------------------------------------------------

    def spots(self) -> Iterator[Spot]:
        """Where the places lie, those most spoken of first; read only as far as asked."""
        return self._spots(_BY_WEIGHT)

    def spot(self, heading_id: str) -> Spot | None:
        """Where one place lies."""
        return next(self._spots("where thing.id = ?", heading_id), None)

    def spots_in(self, south: float, north: float, west: float, east: float, most: int) -> tuple[int, tuple[Spot, ...]]:
        """How many places lie between these degrees, and so many of them, those most spoken of first."""
        where = "lat between ? and ? and lon between ? and ? and source <> 'neighbours'"
        box = (south, north, west, east)
        count = self._database.execute(f"select count(*) from placed where {where}", box).fetchone()[0]
        return int(count), tuple(self._spots(f"where {where} {_BY_WEIGHT} limit ?", *box, most))

    def claims(self, heading_id: str, most: int) -> tuple[tuple[Claimed, Assertion], ...]:
        """So many lines of the ledger of a territory, in the order of its rule, each with the assertion it rests on."""
        query = """
            select heading, what, holder, assertion, claim.day, dated_by, value
            from claim join assertion on assertion.id = claim.assertion
            where heading = ? order by claim.position limit ?
        """
        rows = self._database.execute(query, (heading_id, most))
        return tuple((Claimed(*row), _ASSERTION.decode(value)) for *row, value in rows)

    def counted_claims(self, heading_id: str) -> int:
        """How many lines the ledger of a territory has."""
        return int(self._database.execute("select count(*) from claim where heading = ?", (heading_id,)).fetchone()[0])

    def claimed_nowhere(self, among: int, most: int) -> tuple[str, ...]:
        """Of so many territories, those most spoken of, the ids of those that are claimed and lie nowhere we know."""
        query = """
            select id from (
              select number, id from thing where kind = 'place' or kind = 'polity' order by times desc, label limit ?
            ) as land
            where exists (select 1 from claim where claim.heading = land.id)
              and not exists (select 1 from placed where placed.thing = land.number)
            order by number limit ?
        """
        return tuple(row[0] for row in self._database.execute(query, (among, most)))

    def days_of_claims(self, most: int) -> tuple[tuple[int, ...], int | None]:
        """The first so many days on which something is claimed or given up, and the last of all."""
        query = "select distinct day from claim where day is not null order by day limit ?"
        days = tuple(row[0] for row in self._database.execute(query, (most,)))
        last = self._database.execute("select max(day) from claim where day is not null").fetchone()[0]
        return days, last

    # ---- below -----------------------------------------------------------------------------------------------------

    def _assertions(self, query: str, *values: str | int) -> tuple[Assertion, ...]:
        return tuple(_ASSERTION.decode(row[0]) for row in self._database.execute(query, values))

    def _spots(self, where: str, *values: str | float) -> Iterator[Spot]:
        query = f"""
            select thing.id, lat, lon, placed.kind, shape, modern, because, source, identifier, weight
            from placed join thing on thing.number = placed.thing {where}
        """
        return (Spot(*row) for row in self._database.execute(query, values))
