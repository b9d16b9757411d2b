"""The gate: nothing enters a testimony unless its words stand where it says.

verified(account, found) yields what holds, and a Problem for each thing that does not
"""

from collections.abc import Iterable, Iterator

from dragoman.model import Account, Assertion, Code, Level, Mention, Place, Placement, Problem, Span
from dragoman.model.testimony import Found


def verified(account: Account, found: Iterable[Found]) -> Iterator[Found]:
    """What holds of what an extractor found; each thing that does not hold becomes a Problem instead."""
    for one in found:
        trouble = _trouble(account, one)
        if trouble is None:
            yield one
        else:
            yield trouble


def place_of(account: Account, span: Span) -> Place:
    """The line and column of a span, both counted from 1."""
    before = account.text[: span.start]
    return Place(account.id, span, before.count("\n") + 1, span.start - (before.rfind("\n") + 1) + 1)


def _trouble(account: Account, found: Found) -> Problem | None:
    if isinstance(found, Assertion):
        return _assertion(account, found)
    if isinstance(found, Mention | Placement) and not _inside(account, found.span):
        return _not_there(account, f"a mention of “{found.name}” stands outside the text", found.span)
    return None


def _assertion(account: Account, assertion: Assertion) -> Problem | None:
    if not assertion.evidence:
        return Problem(
            Code.QUOTE_NOT_THERE,
            f"a {assertion.predicate} was drafted without evidence and is left out",
            account.path,
            Level.WARNING,
        )
    for evidence in assertion.evidence:
        if account.text[evidence.span.start : evidence.span.end] != evidence.quote or not evidence.quote.strip():
            return _not_there(
                account, f"the account does not have the words “{evidence.quote[:80]}” there", evidence.span
            )
    for mark in assertion.marks:
        if account.text[mark.span.start : mark.span.end] != mark.words:
            return _not_there(account, f"the account does not have the words “{mark.words[:80]}” there", mark.span)
    for one in assertion.participants:
        if one.span is not None and not _inside(account, one.span):
            return _not_there(account, f"“{one.name}” stands outside the text", one.span)
    return None


def _inside(account: Account, span: Span) -> bool:
    return 0 <= span.start <= span.end <= len(account.text)


def _not_there(account: Account, what: str, span: Span) -> Problem:
    where = Span(max(0, min(span.start, len(account.text))), max(0, min(span.end, len(account.text))))
    return Problem(
        Code.QUOTE_NOT_THERE,
        f"{what}; what rested on them is left out",
        account.path,
        Level.WARNING,
        at=place_of(account, where),
    )
