"""The slots of an assertion as a correction writes them, and an assertion with some of them changed.

corrected(assertion, [("when", "1920-12-03"), ("participant:agent", "Ankara")]).when.edtf -> "1920-12-03"
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from msgspec.structs import replace

from dragoman.edtf import bounds, parse
from dragoman.model import (
    AccountId,
    Assertion,
    Basis,
    Date,
    DragomanError,
    Evidence,
    Judgement,
    Modality,
    Participant,
    Polarity,
    Predicate,
    Role,
    Ruling,
    Span,
)
from dragoman.notation import attribution, written

Slots = tuple[tuple[str, str], ...]
_Word = TypeVar("_Word", bound=StrEnum)
_SLOTS = ("when", "predicate", "subtype", "polarity", "modality", "attribution")


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
            roles.setdefault(one_of(Role, slot.partition(":")[2], slot), []).append(value)
        else:
            assertion = _with_slot(assertion, slot, value)
    for role, names in roles.items():
        assertion = _with_participants(assertion, role, [name for name in names if name])
    return assertion


def check(judgement: Judgement) -> None:
    """A DragomanError that says what to mend, if the judgement could never be applied as it is written."""
    if judgement.ruling == Ruling.ADD and (judgement.anchor is None or not judgement.anchor.quote.strip()):
        raise DragomanError(
            "to add an assertion, give the words it stands on: an anchor with the account and the quote"
        )
    if judgement.ruling in (Ruling.SAME, Ruling.DIFFERENT) and not judgement.other:
        raise DragomanError(f"to say that two things are {judgement.ruling}, name the other one too")
    if judgement.ruling == Ruling.CORRECT and not judgement.changes:
        raise DragomanError("a correction changes something: give a slot and its new value, or accept instead")
    slots = merged(judgement.anchor.slots if judgement.anchor else (), judgement.changes)
    if judgement.ruling == Ruling.ADD and "predicate" not in dict(slots):
        raise DragomanError("to add an assertion, say what is asserted: give its predicate")
    corrected(_SOMETHING, slots if judgement.ruling == Ruling.ADD else judgement.changes)


_SOMETHING = Assertion("", AccountId(""), Predicate.STATEMENT, (), (Evidence(AccountId(""), Span(0, 0), ""),))


def merged(slots: Slots, changes: Slots) -> Slots:
    """These slots with the changed ones in their place."""
    changed = {slot for slot, _ in changes}
    return (*(pair for pair in slots if pair[0] not in changed), *changes)


def one_of(kind: type[_Word], value: str, slot: str) -> _Word:
    """The word of the model that a person wrote; a DragomanError that lists them when there is none such."""
    try:
        return kind(value)
    except ValueError:
        raise DragomanError(f"{value!r} is no value for {slot}: give one of {', '.join(kind)}") from None


def _with_slot(assertion: Assertion, slot: str, value: str) -> Assertion:
    match slot:
        case "when":
            return replace(assertion, when=_date(assertion, value))
        case "predicate":
            return replace(assertion, predicate=one_of(Predicate, value, slot))
        case "polarity":
            return replace(assertion, polarity=one_of(Polarity, value, slot))
        case "modality":
            return replace(assertion, modality=one_of(Modality, value, slot))
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
