"""The write side of the store: a new dossier beside the old one, put in its place only when it is whole.

with Draft(folder) as draft:
    draft.add(testimony, fingerprint)                     # one row in, as drafted
    draft.conclude(judged, concordance, topics, findings)
    draft.swap()
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from types import TracebackType

from dragoman.judging import Judged
from dragoman.model import AccountId, Code, Concordance, DragomanError, Finding, Problem, Testimony, Topic
from dragoman.store import rows
from dragoman.store.disk import DOSSIER, SIDE_FILES, locked, sync_file, sync_folder
from dragoman.store.former import APPLICATION, SCHEMA

_NOTHING = Concordance()


class Draft:
    """A dossier being built. Until `swap` the old one stands untouched; leaving without it throws the draft away."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the dossier's; nothing happens before `with`."""
        self._folder = folder
        self._path = folder / f"{DOSSIER}.new-{os.getpid()}"
        self._held = ExitStack()
        self._complaints: list[Problem] = []
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
    ) -> None:
        """Writes what the accounts say, as judged, and what we conclude; the testimonies may come in any order."""
        assert not self._concluded, "a draft is concluded once"
        self._concluded = True
        accounts, twice = _once(judged.testimonies)
        headings = rows.headings_of(concordance)
        for position, testimony in enumerate(accounts):
            self._insert(rows.rows_of_testimony(testimony, position, headings))
        self._insert(rows.rows_of_judged(judged))
        self._insert(rows.rows_of_concordance(concordance))
        self._insert(rows.rows_of_topics(topics))
        self._insert(rows.rows_of_findings(findings))
        theirs = [problem for one in accounts for problem in one.problems]
        others = sorted(
            (*self._complaints, *judged.problems, *twice), key=lambda one: (one.path, one.code, one.message)
        )
        self._insert(rows.rows_of_problems((*theirs, *others)))

    def swap(self) -> None:
        """Puts the draft in the place of the old dossier; when this returns, the new one is on the disk."""
        assert self._concluded, "a draft is swapped in only when it is concluded"
        try:
            self._write("insert into quote_words(quote_words) values ('optimize')", [()])
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
        for table, group in groupby(found, key=lambda row: row[0]):
            values = [row for _, row in group]
            self._write(f"insert into {table} values ({', '.join('?' * len(values[0]))})", values)

    def _write(self, statement: str, values: list[tuple[rows.Value, ...]]) -> None:
        try:
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
    database.execute(f"pragma application_id = {APPLICATION}")
    database.execute(f"pragma user_version = {SCHEMA}")
    for name in ("schema.sql", "views.sql"):
        database.executescript(files("dragoman.store").joinpath(name).read_text("utf-8"))
    database.execute("begin")
    built = datetime.now(UTC).isoformat(timespec="seconds")
    facts = [("schema", str(SCHEMA)), ("built_at", built), ("dragoman", _version())]
    database.executemany("insert into meta values (?, ?)", facts)
    return database


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
