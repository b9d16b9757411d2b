"""The shelf of readers: a file becomes an account, or a problem that says why not.

    read(Path("dossier/accounts/war.txt"), Path("dossier")) -> (Account(name="war", …), ())

To add one: a file with `read(source) -> Reading`, a line in READERS, a test.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from dragoman.layout.source import Reading, Source
from dragoman.layout.trouble import LONGEST_TEXT
from dragoman.model import Account, Code, Level, Problem
from dragoman.readers import html, records, text

READERS: Mapping[str, Callable[[Source], Reading]] = {
    ".csv": records.reader_of("csv"),
    ".htm": html.read,
    ".html": html.read,
    ".json": records.reader_of("json"),
    ".text": text.read,
    ".txt": text.read,
    ".xht": html.read,
    ".xhtml": html.read,
}

# More characters than any reader takes, in whatever encoding: the rest of such a file is not even loaded.
_MOST_BYTES = 5 * LONGEST_TEXT

# Left by systems and editors in every folder: no accounts, and no trouble either.
_IGNORED = frozenset({"desktop.ini", "ehthumbs.db", "icon\r", "thumbs.db"})


def read(path: Path, root: Path) -> tuple[Account | None, tuple[Problem, ...]]:
    """The account in a file of the dossier at `root`, and what was wrong with it; None where it cannot be read."""
    relative = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        return None, (_no_reader(path, relative),)
    try:
        # A pipe or a socket would keep us waiting for ever.
        if path.exists() and not path.is_file():
            return None, (_unreadable(path, relative, "it is no file"),)
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
    except FileNotFoundError:
        return None, (_gone(path, relative),)
    except OSError as trouble:
        return None, (_unreadable(path, relative, (trouble.strerror or "it cannot be opened").lower()),)
    reading = reader(Source(data, path.stem, relative))
    return reading.account, reading.problems


def files_in(folder: Path) -> Iterator[Path]:
    """The files of a folder that a person put there, folders inside included, in an order that stays the same.

    Hidden files are left out; links to folders are not followed, so no loop can catch us.
    """
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")) and name.lower() not in _IGNORED:
                yield Path(where, name)


def _no_reader(path: Path, relative: str) -> Problem:
    known = ", ".join(sorted(READERS))
    what = f"files of the kind {path.suffix!r}" if path.suffix else "files without a suffix"
    message = f"{path.name}: no reader for {what} yet; save it as one of {known}"
    return Problem(Code.NO_READER, message, relative, Level.ERROR)


def _gone(path: Path, relative: str) -> Problem:
    message = f"{path.name} was there and is gone: put it back, or build again without it"
    return Problem(Code.VANISHED, message, relative, Level.ERROR)


def _unreadable(path: Path, relative: str, reason: str) -> Problem:
    message = f"{path.name} could not be read ({reason}): check that it is a file and that you may read it"
    return Problem(Code.UNREADABLE, message, relative, Level.ERROR)
