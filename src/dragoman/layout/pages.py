"""What printing and digitising put between the words: page numbers, running heads, the licence of a digital library.

"… the Powers were\\n\\n126   THE TREATY OF MOSCOW\\n\\nagreed …"  the middle line is a running head
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.languages.en import furniture as english
from dragoman.layout.line import Line

LICENCE = "licence of a digital library"
_NUMBER = re.compile(r"[\[({<–—\-\s]*(?:\d{1,4}|[ivxlc]{1,8})[\])}>–—\-\s]*")
_PAGE = re.compile(english.PAGE, re.IGNORECASE)
_LICENCE_ENDS = re.compile(english.LICENCE_ENDS, re.IGNORECASE)
_LICENCE_BEGINS = re.compile(english.LICENCE_BEGINS, re.IGNORECASE)
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
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
        yield line.start, LICENCE


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
            # "1920" alone heads a year of a chronicle; books of a thousand pages are rarer.
            elif digits and len(digits.group()) < 4:
                bare.append((int(digits.group()), line))
    numbers = {number for number, _ in bare}
    steady = [line for number, line in bare if not numbers.isdisjoint(number + step for step in (-3, -2, -1, 1, 2, 3))]
    if len(steady) >= 2:
        yield from ((line.start, "page number") for line in steady)


def _running_heads(text: str, lines: Sequence[Line], known: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Short lines that come again and again at the top or foot of pages."""
    at_page = Counter(_key(text, line) for at, line in enumerate(lines) if _is_at_page(text, lines, at, known))
    # Three times: a heading may well come twice ("Diplomatic Relations"), and has no page number beside it.
    heads = {key for key, times in at_page.items() if times >= 3 and len(key) >= 4}
    if heads:
        for line in lines:
            if line.start not in known and line.length <= _LONGEST_HEAD and _key(text, line) in heads:
                yield line.start, "running head"


def _is_at_page(text: str, lines: Sequence[Line], at: int, known: frozenset[int]) -> bool:
    """Whether the line could be the head of a page: a page number is in it or beside it, or a page begins."""
    line = lines[at]
    if line.length > _LONGEST_HEAD or line.start in known or text[line.end - 1] in ".!?:;,":
        return False
    if line.new_page or lines[at - 1].start in known or (at + 1 < len(lines) and lines[at + 1].start in known):
        return True
    numbered = text[line.start].isdigit() or text[line.end - 1].isdigit()
    return numbered and not _YEAR.search(text, line.start, line.end)


def _key(text: str, line: Line) -> str:
    return _DIGITS.sub("", text[line.start : line.end]).strip(" .-–—[]()").casefold()
