"""The map: the places of a dossier under their names of the time, and who claims what on a day.

Nothing is drawn finer than it is known: without a boundary a claim is a circle marked as approximate.

    map_of(shelves, frame=None, day=None).spots[0].label -> "Alexandropol"
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from dragoman.web.pictures.lettering import width_of
from dragoman.web.pictures.places import (
    KNOWN,
    Claim,
    Placed,
    claimed_nowhere,
    claims_of,
    claims_on,
    placed_anywhere,
    placed_at,
    places_of,
)
from dragoman.web.pictures.projection import HEIGHT, WIDEST, WIDTH, Frame, areas_in, bar_of, frame_around, lines_in
from dragoman.web.pictures.world import world_of
from dragoman.web.room import Shelves

SIZE, SMALL = 13.0, 11.0
WHOLE = 110.0  # from so many degrees on, the coarse coast is fine enough
MOST = 160  # places on one map
FEW = 80  # where more lie in it, those most spoken of
MOST_LINES = 24  # read of the ledger of each
QUOTED = 120  # claims in their own words beneath it
MOST_RINGS = 6
HUES = 8
_SMALLEST = 15.0  # a circle that can still be seen hatched

Rectangle = tuple[float, float, float, float]


class Ring(msgspec.Struct, frozen=True):
    """A claim as a hatched circle. `number` is the claimant's, for its colour and the slope of the hatching."""

    claim: Claim
    number: int
    radius: float


class Spot(msgspec.Struct, frozen=True):
    """A place on the leaf. `label_at` is None where no room was left: then `number` leads to the list."""

    placed: Placed
    x: float
    y: float
    label: str
    beneath: tuple[str, ...]
    rings: tuple[Ring, ...]
    silent: bool
    label_at: tuple[float, float] | None = None
    leader: str = ""
    anchor: str = "start"
    number: int = 0


class Claimant(msgspec.Struct, frozen=True):
    """Who claims, by the number of its hatching."""

    number: int
    name: str
    places: int


class Map(msgspec.Struct, frozen=True):
    """The drawing; `elsewhere` are places outside the frame, `unplaced` are ledgers of what no map can show.

    `left_out` counts what lies in the frame and is not drawn, `out_of_view` all that lies outside, of which `elsewhere`
    are the first; `more` the lines of each ledger that are not read.

    `guessed` are names that might be places and that nothing but their neighbours places: they are told, not drawn.
    """

    frame: Frame
    land: str
    borders: str
    grid: str
    bar: tuple[int, float]
    spots: tuple[Spot, ...]
    claimants: tuple[Claimant, ...]
    elsewhere: tuple[Placed, ...]
    unplaced: tuple[tuple[str, tuple[Claim, ...]], ...]
    guessed: tuple[Placed, ...]
    ledgers: dict[str, tuple[Claim, ...]]
    more: dict[str, int]
    left_out: int = 0
    out_of_view: int = 0


def map_of(shelves: Shelves, frame: Frame | None = None, day: int | None = None) -> Map:
    """The map of a dossier in this frame (None: where its places lie) on this day (None: in the end)."""
    places = [one for one in places_of(shelves) if not one.guessed]
    frame = frame or _middle(places, [one for one in places if claims_of(shelves, one.heading.id)])
    here, inside = _inside(shelves, frame)
    beyond = [one for one in places if not frame.shows(one.lon, one.lat)]
    known = placed_anywhere(shelves)
    # Of few places each claimant keeps its colour wherever one looks.
    told = [*inside, *(beyond if known <= KNOWN else ())]
    unplaced = claimed_nowhere(shelves)
    ledgers = {
        one: claims
        for one in (*(each.heading.id for each in told), *unplaced)
        if (claims := claims_on(shelves, one, day, MOST_LINES)) is not None
    }
    land, borders = _outlines(frame)
    claimants = tuple(_claimants(told, ledgers))
    spots = [_spot(frame, one, ledgers.get(one.heading.id), claimants) for one in inside]
    return Map(
        frame=frame,
        land=land,
        borders=borders,
        grid=_grid(frame),
        bar=bar_of(frame),
        spots=tuple(_labelled(spots)),
        claimants=claimants,
        elsewhere=tuple(beyond),
        left_out=here - len(inside),
        out_of_view=known - here,
        unplaced=tuple((shelves.headings[one].label, ledgers[one]) for one in unplaced if one in ledgers),
        guessed=tuple(one for one in places_of(shelves) if one.guessed),
        ledgers=ledgers,
        more={one: claims_of(shelves, one) - MOST_LINES for one in ledgers},
    )


