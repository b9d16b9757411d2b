"""From an expression placed in time to the Date that is shown, kept and exchanged.

Placed("Feb. 26 to March 16, 1921") -> Date(edtf="1921-02-26/1921-03-16", timex_value="1921-02-26/1921-03-16", …)
"""

from dragoman.calendars import gregorian_date, gregorian_day, is_day, julian_day
from dragoman.dates.found import Found, Point
from dragoman.dates.resolve import Placed
from dragoman.dates.write import bounds_of, day_point, edtf_of, is_possible, timex_of
from dragoman.edtf import day_text, year_text
from dragoman.model.date import Basis, Calendar, Certainty, Date
from dragoman.model.text import Span


def date_of(text: str, done: Placed) -> Date:
    """The expression with its reading in every notation."""
    one = done.found
    words, span = text[one.start : one.end], Span(one.start, one.end)
    if one.kind in ("plain", "ref", "set", "duration"):
        return _timeless(one, span, words)
    if one.kind == "fixed":
        return _fixed(one, span, words)
    if one.kind == "twoway":
        return _two_ways(one, span, words)
    if one.kind == "deictic" and not done.points:
        return Date(span, words, timex_value="XXXX-XX-XX" if one.step else "PRESENT_REF")
    if not done.points:
        return Date(span, words, basis=done.basis, certainty=one.certainty, timex_value="XXXX-XX-XX")
    if not all(is_possible(point) for point in done.points):
        return Date(span, words, calendar=one.calendar, basis=done.basis, because=done.because, timex_value="")
    return _dated(one, done, span, words)


def _dated(one: Found, done: Placed, span: Span, words: str) -> Date:
    points, calendar = _gregorian(done.points, one.calendar)
    edtfs, bounds = [edtf_of(point) for point in points], [bounds_of(point) for point in points]
    edtf = "/".join(edtfs) if all(edtfs) and not any("/" in part for part in edtfs[1:]) else ""
    first, last = (bounds[0][0], bounds[-1][1]) if edtf else (None, None)
    values = [timex_of(point) for point in ([one.first] if one.kind == "weekof" and one.unit == "W" else done.points)]
    kind = "DURATION" if one.kind == "portion" else "TIME" if "T" in values[0] else "DATE"
    if len(points) == 1:
        edtf, first, last = _sided(edtf, first, last, one.certainty)
    return Date(
        span=span,
        text=words,
        edtf=edtf,
        earliest=first,
        latest=last,
        calendar=calendar,
        basis=done.basis,
        certainty=one.certainty,
        because=done.because,
        timex_type=kind,
        timex_value=f"P{one.amount}{one.unit}" if one.kind == "portion" else "/".join(values),
    )


def _sided(edtf: str, first: int | None, last: int | None, certainty: Certainty) -> tuple[str, int | None, int | None]:
    """The date, marked as its account marks it: about, probably, or open on one side."""
    if not edtf or "/" in edtf:
        return edtf, first, last
    if certainty is Certainty.ABOUT and "X" not in edtf:
        return f"{edtf}~", first, last
    if certainty is Certainty.PROBABLY and "X" not in edtf:
        return f"{edtf}?", first, last
    if certainty is Certainty.BEFORE:
        return f"../{edtf}", None, last
    if certainty is Certainty.AFTER:
        return f"{edtf}/..", first, None
    return edtf, first, last


def _timeless(one: Found, span: Span, words: str) -> Date:
    """An expression that names no stretch of the calendar: a length, a repetition, "now"."""
    value = one.value
    if one.kind == "duration":
        value = _length(one)
    kind = {"duration": "DURATION", "set": "SET"}.get(
        one.kind, "TIME" if "T" in value[4:] and "_" not in value else "DATE"
    )
    return Date(span, words, certainty=one.certainty, timex_type=kind, timex_value=value)


def _length(one: Found) -> str:
    unit = one.unit
    if unit == "W2":
        return f"P{2 * int(one.amount)}W" if one.amount.isdecimal() else "PXW"
    if unit in ("TH", "TM"):
        return f"PT{one.amount}{unit[1]}"
    return f"P{one.amount}{'D' if unit in ('MO', 'AF', 'EV', 'NI') else unit}"


def _fixed(one: Found, span: Span, words: str) -> Date:
    """A date of another calendar, turned into days."""
    if one.bounds is None:
        return Date(span, words, calendar=one.calendar, timex_value="XXXX-XX-XX" if one.possible else "")
    first, last = one.bounds
    edtf, day = _stretch(first, last), day_text(first)
    value = (
        day if first == last else day.rpartition("-")[0] if last - first < 32 else year_text(gregorian_date(first)[0])
    )
    return Date(span, words, edtf, first, last, one.calendar, certainty=one.certainty, timex_value=value)


def _stretch(first: int, last: int) -> str:
    """A stretch of days in EDTF."""
    return day_text(first) if first == last else f"{day_text(first)}/{day_text(last)}"


def _two_ways(one: Found, span: Span, words: str) -> Date:
    """ "4/3/1921": the fourth of March or the third of April, both kept."""
    point = one.first
    assert point.year is not None
    if not is_day(point.year, point.month, point.day):
        return Date(span, words, timex_value="")
    days = sorted(
        (gregorian_day(point.year, point.month, point.day), gregorian_day(point.year, point.day, point.month))
    )
    edtf = f"[{day_text(days[0])},{day_text(days[1])}]"
    value = f"{year_text(point.year)}-XX-XX"
    return Date(span, words, edtf, days[0], days[1], Calendar.UNKNOWN, Basis.INFERRED, timex_value=value)


def _gregorian(points: list[Point], calendar: Calendar) -> tuple[list[Point], Calendar]:
    """The points in the Gregorian calendar, and the calendar they were written in."""
    if calendar is Calendar.GREGORIAN and all(_is_before_reform(point) or _is_julian_only(point) for point in points):
        calendar = Calendar.JULIAN
    if calendar is not Calendar.JULIAN:
        return points, calendar
    return [_turned(point) for point in points], calendar


def _is_before_reform(point: Point) -> bool:
    """Whether the day was named before there was a Gregorian calendar, so that it is Julian."""
    if not point.day or point.year is None or not point.month:
        return False
    return (point.year, point.month, point.day) < (1582, 10, 5)


def _is_julian_only(point: Point) -> bool:
    """Whether only the Julian calendar has the day: 29 February 1900."""
    return point.year is not None and (point.month, point.day) == (2, 29) and not is_day(point.year, 2, 29)


def _turned(point: Point) -> Point:
    if not point.day or point.year is None or not point.month:
        return point
    turned = day_point(julian_day(point.year, point.month, point.day))
    turned.clock = point.clock
    return turned


__all__ = ["date_of"]
