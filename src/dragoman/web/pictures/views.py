"""The views around a timeline, each as the words of an address: nearer, farther, earlier, later, a century to a day.

asks_of(View(by="actor"), first=700000) -> {"by": "actor", "from": "1917-07-15"}
"""

from msgspec.structs import replace

from dragoman.edtf import day_text
from dragoman.web.pictures.timed import LANES, View
from dragoman.web.pictures.timeline import Timeline


def asks_of(view: View, **changes: str | int | None) -> dict[str, str]:
    """The view as the words of an address, with these changes; what is as by default is left out."""
    shown = replace(view, **changes)
    given = {
        "by": "" if shown.by == "account" else shown.by,
        "from": day_text(shown.first) if shown.first is not None else "",
        "to": day_text(shown.last) if shown.last is not None else "",
        "acts": shown.family,
        "account": shown.account,
        "thing": shown.thing,
        "lanes": "" if shown.lanes == LANES else str(shown.lanes),
    }
    return {name: value for name, value in given.items() if value}


def nearer(drawing: Timeline) -> dict[str, dict[str, str]]:
    """The views around this one: nearer, farther, earlier, later, all of it, and a century down to a day."""
    scale, view = drawing.scale, drawing.view
    middle, days = scale.first + scale.days // 2, scale.days
    quarter = max(1, days // 4)

    def around(span: int) -> dict[str, str]:
        first = middle - span // 2
        return asks_of(view, first=first, last=first + span - 1)

    return {
        "nearer": around(max(1, days // 2)),
        "farther": around(min(days * 2, 4_000_000)),
        "earlier": asks_of(view, first=scale.first - quarter, last=scale.last - quarter),
        "later": asks_of(view, first=scale.first + quarter, last=scale.last + quarter),
        "all": asks_of(view, first=drawing.all_first, last=drawing.all_last),
        **{name: around(span) for name, span in SPANS.items()},
    }


SPANS = {"century": 36_525, "decade": 3653, "year": 365, "month": 31, "week": 7, "day": 1}
