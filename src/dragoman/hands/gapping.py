"""What a sentence tells twice with one verb: the same act of another, on another day.

"ratified by Japan on 10 October and by Russia on 14 October"  ->  a second ratification, Russia's
"""

from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Doc

from dragoman.grammar.names import Names
from dragoman.model import Assertion, Date, Kind, Mention, Participant, Role, digest

_ON = frozenset({"on", "in", "at", "early", "late"})


def told_again(one: Assertion, names: Names) -> Iterator[Assertion]:
    """The act once more for each "and (by) B on DATE" right behind its date; nothing where there is none."""
    day = one.when
    if day is None or not one.span.covers(day.span):
        return
    tokens = names.sentence.tokens_in(day.span)
    at = tokens[-1].i + 1 if tokens else len(names.sentence.doc)
    while True:
        found = _next(names, at)
        if found is None:
            return
        who, when, at = found
        parts = tuple(each for each in one.participants if each.role != Role.AGENT)
        yield replace(
            one,
            id=digest(one.id, who.name, when.edtf),
            participants=(Participant(Role.AGENT, who.name, who.span, who.kind), *parts),
            when=when,
        )


def _next(names: Names, at: int) -> tuple[Mention, Date, int] | None:
    doc = names.sentence.doc
    at = _past(doc, at, frozenset({","}))
    if at >= len(doc) or doc[at].lower_ != "and":
        return None
    at = _past(doc, at + 1, frozenset({"by", "the"}))
    who = next((each for each in _at(names, at) if each.kind.acts), None)
    if who is None:
        return None
    at = _past(doc, names.sentence.tokens_in(who.span)[-1].i + 1, _ON)
    when = next((each for each in _at(names, at) if each.kind == Kind.DATE and each.date and each.date.edtf), None)
    if when is None or when.date is None:
        return None
    return who, when.date, names.sentence.tokens_in(when.span)[-1].i + 1


def _past(doc: Doc, at: int, words: frozenset[str]) -> int:
    while at < len(doc) and doc[at].lower_ in words:
        at += 1
    return at


def _at(names: Names, at: int) -> tuple[Mention, ...]:
    return names.at(names.sentence.doc[at]) if at < len(names.sentence.doc) else ()
