"""What a day may be under another calendar: a hint from the customs of the country named beside it, never an answer.

    suggestion("In Russia, on 14 December 1825, …", date) -> Suggestion("1825-12-26", Calendar.JULIAN, "russia")

Only a text's own mark decides; a date that bears one, or stands under two calendars, needs no hint.
"""

import re

import msgspec

from dragoman.calendars import custom_of, gregorian_date, is_julian_day, julian_day
from dragoman.dates.words import DateWords
from dragoman.edtf import day_text
from dragoman.model.date import Basis, Calendar, Date

REACH = 160
"""How far from a date, in characters, the name of a country still tells where it was written."""

_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"[.;!?]\s|\n\s*\n")


class Suggestion(msgspec.Struct, frozen=True):
    """The same words read under the calendar that a country then used: EDTF, the calendar, the country."""

    edtf: str
    calendar: Calendar
    country: str


def suggestion(text: str, date: Date, language: DateWords) -> Suggestion | None:
    """What the day would be if a country of its sentence counted it; None where nothing speaks for that."""
    if date.calendar is not Calendar.GREGORIAN or date.basis not in (Basis.EXPLICIT, Basis.INHERITED):
        return None
    if date.earliest is None or date.earliest != date.latest or _is_marked(date, language):
        return None
    year, month, day = gregorian_date(date.earliest)
    for word in _WORD.findall(_sentence(text, date)):
        country = language.CUSTOMS.get(word)
        if country and custom_of(country, date.earliest) is Calendar.JULIAN and is_julian_day(year, month, day):
            return Suggestion(day_text(julian_day(year, month, day)), Calendar.JULIAN, country)
    return None


def _is_marked(date: Date, language: DateWords) -> bool:
    return any(mark in date.text for mark in language.WORDS["MARK"])


def _sentence(text: str, date: Date) -> str:
    """The words around a date, up to the ends of its sentence."""
    before = text[max(0, date.span.start - REACH) : date.span.start]
    ends = list(_ENDS.finditer(before))
    after = text[date.span.end : date.span.end + REACH]
    stop = _ENDS.search(after)
    return f"{before[ends[-1].end() :] if ends else before} {after[: stop.start()] if stop else after}"
