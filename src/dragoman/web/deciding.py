"""Where a person decides: the review page, and the addresses to which judgements are posted.

judging_routes(app, room, printer)
"""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dragoman.judging import people_of, slots_of
from dragoman.model import Account, Assertion, DragomanError, Judgement, Kind, Modality, Polarity, Predicate, Role
from dragoman.web.guard import Seal
from dragoman.web.judging_form import Form, adding, date_typed, judgement_of, pairing, undoing
from dragoman.web.keeping import Room
from dragoman.web.printing import Printer
from dragoman.web.queues import QUEUES
from dragoman.web.review import changes_in_words, desk_of, known_pair, lately
from dragoman.web.room import Shelves
from dragoman.web.telling import cases_of, side_of

WHO: Final = "dragoman_who"
A_YEAR: Final = 31_536_000
# Where a form may lead back to: pages of ours, by the beginning of their address.
BACK: Final = ("/review?", "/account/", "/assertion/", "/finding/", "/thing/")


def judging_routes(app: FastAPI, room: Room, printer: Printer) -> None:
    """The pages on which a person decides, and what is posted from them."""
    seal = Seal()
    printer.seal = seal.word
    _pages(app, room, printer)
    _posts(app, room, printer, seal)


def _pages(app: FastAPI, room: Room, printer: Printer) -> None:
    @app.get("/review", response_class=HTMLResponse)
    async def review(request: Request, queue: str = "gravest", at: str = "") -> Response:
        return _review(printer, request, room, queue, at)

    @app.get("/people", response_class=HTMLResponse)
    async def people(request: Request) -> Response:
        shelves = room.shelves()
        return printer.page("people.html", request, shelves, people=people_of(shelves.standing, shelves.met))

    @app.get("/assertion/{assertion_id}", response_class=HTMLResponse)
    async def assertion(request: Request, assertion_id: str) -> Response:
        return _assertion(printer, request, room, assertion_id)


def _posts(app: FastAPI, room: Room, printer: Printer, seal: Seal) -> None:
    async def sealed(request: Request) -> Form:
        form = Form.read(await request.body())
        if not seal.fits(form.get("seal", "")):
            raise HTTPException(
                403, "this form is from an earlier run of the program: go back, reload the page, decide again"
            )
        return form

    async def keep(request: Request, form: Form, judgement: Judgement, back: str) -> Response:
        """Answers when the judgement is on the disk, and not before."""
        await run_in_threadpool(room.shelves().dossier.judge, judgement)
        room.shelves()
        done: Response
        if request.headers.get("x-part") == "kept":
            done = Response(status_code=204, headers={"X-At": judgement.target})
        else:
            done = _led_back(form, back)
        done.set_cookie(WHO, judgement.who.encode().hex(), max_age=A_YEAR, httponly=True, samesite="strict")
        return done

    @app.post("/assertion/{assertion_id}/judge", response_class=HTMLResponse)
    async def judge(request: Request, assertion_id: str) -> Response:
        form, shelves = await sealed(request), room.shelves()
        one = assertion_with(shelves, assertion_id)
        try:
            ruled = judgement_of(one, shelves.whole(one.account), _dated(shelves, one, form))
            return await keep(request, form, ruled, f"/assertion/{quote(assertion_id, '')}")
        except DragomanError as trouble:
            return _again(printer, request, room, form, assertion_id, str(trouble))

    @app.post("/account/{account_id}/add", response_class=HTMLResponse)
    async def add(request: Request, account_id: str) -> Response:
        form, shelves = await sealed(request), room.shelves()
        account = account_named(shelves, account_id)
        try:
            added = adding(account, form)
            return await keep(request, form, added, f"/account/{account.id}?at={added.target}#a-{added.target}")
        except DragomanError as trouble:
            return printer.page(
                "add.html",
                request,
                shelves,
                status=422,
                account=account,
                trouble=str(trouble),
                given=given_in(request, form),
            )

    @app.get("/account/{account_id}/add", response_class=HTMLResponse)
    async def adding_page(request: Request, account_id: str) -> Response:
        shelves = room.shelves()
        account = account_named(shelves, account_id)
        return printer.page("add.html", request, shelves, account=account, trouble="", given=given_in(request))

    @app.post("/pair/judge", response_class=HTMLResponse)
    async def pair(request: Request) -> Response:
        form, shelves = await sealed(request), room.shelves()
        if not known_pair(shelves, (form.get("target", ""), form.get("other", ""))):
            raise DragomanError("these two are not in the dossier as it is now: reload the page, decide again")
        return await keep(request, form, pairing(form), "/review")

    @app.post("/undo", response_class=HTMLResponse)
    async def undo(request: Request) -> Response:
        form, shelves = await sealed(request), room.shelves()
        if form.get("undoes", "") not in {one.id for one in shelves.standing}:
            raise DragomanError("this judgement was taken back already, or is not in the log: reload the page")
        return await keep(request, form, undoing(form), "/review")


