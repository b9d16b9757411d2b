"""A judgement: what a person decided, with an anchor that outlives better readers and extractors.

Judgement(ruling=CORRECT, target="assertion id", changes=(("when", "1920-12-03"),), anchor=Anchor(…), who="M. K.")
"""

from enum import StrEnum

import msgspec

from dragoman.model.ids import AccountId


class Ruling(StrEnum):
    """What a person can decide. SAME and DIFFERENT are about two names or two tellings."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    SAME = "same"
    DIFFERENT = "different"
    ADD = "add"
    UNDO = "undo"


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """Where a judged assertion stood: enough to find it again when ids have changed.

    `slots` are (slot, value) pairs of the assertion as it was judged.
    """

    account: AccountId
    account_name: str
    quote: str
    before: str
    after: str
    slots: tuple[tuple[str, str], ...]


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """One decision. `at` is ISO 8601 in UTC. `changes` are (slot, value) pairs: "when" takes EDTF,

    "predicate", "polarity", "modality", "attribution" a value of theirs, "participant:ROLE" a name.
    For SAME and DIFFERENT `target` and `other` are ids of headings' members or of assertions.
    For UNDO `target` is the id of the judgement undone.
    """

    id: str
    at: str
    who: str
    ruling: Ruling
    target: str
    anchor: Anchor | None = None
    other: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    note: str = ""
