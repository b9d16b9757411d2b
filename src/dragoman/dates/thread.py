"""The thread of a narrative: the date it stands at, and what does not move it.

    "In June 1913 they fell out. Savov's memoirs, printed in 1939, tell how. On 29 June …" -> the anchor stays in 1913

The anchor moves with what is told, and not with asides: a parenthesis, a digression far outside the period of the
text, a masthead, the year of a book, a date that only names a thing ("the Treaty of 1783"), a look back ("two years
earlier"). A narrative that goes back to an earlier date is left there until a date without a year fits only where it
was before: then it is taken up again.
"""

import bisect
import re
from collections.abc import Sequence

from dragoman.dates.found import Found, Point
from dragoman.dates.steps import turned
from dragoman.dates.write import edtf_of, is_possible
from dragoman.model.date import Basis
from dragoman.model.text import Span

HEADING = 120
"""A line between blank lines and no longer than this, without a full stop, is a heading."""

REACH = 1500
"""How far, in characters, a narrative that was left for a look back can be taken up again by a date without a year."""

NEAR = 5
"""How many years lie at most between a date in an aside and the year that the text goes on to tell of."""

LONG = 5
"""From how many years on a step is from the date told last, though the narrative did not follow that date."""

_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s")
_STILL = ("nothing", "portion", "weekof", "event", "eve", "that", "vaguely", "nthday")
_LOOKS_BACK = ("BEFORE", "SINCE", "AFTER")


