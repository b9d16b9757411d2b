"""Which forms can begin with which two classes of words, so that only those are tried.

Openings([("point", "[ab][c]"), ("length", "(?:[b])?[d]")])     at "ad" none is tried, at "bd" only the second
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

LOOKS = ("?=", "?!", "?<=", "?<!")


class Openings:
    """The forms by the letters they can begin with; each is compiled when it is first needed."""

    def __init__(self, forms: Sequence[tuple[str, str]]) -> None:
        self._forms = forms
        self._beginnings = [_Reader(form).beginning for _, form in forms]
        self._compiled: dict[int, tuple[str, re.Pattern[str]]] = {}
        self._by_pair: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}

    @property
    def letters(self) -> str:
        """Every letter that some form can begin with."""
        return "".join(sorted(set().union(*(beginning.first for beginning in self._beginnings))))

    def match(self, classes: str, at: int) -> tuple[str, re.Match[str]] | None:
        """The first form in the list that fits here: its kind, and what it caught."""
        pair = classes[at : at + 2]
        forms = self._by_pair.get(pair)
        if forms is None:
            forms = self._by_pair[pair] = self._forms_for(pair)
        for kind, form in forms:
            found = form.match(classes, at)
            if found and found.end() > at:
                return kind, found
        return None

    def _forms_for(self, pair: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(self._form(number) for number, one in enumerate(self._beginnings) if one.allows(pair))

    def _form(self, number: int) -> tuple[str, re.Pattern[str]]:
        if number not in self._compiled:
            kind, form = self._forms[number]
            self._compiled[number] = kind, re.compile(form)
        return self._compiled[number]


class Beginning(NamedTuple):
    """What can stand first and second in a stretch of a form, and whether it can be empty or one letter long."""

    first: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    empty: bool = True
    single: bool = False

    def allows(self, pair: str) -> bool:
        """Whether words of these two classes can be the beginning."""
        return pair[0] in self.first and (self.single or pair[1:] in self.second)

    def then(self, after: "Beginning") -> "Beginning":
        """This stretch followed by another."""
        if not (self.empty or self.single):
            return self
        return Beginning(
            self.first | after.first if self.empty else self.first,
            self.second | (after.first if self.single else frozenset()) | (after.second if self.empty else frozenset()),
            self.empty and after.empty,
            (self.empty and after.single) or (self.single and after.empty),
        )

    def instead(self, other: "Beginning") -> "Beginning":
        """This stretch or another."""
        return Beginning(
            self.first | other.first, self.second | other.second, self.empty or other.empty, self.single or other.single
        )


_PARTS = re.compile(r"\[([^\]]+)\]|\((\?(?:P<\w+>|:|=|!|<=|<!))?|[)|?*+]")


class _Reader:
    """Reads a pattern of letter sets, groups, looks and `?`, `*`, `+`, and keeps how it can begin."""

    def __init__(self, pattern: str) -> None:
        self.parts = list(_PARTS.finditer(pattern))
        self.at = 0
        self.beginning = self._choice()

    def _choice(self) -> Beginning:
        found = self._sequence()
        while self._peek() == "|":
            self.at += 1
            found = found.instead(self._sequence())
        return found

    def _sequence(self) -> Beginning:
        found = Beginning()
        while self._peek() not in ("", "|", ")"):
            found = found.then(self._part())
        return found

    def _part(self) -> Beginning:
        part = self.parts[self.at]
        self.at += 1
        found = Beginning(frozenset(part[1]), empty=False, single=True) if part[1] else self._group(part[2] or "")
        while (sign := self._peek()) and sign in "?*+":
            if sign != "?":
                found = found._replace(second=found.second | found.first)
            if sign != "+":
                found = found._replace(empty=True)
            self.at += 1
        return found

    def _group(self, sign: str) -> Beginning:
        found = self._choice()
        self.at += 1
        return Beginning() if sign in LOOKS else found

    def _peek(self) -> str:
        return self.parts[self.at][0] if self.at < len(self.parts) else ""
