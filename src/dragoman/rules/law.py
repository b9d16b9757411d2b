"""Treaty law: what the Vienna Convention of 1969 would ask of a treaty as it is told, by analogy for earlier ones.

    "the fallen government signed the treaty" -> NOTE, "by analogy to article 7 (full powers): …"

Never a verdict: each finding names the article, the words that raise the question, and that a person decides.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec

from dragoman.comparing import bounded, date_of, doers_of, in_its_own_voice, is_class, sides_of, year_of
from dragoman.labels import names_of
from dragoman.languages.en.law import BY_FORCE, CHANGED, OUT_OF_OFFICE
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
from dragoman.polities import polities
from dragoman.relating import told_as

# The Convention entered into force on 27 January 1980.
IN_FORCE = 722841
_CONSENT = frozenset({Predicate.SIGNATURE, Predicate.RATIFICATION, Predicate.ACCEPTANCE})
_PARTIES = (Role.PARTY, Role.AGENT, Role.SIGNATORY, Role.COUNTERPARTY)
_GIVEN = frozenset({Predicate.CESSION, Predicate.COMMITMENT, Predicate.TERRITORIAL_CLAIM})
# A government that fell longer ago than this is history to the treaty.
_LATELY = 60
_A_MONTH = 31
_NO_FALL = frozenset({"independence", "unification", "secession", "election"})


class Article(msgspec.Struct, frozen=True):
    """An article in our words."""

    number: str
    title: str
    says: str


@lru_cache(maxsize=1)
def articles() -> dict[str, Article]:
    """The articles that findings cite, by number."""
    with files("dragoman.vocabulary").joinpath("treaty_law.toml").open("rb") as table:
        return {number: Article(number, row["title"], row["says"]) for number, row in tomllib.load(table).items()}


def find(topic: Topic) -> Iterator[Finding]:
    """The questions that treaty law raises about this instrument, or about what this power signed."""
    if topic.heading.kind == Kind.INSTRUMENT:
        names = names_of(topic.heading)
        told = [
            one for one in _plain(topic) if {p.name for p in one.of(Role.INSTRUMENT)} & names.get(one.account, set())
        ]
        yield from _consent(topic, told)
        yield from _ends(topic, told)
        yield from _third_states(topic, told)
        yield from _later(topic)
    elif topic.heading.kind in (Kind.POLITY, Kind.PLACE):
        yield from _fallen(topic)


def _plain(topic: Topic) -> list[Assertion]:
    return [one for one in topic.assertions if in_its_own_voice(one)]


def _named_in(one: Assertion) -> frozenset[str]:
    return frozenset(p.name for p in one.of(Role.INSTRUMENT))


def _has(one: Assertion, words: Sequence[str]) -> str:
    folded = " ".join(one.quote.casefold().split())
    return next((word for word in words if word in folded), "")


def _done(one: Assertion) -> bool:
    return one.polarity == Polarity.POS and one.modality == Modality.ACTUAL


def _consent(topic: Topic, told: Sequence[Assertion]) -> Iterator[Finding]:
    for one in told:
        if one.predicate in _CONSENT and _done(one):
            if word := _has(one, OUT_OF_OFFICE):
                yield _finding(topic, "7", (one,), f"who signed may have had no powers: “{word}”")
            # The acceptance of an ultimatum is what the ultimatum is for.
            if (word := _has(one, BY_FORCE)) and not any(word in p.name.casefold() for p in one.of(Role.INSTRUMENT)):
                yield _finding(topic, "52", (one,), f"consent may have been had by force: “{word}”")
        if one.predicate == Predicate.RATIFICATION and one.polarity == Polarity.NEG:
            yield _finding(topic, "14", (one,), "it was not ratified, so that its parties may not have been bound")
    for force in (one for one in told if one.predicate == Predicate.ENTRY_INTO_FORCE and _done(one)):
        ratified = [one for one in told if one.predicate == Predicate.RATIFICATION and _done(one)]
        ratified = [one for one in ratified if one.account == force.account and bounded(date_of(one)) is not None]
        days = bounded(date_of(force))
        late = [one for one in ratified if days is not None and (bounded(date_of(one)) or days)[0] > days[1]]
        if ratified and len(late) == len(ratified):
            yield _finding(topic, "24", (force, late[0]), "it is told to be in force before anybody had ratified it")


def _ends(topic: Topic, told: Sequence[Assertion]) -> Iterator[Finding]:
    """Who ended it, and on what ground."""
    parties = _sides(topic, told)
    for one in told:
        if one.predicate != Predicate.ANNULMENT or one.polarity != Polarity.POS:
            continue
        if word := _has(one, CHANGED):
            yield _finding(topic, "62", (one,), f"a change of circumstances is given as the ground: “{word}”")
        doers = doers_of(one)
        if (
            not _done(one)
            or len(doers) != 1
            or len(parties) < 2
            or any(is_class(p.name) for p in one.of(Role.INSTRUMENT))
        ):
            continue
        who = polities()[next(iter(doers))].name if next(iter(doers)) in polities() else next(iter(doers))
        if doers <= parties:
            yield _finding(topic, "56", (one,), f"{who} ended it alone; its parties were {_named(parties)}")
        else:
            yield _finding(
                topic, "54", (one,), f"{who} ended it, and is not told to be a party; these were {_named(parties)}"
            )


def _sides(topic: Topic, told: Sequence[Assertion]) -> frozenset[str]:
    """The powers that are told to have concluded it."""
    found: set[str] = set()
    for one in told:
        if one.predicate in (Predicate.SIGNATURE, Predicate.RATIFICATION) and one.polarity == Polarity.POS:
            found |= {side for p in one.of(*_PARTIES) for side in sides_of(p.name, _year(topic, one))}
    return frozenset(found)


def _year(topic: Topic, one: Assertion) -> int | None:
    days = bounded(date_of(one))
    day = days[0] if days is not None else topic.heading.earliest
    return year_of(day) if day is not None else None


def _named(sides: frozenset[str]) -> str:
    return " and ".join(sorted(polities()[side].name if side in polities() else side for side in sides))


def _third_states(topic: Topic, told: Sequence[Assertion]) -> Iterator[Finding]:
    """What it gives or lays upon a power that is not told to be a party, once for each such power."""
    parties = _sides(topic, told)
    met: set[str] = set()
    for one in told if len(parties) > 1 else ():
        if one.predicate not in _GIVEN or one.polarity != Polarity.POS:
            continue
        named = [
            p for p in one.of(Role.BENEFICIARY, Role.TARGET, Role.RECIPIENT) if p.kind in (None, Kind.POLITY, Kind.BODY)
        ]
        for side in sorted({side for p in named for side in sides_of(p.name, _year(topic, one))} - parties - met):
            met.add(side)
            who = polities()[side].name if side in polities() else side
            yield _finding(
                topic, "34", (one,), f"{who} is concerned and is not told to be a party; these were {_named(parties)}"
            )


def _later(topic: Topic) -> Iterator[Finding]:
    """A later instrument that replaces or amends this one."""
    by_member = {member: heading for heading in topic.headings for member in heading.members}
    for one in _plain(topic):
        ends = [
            by_member.get(Member(one.account, p.name)) for p in (*one.of(Role.SUBJECT)[:1], *one.of(Role.OBJECT)[:1])
        ]
        if one.predicate not in (Predicate.SUPERSEDES, Predicate.AMENDS) or not _done(one) or len(ends) != 2:
            continue
        if ends[0] is not None and ends[1] is not None and ends[1].id == topic.heading.id != ends[0].id:
            article = "59" if one.predicate == Predicate.SUPERSEDES else "30"
            yield _finding(topic, article, (one,), f"{ends[0].label} {told_as(one.predicate)} it", of=ends[0])


def _fallen(topic: Topic) -> Iterator[Finding]:
    """What this power is told to have signed shortly after its government fell: one finding for each account."""
    names = {(member.account, member.name) for member in topic.heading.members}
    said = [one for one in _plain(topic) if _done(one)]
    for one in said:
        ours = one.predicate == Predicate.SIGNATURE and any((one.account, p.name) in names for p in one.of(*_PARTIES))
        if ours and not one.of(Role.INSTRUMENT) and (word := _has(one, OUT_OF_OFFICE)):
            yield _finding(topic, "7", (one,), f"who signed may have had no powers: “{word}”")
    for fall in (one for one in said if one.predicate == Predicate.REGIME_CHANGE and one.subtype not in _NO_FALL):
        fell = bounded(date_of(fall))
        if (
            fell is None
            or fell[1] - fell[0] >= _A_MONTH
            or not any((fall.account, p.name) in names for p in fall.participants)
        ):
            continue
        for one in said:
            days = bounded(date_of(one))
            signs = one.predicate == Predicate.SIGNATURE and any(
                (one.account, p.name) in names for p in one.of(*_PARTIES)
            )
            if signs and days is not None and fell[1] < days[0] <= fell[1] + _LATELY:
                what = next((p.name for p in one.of(Role.INSTRUMENT)), "it")
                yield _finding(
                    topic,
                    "7",
                    (fall, one),
                    f"{what} was signed for {topic.heading.label} after its government had changed",
                )
                break


def _finding(
    topic: Topic, number: str, said: tuple[Assertion, ...], question: str, of: Heading | None = None
) -> Finding:
    article = articles()[number]
    days = [days[1] for one in said if (days := bounded(date_of(one))) is not None]
    heading = of or topic.heading
    day = max(days, default=heading.earliest if heading.kind == Kind.INSTRUMENT else None)
    how = "by analogy to" if day is None or day < IN_FORCE else "under"
    since = (
        "" if how == "under" else "; the Convention is of 1969 and in force since 1980, so it is no law for this treaty"
    )
    return Finding(
        id=digest("law", topic.heading.id, number, *(one.id for one in said), question),
        rule="law",
        verdict=Verdict.NOTE,
        topic=topic.heading.id,
        sentence=f"{topic.heading.label}: {question} ({how} article {number} VCLT, {article.title})",
        assertions=tuple(one.id for one in said),
        reasons=(
            f"article {number} of the Vienna Convention on the Law of Treaties: {article.says}{since}",
            *(f"“{one.quote}”" for one in said),
            "a question and no verdict: what follows from it is for a person to say",
        ),
        field=f"article {number}",
        words=tuple(one.quote for one in said),
        confidence=min(one.confidence for one in said),
    )
