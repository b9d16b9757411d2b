"""Places as the accounts have them: where each lies, what it is called then and now, and who claims it on a day.

places_of(shelves)[0].modern -> "Gyumri"        claims_on(shelves, place, day) -> (Claim("claimed", "Turkey", …), …)
"""

from itertools import islice

import msgspec

from dragoman.model import Assertion, Heading, Shape
from dragoman.store import Spot
from dragoman.web.room import Shelves, kept

# So many places are known by name to every map, and so many lines of a ledger; beyond that one has to look closer.
KNOWN, NAMED, LINES, DAYS = 400, 24, 60, 60
LOOKED_THROUGH, UNPLACED = 2000, 60

COUNTRIES = frozenset({"country", "continent", "ocean"})
# How far about it a thing of this kind reaches, in kilometres: a circle drawn for want of a boundary.
REACH = {
    **{"town": 12, "place": 25, "bay": 20, "strait": 30, "straits": 30, "lake": 40, "river": 40},
    **{"district": 40, "island": 50, "province": 75, "region": 90, "mountains": 150},
    **{"state": 200, "country": 260, "sea": 400, "continent": 900, "ocean": 1500},
}
ELSEWHERE = 60
# Where a claim was given up, nothing is claimed.
GIVEN_UP = frozenset({"renounced"})


class Placed(msgspec.Struct, frozen=True):
    """A place or polity with a spot on the globe. `sigla` are the accounts that name it, `names` what they call it."""

    heading: Heading
    lat: float
    lon: float
    kind: str
    shape: Shape
    modern: str
    names: tuple[str, ...]
    sigla: tuple[str, ...]
    because: str
    guessed: bool
    weight: int

    @property
    def is_country(self) -> bool:
        """Whether it is so large that its name is all that can be drawn of it."""
        return self.kind in COUNTRIES

    @property
    def approximate(self) -> bool:
        """Whether the spot stands for more than a spot, or was only inferred."""
        return self.guessed or self.shape is not Shape.POINT

    @property
    def reach(self) -> float:
        """Kilometres from the middle to the edge of the circle that stands for it."""
        return float(REACH.get(self.kind, ELSEWHERE))


class Claim(msgspec.Struct, frozen=True):
    """One line of a place's ledger. `day` is its first; None where the account gives no time: it is shown on any day.

    `dated_by` says whose day it is where it is not the act's own: "of the date of Treaty of Kars".
    """

    what: str
    holder: str
    said: Assertion
    siglum: str
    day: int | None = None
    dated_by: str = ""

    @property
    def dated(self) -> bool:
        """Whether it begins on a day."""
        return self.day is not None

    @property
    def drawn(self) -> bool:
        """Whether it is a claim on the map: what is given up is only told."""
        return self.what.split(": ")[-1] not in GIVEN_UP

    @property
    def meant(self) -> bool:
        """Whether it was only proposed, intended, promised or expected."""
        return ": " in self.what or self.what == "promised"


@kept(2)
def places_of(shelves: Shelves) -> tuple[Placed, ...]:
    """The places and polities that can be put on a map, most spoken of first, so many of them."""
    return tuple(placed_at(shelves, one) for one in islice(shelves.dossier.charts.spots(), KNOWN))


@kept(8192)
def placed_at(shelves: Shelves, spot: Spot) -> Placed:
    """A place at its spot."""
    heading = shelves.headings[spot.heading]
    names = shelves.dossier.catalogue.members_in(heading.id, shelves.dossier.catalogue.accounts_of(heading.id, NAMED))
    return Placed(
        heading=heading,
        lat=spot.lat,
        lon=spot.lon,
        kind=spot.kind,
        shape=Shape(spot.shape),
        modern=spot.modern,
        names=tuple(dict.fromkeys(member.name for member in names)),
        sigla=tuple(shelves.sigla_of(heading, NAMED)),
        because=spot.because,
        guessed=spot.source == "neighbours",
        weight=spot.weight,
    )


@kept(512)
def _ledger(shelves: Shelves, heading_id: str, most: int) -> tuple[Claim, ...]:
    """What is told of whose a place is, so many lines of it."""
    return tuple(
        Claim(one.what, one.holder, said, shelves.sigla[said.account], one.earliest, one.dated_by)
        for one, said in shelves.dossier.charts.claims(heading_id, most)
    )


def claims_on(shelves: Shelves, heading_id: str, day: int | None, most: int = LINES) -> tuple[Claim, ...] | None:
    """Who claims a place on a day (None: in the end); () where it is told of another time only, None where of none."""
    lines = [one for one in _ledger(shelves, heading_id, most) if shelves.stands(one.said)]
    return tuple(one for one in lines if one.day is None or day is None or one.day <= day) if lines else None


@kept(4096)
def claims_of(shelves: Shelves, heading_id: str) -> int:
    """How many lines the ledger of a place has."""
    return shelves.dossier.charts.counted_claims(heading_id)


@kept(2)
def placed_anywhere(shelves: Shelves) -> int:
    """How many places can be drawn on a map of the whole world."""
    return shelves.dossier.charts.spots_in(-90, 90, -180, 180, 0)[0]


@kept(2)
def claimed_nowhere(shelves: Shelves) -> tuple[str, ...]:
    """The ids of what is claimed and lies nowhere we know, among the lands most spoken of."""
    return shelves.dossier.charts.claimed_nowhere(LOOKED_THROUGH, UNPLACED)


@kept(2)
def days_of_claims(shelves: Shelves) -> tuple[int, ...]:
    """The first days on which something is claimed, awarded or given up, in order, and the last of all."""
    days, last = shelves.dossier.charts.days_of_claims(DAYS)
    return days if last is None or last in days else (*days, last)
