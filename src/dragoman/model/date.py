"""A date: the words as written, and what we make of them.

"July-August 1920" -> Date(edtf="1920-07/1920-08", earliest=day of 1 July, latest=day of 31 August, basis=EXPLICIT)
"""

from enum import StrEnum

import msgspec

from dragoman.model.text import Span


class Calendar(StrEnum):
    """The calendar of the words; the day numbers beside them are always Gregorian."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"
    BOTH = "both"
    RUMI = "rumi"
    HIJRI = "hijri"
    REPUBLICAN = "republican"
    REGNAL = "regnal"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """On what ground the date stands."""

    EXPLICIT = "explicit"
    INHERITED = "inherited year"
    RELATIVE = "relative"
    EVENT = "event"
    INFERRED = "inferred"


class Certainty(StrEnum):
    """How sure the account itself is of the date."""

    SURE = "sure"
    ABOUT = "about"
    PROBABLY = "probably"
    BEFORE = "before"
    AFTER = "after"


class Date(msgspec.Struct, frozen=True, gc=False):
    """Words of time and their reading.

    `edtf` is ISO 8601-2:2019, "" when the words could not be resolved. `earliest` and `latest` are Gregorian day
    numbers, 1 = 0001-01-01 as in `datetime.date.toordinal`, 0 and below are BC; None is open or unknown.
    `because` is where the year or the anchor came from when it is not in the words themselves.
    `timex_type` (DATE, TIME, DURATION, SET) and `timex_value` are the same answer in TIMEX3.
    """

    span: Span
    text: str
    edtf: str = ""
    earliest: int | None = None
    latest: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    basis: Basis = Basis.EXPLICIT
    certainty: Certainty = Certainty.SURE
    because: Span | None = None
    timex_type: str = "DATE"
    timex_value: str = ""
