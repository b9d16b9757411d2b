"""How alike two tellings are, in parts that a person can check; a thing that every sentence names weighs little.

Scales(tellings, headings).weigh(first, second) -> Weighing(7.2, ("both tell of signature", "both name …", …))
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.comparing import days_between, width, within
from dragoman.model import Heading, Kind, Modality, Polarity, Predicate
from dragoman.reconcile.acts import FORM, likeness_of_acts
from dragoman.reconcile.instruments import matter_of
from dragoman.reconcile.tellings import Telling

# Done once to one thing: two dates for it are a disagreement, where other acts would be two.
ONCE = frozenset(
    {
        Predicate.SIGNATURE,
        Predicate.RATIFICATION,
        Predicate.ENTRY_INTO_FORCE,
        Predicate.ANNULMENT,
        Predicate.RECOGNITION,
        Predicate.NON_RECOGNITION,
        Predicate.DRAFT,
        Predicate.REGIME_CHANGE,
    }
)
# Done to an instrument; the other acts are done under it.
ON_PAPER = frozenset(
    {
        Predicate.SIGNATURE,
        Predicate.RATIFICATION,
        Predicate.ENTRY_INTO_FORCE,
        Predicate.ANNULMENT,
        Predicate.DRAFT,
        Predicate.NEGOTIATION,
        Predicate.ACCEPTANCE,
        Predicate.REFUSAL,
        Predicate.RECOGNITION,
        Predicate.NON_RECOGNITION,
    }
)
ENOUGH = 4.5
# Two dates of an act done once may lie so far apart and be a disagreement; of another act, a matter of rounding.
# An act is known again by at least two things beside its sort.
_GROUNDS = 2
_TWICE = 5 * 366
_ROUNDED = 20
_NEVER = 20.0


class Weighing(msgspec.Struct, frozen=True):
    """The score of a pair, with what made it."""

    score: float
    reasons: tuple[str, ...]


NOTHING = Weighing(0.0, ())


class Scales:
    """Weighs two tellings of one dossier."""

    def __init__(self, tellings: Sequence[Telling], headings: Mapping[str, Heading]) -> None:
        self._headings = headings
        self._total = max(2, len(tellings))
        self._things = Counter(thing for telling in tellings for thing in telling.things)
        self._things.update(
            f"not {telling.one.predicate}" for telling in tellings if telling.one.polarity == Polarity.NEG
        )
        self._things.update(word for telling in tellings for word in telling.events)
        self._words = Counter(word for telling in tellings for word in telling.words)
        counted = self._things | self._words
        self._hefts = {word: math.log(1 + self._total / count) for word, count in counted.items()}
        self._whole = {telling.one.id: self._heft(telling.words) for telling in tellings}
        self._setting = {telling.one.id: self._heft(telling.around) for telling in tellings}

    def weigh(self, first: Telling, second: Telling) -> Weighing:
        """The score of a pair: 0 where the acts cannot be one."""
        score, reason = likeness_of_acts(first.one, second.one)
        if not score:
            return NOTHING
        reasons = [reason]
        form = score >= FORM
        for part, why in (
            self._instruments(first, second),
            self._doers(first, second),
            self._slot(first.done_to, second.done_to, 2.0, 1.5),
            self._slot(first.lands, second.lands, 2.5, 2.5, lands=True),
            self._crossed(first, second),
            self._events(first, second),
            self._words_shared(first, second),
            self._context(first, second),
            _dates(first, second),
            self._denial(first, second),
            _mood(first, second),
            _side_by_side(first, second, score),
            _ages(first, second),
            _partners(first, second),
            _counted(first, second),
        ):
            # The form of an act has other people in it than the act: the envoy, not the power that recognises.
            if part >= 0 or not form or _dates(first, second)[0] < 0:
                score += part
                reasons += why
        if score >= ENOUGH and not form and self._grounds(first, second) < _GROUNDS:
            return Weighing(_GROUNDS, (*reasons, "but nothing in them tells this act from others of its sort"))
        return Weighing(score, tuple(reasons))

    def _grounds(self, first: Telling, second: Telling) -> int:
        """How much there is that tells this act from others of its sort; a shared verb is nothing."""
        days = width(first.when), width(second.when)
        close = bool(days[0] and days[1]) and not days_between(first.when, second.when)
        words = [word for word in first.words & second.words if not word.startswith("@")]
        told = (first.things & second.words) | (second.things & first.words)
        return (
            sum(1 for thing in first.things & second.things if self._known(thing))
            + (1 if any(map(self._known, told - (first.things & second.things))) else 0)
            + sum(1 for thing in first.instruments & second.instruments if self._named(thing))
            + (2 if close and max(days) <= 2 else 1 if close and max(days) <= 366 else 0)  # type: ignore[type-var, operator]
            + (2 if len(words) >= 4 else 1 if len(words) >= 2 else 0)
            + (1 if len(first.events & second.events) > 1 else 0)
            + (1 if first.one.polarity == second.one.polarity == Polarity.NEG else 0)
            + (1 if not first.instruments & second.instruments and self._matters(first, second) else 0)
            + (1 if first.plural != second.plural and first.classes & second.classes else 0)
        )

    def _rare(self, thing: str) -> float:
        return math.log(self._total / max(1, self._things[thing]))

    def _instruments(self, first: Telling, second: Telling) -> tuple[float, list[str]]:
        """A treaty is signed once, but it has many clauses: what is done under it is not one act for that."""
        shared = first.instruments & second.instruments
        if shared:
            weight = max(min(3.0, self._rare(thing)) for thing in shared)
            weight *= 1.3 if first.one.predicate in ON_PAPER and second.one.predicate in ON_PAPER else 0.4
            if first.one.predicate == second.one.predicate and first.one.predicate in ONCE:
                weight += 1.5
            return weight, [f"both name {self._name(thing)}" for thing in sorted(shared)]
        if first.plural != second.plural and first.classes & second.classes:
            return (3.0 if first.one.predicate in ONCE else 2.0), [
                "one names a class of instruments that takes in the other's"
            ]
        if first.plural or second.plural or not first.instruments or not second.instruments:
            return 0.0, []
        if all(map(self._known, first.instruments)) and all(map(self._known, second.instruments)):
            on_paper = first.one.predicate in ON_PAPER and second.one.predicate in ON_PAPER
            return (-5.0 if on_paper else -2.5), ["they name different instruments"]
        matters = self._matters(first, second)
        return (1.5, ["the instruments are about the same: " + ", ".join(sorted(matters))]) if matters else (0.0, [])

    def _matters(self, first: Telling, second: Telling) -> frozenset[str]:
        one, other = (
            frozenset[str]().union(*(matter_of(self._name(one)) for one in each.instruments))
            for each in (first, second)
        )
        return one & other

    def _doers(self, first: Telling, second: Telling) -> tuple[float, list[str]]:
        if first.vague or second.vague:
            return 0.5, ["one names the doers only as the parties"]
        return self._slot(first.doers, second.doers, 2.0, 1.5)

    def _slot(
        self, one: frozenset[str], other: frozenset[str], most: float, cost: float, *, lands: bool = False
    ) -> tuple[float, list[str]]:
        shared = one & other
        if shared:
            weight = min(most, sum(0.5 + min(1.5, self._rare(thing)) * self._sure(thing) for thing in shared))
            return weight, [f"both name {self._name(thing)}" for thing in sorted(shared)]
        if one and other and (self._of_one_sort(one | other) or (lands and all(map(self._known, one | other)))):
            return -cost, ["they name others: " + ", ".join(sorted(map(self._name, one | other)))]
        return 0.0, []

    def _of_one_sort(self, things: frozenset[str]) -> bool:
        """Whether all are powers, or all other names: a president acts for his country and excludes it not."""
        powers = sum(1 for thing in things if thing.startswith("@"))
        if powers:
            return powers == len(things)
        kinds = {self._headings[thing].kind if thing in self._headings else None for thing in things}
        # Two bodies may be of one power; two persons or two places are two.
        return kinds in ({Kind.PERSON}, {Kind.PLACE}) and all(map(self._known, things))

    def _sure(self, thing: str) -> float:
        return 1.0 if self._known(thing) else 0.5

    def _crossed(self, first: Telling, second: Telling) -> tuple[float, list[str]]:
        """What one has as the object of the act and the other as its place or doer still connects them a little."""
        rest = (first.done_to | first.lands) & (second.done_to | second.lands)
        rest -= (first.done_to & second.done_to) | (first.lands & second.lands)
        if rest:
            return min(1.5, sum(min(1.5, self._rare(thing)) for thing in rest)), [
                f"both name {self._name(t)}" for t in sorted(rest)
            ]
        told = {thing for one, other in ((first, second), (second, first)) for thing in one.things & other.words}
        told -= first.things & second.things
        if told:
            return min(1.0, 0.5 * len(told)), [f"one has among its words {self._name(thing)}" for thing in sorted(told)]
        turned = (first.doers & second.done_to) | (second.doers & first.done_to)
        if turned and not first.doers & second.doers and not first.done_to & second.done_to:
            return -1.0, ["who acts in one is acted upon in the other"]
        return 0.0, []

    def _events(self, first: Telling, second: Telling) -> tuple[float, list[str]]:
        """A conference or a war by its name; "the conference" alone names none."""
        shared = first.events & second.events
        if not shared:
            return 0.0, []
        part = self._heft(shared) / self._heft(first.events | second.events)
        return (3.0 if len(shared) > 1 else 1.0) * part, [
            "both name the " + " ".join(sorted(word.lstrip("@") for word in shared))
        ]

    def _context(self, first: Telling, second: Telling) -> tuple[float, list[str]]:
        """What the sentences beside them name: two stories may use the same words."""
        if first.one.account == second.one.account:
            return 0.0, []
        shared = first.around & second.around
        if not shared:
            return (
                (-1.0, ["the sentences around them name nothing in common"])
                if first.around and second.around
                else (0.0, [])
            )
        weight = self._heft(shared)
        part = weight / (self._setting[first.one.id] + self._setting[second.one.id] - weight)
        return 2.0 * part, ["around them both name " + ", ".join(sorted(map(self._name, shared))[:4])]

    def _denial(self, first: Telling, second: Telling) -> tuple[float, list[str]]:
        one, other = first.one.polarity, second.one.polarity
        if one == other == Polarity.NEG and first.one.account != second.one.account:
            return min(2.5, 0.6 * self._rare(f"not {first.one.predicate}")), ["both deny it"]
        if {one, other} == {Polarity.POS, Polarity.NEG}:
            return -1.5, ["one affirms, the other denies"]
        return 0.0, []

    def _words_shared(self, first: Telling, second: Telling) -> tuple[float, list[str]]:
        shared = first.words & second.words
        if not shared:
            return 0.0, []
        whole = math.sqrt(self._whole[first.one.id] * self._whole[second.one.id])
        # One word that is all a clause has is no likeness: "annexation" is told of many lands.
        score = min(4.0, 6.0 * self._heft(shared) / whole) * min(1.0, len(shared) / 3) if whole else 0.0
        rarest = sorted(shared, key=lambda word: (self._words[word], word))[:6]
        return score, ["both say: " + ", ".join(word.lstrip("@").replace("_", " ") for word in rarest)]

    def _heft(self, words: Iterable[str]) -> float:
        hefts = self._hefts
        return sum([hefts[word] for word in words])

    def _known(self, thing: str) -> bool:
        """Whether it is a name: "the territory" may be any."""
        return thing.startswith("@") or (thing in self._headings and self._headings[thing].label[:1].isupper())

    def _named(self, instrument: str) -> bool:
        """Whether it has a name or a date: "the treaty" may be any."""
        return self._known(instrument) or (instrument in self._headings and bool(self._headings[instrument].edtf))

    def _name(self, thing: str) -> str:
        if thing.startswith("@"):
            return thing[1:].replace("_", " ")
        return self._headings[thing].label if thing in self._headings else thing.lstrip("“")


def _dates(first: Telling, second: Telling) -> tuple[float, list[str]]:
    one, other = first.when, second.when
    widest = max(width(one) or 0, width(other) or 0)
    if one is None or other is None or not width(one) or not width(other):
        return 0.0, []
    words = f"{one.edtf} and {other.edtf}" if one.edtf != other.edtf else one.edtf
    gap = days_between(one, other)
    if gap == 0:
        if one.edtf != other.edtf and not within(one, other) and not within(other, one):
            return 0.5, [f"the dates overlap: {words}"]
        # That two battles were both in 1898 says little; that a treaty was signed in 1898, and on a day of it, more.
        wide = 1.0 if first.one.predicate in ONCE else 0.3
        return (3.0 if widest <= 2 else 2.0 if widest <= 62 else wide), [f"the dates allow it: {words}"]
    if first.one.predicate == second.one.predicate and first.one.predicate in ONCE:
        # What is done once may be dated twice; the further apart, the likelier there were two.
        return (-1.0 if gap < _TWICE else -_NEVER), [f"the dates differ: {words}"]
    return (-2.0 if gap < _ROUNDED else -_NEVER), [f"the dates differ: {words}"]


def _mood(first: Telling, second: Telling) -> tuple[float, list[str]]:
    """What was only meant is seldom what was done; what a draft provides may be what was agreed."""
    one, other = first.one.modality, second.one.modality
    if one == other or Modality.PROPOSED in (one, other):
        return 0.0, []
    once = first.one.predicate in ONCE and first.one.predicate == second.one.predicate
    return (-3.5 if once else -1.5), [f"one tells it as {one}, the other as {other}"]


def _side_by_side(first: Telling, second: Telling, act: float) -> tuple[float, list[str]]:
    """Two clauses side by side tell of two acts, unless one is the form of the other."""
    if first.one.account != second.one.account or act >= FORM:
        return 0.0, []
    if first.done_to & second.done_to:
        return 0.0, []
    gap = max(first.one.span.start - second.one.span.end, second.one.span.start - first.one.span.end)
    return (-2.5, ["they stand side by side in one account"]) if gap < 60 else (-0.5, [])


def _ages(first: Telling, second: Telling) -> tuple[float, list[str]]:
    """What has no date of its own is of the time that the sentences around it tell of."""
    one, other = first.years, second.years
    if one is None or other is None or (first.when is not None and second.when is not None):
        return 0.0, []
    gap = max(other[0] - one[1], one[0] - other[1])
    return (-3.0, [f"they are of different times: {one[0]} and {other[0]}"]) if gap > _AN_AGE else (0.0, [])


# Narratives look back and ahead some years around what they tell.
_AN_AGE = 4


def _partners(first: Telling, second: Telling) -> tuple[float, list[str]]:
    """Austria breaking with America is not Germany breaking with America."""
    one, other = first.powers, second.powers
    if len(one) >= 2 and len(other) >= 2 and not one <= other and not other <= one:
        # Two powers that break with a third on one day do it each for itself.
        between_two = first.one.predicate in (Predicate.RECOGNITION, Predicate.NON_RECOGNITION)
        return (-_NEVER if between_two else -2.5), [f"the powers are not the same: {_listed(one ^ other)}"]
    # What has no part in the act by name may still be named in its clause: "recognised the independence of Latvia".
    one, other = (powers | _powers(each) for powers, each in ((one, first), (other, second)))
    if first.one.account == second.one.account or one <= other or other <= one:
        return 0.0, []
    return -2.0, [f"each names a power that the other does not: {_listed(one ^ other)}"]


def _powers(telling: Telling) -> frozenset[str]:
    return frozenset(word for word in telling.words if word.startswith("@"))


def _listed(sides: frozenset[str]) -> str:
    return ", ".join(sorted(side.lstrip("@").replace("_", " ") for side in sides))


def _counted(first: Telling, second: Telling) -> tuple[float, list[str]]:
    """The first conference is not the second, nor a new one."""
    one, other = first.count, second.count
    if not one or not other or one == other:
        return 0.0, []
    return -3.0, [f"one tells of the {one}, the other of the {other}"]
