"""Laws of all findings together: no order, no repetition and no account that comes and goes changes them."""

from collections.abc import Callable, Sequence
from itertools import permutations
from typing import Any

import pytest

from dragoman.model import Finding, Judgement, Ruling, Testimony, Verdict
from dragoman.reconcile import reconcile, topics_of
from dragoman.rules import RULES

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]


def found(accounts: Sequence[Testimony], pairings: Sequence[Judgement] = ()) -> list[Finding]:
    topics = topics_of(accounts, reconcile(accounts, pairings))
    return [finding for topic in topics for find in RULES for finding in find(topic)]


def three(act: Act, told: Told) -> tuple[Testimony, ...]:
    """Two accounts that differ about one treaty, and one about something else."""
    treaty = "Treaty of Tilsit"
    signing = {"instrument": treaty, "agent": ("France", "Russia")}
    a = told(
        "a",
        act(
            "signature", "the Treaty of Tilsit was signed by France and Russia on 7 July 1807", "1807-07-07", **signing
        ),
        act("demand", "Prussia demanded Magdeburg", "1807", agent="Prussia", territory="Magdeburg"),
        act("refusal", "France refused Magdeburg", "1807", agent="France", territory="Magdeburg"),
    )
    b = told(
        "b",
        act("signature", "on 9 July 1807 France and Russia signed the Treaty of Tilsit", "1807-07-09", **signing),
        act("annulment", "Russia ended the Treaty of Tilsit in 1812", "1812", instrument=treaty, agent="Russia"),
    )
    other = told("c", act("occupation", "in 1931 Japan occupied Mukden", "1931", agent="Japan", territory="Mukden"))
    return a, b, other


def test_the_order_of_the_accounts_changes_no_finding(act: Act, told: Told) -> None:
    accounts = three(act, told)
    expected = sorted(one.id for one in found(accounts))
    assert expected
    for order in permutations(accounts):
        assert sorted(one.id for one in found(order)) == expected


def test_finding_twice_is_finding_once_and_no_id_is_of_two(act: Act, told: Told) -> None:
    accounts = three(act, told)
    first = found(accounts)
    assert found(accounts) == first
    assert len({one.id for one in first}) == len(first)


def test_an_account_that_comes_and_goes_changes_nothing(act: Act, told: Told) -> None:
    *pair, other = three(act, told)
    before = found(pair)
    with_other = {one.id: one for one in found((*pair, other))}
    assert all(with_other.get(one.id) == one for one in before)
    assert found(pair) == before


def test_accounts_that_copy_one_another_corroborate_nothing_by_two_sources(act: Act, told: Told) -> None:
    said = act(
        "signature", "the Treaty of Tilsit was signed on 7 July 1807", "1807-07-07", instrument="Treaty of Tilsit"
    )
    filler = (
        "The emperors met on a raft in the middle of the river and embraced before both armies that stood and cheered."
    )
    text = f"{said['quote']}. {filler} {filler[::-1]}"
    agreed = [one for one in found([told(name, said, text=text + f" {name}") for name in "abc"])
              if one.verdict == Verdict.CORROBORATED]  # fmt: skip
    assert agreed
    assert {one.sources for one in agreed} == {1}
    assert all("copy one another" in one.sentence for one in agreed)


def test_accounts_about_different_things_have_nothing_in_common(act: Act, told: Told) -> None:
    a, _, other = three(act, told)
    both = {one.account for one in (*a.assertions, *other.assertions)}
    for finding in found((a, other)):
        accounts = {said.account for each in (a, other) for said in each.assertions if said.id in finding.assertions}
        assert len(accounts) < len(both)


@pytest.mark.parametrize("when", ["0000", "-0044-03-15", "0001-01-01", "9999", "XXXX"])
def test_dates_at_the_ends_of_time_do_no_harm(act: Act, told: Told, when: str) -> None:
    a, b = (
        told(name, act("signature", f"the Treaty of Tilsit was signed in {when}", when, instrument="Treaty of Tilsit"))
        for name in "ab"
    )
    assert Verdict.CONTRADICTED not in {one.verdict for one in found((a, b))}


def test_an_instrument_that_is_its_own_ancestor_is_a_note_and_no_contradiction(act: Act, told: Told) -> None:
    a = told(
        "a", act("based_on", "the treaty rests on the treaty", subject="Treaty of Tilsit", object="Treaty of Tilsit")
    )
    verdicts = [one.verdict for one in found((a,)) if one.rule == "lineage"]
    assert verdicts == [Verdict.NOTE]


def test_of_judgements_that_contradict_each_other_the_last_holds(act: Act, told: Told) -> None:
    a, b, _ = three(act, told)
    pair = (a.assertions[0].id, b.assertions[0].id)
    rulings = [
        Judgement(f"j{number}", f"2026-01-0{number}T00:00:00Z", "m", ruling, pair[0], other=pair[1])
        for number, ruling in ((1, Ruling.SAME), (2, Ruling.DIFFERENT))
    ]
    apart, joined = found((a, b), rulings), found((a, b), rulings[::-1])
    assert not [one for one in apart if one.verdict == Verdict.CONTRADICTED]
    assert [one.field for one in joined if one.verdict == Verdict.CONTRADICTED] == ["date"]
