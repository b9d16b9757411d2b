"""Ancestry: the chain of quotes from an instrument down to what it rests on; circles end it and are told."""

from collections.abc import Callable
from typing import Any

from dragoman.ledgers import carries, rests_on
from dragoman.model import Testimony
from dragoman.reconcile import reconcile, topics_of

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]


def chain(name: str, *accounts: Testimony, up: bool = False) -> list[tuple[str, int, bool]]:
    topics = {one.heading.id: one for one in topics_of(accounts, reconcile(accounts))}
    start = next(one.heading for one in topics.values() if one.heading.label == name)
    topic_of = topics.__getitem__
    walk = carries if up else rests_on
    return [
        (f"{one.later.label} {one.relation} {one.earlier.label}", one.depth, bool(one.note))
        for one in walk(start.id, topic_of)
    ]


def relation(act: Act, predicate: str, subject: str, object_: str) -> dict[str, Any]:
    return act(predicate, f"the {subject} {predicate} the {object_}", subject=subject, object=object_)


def test_what_it_rests_on_is_followed_down_over_all_accounts(act: Act, told: Told) -> None:
    a = told("a", relation(act, "confirms", "Treaty of Hubertusburg", "Treaty of Dresden"))
    b = told("b", relation(act, "based_on", "Treaty of Dresden", "Treaty of Breslau"))
    assert chain("Treaty of Hubertusburg", a, b) == [
        ("Treaty of Hubertusburg confirmed Treaty of Dresden", 0, False),
        ("Treaty of Dresden rested on Treaty of Breslau", 1, False),
    ]
    assert chain("Treaty of Breslau", a, b, up=True) == [
        ("Treaty of Dresden rested on Treaty of Breslau", 0, False),
        ("Treaty of Hubertusburg confirmed Treaty of Dresden", 1, False),
    ]


def test_a_circle_ends_and_says_so(act: Act, told: Told) -> None:
    a = told("a", relation(act, "based_on", "Treaty of Dresden", "Treaty of Breslau"))
    b = told("b", relation(act, "based_on", "Treaty of Breslau", "Treaty of Dresden"))
    assert chain("Treaty of Dresden", a, b) == [
        ("Treaty of Dresden rested on Treaty of Breslau", 0, False),
        ("Treaty of Breslau rested on Treaty of Dresden", 1, True),
    ]


def test_an_instrument_that_is_its_own_ancestor_is_a_circle_of_one(act: Act, told: Told) -> None:
    a = told("a", relation(act, "based_on", "Treaty of Dresden", "Treaty of Dresden"))
    assert chain("Treaty of Dresden", a) == [("Treaty of Dresden rested on Treaty of Dresden", 0, True)]


def test_two_ways_to_one_instrument_are_both_told_and_it_is_gone_through_once(act: Act, told: Told) -> None:
    a = told(
        "a",
        relation(act, "confirms", "Treaty of Teschen", "Treaty of Dresden"),
        relation(act, "based_on", "Treaty of Teschen", "Treaty of Dresden"),
        relation(act, "based_on", "Treaty of Dresden", "Treaty of Breslau"),
    )
    found = chain("Treaty of Teschen", a)
    assert [depth for _, depth, _ in found] == [0, 1, 0]
    assert not any(wrong for _, _, wrong in found)


def test_a_denied_relation_is_no_step(act: Act, told: Told) -> None:
    a = told("a", relation(act, "based_on", "Treaty of Dresden", "Treaty of Breslau") | {"polarity": "neg"})
    assert chain("Treaty of Dresden", a) == []
