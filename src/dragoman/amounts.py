"""How much and how long: the numbers of a clause with their units, as plain numbers that can be compared.

amounts_in("paid an indemnity of 200 million taels") -> {"tael": {200000000.0}}
amounts_in("for a term of twenty-five years")        -> {"for year": {25.0}}
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from dragoman.languages.en.amounts import (
    AT_MOST,
    DELAY,
    HEDGES,
    LASTING,
    LIMITS,
    NUMBERS,
    SCALES,
    SIGNS,
    TERMS,
    TIMES,
    TO_DO_IT,
    UNITS,
    WHEN,
)

_TOKEN = re.compile(r"[$£€¥]|\d[\d,]*(?:\.\d+)?|[^\W\d_]+")
# "A" is a number only before what is counted: "a million", "a year".
_ARTICLES = ("a", "an")
# "Between ten and twelve million francs", "at least $10 million": so far before a number a hedge is of it.
_HEDGED = 3


@lru_cache(maxsize=65536)
def amounts_in(text: str) -> Mapping[str, frozenset[float]]:
    """The amounts a text states without a hedge, by unit.

    Terms are kept apart from delays and from limits: "for year", "within month", "at most month".
    """
    tokens = [found[0].casefold() for found in _TOKEN.finditer(text)]
    found: dict[str, set[float]] = defaultdict(set)
    for unit, value in _told(tokens):
        found[unit].add(value)
    return {unit: frozenset(values) for unit, values in found.items()}


def _told(tokens: list[str]) -> Iterator[tuple[str, float]]:
    place = 0
    while place < len(tokens):
        value, end = _number(tokens, place)
        if end == place:
            place += 1
            continue
        unit, end = _unit(tokens, place, end)
        hedges = HEDGES & set(tokens[max(0, place - _HEDGED) : place])
        if unit and (not hedges or unit.startswith(AT_MOST)):
            yield unit, value
        place = end


def _unit(tokens: list[str], place: int, end: int) -> tuple[str, int]:
    """What is counted, "" for nothing that is compared; and where the words of it end."""
    sign = SIGNS.get(tokens[place - 1]) if place else None
    if sign:
        return sign, end
    # "Ten million gold francs", "200 million Kuping taels": one word may stand between.
    for at in (end, end + 1):
        unit = UNITS.get(tokens[at]) if at < len(tokens) else None
        if unit and (at == end or unit not in TIMES):
            return _timed(unit, tokens[max(0, place - 4) : place], tokens[at + 1 : at + 4]), at + 1
    return "", end


def _timed(unit: str, before: list[str], after: list[str]) -> str:
    """A stretch of time with what it measures: how long, or how soon; "" where it tells when."""
    if unit not in TIMES:
        return unit
    if after and after[0] in WHEN:
        return ""
    if any(" ".join(before).endswith(words) for words in LIMITS):
        return f"{AT_MOST} {unit}"
    if (after and after[0] in TERMS) or (before and before[-1] in LASTING):
        return f"for {unit}"
    return f"{DELAY} {unit}" if before[-1:] == [DELAY] or after == list(TO_DO_IT) else ""


def _number(tokens: list[str], place: int) -> tuple[float, int]:
    """The number that begins here and where it ends; the place itself where none begins."""
    total, part, at = 0.0, None, place
    while at < len(tokens):
        word = tokens[at]
        if word[0].isdigit():
            if part is not None:
                break
            part = float(word.replace(",", "").rstrip(".") or 0)
        elif word in SCALES and (part is not None):
            if SCALES[word] == 100:
                part *= 100
            else:
                total, part = total + part * SCALES[word], 0.0
        elif word in _ARTICLES:
            if at != place or at + 1 >= len(tokens) or not (tokens[at + 1] in SCALES or tokens[at + 1] in TIMES):
                break
            part = 1.0
        elif word in NUMBERS:
            part = (part or 0.0) + NUMBERS[word]
        elif (
            word != "and" or at == place or tokens[at - 1] not in SCALES or not NUMBERS.keys() & tokens[at + 1 : at + 2]
        ):
            break
        at += 1
    return (total + (part or 0.0), at) if part is not None else (0.0, place)
