"""The choice: which pieces of a page are the article. trafilatura says which words, we find the pieces they stand in.

choose(tree, page, title) -> Choice(chosen={4, 5, 7}, title=2, sure=True)
"""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from dragoman.layout.furniture import why_furniture
from dragoman.layout.head import plain
from dragoman.layout.wording import closes
from dragoman.readers.html.walk import Piece, Walk

_WORD = re.compile(r"\w+")
_SHINGLE = 5
# trafilatura's time grows with the square of the page. A longer page is a book: all its prose is kept.
_LONGEST_PAGE = 1_000_000
_ARTICLE_TAGS = re.compile(r"p|li|td|th|dd|dt|blockquote|pre|h[2-6]")
_HEADING = re.compile(r"h[1-6]")


class Choice(msgspec.Struct, frozen=True):
    """The places of the chosen pieces, that of the headline, and whether trafilatura stands behind the choice."""

    chosen: frozenset[int]
    title: int | None = None
    sure: bool = True


def choose(tree: Any, page: Walk, title: str) -> Choice:
    """The pieces of the article; none where the page has no article at all."""
    lines = _text_chosen(tree, len(page.text))
    words = [tuple(_WORD.findall(piece.words(page.text).casefold())) for piece in page.pieces]
    chosen = _with_their_own(page, words, _matched(words, lines))
    sure = any(_is_prose(page, page.pieces[at]) for at in chosen)
    if not sure:
        prose = frozenset(at for at, piece in enumerate(page.pieces) if _is_prose(page, piece))
        chosen = _with_their_own(page, words, prose)
    return Choice(chosen, _headline(page, chosen, title), sure) if chosen else Choice(chosen)


def _text_chosen(tree: Any, length: int) -> list[tuple[str, ...]]:
    """The lines that trafilatura takes for the article, as words."""
    if length > _LONGEST_PAGE:
        return []
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, include_tables=True, fast=length > _LONGEST_PAGE // 4)
    text = (getattr(found, "text", None) or "") if found is not None else ""
    cells = (cell for line in text.split("\n") for cell in line.split("|"))
    return [tuple(_WORD.findall(cell.casefold())) for cell in cells if cell.strip()]


def _matched(words: Sequence[tuple[str, ...]], lines: Sequence[tuple[str, ...]]) -> frozenset[int]:
    """The pieces whose words were chosen. A short one must be a chosen line and stand near a long one."""
    run = [word for line in lines for word in line]
    shingles = {tuple(run[at : at + _SHINGLE]) for at in range(len(run) - _SHINGLE + 1)}
    whole = frozenset(lines)
    long = frozenset(at for at, each in enumerate(words) if len(each) > _SHINGLE and _share(each, shingles) >= 0.6)
    if not long:
        return frozenset(at for at, each in enumerate(words) if each in whole)
    near = range(min(long) - 3, max(long) + 4)
    return long | frozenset(
        at for at, each in enumerate(words) if at in near and len(each) <= _SHINGLE and each in whole
    )


def _share(words: tuple[str, ...], shingles: set[tuple[str, ...]]) -> float:
    total = len(words) - _SHINGLE + 1
    return sum(words[at : at + _SHINGLE] in shingles for at in range(total)) / total


def _with_their_own(page: Walk, words: Sequence[tuple[str, ...]], chosen: frozenset[int]) -> frozenset[int]:
    """The choice, with what stands between its pieces and is article too: nothing real may be lost."""
    long = [at for at in chosen if len(words[at]) > _SHINGLE]
    if not long:
        return chosen
    first, last = min(long), max(long)
    parents = {page.pieces[at].parent for at in chosen}
    between = {at for at in range(first, last) if _is_articles_own(page, page.pieces[at])}
    before = {
        at
        for at in range(max(0, first - 6), first)
        if page.pieces[at].parent in parents and _is_prose(page, page.pieces[at])
    }
    after = {
        at
        for at in range(last + 1, len(words))
        if page.pieces[at].parent in parents and _is_prose(page, page.pieces[at])
    }
    return chosen | between | before | after


def _is_articles_own(page: Walk, piece: Piece) -> bool:
    plain_enough = not piece.inside and piece.linked < 0.5 and bool(_ARTICLE_TAGS.fullmatch(piece.tag))
    return plain_enough and not why_furniture(piece.words(page.text))


def _is_prose(page: Walk, piece: Piece) -> bool:
    """Whether the piece is a sentence that no furniture holds."""
    if piece.inside or piece.linked > 0.4 or _HEADING.fullmatch(piece.tag):
        return False
    words = piece.words(page.text)
    return closes(words) in ".!?…:;" and len(words.split()) >= 3 and not why_furniture(words)


def _headline(page: Walk, chosen: frozenset[int], title: str) -> int | None:
    """The piece that is the headline: the page's own <h1>, else what its metadata calls the title."""
    last = max(chosen)
    called = plain(title)
    same = [
        at for at, piece in enumerate(page.pieces[: last + 1]) if called and plain(piece.words(page.text)) == called
    ]
    ones = [at for at, piece in enumerate(page.pieces[: last + 1]) if piece.tag == "h1" and len(piece.span) > 3]
    marked = [at for at in ones if called.startswith(plain(page.pieces[at].words(page.text)))] or ones
    return next(iter(at for at in (*sorted(set(same) & set(ones)), *marked, *same) if not page.pieces[at].inside), None)