class Thread:
    """A reader's place in a text: the anchor, the words it came from, what it was left for, the years to come."""

    def __init__(
        self,
        text: str,
        found: Sequence[Found],
        context_year: int | None,
        published: str,
        past: Sequence[re.Pattern[str]],
    ) -> None:
        self.text, self.past = text, past
        self.published = published[:10]
        self.printed = int(published[:4]) if published[:4].isdecimal() else None
        self.point = Point() if context_year is None else Point(year=context_year, bc=context_year <= 0)
        self.span: Span | None = None
        self._found = found
        self._next_year = _next_years(found)
        self._left: list[tuple[Point, Span]] = []
        self._written: tuple[Point, Span] | None = None
        self._told: tuple[Point, Span] | None = None
        if context_year is None:
            self._start()

    def follow(self, one: Found, points: Sequence[Point], basis: Basis, at: int) -> None:
        """The anchor moves with the narrative, if this expression moves it."""
        if points and points[0].day and points[0].year is not None and _is_dateline(self.text, one):
            self._written = (points[0], Span(one.start, one.end))
        if one.kind in _STILL or not points or one.step < 0 or one.furniture:
            return
        if basis is Basis.INFERRED or (one.first.step or 0) < 0 or self._is_published(points[0]):
            return
        heading = _is_heading(self.text, one)
        point = points[0] if heading else points[-1]
        if not is_possible(point) or (basis is Basis.EXPLICIT and self._is_masthead(one, point, at, heading=heading)):
            return
        if not heading:
            if one.aside and not self._is_the_first_word(one, point):
                return
            if self.span is not None and (one.beside or one.lead == "SINCE"):
                return
            looks_on = self._is_the_end_of_it(one, point, at)
            if basis is Basis.EXPLICIT and (looks_on or (not one.told and self._is_digression(one, point, at))):
                self._told = (point, Span(one.start, one.end))
                return
        self._move(point, Span(one.start, one.end), heading=heading)

    def written_before(self) -> tuple[Point, Span] | None:
        """The day at the head of the letter or minute that an expression stands in."""
        return self._written

    def before(self, one: Found) -> tuple[Point, Span | None]:
        """What a step starts from: where the narrative stands, or a date told just before that it did not follow.

        "In 1853 Perry arrived; the following year he returned", in an account of 1921, is of 1854.
        """
        if self._told is None or not _can_step_from(self._told[0], one):
            return self.point, self.span
        between = self.text[self._told[1].end : one.start]
        ends = len(_SENTENCE_END.findall(between))
        # Only the date told last is as fine as the step: "from … to 16 March 1921. Three days later".
        finer = one.unit in ("D", "W") and not self.point.day
        far = one.unit in ("Y", "DE", "CE") and (one.unit != "Y" or _years(one) >= LONG)
        # "In the summer of 1772 … In the ensuing winter": a season or month that follows, follows what was told last.
        follows = one.unit == "season" and one.step > 0
        if ends == 0 or (ends == 1 and (far or finer or follows) and "\n\n" not in between):
            return self._told
        return self.point, self.span

    def resume(self, one: Found) -> None:
        """Takes up the narrative that was left, if a date without a year would go back in time here and not there."""
        point, here = one.first, self.point
        if not point.month or not here.month or one.lead == "SINCE":
            return
        if turned(point, here, one) or (point.month, point.day or 31) >= (here.month, here.day):
            return
        for at in range(len(self._left) - 1, -1, -1):
            then, span = self._left[at]
            months = point.month - then.month + 12 * turned(point, then, one)
            forward = months > 0 or (months == 0 and (point.day or 31) >= then.day)
            if one.start - span.end < REACH and forward and months < 9:
                self.point, self.span = then, span
                del self._left[at:]
                return

    def is_before_the_next(self, one: Found, point: Point) -> bool:
        """Whether a month with an inherited year must lie a year back, so that its sentence goes forward.

        "Troppau met in October and November; Laibach from January to May 1821": of 1820.
        """
        at = bisect.bisect_right(self._found, one.start, key=lambda each: each.start)
        for after in self._found[at : at + 4]:
            if _SENTENCE_END.search(self.text, one.end, after.start):
                return False
            year = after.first.year or (after.last.year if after.last else None)
            if after.aside or after.kind not in ("point", "range") or not after.first.month:
                return False
            if year is not None and point.year is not None:
                months = 12 * (point.year - year) + point.month - after.first.month
                return 3 <= months < 12
        return False

    def _move(self, point: Point, span: Span, *, heading: bool) -> None:
        """The narrative now stands at this point; the bare year it stands in already tells it nothing new."""
        bare = not (point.month or point.season)
        if point.year is None or (bare and point.year == self.point.year and (self.point.month or self.point.season)):
            return
        if heading:
            self._left.clear()
        elif self.span is not None and self.point.month and _is_before(point, self.point):
            self._left = [*self._left[-2:], (self.point, self.span)]
        else:
            self._left = [(then, where) for then, where in self._left if _is_before(point, then)]
        self.point, self.span, self._told = point, span, None

    def _is_the_first_word(self, one: Found, point: Point) -> bool:
        """Whether nothing before an aside says when we are: "The Armistice of Mudros (30 October 1918) opened …"."""
        told = self.span is not None and self.span.start < one.start
        near = self.point.year is None or point.year is None or abs(self.point.year - point.year) <= NEAR
        return not told and near and point.day > 0 and one.kind == "point" and not one.bookish

    def _is_published(self, point: Point) -> bool:
        return bool(self.published) and edtf_of(point) == self.published

    def _is_masthead(self, one: Found, point: Point, at: int, *, heading: bool) -> bool:
        """Whether a day above the text is years after all that the text goes on to tell: when it was printed."""
        then = self._next_year[at]
        if not (heading and point.month and point.year is not None and then is not None):
            return False
        return then < point.year - 5 and one.start < 10 * HEADING

    def _is_digression(self, one: Found, point: Point, at: int) -> bool:
        """Whether the next year named goes back to where the narrative stood, or the last one looks back."""
        here, there, then = self.point.year, point.year, self._next_year[at]
        if there is None or (there == self.printed and here is not None and abs(there - here) > 1):
            return True
        if one.bookish and (here is None or abs(there - here) >= 10):
            return True
        # The finer a date, the more it tells: a bare year is easily a comparison, a day seldom.
        least = 3 if point.day else 2 if point.month or point.season else 1
        if here is None or abs(there - here) < least:
            return False
        if least == 1 and abs(there - here) >= 30 and self._goes_on(one, at):
            return True
        if then is None:
            return there < here and least == 1
        return abs(then - here) < abs(then - there)

    def _is_the_end_of_it(self, one: Found, point: Point, at: int) -> bool:
        """ "Greece did not get it until 1881", the last year that is named: the narrative stays where it was."""
        bare = point.year is not None and not (point.month or point.season)
        years = self.point.year is not None and point.year is not None and point.year > self.point.year
        return one.lead == "UNTIL" and bare and years and bool(self.point.month) and self._next_year[at] is None

    def _goes_on(self, one: Found, at: int) -> bool:
        """Whether the same paragraph, which told of days or months, tells of them again without a year."""
        after = self._found[at + 1] if at + 1 < len(self._found) else None
        if after is None or not self.point.month or after.kind != "point" or not after.first.month:
            return False
        return not after.first.is_dated and "\n\n" not in self.text[one.end : after.start]

    def _start(self) -> None:
        """Before the first date, the narrative stands at the year it will first tell of, not look back to."""
        for want in (_tells, _names):
            for at, one in enumerate(self._found):
                point = one.last or one.first
                if point.year is None or point.year == self.printed or not want(one):
                    continue
                if not self._is_masthead(one, point, at, heading=_is_heading(self.text, one)):
                    self.point, self.span = Point(year=point.year, bc=one.first.bc), Span(one.start, one.end)
                    return


