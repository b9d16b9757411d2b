"""Trouble with the material: where, what, and what to do. Kept and shown, never only logged.

Problem(Code.EMPTY, "the file has no text", path="accounts/x.txt")
"""

from enum import StrEnum

import msgspec

from dragoman.model.ids import AccountId
from dragoman.model.text import Span


class Level(StrEnum):
    """How much it costs: a NOTE nothing, a WARNING a passage, an ERROR the account."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Code(StrEnum):
    """The problems we know; each has a level and a next step in `vocabulary`."""

    EMPTY = "empty"
    NOT_TEXT = "not-text"
    ENCODING = "encoding"
    NO_ARTICLE = "no-article"
    TWICE = "twice"
    VANISHED = "vanished"
    UNREADABLE = "unreadable"
    TOO_LONG = "too-long"
    NO_READER = "no-reader"
    LANGUAGE = "language"
    QUOTE_NOT_THERE = "quote-not-there"
    DATE_IMPOSSIBLE = "date-impossible"
    READER_MISSING = "reader-missing"
    BAD_ROW = "bad-row"
    NO_GAZETTEER = "no-gazetteer"
    ORPHAN = "orphan-judgement"
    OUR_BUG = "our-bug"


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where in an account the trouble is; `line` and `column` count from 1."""

    account: AccountId
    span: Span
    line: int
    column: int


class Problem(msgspec.Struct, frozen=True, gc=False):
    """What is wrong with the material. `message` names the thing, the place and the next step.

    `path` is the file, relative to the dossier.
    """

    code: Code
    message: str
    path: str
    level: Level = Level.WARNING
    at: Place | None = None

    def line(self) -> str:
        """One line for a terminal: `accounts/a.txt:14:203: quote-not-there: …`."""
        where = f"{self.path}:{self.at.line}:{self.at.column}" if self.at else self.path
        return f"{where}: {self.code}: {self.message}"
