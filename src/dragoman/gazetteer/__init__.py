"""The gazetteer: which places a name may mean, and which of them it means here.

knows("Arpachay")[0].name -> "Akhuryan"
resolved(text, tuple(sightings(text)), year=1920)
"""

from dragoman.gazetteer.candidate import Candidate, km
from dragoman.gazetteer.finding import Sighting, sighted, sightings
from dragoman.gazetteer.folding import key
from dragoman.gazetteer.lookup import knows
from dragoman.gazetteer.resolving import Resolved, resolved, year_of
from dragoman.gazetteer.world import edition, present

__all__ = [
    "Candidate",
    "Resolved",
    "Sighting",
    "edition",
    "key",
    "km",
    "knows",
    "present",
    "resolved",
    "sighted",
    "sightings",
    "year_of",
]
