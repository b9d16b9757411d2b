"""A full GeoNames table in the user's data folder, and what it changes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.gazetteer.importing import import_geonames
from dragoman.model import Code, DragomanError


def row(number: str, name: str, others: str = "", lat: str = "1.5", lon: str = "2.5", sort: str = "P.PPL") -> str:
    feature, code = sort.split(".")
    cells = [
        number,
        name,
        name,
        others,
        lat,
        lon,
        feature,
        code,
        "XX",
        "",
        "01",
        "",
        "",
        "",
        "70",
        "",
        "",
        "Etc",
        "2020",
    ]
    return "\t".join(cells)


@pytest.fixture
def table(tmp_path: Path):
    def table(*rows: str) -> Path:
        path = tmp_path / "table.txt"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        return path

    return table


def known(folder: Path, name: str) -> list[str]:
    """What a process that has the folder for its data folder knows of a name."""
    ask = "import sys; from dragoman.gazetteer import edition, knows\n"
    ask += "print(edition())\nfor one in knows(sys.argv[1]):\n"
    ask += "    print(one.name, one.kind, one.shape, one.lat, one.identifier)\n"
    environment = {**os.environ, "DRAGOMAN_DATA": str(folder), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", ask, name]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True, timeout=60)
    return done.stdout.splitlines()


def test_places_of_every_sort_are_known_by_all_their_names(table, tmp_path):
    taken, problems = import_geonames(
        table(
            row("7", "Xyrrh", "Ксирр,Xyrrhos"), row("8", "Xyrr Su", sort="H.STM"), row("9", "A school", sort="S.SCH")
        ),
        tmp_path / "data",
    )
    assert (taken, problems) == (2, ())
    edition, *found = known(tmp_path / "data", "Ксирр")
    assert edition and found == ["Xyrrh town point 1.5 7"]
    assert known(tmp_path / "data", "Xyrr Su")[1:] == ["Xyrr Su river line 1.5 8"]


def test_without_an_import_the_list_we_bring_is_used(tmp_path):
    assert known(tmp_path / "nothing", "Xyrrh") == [""]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("a line of prose", "1 cells"),
        (row("x", "Xyrr"), "no number"),
        (row("5", " "), "no name"),
        (row("5", "Xyrr", lat="north"), "no number"),
        (row("5", "Xyrr", lon="400"), "nowhere"),
    ],
)
def test_a_bad_row_is_a_problem_with_its_line_and_the_rest_is_used(table, tmp_path, bad, said):
    taken, problems = import_geonames(table(row("1", "Xyrra"), bad, row("2", "Xyrro")), tmp_path / "data")
    assert taken == 2
    (problem,) = problems
    assert problem.code == Code.BAD_ROW and problem.message.startswith("line 2: ") and said in problem.message


def test_a_thousand_bad_rows_are_told_and_the_others_counted(table, tmp_path):
    taken, problems = import_geonames(table(row("1", "Xyrra"), *["x"] * 1500), tmp_path / "data")
    assert taken == 1 and len(problems) == 1001 and "500 more" in problems[-1].message


def test_a_table_of_something_else_leaves_what_was_there(table, tmp_path):
    import_geonames(table(row("1", "Xyrra")), tmp_path / "data")
    with pytest.raises(DragomanError, match="no row of GeoNames"):
        import_geonames(table("name,lat,lon", "Kars,1,2"), tmp_path / "data")
    assert known(tmp_path / "data", "Xyrra")[1:]


def test_a_file_that_is_not_there_is_the_callers_mistake(tmp_path):
    with pytest.raises(DragomanError, match="give the path"):
        import_geonames(tmp_path / "nothing.txt", tmp_path / "data")
