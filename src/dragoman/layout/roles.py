"""Roles: what each block of a text is there for, judged by its words, its shape and where it stands.

    passages_of(text, blocks_in(text)) -> Layout(passages=(furniture, …, title, paragraph, …), provenance=…)

The order of the questions: what the reader knows already; what the words say ("To be continued"); then the three zones:
the head (all before the first real paragraph), the body, and the tail (all after the last). Only the head and the tail
hold furniture that nothing but its place gives away. In doubt a block is a paragraph: nothing real may be lost.
"""

import re
from collections.abc import Sequence

import msgspec

from dragoman.languages.en import furniture as english
from dragoman.layout.block import Block
from dragoman.layout.furniture import why_furniture
from dragoman.layout.head import Head, head_of
from dragoman.layout.wording import closes, count_words, is_heading_like, is_item, title_case
from dragoman.model import Passage, PassageRole, Provenance

_CHAPTER = re.compile(english.CHAPTER, re.IGNORECASE)
_NOTE = re.compile(english.NOTE, re.IGNORECASE)
_CLOSING = re.compile(english.CLOSING, re.IGNORECASE)
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
# So many words are a paragraph even where no full stop follows them.
_SURELY_PROSE = 30
# A row of so many short lines in the middle of a text is a list or verse, not headings.
_LIST = 4
_STRAY_WORDS = 4


class Layout(msgspec.Struct, frozen=True):
    """The passages of a text in order, and what its head says of its origin."""

    passages: tuple[Passage, ...]
    provenance: Provenance


def layout_of(text: str, blocks: Sequence[Block]) -> Layout:
    """Every block as a passage, and the provenance that can be read from the layout."""
    known = [_by_its_words(text, block) for block in blocks]
    prose = [at for at, block in enumerate(known) if block.role is None and _is_prose(text, block)]
    # A text without one whole sentence: nothing says where its head ends, so nothing is taken for furniture by place.
    first, last = (prose[0], prose[-1]) if prose else (0, len(known))
    head = head_of(text, known[:first])
    body = _headings(text, known[first : last + 1])
    tail = _tail(text, known[last + 1 :], after=known[last] if prose else None)
    passages = [
        Passage(block.span, block.role or PassageRole.PARAGRAPH, block.why) for block in (*head.blocks, *body, *tail)
    ]
    return Layout(tuple(passages), _provenance(head))


def _provenance(head: Head) -> Provenance:
    return Provenance(title=head.title, authors=head.authors, publisher=head.publisher, published=head.published)


def _by_its_words(text: str, block: Block) -> Block:
    """The block, with a role where its words alone give it one."""
    if block.role is not None or len(block.span) > 20_000:
        return block
    words = block.words(text)
    if block.lines == 1 and (why := why_furniture(words)):
        return _as(block, PassageRole.FURNITURE, why)
    if _NOTE.match(words):
        return _as(block, PassageRole.NOTE, "begins with the mark of a note")
    if block.lines <= 3 and _CHAPTER.fullmatch(words) and closes(words) not in ",;:!?":
        return _as(block, PassageRole.HEADING, "names a part of the work")
    return block


def _is_prose(text: str, block: Block) -> bool:
    """Whether the block is surely part of the telling: a sentence that ends, or too long for anything else."""
    if len(block.span) > 400:
        return True
    words = block.words(text)
    count = count_words(words)
    if count >= _SURELY_PROSE:
        return True
    last = closes(words)
    # A question may be a headline.
    if last == "?":
        return count > 18
    return last in ".!…:;" and count >= 2 and not is_heading_like(words, lines=block.lines)


def _headings(text: str, body: Sequence[Block]) -> list[Block]:
    """The body, with its headings marked: short lines that stand alone and open what follows."""
    found: list[Block] = []
    looks = [_looks_like_heading(text, block) for block in body]
    for at, block in enumerate(body):
        if looks[at] and not _listed(text, body, at) and not _in_list(text, body, looks, at):
            found.append(_as(block, PassageRole.HEADING, "a short line without a sentence"))
        else:
            found.append(block)
    return found


def _listed(text: str, body: Sequence[Block], at: int) -> bool:
    """Whether the line before announces this one. "The article is presented below:" announces a title, not a list."""
    announced = at > 0 and body[at - 1].role is None and closes(body[at - 1].words(text)) == ":"
    return announced and not title_case(body[at].words(text))


def _looks_like_heading(text: str, block: Block) -> bool:
    if block.role is not None or len(block.span) > 200:
        return False
    words = block.words(text)
    return is_heading_like(words, lines=block.lines) and closes(words) != "?" and not _CLOSING.match(words)


def _in_list(text: str, body: Sequence[Block], looks: Sequence[bool], at: int) -> bool:
    """Whether the line stands in a row of such lines and any of them is no title."""
    first, last = at, at
    while first > 0 and looks[first - 1] and at - first < _LIST:
        first -= 1
    while last + 1 < len(body) and looks[last + 1] and last - at < _LIST:
        last += 1
    return last - first + 1 >= _LIST and not all(title_case(body[one].words(text)) for one in range(first, last + 1))


def _tail(text: str, tail: Sequence[Block], *, after: Block | None) -> list[Block]:
    """What follows the last sentence: lists and signatures stay, lone short lines are furniture."""
    found: list[Block] = []
    closed = False
    listing = after is not None and (closes(after.words(text)) == ":" or bool(_CLOSING.match(after.words(text))))
    for block in tail:
        closed = closed or block.role == PassageRole.FURNITURE
        if block.role is not None or after is None or not _is_stray(text, block, closed=closed, listing=listing):
            found.append(block)
        # "Free Trade Agreement, 2003." heads a part of which nothing was kept: not the author's telling, no stray link.
        elif block.words(text).endswith("."):
            found.append(_as(block, PassageRole.HEADING, "a heading with nothing below it"))
        else:
            found.append(_as(block, PassageRole.FURNITURE, "a short line after the end"))
        # "Yours sincerely," is followed by a name.
        listing = listing or closes(block.words(text)) == "," or bool(_CLOSING.match(block.words(text)))
    return found


def _is_stray(text: str, block: Block, *, closed: bool, listing: bool) -> bool:
    words = block.words(text)
    if not is_heading_like(words, lines=block.lines) or is_item(words) or _CLOSING.match(words):
        return False
    if closed:
        return True
    return not listing and not _YEAR.search(words) and (count_words(words) <= _STRAY_WORDS or title_case(words))


def _as(block: Block, role: PassageRole, why: str) -> Block:
    return msgspec.structs.replace(block, role=role, why=why)
