"""The text of an account cut where anything begins or ends."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from dragoman import model
from dragoman.model import (
    Account,
    AccountId,
    Assertion,
    Evidence,
    Passage,
    PassageRole,
    Predicate,
    Provenance,
    Span,
)
from dragoman.web.marking import LONGEST_BLOCK, Marking

TEXT = "Menu\n\nChicherin opposed this and demanded that Van be returned.\n\n  \nNo treaty was signed. "


def account(text: str, *passages: Passage) -> Account:
    return Account(AccountId("a"), "a", "accounts/a.txt", text, passages, Provenance(), "text", "digest")


def said(number: int, text: str, span: Span) -> Assertion:
    evidence = Evidence(AccountId("a"), span, text[span.start : span.end])
    return Assertion(str(number), AccountId("a"), Predicate.DEMAND, (), (evidence,))


def everything(marking: Marking) -> list[Any]:
    return [marked for number in range(len(marking.sheets)) for marked in marking.sheet(number)]


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).map(
    lambda pair: Span(min(pair[0], len(TEXT) - 1), max(pair[0] + 1, pair[1]))
)


@given(st.lists(spans, max_size=8), st.lists(st.integers(0, len(TEXT)), max_size=6))
def test_marking_loses_and_doubles_no_word_and_every_clause_can_be_reached(
    clauses: list[Span], cuts: list[int]
) -> None:
    """However evidence overlaps and passages lie, the shown text is the account's."""
    ordered = sorted({*cuts})
    passages = [Passage(Span(a, b), PassageRole.PARAGRAPH) for a, b in zip(ordered[::2], ordered[1::2], strict=False)]
    row = model.Testimony(account(TEXT, *passages))
    assertions = [said(number, TEXT, span) for number, span in enumerate(clauses)]
    shown = everything(Marking(row, assertions))
    assert "".join("".join(bit.text for one in shown for bit in one.bits).split()) == "".join(TEXT.split())
    for assertion in assertions:
        lit = "".join(bit.text for one in shown for bit in one.bits if assertion.id in bit.assertions)
        assert "".join(lit.split()) == "".join(assertion.quote.split())
    assert sorted(note.id for one in shown for note in one.notes) == sorted(one.id for one in assertions)


def test_where_clauses_nest_the_narrowest_comes_first() -> None:
    inner, outer = Span(6, 28), Span(6, 63)
    marking = Marking(model.Testimony(account(TEXT)), [said(1, TEXT, outer), said(2, TEXT, inner)])
    bits = [bit for one in everything(marking) for bit in one.bits if bit.assertions]
    assert [(bit.text, bit.assertions) for bit in bits] == [
        (TEXT[6:28], ("2", "1")),
        (TEXT[28:63], ("1",)),
    ]
    assert bits[0].anchors == ("1", "2")


def test_a_book_in_one_line_is_cut_between_sentences_and_none_of_it_lost() -> None:
    text = "The delegates met again and nothing was settled. " * 2_000
    marking = Marking(model.Testimony(account(text, Passage(Span(0, len(text)), PassageRole.PARAGRAPH))), [])
    assert max(len(block.span) for block in marking.blocks) <= LONGEST_BLOCK
    assert all(text[block.span.start :].startswith("The delegates") for block in marking.blocks)
    assert sum(len(block.span) for block in marking.blocks) == len(text)
    assert [block.continued for block in marking.blocks][:2] == [False, True]
    assert len(marking.sheets) > 3


def test_a_line_without_a_space_is_cut_all_the_same() -> None:
    text = "x" * 20_000
    marking = Marking(model.Testimony(account(text)), [])
    assert sum(len(block.span) for block in marking.blocks) == 20_000


def test_an_empty_account_has_no_sheets() -> None:
    assert Marking(model.Testimony(account("")), []).sheets == ()


def test_what_is_denied_strikes_the_verb_and_underlines_the_denial(make: Any) -> None:
    page = make.rows()[0]
    bits = [bit for one in everything(Marking(page, page.assertions)) for bit in one.bits]
    classes = {bit.text: set(bit.classes.split()) for bit in bits}
    assert {"denial", "ev", "act-making", "denied"} <= classes["no"]
    assert {"says", "struck"} <= classes["signed"]
    assert "meant" in classes["annul"]
    assert "hedge" in classes["became necessary to"]
    assert "speech" in classes["“"]


def test_evidence_that_stands_elsewhere_is_marked_but_gives_no_colour() -> None:
    assertion = said(1, TEXT, Span(68, 89))
    leaning = Evidence(AccountId("a"), Span(6, 15), "Chicherin")
    both = msgspec.structs.replace(assertion, evidence=(*assertion.evidence, leaning))
    bits = [bit for one in everything(Marking(model.Testimony(account(TEXT)), [both])) for bit in one.bits]
    lean = next(bit for bit in bits if bit.text == "Chicherin")
    assert (lean.classes, lean.assertions, lean.anchors) == ("lean", ("1",), ())
