"""Standing: the state of an instrument on a date, account by account and party by party, with the words it rests on.

    standing_of(topic, day) -> "a: signed (16 March 1921)", "a, for Turkey: valid", "b: drafted"

What an unsigned draft provides stays provisional; a state is what the latest act allows, never a verdict of ours.
An act upon a class reaches an instrument of it only if the act itself stands.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median_low

from msgspec.structs import replace

from dragoman.comparing import bounded, covers, date_of, in_its_own_voice, is_class, year_of
from dragoman.labels import Labels, names_of
from dragoman.languages.en.standing import CHANGE, UPHELD, VOID
from dragoman.model import (
    AccountId,
    Assertion,
    Finding,
    Kind,
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
_Names = Mapping[AccountId, frozenset[str]]
_NOBODY: frozenset[str] = frozenset()
# By which rule a position is read from what is told.
_RULES = {
    "valid": "who insists that it has settled the matter, or refuses to change it, holds it valid",
    "void": "who calls it null, invalid or illegal holds it void",
    "to be annulled": "an end that is meant, asked for or provided is not yet an end",
    "recognised": "who recognises it is bound by his word",
    "not recognised": "who withholds recognition is not bound by it",
}
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
    names = names_of(topic.heading)
    told = _told(topic, names, day)
    labels = Labels(topic.headings, topic.names, years=_years(topic))
    for account, said in told.items():
        yield from _for_account(topic, names, account, [one for one in said if not _not_by_then(one, said, day)])
        yield from _for_parties(topic, names, labels, account, said)
        yield from _provisional(topic, names, account, said)
    yield from _reached(topic, names, day)


def standing_in_accounts(topic: Topic, day: int | None) -> Iterator[tuple[AccountId, Finding]]:
    """How an instrument stands on a day in each account's own voice, and nothing of its parties."""
    names = names_of(topic.heading)
    for account, said in _told(topic, names, day).items():
        by_then = [one for one in said if not _not_by_then(one, said, day)]
        found = next(_for_account(topic, names, account, by_then), None)
        if found:
            yield account, found


def _told(topic: Topic, names: _Names, day: int | None) -> dict[AccountId, list[Assertion]]:
    """What each account tells of the instrument up to that day."""
    told: dict[AccountId, list[Assertion]] = defaultdict(list)
    for one in topic.assertions:
        if _is_about(names, one) and not _after(one, day):
            told[one.account].append(one)
    return told


def states_of(topic: Topic, day: int | None = None) -> dict[AccountId, str]:
    """In what state each account leaves an instrument, in a word or two; an account that tells none is not there."""
    names = names_of(topic.heading)
    told = _told(topic, names, day)
    acts = {account: _acts(names, said) for account, said in told.items()}
    return {account: _state(max(done, key=_rank)) for account, done in acts.items() if done}


def _acts(names: _Names, said: Sequence[Assertion]) -> list[Assertion]:
    """What is told to have been done to the instrument, in the account's own voice."""
    return [one for one in said if one.predicate in _STATES and in_its_own_voice(one) and not _is_clause(names, one)]


def _is_about(names: _Names, one: Assertion) -> bool:
    ours = names.get(one.account, _NOBODY)
    return any(p.name in ours for p in one.of(Role.INSTRUMENT, Role.TARGET))


def _after(one: Assertion, day: int | None) -> bool:
    if day is None or one.when is None or one.when.earliest is None or one.when.earliest <= day:
        return False
    return date_of(one) is not None


def _not_by_then(one: Assertion, said: Sequence[Assertion], day: int | None) -> bool:
    """Whether an end without a date cannot have come by that day: on it the account tells it as still to come."""
    if day is None or one.predicate != Predicate.ANNULMENT or one.modality != Modality.ACTUAL or bounded(date_of(one)):
        return False
    meant = (
        bounded(date_of(each)) for each in said if each.predicate == one.predicate and each.modality != one.modality
    )
    return any(days is not None and days[1] >= day for days in meant)


def _for_account(topic: Topic, names: _Names, account: AccountId, said: Sequence[Assertion]) -> Iterator[Finding]:
    """The state that the account gives in its own voice; what was only meant counts where nothing was done."""
    acts = _acts(names, said)
    if acts:
        last = max(acts, key=_rank)
        yield _finding(topic, account, "", f"{_state(last)}{_when(last)}", last, sorted(acts, key=_rank))
    judged = [one for one in acts if not one.attribution.voices and _said_of([one], VOID)]
    if judged:
        word = _said_of(judged, VOID)
        yield _finding(
            topic,
            account,
            "the author",
            word,
            judged[0],
            judged,
            "the word is the account's own: its judgement, no act",
        )


def _rank(one: Assertion) -> tuple[bool, int, int, int]:
    date = date_of(one)
    day = date.latest if date is not None and date.latest is not None else 0
    return one.modality == Modality.ACTUAL, _ORDER.index(one.predicate), day, one.span.start


def _is_clause(names: _Names, one: Assertion) -> bool:
    """ "Under this draft, Russia recognised the Pact": done under the draft, not to it."""
    first = next(iter(one.of(Role.INSTRUMENT)), None)
    ours = names.get(one.account, _NOBODY)
    return (
        one.predicate in _CLAUSES and first is not None and len(one.of(Role.INSTRUMENT)) > 1 and first.name not in ours
    )


