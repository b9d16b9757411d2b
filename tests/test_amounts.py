"""How much and how long, as plain numbers; what is hedged or tells when is no amount."""

import pytest

from dragoman.amounts import amounts_in


@pytest.mark.parametrize(
    ("words", "amounts"),
    [
        ("paid an indemnity of 200 million taels", {"tael": {200_000_000}}),
        ("an indemnity of two hundred and thirty million taels", {"tael": {230_000_000}}),
        ("bought it for $15 million", {"dollar": {15_000_000}}),
        ("bought it for fifteen million dollars", {"dollar": {15_000_000}}),
        ("a subsidy of £1,200,000 a year", {"pound": {1_200_000}}),
        ("five milliards of francs", {"franc": {5_000_000_000}}),
        ("a lease of twenty-five years", {"for year": {25}}),
        ("leased for ninety-nine years", {"for year": {99}}),
        ("concluded a ten-year pact", {"for year": {10}}),
        ("a truce of a year", {"for year": {1}}),
        ("to leave the town within six months", {"within month": {6}}),
        ("limited to eighteen months", {"at most month": {18}}),
        ("had eighteen months in which to leave", {"within month": {18}}),
        ("for no more than nine months", {"at most month": {9}}),
        ("ten million gold roubles", {"ruble": {10_000_000}}),
        ("passed by 38 votes to 14", {"vote": {38}}),
        ("twelve hundred thousand piastres", {"piastre": {1_200_000}}),
    ],
)
def test_an_amount_is_a_number_and_its_unit(words: str, amounts: dict[str, set[float]]) -> None:
    assert amounts_in(words) == amounts


@pytest.mark.parametrize(
    "words",
    [
        "ten years later the treaty lapsed",
        "about 200 million taels",
        "at least ten million francs",
        "between ten and twelve million francs",
        "a treaty between two powers",
        "in 1856 the Powers signed it",
        "three days after the truce",
        "the Thirty Years War",
        "",
        "a",
        "one and",
    ],
)
def test_what_is_hedged_or_tells_when_is_no_amount(words: str) -> None:
    assert amounts_in(words) == {}
