"""What we print on: a terminal whose reader may go away, or JSON for programs.

Paper(highlight=False).print(counted(2, "account"))
"""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

import msgspec
from rich.console import Console
from rich.segment import Segment, Segments

# Words, and the style they are printed in; "" for none.
Piece = tuple[str, str]


class Paper(Console):
    """What we print on; a reader may go away before the end."""

    def on_broken_pipe(self) -> None:
        """Ends well."""
        _enough()

    def lines(self, lines: Iterable[Sequence[Piece]]) -> None:
        """Prints these lines, none of them broken, at one stroke: a thousand laid out one by one take a second."""
        end = Segment("\n")
        laid = [
            one
            for line in lines
            for one in (*(Segment(words, self.get_style(style) if style else None) for words, style in line), end)
        ]
        self.print(Segments(laid), end="", soft_wrap=True)


def print_json(value: Any) -> None:
    """The value as indented JSON with a line end."""
    try:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _enough()


def in_line(words: str) -> str:
    """Words of an account without its line ends."""
    return " ".join(words.split())


def counted(number: int, noun: str) -> str:
    """ "1 account", "2 accounts"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _enough() -> NoReturn:
    """Ends well: `dragoman show | head` is no mistake."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)
