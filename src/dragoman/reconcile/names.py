"""Names to headings: the same actor, place or instrument under the names that the accounts give it.

"Moscow Treaty" (a), "Moscow Treaty of 1921" (b) -> Heading(kind=INSTRUMENT, label="Moscow Treaty", reasons=(…))
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from dragoman.comparing import apart, bounded
from dragoman.model import Date, Heading, Judgement, Kind, Member, Ruling, Testimony, digest
from dragoman.reconcile.instruments import (
    excluded,
    is_common,
    is_titled,
    why_dated_twice,
    why_described_alike,
    why_perhaps_one,
)
from dragoman.reconcile.likeness import keys_of, why_one
from dragoman.reconcile.named import Named
from dragoman.reconcile.persons import is_title, why_one_person
from dragoman.reconcile.register import names_of

_Pair = tuple[Named, Named, str]
# Names of one key are compared with their neighbours in the alphabet only: a key shared by thousands stays cheap.
_NEIGHBOURS = 60


def things_of(testimonies: Sequence[Testimony], pairings: Sequence[Judgement] = ()) -> tuple[Heading, ...]:
    """The headings of actors, places and instruments, in an order that does not depend on the order of the files."""
    named = sorted({one for testimony in testimonies for one in names_of(testimony)}, key=lambda one: one.order)
    clusters = _Clusters(named, {frozenset(pair) for pair in _ruled(pairings, Ruling.DIFFERENT)})
    for one, other in _ruled(pairings, Ruling.SAME):
        clusters.join_members(one, other, "a person says that they are the same")
    for first, second, reason in (*_repeated(named), *_surest_first(_alike(named))):
        clusters.join(first, second, reason)
    for first, second, reason in _only_ones(_perhaps(named, why_perhaps_one)):
        clusters.join(first, second, reason)
    for first, second, reason in _only_ones(_perhaps(named, why_dated_twice)):
        # "The armistice of Villa Giusti" of a third account tells which of two armistices each of them means.
        if clusters.alone(first, second):
            clusters.join(first, second, reason)
    described = _compared([one for one in named if one.kind == Kind.INSTRUMENT])
    told = ((first, second, why_described_alike(first, second)) for first, second in described)
    for first, second, reason in _only_ones(pair for pair in told if pair[2]):
        if clusters.alone(first, second):
            clusters.join(first, second, reason)
    return tuple(_heading(group, reasons) for group, reasons in clusters.groups())


def _repeated(named: Sequence[Named]) -> Iterator[_Pair]:
    """Names that point back to another name of the same account."""
    by_member = {(one.account, one.name): one for one in named if one.kind == Kind.INSTRUMENT}
    for one in named:
        if one.stands_for:
            yield by_member[one.account, one.stands_for], one, one.why


def _alike(named: Sequence[Named]) -> Iterator[_Pair]:
    """Pairs that are one thing, with the reason; only names that share a key are compared at all."""
    for first, second in _compared(named):
        # "The treaty" of one account is not "the treaty" of another.
        if first.account != second.account and (_any(first) or _any(second)):
            continue
        reason = why_one(first, second)
        if reason:
            yield first, second, reason


def _any(one: Named) -> bool:
    """Whether the name is one that anybody may bear: "the minister", "the draft", "peace"."""
    if one.kind == Kind.INSTRUMENT:
        return is_common(one) and not is_titled(one.name)
    return one.name.removeprefix("the ")[:1].islower() or (one.kind == Kind.PERSON and is_title(one.name))


def _perhaps(named: Sequence[Named], why: Callable[[Named, Named], str]) -> Iterator[_Pair]:
    """Pairs that are one if there is no other such instrument, with the reason."""
    for first, second in _compared(
        [one for one in named if one.kind == Kind.INSTRUMENT and bounded(one.dated) and not one.stands_for]
    ):
        reason = why(first, second)
        if reason:
            yield first, second, reason


def _compared(named: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    blocks: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for one in named:
        for word in sorted(keys_of(one)):
            blocks[_sort(one.kind), word].append(one)
    done: set[tuple[Named, Named]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        for i, first in enumerate(block):
            for second in block[i + 1 : i + _NEIGHBOURS]:
                if first != second and (first, second) not in done:
                    done.add((first, second))
                    yield first, second


def _surest_first(pairs: Iterable[_Pair]) -> list[_Pair]:
    """Pairs with the same date first: an undated name must not draw two dated ones together."""
    return sorted(pairs, key=lambda pair: (_undated(pair), pair[0].order, pair[1].order))


def _undated(pair: _Pair) -> int:
    return sum(1 for one in pair[:2] if bounded(one.dated) is None)


def _only_ones(pairs: Iterable[_Pair]) -> list[_Pair]:
    """Pairs in which each is the only such partner the other has in its account."""
    found = list(pairs)
    partners: Counter[tuple[Named, str]] = Counter()
    for first, second, _ in found:
        partners[first, second.account] += 1
        partners[second, first.account] += 1
    return [pair for pair in found if partners[pair[0], pair[1].account] == 1 == partners[pair[1], pair[0].account]]


def _sort(kind: Kind) -> str:
    """Polities and places share keys ("Turkey" acts and is ceded to), bodies too; a person is never a place."""
    return "land" if kind in (Kind.POLITY, Kind.PLACE, Kind.BODY) else str(kind)


def _ruled(pairings: Iterable[Judgement], ruling: Ruling) -> list[tuple[Member, Member]]:
    """Pairs of members that a person ruled on; target and other are `account:name`. The later ruling holds."""
    last: dict[frozenset[str], Judgement] = {}
    for judgement in pairings:
        if judgement.ruling in (Ruling.SAME, Ruling.DIFFERENT) and ":" in judgement.target and ":" in judgement.other:
            last[frozenset((judgement.target, judgement.other))] = judgement
    return sorted((_member(one.target), _member(one.other)) for one in last.values() if one.ruling == ruling)


def _member(target: str) -> Member:
    account, name = target.split(":", 1)
    return Member(account, name)  # type: ignore[arg-type]


class _Clusters:
    """Groups of names, joined step by step, each join with its reason; what excludes each other stays apart."""

    def __init__(self, named: Sequence[Named], kept_apart: set[frozenset[Member]]) -> None:
        self._parent = {one: one for one in named}
        self._groups: dict[Named, list[Named]] = {one: [one] for one in named}
        self._reasons: dict[Named, list[str]] = defaultdict(list)
        self._apart: dict[Member, set[Member]] = defaultdict(set)
        for pair in kept_apart:
            for one in pair:
                self._apart[one] |= pair - {one}

    def join_members(self, first: Member, second: Member, reason: str) -> None:
        """Joins what a person joined, whatever speaks against it."""
        ones = [one for one in self._parent if one.member == first]
        others = [one for one in self._parent if one.member == second]
        for one in ones[:1]:
            for other in others[:1]:
                self._merge(self._root(one), self._root(other), reason)

    def join(self, first: Named, second: Named, reason: str) -> None:
        """Joins two names and all that was joined to them before, unless two of these exclude each other."""
        one, other = self._root(first), self._root(second)
        if one != other and not self._forbidden(self._groups[one], self._groups[other]):
            self._merge(one, other, reason)

    def alone(self, first: Named, second: Named) -> bool:
        """Whether neither was joined to a name of the other's account: an account knows which of its own it means."""
        ones, others = self._groups[self._root(first)], self._groups[self._root(second)]
        return not {one.account for one in ones} & {other.account for other in others}

    def groups(self) -> Iterator[tuple[list[Named], tuple[str, ...]]]:
        """The groups with the reasons of their joins, in the order of their first names."""
        for root in sorted(self._groups, key=lambda one: one.order):
            yield self._groups[root], tuple(dict.fromkeys(self._reasons.get(root, ())))

    def _merge(self, one: Named, other: Named, reason: str) -> None:
        if one == other:
            return
        one, other = sorted((one, other), key=lambda each: each.order)
        self._parent[other] = one
        self._groups[one] += self._groups.pop(other)
        self._reasons[one] += [*self._reasons.pop(other, []), reason]

    def _forbidden(self, group: Sequence[Named], others: Sequence[Named]) -> bool:
        if any(
            self._apart[one.member] & {other.member for other in others} for one in group if one.member in self._apart
        ):
            return True
        if group[0].kind == Kind.PERSON:
            # "Adams" alone must not draw John and Samuel Adams together.
            return any(not _may_be_one(one, other) for one in group[:20] for other in others[:20])
        return any(
            excluded(one.dated, other.dated) for one in group[:20] for other in others[:20] if one.dated and other.dated
        )

    def _root(self, one: Named) -> Named:
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one


