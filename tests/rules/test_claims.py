"""Claims: a ledger by territory; claims that exclude each other compete and do not contradict."""

from collections.abc import Callable
from datetime import date
from typing import Any

from dragoman.model import Testimony, Topic, Verdict
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import claims

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]


def topic_of(name: str, *accounts: Testimony) -> Topic:
    topics = topics_of(accounts, reconcile(accounts))
    return next(one for one in topics if any(member.name == name for member in one.heading.members))


def ledger(topic: Topic, *days: int | None) -> list[tuple[str, str]]:
    return [(entry.what, entry.holder) for entry in claims.ledger_of(topic, *days)]


def test_claims_for_two_powers_compete(act: Act, told: Told) -> None:
    a = told("a", act("demand", "the envoys demanded Teschen for Poland", territory="Teschen", beneficiary="Poland"))
    b = told("b", act("acceptance", "the Allies accepted the right of Czechoslovakia to Teschen", territory="Teschen",
                      beneficiary="Czechoslovakia", agent="Allies"))  # fmt: skip
    (finding,) = claims.find(topic_of("Teschen", a, b))
    assert finding.verdict == Verdict.COMPETING_CLAIMS
    assert "Czechoslovakia" in finding.sentence
    assert "Poland" in finding.sentence
    assert finding.sources == 2


def test_two_accounts_of_one_claim_do_not_compete(act: Act, told: Told) -> None:
    a, b = (
        told(name, act("territorial_claim", "Poland claimed Teschen", territory="Teschen", agent="Poland"))
        for name in "ab"
    )
    assert list(claims.find(topic_of("Teschen", a, b))) == []


def test_a_denied_claim_is_no_entry(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("territorial_claim", "Poland did not claim Teschen", polarity="neg", territory="Teschen", agent="Poland"),
    )
    assert ledger(topic_of("Teschen", a)) == []


def test_the_ledger_runs_in_time_and_what_is_given_is_renounced(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("occupation", "in 1919 Poland held Teschen", "1919", territory="Teschen", agent="Poland"),
        act(
            "cession",
            "in 1918 Austria ceded Teschen to Poland",
            "1918",
            territory="Teschen",
            agent="Austria",
            beneficiary="Poland",
        ),
        act(
            "cession",
            "the plan gives Teschen to Poland",
            modality="proposed",
            territory="Teschen",
            beneficiary="Poland",
        ),
    )
    topic = topic_of("Teschen", a)
    assert ledger(topic) == [
        ("awarded", "Poland"),
        ("renounced", "Austria-Hungary"),
        ("held", "Poland"),
        ("proposed: awarded", "Poland"),
    ]
    since, until = date(1919, 1, 1).toordinal(), date(1919, 12, 31).toordinal()
    assert ledger(topic, since, until) == [("held", "Poland"), ("proposed: awarded", "Poland")]


def test_a_proposed_award_competes_with_an_accepted_right(act: Act, told: Told) -> None:
    a = told("a", act("cession", "the plan gives Teschen to Poland", modality="proposed", territory="Teschen",
                      beneficiary="Poland"))  # fmt: skip
    b = told("b", act("acceptance", "the Allies accepted the right of Czechoslovakia to Teschen", territory="Teschen",
                      beneficiary="Czechoslovakia"))  # fmt: skip
    (finding,) = claims.find(topic_of("Teschen", a, b))
    assert finding.verdict == Verdict.COMPETING_CLAIMS


def test_what_was_awarded_to_one_after_the_other_does_not_compete(act: Act, told: Told) -> None:
    a = told("a", act("cession", "Austria ceded Teschen to Poland", territory="Teschen", beneficiary="Poland"))
    b = told(
        "b", act("cession", "Teschen was ceded to Czechoslovakia", territory="Teschen", beneficiary="Czechoslovakia")
    )
    assert list(claims.find(topic_of("Teschen", a, b))) == []
