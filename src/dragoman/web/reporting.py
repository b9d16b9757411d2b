"""The report: one page that holds a dossier's comparison, timeline, lineage and quotes, and needs nothing beside it.

write(dossier, Path("moscow-report.html")) -> 214_331, the bytes written
"""

import re
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import msgspec
from markupsafe import Markup

from dragoman.citing import Imprint, place_of, source_of
from dragoman.model import Account, Assertion, DragomanError, Finding, Heading, Kind, Verdict
from dragoman.store import Dossier
from dragoman.web.opening import weight
from dragoman.web.pictures.lineage import lineage_of
from dragoman.web.pictures.map import map_of
from dragoman.web.pictures.routes import words_of_lineage
from dragoman.web.pictures.timed import View
from dragoman.web.pictures.timeline import Timeline, timeline_of
from dragoman.web.printing import STATIC, Printer
from dragoman.web.room import Shelves
from dragoman.web.telling import Case, cases_of
from dragoman.web.wording import CONTRADICTIONS, NOT_CONTRADICTIONS

STYLES = ("book.css", "pictures.css", "report.css")
# Beyond so many, only those that a finding rests on are quoted.
MOST_QUOTED = 3000
THINGS = (Kind.INSTRUMENT, Kind.POLITY, Kind.BODY, Kind.PERSON, Kind.PLACE, Kind.EVENT)


class Part(msgspec.Struct, frozen=True):
    """One account's share of the register of words, in the order of its text."""

    account: Account
    siglum: str
    said: tuple[Assertion, ...]
    left_out: int


def write(dossier: Dossier, path: Path) -> int:
    """Writes the report of a dossier to this file and returns its size in bytes; a DragomanError where it cannot."""
    made = report_of(Shelves(dossier), dossier.folder).encode()
    try:
        path.write_bytes(made)
    except OSError as trouble:
        raise DragomanError(f"cannot write '{path}' ({trouble.strerror}): name another file with --out") from trouble
    return len(made)


def report_of(shelves: Shelves, folder: Path) -> str:
    """The text of the report."""
    found = sorted(shelves.dossier.findings, key=weight)
    shown = {
        "contradictions": _cases(shelves, found, CONTRADICTIONS),
        "agreed": _once(shelves, _cases(shelves, found, (Verdict.CORROBORATED,))),
        "not_contrary_cases": _cases(shelves, found, NOT_CONTRADICTIONS),
        "alone": _once(shelves, _cases(shelves, found, (Verdict.SINGLE_SOURCED,))),
        "standing": _cases(shelves, found, (Verdict.STANDING,)),
    }
    cited = {one.id for cases in shown.values() for case in cases for one in _told(case)}
    made = Printer(folder).sheet(
        "report.html",
        shelves,
        **shown,
        **words_of_lineage(shelves),
        imprint=Imprint(folder.resolve().name, shelves.dossier.built_at, version("dragoman")),
        # Our own style sheets, word for word: nothing of an account is in them.
        css=Markup("\n".join((STATIC / name).read_text("utf-8") for name in STYLES)),
        timelines=_timelines(shelves),
        drawing=lineage_of(shelves),
        chart=map_of(shelves),
        register=tuple(_parts(shelves, cited)),
        things=[(kind, shelves.things(kind)) for kind in THINGS],
        place_of=lambda one, _: place_of(one, shelves.whole(one.account)),
        source_of=source_of,
        link_to=_anchor,
        words_at=_anchor,
    )
    # What the pages share leads to other pages; here it leads to the anchor of the same thing.
    return re.sub(r'href="/finding/([^"]+)"', r'href="#f-\1"', made)


def _anchor(value: Account | Assertion | Heading) -> str:
    if isinstance(value, Account):
        return f"#account-{value.id}"
    return f"#a-{value.id}" if isinstance(value, Assertion) else f"#t-{value.id}"


def _cases(shelves: Shelves, found: Iterable[Finding], verdicts: Iterable[Verdict]) -> tuple[Case, ...]:
    wanted = set(verdicts)
    return cases_of(shelves, [one for one in found if one.verdict in wanted])


def _once(shelves: Shelves, cases: Iterable[Case]) -> tuple[Case, ...]:
    """One case for each matter: tellings of one act agree pair by pair, and a reader wants to know it once."""
    first: dict[str, Case] = {}
    for case in cases:
        first.setdefault(case.finding.topic, case)
    return tuple(first.values())


def _told(case: Case) -> Iterable[Assertion]:
    return (side.assertion for side in (*case.sides, *case.beside))


def _timelines(shelves: Shelves) -> list[tuple[str, Timeline]]:
    """One of all accounts; where that had to count what it tells, one of each such account by itself."""
    whole = timeline_of(shelves, View())
    if whole is None:
        return []
    nearer = [(lane, timeline_of(shelves, View(account=lane.key))) for lane in whole.lanes if lane.heaps]
    return [("", whole), *((lane.siglum, one) for lane, one in nearer if one is not None)]


def _parts(shelves: Shelves, cited: set[str]) -> Iterable[Part]:
    everything = shelves.said <= MOST_QUOTED
    for account in shelves.accounts.values():
        said = [one for one in shelves.assertions_in.get(account.id, ()) if shelves.stands(one)]
        kept = tuple(one for one in said if everything or one.id in cited)
        yield Part(account, shelves.sigla[account.id], kept, len(said) - len(kept))
