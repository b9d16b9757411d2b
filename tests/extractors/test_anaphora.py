"""What a pointing word means, and when it is left alone."""

from collections.abc import Callable

import pytest

from dragoman.model import Kind, Testimony

Drafted = Callable[[str], Testimony]


def meant(testimony: Testimony, words: str) -> list[str]:
    """What these words, as they point, are taken to mean."""
    text = testimony.account.text
    return [
        mention.name
        for mention in testimony.mentions
        if mention.antecedent is not None and text[mention.span.start : mention.span.end] == words
    ]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Count Cavour went to Paris. There he met nobody.", "he", "Cavour"),
        ("Queen Victoria received the envoy. She refused.", "She", "Victoria"),
        ("The Treaty of Kiel was harsh. Norway never ratified it.", "it", "Treaty of Kiel"),
        ("Sweden signed the Treaty of Kiel. Under it Denmark gave up Norway.", "it", "Treaty of Kiel"),
        ("Sweden signed the Treaty of Kiel. By it Denmark gave up Norway.", "it", "Treaty of Kiel"),
        ("The Armenians appealed for help. They were ignored.", "They", "Armenians"),
        ("Losing his allies, Count Beust resigned.", "his", "Beust"),
        ("Bolivia accused Peru, which denied the charge.", "which", "Peru"),
    ],
)
def test_a_pronoun_means_what_stands_out(drafted: Drafted, text: str, pronoun: str, name: str) -> None:
    assert meant(drafted(text), pronoun) == [name]


def test_the_antecedent_is_where_the_name_stands(drafted: Drafted) -> None:
    testimony = drafted("Count Cavour went to Paris. There he met nobody.")
    (pronoun,) = [mention for mention in testimony.mentions if mention.why == "points"]
    where = pronoun.antecedent
    assert where is not None and testimony.account.text[where.start : where.end] == "Cavour"


@pytest.mark.parametrize(
    "text",
    [
        "Turkey hesitated. It became essential to annul the agreement.",
        "Turkey hesitated. It was decided to convene a new conference.",
        "Turkey hesitated. It is worth noting that nobody came.",
    ],
)
def test_it_of_a_clause_to_come_means_nobody(drafted: Drafted, text: str) -> None:
    assert meant(drafted(text), "It") == []


def test_him_is_not_the_subject_of_his_own_clause(drafted: Drafted) -> None:
    testimony = drafted("Count Cavour spoke. Count Beust praised him.")
    assert meant(testimony, "him") == ["Cavour"]


def test_himself_is_the_subject_of_his_own_clause(drafted: Drafted) -> None:
    testimony = drafted("Count Cavour spoke. Count Beust praised himself.")
    assert meant(testimony, "himself") == ["Beust"]


def test_these_provinces_are_all_those_just_named(drafted: Drafted) -> None:
    testimony = drafted("Russia occupied Moldavia, Wallachia and Dobruja. These provinces were restored in 1856.")
    assert meant(testimony, "These provinces") == ["Moldavia", "Wallachia", "Dobruja"]


def test_the_two_countries_are_the_two_just_named(drafted: Drafted) -> None:
    testimony = drafted("Bulgaria and Romania fell out. The two countries went to arbitration.")
    assert meant(testimony, "The two countries") == ["Bulgaria", "Romania"]


def test_the_delegation_is_the_one_named_before(drafted: Drafted) -> None:
    testimony = drafted("The Latvian delegation came to Moscow. The delegation presented its demands.")
    assert meant(testimony, "delegation") == ["Latvian delegation"]


def test_an_office_is_the_man_who_was_named_with_it(drafted: Drafted) -> None:
    testimony = drafted("Chancellor Caprivi signed the protocol. The chancellor then resigned.")
    assert meant(testimony, "chancellor") == ["Caprivi"]


def test_an_envoy_of_whom_nothing_was_said_is_himself(drafted: Drafted) -> None:
    testimony = drafted("An envoy was sent to Persia.")
    text = testimony.account.text
    assert [m.name for m in testimony.mentions if m.kind is Kind.PERSON] == ["envoy"]
    assert all(text[m.span.start : m.span.end] for m in testimony.mentions)
