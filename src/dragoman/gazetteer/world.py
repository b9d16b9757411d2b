"""The world list: 235,000 towns of today, compiled by `compile.py` and opened here without being read.

named("memphis") -> (Candidate("Memphis", country="US", admin="TN", …), …)
"""

import sqlite3
import struct
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from threading import local
from typing import Any

from dragoman.gazetteer.candidate import Candidate
from dragoman.model import Shape

DATA = Path(__file__).resolve().parent / "data"
# "San Antonio" means hundreds of places: those with most people are enough to choose from.
MOST_MEANINGS = 40
_per_thread = local()


def present() -> bool:
    """Whether the compiled list is there; without it only the period table answers."""
    return (DATA / "world.marisa").is_file() and (DATA / "world.sqlite").is_file()


def has(name_key: str) -> bool:
    """Whether the list has this key."""
    trie = _trie()
    return trie is not None and name_key in trie


@lru_cache(maxsize=16384)
def named(name_key: str) -> tuple[Candidate, ...]:
    """The towns with this key, most people first."""
    trie = _trie()
    number = None if trie is None else trie.get(name_key)
    if number is None:
        return ()
    (blob,) = _base().execute("select places from name where id = ?", (number,)).fetchone()
    return tuple(_candidate(reference >> 1, bool(reference & 1)) for reference in _first(blob))


def _first(blob: bytes) -> list[int]:
    """As many meanings as we look at, those that have it as their main name before the others."""
    references: Iterable[int] = (number for (number,) in struct.iter_unpack("<I", blob))
    return sorted(references, key=lambda reference: not reference & 1)[:MOST_MEANINGS]


def _candidate(number: int, main: bool) -> Candidate:
    row = _base().execute("select * from place where id = ?", (number,)).fetchone()
    _, identifier, name, country, admin, lat, lon, population = row
    return Candidate(
        name=name,
        kind="town",
        shape=Shape.POINT,
        lat=lat,
        lon=lon,
        country=country,
        admin=admin,
        identifier=str(identifier),
        source="GeoNames",
        population=population,
        main=main,
    )


@lru_cache(maxsize=1)
def _trie() -> Any:
    import marisa_trie

    return marisa_trie.Trie().mmap(str(DATA / "world.marisa")) if present() else None


def _base() -> sqlite3.Connection:
    """A connection of this thread's own: the file is only ever read."""
    base: sqlite3.Connection | None = getattr(_per_thread, "base", None)
    if base is None:
        base = sqlite3.connect(f"file:{DATA / 'world.sqlite'}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        base.execute("pragma mmap_size = 268435456")
        _per_thread.base = base
    return base
