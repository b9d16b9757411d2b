"""Sentences and quotations, with offsets that count in the account."""

from collections.abc import Callable

import pytest

from dragoman.model import PassageRole, Testimony


def sentences(testimony: Testimony) -> list[str]:
    text = testimony.account.text
    return [text[p.span.start : p.span.end] for p in testimony.passages if p.role == PassageRole.SENTENCE]


@pytest.mark.parametrize(
    "text",
    [
        "He left on Aug. 24, 1920, with Gen. Karabekir.",
        "It was B. Legran who wrote to G. Chicherin.",
        "They concluded agreements. , financial ones too.",
    ],
)
def test_an_abbreviation_or_an_initial_ends_no_sentence(drafted: Callable[[str], Testimony], text: str) -> None:
    assert sentences(drafted(text)) == [text]


def test_hard_wrapped_lines_and_broken_words_are_read_whole(drafted: Callable[[str], Testimony]) -> None:
    text = "The Sultan ceded Bes-\nsarabia to Russia\nin 1812. Austria pro-\ntested against it."
    testimony = drafted(text)
    assert len(sentences(testimony)) == 2
    assert any(one.name == "Bessarabia" for said in testimony.assertions for one in said.participants)
    assert all(text[said.span.start : said.span.end] == said.quote for said in testimony.assertions)


def test_what_has_no_blank_is_no_sentence(drafted: Callable[[str], Testimony]) -> None:
    """A megabyte of one letter costs nothing, and the sentence beside it is still read."""
    text = "Japan ratified the treaty. " + "A" * 1_000_000
    assert sentences(drafted(text)) == ["Japan ratified the treaty."]
