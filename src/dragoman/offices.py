"""Which power an office stands for when no country is named with it, and in which years.

    powers_of_office("the Foreign Commissar", 1920) -> ("soviet_russia",)
    powers_of_office("the Sultan", 1930)            -> ()

The table is vocabulary/offices.txt.
"""

import re
from functools import lru_cache
from importlib.resources import files

import msgspec

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


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[Office, ...]]:
    found: dict[str, tuple[Office, ...]] = {}
    for line in files("dragoman.vocabulary").joinpath("offices.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            title, power, years = (cell.strip() for cell in line.split(";"))
            since, _, until = years.partition("-")
            one = Office(title, power, int(since), int(until) if until else LASTING)
            found[_plain(title)] = (*found.get(_plain(title), ()), one)
    return found


def _plain(name: str) -> str:
    """A title without article, case and the shapes of apostrophes and hyphens."""
    return re.sub(r"^the\s+", "", " ".join(name.replace("’", "'").split()).casefold())
