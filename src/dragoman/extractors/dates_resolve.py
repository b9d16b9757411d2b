"""Where in time each expression stands, read in order as a careful reader would.

"In 1921 he left. On 15 January he came back." -> the second is 1921-01-15, because of "1921"
"""

import bisect
from collections.abc import Sequence

from dragoman.calendars.days import gregorian_date, is_day, longest, month_length, weekday
from dragoman.extractors.dates_found import Found, Point
from dragoman.extractors.dates_write import bounds_of, edtf_of, shifted, timex_of, timex_type_of
from dragoman.model.date import Basis, Date
from dragoman.model.text import Span


class Anchor:
    """The date a thread of the narrative stands at, and the words it came from."""

    def __init__(self, point: Point, span: Span | None) -> None:
        self.point = point
        self.span = span


class Reader:
    """A reader's place in a text: the anchor now, and the period of the section and of the whole."""

    def __init__(self, text: str, found: Sequence[Found], context_year: int | None, furniture: Sequence[Span]) -> None:
        self.text = text
        self.context_year = context_year
        self.anchor: Anchor | None = None
        self.furniture = sorted((span.start, span.end) for span in furniture)
        years = sorted(one.first.year for one in found if one.first.year is not None)
        self.period = (years[len(years) // 10] - 3, years[-1 - len(years) // 10] + 3) if years else (-9999, 9999)


def resolved(
    text: str,
    found: Sequence[Found],
    *,
    context_year: int | None,
    published: str | None,
    furniture: Sequence[Span],
) -> tuple[Date, ...]:
    """The expressions as dates, each with its year or anchor from before it."""
    reader = Reader(text, found, context_year, furniture)
    return tuple(_date(reader, one) for one in found)


def _date(reader: Reader, one: Found) -> Date:
    span = Span(one.start, one.end)
    words = reader.text[one.start : one.end]
    if one.kind in ("duration", "set", "ref"):
        return _plain(one, span, words)
    basis, because, points = _placed(reader, one)
    edtfs = [edtf_of(point) for point in points]
    if not all(_is_possible(point) for point in points):
        return Date(span, words, basis=basis, timex_value="")
    timexes = [timex_of(point) for point in points]
    bounds = [bounds_of(point) for point in points]
    if basis is not Basis.INFERRED:
        _move(reader, one, points[0], span)
    return Date(
        span=span,
        text=words,
        edtf="/".join(edtfs) if all(edtfs) else "",
        earliest=bounds[0][0],
        latest=bounds[-1][1],
        calendar=one.calendar,
        basis=basis,
        certainty=one.certainty,
        because=because,
        timex_type=timex_type_of(points[0]),
        timex_value="/".join(timexes),
    )


def _plain(one: Found, span: Span, words: str) -> Date:
    """An expression that names no stretch of the calendar."""
    kind = {"duration": "DURATION", "set": "SET", "ref": "DATE"}[one.kind]
    value = one.value
    if one.kind == "duration":
        value = f"PT{one.amount}{one.unit[1]}" if one.unit in ("TH", "TM") else f"P{one.amount}{one.unit}"
    return Date(span, words, certainty=one.certainty, timex_type=kind, timex_value=value)


def _placed(reader: Reader, one: Found) -> tuple[Basis, Span | None, list[Point]]:
    """On what basis, because of what, and when."""
    if one.kind in ("point", "range"):
        return _placed_point(reader, one)
    anchor = reader.anchor
    if anchor is None:
        return Basis.RELATIVE, None, [Point(clock="" if one.unit not in ("TH",) else "TXX")]
    point = _step(anchor.point, one)
    return Basis.RELATIVE, anchor.span, [point]


def _placed_point(reader: Reader, one: Found) -> tuple[Basis, Span | None, list[Point]]:
    first, last = one.first, one.last
    if last is not None:
        _share(first, last)
    points = [first] if last is None else [first, last]
    if all(point.is_dated for point in points):
        return Basis.EXPLICIT, None, points
    if reader.anchor is None or reader.anchor.point.year is None:
        if reader.context_year is not None:
            for point in points:
                point.year = reader.context_year
            return Basis.INHERITED, None, points
        return Basis.INFERRED, None, points
    anchor = reader.anchor.point
    for point in points:
        if not point.is_dated:
            _give_year(point, anchor, one)
    return Basis.INHERITED, reader.anchor.span, points


def _share(first: Point, last: Point) -> None:
    """The two ends of a range give each other what one of them leaves out."""
    if first.bc != last.bc and first.year is not None and first.year > 0 and last.bc:
        first.year, first.bc = 1 - first.year, True
    if not first.month and first.day:
        first.month = last.month
    if not last.month and last.day:
        last.month = first.month
    if not first.is_dated and last.year is not None and not last.decade:
        first.year, first.bc = last.year, last.bc
        if first.month > last.month > 0:
            first.year -= 1
    elif not last.is_dated and first.year is not None:
        last.year, last.bc = first.year, first.bc
        if first.month > last.month > 0:
            last.year += 1


def _give_year(point: Point, anchor: Point, one: Found) -> None:
    year = anchor.year
    assert year is not None
    if point.season == "WI" and anchor.month >= 6:
        year += 1
    elif point.month and anchor.month and anchor.month - point.month >= 8:
        year += 1
    elif one.before == "SINCE" and anchor.month and point.month > anchor.month:
        year -= 1
    point.year, point.bc = year, anchor.bc or year <= 0
    if point.weekday and not point.month:
        _to_weekday(point, anchor)


def _to_weekday(point: Point, anchor: Point) -> None:
    """The weekday next after the anchor's day."""
    if not anchor.day or anchor.year is None:
        point.year = None
        return
    number = bounds_of(anchor)[0] or 0
    day = shifted(number, (point.weekday - weekday(number)) % 7)
    point.year, point.month, point.day = day.year, day.month, day.day


def _step(anchor: Point, one: Found) -> Point:
    """The anchor moved by so many units, and cut to the unit."""
    amount = int(one.amount) * one.step if one.amount.isdecimal() else one.step if not one.amount else None
    unit, mod = one.unit, one.first.mod
    if amount is None or anchor.year is None:
        return Point(year=anchor.year, month=anchor.month, bc=anchor.bc, mod=mod)
    if unit in ("D", "W", "MO", "NI", "EV", "AF"):
        clock = f"T{unit}" if unit not in ("D", "W") else ""
        if not anchor.day:
            return Point(year=anchor.year, month=anchor.month, bc=anchor.bc, clock=clock)
        point = shifted(bounds_of(anchor)[0] or 0, amount * (7 if unit == "W" else 1))
        point.clock = clock
        return point
    if unit == "M":
        if not anchor.month:
            return Point(year=anchor.year, bc=anchor.bc)
        years, month = divmod(anchor.month - 1 + amount, 12)
        return Point(year=anchor.year + years, month=month + 1, bc=anchor.year + years <= 0, mod=mod)
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit, 0)
    year = anchor.year + amount * years
    if unit == "DE" and not one.amount:
        return Point(decade=year // 10, mod=mod)
    if unit == "CE" and not one.amount:
        return Point(century=year // 100, mod=mod)
    return Point(year=year, bc=year <= 0, mod=mod)


def _move(reader: Reader, one: Found, point: Point, span: Span) -> None:
    """The date becomes the anchor, unless it is an aside."""
    if point.year is None or one.aside or _in_furniture(reader, one.start):
        return
    if not reader.period[0] <= point.year <= reader.period[1]:
        return
    reader.anchor = Anchor(point, span)


def _in_furniture(reader: Reader, at: int) -> bool:
    index = bisect.bisect_right(reader.furniture, (at, 1 << 60)) - 1
    return index >= 0 and reader.furniture[index][1] > at


def _is_possible(point: Point) -> bool:
    """Whether the calendar has that day."""
    if not point.day:
        return point.month <= 12
    if point.year is None or not point.month:
        return point.day <= (longest(point.month) if point.month else 31)
    return is_day(point.year, point.month, point.day)


__all__ = ["gregorian_date", "month_length", "resolved"]
