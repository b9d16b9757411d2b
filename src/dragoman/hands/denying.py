"""What a sentence denies by the way: it was another who did it.

"It was not Joffe but Chicherin who signed"                   Joffe did not sign
"the settlement, and not the armistice, let them march in"    the armistice did not
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dragoman.model import (
    Account,
    Assertion,
    Evidence,
    Kind,
    Mark,
    MarkKind,
    Mention,
    Modality,
    Participant,
    Polarity,
    Role,
    Span,
    digest,
)

_BEFORE = re.compile(r"\b(not)\s+(?:by\s+|with\s+|in\s+)?(?:the\s+|an?\s+)?(?:[\w’'-]+\s+)?$", re.IGNORECASE)
_SET_OFF = re.compile(r"(?:[,(—–-]\s*|\b(?:and|but)\s+)$", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|is)\s+$", re.IGNORECASE)
_BUT = re.compile(r"[\s,]*\bbut\b")
_DONE_BY = (Role.AGENT, Role.SIGNATORY, Role.PARTY, Role.DELEGATE, Role.INSTRUMENT, Role.APPOINTEE)
_NEAR = 80


def denied_beside(one: Assertion, account: Account, names: Sequence[Mention]) -> Iterator[Assertion]:
    """The denials that stand in the words of this assertion and just before them, for each name that is left out.

    `names` are the mentions of the account that name something, by where they stand.
    """
    if one.polarity != Polarity.POS or one.modality != Modality.ACTUAL:
        return
    text, told = account.text, set[str]()
    low = bisect_left(names, one.span.start - _NEAR, key=lambda each: each.span.start)
    for left_out in names[low:]:
        if left_out.span.start >= one.span.end:
            break
        start = _denial(text, left_out)
        who = _instead(one, left_out) if start >= 0 and left_out.name not in told else None
        if who is None:
            continue
        span = Span(min(start, one.span.start), max(one.span.end, left_out.span.end))
        if "\n" in text[span.start : span.end]:
            continue
        told.add(left_out.name)
        mark = Mark(MarkKind.POLARITY, Span(start, start + 3), text[start : start + 3])
        other = Participant(who.role, left_out.name, left_out.span, left_out.kind)
        yield replace(
            one,
            id=digest(one.id, "not", left_out.name),
            participants=tuple(other if each is who else each for each in one.participants),
            evidence=(Evidence(account.id, span, text[span.start : span.end]), *one.evidence[1:]),
            polarity=Polarity.NEG,
            marks=(*one.marks, mark),
        )


def _denial(text: str, left_out: Mention) -> int:
    """Where the "not" stands that leaves a name out; -1 where none does."""
    before = text[max(0, left_out.span.start - 40) : left_out.span.start]
    found = _BEFORE.search(before)
    if found is None:
        return -1
    beginning, after = before[: found.start(1)], text[left_out.span.end : left_out.span.end + 30]
    leaves_out = _SET_OFF.search(beginning) or (_WAS.search(beginning) and _BUT.match(after))
    return left_out.span.start - len(before) + found.start(1) if leaves_out else -1


def _instead(one: Assertion, left_out: Mention) -> Participant | None:
    """Who did it: the nearest of the same sort that has a part in it, and not the one left out himself."""
    near = [
        each
        for each in one.of(*_DONE_BY)
        if each.span is not None
        and each.name != left_out.name
        and _of_one_sort(each.kind, left_out.kind)
        and max(each.span.start - left_out.span.end, left_out.span.start - each.span.end) <= _NEAR
    ]
    return min(near, key=lambda each: abs(each.span.start - left_out.span.start) if each.span else 0, default=None)


def _of_one_sort(one: Kind | None, other: Kind) -> bool:
    return one == other or (one is not None and one.acts and other.acts)
