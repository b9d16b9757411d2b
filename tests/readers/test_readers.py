"""The shelf: which file is read by whom, and what is said of a file that cannot be read."""

import os
from pathlib import Path

import pytest

from dragoman.model import Code
from dragoman.readers import files_in, read


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    folder = tmp_path / "accounts"
    folder.mkdir()
    return folder


def code_of(path: Path) -> Code:
    account, problems = read(path, path.parent.parent)
    assert account is None
    assert [problem.path for problem in problems] == [f"accounts/{path.name}"]
    return problems[0].code


def test_an_account_knows_its_name_its_path_and_two_digests(accounts: Path) -> None:
    for name in ("lake.txt", "copy.TXT"):
        (accounts / name).write_text("War was declared.\n")
    (accounts / "windows.txt").write_bytes(b"War was declared.\r\n")
    (one, _), (two, _), (other, _) = (
        read(accounts / name, accounts.parent) for name in ("lake.txt", "copy.TXT", "windows.txt")
    )
    assert one and two and other
    assert (one.name, one.path) == ("lake", "accounts/lake.txt")
    assert (one.id, one.original) == (two.id, two.original)
    assert one.original != other.original


def test_a_file_that_is_gone_is_a_problem(accounts: Path) -> None:
    assert code_of(accounts / "gone.txt") == Code.VANISHED


def test_a_file_that_is_none_is_a_problem(accounts: Path) -> None:
    (accounts / "folder.txt").mkdir()
    (accounts / "loop.txt").symlink_to(accounts / "loop.txt")
    os.mkfifo(accounts / "pipe.txt")
    for name in ("folder.txt", "loop.txt", "pipe.txt"):
        assert code_of(accounts / name) == Code.UNREADABLE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(accounts: Path) -> None:
    path = accounts / "secret.txt"
    path.write_text("War was declared.")
    path.chmod(0)
    assert code_of(path) == Code.UNREADABLE


def test_a_kind_of_file_without_a_reader_names_those_that_can_be_read(accounts: Path) -> None:
    (accounts / "minutes.pdf").write_bytes(b"%PDF")
    account, (problem,) = read(accounts / "minutes.pdf", accounts.parent)
    assert account is None
    assert problem.code == Code.NO_READER
    assert ".txt" in problem.message and ".html" in problem.message


def test_files_come_in_order_without_what_systems_leave_and_without_loops(accounts: Path) -> None:
    (accounts / "letters").mkdir()
    for name in ("b.txt", "a.html", "letters/c.txt", ".DS_Store", ".hidden.txt", "Thumbs.db", "~$b.txt"):
        (accounts / name).write_text("x")
    (accounts / "letters" / "back").symlink_to(accounts)
    found = [path.relative_to(accounts).as_posix() for path in files_in(accounts)]
    assert found == ["a.html", "b.txt", "letters/c.txt"]
