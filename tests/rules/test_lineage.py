"""Lineage: what rests on what, who says so, and what time allows."""

from collections.abc import Callable
from typing import Any

from dragoman.model import Finding, Testimony, Verdict
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import lineage

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]
# An account of its own, which only ends with the same clause.
OWN_WORDS = (
    "After the fall of the ministry nobody asked any longer where the text had come from; for the record, the Treaty of"
)
OWN_WORDS += " Kiel rested on the Treaty of Jonkoping"
TREATY, DRAFT = "Treaty of Saint Petersburg", "draft convention"


def found(*accounts: Testimony) -> list[Finding]:
    """All that lineage finds."""
    return [one for topic in topics_of(accounts, reconcile(accounts)) for one in lineage.find(topic)]


def rests(act: Act, subject: str, object_: str, **more: Any) -> dict[str, Any]:
    """One instrument resting on another."""
    return act(
        more.pop("predicate", "based_on"),
        f"the {subject} rested on the {object_}",
        subject=subject,
        object=object_,
        **more,
    )


def dates(act: Act) -> tuple[dict[str, Any], dict[str, Any]]:
    """The draft of 1872 and the treaty of 1875."""
    return (
        act("draft", "the draft convention was made on 3 May 1872", "1872-05-03", instrument=DRAFT),
        act("signature", "the treaty was signed on 7 May 1875", "1875-05-07", instrument=TREATY),
    )


def test_accounts_that_turn_it_round_contradict_and_time_decides(act: Act, told: Told) -> None:
    a = told("a", *dates(act), rests(act, TREATY, DRAFT))
    b = told("b", *dates(act), rests(act, DRAFT, TREATY))
    (finding,) = found(a, b)
    assert (finding.verdict, finding.field) == (Verdict.CONTRADICTED, "lineage direction")
    reasons = " ".join(finding.reasons)
    assert "nothing rests on what is later" in reasons
    assert "time allows only one" in reasons
    assert "as a has it" in reasons


def test_without_dates_nobody_decides(act: Act, told: Told) -> None:
    names = ("Treaty of Kiel", "Treaty of Jonkoping")
    a, b = told("a", rests(act, *names)), told("b", rests(act, *reversed(names)))
    (finding,) = found(a, b)
    assert finding.verdict == Verdict.CONTRADICTED
    assert "the accounts give no dates that would decide it" in finding.reasons


def test_the_same_direction_corroborates(act: Act, told: Told) -> None:
    names = ("Treaty of Kiel", "Treaty of Jonkoping")
    (finding,) = found(told("a", rests(act, *names)), told("b", rests(act, *names), text=OWN_WORDS))
    assert (finding.verdict, finding.sources) == (Verdict.CORROBORATED, 2)


def test_a_denial_or_a_plan_is_no_edge(act: Act, told: Told) -> None:
    names = ("Treaty of Kiel", "Treaty of Jonkoping")
    for less in ({"polarity": "neg"}, {"modality": "intended"}):
        assert found(told("a", rests(act, *names)), told("b", rests(act, *reversed(names), **less))) == []


def test_instruments_may_refer_to_one_another(act: Act, told: Told) -> None:
    names = ("Treaty of Kiel", "Treaty of Jonkoping")
    a = told("a", rests(act, *names, predicate="refers_to"))
    b = told("b", rests(act, *reversed(names), predicate="refers_to"))
    assert found(a, b) == []


def test_what_somebody_only_reports_contradicts_nobody(act: Act, told: Told) -> None:
    names = ("Treaty of Kiel", "Treaty of Jonkoping")
    (finding,) = found(told("a", rests(act, *names)), told("b", rests(act, *reversed(names), says="a pamphlet")))
    assert finding.verdict == Verdict.REPORTED_BELIEF


def test_an_instrument_that_is_its_own_ancestor_is_noted(act: Act, told: Told) -> None:
    (finding,) = found(told("a", rests(act, "Treaty of Kiel", "Kiel Treaty")))
    assert finding.verdict == Verdict.NOTE
    assert "two may have been taken for one" in finding.sentence


def test_many_accounts_give_many_findings_not_their_square(act: Act, told: Told) -> None:
    names = ("Treaty of Kiel", "Treaty of Jonkoping")
    accounts = [told(f"a{i}", rests(act, *names)) for i in range(30)] + [
        told(f"b{i}", rests(act, *reversed(names))) for i in range(30)
    ]
    assert len(found(*accounts)) == 29 + 29 + 30


def test_what_replaced_another_cannot_be_what_that_other_rested_on(act: Act, told: Told) -> None:
    names = ("Treaty of Kiel", "Treaty of Jonkoping")
    one = told("a", rests(act, *names, predicate="supersedes"))
    (finding,) = found(one, told("b", rests(act, *reversed(names))))
    assert finding.verdict == Verdict.CONTRADICTED
    assert finding.sentence.startswith("Which came first?")
    assert found(one, told("c", rests(act, *names), text=OWN_WORDS)) == []


def test_what_one_account_says_and_the_other_denies_is_a_contradiction(act: Act, told: Told) -> None:
    a = told("a", rests(act, TREATY, DRAFT), *dates(act))
    denied = rests(act, TREATY, DRAFT, polarity="neg")
    (finding,) = contradictions(a, told("b", denied, *dates(act)))
    assert (finding.field, len(finding.assertions)) == ("lineage", 2)
    in_part = act("based_on", f"but in part the {TREATY} rested on it", subject=TREATY, object=DRAFT)
    assert contradictions(a, told("b", denied, in_part, *dates(act))) == [], "it says both itself"


def test_what_confirms_an_instrument_does_not_end_it(act: Act, told: Told) -> None:
    a = told("a", rests(act, TREATY, DRAFT, predicate="confirms"), *dates(act))
    (finding,) = contradictions(a, told("b", rests(act, TREATY, DRAFT, predicate="annuls"), *dates(act)))
    assert finding.field == "lineage"
    assert contradictions(a, told("b", rests(act, TREATY, DRAFT, predicate="amends"), *dates(act))) == []


def contradictions(*accounts: Testimony) -> list[Finding]:
    """What cannot both be."""
    return [one for one in found(*accounts) if one.verdict == Verdict.CONTRADICTED]
