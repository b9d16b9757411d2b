"""dragoman reads accounts of diplomatic history and shows what each asserts, and where they disagree.

import dragoman
dossier = dragoman.build("my-dossier")
for finding in dossier.findings: print(finding.sentence)
dossier.table("assertion_view").to_pandas()
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.pipeline import build, findings_of, testimony_of
    from dragoman.store import Dossier

__all__ = ["Dossier", "DragomanError", "build", "findings_of", "open_dossier", "testimony_of"]

# The language model takes a second to load: it is fetched when a name that needs it is first used.
_ELSEWHERE = {
    "Dossier": "dragoman.store",
    "build": "dragoman.pipeline",
    "findings_of": "dragoman.pipeline",
    "testimony_of": "dragoman.pipeline",
}


def open_dossier(folder: str) -> "Dossier":
    """The dossier in this folder as it was last built. Raises DragomanError where there is none."""
    dossier: Dossier = __getattr__("Dossier").open(folder)
    return dossier


def __getattr__(name: str) -> Any:
    if name in _ELSEWHERE:
        return getattr(import_module(_ELSEWHERE[name]), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
