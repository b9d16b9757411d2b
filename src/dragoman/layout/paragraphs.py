"""Paragraphs: lines put together as the document means them, whether it wraps its lines or gives a paragraph a line.

blocks_in("It was signed in\\nMoscow. ...")  one block over both lines, where the document wraps its lines
blocks_in("26 Mar\\n2025\\nABCMEDIA")        three blocks: here a line is a thing of its own
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from dragoman.layout.block import Block
from dragoman.layout.line import Line, lines_in
from dragoman.layout.pages import page_furniture
from dragoman.layout.wording import begins_small, in_capitals, is_titled, starts_item, stops
from dragoman.model import PassageRole, Span

# Nobody wraps lines wider than this, and below the other width lines are no prose.
_WIDEST, _NARROWEST = 130, 30
# A parser is not given more than this at once; longer paragraphs are cut where a sentence ends.
LONGEST_PARAGRAPH = 20_000
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s")


class Shape(msgspec.Struct, frozen=True):
    """How a document sets its lines.

    `width` is that of a full line; `wrapped` says that a line end is only a line end; `spaced` that an empty line
    stands between any two lines.
    """

    width: int
    wrapped: bool
    spaced: bool = False


def blocks_in(text: str) -> list[Block]:
    """The blocks of a plain text, in order; page numbers, running heads and licences already marked."""
    lines = list(lines_in(text))
    furniture = page_furniture(text, lines)
    body = [line for line in lines if line.start not in furniture]
    shape = _shape_of(text, body)
    blocks: list[Block] = []
    group: list[Line] = []
    for line in lines:
        why = furniture.get(line.start)
        if group and (why or not _runs_on(text, group, line, shape)):
            blocks.extend(_pieces(text, group))
            group = []
        if why:
            blocks.append(Block(Span(line.start, line.end), role=PassageRole.FURNITURE, why=why))
        else:
            group.append(line)
    if group:
        blocks.extend(_pieces(text, group))
    return blocks


def _shape_of(text: str, lines: Sequence[Line]) -> Shape:
    lengths = sorted(line.length for line in lines)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    if not _NARROWEST <= width <= _WIDEST:
        return Shape(width, wrapped=False)
    close = [(a, b) for a, b in pairwise(lines) if b.breaks == 1]
    if _wraps(text, close, width):
        return Shape(width, wrapped=True)
    apart = [(a, b) for a, b in pairwise(lines) if b.breaks == 2]
    spaced = len(close) < 0.2 * len(lines) and len(apart) >= 4 and _wraps(text, apart, width)
    return Shape(width, wrapped=spaced, spaced=spaced)


def _wraps(text: str, pairs: Sequence[tuple[Line, Line]], width: int) -> bool:
    """Whether these line ends fall where the line was full, in the middle of sentences."""
    full = [(a, b) for a, b in pairs if _is_full(text, a, b, width)]
    broken = sum(not stops(text, a) and begins_small(text, b) for a, b in full)
    return len(full) >= 0.5 * len(pairs) and broken >= max(1, 0.3 * len(full))


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line had no more room on this one."""
    blank = text.find(" ", following.start, min(following.end, following.start + 40))
    word = (blank if blank > 0 else min(following.end, following.start + 12)) - following.start
    return line.indent + line.length + 1 + word >= 0.85 * width


def _runs_on(text: str, group: Sequence[Line], line: Line, shape: Shape) -> bool:
    """Whether the line belongs to the paragraph of the lines before it."""
    last = group[-1]
    if line.breaks > (2 if shape.spaced else 1) or (starts_item(text, line) and (stops(text, last) or len(group) == 1)):
        return line.new_page and line.breaks <= 2 and not stops(text, last) and begins_small(text, line)
    if not shape.wrapped:
        # A line broken in the midst of a sentence, in a document that otherwise gives a paragraph a line.
        return last.length >= 40 and not stops(text, last) and begins_small(text, line)
    if last.length > 1.5 * shape.width:
        return not stops(text, last)
    if _stands_alone(text, last, group) or (in_capitals(text, line) and not in_capitals(text, last)):
        return False
    if _is_full(text, last, line, shape.width):
        return not (line.indent > last.indent + 1 and stops(text, last))
    if begins_small(text, line):
        return True
    return not (stops(text, last) or line.indent > last.indent + 1)


def _stands_alone(text: str, last: Line, group: Sequence[Line]) -> bool:
    """A heading that the text follows without an empty line."""
    return (
        len(group) == 1
        and not stops(text, last)
        and (in_capitals(text, last) or is_titled(text, last))
        and (last.length < 60)
    )


def _pieces(text: str, group: Sequence[Line]) -> Iterator[Block]:
    """The paragraph as one block, or as several where it is too long for a parser."""
    start, end = group[0].start, group[-1].end
    if end - start <= LONGEST_PARAGRAPH:
        yield Block(Span(start, end), lines=len(group))
        return
    while start < end:
        cut = _cut(text, start, end)
        while cut > start and text[cut - 1].isspace():
            cut -= 1
        yield Block(Span(start, cut), lines=len(group))
        while cut < end and text[cut].isspace():
            cut += 1
        start = cut


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut: after the last sentence that fits, else at the last blank, else anywhere."""
    if end - start <= LONGEST_PARAGRAPH:
        return end
    limit = start + LONGEST_PARAGRAPH
    sentences = [match.end() for match in _SENTENCE_END.finditer(text, limit - LONGEST_PARAGRAPH // 2, limit)]
    if sentences:
        return sentences[-1]
    blank = text.rfind(" ", start + 1, limit)
    return blank if blank > start else limit
