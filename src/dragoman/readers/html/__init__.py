"""Web pages: the visible text in the order of the page; what is not the article is furniture, never deleted.

read(Source(b"<h1>Kars</h1><nav>Home</nav><p>War was declared.</p>", …))
  -> text "Kars\\n\\nHome\\n\\nWar was declared.", passages title, furniture, paragraph
"""

import re

import msgspec

from dragoman.layout.block import Block
from dragoman.layout.encoding import decoded, what_else
from dragoman.layout.roles import layout_of
from dragoman.layout.source import Reading, Source, account_of
from dragoman.layout.statement import with_statements
from dragoman.layout.trouble import empty, encoding_trouble, no_article, not_text, shortened, too_long
from dragoman.model import PassageRole
from dragoman.readers.html.choice import choose
from dragoman.readers.html.markup import declared_encoding, tree_of
from dragoman.readers.html.origin import origin_of
from dragoman.readers.html.walk import Piece, Walk, walk

READER = "html 1"
_HEADING = re.compile(r"h[1-6]")


def read(source: Source) -> Reading:
    """The account of a web page, or why there is none."""
    if other := what_else(source.data):
        return Reading(problems=(not_text(source, other),))
    found = decoded(source.data, declared_encoding(source.data))
    trouble = (*encoding_trouble(source, found), *too_long(source, found.text))
    tree = tree_of(shortened(found.text))
    page = walk(tree) if tree is not None else Walk("", ())
    if tree is None or not page.text.strip():
        return Reading(problems=(empty(source), *trouble))
    origin = origin_of(tree)
    choice = choose(tree, page, origin.title.value if origin.title else "")
    if not choice.chosen:
        return Reading(problems=(no_article(source, kept=False), *trouble))
    blocks = [_block(piece, at, choice.chosen, choice.title) for at, piece in enumerate(page.pieces)]
    layout = layout_of(page.text, blocks)
    marked = msgspec.structs.replace(
        layout.provenance,
        title=origin.title or layout.provenance.title,
        authors=origin.authors or layout.provenance.authors,
        publisher=origin.publisher or layout.provenance.publisher,
        published=origin.published or layout.provenance.published,
        via=origin.via,
    )
    account = account_of(
        source,
        page.text,
        layout.passages,
        provenance=with_statements(page.text, layout.passages, marked),
        reader=READER,
    )
    doubt = () if choice.sure else (no_article(source, kept=True),)
    return Reading(account, (*doubt, *trouble))


def _block(piece: Piece, at: int, chosen: frozenset[int], title: int | None) -> Block:
    """The piece as a block of the layout, with the role that the markup gives it."""
    if at == title:
        return Block(piece.span, piece.lines, PassageRole.TITLE, "the headline of the page")
    if at not in chosen:
        return Block(piece.span, piece.lines, PassageRole.FURNITURE, piece.inside or "beside the article")
    if _HEADING.fullmatch(piece.tag):
        return Block(piece.span, piece.lines, PassageRole.HEADING, f"marked as a heading, {piece.tag}")
    return Block(piece.span, piece.lines)
