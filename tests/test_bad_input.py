"""Bad input: each item gets a problem or one sentence, the other accounts are built, and nothing that stood is lost."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from dragoman.engines import ENGINES
from dragoman.model import Code, DragomanError, Judgement, Level, Problem, Ruling
from dragoman.pipeline import build
from dragoman.store import DOSSIER, JUDGEMENTS, Dossier

GOOD = ("essay", "handbook", "page")
NO_ARTICLE = """<html><body><nav><a href="/1">Kars</a> <a href="/2">Batum</a> <a href="/3">Van</a></nav>
<ul><li><a href="/a">Maps</a></li><li><a href="/b">Letters</a></li></ul></body></html>"""


def spoil(bench: Path, name: str, data: bytes) -> Path:
    """Puts a file among the accounts, and a judgement into the log that must not be lost."""
    path = bench / "accounts" / name
    path.write_bytes(data)
    Dossier.open(bench).judge(Judgement("j1", "2026-11-24T12:00:00Z", "M. K.", Ruling.ACCEPT, "not there"))
    return path


def trouble(dossier: Dossier, name: str) -> list[Problem]:
    """The problems with one file."""
    return [one for one in dossier.problems if one.path == f"accounts/{name}"]


def assert_the_others_stand(dossier: Dossier, built: Path) -> None:
    """They say what they said before, and the judgement is still in the log."""
    before = Dossier.open(built)
    for name in GOOD:
        assert dossier.testimony(name) == before.testimony(name)
    assert [one.id for one in dossier.judgements] == ["j1"]


def told_well(problem: Problem, name: str) -> bool:
    """Whether the message names the thing and, after it, what to do."""
    return Path(name).stem in problem.message + problem.path and ":" in problem.message


REFUSED: Mapping[str, tuple[str, bytes, Code]] = {
    "an empty file": ("x.txt", b"", Code.EMPTY),
    "an empty page": ("x.html", b"", Code.EMPTY),
    "nothing but blanks": ("x.txt", b" \n\t\n\xc2\xa0\n", Code.EMPTY),
    "a picture renamed .txt": ("x.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, Code.NOT_TEXT),
    "a PDF renamed .html": ("x.html", b"%PDF-1.7\n" + bytes(range(256)) * 9, Code.NOT_TEXT),
    "nothing but zeros": ("x.txt", bytes(4096), Code.NOT_TEXT),
    "a page with no article": ("x.html", NO_ARTICLE.encode(), Code.NO_ARTICLE),
    "a kind we cannot read": ("x.docx", b"PK\x03\x04", Code.NO_READER),
    "a file without a suffix": ("x", b"The treaty was signed.", Code.NO_READER),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_is_no_account_is_a_problem_and_costs_no_other(bench, built, what):
    name, data, code = REFUSED[what]
    spoil(bench, name, data)
    dossier = build(bench)
    assert [one.name for one in dossier.accounts] == list(GOOD)
    (problem,) = trouble(dossier, name)
    assert (problem.code, problem.level) == (code, Level.ERROR)
    assert told_well(problem, name)
    assert_the_others_stand(dossier, built)


READ_ALL_THE_SAME: Mapping[str, tuple[bytes, str, set[Code]]] = {
    "invalid UTF-8": (
        b"Japan ratified the Treaty of Shimoda \xe2\x80\x94 in 1856 \xff\xfe.\n",
        "ratified",
        {Code.ENCODING},
    ),
    "an old Windows file": ("Japan’s Diet ratified the treaty in 1856.\n".encode("cp1252"), "Japan’s", {Code.ENCODING}),
    "UTF-16 with its mark": ("Japan ratified the Treaty of Shimoda.\n".encode("utf-16"), "Japan", set()),
    "no line end": (b"Japan ratified the Treaty of Shimoda in 1856.", "1856.", set()),
    "old Macintosh line ends": (b"Japan.\rIt ratified the treaty.\r", "ratified", set()),
    "letters of many alphabets": ("Карахан, 河南, قارص, 𐎧𐏁 signed the treaty.\n".encode(), "𐎧𐏁", set()),
    "a sentence of 600 words": (b"Japan ratified the treaty and " * 120, "ratified", set()),
    "brackets 300 deep": (b"(" * 300 + b"Japan signed it." + b")" * 300, "signed", set()),
    "characters that steer a terminal": (b"Japan \x1b[31msigned\x1b[0m the treaty.\n", "signed", set()),
}


@pytest.mark.parametrize("what", READ_ALL_THE_SAME)
def test_a_file_that_is_odd_is_read_and_its_oddness_told(bench, built, what):
    data, words, codes = READ_ALL_THE_SAME[what]
    spoil(bench, "x.txt", data)
    dossier = build(bench)
    account = dossier.account("x")
    assert words in account.text
    assert {one.code for one in trouble(dossier, "x.txt")} == codes
    for one in dossier.testimony("x").assertions:
        assert account.text[one.span.start : one.span.end] == one.quote
    assert_the_others_stand(dossier, built)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["x.txt", "x.html"])
def test_a_line_of_50_megabytes_is_read_in_part_and_told(bench, built, name):
    spoil(bench, name, b"a" * 50_000_000)
    dossier = build(bench)
    assert trouble(dossier, name)
    assert Code.OUR_BUG not in {one.code for one in dossier.problems}
    assert_the_others_stand(dossier, built)


def test_the_same_account_twice_counts_once(bench, built):
    """Under another name it is still one source, and the reader is told."""
    spoil(bench, "offprint.txt", (bench / "accounts" / "essay.txt").read_bytes())
    dossier = build(bench)
    assert [one.name for one in dossier.accounts] == list(GOOD)
    (problem,) = trouble(dossier, "offprint.txt")
    assert problem.code == Code.TWICE and "accounts/essay.txt" in problem.message
    assert_the_others_stand(dossier, built)
    assert dossier.findings == Dossier.open(built).findings


def test_a_file_that_vanishes_during_the_build_is_told(bench, built, monkeypatch):
    """It goes after the build has listed it and before it is read."""
    doomed = spoil(bench, "x.txt", b"Japan ratified the Treaty of Shimoda.\n")

    def late(work: Callable[[Path], object], items: list[Path], *, lost: object) -> Iterator[object]:
        doomed.unlink()
        yield from map(work, items)

    monkeypatch.setitem(ENGINES, "late", late)
    dossier = build(bench, engine="late")
    (problem,) = trouble(dossier, "x.txt")
    assert (problem.code, problem.level) == (Code.VANISHED, Level.ERROR)
    assert_the_others_stand(dossier, built)
    assert not trouble(build(bench), "x.txt")


def test_a_file_that_vanished_after_it_was_read_once_is_gone_from_the_dossier(bench, monkeypatch):
    """What it said last time is not told as if it were still there."""
    (bench / "accounts" / "page.html").unlink()
    assert [one.name for one in build(bench).accounts] == ["essay", "handbook"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_does_not_keep_us_waiting(bench, built):
    """A pipe, a link to nowhere, a link in a circle, a folder named like a text."""
    os.mkfifo(bench / "accounts" / "pipe.txt")
    (bench / "accounts" / "nowhere.txt").symlink_to("not-there")
    (bench / "accounts" / "circle.txt").symlink_to("circle.txt")
    (bench / "accounts" / "folder.txt").mkdir()
    spoil(bench, "x.txt", b"")
    dossier = build(bench)
    assert [one.name for one in dossier.accounts] == list(GOOD)
    assert {one.path for one in dossier.problems if one.level == Level.ERROR} == {
        "accounts/pipe.txt",
        "accounts/nowhere.txt",
        "accounts/circle.txt",
        "accounts/x.txt",
    }
    assert_the_others_stand(dossier, built)


# ---- folders ---------------------------------------------------------------------------------------------------------


def test_a_folder_without_accounts_is_the_callers_mistake_and_loses_nothing(bench):
    before = (bench / DOSSIER).read_bytes()
    shutil.rmtree(bench / "accounts")
    with pytest.raises(DragomanError, match="accounts"):
        build(bench)
    (bench / "accounts").mkdir()
    with pytest.raises(DragomanError, match="copy at least one"):
        build(bench)
    assert (bench / DOSSIER).read_bytes() == before
    assert Dossier.open(bench).assertions


def test_no_account_that_can_be_read_is_a_dossier_of_problems(tmp_path, founded):
    dossier = build(founded(tmp_path / "new", {"x.txt": "", "y.html": ""}))
    assert not dossier.accounts and not dossier.findings
    assert {one.code for one in dossier.problems} == {Code.EMPTY}


def test_accounts_that_are_a_file_are_the_callers_mistake(tmp_path):
    (tmp_path / "accounts").write_text("no folder", encoding="utf-8")
    with pytest.raises(DragomanError, match="dragoman init"):
        build(tmp_path)


DRAGOMAN = (sys.executable, "-c", "from dragoman.cli import main; main()")
# Root may write anywhere; without its powers it is a user like others, and owns what it made.
_WITHOUT_POWERS = """
import ctypes, sys
header, none = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
if ctypes.CDLL(None).capset(header, none):
    sys.exit(77)
