"""The face: what `import dragoman` promises to those who write Python."""

import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import dragoman

README = Path(__file__).parents[1] / "README.md"


def five_lines() -> str:
    """The lines under "From Python" in the README."""
    section = README.read_text("utf-8").split("## From Python")[1].split("\n## ")[0]
    return textwrap.dedent("\n".join(line for line in section.splitlines() if line.startswith("    ") or not line))


@pytest.mark.slow
def test_five_lines_of_python_do_what_the_readme_says(bench):
    """As a script of their own, without a main guard, from another folder."""
    lines = five_lines()
    assert len(lines.split()) > 5 and len([line for line in lines.splitlines() if line.strip()]) <= 5
    script = bench.parent / "mine.py"
    script.write_text(re.sub(r'"my-dossier"', repr(str(bench)), lines), encoding="utf-8")
    ended = subprocess.run([sys.executable, script], capture_output=True, text=True, cwd=bench.parent, timeout=120)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "7 May 1875" in ended.stdout and "contradicted" in ended.stdout


def test_a_dossier_is_built_and_opened_by_a_path_or_its_name(bench):
    for folder in (bench, str(bench)):
        built = dragoman.build(folder)
        again = dragoman.open_dossier(folder)
        assert isinstance(built, dragoman.Dossier) and again.assertions == built.assertions
        assert again.findings and again.findings[0].sentence


def test_a_mistake_is_one_error_that_says_what_to_do(tmp_path):
    for ask in (dragoman.build, dragoman.open_dossier):
        with pytest.raises(dragoman.DragomanError, match="dragoman init"):
            ask(str(tmp_path / "nowhere"))


def test_every_public_name_is_there_and_no_other_is_made_up():
    for name in dragoman.__all__:
        assert getattr(dragoman, name)
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        dragoman.biuld  # noqa: B018


def test_importing_it_loads_no_language_model():
    script = "import sys, dragoman; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "dragoman.errors" in loaded
    assert not {"spacy", "fastapi", "trafilatura", "pandas", "dragoman.pipeline"} & set(loaded)


def test_it_says_that_it_is_typed():
    """Without the marker a type checker takes everything of ours for Any."""
    assert (Path(dragoman.__file__).parent / "py.typed").exists()


@pytest.mark.slow
def test_tables_go_into_pandas(built):
    pytest.importorskip("pandas")
    frame = dragoman.open_dossier(str(built)).table("assertion").to_pandas()
    assert set(frame.account) == {"essay", "handbook", "page"}
    signed = frame[(frame.predicate == "signature") & (frame.instrument == "Treaty of Saint Petersburg")]
    assert set(signed.date) == {"1875-05-07", "1875-05-09"}
    assert frame.confidence.between(0, 1).all()


def test_tables_go_into_arrow_with_types(built):
    arrow = pytest.importorskip("pyarrow")
    dossier = dragoman.open_dossier(str(built))
    table = dossier.table("assertion").to_arrow()
    assert table.num_rows == len(dossier.assertions)
    assert table.schema.field("quote").type == arrow.string()
    assert table.schema.field("start").type == arrow.int64()
    clash = dossier.table("contradiction").to_arrow().to_pylist()
    assert {row["account"] for row in clash} >= {"essay", "handbook"}


def test_places_and_their_reasons_are_a_table(built):
    rows = dragoman.open_dossier(str(built)).table("placement").rows()
    assert {"Sakhalin"} <= {row["name"] for row in rows}
    assert all(row["because"] for row in rows if row["lat"] is not None)
