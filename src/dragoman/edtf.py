"""EDTF, the Extended Date/Time Format of ISO 8601-2:2019, levels 0 to 2: read, written, and turned into days.

    bounds("1920-07/1920-08") == (701082, 701143)       the first and last Gregorian day, None where it is open
    write(parse("2004-06~-11")) == "2004-06~-11"

`parse` gives a Moment, a Stretch or a Choice; None for what is not EDTF, or names a day that does not exist.
"""

import re
from collections.abc import Iterator

import msgspec

from dragoman.calendars import gregorian_date, gregorian_day, is_day, month_length


class Moment(msgspec.Struct, frozen=True):
    """A year, month, season or day; X is a figure that is not known. `marks` has "", ?, ~ or % for each part."""

    year: str
    month: str = ""
    day: str = ""
    time: str = ""
    marks: tuple[str, str, str] = ("", "", "")


class Stretch(msgspec.Struct, frozen=True):
    """From a moment to a moment; an end is ".." when it is open, "" when it is not known."""

    start: Moment | str
    end: Moment | str


class Choice(msgspec.Struct, frozen=True):
    """One of several moments, or with `every` all of them; a stretch among them runs from one to the other."""

    members: tuple[Moment | Stretch, ...]
    every: bool = False


Edtf = Moment | Stretch | Choice
Bounds = tuple[int | None, int | None]

# Season: the first and the last month, each with the year it lies in counted from the season's own. A winter is named
# now by the year it begins in and now by the year it ends in, so it covers both.
SEASON_MONTHS: dict[int, tuple[tuple[int, int], tuple[int, int]]] = {
    21: ((0, 3), (0, 5)),
    22: ((0, 6), (0, 8)),
    23: ((0, 9), (0, 11)),
    24: ((-1, 12), (1, 2)),
    25: ((0, 3), (0, 5)),
    26: ((0, 6), (0, 8)),
    27: ((0, 9), (0, 11)),
    28: ((-1, 12), (1, 2)),
    29: ((0, 9), (0, 11)),
    30: ((-1, 12), (1, 2)),
    31: ((0, 3), (0, 5)),
    32: ((0, 6), (0, 8)),
    33: ((0, 1), (0, 3)),
    34: ((0, 4), (0, 6)),
    35: ((0, 7), (0, 9)),
    36: ((0, 10), (0, 12)),
    37: ((0, 1), (0, 4)),
    38: ((0, 5), (0, 8)),
    39: ((0, 9), (0, 12)),
    40: ((0, 1), (0, 6)),
    41: ((0, 7), (0, 12)),
}
LONGEST_TEXT = 1000
_MOMENT = re.compile(
    r"(?P<before_year>[?~%]?)(?P<year>-?[\dX]{4}(?:S\d{1,2})?|Y-?\d{5,18}(?:S\d{1,2})?|Y-?\d{1,9}E\d(?:S\d{1,2})?)"
    r"(?P<after_year>[?~%]?)"
    r"(?:-(?P<before_month>[?~%]?)(?P<month>[\dX]{2})(?P<after_month>[?~%]?)"
    r"(?:-(?P<before_day>[?~%]?)(?P<day>[\dX]{2})(?P<after_day>[?~%]?)"
    r"(?:T(?P<time>\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::\d\d)?)?))?)?)?"
)


def parse(text: str) -> Edtf | None:
    """What the text says, or None when it is not EDTF."""
    if not text or len(text) > LONGEST_TEXT:
        return None
    if text[0] in "[{":
        return _choice(text)
    if "/" in text:
        return _stretch(*text.split("/")) if text.count("/") == 1 else None
    return _moment(text)


def write(value: Edtf) -> str:
    """The value in EDTF: what `parse` reads back as the same."""
    if isinstance(value, Moment):
        return _written(value)
    if isinstance(value, Stretch):
        return "/".join(end if isinstance(end, str) else _written(end) for end in (value.start, value.end))
    members = ",".join(_member_written(member) for member in value.members)
    return f"{{{members}}}" if value.every else f"[{members}]"


