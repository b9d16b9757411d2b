"""Wording: a text as words with their keys, and the lists of words that tell a place from what is none.

Words("in Kars").keys -> ["in", "kars"]
"""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from dragoman.gazetteer.folding import WORD, word_key

_JOINS = frozenset({" ", "-", "–", "‑", "\u00a0", "\n", "- ", "-\n", " -", "  ", "'s ", "’s ", "'S "})
_GENITIVES = frozenset({"'s", "’s", "'S", "’S"})
_ABBREVIATED = frozenset({". ", ".", ".\u00a0"})
_SENTENCE_END = re.compile(r"[.!?:;]['\"”’)\]]*\s|\n\s*\n|[“\"(]\s*$")


@lru_cache(maxsize=1)
def cues() -> dict[str, frozenset[str]]:
    """The word lists of words.toml."""
    lists = tomllib.loads((Path(__file__).with_name("words.toml")).read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in lists.items()}


class Words:
    """The words of a text in parallel lists: where they stand, what they are, and their keys."""

    __slots__ = ("capital", "ends", "full", "keys", "starts", "text")

    def __init__(self, text: str) -> None:
        """Cut the text into words; a genitive's ending is no part of its word."""
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[str] = []
        self.full: list[str] = []
        self.capital: list[bool] = []
        for match in WORD.finditer(text):
            start, end = match.span()
            word = match.group()
            key = word_key(word)
            self.full.append(key)
            if word[-2:] in _GENITIVES:
                word, end = word[:-2], end - 2
                key = word_key(word)
            self.starts.append(start)
            self.ends.append(end)
            self.keys.append(key)
            first = word[0]
            self.capital.append(first.isupper() or (first.isalpha() and first.lower() == first.upper()))

    def joined(self, i: int) -> bool:
        """Whether word i and the next can be parts of one name."""
        gap = self.text[self.ends[i] : self.starts[i + 1]]
        return gap in _JOINS or (gap in _ABBREVIATED and self.ends[i] - self.starts[i] <= 2)

    def gap_before(self, i: int) -> str:
        """What stands between word i and the one before it."""
        return self.text[self.ends[i - 1] if i else 0 : self.starts[i]]

    def gap_after(self, i: int) -> str:
        """What stands between word i and the next."""
        return self.text[self.ends[i] : self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text)]

    def opens(self, i: int) -> bool:
        """Whether word i begins a sentence or a line of its own."""
        if i == 0:
            return True
        gap = self.gap_before(i)
        if gap[:1] == "." and (self.ends[i - 1] - self.starts[i - 1] == 1 or self.keys[i - 1] in cues()["titles"]):
            return False
        return bool(_SENTENCE_END.search(gap))

    def key(self, i: int, j: int) -> str:
        """The key of words i to j: the genitive counts inside a name ("Harper's Ferry") and not at its end."""
        return " ".join((*self.full[i:j], self.keys[j])) if j > i else self.keys[i]

    def raw(self, i: int, j: int) -> str:
        """Words i to j as they stand."""
        return self.text[self.starts[i] : self.ends[j]]

    def is_initial(self, i: int) -> bool:
        """Whether word i is one capital letter with a full stop, though not the U of "U. S."."""
        one_letter = self.ends[i] - self.starts[i] == 1 and self.capital[i]
        return one_letter and self.gap_after(i)[:1] == "." and self.keys[i] != "u"
