"""A citation has the exact words, where they stand without the program, and an id that is the same everywhere."""

from dragoman.citing import Imprint, citation_of, citation_of_finding
from dragoman.model import (
    Account,
    AccountId,
    Assertion,
    Evidence,
    Finding,
    Predicate,
    Provenance,
    Span,
    Stated,
    Trust,
    Verdict,
)

IMPRINT = Imprint("rivers", "2026-03-04T05:06:07Z", "1.2.3")
TEXT = "On the rivers\n\nThe Pact of Ada_1 was signed\non 3 May 1850."


def account(**stated):
    return Account(AccountId("acc"), "rivers", "accounts/rivers.txt", TEXT, (), Provenance(**stated), "text", "")


def assertion():
    start = TEXT.index("The Pact")
    span = Span(start, start + 40)
    return Assertion(
        "a1b2",
        AccountId("acc"),
        Predicate.SIGNATURE,
        (),
        (Evidence(AccountId("acc"), span, TEXT[span.start : span.end]),),
    )


def test_an_assertion_is_cited_with_its_words_and_their_place():
    stated = {
        "title": Stated("On the rivers", Trust.MARKED),
        "authors": (Stated("B. Author", Trust.MARKED),),
        "published": Stated("1999", Trust.MARKED),
    }
    assert citation_of(assertion(), account(**stated), IMPRINT).text() == (
        "“The Pact of Ada_1 was signed on 3 May 18” In: B. Author, “On the rivers”, 1999 "
        "(accounts/rivers.txt, line 3, characters 15–55). Assertion a1b2, found by rules: dragoman 1.2.3, "
        "dossier “rivers” as built on 2026-03-04, /assertion/a1b2."
    )


def test_what_an_account_does_not_say_is_not_made_up():
    assert "In: rivers (accounts" in citation_of(assertion(), account(), IMPRINT).text()


def test_a_finding_is_cited_with_all_it_rests_on():
    finding = Finding("f9", "lineage", Verdict.CONTRADICTED, "t", "They differ.", ("a1b2",), ())
    text = citation_of_finding(finding, [(assertion(), account())], IMPRINT).text()
    assert text.startswith("They differ. “The Pact")
    assert "assertion a1b2" in text
    assert text.endswith("/finding/f9.")


def test_bibtex_keeps_letters_that_are_markup_there():
    entry = citation_of(assertion(), account(), IMPRINT).bibtex()
    assert entry.startswith("@misc{dragoman-a1b2,")
    assert "Ada\\_1" in entry
    assert entry.count("{") == entry.count("}")


def test_csl_has_the_day_and_the_address():
    item = citation_of(assertion(), account(), IMPRINT).csl()
    assert item["issued"] == {"date-parts": [[2026, 3, 4]]}
    assert item["archive_location"] == "/assertion/a1b2"
    assert "author" not in item
