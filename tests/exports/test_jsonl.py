"""JSON lines: all of a dossier, the same each time, over nothing that was there."""

import json
from pathlib import Path

import pytest

from dragoman import model
from dragoman.exports import EXPORTS, jsonl
from dragoman.judging import judged
from dragoman.model import (
    Account,
    AccountId,
    Assertion,
    Code,
    DragomanError,
    Evidence,
    Finding,
    Judgement,
    Predicate,
    Problem,
    Provenance,
    Ruling,
    Span,
    Verdict,
)
from dragoman.store import Dossier, Draft

TEXT = "No “treaty” was\nsigned. It was refused."


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """One account, two assertions of which one is rejected, one finding, one problem."""
    account = Account(AccountId("acc"), "a", "accounts/a.txt", TEXT, (), Provenance(), "plain", "0")
    said = tuple(
        Assertion(f"e{at}", account.id, predicate, (), (Evidence(account.id, Span(start, end), TEXT[start:end]),))
        for at, (predicate, start, end) in enumerate([(Predicate.SIGNATURE, 0, 23), (Predicate.REFUSAL, 24, 38)])
    )
    trouble = Problem(Code.ENCODING, "odd letters", account.path)
    finding = Finding("f", "agreement", Verdict.NOTE, "", "Said once.", ("e0",), ("one source",))
    no = Judgement("j", "2026-11-24T12:00:00Z", "M. K.", Ruling.REJECT, "e1")
    folder = tmp_path / "dossier"
    folder.mkdir()
    with Draft(folder) as draft:
        draft.conclude(
            judged([model.Testimony(account, assertions=said, problems=(trouble,))], [no]), findings=[finding]
        )
        draft.swap()
    dossier = Dossier.open(folder)
    dossier.judge(no)
    return dossier


def lines(path: Path) -> list[dict[str, object]]:
    """The lines of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_every_kind_of_thing_is_exported_with_ids_and_exact_words(dossier, tmp_path):
    out = tmp_path / "deep" / "out"
    jsonl.write(dossier, out)
    assert {one.name for one in out.iterdir()} == {f"{name}.jsonl" for name in jsonl.FILES}
    said = lines(out / "assertions.jsonl")
    assert [(one["id"], one["account_name"], one["ruling"]) for one in said] == [
        ("e0", "a", None),
        ("e1", "a", "reject"),
    ]
    assert all(TEXT[one["start"] : one["end"]] == one["quote"] for one in said)
    assert lines(out / "findings.jsonl")[0]["quotes"] == ["No “treaty” was\nsigned."]
    assert lines(out / "accounts.jsonl")[0]["text"] == TEXT
    assert [one["id"] for one in lines(out / "judgements.jsonl")] == ["j"]
    assert [one["code"] for one in lines(out / "problems.jsonl")] == ["encoding"]


def test_exporting_twice_gives_the_same_bytes(dossier, tmp_path):
    for name in ("one", "two"):
        jsonl.write(dossier, tmp_path / name)
    for name in jsonl.FILES:
        one, two = ((tmp_path / folder / f"{name}.jsonl").read_bytes() for folder in ("one", "two"))
        assert one == two


def test_a_folder_that_holds_something_is_left_alone(dossier, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "assertions.jsonl").write_text("mine")
    with pytest.raises(DragomanError, match="empty folder"):
        jsonl.write(dossier, tmp_path / "out")
    with pytest.raises(DragomanError, match="empty folder"):
        jsonl.write(dossier, tmp_path / "out" / "assertions.jsonl")
    assert (tmp_path / "out" / "assertions.jsonl").read_text() == "mine"


def test_the_shelf_has_jsonl():
    assert EXPORTS["jsonl"] is jsonl.write
