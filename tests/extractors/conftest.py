"""What the rules draft from a sentence, for tests: `drafted("No treaty was signed.")`."""

from collections.abc import Callable

import pytest

from dragoman.extractors import EXTRACTORS
from dragoman.model import Account, AccountId, Passage, PassageRole, Provenance, Span, Testimony
from dragoman.verify import verified


def testimony_of_text(text: str) -> Testimony:
    """The testimony of a text of one paragraph, through every extractor and the gate."""
    whole = (Passage(Span(0, len(text)), PassageRole.PARAGRAPH),)
    account = Account(AccountId("a"), "a", "a.txt", text, whole, Provenance(), "text", "")
    testimony = Testimony(account, whole)
    for extract in EXTRACTORS:
        testimony = testimony.plus(verified(account, extract(testimony)))
    return testimony


@pytest.fixture(scope="session")
def drafted() -> Callable[[str], Testimony]:
    """The testimony of a text."""
    return testimony_of_text
