"""Where in time each expression stands, read in order as a careful reader would.

"In 1921 he left. On 15 January he came back." -> the second is 1921-01-15, because of "1921"
"""

import bisect
import re
from collections.abc import Sequence

import msgspec

from dragoman.dates.events import day_of_event
from dragoman.dates.found import Found, Point
from dragoman.dates.steps import given_year, shared, stepped, within
from dragoman.dates.thread import Thread
from dragoman.dates.words import DateWords
from dragoman.model.date import Basis, Calendar
from dragoman.model.text import Span

NAMED = 8
"""How many characters at most stand between the words of an event and the date that names it."""

_AND = 8  # letters between two dates that only "and" joins


class Placed(msgspec.Struct, gc=False):
    """An expression placed in time: its points (two for a range), on what basis and because of which words."""

    found: Found
    points: list[Point]
    basis: Basis
    because: Span | None = None


def placed(
    text: str,
    found: Sequence[Found],
    *,
    context_year: int | None,
    published: str | None,
    furniture: Sequence[Span],
    language: DateWords,
) -> list[Placed]:
    """Every expression with its place in time, as far as the text allows."""
    blocks = sorted((span.start, span.end) for span in furniture)
    for one in found:
        one.furniture = _covered(blocks, one.start)
    past = tuple(map(re.compile, language.NAMING_WHAT_WAS))
    thread = Thread(text, found, context_year, published or "", past)
    done: list[Placed] = []
    for at, one in enumerate(found):
        before = done[-1] if done else None
        after = found[at + 1] if at + 1 < len(found) else None
        done.append(_place(thread, one, before, after))
        thread.follow(one, done[-1].points, done[-1].basis, at)
    return _with_events(text, done, language)


_BESIDE = 24  # characters


def _place(thread: Thread, one: Found, before: Placed | None, after: Found | None) -> Placed:
    if one.kind in ("plain", "ref", "set", "duration", "fixed", "twoway"):
        return Placed(one, [], Basis.EXPLICIT)
    if one.kind == "deictic":
        written = thread.written_before() or ((thread.point, thread.span) if one.first.step is not None else None)
        return Placed(one, [], Basis.INFERRED) if written is None else _from_writing(one, *written)
    if one.kind == "point" and after is not None:
        joined = _with_the_next(one, after)
        if joined is not None:
            return joined
    if one.kind in ("point", "range") or (one.kind == "newyear" and one.first.is_dated):
        return _place_point(thread, one)
    if one.kind == "shortyear":
        return _place_short_year(thread, one)
    if one.kind == "shift" and one.unit in ("Y", "DE", "CE"):
        year = _year_beside(one, before, after)
        if year is not None:
            return year
    if one.kind in ("shift", "nthday", "event", "which") and _is_day(one):
        beside = _beside(thread, one, before, after)
        if beside is not None:
            return beside
    if one.kind in ("portion", "weekof"):
        owner = _place_point(thread, one)
        points = within(owner.points[0], one)
        return Placed(one, points or owner.points, owner.basis, owner.because)
    if one.kind in ("event", "eve"):
        return Placed(one, [], Basis.EVENT)
    anchor, because = thread.before(one)
    return Placed(one, [stepped(anchor, one)], Basis.RELATIVE, because)


def _from_writing(one: Found, day: Point, because: Span | None) -> Placed:
    """ "Yesterday" in a letter is the day before the one at its head."""
    return Placed(one, [stepped(day, one)], Basis.RELATIVE, because)


def _place_point(thread: Thread, one: Found) -> Placed:
    points = [one.first] if one.last is None else [one.first, one.last]
    if one.last is not None:
        shared(one.first, one.last)
    if all(point.is_dated for point in points):
        return Placed(one, points, Basis.EXPLICIT)
    if one.first.step is not None:
        return Placed(one, [stepped(thread.point, one)], Basis.RELATIVE, thread.span)
    if thread.point.year is None and one.first.unit == "DE" and one.first.short is not None:
        # "The thirties" of an account that names no year are those of the last century.
        first = 1900 + one.first.short
        return Placed(one, [Point(years=(first, first + 9))], Basis.INFERRED)
    if thread.point.year is None or (_is_clock(one.first) and not _is_near(thread, one)):
        return Placed(one, points, Basis.INFERRED)
    if not one.first.is_dated:
        thread.resume(one)
    written = thread.written_before()
    # "On or about the 20th", in a letter that has just spoken of a year: of the month at its head.
    head = written is not None and one.first.day and not (one.first.month or thread.point.month)
    anchor, because = written if written is not None and head else (thread.point, thread.span)
    names = len(points) == 1 and anchor.month and _names_what_was(thread, one)
    points = [point if point.is_dated else given_year(point, anchor, one) for point in points]
    if one.kind == "point" and one.first.month and thread.is_before_the_next(one, points[0]):
        points[0].year = (points[0].year or 0) - 1
    if names:
        # "On 18 March 1921, on the basis of the October preliminaries": those of the October before.
        here = (points[0].year or 0, points[0].month or 0)
        if here > (anchor.year or 0, anchor.month or 0):
            points[0].year = (points[0].year or 0) - 1
    if one.last is not None and points[0].year == points[1].year and points[0].month > points[1].month > 0:
        points[1].year = None if points[1].year is None else points[1].year + 1
    basis = Basis.INHERITED if one.first.month or one.first.season else Basis.RELATIVE
    return Placed(one, points, basis, because)


