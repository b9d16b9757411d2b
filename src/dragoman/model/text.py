"""A stretch of an account's text, in code points, end exclusive.

Span(3, 7)  covers text[3:7]
"""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """Where words stand: code points into the account's text, `start` included, `end` not."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
