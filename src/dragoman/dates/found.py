"""What a phrase of time says before its year is known: points, ranges, lengths and steps.

"28-29 November" -> Found("range", first=Point(month=11, day=28), last=Point(month=11, day=29))
"""

import msgspec

from dragoman.model.date import Calendar, Certainty

# `gc=False`: neither can be part of a circle, and a long text makes hundreds of thousands of them.


class Point(msgspec.Struct, gc=False):
    """A day, month, season, year or span of years; what is not said is None, 0 or "".

    Years are astronomical. A decade or century is its first and last year. `clock` is TIMEX3's time of day.
    `which` and `unit` are a step from the anchor ("of the same year"), `short` a year of two figures,
    `week` the week of the year, `lost` the unit whose number only the story knows: D in "some days later", W, M, TH.
    """

    year: int | None = None
    month: int = 0
    day: int = 0
    season: str = ""
    years: tuple[int, int] | None = None
    weekday: int = 0
    clock: str = ""
    mod: str = ""
    bc: bool = False
    step: int | None = None
    unit: str = ""
    short: int | None = None
    week: int = 0
    lost: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether the words themselves give the year, decade or century."""
        return self.year is not None or self.years is not None


class Found(msgspec.Struct, gc=False):
    """An expression of time, found and understood but not yet placed in time."""

    kind: str
    start: int
    end: int
    first: Point = msgspec.field(default_factory=Point)
    last: Point | None = None
    amount: str = ""
    unit: str = ""
    step: int = 0
    value: str = ""
    certainty: Certainty = Certainty.SURE
    calendar: Calendar = Calendar.GREGORIAN
    bounds: tuple[int, int] | None = None
    lead: str = ""
    aside: bool = False
    furniture: bool = False
    told: bool = False
    beside: bool = False
    bookish: bool = False
    event: tuple[str, ...] = ()
    possible: bool = True
