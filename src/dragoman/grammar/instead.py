"""What is denied of one thing and said of another: "rested not on the Treaty of A but on the Treaty of B".

left_out(tokens of A) -> "not"        put_instead(tokens of A) -> the tokens of B
"""

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.grammar.force import Force
from dragoman.model import MarkKind, Polarity

# What may stand between "not" and what it leaves out, and how many words.
_BETWEEN = frozenset({"ADP", "DET", "ADJ", "PUNCT"})
_NEAR = 4
# How far behind what is left out its "but" may stand, and behind that the name.
_FAR, _NAMED = 6, 7


def left_out(tokens: Sequence[Token]) -> Token | None:
    """The "not" right before a name, with no more than its preposition and article between; None where there is none.

    "Did not rest on" denies the verb, and "it was not on the draft that" is the matter of a cleft: neither counts.
    """
    first = tokens[0] if tokens else None
    for token in reversed(first.doc[max(0, first.i - _NEAR) : first.i]) if first is not None else ():
        if token.lower_ == "not":
            above = token.head
            of_verb = above.pos_ in ("VERB", "AUX") and (token.i < above.i or above.lemma_ == "be")
            return None if token.dep_ == "neg" and of_verb else token
        if token.pos_ not in _BETWEEN:
            return None
    return None


def put_instead(tokens: Sequence[Token]) -> list[Token]:
    """The words after "but on" or "and not on" behind a name, the first of which that name something is meant too."""
    if not tokens:
        return []
    doc, end = tokens[-1].doc, tokens[-1].i + 1
    turn = next((token.i for token in doc[end : end + _FAR] if token.lower_ in ("but", "not")), None)
    if turn is None:
        return []
    turn += 1
    while turn < len(doc) and doc[turn].lower_ in ("also", "not"):
        turn += 1
    if turn >= len(doc) or doc[turn].pos_ != "ADP":
        return []
    return list(doc[turn + 1 : turn + _NAMED])


def of_object(force: Force, trigger: Token, tokens: Sequence[Token]) -> None:
    """Let the force be that of one object: "not on A" denies A alone, and "but on B" affirms B."""
    late = any(kind == MarkKind.POLARITY and token.i > trigger.i for kind, token in force.marks)
    before = [each.lower_ for each in trigger.doc[max(0, tokens[0].i - _NEAR) : tokens[0].i]] if tokens else []
    if late or "but" in before:
        force.polarity = Polarity.POS
        force.marks = [mark for mark in force.marks if mark[0] != MarkKind.POLARITY]
    denial = left_out(tokens)
    if denial is not None:
        force.deny(denial)
