"""Words that name something, and the register of an account's instruments.

"the Treaty of Alexandropol" -> Mention(kind=INSTRUMENT, name="Treaty of Alexandropol")
"""

from enum import StrEnum

import msgspec

from dragoman.model.date import Date
from dragoman.model.text import Span


class Kind(StrEnum):
    """What sort of thing is named."""

    PERSON = "person"
    BODY = "body"
    POLITY = "polity"
    PLACE = "place"
    INSTRUMENT = "instrument"
    EVENT = "event"
    DATE = "date"

    @property
    def acts(self) -> bool:
        """Whether a thing of this kind can do something of its own accord."""
        return self in (Kind.PERSON, Kind.BODY, Kind.POLITY)


class Mention(msgspec.Struct, frozen=True, gc=False):
    """Words that name something. `name` is what it is called in this account (the fullest form it has there).

    `antecedent` is set when the words only point ("this agreement", "it", "he"): it is where the name itself stands.
    `date` is set for Kind.DATE only. `why` names the table or pattern that found it.
    """

    span: Span
    kind: Kind
    name: str
    antecedent: Span | None = None
    date: Date | None = None
    why: str = ""


class InstrumentKind(StrEnum):
    """The sorts of instruments; the noun of each is in `languages`."""

    TREATY = "treaty"
    CONVENTION = "convention"
    AGREEMENT = "agreement"
    PACT = "pact"
    DRAFT = "draft"
    PROTOCOL = "protocol"
    ARMISTICE = "armistice"
    DECLARATION = "declaration"
    LETTER = "letter"
    ACT = "act"
    OTHER = "other"


class Instrument(msgspec.Struct, frozen=True, gc=False):
    """An instrument as ONE account knows it: a line in the register of that account.

    `dated` is its date where the account gives one; `mentions` are all the words that name it or point to it.
    """

    name: str
    kind: InstrumentKind
    aliases: tuple[str, ...] = ()
    dated: Date | None = None
    parties: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
