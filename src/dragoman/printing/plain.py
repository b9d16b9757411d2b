"""Entries of the ledgers as plain values, for JSON.

plain_entry(dossier, entry) -> {"what": "claimed", "holder": "Turkey", "quote": …}
"""

from collections.abc import Iterator
from typing import Any

from dragoman.edtf import day_text
from dragoman.ledgers import Conference, Link, Position, Promise
from dragoman.model import Assertion, Verdict
from dragoman.rules.claims import Entry
from dragoman.store import Dossier


def _said(dossier: Dossier, one: Assertion) -> dict[str, Any]:
    return {
        "assertion": one.id,
        "account": dossier.name_of(one.account),
        "on_the_word_of": one.attribution.who,
        "quote": one.quote,
        "span": [one.span.start, one.span.end],
    }


def _days(earliest: int | None, latest: int | None) -> dict[str, str | None]:
    return {
        "earliest": day_text(earliest) if earliest is not None else None,
        "latest": day_text(latest) if latest is not None else None,
    }


def plain_entry(dossier: Dossier, one: Entry) -> dict[str, Any]:
    what = {"what": one.what, "holder": one.holder, "instruments": one.instruments, "dated_by": one.dated_by or None}
    return what | _days(one.earliest, one.latest) | _said(dossier, one.said)


def plain_position(dossier: Dossier, one: Position, at: str) -> dict[str, Any]:
    party = {"who": one.party.name, "side": one.party.side, "as": str(one.party.stage), "because": one.party.why}
    what = {"stance": one.stance, "what": one.what, "conference": at or None}
    return party | what | _days(one.earliest, one.latest) | _said(dossier, one.said)


def plain_conference(dossier: Dossier, one: Conference) -> dict[str, Any]:
    return {
        "label": one.label,
        "dates": one.dates,
        **_days(one.earliest, one.latest),
        "places": one.places,
        "parties": one.parties,
        "delegates": one.delegates,
        "told_by": [_said(dossier, said) for said in one.told_by],
        "parts": [plain_position(dossier, part.position, one.label) | {"why": part.why} for part in one.parts],
        "outcomes": [
            {"what": outcome.what, "why": outcome.why} | _said(dossier, outcome.said) for outcome in one.outcomes
        ],
    }


def plain_promise(dossier: Dossier, one: Promise) -> dict[str, Any]:
    what = {"what": one.what, "by": one.by, "to": one.to, "under": one.under, "state": one.state}
    kept = {"condition": one.condition, "kept": one.kept or None}
    words = {"kept_on_the_word_of": [_said(dossier, said) for said in one.on_the_word_of]}
    return what | kept | words | _said(dossier, one.said)


def plain_link(dossier: Dossier, one: Link) -> dict[str, Any]:
    ends = {"later": one.later.label, "relation": one.relation, "earlier": one.earlier.label, "depth": one.depth}
    return ends | {"said": [_said(dossier, said) for said in one.said], "wrong": list(wrong_with(dossier, one))}


def wrong_with(dossier: Dossier, link: Link) -> Iterator[str]:
    """What speaks against a step: a circle, another account, time."""
    if link.note:
        yield link.note
    for said in link.said:
        for finding in dossier.findings_on(said.id):
            if finding.verdict in (Verdict.CONTRADICTED, Verdict.IMPOSSIBLE) and finding.rule in (
                "lineage",
                "chronology",
            ):
                yield f"{finding.verdict}: {finding.sentence}"