def _for_parties(
    topic: Topic, names: _Names, labels: Labels, account: AccountId, said: Sequence[Assertion]
) -> Iterator[Finding]:
    """What each party holds of it, on its own word or on the account's: valid for one, to be annulled for another."""
    positions: dict[str, list[tuple[Assertion, str]]] = defaultdict(list)
    for one in said:
        position = "" if _is_clause(names, one) else _position(one)
        if position:
            for party in dict.fromkeys(_parties(labels, one)):
                positions[party].append((one, position))
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for party, held in positions.items():
        last, position = max(held, key=lambda pair: (date_of(pair[0]) is not None, pair[0].span.start))
        shared[last.id, position].append(party)
    by_id = {one.id: one for one in said}
    for (ident, position), parties in shared.items():
        last = by_id[ident]
        held_on = dict.fromkeys(one.id for party in parties for one, _ in positions[party])
        whose = _and(parties)
        quoted = [by_id[each] for each in held_on]
        yield _finding(topic, account, whose, f"{position}{_when(last)}", last, quoted, _RULES[position])


def _years(topic: Topic) -> dict[AccountId, int]:
    """The year that the topic is about, for names of what is told without a date."""
    days = [days[0] for one in topic.assertions if (days := bounded(date_of(one))) is not None]
    days += [topic.heading.earliest] if topic.heading.earliest is not None else []
    return {one.account: year_of(median_low(days)) for one in topic.assertions} if days else {}


def _and(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _parties(labels: Labels, one: Assertion) -> Iterator[str]:
    """Whose position it is: that of the powers that act, or of who is quoted."""
    agents = [p.name for p in one.of(Role.AGENT, Role.PARTY)] or (
        [one.attribution.who] if one.attribution.voices else []
    )
    yield from (labels.of(one, name) for name in agents)


def _position(one: Assertion) -> str:
    words = " ".join(one.quote.casefold().split())
    if one.predicate in (Predicate.STATEMENT, Predicate.DEMAND) and any(word in words for word in UPHELD):
        return "valid"
    if one.predicate == Predicate.REFUSAL and any(word in words for word in CHANGE):
        return "valid"
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


def _reached(topic: Topic, names: _Names, day: int | None) -> Iterator[Finding]:
    """Acts upon a class that this instrument is of: what they do to it, or why they do nothing."""
    for one in topic.assertions:
        name = next((p.name for p in one.of(Role.INSTRUMENT, Role.TARGET) if is_class(p.name)), "")
        if not name or one.predicate not in _STATES or _after(one, day) or _is_about(names, one):
            continue
        carriers = {p.name for p in one.of(Role.INSTRUMENT) if not is_class(p.name)}
        carriers |= {voice.who for voice in one.attribution.voices}
        told = [
            each for each in topic.assertions if each.predicate == Predicate.SIGNATURE and each.account == one.account
        ]
        told = [each for each in told if carriers & {p.name for p in each.of(Role.INSTRUMENT)}]
        unsigned = [each for each in told if each.polarity == Polarity.NEG]
        signed = [each for each in told if each.polarity == Polarity.POS and each.modality == Modality.ACTUAL]
        stands = one.polarity == Polarity.POS and in_its_own_voice(one) and not unsigned
        stands = stands and (one.modality == Modality.ACTUAL or (one.modality == Modality.PROPOSED and bool(signed)))
        state = (
            f"{_STATES[one.predicate]}{_when(one)} as one of “{name}”"
            if stands
            else f"untouched by what is said of “{name}”"
        )
        why = f"{topic.heading.label} is of that class by its date and its parties"
        rest = "the act itself stands, so it reaches all of the class" if stands else _why_not(one, unsigned)
        found = _finding(topic, one.account, "", state, one, (one, *told), f"{why}; {rest}")
        yield replace(found, id=digest("standing", topic.heading.id, one.id, "class"), field="class")


def _why_not(one: Assertion, unsigned: Sequence[Assertion]) -> str:
    if unsigned:
        return f"the act does not stand: what carries it was not signed: “{unsigned[0].quote}”"
    if one.modality != Modality.ACTUAL or one.polarity != Polarity.POS:
        return f"the act does not stand: it is told as {'denied' if one.polarity != Polarity.POS else one.modality}"
    return "the act does not stand: it is only reported"


def _provisional(topic: Topic, names: _Names, account: AccountId, said: Sequence[Assertion]) -> Iterator[Finding]:
    """Clauses of what was not signed: they bind nobody, and the reason is given."""
    unsigned = [one for one in said if one.predicate == Predicate.SIGNATURE and one.polarity == Polarity.NEG]
    signed = [
        one
        for one in said
        if one.predicate in _ORDER[3:6] and one.polarity == Polarity.POS and one.modality == Modality.ACTUAL
    ]
    clauses = [one for one in said if one.modality == Modality.PROPOSED and _provided_by(names, one)]
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


def _provided_by(names: _Names, one: Assertion) -> bool:
    """Whether it is a clause of this instrument; what is recognised or annulled by a clause is no clause of its own."""
    return _is_clause(names, one) or one.predicate in (Predicate.COMMITMENT, Predicate.CESSION)


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
    topic: Topic,
    account: AccountId,
    party: str,
    state: str,
    last: Assertion,
    said: Sequence[Assertion],
    rule: str = "the latest step that is told as done is where it stands",
) -> Finding:
    whose = f" for {party}" if party else ""
    who = f", on the word of {last.attribution.who}" if last.attribution.voices else ""
    reasons = [f"{_state(one) if one.predicate in _STATES else one.predicate}: “{one.quote}”" for one in said]
    reasons.append(f"by the rule: {rule}")
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
