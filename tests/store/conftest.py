"""A small dossier made by hand: two accounts of the Moscow conference in our own words, and what is concluded."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

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
    Instrument,
    InstrumentKind,
    Judgement,
    Kind,
    Mark,
    MarkKind,
    Member,
    Mention,
    Participant,
    Passage,
    PassageRole,
    Placement,
    Polarity,
    Predicate,
    Problem,
    Provenance,
    Role,
    Span,
    Stated,
    Testimony,
    Topic,
    Trust,
    Verdict,
    Voice,
    digest,
)
from dragoman.model.problem import Code, Place
from dragoman.store import Draft, read_log

FIRST = "The delegates met in July 1920. The treaty was based on the draft of August. No treaty was signed at Kars."
JULY = (date(1920, 7, 1).toordinal(), date(1920, 7, 31).toordinal())
OTHER = "A draft was drawn up on the basis of the Treaty of Moscow. Sami Bey wrote that Ankara refused."


def span_of(text: str, words: str) -> Span:
    """Where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def account(name: str, text: str) -> Account:
    """An account of one paragraph with a title that its page states."""
    origin = Provenance(title=Stated(f"On {name}", Trust.STATED), authors=(Stated("M. K.", Trust.MARKED),))
    whole = Passage(Span(0, len(text)), PassageRole.PARAGRAPH)
    path = f"accounts/{name}.txt"
    return Account(AccountId(digest(text)), name, path, text, (whole,), origin, "plain", digest("bytes", text))


def assertion(of: Account, quote: str, predicate: Predicate, *parts: tuple[Role, str], **slots: object) -> Assertion:
    """What the account says in these words; participants get the span of their name where the quote has it."""
    where = span_of(of.text, quote)
    taking = tuple(Participant(role, name, span_of(of.text, name) if name in quote else None) for role, name in parts)
    id = digest(of.id, predicate, str(where.start), quote)
    return Assertion(id, of.id, predicate, taking, (Evidence(of.id, where, quote),), **slots)  # type: ignore[arg-type]


def sentences(text: str) -> tuple[Passage, ...]:
    """One passage a sentence."""
    parts = [part.rstrip(".") + "." for part in text.split(". ")]
    return tuple(Passage(span_of(text, part), PassageRole.SENTENCE) for part in parts)


def testimony_a() -> Testimony:
    """The treaty was based on the draft; nothing was signed."""
    one = account("a", FIRST)
    july = Date(span_of(FIRST, "July 1920"), "July 1920", "1920-07", *JULY, basis=Basis.EXPLICIT)
    no = (Mark(MarkKind.POLARITY, span_of(FIRST, "No"), "No"),)
    return Testimony(
        one,
        sentences(FIRST),
        (Mention(span_of(FIRST, "July 1920"), Kind.DATE, "July 1920", date=july),),
        (
            Instrument(
                "the treaty", InstrumentKind.TREATY, ("Treaty of Moscow",), mentions=(span_of(FIRST, "The treaty"),)
            ),
        ),
        (Placement(span_of(FIRST, "Kars"), "Kars", "city", lat=40.6, lon=43.1, source="table", because="exact"),),
        (
            assertion(
                one, "The delegates met in July 1920", Predicate.NEGOTIATION, (Role.PARTY, "The delegates"), when=july
            ),
            assertion(
                one,
                "The treaty was based on the draft of August",
                Predicate.BASED_ON,
                (Role.SUBJECT, "The treaty"),
                (Role.OBJECT, "the draft of August"),
            ),
            assertion(
                one,
                "No treaty was signed at Kars",
                Predicate.SIGNATURE,
                (Role.INSTRUMENT, "treaty"),
                (Role.PLACE, "Kars"),
                polarity=Polarity.NEG,
                marks=no,
            ),
        ),
        (Problem(Code.DATE_IMPOSSIBLE, "30 February", one.path, at=Place(one.id, Span(0, 3), 1, 1)),),
    )


def testimony_b() -> Testimony:
    """The draft was based on the treaty; a refusal on somebody's word."""
    one = account("b", OTHER)
    return Testimony(
        one,
        sentences(OTHER),
        assertions=(
            assertion(
                one,
                "A draft was drawn up on the basis of the Treaty of Moscow",
                Predicate.BASED_ON,
                (Role.SUBJECT, "A draft"),
                (Role.OBJECT, "the Treaty of Moscow"),
            ),
            assertion(
                one,
                "Ankara refused",
                Predicate.REFUSAL,
                (Role.AGENT, "Ankara"),
                attribution=Attribution((Voice("Sami Bey", "letter"),)),
            ),
        ),
    )


def concluded(testimonies: tuple[Testimony, ...]) -> tuple[Concordance, tuple[Topic, ...], tuple[Finding, ...]]:
    """What the two say of the draft, laid side by side and found to clash."""
    a, b = sorted(testimonies, key=lambda one: one.account.name)
    names = (Member(a.account.id, "the draft of August"), Member(b.account.id, "A draft"))
    treaty = (Member(a.account.id, "The treaty"), Member(b.account.id, "the Treaty of Moscow"))
    draft = Heading("h-draft", Kind.INSTRUMENT, "Moscow draft", names, ("the same month",))
    pact = Heading("h-treaty", Kind.INSTRUMENT, "Treaty of Moscow", treaty)
    clash = (a.assertions[1], b.assertions[0])
    topic = Topic(
        draft, clash, (draft, pact), ((a.account.id, "the draft of August"),), ((a.account.id,), (b.account.id,))
    )
    finding = Finding(
        "f-1",
        "lineage",
        Verdict.CONTRADICTED,
        "h-draft",
        "They turn it round.",
        tuple(one.id for one in clash),
        ("a draft comes first",),
        "lineage direction",
        ("based on", "on the basis of"),
        2,
    )
    return Concordance((draft, pact)), (topic,), (finding,)


def build(folder: Path, testimonies: tuple[Testimony, ...]) -> None:
    """What pipeline does, with testimonies that are there already."""
    log = read_log(folder)
    with Draft(folder) as draft:
        for one in testimonies:
            draft.add(one, f"print of {one.account.path}")
        found = judged(testimonies, log.judgements)
        draft.complain(log.problems)
        draft.conclude(found, *concluded(found.testimonies))
        draft.swap()


@pytest.fixture
def testimonies() -> tuple[Testimony, ...]:
    """Account a and account b."""
    return (testimony_a(), testimony_b())


@pytest.fixture
def folder(tmp_path: Path, testimonies: tuple[Testimony, ...]) -> Path:
    """A folder with the two accounts built."""
    build(tmp_path, testimonies)
    return tmp_path


@pytest.fixture
def rebuild() -> Callable[[Path, tuple[Testimony, ...]], None]:
    """The build, for tests that build again."""
    return build


@pytest.fixture
def ruled() -> Callable[..., Judgement]:
    """Makes a judgement."""

    def make(id: str, ruling: object, target: str, **more: object) -> Judgement:
        return Judgement(id=id, at="2026-11-24T12:00:00Z", who="M. K.", ruling=ruling, target=target, **more)  # type: ignore[arg-type]

    return make
