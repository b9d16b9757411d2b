"""Windows: whole sentences side by side, as many as are read together.

windows_of(words, [(0, 40), (41, 90)]) -> [Window(first=0, last=19)]
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from dragoman.learned.pieces import Words

MOST = 160  # pieces in a window


class Window(NamedTuple):
    """Words first to last of the text, read together."""

    first: int
    last: int


def windows_of(words: Words, sentences: Sequence[tuple[int, int]]) -> list[Window]:
    """Whole sentences side by side, as many as fit; what is too long is cut."""
    room = MOST - 2
    starts = np.array([s for s, _ in sentences], np.int64)
    ends = np.array([e for _, e in sentences], np.int64)
    firsts = np.searchsorted(words.end, starts, "right").tolist()
    lasts = np.searchsorted(words.start, ends, "left").tolist()
    count = words.first
    windows: list[Window] = []
    low = high = 0
    for first, last in zip(firsts, lasts, strict=True):
        if last <= first:
            continue
        if high > low and (first != high or count[last] - count[low] > room):
            windows.append(Window(low, high))
            low = first
        elif high == low:
            low = first
        high = last
        while count[high] - count[low] > room:
            cut = int(np.searchsorted(count, count[low] + room, "right")) - 1
            windows.append(Window(low, cut))
            low = cut
    if high > low:
        windows.append(Window(low, high))
    return windows
