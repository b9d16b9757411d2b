"""The shelf of rules: a topic goes in, findings come out, each with its reasons.

    findings = [finding for find in RULES for finding in find(topic)]

To add one: a file with `find(topic)`, a line in RULES, a test.
"""

from collections.abc import Callable, Iterator, Sequence

from dragoman.model import Finding, Topic
from dragoman.rules import agreement, answers, awards, chronology, claims, law, lineage, positions, standing

RULES: Sequence[Callable[[Topic], Iterator[Finding]]] = (
    lineage.find,
    chronology.find,
    agreement.find,
    claims.find,
    awards.find,
    answers.find,
    positions.find,
    standing.find,
    law.find,
)
