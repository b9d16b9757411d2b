"""Answers: a power that refuses in one account what it did in the other; not where it changed its mind."""

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.model import Finding, Testimony, Verdict
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import answers

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]
PAPER = "Treaty of Vienna"


def found(*accounts: Testimony) -> list[Finding]:
    """All that the rule finds about any instrument."""
    return [one for topic in topics_of(accounts, reconcile(accounts)) for one in answers.find(topic)]


def answer(act: Act, predicate: str, who: str, when: str = "", **more: Any) -> dict[str, Any]:
    """What somebody did with the treaty."""
    return act(predicate, f"{who} {predicate} {PAPER} {when}", when, **({"agent": who, "instrument": PAPER} | more))


def test_refused_here_and_ratified_there(act: Act, told: Told) -> None:
    a = told("a", answer(act, "refusal", "Danish assembly", "1864-11"))
    b = told("b", answer(act, "ratification", "Danish assembly", "1864-11"))
    (finding,) = found(a, b)
    assert (finding.verdict, finding.field) == (Verdict.CONTRADICTED, "outcome")
    assert "ratified it" in finding.reasons[-1]


@pytest.mark.parametrize(
    "other",
    [
        {"when": "1865-02"},  # it changed its mind
        {"who": "Prussian assembly"},
        {"who": "Danish envoy"},  # he signs what an assembly rejects
        {"modality": "proposed"},
        {"polarity": "neg"},  # both say no
        {"says": "a pamphlet"},
        {"instrument": "Treaty of Prague"},
    ],
)
def test_no_opposite_answers(act: Act, told: Told, other: dict[str, Any]) -> None:
    a = told("a", answer(act, "refusal", "Danish assembly", "1864-11"))
    given = {"predicate": "ratification", "who": "Danish assembly", "when": "1864-11"} | other
    assert found(a, told("b", answer(act, **given))) == []


def test_an_account_that_tells_of_both_is_held_against_nobody(act: Act, told: Told) -> None:
    a = told("a", answer(act, "refusal", "Danish assembly"), answer(act, "acceptance", "Danish assembly", "1864-12"))
    assert found(a, told("b", answer(act, "acceptance", "Danish assembly"))) == []
