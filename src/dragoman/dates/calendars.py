"""Dates of other calendars, and dates under two of them.

"3/16 March 1921"   -> 16 March 1921, calendar BOTH
"23 Nisan 1336"     -> 23 April 1920, calendar RUMI
"""

from collections.abc import Callable, Iterator

from dragoman.calendars import (
    gregorian_date,
    hijri_day,
    hijri_month_length,
    is_hijri_day,
    is_republican_day,
    is_rumi_day,
    julian_day,
    regnal_year,
    republican_day,
    rumi_day,
)
from dragoman.dates.found import Found, Point
from dragoman.dates.slots import found_as, number, point_of, value, words_of
from dragoman.dates.words import Phrase
from dragoman.model.date import Calendar

ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}


def _both(phrase: Phrase) -> Iterator[Found]:
    """One day under two calendars: the later reading of the two is the Gregorian."""
    first, second = point_of(phrase), point_of(phrase)
    second.day = number(phrase, "day2") or 0
    second.month = number(phrase, "month2") or first.month
    if "month2" in phrase.slots:
        gap = (second.month - first.month) % 12
        if gap == 11 or gap > 1 or (gap == 0 and first.day > second.day):
            first, second = second, first
    elif second.day < first.day:
        first, second = second, first
    if second.month == 1 and first.month == 12 and "month2" in phrase.slots and first is not second:
        # "24 December 1919/6 January": the year belongs to the words it stands by, which is the end of the phrase.
        first.year = None if first.year is None else first.year - 1
    if not _agree(first, second):
        yield from _not_double(phrase, first, second)
        return
    yield found_as(phrase, "point", first=second, calendar=Calendar.BOTH)


def _agree(first: Point, second: Point) -> bool:
    """Whether the two can be one day: the calendars were 9 to 13 days apart between 1300 and 2100."""
    if second.year is not None and first.day <= 31:
        year, month, day = gregorian_date(julian_day(first.year or second.year, first.month, first.day))
        return (year, month, day) == (second.year, second.month, second.day)
    if first.month == second.month:
        return 9 <= second.day - first.day <= 13
    return 9 <= second.day + 31 - first.day <= 16


def _not_double(phrase: Phrase, first: Point, second: Point) -> Iterator[Found]:
    """ "13/14 March" is a night or two days, not one day twice."""
    if (first.month, first.day) < (second.month, second.day) or first.month != second.month:
        yield found_as(phrase, "range", first=first, last=second)
    else:
        yield found_as(phrase, "range", first=second, last=first)


def _rumi(phrase: Phrase) -> Iterator[Found]:
    year, month = number(phrase, "year") or 0, number(phrase, "month") or 0
    if _is_second(phrase):
        month = month % 12 + 1
    day = number(phrase, "day") or 0
    if year > 1500:
        # A Turkish month with a year of our era is a Gregorian date in Turkish.
        yield found_as(phrase, "point", first=Point(year=year, month=month, day=day))
        return
    if not is_rumi_day(year, month, day or 1):
        yield found_as(phrase, "fixed", calendar=Calendar.RUMI, possible=False)
        return
    start = rumi_day(year, month, day or 1)
    after = month % 12 + 1
    following = rumi_day(year + (after == 3 and year < 1333) + (after == 1 and year >= 1333), after, 1)
    yield _fixed(phrase, Calendar.RUMI, start, start if day else following - 1)


def _hijri(phrase: Phrase) -> Iterator[Found]:
    year, month, day = _whole(phrase, "year"), number(phrase, "month") or 0, number(phrase, "day") or 0
    month += _is_second(phrase)
    if not month:
        yield _fixed(phrase, Calendar.HIJRI, hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1) - 1)
        return
    if not is_hijri_day(year, month, day or 1) or year > 9999:
        yield found_as(phrase, "fixed", calendar=Calendar.HIJRI, possible=False)
        return
    start = hijri_day(year, month, day or 1)
    yield _fixed(phrase, Calendar.HIJRI, start, start if day else start + hijri_month_length(year, month) - 1)


def _is_second(phrase: Phrase) -> bool:
    """Whether a month that comes in pairs is the second of its pair: "Rabi II", "Jumada al-Thani"."""
    said = value(phrase, "second")
    return said == 1 if said is not None and not words_of(phrase, "second").isupper() else said == 2


def _republican(phrase: Phrase) -> Iterator[Found]:
    month, day = number(phrase, "month") or 0, number(phrase, "day") or 0
    year = number(phrase, "year")
    if year is None:
        yield found_as(phrase, "fixed", calendar=Calendar.REPUBLICAN)
        return
    if not is_republican_day(year, month or 1, day or 1):
        yield found_as(phrase, "fixed", calendar=Calendar.REPUBLICAN, possible=False)
        return
    if day:
        start = end = republican_day(year, month, day)
    elif month:
        start, end = republican_day(year, month, 1), republican_day(year, month, 30)
    else:
        start, end = republican_day(year, 1, 1), republican_day(year + 1, 1, 1) - 1
    yield _fixed(phrase, Calendar.REPUBLICAN, start, end)


def _regnal(phrase: Phrase) -> Iterator[Found]:
    king, year = str(value(phrase, "king")), number(phrase, "year") or 0
    which = number(phrase, "number") if "number" in phrase.slots else None
    first = regnal_year(king, which, year)
    last = regnal_year(king, which, number(phrase, "year2") or year)
    if first is None or last is None:
        if which is not None or king in ("victoria", "anne"):
            yield found_as(phrase, "fixed", calendar=Calendar.REGNAL, possible=False)
        return
    yield _fixed(phrase, Calendar.REGNAL, first[0], last[1])


def _numeric(phrase: Phrase) -> Iterator[Found]:
    """ "16.3.1921", "16/III/1921", "3/16/1921"; "4/3/1921" can be read two ways, and is."""
    words = phrase.page.words[phrase.first]
    mark = next(sign for sign in words if sign in "./-")
    parts = words.split(mark)
    if len(parts) != 3:
        return
    if len(parts[0]) == 4:
        yield found_as(phrase, "point", first=Point(year=int(parts[0]), month=int(parts[1]), day=int(parts[2])))
        return
    if len(parts[2]) == 3:
        return
    roman = ROMAN.get(parts[1].upper())
    if roman is None and not parts[1].isdecimal():
        return
    day, month = int(parts[0]), roman or int(parts[1])
    if month > 12 and day <= 12 and mark == "/":
        day, month = month, day
    point = Point(month=month, day=day)
    if len(parts[2]) == 4:
        point.year = int(parts[2])
    else:
        point.short = int(parts[2])
    day_first = phrase.page.grammar.language.DAY_FIRST
    two_ways = roman is None and mark == "/" and day <= 12 and day != month and not day_first
    yield found_as(phrase, "twoway" if two_ways and point.year else "point", first=point)


def _fixed(phrase: Phrase, calendar: Calendar, first: int, last: int) -> Found:
    return found_as(phrase, "fixed", calendar=calendar, bounds=(first, last))


def _whole(phrase: Phrase, slot: str) -> int:
    return int(words_of(phrase, slot).replace(",", "")[:6])


CALENDAR_READERS: dict[str, Callable[[Phrase], Iterator[Found]]] = {
    "both": _both,
    "rumi": _rumi,
    "hijri": _hijri,
    "republican": _republican,
    "regnal": _regnal,
    "numeric": _numeric,
}
