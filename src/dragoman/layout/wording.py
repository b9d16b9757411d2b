"""Small questions about the words of a line: does it stop, is it in capitals, has it the look of a heading.

is_heading_like("On the Eve of the Moscow Treaty") -> True        is_heading_like("War was declared.") -> False
"""

import re
from functools import cache

from dragoman.languages.en import furniture as english
from dragoman.layout.line import Line

_CLOSERS = "\"'”’»)]*†"
_NOTE_MARK_AT_END = re.compile(r"(?:\[[\d*†a-z]{1,4}\]|[¹²³⁰-⁹]+)+$")
_DASH_AFTER_STOP = re.compile(r"(?<=[.:;!?])\s?(?:--+|—)$")
_ITEM = re.compile(r"(?:[-–—•*·▪‣◦]|\(?[0-9]{1,3}[.)]|\([a-z]{1,4}\)|\[[0-9*†]{1,4}\]|[†‡])\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*")
# Longer lines are prose whatever they look like, and are not worth a closer look.
LONGEST_HEADING = 140


def closes(words: str) -> str:
    """The last sign that counts: brackets, quotation marks and note marks left aside."""
    bare = words[-40:].rstrip()
    # Most lines of a book end in a word.
    if bare[-1:].isalpha():
        return bare[-1]
    while True:
        less = _NOTE_MARK_AT_END.sub("", bare).rstrip(_CLOSERS)
        # "in four ways:--" of old books.
        less = _DASH_AFTER_STOP.sub("", less).rstrip()
        if less == bare:
            return bare[-1:]
        bare = less


def stops(text: str, line: Line) -> bool:
    """Whether a sentence ends with the line."""
    return closes(text[max(line.start, line.end - 40) : line.end]) in ".!?…:;"


def begins_small(text: str, line: Line) -> bool:
    """Whether the line begins with a small letter."""
    return text[line.start].islower()


def starts_item(text: str, line: Line) -> bool:
    """Whether the line begins an item of a list, or a note."""
    return _ITEM.match(text, line.start, line.end) is not None


def is_item(words: str) -> bool:
    """Whether these words begin as an item of a list, or a note, does."""
    return _ITEM.match(words) is not None


def in_capitals(text: str, line: Line) -> bool:
    """Whether the line is all capitals, as headings of old books are."""
    return line.length <= LONGEST_HEADING and _capitals(text[line.start : line.end])


def is_titled(text: str, line: Line) -> bool:
    """Whether every word that counts begins with a capital."""
    return line.length <= LONGEST_HEADING and title_case(text[line.start : line.end])


def _capitals(words: str) -> bool:
    return words.isupper() and sum(sign.isalpha() for sign in words) >= 3


def title_case(words: str) -> bool:
    """Whether every word begins with a capital, but for those that never do in a title."""
    found = _WORD.findall(words)
    telling = [word for word in found if word.lower() not in _small_words()]
    return bool(telling) and found[0][0].isupper() and all(word[0].isupper() for word in telling)


def count_words(words: str) -> int:
    """How many words."""
    return len(words.split())


def is_heading_like(words: str, *, lines: int = 1) -> bool:
    """Whether the words look like a heading: short, no sentence, nothing that announces more."""
    if len(words) > LONGEST_HEADING or count_words(words) > 18 or words[0].islower() or words[0] in '-–—•*·(["“‘«':
        return _capitals(words) and len(words) <= LONGEST_HEADING and words[0] not in "-–—•*·"
    if _capitals(words):
        return True
    if lines > 1 and not title_case(words):
        return False
    last = closes(words)
    if last in ",;:":
        return False
    # "It was over; they left": two clauses are no heading.
    return title_case(words) if last in ".!?…" or ";" in words else True


@cache
def _small_words() -> frozenset[str]:
    return frozenset(english.SMALL_WORDS)
