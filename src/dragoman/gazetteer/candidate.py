"""A candidate: one place that a name may mean.

knows("Kars") -> (Candidate("Kars", kind="town", …), Candidate("Kars", kind="province", …))
"""

import math

import msgspec

from dragoman.model import Shape

_EARTH_KM = 6371.0


class Candidate(msgspec.Struct, frozen=True):
    """One place that a name may mean.

    `called` is the name asked for; `name` is the place's first name in its source. `country` is a modern ISO code and
    `admin` a modern division, "" where unknown. `since` and `until` bound the years in which the name was in use.
    `main` is False where the name asked for is only one of many other spellings in the world list.
    """

    name: str
    kind: str
    shape: Shape
    lat: float
    lon: float
    called: str = ""
    modern: str = ""
    within: str = ""
    country: str = ""
    admin: str = ""
    identifier: str = ""
    source: str = ""
    population: int = 0
    radius_km: float = 20.0
    since: int | None = None
    until: int | None = None
    main: bool = True
    known: bool = False

    def in_use(self, year: int | None) -> bool:
        """Whether the name was in use in that year, as far as the table says; True where nothing is known."""
        if year is None:
            return True
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)

    def km_to(self, other: "Candidate") -> float:
        """Kilometres between the two points."""
        return km(self.lat, self.lon, other.lat, other.lon)


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance between two points, in kilometres."""
    phi, psi = math.radians(lat), math.radians(other_lat)
    half = math.sin((psi - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(psi) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
