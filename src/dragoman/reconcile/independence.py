"""Which accounts stand on their own: copies, translations and excerpts of one another count as one source.

    sources_of(testimonies) -> (("a",), ("b", "c"))    b and c share long passages

Passages are sought by a sample of their runs of eight words, the same sample in every account, so that no two accounts
are compared that share nothing. What an account says of its origin ("first published in …") is heard too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from zlib import crc32

from dragoman.model import AccountId, Testimony

_WORD = re.compile(r"\w+")
_RUN = 8
# A quarter of the shorter account in runs of eight words is no accident of two people telling one story.
_COPIED = 0.25
# One clause in common is a formula.
_LEAST = 6
# Of a long account one run in so many is enough to find its copies; a short one is kept whole.
_SAMPLED = 8
_SHORT = 2000
# Runs that more accounts share than this are formulas or furniture.
_COMMON = 50


def sources_of(testimonies: Sequence[Testimony]) -> tuple[tuple[AccountId, ...], ...]:
    """The accounts in groups of one origin, in an order that does not depend on the order of the files."""
    runs = {testimony.account.id: _runs(testimony.account.text) for testimony in testimonies}
    group = {account: account for account in sorted(runs)}
    for one, other in (*_copies(runs), *_same_origin(testimonies)):
        first, second = sorted((_root(group, one), _root(group, other)))
        group[second] = first
    groups: dict[AccountId, list[AccountId]] = defaultdict(list)
    for account in sorted(group):
        groups[_root(group, account)].append(account)
    return tuple(sorted(tuple(members) for members in groups.values()))


def _root(group: dict[AccountId, AccountId], account: AccountId) -> AccountId:
    while group[account] != account:
        account = group[account]
    return account


def _copies(runs: dict[AccountId, tuple[frozenset[int], frozenset[int]]]) -> Iterator[tuple[AccountId, AccountId]]:
    holders: dict[int, list[AccountId]] = defaultdict(list)
    for account in sorted(runs):
        for run in runs[account][1]:
            holders[run].append(account)
    shared: Counter[tuple[AccountId, AccountId]] = Counter()
    for accounts in holders.values():
        if 1 < len(accounts) <= _COMMON:
            shared.update(combinations(accounts, 2))
    for one, other in sorted(shared):
        if _copied(runs[one][0], runs[other][0]):
            yield one, other
    # Many copies of one text share only runs that are too common: neighbours in such a crowd are compared.
    for accounts in holders.values():
        if len(accounts) > _COMMON:
            for one, other in pairwise(accounts):
                if _copied(runs[one][0], runs[other][0]):
                    yield one, other


def _copied(one: frozenset[int], other: frozenset[int]) -> bool:
    shared = len(one & other)
    return one == other or (shared >= _LEAST and shared / min(len(one), len(other)) >= _COPIED)


def _runs(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """All runs of words of a text, and the sample by which copies are sought."""
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = frozenset(
        crc32(" ".join(words[i : i + _RUN]).encode("utf-8", "surrogatepass")) for i in range(len(words) - _RUN + 1)
    )
    return runs, runs if len(words) <= _SHORT else frozenset(run for run in runs if run % _SAMPLED == 0)


def _same_origin(testimonies: Sequence[Testimony]) -> Iterator[tuple[AccountId, AccountId]]:
    """Accounts that say they are taken from one and the same publication, under one title."""
    known: dict[tuple[str, str], AccountId] = {}
    for testimony in sorted(testimonies, key=lambda one: one.account.id):
        origin = testimony.account.provenance
        title, via = origin.title, origin.via or origin.publisher
        if title is None or via is None:
            continue
        key = " ".join(title.value.casefold().split()), " ".join(via.value.casefold().split())
        if key in known:
            yield known[key], testimony.account.id
        known.setdefault(key, testimony.account.id)
