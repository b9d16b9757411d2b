"""Names to headings: the same actor, place or instrument under the names that the accounts give it.

    "Moscow Treaty" (a), "Moscow Treaty of 1921" (b) -> Heading(kind=INSTRUMENT, label="Moscow Treaty", reasons=(…))
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.model import Date, Heading, Judgement, Kind, Member, Ruling, Testimony, digest
from dragoman.reconcile.likeness import Named, keys_of, why_one

_COMMON = frozenset({Kind.EVENT, Kind.DATE})


def things_of(testimonies: Sequence[Testimony], pairings: Sequence[Judgement] = ()) -> tuple[Heading, ...]:
    """The headings of actors, places and instruments, in an order that does not depend on the order of the files."""
    named = sorted({one for testimony in testimonies for one in _named_in(testimony)}, key=lambda one: (one.kind, one.name, one.account))
    clusters = _Clusters(named)
    apart = _ruled(pairings, Ruling.DIFFERENT)
    for first, second in _ruled(pairings, Ruling.SAME):
        clusters.join_members(first, second, "a person says that they are the same")
    for first, second, reason in _alike(named):
        if frozenset((first.member, second.member)) not in {frozenset(pair) for pair in apart}:
            clusters.join(first, second, reason)
    return tuple(_heading(group, reasons) for group, reasons in clusters.groups())


def _named_in(testimony: Testimony) -> Iterator[Named]:
    """The names of one account: what its instruments and the participants of its assertions are called."""
    account = testimony.account.id
    seen: set[tuple[Kind, str]] = set()
    for instrument in testimony.instruments:
        seen.add((Kind.INSTRUMENT, instrument.name))
        yield Named(account, instrument.name, Kind.INSTRUMENT, instrument.aliases, instrument.dated, str(instrument.kind))
    counted: dict[str, Counter[Kind]] = defaultdict(Counter)
    for assertion in testimony.assertions:
        for one in assertion.participants:
            if one.kind is not None and one.kind not in _COMMON:
                counted[one.name][one.kind] += 1
    for name, kinds in counted.items():
        kind = kinds.most_common(1)[0][0]
        if (kind, name) not in seen:
            yield Named(account, name, kind)


def _alike(named: Sequence[Named]) -> Iterator[tuple[Named, Named, str]]:
    """Pairs that are one thing, with the reason; only names that share a key are compared at all."""
    blocks: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for one in named:
        for key in sorted(keys_of(one)):
            blocks[_sort(one.kind), key].append(one)
    done: set[tuple[Named, Named]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        for i, first in enumerate(block):
            for second in block[i + 1 : i + 200]:
                if first != second and (first, second) not in done:
                    done.add((first, second))
                    reason = why_one(first, second)
                    if reason:
                        yield first, second, reason


def _sort(kind: Kind) -> str:
    """Polities and places share keys ("Turkey" acts and is ceded to); a person is never a place."""
    return "land" if kind in (Kind.POLITY, Kind.PLACE) else str(kind)


def _ruled(pairings: Iterable[Judgement], ruling: Ruling) -> list[tuple[Member, Member]]:
    """Pairs of members that a person ruled on; target and other are `account:name`."""
    pairs = []
    for judgement in pairings:
        if judgement.ruling == ruling and ":" in judgement.target and ":" in judgement.other:
            first, second = judgement.target.split(":", 1), judgement.other.split(":", 1)
            pairs.append((Member(first[0], first[1]), Member(second[0], second[1])))  # type: ignore[arg-type]
    return pairs


class _Clusters:
    """Groups of names, joined step by step, each join with its reason."""

    def __init__(self, named: Sequence[Named]) -> None:
        self._parent = {one: one for one in named}
        self._reasons: dict[Named, list[str]] = defaultdict(list)

    def join_members(self, first: Member, second: Member, reason: str) -> None:
        ones = [one for one in self._parent if one.member == first]
        others = [one for one in self._parent if one.member == second]
        for one in ones[:1]:
            for other in others[:1]:
                self.join(one, other, reason)

    def join(self, first: Named, second: Named, reason: str) -> None:
        one, other = self._root(first), self._root(second)
        if one != other:
            one, other = sorted((one, other), key=lambda each: (each.name, each.account))
            self._parent[other] = one
            self._reasons[one] += [*self._reasons.pop(other, []), reason]

    def groups(self) -> Iterator[tuple[list[Named], tuple[str, ...]]]:
        members: dict[Named, list[Named]] = defaultdict(list)
        for one in self._parent:
            members[self._root(one)].append(one)
        for root, group in members.items():
            yield group, tuple(dict.fromkeys(self._reasons.get(root, ())))

    def _root(self, one: Named) -> Named:
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one


def _heading(group: list[Named], reasons: tuple[str, ...]) -> Heading:
    members = tuple(sorted({one.member for one in group}))
    kind = Counter(one.kind for one in group).most_common(1)[0][0]
    label = _label(group)
    date = _agreed_date([one.dated for one in group if one.dated is not None and one.dated.edtf])
    return Heading(
        id=digest("thing", str(kind), *(f"{member.account}:{member.name}" for member in members)),
        kind=kind,
        label=label,
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
    """The narrowest date that all accounts allow; None where they contradict each other, or give none."""
    if not dates:
        return None
    best = min(dates, key=lambda date: ((date.latest or 10**7) - (date.earliest or -(10**7)), date.edtf))
    for date in dates:
        if None not in (date.earliest, date.latest, best.earliest, best.latest):
            if date.latest < best.earliest or best.latest < date.earliest:  # type: ignore[operator]
                return None
    return best


