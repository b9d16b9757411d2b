"""Positions: who wanted, refused or accepted what; a person's is not his power's, and a turn is shown as one."""

from collections.abc import Callable
from typing import Any

from dragoman.labels import Labels, Stage
from dragoman.ledgers import moves_of, positions_of
from dragoman.model import Testimony
from dragoman.reconcile import reconcile

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]


def labels_of(*accounts: Testimony) -> Labels:
    return Labels(
        reconcile(accounts).headings,
        [(one.account.id, one.account.name) for one in accounts],
        {one.account.id: one.account.text for one in accounts},
    )


def stances(*accounts: Testimony, side: str = "") -> list[tuple[str, str]]:
    said = [one for each in accounts for one in each.assertions]
    return [(one.party.name, one.stance) for one in positions_of(said, labels_of(*accounts), side)]


def test_positions_stand_in_order_of_time_and_the_undated_where_they_are_told(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("demand", "in 1814 Prussia demanded Saxony", "1814", agent="Prussia", territory="Saxony"),
        act("refusal", "Austria refused it", agent="Austria", territory="Saxony"),
        act("acceptance", "in 1815 Prussia accepted a part", "1815", agent="Prussia", polarity="partial"),
        act("demand", "in 1813 Prussia had asked for Poland", "1813", agent="Prussia", territory="Poland",
            subtype="request"),
    )  # fmt: skip
    assert stances(a) == [
        ("Prussia", "asked for"),
        ("Prussia", "demanded"),
        ("Austria", "refused"),
        ("Prussia", "in part accepted"),
    ]


def test_a_person_speaks_for_the_power_that_his_office_names(act: Act, told: Told) -> None:
    text = "The French Foreign Minister Delcassé opposed the loan. Rouvier, the banker, accepted it."
    a = told(
        "a",
        act("refusal", "Delcassé opposed the loan", agent="Delcassé", persons=("Delcassé",), subtype="opposition"),
        act("acceptance", "Rouvier, the banker, accepted it", agent="Rouvier", persons=("Rouvier",)),
        text=text,
    )
    found = positions_of(a.assertions, labels_of(a))
    assert [(one.party.side, one.party.stage, one.stance) for one in found] == [
        ("France", Stage.PERSON, "opposed"),
        ("", Stage.PERSON, "accepted"),
    ]
    assert found[0].party.why == "French Foreign Minister Delcassé"


def test_a_minister_to_a_country_does_not_speak_for_it(act: Act, told: Told) -> None:
    text = "The Minister to Mexico, Waddy Thompson, refused the terms."
    a = told("a", act("refusal", "Waddy Thompson, refused the terms", agent="Waddy Thompson",
                      persons=("Waddy Thompson",)), text=text)  # fmt: skip
    assert positions_of(a.assertions, labels_of(a))[0].party.side == ""


def test_a_side_is_asked_for_with_those_who_speak_for_it(act: Act, told: Told) -> None:
    text = "In 1905 the Russian delegate Witte refused an indemnity. Japan accepted this."
    a = told(
        "a",
        act(
            "refusal",
            "In 1905 the Russian delegate Witte refused an indemnity",
            "1905",
            agent="Witte",
            persons=("Witte",),
        ),
        act("acceptance", "Japan accepted this", agent="Japan"),
        text=text,
    )
    assert stances(a, side="Russian Empire") == [("Witte", "refused")]
    assert stances(a, side="Japan") == [("Japan", "accepted")]


def test_a_position_that_turns_is_a_move(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("refusal", "in 1919 Italy refused the line", "1919", agent="Italy", territory="Fiume"),
        act("acceptance", "in 1920 Italy accepted the line", "1920", agent="Italy", territory="Fiume"),
        act("acceptance", "in 1921 Italy accepted it again", "1921", agent="Italy", territory="Fiume"),
    )
    found = positions_of(a.assertions, labels_of(a))
    assert [(one.before.stance, one.after.stance) for one in moves_of(found)] == [("refused", "accepted")]


def test_a_denied_refusal_and_an_acceptance_are_no_move(act: Act, told: Told) -> None:
    a = told(
        "a",
        act(
            "refusal", "in 1919 Italy did not refuse the line", "1919", agent="Italy", territory="Fiume", polarity="neg"
        ),
        act("acceptance", "in 1920 Italy accepted the line", "1920", agent="Italy", territory="Fiume"),
    )
    assert moves_of(positions_of(a.assertions, labels_of(a))) == ()


def test_a_move_from_a_person_to_his_power_says_that_they_need_not_be_the_same(act: Act, told: Told) -> None:
    text = "In 1919 the Italian minister Sonnino refused the line. In 1920 Italy accepted the line."
    a = told(
        "a",
        act("refusal", "In 1919 the Italian minister Sonnino refused the line", "1919", agent="Sonnino",
            persons=("Sonnino",), territory="Fiume"),
        act("acceptance", "In 1920 Italy accepted the line", "1920", agent="Italy", territory="Fiume"),
        text=text,
    )  # fmt: skip
    (move,) = moves_of(positions_of(a.assertions, labels_of(a)))
    assert "person" in move.why
