"""Days as whole numbers, and the two calendars everything else is counted in.

    gregorian_day(1921, 3, 16) == 701340        1 is 1 January of the year 1, as in datetime.date.toordinal
    julian_day(1921, 3, 3) == 701340            the same day, Old Style

Years are astronomical: 0 is 1 BC, -1 is 2 BC. Both calendars run backwards without end.
"""

_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LONG = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

JULIAN_OFFSET = -2
"""The day number of 1 January of the year 1, Julian, less one: it fell two days before the Gregorian."""


def gregorian_day(year: int, month: int, day: int) -> int:
    """The number of a day of the Gregorian calendar, carried back before 1582."""
    last = year - 1
    leap = month > 2 and is_leap(year)
    return 365 * last + last // 4 - last // 100 + last // 400 + _BEFORE[month] + leap + day


def julian_day(year: int, month: int, day: int) -> int:
    """The number of a day of the Julian calendar."""
    last = year - 1
    leap = month > 2 and year % 4 == 0
    return JULIAN_OFFSET + 365 * last + last // 4 + _BEFORE[month] + leap + day


def gregorian_date(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number, Gregorian."""
    cycles, rest = divmod(number - 1, 146097)
    centuries = min(rest // 36524, 3)
    rest -= centuries * 36524
    fours, rest = divmod(rest, 1461)
    years = min(rest // 365, 3)
    rest -= years * 365
    year = 400 * cycles + 100 * centuries + 4 * fours + years + 1
    return (year, *_month_and_day(rest, leap=is_leap(year)))


def julian_date(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number, Julian."""
    fours, rest = divmod(number - 1 - JULIAN_OFFSET, 1461)
    years = min(rest // 365, 3)
    year = 4 * fours + years + 1
    return (year, *_month_and_day(rest - years * 365, leap=year % 4 == 0))


def is_leap(year: int) -> bool:
    """Whether the Gregorian year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days a Gregorian month has."""
    return 28 if month == 2 and not is_leap(year) else _LONG[month]


def longest(month: int) -> int:
    """The most days a month of that name can have, in either calendar."""
    return _LONG[month]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the Gregorian calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def is_julian_day(year: int, month: int, day: int) -> bool:
    """Whether the Julian calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= (28 if month == 2 and year % 4 else _LONG[month])


def weekday(number: int) -> int:
    """The day of the week, 1 for Monday to 7 for Sunday."""
    return (number - 1) % 7 + 1


def _month_and_day(rest: int, *, leap: bool) -> tuple[int, int]:
    """Month and day from the days that have passed in the year."""
    month = min(rest // 29 + 1, 12)
    while rest < _BEFORE[month] + (leap and month > 2):
        month -= 1
    return month, rest - _BEFORE[month] - (leap and month > 2) + 1
