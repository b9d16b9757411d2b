"""A dossier of two accounts made by hand, so that the pages are tried on their own, without readers or rules.

tell(account, "no treaty was signed", Predicate.SIGNATURE, polarity=Polarity.NEG)
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.judging import judged
from dragoman.model import (
    Account,
    AccountId,
    Assertion,
    Attribution,
    Basis,
    Concordance,
    Date,
    Evidence,
    Finding,
    Heading,
    Kind,
    Mark,
    MarkKind,
    Member,
    Modality,
    Participant,
    Passage,
    PassageRole,
    Polarity,
    Predicate,
    Provenance,
    Role,
    Span,
    Stated,
    Testimony,
    Trust,
    Verdict,
    Voice,
    digest,
)
from dragoman.store import Draft, read_log
from dragoman.web.app import app_of

PAGE = """THE READER  Home  Politics
7.1° C KARS

On the eve of the treaty

The Treaty of Moscow itself was based on the draft treaty prepared at the first conference on Aug. 24, 1920. \
Under this draft Soviet Russia undertook to supply Turkey with arms. Chicherin opposed this and demanded that Van be \
returned to Armenia. However, no treaty was signed at the time.

It became necessary to annul the Treaty of Alexandropol. “We shall not go to war for Kars,” a delegate wrote.

To be continued
"""
ENTRY = """Conferences of Moscow

The first conference took place in Moscow in July-August 1920. It ended on August 24 with a draft treaty.

