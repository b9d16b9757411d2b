"""The pages of things: /things, and /thing/… for one of them.

things_on(app, room.shelves, printer)
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from dragoman.model import DragomanError, Kind
from dragoman.web.pictures.scale import day_in_words
from dragoman.web.printing import Printer
from dragoman.web.room import Shelves
from dragoman.web.telling import heading_named
from dragoman.web.thing import BY, thing_of

KINDS = tuple(kind for kind in Kind if kind is not Kind.DATE)
SHOWN = 80  # of each kind on the page of all
PAGE = 500
LETTERS = 12  # of the accounts that know a thing; the others are counted


def things_on(app: FastAPI, shelves_of: Callable[[], Shelves], printer: Printer) -> None:
    """Adds the pages of things to the reading room."""

    @app.get("/thing/{heading_id:path}", response_class=HTMLResponse)
    async def thing(request: Request, heading_id: str, by: str = "act", only: str = "") -> Response:
        shelves = shelves_of()
        found = thing_of(shelves, heading_named(shelves, heading_id), by, only)
        beside: dict[str, Any] = {"by": by, "only": only, "orders": BY, "day_in_words": day_in_words}
        return printer.page("thing.html", request, shelves, thing=found, **beside)

    @app.get("/things", response_class=HTMLResponse)
    async def things(request: Request, kind: str = "", page: int = 1) -> Response:
        if kind and kind not in KINDS:
            raise DragomanError(f"there are no things of the kind {kind!r}: take one of {', '.join(KINDS)}")
        shelves = shelves_of()
        start = (max(1, page) - 1) * PAGE
        listed = []
        for one in (Kind(kind),) if kind else KINDS:
            found = shelves.dossier.catalogue.things(one, start if kind else 0, PAGE if kind else SHOWN)
            listed.append((one, found, shelves.dossier.catalogue.amount("thing", one)))
        beside: dict[str, Any] = {
            "kind": kind,
            "page": max(1, page),
            "size": PAGE,
            "sigla_of": partial(shelves.sigla_of, most=LETTERS),
        }
        return printer.page("things.html", request, shelves, kinds=listed, **beside)
