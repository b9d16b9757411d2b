"""Judging: what people decided, applied to what was drafted. A correction outlives a better reader or extractor.

    judged(testimonies, judgements).standing   -> testimonies with corrections in them and without what was rejected
    judged(testimonies, judgements).problems   -> judgements that no longer find what they were about

A judgement finds its assertion by id; else by its anchor: the same words in the same account, the same words in an
account of that name, or the likeliest words there under the same predicate.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeVar

import msgspec
from msgspec.structs import replace

from dragoman.edtf import bounds, parse
from dragoman.model import (
    Account,
    AccountId,
    Anchor,
    Assertion,
    Basis,
    Code,
    Date,
    DragomanError,
    Evidence,
    Judgement,
    Modality,
    Participant,
    Polarity,
    Predicate,
    Problem,
    Role,
    Ruling,
    Span,
    Testimony,
    digest,
)
from dragoman.notation import attribution, written

ABOUT_ASSERTIONS = frozenset({Ruling.ACCEPT, Ruling.CORRECT, Ruling.REJECT, Ruling.ADD})
LOG = "judgements.jsonl"
_AROUND = 60
# Below this likeness (0 to 100) two quotes are not the same words told a little differently.
_ALIKE = 75.0


_Word = TypeVar("_Word", bound=StrEnum)


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


def anchor_of(assertion: Assertion, account: Account) -> Anchor:
    """Where the assertion stands and what it says: enough to find it again when ids have changed."""
    start, end = assertion.span.start, assertion.span.end
    return Anchor(
        account=account.id,
        account_name=account.name,
        quote=assertion.quote,
        before=account.text[max(0, start - _AROUND) : start],
        after=account.text[end : end + _AROUND],
        slots=slots_of(assertion),
    )


def slots_of(assertion: Assertion) -> tuple[tuple[str, str], ...]:
    """The assertion as (slot, value) pairs, as a correction writes them."""
    return (
        ("predicate", assertion.predicate),
        ("subtype", assertion.subtype),
        ("polarity", assertion.polarity),
        ("modality", assertion.modality),
        ("attribution", written(assertion.attribution)),
        ("when", assertion.when.edtf if assertion.when else ""),
        *((f"participant:{one.role}", one.name) for one in assertion.participants),
    )


def corrected(assertion: Assertion, changes: Iterable[tuple[str, str]]) -> Assertion:
    """The assertion with these slots changed; its id and its words stay. A DragomanError for a value we cannot read.

    "participant:ROLE" puts the names given in place of all in that role; "" there, or for "when", takes them away.
    """
    roles: dict[Role, list[str]] = {}
    for slot, value in changes:
        if slot.startswith("participant:"):
            roles.setdefault(_one_of(Role, slot.partition(":")[2], slot), []).append(value)
        else:
            assertion = _with_slot(assertion, slot, value)
    for role, names in roles.items():
        assertion = _with_participants(assertion, role, [name for name in names if name])
    return assertion


def check(judgement: Judgement) -> None:
    """A DragomanError that says what to mend, if the judgement could never be applied as it is written."""
    if judgement.ruling == Ruling.ADD and judgement.anchor is None:
        raise DragomanError(
            "to add an assertion, give the words it stands on: an anchor with the account and the quote"
        )
    if judgement.ruling in (Ruling.SAME, Ruling.DIFFERENT) and not judgement.other:
        raise DragomanError(f"to say that two things are {judgement.ruling}, name the other one too")
    if judgement.ruling == Ruling.CORRECT and not judgement.changes:
        raise DragomanError("a correction changes something: give a slot and its new value, or accept instead")
    slots = _merged(judgement.anchor.slots if judgement.anchor else (), judgement.changes)
    if judgement.ruling == Ruling.ADD and "predicate" not in dict(slots):
        raise DragomanError("to add an assertion, say what is asserted: give its predicate")
    corrected(_SOMETHING, judgement.changes)


_SOMETHING = Assertion("", AccountId(""), Predicate.STATEMENT, (), (Evidence(AccountId(""), Span(0, 0), ""),))


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
            assertion = corrected(assertion, _differing(judgement.anchor, assertion))
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
        slots = _merged(anchor.slots, judgement.changes)
        evidence = Evidence(account.id, span, account.text[span.start : span.end])
        blank = Assertion(
            id=judgement.target or digest(judgement.id),
            account=account.id,
            predicate=_one_of(Predicate, dict(slots).get("predicate", ""), "predicate"),
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
            return max(exact, key=lambda one: (_near(self._at(one).span, place), _agreement(anchor, self._at(one))))
        near = [one for one in likely if place and _overlap(self._at(one).span, place) >= 0.5]
        return max(
            near, key=lambda one: (_overlap(self._at(one).span, place), _agreement(anchor, self._at(one))), default=None
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
        return _says_the_same(judgement.anchor, self._at(stand))


def place_of(anchor: Anchor, text: str) -> Span | None:
    """Where the anchor's quote stands in a text: the very words, best by their surroundings, else the likeliest."""
    if not anchor.quote:
        return None
    starts = []
    start = text.find(anchor.quote)
    while start >= 0:
        starts.append(start)
        start = text.find(anchor.quote, start + 1)
    if starts:
        best = max(starts, key=lambda at: _context(anchor, text, at))
        return Span(best, best + len(anchor.quote))
    # Only an orphan's search needs it: loading it is not every start's business.
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(anchor.quote, text, score_cutoff=_ALIKE)
    return Span(found.dest_start, found.dest_end) if found and found.dest_end > found.dest_start else None


