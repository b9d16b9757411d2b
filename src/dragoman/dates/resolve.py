"""Where in time each expression stands, read in order as a careful reader would.

    "In 1921 he left. On 15 January he came back." -> the second is 1921-01-15, because of "1921"

The anchor is the date the narrative stands at. It moves with what is told, and not with asides: a parenthesis, a
digression far outside the period of the text, a masthead, a date that only names a thing ("the Treaty of 1783"),
a look back ("two years earlier").
"""

import bisect
from collections.abc import Sequence

import msgspec

from dragoman.dates.events import day_of_event
from dragoman.dates.found import Found, Point
from dragoman.dates.steps import given_year, shared, stepped, within
from dragoman.dates.write import edtf_of, is_possible
from dragoman.model.date import Basis, Calendar
from dragoman.model.text import Span

HEADING = 120
"""A line between blank lines and no longer than this, without a full stop, is a heading."""


class Placed(msgspec.Struct, gc=False):
    """An expression placed in time: its points (two for a range), on what basis and because of which words."""

    found: Found
    points: list[Point]
    basis: Basis
    because: Span | None = None


class Thread:
    """A reader's place in a text: the anchor, the words it came from, and the years that come next."""

    def __init__(self, text: str, found: Sequence[Found], context_year: int | None, published: str) -> None:
        self.text = text
        self.next_year = _next_years(found)
        self.published = published[:10]
        self.printed = int(published[:4]) if published[:4].isdecimal() else None
        self.point = Point() if context_year is None else Point(year=context_year, bc=context_year <= 0)
        self.span: Span | None = None

    def move(self, point: Point, span: Span) -> None:
        """The narrative now stands at this point; the bare year it stands in already tells it nothing new."""
        bare = not (point.month or point.season)
        if point.year is None or (bare and point.year == self.point.year and (self.point.month or self.point.season)):
            return
        self.point, self.span = point, span


def placed(
    text: str,
    found: Sequence[Found],
    *,
    context_year: int | None,
    published: str | None,
    furniture: Sequence[Span],
) -> list[Placed]:
    """Every expression with its place in time, as far as the text allows."""
    blocks = sorted((span.start, span.end) for span in furniture)
    for one in found:
        one.furniture = _covered(blocks, one.start)
    thread = Thread(text, found, context_year, published or "")
    if context_year is None:
        _start(thread, found)
    done: list[Placed] = []
    for at, one in enumerate(found):
        before = done[-1] if done else None
        after = found[at + 1] if at + 1 < len(found) else None
        done.append(_place(thread, one, before, after))
        _follow(thread, done[-1], at)
    return _with_events(text, done)


def _place(thread: Thread, one: Found, before: Placed | None, after: Found | None) -> Placed:
    if one.kind in ("plain", "ref", "set", "duration", "fixed", "twoway"):
        return Placed(one, [], Basis.EXPLICIT)
    if one.kind in ("point", "range"):
        return _place_point(thread, one)
    if one.kind == "shortyear":
        return _place_short_year(thread, one)
    if one.kind in ("shift", "nthday", "event", "which") and _is_day(one):
        beside = _beside(thread, one, before, after)
        if beside is not None:
            return beside
    if one.kind == "portion":
        owner = _place_point(thread, one)
        points = within(owner.points[0], one)
        return Placed(one, points or owner.points, owner.basis, owner.because)
    if one.kind in ("event", "eve"):
        return Placed(one, [], Basis.EVENT)
    return Placed(one, [stepped(thread.point, one)], Basis.RELATIVE, thread.span)


def _place_point(thread: Thread, one: Found) -> Placed:
    points = [one.first] if one.last is None else [one.first, one.last]
    if one.last is not None:
        shared(one.first, one.last)
    if all(point.is_dated for point in points):
        return Placed(one, points, Basis.EXPLICIT)
    if one.first.step is not None:
        return Placed(one, [stepped(thread.point, one)], Basis.RELATIVE, thread.span)
    if thread.point.year is None or (_is_clock(one.first) and not _is_near(thread, one)):
        return Placed(one, points, Basis.INFERRED)
    points = [point if point.is_dated else given_year(point, thread.point, one) for point in points]
    if one.last is not None and points[0].year == points[1].year and points[0].month > points[1].month > 0:
        points[1].year = None if points[1].year is None else points[1].year + 1
    basis = Basis.INHERITED if one.first.month or one.first.season else Basis.RELATIVE
    return Placed(one, points, basis, thread.span)


def _place_short_year(thread: Thread, one: Found) -> Placed:
    """ "In 202", in an account of the years before Christ; nothing elsewhere."""
    here = thread.point.year
    points = [
        Point(year=1 - (point.year or 0), season=point.season, bc=True) for point in (one.first, one.last) if point
    ]
    years = [point.year for point in points if point.year is not None]
    if not thread.point.bc or here is None or max(abs(year - here) for year in years) > 150 or years != sorted(years):
        one.kind = "nothing"
    return Placed(one, points, Basis.INHERITED, thread.span)


def _is_clock(point: Point) -> bool:
    return bool(point.clock) and not (point.day or point.month or point.weekday)


def _is_near(thread: Thread, one: Found) -> bool:
    """Whether the anchor stands in the same paragraph, so that a time of day can be of that day."""
    return thread.span is not None and "\n" not in thread.text[max(thread.span.end, one.start - 2000) : one.start]


