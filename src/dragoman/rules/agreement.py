"""Agreement: two tellings of one act laid side by side, slot by slot.

    "ratified 31 July 1801" / "ratified on 18 December 1801" -> CONTRADICTED, field "date"

Slots are compared, never sentences; what only looks like a contradiction gets its own name and the reason why.
"""

from collections.abc import Iterator
from itertools import combinations

from dragoman.comparing import (
    ONCE,
    apart,
    date_of,
    doers_of,
    is_paper,
    one_day_in_two_calendars,
    own,
    sources_among,
    within,
)
from dragoman.model import (
    Assertion,
    Date,
    Finding,
    Kind,
    Modality,
    Polarity,
    Predicate,
    Topic,
    Verdict,
    digest,
)
from dragoman.one_event import OneEvent
from dragoman.outcomes import (
    DONE_OR_NOT,
    amounts_differ,
    doers_allow,
    for_ever,
    is_last,
    kept_against_given,
    kept_or_given,
    left_out,
    limits_differ,
    opposed,
    other_town,
    refused_what_was_done,
)

# An event told more often than this is compared telling by telling with its best one, not all with all.
_FEW = 8
_Slot = tuple[Verdict, str, tuple[str, str], str]


def find(topic: Topic) -> Iterator[Finding]:
    """What the tellings of one act agree and differ in; and what only one account knows."""
    if topic.heading.kind == Kind.EVENT:
        event = OneEvent(topic)
        for first, second in _pairs(topic.assertions):
            verdict, field, words, why = _slot(first, second, event)
            yield _finding(topic, (first, second), verdict, field, words, why)
    elif topic.heading.kind == Kind.INSTRUMENT and len(topic.heading.accounts) == 1:
        yield _single(topic)


def _pairs(said: tuple[Assertion, ...]) -> Iterator[tuple[Assertion, Assertion]]:
    ordered = sorted(said, key=lambda one: (one.account, one.span, one.id))
    if len(ordered) <= _FEW:
        yield from combinations(ordered, 2)
        return
    best = min(ordered, key=lambda one: (not own(date_of(one)), -len(one.participants), one.account, one.span))
    for one in ordered:
        if one is not best:
            yield (one, best) if ordered.index(one) < ordered.index(best) else (best, one)


def _slot(first: Assertion, second: Assertion, event: OneEvent) -> _Slot:
    """The verdict on one pair: what keeps it from being a contradiction is asked first."""
    quotes = (first.quote, second.quote)
    if first.account == second.account:
        return _within_one_account(first, second)
    if opposed(first, second):
        return _opposed(first, second, event)
    if (first.polarity == Polarity.NEG) != (second.polarity == Polarity.NEG):
        return _denied(first, second, event)
    if Polarity.PARTIAL in (first.polarity, second.polarity) and first.polarity != second.polarity:
        return Verdict.OTHER_SCOPE, "polarity", quotes, "one of them tells of a part only"
    comparable = event.own_voice(first) and event.own_voice(second) and event.same_object(first, second)
    if comparable and limits_differ(first, second):
        return _extent(first, second)
    if event.own_voice(first) and event.own_voice(second) and event.by_another_paper(first, second):
        return Verdict.CONTRADICTED, "vehicle", quotes, "each account has it done by another instrument"
    if apart(date_of(first), date_of(second)):
        return _dated_apart(first, second, event)
    unit = amounts_differ(first, second) if event.own_voice(first) and event.own_voice(second) else ""
    counted = comparable or bool(doers_of(first, second) & doers_of(second, first))
    if unit and counted and event.tells_best(first, second, unit):
        return Verdict.CONTRADICTED, "extent", quotes, f"each gives another amount, counted by the {unit.split()[-1]}"
    if comparable and other_town(first, second) and not _subtypes_differ(first, second):
        return Verdict.CONTRADICTED, "place", quotes, "each has it signed in another town, far from the other"
    if comparable and event.goes_elsewhere(first, second):
        return Verdict.CONTRADICTED, "beneficiary", quotes, "each account has it go to another power"
    if comparable and kept_or_given(first, second) and event.one_land(first, second):
        return Verdict.CONTRADICTED, "outcome", quotes, "one has it kept, the other given away, by the same power"
    if kept_against_given(first, second):
        return Verdict.PLAN_AND_OUTCOME, "act", quotes, "one has it given, as was meant or done, the other kept"
    if first.modality != second.modality:
        return _planned(first, second)
    return _by_date(first, second)


