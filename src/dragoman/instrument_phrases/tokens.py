"""What a single token tells about the name of an instrument.

is_roman("II")  True
"""

from spacy.tokens import Doc, Token

from dragoman import polities
from dragoman.languages.en import instruments as words

# In lower case these need a proper name or a date beside them: "the Versailles peace", "alliance of 1778".
LOWER_IF_NAMED = frozenset({"peace", "alliance", "settlement"})
HYPHENS = frozenset("-–‑")


def is_wordy(token: Token) -> bool:
    return any(letter.isalpha() for letter in token.text)


def qualifies(token: Token) -> bool:
    return token.lower_ in words.QUALIFYING or token.lower_ in words.OTHER_ONE


def is_roman(text: str) -> bool:
    return bool(text) and all(letter in "IVXLC" for letter in text)


def is_proper(doc: Doc, first: int, head: int) -> bool:
    """Whether a proper noun makes a name: "the Brest-Litovsk treaty"; "the Austrian treaty" is none."""
    proper = [t for t in doc[first:head] if t.pos_ == "PROPN" and t.text[:1].isupper()]
    return any(t.ent_type_ != "NORP" and t.text not in polities.meanings() for t in proper)
