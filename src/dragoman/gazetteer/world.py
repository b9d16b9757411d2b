"""The world list: 235,000 towns of today, compiled by `compile.py` and opened here without being read.

named("memphis") -> (Candidate("Memphis", country="US", admin="TN", …), …)
"""

import os
import sqlite3
import struct
import sys
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
# Only a list that a person imported has more than towns.
_SHAPES = {"river": Shape.LINE, "canal": Shape.LINE} | dict.fromkeys(
    ("country", "province", "district", "region", "desert", "sea", "ocean", "mountains"), Shape.AREA
)
_per_thread = local()


def present() -> bool:
    """Whether a compiled list is there; without one only the period table answers."""
    return _whole(_folder())


def edition() -> str:
    """Which list a person imported, "" where the one that we bring is used."""
    if not _whole(users_folder()):
        return ""
    (made_from,) = _base().execute("select made_from from about").fetchone()
    return str(made_from).rpartition(" ")[2]


def users_folder() -> Path:
    """Where a person's own list lies, in all their dossiers' reach; DRAGOMAN_DATA names another folder."""
    if given := os.environ.get("DRAGOMAN_DATA"):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "dragoman"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "dragoman"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "dragoman"


def _folder() -> Path:
    """A person's own list, once it is whole, before the one that we bring."""
    own = users_folder()
    return own if _whole(own) else DATA


def _whole(folder: Path) -> bool:
    return (folder / "world.marisa").is_file() and (folder / "world.sqlite").is_file()


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
    _, identifier, name, country, admin, lat, lon, population, *sort = row
    kind = sort[0] if sort else "town"
    return Candidate(
        name=name,
        kind=kind,
        shape=_SHAPES.get(kind, Shape.POINT),
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

    return marisa_trie.Trie().mmap(str(_folder() / "world.marisa")) if present() else None


def _base() -> sqlite3.Connection:
    """A connection of this thread's own: the file is only ever read."""
    base: sqlite3.Connection | None = getattr(_per_thread, "base", None)
    if base is None:
        base = sqlite3.connect(
            f"file:{_folder() / 'world.sqlite'}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        base.execute("pragma mmap_size = 268435456")
        _per_thread.base = base
    return base