def _within_one_account(first: Assertion, second: Assertion) -> _Slot:
    quotes = (first.quote, second.quote)
    if within(date_of(first), date_of(second)) or within(date_of(second), date_of(first)):
        return Verdict.REFINED, "date", _dates(first, second), "the account itself gives the narrower date elsewhere"
    return Verdict.COMPLEMENTED, "act", quotes, "one account tells it twice, and so counts once"


def _denied(first: Assertion, second: Assertion, event: OneEvent) -> _Slot:
    quotes = (first.quote, second.quote)
    if not (event.own_voice(first) and event.own_voice(second)):
        return Verdict.REPORTED_BELIEF, "polarity", quotes, "one of them only reports what somebody said"
    if not first.modality == second.modality == Modality.ACTUAL:
        return Verdict.PLAN_AND_OUTCOME, "polarity", quotes, "one tells of a plan, the other of what came of it"
    if first.predicate != second.predicate or not event.same_object(first, second):
        return (
            Verdict.OTHER_SCOPE,
            "polarity",
            quotes,
            "they deny and affirm, but not plainly the same act upon the same thing",
        )
    if apart(date_of(first), date_of(second)) or not _of_one_time(first, second):
        return (
            Verdict.LATER_CHANGE,
            "polarity",
            quotes,
            "what had not happened at one time may have happened at another",
        )
    if any(mark.kind == "polarity" and mark.words.casefold() == "without" for mark in (*first.marks, *second.marks)):
        return Verdict.OTHER_SCOPE, "polarity", quotes, "what one act was done without, another may have done"
    plain = first.predicate in DONE_OR_NOT and event.same_deed(first, second)
    part = left_out(first, second) and first.predicate == Predicate.SIGNATURE
    if part or not (first.predicate in ONCE or plain) or not doers_allow(first, second):
        return Verdict.OTHER_SCOPE, "polarity", quotes, "what one of them did, another may have left undone"
    return (
        Verdict.CONTRADICTED,
        "polarity",
        _marks(first, second),
        "one says that it happened, the other that it did not",
    )


def _of_one_time(first: Assertion, second: Assertion) -> bool:
    """Whether a denial holds for the day on which the other has it done: "never ratified", not "had not yet signed"."""
    one, other = date_of(first), date_of(second)
    if (one is None) == (other is None):
        return True
    undated = first if one is None else second
    return undated.polarity == Polarity.NEG and for_ever(undated)


def _opposed(first: Assertion, second: Assertion, event: OneEvent) -> _Slot:
    """One refuses what the other does; a denial of the one is the other."""
    if (first.polarity == Polarity.NEG) != (second.polarity == Polarity.NEG):
        return _by_date(first, second)
    quotes = (first.quote, second.quote)
    if refused_what_was_done(first, second) and event.own_voice(first) and event.own_voice(second):
        return (
            Verdict.CONTRADICTED,
            "outcome",
            quotes,
            "one has it refused, the other done, at one time by the same power",
        )
    return Verdict.LATER_CHANGE, "act", quotes, "who refused at one time may have done it at another"


def _dated_apart(first: Assertion, second: Assertion, event: OneEvent) -> _Slot:
    words = _dates(first, second)
    if one_day_in_two_calendars(date_of(first), date_of(second)):
        return (
            Verdict.OTHER_CALENDAR,
            "date",
            words,
            "the days lie as far apart as the Julian and the Gregorian calendar",
        )
    if not (event.own_voice(first) and event.own_voice(second)):
        return Verdict.REPORTED_BELIEF, "date", words, "one of them only reports what somebody said"
    if not first.modality == second.modality == Modality.ACTUAL:
        return Verdict.PLAN_AND_OUTCOME, "date", words, "one tells of a plan, the other of what came of it"
    once = first.predicate in ONCE or (is_last(first) and is_last(second)) or event.one_transfer(first, second)
    if first.predicate != second.predicate or not once or _subtypes_differ(first, second):
        return Verdict.LATER_CHANGE, "date", words, "an act of this sort may be done more than once, or in steps"
    if not (own(date_of(first)) and own(date_of(second))):
        return (
            Verdict.COMPLEMENTED,
            "date",
            words,
            "one of the dates is not the account's own, so it proves nothing against it",
        )
    if not doers_allow(first, second):
        return Verdict.COMPLEMENTED, "date", words, "each party does this for itself, on a day of its own"
    if event.says_also(first, second) or event.says_also(second, first):
        return (
            Verdict.COMPLEMENTED,
            "date",
            words,
            "one of the accounts gives the other's date too, and may date another act",
        )
    if not event.same_object(first, second):
        return Verdict.OTHER_SCOPE, "date", words, "the accounts do not plainly speak of the same thing"
    return Verdict.CONTRADICTED, "date", words, "the act is done once, and no day is in both dates"


