"""Fingerprints: whether a file, and everything that reads it, is what it was at the last build.

fingerprint_of(path) -> "4f0a…", another as soon as a byte, a reader, an extractor or a table differs
"""

from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

# What stands right of the store draws conclusions; it does not change what was drafted.
_RIGHT_OF_THE_STORE = frozenset(
    {
        "__pycache__",
        "cli",
        "engines",
        "explaining.py",
        "exports",
        "labels.py",
        "ledgers",
        "lives.py",
        "pipeline.py",
        "printing",
        "reconcile",
        "relating.py",
        "rules",
        "store",
        "web",
    }
)


def fingerprint_of(path: Path, beside: str = "") -> str:
    """The digest of a file's bytes, of the code that reads it, and of what is known beside it.

    That of nothing for a file that has gone.
    """
    try:
        content = blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        content = "gone"
    return f"{content}-{_code()}{beside and '-'}{beside}"


@lru_cache(maxsize=1)
def _code() -> str:
    """The digest of every source file and table left of the store."""
    digest = blake2b(digest_size=8)
    for name, content in _sources(files("dragoman"), ""):
        digest.update(name.encode() + b"\x1f" + content)
    return digest.hexdigest()


def _sources(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name in _RIGHT_OF_THE_STORE:
            continue
        if entry.is_dir():
            found += _sources(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".py", ".txt", ".toml", ".csv")):
            found.append((f"{prefix}{entry.name}", entry.read_bytes()))
    return found
