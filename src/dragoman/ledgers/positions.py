"""Positions: what a party wanted, offered, refused or accepted of a thing, and how that moved.

positions_of(said, labels, "Soviet Russia") -> (Position("refused", Georgy Chicherin for Soviet Russia, …), …)
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.comparing import bounded, date_of
from dragoman.labels import Labels, Party, Stage
from dragoman.model import AccountId, Assertion, Modality, Participant, Polarity, Predicate, Role

# The roles of whoever takes the position, the first that is filled.
_TAKEN_BY = (Role.AGENT, Role.PARTY, Role.SIGNATORY, Role.DELEGATE, Role.BODY)
# What is taken up, and how it is said where an account denies it.
_STANCES = {
    Predicate.DEMAND: ("demanded", "did not demand"),
    Predicate.TERRITORIAL_CLAIM: ("claimed", "did not claim"),
    Predicate.REFUSAL: ("refused", "did not refuse"),
    Predicate.ACCEPTANCE: ("accepted", "did not accept"),
    Predicate.COMMITMENT: ("promised", "did not promise"),
    Predicate.MEDIATION_OFFER: ("offered mediation", "did not offer mediation"),
    Predicate.RECOGNITION: ("recognised", "did not recognise"),
    Predicate.NON_RECOGNITION: ("withheld recognition", "did not withhold recognition"),
    Predicate.STATEMENT: ("stated", "did not state"),
    Predicate.CESSION: ("gave up", "did not give up"),
    Predicate.ANNULMENT: ("annulled", "did not annul"),
}
_FINER = {"offer": "offered", "proposal": "proposed", "request": "asked for", "opposition": "opposed"}
_LESS = {
    Modality.PROPOSED: "under a draft or proposal: ",
    Modality.INTENDED: "meant: ",
    Modality.CONDITIONAL: "on a condition: ",
    Modality.PREDICTED: "expected: ",
}
_FOR = frozenset({Predicate.ACCEPTANCE, Predicate.RECOGNITION, Predicate.COMMITMENT, Predicate.CESSION})
_AGAINST = frozenset({Predicate.REFUSAL, Predicate.NON_RECOGNITION})


class Position(msgspec.Struct, frozen=True):
    """One position, as one account has it. `what` are the things it is about; `earliest` None: no time is given."""

    stance: str
    party: Party
    said: Assertion
    what: tuple[str, ...]
    earliest: int | None = None
    latest: int | None = None


class Move(msgspec.Struct, frozen=True):
    """Two positions of one side that stand on different sides of a question, the earlier told first."""

    before: Position
    after: Position
    why: str


def positions_of(said: Iterable[Assertion], labels: Labels, side: str = "") -> tuple[Position, ...]:
    """The positions of a side, or of all; the dated in order of time, between them the others as they are told."""
    found = [
        position
        for one in said
        if one.predicate in _STANCES
        for position in _positions(one, labels)
        if not side or side in (position.party.side, position.party.name)
    ]
    return _in_time(found)


def _positions(one: Assertion, labels: Labels) -> Iterator[Position]:
    days = bounded(date_of(one))
    earliest, latest = days if days is not None else (None, None)
    taken_by = next((found for role in _TAKEN_BY if (found := one.of(role))), ())
    what = tuple(
        dict.fromkeys(
            labels.thing(one, p)
            for p in one.participants
            if p not in taken_by and p.role not in (Role.PLACE, Role.EVENT)
        )
    )
    parties = [labels.party(one, p) for p in taken_by] or _speakers(one, labels)
    # "The Russian delegation leader Chicherin opposed": the delegation and its head are one side's one position.
    for party in parties:
        if party.stage != Stage.BODY or not any(
            other.side == party.side and other.stage == Stage.PERSON for other in parties
        ):
            yield Position(stance_of(one), party, one, what, earliest, latest)


def _speakers(one: Assertion, labels: Labels) -> list[Party]:
    """Whoever is quoted, where nobody is named as doing it."""
    if not one.attribution.voices:
        return []
    return [labels.party(one, Participant(Role.AGENT, one.attribution.who))]


def stance_of(one: Assertion) -> str:
    """The position in a word or two, with what makes it less than done."""
    done, undone = _STANCES[one.predicate]
    stance = undone if one.polarity == Polarity.NEG else _FINER.get(one.subtype, done)
    return _LESS.get(one.modality, "") + ("in part " if one.polarity == Polarity.PARTIAL else "") + stance


def _in_time(found: Sequence[Position]) -> tuple[Position, ...]:
    """What has no time is of that of the dated position told before it in its account."""
    times: dict[tuple[AccountId, str], int] = {}
    reached: dict[AccountId, int] = {}
    for one in sorted(found, key=lambda each: (each.said.account, each.said.span)):
        if one.earliest is not None:
            reached[one.said.account] = one.earliest
        times[one.said.account, one.said.id] = reached.get(one.said.account, 0)
    return tuple(
        sorted(
            found,
            key=lambda one: (times[one.said.account, one.said.id], one.said.account, one.said.span, one.party.name),
        )
    )


def moves_of(positions: Sequence[Position]) -> tuple[Move, ...]:
    """Where a side that was against a thing came to be for it, or the reverse; and where two of one side differed."""
    found: list[Move] = []
    last: dict[tuple[str, str], Position] = {}
    for position in positions:
        for thing in position.what:
            key = (position.party.side or position.party.name, thing)
            before = last.get(key)
            if before is not None and _turned(before, position):
                found.append(Move(before, position, _why(before, position)))
            if _leaning(position):
                last[key] = position
    return tuple(dict.fromkeys(found))


def _leaning(one: Position) -> int:
    """1 for, -1 against, 0 where the position is neither."""
    lean = (one.said.predicate in _FOR) - (one.said.predicate in _AGAINST)
    return -lean if one.said.polarity == Polarity.NEG else lean


def _turned(before: Position, after: Position) -> bool:
    return _leaning(before) * _leaning(after) < 0


def _why(before: Position, after: Position) -> str:
    if before.party.stage != after.party.stage:
        return "one is the position of a person or a body, the other of the power: they need not be the same"
    if before.said.account != after.said.account:
        return "two accounts have it differently; the order is that of the dates they give"
    return "the later comes after the earlier in the account"
