"""Accounts made by hand: `act` says one thing, `told` puts what one account says together."""

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.edtf import bounds
from dragoman.model import (
    AUTHOR,
    Account,
    AccountId,
    Assertion,
    Attribution,
    Basis,
    Date,
    Evidence,
    Instrument,
    InstrumentKind,
    Kind,
    Modality,
    Participant,
    Polarity,
    Predicate,
    Provenance,
    Role,
    Span,
    Testimony,
    Voice,
    digest,
)

_KINDS = {
    Role.INSTRUMENT: Kind.INSTRUMENT,
    Role.SUBJECT: Kind.INSTRUMENT,
    Role.OBJECT: Kind.INSTRUMENT,
    Role.PLACE: Kind.PLACE,
    Role.TERRITORY: Kind.PLACE,
    Role.EVENT: Kind.EVENT,
}


def dated(edtf: str, basis: Basis = Basis.EXPLICIT) -> Date:
    """A date with its bounds."""
    earliest, latest = bounds(edtf)
    return Date(Span(0, 0), edtf, edtf, earliest, latest, basis=basis)


def _act(predicate: str, quote: str, when: str = "", *, basis: Basis = Basis.EXPLICIT, **more: Any) -> dict[str, Any]:
    """One thing said: participants by role (several as a tuple); `polarity`, `modality`, `says`, `subtype` as words."""
    return {"predicate": predicate, "quote": quote, "when": when, "basis": basis, **more}


def _told(name: str, *said: dict[str, Any], instruments: tuple[Instrument, ...] = (), text: str = "") -> Testimony:
    text = text or ". ".join(str(one["quote"]) for one in said)
    account = AccountId(name)
    drafted = []
    for number, one in enumerate(said):
        start = text.index(one["quote"])
        span = Span(start, start + len(one["quote"]))
        drafted.append(
            Assertion(
                digest(name, str(number), one["quote"]),
                account,
                Predicate(one["predicate"]),
                tuple(_participants(one)),
                (Evidence(account, span, one["quote"]),),
                dated(one["when"], one["basis"]) if one["when"] else None,
                Polarity(one.get("polarity", "pos")),
                Modality(one.get("modality", "actual")),
                Attribution((Voice(one["says"]),)) if "says" in one else AUTHOR,
                subtype=one.get("subtype", ""),
                confidence=0.9,
            )
        )
    known = {instrument.name for instrument in instruments}
    more = dict.fromkeys(
        p.name for one in drafted for p in one.participants if p.kind == Kind.INSTRUMENT and p.name not in known
    )
    register = (*instruments, *(Instrument(each, _kind(each)) for each in more))
    return Testimony(
        Account(account, name, name, text, (), Provenance(), "text", ""),
        instruments=register,
        assertions=tuple(drafted),
    )


def _kind(name: str) -> InstrumentKind:
    words = name.casefold().split()
    return next((kind for kind in (InstrumentKind.DRAFT, *InstrumentKind) if kind in words), InstrumentKind.OTHER)


def _participants(one: dict[str, Any]) -> list[Participant]:
    found = []
    for role in Role:
        names = one.get(str(role), ())
        for name in (names,) if isinstance(names, str) else names:
            found.append(Participant(role, name, None, _KINDS.get(role, Kind.POLITY)))
    return found


@pytest.fixture
def act() -> Callable[..., dict[str, Any]]:
    """Says one thing."""
    return _act


@pytest.fixture
def told() -> Callable[..., Testimony]:
    """Puts what one account says together."""
    return _told
