"""The polities of 1648 to today: what each was called, and which one a name meant in a year.

    key_of("the Turks", 1921) -> "turkey"        key_of("Turkey", 1877) -> "ottoman_empire"

The table is vocabulary/polities.toml.
"""

import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

import msgspec

_YEARS = re.compile(r"(.*?)\s*(-?\d{1,4})-(-?\d{1,4})?\s*$")
_WORD = re.compile(r"[^\W_]+")
_TODAY = 9999


class Use(StrEnum):
    """In which of its names a polity stands somewhere."""

    NAME = "name"
    PEOPLE = "people"
    ADJECTIVE = "adjective"
    SEAT = "seat"


class Polity(msgspec.Struct, frozen=True):
    """A state or a power, with its names; `begins` and `ends` are years, a minus is before Christ."""

    key: str
    name: str
    also: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    begins: int = -_TODAY
    ends: int = _TODAY
    successor: str = ""


class Meaning(msgspec.Struct, frozen=True):
    """One polity a word can stand for, how, and in which years."""

    key: str
    use: Use
    begins: int
    ends: int

    def holds(self, year: int) -> bool:
        """Whether the word could mean this polity in a year."""
        return self.begins <= year <= self.ends


@lru_cache(maxsize=1)
def polities() -> dict[str, Polity]:
    """All polities by key, in the order of the table."""
    with files("dragoman.vocabulary").joinpath("polities.toml").open("rb") as table:
        rows = tomllib.load(table)
    return {key: _polity(key, row) for key, row in rows.items()}


def _polity(key: str, row: dict[str, str | list[str]]) -> Polity:
    _, begins, ends = _years(str(row.get("years", "")))
    named = {slot: tuple(row.get(slot, ())) for slot in ("also", "adjectives", "people", "seats")}
    return Polity(key, str(row["name"]), begins=begins, ends=ends, successor=str(row.get("successor", "")), **named)


def _years(text: str) -> tuple[str, int, int]:
    found = _YEARS.fullmatch(text)
    if found is None:
        return text, -_TODAY, _TODAY
    return found[1], int(found[2]), int(found[3]) if found[3] else _TODAY


@lru_cache(maxsize=1)
def meanings() -> dict[str, tuple[Meaning, ...]]:
    """What each surface can mean, in the order of the table; surfaces as written, without "the"."""
    found: dict[str, list[Meaning]] = {}
    for polity in polities().values():
        for use, names in (
            (Use.NAME, (polity.name, *polity.also)),
            (Use.PEOPLE, polity.people),
            (Use.ADJECTIVE, polity.adjectives),
        ):
            for name in names:
                found.setdefault(_plain(name), []).append(Meaning(polity.key, use, polity.begins, polity.ends))
        for seat in polity.seats:
            name, begins, ends = _years(seat)
            begins, ends = max(begins, polity.begins), min(ends, polity.ends)
            found.setdefault(_plain(name), []).append(Meaning(polity.key, Use.SEAT, begins, ends))
    return {surface: tuple(ones) for surface, ones in found.items()}


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for surface in meanings():
        first = _WORD.search(surface)
        if first:
            found.setdefault(first[0], []).append(surface)
    return {word: tuple(sorted(ones, key=len, reverse=True)) for word, ones in found.items()}


# "Spanish America", "South American republics": the continent, not the Union.
_OF_THE_CONTINENT = re.compile(r"\b(?:Spanish|South|Central|Latin|North|Portuguese|Russian|British)[ -]$")


def surface_at(text: str, start: int) -> str | None:
    """The longest surface of the table that stands at a position of a text, with capitals as in the table."""
    first = _WORD.match(text, start)
    if first and first[0].startswith("America") and _OF_THE_CONTINENT.search(text, max(0, start - 12), start):
        return None
    for surface in _by_first_word().get(first[0], ()) if first else ():
        end = start + len(surface)
        if _plain(text[start:end]) == surface and not text[end : end + 1].isalnum():
            return surface
    return None


@lru_cache(maxsize=1024)
def last_of_line(key: str) -> str:
    """The power that this one became in the end: `soviet_russia` and `soviet_union` end as one; itself if in none."""
    seen = {key}
    while (known := polities().get(key)) is not None and known.successor and known.successor not in seen:
        key = known.successor
        seen.add(key)
    return key


def key_of(surface: str, year: int | None = None) -> str | None:
    """The polity a name means in a year; without a year the first of the table; None if it means none.

    A name that outlived its polity by some years still means it, or what followed.
    """
    ones = _meanings_of(surface)
    if not ones:
        return None
    if year is None:
        return ones[0].key
    holding = [one for one in ones if one.holds(year)]
    if holding:
        # "Turkey" in 1921: of two that existed, the one that began later is the one spoken of.
        return max(holding, key=lambda one: (one.use != Use.SEAT, one.begins)).key
    return min(ones, key=lambda one: min(abs(year - one.begins), abs(year - one.ends))).key


def _meanings_of(surface: str) -> tuple[Meaning, ...]:
    plain = _plain(surface.strip())
    for form in _forms(plain):
        if form in meanings():
            return meanings()[form]
    return ()


def _forms(plain: str) -> Iterator[str]:
    """The surface as it stands, then without "the" and what only adds to it ("the Turkish Government")."""
    yield plain
    bare = re.sub(r"^(?:the|The)\s+", "", plain)
    bare = re.sub(r"['’]s?$", "", bare)
    yield bare
    yield bare[:1].upper() + bare[1:]
    for tail in (" Government", " government", " side", " Republic", " Empire", " state", " authorities"):
        if bare.endswith(tail):
            yield bare[: -len(tail)]
    for head in ("Government of ", "government of ", "State of ", "Kingdom of ", "Republic of "):
        if bare.startswith(head):
            yield re.sub(r"^the\s+", "", bare[len(head) :])


def _plain(text: str) -> str:
    return text.replace("’", "'")
