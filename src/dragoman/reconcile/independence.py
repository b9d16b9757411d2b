"""Which accounts stand on their own: copies and excerpts of one another count as one source.

sources_of(testimonies) -> (("a",), ("b", "c"))    b and c share long passages
"""

import re
from collections.abc import Sequence

from dragoman.model import AccountId, Testimony

_WORD = re.compile(r"\w+")
_RUN = 8
# A quarter of the shorter account in runs of eight words is no accident of two people telling one story.
_COPIED = 0.25


def sources_of(testimonies: Sequence[Testimony]) -> tuple[tuple[AccountId, ...], ...]:
    """The accounts in groups of one origin, in an order that does not depend on the order of the files."""
    runs = {testimony.account.id: _runs(testimony.account.text) for testimony in testimonies}
    groups: list[set[AccountId]] = []
    for account in sorted(runs):
        kin = [group for group in groups if any(_copied(runs[account], runs[other]) for other in group)]
        groups = [group for group in groups if group not in kin]
        groups.append({account}.union(*kin))
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def _runs(text: str) -> frozenset[int]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(hash(tuple(words[i : i + _RUN])) for i in range(max(0, len(words) - _RUN + 1)))


def _copied(one: frozenset[int], other: frozenset[int]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) / shorter >= _COPIED
