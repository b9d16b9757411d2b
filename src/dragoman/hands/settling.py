"""Acts that words of denial make into other acts, in the field's own usage.

    "would not recognise the new state"            non-recognition, and no denial
    "no longer considered itself bound by it"      annulment, and no denial

Whether one hand or both found the act, it is settled last, by the words that the marks of the assertion show.
"""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from dragoman.comparing import apart
from dragoman.languages.en.amounts import UNITS
from dragoman.model import Assertion, Date, Evidence, Mark, MarkKind, Modality, Polarity, Predicate, Role, Span

ABSENCE = "absence"
_NOBODY = re.compile(r"(nothing|none|nobody|neither|no one)\b(?! (?:but|other|less|more|short)\b)", re.IGNORECASE)
_WILL = frozenset({"would", "will", "'ll", "’ll", "shall"})
_COUNT = re.compile(r"(?:\d|\b(?:hundred|thousand|million|milliard|billion)s?)$", re.IGNORECASE)
_NEXT = re.compile(r"\s+(?:of\s+)?([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_NO_LONGER = re.compile(r"\bno longer\b[\w\s]{0,40}$", re.IGNORECASE)  # right before the trigger, or in it
_BOUND = re.compile(r"\b(?:bound|bind|binding|oblige[ds]?|adhere[ds]?|committed)\b", re.IGNORECASE)


def settled(one: Assertion) -> Assertion:
    """The assertion, its act named as the field names it; the same one where nothing is to be settled."""
    nobody = _NOBODY.match(one.quote) if one.polarity == Polarity.POS else None
    if nobody is not None and not any(mark.kind == MarkKind.POLARITY for mark in one.marks):
        # "Nothing in the treaty limited warships": the subject denies it.
        words = Span(one.span.start, one.span.start + nobody.end(1))
        return replace(one, polarity=Polarity.NEG, marks=(*one.marks, Mark(MarkKind.POLARITY, words, nobody[1])))
    if one.subtype == ABSENCE and one.polarity == Polarity.POS:
        # "Absent from the conference": who was not there did not confer.
        trigger = next((mark for mark in one.marks if mark.kind == MarkKind.TRIGGER), None)
        shown = () if trigger is None else (replace(trigger, kind=MarkKind.POLARITY),)
        return replace(one, polarity=Polarity.NEG, marks=(*one.marks, *shown))
    if one.polarity != Polarity.NEG:
        return one
    if one.predicate == Predicate.RECOGNITION and (_will_not(one) or _no_longer(one)):
        modality = Modality.INTENDED if _will_not(one) else one.modality
        return replace(one, predicate=Predicate.NON_RECOGNITION, polarity=Polarity.POS, subtype="", modality=modality)
    lapsed = one.predicate == Predicate.ENTRY_INTO_FORCE or (
        one.predicate == Predicate.COMMITMENT and any(_BOUND.search(word) for word in _words(one, MarkKind.TRIGGER))
    )
    if (lapsed or one.predicate == Predicate.ANNULMENT) and _no_longer(one):
        return replace(one, predicate=Predicate.ANNULMENT, polarity=Polarity.POS, subtype="")
    return one


def with_its_unit(one: Assertion, text: str) -> Assertion:
    """The assertion with the word for what is counted, where its quote ends at the number: "paid 25 million"."""
    evidence = one.evidence[0]
    if not _COUNT.search(evidence.quote):
        return one
    after = _NEXT.match(text, evidence.span.end)
    end = next((after.end(n) for n in (1, 2) if after and after[n] and after[n].casefold() in UNITS), None)
    if end is None:
        return one
    whole = Evidence(evidence.account, Span(evidence.span.start, end), text[evidence.span.start : end])
    return replace(one, evidence=(whole, *one.evidence[1:]))


def on_its_day(one: Assertion, made: Mapping[str, Date]) -> Assertion:
    """The assertion without a date from another sentence that its instrument, which was `made` on a day, excludes.

    "In 1898 China leased the port. The treaty of 1895 was signed at Shimonoseki": not in 1898.
    """
    if one.predicate != Predicate.SIGNATURE or one.when is None or one.evidence[0].span.meets(one.when.span):
        return one
    days = [made[each.name] for each in one.of(Role.INSTRUMENT) if each.name in made]
    return replace(one, when=None) if any(apart(day, one.when) for day in days) else one


def _will_not(one: Assertion) -> bool:
    return any(word.casefold() in _WILL for word in _words(one, MarkKind.MODALITY))


def _no_longer(one: Assertion) -> bool:
    evidence = one.evidence[0]
    trigger = next((mark.span for mark in one.marks if mark.kind == MarkKind.TRIGGER), evidence.span)
    return _NO_LONGER.search(evidence.quote[: max(0, trigger.end - evidence.span.start)]) is not None


def _words(one: Assertion, kind: MarkKind) -> list[str]:
    return [mark.words for mark in one.marks if mark.kind == kind]
