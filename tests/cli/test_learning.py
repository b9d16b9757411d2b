"""`dragoman train`: what can be wrong is said before anybody waits; gathering needs no torch."""

import sys
from pathlib import Path

import pytest

from dragoman import cli
from dragoman.judging import anchor_of
from dragoman.model import ACTS, Judgement, Ruling
from dragoman.store import Dossier, append
from dragoman.training.corpus import load
from dragoman.training.requirements import missing


def run(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr(sys, "argv", ["dragoman", "train", *map(str, words)])
    with pytest.raises(SystemExit) as end:
        cli.main()
    return int(end.value.code or 0)


@pytest.fixture
def judged(bench: Path) -> Path:
    """A dossier in which one act was accepted."""
    dossier = Dossier.open(bench)
    one = next(each for each in dossier.assertions if each.predicate in ACTS and each.marks)
    anchor = anchor_of(one, dossier.account(one.account))
    append(bench, Judgement("j1", "2026-11-25T12:00:00Z", "Anna", Ruling.ACCEPT, one.id, anchor=anchor))
    return bench


def test_judgements_are_gathered_without_torch(judged, tmp_path, monkeypatch, capsys):
    assert run(monkeypatch, "-d", judged, "--gather-only", tmp_path / "mine") == 0
    assert "gathered 1 accepted, 0 corrected, 0 added, 0 rejected in 1 account" in capsys.readouterr().out
    assert [len(text.items) for text in load(tmp_path / "mine")] == [1]


@pytest.mark.skipif(not missing(), reason="torch is installed here")
def test_without_torch_one_sentence_says_what_to_install(judged, tmp_path, monkeypatch, capsys):
    assert run(monkeypatch, tmp_path, "-d", judged) == 2
    told = capsys.readouterr().err
    assert "pip install 'dragoman[train]'" in told and told.count("\n") == 1
    assert not (judged / "my-weights").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--gather-only", "out"], "no dossier to gather from"),
        ([], "training needs a corpus"),
        (["-d", "nowhere", "--gather-only", "out"], "nowhere"),
    ],
)
def test_a_mistake_is_one_sentence(tmp_path, monkeypatch, capsys, words, said):
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, *words) == 2
    told = capsys.readouterr().err
    assert said in told and told.count("\n") == 1
    assert not (tmp_path / "out").exists()