from dragoman.cli import main
main()
"""
Alone = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def locked(bench: Path) -> Iterator[Alone]:
    """dragoman, for somebody who may only read the dossier."""
    if os.name == "nt":
        pytest.skip("whether a folder can be written to is another matter on Windows")
    if os.geteuid() == 0 and not sys.platform.startswith("linux"):
        pytest.skip("root may write anywhere here")
    script = _WITHOUT_POWERS if os.geteuid() == 0 else DRAGOMAN[-1]

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", script, *map(str, words)]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=120)
        if ended.returncode == 77:
            pytest.skip("root may write anywhere, and its powers cannot be laid down here")
        return ended

    for path in (bench, *bench.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield run
    for path in (bench, *bench.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.slow
def test_a_folder_that_may_only_be_read_is_read_and_not_built(locked, bench):
    before = {path.name: path.read_bytes() for path in bench.rglob("*") if path.is_file()}
    refused = locked("build", bench)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("dragoman: ") and refused.stderr.count("\n") == 1
    assert "allow writing" in refused.stderr
    shown = locked("show", "essay", "-d", bench, "--json")
    assert shown.returncode == 0 and json.loads(shown.stdout)["assertions"]
    assert {path.name: path.read_bytes() for path in bench.rglob("*") if path.is_file()} == before


def test_an_export_or_a_new_dossier_in_a_folder_that_may_only_be_read_is_refused(locked, bench):
    for words in (("export", "jsonl", "-d", bench, "-o", bench / "out"), ("init", bench / "new")):
        refused = locked(*words)
        assert refused.returncode == 2 and refused.stderr.count("\n") == 1, refused.stderr


def test_a_dossier_in_a_place_that_cannot_hold_one_is_refused(tmp_path):
    """The path leads through a file: not even root can write there."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(DragomanError, match="dragoman init"):
        build(tmp_path / "file" / "dossier")


