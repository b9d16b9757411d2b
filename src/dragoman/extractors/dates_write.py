"""A point placed in time, written in EDTF, in TIMEX3 and as day numbers.

Point(1921, 3, 16) -> "1921-03-16", "1921-03-16", 701340, 701340
"""

from dragoman.calendars.days import gregorian_date, gregorian_day, month_length
from dragoman.extractors.dates_found import Point

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}


def edtf_of(point: Point) -> str:
    """The point in EDTF; "" when its year is not known."""
    if point.century is not None:
        return f"{_digits(point.century, 2)}XX"
    if point.decade is not None:
        return f"{_digits(point.decade, 3)}X"
    if point.year is None:
        return ""
    if point.season:
        return f"{_digits(point.year, 4)}-{SEASONS[point.season]}"
    return _year_month_day(_digits(point.year, 4), point)


def bounds_of(point: Point) -> tuple[int | None, int | None]:
    """The first and the last day of the point."""
    if point.century is not None:
        return _years(*_span(point.century, 100))
    if point.decade is not None:
        return _years(*_span(point.decade, 10))
    if point.year is None:
        return None, None
    year = point.year
    if point.season == "WI":
        return gregorian_day(year - 1, 12, 1), gregorian_day(year, 3, 1) - 1
    if point.season:
        first, last = _SEASON_MONTHS[point.season]
        return gregorian_day(year, first, 1), gregorian_day(year, last, month_length(year, last))
    if not point.month:
        return _years(year, year)
    if not point.day:
        return gregorian_day(year, point.month, 1), gregorian_day(year, point.month, month_length(year, point.month))
    day = gregorian_day(year, point.month, point.day)
    return day, day


def timex_of(point: Point) -> str:
    """The point as a TIMEX3 value, as far as it is known."""
    bc = "BC" if _is_bc(point) else ""
    if point.century is not None:
        return f"{bc}{_unsigned(point.century):02d}"
    if point.decade is not None:
        return f"{bc}{_unsigned(point.decade):03d}"
    year = "XXXX" if point.year is None else f"{(1 - point.year) if bc else point.year:04d}"
    if point.season:
        return f"{bc}{year}-{point.season}"
    value = bc + _year_month_day(year, point)
    if point.clock and not point.day:
        value = bc + (f"{year}-{point.month:02d}-XX" if point.month else f"{year}-XX-XX")
    return value + point.clock


def timex_type_of(point: Point) -> str:
    """DATE, or TIME when the point is less than a day."""
    return "TIME" if point.clock else "DATE"


def shifted(number: int, days: int) -> Point:
    """The day so many days away."""
    year, month, day = gregorian_date(number + days)
    return Point(year=year, month=month, day=day, bc=year <= 0)


def _year_month_day(year: str, point: Point) -> str:
    if not point.month:
        return f"{year}-XX-{point.day:02d}" if point.day else year
    return f"{year}-{point.month:02d}-{point.day:02d}" if point.day else f"{year}-{point.month:02d}"


def _is_bc(point: Point) -> bool:
    return point.bc or (point.year is not None and point.year <= 0)


def _digits(number: int, size: int) -> str:
    return f"-{-number:0{size}d}" if number < 0 else f"{number:0{size}d}"


def _unsigned(number: int) -> int:
    return abs(number)


def _span(number: int, size: int) -> tuple[int, int]:
    """The years of a decade or century written with its first digits."""
    return (number * size, number * size + size - 1) if number >= 0 else (number * size - size + 1, number * size)


def _years(first: int, last: int) -> tuple[int, int]:
    return gregorian_day(first, 1, 1), gregorian_day(last, 12, 31)
