"""A point placed in time, written in EDTF, in TIMEX3 and as day numbers.

Point(year=1921, month=3, day=16) -> "1921-03-16", "1921-03-16", (701340, 701340)
"""

from dragoman.calendars import gregorian_date, gregorian_day, is_day, is_julian_day, month_length, weekday
from dragoman.calendars.days import longest
from dragoman.dates.found import Point
from dragoman.edtf import SEASON_MONTHS, day_text, year_text

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}


def edtf_of(point: Point) -> str:
    """The point in EDTF; "" when its year is not known or it is less than a day but we know no day."""
    if point.years is not None:
        return _years_in_edtf(point.years)
    if not _is_known(point):
        return ""
    assert point.year is not None
    if point.week:
        first = _monday(point.year, point.week)
        return f"{day_text(first)}/{day_text(first + 6)}"
    year = year_text(point.year)
    if point.season:
        return f"{year}-{SEASONS[point.season]}"
    return _year_month_day(year, point)


def bounds_of(point: Point) -> tuple[int | None, int | None]:
    """The first and the last day of the point."""
    if point.years is not None:
        return gregorian_day(point.years[0], 1, 1), gregorian_day(point.years[1], 12, 31)
    if not _is_known(point):
        return None, None
    year = point.year
    assert year is not None
    if point.week:
        return _monday(year, point.week), _monday(year, point.week) + 6
    if point.season:
        (back, first), (on, last) = SEASON_MONTHS[SEASONS[point.season]]
        return gregorian_day(year + back, first, 1), _month_end(year + on, last)
    if not point.month:
        return gregorian_day(year, 1, 1), gregorian_day(year, 12, 31)
    if not point.day:
        return gregorian_day(year, point.month, 1), _month_end(year, point.month)
    day = gregorian_day(year, point.month, point.day)
    return day, day


def timex_of(point: Point) -> str:
    """The point as a TIMEX3 value, as far as it is known."""
    bc = "BC" if _is_bc(point) else ""
    if point.years is not None:
        return bc + _years_in_timex(point)
    year = "XXXX" if point.year is None else f"{1 - point.year if bc else point.year:04d}"
    if point.week:
        return f"{bc}{year}-W{point.week:02d}"
    if point.season:
        return f"{bc}{year}-{point.season}"
    if point.weekday and not point.day and point.year is None:
        return f"XXXX-WXX-{point.weekday}{point.clock}"
    if point.lost in ("W", "W2", "WE"):
        return f"{bc}{year}-WXX"
    if not point.day and (point.clock or point.lost == "D"):
        return f"{bc}{year}-{f'{point.month:02d}' if point.month else 'XX'}-XX{point.clock}"
    return bc + _year_month_day(year, point) + point.clock


def _is_known(point: Point) -> bool:
    """Whether the words lead to a day, or to a longer stretch that was meant."""
    if point.year is None or (point.day and not point.month) or (point.clock and not point.day):
        return False
    return not point.lost or bool(point.day)


def is_possible(point: Point) -> bool:
    """Whether a calendar has the day; 29 February can be Julian."""
    if not 0 <= point.month <= 12:
        return False
    if not point.day:
        return True
    if point.year is None or not point.month:
        return point.day <= (longest(point.month) if point.month else 31)
    if is_day(point.year, point.month, point.day):
        return True
    return point.month == 2 and point.day == 29 and is_julian_day(point.year, 2, 29)


def day_point(number: int) -> Point:
    """A day as a point."""
    year, month, day = gregorian_date(number)
    return Point(year=year, month=month, day=day, bc=year <= 0)


def week_point(number: int) -> Point:
    """The week, by ISO 8601, that a day falls in."""
    thursday = number - weekday(number) + 4
    year = gregorian_date(thursday)[0]
    return Point(year=year, week=(thursday - gregorian_day(year, 1, 1)) // 7 + 1, bc=year <= 0)


def _monday(year: int, week: int) -> int:
    fourth = gregorian_day(year, 1, 4)
    return fourth - weekday(fourth) + 1 + 7 * (week - 1)


def _year_month_day(year: str, point: Point) -> str:
    if not point.month:
        return f"{year}-XX-{point.day:02d}" if point.day else year
    return f"{year}-{point.month:02d}-{point.day:02d}" if point.day else f"{year}-{point.month:02d}"


def _years_in_edtf(years: tuple[int, int]) -> str:
    """192X and 19XX where the years are written so; an interval before Christ, where they are not."""
    first, last = years
    size = last - first + 1
    if first > 0 and last < 10_000 and size in (10, 100) and first % size == 0:
        written = year_text(first)
        return written[: -len(str(size - 1))] + "X" * len(str(size - 1))
    return f"{year_text(first)}/{year_text(last)}"


def _years_in_timex(point: Point) -> str:
    assert point.years is not None
    first, last = point.years
    if _is_bc(point):
        first = 1 - last
    return f"{first // 10:03d}" if last - point.years[0] < 50 else f"{first // 100:02d}"


def _is_bc(point: Point) -> bool:
    return point.bc or (point.year is not None and point.year <= 0)


def _month_end(year: int, month: int) -> int:
    return gregorian_day(year, month, month_length(year, month))
