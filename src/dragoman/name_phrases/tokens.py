"""What a single token tells: whether it can be part of a name, begins a sentence, is an initial or a people.

is_capital(token)  True for "US" and "Kars", False for "However"
"""

from spacy.tokens import Token

from dragoman import polities
from dragoman.languages.wordlist import wordlist
from dragoman.polities import Use
from dragoman.syntax import Sentence

HYPHENS = frozenset("-–‑")
NO_NAME = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "PUNCT", "SYM"})


ADVERBS = wordlist(
    "meanwhile thereupon thereafter hitherto elsewhere nevertheless nonetheless moreover hence thus hereupon"
    " furthermore likewise otherwise whereupon forthwith henceforth"
)


def is_capital(token: Token) -> bool:
    """Whether a token can begin or go on in a name: "Though" and "However" cannot, "US" can."""
    return token.text[:1].isupper() and (not token.is_stop or (token.text.isupper() and len(token.text) > 1))


def opens_sentence(token: Token) -> bool:
    """A capital that only begins the sentence: "Naturally", "Losing"."""
    if token.i != 0 and not (token.i == 1 and token.doc[0].is_punct):
        return False
    # "Simultaneously Nixon", "Schemes for …": whatever the model names them, an adverb and a plural common noun begin.
    begins = token.pos_ == "ADV" or token.tag_ == "NNS" or token.lower_ in ADVERBS
    if begins and polities.surface_at(token.text, 0) is None:
        return True
    return token.pos_ != "PROPN" and not token.ent_type_


def runs_on(doc: list[Token], last: int) -> bool:
    """Whether another capitalised noun follows, so that the name does not end here."""
    follows = doc[last + 1] if last + 1 < len(doc) else None
    return follows is not None and is_capital(follows) and follows.pos_ == "PROPN" and doc[last].whitespace_ != ""


def before(doc: list[Token], first: int) -> Token:
    before = doc[first - 1]
    return doc[first - 2] if before.pos_ == "DET" and first > 1 else before


def is_initial(text: str) -> bool:
    return (
        len(text) <= 4
        and text.endswith(".")
        and text[:1].isupper()
        and all(len(part) == 1 for part in text.split(".") if part)
    )


def is_people(sentence: Sentence, token: Token) -> bool:
    surface = polities.surface_at(sentence.flow.text, token.idx) if is_capital(token) else None
    return surface is not None and any(one.use in (Use.ADJECTIVE, Use.PEOPLE) for one in polities.meanings()[surface])


def ends_a_given_name(doc: list[Token], i: int) -> bool:
    """ "Li Hung-chang", "Chang Tso-lin": Chinese names in the older spelling end in small letters (Wade and Giles)."""
    token, hyphen = doc[i], doc[i - 1]
    tight = hyphen.text in HYPHENS and not hyphen.whitespace_ and not doc[i - 2].whitespace_
    return tight and token.is_lower and token.is_alpha and len(token) <= 6 and token.pos_ == "PROPN"
