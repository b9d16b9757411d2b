"""Places named in one list have one part in what is told of them.

    "yielded Hudson Bay, Newfoundland, and Acadia together with Cape Breton"     all four are what was yielded
    "kept Azov and Kerch, and with them the castle of Kinburn"                   and so is Kinburn

The parser loses a list at "together with", and each hand then guesses at the rest of it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.languages.en.actors import PLACE_NOUNS
from dragoman.languages.en.roles import LIST_WORDS
from dragoman.model import Assertion, Kind, Mention, Participant, Predicate, Role, Span

_OF_LAND = frozenset({Predicate.CESSION, Predicate.OCCUPATION, Predicate.TERRITORIAL_CLAIM})
# What a place in a list of land is not, whatever a hand took it for.
_OTHERS = frozenset({Role.BENEFICIARY, Role.RECIPIENT, Role.TARGET, Role.COUNTERPARTY, Role.AGENT, Role.PLACE})
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[.:;()\[\]?!]")
# "Kinburn was handed back to the Turks together with Oczakow": wherever the rest of the list stands.
_TOGETHER = re.compile(r"\b(?:together|along) with (?:the )?$", re.IGNORECASE)
_LINE = re.compile(
    r"\b(?:railways?|railroads?|line|road|highway|canal|frontier|border|boundary|corridor)\s+"
    r"(?:line\s+)?((?:between|from)\s+[^,;.]+)"
)
_ENDS = re.compile(r"[a-z\d”\"][.!?]\s")
_FAR = 60  # characters between two members of a list


def listed(one: Assertion, places: Sequence[Mention], text: str) -> Assertion:
    """The assertion with every member of its lists of land as land; the same one where nothing is to be said.

    `places` are the mentions of places in the account, by where they stand; `text` is the account.
    """
    if one.predicate not in _OF_LAND:
        return one
    one = _of_this_sentence(_without_ends(one), text)
    land = [each for each in one.of(Role.TERRITORY) if each.span is not None and one.span.covers(each.span)]
    if not land:
        return one
    quote, start = one.evidence[0].quote, one.span.start
    spans = [each.span for each in land if each.span is not None]
    known = {each.name.casefold() for each in one.participants}
    parts = list(one.participants)
    for place in _within(one.span, places):
        if any(span.meets(place.span) for span in spans) or not _in_a_list(place.span, spans, quote, start):
            continue
        at = next((i for i, each in enumerate(parts) if each.span is not None and each.span.meets(place.span)), None)
        if at is None:
            if place.name.casefold() in known:
                continue
            parts.append(Participant(Role.TERRITORY, place.name, place.span, place.kind))
        elif parts[at].role in _OTHERS and parts[at].kind in (None, Kind.PLACE):
            parts[at] = replace(parts[at], role=Role.TERRITORY)
        else:
            continue
        spans.append(place.span)
    return one if parts == list(one.participants) else replace(one, participants=tuple(parts))


def _of_this_sentence(one: Assertion, text: str) -> Assertion:
    """ "Kavala went to Greece. Bulgaria kept Strumica": beside a land in the clause, that of the last is another."""
    land = [each for each in one.of(Role.TERRITORY) if each.span is not None]
    if not any(one.span.covers(each.span) for each in land if each.span is not None):
        return one
    gone = {each.span for each in land if each.span is not None and _ENDS.search(text[each.span.end : one.span.start])}
    return replace(one, participants=tuple(each for each in one.participants if each.span not in gone)) if gone else one


def _without_ends(one: Assertion) -> Assertion:
    """ "Kept the railway between Changchun and Port Arthur": the towns are where the line ends, and are not kept."""
    quote, start = one.evidence[0].quote, one.span.start
    line = _LINE.search(quote)
    if line is None:
        return one
    first, last = start + line.start(1), start + line.end(1)
    parts = tuple(
        replace(each, role=Role.PLACE)
        if each.role in (Role.TERRITORY, Role.BENEFICIARY, Role.TARGET)
        and each.kind != Kind.POLITY
        and each.span is not None
        and first <= each.span.start < last
        else each
        for each in one.participants
    )
    return one if parts == one.participants else replace(one, participants=parts)


def _within(span: Span, places: Sequence[Mention]) -> Sequence[Mention]:
    low = bisect_left(places, span.start, key=lambda each: each.span.start)
    high = bisect_left(places, span.end, key=lambda each: each.span.start)
    return places[low:high]


def _in_a_list(span: Span, members: Sequence[Span], quote: str, start: int) -> bool:
    """Whether nothing but the words that make a list stands between this and one of the members."""
    if _TOGETHER.search(quote[: span.start - start]):
        return True
    gaps = ((min(span.end, each.end), max(span.start, each.start)) for each in members)
    return any(0 < high - low <= _FAR and _joins(quote[low - start : high - start]) for low, high in gaps)


def _joins(between: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(between)]
    return not _BREAK.search(between) and ("," in between or bool(words)) and all(map(_is_of_a_list, words))


def _is_of_a_list(word: str) -> bool:
    return word in LIST_WORDS or word in PLACE_NOUNS