def _beside(thread: Thread, one: Found, before: Placed | None, after: Found | None) -> Placed | None:
    """An expression in apposition to a day names that day: "on 21 July, the fifth day of the rebellion"."""
    if before is not None and before.points and before.points[0].day and one.amount != "X":
        gap = one.start - before.found.end
        if one.lead in ("COMMA", "DASH", "LPAR") and gap <= 3:
            return Placed(one, [_copied(before.points[0])], Basis.RELATIVE, _span(before.found))
    if after is not None and after.kind == "point" and after.first.day and _follows(one, after):
        point = _copied(_place_point(thread, _with_copy(after)).points[0])
        return Placed(one, [point], Basis.RELATIVE, _span(after))
    return None


def _follows(one: Found, after: Found) -> bool:
    """Whether a date stands right after an expression, set off: "six days later, on 7 October"."""
    gap = after.start - one.end
    return 0 < gap <= 6 and (after.lead in ("COMMA", "DASH", "LPAR") or (after.lead == "ON" and gap >= 5))


def _is_day(one: Found) -> bool:
    return one.unit in ("D", "W", "MO", "AF", "EV", "NI", "")


def _follow(thread: Thread, done: Placed, at: int) -> None:
    """The anchor moves with the narrative."""
    one = done.found
    if (
        one.kind in ("nothing", "portion", "event", "eve", "that", "vaguely", "nthday")
        or not done.points
        or one.step < 0
    ):
        return
    if one.furniture or done.basis is Basis.INFERRED or (one.first.step or 0) < 0:
        return
    if thread.published and edtf_of(done.points[0]) == thread.published:
        return
    heading = _is_heading(thread.text, one)
    if one.aside and not heading:
        return
    if one.beside and thread.span is not None and not heading:
        return
    if one.lead == "SINCE" and thread.span is not None and not heading:
        return
    point = done.points[0] if heading else done.points[-1]
    if not is_possible(point):
        return
    if not heading and not one.told and done.basis is Basis.EXPLICIT and _is_digression(thread, point, at):
        return
    thread.move(point, _span(one))


def _is_digression(thread: Thread, point: Point, at: int) -> bool:
    """Whether the next year named goes back to where the narrative stood; so does a last bare year that looks back."""
    here, there, then = thread.point.year, point.year, thread.next_year[at]
    if there is None or (there == thread.printed and here is not None and abs(there - here) > 1):
        return True
    # The finer a date, the more it tells: a bare year is easily a comparison, a day seldom.
    least = 3 if point.day else 2 if point.month or point.season else 1
    if here is None or abs(there - here) < least:
        return False
    if then is None:
        return there < here and least == 1
    return abs(then - here) < abs(then - there)


def _next_years(found: Sequence[Found]) -> list[int | None]:
    """For each expression, the next year that is named after it outside of asides."""
    after: int | None = None
    years: list[int | None] = []
    for one in reversed(found):
        years.append(after)
        if one.first.year is not None and not (one.aside or one.furniture):
            after = one.first.year
    return years[::-1]


def _start(thread: Thread, found: Sequence[Found]) -> None:
    """Before the first date, the narrative stands at the year it will first tell of, not look back to."""
    for one in found:
        year = (one.last or one.first).year
        if one.kind not in ("point", "range") or year is None or one.aside or one.furniture or year == thread.printed:
            continue
        if not one.beside and one.lead not in ("BEFORE", "SINCE", "AFTER"):
            thread.point, thread.span = Point(year=year, bc=one.first.bc), _span(one)
            return


def _is_heading(text: str, one: Found) -> bool:
    """Whether the expression stands in a short line between blank lines."""
    start = text.rfind("\n", max(0, one.start - HEADING), one.start) + 1
    if start == 0 and one.start > HEADING:
        return False
    end = text.find("\n", one.end, one.end + HEADING)
    if end < 0:
        return False
    line = text[start:end].rstrip()
    if len(line) > HEADING or line[-1:] in ".;,:!?":
        return False
    return text[end + 1 : end + 2] in ("\n", "\r", "") and text[max(0, start - 2) : max(0, start - 1)] in (
        "\n",
        "",
        "\r",
    )


def _with_events(text: str, done: list[Placed]) -> list[Placed]:
    """Steps from an event, where the account dates the event."""
    dated = [
        (one.found, one.points[0])
        for one in done
        if len(one.points) == 1 and one.points[0].day and one.points[0].year is not None
    ]
    for one in done:
        if one.found.kind in ("event", "eve") and not one.points:
            owner = day_of_event(text, one.found, dated)
            if owner is not None:
                one.points, one.because = [stepped(owner[1], one.found)], _span(owner[0])
    return done


def _covered(blocks: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect.bisect_right(blocks, (at, 1 << 60)) - 1
    return index >= 0 and blocks[index][1] > at


def _span(one: Found) -> Span:
    return Span(one.start, one.end)


def _copied(point: Point) -> Point:
    return Point(year=point.year, month=point.month, day=point.day, bc=point.bc)


def _with_copy(one: Found) -> Found:
    first = _copied(one.first)
    first.weekday, first.step, first.unit = one.first.weekday, one.first.step, one.first.unit
    return Found(one.kind, one.start, one.end, first=first, lead=one.lead)


__all__ = ["Calendar", "Placed", "placed"]
