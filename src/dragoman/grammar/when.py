"""The date that belongs to an act, not to the nearest verb.

"replaced the convention of 1907" -> None: 1907 is the date of the convention
"""

from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Token

from dragoman.edtf import bounds
from dragoman.grammar.clauses import clause_of
from dragoman.grammar.force import until_then
from dragoman.grammar.names import Names
from dragoman.languages.en import hedges
from dragoman.model import Certainty, Date, Kind, Predicate

# Done to a paper that was there before: its own date is not that of the act.
_DONE_TO_PAPERS = frozenset(
    {
        Predicate.ANNULMENT,
        Predicate.REFUSAL,
        Predicate.ACCEPTANCE,
        Predicate.RATIFICATION,
        Predicate.NON_RECOGNITION,
        Predicate.STATEMENT,
        Predicate.DEMAND,
        Predicate.NEGOTIATION,
    }
)


def date_of(trigger: Token, act: Predicate, names: Names) -> Date | None:
    """The date that belongs to the act: in its own clause, else that of the clause it hangs on."""
    dated = {
        i: mention.date
        for i, mentions in names.by_token.items()
        for mention in mentions
        if mention.kind == Kind.DATE
        and mention.date is not None
        and mention.date.edtf
        and mention.date.timex_type in ("DATE", "TIME")
    }
    if not dated:
        return None
    for clause in _clauses_above(trigger):
        found = [token for token in clause_of(clause) if token.i in dated]
        # "Replaced the convention of 1907" says when the convention was made, not when it was replaced.
        if act in _DONE_TO_PAPERS or clause is not trigger:
            found = [token for token in found if not _dates_a_paper(token, names) or _said_in(token, trigger, act)]
        found = [token for token in found if act == Predicate.STATEMENT or not _dates_a_source(token)]
        if found:
            date = dated[min((token.i for token in found), key=lambda i: (abs(i - trigger.i), i))]
            return _then(date) if until_then(trigger) else date
    return None


def _clauses_above(trigger: Token) -> Iterator[Token]:
    """The trigger, then the verbs it hangs on.

    "Declared in 1919 that Russia had violated": what had been done by then has another day than the saying.
    """
    yield trigger
    below = trigger
    for above in trigger.ancestors:
        had = any(child.dep_ == "aux" and child.lower_ == "had" for child in below.children)
        if had and below.dep_ == "ccomp" and above.lemma_.lower() in hedges.SAYING:
            return
        if above.pos_ in ("VERB", "AUX"):
            yield above
        below = above


def _said_in(token: Token, trigger: Token, act: Predicate) -> bool:
    """Whether it dates the paper that says so: "in his letter of 4 July he recalled" was on 4 July."""
    if act != Predicate.STATEMENT:
        return False
    ways = (above for above in token.ancestors if above.dep_ == "prep" and above.head == trigger)
    return any(way.lower_ in ("in", "by", "through") for way in ways)


def _dates_a_source(token: Token) -> bool:
    """Whether it dates whom or what we have it from: "according to a report of 1925"."""
    return any(above.lower_ == "according" for above in token.ancestors)


def _then(date: Date) -> Date:
    """ "Did not ratify until March 1879" dates the act itself."""
    edtf = date.edtf.removeprefix("../")
    return replace(date, edtf=edtf, earliest=bounds(edtf)[0], certainty=Certainty.SURE)


def _dates_a_paper(token: Token, names: Names) -> bool:
    """Whether a date belongs to the name of an instrument: "the convention of 1907"."""
    for above in (token, *token.ancestors):
        if above.dep_ == "prep" and above.lower_ == "of":
            return bool(names.instruments_at(above.head))
        if above.pos_ in ("VERB", "AUX"):
            return False
        if (
            above is not token
            and names.instruments_at(above)
            and token.dep_ in ("nummod", "npadvmod", "compound", "appos")
        ):
            return True
    return False
