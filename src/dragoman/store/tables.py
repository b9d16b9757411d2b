"""A named view of the dossier as a table, for people who count: rows, Arrow, pandas.

dossier.table("assertion").to_pandas().groupby("predicate").size()
"""

import sqlite3
from functools import cached_property
from importlib import import_module
from typing import Any

from dragoman.model import DragomanError

Cell = str | int | float | None

TABLES: tuple[str, ...] = (
    "account",
    "agreement",
    "assertion",
    "contradiction",
    "finding",
    "heading",
    "instrument",
    "judgement",
    "lineage",
    "participant",
    "placement",
    "problem",
)


class Table:
    """One of the named views of docs/store.md."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        """`name` is one of TABLES; a DragomanError that lists them otherwise."""
        if name not in TABLES:
            raise DragomanError(f"there is no table '{name}': take one of {', '.join(TABLES)}")
        self.name, self._database = name, database

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(one[0] for one in self._database.execute(f"select * from {self.name}_view limit 0").description)

    def rows(self) -> list[dict[str, Cell]]:
        """Every row as a mapping from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self._tuples()]

    # Any: pandas and pyarrow are an extra, their types are not there for everybody.
    def to_arrow(self) -> Any:
        """A pyarrow.Table; text, whole numbers and fractions have their own types even in an empty column."""
        arrow = _extra("pyarrow")
        rows = self._tuples()
        columns = list(zip(*rows, strict=True)) if rows else [()] * len(self.columns)
        return arrow.table(
            {name: arrow.array(list(column)) for name, column in zip(self.columns, columns, strict=True)}
        )

    def to_pandas(self) -> Any:
        """A pandas.DataFrame."""
        return _extra("pandas").DataFrame.from_records(self._tuples(), columns=list(self.columns))

    def _tuples(self) -> list[tuple[Cell, ...]]:
        return self._database.execute(f"select * from {self.name}_view").fetchall()


def _extra(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise DragomanError(f"tables need {name}: install it with `pip install 'dragoman[tables]'`") from error
