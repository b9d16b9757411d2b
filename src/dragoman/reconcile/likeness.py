"""Whether two names mean one thing, and why.

why_one(Moscow Treaty, Treaty of Moscow) -> "“Moscow Treaty” and “Treaty of Moscow” name one instrument"
"""

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from dragoman.comparing import is_seat, side_of
from dragoman.gazetteer import Candidate, knows
from dragoman.model import Kind
from dragoman.reconcile.instruments import instrument_keys, why_one_instrument
from dragoman.reconcile.named import Named, folded
from dragoman.reconcile.persons import person_keys, why_one_person

_ALIKE = 0.93
_TODAYS = 0.8


def keys_of(one: Named) -> frozenset[str]:
    """Keys of which two names for one thing share at least one; names that share none are not compared."""
    if one.kind == Kind.INSTRUMENT:
        return instrument_keys(one)
    if one.kind == Kind.PERSON:
        return person_keys(one.name)
    known = {f"known {key}" for key in known_keys(one.name, one.kind, one.year)}
    return frozenset(known | {folded(one.name), "like " + folded(one.name).replace(" ", "")[:4]})


def why_one(first: Named, second: Named) -> str:
    """The reason for taking two names as one thing; "" if there is none."""
    if first.kind == Kind.INSTRUMENT:
        return why_one_instrument(first, second)
    if first.kind == Kind.PERSON:
        return why_one_person(first, second)
    ones = known_keys(first.name, first.kind, first.year)
    others = known_keys(second.name, second.kind, second.year)
    if ones & others:
        return (
            f"“{first.name}” and “{second.name}” are names of one thing in the table"
            if first.name != second.name
            else _same(first)
        )
    if ones and others and {key[0] for key in ones} == {key[0] for key in others}:
        # Both are known, as two: the Russian Empire of 1914 is not the Soviet Russia of 1920.
        return ""
    if folded(first.name) == folded(second.name):
        return _same(first)
    return _why_spelt_alike(first, second)


def _same(first: Named) -> str:
    return f"the same name: “{first.name}”"


def _why_spelt_alike(first: Named, second: Named) -> str:
    one, other = folded(first.name), folded(second.name)
    if first.kind != Kind.PLACE or second.kind != Kind.PLACE or " " in one + other or min(len(one), len(other)) < 6:
        return ""
    if JaroWinkler.similarity(one, other) < _ALIKE:
        return ""
    return f"“{first.name}” and “{second.name}” are two spellings of one name"


@lru_cache(maxsize=65536)
def known_keys(name: str, kind: Kind, year: int | None) -> frozenset[str]:
    """The keys under which the tables know a name: a polity's begins with p, a place's with l."""
    keys = set()
    if kind in (Kind.POLITY, Kind.BODY, Kind.PLACE):
        side = side_of(name, year)
        # Moscow acts; Moscow where a conference meets is a town.
        if side and not (kind == Kind.PLACE and is_seat(name, side)):
            keys.add(f"p {side}")
    if kind == Kind.PLACE:
        # There are eleven towns called Paris today: only what the table of the period knows can join two names.
        for one in knows(name)[:1]:
            if one.known:
                keys |= {f"l {one.name} {one.kind}"} | _renamed(one)
    return frozenset(keys)


def _renamed(one: Candidate) -> frozenset[str]:
    """A key that a place shares under the names it bore one after the other: Alexandropol, Leninakan, Gyumri.

    The table gives the town of today to a suburb too ("San Stefano" is of Istanbul, "West Berlin" of Berlin): only a
    name that was in use for certain years is another name, and today's own.
    """
    now, then = folded(one.modern), folded(one.name)
    dated = one.since is not None or one.until is not None
    other_name = dated and bool(now) and now not in then
    todays = not dated and JaroWinkler.similarity(now, then) >= _TODAYS
    if not one.identifier or one.kind == "country" or not (other_name or todays):
        return frozenset()
    return frozenset({f"l {one.identifier} {one.kind}"})