def _can_step_from(point: Point, one: Found) -> bool:
    """Whether a date is as fine as the step: two days after a bare year are nowhere."""
    if one.kind not in ("shift", "which") or point.year is None:
        return False
    if one.unit in ("Y", "DE", "CE"):
        return True
    if one.unit == "season":
        return bool(point.month or point.season)
    return bool(point.month) if one.unit == "M" else bool(point.day)


def _years(one: Found) -> int:
    return int(one.amount) if one.amount.isdecimal() and len(one.amount) < 6 else 1


def _tells(one: Found) -> bool:
    """Whether an expression with a year says when something was, and not when it was written down."""
    if one.kind not in ("point", "range") or one.aside or one.furniture or one.bookish:
        return False
    return not one.beside and one.lead not in _LOOKS_BACK


def _names(one: Found) -> bool:
    """Whether it names a thing by its year: the war of 1877 is told by whoever names no other year."""
    return one.kind in ("point", "range") and one.beside and not (one.aside or one.furniture or one.bookish)


def _next_years(found: Sequence[Found]) -> list[int | None]:
    """For each expression, the next year that is named after it outside of asides."""
    after: int | None = None
    years: list[int | None] = []
    for one in reversed(found):
        years.append(after)
        # "January to May 1821": the year stands once, at the end.
        year = one.first.year if one.last is None or one.first.year is not None else one.last.year
        if year is not None and not (one.aside or one.furniture or one.bookish):
            after = year
    return years[::-1]


def _is_before(one: Point, other: Point) -> bool:
    """Whether a point lies before another, as far as both say."""
    if one.year is None or other.year is None:
        return False
    if one.year != other.year or not (one.month and other.month):
        return one.year < other.year
    return (one.month, one.day) < (other.month, other.day) if one.day and other.day else one.month < other.month


def _is_dateline(text: str, one: Found) -> bool:
    """Whether a date ends a short line between blank lines: "Tehran, 12 February 1919."."""
    start = text.rfind("\n", max(0, one.start - HEADING), one.start) + 1
    end = text.find("\n", one.end, one.end + 3)
    alone = text[max(0, start - 2) : start].strip(" ") in ("", "\n", "\n\n") and text[end + 1 : end + 2] in ("\n", "\r")
    return alone and end > 0 and not text[one.end : end].strip(". \r") and (start > 0 or one.start <= HEADING)


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


__all__ = ["Thread"]
