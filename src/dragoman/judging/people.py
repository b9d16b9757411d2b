"""Two people's judgements side by side: where they agree, how much more than by chance, and where they do not.

people_of(in_force(log), met).pairs[0].kappa -> 0.81
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from dragoman.judging.bench import ABOUT_ASSERTIONS
from dragoman.model import Judgement, Ruling


class Difference(msgspec.Struct, frozen=True):
    """One assertion on which two people decided otherwise."""

    assertion: str
    one: Judgement
    other: Judgement
    sentence: str


class Agreement(msgspec.Struct, frozen=True):
    """Two people: what both judged, in how much of it they agree, and Cohen's kappa, None where it has no meaning."""

    one: str
    other: str
    both: int
    agreed: int
    kappa: float | None
    table: tuple[tuple[str, str, int], ...]
    differences: tuple[Difference, ...]


class People(msgspec.Struct, frozen=True):
    """Everybody who judged, with how many assertions each, and every two who judged the same."""

    judged: tuple[tuple[str, int], ...]
    pairs: tuple[Agreement, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Everything on which two people differ, each assertion once."""
        found: dict[str, Difference] = {}
        for pair in self.pairs:
            for one in pair.differences:
                found.setdefault(one.assertion, one)
        return tuple(found.values())


def people_of(standing: Iterable[Judgement], met: Mapping[str, str]) -> People:
    """The people in the log; of each the last word on an assertion counts. `met` as in `Judged`."""
    said = rulings_by_person(standing, met)
    judged = tuple(sorted(((who, len(rulings)) for who, rulings in said.items()), key=lambda pair: (-pair[1], pair[0])))
    pairs = [agreement_of(one, said[one], other, said[other]) for (one, _), (other, _) in combinations(judged, 2)]
    return People(judged, tuple(pair for pair in pairs if pair.both))


def rulings_by_person(
    standing: Iterable[Judgement], met: Mapping[str, str]
) -> dict[str, dict[str, tuple[Judgement, ...]]]:
    """For each person and assertion the judgements of that person that are in force there, in order."""
    said: dict[str, dict[str, tuple[Judgement, ...]]] = defaultdict(dict)
    for one in standing:
        if one.ruling in ABOUT_ASSERTIONS and (target := met.get(one.id, "")):
            said[one.who][target] = (*said[one.who].get(target, ()), one)
    return dict(said)


def agreement_of(
    one: str,
    ones: Mapping[str, tuple[Judgement, ...]],
    other: str,
    others: Mapping[str, tuple[Judgement, ...]],
) -> Agreement:
    """What two people both judged. They agree where they accept, reject, or correct to the same."""
    both = [target for target in ones if target in others]
    words = [(outcome(ones[target]), outcome(others[target])) for target in both]
    table = Counter((_kind(first), _kind(second)) for first, second in words)
    return Agreement(
        one=one,
        other=other,
        both=len(both),
        agreed=sum(1 for first, second in words if first == second),
        kappa=kappa(words),
        table=tuple((first, second, number) for (first, second), number in sorted(table.items())),
        differences=tuple(_differences(both, ones, others)),
    )


def outcome(rulings: Sequence[Judgement]) -> str:
    """What a person's rulings on one assertion come to, so that two can be compared: "reject", "correct when=1920"."""
    last = rulings[-1]
    if last.ruling is Ruling.REJECT:
        return "reject"
    changes: dict[str, tuple[str, ...]] = {}
    for ruling in rulings:
        for slot in dict.fromkeys(slot for slot, _ in ruling.changes):
            changes[slot] = tuple(sorted(value for name, value in ruling.changes if name == slot))
    if not changes:
        return "accept"
    return "correct " + "; ".join(f"{slot}={', '.join(values)}" for slot, values in sorted(changes.items()))


def kappa(words: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: 1 full agreement, 0 as much as chance gives; None when both always said the same one thing."""
    if not words:
        return None
    total = len(words)
    agreed = sum(first == second for first, second in words) / total
    firsts, seconds = Counter(first for first, _ in words), Counter(second for _, second in words)
    chance = sum(firsts[word] * seconds[word] for word in firsts) / total**2
    return None if chance == 1.0 else (agreed - chance) / (1.0 - chance)


def _kind(outcome_: str) -> str:
    return outcome_.split(" ", 1)[0]


def _differences(
    both: Sequence[str], ones: Mapping[str, tuple[Judgement, ...]], others: Mapping[str, tuple[Judgement, ...]]
) -> Iterator[Difference]:
    for target in both:
        first, second = ones[target][-1], others[target][-1]
        if outcome(ones[target]) != outcome(others[target]):
            sentence = f"{_says(ones[target])}; {_says(others[target])}"
            yield Difference(target, first, second, sentence)


def _says(rulings: Sequence[Judgement]) -> str:
    last = rulings[-1]
    said = outcome(rulings)
    done = {"reject": "rejected it", "accept": "accepted it"}.get(said, said.replace("correct ", "corrected it to ", 1))
    note = f" (“{last.note}”)" if last.note else ""
    return f"{last.who} {done}{note}"
