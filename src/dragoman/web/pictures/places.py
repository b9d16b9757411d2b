"""Places as the accounts have them: where each lies, what it is called then and now, and who claims it on a day.

places_of(shelves)[0].modern -> "Gyumri"        claims_on(shelves, day) -> {place: (Claim("claimed", "Turkey", …), …)}
"""

from collections import Counter, defaultdict
from functools import lru_cache

import msgspec

from dragoman.model import Assertion, DragomanError, Heading, Kind, Member, Placement, Shape
from dragoman.rules.claims import ledger_of
from dragoman.web.room import Shelves

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


@lru_cache(maxsize=2)
def places_of(shelves: Shelves) -> tuple[Placed, ...]:
    """The places and polities that can be put on a map, most spoken of first."""
    found: dict[str, list[Placement]] = defaultdict(list)
    for testimony in shelves.dossier.testimonies:
        for one in testimony.placements:
            heading = shelves.heading_of.get(Member(testimony.account.id, one.name))
            if heading is not None and heading.kind in (Kind.PLACE, Kind.POLITY) and one.lat is not None:
                found[heading.id].append(one)
    placed = [_placed(shelves, shelves.headings[key], spots) for key, spots in found.items()]
    return tuple(sorted(placed, key=lambda one: (-one.weight, one.heading.label)))


def _placed(shelves: Shelves, heading: Heading, spots: list[Placement]) -> Placed:
    """At the spot that most mentions have; of several the one we are surest of."""
    often = Counter((one.lat, one.lon) for one in spots)
    best = max(spots, key=lambda one: (often[one.lat, one.lon], one.confidence))
    assert best.lat is not None
    assert best.lon is not None
    accounts = heading.accounts
    return Placed(
        heading=heading,
        lat=best.lat,
        lon=best.lon,
        kind=best.kind,
        shape=best.shape,
        modern=best.modern,
        names=tuple(dict.fromkeys(member.name for member in heading.members)),
        sigla=tuple(siglum for account, siglum in shelves.sigla.items() if account in accounts),
        because=best.because,
        guessed=best.source == "neighbours",
        weight=len(spots) + len(shelves.mentions_of.get(heading.id, ())),
    )


@lru_cache(maxsize=2)
def _ledgers(shelves: Shelves, heard: tuple[int, int]) -> dict[str, tuple[Claim, ...]]:
    """Of each place all that is told of whose it is; made anew when somebody has judged."""
    del heard
    found = {}
    for heading in shelves.headings.values():
        if heading.kind not in (Kind.PLACE, Kind.POLITY):
            continue
        try:
            entries = ledger_of(shelves.dossier.topic(heading.id))
        except DragomanError:  # nothing is told of it
            continue
        lines = tuple(
            Claim(one.what, one.holder, one.said, shelves.sigla[one.said.account], one.earliest, one.dated_by)
            for one in entries
            if shelves.stands(one.said)
        )
        if lines:
            found[heading.id] = lines
    return found


def claims_on(shelves: Shelves, day: int | None) -> dict[str, tuple[Claim, ...]]:
    """Who claims what on a day (None: in the end), by heading; () where it is told of another time only."""
    return {
        key: tuple(one for one in lines if one.day is None or day is None or one.day <= day)
        for key, lines in _ledgers(shelves, shelves.heard_at).items()
    }


def days_of_claims(shelves: Shelves) -> tuple[int, ...]:
    """The days on which something is claimed, awarded or given up, in order."""
    return tuple(
        sorted(
            {one.day for lines in _ledgers(shelves, shelves.heard_at).values() for one in lines if one.day is not None}
        )
    )
