"""A piece of the globe on a flat leaf: where a place falls, and the coasts and borders inside the frame.

Frame(lat=41, lon=43, span=12).at(43.1, 40.6) -> (x, y)        true to scale along its middle parallel
"""

from collections.abc import Iterable, Iterator, Sequence
from math import cos, radians

import msgspec

from dragoman.web.pictures.world import Point

WIDTH, HEIGHT = 1130.0, 640.0
NARROWEST, WIDEST = 0.6, 360.0
KM = 111.32  # in a degree of latitude
_FINE = 0.7  # points nearer than this to the last are left out


class Frame(msgspec.Struct, frozen=True):
    """What is shown: the middle, and how many degrees of longitude from edge to edge."""

    lat: float
    lon: float
    span: float

    @property
    def scale(self) -> float:
        """Units of the drawing for one degree of longitude at the middle parallel."""
        return WIDTH / self.span

    @property
    def upright(self) -> float:
        """Units of the drawing for one degree of latitude."""
        return self.scale / cos(radians(min(abs(self.lat), 75.0)))

    def at(self, lon: float, lat: float) -> Point:
        """Where a place falls on the leaf."""
        return WIDTH / 2 + (lon - self.lon) * self.scale, HEIGHT / 2 - (lat - self.lat) * self.upright

    def shows(self, lon: float, lat: float, margin: float = 0.0) -> bool:
        """Whether a place falls inside the frame."""
        x, y = self.at(lon, lat)
        return -margin <= x <= WIDTH + margin and -margin <= y <= HEIGHT + margin

    def kilometres(self, kilometres: float) -> float:
        """That distance on the leaf."""
        return kilometres / KM * self.upright


def frame_around(places: Sequence[Point]) -> Frame:
    """The frame that shows all these (longitude, latitude), with room about them."""
    if not places:
        return Frame(20.0, 10.0, WIDEST)
    lons, lats = [lon for lon, _ in places], [lat for _, lat in places]
    lat = (min(lats) + max(lats)) / 2
    wide = max(lons) - min(lons)
    # As wide as it must be for the height to fit too.
    tall = (max(lats) - min(lats)) / cos(radians(min(abs(lat), 75.0))) * WIDTH / HEIGHT
    span = min(max(wide * 1.25, tall * 1.3, 4.0), WIDEST)
    frame = Frame(round(lat, 3), round((min(lons) + max(lons)) / 2, 3), round(span, 3))
    # No leaf is wasted on what lies beyond the poles.
    half = min(HEIGHT / 2 / frame.upright, 88.0)
    return msgspec.structs.replace(frame, lat=round(max(half - 88.0, min(88.0 - half, lat)), 3))


def areas_in(frame: Frame, rings: Iterable[Sequence[Point]]) -> str:
    """The path of all rings as far as they fall inside the frame."""
    return "".join(_area(frame, ring, round_) for ring in rings for round_ in _rounds(frame, ring))


def _rounds(frame: Frame, ring: Sequence[Point]) -> Iterator[float]:
    """How many degrees to turn a ring so that it comes into the frame: none, or once round the globe."""
    left, right = min(lon for lon, _ in ring), max(lon for lon, _ in ring)
    for turn in (-360.0, 0.0, 360.0):
        if left + turn < frame.lon + frame.span and right + turn > frame.lon - frame.span:
            yield turn


def _area(frame: Frame, ring: Sequence[Point], turn: float) -> str:
    across, down = frame.scale, frame.upright
    left, top = WIDTH / 2 + (turn - frame.lon) * across, HEIGHT / 2 + frame.lat * down
    points = [(left + lon * across, top - lat * down) for lon, lat in ring]
    for axis, edge, sign in ((0, -9.0, 1), (0, WIDTH + 9, -1), (1, -9.0, 1), (1, HEIGHT + 9, -1)):
        points = list(_cut(points, axis, edge, sign))
        if not points:
            return ""
    thinned = list(_thinned(points))
    return _path(thinned) + "Z" if len(thinned) > 2 else ""


def _cut(points: Sequence[Point], axis: int, edge: float, sign: int) -> Iterator[Point]:
    """A ring cut off at one edge (Sutherland and Hodgman)."""
    for before, after in zip((points[-1], *points[:-1]), points, strict=True):
        was, is_ = (before[axis] - edge) * sign >= 0, (after[axis] - edge) * sign >= 0
        if was != is_:
            share = (edge - before[axis]) / (after[axis] - before[axis])
            yield before[0] + share * (after[0] - before[0]), before[1] + share * (after[1] - before[1])
        if is_:
            yield after


def lines_in(frame: Frame, lines: Iterable[Sequence[Point]]) -> str:
    """The path of all lines as far as they fall inside the frame."""
    pieces: list[str] = []
    across, down = frame.scale, frame.upright
    left, top = WIDTH / 2 - frame.lon * across, HEIGHT / 2 + frame.lat * down
    for line in lines:
        held: list[Point] = []
        for lon, lat in (*line, (999.0, 0.0)):
            x, y = left + lon * across, top - lat * down
            if -40.0 <= x <= WIDTH + 40.0 and -40.0 <= y <= HEIGHT + 40.0:
                held.append((x, y))
                continue
            if len(held) > 1:
                pieces.append(_path(list(_thinned(held))))
            held = []
    return "".join(pieces)


def _thinned(points: Sequence[Point]) -> Iterator[Point]:
    last = (-1e9, -1e9)
    for number, point in enumerate(points):
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) >= _FINE or number == len(points) - 1:
            yield point
            last = point


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def bar_of(frame: Frame) -> tuple[int, float]:
    """A round number of kilometres for the scale bar, and its length on the leaf."""
    for kilometres in (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1):
        if (length := frame.kilometres(kilometres)) <= 170:
            return kilometres, round(length, 1)
    return 1, round(frame.kilometres(1), 1)
