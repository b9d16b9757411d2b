"""Chronology: it speaks only when no reading of the dates allows the order."""

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.model import Basis, Finding, Testimony, Verdict
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import chronology

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]
TREATY = "Treaty of Bucharest"


def found(*accounts: Testimony) -> list[Finding]:
    """All that chronology finds."""
    return [one for topic in topics_of(accounts, reconcile(accounts)) for one in chronology.find(topic)]


def life(act: Act, *steps: tuple[str, str], **more: Any) -> list[dict[str, Any]]:
    """The steps of one treaty with their dates."""
    return [
        act(step, f"the Treaty of Bucharest, {step} {when}", when, instrument=TREATY, **more) for step, when in steps
    ]


def test_nothing_is_ratified_before_it_is_signed(act: Act, told: Told) -> None:
    (finding,) = found(told("a", *life(act, ("signature", "1812-05-28"), ("ratification", "1812-05-20"))))
    assert finding.verdict == Verdict.IMPOSSIBLE
    assert "ratified before it was signed" in finding.sentence


@pytest.mark.parametrize("ratified", ["1812", "1812-05", "1812-07-01", "1812-05-28"])
def test_it_is_silent_where_one_reading_allows_the_order(act: Act, told: Told, ratified: str) -> None:
    assert found(told("a", *life(act, ("signature", "1812-05-28"), ("ratification", ratified)))) == []


def test_it_is_silent_on_dates_that_we_inferred(act: Act, told: Told) -> None:
    steps = life(act, ("signature", "1812-05-28"), ("ratification", "1812-05-20"), basis=Basis.INFERRED)
    assert found(told("a", *steps)) == []


def test_two_accounts_are_not_mixed(act: Act, told: Told) -> None:
    a = told("a", *life(act, ("signature", "1812-05-28")))
    b = told("b", *life(act, ("ratification", "1812-05-20")))
    assert found(a, b) == []


def test_nothing_rests_on_what_is_later(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("draft", "the draft convention was made on 3 May 1872", "1872-05-03", instrument="draft convention"),
        act("signature", "the treaty was signed in 1875", "1875", instrument="Treaty of Kiel"),
        act(
            "based_on",
            "the draft was made on the basis of the treaty",
            subject="draft convention",
            object="Treaty of Kiel",
        ),
    )
    (finding,) = found(a)
    assert (finding.verdict, finding.field) == (Verdict.IMPOSSIBLE, "order in time")


def test_a_name_out_of_its_time_is_a_note(act: Act, told: Told) -> None:
    said = act("violence", "the Soviet Union attacked Finland in 1808", "1808", agent="Soviet Union", target="Finland")
    (finding,) = [one for one in found(told("a", said)) if "Soviet Union" in one.sentence]
    assert finding.verdict == Verdict.NOTE


def test_a_name_of_its_time_is_no_note(act: Act, told: Told) -> None:
    said = act("violence", "the Soviet Union attacked Finland in 1939", "1939", agent="Soviet Union", target="Finland")
    assert found(told("a", said)) == []


def test_one_party_may_sign_after_the_other_has_ratified(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("ratification", "the Senate ratified the treaty", "1812-05-20", instrument=TREATY, agent="Senate"),
        act("signature", "the Sultan signed it", "1812-05-28", instrument=TREATY, agent="Sultan"),
    )
    assert found(a) == []


def test_nobody_acts_after_his_death_or_before_his_birth(act: Act, told: Told) -> None:
    late = act(
        "refusal", "in 1868 Abraham Lincoln refused", "1868", agent="Abraham Lincoln", persons=("Abraham Lincoln",)
    )
    early = act(
        "demand", "in 1800 Abraham Lincoln asked", "1800", agent="Abraham Lincoln", persons=("Abraham Lincoln",)
    )
    (died,), (born,) = found(told("a", late)), found(told("b", early))
    assert died.verdict == born.verdict == Verdict.IMPOSSIBLE
    assert "died in 1865-04-15" in died.sentence
    assert "was born in 1809-02-12" in born.sentence


@pytest.mark.parametrize("when", ["1865", "1865-04", "1809", "1861-03-04"])
def test_the_year_of_a_death_allows_an_act_in_it(act: Act, told: Told, when: str) -> None:
    said = act(
        "refusal", f"in {when} Abraham Lincoln refused", when, agent="Abraham Lincoln", persons=("Abraham Lincoln",)
    )
    assert found(told("a", said)) == []


def test_a_last_name_alone_may_be_another(act: Act, told: Told) -> None:
    said = act("refusal", "in 1868 Lincoln refused", "1868", agent="Lincoln", persons=("Lincoln",))
    assert found(told("a", said)) == []


def test_what_somebody_else_says_of_the_dead_is_not_held_against_the_account(act: Act, told: Told) -> None:
    name = "Abraham Lincoln"
    said = act("refusal", f"{name} refused in 1868", "1868", agent=name, persons=(name,), says="an old soldier")
    assert found(told("a", said)) == []


def test_a_conference_does_not_end_before_it_begins(act: Act, told: Told) -> None:
    opened = act("negotiation", "the congress opened at Aachen on 9 October 1818", "1818-10-09", event="congress",
                 place="Aachen", subtype="opening")  # fmt: skip
    closed = act("negotiation", "the congress closed at Aachen on 4 May 1818", "1818-05-04", event="congress",
                 place="Aachen", subtype="end")  # fmt: skip
    (finding,) = found(told("a", opened, closed))
    assert finding.verdict == Verdict.IMPOSSIBLE
    assert finding.sentence == "congress cannot have ended before it began"
    later = closed | {"when": "1818-11-21", "quote": "the congress closed at Aachen on 21 November 1818"}
    assert found(told("a", opened, later)) == []
    assert found(told("a", opened), told("b", closed)) == []


def test_a_later_name_is_a_note_once_for_an_account(act: Act, told: Told) -> None:
    said = [
        act("demand", f"in {when} envoys met at Leningrad", when, place="Leningrad", agent="envoys")
        for when in ("1815", "1820")
    ]
    (finding,) = found(told("a", *said))
    assert finding.verdict == Verdict.NOTE
    assert "not yet in use: since 1924-01-26" in finding.sentence


def test_nothing_is_in_force_before_it_is_signed(act: Act, told: Told) -> None:
    (finding,) = found(told("a", *life(act, ("signature", "1812-05-28"), ("entry_into_force", "1812-05-20"))))
    assert "in force before it was signed" in finding.sentence
