"""Judging: what people decided, applied to what was drafted. A correction outlives a better reader or extractor.

    judged(testimonies, judgements).standing   -> testimonies with corrections in them and without what was rejected

A judgement finds its assertion by id; else by its anchor: the same words in the same account, the same words in an
account of that name, or the likeliest words there under the same predicate.
"""

from dragoman.judging.anchors import anchor_of, place_of
from dragoman.judging.bench import ABOUT_ASSERTIONS, LOG, Judged, in_force, judged, stands
from dragoman.judging.people import People, people_of
from dragoman.judging.slots import check, corrected, slots_of

__all__ = [
    "ABOUT_ASSERTIONS",
    "LOG",
    "Judged",
    "People",
    "anchor_of",
    "check",
    "corrected",
    "in_force",
    "judged",
    "people_of",
    "place_of",
    "slots_of",
    "stands",
]
