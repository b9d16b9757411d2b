"""Which country used which calendar until when: a hint for a reader, never an answer.

    custom_of("russia", gregorian_day(1917, 11, 7)) is Calendar.JULIAN

Only the text's own mark ("O.S.", a double date) decides how a date is read. The days are the last under the old
calendar and the first under the new, as each country named them.
Sources: papal bull Inter gravissimas (1582); Calendar (New Style) Act 1750 (24 Geo. 2 c. 23); decree of the Council of
People's Commissars of 24 January 1918; Ottoman law of 8 February 1332 (1917); Turkish law 698 of 26 December 1925;
for the rest the tables of F. K. Ginzel, Handbuch der mathematischen und technischen Chronologie, vol. 3 (1914).
"""

from dragoman.calendars.days import gregorian_day, julian_day
from dragoman.model.date import Calendar

# country: (calendar before, its last day as it was written there, first day of the Gregorian calendar)
_CHANGES: dict[str, tuple[Calendar, tuple[int, int, int], tuple[int, int, int]]] = {
    "spain": (Calendar.JULIAN, (1582, 10, 4), (1582, 10, 15)),
    "portugal": (Calendar.JULIAN, (1582, 10, 4), (1582, 10, 15)),
    "papal states": (Calendar.JULIAN, (1582, 10, 4), (1582, 10, 15)),
    "poland": (Calendar.JULIAN, (1582, 10, 4), (1582, 10, 15)),
    "france": (Calendar.JULIAN, (1582, 12, 9), (1582, 12, 20)),
    "holland": (Calendar.JULIAN, (1582, 12, 14), (1582, 12, 25)),
    "bavaria": (Calendar.JULIAN, (1583, 10, 5), (1583, 10, 16)),
    "austria": (Calendar.JULIAN, (1584, 1, 6), (1584, 1, 17)),
    "bohemia": (Calendar.JULIAN, (1584, 1, 6), (1584, 1, 17)),
    "hungary": (Calendar.JULIAN, (1587, 10, 21), (1587, 11, 1)),
    "prussia": (Calendar.JULIAN, (1610, 8, 22), (1610, 9, 2)),
    "denmark": (Calendar.JULIAN, (1700, 2, 18), (1700, 3, 1)),
    "norway": (Calendar.JULIAN, (1700, 2, 18), (1700, 3, 1)),
    "protestant germany": (Calendar.JULIAN, (1700, 2, 18), (1700, 3, 1)),
    "great britain": (Calendar.JULIAN, (1752, 9, 2), (1752, 9, 14)),
    "ireland": (Calendar.JULIAN, (1752, 9, 2), (1752, 9, 14)),
    "british colonies": (Calendar.JULIAN, (1752, 9, 2), (1752, 9, 14)),
    "sweden": (Calendar.JULIAN, (1753, 2, 17), (1753, 3, 1)),
    "albania": (Calendar.JULIAN, (1912, 11, 14), (1912, 11, 28)),
    "bulgaria": (Calendar.JULIAN, (1916, 3, 31), (1916, 4, 14)),
    "russia": (Calendar.JULIAN, (1918, 1, 31), (1918, 2, 14)),
    "ukraine": (Calendar.JULIAN, (1918, 2, 15), (1918, 3, 1)),
    "serbia": (Calendar.JULIAN, (1919, 1, 14), (1919, 1, 28)),
    "romania": (Calendar.JULIAN, (1919, 3, 31), (1919, 4, 14)),
    "greece": (Calendar.JULIAN, (1923, 2, 15), (1923, 3, 1)),
    # The state's financial year; religious and older dates are Hijri.
    "ottoman empire": (Calendar.RUMI, (1917, 2, 15), (1917, 3, 1)),
}

COUNTRIES = tuple(sorted(_CHANGES))


def custom_of(country: str, number: int) -> Calendar:
    """The calendar in use in a country on a day; UNKNOWN for a country that is not in the table."""
    change = _CHANGES.get(country.lower())
    if change is None:
        return Calendar.UNKNOWN
    before, _, first = change
    return before if number < gregorian_day(*first) else Calendar.GREGORIAN


def last_old_day(country: str) -> int:
    """The number of the last day under the old calendar."""
    return julian_day(*_CHANGES[country.lower()][1])
