"""Answers: what a power did with a paper that was put before it, where two accounts give it opposite answers.

    "the assembly rejected the plan" / "the assembly ratified the plan"  -> CONTRADICTED, "outcome"

Whoever refuses today may sign tomorrow: nothing is said where an account tells of both, or where the days lie apart.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import msgspec

from dragoman.comparing import apart, date_of, doers_of, in_its_own_voice, sources_among
from dragoman.labels import names_of
from dragoman.languages.en.likeness import PARLIAMENTS
from dragoman.model import (
    AccountId,
    Assertion,
    Finding,
    Kind,
    Modality,
    Polarity,
    Predicate,
    Role,
    Topic,
    Verdict,
    digest,
)
from dragoman.outcomes import for_ever

_DONE = frozenset({Predicate.RATIFICATION, Predicate.ACCEPTANCE, Predicate.SIGNATURE})
_NOUNS = {
    Predicate.RATIFICATION: "ratified it",
    Predicate.ACCEPTANCE: "accepted it",
    Predicate.SIGNATURE: "signed it",
    Predicate.COMMITMENT: "joined it",
}


class _Answer(msgspec.Struct, frozen=True):
    """What one assertion has its doers do with the paper."""

    said: Assertion
    yes: bool
    doers: frozenset[str]


def find(topic: Topic) -> Iterator[Finding]:
    """Opposite answers of one power about this instrument, one for each two accounts."""
    if topic.heading.kind != Kind.INSTRUMENT or len(topic.heading.accounts) < 2:
        return
    told: dict[AccountId, list[_Answer]] = defaultdict(list)
    for answer in _answers(topic):
        told[answer.said.account].append(answer)
    accounts = sorted(told)
    for i, one in enumerate(accounts):
        for other in accounts[i + 1 :]:
            found = next(
                (pair for pair in product(told[one], told[other]) if _opposite(*pair, told[one], told[other])), None
            )
            if found is not None:
                yield _finding(topic, found[0].said, found[1].said)


def _answers(topic: Topic) -> Iterator[_Answer]:
    names = names_of(topic.heading)
    for one in sorted(topic.assertions, key=lambda each: (each.account, each.span, each.id)):
        if one.modality != Modality.ACTUAL or one.polarity == Polarity.PARTIAL or not in_its_own_voice(one):
            continue
        papers = [p.name for p in one.of(Role.INSTRUMENT, Role.TARGET) if p.name in names.get(one.account, ())]
        # What is refused under a treaty is not the treaty.
        if not papers or len(one.of(Role.INSTRUMENT)) > 1:
            continue
        refused = one.predicate == Predicate.REFUSAL and one.polarity == Polarity.POS
        denied = one.predicate in _DONE and one.polarity == Polarity.NEG and for_ever(one)
        joined = one.predicate == Predicate.COMMITMENT and one.subtype == "accession"
        done = (one.predicate in _DONE or joined) and one.polarity == Polarity.POS
        # A man or a body of whom nothing says for whom he acts is who he is.
        named = frozenset(f"“{p.name.casefold()}”" for p in one.of(Role.AGENT) if p.kind in (Kind.PERSON, Kind.BODY))
        doers = doers_of(one) or named
        if doers and (refused or denied or done):
            yield _Answer(one, done, doers)


def _opposite(first: _Answer, second: _Answer, ones: list[_Answer], others: list[_Answer]) -> bool:
    if first.yes == second.yes or first.doers != second.doers or _is_one_act(first.said, second.said):
        return False
    if not _stages_match(first.said, second.said) or apart(date_of(first.said), date_of(second.said)):
        return False
    return _always(ones, first) and _always(others, second)


def _is_one_act(first: Assertion, second: Assertion) -> bool:
    """Whether they tell of one act, affirmed here and denied there: agreement compares these."""
    return first.predicate == second.predicate


def _always(answers: list[_Answer], answer: _Answer) -> bool:
    """Whether the account never has this power answer otherwise."""
    return all(each.yes == answer.yes for each in answers if each.doers <= answer.doers or each.doers >= answer.doers)


def _stages_match(first: Assertion, second: Assertion) -> bool:
    """An envoy signs what a parliament then rejects: only what is done by the same hand is opposite."""
    one, other = (_bodies(each) for each in (first, second))
    if one or other:
        return one == other or (bool(one) and bool(other))
    return Predicate.SIGNATURE not in (first.predicate, second.predicate)


def _bodies(one: Assertion) -> frozenset[str]:
    names = (each.name.casefold().split() for each in one.of(Role.AGENT, Role.BODY))
    return frozenset(word for words in names for word in words) & PARLIAMENTS


def _finding(topic: Topic, first: Assertion, second: Assertion) -> Finding:
    done = first if first.predicate in _NOUNS and first.polarity == Polarity.POS else second
    words = (first.quote, second.quote)
    return Finding(
        id=digest("answers", topic.heading.id, *sorted((first.id, second.id))),
        rule="answers",
        verdict=Verdict.CONTRADICTED,
        topic=topic.heading.id,
        sentence=f"{topic.heading.label}: “{words[0]}” in one account, “{words[1]}” in the other",
        assertions=(first.id, second.id),
        reasons=(
            *topic.heading.reasons,
            f"one account has the same power refuse it, the other says that it {_NOUNS[done.predicate]}",
        ),
        field="outcome",
        words=words,
        sources=sources_among(topic, {first.account, second.account}),
        confidence=min(first.confidence, second.confidence),
    )
