"""What bench/web.py and bench/screens.py share: a dossier served on this machine, and Debian's Chromium without a head.

with served(folder) as home, chromium() as browser: ...
"""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from dragoman.model import Kind
from dragoman.web.app import app_of
from dragoman.web.room import Shelves

# Without these Chromium asks hosts of its own for updates at every start.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def served(folder: Path, rebuild: Callable[[Path], object] | None = None) -> Iterator[str]:
    """The address of the dossier while it is served."""
    ear = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app_of(folder, rebuild=rebuild), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [ear]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{ear.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser; SystemExit with what to install where there is none."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as lacking:
        raise SystemExit("playwright is not installed: run make setup") from lacking
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        raise SystemExit("no Chromium here: install Debian's package chromium")
    with sync_playwright() as run:
        browser = run.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


def pages_of(folder: Path) -> dict[str, str]:
    """The address of one of every page, by a name for it; of things the one most is told of."""
    shelves = Shelves.opened(folder)
    account = next(iter(shelves.accounts))
    pages = {
        "opening": "/",
        "account": f"/account/{account}",
        "side-by-side": "/compare",
        "findings": "/findings",
        "timeline": "/timeline",
        "timeline-actors": "/timeline?by=actor",
        "map": "/map",
        "lineage": "/lineage",
        "things": "/things",
        "review": "/review",
        "people": "/people",
        "search": "/search?q=treaty",
        "problems": "/problems",
    }
    for kind in (Kind.INSTRUMENT, Kind.POLITY, Kind.PLACE, Kind.EVENT):
        for one in shelves.things(kind, most=1):
            pages[f"thing-{kind}"] = f"/thing/{one.id}"
    for finding in shelves.dossier.weighed.findings("", 0, 1):
        pages["finding"] = f"/finding/{finding.id}"
    for assertion in shelves.dossier.catalogue.numbered([1]):
        pages["assertion"] = f"/assertion/{assertion.id}"
    return pages