def _led_back(form: Form, back: str) -> Response:
    return RedirectResponse(form["back"] if form.get("back", "").startswith(BACK) else back, 303)


def _review(
    printer: Printer,
    request: Request,
    room: Room,
    queue: str,
    at: str,
    *,
    trouble: str = "",
    typed: Form | None = None,
) -> Response:
    shelves = room.shelves()
    if queue not in QUEUES:
        raise DragomanError(f"there is no queue {queue!r}: choose one from the page of review")
    desk = desk_of(shelves, queue, at)
    part = "_desk.html" if request.headers.get("x-part") == "desk" else "review.html"
    one = desk.side.assertion if desk.side else None
    return printer.page(
        part,
        request,
        shelves,
        status=422 if trouble else 200,
        desk=desk,
        queues=QUEUES,
        lately=lately(shelves, name_in(request)),
        form=form_of(one, typed) if one else None,
        concluding=room.concluding,
        room_trouble=room.trouble,
        trouble=trouble,
        given=given_in(request, typed),
        changes_in_words=changes_in_words,
        choices=CHOICES,
    )


def _assertion(
    printer: Printer, request: Request, room: Room, assertion_id: str, trouble: str = "", form: Form | None = None
) -> Response:
    """All there is to say of one assertion, with the form to judge it."""
    shelves = room.shelves()
    one = assertion_with(shelves, assertion_id)
    return printer.page(
        "assertion.html",
        request,
        shelves,
        status=422 if trouble else 200,
        side=side_of(shelves, one),
        cases=cases_of(shelves, shelves.findings_on.get(one.id, ())),
        ruling=shelves.rulings.get(one.id),
        trouble=trouble,
        form=form_of(one, form),
        given=given_in(request, form),
        changes_in_words=changes_in_words,
        choices=CHOICES,
        concluding=room.concluding,
        room_trouble=room.trouble,
    )


def _again(printer: Printer, request: Request, room: Room, form: Form, assertion_id: str, trouble: str) -> Response:
    """The page from which the form came, with one sentence that says what is wrong with it."""
    if form.get("queue"):
        return _review(printer, request, room, form["queue"], assertion_id, trouble=trouble, typed=form)
    return _assertion(printer, request, room, assertion_id, trouble, form)


CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "predicate": tuple(one.value for one in Predicate),
    "polarity": tuple(one.value for one in Polarity),
    "modality": tuple(one.value for one in Modality),
    "role": tuple(one.value for one in Role),
}


def form_of(assertion: Assertion, typed: Form | None = None) -> dict[str, Any]:
    """An assertion as it stands in the fields of the form that corrects it; who takes part as it was typed before."""
    told = {slot: value for slot, value in slots_of(assertion) if not slot.startswith("participant:")}
    parts = [(part.role.value, part.name) for part in assertion.participants]
    if typed and typed.parts:
        parts = [(role, name) for role, name in typed.parts if name.strip()]
    return {**told, "when": date_typed(told["when"]), "parts": parts}


def _dated(shelves: Shelves, assertion: Assertion, form: Form) -> Form:
    """Words picked as a date: where they are the words of a date that was read in the account, its reading is taken."""
    start, end = form.get("start", ""), form.get("end", "")
    if form.get("put") != "when" or not (start.isdecimal() and end.isdecimal()):
        return form
    for mention in shelves.testimony(assertion.account).mentions:
        span = mention.span
        if mention.kind is Kind.DATE and mention.date and span.start < int(end) and int(start) < span.end:
            return Form({**form, "words": mention.date.edtf or form.get("words", "")}, form.parts)
    return form


def given_in(request: Request, form: Mapping[str, str] | None = None) -> dict[str, str]:
    """What goes into the fields: what was typed before, and the name given with the last judgement."""
    return {"who": name_in(request), **(form or {})}


def name_in(request: Request) -> str:
    """The name given with the last judgement; asked once."""
    try:
        return bytes.fromhex(request.cookies.get(WHO, "")).decode("utf-8", "replace")
    except ValueError:
        return ""


def account_named(shelves: Shelves, given: str) -> Account:
    """The account with this id or name, with its text."""
    return shelves.dossier.account(given)


def assertion_with(shelves: Shelves, assertion_id: str) -> Assertion:
    """The assertion with this id."""
    return shelves.assertions.get(assertion_id) or shelves.dossier.assertion(assertion_id)
