"""Dates: every expression of time in a text, and what it means.

dates_in("He left on 16 March 1921.") -> (Date(text="16 March 1921", edtf="1921-03-16", …),)
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import cast

from msgspec.structs import replace

from dragoman.dates.found import Found
from dragoman.dates.make import date_of
from dragoman.dates.read import found_in
from dragoman.dates.resolve import placed
from dragoman.dates.words import DateWords, Grammar, Page, grammar_of, pages_of, phrases_of
from dragoman.languages.en import dates as english
from dragoman.model.date import Date
from dragoman.model.errors import DragomanError
from dragoman.model.text import Span

LANGUAGES = ("en", "fr")
DASHES = "-–—‑‒−"


def dates_in(
    text: str,
    *,
    sentences: Sequence[Span] | None = None,
    context_year: int | None = None,
    published: str | None = None,
    furniture: Sequence[Span] = (),
    eves: bool = False,
    language: DateWords = english,
) -> tuple[Date, ...]:
    """Every expression of time in the text, in order, resolved as far as the text allows.

    `furniture` are stretches whose dates are found but never become the anchor; `published` (EDTF) is the day the
    account came out, which is no anchor either; `context_year` is where the narrative begins. With `eves` also "the eve
    of the treaty", which is an expression of time but not one of TIMEX3. `sentences` is taken for the
    caller's ease and not needed: stops and blank lines are read from the text.
    """
    found = [one for page in pages_of(text, _grammar(language)) for one in _found_on(page)]
    if not eves:
        found = [one for one in found if one.kind != "eve"]
    done = placed(text, found, context_year=context_year, published=published, furniture=furniture, language=language)
    return tuple(date_of(text, one) for one in done if one.found.kind != "nothing")


def find(text: str, *, language: str = "en") -> tuple[Date, ...]:
    """Every expression of time in a text, in order, each read in the thread of the narrative."""
    return dates_in(text, language=language_named(language), eves=True)


def language_named(name: str) -> DateWords:
    """The words and forms of a language by its two letters. Raises DragomanError for one that is not there."""
    if name not in LANGUAGES:
        raise DragomanError(f"no dates in the language '{name}': there is {', '.join(LANGUAGES)}")
    # A text is in one language: the words of the others are not loaded.
    return cast(DateWords, import_module(f"dragoman.languages.{name}.dates"))


def impossible(date: Date) -> bool:
    """Whether the words name a day that no calendar has, such as 31 February."""
    return not date.timex_value


def timexes(dates: Iterable[Date], *, split_dashes: bool = True, language: DateWords = english) -> tuple[Date, ...]:
    """The same dates as TIMEX3 wants them: a range becomes its two ends, each with its own words.

    Without `split_dashes` a range written with a dash ("1920-1921") stays one, valued by its beginning.
    """
    return tuple(part for date in dates for part in _ends(date, split_dashes, language))


def _ends(date: Date, split_dashes: bool, language: DateWords) -> tuple[Date, ...]:
    if "/" not in date.timex_value:
        return (date,)
    first, last = date.timex_value.split("/")
    link = _link_in(date.text, language)
    if link is None or (date.text[link[0]] in DASHES and not split_dashes):
        return (replace(date, timex_value=first),)
    left, right = date.text[: link[0]].rstrip(), date.text[link[1] :].lstrip()
    at, edtf = date.span.start, date.edtf.split("/") if "/" in date.edtf else ["", ""]
    return (
        replace(date, span=Span(at, at + len(left)), text=left, timex_value=first, edtf=edtf[0]),
        replace(date, span=Span(date.span.end - len(right), date.span.end), text=right, timex_value=last, edtf=edtf[1]),
    )


def _link_in(text: str, language: DateWords) -> tuple[int, int] | None:
    """Where the word or dash stands that joins the ends of a range: the first with part of a date on either side."""
    for page in pages_of(text, _grammar(language)):
        kinds = [page.kind(token) for token in range(len(page.words))]
        for token, kind in enumerate(kinds):
            if kind in LINKS and not BEARING.isdisjoint(kinds[:token]) and not BEARING.isdisjoint(kinds[token + 1 :]):
                return page.starts[token], page.end(token)
    return None


LINKS = ("DASH", "TO", "UNTIL", "AND", "SLASH")
BEARING = frozenset(
    ("D1", "D2", "N3", "Y4", "NTH", "MONTH", "MAY", "MON", "SEASON", "FALL", "DECADE", "WEEKDAY", "CLOCK", "DAWN")
)
"""Classes of words that carry a date; "mid-" and "the end of" carry none."""


@cache
def _grammar(language: DateWords) -> Grammar:
    return grammar_of(language)


def _found_on(page: Page) -> Iterator[Found]:
    found = [(phrase.first, phrase.last, one) for phrase in phrases_of(page) for one in found_in(phrase)]
    asides = _asides(page)
    at = 0
    while at < len(found):
        one = found[at]
        one[2].aside = any(first < one[0] < last for first, last in asides.get(one[0] >> 6, ()))
        one[2].bookish = _is_bookish(page, *one)
        after = found[at + 1] if at + 1 < len(found) else None
        if after and _is_range(page, one, after):
            yield _joined(one[2], after[2])
            at += 2
        else:
            yield one[2]
            at += 1


def _joined(first: Found, last: Found) -> Found:
    """Two points as one range."""
    return Found(
        "range", first.start, last.end, first=first.first, last=last.first, lead=first.lead, aside=first.aside,
        certainty=first.certainty, calendar=first.calendar, bookish=first.bookish,
    )  # fmt: skip


def _is_bookish(page: Page, first: int, last: int, one: Found) -> bool:
    """Whether the words beside a date make it a book's or the record's: "printed in 1939", "retrieved 12 May 2020"."""
    if one.first.year is None:
        return False
    words = page.grammar.language.RECORDS if one.first.month else page.grammar.language.BOOKS
    before = (page.words[token].lower() for token in _beside(page, first - 1, -1))
    after = (page.words[token].lower() for token in _beside(page, last, 1))
    return not words.isdisjoint(before) or not words.isdisjoint(after)


def _beside(page: Page, token: int, step: int) -> Iterator[int]:
    """The few tokens on one side of a date, up to the end of the sentence."""
    for _ in range(4):
        if not 0 <= token < len(page.words) or page.kind(token) in ("DOT", "STOP", "PARA", "SEMI"):
            return
        yield token
        token += step


def _asides(page: Page) -> dict[int, list[tuple[int, int]]]:
    """The parentheses of a page, by the stretch of 64 tokens they touch; one that is never closed is none."""
    asides: dict[int, list[tuple[int, int]]] = {}
    opened = -1
    for bracket in page.grammar.brackets.finditer(page.classes):
        token, name = bracket.start(), page.grammar.names[bracket[0]]
        if name == "LPAR":
            opened = token
        elif name == "PARA":
            opened = -1
        elif name == "RPAR" and opened >= 0:
            for stretch in range(opened >> 6, (token >> 6) + 1):
                asides.setdefault(stretch, []).append((opened, token))
            opened = -1
    return asides


def _is_range(page: Page, one: tuple[int, int, Found], after: tuple[int, int, Found]) -> bool:
    """Whether two points are the ends of one range: "from … to", "between … and", a dash."""
    if one[2].kind != "point" or after[2].kind != "point" or after[0] != one[1] + 1:
        return False
    link, lead = page.kind(one[1]), page.kind(one[0] - 1)
    if link == "AND":
        return lead == "BETWEEN"
    if link in ("TO", "UNTIL"):
        return lead == "FROM" or one[2].first.month > 0 or one[2].first.year is not None
    return link == "DASH"


__all__ = ["LANGUAGES", "dates_in", "find", "impossible", "language_named", "timexes"]
