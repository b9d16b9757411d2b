"""`dragoman dates FILE`: what it prints in each form, what it loads, and what it says to a mistake."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dragoman import cli
from dragoman.dates import find

TEXT = (
    "The conference met from Feb. 26 to March 16, 1921 <in Moscow>.\n"
    "It ended the same day & took several days; nothing was signed on 31 June.\n"
)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs `dragoman dates …` in this process: its exit code, its output, its errors."""

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dragoman", "dates", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capfdbinary.readouterr()
        return int(end.value.code or 0), out.decode(), err.decode()

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "account.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_table_has_words_reading_basis_and_calendar(run, file):
    code, out, err = run(file)
    assert (code, err) == (0, "")
    assert [line.split("  ")[0] for line in out.splitlines()] == [
        "words", "Feb. 26 to March 16, 1921", "the same day", "several days", "31 June"
    ]  # fmt: skip
    lines = out.splitlines()
    assert lines[1].split()[-3:] == ["1921-02-26/1921-03-16", "explicit", "gregorian"]
    assert lines[2].split()[-3:] == ["1921-03-16", "relative", "gregorian"]
    assert "(PXD)" in lines[3] and "no such day" in lines[4]


def test_jsonl_is_one_date_a_line_and_stands_where_it_says(run, file):
    code, out, _ = run(file, "--form", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["edtf"] for row in rows] == [date.edtf for date in find(TEXT)]
    assert [row["text"] for row in rows] == [TEXT[row["start"] : row["end"]] for row in rows]
    assert rows[1]["because"] == [rows[0]["start"], rows[0]["end"]]


def test_json_is_the_same_as_one_list(run, file):
    _, lines, _ = run(file, "--form", "jsonl")
    code, out, _ = run(file, "--json")
    assert (code, json.loads(out)) == (0, [json.loads(line) for line in lines.splitlines()])


def test_timex3_is_the_text_with_marks_in_it(run, file):
    code, out, _ = run(file, "--form", "timex3")
    tree = ElementTree.fromstring(out)
    assert code == 0
    assert "".join(tree.itertext()).strip() == TEXT.strip()
    assert [(mark.text, mark.get("value")) for mark in tree][:3] == [
        ("Feb. 26", "1921-02-26"), ("March 16, 1921", "1921-03-16"), ("the same day", "1921-03-16")
    ]  # fmt: skip


def test_another_language_is_asked_for_by_name(run, tmp_path):
    path = tmp_path / "récit.txt"
    path.write_text("La conférence s’ouvrit le 26 février 1921.", encoding="utf-8")
    assert "1921-02-26" in run(path, "--language", "fr")[1]


def test_an_old_encoding_is_read(run, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("Turkey’s claim of 16 March 1921".encode("cp1252"))
    assert "1921-03-16" in run(path)[1]


def test_a_web_page_is_read_as_a_person_reads_it(run, tmp_path):
    path = tmp_path / "page.html"
    words = "The treaty was signed in Moscow on 16 <b>March</b> 1921, and it was ratified by both later in the year. "
    path.write_text(f"<html><head><style>/* 1 May 1999 */</style></head><body><p>{words * 3}</p></body></html>")
    out = run(path)[1]
    assert "16 March 1921" in out and "1999" not in out


def test_a_text_without_dates_says_so(run, tmp_path):
    path = tmp_path / "none.txt"
    path.write_text("Nothing was signed.", encoding="utf-8")
    assert run(path) == (0, "no dates\n", "")
    assert run(path, "--form", "jsonl") == (0, "", "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["nowhere.txt"], "no file 'nowhere.txt'"),
        (["."], "is a folder"),
        (["picture.png"], "is a picture"),
        (["page.html"], "is a PDF"),
        (["account.txt", "--form", "xml"], "there is table, jsonl, timex3, json"),
        (["account.txt", "--language", "tlh"], "there is en, fr"),
    ],
)
def test_a_mistake_ends_in_one_sentence(run, file, monkeypatch, words, says):
    monkeypatch.chdir(file.parent)
    Path("picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    Path("page.html").write_bytes(b"%PDF-1.4 " + bytes(range(256)))
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert says in err and err.startswith("dragoman: ") and err.count("\n") == 1


def test_no_model_and_no_table_of_another_language_is_loaded(file):
    """It starts at once, for a date needs no grammar of the sentence."""
    work = "import sys; from dragoman.cli import main\ntry: main()\nexcept SystemExit: print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", work, "dates", str(file)], capture_output=True, text=True, timeout=60)
    loaded = set(done.stdout.splitlines())
    assert "dragoman.dates" in loaded
    heavy = {"spacy", "numpy", "trafilatura", "lxml", "pandas", "dragoman.store", "dragoman.languages.fr.dates"}
    assert not loaded & heavy


def test_who_reads_may_stop_before_the_end(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("On 16 March 1921 they signed. " * 5000, encoding="utf-8")
    start = [sys.executable, "-c", "from dragoman.cli import main; main()", "dates", str(path)]
    with subprocess.Popen(start, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
