"""Judgements heard one after the other, and what comes of the testimonies.

judged(testimonies, judgements).standing   -> testimonies with corrections in them and without what was rejected
judged(testimonies, judgements).problems   -> judgements that no longer find what they were about
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from dragoman.judging.anchors import agreement, differing, near, overlap, place_of, says_the_same
from dragoman.judging.slots import corrected, merged, one_of
from dragoman.model import (
    Anchor,
    Assertion,
    Code,
    DragomanError,
    Evidence,
    Judgement,
    Predicate,
    Problem,
    Ruling,
    Testimony,
    digest,
)

ABOUT_ASSERTIONS = frozenset({Ruling.ACCEPT, Ruling.CORRECT, Ruling.REJECT, Ruling.ADD})
LOG = "judgements.jsonl"


class Judged(msgspec.Struct, frozen=True):
    """Testimonies as people have judged them.

    `rulings` holds for each judged assertion the judgement in force, the last in the log; `met` says for every
    judgement about an assertion which one it found, so that overruled ones are still seen.
    """

    testimonies: tuple[Testimony, ...]
    problems: tuple[Problem, ...] = ()
    rulings: dict[str, Judgement] = {}
    met: dict[str, str] = {}
    judgements: tuple[Judgement, ...] = ()

    @property
    def standing(self) -> tuple[Testimony, ...]:
        """The testimonies without what was rejected: what topics and findings are made of."""
        return tuple(
            replace(each, assertions=tuple(one for one in each.assertions if stands(one.id, self.rulings)))
            for each in self.testimonies
        )

    @property
    def pairings(self) -> tuple[Judgement, ...]:
        """The judgements about who is who (SAME and DIFFERENT) that were not undone, for `reconcile`."""
        return tuple(one for one in in_force(self.judgements) if one.ruling in (Ruling.SAME, Ruling.DIFFERENT))


def stands(assertion: str, rulings: Mapping[str, Judgement]) -> bool:
    """Whether the assertion with this id was not rejected."""
    ruling = rulings.get(assertion)
    return ruling is None or ruling.ruling != Ruling.REJECT


def judged(testimonies: Iterable[Testimony], judgements: Iterable[Judgement]) -> Judged:
    """The testimonies with every judgement applied in the order of the log; nothing is dropped.

    Corrections of different slots add up; of the same slot the last wins, and so it does between accepting,
    correcting and rejecting.
    """
    log = tuple(judgements)
    bench = _Bench(tuple(testimonies))
    for judgement in in_force(log):
        if judgement.ruling in ABOUT_ASSERTIONS:
            bench.hear(judgement)
    lost = tuple(_orphan(one, "undoes a judgement that is not in the log") for one in _undoing_nothing(log))
    return Judged(bench.testimonies(), (*lost, *bench.problems), bench.rulings, bench.met, log)


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that were not undone, each once, in order; an UNDO can itself be undone."""
    once = tuple({one.id: one for one in reversed(tuple(judgements))}.values())[::-1]
    undone: set[str] = set()
    for one in reversed(once):
        if one.ruling == Ruling.UNDO and one.id not in undone:
            undone.add(one.target)
    return tuple(one for one in once if one.ruling != Ruling.UNDO and one.id not in undone)


class _Stand(NamedTuple):
    """Where an assertion is kept: the testimony's and its own number."""

    testimony: int
    position: int


