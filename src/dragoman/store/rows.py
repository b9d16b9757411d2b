"""Rows: what a model value puts into the tables of schema.sql, column by column.

for table, row in rows_of_testimony(testimony, 0, headings_of(concordance)): ...
"""

import json
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from dragoman.fingerprints import mark_of
from dragoman.judging import Judged, in_force
from dragoman.model import (
    AccountId,
    Assertion,
    Concordance,
    Date,
    Finding,
    Kind,
    PassageRole,
    Problem,
    Span,
    Stated,
    Testimony,
    Topic,
)
from dragoman.notation import write, written

Value = str | int | float | bytes | None
Row = tuple[str, tuple[Value, ...]]
# (account, name) -> the heading it goes under, the first where several claim it.
Headings = Mapping[tuple[AccountId, str], str]

pack = msgspec.msgpack.encode
_SEARCHED = frozenset({PassageRole.SENTENCE, PassageRole.TITLE, PassageRole.HEADING})


class PackedTopic(msgspec.Struct, frozen=True):
    """A topic with ids in place of what the dossier holds anyway."""

    heading: str
    assertions: tuple[str, ...]
    headings: tuple[str, ...]
    names: tuple[tuple[AccountId, str], ...]
    independent: tuple[tuple[AccountId, ...], ...]


def headings_of(concordance: Concordance) -> tuple[Headings, Headings]:
    """Under which heading each name stands: of any kind, and of instruments alone."""
    every: dict[tuple[AccountId, str], str] = {}
    instruments: dict[tuple[AccountId, str], str] = {}
    for heading in concordance.headings:
        for member in heading.members:
            every.setdefault((member.account, member.name), heading.id)
            if heading.kind == Kind.INSTRUMENT:
                instruments.setdefault((member.account, member.name), heading.id)
    return every, instruments


def rows_of_testimony(testimony: Testimony, position: int, headings: tuple[Headings, Headings]) -> Iterator[Row]:
    """Everything one account says."""
    every, instruments = headings
    yield _account(testimony, position)
    yield from _words(testimony)
    yield from _things(testimony, instruments)
    for number, assertion in enumerate(testimony.assertions):
        yield from _assertion(assertion, number, every)


def rows_of_judged(judged: Judged) -> Iterator[Row]:
    """The log as it was, and what each judgement met."""
    standing = {one.id for one in in_force(judged.judgements)}
    for position, one in enumerate(judged.judgements):
        met = judged.met.get(one.id)
        ruling = judged.rulings.get(met or "")
        force = ruling.id == one.id if ruling else one.id in standing and met is None
        row = (one.id, one.at, one.who, one.ruling, one.target, one.other, one.note, met, int(force), pack(one))
        yield "judgement", (position, *row)


def rows_of_concordance(concordance: Concordance) -> Iterator[Row]:
    """The headings and their members."""
    for position, one in enumerate(concordance.headings):
        bounds = (one.edtf, one.earliest, one.latest)
        yield "heading", (one.id, position, one.kind, one.label, *bounds, _json(one.reasons), pack(one))
        for member in sorted(set(one.members)):
            yield "heading_member", (one.id, member.account, member.name)


def rows_of_topics(topics: Iterable[Topic]) -> Iterator[Row]:
    """What was laid side by side."""
    for position, one in enumerate(topics):
        ids = tuple(each.id for each in one.assertions)
        others = tuple(each.id for each in one.headings)
        packed = PackedTopic(one.heading.id, ids, others, one.names, one.independent)
        yield "topic", (one.heading.id, position, mark_of(one), pack(packed))
        for number, each in enumerate(ids):
            yield "topic_assertion", (one.heading.id, number, each)


def rows_of_findings(findings: Iterable[Finding]) -> Iterator[Row]:
    """What was concluded."""
    for position, one in enumerate(findings):
        what = (one.rule, one.verdict, one.topic, one.field, one.sentence, one.sources, one.confidence)
        yield "finding", (one.id, position, *what, _json(one.reasons), pack(one))
        for number, each in enumerate(one.assertions):
            yield "finding_assertion", (one.id, number, each, one.words[number] if number < len(one.words) else "")


def rows_of_problems(problems: Iterable[Problem]) -> Iterator[Row]:
    """Trouble with the material."""
    for position, one in enumerate(problems):
        at = one.at
        where = (at.account, *_ends(at.span), at.line, at.column) if at else (None,) * 5
        yield "problem", (position, one.code, one.level, one.path, one.message, *where, pack(one))


def _account(testimony: Testimony, position: int) -> Row:
    one, origin = testimony.account, testimony.account.provenance
    what = (one.id, position, one.name, one.path, one.language, one.reader, one.original)
    authors = "; ".join(author.value for author in origin.authors)
    stated = (_stated(origin.title), authors, _stated(origin.publisher), _stated(origin.published), _stated(origin.via))
    return "account", (*what, *stated, len(one.text.split()), one.text, pack(testimony))


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


def _things(testimony: Testimony, instruments: Headings) -> Iterator[Row]:
    account = testimony.account.id
    for number, one in enumerate(testimony.instruments):
        row = (one.name, one.kind, _json(one.aliases), _json(one.parties), *_dated(one.dated), len(one.mentions))
        yield "instrument", (account, number, *row, instruments.get((account, one.name)))
    for number, place in enumerate(testimony.placements):
        where = (place.name, place.kind, place.shape, place.lat, place.lon, place.modern, place.within)
        why = (place.identifier, place.source, place.because, place.confidence)
        yield "placement", (account, number, *where, *why, *_ends(place.span))


def _assertion(one: Assertion, position: int, headings: Headings) -> Iterator[Row]:
    how = (one.predicate, one.subtype, one.polarity, one.modality, written(one.attribution))
    when = (one.when.text, one.when.basis, *_dated(one.when)) if one.when else (None,) * 5
    where = (one.quote, *_ends(one.span))
    told = (one.confidence, one.found_by, write(one), pack(one))
    yield "assertion", (one.id, one.account, position, *how, *when, *where, *told)
    for number, part in enumerate(one.participants):
        row = (part.role, part.name, part.kind, *_ends(part.span), headings.get((one.account, part.name)))
        yield "participant", (one.id, number, *row)
    for number, evidence in enumerate(one.evidence):
        yield "evidence", (one.id, number, evidence.account, *_ends(evidence.span), evidence.quote)
    for number, mark in enumerate(one.marks):
        yield "mark", (one.id, number, mark.kind, *_ends(mark.span), mark.words)
    yield "quote_words", (one.quote, one.id, one.account)


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _dated(date: Date | None) -> tuple[str | None, int | None, int | None]:
    return (date.edtf, date.earliest, date.latest) if date else (None, None, None)


def _stated(value: Stated | None) -> str | None:
    return value.value if value else None


def _json(words: tuple[str, ...]) -> str:
    return json.dumps(words, ensure_ascii=False)
