"""The Hijri calendar, by the thirty-year table.

    hijri_day(1338, 9, 1) == gregorian_day(1920, 5, 19)

The table is the civil one (epoch 16 July 622, Julian; leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of thirty).
A month was begun on sight of the moon, so a day of the calendar as it was lived may be a day off, seldom two.
"""

EPOCH = 227015
"""The day number of 1 Muharram of the year 1."""


def hijri_day(year: int, month: int, day: int) -> int:
    """The number of a day of the Hijri calendar."""
    return EPOCH + day - 1 + 29 * (month - 1) + month // 2 + 354 * (year - 1) + (3 + 11 * year) // 30


def hijri_date(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number, Hijri."""
    year = (30 * (number - EPOCH) + 10646) // 10631
    rest = number - hijri_day(year, 1, 1)
    month = min(12, (2 * rest) // 59 + 1)
    while number < hijri_day(year, month, 1):
        month -= 1
    return year, month, number - hijri_day(year, month, 1) + 1


def hijri_month_length(year: int, month: int) -> int:
    """Thirty and twenty-nine days by turns; the last month has thirty in a leap year."""
    return 30 if month % 2 or (month == 12 and is_hijri_leap(year)) else 29


def is_hijri_leap(year: int) -> bool:
    """Whether the year has 355 days."""
    return (14 + 11 * year) % 30 < 11


def is_hijri_day(year: int, month: int, day: int) -> bool:
    """Whether the table has that day."""
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= hijri_month_length(year, month)
