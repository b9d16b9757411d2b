"""The store: the hinge. Testimonies go in as rows, topics come out as columns; one SQLite file and one log.

with Draft(folder) as draft: ...        dossier = Dossier.open(folder)
"""

from dragoman.store.catalogue import Listed
from dragoman.store.charts import Spot
from dragoman.store.disk import DOSSIER, JUDGEMENTS
from dragoman.store.dossier import Dossier
from dragoman.store.draft import Draft
from dragoman.store.former import Former, unchanged
from dragoman.store.log import Log, append
from dragoman.store.log import read as read_log
from dragoman.store.log import read_file as read_log_file
from dragoman.store.search import Hit
from dragoman.store.tables import TABLES, Table
from dragoman.store.weighed import NamePair, Question

__all__ = [
    "DOSSIER",
    "JUDGEMENTS",
    "TABLES",
    "Dossier",
    "Draft",
    "Former",
    "Hit",
    "Listed",
    "Log",
    "NamePair",
    "Question",
    "Spot",
    "Table",
    "append",
    "read_log",
    "read_log_file",
    "unchanged",
]
