"""The gazetteer: which places a name may mean, and which of them it means here.

knows("Arpachay")[0].name -> "Akhuryan"
"""

from dragoman.gazetteer.candidate import Candidate, km
from dragoman.gazetteer.folding import key
from dragoman.gazetteer.lookup import knows
from dragoman.gazetteer.world import present

__all__ = ["Candidate", "key", "km", "knows", "present"]
