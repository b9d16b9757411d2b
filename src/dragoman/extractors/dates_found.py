"""What a phrase of time says before its year is known: points, ranges, lengths and steps.

"28-29 November" -> Found("range", first=Point(month=11, day=28), last=Point(month=11, day=29))
"""

import msgspec

from dragoman.model.date import Calendar, Certainty


class Point(msgspec.Struct):
    """A day, month, season, year, decade or century; what is not said is None or 0. Years are astronomical."""

    year: int | None = None
    month: int = 0
    day: int = 0
    season: str = ""
    decade: int | None = None
    century: int | None = None
    weekday: int = 0
    clock: str = ""
    mod: str = ""
    bc: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether the words themselves give the year, decade or century."""
        return self.year is not None or self.decade is not None or self.century is not None


class Found(msgspec.Struct):
    """An expression of time, found and understood but not yet placed in time.

    kind: point, range, shift, which, edge, event, duration, set, ref, clock, nothing
    """

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
    before: str = ""
    aside: bool = False
    heading: bool = False
    paragraph: int = 0
    event: str = ""
