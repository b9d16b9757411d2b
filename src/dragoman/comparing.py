"""What two slots say of each other: dates that exclude each other, and the powers behind names.

    apart(31 July 1801, 18 December 1801) -> True        sides_of("the U.S. Congress", 1898) -> {"united_states"}

Rules and reconcile both ask here, so that both mean the same by "the dates exclude each other".
"""

import re
from functools import lru_cache

from dragoman.model import Basis, Date
from dragoman.polities import key_of, polities, surface_at

# An inferred date is our guess, and one taken from an event is that event's: neither may speak against an account.
_OWN = frozenset({Basis.EXPLICIT, Basis.INHERITED, Basis.RELATIVE})
_WORD = re.compile(r"[^\W_]+")
# The Julian calendar was 10 days behind until 1700, then 11, 12, and from 1900 on 13.
_BEHIND = (10, 11, 12, 13)


def bounded(date: Date | None) -> tuple[int, int] | None:
    """The first and the last day a date allows; None where either is open or unknown."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    return date.earliest, date.latest


def own(date: Date | None) -> bool:
    """Whether the account itself gives this date, so that it may be held against it."""
    return date is not None and date.basis in _OWN and bool(date.edtf)


def apart(one: Date | None, other: Date | None) -> bool:
    """Whether no day is in both dates; False where either is open or unknown."""
    return days_between(one, other) > 0


def days_between(one: Date | None, other: Date | None) -> int:
    """The days from the end of the earlier date to the beginning of the later; 0 where they share a day or are open."""
    first, second = bounded(one), bounded(other)
    if first is None or second is None:
        return 0
    return max(0, first[0] - second[1], second[0] - first[1])


def width(date: Date | None) -> int | None:
    """How many days a date allows; None where it is open."""
    days = bounded(date)
    return None if days is None else days[1] - days[0] + 1


def within(one: Date | None, other: Date | None) -> bool:
    """Whether the first date lies wholly in the second and is narrower."""
    first, second = bounded(one), bounded(other)
    if first is None or second is None or first == second:
        return False
    return second[0] <= first[0] and first[1] <= second[1]


def one_day_in_two_calendars(one: Date | None, other: Date | None) -> bool:
    """Whether two single days lie as far apart as the two calendars did: 2 and 15 March 1917."""
    first, second = bounded(one), bounded(other)
    if first is None or second is None or first[0] != first[1] or second[0] != second[1]:
        return False
    return abs(first[0] - second[0]) == _behind(year_of(max(first[0], second[0])))


def year_of(day: int) -> int:
    """The year of a day number, near enough to tell one age from another."""
    return int((day - 1) / 365.2425) + 1


def _behind(year: int) -> int:
    return _BEHIND[0] if year <= 1700 else _BEHIND[1] if year <= 1800 else _BEHIND[2] if year <= 1900 else _BEHIND[3]


@lru_cache(maxsize=65536)
def side_of(name: str, year: int | None = None) -> str | None:
    """The power that a name stands for as a whole: "Soviet government", "Bolshevik Russia" -> "soviet_russia"."""
    return key_of(name, year)


def is_seat(name: str, side: str) -> bool:
    """Whether the name is that of the town or palace where the power sits, which acts for it and is not it."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return any(seat == bare or seat.startswith(f"{bare} ") for seat in polities()[side].seats)


@lru_cache(maxsize=65536)
def sides_of(name: str, year: int | None = None) -> frozenset[str]:
    """The powers in a name: its own, or those of the adjectives in it ("the British and American envoys")."""
    whole = side_of(name, year)
    if whole:
        return frozenset((whole,))
    found: set[str] = set()
    end = 0
    for word in _WORD.finditer(name):
        if word.start() >= end:
            surface = surface_at(name, word.start())
            if surface:
                end = word.start() + len(surface)
                found.add(key_of(surface, year) or surface)
    return frozenset(found)
