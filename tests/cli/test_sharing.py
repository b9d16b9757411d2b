"""report and cite, as they are typed."""

import json

import pytest
from typer.testing import CliRunner

from dragoman.cli.commands import app
from dragoman.errors import DragomanError
from dragoman.pipeline import build


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sharing") / "rivers"
    (folder / "accounts").mkdir(parents=True)
    (folder / "accounts" / "a.txt").write_text("The Treaty of Ada was signed on 3 May 1850.\n", "utf-8")
    (folder / "accounts" / "b.txt").write_text("The Treaty of Ada was signed on 9 May 1850.\n", "utf-8")
    return build(folder)


def typed(*words):
    return CliRunner().invoke(app, [*map(str, words)])


def test_a_report_is_written_where_asked(dossier, tmp_path):
    said = typed("report", "-d", dossier.folder, "-o", tmp_path / "r.html")
    assert said.exit_code == 0
    assert "Treaty of Ada" in (tmp_path / "r.html").read_text("utf-8")
    assert (tmp_path / "r.html").name in said.output


def test_an_assertion_and_a_finding_are_cited_by_the_beginning_of_their_id(dossier):
    one, finding = dossier.assertions[0], dossier.findings[0]
    assert "3 May 1850" in typed("cite", one.id[:12], "-d", dossier.folder).output
    assert f"/finding/{finding.id}." in typed("cite", finding.id, "-d", dossier.folder).output
    assert json.loads(typed("cite", one.id, "--form", "csl", "-d", dossier.folder).output)[0]["id"].endswith(one.id)


@pytest.mark.parametrize("asked", ["", "nothing"])
def test_what_is_not_there_is_refused(dossier, asked):
    assert isinstance(typed("cite", asked, "-d", dossier.folder).exception, DragomanError)
