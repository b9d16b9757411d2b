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
    found = _lines(_MAY_BE_SENTENCES if sentence else tuple(english.LINES)).fullmatch(line)
    return tuple(english.LINES)[int((found.lastgroup or "_0")[1:])] if found else ""


@cache
def _lines(sorts: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all these sorts; its group says which it was, by number."""
    numbers = {why: at for at, why in enumerate(english.LINES)}
    each = (f"(?P<_{numbers[why]}>{'|'.join(english.LINES[why])})" for why in english.LINES if why in sorts)
    return re.compile("|".join(each), re.IGNORECASE)
