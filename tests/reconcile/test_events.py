"""Tellings of one act: what is joined, what stays apart, and why."""

import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from dragoman.model import Heading, Judgement, Kind, Ruling, Testimony
from dragoman.reconcile import reconcile, topics_of

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]


def events(accounts: Sequence[Testimony], pairings: Sequence[Judgement] = ()) -> list[Heading]:
    """The acts told more than once."""
    return [heading for heading in reconcile(accounts, pairings).headings if heading.kind == Kind.EVENT]


def signed(act: Act, when: str = "1829-09-14", by: tuple[str, ...] = ("Russia", "Turkey")) -> dict[str, Any]:
    """The signature of one treaty."""
    return act(
        "signature", f"the Treaty of Adrianople was signed {when}", when, instrument="Treaty of Adrianople", agent=by
    )


def test_two_accounts_of_one_signature_tell_one_event_with_reasons(act: Act, told: Told) -> None:
    (event,) = events((told("a", signed(act)), told("b", signed(act, "1829-09"))))
    assert {member.account for member in event.members} == {"a", "b"}
    assert event.edtf == "1829-09-14"
    assert "both name Treaty of Adrianople" in event.reasons


def test_a_signature_of_another_treaty_is_another_event(act: Act, told: Told) -> None:
    other = act(
        "signature",
        "the Treaty of Tilsit was signed",
        "1807-07",
        instrument="Treaty of Tilsit",
        agent=("Russia", "Prussia"),
    )
    assert events((told("a", signed(act)), told("b", other))) == []


@pytest.mark.parametrize("predicate", ["cession", "negotiation", "violence", "statement"])
def test_one_bare_word_is_no_likeness(act: Act, told: Told, predicate: str) -> None:
    """ "annexation" in one account and "annexation" in another are told of many lands."""
    assert events((told("a", act(predicate, "annexation")), told("b", act(predicate, "annexation")))) == []


def test_powers_that_differ_make_two_acts(act: Act, told: Told) -> None:
    a, b = (
        told(
            account,
            act(
                "non_recognition",
                f"{who} severed diplomatic relations with the United States",
                "1917",
                agent=who,
                target="the United States",
                subtype="relations_broken",
            ),
        )
        for account, who in (("a", "Austria-Hungary"), ("b", "Germany"))
    )
    assert events((a, b)) == []


def test_an_act_and_the_form_it_took_are_one(act: Act, told: Told) -> None:
    a = told(
        "a",
        act(
            "recognition",
            "Diplomatic relations were established on March 4, 1861",
            "1861-03-04",
            agent=("Italy", "Spain"),
        ),
        act("appointment", "Count Mola presented his credentials", "1861-03-04", appointee="Count Mola", agent="Italy"),
    )
    (event,) = events((a,))
    assert "the form it took" in " ".join(event.reasons)


def test_a_statement_and_what_it_does_by_being_said_are_one(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("statement", "The Committee announced", "1920-11-30", agent="Committee"),
        act(
            "recognition", "that it recognised the frontier", says="Committee", agent="Committee", territory="Zangezur"
        ),
    )
    assert len(events((a,))) == 1


def test_two_clauses_side_by_side_are_two_acts(act: Act, told: Told) -> None:
    a = told(
        "a",
        act(
            "cession",
            "Spain ceded Guam to the United States",
            agent="Spain",
            beneficiary="the United States",
            territory="Guam",
        ),
        act(
            "cession",
            "Spain ceded Cuba to the United States",
            agent="Spain",
            beneficiary="the United States",
            territory="Cuba",
        ),
    )
    assert events((a,)) == []


def test_like_passages_of_different_centuries_are_not_one(act: Act, told: Told) -> None:
    def account(name: str, year: str) -> Testimony:
        return told(
            name,
            act("negotiation", f"in {year} envoys of France and Spain met", year, agent=("France", "Spain")),
            act(
                "cession",
                "France ceded the border valleys to Spain",
                agent="France",
                beneficiary="Spain",
                territory="valleys",
            ),
            act("signature", f"a peace was signed in {year}", year, agent=("France", "Spain")),
        )

    assert not [e for e in events((account("a", "1659"), account("b", "1814"))) if len(e.accounts) > 1]


def test_no_chain_of_half_likenesses_draws_distant_dates_together(act: Act, told: Told) -> None:
    years = ["1830", "1833", "1836", "1839", "1842"]
    accounts = [
        told(f"a{year}", act("violence", "Egyptian troops invaded Syria", year, agent="Egypt", territory="Syria"))
        for year in years
    ]
    for event in events(accounts):
        assert len(event.members) < 2, event


def test_a_person_says_same_and_different(act: Act, told: Told) -> None:
    a, b = told("a", signed(act)), told("b", signed(act))
    target, other = a.assertions[0].id, b.assertions[0].id
    different = Judgement("1", "2026-01-01T00:00:00Z", "M", Ruling.DIFFERENT, target, other=other)
    same = Judgement("2", "2026-01-02T00:00:00Z", "M", Ruling.SAME, other, other=target)
    assert events((a, b), (different,)) == []
    (event,) = events((a, b), (different, same))
    assert event.reasons == ("a person says that they are the same",)
    assert events((a, b), (same, different)) == []


def test_accounts_about_different_things_share_no_event(act: Act, told: Told) -> None:
    b = told(
        "b",
        act(
            "signature", "the Treaty of Nanking was signed", "1842-08-29", instrument="Treaty of Nanking", agent="China"
        ),
    )
    assert events((told("a", signed(act)), b)) == []


def test_the_year_zero_and_years_before_christ_do_no_harm(act: Act, told: Told) -> None:
    a = told("a", act("signature", "a treaty of peace was sworn", "0000", instrument="treaty of peace", agent="Rome"))
    b = told("b", act("signature", "a treaty of peace was sworn", "-0241", instrument="treaty of peace", agent="Rome"))
    accounts = (a, b)
    assert topics_of(accounts, reconcile(accounts))


def test_the_order_of_the_accounts_changes_nothing(act: Act, told: Told) -> None:
    accounts = [
        told(f"a{i}", signed(act, when))
        for i, when in enumerate(("1829-09-14", "1829-09", "1829", "1830-01-02", "1807"))
    ]
    expected = reconcile(accounts)
    topics = topics_of(accounts, expected)
    for seed in range(6):
        random.Random(seed).shuffle(accounts)
        assert reconcile(accounts) == expected
        assert {t.heading.id: frozenset(o.id for o in t.assertions) for t in topics_of(accounts, expected)} == {
            t.heading.id: frozenset(o.id for o in t.assertions) for t in topics
        }


def test_adding_an_account_about_something_else_and_taking_it_away_changes_nothing(act: Act, told: Told) -> None:
    accounts = [told("a", signed(act)), told("b", signed(act, "1829-09"))]
    other = told(
        "c", act("signature", "the Treaty of Nanking was signed", "1842-08-29", instrument="Treaty of Nanking")
    )
    before = reconcile(accounts)
    reconcile([*accounts, other])
    assert reconcile(accounts) == before


def test_two_powers_that_sign_again_sign_another_treaty(act: Act, told: Told) -> None:
    by = ("Great Britain", "United States")
    a = act("signature", "Great Britain and the United States concluded an agreement", "1794", agent=by)
    b = act("signature", "it was an agreement between Great Britain and the United States", agent=by)
    assert events((told("a", a), told("b", b))) == []
    again = act("signature", "Great Britain and the United States concluded an agreement", "1794-11-19", agent=by)
    (event,) = events((told("a", again), told("b", again)))
    assert len(event.members) == 2