# ---- what is in the folder already -----------------------------------------------------------------------------------


def _another_version(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("pragma user_version = 999")
    database.close()


OLD: Mapping[str, Callable[[Path], object]] = {
    "another version": _another_version,
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "no database": lambda path: path.write_bytes(b"something else entirely, and not short either" * 99),
    "empty": lambda path: path.write_bytes(b""),
}


@pytest.mark.parametrize("what", OLD)
def test_a_database_we_cannot_read_is_told_and_built_anew(bench, built, what):
    spoil(bench, "x.txt", b"")
    (bench / "accounts" / "x.txt").unlink()
    OLD[what](bench / DOSSIER)
    with pytest.raises(DragomanError, match="dragoman build"):
        Dossier.open(bench).assertions  # noqa: B018
    dossier = build(bench)
    assert_the_others_stand(dossier, built)
    assert dossier.findings == Dossier.open(built).findings


def test_a_torn_line_in_the_log_is_told_and_kept(bench, built):
    spoil(bench, "x.txt", b"")
    with (bench / JUDGEMENTS).open("ab") as log:
        log.write(b'{"id":"j2","at":"2026-')
    dossier = build(bench)
    assert {(one.code, one.path) for one in dossier.problems} >= {(Code.UNREADABLE, JUDGEMENTS)}
    assert (bench / JUDGEMENTS).read_bytes().endswith(b'"2026-')
    assert_the_others_stand(dossier, built)
