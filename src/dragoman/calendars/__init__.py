"""Calendars: a day is a whole number, and each calendar turns its dates into it and back.

gregorian_day(1921, 3, 16) == julian_day(1921, 3, 3) == 701340
"""

from dragoman.calendars.customs import COUNTRIES, custom_of
from dragoman.calendars.days import (
    gregorian_date,
    gregorian_day,
    is_day,
    is_julian_day,
    is_leap,
    julian_date,
    julian_day,
    month_length,
    weekday,
)
from dragoman.calendars.hijri import hijri_date, hijri_day, hijri_month_length, is_hijri_day
from dragoman.calendars.regnal import regnal_year, regnal_years_of
from dragoman.calendars.republican import is_republican_day, republican_date, republican_day
from dragoman.calendars.rumi import is_rumi_day, rumi_date, rumi_day

__all__ = [
    "COUNTRIES",
    "custom_of",
    "gregorian_date",
    "gregorian_day",
    "hijri_date",
    "hijri_day",
    "hijri_month_length",
    "is_day",
    "is_hijri_day",
    "is_julian_day",
    "is_leap",
    "is_republican_day",
    "is_rumi_day",
    "julian_date",
    "julian_day",
    "month_length",
    "regnal_year",
    "regnal_years_of",
    "republican_date",
    "republican_day",
    "rumi_date",
    "rumi_day",
    "weekday",
]
