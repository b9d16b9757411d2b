"""What rests on what, in the direction in which the account has it."""

from collections.abc import Callable

import pytest

from dragoman.model import Polarity, Predicate, Role, Testimony


@pytest.mark.parametrize(
    ("sentence", "subject", "relation", "object_"),
    [
        (
            "The Convention of Akkerman was based on the Treaty of Bucharest.",
            "Convention of Akkerman",
            Predicate.BASED_ON,
            "Treaty of Bucharest",
        ),
        (
            "The Peace of Nystad laid the foundation for the Treaty of Abo.",
            "Treaty of Abo",
            Predicate.BASED_ON,
            "Peace of Nystad",
        ),
        (
            "The Treaty of Adrianople was drawn up on the basis of the Convention of Akkerman.",
            "Treaty of Adrianople",
            Predicate.BASED_ON,
            "Convention of Akkerman",
        ),
        (
            "The Treaty of Berlin replaced the Treaty of San Stefano.",
            "Treaty of Berlin",
            Predicate.SUPERSEDES,
            "Treaty of San Stefano",
        ),
        (
            "The Treaty of Lausanne annulled the Treaty of Sevres.",
            "Treaty of Lausanne",
            Predicate.ANNULS,
            "Treaty of Sevres",
        ),
        (
            "The Treaty of Aachen confirmed the Peace of Westphalia.",
            "Treaty of Aachen",
            Predicate.CONFIRMS,
            "Peace of Westphalia",
        ),
        (
            "The Treaty of Amity was drafted. The Treaty of Trianon that Spain signed was based on this treaty.",
            "Treaty of Trianon",
            Predicate.BASED_ON,
            "Treaty of Amity",
        ),
        (
            "The Treaty of Paris was formally ended by the Convention of 1800.",
            "Convention of 1800",
            Predicate.ANNULS,
            "Treaty of Paris",
        ),
        (
            "The Model Treaty also served as a template for the Convention of 1800.",
            "Convention of 1800",
            Predicate.BASED_ON,
            "Model Treaty",
        ),
        (
            "In execution of the Treaty of Berlin the two governments signed the Convention of Constantinople.",
            "Convention of Constantinople",
            Predicate.IMPLEMENTS,
            "Treaty of Berlin",
        ),
        (
            "The Protocol of London was signed pursuant to the Treaty of Vienna.",
            "Protocol of London",
            Predicate.BASED_ON,
            "Treaty of Vienna",
        ),
        (
            "The governments replaced the Convention of Akkerman with the Treaty of Adrianople.",
            "Treaty of Adrianople",
            Predicate.SUPERSEDES,
            "Convention of Akkerman",
        ),
        (
            "They substituted the Treaty of Adrianople for the Convention of Akkerman.",
            "Treaty of Adrianople",
            Predicate.SUPERSEDES,
            "Convention of Akkerman",
        ),
        (
            "The Treaty of Ghent replicated the terms of the Treaty of Nanjing.",
            "Treaty of Ghent",
            Predicate.BASED_ON,
            "Treaty of Nanjing",
        ),
        (
            "The Treaty of Moscow took the place of the Convention of Tiflis.",
            "Treaty of Moscow",
            Predicate.SUPERSEDES,
            "Convention of Tiflis",
        ),
        (
            "The Covenant was inserted in the Treaty of Versailles.",
            "Covenant",
            Predicate.PART_OF,
            "Treaty of Versailles",
        ),
        (
            "The Treaty of Pest was a revision of the Treaty of Buda.",
            "Treaty of Pest",
            Predicate.AMENDS,
            "Treaty of Buda",
        ),
    ],
)
def test_the_direction_is_the_accounts_own(
    drafted: Callable[[str], Testimony], sentence: str, subject: str, relation: Predicate, object_: str
) -> None:
    edges = [
        (one.of(Role.SUBJECT)[0].name, one.predicate, one.of(Role.OBJECT)[0].name)
        for one in drafted(sentence).assertions
        if one.predicate == relation
    ]
    assert edges == [(subject, relation, object_)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The significance of the Peace of Nystad is that it laid the foundation for the Treaty of Abo.",
        "The Peace of Nystad was important, for it formed the basis of the Treaty of Abo.",
    ],
)
def test_it_is_the_treaty_and_not_its_significance(drafted: Callable[[str], Testimony], sentence: str) -> None:
    (edge,) = [one for one in drafted(sentence).assertions if one.predicate == Predicate.BASED_ON]
    assert edge.of(Role.OBJECT)[0].name == "Peace of Nystad"


