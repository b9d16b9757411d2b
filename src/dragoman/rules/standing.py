"""Standing: the state of an instrument on a date, account by account and party by party, with the words it rests on.

    standing_of(topic, day) -> "a: signed (16 March 1921)", "a, for Turkey: upheld", "b: drafted"

What an unsigned draft provides stays provisional; a state is what the latest act allows, never a verdict of ours.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.comparing import covers, date_of, in_its_own_voice, is_class
from dragoman.languages.en.standing import CHANGE, UPHELD, VOID
from dragoman.model import (
    AccountId,
    Assertion,
    Finding,
    Kind,
    Member,
    Modality,
    Polarity,
    Predicate,
    Role,
    Topic,
    Verdict,
    digest,
)

_STATES = {
    Predicate.NEGOTIATION: "negotiated",
    Predicate.DRAFT: "drafted",
    Predicate.ACCEPTANCE: "accepted",
    Predicate.SIGNATURE: "signed",
    Predicate.RATIFICATION: "ratified",
    Predicate.ENTRY_INTO_FORCE: "in force",
    Predicate.ANNULMENT: "annulled",
    Predicate.NON_RECOGNITION: "not recognised",
}
_ORDER = list(_STATES)
_NOT_YET = {
    Modality.INTENDED: "to be {state}",
    Modality.PROPOSED: "proposed to be {state}",
    Modality.CONDITIONAL: "{state} only on a condition",
    Modality.PREDICTED: "expected to be {state}",
}
_STEPS = {"initialled": "initialled", "suspended": "suspended", "expiry": "expired", "replacement": "superseded"}
# What parties say of an instrument; each stands for the party and not for the account.
_POSITIONS = frozenset(
    {Predicate.STATEMENT, Predicate.DEMAND, Predicate.REFUSAL, Predicate.RECOGNITION, Predicate.NON_RECOGNITION}
)
# Clauses: what is provided under an instrument and binds nobody while it is unsigned.
_CLAUSES = frozenset(
    {Predicate.COMMITMENT, Predicate.RECOGNITION, Predicate.CESSION, Predicate.ANNULMENT, Predicate.ACCEPTANCE}
)


def find(topic: Topic) -> Iterator[Finding]:
    """The standing of an instrument after all that the accounts tell."""
    yield from standing_of(topic, None)


def standing_of(topic: Topic, day: int | None) -> Iterator[Finding]:
    """How an instrument stands on a day (None: in the end): for each account, and for each party it tells of."""
    if topic.heading.kind != Kind.INSTRUMENT:
        return
    told: dict[AccountId, list[Assertion]] = defaultdict(list)
    for one in topic.assertions:
        if not _after(one, day) and _is_about(topic, one):
            told[one.account].append(one)
    for account, said in told.items():
        yield from _for_account(topic, account, said)
        yield from _for_parties(topic, account, said)
        yield from _provisional(topic, account, said)


def states_of(topic: Topic, day: int | None = None) -> dict[AccountId, str]:
    """In what state each account leaves an instrument, in a word or two; an account that tells none is not there."""
    told: dict[AccountId, list[Assertion]] = defaultdict(list)
    for one in topic.assertions:
        if not _after(one, day) and _is_about(topic, one):
            told[one.account].append(one)
    acts = {account: _acts(topic, said) for account, said in told.items()}
    return {account: _state(max(done, key=_rank)) for account, done in acts.items() if done}


def _acts(topic: Topic, said: Sequence[Assertion]) -> list[Assertion]:
    """What is told to have been done to the instrument, in the account's own voice."""
    return [one for one in said if one.predicate in _STATES and in_its_own_voice(one) and not _is_clause(topic, one)]


def _is_about(topic: Topic, one: Assertion) -> bool:
    names = {member.name for member in topic.heading.members if member.account == one.account}
    return any(p.name in names for p in one.of(Role.INSTRUMENT, Role.TARGET))


def _after(one: Assertion, day: int | None) -> bool:
    date = date_of(one)
    return day is not None and date is not None and date.earliest is not None and date.earliest > day


def _for_account(topic: Topic, account: AccountId, said: Sequence[Assertion]) -> Iterator[Finding]:
    """The state that the account gives in its own voice; what was only meant counts where nothing was done."""
    acts = _acts(topic, said)
    if acts:
        last = max(acts, key=_rank)
        how = f", {void} for the author" if (void := _said_of(acts, VOID)) else ""
        yield _finding(topic, account, "", f"{_state(last)}{_when(last)}{how}", last, sorted(acts, key=_rank))


def _rank(one: Assertion) -> tuple[bool, int, int, int]:
    date = date_of(one)
    day = date.latest if date is not None and date.latest is not None else 0
    return one.modality == Modality.ACTUAL, _ORDER.index(one.predicate), day, one.span.start


def _is_clause(topic: Topic, one: Assertion) -> bool:
    """ "Under this draft, Russia recognised the Pact": done under the draft, not to it."""
    first = next(iter(one.of(Role.INSTRUMENT)), None)
    names = {member.name for member in topic.heading.members if member.account == one.account}
    return (
        one.predicate in _CLAUSES and first is not None and len(one.of(Role.INSTRUMENT)) > 1 and first.name not in names
    )


