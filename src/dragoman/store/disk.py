"""What the store asks of the disk: names in a dossier's folder, a lock, and writes that outlive a power cut.

with locked(folder): ...        # a second build of the same folder is told so
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dragoman.model import DragomanError

DOSSIER = "dossier.sqlite"
JUDGEMENTS = "judgements.jsonl"
LOCK = "dossier.sqlite.lock"
# What SQLite may have left beside a file that somebody else wrote to.
SIDE_FILES = (f"{DOSSIER}-wal", f"{DOSSIER}-shm", f"{DOSSIER}-journal")


def sync_file(path: Path) -> None:
    """Returns when the file's content is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Returns when the names in the folder are on the disk; where a folder cannot be synced, the system does it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the folder for one build; the lock goes with the process, so a killed build leaves none behind."""
    with _may_write(folder), (folder / LOCK).open("a+b") as file:
        if not _lock(file.fileno()):
            raise DragomanError(f"another build of '{folder}' is running: wait until it has ended, then build again")
        yield


@contextmanager
def _may_write(folder: Path) -> Iterator[None]:
    if not folder.is_dir():
        raise DragomanError(
            f"no folder '{folder}': give the path of a dossier, or make one with `dragoman init {folder}`"
        )
    if not os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise DragomanError(
            f"the folder '{folder}' cannot be written to: allow writing to it, or copy it to where you may"
        )
    yield


if os.name == "nt":
    import msvcrt

    def _lock(handle: int) -> bool:
        with suppress(OSError):
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
            return True
        return False
else:
    import fcntl

    def _lock(handle: int) -> bool:
        with suppress(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False
