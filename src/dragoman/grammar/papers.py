"""Whether a sentence tells that a paper came to be, or only that somebody wished for one.

"Sweden signed a treaty" -> made; "Sweden hoped to sign a treaty" -> only wished
"""

from spacy.tokens import Token

from dragoman.grammar.force import force_of
from dragoman.languages.en import instruments as words
from dragoman.model import Modality, Polarity


def is_made(head: Token) -> bool:
    """Whether the paper with this noun is signed, issued, concluded or sent here: then there is one."""
    return _is_done_to(head) and head.head.lemma_ in words.MADE and happened(head.head)


def is_drafted(head: Token) -> bool:
    """Whether it is drafted here: then it is what "the draft" may mean."""
    return _is_done_to(head) and head.head.lemma_ == "draft"


def only_wished(head: Token) -> bool:
    """Whether it is only sought, proposed or missed here: "hoped for a treaty with England"."""
    forces = [force_of(token) for token in ((head, head.head) if _is_done_to(head) else (head,))]
    return any(force.polarity is not Polarity.POS or force.modality is not Modality.ACTUAL for force in forces)


def happened(verb: Token) -> bool:
    """Whether what the verb says is neither denied, nor a modal's, nor under another verb."""
    return verb.dep_ != "xcomp" and not any(
        child.dep_ == "neg" or child.tag_ in ("MD", "TO") for child in verb.children
    )


def _is_done_to(head: Token) -> bool:
    return head.dep_ in ("dobj", "nsubjpass")
