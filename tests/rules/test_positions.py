"""Positions: two parties that want different things, and two levels of one party, do not contradict each other."""

from collections.abc import Callable
from typing import Any

from dragoman.model import Finding, Testimony, Verdict
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import positions

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]


def found(*accounts: Testimony) -> list[Finding]:
    return [one for topic in topics_of(accounts, reconcile(accounts)) for one in positions.find(topic)]


def wanted(act: Act, when: str = "", **more: Any) -> dict[str, Any]:
    return act("demand", "Prussia demanded Saxony", when, **({"agent": "Prussia", "territory": "Saxony"} | more))


def refused(act: Act, when: str = "", **more: Any) -> dict[str, Any]:
    return act("refusal", "Austria refused Saxony", when, **({"agent": "Austria", "territory": "Saxony"} | more))


def test_who_wants_and_who_refuses_are_opposed(act: Act, told: Told) -> None:
    (one,) = found(told("a", wanted(act)), told("b", refused(act)))
    assert one.verdict == Verdict.OPPOSED_POSITIONS
    assert "Prussia was for it, Austria against" in one.sentence


def test_two_who_refuse_in_one_breath_are_opposed_each_and_told_apart(act: Act, told: Told) -> None:
    both = act("refusal", "Austria and France refused Saxony", agent=("Austria", "France"), territory="Saxony")
    opposed = found(told("a", wanted(act)), told("b", both))
    assert {one.sentence for one in opposed} == {
        "Saxony: Prussia was for it, Austria against",
        "Saxony: Prussia was for it, France against",
    }
    assert len({one.id for one in opposed}) == 2


def test_two_sides_are_opposed_once_however_often_it_is_told(act: Act, told: Told) -> None:
    assert len(found(told("a", wanted(act), refused(act)), told("b", wanted(act)), told("c", refused(act)))) == 1


def test_a_refusal_of_another_time_or_of_nothing_is_not_opposed(act: Act, told: Told) -> None:
    assert found(told("a", wanted(act, "1814"), refused(act, "1866"))) == []
    assert found(told("a", wanted(act), refused(act, polarity="neg"))) == []
    assert found(told("a", wanted(act), refused(act, territory="Poland"))) == []


def test_a_minister_may_oppose_what_his_government_accepts(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("refusal", "the Italian minister Sonnino opposed the line of Fiume", agent="Sonnino", persons=("Sonnino",),
            territory="Fiume"),
    )  # fmt: skip
    b = told(
        "b", act("acceptance", "the Italian government accepted Fiume", agent="Italian government", territory="Fiume")
    )
    (one,) = found(a, b)
    assert one.verdict == Verdict.OTHER_LEVEL
    assert any("Italian minister Sonnino" in reason for reason in one.reasons)


def test_one_and_the_same_who_turns_is_no_other_level(act: Act, told: Told) -> None:
    a = told("a", act("refusal", "Italy refused Fiume", agent="Italy", territory="Fiume"))
    b = told("b", act("acceptance", "Italy accepted Fiume", agent="Italy", territory="Fiume"))
    assert found(a, b) == []
