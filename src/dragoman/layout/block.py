"""A block: a stretch of text that stands on its own, before it is known what it is there for.

Block(Span(0, 11), lines=2, role=None)
"""

import msgspec

from dragoman.model import PassageRole, Span


class Block(msgspec.Struct, frozen=True):
    """A stretch between two breaks. `role` and `why` are set where the reader already knows (a page number, an <h2>).

    `lines` counts its lines.
    """

    span: Span
    lines: int = 1
    role: PassageRole | None = None
    why: str = ""

    def words(self, text: str) -> str:
        """Its characters."""
        return text[self.span.start : self.span.end]
