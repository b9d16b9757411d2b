"""Where a place lies, as far as it can be known.

"Kars province" -> Placement(shape=AREA, lat=40.6, lon=43.1, modern="Kars, Turkey", source="period table")
"""

from enum import StrEnum

import msgspec

from dragoman.model.text import Span


class Shape(StrEnum):
    """What a place is on a map."""

    POINT = "point"
    LINE = "line"
    AREA = "area"


class Placement(msgspec.Struct, frozen=True, gc=False):
    """One mention of a place and where we put it. `lat` and `lon` are degrees; None is *unplaced*, an honest answer.

    `identifier` is a GeoNames id where there is one; `because` says in words what decided; `confidence` is 0 to 1.
    """

    span: Span
    name: str
    kind: str
    shape: Shape = Shape.POINT
    lat: float | None = None
    lon: float | None = None
    modern: str = ""
    within: str = ""
    identifier: str = ""
    source: str = ""
    because: str = ""
    confidence: float = 0.0
