"""Dates as the corpus gives them, found again among the words: which expression gave an assertion its date.

expression_of(row, list(dates_in(text))) -> ((12, 24), True)
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.training.layout import Row

MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
_MONTH = {name[:n].lower(): i + 1 for i, name in enumerate(MONTHS) for n in (3, len(name))} | {"sept": 9}
_MONTH_WORDS = "|".join(MONTHS) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
_DATE = re.compile(
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m1>{_MONTH_WORDS})(?:,?\s+(?P<y1>\d{{4}}))?\b"
    rf"|(?P<m2>{_MONTH_WORDS})\s+(?:the\s+)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?P<y2>\d{{4}}))?"
    rf"|(?P<m3>{_MONTH_WORDS}),?(?:\s+of)?(?:\s+(?P<y3>\d{{4}}))?\b"
    r"|\bthe\s+(?P<d4>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:[Cc]entury|[Cc]orps|[Dd]ivision|Army|Congress))"
    r"|\b(?P<y5>1[3-9]\d\d|20[0-2]\d)s?\b(?:\s*[-–/]\s*\d{2,4}\b)?"
    r"|\b(?P<bc>\d{2,3})\s*(?:BC|B\.C\.|BCE)"
)
_MAY = re.compile(r"\b(?:in|of|since|until|by|early|late|mid|last) $")  # the month, not the verb
_EDTF = re.compile(r"(?:\.\./)?(-?\d{3}[\dX]|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?(?:/(-?\d{4}))?")


class Told(NamedTuple):
    """A date expression of a plain kind, and what it says."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None


def dates_in(text: str) -> Iterator[Told]:
    """Every date expression of a plain kind, in the order of the text."""
    for m in _DATE.finditer(text):
        g = m.groupdict()
        day = g["d1"] or g["d2"] or g["d4"]
        month = g["m1"] or g["m2"] or g["m3"]
        if month == "May" and not (day or g["y3"]) and not _MAY.search(text[max(0, m.start() - 8) : m.start()]):
            continue
        year = g["y1"] or g["y2"] or g["y3"] or g["y5"]
        number = -int(g["bc"]) if g["bc"] else int(year) if year else None
        start = m.start() + (4 if g["d4"] else 0)
        named = _MONTH.get(month.rstrip(".").lower()) if month else None
        yield Told(start, m.end(), number, named, int(day) if day else None)


def expression_of(row: Row, dates: Sequence[Told]) -> tuple[tuple[int, int] | None, bool]:
    """The date expression that gave the date of this assertion, and whether we know."""
    if not row.date or row.trigger is None:
        return None, "date" not in row.open
    numbers = _EDTF.match(row.date)
    if not numbers:
        return None, False
    year, month, day, until = numbers.groups()
    at = row.trigger.start
    best: tuple[int, int, int] | None = None
    for told in dates:
        if told.start < at - 400 or told.end > at + 300 or not _agrees(told, year, month, day, until):
            continue
        fine = (told.year is not None) + 2 * bool(told.month) + 2 * bool(told.day)
        want = 1 + 2 * bool(month) + 2 * bool(day)
        inside = row.start <= told.start and told.end <= row.end
        score = 40 * (want - fine) + abs(told.start - at) + (0 if inside else 60)
        if best is None or score < best[0]:
            best = (score, told.start, told.end)
    return (best[1:], True) if best else (None, False)


def _agrees(told: Told, year: str, month: str | None, day: str | None, until: str | None) -> bool:
    """Whether an expression says nothing else than the date does."""
    if told.year is not None and str(told.year) != until:
        if str(abs(told.year))[:-1] != year.lstrip("-0")[: len(str(abs(told.year))) - 1]:
            return False
        if "X" not in year and told.year != int(year):
            return False
    wrong_month = told.month and (not month or told.month != int(month))
    wrong_day = told.day and (not day or told.day != int(day))
    return not (wrong_month or wrong_day)
