"""Which acts can be one act told twice: as the same, as its kin, or as the form it took.

DRAFT ~ NEGOTIATION (kin)        relations RECOGNITION ~ APPOINTMENT of the envoy on that day (form)
"""

from dragoman.model import Assertion, Modality, Polarity, Predicate
from dragoman.model import Predicate as P

# One teller's word for what another calls otherwise.
_KIN = frozenset(
    frozenset(pair)
    for pair in (
        (P.SIGNATURE, P.NEGOTIATION),
        (P.SIGNATURE, P.ACCEPTANCE),
        (P.RATIFICATION, P.ACCEPTANCE),
        (P.RATIFICATION, P.REFUSAL),
        (P.RECOGNITION, P.NON_RECOGNITION),
        (P.ACCEPTANCE, P.REFUSAL),
        (P.COMMITMENT, P.REFUSAL),
        (P.COMMITMENT, P.ACCEPTANCE),
        (P.COMMITMENT, P.CESSION),
        (P.COMMITMENT, P.TERRITORIAL_CLAIM),
        (P.COMMITMENT, P.SIGNATURE),
        (P.RECOGNITION, P.ACCEPTANCE),
        (P.DEMAND, P.TERRITORIAL_CLAIM),
        (P.DEMAND, P.STATEMENT),
        (P.REFUSAL, P.NON_RECOGNITION),
        (P.OCCUPATION, P.VIOLENCE),
        (P.OCCUPATION, P.CESSION),
        (P.CESSION, P.REGIME_CHANGE),
        (P.CESSION, P.ACCEPTANCE),
        (P.VIOLENCE, P.REGIME_CHANGE),
        (P.ANNULMENT, P.NON_RECOGNITION),
        (P.ENTRY_INTO_FORCE, P.RATIFICATION),
    )
)
# The form in which something is done: relations begin when the envoy presents his letters, a war ends with a peace.
_FORMS = frozenset(
    frozenset(pair)
    for pair in (
        (P.RECOGNITION, P.APPOINTMENT),
        (P.RECOGNITION, P.SIGNATURE),
        (P.RECOGNITION, P.STATEMENT),
        (P.NON_RECOGNITION, P.STATEMENT),
        (P.NON_RECOGNITION, P.APPOINTMENT),
        (P.VIOLENCE, P.SIGNATURE),
        (P.VIOLENCE, P.STATEMENT),
        (P.ANNULMENT, P.STATEMENT),
    )
)
# To say it is to do it: the declaration that recognises is the recognition.
_DONE_BY_SAYING = frozenset(
    {P.RECOGNITION, P.NON_RECOGNITION, P.COMMITMENT, P.TERRITORIAL_CLAIM, P.ANNULMENT, P.REFUSAL, P.MEDIATION_OFFER}
)
_WIDE = frozenset({P.VIOLENCE, P.STATEMENT, P.DEMAND, P.NEGOTIATION, P.REFUSAL, P.APPOINTMENT})
FORM = 2.5
# How far apart in the text a statement and what it says, or an act and its form, may stand.
_NEAR = 250


def likeness_of_acts(first: Assertion, second: Assertion) -> tuple[float, str]:
    """How well the two acts can be one, with the reason; 0 if they cannot."""
    one, other = first.predicate, second.predicate
    if _says(first, second) or _says(second, first):
        return 2 * FORM, "one tells that it was said, the other what was said, and to say it is to do it"
    if one == other:
        return _same_act(first, second), f"both tell of {_words(one)}"
    if frozenset((one, other)) in _KIN:
        return 0.5, f"{_words(one)} and {_words(other)} may be one act"
    if frozenset((one, other)) in _FORMS and _same_day(first, second) and _ends_war(first, second):
        near = first.account == second.account and _gap(first, second) <= _NEAR
        return (FORM if near else 1.0), f"{_words(one)} and {_words(other)} of one day: an act and the form it took"
    return 0.0, ""


def _same_act(first: Assertion, second: Assertion) -> float:
    """Violence and statements are of many sorts: that two are such says less than that two are signatures."""
    score = 1.0 if first.predicate in _WIDE else 1.5
    if first.subtype and second.subtype:
        return score + 0.7 if first.subtype == second.subtype else score - 0.7
    return score


def _says(statement: Assertion, content: Assertion) -> bool:
    """Whether the second is what the first says, on the word of the same speaker."""
    if statement.predicate != Predicate.STATEMENT or content.predicate not in _DONE_BY_SAYING:
        return False
    if statement.account != content.account or content.modality != Modality.ACTUAL or content.polarity != Polarity.POS:
        return False
    if not content.attribution.voices or _gap(statement, content) > _NEAR:
        return False
    speaker = content.attribution.who.casefold()
    return any(speaker in p.name.casefold() or p.name.casefold() in speaker for p in statement.participants)


def _ends_war(first: Assertion, second: Assertion) -> bool:
    """A battle on the day of a treaty is no form of it; the end of a war is, and its declaration is of a statement."""
    for one, other in ((first, second), (second, first)):
        if one.predicate == P.VIOLENCE:
            return one.subtype == ("war_ended" if other.predicate == P.SIGNATURE else "declaration_of_war")
    return True


def _same_day(first: Assertion, second: Assertion) -> bool:
    one, other = first.when, second.when
    return one is not None and other is not None and one.edtf == other.edtf and one.earliest == one.latest is not None


def _gap(first: Assertion, second: Assertion) -> int:
    return max(0, first.span.start - second.span.end, second.span.start - first.span.end)


def _words(predicate: Predicate) -> str:
    return str(predicate).replace("_", " ")
