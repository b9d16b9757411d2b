"""An assertion: what an account says, with who, when, how surely, on whose word, and the exact words.

"no treaty was signed" -> Assertion(SIGNATURE, participants=(instrument: treaty), polarity=NEG, …)
"""

from enum import StrEnum

import msgspec

from dragoman.model.date import Date
from dragoman.model.ids import AccountId
from dragoman.model.mention import Kind
from dragoman.model.text import Span


class Predicate(StrEnum):
    """What is asserted: one of twenty acts, or one of nine relations between instruments. Defined in `vocabulary`."""

    NEGOTIATION = "negotiation"
    DRAFT = "draft"
    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ENTRY_INTO_FORCE = "entry_into_force"
    ANNULMENT = "annulment"
    RECOGNITION = "recognition"
    NON_RECOGNITION = "non_recognition"
    TERRITORIAL_CLAIM = "territorial_claim"
    CESSION = "cession"
    OCCUPATION = "occupation"
    COMMITMENT = "commitment"
    DEMAND = "demand"
    REFUSAL = "refusal"
    ACCEPTANCE = "acceptance"
    STATEMENT = "statement"
    APPOINTMENT = "appointment"
    VIOLENCE = "violence"
    MEDIATION_OFFER = "mediation_offer"
    REGIME_CHANGE = "regime_change"
    BASED_ON = "based_on"
    AMENDS = "amends"
    CONFIRMS = "confirms"
    SUPERSEDES = "supersedes"
    ANNULS = "annuls"
    IMPLEMENTS = "implements"
    PART_OF = "part_of"
    RECOGNISES = "recognises"
    REFERS_TO = "refers_to"


RELATIONS = frozenset(
    {
        Predicate.BASED_ON,
        Predicate.AMENDS,
        Predicate.CONFIRMS,
        Predicate.SUPERSEDES,
        Predicate.ANNULS,
        Predicate.IMPLEMENTS,
        Predicate.PART_OF,
        Predicate.RECOGNISES,
        Predicate.REFERS_TO,
    }
)
ACTS = frozenset(set(Predicate) - RELATIONS)


class Role(StrEnum):
    """The part somebody or something has in an act; SUBJECT and OBJECT are the two ends of a relation."""

    AGENT = "agent"
    COUNTERPARTY = "counterparty"
    PARTY = "party"
    SIGNATORY = "signatory"
    DELEGATE = "delegate"
    APPOINTEE = "appointee"
    TARGET = "target"
    BENEFICIARY = "beneficiary"
    RECIPIENT = "recipient"
    SUPPORTER = "supporter"
    INSTRUMENT = "instrument"
    TERRITORY = "territory"
    PLACE = "place"
    BODY = "body"
    EVENT = "event"
    SUBJECT = "subject"
    OBJECT = "object"


class Polarity(StrEnum):
    """Whether the account says that it was so."""

    POS = "pos"
    NEG = "neg"
    PARTIAL = "partial"


class Modality(StrEnum):
    """Whether the account tells it as done or as something less."""

    ACTUAL = "actual"
    PROPOSED = "proposed"
    INTENDED = "intended"
    CONDITIONAL = "conditional"
    PREDICTED = "predicted"


class MarkKind(StrEnum):
    """What the marked words decided."""

    TRIGGER = "trigger"
    POLARITY = "polarity"
    MODALITY = "modality"
    ATTRIBUTION = "attribution"


class Mark(msgspec.Struct, frozen=True, gc=False):
    """Words that made the assertion what it is: the verb, the denial, the hedge, the verb of saying."""

    kind: MarkKind
    span: Span
    words: str


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """The exact words, and where they stand."""

    account: AccountId
    span: Span
    quote: str


class Participant(msgspec.Struct, frozen=True, gc=False):
    """Who or what has which part. `name` is what this account calls it, `span` the words at this spot.

    `span` is None where grammar alone supplies it (an elided subject, a term of a draft).
    """

    role: Role
    name: str
    span: Span | None = None
    kind: Kind | None = None


class Voice(msgspec.Struct, frozen=True, gc=False):
    """One link of the chain of telling: who says it, in what medium ("letter", "belief", ""), and with which words."""

    who: str
    medium: str = ""
    span: Span | None = None


class Attribution(msgspec.Struct, frozen=True, gc=False):
    """On whose word, outermost first. Empty means the author's own."""

    voices: tuple[Voice, ...] = ()

    @property
    def who(self) -> str:
        """The innermost speaker, or "author"."""
        return self.voices[-1].who if self.voices else "author"


AUTHOR = Attribution()


class Assertion(msgspec.Struct, frozen=True, gc=False):
    """What ONE account says, as drafted or as a person corrected it.

    `evidence` is never empty; its first quote is the clause itself, the others are what it leans on (an antecedent,
    a heading that gives the year). `found_by` names the hand ("rules", "reader", "rules+reader" or a person).
    `confidence` is 0 to 1.
    """

    id: str
    account: AccountId
    predicate: Predicate
    participants: tuple[Participant, ...]
    evidence: tuple[Evidence, ...]
    when: Date | None = None
    polarity: Polarity = Polarity.POS
    modality: Modality = Modality.ACTUAL
    attribution: Attribution = AUTHOR
    marks: tuple[Mark, ...] = ()
    subtype: str = ""
    found_by: str = "rules"
    confidence: float = 0.5

    @property
    def quote(self) -> str:
        """The words of the clause."""
        return self.evidence[0].quote

    @property
    def span(self) -> Span:
        """Where the clause stands."""
        return self.evidence[0].span

    def of(self, *roles: Role) -> tuple[Participant, ...]:
        """The participants in any of these roles, in the order of the text."""
        return tuple(p for p in self.participants if p.role in roles)
