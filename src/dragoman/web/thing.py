"""All that is said of one thing: by act, by account or by its part in it, with what it rests on and what rests on it.

thing_of(shelves, heading, by="act").said -> (Group("signature", …, sides), …)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.model import (
    RELATIONS,
    Account,
    Assertion,
    DragomanError,
    Finding,
    Heading,
    Kind,
    Member,
    Predicate,
    Role,
    Verdict,
)
from dragoman.web.opening import weight
from dragoman.web.room import Shelves
from dragoman.web.telling import Case, Side, cases_of, side_of
from dragoman.web.thing_history import History, history_of
from dragoman.web.wording import act_in_words, family_of

BY = ("act", "account", "part")
TOLD = "told"
SHOWN = 25
MOST_OF_ONE = 500
_OTHERS = set(Verdict) - {Verdict.CONTRADICTED, Verdict.IMPOSSIBLE, Verdict.STANDING}
_ORDER = {"act": [one.value for one in Predicate], "part": [*(one.value for one in Role), TOLD]}


class Named(msgspec.Struct, frozen=True):
    """What one account calls the thing."""

    account: Account
    siglum: str
    names: tuple[str, ...]


class Link(msgspec.Struct, frozen=True):
    """A relation to another instrument, as one account has it. `other` is the far end, by the account's name for it."""

    predicate: Predicate
    other: str
    heading: Heading | None
    side: Side


class Group(msgspec.Struct, frozen=True):
    """What is said under one heading of the page; `total` counts what is not shown too."""

    key: str
    title: str
    sides: tuple[Side, ...]
    total: int
    family: str = ""
    account: Account | None = None


class Thing(msgspec.Struct, frozen=True):
    """The page of one heading."""

    heading: Heading
    named: tuple[Named, ...]
    contradictions: tuple[Case, ...]
    standing: tuple[Case, ...]
    others: tuple[Case, ...]
    rests_on: tuple[Link, ...]
    carries: tuple[Link, ...]
    said: tuple[Group, ...]
    history: History


def thing_of(shelves: Shelves, heading: Heading, by: str = "act", only: str = "") -> Thing:
    """All that is said of the thing under this heading, in groups by act, account or part; `only` shows one whole."""
    if by not in BY:
        raise DragomanError(f"what is said is put in order by {', '.join(BY)}, not by {by!r}")
    findings = sorted(_findings(shelves, heading), key=weight)
    spoken = shelves.mentions_of.get(heading.id, ())
    relations = [one for one in spoken if one.predicate in RELATIONS]
    return Thing(
        heading=heading,
        named=_named(shelves, heading),
        contradictions=_cases(shelves, findings, {Verdict.CONTRADICTED, Verdict.IMPOSSIBLE}),
        standing=_cases(shelves, findings, {Verdict.STANDING}),
        others=_cases(
            shelves,
            _once(shelves, findings),
            set(Verdict) - {Verdict.CONTRADICTED, Verdict.IMPOSSIBLE, Verdict.STANDING},
        ),
        rests_on=_links(shelves, heading, relations, near=Role.SUBJECT, far=Role.OBJECT),
        carries=_links(shelves, heading, relations, near=Role.OBJECT, far=Role.SUBJECT),
        said=tuple(_said(shelves, heading, spoken, by, only)),
        history=history_of(shelves, heading),
    )


def _findings(shelves: Shelves, heading: Heading) -> list[Finding]:
    """Those filed under the heading, and for a thing those on what is said of it."""
    about = {one.id: one for one in shelves.dossier.findings_about(heading.id)}
    if heading.kind in (Kind.INSTRUMENT, Kind.EVENT):
        for assertion in shelves.mentions_of.get(heading.id, ()):
            about.update({one.id: one for one in shelves.findings_on.get(assertion.id, ()) if _weighs(one)})
    return list(about.values())


def _once(shelves: Shelves, findings: Iterable[Finding]) -> list[Finding]:
    """Tellings are weighed pair by pair; that the same accounts agree in the same slot is said once."""
    first: dict[tuple[str, str, str, frozenset[str]], Finding] = {}
    for one in findings:
        accounts = frozenset(shelves.assertions[each].account for each in one.assertions if each in shelves.assertions)
        first.setdefault((one.topic, one.verdict, one.field, accounts), one)
    return list(first.values())


def _weighs(finding: Finding) -> bool:
    return finding.verdict in (Verdict.CONTRADICTED, Verdict.IMPOSSIBLE)


def _cases(shelves: Shelves, findings: Iterable[Finding], verdicts: set[Verdict]) -> tuple[Case, ...]:
    return cases_of(shelves, [one for one in findings if one.verdict in verdicts][:SHOWN])


def _named(shelves: Shelves, heading: Heading) -> tuple[Named, ...]:
    """The names in each account; an event has tellings instead."""
    names: dict[str, list[str]] = defaultdict(list)
    for member in heading.members:
        if heading.kind is not Kind.EVENT:
            names[member.account].append(member.name)
    known = [account for account in names if account in shelves.accounts]
    return tuple(
        Named(shelves.accounts[one], shelves.sigla[one], tuple(dict.fromkeys(names[one])))
        for one in sorted(known, key=list(shelves.accounts).index)
    )


def _links(
    shelves: Shelves, heading: Heading, relations: Iterable[Assertion], *, near: Role, far: Role
) -> tuple[Link, ...]:
    found = []
    for assertion in relations:
        mine = {Member(assertion.account, part.name) for part in assertion.of(near)}
        if any(shelves.heading_of.get(member) == heading for member in mine):
            found += [_link(shelves, assertion, part.name) for part in assertion.of(far)]
    return tuple(found)


def _link(shelves: Shelves, assertion: Assertion, other: str) -> Link:
    heading = shelves.heading_of.get(Member(assertion.account, other))
    return Link(assertion.predicate, other, heading, side_of(shelves, assertion))


def _said(shelves: Shelves, heading: Heading, spoken: Iterable[Assertion], by: str, only: str) -> Iterator[Group]:
    """What is said, group by group; a thing much spoken of shows the first of each."""
    groups: dict[str, list[Assertion]] = defaultdict(list)
    for assertion in spoken:
        for key in _keys(shelves, heading, assertion, by):
            groups[key].append(assertion)
    for key in sorted(groups, key=_ORDER[by].index if by in _ORDER else list(shelves.accounts).index):
        if only in ("", key):
            shown = groups[key][: MOST_OF_ONE if only else SHOWN]
            yield _group(shelves, key, tuple(side_of(shelves, one) for one in shown), len(groups[key]), by)


def _keys(shelves: Shelves, heading: Heading, one: Assertion, by: str) -> list[str]:
    if by == "account":
        return [one.account]
    if by == "act":
        return [one.predicate.value]
    parts = [p.role.value for p in one.participants if shelves.heading_of.get(Member(one.account, p.name)) == heading]
    return list(dict.fromkeys(parts)) or [TOLD]


def _group(shelves: Shelves, key: str, sides: tuple[Side, ...], total: int, by: str) -> Group:
    if by == "account":
        account = shelves.accounts[key]
        return Group(key, f"{shelves.sigla[key]} · {account.name}", sides, total, account=account)
    if by == "act":
        return Group(key, act_in_words(Predicate(key)), sides, total, family=family_of(Predicate(key)))
    return Group(key, "its tellings" if key == TOLD else f"as {key}", sides, total)
