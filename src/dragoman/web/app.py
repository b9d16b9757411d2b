"""The pages of a dossier. `app_of(folder)` is the whole reading room; each route below is one page of it.

app_of(Path("my-dossier"), rebuild=pipeline.build)
"""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dragoman.model import Account, DragomanError, Finding, Verdict
from dragoman.web.accounts import LISTED, account_routes
from dragoman.web.comparing import ALONE, MOST_ACCOUNTS, comparison_of, filters_of, most_at_odds
from dragoman.web.deciding import account_named, judging_routes
from dragoman.web.guard import Guard
from dragoman.web.keeping import QUIET, Rebuild, Room
from dragoman.web.opening import opening_of
from dragoman.web.pictures.routes import pictures_on
from dragoman.web.printing import STATIC, Printer
from dragoman.web.room import Shelves
from dragoman.web.telling import Found, case_of, cases_of, found_at
from dragoman.web.thing_pages import things_on
from dragoman.web.wording import VERDICT_ORDER

PAGE: Final = 100
PROBLEMS: Final = 200


def app_of(
    dossier_folder: Path, *, rebuild: Rebuild | None = None, quiet: float = QUIET, token: str = "", host: str = ""
) -> FastAPI:
    """The reading room of one dossier.

    `rebuild` is called when nobody has judged for `quiet` seconds, so that the findings follow what was judged.
    With a `token` other machines may ask too, at `host`; without one only this machine may.
    """
    app = FastAPI(title="dragoman", openapi_url=None, docs_url=None, redoc_url=None)
    app.add_middleware(Guard, token=token, host=host)
    app.mount("/static", StaticFiles(directory=STATIC, check_dir=False), name="static")
    room, printer = Room(dossier_folder, rebuild, quiet), Printer(dossier_folder)
    _reading(app, room, printer)
    account_routes(app, room, printer)
    _looking_up(app, room, printer)
    pictures_on(app, room.shelves, printer)
    things_on(app, room.shelves, printer)
    judging_routes(app, room, printer)
    _refusing(app, printer)
    app.state.room = room
    return app


def _reading(app: FastAPI, room: Room, printer: Printer) -> None:
    @app.get("/", response_class=HTMLResponse)
    async def opening(request: Request) -> Response:
        shelves = room.shelves()
        return printer.page("opening.html", request, shelves, opening=opening_of(shelves))

    @app.get("/compare", response_class=HTMLResponse)
    async def compare(request: Request) -> Response:
        shelves = room.shelves()
        asked = request.query_params
        chosen = accounts_chosen(shelves, [asked.get("a", ""), asked.get("b", ""), *asked.getlist("with")])
        comparison = comparison_of(shelves, chosen, filters_of(asked))
        sizes = {"most": MOST_ACCOUNTS, "alone": ALONE, "listed": LISTED}
        return printer.page("compare.html", request, shelves, comparison=comparison, **sizes)


def _looking_up(app: FastAPI, room: Room, printer: Printer) -> None:
    @app.get("/search", response_class=HTMLResponse)
    async def search(request: Request, q: str = "") -> Response:
        shelves = room.shelves()
        words = q.strip()[:400]
        hits = found_by(shelves, words) if words else ()
        part = "_hits.html" if request.headers.get("hx-request") else "search.html"
        return printer.page(part, request, shelves, words=words, hits=hits)

    @app.get("/problems", response_class=HTMLResponse)
    async def problems(request: Request, page: int = 1) -> Response:
        shelves = room.shelves()
        pages = max(1, -(-shelves.dossier.catalogue.amount("problem") // PROBLEMS))
        page = min(max(1, page), pages)
        found = shelves.dossier.catalogue.problems((page - 1) * PROBLEMS, PROBLEMS)
        return printer.page("problems.html", request, shelves, problems=found, page=page, pages=pages)

    @app.get("/findings", response_class=HTMLResponse)
    async def findings(request: Request, verdict: str = "", page: int = 1) -> Response:
        shelves, page = room.shelves(), max(1, page)
        amount = shelves.dossier.catalogue.amount
        return printer.page(
            "findings.html",
            request,
            shelves,
            counts=[(one, n) for one in VERDICT_ORDER if (n := amount("finding", one.value))],
            chosen=verdict,
            cases=cases_of(shelves, findings_with(shelves, verdict, page)),
            page=page,
            pages=max(1, -(-amount("finding", verdict) // PAGE)),
        )

    @app.get("/finding/{finding_id}", response_class=HTMLResponse)
    async def finding(request: Request, finding_id: str) -> Response:
        shelves = room.shelves()
        found = shelves.dossier.weighed.finding(finding_id)
        if found is None:
            raise DragomanError(
                "there is no such finding now: the dossier may have been built anew since the link was made"
            )
        return printer.page("finding.html", request, shelves, case=case_of(shelves, found))


def _refusing(app: FastAPI, printer: Printer) -> None:
    @app.exception_handler(DragomanError)
    async def mistaken(request: Request, trouble: DragomanError) -> Response:
        return printer.refusal(request, 404, str(trouble))

    @app.exception_handler(HTTPException)
    async def not_there(request: Request, trouble: HTTPException) -> Response:
        said = trouble.detail if trouble.status_code == 403 else "there is no such page in this dossier"
        return printer.refusal(request, trouble.status_code, said)


def accounts_chosen(shelves: Shelves, given: Sequence[str]) -> tuple[Account, ...]:
    """Those asked for, each once; where none is, the two most at odds; the first that are left beside one."""
    if len(shelves.places) < 2:
        raise DragomanError(
            "to compare, a dossier needs two accounts: put another into its folder accounts/ and build it"
        )
    named = [name for name in given if name] or most_at_odds(shelves)
    chosen = list({one.id: one for one in (account_named(shelves, name) for name in named)}.values())
    first = [shelves.accounts[one] for one in islice(shelves.places, MOST_ACCOUNTS)]
    rest = [one for one in first if one.id not in {each.id for each in chosen}]
    while len(chosen) < 2:
        chosen.append(rest.pop(0))
    return tuple(chosen[:MOST_ACCOUNTS])


def found_by(shelves: Shelves, words: str) -> tuple[Found, ...]:
    """Where the words stand: in quotes of assertions, then in sentences from which nothing was drafted."""
    hits = shelves.dossier.search(words)
    return tuple(found_at(shelves, hit.account, hit.span, hit.assertion, words) for hit in hits)


def findings_with(shelves: Shelves, verdict: str, page: int) -> tuple[Finding, ...]:
    """A page of the findings with this verdict, or of all when none is named; the weightiest first."""
    if verdict and verdict not in tuple(Verdict):
        raise DragomanError(f"there is no verdict {verdict!r}: choose one from the page of findings")
    return shelves.dossier.weighed.findings(verdict, (page - 1) * PAGE, PAGE)