def _subtypes_differ(first: Assertion, second: Assertion) -> bool:
    return bool(first.subtype) and bool(second.subtype) and first.subtype != second.subtype


def _extent(first: Assertion, second: Assertion) -> _Slot:
    quotes = (first.quote, second.quote)
    return Verdict.CONTRADICTED, "extent", quotes, "one account has it given for a time, the other for good"


def _planned(first: Assertion, second: Assertion) -> _Slot:
    quotes = (first.quote, second.quote)
    proposed = [one for one in (first, second) if one.modality == Modality.PROPOSED]
    # A clause of a draft may be what was agreed; what somebody only asked for is not what came out.
    if proposed and not any(one.attribution.voices and not is_paper(one.attribution.who) for one in proposed):
        return Verdict.CORROBORATED, "act", quotes, "both tell of it, one as provided, one as agreed"
    return Verdict.PLAN_AND_OUTCOME, "act", quotes, "one tells what was meant, the other what was done"


def _by_date(first: Assertion, second: Assertion) -> _Slot:
    words = _dates(first, second)
    if not all(words):
        return (
            Verdict.CORROBORATED,
            "act",
            (first.quote, second.quote),
            "both tell of it, and nothing in them stands against it",
        )
    if len({date.edtf for date in (date_of(first), date_of(second)) if date is not None}) == 1:
        return Verdict.CORROBORATED, "date", words, "both accounts give the same date"
    if within(date_of(first), date_of(second)) or within(date_of(second), date_of(first)):
        return Verdict.REFINED, "date", words, "one date lies within the other"
    return Verdict.CORROBORATED, "act", (first.quote, second.quote), "their dates overlap"


def _dates(first: Assertion, second: Assertion) -> tuple[str, str]:
    return tuple(_text(date_of(one)) for one in (first, second))  # type: ignore[return-value]


def _text(date: Date | None) -> str:
    return date.text if date is not None and date.edtf else ""


def _marks(first: Assertion, second: Assertion) -> tuple[str, str]:
    return tuple(
        ", ".join(mark.words for mark in one.marks if mark.kind == "polarity") or one.quote for one in (first, second)
    )  # type: ignore[return-value]


def _finding(
    topic: Topic, pair: tuple[Assertion, Assertion], verdict: Verdict, field: str, words: tuple[str, str], why: str
) -> Finding:
    accounts = {one.account for one in pair}
    quotes = (pair[0].quote, pair[1].quote)
    sources = sources_among(topic, accounts)
    return Finding(
        id=digest("agreement", *sorted(one.id for one in pair), str(verdict), field),
        rule="agreement",
        verdict=verdict,
        topic=topic.heading.id,
        # "“Not” in one account" tells nobody what is denied.
        sentence=_sentence(topic, verdict, quotes if field == "polarity" else words, sources, len(accounts)),
        assertions=tuple(one.id for one in pair),
        reasons=(*topic.heading.reasons, why),
        field=field,
        words=words,
        sources=sources,
        confidence=min(one.confidence for one in pair),
    )


def _sentence(topic: Topic, verdict: Verdict, words: tuple[str, str], sources: int, accounts: int) -> str:
    what = topic.heading.label
    if verdict == Verdict.CONTRADICTED:
        return f"{what}: “{words[0]}” in one account, “{words[1]}” in the other"
    if verdict in (Verdict.CORROBORATED, Verdict.REFINED) and accounts == 2:
        return (
            f"{what}: told twice, but by accounts that copy one another"
            if sources < 2
            else f"{what}: told by {sources} independent sources"
        )
    return f"{what}: told twice in one account" if accounts == 1 else f"{what}: {verdict}"


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