def _inside(shelves: Shelves, frame: Frame) -> tuple[int, list[Placed]]:
    """How many places lie in the frame, and so many of them as can be drawn, those most spoken of first."""
    tall, wide = HEIGHT / 2 / frame.upright, frame.span / 2
    box = (frame.lat - tall, frame.lat + tall, frame.lon - wide, frame.lon + wide)
    here, spots = shelves.dossier.charts.spots_in(*box, MOST)
    return here, [placed_at(shelves, one) for one in spots[: MOST if here <= MOST else FEW]]


def quoted_each(drawing: Map) -> int:
    """How many claims on each place stand beneath the map in their own words."""
    told = sum(min(6, len(drawing.ledgers.get(one.placed.heading.id, ()))) for one in drawing.spots)
    return 6 if told <= QUOTED else max(1, QUOTED // len(drawing.spots))


@lru_cache(maxsize=24)
def _outlines(frame: Frame) -> tuple[str, str]:
    """Coasts and borders in this frame; kept, so that sliding along the days does not draw them again."""
    world = world_of("110m" if frame.span >= WHOLE else "50m")
    return areas_in(frame, world.land), lines_in(frame, world.borders)


def _middle(places: Sequence[Placed], told: Sequence[Placed]) -> Frame:
    """The frame to begin with: about what is claimed, with what lies round it; else about the towns and districts."""
    claimed = [(one.lon, one.lat) for one in told]
    if len(claimed) > 1:
        close = frame_around(claimed)
        return msgspec.structs.replace(close, span=min(close.span * 1.6, WIDEST))
    fine = [(one.lon, one.lat) for one in places if not one.is_country]
    return frame_around(fine if len(fine) > 1 else [(one.lon, one.lat) for one in places])


def _claimants(places: Sequence[Placed], ledgers: dict[str, tuple[Claim, ...]]) -> Iterator[Claimant]:
    """Those who claim what is on the map, most claims first, so that each keeps its colour on every day."""
    counts: dict[str, int] = {}
    for one in places:
        for holder in {claim.holder for claim in ledgers.get(one.heading.id, ()) if claim.drawn}:
            counts[holder] = counts.get(holder, 0) + 1
    for number, holder in enumerate(sorted(counts, key=lambda name: (-counts[name], name))):
        yield Claimant(number % HUES, holder, counts[holder])


def _spot(frame: Frame, place: Placed, claims: tuple[Claim, ...] | None, claimants: Sequence[Claimant]) -> Spot:
    numbers = {one.name: one.number for one in claimants}
    first = {claim.holder: claim for claim in reversed(claims or ()) if claim.drawn}
    x, y = frame.at(place.lon, place.lat)
    radius = max(frame.kilometres(place.reach), _SMALLEST)
    rings = tuple(
        Ring(claim, numbers[holder], round(radius + 5 * at, 1))
        for at, (holder, claim) in enumerate(sorted(first.items())[:MOST_RINGS])
    )
    label = place.heading.label[:1].upper() + place.heading.label[1:]
    silent = claims == ()
    return Spot(
        placed=place,
        x=round(x, 1),
        y=round(y, 1),
        label=label.upper() if place.is_country else label,
        beneath=tuple(_beneath(place, claimed=bool(rings), silent=silent)),
        rings=rings,
        silent=silent,
    )


def _beneath(place: Placed, *, claimed: bool, silent: bool) -> Iterator[str]:
    """The small words under a name: what it is called now, how well it is placed, and that nobody says whose it is."""
    if place.modern and place.modern.casefold() not in place.heading.label.casefold() and not place.is_country:
        yield f"now {place.modern}"
    if claimed or (place.approximate and not place.is_country):
        yield "approximate"
    if silent:
        yield "no account says"


# ---- labels ----------------------------------------------------------------------------------------------------------


def _labelled(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Each label where it has room and covers no other; those that find none get a number for the list."""
    taken: list[Rectangle] = [
        (one.x - 5, one.y - 5, one.x + 5, one.y + 5) for one in spots if not one.placed.is_country
    ]
    number = 0
    for spot in sorted(
        spots, key=lambda one: (not one.rings and not one.silent, one.placed.is_country, -one.placed.weight)
    ):
        found = next((each for each in _candidates(spot) if _free(each[2], taken)), None)
        if found is None:
            number += 1
            yield msgspec.structs.replace(spot, number=number)
            continue
        at, anchor, box = found
        taken.append(box)
        yield msgspec.structs.replace(spot, label_at=at, anchor=anchor, leader=_leader(spot, box))


def _candidates(spot: Spot) -> Iterator[tuple[tuple[float, float], str, Rectangle]]:
    """Places for a label, best first: right, left, above, below, then farther round the circle."""
    size = SIZE if not spot.placed.is_country else SIZE * 1.12
    wide = max(width_of(spot.label, size), *(width_of(line, SMALL) for line in spot.beneath), 0.0)
    tall = SIZE + 13 * len(spot.beneath)
    out = spot.rings[-1].radius * 0.72 if spot.rings else 0.0
    if spot.placed.is_country:
        yield _candidate(spot.x, spot.y + 4, "middle", wide, tall)
    for away in (7.0, out + 7, out + 20):
        yield _candidate(spot.x + away, spot.y + 4, "start", wide, tall)
        yield _candidate(spot.x - away, spot.y + 4, "end", wide, tall)
        yield _candidate(spot.x, spot.y - away - tall + SIZE - 2, "middle", wide, tall)
        yield _candidate(spot.x, spot.y + away + SIZE - 2, "middle", wide, tall)
        for up in (-1, 1):
            yield _candidate(spot.x + away, spot.y + up * (away + 6), "start", wide, tall)
            yield _candidate(spot.x - away, spot.y + up * (away + 6), "end", wide, tall)


def _leader(spot: Spot, box: Rectangle) -> str:
    """A thin line from a label to a spot that is not beside it."""
    x, y = max(box[0], min(spot.x, box[2])), max(box[1], min(spot.y, box[3]))
    far = not spot.placed.is_country and abs(x - spot.x) + abs(y - spot.y) > 14
    return f"M{x:.1f} {y:.1f}L{spot.x} {spot.y}" if far else ""


def _candidate(x: float, y: float, anchor: str, wide: float, tall: float) -> tuple[tuple[float, float], str, Rectangle]:
    left = {"start": x, "end": x - wide, "middle": x - wide / 2}[anchor]
    return (round(x, 1), round(y, 1)), anchor, (left - 2, y - SIZE, left + wide + 2, y - SIZE + tall + 4)


def _free(box: Rectangle, taken: Iterable[Rectangle]) -> bool:
    left, top, right, bottom = box
    if left < 2 or top < 2 or right > WIDTH - 2 or bottom > HEIGHT - 26:  # the last line is the map's own
        return False
    return all(right <= a or c <= left or bottom <= b or d <= top for a, b, c, d in taken)


def _grid(frame: Frame) -> str:
    """Meridians and parallels, every so many degrees."""
    step = next((one for one in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 45) if frame.span / one <= 9), 60)
    lines = []
    for number in range(int(-180 / step), int(180 / step) + 1):
        x, _ = frame.at(number * step, frame.lat)
        if 0 < x < WIDTH:
            lines.append(f"M{x:.1f} 0V{HEIGHT:g}")
    for number in range(int(-90 / step), int(90 / step) + 1):
        _, y = frame.at(frame.lon, number * step)
        if 0 < y < HEIGHT:
            lines.append(f"M0 {y:.1f}H{WIDTH:g}")
    return "".join(lines)
