"""Lists of words as they are easiest to read and to add to: in one string.

wordlist("treaty pact accord") -> frozenset({"treaty", "pact", "accord"})
"""


def wordlist(text: str) -> frozenset[str]:
    """The words of a text, once each."""
    return frozenset(text.split())
