"""Treaty law: questions by analogy, each with its article and its words; never a verdict."""

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.model import Finding, Testimony, Verdict
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import law

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]
TREATY = "Treaty of Batum"


def found(*accounts: Testimony) -> list[Finding]:
    return [one for topic in topics_of(accounts, reconcile(accounts)) for one in law.find(topic)]


def asked(*accounts: Testimony) -> list[str]:
    return [one.field for one in found(*accounts)]


def test_every_finding_is_a_question_that_cites_its_article(act: Act, told: Told) -> None:
    (one,) = found(told("a", act("signature", "the overthrown government signed", "1918-06-04", instrument=TREATY)))
    assert (one.field, one.verdict) == ("article 7", Verdict.NOTE)
    assert "by analogy to article 7 VCLT" in one.sentence
    assert "no verdict" in one.reasons[-1]


@pytest.mark.parametrize(("when", "how"), [("1979", "by analogy to"), ("1980-01-27", "under"), ("2004-05-01", "under")])
def test_it_is_an_analogy_before_the_convention_was_in_force(act: Act, told: Told, when: str, how: str) -> None:
    said = act("signature", f"the treaty was signed under duress in {when}", when, instrument=TREATY)
    (one,) = found(told("a", said))
    assert f"({how} article 52" in one.sentence
    assert ("no law for this treaty" in one.reasons[0]) == (how == "by analogy to")


def test_who_signs_shortly_after_his_government_fell_may_have_no_powers(act: Act, told: Told) -> None:
    fell = act("regime_change", "on 2 December 1920 the government of Armenia fell", "1920-12-02", target="Armenia")
    late = act("signature", "on 3 December Armenia signed the treaty", "1920-12-03", agent="Armenia", instrument=TREATY)
    early = act(
        "signature", "on 1 December Armenia signed the treaty", "1920-12-01", agent="Armenia", instrument=TREATY
    )
    years = act("signature", "in 1924 Armenia signed the treaty", "1924", agent="Armenia", instrument=TREATY)
    assert asked(told("a", fell, late)) == ["article 7"]
    assert asked(told("a", fell, early)) == []
    assert asked(told("a", fell, years)) == []


def test_the_fall_and_the_signature_may_be_told_by_two_accounts(act: Act, told: Told) -> None:
    fell = act("regime_change", "on 2 December 1920 the government of Armenia fell", "1920-12-02", target="Armenia")
    late = act("signature", "on 3 December Armenia signed the treaty", "1920-12-03", agent="Armenia", instrument=TREATY)
    assert asked(told("a", fell), told("b", late)) == ["article 7"]


def test_a_treaty_that_was_not_ratified(act: Act, told: Told) -> None:
    said = act("ratification", "the Senate did not ratify it", instrument=TREATY, polarity="neg")
    assert asked(told("a", said)) == ["article 14"]


def signed(act: Act) -> dict[str, Any]:
    return act(
        "signature", "France and Spain signed it", "1761", agent="France", counterparty="Spain", instrument=TREATY
    )


def test_one_party_that_ends_a_treaty_alone(act: Act, told: Told) -> None:
    ended = act("annulment", "in 1790 France denounced it", "1790", agent="France", instrument=TREATY)
    assert asked(told("a", signed(act), ended)) == ["article 56"]
    both = ended | {"agent": ("France", "Spain")}
    assert asked(told("a", signed(act), both)) == []
    meant = ended | {"modality": "intended"}
    assert asked(told("a", signed(act), meant)) == []


def test_one_that_is_no_party_ends_no_treaty(act: Act, told: Told) -> None:
    ended = act("annulment", "in 1790 Prussia declared it ended", "1790", agent="Prussia", instrument=TREATY)
    assert asked(told("a", signed(act), ended)) == ["article 54"]


def test_changed_circumstances_are_a_ground_that_is_asked_about(act: Act, told: Told) -> None:
    ended = act("annulment", "as the situation had changed the treaty was to be annulled", modality="intended",
                instrument=TREATY)  # fmt: skip
    assert asked(told("a", ended)) == ["article 62"]


def test_a_third_state_is_one_that_is_not_told_to_be_a_party(act: Act, told: Told) -> None:
    given = act("cession", "under it Portugal was to get the port", "1761", beneficiary="Portugal", instrument=TREATY)
    assert asked(told("a", signed(act), given)) == ["article 34"]
    assert asked(told("a", given)) == []


def test_a_later_treaty_that_replaces_or_amends_it(act: Act, told: Told) -> None:
    ended = act("supersedes", "the peace replaced it", subject="Peace of Basel", object=TREATY)
    changed = act("amends", "the peace amended it", subject="Peace of Basel", object=TREATY)
    assert asked(told("a", ended)) == ["article 59"]
    assert asked(told("a", changed)) == ["article 30"]


def test_what_somebody_reports_raises_no_question(act: Act, told: Told) -> None:
    assert asked(told("a", act("signature", "it was signed under duress", instrument=TREATY, says="the envoy"))) == []


def test_every_article_has_a_title_and_says_something() -> None:
    for number, one in law.articles().items():
        assert number.isdigit()
        assert one.title
        assert len(one.says) > 20
