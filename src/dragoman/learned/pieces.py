"""Word pieces: a text as the numbers the encoder was trained on.

Pieces(vocabulary)("Kars was ceded") -> words at (0, 4), (5, 8), (9, 14) with their piece ids and shapes
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

WORD = re.compile(r"\w{1,200}|[^\w\s]")  # what goes on longer is no word, and must not be copied whole
MOST_PIECES = 8  # of one word: longer ones are codes or noise
LOWER, CAPITAL, CAPITALS, NUMBER, MARK, PLAIN = range(6)  # PLAIN: the two marks that frame a window


class Words(NamedTuple):
    """All words of a text: where they stand, their pieces one after another, and where each word's pieces begin."""

    start: Ints
    end: Ints
    first: Ints  # one longer than the words: the pieces of word i are ids[first[i]:first[i + 1]]
    ids: Ints
    shape: Ints  # of each piece


class Pieces:
    """Splits text into words and word pieces; remembers every word it has seen."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._id = {piece: number for number, piece in enumerate(vocabulary)}
        self._size = len(vocabulary)
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}
        self.start = self._id["[CLS]"]
        self.stop = self._id["[SEP]"]

    def __call__(self, text: str) -> Words:
        spans = [match.span() for match in WORD.finditer(text)]
        entries = [self.of(text[start:end]) for start, end in spans]
        counts = np.fromiter((len(ids) for ids, _ in entries), np.int64, len(entries))
        where = np.array(spans, np.int64).reshape(-1, 2)
        return Words(
            start=where[:, 0],
            end=where[:, 1],
            first=np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]),
            ids=np.fromiter((number for ids, _ in entries for number in ids), np.int64, int(counts.sum())),
            shape=np.repeat(np.fromiter((shape for _, shape in entries), np.int64, len(entries)), counts),
        )

    def of(self, word: str) -> tuple[tuple[int, ...], int]:
        """The piece ids of one word, and its shape."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > 200_000:
                self._known.clear()
            known = self._known[word] = (self._split(plain(word)), shape_of(word))
        return known

    def __len__(self) -> int:
        """How many pieces the vocabulary has."""
        return self._size

    def number(self, piece: str) -> int:
        """The id of one piece of the vocabulary."""
        return self._id[piece]

    def _split(self, word: str) -> tuple[int, ...]:
        """Longest piece first, as the encoder's own tokenizer does it."""
        found: list[int] = []
        at = 0
        while at < len(word) and len(found) < MOST_PIECES:
            prefix = "##" if at else ""
            stop = next((end for end in range(len(word), at, -1) if prefix + word[at:end] in self._id), 0)
            if not stop:
                return (self._id["[UNK]"],)
            found.append(self._id[prefix + word[at:stop]])
            at = stop
        return tuple(found) or (self._id["[UNK]"],)


def plain(word: str) -> str:
    """Lower case, without accents: the encoder knows no others."""
    apart = unicodedata.normalize("NFD", word[:100].lower())
    return "".join(c for c in apart if unicodedata.category(c) != "Mn")


def shape_of(word: str) -> int:
    """What the lower case hides: names, initials, numbers."""
    if word[0].isdigit():
        return NUMBER
    if not word[0].isalpha():
        return MARK
    if not word[0].isupper():
        return LOWER
    return CAPITALS if len(word) > 1 and word.isupper() else CAPITAL
