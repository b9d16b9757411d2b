"""Parentheses of saying: ", the newspaper wrote," inside what the newspaper wrote.

    "Russia, the newspaper wrote, had ceded Kars."  -> Parenthesis(first=1, last=5, speaker=newspaper, verb=wrote)

The parser hangs them now above and now below the clause that they stand in; the two commas tell.
"""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from dragoman.languages.en import hedges

_SAYS = hedges.UTTERING | hedges.BELIEVING | hedges.RUMOURED
_LONGEST = 9  # words between the commas
_NAMES = ("NOUN", "PROPN", "PRON")
_OF_A_NOUN = (*_NAMES, "DET", "ADJ", "ADP", "NUM", "PART", "PUNCT")
_GOES_ON = ("VERB", "AUX", "ADV", "PART")
_KEY = "dragoman.parentheses"


class Parenthesis(NamedTuple):
    """The commas, by the numbers of their tokens; who speaks, and the verb."""

    first: int
    last: int
    speaker: Token
    verb: Token


def parentheses_of(doc: Doc) -> tuple[Parenthesis, ...]:
    """The parentheses of saying in a sentence, in order; found once."""
    known: tuple[Parenthesis, ...] | None = doc.user_data.get(_KEY)
    if known is None:
        verbs = [token for token in doc if token.pos_ == "VERB" and token.lemma_.lower() in _SAYS]
        found = (_around(verb) for verb in verbs)
        known = doc.user_data[_KEY] = tuple(each for each in found if each is not None)
    return known


def parenthesis_around(token: Token) -> Parenthesis | None:
    """The parenthesis that a token stands in."""
    return next((each for each in parentheses_of(token.doc) if each.first < token.i < each.last), None)


def _around(verb: Token) -> Parenthesis | None:
    doc = verb.doc
    first = next((i for i in range(verb.i - 1, max(0, verb.i - _LONGEST) - 1, -1) if doc[i].text == ","), 0)
    last = next((i for i in range(verb.i + 1, min(len(doc), verb.i + _LONGEST)) if doc[i].text == ","), 0)
    # What was begun before the first comma goes on with its verb behind the second.
    if first < 1 or not last or last + 1 >= len(doc) or doc[last + 1].pos_ not in _GOES_ON:
        return None
    before, after = doc[first + 1 : verb.i], doc[verb.i + 1 : last]
    if len(after) == 0 and len(before) > 0 and before[0].lower_ == "it" and verb.tag_ == "VBN":
        return Parenthesis(first, last, before[0], verb)
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    words = before if len(after) == 0 else after if len(before) == 0 else None
    if words is None or len(words) == 0 or any(token.pos_ not in _OF_A_NOUN for token in words):
        return None
    return Parenthesis(first, last, words[-1], verb) if words[-1].pos_ in _NAMES else None