This draft treaty was then developed on the basis of the Treaty of Moscow of 1921.
"""


def account_of(name: str, text: str, furniture: tuple[str, ...] = (), **provenance: Any) -> Account:
    """An account in paragraphs; the first that is no furniture is its title."""
    spans = [Span(*match.span()) for match in re.finditer(r"\S[^\n]*(?:\n[^\n]+)*", text)]
    passages: list[Passage] = []
    for span in spans:
        if text[span.start : span.end].startswith(furniture):
            passages.append(Passage(span, PassageRole.FURNITURE, "menu"))
        elif not any(one.role is PassageRole.TITLE for one in passages):
            passages.append(Passage(span, PassageRole.TITLE))
        else:
            passages.append(Passage(span, PassageRole.PARAGRAPH))
    return Account(
        id=AccountId(digest(text)),
        name=name,
        path=f"accounts/{name}.txt",
        text=text,
        passages=tuple(passages),
        provenance=Provenance(**provenance),
        reader="text",
        original=digest("bytes", text),
    )


def span_of(account: Account, words: str) -> Span:
    start = account.text.index(words)
    return Span(start, start + len(words))


def tell(
    account: Account,
    quote: str,
    predicate: Predicate,
    parts: tuple[tuple[Role, str], ...] = (),
    *,
    when: tuple[str, str] = ("", ""),
    marks: tuple[tuple[MarkKind, str], ...] = (),
    voice: str = "",
    **others: Any,
) -> Assertion:
    """An assertion on these words; `when` is (words, EDTF)."""
    span = span_of(account, quote)
    return Assertion(
        id=digest(account.id, quote, predicate.value),
        account=account.id,
        predicate=predicate,
        participants=tuple(Participant(role, name) for role, name in parts),
        evidence=(Evidence(account.id, span, quote),),
        when=_date(account, *when) if when[1] else None,
        marks=tuple(Mark(kind, span_of(account, words), words) for kind, words in marks),
        attribution=Attribution((Voice(voice, "letter"),)) if voice else Attribution(),
        **others,
    )


def _date(account: Account, words: str, edtf: str) -> Date:
    first, _, last = edtf.partition("/")
    ends = [([*one.split("-"), "01", "01"])[:3] for one in (first, last or first)]
    days = [date(*map(int, one)).toordinal() for one in ends]
    return Date(span_of(account, words), words, edtf, days[0], days[1], basis=Basis.EXPLICIT)


def testimonies() -> tuple[Testimony, Testimony]:
    stated = {"authors": (Stated("M. Example", Trust.MARKED),), "published": Stated("2025-03-26", Trust.FURNITURE)}
    page = account_of(
        "page",
        PAGE,
        ("THE READER", "To be"),
        title=Stated("On the eve of the treaty", Trust.MARKED),
        publisher=Stated("The Reader", Trust.FURNITURE),
        **stated,
    )
    entry = account_of("entry", ENTRY, title=Stated("Conferences of Moscow", Trust.GUESSED))
    treaty, draft = (Role.INSTRUMENT, "Treaty of Moscow"), (Role.INSTRUMENT, "draft treaty")
    said = (
        tell(
            page,
            "The Treaty of Moscow itself was based on the draft treaty",
            Predicate.BASED_ON,
            ((Role.SUBJECT, "Treaty of Moscow"), (Role.OBJECT, "draft treaty")),
            marks=((MarkKind.TRIGGER, "based on"),),
        ),
        tell(
            page,
            "the draft treaty prepared at the first conference on Aug. 24, 1920",
            Predicate.DRAFT,
            (draft, (Role.EVENT, "first conference")),
            when=("Aug. 24, 1920", "1920-08-24"),
            marks=((MarkKind.TRIGGER, "prepared"),),
        ),
        tell(
            page,
            "Soviet Russia undertook to supply Turkey with arms",
            Predicate.COMMITMENT,
            ((Role.AGENT, "Soviet Russia"), (Role.RECIPIENT, "Turkey")),
            modality=Modality.PROPOSED,
            marks=((MarkKind.MODALITY, "Under this draft"), (MarkKind.TRIGGER, "undertook")),
        ),
        tell(page, "Chicherin opposed this", Predicate.REFUSAL, ((Role.AGENT, "Chicherin"),)),
        tell(
            page,
            "Chicherin opposed this and demanded that Van be returned to Armenia",
            Predicate.DEMAND,
            ((Role.AGENT, "Chicherin"), (Role.TERRITORY, "Van"), (Role.BENEFICIARY, "Armenia")),
        ),
        tell(
            page,
            "no treaty was signed at the time",
            Predicate.SIGNATURE,
            (draft,),
            polarity=Polarity.NEG,
            marks=((MarkKind.POLARITY, "no"), (MarkKind.TRIGGER, "signed")),
        ),
        tell(
            page,
            "annul the Treaty of Alexandropol",
            Predicate.ANNULMENT,
            ((Role.INSTRUMENT, "Treaty of Alexandropol"),),
            modality=Modality.INTENDED,
            marks=((MarkKind.MODALITY, "became necessary to"), (MarkKind.TRIGGER, "annul")),
        ),
        tell(
            page,
            "We shall not go to war for Kars",
            Predicate.VIOLENCE,
            ((Role.TERRITORY, "Kars"),),
            polarity=Polarity.NEG,
            modality=Modality.PREDICTED,
            voice="a delegate",
            marks=((MarkKind.ATTRIBUTION, "a delegate wrote"),),
        ),
    )
    told = (
        tell(
            entry,
            "The first conference took place in Moscow in July-August 1920",
            Predicate.NEGOTIATION,
            ((Role.EVENT, "first conference"), (Role.PLACE, "Moscow")),
            when=("July-August 1920", "1920-07/1920-08"),
        ),
        tell(
            entry,
            "It ended on August 24 with a draft treaty",
            Predicate.DRAFT,
            ((Role.INSTRUMENT, "draft treaty"),),
            when=("August 24", "1920-08-24"),
        ),
        tell(
            entry,
            "This draft treaty was then developed on the basis of the Treaty of Moscow of 1921",
            Predicate.BASED_ON,
            ((Role.SUBJECT, "draft treaty"), (Role.OBJECT, "Treaty of Moscow")),
            marks=((MarkKind.TRIGGER, "on the basis of"),),
        ),
    )
    speech = Passage(span_of(page, "“We shall not go to war for Kars,”"), PassageRole.QUOTATION)
    assert treaty[1] in page.text
    return (
        Testimony(page, passages=(*_sentences(page), speech), assertions=said),
        Testimony(entry, passages=_sentences(entry), assertions=told),
    )


def _sentences(account: Account) -> tuple[Passage, ...]:
    found = re.finditer(r"\S[^\n]*?(?:[.!?”](?=\s)|$)", account.text, re.MULTILINE)
    return tuple(Passage(Span(*match.span()), PassageRole.SENTENCE) for match in found)


def concordance_of(rows: tuple[Testimony, ...]) -> Concordance:
    """One heading for every name, whoever uses it."""
    known: dict[str, set[Member]] = {}
    for row in rows:
        for assertion in row.assertions:
            for part in assertion.participants:
                known.setdefault(part.name, set()).add(Member(row.account.id, part.name))
    kinds = {"Chicherin": Kind.PERSON, "Soviet Russia": Kind.POLITY, "Turkey": Kind.POLITY, "Armenia": Kind.POLITY}
    instruments = {name: Kind.INSTRUMENT for name in known if "reaty" in name}
    headings = [
        Heading(digest(name), {**kinds, **instruments}.get(name, Kind.PLACE), name, tuple(sorted(members)))
        for name, members in sorted(known.items())
    ]
    drafts = [(row.account.id, one.id) for row in rows for one in row.assertions if one.predicate is Predicate.DRAFT]
    event = Heading("event-draft", Kind.EVENT, "the draft of August 1920", tuple(Member(a, i) for a, i in drafts))
    return Concordance((*headings, event))


def findings_of(rows: tuple[Testimony, ...]) -> tuple[Finding, ...]:
    lineage = [one for row in rows for one in row.assertions if one.predicate is Predicate.BASED_ON]
    drafts = [one for row in rows for one in row.assertions if one.predicate is Predicate.DRAFT]
    demand = next(one for one in rows[0].assertions if one.predicate is Predicate.DEMAND)
    refusal = next(one for one in rows[0].assertions if one.predicate is Predicate.REFUSAL)
    return (
        Finding(
            id="lineage-1",
            rule="lineage",
            verdict=Verdict.CONTRADICTED,
            topic=digest("Treaty of Moscow"),
            field="lineage direction",
            sentence="One account has the treaty rest on the draft, the other the draft on the treaty.",
            assertions=tuple(one.id for one in lineage),
            words=("based on", "developed on the basis of"),
            reasons=(
                "The draft is dated 24 August 1920, the treaty 1921.",
                "A later thing may rest on an earlier one, not the other way.",
                "Time allows only one of the two: the treaty rests on the draft.",
            ),
            sources=2,
        ),
        Finding(
            id="agree-1",
            rule="agreement",
            verdict=Verdict.CORROBORATED,
            topic="event-draft",
            field="date",
            sentence="A draft treaty was ready on 24 August 1920.",
            assertions=tuple(one.id for one in drafts),
            words=("Aug. 24, 1920", "August 24"),
            reasons=("Both give the day.",),
            sources=2,
        ),
        Finding(
            id="alone-1",
            rule="agreement",
            verdict=Verdict.SINGLE_SOURCED,
            topic=digest("Chicherin"),
            sentence="Chicherin demanded Van for Armenia.",
            assertions=(demand.id,),
            reasons=("No other account speaks of it.",),
        ),
        Finding(
            id="opposed-1",
            rule="agreement",
            verdict=Verdict.OPPOSED_POSITIONS,
            topic=digest("Chicherin"),
            sentence="Turkey wanted Van; Chicherin opposed it.",
            assertions=(refusal.id, demand.id),
            reasons=("Two parties at one table.",),
        ),
    )


def write(
    folder: Path,
    rows: tuple[Testimony, ...] | None = None,
    findings: tuple[Finding, ...] | None = None,
    concordance: Concordance | None = None,
) -> Path:
    """A built dossier with these testimonies; by default the two accounts above."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = testimonies() if rows is None else rows
    found = (findings_of(chosen) if rows is None else ()) if findings is None else findings
    with Draft(folder) as draft:
        for row in chosen:
            draft.add(row, "fingerprint")
        draft.conclude(judged(chosen, read_log(folder).judgements), concordance or concordance_of(chosen), (), found)
        draft.swap()
    return folder


FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, one for all tests: a second Playwright cannot run beside the first."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: run make setup")
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        assert not os.environ.get("CI"), "the browser tests need Chromium, and CI must have it"
        pytest.skip("no Chromium here: install Debian's package chromium")
    with playwright.sync_playwright() as run:
        opened = run.chromium.launch(executable_path=found, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built dossier that nobody judges."""
    return write(tmp_path_factory.mktemp("web") / "moscow")


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """A built dossier to judge in."""
    return write(tmp_path / "moscow")


@pytest.fixture
def client_of() -> Callable[..., TestClient]:
    """A client of a dossier, asking as this machine does."""

    def client(at: Path, **settings: Any) -> TestClient:
        app = app_of(at, rebuild=settings.pop("rebuild", write))
        return TestClient(app, base_url="http://127.0.0.1:8321", follow_redirects=False, **settings)

    return client


@pytest.fixture(scope="session")
def client(folder: Path) -> TestClient:
    """A client of the dossier that nobody judges."""
    return TestClient(app_of(folder), base_url="http://127.0.0.1:8321")


@pytest.fixture
def make() -> Any:
    """The makers above, for tests that need accounts of their own."""

    class Makers:
        account = staticmethod(account_of)
        tell = staticmethod(tell)
        write = staticmethod(write)
        span = staticmethod(span_of)
        rows = staticmethod(testimonies)
        concordance = staticmethod(concordance_of)

    return Makers
