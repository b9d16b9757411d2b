"""Web pages: the visible text in the order of the page; what is not the article is furniture, never deleted.

read(Source(b"<h1>Kars</h1><nav>Home</nav><p>War was declared.</p>", …))
  -> text "Kars\\n\\nHome\\n\\nWar was declared.", passages title, furniture, paragraph
"""

import re

import msgspec

from dragoman.layout.block import Block
from dragoman.layout.encoding import decoded, what_else
from dragoman.layout.furniture import why_furniture
from dragoman.layout.head import dated_in, plain
from dragoman.layout.roles import layout_of
from dragoman.layout.source import Reading, Source, account_of
from dragoman.layout.statement import with_statements
from dragoman.layout.trouble import empty, encoding_trouble, no_article, not_text, shortened, too_long
from dragoman.model import PassageRole, Provenance, Stated, Trust
from dragoman.readers.html.choice import Choice, choose
from dragoman.readers.html.markup import declared_encoding, tree_of
from dragoman.readers.html.origin import origin_of
from dragoman.readers.html.walk import Piece, Walk, walk

READER = "html 1"
# What is longer is no line of a masthead.
_LINE = 60
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
    blocks = [_block(page.text, piece, at, choice) for at, piece in enumerate(page.pieces)]
    layout = layout_of(page.text, blocks)
    marked = _provenance(page, choice, origin, layout.provenance)
    account = account_of(
        source,
        page.text,
        layout.passages,
        provenance=with_statements(page.text, layout.passages, marked),
        reader=READER,
    )
    doubt = () if choice.sure else (no_article(source, kept=True),)
    return Reading(account, (*doubt, *trouble))


def _provenance(page: Walk, choice: Choice, origin: Provenance, layout: Provenance) -> Provenance:
    """What the page is marked with, and where it is not, what its layout shows."""
    title = origin.title or layout.title
    # "The Lake Treaty - LakeMedia" is marked, "The Lake Treaty" stands on the page: the name of the site goes.
    if title and layout.title and plain(title.value).startswith(plain(layout.title.value)):
        title = msgspec.structs.replace(title, value=layout.title.value)
    first = next((at for at in sorted(choice.chosen) if len(page.pieces[at].span) > _LINE), 0)
    day, _ = dated_in(page.text, [Block(piece.span, piece.lines) for piece in page.pieces[:first]])
    return Provenance(
        title=title,
        authors=origin.authors or layout.authors,
        publisher=origin.publisher or layout.publisher,
        published=origin.published or (Stated(day, Trust.FURNITURE) if day else layout.published),
        via=origin.via,
    )


def _block(text: str, piece: Piece, at: int, choice: Choice) -> Block:
    """The piece as a block of the layout, with the role that the markup gives it."""
    if at == choice.title:
        return Block(piece.span, piece.lines, PassageRole.TITLE, "the headline of the page")
    if at not in choice.chosen:
        why = piece.inside or why_furniture(piece.words(text)) or "beside the article"
        return Block(piece.span, piece.lines, PassageRole.FURNITURE, why)
    if _HEADING.fullmatch(piece.tag):
        return Block(piece.span, piece.lines, PassageRole.HEADING, f"marked as a heading, {piece.tag}")
    return Block(piece.span, piece.lines)
