"""What rests on what, in the direction in which the account has it."""

from collections.abc import Callable

import pytest

from dragoman.model import Predicate, Role, Testimony


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
