"""How alike two tellings are, in parts that a person can check; a thing that every sentence names weighs little.

Scales(tellings, headings).weigh(first, second) -> Weighing(7.2, ("both tell of signature", "both name …", …))
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from dragoman.comparing import days_between, named_after, width
from dragoman.model import Heading, InstrumentKind, Kind, Polarity, Predicate
from dragoman.reconcile.acts import FORM, likeness_of_acts
from dragoman.reconcile.instruments import matter_of, sort_of
from dragoman.reconcile.tellings import Telling
from dragoman.reconcile.weights import (
    NEVER,
    ONCE,
    SILENT,
    Part,
    ages_of,
    counted,
    dates_of,
    lines_of,
    mood_of,
    nothing,
    one_transfer,
    partners_of,
    side_by_side,
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
ENOUGH = 4.2
# An act is known again by at least two things beside its sort.
_GROUNDS = 2
# A land goes from hand to hand, but seldom twice within what two accounts tell of.
_ONE_LAND = 1.0


class Weighing(msgspec.Struct, frozen=True):
    """The score of a pair, with what made it."""

    score: float
    told: tuple[Callable[[], list[str]], ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """What made the score, one step each."""
        return tuple(reason for tell in self.told for reason in tell())


NOTHING = Weighing(0.0)
_FAR_APART = Weighing(-NEVER)


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
        both = self._things | self._words
        self._hefts = {word: math.log(1 + self._total / count) for word, count in both.items()}
        self._whole = {telling.one.id: self._heft(telling.words) for telling in tellings}
        self._setting = {telling.one.id: self._heft(telling.around) for telling in tellings}

    def weigh(self, first: Telling, second: Telling) -> Weighing:
        """The score of a pair: 0 where the acts cannot be one."""
        score, reason = likeness_of_acts(first.one, second.one)
        if not score:
            return NOTHING
        form = score >= FORM
        dates, partners = dates_of(first, second), partners_of(first, second)
        # Nothing else could make up for it.
        if dates[0] <= -NEVER or (partners[0] <= -NEVER and not form):
            return _FAR_APART
        done_to = self._slot(first.done_to, second.done_to, 2.0, 1.5)
        if self.of_one_land(first, second):
            # To whom it went is what two accounts may disagree about.
            partners = (max(partners[0], 0.0), partners[1])
            score += _ONE_LAND
            done_to = SILENT if done_to[0] < 0 else done_to
        told = [lambda: [reason]]
        for part, why in (
            self._instruments(first, second),
            self._doers(first, second),
            done_to,
            self._slot(first.lands, second.lands, 2.5, 2.5, lands=True),
            self._crossed(first, second),
            self._events(first, second),
            self._words_shared(first, second),
            self._context(first, second),
            dates,
            self._denial(first, second),
            mood_of(first, second),
            side_by_side(first, second, score),
            ages_of(first, second),
            partners,
            counted(first, second),
        ):
            # The form of an act has other people in it than the act: the envoy, not the power that recognises.
            if part >= 0 or not form or dates[0] < 0:
                score += part
                if why is not nothing:
                    told.append(why)
        if score >= ENOUGH and not form and self._grounds(first, second) < _GROUNDS:
            return Weighing(_GROUNDS, (*told, lambda: ["but nothing in them tells this act from others of its sort"]))
        return Weighing(score, tuple(told))

    def of_one_land(self, first: Telling, second: Telling) -> bool:
        """Whether two accounts have one place given away, by whomever to whomever."""
        if first.one.account == second.one.account:
            return False
        given = first.one.predicate == second.one.predicate == Predicate.CESSION
        return given and any(self._known(land) and not land.startswith("@") for land in first.lands & second.lands)

    def _grounds(self, first: Telling, second: Telling) -> int:
        """How much there is that tells this act from others of its sort; a shared verb is nothing."""
        days = width(first.when), width(second.when)
        close = bool(days[0] and days[1]) and not days_between(first.when, second.when)
        words = [word for word in first.words & second.words if not word.startswith("@")]
        told = (first.things & second.words) | (second.things & first.words)
        return (
            self._shared_names(first, second)
            + (1 if any(map(self._known, told - (first.things & second.things))) else 0)
            + sum(1 for thing in first.instruments & second.instruments if self._named(thing))
            + (2 if close and max(days) <= 2 else 1 if close and max(days) <= 366 else 0)  # type: ignore[type-var, operator]
            + (2 if len(words) >= 4 else 1 if len(words) >= 2 else 0)
            + (1 if len(first.events & second.events) > (0 if first.doers & second.doers else 1) else 0)
            + (1 if first.one.polarity == second.one.polarity == Polarity.NEG else 0)
            + (1 if not first.instruments & second.instruments and self._matters(first, second) else 0)
            + (1 if first.plural != second.plural and first.classes & second.classes else 0)
            + (2 if self._signed_there(first, second)[0] else 0)
            + (1 if self.of_one_land(first, second) else 0)
        )

    def _shared_names(self, first: Telling, second: Telling) -> int:
        """How many names they share; of powers that sign, one: the same two sign many treaties."""
        shared = [thing for thing in first.things & second.things if self._known(thing)]
        powers = sum(1 for thing in shared if thing.startswith("@"))
        signs = first.one.predicate == second.one.predicate == Predicate.SIGNATURE
        return len(shared) - powers + min(powers, 1 if signs else powers)

    def _rare(self, thing: str) -> float:
        return math.log(self._total / max(1, self._things[thing]))

    def _instruments(self, first: Telling, second: Telling) -> Part:
        """A treaty is signed once, but it has many clauses: what is done under it is not one act for that."""
        shared = first.instruments & second.instruments
        if shared:
            weight = max(min(3.0, self._rare(thing)) for thing in shared)
            weight *= 1.3 if first.one.predicate in ON_PAPER and second.one.predicate in ON_PAPER else 0.4
            if first.one.predicate == second.one.predicate and first.one.predicate in ONCE:
                weight += 1.5
            return weight, lambda: [f"both name {self._name(thing)}" for thing in sorted(shared)]
        if first.plural != second.plural and first.classes & second.classes:
            return (3.0 if first.one.predicate in ONCE else 2.0), lambda: [
                "one names a class of instruments that takes in the other's"
            ]
        if first.plural or second.plural or not first.instruments or not second.instruments:
            return self._signed_there(first, second)
        if all(map(self._known, first.instruments)) and all(map(self._known, second.instruments)):
            on_paper = first.one.predicate in ON_PAPER and second.one.predicate in ON_PAPER
            if one_transfer(first, second):
                # By which treaty it was given is what two accounts may disagree about.
                return 0.0, lambda: ["they name different instruments"]
            return (-5.0 if on_paper else -2.5), lambda: ["they name different instruments"]
        if first.one.predicate in ON_PAPER and second.one.predicate in ON_PAPER and self._papers_differ(first, second):
            return -3.0, lambda: ["they are of different sorts of papers"]
        matters = self._matters(first, second)
        return (
            (1.5, lambda: ["the instruments are about the same: " + ", ".join(sorted(matters))]) if matters else SILENT
        )

    def _signed_there(self, first: Telling, second: Telling) -> Part:
        """ "Peace was signed in Moscow" is the signature of the Treaty of Moscow."""
        if not first.one.predicate == second.one.predicate == Predicate.SIGNATURE:
            return SILENT
        for one, other in ((first, second), (second, first)):
            for paper in one.instruments:
                for place in other.lands if not other.instruments else ():
                    if named_after(self._name(paper), self._name(place)):
                        return 3.0, lambda paper=paper: [f"signed where the {self._name(paper)} is named after"]
        return SILENT

    def _papers_differ(self, first: Telling, second: Telling) -> bool:
        """Whether one names a letter and the other a treaty: to sign the one is not to sign the other."""
        one, other = ({sort_of(self._name(each)) for each in telling.instruments} for telling in (first, second))
        return {InstrumentKind.LETTER} in (one, other) and not (one | other) & {InstrumentKind.OTHER} and one != other

    def _matters(self, first: Telling, second: Telling) -> frozenset[str]:
        one, other = (
            frozenset[str]().union(*(matter_of(self._name(one)) for one in each.instruments))
            for each in (first, second)
        )
        return one & other

    def _doers(self, first: Telling, second: Telling) -> Part:
        if first.vague or second.vague:
            return 0.5, lambda: ["one names the doers only as the parties"]
        return self._slot(first.doers, second.doers, 2.0, 1.5)

    def _slot(
        self, one: frozenset[str], other: frozenset[str], most: float, cost: float, *, lands: bool = False
    ) -> Part:
        shared = one & other
        if shared:
            weight = min(most, sum(0.5 + min(1.5, self._rare(thing)) * self._sure(thing) for thing in shared))
            return weight, lambda: [f"both name {self._name(thing)}" for thing in sorted(shared)]
        if lines_of(one) & lines_of(other):
            return SILENT
        if one and other and (self._of_one_sort(one | other) or (lands and all(map(self._known, one | other)))):
            return -cost, lambda: ["they name others: " + ", ".join(sorted(map(self._name, one | other)))]
        return SILENT

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

    def _crossed(self, first: Telling, second: Telling) -> Part:
        """What one has as the object of the act and the other as its place or doer still connects them a little."""
        rest = (first.done_to | first.lands) & (second.done_to | second.lands)
        rest -= (first.done_to & second.done_to) | (first.lands & second.lands)
        if rest:
            return min(1.5, sum(min(1.5, self._rare(thing)) for thing in rest)), lambda: [
                f"both name {self._name(t)}" for t in sorted(rest)
            ]
        told = {thing for one, other in ((first, second), (second, first)) for thing in one.things & other.words}
        told -= first.things & second.things
        if told:
            return min(1.0, 0.5 * len(told)), lambda: [
                f"one has among its words {self._name(thing)}" for thing in sorted(told)
            ]
        turned = (first.doers & second.done_to) | (second.doers & first.done_to)
        if turned and not first.doers & second.doers and not first.done_to & second.done_to:
            return -1.0, lambda: ["who acts in one is acted upon in the other"]
        return SILENT

    def _events(self, first: Telling, second: Telling) -> Part:
        """A conference or a war by its name; "the conference" alone names none."""
        shared = first.events & second.events
        if not shared:
            return SILENT
        part = self._heft(shared) / self._heft(first.events | second.events)
        return (3.0 if len(shared) > 1 else 1.0) * part, lambda: [
            "both name the " + " ".join(sorted(word.lstrip("@") for word in shared))
        ]

    def _context(self, first: Telling, second: Telling) -> Part:
        """What the sentences beside them name: two stories may use the same words."""
        if first.one.account == second.one.account:
            return SILENT
        shared, both = first.around & second.around, bool(first.around) and bool(second.around)
        if not shared:
            return (-1.0, lambda: ["the sentences around them name nothing in common"]) if both else SILENT
        weight = self._heft(shared)
        part = weight / (self._setting[first.one.id] + self._setting[second.one.id] - weight)
        return 2.0 * part, lambda: ["around them both name " + ", ".join(sorted(map(self._name, shared))[:4])]

    def _denial(self, first: Telling, second: Telling) -> Part:
        one, other = first.one.polarity, second.one.polarity
        if one == other == Polarity.NEG and first.one.account != second.one.account:
            return min(2.5, 0.6 * self._rare(f"not {first.one.predicate}")), lambda: ["both deny it"]
        if {one, other} == {Polarity.POS, Polarity.NEG}:
            about = first.events & second.events or first.instruments & second.instruments or first.lands & second.lands
            if first.doers & second.doers and about and first.one.account != second.one.account:
                # "Portugal took part in the conference", "Portugal stayed away from the conference".
                return 0.0, lambda: ["one affirms, the other denies"]
            return -1.5, lambda: ["one affirms, the other denies"]
        return SILENT

    def _words_shared(self, first: Telling, second: Telling) -> Part:
        shared = first.words & second.words
        if not shared:
            return SILENT
        whole = math.sqrt(self._whole[first.one.id] * self._whole[second.one.id])
        # One word that is all a clause has is no likeness: "annexation" is told of many lands.
        score = min(4.0, 6.0 * self._heft(shared) / whole) * min(1.0, len(shared) / 3) if whole else 0.0
        return score, lambda: [
            "both say: " + ", ".join(word.lstrip("@").replace("_", " ") for word in self._rarest(shared))
        ]

    def _rarest(self, shared: frozenset[str]) -> list[str]:
        return sorted(shared, key=lambda word: (self._words[word], word))[:6]

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
