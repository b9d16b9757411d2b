"""The Ottoman financial (Rumi, Mali) year.

    rumi_day(1325, 3, 31) == gregorian_day(1909, 4, 13)     "31 Mart 1325", the mutiny
    rumi_day(1336, 4, 23) == gregorian_day(1920, 4, 23)     "23 Nisan 1336", the Grand National Assembly

Months and days were Julian and the year began on 1 March, until 15 February 1332; the day after it was 1 March 1333,
which is 1 March 1917 Gregorian. 1333 ended on 31 December; from 1334 (1918) on the year was the Gregorian less 584.
The count was given up with the end of 1341 (1925). Months here bear their Julian numbers: 3 is Mart, 1 Kanun-u Sani.
"""

from dragoman.calendars.days import (
    gregorian_date,
    gregorian_day,
    is_day,
    is_julian_day,
    julian_date,
    julian_day,
)

OFFSET = 584
REFORM = gregorian_day(1917, 3, 1)
"""1 March 1333: from here on a day of the Rumi year is the Gregorian day."""


def rumi_day(year: int, month: int, day: int) -> int:
    """The number of a day of the Rumi year."""
    if year >= 1333:
        return gregorian_day(year + OFFSET, month, day)
    return julian_day(year + OFFSET + (month < 3), month, day)


def rumi_date(number: int) -> tuple[int, int, int]:
    """Year, month (by its Julian number) and day of a day number."""
    if number >= REFORM:
        year, month, day = gregorian_date(number)
        return year - OFFSET, month, day
    year, month, day = julian_date(number)
    return year - OFFSET - (month < 3), month, day


def is_rumi_day(year: int, month: int, day: int) -> bool:
    """Whether the Rumi year has that day: the reform left out the last of 1332 and the first two months of 1333."""
    if year == 1333 and month < 3:
        return False
    if year >= 1334 or (year == 1333 and month >= 3):
        return is_day(year + OFFSET, month, day)
    return is_julian_day(year + OFFSET + (month < 3), month, day) and rumi_day(year, month, day) < REFORM
