"""The views: our promise to users."""

import re
import sys
from pathlib import Path

import pytest

from dragoman.model import DragomanError, Role
from dragoman.store import TABLES, Dossier

DOC = Path(__file__).parents[2] / "docs" / "store.md"


def test_an_assertion_is_one_flat_row(folder, testimonies):
    rows = Dossier.open(folder).table("assertion").rows()
    assert len(rows) == 5
    row = rows[2]
    assert (row["account"], row["predicate"], row["polarity"], row["instrument"], row["place"]) == (
        "a",
        "signature",
        "neg",
        "treaty",
        "Kars",
    )
    assert testimonies[0].account.text[row["start"] : row["end"]] == row["quote"]
    assert (rows[0]["date"], rows[0]["earliest"], rows[0]["latest"]) == ("1920-07", "1920-07-01", "1920-07-31")
    assert rows[4]["attribution"] == "Sami Bey (letter)"
    assert set(Role) < set(row)


def test_a_contradiction_has_a_row_for_each_side(folder):
    rows = Dossier.open(folder).table("contradiction").rows()
    assert [(row["account"], row["field"], row["words"]) for row in rows] == [
        ("a", "lineage direction", "based on"),
        ("b", "lineage direction", "on the basis of"),
    ]
    assert Dossier.open(folder).table("agreement").rows() == []


def test_lineage_goes_by_headings_across_accounts(folder):
    rows = Dossier.open(folder).table("lineage").rows()
    assert [(row["subject_heading"], row["relation"], row["object_heading"]) for row in rows] == [
        ("h-treaty", "based_on", "h-draft"),
        ("h-draft", "based_on", "h-treaty"),
    ]


@pytest.mark.parametrize("name", TABLES)
def test_every_view_goes_into_arrow_and_pandas(folder, name):
    table = Dossier.open(folder).table(name)
    rows = table.rows()
    assert table.to_arrow().to_pylist() == rows
    assert list(table.to_pandas().columns) == list(table.columns)
    assert len(table.to_pandas()) == len(rows)


def test_every_view_and_column_is_documented(folder):
    """docs/store.md is the promise: a column that is not in it is not promised, one only in it is a lie."""
    promised = dict(re.findall(r"^\| `(\w+)_view` \| [^|]* \| ([^|]*) \|$", DOC.read_text("utf-8"), re.M))
    dossier = Dossier.open(folder)
    assert {name: tuple(re.findall(r"\w+", columns)) for name, columns in promised.items()} == {
        name: dossier.table(name).columns for name in TABLES
    }


def test_an_unknown_table_names_those_there_are(folder):
    with pytest.raises(DragomanError, match="assertion"):
        Dossier.open(folder).table("meta; drop table account")


@pytest.mark.parametrize(("method", "extra"), [("to_arrow", "pyarrow"), ("to_pandas", "pandas")])
def test_without_the_extra_the_reader_is_told_what_to_install(folder, monkeypatch, method, extra):
    monkeypatch.setitem(sys.modules, extra, None)
    with pytest.raises(DragomanError, match=r"dragoman\[tables\]"):
        getattr(Dossier.open(folder).table("account"), method)()
