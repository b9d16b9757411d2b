"""The write side of the store: a new dossier beside the old one, put in its place only when it is whole.

with Draft(folder) as draft:
    draft.add(testimony, fingerprint)                     # one row in, as drafted
    draft.conclude(judged, concordance, topics, findings, claims)
    draft.swap()
"""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from math import log2
from pathlib import Path
from types import TracebackType

from dragoman.judging import Judged
from dragoman.model import (
    AccountId,
    Claimed,
    Code,
    Concordance,
    DragomanError,
    Finding,
    Heading,
    Problem,
    Testimony,
    Topic,
)
from dragoman.store import rows
from dragoman.store.disk import DOSSIER, SIDE_FILES, locked, sync_file, sync_folder
from dragoman.store.former import APPLICATION, SCHEMA

_NOTHING = Concordance()
# So many rows are held before they are written.
_HELD = 20_000
# Kilobytes that SQLite may hold while a dossier is written, so that what is sorted at the end need not be read again.
_CACHE = 256_000


class Draft:
    """A dossier being built. Until `swap` the old one stands untouched; leaving without it throws the draft away."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the dossier's; nothing happens before `with`."""
        self._folder = folder
        self._path = folder / f"{DOSSIER}.new-{os.getpid()}"
        self._held = ExitStack()
        self._complaints: list[Problem] = []
        self._places: dict[AccountId, int] = {}
        self._next = 1
        self._concluded = False

    def __enter__(self) -> "Draft":
        with ExitStack() as held:
            held.enter_context(locked(self._folder))
            self._sweep()
            held.callback(self._sweep)
            try:
                self._database = held.enter_context(closing(_blank(self._path)))
            except (OSError, sqlite3.Error) as error:
                raise self._no_room(error) from error
            self._held = held.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()

    def add(self, testimony: Testimony, fingerprint: str) -> None:
        """Keeps a testimony as drafted, so that the next build need not read an unchanged file again."""
        row = (testimony.account.path, fingerprint, rows.pack(testimony))
        self._write("insert or replace into testimony values (?, ?, ?)", [row])

    def complain(self, problems: Iterable[Problem]) -> None:
        """Keeps problems that belong to no testimony: a file that could not be read, a line of the log."""
        self._complaints.extend(problems)

    def conclude(
        self,
        judged: Judged,
        concordance: Concordance = _NOTHING,
        topics: Iterable[Topic] = (),
        findings: Iterable[Finding] = (),
        claims: Iterable[Claimed] = (),
    ) -> None:
        """Writes what the accounts say, as judged, and what we conclude; the testimonies may come in any order."""
        accounts, twice = _once(judged.testimonies)
        self.tell(accounts, rows.headings_of(concordance))
        self._insert(rows.rows_of_judged(judged))
        theirs = [problem for one in accounts for problem in one.problems]
        self._complaints = sorted(
            (*self._complaints, *judged.problems, *twice), key=lambda one: (one.path, one.code, one.message)
        )
        self._insert(rows.rows_of_problems((*theirs, *self._complaints)))
        self.find(concordance.headings, rows.packed_topics(topics), findings, claims)

    def tell(self, testimonies: Iterable[Testimony], known: tuple[rows.Known, rows.Known]) -> None:
        """Writes what accounts say, one after the other, by path and each once; none is held when it is written."""
        self._insert(row for one in testimonies for row in self._rows_of(one, known))

    def find(
        self,
        headings: Iterable[Heading],
        topics: Iterable[tuple[rows.PackedTopic, str]] = (),
        findings: Iterable[Finding] = (),
        claims: Iterable[Claimed] = (),
    ) -> None:
        """Writes what was concluded from all that was told, and what the pages look up; none is held when written."""
        assert not self._concluded, "a draft is concluded once"
        self._concluded = True
        self._insert(rows.rows_of_headings(headings, self._places))
        self._insert(rows.rows_of_topics(topics))
        self._insert(rows.rows_of_findings(findings))
        self._insert(rows.rows_of_claims(claims))
        for statement in _statements("summaries.sql"):
            self._write(statement, None)

    def _rows_of(self, testimony: Testimony, known: tuple[rows.Known, rows.Known]) -> Iterator[rows.Row]:
        place = rows.Place(len(self._places), self._next)
        self._places[testimony.account.id] = place.position
        self._next += len(testimony.assertions)
        return rows.rows_of_testimony(testimony, place, known)

    def swap(self) -> None:
        """Puts the draft in the place of the old dossier; when this returns, the new one is on the disk."""
        assert self._concluded, "a draft is swapped in only when it is concluded"
        try:
            self._write("insert into quote_words(quote_words) values ('optimize')", None)
            self._database.execute("commit")
            self._database.close()
            sync_file(self._path)
            # Left by some other program that wrote to the old file: replayed over the new one they would ruin it.
            for name in SIDE_FILES:
                (self._folder / name).unlink(missing_ok=True)
            os.replace(self._path, self._folder / DOSSIER)
            sync_folder(self._folder)
        except (OSError, sqlite3.OperationalError) as error:
            raise self._no_room(error) from error

    def _insert(self, found: Iterator[rows.Row]) -> None:
        """Writes rows in the order in which they come, those of one table together."""
        held: dict[str, list[tuple[rows.Value, ...]]] = defaultdict(list)
        count = 0
        for table, row in found:
            held[table].append(row)
            count += 1
            if count >= _HELD:
                self._flush(held)
                count = 0
        self._flush(held)

    def _flush(self, held: dict[str, list[tuple[rows.Value, ...]]]) -> None:
        for table, values in held.items():
            self._write(f"insert into {table} values ({', '.join('?' * len(values[0]))})", values)
        held.clear()

    def _write(self, statement: str, values: list[tuple[rows.Value, ...]] | None) -> None:
        try:
            if values is None:
                self._database.execute(statement)
            else:
                self._database.executemany(statement, values)
        except sqlite3.OperationalError as error:
            raise self._no_room(error) from error

    def _sweep(self) -> None:
        """Takes away drafts that nobody finishes: the lock is ours, so no other build is alive."""
        for left in self._folder.glob(f"{DOSSIER}.new-*"):
            left.unlink(missing_ok=True)

    def _no_room(self, error: Exception) -> DragomanError:
        return DragomanError(
            f"the dossier in '{self._folder}' could not be written ({error}): make room or allow writing there"
        )


