"""Rows: what a model value puts into the tables of schema.sql, column by column.

for table, row in rows_of_testimony(testimony, Place(0, 1), headings_of(concordance)): ...
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from statistics import median_low
from typing import NamedTuple, Protocol

import msgspec
from msgspec.structs import replace

from dragoman.comparing import date_of, year_of
from dragoman.fingerprints import mark_of
from dragoman.judging import Judged, in_force
from dragoman.model import (
    RELATIONS,
    AccountId,
    Assertion,
    Claimed,
    Concordance,
    Date,
    Finding,
    Heading,
    Kind,
    PassageRole,
    Problem,
    Role,
    Span,
    Stated,
    Testimony,
    Topic,
)
from dragoman.notation import write, written

Value = str | int | float | bytes | None
Row = tuple[str, tuple[Value, ...]]


class Known(Protocol):
    """The position and id of the heading a name stands under, of several the first; None where it has none."""

    def get(self, named: tuple[AccountId, str], /) -> tuple[int, str] | None:
        """By the account and the name in it."""


class Place(NamedTuple):
    """Where a testimony goes: the position of its account, the number of its first assertion."""

    position: int
    first: int


pack = msgspec.msgpack.encode
_SEARCHED = frozenset({PassageRole.SENTENCE, PassageRole.TITLE, PassageRole.HEADING})


class PackedTopic(msgspec.Struct, frozen=True):
    """A topic with ids in place of what the dossier holds anyway."""

    heading: str
    assertions: tuple[str, ...]
    headings: tuple[str, ...]
    names: tuple[tuple[AccountId, str], ...]
    independent: tuple[tuple[AccountId, ...], ...]


class PackedGroups(msgspec.Struct, frozen=True):
    """Of a packed topic only who depends on whom: of a long one the rest need not be unpacked."""

    independent: tuple[tuple[AccountId, ...], ...]


def headings_of(concordance: Concordance) -> tuple[Known, Known]:
    """Under which heading each name stands: of any kind, and of instruments alone."""
    every: dict[tuple[AccountId, str], tuple[int, str]] = {}
    instruments: dict[tuple[AccountId, str], tuple[int, str]] = {}
    for position, heading in enumerate(concordance.headings):
        for member in heading.members:
            every.setdefault((member.account, member.name), (position, heading.id))
            if heading.kind == Kind.INSTRUMENT:
                instruments.setdefault((member.account, member.name), (position, heading.id))
    return every, instruments


def rows_of_testimony(testimony: Testimony, place: Place, headings: tuple[Known, Known]) -> Iterator[Row]:
    """Everything one account says."""
    every, instruments = headings
    yield _account(testimony, place)
    yield from _words(testimony)
    yield from _things(testimony, instruments)
    for number, assertion in enumerate(testimony.assertions):
        yield from _assertion(assertion, place.first + number, number, every)


def rows_of_judged(judged: Judged) -> Iterator[Row]:
    """The log as it was, and what each judgement met."""
    standing = {one.id for one in in_force(judged.judgements)}
    for position, one in enumerate(judged.judgements):
        met = judged.met.get(one.id)
        ruling = judged.rulings.get(met or "")
        force = ruling.id == one.id if ruling else one.id in standing and met is None
        row = (one.id, one.at, one.who, one.ruling, one.target, one.other, one.note, met, int(force), pack(one))
        yield "judgement", (position, *row)


def rows_of_headings(headings: Iterable[Heading], places: Mapping[AccountId, int]) -> Iterator[Row]:
    """The headings, their members, and the names that were taken for one; `places` are the accounts' positions."""
    for position, one in enumerate(headings):
        bounds = (one.edtf, one.earliest, one.latest)
        yield "heading", (position, one.id, one.kind, one.label, *bounds, _json(one.reasons), pack(one))
        for member in sorted(set(one.members)):
            yield "heading_member", (position, places.get(member.account, -1), member.name, member.account)
        if one.kind not in (Kind.EVENT, Kind.DATE):
            yield from _name_pairs(one, position)


def _name_pairs(heading: Heading, position: int) -> Iterator[Row]:
    """Every other name it goes by beside the first, with the reason that was given."""
    first, seen = heading.members[0], {heading.members[0].name.casefold()}
    for member in heading.members[1:]:
        if member.name.casefold() in seen:
            continue
        seen.add(member.name.casefold())
        told = [one for one in heading.reasons if f"“{member.name}”" in one]
        both = [one for one in told if f"“{first.name}”" in one]
        why = (both or told or ["they were taken for one"])[0]
        yield "name_pair", (position, len(seen), first.account, first.name, member.account, member.name, why, None)


def packed_topics(topics: Iterable[Topic]) -> Iterator[tuple[PackedTopic, str]]:
    """Topics as they are kept, each with its mark."""
    for one in topics:
        ids = tuple(each.id for each in one.assertions)
        others = tuple(each.id for each in one.headings)
        yield PackedTopic(one.heading.id, ids, others, one.names, one.independent), mark_of(one)


def rows_of_topics(topics: Iterable[tuple[PackedTopic, str]]) -> Iterator[Row]:
    """What was laid side by side."""
    for position, (one, mark) in enumerate(topics):
        yield "topic", (one.heading, position, mark, pack(one))


