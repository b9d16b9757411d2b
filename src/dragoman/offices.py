"""Which power an office stands for when no country is named with it, and a statesman; each in which years.

    powers_of_office("the Foreign Commissar", 1920) -> ("soviet_russia",)
    powers_of_office("the Sultan", 1930)            -> ()
    power_of_statesman("Count Nesselrode", 1853)    -> "russian_empire"

The tables are vocabulary/offices.txt and vocabulary/statesmen.txt.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

import msgspec

from dragoman.languages.en.likeness import TITLES

LASTING = 9999
"""The last year of an office that still exists."""


class Office(msgspec.Struct, frozen=True):
    """A title, the power it stands for as a key of the polities, and its first and last year."""

    title: str
    power: str
    since: int
    until: int


def offices_called(name: str) -> tuple[Office, ...]:
    """What a title alone can mean, in the order of the table; nothing for a title with a country or a person's name."""
    return _table().get(_plain(name), ())


def powers_of_office(name: str, year: int | None = None) -> tuple[str, ...]:
    """The power a title stands for in a year; without a year every one that it ever stood for."""
    holding = [one for one in offices_called(name) if year is None or one.since <= year <= one.until]
    return tuple(dict.fromkeys(one.power for one in holding))


@lru_cache(maxsize=65536)
def power_of_statesman(name: str, year: int | None = None) -> str:
    """The power for which the bearer of this name acted in a year; "" where the table knows nobody, or two.

    Without a year, only where everybody of that name acted for one power.
    """
    words = _plain(name).split()
    while len(words) > 1 and words[0].strip(".") in TITLES and " ".join(words) not in _statesmen():
        words = words[1:]
    rows = _statesmen().get(" ".join(words), ())
    powers = {power for power, since, until in rows if year is None or since <= year <= until}
    return powers.pop() if len(powers) == 1 else ""


@lru_cache(maxsize=1)
def _statesmen() -> dict[str, tuple[tuple[str, int, int], ...]]:
    found: dict[str, tuple[tuple[str, int, int], ...]] = {}
    for names, power, years in _rows("statesmen.txt"):
        since, _, until = years.partition("-")
        for name in names.split("|"):
            found[_plain(name)] = (*found.get(_plain(name), ()), (power, int(since), int(until or since)))
    return found


def _rows(table: str) -> Iterator[list[str]]:
    for line in files("dragoman.vocabulary").joinpath(table).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split(";")]


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[Office, ...]]:
    found: dict[str, tuple[Office, ...]] = {}
    for title, power, years in _rows("offices.txt"):
        since, _, until = years.partition("-")
        one = Office(title, power, int(since), int(until) if until else LASTING)
        found[_plain(title)] = (*found.get(_plain(title), ()), one)
    return found


def _plain(name: str) -> str:
    """A title without article, case and the shapes of apostrophes and hyphens."""
    return re.sub(r"^the\s+", "", " ".join(name.replace("’", "'").split()).casefold())