def _blank(path: Path) -> sqlite3.Connection:
    """An empty dossier. No journal and no sync: a draft that breaks off is thrown away, a whole one is synced once."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("pragma journal_mode = off")
    database.execute("pragma synchronous = off")
    database.execute(f"pragma cache_size = -{_CACHE}")
    # Not every SQLite has it.
    database.create_function("log2", 1, log2, deterministic=True)
    database.execute(f"pragma application_id = {APPLICATION}")
    database.execute(f"pragma user_version = {SCHEMA}")
    for name in ("schema.sql", "views.sql"):
        database.executescript(files("dragoman.store").joinpath(name).read_text("utf-8"))
    database.execute("begin")
    built = datetime.now(UTC).isoformat(timespec="seconds")
    facts = [("schema", str(SCHEMA)), ("built_at", built), ("dragoman", _version())]
    database.executemany("insert into meta values (?, ?)", facts)
    return database


def _statements(name: str) -> Iterator[str]:
    """The statements of one of our files, one by one."""
    said = ""
    for line in files("dragoman.store").joinpath(name).read_text("utf-8").splitlines(keepends=True):
        said += line
        if line.rstrip().endswith(";"):
            yield said
            said = ""


def _version() -> str:
    try:
        return version("dragoman")
    except PackageNotFoundError:
        return "unreleased"


def _once(testimonies: Iterable[Testimony]) -> tuple[list[Testimony], list[Problem]]:
    """The testimonies by path; of two files with the same words the first stands and the other is a Problem."""
    kept: dict[AccountId, Testimony] = {}
    twice: list[Problem] = []
    for one in sorted(testimonies, key=lambda each: each.account.path):
        first = kept.setdefault(one.account.id, one)
        if first is not one:
            message = f"the same words as {first.account.path}: only that one is counted; take one of the two away"
            twice.append(Problem(Code.TWICE, message, path=one.account.path))
    return list(kept.values()), twice