def _names_what_was(thread: Thread, one: Found) -> bool:
    """Whether a month alone is the name of something past: "the October preliminaries"."""
    month = bool(one.first.month) and not one.first.day and one.first.year is None and one.last is None
    before, after = thread.text[max(0, one.start - _BESIDE) : one.start], thread.text[one.end : one.end + _BESIDE]
    return month and bool(thread.past[0].search(before) and thread.past[1].match(after))


def _with_the_next(one: Found, after: Found) -> Placed | None:
    """ "In July and August 1920": the year stands once, behind the second month, whatever year was told of before."""
    point, other = one.first, after.first
    if after.kind != "point" or after.lead != "AND" or after.start - one.end > _AND:
        return None
    if point.is_dated or point.step is not None or not (point.month and other.month and other.year is not None):
        return None
    if bool(point.day) != bool(other.day) or point.clock or other.clock:
        return None
    given = _copied(point)
    given.year, given.bc = other.year, other.bc
    if (point.month, point.day or 0) > (other.month, other.day or 0):
        given.year -= 1
    return Placed(one, [given], Basis.INHERITED, _span(after))


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
    if after is not None and after.kind == "point" and after.first.day and _follows(thread, one, after):
        point = _copied(_place_point(thread, _with_copy(after)).points[0])
        return Placed(one, [point], Basis.RELATIVE, _span(after))
    return None


def _year_beside(one: Found, before: Placed | None, after: Found | None) -> Placed | None:
    """ "A century earlier, in 1821": the same year, told twice."""
    follows = after is not None and after.kind == "point" and after.lead == "IN" and after.start - one.end <= 6
    if follows and after is not None and after.first.year is not None and not after.first.month:
        return Placed(one, [Point(year=after.first.year, bc=after.first.bc)], Basis.RELATIVE, _span(after))
    if before is None or before.found.kind != "point" or one.lead != "COMMA" or one.start - before.found.end > 2:
        return None
    point = before.points[0]
    if point.year is not None and not point.month and not point.season:
        return Placed(one, [Point(year=point.year, bc=point.bc)], Basis.RELATIVE, _span(before.found))
    return None


def _follows(thread: Thread, one: Found, after: Found) -> bool:
    """Whether a date stands right after an expression, set off: "six days later, on 7 October"."""
    gap = after.start - one.end
    if "." in thread.text[one.end : after.start]:
        # "… they left. On 16 March" tells of another day.
        return False
    return 0 < gap <= 6 and (after.lead in ("COMMA", "DASH", "LPAR") or (after.lead == "ON" and gap >= 5))


def _is_day(one: Found) -> bool:
    return one.unit in ("D", "W", "MO", "AF", "EV", "NI", "")


def _with_events(text: str, done: list[Placed], language: DateWords) -> list[Placed]:
    """Steps from an event, where the account dates the event."""
    dated = [
        (one.found, one.points[0])
        for one in done
        if len(one.points) == 1 and one.points[0].month and one.points[0].year is not None
    ]
    for one in done:
        if one.found.kind in ("event", "eve") and not one.points:
            owner = _named_by(one.found, dated) or day_of_event(text, one.found, dated, language)
            if owner is not None and (owner[1].day or one.found.unit not in ("D", "W", "W2")):
                one.points, one.because = [stepped(owner[1], one.found)], _span(owner[0])
    return done


def _named_by(event: Found, dated: Sequence[tuple[Found, Point]]) -> tuple[Found, Point] | None:
    """The date that names the event: "two weeks before the elections of 5 March"."""
    at = bisect.bisect(dated, event.start, key=lambda one: one[0].start)
    after = dated[at] if at < len(dated) else None
    return after if after and after[0].lead == "OF" and after[0].start - event.end <= NAMED else None


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
