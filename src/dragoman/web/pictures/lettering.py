"""How wide words will be: a drawing must leave room for every label before a browser has seen it.

width_of("Treaty of Moscow", 16) -> about 132        wrapped("Treaty of Amity and Commerce", 16, 120) -> two lines
"""

import unicodedata
from functools import lru_cache

# Shares of the type size, taken from the wide book faces of the style sheet, so that a narrower face only leaves air.
_NARROW = dict.fromkeys("ijl.,;:'!|()[]’‘·", 0.33)
_MIDDLING = dict.fromkeys('frtIJ-/"“” ', 0.4)
_WIDE = dict.fromkeys("mwMWQ@—%…&", 0.98)
_KNOWN = _NARROW | _MIDDLING | _WIDE
_LOWER, _UPPER, _OTHER, _FULL = 0.57, 0.76, 0.66, 1.0


def width_of(words: str, size: float) -> float:
    """How wide the words will be at most, in the unit of the type size."""
    return size * sum(_share(letter) for letter in words)


@lru_cache(maxsize=4096)
def _share(letter: str) -> float:
    if letter in _KNOWN:
        return _KNOWN[letter]
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _FULL
    if letter > "\u024f":  # Greek, Cyrillic, Armenian, Georgian and others run wider than Latin
        return _UPPER if letter.isupper() else _OTHER
    return _UPPER if letter.isupper() else _LOWER


@lru_cache(maxsize=8192)
def wrapped(words: str, size: float, width: float) -> tuple[str, ...]:
    """The words in lines of this width; a word that is wider than a line is broken, none is left out."""
    lines: list[str] = []
    line = ""
    for word in (piece for one in words.split() for piece in _pieces(one, size, width)):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size) > width:
            lines.append(line)
            longer = word
        line = longer
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, size: float, width: float) -> list[str]:
    """A word, in as many pieces as it takes to fit."""
    if width_of(word, size) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