class _Bench:
    """Hears judgements one after the other; `testimonies()` is what has come of it."""

    def __init__(self, drafted: tuple[Testimony, ...]) -> None:
        self._drafted = drafted
        self._assertions = [list(one.assertions) for one in drafted]
        self._where = {
            each.id: _Stand(number, position)
            for number, one in enumerate(drafted)
            for position, each in enumerate(one.assertions)
        }
        self.problems: list[Problem] = []
        self.rulings: dict[str, Judgement] = {}
        self.met: dict[str, str] = {}

    def testimonies(self) -> tuple[Testimony, ...]:
        return tuple(
            one if list(one.assertions) == mine else replace(one, assertions=tuple(sorted(mine, key=_in_text)))
            for one, mine in zip(self._drafted, self._assertions, strict=True)
        )

    def hear(self, judgement: Judgement) -> None:
        """Apply one judgement, or say why it cannot be."""
        try:
            found = self._added(judgement) if judgement.ruling == Ruling.ADD else self._ruled(judgement)
        except DragomanError as error:
            self.problems.append(_orphan(judgement, f"cannot be applied ({error})"))
            return
        if found is None:
            self.problems.append(_orphan(judgement, "no longer finds what it was about"))
            return
        self.rulings[found] = judgement
        self.met[judgement.id] = found

    def _ruled(self, judgement: Judgement) -> str | None:
        stand = self._find(judgement)
        if stand is None:
            return None
        assertion = self._assertions[stand.testimony][stand.position]
        if judgement.ruling == Ruling.ACCEPT and judgement.anchor:
            # What was accepted is what the person saw: a newer draft that says otherwise does not overrule it.
            assertion = corrected(assertion, differing(judgement.anchor, assertion))
        if judgement.ruling == Ruling.CORRECT:
            assertion = replace(corrected(assertion, judgement.changes), confidence=1.0)
        self._assertions[stand.testimony][stand.position] = assertion
        return assertion.id

    def _added(self, judgement: Judgement) -> str | None:
        anchor = judgement.anchor
        number = None if anchor is None else self._account(anchor)
        span = None if anchor is None or number is None else place_of(anchor, self._drafted[number].account.text)
        if anchor is None or number is None or span is None:
            return None
        account = self._drafted[number].account
        slots = merged(anchor.slots, judgement.changes)
        evidence = Evidence(account.id, span, account.text[span.start : span.end])
        blank = Assertion(
            id=judgement.target or digest(judgement.id),
            account=account.id,
            predicate=one_of(Predicate, dict(slots).get("predicate", ""), "predicate"),
            participants=(),
            evidence=(evidence,),
            found_by=judgement.who,
            confidence=1.0,
        )
        if blank.id not in self._where:
            self._where[blank.id] = _Stand(number, len(self._assertions[number]))
            self._assertions[number].append(corrected(blank, slots))
        return blank.id

    def _find(self, judgement: Judgement) -> _Stand | None:
        anchor = judgement.anchor
        if stand := self._where.get(judgement.target):
            return stand if anchor is None or self._may(judgement, stand) else None
        return None if anchor is None else self._find_by_anchor(judgement, anchor)

    def _find_by_anchor(self, judgement: Judgement, anchor: Anchor) -> _Stand | None:
        number = self._account(anchor)
        if number is None:
            return None
        text = self._drafted[number].account.text
        allowed = {value for slot, value in (*anchor.slots, *judgement.changes) if slot == "predicate"}
        stands_ = [_Stand(number, position) for position in range(len(self._assertions[number]))]
        likely = [one for one in stands_ if self._at(one).predicate in allowed and self._may(judgement, one)]
        exact = [one for one in likely if self._at(one).quote == anchor.quote]
        place = place_of(anchor, text)
        if exact:
            return max(exact, key=lambda one: (near(self._at(one).span, place), agreement(anchor, self._at(one))))
        close = [one for one in likely if place and overlap(self._at(one).span, place) >= 0.5]
        return max(
            close, key=lambda one: (overlap(self._at(one).span, place), agreement(anchor, self._at(one))), default=None
        )

    def _account(self, anchor: Anchor) -> int | None:
        """The account of that digest, else the only one of that name."""
        same = [number for number, one in enumerate(self._drafted) if one.account.id == anchor.account]
        named = [number for number, one in enumerate(self._drafted) if one.account.name == anchor.account_name]
        return same[0] if same else named[0] if len(named) == 1 else None

    def _at(self, stand: _Stand) -> Assertion:
        return self._assertions[stand.testimony][stand.position]

    def _may(self, judgement: Judgement, stand: _Stand) -> bool:
        """A rejection holds only for what was rejected: what is now drafted otherwise is not silently retired."""
        if judgement.ruling != Ruling.REJECT or judgement.anchor is None:
            return True
        return says_the_same(judgement.anchor, self._at(stand))


def _in_text(assertion: Assertion) -> tuple[int, int]:
    return (assertion.span.start, assertion.span.end)


def _undoing_nothing(log: tuple[Judgement, ...]) -> list[Judgement]:
    known = {one.id for one in log}
    return [one for one in log if one.ruling == Ruling.UNDO and one.target not in known]


def _orphan(judgement: Judgement, why: str) -> Problem:
    about = f" on “{_short(judgement.anchor.quote)}” in {judgement.anchor.account_name}" if judgement.anchor else ""
    return Problem(
        Code.ORPHAN,
        f"the judgement {judgement.id} ({judgement.ruling} by {judgement.who}, {judgement.at}){about} {why}: "
        "judge again, or undo it",
        path=LOG,
    )


def _short(quote: str, longest: int = 80) -> str:
    return quote if len(quote) <= longest else quote[: longest - 1] + "…"
