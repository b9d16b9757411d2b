"""What is told of when in a dossier of which far more is told than can be read for a page: counted by the year.

counted_in(shelves, View(by="actor")).within(key, first, last) -> 12_000
"""

from collections import defaultdict
from itertools import islice

import msgspec
from msgspec.structs import replace

from dragoman.web.pictures.timed import LANE_KINDS, Told, View, told_of
from dragoman.web.room import Shelves, kept
from dragoman.web.wording import FAMILIES, family_of

# So many assertions are read for a drawing; of more, only counts.
MOST_READ = 3000
MOST_LANES = 120


class Counted(msgspec.Struct, frozen=True):
    """Lanes by their keys with their numbers in the store, and how much is told in each of each year.

    `more` counts the lanes that are left out.
    """

    numbers: dict[str, int]
    years: dict[str, dict[int, int]]
    more: int
    total: int
    undated: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The lanes in which anything is told, in their order."""
        return tuple(one for one in self.numbers if self.years.get(one))

    def every(self) -> list[tuple[int, int]]:
        """How much is told of each year in all lanes, in the order of time."""
        found: dict[int, int] = defaultdict(int)
        for told in self.years.values():
            for year, times in told.items():
                found[year] += times
        return sorted(found.items())

    def within(self, key: str, first: int, last: int) -> int:
        """How much a lane tells of the years that these days touch."""
        return sum(times for _, times in self.spans(key, first, last))

    def spans(self, key: str, first: int, last: int) -> list[tuple[tuple[int, int], int]]:
        """The years that these days touch, by their ends, each with how much a lane tells of it."""
        every = ((ends_of(year), times) for year, times in self.years[key].items())
        return [(ends, times) for ends, times in every if ends[0] <= last and ends[1] >= first]


def ends_of(year: int) -> tuple[int, int]:
    """The first and the last day of a year, as they are counted: a year is 365.2425 days."""
    return year * 3_652_425 // 10_000 + 1, (year + 1) * 3_652_425 // 10_000


def counted_in(shelves: Shelves, view: View) -> Counted | None:
    """How much is told in each lane of the view; None where all of it can be read."""
    if view.account or view.thing or shelves.said <= MOST_READ:
        return None
    return _counted_in(shelves, replace(view, first=None, last=None))


@kept(16)
def _counted_in(shelves: Shelves, view: View) -> Counted:
    numbers, more = _lanes(shelves, view)
    wanted = FAMILIES[view.family] if view.family else None
    years: dict[str, dict[int, int]] = {}
    told = shelves.dossier.charts.years(list(numbers.values()))
    for key, number in numbers.items():
        of: dict[int, int] = defaultdict(int)
        for year, act, times in told.get(number, ()):
            if wanted is None or act in wanted:
                of[year] += times
        years[key] = of
    amount = shelves.dossier.catalogue.amount
    undated = 0 if view.family else amount("assertion") - amount("dated") - amount("rejected")
    total = sum(times for of in years.values() for times in of.values()) if view.family else amount("dated")
    return Counted(numbers, years, more, total, undated)


def _lanes(shelves: Shelves, view: View) -> tuple[dict[str, int], int]:
    """The key and the number of each lane, and how many there are beside them."""
    most = min(view.lanes, MOST_LANES)
    if view.by == "account":
        lanes = {one: -1 - shelves.places[one] for one in islice(shelves.places, most)}
        return lanes, len(shelves.places) - len(lanes)
    kinds = LANE_KINDS[view.by]
    found = shelves.dossier.charts.lanes(sorted(kinds), most)[:most]
    amount = shelves.dossier.catalogue.amount
    return {key: number for number, key, _ in found}, sum(amount("thing", one) for one in kinds) - len(found)


def told_between(shelves: Shelves, view: View, counted: Counted, days: tuple[int, int], most: int) -> list[Told] | None:
    """What the lanes tell between two days; None where that is more than so many assertions."""
    found: list[Told] = []
    left = most
    # What begins before the view or ends after it reaches into it from so far.
    wide = days[0] - (days[1] - days[0]), days[1] + (days[1] - days[0])
    for key in counted.keys:
        if counted.within(key, *wide):
            said = shelves.dossier.charts.dated(counted.numbers[key], *wide, left + 1)
            left -= len(said)
            if left < 0:
                return None
            wanted = [one for one in shelves.now(said) if not view.family or family_of(one.predicate) == view.family]
            found += [one for one in told_of(shelves, wanted, view) if one.lane == key]
    return found
