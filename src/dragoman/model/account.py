"""An account: one telling, never edited, with its provenance.

Account(id, name="web_article", path="accounts/web_article.html", text="…", passages=(…furniture, paragraphs…))
"""

from enum import StrEnum

import msgspec

from dragoman.model.ids import AccountId
from dragoman.model.text import Span


class PassageRole(StrEnum):
    """What a stretch of an account is there for."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    QUOTATION = "quotation"
    NOTE = "note"
    FURNITURE = "furniture"


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A stretch of an account with its role; `why` says what made it furniture, a title, a note."""

    span: Span
    role: PassageRole
    why: str = ""


class Trust(StrEnum):
    """How far a statement about an account's origin can be trusted."""

    STATED = "stated by the account"
    MARKED = "marked in the page's metadata"
    GUESSED = "guessed from the layout"
    FURNITURE = "from page furniture: low trust"


class Stated(msgspec.Struct, frozen=True, gc=False):
    """A value of the provenance, and how far it can be trusted."""

    value: str
    trust: Trust


class Provenance(msgspec.Struct, frozen=True, gc=False):
    """Where an account comes from. `published` is EDTF. What the account does not say is None."""

    title: Stated | None = None
    authors: tuple[Stated, ...] = ()
    publisher: Stated | None = None
    published: Stated | None = None
    via: Stated | None = None


class Account(msgspec.Struct, frozen=True, gc=False):
    """One telling. `text` is what a reader kept of the file, character for character; all spans count in it.

    `passages` are the reader's: title, headings, paragraphs and furniture, in order, not overlapping.
    `original` is the digest of the file's bytes; `id` is the digest of the text.
    """

    id: AccountId
    name: str
    path: str
    text: str
    passages: tuple[Passage, ...]
    provenance: Provenance
    reader: str
    original: str
    language: str = "en"
