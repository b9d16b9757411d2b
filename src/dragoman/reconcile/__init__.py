"""Who is who across accounts: testimonies become a concordance, with the reasons for every join.

    concordance = reconcile(testimonies, pairings)
    topics = topics_of(testimonies, concordance)

Only this room knows more than one account at a time. A person's SAME and DIFFERENT overrule everything here.
"""

from collections.abc import Sequence

from dragoman.model import Concordance, Judgement, Testimony
from dragoman.reconcile.events import events_of
from dragoman.reconcile.names import things_of
from dragoman.reconcile.topics import topics_of

__all__ = ["reconcile", "topics_of"]


def reconcile(testimonies: Sequence[Testimony], pairings: Sequence[Judgement] = ()) -> Concordance:
    """The headings of all names, then those of the acts that several accounts tell."""
    things = things_of(testimonies, pairings)
    return Concordance((*things, *events_of(testimonies, things, pairings)))
