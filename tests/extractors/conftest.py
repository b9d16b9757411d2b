"""What the rules draft from a sentence, for tests: `drafted("No treaty was signed.")`.

The rules work alone here: what they say of a sentence does not hang on the weights of the learned reader.
"""

from collections.abc import Callable, Iterator

import pytest

from dragoman.extractors import EXTRACTORS, acts
from dragoman.hands.rules import assertions_of
from dragoman.hands.settling import settled
from dragoman.model import Account, AccountId, Assertion, Passage, PassageRole, Provenance, Span, Testimony
from dragoman.verify import verified


def testimony_of_text(text: str) -> Testimony:
    """The testimony of a text of one paragraph, through every extractor and the gate."""
    whole = (Passage(Span(0, len(text)), PassageRole.PARAGRAPH),)
    account = Account(AccountId("a"), "a", "a.txt", text, whole, Provenance(), "text", "")
    testimony = Testimony(account, whole)
    for extract in EXTRACTORS:
        found = by_rules(testimony) if extract is acts.extract else extract(testimony)
        testimony = testimony.plus(verified(account, found))
    return testimony


def by_rules(testimony: Testimony) -> Iterator[Assertion]:
    """The acts that the rules find."""
    return (settled(ruled.assertion) for ruled in assertions_of(testimony))


@pytest.fixture(scope="session")
def drafted() -> Callable[[str], Testimony]:
    """The testimony of a text."""
    return testimony_of_text
