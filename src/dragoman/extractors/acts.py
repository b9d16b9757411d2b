"""Acts: what a sentence asserts of who did, or did not do, what to whom.

"no treaty was signed at the time" -> Assertion(SIGNATURE, instrument: treaty, polarity=NEG)
"""

from collections.abc import Iterator

from dragoman.hands import drafted
from dragoman.model import Assertion, Testimony


def extract(so_far: Testimony) -> Iterator[Assertion]:
    """The acts of every sentence, in the order of the text."""
    yield from drafted(so_far)
