"""A build apart: the same dossier as a build here, and what it cannot do is said in one sentence."""

from pathlib import Path

import pytest

from dragoman.cli.apart import build_apart
from dragoman.model import DragomanError
from dragoman.store import Dossier


@pytest.mark.slow
def test_a_build_apart_builds(tmp_path: Path) -> None:
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts" / "a.txt").write_text("The two governments signed the Treaty of Kars in 1921.", "utf-8")
    build_apart(tmp_path)
    assert [one.name for one in Dossier.open(tmp_path).accounts] == ["a"]


@pytest.mark.slow
def test_what_it_cannot_build_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match="has no folder accounts"):
        build_apart(tmp_path)
