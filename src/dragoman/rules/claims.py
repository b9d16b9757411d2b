"""Claims: the ledger of a territory: who claimed, held, was awarded or renounced it, by what, when, and who says so.

    ledger_of(topic) -> (Entry("claimed", "Soviet Armenia", …), Entry("accepted", "Turkey", …))

Claims that exclude each other are competing claims, never contradictions: both may have been made.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median_low

import msgspec

from dragoman.comparing import bounded, date_of, sources_among, year_of
from dragoman.labels import Labels
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

# What each act makes of a territory, and for whom: the first of these roles that is filled.
_FOR_WHOM = (Role.BENEFICIARY, Role.RECIPIENT)
_ACTS = {
    Predicate.TERRITORIAL_CLAIM: ("claimed", (Role.BENEFICIARY, Role.AGENT)),
    Predicate.DEMAND: ("demanded", (Role.BENEFICIARY, Role.PLACE)),
    Predicate.CESSION: ("awarded", _FOR_WHOM),
    Predicate.OCCUPATION: ("held", (Role.AGENT, Role.PARTY)),
    Predicate.RECOGNITION: ("recognised", (Role.BENEFICIARY, Role.TARGET)),
    Predicate.ACCEPTANCE: ("accepted", (Role.BENEFICIARY, Role.TARGET)),
    Predicate.COMMITMENT: ("promised", (Role.BENEFICIARY,)),
}
_LESS = {
    Modality.PROPOSED: "proposed: ",
    Modality.INTENDED: "intended: ",
    Modality.CONDITIONAL: "on a condition: ",
    Modality.PREDICTED: "expected: ",
}
_WANTED = frozenset({"claimed", "demanded", "recognised", "accepted", "promised"})


class Entry(msgspec.Struct, frozen=True):
    """One line of the ledger, as one account has it. `earliest` None: the account gives no time.

    `dated_by` says whose date it is where the account gives none for the act: that of the instrument that did it.
    """

    what: str
    holder: str
    said: Assertion
    instruments: tuple[str, ...] = ()
    earliest: int | None = None
    latest: int | None = None
    dated_by: str = ""


def find(topic: Topic) -> Iterator[Finding]:
    """The ledger of this territory, and the claims in it that exclude each other."""
    if topic.heading.kind not in (Kind.PLACE, Kind.POLITY):
        return
    entries = ledger_of(topic)
    wanted = [entry for entry in entries if is_wanted(entry)]
    holders = sorted({entry.holder for entry in wanted})
    if len(holders) > 1:
        yield _competing(topic, wanted, holders)


def is_wanted(entry: Entry) -> bool:
    """Whether it is a claim, or what would be one: a proposed award is claimed for whom it would go to."""
    *less, what = entry.what.split(": ")
    return what in _WANTED or (what == "awarded" and bool(less))


def ledger_of(
    topic: Topic, since: int | None = None, until: int | None = None, labels: Labels | None = None
) -> tuple[Entry, ...]:
    """The entries between two days, the dated ones in order of time, then the others in that of the accounts.

    `labels` know more than the topic does: what year an account is about, who speaks for whom.
    """
    names: dict[AccountId, set[str]] = defaultdict(set)
    for member in topic.heading.members:
        names[member.account].add(member.name)
    labels = labels or Labels(topic.headings, topic.names, years=_years(topic))
    entries = [
        entry
        for one in topic.assertions
        if one.polarity != Polarity.NEG and any(p.name in names[one.account] for p in one.of(Role.TERRITORY))
        for entry in _entries(one, frozenset(names[one.account]), labels)
        if _between(entry, since, until)
    ]
    return tuple(
        sorted(
            entries,
            key=lambda entry: (entry.earliest is None, entry.earliest or 0, entry.said.account, entry.said.span),
        )
    )


def _years(topic: Topic) -> dict[AccountId, int]:
    """The year in the middle of what each account tells here, for what it tells without a date."""
    told: dict[AccountId, list[int]] = defaultdict(list)
    for one in topic.assertions:
        days = bounded(date_of(one))
        if days is not None:
            told[one.account].append(year_of(days[0]))
    everybody = [year for years in told.values() for year in years]
    everybody += [year_of(one.earliest) for one in topic.headings if not told and one.earliest is not None]
    middle = {account: median_low(years) for account, years in told.items()}
    accounts = {one.account for one in topic.assertions}
    return {account: middle.get(account) or median_low(everybody) for account in accounts} if everybody else {}


def _between(entry: Entry, since: int | None, until: int | None) -> bool:
    late = since is None or entry.latest is None or entry.latest >= since
    return late and (until is None or entry.earliest is None or entry.earliest <= until)


def _entries(one: Assertion, names: frozenset[str], labels: Labels) -> Iterator[Entry]:
    if one.predicate not in _ACTS:
        return
    what, roles = _ACTS[one.predicate]
    less = _LESS.get(one.modality, "")
    instruments = tuple(p.name for p in one.of(Role.INSTRUMENT))
    earliest, latest, dated_by = _time(one, labels)
    for holder in _holders(one, names, labels, roles):
        yield Entry(less + what, holder, one, instruments, earliest, latest, dated_by)
    if one.predicate == Predicate.CESSION and one.of(*_FOR_WHOM):
        for loser in _names(one, names, labels, (Role.AGENT,)):
            yield Entry(less + "renounced", loser, one, instruments, earliest, latest, dated_by)


def _time(one: Assertion, labels: Labels) -> tuple[int | None, int | None, str]:
    """When it was done; what an instrument does, and no other day is told for, it does on its own."""
    days = bounded(date_of(one))
    if days is not None:
        return (*days, "")
    for instrument in one.of(Role.INSTRUMENT)[:1]:
        heading = labels.heading(one.account, instrument.name)
        if heading is not None and heading.earliest is not None and heading.latest is not None:
            return heading.earliest, heading.latest, f"of the date of {heading.label}"
    return None, None, ""


def _holders(one: Assertion, names: frozenset[str], labels: Labels, roles: Sequence[Role]) -> list[str]:
    for role in roles:
        found = _names(one, names, labels, (role,))
        if found:
            return found
    return []


def _names(one: Assertion, names: frozenset[str], labels: Labels, roles: Sequence[Role]) -> list[str]:
    """The powers in these roles, by one name each; who is no power keeps the name of the account."""
    return list(dict.fromkeys(labels.of(one, p.name) for p in one.of(*roles) if p.name not in names))


def _competing(topic: Topic, entries: Sequence[Entry], holders: Sequence[str]) -> Finding:
    """One finding for the territory, whatever the number of claims: who wants it, and who says so."""
    names = dict(topic.names)
    shown = {entry.holder: entry for entry in reversed(entries)}
    said = tuple(dict.fromkeys(entry.said.id for entry in entries))
    accounts = {entry.said.account for entry in entries}
    return Finding(
        id=digest("claims", topic.heading.id, *said),
        rule="claims",
        verdict=Verdict.COMPETING_CLAIMS,
        topic=topic.heading.id,
        sentence=f"{topic.heading.label} is claimed for {', '.join(holders[:-1])} and {holders[-1]}",
        assertions=said,
        reasons=(
            *(
                f"{shown[h].what} for {h}, says {names.get(shown[h].said.account, '')}: “{shown[h].said.quote}”"
                for h in holders
            ),
            "claims that exclude each other may both have been made: that is no contradiction",
        ),
        field="holder",
        words=tuple(shown[holder].said.quote for holder in holders),
        sources=sources_among(topic, accounts),
        confidence=min(entry.said.confidence for entry in entries),
    )