def _may_be_one(one: Named, other: Named) -> bool:
    return bool(why_one_person(one, other))


def _heading(group: list[Named], reasons: tuple[str, ...]) -> Heading:
    members = tuple(sorted({one.member for one in group}))
    counted = Counter(one.kind for one in group)
    kind = min(counted, key=lambda kind: (-counted[kind], kind))
    date = _agreed_date([one.dated for one in group if one.dated is not None and one.dated.edtf])
    return Heading(
        id=digest("thing", str(kind), *(f"{member.account}:{member.name}" for member in members)),
        kind=kind,
        label=_label(group),
        members=members,
        reasons=reasons,
        edtf=date.edtf if date else "",
        earliest=date.earliest if date else None,
        latest=date.latest if date else None,
    )


def _label(group: list[Named]) -> str:
    """The name most accounts use; of equals the longest, then the first in the alphabet."""
    counted = Counter(one.name for one in group)
    return min(counted, key=lambda name: (-counted[name], -len(name), name))


def _agreed_date(dates: list[Date]) -> Date | None:
    """The narrowest date that all accounts allow; where they differ, all the days from the first to the last."""
    if not dates:
        return None
    best = min(dates, key=lambda date: ((date.latest or 10**7) - (date.earliest or -(10**7)), date.edtf))
    if not any(apart(date, best) for date in dates):
        return best
    rivals = [date for date in dates if date is best or apart(date, best)]
    first = min(rivals, key=lambda date: (date.earliest or 0, date.edtf))
    last = max(rivals, key=lambda date: (date.latest or 0, date.edtf))
    edtf = f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}"
    return replace(first, edtf=edtf, latest=last.latest)
