"""Sentences and windows of a training text, in words.

cut(text.sentences, counts, 160) -> [(0, 92), (92, 187)]
"""

import re
from collections.abc import Sequence
from random import Random

_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n+")
_NOT_END = re.compile(r"\b(?:Mr|Mrs|Dr|St|Gen|Col|Capt|Lt|Gov|Hon|Rev|M|MM|No|vs|Prof|Sen|Rep|U\.S|[A-Z])\.$")

Pair = tuple[int, int]


def sentences_of(text: str) -> list[Pair]:
    """A plain splitter, for training only; the program brings its own."""
    found: list[Pair] = []
    at = 0
    for match in _END.finditer(text):
        if "\n" not in match.group() and _NOT_END.search(text[at : match.start()]):
            continue
        found.append((at, match.start() + len(match.group().rstrip())))
        at = match.end()
    found.append((at, len(text)))
    return [(s, e) for s, e in found if text[s:e].strip()]


def cut(sentences: Sequence[Pair], pieces: Sequence[int], most: int, chance: Random | None = None) -> list[Pair]:
    """Whole sentences packed up to `most` pieces, or fewer by chance; longer ones are cut."""
    room = most - 2
    found: list[Pair] = []
    at: int | None = None
    size = 0
    limit = room if chance is None else chance.randint(room // 3, room)
    for first, last in sentences:
        count = sum(pieces[first:last])
        if at is not None and size + count > limit:
            found.append((at, first))
            at, size = None, 0
            limit = room if chance is None else chance.randint(room * 2 // 3, room)
        while count > room:
            cut_at, held = first, 0
            while held + pieces[cut_at] <= room:
                held += pieces[cut_at]
                cut_at += 1
            found.append((first, cut_at))
            first, count = cut_at, count - held
        at = first if at is None else at
        size += count
    if at is not None:
        found.append((at, sentences[-1][1]))
    return [(a, b) for a, b in found if b > a]
