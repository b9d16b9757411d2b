"""How a relation between two instruments is told to a reader, and which of the two must be the later.

told_as(Predicate.BASED_ON) -> "rested on"
"""

from dragoman.model import Predicate

_TOLD = {
    Predicate.BASED_ON: "rested on",
    Predicate.AMENDS: "amended",
    Predicate.CONFIRMS: "confirmed",
    Predicate.SUPERSEDES: "superseded",
    Predicate.ANNULS: "annulled",
    Predicate.IMPLEMENTS: "implemented",
    Predicate.PART_OF: "was part of",
    Predicate.RECOGNISES: "recognised",
    Predicate.REFERS_TO: "referred to",
}
# The subject comes after the object; a part is of one time with its whole.
LATER = frozenset(_TOLD) - {Predicate.PART_OF}
# Two instruments may mention one another; they cannot each rest on the other.
ONE_WAY = frozenset(_TOLD) - {Predicate.REFERS_TO, Predicate.RECOGNISES, Predicate.CONFIRMS}


def told_as(relation: Predicate) -> str:
    """The relation in the past tense, between the later and the earlier."""
    return _TOLD[relation]
