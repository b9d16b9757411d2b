"""Promises: who owes whom what, under which instrument, on what condition, kept or not, and who says so.

promises_of(said, labels, state_of) -> (Promise("arms", ("Soviet Russia",), ("Turkey",), "draft treaty", …), …)
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from dragoman.comparing import all_sides, bounded, date_of
from dragoman.labels import Labels
from dragoman.languages.en.promises import BROKEN, CONDITION, KEPT, KINDS
from dragoman.model import AccountId, Assertion, MarkKind, Modality, Polarity, Predicate, Role

_PROMISING = frozenset({Predicate.COMMITMENT, Predicate.MEDIATION_OFFER})
_BY = (Role.AGENT, Role.PARTY, Role.SIGNATORY, Role.SUPPORTER)
_TO = (Role.BENEFICIARY, Role.RECIPIENT, Role.COUNTERPARTY, Role.TARGET)
_KEEPING = frozenset({Predicate.COMMITMENT, Predicate.CESSION, Predicate.REFUSAL, Predicate.STATEMENT})


class Promise(msgspec.Struct, frozen=True):
    """One promise, as one account has it.

    `state` says what its instrument makes of it, `condition` the words on which it hangs; `kept` is "kept", "not kept"
    or "" where no account says, on the word of the assertions in `on_the_word_of`.
    """

    what: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    said: Assertion
    under: str = ""
    state: str = ""
    condition: str = ""
    kept: str = ""
    on_the_word_of: tuple[Assertion, ...] = ()


def promises_of(
    said: Sequence[Assertion], labels: Labels, state_of: Callable[[AccountId, str], str] = lambda *_: ""
) -> tuple[Promise, ...]:
    """The promises in these assertions; `state_of(account, instrument)` says how an instrument stands in an account."""
    promising = [one for one in said if one.predicate in _PROMISING and one.polarity != Polarity.NEG]
    told = [one for one in said if one.predicate in _KEEPING and (_has(one, KEPT) or _has(one, BROKEN))]
    found = [_promise(one, labels, state_of, told) for one in promising]
    found.sort(key=lambda each: (_day(each.said), each.said.account, each.said.span))
    return tuple(each for each in found if each.by or each.to)


def _promise(
    one: Assertion, labels: Labels, state_of: Callable[[AccountId, str], str], told: Iterable[Assertion]
) -> Promise:
    by, to = tuple(_names(one, labels, _BY)), tuple(_names(one, labels, _TO))
    under = next(iter(one.of(Role.INSTRUMENT)), None)
    kept, words = _kept(one, set(by), set(to), labels, told)
    return Promise(
        what=_kind(one),
        by=by,
        to=tuple(name for name in to if name not in by),
        said=one,
        under=labels.thing(one, under) if under is not None else "",
        state=_state(one, state_of(one.account, under.name) if under is not None else ""),
        condition=_condition(one),
        kept=kept,
        on_the_word_of=words,
    )


def _names(one: Assertion, labels: Labels, roles: Sequence[Role]) -> Iterator[str]:
    names = ("the parties" if all_sides(p.name) else labels.thing(one, p) for p in one.of(*roles))
    yield from dict.fromkeys(names)


def _kind(one: Assertion) -> str:
    if one.predicate == Predicate.MEDIATION_OFFER:
        return "mediation"
    words = " ".join(one.quote.casefold().split())
    found = [kind for kind, stems in KINDS.items() if any(stem in words for stem in stems)]
    return ", ".join(found[:2]) or one.subtype or "not named"


def _state(one: Assertion, state: str) -> str:
    if one.modality == Modality.PROPOSED:
        return f"provisional: its instrument is {state or 'a draft or proposal'}"
    if one.modality != Modality.ACTUAL:
        return f"only {one.modality}"
    return f"under an instrument that is {state}" if state else ""


def _condition(one: Assertion) -> str:
    """The words on which it hangs: those that an extractor marked, or from the word of condition to the end."""
    words = " ".join(one.quote.split())
    folded = words.casefold()
    at = min((folded.find(word) for word in CONDITION if word in folded), default=-1)
    if at >= 0:
        return words[at:]
    marked = [mark.words for mark in one.marks if mark.kind == MarkKind.MODALITY]
    return ", ".join(marked) if one.modality == Modality.CONDITIONAL else ""


def _kept(
    one: Assertion, by: set[str], to: set[str], labels: Labels, told: Iterable[Assertion]
) -> tuple[str, tuple[Assertion, ...]]:
    """Whether an account says that the same did for the same what was promised, or did not."""
    for other in told:
        if other.id == one.id or not by or not by & set(_names(other, labels, _BY)):
            continue
        theirs = set(_names(other, labels, _TO))
        if (to and theirs and not to & theirs) or _day(other) < _day(one) or not _of_one_kind(one, other):
            continue
        return ("not kept" if _has(other, BROKEN) else "kept"), (other,)
    return "", ()


def _of_one_kind(one: Assertion, other: Assertion) -> bool:
    kinds = set(_kind(one).split(", ")), set(_kind(other).split(", "))
    return bool(kinds[0] & kinds[1]) or "not named" in kinds[1]


def _has(one: Assertion, words: Sequence[str]) -> bool:
    folded = " ".join(one.quote.casefold().split())
    return any(word in folded for word in words)


def _day(one: Assertion) -> int:
    days = bounded(date_of(one))
    return days[0] if days is not None else 0
