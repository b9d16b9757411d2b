"""Importing a full GeoNames table: millions of places of every sort, used instead of the list of towns we bring.

    import_geonames(Path("allCountries.txt")) -> (12_345_678, problems)

The table is read line by line and kept in the user's data folder; memory is needed for its names only.
"""

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Any

from dragoman.gazetteer.compile import readable
from dragoman.gazetteer.folding import key, spelt_out
from dragoman.gazetteer.world import users_folder
from dragoman.model import Code, DragomanError, Level, Problem

# What each sort of GeoNames is for us; sorts that are not here (schools, hotels, roads) are no places of an account.
_KINDS = {
    "A": "district", "H": "river", "L": "region", "P": "town", "T": "mountain",
    "PCLI": "country", "ADM1": "province", "ADM1H": "province", "RGN": "region", "RGNH": "region",
    "LK": "lake", "LKS": "lake", "SEA": "sea", "OCN": "ocean", "BAY": "bay", "GULF": "gulf", "STRT": "strait",
    "CNL": "canal", "ISL": "island", "ISLS": "islands", "PEN": "peninsula", "CAPE": "cape", "MTS": "mountains",
    "PASS": "pass", "VAL": "valley", "DSRT": "desert",
}  # fmt: skip
_FEWEST = 15
_MOST_PROBLEMS = 1000
_AT_ONCE = 10_000
_SPELLING = "insert into spelling values (?, ?, ?)"
_SCHEMA = """
pragma journal_mode = off; pragma synchronous = off; pragma temp_store = file;
-- one row: a place; `identifier` is that of GeoNames, `kind` is ours
create table place (
  id integer primary key,
  identifier integer not null,
  name text not null,
  country text not null,
  admin text not null,
  lat real not null,
  lon real not null,
  population integer not null,
  kind text not null
);
-- one row: a key of the trie and the places it may mean, four bytes each, times two, plus one if it is a main name
create table name (id integer primary key, places blob not null);
create table about (form text not null, made_from text not null);
create temp table spelling (key text not null, population integer not null, reference integer not null);
"""


def import_geonames(file: Path, folder: Path | None = None) -> tuple[int, tuple[Problem, ...]]:
    """Compiles a GeoNames table for use from now on: how many places it gave, and a Problem for each bad row."""
    target = folder or users_folder()
    try:
        target.mkdir(parents=True, exist_ok=True)
        with file.open("rb") as lines:
            return _compiled(file.name, lines, target)
    except FileNotFoundError:
        raise DragomanError(f"no file '{file}': give the path of a table from GeoNames, unpacked") from None
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise DragomanError(f"'{file}' could not be imported into '{target}' ({why}): make room there") from error


def _compiled(name: str, lines: Iterable[bytes], target: Path) -> tuple[int, tuple[Problem, ...]]:
    """Both files are written beside their place and moved there, so that no reader meets half a file."""
    import marisa_trie

    table = _Table(name, lines)
    fresh, trie_path = target / "world.fresh", target / "world.new"
    fresh.unlink(missing_ok=True)
    base = sqlite3.connect(fresh)
    try:
        base.executescript(_SCHEMA)
        base.executemany("insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?)", _kept(table, base))
        if not table.taken:
            raise DragomanError(
                f"'{name}' has no row of GeoNames: its columns are those of allCountries.txt, with tabs"
            )
        trie = marisa_trie.Trie(row[0] for row in base.execute("select distinct key from spelling"))
        base.executemany("insert into name values (?, ?)", _names(base, trie))
        base.execute("insert into about values ('imported', ?)", (f"{name} {table.digest.hexdigest()}",))
        base.commit()
    finally:
        base.close()
    trie.save(str(trie_path))
    trie_path.replace(target / "world.marisa")
    fresh.replace(target / "world.sqlite")
    return table.taken, tuple(table.problems)


class _Table:
    """The rows of a GeoNames table; what is wrong with some of them is kept."""

    def __init__(self, name: str, lines: Iterable[bytes]) -> None:
        self.name, self._lines = name, lines
        self.digest = blake2b(digest_size=8)
        self.problems: list[Problem] = []
        self.taken = self._bad = 0

    def rows(self) -> Iterator[tuple[tuple[Any, ...], list[str]]]:
        """Each place as a row of ours, with its other names."""
        for number, line in enumerate(self._lines, start=1):
            self.digest.update(line)
            if not line.strip():
                continue
            try:
                found = _row(line.decode("utf-8").rstrip("\r\n").split("\t"))
            except ValueError as why:
                self._complain(number, "is not UTF-8" if isinstance(why, UnicodeDecodeError) else str(why))
                continue
            if found is not None:
                row, names = found
                yield (self.taken, *row), names
                self.taken += 1
        if self._bad > _MOST_PROBLEMS:
            self.problems.append(self._problem(f"{self._bad - _MOST_PROBLEMS} more rows are left out"))

    def _complain(self, number: int, why: str) -> None:
        self._bad += 1
        if self._bad <= _MOST_PROBLEMS:
            self.problems.append(self._problem(f"line {number}: {why}; the row is left out"))

    def _problem(self, message: str) -> Problem:
        return Problem(Code.BAD_ROW, message, self.name, Level.WARNING)


def _row(cells: list[str]) -> tuple[tuple[Any, ...], list[str]] | None:
    """A row of theirs as one of ours; None for a sort we have no use for, a ValueError that says why it is none."""
    if len(cells) < _FEWEST:
        raise ValueError(f"has {len(cells)} cells, a row of GeoNames has 19")
    kind = _KINDS.get(cells[7]) or _KINDS.get(cells[6])
    if kind is None:
        return None
    if not cells[0].isdecimal() or not cells[1].strip():
        raise ValueError("has no number or no name")
    try:
        lat, lon = float(cells[4]), float(cells[5])
        people = int(cells[14] or 0)
    except ValueError:
        raise ValueError("has a latitude, a longitude or a number of people that is no number") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"lies at {cells[4]}, {cells[5]}, which is nowhere")
    row = (int(cells[0]), cells[1], cells[8], cells[10], round(lat, 4), round(lon, 4), people, kind)
    return row, [cells[1], *cells[3].split(",")]


def _kept(table: _Table, base: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """The rows for `place`; their names go to `spelling` on the way."""
    spellings: list[tuple[str, int, int]] = []
    for row, (called, *others) in table.rows():
        main = {key(called)} if called.isascii() else {key(called), spelt_out(called)}
        keys = {name: 1 for name in main} | {name: 0 for name in map(key, filter(readable, others)) if name not in main}
        spellings += [(name, row[7], row[0] * 2 + is_main) for name, is_main in keys.items() if len(name) > 1]
        if len(spellings) > _AT_ONCE:
            base.executemany(_SPELLING, spellings)
            spellings.clear()
        yield row
    base.executemany(_SPELLING, spellings)


def _names(base: sqlite3.Connection, trie: Any) -> Iterator[tuple[int, bytes]]:
    """The places of each key, most people first."""
    rows = base.execute("select key, reference from spelling order by key, population desc, reference")
    for name, ones in groupby(rows, key=lambda row: row[0]):
        places = [reference for _, reference in ones]
        yield trie[name], struct.pack(f"<{len(places)}I", *places)
