"""The French Republican calendar.

    republican_day(8, 2, 18) == gregorian_day(1799, 11, 9)     18 Brumaire, Year VIII

In use from 22 September 1792 (counted back) to 10 Nivose XIV, 31 December 1805. Its leap years were III, VII and XI;
after XIV the same rule is carried on. The thirteenth "month" is the five or six complementary days.
"""

from dragoman.calendars.days import gregorian_day

EPOCH = gregorian_day(1792, 9, 22)
LAST = gregorian_day(1805, 12, 31)
"""The last day on which the calendar was in use."""


def republican_day(year: int, month: int, day: int) -> int:
    """The number of a day of the Republican calendar."""
    return EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1


def republican_date(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number, Republican."""
    year = (4 * (number - EPOCH) + 3) // 1461 + 1
    while number < republican_day(year, 1, 1):
        year -= 1
    while number >= republican_day(year + 1, 1, 1):
        year += 1
    month, day = divmod(number - republican_day(year, 1, 1), 30)
    return year, month + 1, day + 1


def is_republican_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar, while it was in use, had that day."""
    if not (1 <= month <= 13 and 1 <= day <= (30 if month < 13 else 5 + (year % 4 == 3))):
        return False
    return EPOCH <= republican_day(year, month, day) <= LAST