def bounds(text: str) -> Bounds:
    """The first and last Gregorian day the text can mean; None for an end that is open or not known."""
    value = parse(text)
    return (None, None) if value is None else bounds_of(value)


def bounds_of(value: Edtf) -> Bounds:
    """The first and last Gregorian day of a value."""
    if isinstance(value, Moment):
        return _first_day(value), _last_day(value)
    if isinstance(value, Stretch):
        return _end_day(value.start, first=True), _end_day(value.end, first=False)
    days = [bounds_of(member) for member in value.members]
    first = None if any(day[0] is None for day in days) else min(day[0] for day in days if day[0] is not None)
    last = None if any(day[1] is None for day in days) else max(day[1] for day in days if day[1] is not None)
    return first, last


def level(value: Edtf) -> int:
    """The lowest of EDTF's levels that has the value."""
    if isinstance(value, Choice):
        return 2
    if isinstance(value, Stretch):
        ends = [end for end in (value.start, value.end) if isinstance(end, Moment)]
        return max([0 if len(ends) == 2 else 1, *(_moment_level(end) for end in ends)])
    return _moment_level(value)


def year_text(year: int) -> str:
    """A year in EDTF: four figures, a minus before the year 0, a Y beyond 9999."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def day_text(number: int) -> str:
    """A day in EDTF."""
    year, month, day = gregorian_date(number)
    return f"{year_text(year)}-{month:02d}-{day:02d}"


def _choice(text: str) -> Choice | None:
    every = text[0] == "{"
    if text[-1] != ("}" if every else "]"):
        return None
    members: list[Moment | Stretch] = []
    for part in text[1:-1].split(","):
        member = _member(part.strip())
        if member is None:
            return None
        members.append(member)
    return Choice(tuple(members), every)


def _member(text: str) -> Moment | Stretch | None:
    if ".." not in text:
        return _moment(text)
    first, _, last = text.partition("..")
    return _stretch(first or "..", last or "..")


def _member_written(member: Moment | Stretch) -> str:
    if isinstance(member, Moment):
        return _written(member)
    ends = ["" if isinstance(end, str) else _written(end) for end in (member.start, member.end)]
    return "..".join(ends)


def _stretch(first: str, last: str) -> Stretch | None:
    start: Moment | str | None = first if first in ("", "..") else _moment(first)
    end: Moment | str | None = last if last in ("", "..") else _moment(last)
    if start is None or end is None or (isinstance(start, str) and isinstance(end, str)):
        return None
    return Stretch(start, end)


def _moment(text: str) -> Moment | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    year, month, day = match["year"], match["month"] or "", match["day"] or ""
    if year == "-0000" or ("S" in year and month) or (month.isdecimal() and not _is_month_or_season(int(month), day)):
        return None
    moment = Moment(year, month, day, match["time"] or "", _marks(match))
    if match["time"] and not _is_time(match["time"]):
        return None
    return moment if _is_possible(moment) else None


def _is_month_or_season(month: int, day: str) -> bool:
    return 1 <= month <= 12 or (21 <= month <= 41 and not day)


def _is_time(time: str) -> bool:
    hours, minutes, seconds = int(time[:2]), int(time[3:5]), time[6:8]
    return (hours < 24 or time[:5] == "24:00") and minutes < 60 and (not seconds.isdecimal() or int(seconds) < 60)


def _is_possible(moment: Moment) -> bool:
    """Whether some day fits; a year that is not known at all fits every day a leap year has."""
    if not moment.month or _season(moment) is not None:
        return True
    if set(moment.year) <= {"X", "-"}:
        moment = Moment("2000", moment.month, moment.day)
    return _first_day(moment) is not None


def _marks(match: re.Match[str]) -> tuple[str, str, str]:
    """The mark of each part: one before it is its own, one after it is for it and all before it."""
    after = [match["after_year"], match["after_month"] or "", match["after_day"] or ""]
    before = [match["before_year"], match["before_month"] or "", match["before_day"] or ""]
    year, month, day = (_sum(before[part], *after[part:]) for part in range(3))
    return year, month if match["month"] else "", day if match["day"] else ""


def _sum(*marks: str) -> str:
    said = set("".join(marks).replace("%", "?~"))
    return {frozenset(): "", frozenset("?"): "?", frozenset("~"): "~"}.get(frozenset(said), "%")


def _written(moment: Moment) -> str:
    parts = [part for part in (moment.year, moment.month, moment.day) if part]
    marks = list(moment.marks[: len(parts)])
    last = next((at for at in reversed(range(len(marks))) if marks[at]), -1)
    if last >= 0 and len(set(marks[: last + 1])) == 1:
        parts[last] += marks[last]
    else:
        parts = [mark + part for mark, part in zip(marks, parts, strict=True)]
    return "-".join(parts) + (f"T{moment.time}" if moment.time else "")


def _moment_level(moment: Moment) -> int:
    parts = (moment.year, moment.month, moment.day)[: 1 + bool(moment.month) + bool(moment.day)]
    season = _season(moment)
    if (season or 0) > 24 or "S" in moment.year or "E" in moment.year or len(set(moment.marks[: len(parts)])) > 1:
        return 2
    if "X" in "".join(parts):
        return 1 if re.fullmatch(r"-?\d{2,4}X{0,2}(-XX){0,2}|-?\d{4}-\d\d-XX", "-".join(parts)) else 2
    plain = season is None and not moment.marks[0] and re.fullmatch(r"\d{4}", moment.year)
    return 0 if plain else 1


def _season(moment: Moment) -> int | None:
    return int(moment.month) if moment.month.isdecimal() and int(moment.month) > 12 else None


def _end_day(end: Moment | str, *, first: bool) -> int | None:
    if isinstance(end, str):
        return None
    return _first_day(end) if first else _last_day(end)


def _first_day(moment: Moment) -> int | None:
    years = _years(moment.year)
    if years is None:
        return None
    season = _season(moment)
    if season is not None:
        back, month = SEASON_MONTHS[season][0]
        return gregorian_day(years[0] + back, month, 1)
    return next((day for year in _run(*years) for day in _days(moment, year)), None)


def _last_day(moment: Moment) -> int | None:
    years = _years(moment.year)
    if years is None:
        return None
    season = _season(moment)
    if season is not None:
        on, month = SEASON_MONTHS[season][1]
        return gregorian_day(years[1] + on, month, month_length(years[1] + on, month))
    return next((day for year in _run(years[1], years[0]) for day in reversed(list(_days(moment, year)))), None)


def _run(start: int, end: int) -> Iterator[int]:
    """The years from one to the other, but not more than a leap day can make us wait."""
    step = 1 if end >= start else -1
    return iter(range(start, start + step * min(abs(end - start) + 1, 12), step))


def _days(moment: Moment, year: int) -> Iterator[int]:
    """The first and last day of every month, or the days, that fit a moment in a year."""
    for month in (month for month in range(1, 13) if _fits(month, moment.month or "XX")):
        if not moment.day:
            yield gregorian_day(year, month, 1)
            yield gregorian_day(year, month, month_length(year, month))
            continue
        for day in range(1, 32):
            if _fits(day, moment.day) and is_day(year, month, day):
                yield gregorian_day(year, month, day)


def _fits(number: int, pattern: str) -> bool:
    tens, ones = divmod(number, 10)
    return pattern[0] in ("X", str(tens)) and pattern[1] in ("X", str(ones))


def _years(text: str) -> tuple[int, int] | None:
    """The first and last year a year's figures allow; None for XXXX."""
    figures, _, digits = text.lstrip("Y").partition("S")
    if "X" in figures:
        if "".join(figures.split("-")) == "XXXX":
            return None
        low, high = int(figures.replace("X", "0")), int(figures.replace("X", "9"))
        return min(low, high), max(low, high)
    mantissa, _, power = figures.partition("E")
    year = int(mantissa) * 10 ** int(power or 0)
    if not digits:
        return year, year
    size = 10 ** max(0, len(str(abs(year))) - int(digits))
    first = abs(year) // size * size
    return (first, first + size - 1) if year >= 0 else (-(first + size - 1), -first)
