"""Look-up: all the places that a name may mean, those of the period table before the towns of today.

knows("Memel", 1923)
"""

from functools import lru_cache

from dragoman.gazetteer import period, world
from dragoman.gazetteer.candidate import Candidate, km
from dragoman.gazetteer.folding import key

_SAME_PLACE_KM = 25.0


def knows(name: str, year: int | None = None) -> tuple[Candidate, ...]:
    """The places that bear this name, the likeliest first when nothing else is known.

    With a year, those of the period table whose name was in use then come first. A town in both lists comes once.
    """
    found = knows_key(key(name).removeprefix("the "))
    return tuple(sorted(found, key=lambda one: not one.in_use(year))) if year is not None else found


@lru_cache(maxsize=16384)
def knows_key(name_key: str) -> tuple[Candidate, ...]:
    """The same for a name that is a key already."""
    ours = period.named(name_key)
    return (*ours, *(town for town in world.named(name_key) if not any(_same(town, one) for one in ours)))


def _same(town: Candidate, ours: Candidate) -> bool:
    if town.identifier == ours.identifier:
        return True
    return ours.kind == "town" and km(town.lat, town.lon, ours.lat, ours.lon) < _SAME_PLACE_KM
