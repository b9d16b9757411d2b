"""Days laid along a line: where a day stands, and which ticks are worth drawing from a century down to a day.

Scale(first=700900, last=701265, width=1000).at(701000) -> 273.2        ticks_of(scale) -> "January 1920", …
"""

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from dragoman.calendars import gregorian_date, gregorian_day
from dragoman.edtf import bounds
from dragoman.model import DragomanError
from dragoman.web.pictures.lettering import width_of
from dragoman.web.wording import edtf_of_words

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
SIZE = 13.0  # of its letters
ROOM = 92  # a tick's label needs so much
# Years, then months, then days between two ticks; the smallest that leaves room is taken.
_DAYS = (1, 2, 5, 10)
_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


class Scale(msgspec.Struct, frozen=True):
    """A stretch of days, ends included, on a line of this width."""

    first: int
    last: int
    width: float

    @property
    def days(self) -> int:
        """How many days it shows."""
        return self.last - self.first + 1

    def at(self, day: float) -> float:
        """Where a day begins; outside the line for a day that is not shown."""
        return round((day - self.first) * self.width / self.days, 2)


class Tick(msgspec.Struct, frozen=True):
    """A line across the drawing and its label; `grave` where a new year, or a round one, begins.

    `shown` is False where the label would be cut at the edge: then the line stands alone.
    """

    x: float
    label: str
    grave: bool = False
    shown: bool = True


def ticks_of(scale: Scale) -> tuple[Tick, ...]:
    """As many ticks as have room for their labels."""
    return tuple(replace(one, shown=one.x + width_of(one.label, SIZE) <= scale.width) for one in _ticks(scale))


def _ticks(scale: Scale) -> Iterator[Tick]:
    most = max(1, int(scale.width // ROOM))
    for step in _DAYS:
        if scale.days / step <= most:
            return _days(scale, step)
    for step in _MONTHS:
        if scale.days / (30.44 * step) <= most:
            return _months(scale, step)
    step = next((one for one in _YEARS if scale.days / (365.25 * one) <= most), _YEARS[-1])
    return _years(scale, step)


def _days(scale: Scale, step: int) -> Iterator[Tick]:
    for day in range(scale.first, scale.last + 1):
        year, month, number = gregorian_date(day)
        # Counted from the first of each month, and none so near its end that it would touch the next.
        if (number - 1) % step == 0 and (number == 1 or step == 1 or number + step // 2 <= 30):
            first = number == 1 or day == scale.first
            label = f"{number} {MONTHS[month - 1]}" + (f" {year_in_words(year)}" if first else "")
            yield Tick(scale.at(day), label, number == 1)


def _months(scale: Scale, step: int) -> Iterator[Tick]:
    year, month, _ = gregorian_date(scale.first)
    while (day := gregorian_day(year, month, 1)) <= scale.last:
        if day >= scale.first and (month - 1) % step == 0:
            label = year_in_words(year) if month == 1 else MONTHS[month - 1]
            if month != 1 and scale.at(day) < ROOM:
                label = f"{label} {year_in_words(year)}"
            yield Tick(scale.at(day), label, month == 1)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _years(scale: Scale, step: int) -> Iterator[Tick]:
    """Round years, counted as people count them: 100 BC is one, and 1 BC is followed by the year 1."""
    grave = step * (10 if step < 10 else 5)
    first, last = gregorian_date(scale.first)[0], gregorian_date(scale.last)[0]
    before = range((1 - first) // step * step, 0, -step) if first <= 0 else ()
    for year in (*(1 - one for one in before), *range(max(step, -(-first // step) * step), last + 1, step)):
        day = gregorian_day(year, 1, 1)
        if scale.first <= day <= scale.last:
            yield Tick(scale.at(day), year_in_words(year), (year if year > 0 else 1 - year) % grave == 0)


def year_in_words(year: int) -> str:
    """An astronomical year as people write it: 1920, 45 BC."""
    return str(year) if year > 0 else f"{1 - year} BC"


def day_in_words(day: int) -> str:
    """A day number as people write it."""
    year, month, number = gregorian_date(day)
    return f"{number} {MONTHS[month - 1]} {year_in_words(year)}"


def day_of_words(words: str, *, last: bool = False) -> int | None:
    """The day a person typed ("1921", "March 1921", "1921-03-17"): the first it can be, or the last; None for nothing.

    Raises DragomanError where it is no date.
    """
    if not words.strip():
        return None
    earliest, latest = bounds(edtf_of_words(words) or words.strip())
    found = latest if last else earliest
    if found is None:
        raise DragomanError(f"“{words.strip()}” is no date: write it as 1921, March 1921 or 1921-03-17")
    return found
