"""Promises: by whom, to whom, what, under which instrument, on what condition, kept or not, and who says so."""

from collections.abc import Callable
from typing import Any

from dragoman.labels import Labels
from dragoman.ledgers import Promise, promises_of
from dragoman.model import Testimony
from dragoman.reconcile import reconcile

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]


def promises(*accounts: Testimony, state: str = "") -> tuple[Promise, ...]:
    labels = Labels(reconcile(accounts).headings, [(one.account.id, one.account.name) for one in accounts])
    return promises_of([one for each in accounts for one in each.assertions], labels, lambda *_: state)


def test_a_promise_has_its_parties_its_matter_and_its_instrument(act: Act, told: Told) -> None:
    a = told("a", act("commitment", "in 1916 France promised Romania arms under the convention", "1916", agent="France",
                      beneficiary="Romania", instrument="convention"))  # fmt: skip
    (one,) = promises(a, state="signed")
    assert (one.what, one.by, one.to, one.under) == ("arms", ("France",), ("Romania",), "convention")
    assert one.state == "under an instrument that is signed"
    assert one.kept == ""


def test_what_an_unsigned_draft_promises_is_provisional(act: Act, told: Told) -> None:
    a = told("a", act("commitment", "under the draft France would supply arms", agent="France", instrument="draft",
                      modality="proposed"))  # fmt: skip
    (one,) = promises(a, state="not signed")
    assert one.state == "provisional: its instrument is not signed"


def test_a_condition_is_quoted(act: Act, told: Told) -> None:
    a = told("a", act("commitment", "Sweden promised troops on condition that subsidies were paid", agent="Sweden",
                      modality="conditional"))  # fmt: skip
    assert promises(a)[0].condition == "on condition that subsidies were paid"


def test_a_promise_is_kept_or_broken_only_on_somebodys_word(act: Act, told: Told) -> None:
    promised = act("commitment", "in 1807 Britain promised Sweden money", "1807", agent="Britain", beneficiary="Sweden")
    other = act("commitment", "in 1808 Britain promised Spain arms", "1808", agent="Britain", beneficiary="Spain")
    broken = act(
        "refusal", "in 1809 Britain failed to send Sweden the money", "1809", agent="Britain", beneficiary="Sweden"
    )
    a, b = told("a", promised, other), told("b", broken)
    first, second = promises(a, b)
    assert (first.kept, [one.account for one in first.on_the_word_of]) == ("not kept", ["b"])
    assert second.kept == ""


def test_what_was_not_promised_is_no_promise(act: Act, told: Told) -> None:
    a = told("a", act("commitment", "Spain promised nothing", agent="Spain", polarity="neg"))
    assert promises(a) == ()


def test_an_offer_to_mediate_is_one(act: Act, told: Told) -> None:
    a = told("a", act("mediation_offer", "the Tsar offered to mediate", agent="Russia", recipient="Turkey"))
    assert promises(a)[0].what == "mediation"
