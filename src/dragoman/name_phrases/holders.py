"""Who holds an office, where the account says it: by a title before the name, or by the name set beside the office.

    "Soviet Foreign Commissar Georgy Chicherin … The Foreign Commissar refused." -> the commissar is Georgy Chicherin
    "the King of Prussia, Frederick William, … the King"                         -> the king is Frederick William

An office that two persons of the account hold, or that others than its holder have too ("the German Foreign Minister"
beside the Turkish one), stays an office.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman import polities
from dragoman.languages.en import actors as words
from dragoman.model import Kind, Span
from dragoman.name_phrases.reader import Name

OFFICE = "office"
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
# What stands between an office and its holder, and what closes the two off: a list of persons goes on otherwise.
_NAME_NEXT = re.compile(r",\s+")
_OFFICE_NEXT = re.compile(rf",\s+(?:(?:{'|'.join(sorted(words.BEFORE_OFFICE))})\s+)*(?:(?P<people>[A-Z]\w+)\s+)?")
_CLOSED = re.compile(rf"\s*(?:[.;:)]|,\s+(?!(?:{'|'.join(sorted(words.GOES_ON))})\b|[A-Z]))")
_TITLE_REACH = 60
_LINKS = frozenset({"of", "for", "and", "the"})


class _Held(NamedTuple):
    """An office by its words, and who holds it."""

    office: frozenset[str]
    person: Name


def set_beside(text: str, found: Sequence[Name]) -> frozenset[Span]:
    """Names that an office beside them makes persons, whatever they were taken for."""
    return frozenset(held.person.span for held in _beside(text, found))


def holders(text: str, found: Sequence[Name], persons: frozenset[Span]) -> dict[Span, Name]:
    """For each mention of an office whose holder the account names, the name of the holder."""
    held: dict[str, list[_Held]] = defaultdict(list)
    for one in (*_titled(text, found, persons), *_beside(text, found)):
        for head in one.office & words.OFFICES:
            held[head].append(one)
    offices = {name.span: _words_of(text, name) for name in found if name.why == OFFICE}
    answers = {}
    for name in found:
        if name.span in offices:
            said = offices[name.span]
            heads = said & words.OFFICES
            known = [one for head in heads for one in held[head]]
            rivals = [other for other in offices.values() if other & heads]
            holder = _holder(said, known, rivals)
            if holder is not None:
                answers[name.span] = holder
    return answers


def _holder(said: frozenset[str], known: Sequence[_Held], rivals: Sequence[frozenset[str]]) -> Name | None:
    """The one person who holds the office that is said; None if it may be another's."""
    fitting = [one for one in known if said <= one.office or (one.office <= said and _peoples(said - one.office))]
    persons = {one.person.text.split()[-1] for one in fitting}
    if len(persons) != 1:
        return None
    full = frozenset().union(*(one.office for one in fitting))
    alone = said < full and any(not (other <= full or full <= other) for other in rivals)
    return None if alone else max((one.person for one in fitting), key=lambda name: len(name.text))


def _titled(text: str, found: Sequence[Name], persons: frozenset[Span]) -> list[_Held]:
    """Persons whose title stands right before the name."""
    held = []
    for name in found:
        if name.span in persons and name.why.startswith("title "):
            office = _before(text, name.span.start)
            if office & words.OFFICES:
                held.append(_Held(office, name))
    return held


def _before(text: str, end: int) -> frozenset[str]:
    """The words of the title that ends here: capitals, and the small words that hold a title together."""
    start = max(text.rfind(mark, max(0, end - _TITLE_REACH), end) for mark in '.,;:()\n"“')
    title: list[str] = []
    for word in reversed(_WORD.findall(text, max(start + 1, end - _TITLE_REACH), end)):
        if not (word[0].isupper() or word in _LINKS or word in words.OFFICES | words.TITLE_PARTS):
            break
        title.append(word.lower())
    return frozenset(title) - _LINKS


def _beside(text: str, found: Sequence[Name]) -> list[_Held]:
    """Persons who stand beside an office, between commas."""
    held = []
    for one, other in pairwise(found):
        if _CLOSED.match(text, other.span.end):
            if one.why == OFFICE and _is_name(other) and _NAME_NEXT.fullmatch(text, one.span.end, other.span.start):
                held.append(_Held(_words_of(text, one), other))
            elif other.why == OFFICE and _is_name(one) and _is_set_off(text, one, other):
                held.append(_Held(_words_of(text, other), one))
    for one, people, other in zip(found, found[1:], found[2:], strict=False):
        # "Bekir Sami Bey, the Turkish Foreign Minister, …"
        of_a_people = other.why == OFFICE and people.kind is Kind.POLITY and people.span.end + 1 == other.span.start
        if of_a_people and _is_name(one) and _CLOSED.match(text, other.span.end) and _is_set_off(text, one, other):
            held.append(_Held(_words_of(text, other), one))
    return held


def _is_set_off(text: str, name: Name, office: Name) -> bool:
    gap = _OFFICE_NEXT.fullmatch(text, name.span.end, office.span.start)
    return gap is not None and (gap["people"] is None or _peoples(frozenset({gap["people"].lower()})))


def _is_name(name: Name) -> bool:
    """Whether it can be a person's: what a table or a noun makes something else cannot."""
    return name.why != OFFICE and (name.kind is Kind.PERSON or (name.weight <= 3 and name.placed < 2))


def _words_of(text: str, office: Name) -> frozenset[str]:
    """The words of an office, with the people before it: "Turkish Foreign Minister"."""
    said = frozenset(word.lower() for word in _WORD.findall(office.text)) - _LINKS
    before = _WORD.findall(text, max(0, office.span.start - _TITLE_REACH), office.span.start)
    if (
        before
        and text[office.span.start - 1 : office.span.start].isspace()
        and _peoples(frozenset({before[-1].lower()}))
    ):
        said |= {before[-1].lower()}
    return said


def _peoples(small: frozenset[str]) -> bool:
    """Whether all of these are words for a people or a country."""
    return all(any(form in polities.meanings() for form in (word.capitalize(), word.upper())) for word in small)
