"""Which day an event fell on, where the account says so elsewhere.

"Five days after the fall of Girona", after "Girona fell on 5 February" -> 5 February
"""

import bisect
from collections.abc import Sequence

from dragoman.dates.found import Found, Point
from dragoman.dates.words import DateWords

REACH = 160
"""How far from a date, in characters, a word still belongs to what it dates."""

NEAREST = 200
"""How many dates before and after an event are looked at."""


def day_of_event(
    text: str, event: Found, dated: Sequence[tuple[Found, Point]], language: DateWords
) -> tuple[Found, Point] | None:
    """The date whose sentence shares most with the words of the event; None if none shares enough."""
    wanted = {_stem(word, language) for word in event.event if len(word) > 3}
    if not wanted:
        return None
    best: tuple[float, int, Found, Point] | None = None
    here = bisect.bisect(dated, event.start, key=lambda one: one[0].start)
    for found, point in dated[max(0, here - NEAREST) : here + NEAREST]:
        if found.start == event.start:
            continue
        near = {_stem(word, language) for word in _words(text, found, event)}
        shared = len(wanted & near) / len(wanted)
        distance = abs(found.start - event.start)
        if shared >= 0.5 and (best is None or (shared, -distance) > (best[0], best[1])):
            best = (shared, -distance, found, point)
    return (best[2], best[3]) if best else None


def _words(text: str, found: Found, event: Found) -> list[str]:
    """The words of the sentence around a date, without those that ask for it."""
    start, end = max(0, found.start - REACH), found.end + REACH
    before = text[start : event.start] + text[max(start, event.end) : found.start]
    if event.start >= found.start or event.end <= start:
        before = text[start : found.start]
    after = text[found.end : end]
    if found.end <= event.start < end:
        after = text[found.end : event.start] + text[event.end : end]
    for mark in (". ", "\n"):
        before = before.rpartition(mark)[2]
        after = after.partition(mark)[0]
    return [word.strip(".,;:()'\"") for word in f"{before} {after}".split()]


def _stem(word: str, language: DateWords) -> str:
    """A word by its beginning, so that "relieving" meets "relieved", and "fell" the "fall"."""
    small = word.lower()
    kin = language.KIN.get(small)
    if kin is not None:
        return kin
    ending = next((ending for ending in language.ENDINGS if small.endswith(ending)), "")
    return small.removesuffix(ending)[:5] if len(small) > len(ending) + 3 else small[:5]
