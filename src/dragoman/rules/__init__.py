"""The shelf of rules: a topic goes in, findings come out, each with its reasons.

    findings = [finding for find in RULES for finding in find(topic)]

To add one: a file with `find(topic)`, a line in RULES, a test.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from dragoman.model import Finding, Topic, Verdict
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


def once_each(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, in order, without a contradiction between two assertions that another rule has found too."""
    told = list(findings)
    told_by = [one for one in told if one.rule == "agreement" and one.verdict == Verdict.CONTRADICTED]
    surer = {frozenset(one.assertions) for one in told_by}
    return [
        one
        for one in told
        if one.verdict != Verdict.CONTRADICTED or one.rule == "agreement" or frozenset(one.assertions) not in surer
    ]
