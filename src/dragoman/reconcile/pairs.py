"""Which tellings are weighed at all: those that share a thing, a day or rare words, never all with all.

pairs_of(tellings) -> (telling, telling), each pair once, in the order of the tellings
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dragoman.comparing import bounded, year_of
from dragoman.model import Polarity, Predicate
from dragoman.reconcile.tellings import Telling

# A key that more tellings share than this says nothing by itself: they are sorted by day, and neighbours compared.
_MANY = 12
_NEIGHBOURS = 6
_RAREST = 4
_RARE = 30


def pairs_of(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs worth weighing; how many grows with the tellings, not with their square."""
    blocks: dict[str, list[int]] = defaultdict(list)
    common = Counter(word for telling in tellings for word in telling.words)
    for i, telling in enumerate(tellings):
        for key in dict.fromkeys(_keys(telling, common)):
            blocks[key].append(i)
    found: set[tuple[int, int]] = set()
    for key in blocks:
        block = blocks[key]
        reach = len(block) if len(block) <= _MANY else _NEIGHBOURS
        if len(block) > _MANY:
            block = sorted(block, key=lambda i: (_day(tellings[i]), i))
        for position, i in enumerate(block):
            for j in block[position + 1 : position + 1 + reach]:
                found.add((i, j) if i < j else (j, i))
    for i, j in sorted(found):
        yield tellings[i], tellings[j]


def _keys(telling: Telling, common: Counter[str]) -> Iterator[str]:
    for thing in telling.things | telling.classes | telling.events:
        yield thing
        yield f"{thing} {telling.one.predicate}"
    days = bounded(telling.when)
    if days is not None:
        yield f"year {year_of(days[0])} {telling.one.predicate}"
        if days[1] - days[0] <= 1:
            yield f"day {days[0]}"
    if telling.one.predicate == Predicate.STATEMENT or telling.one.attribution.voices:
        yield f"said {telling.one.account} {telling.one.span.start // 500}"
        yield f"said {telling.one.account} {telling.one.span.end // 500}"
    if telling.one.polarity != Polarity.POS:
        yield f"{telling.one.predicate} {telling.one.polarity}"
    for word in sorted(telling.words, key=lambda word: (common[word], word))[:_RAREST]:
        if common[word] > 1:
            yield f"word {word}"
    # A long sentence tells the act of a short one among much else: there its rarest words are of other things.
    for word in telling.words:
        if 1 < common[word] <= _RARE and not word.startswith("@"):
            yield f"word {word} {telling.one.predicate}"


def _day(telling: Telling) -> int:
    days = bounded(telling.when)
    return days[0] if days is not None else 0
