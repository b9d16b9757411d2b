"""Conferences: who met, what each side wanted, what came out; each act is there for a reason that is told."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

from dragoman.labels import Labels
from dragoman.ledgers import Conference, conferences_of
from dragoman.model import Testimony
from dragoman.reconcile import reconcile

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]


def conferences(*accounts: Testimony) -> tuple[Conference, ...]:
    headings = reconcile(accounts).headings
    labels = Labels(headings, [(one.account.id, one.account.name) for one in accounts])
    return conferences_of([one for each in accounts for one in each.assertions], labels, headings)


def two(act: Act, told: Told) -> tuple[Testimony, Testimony]:
    a = told(
        "a",
        act("negotiation", "the first Franco-Spanish conference met at Bayonne in May 1808", "1808-05", place="Bayonne",
            event="first Franco-Spanish conference"),
        act("demand", "France demanded the crown", agent="France", recipient="Spain"),
        act("refusal", "Spain refused", agent="Spain"),
        act("signature", "no treaty was signed", instrument="treaty", polarity="neg"),
        act("negotiation", "the second conference met in 1809", "1809", event="second conference"),
        act("acceptance", "Spain accepted the terms", agent="Spain"),
    )  # fmt: skip
    b = told(
        "b",
        act("negotiation", "a first meeting took place at Bayonne on 5 May 1808", "1808-05-05", place="Bayonne",
            event="first meeting"),
        act("signature", "on 20 May 1808 a convention was signed", "1808-05-20", instrument="convention"),
    )  # fmt: skip
    return a, b


def test_a_conference_has_its_place_its_parties_and_what_was_said_there(act: Act, told: Told) -> None:
    first, second = conferences(two(act, told)[0])
    assert (first.label, first.places, first.parties) == (
        "first Franco-Spanish conference",
        ("Bayonne",),
        ("France", "Spain"),
    )
    assert [(part.position.party.name, part.position.stance) for part in first.parts] == [
        ("France", "demanded"), ("Spain", "refused"),
    ]  # fmt: skip
    assert [one.what for one in first.outcomes] == ["not signed: treaty"]
    assert [(part.position.stance, part.why) for part in second.parts] == [("accepted", "told after it")]


def test_accounts_that_count_a_meeting_alike_and_date_it_alike_tell_of_one(act: Act, told: Told) -> None:
    first, _ = conferences(*two(act, told))
    assert {one.account for one in first.told_by} == {"a", "b"}
    assert ("signed: convention", "dated within it") in [(one.what, one.why) for one in first.outcomes]


def test_the_order_of_accounts_changes_nothing(act: Act, told: Told) -> None:
    ways = {conferences(*order) for order in permutations(two(act, told))}
    assert len(ways) == 1


def test_the_conference_is_the_one_told_of_before(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("negotiation", "the congress met at Verona in 1822", "1822", place="Verona", event="congress"),
        act("negotiation", "during the congress talks went on about Spain"),
        act("demand", "France demanded a mandate", agent="France"),
    )
    (one,) = conferences(a)
    assert len(one.told_by) == 2
    assert len(one.parts) == 1


def test_what_is_dated_far_from_it_belongs_to_no_conference(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("negotiation", "the congress met at Verona in October 1822", "1822-10", place="Verona", event="congress"),
        act("demand", "in 1827 Russia demanded a protocol", "1827", agent="Russia"),
    )
    (one,) = conferences(a)
    assert one.parts == ()


def test_a_meeting_that_was_not_held_is_none(act: Act, told: Told) -> None:
    assert (
        conferences(told("a", act("negotiation", "no conference was held", event="conference", polarity="neg"))) == ()
    )
