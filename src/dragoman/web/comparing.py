"""Accounts side by side: what several of them tell, aligned by event, then what each tells alone.

comparison_of(shelves, accounts, Filters(first=1920)).rows[0] -> Row(heading, cells=((side,), (side,)), verdicts=…)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from dragoman.model import Account, AccountId, Assertion, DragomanError, Finding, Heading, Kind, Member, Role, Verdict
from dragoman.web.opening import weight
from dragoman.web.room import Shelves
from dragoman.web.telling import Case, Side, cases_of, side_of
from dragoman.web.wording import VERDICT_ORDER

# More columns than these cannot be read on a page.
MOST_ACCOUNTS = 4
ROWS = 60
ALONE = 40
_GRAVE = {verdict: place for place, verdict in enumerate(VERDICT_ORDER)}
_ALIKE = (Verdict.CORROBORATED, Verdict.SINGLE_SOURCED, Verdict.STANDING)
_ACTORS = (Kind.POLITY, Kind.BODY, Kind.PERSON)


class Filters(msgspec.Struct, frozen=True):
    """What is looked for. `actor`, `place` and `instrument` are ids of headings, `first` and `last` years."""

    verdict: str = ""
    actor: str = ""
    place: str = ""
    instrument: str = ""
    first: int | None = None
    last: int | None = None

    @property
    def any(self) -> bool:
        """Whether anything is looked for at all."""
        return self != Filters()


class Row(msgspec.Struct, frozen=True):
    """One event as each account tells it; `parting` has for each telling the slots in which it parts from another.

    `sources` counts the accounts that tell it and do not depend on each other.
    """

    heading: Heading
    cells: tuple[tuple[Side, ...], ...]
    findings: tuple[Finding, ...]
    parting: dict[str, set[str]]
    sources: int


class Choice(msgspec.Struct, frozen=True):
    """A heading that can be looked for, and how often it is named in these accounts."""

    id: str
    label: str
    times: int


class Comparison(msgspec.Struct, frozen=True):
    """Accounts laid side by side; `between` are the contradictions that rest on two of them or more."""

    accounts: tuple[Account, ...]
    filters: Filters
    between: tuple[Case, ...]
    rows: tuple[Row, ...]
    total: int
    alone: tuple[tuple[Assertion, ...], ...]
    verdicts: tuple[tuple[str, int], ...]
    actors: tuple[Choice, ...]
    places: tuple[Choice, ...]
    instruments: tuple[Choice, ...]


def comparison_of(shelves: Shelves, accounts: Sequence[Account], filters: Filters) -> Comparison:
    """The accounts laid side by side, as far as the filters ask."""
    chosen = tuple(accounts)
    for one in chosen:
        shelves.lay_ready(one.id)
    between = shelves.dossier.weighed.between([shelves.places[one.id] for one in chosen])
    wanted = _Wanted(shelves, filters)
    every = tuple(_shared(shelves, chosen, between))
    rows = sorted((one for one in every if wanted.row(one)), key=_by_date)
    named = _named(shelves, chosen)
    told = {each.id for one in every for tellings in one.told for each in tellings}
    grave = [
        one for one in between if one.verdict in (Verdict.CONTRADICTED, Verdict.IMPOSSIBLE) and wanted.finding(one)
    ]
    return Comparison(
        accounts=chosen,
        filters=filters,
        between=cases_of(shelves, sorted(grave, key=weight)),
        rows=tuple(_row(shelves, chosen, one) for one in rows[:ROWS]),
        total=len(rows),
        alone=tuple(tuple(_alone(shelves, account, told, wanted)) for account in chosen),
        verdicts=_counted(between),
        actors=_choices(named, _ACTORS),
        places=_choices(named, (Kind.PLACE, Kind.POLITY)),
        instruments=_choices(named, (Kind.INSTRUMENT,)),
    )


def filters_of(asked: Mapping[str, str]) -> Filters:
    """The filters in an address; a DragomanError for one that cannot be."""
    verdict = asked.get("verdict", "")
    if verdict and verdict not in tuple(Verdict):
        raise DragomanError(f"there is no verdict {verdict!r}: choose one from the page side by side")
    return Filters(
        verdict=verdict,
        actor=asked.get("actor", ""),
        place=asked.get("place", ""),
        instrument=asked.get("instrument", ""),
        first=_year(asked.get("from", "")),
        last=_year(asked.get("to", "")),
    )


def _year(typed: str) -> int | None:
    typed = typed.strip()
    if not typed:
        return None
    if not (typed.isdecimal() and 1 <= int(typed) <= 9999):
        raise DragomanError(f"{typed!r} is no year: write it like 1920")
    return int(typed)


def most_at_odds(shelves: Shelves) -> tuple[str, ...]:
    """The two accounts that contradict each other most, by id; none where no two do."""
    return shelves.dossier.weighed.most_at_odds()


# ---- what is looked for ----------------------------------------------------------------------------------------------


class _Wanted:
    """Whether an assertion, a finding or a row is among what the filters ask for."""

    def __init__(self, shelves: Shelves, filters: Filters) -> None:
        self._shelves, self._filters = shelves, filters
        self._ids = [one for one in (filters.actor, filters.place, filters.instrument) if one]
        first, last = filters.first or 1, filters.last or 9999
        self._days = (date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal())
        self._dated = filters.first is not None or filters.last is not None

    def assertion(self, one: Assertion) -> bool:
        if not self._ids:
            return not self._dated or self._in_time(one)
        names = {heading.id for part in one.participants if (heading := self._heading(one, part.name))}
        return all(wanted in names for wanted in self._ids) and (not self._dated or self._in_time(one))

    def finding(self, one: Finding) -> bool:
        told = [each for each in map(self._shelves.assertions.get, one.assertions) if each]
        return self._verdict(one) and any(self.assertion(each) for each in told)

    def row(self, row: "_Shared") -> bool:
        if self._filters.verdict and not any(self._verdict(one) for one in row.findings):
            return False
        return any(self.assertion(one) for tellings in row.told for one in tellings)

    def alone(self, one: Assertion) -> bool:
        if not self.assertion(one):
            return False
        return not self._filters.verdict or any(map(self._verdict, self._shelves.findings_on.get(one.id, ())))

    def _verdict(self, one: Finding) -> bool:
        return not self._filters.verdict or one.verdict == self._filters.verdict

    def _heading(self, one: Assertion, name: str) -> Heading | None:
        return self._shelves.heading_of.get(Member(one.account, name))

    def _in_time(self, one: Assertion) -> bool:
        """Whether the account may mean a day in these years; what has no date is in none."""
        if one.when is None or (one.when.earliest is None and one.when.latest is None):
            return False
        first, last = self._days
        earliest, latest = one.when.earliest, one.when.latest
        return (earliest is None or earliest <= last) and (latest is None or latest >= first)


# ---- rows ------------------------------------------------------------------------------------------------------------


class _Shared(NamedTuple):
    """An event that several accounts tell: what each tells of it, and the findings between them."""

    event: Heading
    told: tuple[tuple[Assertion, ...], ...]
    findings: tuple[Finding, ...]


def _shared(shelves: Shelves, accounts: Sequence[Account], between: Sequence[Finding]) -> Iterator[_Shared]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in between:
        for assertion in finding.assertions:
            found[assertion].append(finding)
    for event, by_account in _events(shelves, accounts):
        told = tuple(tuple(sorted(by_account.get(account.id, ()), key=lambda one: one.id)) for account in accounts)
        if sum(1 for one in told if one) > 1:
            here = {one.id: one for tellings in told for each in tellings for one in found.get(each.id, ())}
            yield _Shared(event, told, tuple(sorted(here.values(), key=lambda one: _GRAVE[one.verdict])))


def _events(shelves: Shelves, accounts: Sequence[Account]) -> Iterator[tuple[Heading, dict[str, list[Assertion]]]]:
    """The events that any of these accounts tells, each with its tellings in each of them."""
    events: dict[str, Heading] = {}
    told: dict[str, dict[str, list[Assertion]]] = defaultdict(lambda: defaultdict(list))
    for account in accounts:
        for one in shelves.assertions_in.get(account.id, ()):
            event = shelves.heading_of.get(Member(one.account, one.id))
            if event and event.kind is Kind.EVENT and shelves.stands(one):
                events[event.id] = event
                told[event.id][account.id].append(one)
    return ((event, told[ident]) for ident, event in events.items())


def _row(shelves: Shelves, accounts: Sequence[Account], shared: _Shared) -> Row:
    words: dict[str, str] = {}
    parting: dict[str, set[str]] = defaultdict(set)
    for finding in shared.findings:
        for assertion, said in zip(finding.assertions, finding.words, strict=False):
            # Of the act itself the words are the whole quote: then what it turns on is marked.
            if finding.field != "act":
                words.setdefault(assertion, said)
                parting[assertion].update([finding.field] if finding.verdict not in _ALIKE else [])
    cells = tuple(tuple(side_of(shelves, one, words.get(one.id, "")) for one in tellings) for tellings in shared.told)
    telling = [account.id for account, tellings in zip(accounts, shared.told, strict=True) if tellings]
    sources = _sources(shelves, shared.event, telling)
    return Row(shared.event, cells, tuple(_once(shared.findings)), dict(parting), sources)


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each verdict on each slot once, the first of them."""
    seen: set[tuple[str, str]] = set()
    for one in findings:
        if (one.verdict, one.field) not in seen:
            seen.add((one.verdict, one.field))
            yield one


