"""Every calendar turns its days into numbers and back, and agrees with an oracle that is not ours."""

import datetime

from convertdate import french_republican, islamic, julian

from dragoman.calendars import (
    COUNTRIES,
    custom_of,
    gregorian_date,
    gregorian_day,
    hijri_date,
    hijri_day,
    is_day,
    is_hijri_day,
    is_julian_day,
    is_republican_day,
    is_rumi_day,
    julian_date,
    julian_day,
    regnal_year,
    regnal_years_of,
    republican_date,
    republican_day,
    rumi_date,
    rumi_day,
    weekday,
)
from dragoman.calendars.customs import last_old_day
from dragoman.model.date import Calendar

FIRST, LAST = gregorian_day(1500, 1, 1), gregorian_day(2100, 12, 31)
JULIAN_EPOCH = 1721424.5
"""The Julian day number of the midnight before our day 0."""


def test_every_gregorian_day_agrees_with_datetime():
    for number in range(FIRST, LAST + 1):
        day = datetime.date.fromordinal(number)
        assert gregorian_date(number) == (day.year, day.month, day.day)
        assert gregorian_day(day.year, day.month, day.day) == number


def test_every_julian_day_comes_back():
    for number in range(FIRST, LAST + 1):
        assert julian_day(*julian_date(number)) == number


def test_every_hijri_day_comes_back():
    for number in range(FIRST, LAST + 1):
        assert hijri_day(*hijri_date(number)) == number
        assert is_hijri_day(*hijri_date(number))


def test_every_rumi_day_comes_back_and_none_is_left_out():
    for number in range(FIRST, LAST + 1):
        assert rumi_day(*rumi_date(number)) == number
        assert is_rumi_day(*rumi_date(number))


def test_every_republican_day_in_use_comes_back():
    for number in range(gregorian_day(1792, 9, 22), gregorian_day(1805, 12, 31) + 1):
        assert republican_day(*republican_date(number)) == number
        assert is_republican_day(*republican_date(number))


def test_the_oracle_names_the_same_julian_and_hijri_days():
    for number in range(FIRST, LAST, 11):
        assert julian.from_jd(number + JULIAN_EPOCH) == julian_date(number)
        assert islamic.from_jd(number + JULIAN_EPOCH) == hijri_date(number)


def test_the_oracle_names_the_same_republican_days():
    for number in range(gregorian_day(1792, 9, 22), gregorian_day(1805, 12, 31)):
        assert french_republican.from_jd(number + JULIAN_EPOCH, method="continuous") == republican_date(number)


def test_the_hijri_calendar_goes_far_beyond_what_tables_print():
    for year in (1, 2, 622, 1342, 1501, 5000):
        assert hijri_date(hijri_day(year, 12, 29)) == (year, 12, 29)


def test_days_run_back_before_christ():
    assert gregorian_date(0) == (0, 12, 31)
    for number in range(-500_000, 1, 997):
        assert gregorian_day(*gregorian_date(number)) == number
        assert julian_day(*julian_date(number)) == number
    assert gregorian_date(julian_day(-43, 3, 15)) == (-43, 3, 13)


def test_the_same_day_has_two_dates():
    assert julian_day(1921, 3, 3) == gregorian_day(1921, 3, 16)
    assert julian_day(1917, 10, 25) == gregorian_day(1917, 11, 7)
    assert julian_day(1732, 2, 11) == gregorian_day(1732, 2, 22)
    assert julian_day(1582, 10, 5) == gregorian_day(1582, 10, 15)


def test_days_that_no_calendar_has():
    assert not is_day(1920, 2, 31)
    assert not is_day(1900, 2, 29)
    assert is_julian_day(1900, 2, 29)
    assert not is_day(1920, 13, 1)
    assert not is_hijri_day(1338, 2, 30)
    assert not is_republican_day(14, 4, 11)


def test_the_ottoman_reform_of_1917():
    """31 Mart 1325 is 13 April 1909; 15 Subat 1332 was followed by 1 Mart 1333; 23 Nisan 1336 is 23 April 1920."""
    assert rumi_day(1325, 3, 31) == gregorian_day(1909, 4, 13)
    assert rumi_day(1332, 2, 15) + 1 == rumi_day(1333, 3, 1) == gregorian_day(1917, 3, 1)
    assert rumi_day(1336, 4, 23) == gregorian_day(1920, 4, 23)
    assert not is_rumi_day(1332, 2, 16)
    assert not is_rumi_day(1333, 1, 10)


def test_republican_days_of_the_histories():
    assert republican_day(2, 11, 9) == gregorian_day(1794, 7, 27)
    assert republican_day(8, 2, 18) == gregorian_day(1799, 11, 9)


def test_regnal_years_as_statutes_cite_them():
    assert regnal_year("george", 3, 12) == (gregorian_day(1771, 10, 25), gregorian_day(1772, 10, 24))
    assert regnal_year("victoria", None, 24) == (gregorian_day(1860, 6, 20), gregorian_day(1861, 6, 19))
    assert regnal_year("george", 2, 24) == (gregorian_day(1750, 6, 22), gregorian_day(1751, 6, 21))
    assert regnal_year("george", 3, 61) is None
    assert regnal_year("nobody", 1, 1) is None


def test_every_day_of_a_regnal_year_lies_in_it():
    for number in range(gregorian_day(1603, 4, 10), gregorian_day(1950, 1, 1), 389):
        for king, which, year in regnal_years_of(number):
            span = regnal_year(king, which, year)
            assert span is not None
            assert span[0] <= number <= span[1]


def test_every_change_of_calendar_left_out_no_day():
    for country in COUNTRIES:
        first_new = last_old_day(country) + 1
        assert custom_of(country, first_new) is Calendar.GREGORIAN
        assert custom_of(country, first_new - 1) is not Calendar.GREGORIAN
    assert custom_of("Russia", gregorian_day(1917, 11, 7)) is Calendar.JULIAN
    assert custom_of("Atlantis", 1) is Calendar.UNKNOWN


def test_the_signing_of_the_treaty_of_moscow_was_a_wednesday():
    assert weekday(gregorian_day(1921, 3, 16)) == 3
