"""Awards: what two accounts give to different powers on one occasion; not what goes from hand to hand or is divided."""

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.model import Finding, Testimony, Verdict
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import awards

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]


def found(*accounts: Testimony) -> list[Finding]:
    """All that the rule finds about any territory."""
    return [finding for topic in topics_of(accounts, reconcile(accounts)) for finding in awards.find(topic)]


def award(act: Act, giver: str, taker: str, when: str | None = "1815-06-09", **more: Any) -> dict[str, Any]:
    """A cession of Rügen."""
    quote = more.pop("quote", f"{giver} ceded Rügen to {taker}")
    common = {"agent": giver, "beneficiary": taker, "territory": "Rügen"}
    return act("cession", quote, when, **(common | more))


def test_one_island_given_to_two_powers_on_one_day_is_a_contradiction(act: Act, told: Told) -> None:
    a, b = told("a", award(act, "Denmark", "Prussia")), told("b", award(act, "Denmark", "Sweden"))
    (finding,) = found(a, b)
    assert (finding.verdict, finding.field) == (Verdict.CONTRADICTED, "beneficiary")
    assert set(finding.words) == {"Denmark ceded Rügen to Prussia", "Denmark ceded Rügen to Sweden"}


def test_who_gives_in_one_and_takes_in_the_other_is_a_contradiction_of_direction(act: Act, told: Told) -> None:
    a, b = told("a", award(act, "Denmark", "Prussia")), told("b", award(act, "Prussia", "Denmark"))
    (finding,) = found(a, b)
    assert (finding.verdict, finding.field) == (Verdict.CONTRADICTED, "direction")


def test_by_one_treaty_without_a_day(act: Act, told: Told) -> None:
    a = told("a", award(act, "Denmark", "Prussia", None, instrument="Treaty of Vienna"))
    b = told("b", award(act, "Denmark", "Sweden", None, instrument="Treaty of Vienna"))
    assert [finding.field for finding in found(a, b)] == ["beneficiary"]


@pytest.mark.parametrize(
    "other",
    [
        {"when": "1814-01-14"},  # another day: it went on
        {"when": "1815"},  # within a year it may go from hand to hand
        {"when": None},
        {"giver": "France"},
        {"taker": "Prussia"},
        {"polarity": "neg"},
        {"modality": "proposed"},
        {"says": "a pamphlet"},
        {"quote": "Denmark ceded part of Rügen to Sweden"},
    ],
)
def test_what_may_both_be_so_is_none(act: Act, told: Told, other: dict[str, Any]) -> None:
    a = told("a", award(act, "Denmark", "Prussia"))
    assert not found(a, told("b", award(act, **({"giver": "Denmark", "taker": "Sweden"} | other))))


def test_what_was_divided_went_to_both(act: Act, told: Told) -> None:
    a = told("a", award(act, "Denmark", "Prussia"), award(act, "Denmark", "Sweden"))
    assert not found(a, told("b", award(act, "Denmark", "Sweden")))