def _for_parties(topic: Topic, account: AccountId, said: Sequence[Assertion]) -> Iterator[Finding]:
    """What each party holds of it, on its own word or on the account's: valid for one, to be annulled for another."""
    positions: dict[str, list[tuple[Assertion, str]]] = defaultdict(list)
    for one in said:
        position = "" if _is_clause(topic, one) else _position(one)
        if position:
            for party in dict.fromkeys(_parties(topic, one)):
                positions[party].append((one, position))
    for party, held in positions.items():
        last, position = max(held, key=lambda pair: (date_of(pair[0]) is not None, pair[0].span.start))
        yield _finding(topic, account, party, f"{position}{_when(last)}", last, [one for one, _ in held])


def _parties(topic: Topic, one: Assertion) -> Iterator[str]:
    """Whose position it is: that of the powers that act, or of who is quoted."""
    agents = [p.name for p in one.of(Role.AGENT, Role.PARTY)] or (
        [one.attribution.who] if one.attribution.voices else []
    )
    for name in agents:
        member = Member(one.account, name)
        yield next((heading.label for heading in topic.headings if member in heading.members), name)


def _position(one: Assertion) -> str:
    words = " ".join(one.quote.casefold().split())
    if one.predicate in (Predicate.STATEMENT, Predicate.DEMAND) and any(word in words for word in UPHELD):
        return "upheld"
    if one.predicate == Predicate.REFUSAL and any(word in words for word in CHANGE):
        return "upheld"
    if one.predicate in (Predicate.STATEMENT, Predicate.DEMAND) and any(word in words for word in VOID):
        return "void"
    if one.predicate == Predicate.ANNULMENT and one.modality != Modality.ACTUAL and one.polarity == Polarity.POS:
        return "to be annulled"
    if one.predicate in _POSITIONS and one.predicate in (Predicate.RECOGNITION, Predicate.NON_RECOGNITION):
        denied = (one.predicate == Predicate.NON_RECOGNITION) == (one.polarity == Polarity.POS)
        return "not recognised" if denied else "recognised"
    return ""


def _said_of(acts: Sequence[Assertion], words: Sequence[str]) -> str:
    return next((word for one in acts for word in words if word in one.quote.casefold()), "")


def _provisional(topic: Topic, account: AccountId, said: Sequence[Assertion]) -> Iterator[Finding]:
    """Clauses of what was not signed: they bind nobody, and the reason is given."""
    unsigned = [one for one in said if one.predicate == Predicate.SIGNATURE and one.polarity == Polarity.NEG]
    signed = [
        one
        for one in said
        if one.predicate in _ORDER[3:6] and one.polarity == Polarity.POS and one.modality == Modality.ACTUAL
    ]
    clauses = [one for one in said if one.modality == Modality.PROPOSED and _provided_by(topic, one)]
    if clauses and not signed:
        why = f"it was not signed: “{unsigned[0].quote}”" if unsigned else "no account tells that it was signed"
        yield Finding(
            id=digest("standing", topic.heading.id, account, "provisional"),
            rule="standing",
            verdict=Verdict.STANDING,
            topic=topic.heading.id,
            sentence=f"{topic.heading.label}: what it provides stays provisional, says {_name(topic, account)}",
            assertions=tuple(one.id for one in (*clauses, *unsigned[:1])),
            reasons=(why, *(f"provided: “{one.quote}”" for one in clauses)),
            field="provisional",
            words=tuple(one.quote for one in clauses),
            confidence=min(one.confidence for one in clauses),
        )


def _provided_by(topic: Topic, one: Assertion) -> bool:
    """Whether it is a clause of this instrument; what is recognised or annulled by a clause is no clause of its own."""
    return _is_clause(topic, one) or one.predicate in (Predicate.COMMITMENT, Predicate.CESSION)


def _state(one: Assertion) -> str:
    state = _STEPS.get(one.subtype, _STATES[one.predicate])
    if one.polarity != Polarity.POS:
        return f"not {state}"
    return _NOT_YET.get(one.modality, "{state}").format(state=state)


def _when(one: Assertion) -> str:
    date = date_of(one)
    return f" ({date.edtf})" if date is not None and date.edtf else ""


def _name(topic: Topic, account: AccountId) -> str:
    return dict(topic.names).get(account, account)


def _finding(
    topic: Topic, account: AccountId, party: str, state: str, last: Assertion, said: Sequence[Assertion]
) -> Finding:
    whose = f" for {party}" if party else ""
    who = f", on the word of {last.attribution.who}" if last.attribution.voices else ""
    reasons = [f"{_state(one) if one.predicate in _STATES else one.predicate}: “{one.quote}”" for one in said]
    several = [p.name for one in said for p in one.of(Role.INSTRUMENT) if is_class(p.name)]
    if several:
        # An act upon a class reaches what is in it only if it was done: the reader sees which class was meant.
        reasons.append(f"it is named as one of several: “{several[0]}”")
    if any(covers(name, topic.heading.label, topic.heading.earliest) for name in several):
        reasons.append(f"its date puts it among “{several[0]}”")
    return Finding(
        id=digest("standing", topic.heading.id, account, party),
        rule="standing",
        verdict=Verdict.STANDING,
        topic=topic.heading.id,
        sentence=f"{topic.heading.label}: {state}{whose}, says {_name(topic, account)}{who}",
        assertions=tuple(dict.fromkeys(one.id for one in said)),
        reasons=tuple(reasons),
        field="standing",
        words=(last.quote,),
        confidence=last.confidence,
    )
