"""Chronology: nothing rests on what is later, nobody acts who is not yet or no more. Shown as found, never put right.

    "the draft of 1920 was developed on the basis of the treaty of 1921" -> IMPOSSIBLE
    ratified on 3 May, signed on 9 May -> IMPOSSIBLE        "the Armenian SSR in 1919" -> NOTE
    ended on 4 May, opened on 9 May -> IMPOSSIBLE           "in 1925 Lenin refused" -> IMPOSSIBLE

It speaks only when no reading of the dates allows the order.
"""

from collections.abc import Iterator, Sequence

from dragoman.comparing import bounded, date_of, in_its_own_voice, own, side_of, year_of
from dragoman.lives import life_of, use_of
from dragoman.model import (
    Assertion,
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
from dragoman.polities import Polity, polities
from dragoman.relating import LATER, told_as

# Steps of one instrument, each of which no account may date before the one that goes before it.
_STEPS = (
    (Predicate.SIGNATURE, Predicate.RATIFICATION, "ratified before it was signed"),
    (Predicate.SIGNATURE, Predicate.ANNULMENT, "ended before it was signed"),
    (Predicate.DRAFT, Predicate.SIGNATURE, "signed before it was drafted"),
    (Predicate.SIGNATURE, Predicate.ENTRY_INTO_FORCE, "in force before it was signed"),
)
_ACTING = (Role.AGENT, Role.PARTY, Role.SIGNATORY)
# A power is spoken of by its later or earlier name some years around; beyond that the name is out of its time.
_LENIENT = 1


def find(topic: Topic) -> Iterator[Finding]:
    """What cannot be in that order, in this topic."""
    if topic.heading.kind == Kind.INSTRUMENT:
        yield from _resting(topic)
        yield from _steps(topic)
    elif topic.heading.kind == Kind.POLITY:
        yield from _out_of_time(topic)
    elif topic.heading.kind == Kind.PERSON:
        yield from _out_of_life(topic)
    yield from _ended_before_it_began(topic)
    yield from _later_names(topic)


def _resting(topic: Topic) -> Iterator[Finding]:
    """Relations in which this instrument is said to rest on what is later than itself."""
    by_member = {member: heading for heading in topic.headings for member in heading.members}
    for one in _plain(topic.assertions):
        if one.predicate in LATER:
            ends = [by_member.get(Member(one.account, p.name)) for p in (*one.of(Role.SUBJECT), *one.of(Role.OBJECT))]
            if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0].id != topic.heading.id:
                continue
            if _before(ends[0], ends[1]):
                yield _rests_on_later(topic, one, ends[0], ends[1])


def _plain(said: Sequence[Assertion]) -> list[Assertion]:
    return [
        one
        for one in said
        if one.polarity == Polarity.POS and one.modality == Modality.ACTUAL and in_its_own_voice(one)
    ]


def _before(one: Heading, other: Heading) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _rests_on_later(topic: Topic, one: Assertion, subject: Heading, object_: Heading) -> Finding:
    sentence = f"{subject.label} cannot have {told_as(one.predicate)} {object_.label}: it is the earlier of the two"
    reasons = (
        f"{subject.label} is of {subject.edtf}",
        f"{object_.label} is of {object_.edtf}",
        "no reading of these dates puts the second before the first",
    )
    return _finding(topic, Verdict.IMPOSSIBLE, (one,), sentence, reasons)


def _steps(topic: Topic) -> Iterator[Finding]:
    """Steps in the life of this instrument that one account dates in an order that cannot be."""
    names = {(member.account, member.name) for member in topic.heading.members}
    acts = [
        one for one in _plain(topic.assertions) if any((one.account, p.name) in names for p in one.of(Role.INSTRUMENT))
    ]
    for before, after, words in _STEPS:
        earliest = _extreme(acts, before, first=True)
        latest = _extreme(acts, after, first=False)
        for account in sorted(set(earliest) & set(latest)):
            one, other = earliest[account], latest[account]
            days, others = bounded(date_of(one)), bounded(date_of(other))
            if days is not None and others is not None and others[1] < days[0] and not _alone(one):
                sentence = f"{topic.heading.label} cannot have been {words}"
                reasons = (
                    f"{before}: {_edtf(one)}",
                    f"{after}: {_edtf(other)}",
                    "no reading of these dates allows the order",
                )
                yield _finding(topic, Verdict.IMPOSSIBLE, (one, other), sentence, reasons)


def _alone(one: Assertion) -> bool:
    """Whether one of the parties signs: the other may have signed, and even ratified, before."""
    return one.predicate == Predicate.SIGNATURE and len(one.of(*_ACTING)) == 1


def _extreme(acts: Sequence[Assertion], predicate: Predicate, *, first: bool) -> dict[str, Assertion]:
    """For each account its first or last act of a sort; a step repeated (drafts, renewals) is no wonder."""
    found: dict[str, Assertion] = {}
    for one in acts:
        days = bounded(date_of(one))
        if one.predicate != predicate or days is None or not own(date_of(one)) or len(one.of(Role.INSTRUMENT)) > 1:
            continue
        old = bounded(date_of(found[one.account])) if one.account in found else None
        if old is None or (days[0] < old[0] if first else days[1] > old[1]):
            found[one.account] = one
    return found


def _edtf(one: Assertion) -> str:
    return one.when.edtf if one.when is not None else ""


