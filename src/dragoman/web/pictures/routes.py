"""The pages of pictures: /lineage, /timeline, /map. Every state of a picture is its address.

pictures_on(app, room.shelves, printer)
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from dragoman.edtf import day_text
from dragoman.model import DragomanError
from dragoman.web.pictures import lineage as stemma
from dragoman.web.pictures.lineage import lineage_of
from dragoman.web.pictures.map import map_of, quoted_each
from dragoman.web.pictures.places import days_of_claims
from dragoman.web.pictures.projection import NARROWEST, WIDEST, Frame
from dragoman.web.pictures.scale import day_in_words, day_of_words
from dragoman.web.pictures.states import FAMILY_LABELS, kinds_of_state
from dragoman.web.pictures.timed import BY, LANES, View
from dragoman.web.pictures.timeline import timeline_of
from dragoman.web.pictures.views import SPANS, asks_of, nearer
from dragoman.web.printing import Printer
from dragoman.web.room import Shelves
from dragoman.web.telling import side_of
from dragoman.web.wording import FAMILIES

LISTED = 90  # accounts to choose from; of more, one is named


def pictures_on(app: FastAPI, shelves_of: Callable[[], Shelves], printer: Printer) -> None:
    """Adds the pages of pictures to the reading room."""

    @app.get("/lineage", response_class=HTMLResponse)
    async def lineage(request: Request, on: str = "") -> Response:
        shelves = shelves_of()
        day = day_of_words(on, last=True)
        drawing = lineage_of(shelves, day)
        beside: dict[str, Any] = {"on": on, "day": day, "quoted": stemma.quoted_each(drawing)}
        return printer.page("lineage.html", request, shelves, drawing=drawing, **beside, **words_of_lineage(shelves))

    @app.get("/timeline", response_class=HTMLResponse)
    async def timeline(request: Request) -> Response:
        shelves, asked = shelves_of(), request.query_params
        view = view_of(shelves, asked)
        drawing = timeline_of(shelves, view)
        at = partial(address_of, view)
        around = {name: address("/timeline", asks) for name, asks in nearer(drawing).items()} if drawing else {}
        typed = {"typed_from": asked.get("from", ""), "typed_to": asked.get("to", "")}
        beside: dict[str, Any] = {
            "at": at,
            "around": around,
            "lanes_by": BY,
            "listed": LISTED,
            "spans": SPANS,
            "view": view,
            **typed,
        }
        return printer.page("timeline.html", request, shelves, drawing=drawing, **beside, **words_of_pictures(shelves))

    @app.get("/map", response_class=HTMLResponse)
    async def map_(request: Request, on: str = "", at: str = "", span: str = "") -> Response:
        shelves, day = shelves_of(), day_of_words(on, last=True)
        drawing = map_of(shelves, frame_of(at, span), day)
        asked = {"on": on, "at": at, "span": span}
        beside: dict[str, Any] = {
            "asked": asked,
            "days": days_of_claims(shelves),
            "quoted": quoted_each(drawing),
            "on": on,
            "day": day,
        }
        around = frames_around(drawing.frame, on)
        there = partial(map_at, drawing.frame, on)
        return printer.page(
            "map.html",
            request,
            shelves,
            drawing=drawing,
            around=around,
            at=there,
            **beside,
            **words_of_pictures(shelves),
        )


def frame_of(at: str, span: str) -> Frame | None:
    """The frame an address asks for; None where it asks for none; raises DragomanError for what is no place."""
    if not at and not span:
        return None
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)", at)
    if not found or not re.fullmatch(r"\d+(?:\.\d+)?", span):
        raise DragomanError(
            "the address of a map is at=LATITUDE,LONGITUDE and span=DEGREES, such as at=40.6,43.1&span=8"
        )
    lat, lon = max(-85.0, min(85.0, float(found[1]))), max(-180.0, min(180.0, float(found[2])))
    return Frame(lat, lon, max(NARROWEST, min(WIDEST, float(span))))


def map_at(
    frame: Frame,
    on: str,
    *,
    lat: float | None = None,
    lon: float | None = None,
    span: float | None = None,
    day: int | None = None,
) -> str:
    """The address of the map there, so wide, on that day; what is not given stays as it is."""
    there = f"{frame.lat if lat is None else lat:g},{frame.lon if lon is None else lon:g}"
    asks = {"on": on if day is None else day_text(day), "at": there, "span": f"{span or frame.span:g}"}
    return address("/map", {name: value for name, value in asks.items() if value})


def frames_around(frame: Frame, on: str) -> dict[str, str]:
    """The addresses of the maps about this one."""
    go = partial(map_at, frame, on)
    aside, along = frame.span / 3, frame.span / 6
    return {
        "west": go(lon=max(-180.0, frame.lon - aside)),
        "east": go(lon=min(180.0, frame.lon + aside)),
        "north": go(lat=min(85.0, frame.lat + along)),
        "south": go(lat=max(-85.0, frame.lat - along)),
        "nearer": go(span=max(NARROWEST, frame.span / 2)),
        "farther": go(span=min(WIDEST, frame.span * 2)),
        "all": address("/map", {"on": on} if on else {}),
        "world": map_at(Frame(15.0, 10.0, WIDEST), on),
    }


def view_of(shelves: Shelves, asked: Mapping[str, str]) -> View:
    """The view that an address asks for; raises DragomanError for what there is not."""
    by, thing, family = asked.get("by", "") or "account", asked.get("thing", ""), asked.get("acts", "")
    if by not in BY:
        raise DragomanError(f"there are no lanes by {by!r}: take one of {', '.join(BY)}")
    if family and family not in FAMILIES:
        raise DragomanError(f"there are no acts of the kind {family!r}: choose one from the timeline")
    if thing and shelves.headings.get(thing) is None:
        raise DragomanError("there is no such thing now: choose one from the page of things")
    account = asked.get("account", "")
    if account and account not in shelves.places:
        account = next(iter(shelves.dossier.catalogue.accounts_named(account)), "")
    if asked.get("account") and not account:
        raise DragomanError("there is no such account: choose one from the timeline")
    lanes = asked.get("lanes", "")
    return View(
        by=by,
        first=day_of_words(asked.get("from", "")),
        last=day_of_words(asked.get("to", ""), last=True),
        family=family,
        account=account,
        thing=thing,
        lanes=min(int(lanes), 2000) if lanes.isdecimal() else LANES,
    )


def address_of(view: View, **changes: str | int | None) -> str:
    """The timeline in this view, with these changes."""
    return address("/timeline", asks_of(view, **changes))


def address(page: str, asks: Mapping[str, str]) -> str:
    """A page with what is asked of it."""
    return f"{page}?{urlencode(asks)}" if asks else page


def words_of_lineage(shelves: Shelves) -> dict[str, Any]:
    """What the drawing of a lineage needs beside it."""
    return {
        **words_of_pictures(shelves),
        "colours": kinds_of_state,
        "sizes": {"dates": stemma.DATES, "box": stemma.BOX, "verbs": stemma.VERBS},
        "state_labels": FAMILY_LABELS,
    }


def words_of_pictures(shelves: Shelves) -> dict[str, Any]:
    """What every picture needs beside it."""
    return {"day_in_words": day_in_words, "side_of": partial(side_of, shelves)}