def _sources(shelves: Shelves, event: Heading, telling: Sequence[AccountId]) -> int:
    """How many of the accounts that tell it do not depend on each other."""
    topics = shelves.dossier.independent_on(event.id)
    group_of = {account: number for number, group in enumerate(topics) for account in group}
    return len({group_of.get(account, account) for account in telling})


def _alone(shelves: Shelves, account: Account, told: set[str], wanted: _Wanted) -> Iterator[Assertion]:
    for one in shelves.assertions_in.get(account.id, ()):
        if one.id not in told and shelves.stands(one) and wanted.alone(one):
            yield one


def _counted(findings: Iterable[Finding]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = defaultdict(int)
    for one in findings:
        counts[one.verdict.value] += 1
    return tuple((one.value, counts[one.value]) for one in VERDICT_ORDER if one.value in counts)


def _named(shelves: Shelves, accounts: Sequence[Account]) -> list[tuple[Heading, int]]:
    """What these accounts name, most spoken of first, and how often."""
    times: dict[str, int] = defaultdict(int)
    known: dict[str, Heading] = {}
    for account in accounts:
        for one in shelves.assertions_in.get(account.id, ()):
            names = {part.name for part in one.participants if part.role is not Role.EVENT}
            found = {name: shelves.heading_of.get(Member(one.account, name)) for name in names}
            here = {heading.id: heading for heading in found.values() if heading}
            known.update(here)
            for ident in here:
                times[ident] += 1
    return sorted(((known[one], n) for one, n in times.items()), key=lambda pair: (-pair[1], pair[0].label))


def _choices(named: Iterable[tuple[Heading, int]], kinds: Iterable[Kind]) -> tuple[Choice, ...]:
    chosen = [Choice(one.id, one.label, times) for one, times in named if one.kind in kinds]
    return tuple(chosen[:120])


def _by_date(row: _Shared) -> tuple[bool, int]:
    """By the heading's date, else by the first date told; what has none comes last."""
    dates = (one.when for tellings in row.told for one in tellings if one.when)
    told = [date.earliest for date in dates if date.earliest is not None]
    known = row.event.earliest if row.event.earliest is not None else min(told, default=None)
    return known is None, known or 0
