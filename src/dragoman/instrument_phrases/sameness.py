"""What two wordings of one instrument have in common.

key_of("the Treaty of Kars") == key_of("the Kars Treaty")
"""

import re

from dragoman.instrument_phrases.phrase import Phrase
from dragoman.languages.en import instruments as words
from dragoman.languages.wordlist import wordlist

_STOP = wordlist("the a an of and to in on for with between by")
_WORD, _POSSESSIVE = re.compile(r"[^\W_]+"), re.compile(r"['’]s\b")


def key_of(phrase: Phrase) -> frozenset[str]:
    """The words that tell a named instrument from others: what is proper to it, without the noun."""
    if phrase.called:
        return frozenset({phrase.called})
    proper = content(phrase.text) - words.NOUNS.keys() - words.NAMED_ONLY.keys() - words.QUALIFYING
    return frozenset(map(singular, proper)) or content(phrase.text)


def nouns_agree(noun: str, other: str) -> bool:
    """Whether two nouns go for one sort: the Peace of Tilsit is the Treaty of Tilsit."""
    return any({singular(noun), singular(other)} <= one for one in words.ONE_SORT) or singular(noun) == singular(other)


def singular(word: str) -> str:
    """A noun without its plural ending, for comparing."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and len(word) > 4 else word


def content(text: str) -> frozenset[str]:
    """The words that carry meaning, in small letters, without possessive endings."""
    return frozenset(word for word in _WORD.findall(_POSSESSIVE.sub("", text.lower())) if word not in _STOP)
