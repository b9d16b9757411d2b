"""The pages of pictures: /lineage, /timeline, /map. Every state of a picture is its address.

pictures_on(app, room.shelves, printer)
"""

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from dragoman.web.pictures import lineage as stemma
from dragoman.web.pictures.lineage import lineage_of
from dragoman.web.pictures.scale import day_in_words, day_of_words
from dragoman.web.pictures.states import FAMILY_LABELS, kinds_of_state
from dragoman.web.printing import Printer
from dragoman.web.room import Shelves
from dragoman.web.telling import side_of


def pictures_on(app: FastAPI, shelves_of: Callable[[], Shelves], printer: Printer) -> None:
    """Adds the pages of pictures to the reading room."""

    @app.get("/lineage", response_class=HTMLResponse)
    async def lineage(request: Request, on: str = "") -> Response:
        shelves = shelves_of()
        day = day_of_words(on, last=True)
        drawing = lineage_of(shelves, day)
        return printer.page(
            "lineage.html", request, shelves, drawing=drawing, on=on, day=day, **words_of_lineage(shelves)
        )


def words_of_lineage(shelves: Shelves) -> dict[str, Any]:
    """What the drawing of a lineage needs beside it."""
    return {
        "colours": kinds_of_state,
        "day_in_words": day_in_words,
        "side_of": lambda one: side_of(shelves, one),
        "sizes": {"dates": stemma.DATES, "box": stemma.BOX, "verbs": stemma.VERBS},
        "state_labels": FAMILY_LABELS,
    }