def _out_of_time(topic: Topic) -> Iterator[Finding]:
    """Acts that this power is told to have done when there was no such power, one note for each account."""
    names = {(member.account, member.name) for member in topic.heading.members}
    noted: set[str] = set()
    for one in _plain(topic.assertions):
        days = bounded(date_of(one))
        if days is None or not own(date_of(one)) or one.account in noted:
            continue
        for each in one.of(*_ACTING):
            key = side_of(each.name, year_of(days[0])) if (one.account, each.name) in names else None
            polity = polities()[key] if key else None
            # Of a name with a day of its own in the table of names, that table tells.
            if (
                polity is not None
                and _named(each.name, polity)
                and not _existed(polity, days)
                and not use_of(each.name)
            ):
                noted.add(one.account)
                sentence = f"{each.name} acts in {_edtf(one)}: the name is out of its time"
                reasons = (f"{polity.name}: {polity.begins} to {polity.ends if polity.ends < 9999 else 'today'}",)
                yield _finding(
                    topic, Verdict.NOTE, (one,), sentence, (*reasons, "a note, not an error: a later name may be meant")
                )
                break


def _out_of_life(topic: Topic) -> Iterator[Finding]:
    """Acts of a person before his birth or after his death, one finding for each account."""
    names = {(member.account, member.name) for member in topic.heading.members}
    noted: set[str] = set()
    for one in _plain(topic.assertions):
        days = bounded(date_of(one))
        if days is None or not own(date_of(one)) or one.account in noted:
            continue
        for each in one.of(*_ACTING, Role.DELEGATE):
            life = life_of(each.name) if (one.account, each.name) in names else None
            dead = life is not None and life.latest is not None and days[0] > life.latest
            unborn = life is not None and life.earliest is not None and days[1] < life.earliest
            if life is not None and (dead or unborn):
                noted.add(one.account)
                how = f"died in {life.until}" if dead else f"was born in {life.since}"
                sentence = f"{each.name} cannot have acted in {_edtf(one)}: {life.name} {how}"
                reasons = (
                    f"the table of lives has {life.name}: {life.since} to {life.until or 'today'}",
                    f"the account dates the act {_edtf(one)}",
                    "no reading of these dates allows it; another of the name may be meant, which a person can say",
                )
                yield _finding(topic, Verdict.IMPOSSIBLE, (one,), sentence, reasons)
                break


def _ended_before_it_began(topic: Topic) -> Iterator[Finding]:
    """A conference whose end an account dates before its opening; told in one topic of those that both stand in."""
    by_member = {member: heading.id for heading in topic.headings for member in heading.members}
    meetings = [one for one in _plain(topic.assertions) if one.predicate == Predicate.NEGOTIATION and own(date_of(one))]
    ends = [one for one in meetings if one.subtype == "end"]
    for end in ends:
        for start in meetings:
            days, others = bounded(date_of(end)), bounded(date_of(start))
            if days is None or others is None or days[1] >= others[0] or not _one_meeting(start, end, topic):
                continue
            shared = {by_member.get(Member(one.account, p.name)) for one in (start, end) for p in one.participants}
            if topic.heading.kind != Kind.EVENT and topic.heading.id != min(filter(None, shared), default=""):
                continue
            what = next((p.name for p in end.of(Role.EVENT)), topic.heading.label)
            sentence = f"{what} cannot have ended before it began"
            reasons = (
                f"it began {_edtf(start)}",
                f"it ended {_edtf(end)}",
                "no reading of these dates allows the order",
            )
            yield _finding(topic, Verdict.IMPOSSIBLE, (start, end), sentence, reasons)
            break


def _one_meeting(start: Assertion, end: Assertion, topic: Topic) -> bool:
    """Whether one account tells both of one meeting: by its name, or because both are tellings of one act."""
    if start.account != end.account or start.subtype not in ("opening", "", "conference"):
        return False
    names = [{p.name.casefold() for p in one.of(Role.EVENT)} for one in (start, end)]
    return bool(names[0] & names[1]) or (topic.heading.kind == Kind.EVENT and not (names[0] and names[1]))


def _later_names(topic: Topic) -> Iterator[Finding]:
    """Names that were not yet, or no longer, in use at the time that is told: one note for each account and name."""
    if topic.heading.kind == Kind.EVENT:
        return
    names = {(member.account, member.name) for member in topic.heading.members}
    noted: set[tuple[str, str]] = set()
    for one in _plain(topic.assertions):
        days = bounded(date_of(one))
        for each in one.participants if days is not None and own(date_of(one)) else ():
            use = use_of(each.name) if (one.account, each.name) in names else None
            if use is None or days is None or (one.account, each.name) in noted:
                continue
            early = use.earliest is not None and days[1] < use.earliest
            late = use.latest is not None and days[0] > use.latest
            if early or late:
                noted.add((one.account, each.name))
                still = f"not yet in use: since {use.since}" if early else f"no longer in use: until {use.until}"
                sentence = f"{each.name} in {_edtf(one)}: the name was {still}"
                yield _finding(
                    topic, Verdict.NOTE, (one,), sentence, (use.why, "a note, not an error: it says who is meant")
                )


def _named(name: str, polity: Polity) -> bool:
    """Whether it is the name of the power itself: of peoples and adjectives none is out of time."""
    return name.removeprefix("the ").removeprefix("The ") in (polity.name, *polity.also)


def _existed(polity: Polity, days: tuple[int, int]) -> bool:
    return polity.begins - _LENIENT <= year_of(days[1]) and year_of(days[0]) <= polity.ends + _LENIENT


def _finding(
    topic: Topic, verdict: Verdict, said: tuple[Assertion, ...], sentence: str, reasons: tuple[str, ...]
) -> Finding:
    return Finding(
        id=digest("chronology", topic.heading.id, *(one.id for one in said), sentence),
        rule="chronology",
        verdict=verdict,
        topic=topic.heading.id,
        sentence=sentence,
        assertions=tuple(one.id for one in said),
        reasons=reasons,
        field="order in time",
        words=tuple(one.quote for one in said),
        confidence=min(one.confidence for one in said),
    )
