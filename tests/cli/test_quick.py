"""The short way of `dragoman dates`: it prints what the long way prints, and leaves everything else to it."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from dragoman.cli import quick
from dragoman.cli.commands import app

TEXT = "In 1921 he left Moscow. On 16 March they signed; two days later all was over."
START = [sys.executable, "-c", "from dragoman.cli import main; main()"]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "war.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


WELL_FORMED = [
    ["FILE"],
    ["FILE", "--form", "jsonl"],
    ["--form=timex3", "FILE"],
    ["--json", "FILE"],
    ["--json", "--form", "table", "FILE"],
    ["FILE", "--language", "fr", "--form", "json"],
]
LEFT = [[], ["--help"], ["-h"], ["FILE", "FILE"], ["FILE", "--form"], ["FILE", "--from", "x"], ["--", "FILE"],
        ["FILE", "--json=1"]]  # fmt: skip


def words(said, file):
    return ["dates", *(file if word == "FILE" else word for word in said)]


@pytest.mark.parametrize("said", WELL_FORMED)
def test_the_short_way_prints_what_the_long_way_prints(said, file, capfdbinary):
    assert quick.dates(words(said, file))
    short = capfdbinary.readouterr().out
    long = CliRunner().invoke(app, words(said, file))
    assert long.exit_code == 0
    assert short == long.stdout_bytes


@pytest.mark.parametrize("said", LEFT)
def test_help_and_what_is_not_well_formed_are_left_to_the_long_way(said, file, capsys):
    assert not quick.dates(words(said, file))
    assert capsys.readouterr().out == ""


def test_other_commands_are_left_to_the_long_way():
    assert not quick.dates(["show", "dates"])
    assert not quick.dates([])


@pytest.mark.parametrize("said", [["FILE.not"], ["FILE", "--form", "xml"], ["FILE", "--language", "xx"]])
def test_a_mistake_is_one_sentence_and_exit_code_2(said, file):
    ran = subprocess.run(
        START + [word.replace("FILE", file) for word in words(said, "FILE")], capture_output=True, check=False
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith(b"dragoman: ")
    assert ran.stderr.count(b"\n") == 1


def test_it_starts_without_the_library_of_the_command_line(file):
    """What is loaded decides the time; the time itself depends on who else uses the machine."""
    code = f"import sys\nfrom dragoman.cli import quick\nquick.dates(['dates', {file!r}])\nprint(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    heavy = {"typer", "click", "rich", "pydantic", "spacy", "typing_extensions", "sqlite3", "json"}
    assert not heavy & set(ran.stdout.splitlines()[-1].split())
