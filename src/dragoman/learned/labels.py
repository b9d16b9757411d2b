"""What the learned reader can say: the order of these tuples is the order of its outputs; append, never reorder.

ACTS[12] == "demand"
"""

ACTS = (
    "negotiation",
    "draft",
    "signature",
    "ratification",
    "entry_into_force",
    "annulment",
    "recognition",
    "non_recognition",
    "territorial_claim",
    "cession",
    "occupation",
    "commitment",
    "demand",
    "refusal",
    "acceptance",
    "statement",
    "appointment",
    "violence",
    "mediation_offer",
    "regime_change",
)
ROLES = (
    "agent",
    "counterparty",
    "party",
    "signatory",
    "delegate",
    "appointee",
    "target",
    "beneficiary",
    "recipient",
    "supporter",
    "instrument",
    "territory",
    "place",
    "body",
    "event",
)
POLARITIES = ("pos", "neg", "partial")
MODALITIES = ("actual", "proposed", "intended", "conditional", "predicted")

BEFORE = 44  # words before a trigger in which its roles, clause, date and source are looked for
AFTER = 31
