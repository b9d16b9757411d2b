"""Two accounts side by side: what both tell, aligned by event, then what each tells alone.

comparison_of(shelves, a, b).shared[0] -> Row(heading, left=(…), right=(…))
"""

import msgspec

from dragoman.model import Account, Assertion, Finding, Heading, Kind
from dragoman.web.room import Shelves
from dragoman.web.telling import Case, cases_of


class Row(msgspec.Struct, frozen=True):
    """One event as either account tells it."""

    heading: Heading
    left: tuple[Assertion, ...]
    right: tuple[Assertion, ...]


class Comparison(msgspec.Struct, frozen=True):
    """Two accounts laid side by side; `between` are the findings that rest on both."""

    a: Account
    b: Account
    between: tuple[Case, ...]
    shared: tuple[Row, ...]
    only_a: tuple[Assertion, ...]
    only_b: tuple[Assertion, ...]


def comparison_of(shelves: Shelves, a: Account, b: Account) -> Comparison:
    """The two accounts laid side by side."""
    rows = tuple(sorted(_shared(shelves, a, b), key=_by_date))
    told = {one.id for row in rows for one in (*row.left, *row.right)}
    return Comparison(
        a=a,
        b=b,
        between=cases_of(shelves, _between(shelves, a, b)),
        shared=rows,
        only_a=tuple(one for one in shelves.assertions_in.get(a.id, ()) if one.id not in told),
        only_b=tuple(one for one in shelves.assertions_in.get(b.id, ()) if one.id not in told),
    )


def _shared(shelves: Shelves, a: Account, b: Account) -> list[Row]:
    events = [one for one in shelves.headings.values() if one.kind is Kind.EVENT and {a.id, b.id} <= one.accounts]
    rows = [Row(one, _tellings(shelves, one, a), _tellings(shelves, one, b)) for one in events]
    return [row for row in rows if row.left and row.right]


def _tellings(shelves: Shelves, event: Heading, account: Account) -> tuple[Assertion, ...]:
    ids = [member.name for member in event.members if member.account == account.id]
    return tuple(shelves.assertions[one] for one in ids if one in shelves.assertions)


def _between(shelves: Shelves, a: Account, b: Account) -> list[Finding]:
    found = []
    for finding in shelves.dossier.findings:
        accounts = {shelves.assertions[one].account for one in finding.assertions if one in shelves.assertions}
        if {a.id, b.id} <= accounts:
            found.append(finding)
    return found


def _by_date(row: Row) -> tuple[bool, int]:
    """By the heading's date, else by the first date told; what has none comes last."""
    told = [one.when.earliest for one in (*row.left, *row.right) if one.when and one.when.earliest is not None]
    known = row.heading.earliest if row.heading.earliest is not None else min(told, default=None)
    return known is None, known or 0
