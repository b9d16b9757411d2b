"""The world's coasts and present-day borders, from the TopoJSON files that the build puts beside the pages.

world_of("110m").land -> rings of (longitude, latitude)        world_of("50m").borders -> lines between two countries
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from dragoman.web.printing import STATIC

VENDOR = STATIC / "vendor"
Point = tuple[float, float]


class World(msgspec.Struct, frozen=True):
    """Coasts as closed rings and borders as lines, in degrees; both empty where the files were not built in."""

    land: tuple[tuple[Point, ...], ...] = ()
    borders: tuple[tuple[Point, ...], ...] = ()


@lru_cache(maxsize=2)
def world_of(detail: str, folder: Path = VENDOR) -> World:
    """The world in this detail: "110m" for the whole of it, "50m" for a part."""
    file = folder / f"countries-{detail}.json"
    if not file.is_file():
        return World()
    topology = json.loads(file.read_text("utf-8"))
    arcs = [tuple(_points(arc, topology["transform"])) for arc in topology["arcs"]]
    land = [ring for one in topology["objects"]["land"]["geometries"] for ring in _rings_of(one)]
    used = Counter(
        arc if arc >= 0 else ~arc
        for one in topology["objects"]["countries"]["geometries"]
        for arc in {arc for ring in _rings_of(one) for arc in ring}
    )
    return World(
        land=tuple(tuple(_whole(_joined(ring, arcs))) for ring in land),
        borders=tuple(arcs[arc] for arc, countries in sorted(used.items()) if countries > 1),
    )


def _points(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """The points of an arc: each is written as a step from the one before, in whole units of the transform."""
    (width, height), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield x * width + left, y * height + low


def _rings_of(geometry: dict[str, Any]) -> Iterator[list[int]]:
    shapes = geometry.get("arcs", [])
    for shape in shapes if geometry["type"] == "MultiPolygon" else [shapes]:
        yield from shape


def _joined(ring: Sequence[int], arcs: Sequence[tuple[Point, ...]]) -> tuple[Point, ...]:
    """Arcs end to end; one with the bits turned over is walked backwards."""
    points: list[Point] = []
    for arc in ring:
        part = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points.extend(part[1:] if points else part)
    return tuple(points)


def _whole(ring: Sequence[Point]) -> Iterator[Point]:
    """The ring without the leap at the 180th meridian: beyond it the degrees count on; round a pole it closes there."""
    turn, last = 0.0, ring[0][0]
    for lon, lat in ring:
        turn += 360.0 * ((last - lon > 180) - (lon - last > 180))
        last = lon
        yield lon + turn, lat
    if turn:
        pole = 90.0 if sum(lat for _, lat in ring) > 0 else -90.0
        yield ring[-1][0] + turn, pole
        yield ring[0][0], pole