def _context(anchor: Anchor, text: str, start: int) -> int:
    """How many characters before and after are the same, counted from the quote outwards."""
    end = start + len(anchor.quote)
    before, after = text[max(0, start - _AROUND) : start][::-1], text[end : end + _AROUND]
    return _common(anchor.before[::-1], before) + _common(anchor.after, after)


def _common(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _near(span: Span, place: Span | None) -> float:
    return 0.0 if place is None else -abs(span.start - place.start)


def _overlap(span: Span, place: Span | None) -> float:
    if place is None:
        return 0.0
    shared = min(span.end, place.end) - max(span.start, place.start)
    return max(0, shared) / max(1, min(len(span), len(place)))


def _agreement(anchor: Anchor, assertion: Assertion) -> int:
    return len(set(anchor.slots) & set(slots_of(assertion)))


def _differing(anchor: Anchor, assertion: Assertion) -> tuple[tuple[str, str], ...]:
    """The anchor's slots where the assertion now says otherwise; all names of a role where one differs."""
    now = slots_of(assertion)
    slots = {slot for slot, _ in anchor.slots}
    changed = {slot for slot in slots if _values(anchor.slots, slot) != _values(now, slot)}
    return tuple((slot, value) for slot, value in anchor.slots if slot in changed)


def _says_the_same(anchor: Anchor, assertion: Assertion) -> bool:
    now = slots_of(assertion)
    firm = ("predicate", "polarity", "modality")
    if any(_values(anchor.slots, slot) not in ([], _values(now, slot)) for slot in firm):
        return False
    names = {value for slot, value in anchor.slots if slot.startswith("participant:")}
    return not names or bool(names & {value for slot, value in now if slot.startswith("participant:")})


def _values(slots: Iterable[tuple[str, str]], wanted: str) -> list[str]:
    return [str(value) for slot, value in slots if slot == wanted]


def _merged(slots: tuple[tuple[str, str], ...], changes: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    changed = {slot for slot, _ in changes}
    return (*(pair for pair in slots if pair[0] not in changed), *changes)


_SLOTS = ("when", "predicate", "subtype", "polarity", "modality", "attribution")


def _with_slot(assertion: Assertion, slot: str, value: str) -> Assertion:
    match slot:
        case "when":
            return replace(assertion, when=_date(assertion, value))
        case "predicate":
            return replace(assertion, predicate=_one_of(Predicate, value, slot))
        case "polarity":
            return replace(assertion, polarity=_one_of(Polarity, value, slot))
        case "modality":
            return replace(assertion, modality=_one_of(Modality, value, slot))
        case "attribution":
            # An accepted or corrected chain keeps the words it had, where the chain itself is the same.
            return (
                assertion
                if written(assertion.attribution) == value
                else replace(assertion, attribution=attribution(value))
            )
        case "subtype":
            return replace(assertion, subtype=value)
    raise DragomanError(f"there is no slot {slot!r}: correct {', '.join(_SLOTS)} or participant:ROLE")


def _one_of(kind: type[_Word], value: str, slot: str) -> _Word:
    try:
        return kind(value)
    except ValueError:
        raise DragomanError(f"{value!r} is no value for {slot}: give one of {', '.join(kind)}") from None


def _date(assertion: Assertion, edtf: str) -> Date | None:
    """The date a person gave; the account's own words for it are kept beside it."""
    if not edtf:
        return None
    if parse(edtf) is None:
        raise DragomanError(f"{edtf!r} is no date: write it in EDTF, as 1920-08-24, 1920-08 or 1920-07/1920-08")
    earliest, latest = bounds(edtf)
    old = assertion.when or Date(Span(assertion.span.start, assertion.span.start), "")
    return replace(old, edtf=edtf, earliest=earliest, latest=latest, basis=Basis.INFERRED, timex_value="")


def _with_participants(assertion: Assertion, role: Role, names: list[str]) -> Assertion:
    old = {one.name: one for one in assertion.participants if one.role == role}
    kinds = [one.kind for one in old.values()]
    new = [
        old.get(name) or Participant(role, name, _words(assertion, name), kinds[0] if kinds else None) for name in names
    ]
    return replace(assertion, participants=(*(one for one in assertion.participants if one.role != role), *new))


def _words(assertion: Assertion, name: str) -> Span | None:
    at = assertion.quote.find(name)
    return None if at < 0 else Span(assertion.span.start + at, assertion.span.start + at + len(name))


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
