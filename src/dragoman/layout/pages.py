"""What printing and digitising put between the words: page numbers, running heads, the licence of a digital library.

"… the Powers were\\n\\n126   THE TREATY OF MOSCOW\\n\\nagreed …"  the middle line is a running head
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.languages.en import furniture as english
from dragoman.layout.line import Line

_NUMBER = re.compile(r"[\[({<–—\-\s]*(?:\d{1,4}|[ivxlc]{1,8})[\])}>–—\-\s]*")
_PAGE = re.compile(english.PAGE, re.IGNORECASE)
_LICENCE_ENDS = re.compile(english.LICENCE_ENDS, re.IGNORECASE)
_LICENCE_BEGINS = re.compile(english.LICENCE_BEGINS, re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 80


def page_furniture(text: str, lines: Sequence[Line]) -> dict[int, str]:
    """Why a line is page furniture, by where it starts; lines that are none are not there."""
    found = dict(_licence(text, lines))
    found.update(_page_numbers(text, lines))
    found.update(_running_heads(text, lines, frozenset(found)))
    return found


def _licence(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    short = [(at, line) for at, line in enumerate(lines) if line.length <= 120 and text.startswith("*", line.start)]
    opens = next((at for at, line in short if _LICENCE_ENDS.match(text, line.start, line.end)), -1)
    closing = next((at for at, line in short if _LICENCE_BEGINS.match(text, line.start, line.end)), len(lines))
    for line in (*lines[: opens + 1], *lines[closing:]):
        yield line.start, "licence of a digital library"


def _page_numbers(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Lines that name a page; bare numbers only where they count upwards through the text, as pages do."""
    bare: list[tuple[int, Line]] = []
    for line in lines:
        if line.length > 24:
            continue
        words = text[line.start : line.end]
        if _PAGE.fullmatch(words):
            yield line.start, "page number"
        elif _NUMBER.fullmatch(words):
            digits = _DIGITS.search(words)
            if line.new_page:
                yield line.start, "page number"
            elif digits:
                bare.append((int(digits.group()), line))
    rising = [one for one in bare if any(0 < abs(other - one[0]) <= 3 for other, _ in bare)]
    if len(rising) >= 2:
        yield from ((line.start, "page number") for _, line in rising)


def _running_heads(text: str, lines: Sequence[Line], known: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Short lines that come again and again at the top or foot of pages."""
    heads: dict[int, str] = {}
    numbered: Counter[str] = Counter()
    for at, line in enumerate(lines):
        if line.length > _LONGEST_HEAD or line.start in known or text[line.end - 1] in ".!?:;,":
            continue
        words = text[line.start : line.end]
        key = _DIGITS.sub("", words).strip(" .-–—[]()").casefold()
        if len(key) < 4:
            continue
        heads[line.start] = key
        beside = any(lines[near].start in known for near in (at - 1, at + 1) if 0 <= near < len(lines))
        at_number = words[0].isdigit() or words[-1].isdigit()
        numbered[key] += beside or line.new_page or (at_number and not re.search(r"\b1\d{3}\b|\b20\d\d\b", words))
    # Three times: a heading may well come twice ("Diplomatic Relations"), and a real one has no page number beside it.
    for start, key in heads.items():
        if numbered[key] >= 3:
            yield start, "running head"
