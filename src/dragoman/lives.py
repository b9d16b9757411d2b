"""When persons lived, and from when to when a name was in use: two tables of `vocabulary`.

life_of("V. I. Lenin").latest -> the day of 21 January 1924        use_of("Leningrad").earliest -> 26 January 1924
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

import msgspec

from dragoman.edtf import bounds


class Stretch(msgspec.Struct, frozen=True):
    """From when to when somebody lived or a name was used: the widest reading of the dates.

    `since` and `until` are EDTF for people; `earliest` and `latest` are None where that end is open.
    """

    name: str
    since: str
    until: str
    earliest: int | None
    latest: int | None
    why: str = ""


def life_of(name: str) -> Stretch | None:
    """The life of the person who bears this full name; None where the table knows no one by it."""
    return _lives().get(_plain(name))


def use_of(name: str) -> Stretch | None:
    """The time in which a name was in use; None where the table does not say."""
    return _uses().get(_plain(name))


@lru_cache(maxsize=1)
def _lives() -> dict[str, Stretch]:
    found: dict[str, Stretch] = {}
    for name, since, until, *others in _rows("lives.txt"):
        for each in (name, *others):
            found[_plain(each)] = _stretch(name, since, until, "")
    return found


@lru_cache(maxsize=1)
def _uses() -> dict[str, Stretch]:
    return {_plain(name): _stretch(name, since, until, why) for name, since, until, why in _rows("dated_names.txt")}


def _rows(table: str) -> Iterator[list[str]]:
    for line in files("dragoman.vocabulary").joinpath(table).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [part.strip() for part in line.split(";")]


def _stretch(name: str, since: str, until: str, why: str) -> Stretch:
    return Stretch(name, since, until, bounds(since)[0] if since else None, bounds(until)[1] if until else None, why)


def _plain(name: str) -> str:
    return " ".join(name.split()).removeprefix("the ").removeprefix("The ").casefold()
