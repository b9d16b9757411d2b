"""Lines of a text: where each stands, how far it is indented, what lies before it.

lines_in("One.\\n\\n  Two.") -> Line(0, 4, indent=0, breaks=0), Line(8, 12, indent=2, breaks=2)
"""

import re
from collections.abc import Iterator

import msgspec

# A form feed ends a page, the others end a line. "\r\n" is one break; it stays in the text as it is.
_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\f\v\x85\u2028\u2029]")


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line with something on it, without the blanks at its ends.

    `breaks` counts the line ends since the last such line; `new_page` says that a form feed was among them.
    """

    start: int
    end: int
    indent: int
    breaks: int
    new_page: bool = False

    @property
    def length(self) -> int:
        """Its characters, without the indent."""
        return self.end - self.start


def lines_in(text: str) -> Iterator[Line]:
    """Every line that is not blank, in order."""
    after = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        bare = raw.strip()
        if not bare:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        gap = text[after : match.start()]
        breaks = 1 if gap in ("\n", "\r\n") else len(_BREAK.findall(gap))
        yield Line(start, start + len(bare), _width(text[match.start() : start]), breaks, "\f" in gap)
        after = match.end()


def _width(indent: str) -> int:
    return len(indent.expandtabs(8)) if indent else 0
