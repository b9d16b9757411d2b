"""The timeline: what is told, on a line of days, each thing only as sharp as the account has it.

on a day: a pip          over a time: a bar          some time in it: a pale bar with soft ends
before, after: an arrow that fades away              many at once: how many there are, until one looks closer

timeline_of(shelves, View(by="actor", first=700000, last=702000)).lanes[0].marks
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import inf

import msgspec
from msgspec.structs import replace

from dragoman.model import Heading
from dragoman.web.pictures.counted import Counted, counted_in, ends_of, told_between
from dragoman.web.pictures.lettering import width_of, wrapped
from dragoman.web.pictures.scale import Scale, Tick, ticks_of
from dragoman.web.pictures.timed import Told, View, first_of, last_of, told_in
from dragoman.web.room import Shelves

WIDTH = 1130.0
ROW, SIZE, HEAD, TOP = 18.0, 13.0, 30.0, 34.0
LABEL = 340.0  # a label wider than this goes on in a second line
PIP = 9.0
ARROW = 92.0
MOST = 400  # marks in one drawing; more are told as numbers
DEEPEST = 16  # rows in one lane; more are told as numbers
GRAVE = 12
HEAP = 3.0
BINS = 36


class Mark(msgspec.Struct, frozen=True):
    """A thing told, where it is drawn: its mark from `x` on and its label in lines; `y` is the top of its first row."""

    told: Told
    x: float
    width: float
    label_x: float
    lines: tuple[str, ...]
    anchor: str
    y: float = 0.0


class Heap(msgspec.Struct, frozen=True):
    """So many things in a stretch that they are only counted."""

    x: float
    width: float
    height: float
    count: int
    first: int
    last: int


class Lane(msgspec.Struct, frozen=True):
    """One account, actor, instrument or place: what it tells in the view, and how much before and after."""

    key: str
    title: str
    siglum: str
    heading: Heading | None
    marks: tuple[Mark, ...]
    heaps: tuple[Heap, ...]
    y: float
    height: float
    before: tuple[int, int] | None
    after: tuple[int, int] | None


class Timeline(msgspec.Struct, frozen=True):
    """The drawing, and what there is beyond it; `counted` where far more is told than is read for it."""

    view: View
    scale: Scale
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: float
    all_first: int
    all_last: int
    more_lanes: int
    undated: int
    total: int
    counted: bool = False


def timeline_of(shelves: Shelves, view: View) -> Timeline | None:
    """The timeline of a dossier in this view; None where nothing of it is dated."""
    counted = counted_in(shelves, view)
    if counted:
        return _of_counts(shelves, view, counted)
    told, undated = told_in(shelves, view)
    if not told:
        return None
    ends = [day for one in told for day in (one.earliest, one.latest) if day is not None]
    margin = max(1, (max(ends) - min(ends)) // 25)
    all_first, all_last = min(ends) - margin, max(ends) + margin
    bulk = _bulk(told, all_first, all_last)
    first = bulk[0] if view.first is None else view.first
    last = max(bulk[1] if view.last is None else view.last, first)
    scale = Scale(first, last, WIDTH)
    by_lane: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_lane[one.lane].append(one)
    keys = _ordered(shelves, by_lane, view)
    crowded = sum(_meets(one, scale) for one in told) > MOST
    lanes = list(_laid(shelves, [(key, by_lane[key]) for key in keys[: view.lanes]], scale, crowded=crowded))
    return Timeline(
        view=view,
        scale=scale,
        lanes=tuple(lanes),
        ticks=ticks_of(scale),
        height=(lanes[-1].y + lanes[-1].height if lanes else TOP) + 8,
        all_first=all_first,
        all_last=all_last,
        more_lanes=max(0, len(keys) - view.lanes),
        undated=undated,
        total=len(told),
    )


def _of_counts(shelves: Shelves, view: View, counted: Counted) -> Timeline | None:
    """The timeline of so much that it is counted by the year, and read only where the view holds few enough."""
    years = counted.every()
    if not years:
        return None
    all_first, all_last = ends_of(years[0][0])[0], ends_of(years[-1][0])[1]
    few = sum(times for _, times in years) // 50
    near = next(year for year, before in zip(years, accumulate(n for _, n in years), strict=True) if before > few)[0]
    first = max(all_first, ends_of(near)[0]) if view.first is None else view.first
    last = max(all_last if view.last is None else view.last, first)
    scale = Scale(first, last, WIDTH)
    told = told_between(shelves, view, counted, (first, last), MOST)
    by_lane: dict[str, list[Told]] = defaultdict(list)
    for one in told or ():
        by_lane[one.lane].append(one)
    lanes = list(_laid(shelves, [(key, by_lane[key]) for key in counted.keys], scale, crowded=False))
    if told is None:
        lanes = list(_heaped(lanes, counted, scale))
    return Timeline(
        view=view,
        scale=scale,
        lanes=tuple(replace(one, **_beyond(counted, one.key, scale)) for one in lanes),
        ticks=ticks_of(scale),
        height=lanes[-1].y + lanes[-1].height + 8,
        all_first=all_first,
        all_last=all_last,
        more_lanes=counted.more,
        undated=counted.undated,
        total=counted.total,
        counted=told is None,
    )


def _heaped(lanes: Sequence[Lane], counted: Counted, scale: Scale) -> Iterator[Lane]:
    """The lanes with what each tells counted in stretches of years, the wider the more lanes there are."""
    y, bins = TOP, max(4, min(BINS, MOST // max(1, len(lanes))))
    for lane in lanes:
        heaps = tuple(_heaps(counted.spans(lane.key, scale.first, scale.last), scale, bins))
        height = HEAD + HEAP * ROW + 10 if heaps else 0.0
        yield replace(lane, heaps=heaps, y=y, height=height)
        y += height


def _beyond(counted: Counted, key: str, scale: Scale) -> dict[str, tuple[int, int] | None]:
    """How much a lane tells of the years before and after the view, and where one would look for it."""
    before = [(year, n) for year, n in counted.years[key].items() if ends_of(year)[1] < scale.first]
    after = [(year, n) for year, n in counted.years[key].items() if ends_of(year)[0] > scale.last]
    half = scale.days // 2
    return {
        "before": (sum(n for _, n in before), ends_of(max(before)[0])[1] - half) if before else None,
        "after": (sum(n for _, n in after), ends_of(min(after)[0])[0] - half) if after else None,
    }


def _bulk(told: Sequence[Told], first: int, last: int) -> tuple[int, int]:
    """Where a view begins by itself: on all, but for a few strays so far off that all else would be one spot."""
    days = sorted((first_of(one) + last_of(one)) // 2 for one in told)
    few = len(days) // 20
    near, far = days[few], days[-1 - few]
    margin = max(365, (far - near) // 10)
    return (near - margin, far + margin) if few and last - first > 2 * (far - near + 2 * margin) else (first, last)


# ---- where it stands -------------------------------------------------------------------------------------------------


def _ordered(shelves: Shelves, by_lane: dict[str, list[Told]], view: View) -> list[str]:
    """Accounts in their own order, things by how much is told of them."""
    if view.by == "account":
        return sorted(by_lane, key=shelves.places.__getitem__)
    return sorted(by_lane, key=lambda key: (-len(by_lane[key]), shelves.headings[key].label))


def _meets(one: Told, scale: Scale) -> bool:
    """Whether it is in view; what has an open end is drawn where its other end is."""
    first = one.earliest if one.earliest is not None else one.latest
    last = one.latest if one.latest is not None else one.earliest
    return first is not None and last is not None and first <= scale.last and last >= scale.first


def _laid(shelves: Shelves, lanes: Sequence[tuple[str, list[Told]]], scale: Scale, *, crowded: bool) -> Iterator[Lane]:
    y = TOP
    for key, told in lanes:
        seen = [one for one in told if _meets(one, scale)]
        shown = bool(seen)  # a lane with nothing in view is only named
        marks, rows = _stacked([_mark(one, scale) for one in seen], y + HEAD) if not crowded else ((), inf)
        heaped = rows > DEEPEST
        if heaped:  # what is contradicted is never lost in a number
            grave = [one for one in seen if one.contrary][:GRAVE]
            marks, rows = _stacked([_mark(one, scale) for one in grave], y + HEAD)
            rows += HEAP
        height = HEAD + rows * ROW + 10 if shown else 0.0
        heading, account = shelves.headings.get(key), shelves.accounts.get(key)
        yield Lane(
            key=key,
            title=heading.label[:1].upper() + heading.label[1:] if heading else account.name if account else key,
            siglum=shelves.sigla.get(key, ""),
            heading=heading,
            marks=marks,
            heaps=tuple(_heaps([(_ends(one), 1) for one in seen], scale)) if heaped else (),
            y=y,
            height=height,
            before=_before(told, scale),
            after=_after(told, scale),
        )
        y += height


def _before(told: Sequence[Told], scale: Scale) -> tuple[int, int] | None:
    """How many things are told of before the view, and the first day of a view with the nearest in its middle."""
    days = [last_of(one) for one in told if last_of(one) < scale.first]
    return (len(days), max(days) - scale.days // 2) if days else None


def _after(told: Sequence[Told], scale: Scale) -> tuple[int, int] | None:
    """The same for after the view."""
    days = [first_of(one) for one in told if first_of(one) > scale.last]
    return (len(days), min(days) - scale.days // 2) if days else None


def _mark(one: Told, scale: Scale) -> Mark:
    """The mark and its label: right of it, else left of it, else along the edge; never cut."""
    if one.shape == "before":
        x1 = scale.at((one.latest or 0) + 1)
        x0 = max(x1 - ARROW, 0.0)
    elif one.shape == "after":
        x0 = scale.at(one.earliest or 0)
        x1 = min(x0 + ARROW, WIDTH)
    else:
        x0, x1 = scale.at(first_of(one)), scale.at(last_of(one) + 1)
        if x1 - x0 < PIP:
            x0, x1 = (x0 + x1 - PIP) / 2, (x0 + x1 + PIP) / 2
    lines = wrapped(one.label, SIZE, LABEL)
    wide = max(width_of(line, SIZE) for line in lines)
    anchor = "start"
    if min(x1, WIDTH) + 6 + wide <= WIDTH:
        label_x = max(x1, 0.0) + 6
    elif max(x0, 0.0) - 6 - wide >= 0:
        label_x, anchor = min(x0, WIDTH) - 6, "end"
    else:  # a bar across the view: the label stands under it
        label_x, anchor = max(min(x0 + 8, WIDTH - wide), 4.0), "under"
    # A bar that goes on beyond the view keeps its length, so that its ends are soft where they are and not at the edge.
    x0, x1 = max(x0, -WIDTH), min(x1, 2 * WIDTH)
    return Mark(one, round(x0, 1), round(max(x1 - x0, 1.0), 1), round(label_x, 1), lines, anchor)


def _stacked(marks: list[Mark], top: float) -> tuple[tuple[Mark, ...], float]:
    """Each mark in the highest rows where it and its label have room."""
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for mark in sorted(marks, key=lambda one: (one.x, -one.width, one.told.label)):
        left, right = _extent(mark)
        deep = len(mark.lines) + (mark.anchor == "under")
        row = next(r for r in range(len(rows) + 1) if all(_free(rows, r + n, left, right) for n in range(deep)))
        while len(rows) < row + deep:
            rows.append([])
        for n in range(deep):
            rows[row + n].append((left, right))
        placed.append(replace(mark, y=top + row * ROW))
    return tuple(placed), float(len(rows))


def _extent(mark: Mark) -> tuple[float, float]:
    wide = max(width_of(line, SIZE) for line in mark.lines)
    start = mark.label_x - wide if mark.anchor == "end" else mark.label_x
    return min(mark.x, start) - 5, max(mark.x + mark.width, start + wide) + 5


def _free(rows: list[list[tuple[float, float]]], row: int, left: float, right: float) -> bool:
    return row >= len(rows) or all(right <= a or b <= left for a, b in rows[row])


def _ends(one: Told) -> tuple[int, int]:
    return first_of(one), last_of(one)


def _heaps(seen: Iterable[tuple[tuple[int, int], int]], scale: Scale, bins: int = BINS) -> Iterator[Heap]:
    """How many things fall into each stretch, given their ends and how many they are; looking closer opens them."""
    counts: dict[int, int] = defaultdict(int)
    for (first, last), times in seen:
        middle = (max(first, scale.first) + min(last, scale.last)) / 2
        counts[min(bins - 1, int(scale.at(middle) / WIDTH * bins))] += times
    most = max(counts.values(), default=1)
    for at, count in sorted(counts.items()):
        first = scale.first + at * scale.days // bins
        last = max(first, scale.first + (at + 1) * scale.days // bins - 1)
        step = WIDTH / bins
        yield Heap(at * step + 2, step - 4, max(3.0, (HEAP - 0.9) * ROW * count / most), count, first, last)
