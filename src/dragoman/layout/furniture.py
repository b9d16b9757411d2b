"""Furniture: why a short line is not part of what the author tells.

why_furniture("To be continued") -> "series marker"        why_furniture("War was declared.") -> ""
"""

import re
from functools import cache

from dragoman.languages.en import furniture as english
from dragoman.layout.wording import closes, count_words

_LONGEST = 240
# Only these are ever whole sentences; "Like this treaty, the pact was void." is not a share bar.
_MAY_BE_SENTENCES = ("cookie or consent notice", "copyright", "comments", "credit", "weather box")


def why_furniture(line: str) -> str:
    """What sort of furniture the whole line is, by its words; "" if its words do not say."""
    if len(line) > _LONGEST:
        return ""
    sentence = closes(line) in ".!?" and count_words(line) >= 5
    for why, pattern in _lines():
        if sentence and why not in _MAY_BE_SENTENCES:
            continue
        if pattern.fullmatch(line):
            return why
    return ""


@cache
def _lines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (why, re.compile("|".join(f"(?:{one})" for one in each), re.IGNORECASE)) for why, each in english.LINES.items()
    )
