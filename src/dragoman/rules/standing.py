"""Standing: the state of an instrument on a date, account by account, each with the words it rests on.

    standing_of(topic, day) -> "a: signed (16 March 1921)", "b: drafted; its signature was put off"

What an unsigned draft provides stays provisional; a state is what the latest act allows, never a verdict of ours.
"""

from collections import defaultdict
from collections.abc import Iterator

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


def find(topic: Topic) -> Iterator[Finding]:
    """The standing of an instrument after all that the accounts tell."""
    yield from standing_of(topic, None)


def standing_of(topic: Topic, day: int | None) -> Iterator[Finding]:
    """One finding for each account that tells something of this instrument's fate up to a day (None: to the end)."""
    if topic.heading.kind != Kind.INSTRUMENT:
        return
    members = {(member.account, member.name) for member in topic.heading.members}
    by_account: dict[AccountId, list[Assertion]] = defaultdict(list)
    for one in topic.assertions:
        about = any((one.account, p.name) in members for p in one.of(Role.INSTRUMENT, Role.TARGET))
        if one.predicate in _STATES and about and not _after(one, day):
            by_account[one.account].append(one)
    for account, said in by_account.items():
        last = max(said, key=lambda one: (_ORDER.index(one.predicate), one.span.start))
        yield _finding(topic, account, last, said)


def _after(one: Assertion, day: int | None) -> bool:
    return day is not None and one.when is not None and one.when.earliest is not None and one.when.earliest > day


def _finding(topic: Topic, account: AccountId, last: Assertion, said: list[Assertion]) -> Finding:
    state = _state(last)
    name = dict(topic.names).get(account, account)
    when = f" ({last.when.edtf})" if last.when is not None and last.when.edtf else ""
    who = f", on the word of {last.attribution.who}" if last.attribution.voices else ""
    return Finding(
        id=digest("standing", topic.heading.id, account),
        rule="standing",
        verdict=Verdict.STANDING,
        topic=topic.heading.id,
        sentence=f"{topic.heading.label}: {state}{when}, says {name}{who}",
        assertions=tuple(one.id for one in said),
        reasons=tuple(
            f"{_state(one)}: “{one.quote}”" for one in sorted(said, key=lambda one: _ORDER.index(one.predicate))
        ),
        field="standing",
        words=(last.quote,),
        confidence=last.confidence,
    )


def _state(one: Assertion) -> str:
    state = _STATES[one.predicate]
    if one.polarity != Polarity.POS:
        return f"not {state}"
    return _NOT_YET.get(one.modality, "{state}").format(state=state)
