"""The instrument under which, or in whose clauses, an act is said to be done.

"Under this draft Russia committed …" -> draft friendship agreement
"""

from spacy.tokens import Token

from dragoman.grammar.names import Names
from dragoman.grammar.roles import phrase_of
from dragoman.languages.en.roles import PAPERS
from dragoman.model import Kind, Mention

_CONTAINS = frozenset("contain include provide stipulate envisage say state define require foresee".split())


def vehicle_of(trigger: Token, names: Names) -> Mention | None:
    """The instrument under which, or in whose clauses, the act is said to be done."""
    for above in (trigger, *trigger.ancestors):
        for child in above.children:
            if child.dep_ == "prep" and child.lower_ == "under":
                for pobj in child.children:
                    for mention in papers_at(pobj, names):
                        return mention
        if above is not trigger and above.lemma_.lower() in _CONTAINS:
            for child in above.children:
                if child.dep_ in ("nsubj", "nsubjpass"):
                    for mention in names.instruments_at(child):
                        return mention
        if above.dep_ in ("ROOT", "relcl"):
            break
    # "Under this draft, Russia undertook to …": what stands in front holds for the whole sentence.
    for token in trigger.doc[: trigger.i]:
        if token.lower_ == "under" and token.dep_ == "prep":
            for pobj in token.children:
                for mention in papers_at(pobj, names):
                    return mention
    return None


def papers_at(token: Token, names: Names) -> tuple[Mention, ...]:
    """The instrument that a word names, or the paper that it is: "the draft convention"."""
    named = names.instruments_at(token)
    if named or token.lemma_.lower() not in PAPERS:
        return named
    words = phrase_of(token)
    return (
        Mention(
            names.sentence.span_of(words), Kind.INSTRUMENT, " ".join(word.text for word in words), why="common noun"
        ),
    )
