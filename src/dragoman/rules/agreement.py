"""Agreement: two tellings of one act laid side by side, slot by slot.

    "ratified 31 July 1801" / "ratified on 18 December 1801" -> CONTRADICTED, field "date"

Slots are compared, never sentences; what is not a contradiction gets its own name.
"""

from collections.abc import Iterator

from dragoman.model import (
    Assertion,
    Date,
    Finding,
    Heading,
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

# Done once to one thing: two dates for it contradict each other. A conference or an attack may be one of many.
_ONCE = frozenset(
    {
        Predicate.SIGNATURE,
        Predicate.RATIFICATION,
        Predicate.ENTRY_INTO_FORCE,
        Predicate.ANNULMENT,
        Predicate.RECOGNITION,
        Predicate.DRAFT,
    }
)
_OBJECTS = (Role.INSTRUMENT, Role.BENEFICIARY, Role.TERRITORY, Role.TARGET)
_Slot = tuple[Verdict, str, tuple[str, str], str]


def find(topic: Topic) -> Iterator[Finding]:
    """What two tellings of one act agree and differ in; and what only one account knows."""
    if topic.heading.kind == Kind.EVENT and len(topic.assertions) == 2:
        yield from _compared(topic, topic.assertions[0], topic.assertions[1])
    elif topic.heading.kind == Kind.INSTRUMENT and len({one.account for one in topic.assertions}) == 1:
        yield _single(topic)


def _compared(topic: Topic, first: Assertion, second: Assertion) -> Iterator[Finding]:
    by_member = {member: heading for heading in topic.headings for member in heading.members}
    slots = list(_slots(first, second, by_member))
    if not slots:
        return
    for verdict, field, words, why in slots[:1] if slots[0][0] == Verdict.CONTRADICTED else slots[:1]:
        yield _finding(topic, (first, second), verdict, field, words, why)


def _slots(first: Assertion, second: Assertion, by_member: dict[Member, Heading]) -> Iterator[_Slot]:
    """The verdicts on one pair, the gravest first."""
    quotes = (first.quote, second.quote)
    reported = first.attribution.voices or second.attribution.voices
    actual = first.modality == second.modality == Modality.ACTUAL
    if (first.polarity == Polarity.POS) != (second.polarity == Polarity.POS):
        if reported:
            yield Verdict.REPORTED_BELIEF, "polarity", quotes, "one of them only reports what somebody said"
        elif not actual:
            yield Verdict.PLAN_AND_OUTCOME, "polarity", quotes, "one tells of a plan, the other of what came of it"
        elif first.predicate in _ONCE and _same_object(first, second, by_member) and not _apart(first.when, second.when):
            yield Verdict.CONTRADICTED, "polarity", _marks(first, second), "one account says that it happened, the other that it did not"
        else:
            yield Verdict.OTHER_SCOPE, "polarity", quotes, "they deny and affirm, but not plainly of the same thing at the same time"
        return
    if _apart(first.when, second.when):
        words = (first.when.text if first.when else "", second.when.text if second.when else "")
        if first.predicate == second.predicate and first.predicate in _ONCE and actual and not reported and _same_object(first, second, by_member):
            yield Verdict.CONTRADICTED, "date", words, "the act is done once, and no day is in both dates"
        else:
            yield Verdict.LATER_CHANGE, "date", words, "an act of this sort may be done more than once"
        return
    if actual != (first.modality == second.modality) or first.modality != second.modality:
        if Modality.ACTUAL in (first.modality, second.modality):
            yield Verdict.CORROBORATED, "act", quotes, "both tell of it, one as done, one as provided or planned"
            return
    yield _by_date(first.when, second.when, quotes)


def _by_date(one: Date | None, other: Date | None, quotes: tuple[str, str]) -> _Slot:
    if one is None or other is None or not one.edtf or not other.edtf:
        return Verdict.CORROBORATED, "act", quotes, "both accounts tell of it, and nothing in them stands against it"
    words = (one.text, other.text)
    if one.edtf == other.edtf:
        return Verdict.CORROBORATED, "date", words, "both accounts give the same date"
    return Verdict.REFINED, "date", words, "one date lies within the other"


def _apart(one: Date | None, other: Date | None) -> bool:
    if one is None or other is None or None in (one.earliest, one.latest, other.earliest, other.latest):
        return False
    return one.latest < other.earliest or other.latest < one.earliest  # type: ignore[operator]


def _same_object(first: Assertion, second: Assertion, by_member: dict[Member, Heading]) -> bool:
    """Whether both acts are done to the same named thing."""
    one, other = (_objects(each, by_member) for each in (first, second))
    return bool(one & other)


def _objects(one: Assertion, by_member: dict[Member, Heading]) -> set[str]:
    found = (by_member.get(Member(one.account, p.name)) for p in one.of(*_OBJECTS))
    return {heading.id for heading in found if heading is not None and len(heading.accounts) > 1}


def _marks(first: Assertion, second: Assertion) -> tuple[str, str]:
    return tuple(", ".join(mark.words for mark in one.marks if mark.kind == "polarity") or one.quote for one in (first, second))  # type: ignore[return-value]


def _finding(topic: Topic, pair: tuple[Assertion, Assertion], verdict: Verdict, field: str, words: tuple[str, str], why: str) -> Finding:
    accounts = {one.account for one in pair}
    sources = sum(1 for group in topic.independent if accounts & set(group)) or len(accounts)
    return Finding(
        id=digest("agreement", *sorted(one.id for one in pair), str(verdict), field),
        rule="agreement",
        verdict=verdict,
        topic=topic.heading.id,
        sentence=_sentence(topic, verdict, field, words, sources),
        assertions=tuple(one.id for one in pair),
        reasons=(*topic.heading.reasons, why),
        field=field,
        words=words,
        sources=sources,
        confidence=min(one.confidence for one in pair),
    )


def _sentence(topic: Topic, verdict: Verdict, field: str, words: tuple[str, str], sources: int) -> str:
    what = topic.heading.label
    if verdict == Verdict.CONTRADICTED and field == "date":
        return f"{what}: “{words[0]}” in one account, “{words[1]}” in the other"
    if verdict == Verdict.CONTRADICTED:
        return f"{what}: one account affirms what the other denies"
    if verdict == Verdict.CORROBORATED and sources < 2:
        return f"{what}: told twice, but by accounts that copy one another"
    if verdict in (Verdict.CORROBORATED, Verdict.REFINED):
        return f"{what}: told by {sources} independent sources"
    return f"{what}: {verdict}"


def _single(topic: Topic) -> Finding:
    name = topic.names[0][1] if topic.names else ""
    return Finding(
        id=digest("agreement", topic.heading.id, "single"),
        rule="agreement",
        verdict=Verdict.SINGLE_SOURCED,
        topic=topic.heading.id,
        sentence=f"{topic.heading.label}: known from {name} alone",
        assertions=tuple(one.id for one in topic.assertions),
        reasons=("no other account in this dossier names it",),
        field="instrument",
        words=tuple(one.quote for one in topic.assertions),
        sources=1,
        confidence=max(one.confidence for one in topic.assertions),
    )
