"""The page of one account: its text, what is said in it, and the ways through a long one.

account_routes(app, room, printer)
"""

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dragoman.model import Account
from dragoman.web.deciding import CHOICES, account_named, given_in
from dragoman.web.keeping import Room
from dragoman.web.minimap import ACROSS, LINES, Bar, Dated, bars_of, dates_of, hits_in, spans_of
from dragoman.web.opening import told_of
from dragoman.web.printing import Printer, words_at
from dragoman.web.room import Shelves, kept

LONGEST_SEARCH = 200
LISTED = 90


def account_routes(app: FastAPI, room: Room, printer: Printer) -> None:
    """The list of accounts, an account, and its sheets one by one."""

    @app.get("/accounts", response_class=HTMLResponse)
    async def accounts(request: Request, page: int = 1) -> Response:
        shelves = room.shelves()
        pages = max(1, -(-len(shelves.places) // LISTED))
        page = min(max(1, page), pages)
        told = told_of(shelves, (page - 1) * LISTED, LISTED)
        return printer.page("accounts.html", request, shelves, told=told, page=page, pages=pages)

    @app.get("/account/{account_id}", response_class=HTMLResponse)
    async def account(
        request: Request, account_id: str, at: str = "", place: int = 0, q: str = "", jump: str = ""
    ) -> Response:
        shelves = room.shelves()
        told = account_named(shelves, account_id)
        wanted = shelves.assertions.get(jump)
        if wanted and wanted.account == told.id:
            return RedirectResponse(words_at(wanted), 303)
        return _page(printer, request, shelves, told, at=at, place=place, words=q.strip()[:LONGEST_SEARCH])

    @app.get("/account/{account_id}/sheet/{number}", response_class=HTMLResponse)
    async def sheet(request: Request, account_id: str, number: int, q: str = "") -> Response:
        shelves = room.shelves()
        told = account_named(shelves, account_id)
        marking = shelves.marking(told.id)
        if not 0 <= number < len(marking.sheets):
            raise HTTPException(404)
        hits = spans_of(hits_in(told, q.strip()[:LONGEST_SEARCH]))
        blocks = marking.sheet(number, hits=hits)
        return printer.page("_sheet.html", request, shelves, blocks=blocks, number=number, lit="")


def _page(
    printer: Printer, request: Request, shelves: Shelves, told: Account, *, at: str, place: int, words: str
) -> Response:
    marking = shelves.marking(told.id)
    shelves.lay_ready(told.id)
    asked = shelves.assertions.get(at)
    lit = asked if asked and asked.account == told.id else None
    hits = hits_in(told, words)
    first = hits[0].span.start if hits and not place else place
    dates, bars = _guides(shelves, told.id, len(told.text), shelves.edition.get(told.id, 0))
    return printer.page(
        "account.html",
        request,
        shelves,
        account=told,
        marking=marking,
        here=marking.sheet_of(lit.span.start if lit else first),
        lit=at,
        words=words,
        hits=hits,
        hit_spans=spans_of(hits),
        dates=dates,
        bars=bars,
        lines=LINES,
        across=ACROSS,
        choices=CHOICES,
        given=given_in(request),
    )


@kept(8)
def _guides(shelves: Shelves, account_id: str, length: int, edition: int) -> tuple[tuple[Dated, ...], tuple[Bar, ...]]:
    """The dates of an account and the map beside its text, kept until somebody judges in it."""
    del edition  # only tells one state of the judgements from the next
    said, contrary = shelves.assertions_in.get(account_id, ()), shelves.dossier.weighed.contrary_in(account_id)
    return dates_of(said), bars_of(length, said, lambda one: one.id in contrary)
