"""The period table: names that diplomatic history uses and a modern world list lacks, with the years of their use.

    named("arpachay")[0].modern -> "Akhuryan river"

The table is `vocabulary/places.csv`; docs/places.md says what its columns mean.
"""

import csv
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from dragoman.gazetteer.candidate import Candidate
from dragoman.gazetteer.folding import key, spelt_out
from dragoman.model import Shape

# "Galicia (Spain)": what stands in brackets tells two places of the table apart and is no part of the name.
_REMARK = re.compile(r"\s*\([^)]*\)")
TABLE = Path(__file__).resolve().parent.parent / "vocabulary" / "places.csv"


def named(name_key: str) -> tuple[Candidate, ...]:
    """The places of the table with this key, in the order of the table."""
    return index().get(name_key, ())


@lru_cache(maxsize=1)
def index() -> Mapping[str, tuple[Candidate, ...]]:
    """Every key of the table, and the places it may mean."""
    found: dict[str, list[Candidate]] = {}
    for place, names in rows(TABLE):
        first = keys_of(names[0])
        for name_key in dict.fromkeys(one for name in names for one in keys_of(name)):
            found.setdefault(name_key, []).append(place if name_key in first else replace(place, main=False))
    return {name_key: tuple(places) for name_key, places in found.items()}


@lru_cache(maxsize=1)
def abbreviations() -> frozenset[str]:
    """Keys that stand for a place only after a comma: "Memphis, Tenn."; written with a full stop in the table."""
    return frozenset(
        key(name) for place, names in rows(TABLE) for name in names if name.endswith(".") and place.kind != "country"
    )


@lru_cache(maxsize=1)
def acronyms() -> frozenset[str]:
    """Keys that stand for a place only in capitals: "US", "U.S.S.R."."""
    plain = ((name, name.replace(".", "")) for place, names in rows(TABLE) for name in names if place.kind == "country")
    return frozenset(key(name) for name, letters in plain if letters.isupper() and len(letters) < 6)


def keys_of(name: str) -> tuple[str, ...]:
    """The keys under which a name of the table is found: without its article, and with German vowels spelt out too."""
    plain = _REMARK.sub("", name) if "(" in name else name
    if plain.isascii():
        return (key(plain).removeprefix("the "),)
    return key(plain).removeprefix("the "), spelt_out(plain).removeprefix("the ")


@lru_cache(maxsize=2)
def rows(table: Path) -> tuple[tuple[Candidate, tuple[str, ...]], ...]:
    """Each place of a table in this form, and all its names."""
    with table.open(encoding="utf-8", newline="") as lines:
        return tuple(_row(row) for row in csv.DictReader(lines))


def _row(row: Mapping[str, str]) -> tuple[Candidate, tuple[str, ...]]:
    place = Candidate(
        name=row["name"],
        kind=row["kind"],
        shape=Shape(row["shape"]),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        modern=row["modern"],
        within=row["within"],
        country=row["country"],
        admin=row["admin"],
        identifier=row["identifier"],
        source=row["source"],
        radius_km=float(row["radius_km"]),
        since=_year(row["valid_from"]),
        until=_year(row["valid_to"]),
        known=True,
    )
    return place, (row["name"], *(name for name in row["variants"].split("|") if name))


def _year(text: str) -> int | None:
    return int(text) if text else None
