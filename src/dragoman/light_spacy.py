"""spaCy without its command line: it loads in half the time.

`import spacy` also loads `spacy.cli`, with all that is needed to train and publish models: two seconds that every
command of ours and every worker would wait for. It wants one function of it, `info`, which finds the real one when it
is called. Whoever has spaCy loaded already keeps it as it is.
"""

import importlib
import sys
from types import ModuleType
from typing import Any

_PARTS = ("spacy.cli", "spacy.cli.info")


def load() -> None:
    """Loads spaCy, if nobody has yet."""
    if "spacy" in sys.modules:
        return
    line, part = (ModuleType(name) for name in _PARTS)
    line.__path__ = []
    part.info = _info  # type: ignore[attr-defined]
    sys.modules.update(zip(_PARTS, (line, part), strict=True))
    try:
        spacy = importlib.import_module("spacy")
    finally:
        for name in _PARTS:
            del sys.modules[name]
    # Now that the stand-ins are gone, `import spacy.cli` finds the real one.
    if getattr(spacy, "cli", None) is line:
        del spacy.cli


def _info(*args: Any, **kwargs: Any) -> Any:
    return importlib.import_module("spacy.cli.info").info(*args, **kwargs)


load()
