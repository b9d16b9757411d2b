"""Fingerprints: whether a file, and everything that reads it, is what it was at the last build.

fingerprint_of(path) -> "4f0a…", another as soon as a byte, a reader, an extractor or a table differs
mark_of(topic)       -> "77b2…", another as soon as anything in the topic or in the rules differs
"""

from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from dragoman.model import Topic

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
        "training",
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


def mark_of(topic: Topic) -> str:
    """The digest of all that a topic holds and of the code that concludes from it: equal marks, equal findings."""
    return f"{blake2b(msgspec.msgpack.encode(topic), digest_size=12).hexdigest()}-{_concluding()}"


@lru_cache(maxsize=1)
def _concluding() -> str:
    """The digest of the rules and of what they lean on."""
    digest = blake2b(_code().encode(), digest_size=8)
    house = files("dragoman")
    for name in ("labels.py", "lives.py", "relating.py"):
        digest.update(name.encode() + b"\x1f" + house.joinpath(name).read_bytes())
    for name, content in _sources(house.joinpath("rules"), "rules/"):
        digest.update(name.encode() + b"\x1f" + content)
    return digest.hexdigest()


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
