"""Awards: one territory that two accounts give to different powers by one treaty or on one day.

    "ceded Rügen to Prussia" / "ceded Rügen to Sweden", both by the Treaty of Vienna -> CONTRADICTED, "beneficiary"

A territory may go from hand to hand, and be divided: nothing is said without one occasion, one whole and one giver.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

import msgspec

from dragoman.comparing import apart, date_of, in_its_own_voice, own, sides_of, sources_among, width, year_of
from dragoman.labels import Labels, names_of
from dragoman.model import (
    AccountId,
    Assertion,
    Finding,
    Heading,
    Kind,
    Modality,
    Polarity,
    Predicate,
    Role,
    Topic,
    Verdict,
    digest,
)
from dragoman.outcomes import RETENTION, of_a_part

_TAKERS = (Role.BENEFICIARY, Role.RECIPIENT)
_DOERS = (Role.AGENT, Role.PARTY, Role.SIGNATORY)
# Two days so far apart may be of one transfer; a whole year is of many.
_ONE_OCCASION = 31
# Of a territory of which everybody tells much, so many pairs are looked at.
_MOST = 500


class _Award(msgspec.Struct, frozen=True):
    """Who got a territory, from whom, by what, as one assertion has it."""

    said: Assertion
    takers: frozenset[str]
    givers: frozenset[str]
    instruments: frozenset[str]


def find(topic: Topic) -> Iterator[Finding]:
    """Awards of this territory that cannot both have been made."""
    if topic.heading.kind not in (Kind.PLACE, Kind.POLITY) or len(topic.heading.accounts) < 2:
        return
    awards = list(_awards(topic))
    told: dict[AccountId, list[_Award]] = defaultdict(list)
    for award in awards:
        told[award.said.account].append(award)
    across = (pair for pair in combinations(awards, 2) if pair[0].said.account != pair[1].said.account)
    shown: set[tuple[AccountId, AccountId]] = set()
    for first, second in islice(across, _MOST):
        between = (first.said.account, second.said.account)
        if between in shown or not _one_occasion(first, second):
            continue
        field, why = _differ(first, second, told)
        if field:
            shown.add(between)
            yield _finding(topic, first.said, second.said, field, why)


def _awards(topic: Topic) -> Iterator[_Award]:
    names, labels = names_of(topic.heading), Labels(topic.headings, topic.names)
    for one in sorted(topic.assertions, key=lambda each: (each.account, each.span, each.id)):
        if one.predicate != Predicate.CESSION or one.modality != Modality.ACTUAL or one.polarity != Polarity.POS:
            continue
        if not any(p.name in names[one.account] for p in one.of(Role.TERRITORY)) or not in_its_own_voice(one):
            continue
        if of_a_part(one):
            continue
        kept = one.subtype == RETENTION
        takers, givers = _sides(one, _DOERS if kept else _TAKERS), frozenset[str]() if kept else _sides(one, _DOERS)
        if takers and not takers & givers:
            yield _Award(one, takers, givers, frozenset(_papers(one, labels)))


def _papers(one: Assertion, labels: Labels) -> Iterator[str]:
    """The instruments it was done by, as the accounts together know them."""
    headings: Sequence[Heading | None] = [labels.heading(one.account, p.name) for p in one.of(Role.INSTRUMENT)]
    return (each.id for each in headings if each is not None and len(each.accounts) > 1)


def _one_occasion(first: _Award, second: _Award) -> bool:
    if first.instruments & second.instruments:
        return True
    one, other = date_of(first.said), date_of(second.said)
    if not (own(one) and own(other)) or apart(one, other):
        return False
    widths = width(one), width(other)
    return None not in widths and max(w or 0 for w in widths) <= _ONE_OCCASION


def _differ(first: _Award, second: _Award, told: dict[AccountId, list[_Award]]) -> tuple[str, str]:
    """In which slot they exclude each other and why; two empty words where they do not."""
    if first.takers & second.givers and second.takers & first.givers:
        return "direction", "who gives in one account takes in the other, on one occasion"
    if first.givers and second.givers and not first.givers & second.givers:
        return "", ""
    ones, others = (_all_takers(told[each.said.account]) for each in (first, second))
    if ones & others:
        return "", ""
    return "beneficiary", "each account has it go to another power, on one occasion"


def _all_takers(awards: Sequence[_Award]) -> frozenset[str]:
    """All to whom an account has the territory go: what was divided went to several."""
    return frozenset().union(*(each.takers for each in awards))


def _sides(one: Assertion, roles: tuple[Role, ...]) -> frozenset[str]:
    days = date_of(one)
    year = year_of(days.earliest) if days is not None and days.earliest is not None else None
    return frozenset().union(*(sides_of(p.name, year) for p in one.of(*roles)))


def _finding(topic: Topic, first: Assertion, second: Assertion, field: str, why: str) -> Finding:
    words = (first.quote, second.quote)
    return Finding(
        id=digest("awards", topic.heading.id, *sorted((first.id, second.id)), field),
        rule="awards",
        verdict=Verdict.CONTRADICTED,
        topic=topic.heading.id,
        sentence=f"{topic.heading.label}: “{words[0]}” in one account, “{words[1]}” in the other",
        assertions=(first.id, second.id),
        reasons=(*topic.heading.reasons, why),
        field=field,
        words=words,
        sources=sources_among(topic, {first.account, second.account}),
        confidence=min(first.confidence, second.confidence),
    )
