"""What things are: frozen values that import nothing of ours and do nothing.

from dragoman.model import Account, Assertion, Polarity

Frozen values form no circle, so `gc=False`: with thousands at hand the collector would look through them for a tenth of
a second, while a reader waits.
"""

from dragoman.model.account import Account, Passage, PassageRole, Provenance, Stated, Trust
from dragoman.model.assertion import (
    ACTS,
    AUTHOR,
    RELATIONS,
    Assertion,
    Attribution,
    Evidence,
    Mark,
    MarkKind,
    Modality,
    Participant,
    Polarity,
    Predicate,
    Role,
    Voice,
)
from dragoman.model.date import Basis, Calendar, Certainty, Date
from dragoman.model.errors import DragomanError
from dragoman.model.finding import Claimed, Finding, Verdict
from dragoman.model.ids import AccountId, digest
from dragoman.model.judgement import Anchor, Judgement, Ruling
from dragoman.model.lore import Hands, Known, Lore
from dragoman.model.mention import Instrument, InstrumentKind, Kind, Mention
from dragoman.model.placement import Placement, Shape
from dragoman.model.problem import Code, Level, Place, Problem
from dragoman.model.testimony import Testimony
from dragoman.model.text import Span
from dragoman.model.topic import Concordance, Heading, Member, Topic

__all__ = [
    "ACTS",
    "AUTHOR",
    "RELATIONS",
    "Account",
    "AccountId",
    "Anchor",
    "Assertion",
    "Attribution",
    "Basis",
    "Calendar",
    "Certainty",
    "Claimed",
    "Code",
    "Concordance",
    "Date",
    "DragomanError",
    "Evidence",
    "Finding",
    "Hands",
    "Heading",
    "Instrument",
    "InstrumentKind",
    "Judgement",
    "Kind",
    "Known",
    "Level",
    "Lore",
    "Mark",
    "MarkKind",
    "Member",
    "Mention",
    "Modality",
    "Participant",
    "Passage",
    "PassageRole",
    "Place",
    "Placement",
    "Polarity",
    "Predicate",
    "Problem",
    "Provenance",
    "Role",
    "Ruling",
    "Shape",
    "Span",
    "Stated",
    "Testimony",
    "Topic",
    "Trust",
    "Verdict",
    "Voice",
    "digest",
]
