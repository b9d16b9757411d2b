"""A dossier of claims made by hand: three places and two powers; one claim has a day, one has none, one was ceded."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn

from dragoman.calendars import gregorian_day
from dragoman.judging import judged
from dragoman.model import (
    Account,
    AccountId,
    Assertion,
    Concordance,
    Date,
    Evidence,
    Heading,
    Kind,
    Member,
    Participant,
    Placement,
    Predicate,
    Provenance,
    Role,
    Shape,
    Span,
    Testimony,
    Topic,
    digest,
)
from dragoman.pipeline import claims_of
from dragoman.store import Draft, read_log
from dragoman.web.app import app_of

TEXT = """Freedonia claimed Upper Valley on 3 May 1850.
Freedonia claimed Lower Valley.
Sylvania ceded Long Island to Freedonia.
Upper Valley and Nowhere are named again."""
KINDS = {"Freedonia": Kind.POLITY, "Sylvania": Kind.POLITY}


def _said(number: int, predicate: Predicate, when: Date | None = None, **parts: str) -> Assertion:
    line = TEXT.splitlines()[number]
    start = TEXT.index(line)
    quote = Evidence(AccountId("valley"), Span(start, start + len(line)), line)
    roles = tuple(Participant(Role[role.upper()], name, kind=KINDS.get(name)) for role, name in parts.items())
    return Assertion(digest(line), AccountId("valley"), predicate, roles, (quote,), when)


def _place(name: str, lat: float | None, lon: float | None, number: int = 0) -> Placement:
    at = [found.start() for found in re.finditer(name, TEXT)][number]
    return Placement(Span(at, at + len(name)), name, "province", Shape.AREA, lat, lon, confidence=0.9)


@pytest.fixture(scope="session")
def valley(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the dossier."""
    folder = tmp_path_factory.mktemp("claims") / "valley"
    folder.mkdir()
    account = Account(AccountId("valley"), "valley", "accounts/valley.txt", TEXT, (), Provenance(), "text", "")
    day = gregorian_day(1850, 5, 3)
    said = (
        _said(
            0,
            Predicate.TERRITORIAL_CLAIM,
            Date(Span(0, 9), "3 May 1850", "1850-05-03", day, day),
            agent="Freedonia",
            territory="Upper Valley",
        ),
        _said(1, Predicate.TERRITORIAL_CLAIM, agent="Freedonia", territory="Lower Valley"),
        _said(2, Predicate.CESSION, agent="Sylvania", territory="Long Island", recipient="Freedonia"),
    )
    places = (
        _place("Upper Valley", 40.0, 44.0),
        _place("Upper Valley", 40.0, 44.0, 1),
        _place("Lower Valley", 39.0, 45.0),
        _place("Long Island", 41.5, 41.5),
        _place("Nowhere", None, None),
    )
    names = ("Freedonia", "Sylvania", "Upper Valley", "Lower Valley", "Long Island", "Nowhere")
    headings = tuple(
        Heading(digest(name), KINDS.get(name, Kind.PLACE), name, (Member(account.id, name),)) for name in names
    )
    testimony = Testimony(account, placements=places, assertions=said)
    topics = tuple(
        Topic(heading, tuple(one for one in said if heading.label in one.quote), headings, ((account.id, "valley"),))
        for heading in headings[2:5]
    )
    with Draft(folder) as draft:
        draft.add(testimony, "fingerprint")
        heard = judged((testimony,), read_log(folder).judgements)
        draft.conclude(heard, Concordance(headings), topics, (), claims_of(topics))
        draft.swap()
    return folder


# ---- a real browser --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def address_of() -> Iterator[Callable[[Path], str]]:
    """Serves a dossier on a free port for as long as the tests run, and says its address."""
    running: dict[Path, tuple[uvicorn.Server, threading.Thread, str]] = {}

    def served(folder: Path) -> str:
        if folder not in running:
            ear = socket.create_server(("127.0.0.1", 0))
            server = uvicorn.Server(uvicorn.Config(app_of(folder), log_level="error"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [ear]}, daemon=True)
            thread.start()
            running[folder] = server, thread, f"http://127.0.0.1:{ear.getsockname()[1]}"
        return running[folder][2]

    yield served
    for server, thread, _ in running.values():
        server.should_exit = True
        thread.join(10)


@pytest.fixture(params=["with script", "without script"])
def reader(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page that fails the test if it complains or asks another machine; once with JavaScript and once without."""
    yield from _page(browser, java_script_enabled=request.param == "with script")


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """The same, with JavaScript."""
    yield from _page(browser)


def _page(browser: Any, **settings: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, **settings)
    opened = context.new_page()
    complaints: list[str] = []
    hosts: set[str | None] = set()
    opened.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    context.on("request", lambda asked: hosts.add(urlsplit(asked.url).hostname))
    yield opened
    context.close()
    assert complaints == []
    assert hosts <= {"127.0.0.1", None}