def test_the_only_treaty_of_its_sort_points_to_none_before(drafted: Callable[[str], Testimony]) -> None:
    text = "They copied the Model Treaty. The Convention of 1800 terminated the only treaty of alliance."
    ended = [one.of(Role.OBJECT)[0].name for one in drafted(text).assertions if one.predicate == Predicate.ANNULS]
    assert "Model Treaty" not in ended


def test_what_it_was_not_founded_on_is_denied(drafted: Callable[[str], Testimony]) -> None:
    found = drafted("It was not on the Peace of Nystad that the Treaty of Abo was founded.").assertions
    (one,) = [each for each in found if each.predicate == Predicate.BASED_ON]
    assert one.polarity == Polarity.NEG
    assert one.quote == "It was not on the Peace of Nystad that the Treaty of Abo was founded"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Treaty of Abo took the Peace of Nystad for its foundation.",
        "The Treaty of Abo named the Peace of Nystad as its basis.",
        "Panin based the Treaty of Abo on the Peace of Nystad.",
        "It was on the Peace of Nystad that the Treaty of Abo was founded.",
        "The Treaty of Abo was drawn up on the model of the Peace of Nystad.",
        "The Treaty of Abo was drafted along the lines of the Peace of Nystad.",
        "The basis of the Treaty of Abo was the Peace of Nystad.",
        "The Treaty of Abo had its roots in the Peace of Nystad.",
        "The delegates accepted the Peace of Nystad as the basis of the Treaty of Abo.",
    ],
)
def test_what_a_treaty_is_built_on_in_many_words(drafted: Callable[[str], Testimony], sentence: str) -> None:
    (one,) = [each for each in drafted(sentence).assertions if each.predicate == Predicate.BASED_ON]
    assert [(each.role, each.name) for each in one.participants] == [
        (Role.SUBJECT, "Treaty of Abo"),
        (Role.OBJECT, "Peace of Nystad"),
    ]
    assert one.polarity == Polarity.POS


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The Treaty of Kars rested not on the Treaty of Alexandropol but on the Treaty of Moscow.",
            {("Treaty of Alexandropol", Polarity.NEG), ("Treaty of Moscow", Polarity.POS)},
        ),
        (
            "The Treaty of Kars did not rest on the Treaty of Alexandropol but on the Treaty of Moscow.",
            {("Treaty of Alexandropol", Polarity.NEG), ("Treaty of Moscow", Polarity.POS)},
        ),
        (
            "The Treaty of Kars was based on the Treaty of Moscow, and not on the Treaty of Alexandropol.",
            {("Treaty of Alexandropol", Polarity.NEG), ("Treaty of Moscow", Polarity.POS)},
        ),
        (
            "The Treaty of Kars was based not only on the Treaty of Moscow but also on the Treaty of Alexandropol.",
            {("Treaty of Alexandropol", Polarity.POS), ("Treaty of Moscow", Polarity.POS)},
        ),
    ],
)
def test_what_it_rests_on_instead(
    drafted: Callable[[str], Testimony], sentence: str, told: set[tuple[str, Polarity]]
) -> None:
    edges = [one for one in drafted(sentence).assertions if one.predicate == Predicate.BASED_ON]
    assert {(one.of(Role.OBJECT)[0].name, one.polarity) for one in edges} == told
    assert {one.of(Role.SUBJECT)[0].name for one in edges} == {"Treaty of Kars"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Treaty of Kars was signed in October 1921. It rested on the Treaty of Moscow.",
        "The Treaty of Kars was signed in October 1921. It was based on the Treaty of Moscow.",
        "Turkey and Georgia signed the Treaty of Kars in October 1921. It was based on the Treaty of Moscow.",
        "The Treaty of Kars was signed in October 1921. The text rested on the Treaty of Moscow.",
        "The Treaty of Kars was signed in October 1921. It drew on the Treaty of Moscow.",
    ],
)
def test_it_is_the_treaty_that_rests_on_another(drafted: Callable[[str], Testimony], sentence: str) -> None:
    (edge,) = (one for one in drafted(sentence).assertions if one.predicate == Predicate.BASED_ON)
    assert [one.name for one in edge.participants] == ["Treaty of Kars", "Treaty of Moscow"]
