"""The proof of what was drafted and concluded."""

import json
from pathlib import Path

import pytest

from dragoman.explaining import try_out, why
from dragoman.model import DragomanError, Verdict
from dragoman.store import Dossier


def test_a_finding_is_proved_by_rule_reasons_and_quotes(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = Dossier.open(built)
    finding = next(one for one in dossier.findings if one.verdict == Verdict.CONTRADICTED)
    why(dossier, finding.id, as_json=False)
    told = capsys.readouterr().out
    assert f"rule: {finding.rule}" in told and "to change it" in told
    for id_ in finding.assertions:
        assert id_ in told


def test_an_assertion_is_proved_by_the_words_that_decided(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = Dossier.open(built)
    said = dossier.assertions[0]
    why(dossier, said.id[:12], as_json=False)
    told = capsys.readouterr().out
    assert said.marks[0].words in told and said.found_by in told
    why(dossier, said.id, as_json=True)
    assert json.loads(capsys.readouterr().out)["id"] == said.id


@pytest.mark.parametrize("asked", ["", "no such id"])
def test_an_unknown_id_is_the_callers_mistake(built: Path, asked: str) -> None:
    with pytest.raises(DragomanError, match="have the ids"):
        why(Dossier.open(built), asked, as_json=False)


def test_a_sentence_can_be_tried_without_a_dossier(capsys: pytest.CaptureFixture[str]) -> None:
    try_out("No treaty was signed at Reichstadt.", as_json=False)
    assert "not signed" in capsys.readouterr().out
    try_out("The weather was fine.", as_json=False)
    assert "nothing" in capsys.readouterr().out
    with pytest.raises(DragomanError):
        try_out("  ", as_json=False)
