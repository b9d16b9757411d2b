"""Opening a dossier.sqlite to read it, and what the last build left that the next may use again.

with Former(folder) as former: former.testimony("accounts/a.txt", fingerprint)
"""

import sqlite3
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

import msgspec

from dragoman.model import DragomanError, Finding, Testimony
from dragoman.store.disk import DOSSIER

# "drgm": a file of ours. The schema number grows whenever tables or packed values change.
APPLICATION = 0x6472676D
SCHEMA = 4

_TESTIMONY = msgspec.msgpack.Decoder(Testimony)
_FINDING = msgspec.msgpack.Decoder(Finding)


def opened(folder: Path) -> sqlite3.Connection:
    """The dossier of this folder, to be read only; a DragomanError that says what to do when there is none."""
    if not folder.is_dir():
        raise DragomanError(
            f"no folder '{folder}': give the path of a dossier, or make one with `dragoman init {folder}`"
        )
    path = folder / DOSSIER
    try:
        path.open("rb").close()
        return _checked(_connected(path))
    except FileNotFoundError:
        raise DragomanError(f"nothing has been built in '{folder}': run `dragoman build {folder}`") from None
    except OSError as error:
        raise DragomanError(f"'{path}' cannot be read ({error.strerror}): allow reading it") from error
    except sqlite3.Error as error:
        raise DragomanError(
            f"'{path}' is no dossier of this version of dragoman ({error}): run `dragoman build {folder}`"
        ) from error


def _connected(path: Path) -> sqlite3.Connection:
    # immutable: a dossier is never written in place, so no lock is needed (not even in a read-only folder), and
    # whatever -wal or -journal another program left beside it is not ours to replay.
    uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _checked(database: sqlite3.Connection) -> sqlite3.Connection:
    """The same, if it is a dossier of this version."""
    try:
        kind, schema = (database.execute(f"pragma {name}").fetchone()[0] for name in ("application_id", "user_version"))
        if (kind, schema) != (APPLICATION, SCHEMA):
            raise sqlite3.DatabaseError(f"its version is {schema}, ours is {SCHEMA}")
    except sqlite3.Error:
        database.close()
        raise
    return database


class Former:
    """The testimonies and findings of the last build; empty when there was none that this version can read."""

    def __init__(self, folder: Path) -> None:
        """A build never needs the old file, so one that cannot be read is as good as none."""
        self._database: sqlite3.Connection | None = None
        try:
            self._database = opened(folder)
        except DragomanError:
            return

    def __enter__(self) -> "Former":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._database:
            self._database.close()

    def testimony(self, path: str, fingerprint: str) -> Testimony | None:
        """What this file was drafted into, if it was the same file, reader and extractors."""
        if self._database is None:
            return None
        try:
            query = "select drafted from testimony where path = ? and fingerprint = ?"
            row = self._database.execute(query, (path, fingerprint)).fetchone()
            return _TESTIMONY.decode(row[0]) if row else None
        except (sqlite3.Error, msgspec.DecodeError):
            return None

    def findings(self, heading: str, mark: str) -> tuple[Finding, ...] | None:
        """What was concluded about this heading, if its topic and the rules were the same; else None."""
        if self._database is None:
            return None
        try:
            same = "select 1 from topic where heading = ? and mark = ?"
            if self._database.execute(same, (heading, mark)).fetchone() is None:
                return None
            query = "select value from finding where topic = ? order by position"
            return tuple(_FINDING.decode(row[0]) for row in self._database.execute(query, (heading,)))
        except (sqlite3.Error, msgspec.DecodeError):
            return None


def unchanged(folder: Path, relative_path: str, fingerprint: str) -> Testimony | None:
    """What one file was drafted into; for many files use one `Former`."""
    with Former(folder) as former:
        return former.testimony(relative_path, fingerprint)
