"""Who is who, and a person's word on it: `who`, `same`, `different`, `places import`."""

import json
import os
import subprocess
import sys

import pytest

from dragoman import naming
from dragoman.model import DragomanError, Ruling
from dragoman.pipeline import build
from dragoman.store import Dossier


def told(capsys, dossier: Dossier, name: str) -> str:
    naming.who(dossier, name, as_json=False)
    return " ".join(capsys.readouterr().out.split())


def test_who_names_the_forms_where_they_stand_and_why_they_are_one(built, capsys):
    said = told(capsys, Dossier.open(built), "Treaty of Saint Petersburg")
    assert "Treaty of Saint Petersburg instrument" in said
    assert "essay:" in said and "handbook:" in said and "page:" in said
    assert "one, because" in said and "Treaty of Shimoda" not in said.split("not ")[0]


def test_where_a_form_stands_is_a_line_of_the_account(built, capsysbinary):
    dossier = Dossier.open(built)
    naming.who(dossier, "Treaty of Saint Petersburg", as_json=True)
    answer = json.loads(capsysbinary.readouterr().out)
    assert {"heading", "forms", "stands_for", "reasons", "apart"} == answer.keys()
    for form in answer["forms"]:
        lines = dossier.account(form["account"]).text.split("\n")
        for line in form["lines"]:
            # A name may run over the end of its line.
            assert form["form"] in " ".join(lines[line - 1 : line + 1])


def test_who_tells_what_a_draft_was_kept_apart_from(built, capsys):
    said = told(capsys, Dossier.open(built), "Treaty of Shimoda")
    assert "to change it" in said


def test_a_name_nobody_has_is_the_callers_mistake(built):
    with pytest.raises(DragomanError, match="did you mean"):
        naming.who(Dossier.open(built), "Treaty of Saint Petersbourg", as_json=False)


def test_a_persons_word_joins_at_the_next_build_and_another_parts_again(bench):
    dossier = Dossier.open(bench)
    assert dossier.heading("Enomoto").id != dossier.heading("Gorchakov").id
    naming.rule(dossier, Ruling.SAME, "Enomoto", "Gorchakov", who="M. K.")
    joined = build(bench)
    assert joined.heading("Enomoto").id == joined.heading("Gorchakov").id
    assert any("a person says" in reason for reason in joined.heading("Enomoto").reasons)
    naming.rule(joined, Ruling.DIFFERENT, "Enomoto", "Gorchakov", who="M. K.")
    parted = build(bench)
    assert parted.heading("Enomoto").id != parted.heading("Gorchakov").id
    naming.rule(parted, Ruling.SAME, "Enomoto", "Gorchakov", who="M. K.")
    again = build(bench)
    assert again.heading("Enomoto").id == again.heading("Gorchakov").id


def test_what_accounts_call_alike_can_be_told_apart_by_account(bench):
    dossier = Dossier.open(bench)
    assert len(dossier.heading("Treaty of Shimoda").members) == 3
    naming.rule(dossier, Ruling.DIFFERENT, "essay:Treaty of Shimoda", "page:Treaty of Shimoda", who="M. K.")
    parted = build(bench)
    essay, page = (parted.account(name).id for name in ("essay", "page"))
    by_account = {m.account: h.id for h in parted.headings for m in h.members if m.name == "Treaty of Shimoda"}
    assert by_account[essay] != by_account[page]


def test_one_name_of_one_account_cannot_be_two(built):
    with pytest.raises(DragomanError, match="name two"):
        naming.rule(Dossier.open(built), Ruling.SAME, "essay:Sakhalin", "essay:Sakhalin", who="M. K.")


@pytest.mark.slow
def test_the_commands_say_what_to_do_next(bench, tmp_path):
    def run(*words: object) -> subprocess.CompletedProcess[str]:
        start = "from dragoman.cli import main; main()"
        environment = {**os.environ, "DRAGOMAN_DATA": str(tmp_path / "data")}
        command = [sys.executable, "-c", start, *map(str, words)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)

    same = run("same", "Enomoto", "Gorchakov", "-d", bench, "--who", "M. K.")
    assert same.returncode == 0 and "dragoman build" in same.stdout
    assert Dossier.open(bench).judgements[-1].who == "M. K."
    assert run("who", "Enomoto", "-d", bench, "--json").stdout.startswith("{")
    missing = run("different", "Enomoto", "Nobody At All", "-d", bench)
    assert missing.returncode == 2 and missing.stderr.startswith("dragoman: there is no heading")
    (tmp_path / "rows.txt").write_text("prose\n", encoding="utf-8")
    nothing = run("places", "import", tmp_path / "rows.txt")
    assert nothing.returncode == 2 and "allCountries" in nothing.stderr


def test_an_office_among_the_forms_says_whom_it_stands_for(tmp_path, capsys):
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts" / "a.txt").write_text(
        "Chicherin, the Foreign Commissar, refused in 1920. The Foreign Commissar signed the treaty in 1921.",
        encoding="utf-8",
    )
    said = told(capsys, build(tmp_path), "Chicherin")
    assert "“Foreign Commissar”" in said
    assert "one, because a gives the office “Foreign Commissar” to Chicherin, and to nobody else" in said
    assert "stands for Soviet Russia as Foreign Commissar (1917-1922)" in said
