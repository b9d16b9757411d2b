"""A finding: what we conclude from a topic, always with its reasons.

Finding(rule="lineage", verdict=CONTRADICTED, field="lineage direction", assertions=(a1, b1), reasons=(…))
"""

from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """What comes out of laying accounts side by side. The last eight look like contradictions and are none."""

    CONTRADICTED = "contradicted"
    IMPOSSIBLE = "impossible"
    CORROBORATED = "corroborated"
    REFINED = "refined"
    COMPLEMENTED = "complemented"
    SINGLE_SOURCED = "single-sourced"
    STANDING = "standing"
    NOTE = "note"
    OPPOSED_POSITIONS = "opposed positions"
    COMPETING_CLAIMS = "competing claims"
    LATER_CHANGE = "later change"
    OTHER_SCOPE = "other scope"
    PLAN_AND_OUTCOME = "plan and outcome"
    REPORTED_BELIEF = "reported belief"
    OTHER_LEVEL = "other level"
    OTHER_CALENDAR = "other calendar"


class Finding(msgspec.Struct, frozen=True, gc=False):
    """What we conclude, never what an account says.

    `topic` is the heading it is about; `field` the slot that agrees or differs ("date", "lineage direction");
    `assertions` the ids of what it rests on; `words` for each of them the words that differ or agree;
    `sentence` says it to a reader; `reasons` say why, one step each; `sources` counts independent sources.
    """

    id: str
    rule: str
    verdict: Verdict
    topic: str
    sentence: str
    assertions: tuple[str, ...]
    reasons: tuple[str, ...]
    field: str = ""
    words: tuple[str, ...] = ()
    sources: int = 1
    confidence: float = 0.5


class Claimed(msgspec.Struct, frozen=True, gc=False):
    """One line of the ledger of a territory (by the id of its heading), as one assertion has it.

    `earliest` is the day from which it is told, None where the account gives no time; `dated_by` says whose day it is
    where it is not the act's own.
    """

    heading: str
    what: str
    holder: str
    assertion: str
    earliest: int | None = None
    dated_by: str = ""
