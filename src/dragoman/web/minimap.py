"""What stands beside an account: a map of where its assertions lie, its dates in order, and where words stand in it.

bars_of(text_length, assertions)[0] -> Bar(line=12, place=0, of=1, family="making", first="a1b2…", …)
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from dragoman.model import Account, Assertion, Span
from dragoman.web.wording import act_in_words, date_in_words, family_of

# The map is so many lines high; a line holds so many marks beside each other.
LINES: Final = 160
ACROSS: Final = 4
MOST_HITS: Final = 400
MOST_DATES: Final = 300
_AROUND: Final = 48


class Bar(msgspec.Struct, frozen=True):
    """A mark on the map: its line, its place among the `of` in it, the family that colours it, the first assertion."""

    line: int
    place: int
    of: int
    family: str
    first: str
    contrary: bool


class Dated(msgspec.Struct, frozen=True):
    """A date an account tells of, and the first assertion with it."""

    words: str
    act: str
    assertion: str


class Hit(msgspec.Struct, frozen=True):
    """Words found in an account, with a few around them."""

    span: Span
    before: str
    words: str
    after: str


def bars_of(length: int, assertions: Iterable[Assertion], contrary: Callable[[Assertion], bool]) -> tuple[Bar, ...]:
    """The marks of the map: at most a few families to a line, what is contradicted before all others."""
    lines: dict[int, dict[str, Assertion]] = defaultdict(dict)
    for one in sorted(assertions, key=lambda each: (not contrary(each), each.span)):
        families = lines[min(LINES - 1, one.span.start * LINES // max(1, length))]
        if len(families) < ACROSS:
            families.setdefault(family_of(one.predicate), one)
    return tuple(
        Bar(line, place, len(lines[line]), family, one.id, contrary(one))
        for line in sorted(lines)
        for place, (family, one) in enumerate(lines[line].items())
    )


def dates_of(assertions: Iterable[Assertion]) -> tuple[Dated, ...]:
    """Every date once, in the order of time; where there are too many, those of one year are one."""
    dated = [
        (one.when.earliest, one.when.edtf, one) for one in assertions if one.when and one.when.earliest is not None
    ]
    dated.sort(key=lambda each: (each[0], each[2].span))
    shorten = len({edtf for _, edtf, _ in dated}) > MOST_DATES
    first: dict[str, Dated] = {}
    for _, edtf, one in dated:
        told = edtf[:4] if shorten else edtf
        first.setdefault(told, Dated(date_in_words(told), act_in_words(one.predicate), one.id))
    return tuple(first.values())


def hits_in(account: Account, words: str) -> tuple[Hit, ...]:
    """Where these words stand in the account, however they are spaced or capitalised."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found: list[Hit] = []
    for match in re.finditer(pattern, account.text, re.IGNORECASE) if pattern else ():
        if len(found) >= MOST_HITS:
            break
        found.append(_hit(account.text, Span(*match.span())))
    return tuple(found)


def _hit(text: str, span: Span) -> Hit:
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    cut_before = before.split(" ", 1)[-1] if span.start > _AROUND else before
    return Hit(span, cut_before, text[span.start : span.end], after.rsplit(" ", 1)[0])


def spans_of(hits: Sequence[Hit]) -> tuple[Span, ...]:
    """Where they stand."""
    return tuple(hit.span for hit in hits)
