"""Which forms can begin with which class of words, so that only those are tried.

    openings_of(["[ab][c]", "(?:[b])?[d]"])  ->  a: the first form, b: both, d: the second
"""

import re
from collections.abc import Sequence

LOOKS = ("=", "!", "<=", "<!")


def openings_of(forms: Sequence[str]) -> dict[str, re.Pattern[str]]:
    """For each letter one pattern of all forms that can begin with it, in their order; group f7 is the seventh form."""
    beginning: dict[str, list[str]] = {}
    for number, form in enumerate(forms):
        bare = re.sub(r"\(\?P<[^>]*>", "(?:", form)
        for letter in _Opening(bare).letters:
            beginning.setdefault(letter, []).append(f"(?P<f{number}>{bare})")
    return {letter: re.compile("|".join(found)) for letter, found in beginning.items()}


class _Opening:
    """Reads a pattern of letter sets, groups, looks and `?`, `*`, `+`, and keeps what it can begin with."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.letters, _ = self._choice()

    def _choice(self) -> tuple[set[str], bool]:
        """The letters one of the alternatives can begin with, and whether one of them can be empty."""
        letters, empty = self._sequence()
        while self._peek() == "|":
            self.at += 1
            more, can_be = self._sequence()
            letters, empty = letters | more, empty or can_be
        return letters, empty

    def _sequence(self) -> tuple[set[str], bool]:
        letters: set[str] = set()
        empty = True
        while self._peek() not in ("", "|", ")"):
            more, can_be = self._part()
            if empty:
                letters |= more
            empty = empty and can_be
        return letters, empty

    def _part(self) -> tuple[set[str], bool]:
        letters, empty = self._set() if self._peek() == "[" else self._group()
        while self._peek() in ("?", "*", "+") and self._peek():
            empty = empty or self.pattern[self.at] != "+"
            self.at += 1
        return letters, empty

    def _set(self) -> tuple[set[str], bool]:
        end = self.pattern.index("]", self.at)
        letters = set(self.pattern[self.at + 1 : end])
        self.at = end + 1
        return letters, False

    def _group(self) -> tuple[set[str], bool]:
        self.at += 1
        look = False
        if self._peek() == "?":
            sign = next((sign for sign in LOOKS if self.pattern.startswith(sign, self.at + 1)), "")
            look = bool(sign)
            self.at += 1 + len(sign or ":")
        letters, empty = self._choice()
        self.at += 1
        return (set(), True) if look else (letters, empty)

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]