def rows_of_claims(claims: Iterable[Claimed]) -> Iterator[Row]:
    """The ledgers of territories."""
    for position, one in enumerate(claims):
        yield "claim", (one.heading, position, one.what, one.holder, one.assertion, one.earliest, one.dated_by)


def rows_of_findings(findings: Iterable[Finding]) -> Iterator[Row]:
    """What was concluded."""
    for position, one in enumerate(findings):
        what = (one.rule, one.verdict, one.topic, one.field, one.sentence, one.sources, one.confidence)
        yield "finding", (position, one.id, *what, _json(one.reasons), pack(one))
        for number, each in enumerate(one.assertions):
            yield "finding_assertion", (position, number, each, one.words[number] if number < len(one.words) else "")


def rows_of_problems(problems: Iterable[Problem]) -> Iterator[Row]:
    """Trouble with the material."""
    for position, one in enumerate(problems):
        at = one.at
        where = (at.account, *_ends(at.span), at.line, at.column) if at else (None,) * 5
        yield "problem", (position, one.code, one.level, one.path, one.message, *where, pack(one))


def _account(testimony: Testimony, place: Place) -> Row:
    one, origin = testimony.account, testimony.account.provenance
    what = (one.id, place.position, one.name, one.path, one.language, one.reader, one.original)
    authors = "; ".join(author.value for author in origin.authors)
    stated = (_stated(origin.title), authors, _stated(origin.publisher), _stated(origin.published), _stated(origin.via))
    furniture = sum(len(each.span) for each in one.passages if each.role is PassageRole.FURNITURE)
    figures = (len(one.text.split()), furniture / max(1, len(one.text)), place.first, len(testimony.assertions))
    head = pack(replace(one, text="", passages=()))
    return "account", (
        *what,
        *stated,
        *figures,
        _year(testimony),
        head,
        one.text,
        pack(replace(testimony, assertions=())),
    )


def _year(testimony: Testimony) -> int | None:
    told = [one.when.earliest for one in testimony.assertions if one.when and one.when.earliest is not None]
    return year_of(median_low(told)) if told else None


def _words(testimony: Testimony) -> Iterator[Row]:
    account = testimony.account
    for number, passage in enumerate(testimony.passages):
        ends = _ends(passage.span)
        yield "passage", (account.id, number, passage.role, *ends, passage.why)
        if passage.role in _SEARCHED:
            yield "passage_words", (account.text[passage.span.start : passage.span.end], account.id, *ends)
    for number, mention in enumerate(testimony.mentions):
        antecedent = _ends(mention.antecedent)
        row = (mention.kind, mention.name, *_ends(mention.span), *antecedent, *_dated(mention.date), mention.why)
        yield "mention", (account.id, number, *row)


def _things(testimony: Testimony, instruments: Known) -> Iterator[Row]:
    account = testimony.account.id
    for number, one in enumerate(testimony.instruments):
        row = (one.name, one.kind, _json(one.aliases), _json(one.parties), *_dated(one.dated), len(one.mentions))
        known = instruments.get((account, one.name))
        yield "instrument", (account, number, *row, known[1] if known else None)
    for number, place in enumerate(testimony.placements):
        where = (place.name, place.kind, place.shape, place.lat, place.lon, place.modern, place.within)
        why = (place.identifier, place.source, place.because, place.confidence)
        yield "placement", (account, number, *where, *why, *_ends(place.span))


def _assertion(one: Assertion, number: int, position: int, headings: Known) -> Iterator[Row]:
    how = (one.predicate, one.subtype, one.polarity, one.modality, written(one.attribution))
    when = (one.when.text, one.when.basis, *_dated(one.when), _day(one)) if one.when else (None,) * 6
    where = (one.quote, *_ends(one.span))
    told = (one.confidence, one.found_by, write(one), pack(one))
    yield "assertion", (number, one.id, one.account, position, *how, *when, *where, *told)
    for at, part in enumerate(one.participants):
        known = headings.get((one.account, part.name))
        yield (
            "participant",
            (number, at, part.role, part.name, part.kind, *_ends(part.span), known[0] if known else None),
        )
    if one.predicate in RELATIONS:
        yield from _relations(one, number, headings)


def _relations(one: Assertion, number: int, headings: Known) -> Iterator[Row]:
    ends = [[_end(one.account, part.name, headings) for part in one.of(role)] for role in (Role.SUBJECT, Role.OBJECT)]
    for pair in dict.fromkeys((subject, object_) for subject in ends[0] for object_ in ends[1] if subject != object_):
        yield "relation", (*pair, number)


def _end(account: AccountId, name: str, headings: Known) -> str:
    known = headings.get((account, name))
    return str(known[0]) if known else f"{account}:{name}"


def _day(one: Assertion) -> int | None:
    """The middle of when it was done; None where its date is that of another thing."""
    date = date_of(one)
    days = [day for day in (date.earliest, date.latest) if day is not None] if date else []
    return sum(days) // len(days) if days else None


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _dated(date: Date | None) -> tuple[str | None, int | None, int | None]:
    return (date.edtf, date.earliest, date.latest) if date else (None, None, None)


def _stated(value: Stated | None) -> str | None:
    return value.value if value else None


def _json(words: tuple[str, ...]) -> str:
    return json.dumps(words, ensure_ascii=False)
