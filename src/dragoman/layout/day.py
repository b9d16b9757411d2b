"""The day a page bears: a line that is nothing but a date, as EDTF.

day_of("26 Mar 2025") -> "2025-03-26"        day_of("Moscow, 26 Mar 2025") -> ""
"""

import re
from calendar import monthrange
from functools import cache

from dragoman.languages.en import furniture as english


def day_of(words: str) -> str:
    """The date as EDTF if the words are nothing else, else ""."""
    if len(words) > 60:
        return ""
    found = next((match for pattern in _patterns() if (match := pattern.fullmatch(words.strip()))), None)
    if not found:
        return ""
    part = found.groupdict()
    year, month, day = part["year"], part.get("month"), part.get("day")
    if not month:
        return year
    number = int(month) if month.isdigit() else _months()[month.lower()[:3]]
    if not 1 <= number <= 12:
        return year
    exact = int(day or 0)
    known = 1 <= exact <= monthrange(int(year), number)[1]
    return f"{year}-{number:02}-{exact:02}" if known else f"{year}-{number:02}"


def part_of_day(words: str) -> bool:
    """Whether the words are a piece of a date that was set on several lines: "26 Mar", "2025"."""
    return bool(_piece().fullmatch(words.strip()))


@cache
def _months() -> dict[str, int]:
    """The number of each month, by its first three letters."""
    return {month: at + 1 for at, month in enumerate(dict.fromkeys(month[:3] for month in english.MONTHS))}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = r"(?P<month>" + "|".join(sorted(english.MONTHS, key=len, reverse=True)) + r")\.?"
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:1[4-9]|20)\d\d)"
    lead = english.POSTED + r"(?:" + english.WEEKDAY + r"\.?,?\s+)?"
    clock = r"(?:[\s,|–\-]*(?:at\s)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?)?"
    return tuple(
        re.compile(lead + shape + clock, re.IGNORECASE)
        for shape in (
            rf"{day}[\s./\-]+{month}[\s.,/\-]+{year}",
            rf"{month}[\s]+{day},?\s+{year}",
            rf"{month},?\s+{year}",
            rf"{year}[./\-](?P<month>\d\d)[./\-](?P<day>\d\d)(?:T[\d:.+\-Z]*)?",
            # 26/03/2025 and 26.03.2025; where both could be a month, only the year is sure.
            rf"(?P<day>1[3-9]|2\d|3[01])[./\-](?P<month>\d{{1,2}})[./\-]{year}",
            rf"(?P<month>\d{{1,2}})[./\-](?P<day>1[3-9]|2\d|3[01])[./\-]{year}",
            rf"\d{{1,2}}[./\-]\d{{1,2}}[./\-]{year}",
            rf"{year}",
        )
    )


@cache
def _piece() -> re.Pattern[str]:
    months = "|".join(sorted(english.MONTHS, key=len, reverse=True))
    return re.compile(
        rf"(?:{english.WEEKDAY}|\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s(?:{months})\.?|(?:{months})\.?(?:\s\d{{1,2}})?)[,.]?"
        r"|(?:1[4-9]|20)\d\d",
        re.IGNORECASE,
    )
