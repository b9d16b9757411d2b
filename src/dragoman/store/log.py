"""The log of judgements: judgements.jsonl, append-only, one line each. The only state that cannot be rebuilt.

log = read(folder); log.judgements, log.problems
append(folder, judgement)
"""

import os
from pathlib import Path

import msgspec

from dragoman.model import Code, DragomanError, Judgement, Level, Problem
from dragoman.store.disk import JUDGEMENTS, sync_folder


class Log(msgspec.Struct, frozen=True):
    """Every judgement, in the order of the file, and what could not be read of it."""

    judgements: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(folder: Path) -> Log:
    """The log of this dossier; a line that cannot be read is a Problem and stays in the file."""
    path = folder / JUDGEMENTS
    return read_file(path) if path.exists() else Log()


def read_file(path: Path) -> Log:
    """A log that lies anywhere, such as another person's; raises DragomanError where there is none."""
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        raise DragomanError(f"no file '{path}': name the judgements.jsonl of the other person") from None
    except OSError as error:
        raise DragomanError(
            f"the judgements in '{path}' cannot be read ({error.strerror}): allow reading them"
        ) from error
    judgements: list[Judgement] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                judgements.append(_DECODER.decode(line))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                problems.append(_unreadable(number, str(error), last=number == len(lines)))
    return Log(tuple(judgements), tuple(problems))


def append(folder: Path, judgement: Judgement) -> None:
    """Writes the judgement to the end of the log and returns when it is on the disk."""
    path = folder / JUDGEMENTS
    line = msgspec.json.encode(judgement) + b"\n"
    try:
        new = not path.exists()
        # One write to a file opened for appending: two people judging at once do not write into each other's line.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666)
        try:
            _write_whole(handle, (b"\n" if _is_torn(path) else b"") + line)
            os.fsync(handle)
        finally:
            os.close(handle)
        if new:
            sync_folder(folder)
    except OSError as error:
        raise DragomanError(
            f"the judgement could not be kept in '{path}' ({error.strerror}): make room or allow writing"
        ) from error


_DECODER = msgspec.json.Decoder(Judgement)


def _write_whole(handle: int, line: bytes) -> None:
    while line:
        line = line[os.write(handle, line) :]


def _is_torn(path: Path) -> bool:
    """Whether the last line was cut off, by a crash or a full disk; the next one must not grow on to it."""
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def _unreadable(number: int, error: str, *, last: bool) -> Problem:
    why = "was cut off while it was written" if last else f"cannot be read ({error})"
    return Problem(
        Code.UNREADABLE,
        f"line {number} {why} and is left as it is: mend it in the file, or judge again",
        path=f"{JUDGEMENTS}",
        level=Level.ERROR,
    )
