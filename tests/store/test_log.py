"""The log: a line that was written is never lost, and never changed."""

import os

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Anchor, Code, Judgement, Ruling
from dragoman.store.log import append, read

LINE = msgspec.json.encode(Judgement("j0", "2026-11-24T12:00:00Z", "M. K.", Ruling.REJECT, "x"))


def test_what_is_appended_is_read_in_order(tmp_path, ruled):
    anchor = Anchor("a", "a", "une note\n“là”", "\u2028", "", (("when", "1920"),))
    log = (
        ruled("j1", Ruling.ACCEPT, "x", anchor=anchor),
        ruled("j2", Ruling.UNDO, "j1"),
        ruled("j1", Ruling.ACCEPT, "x"),
    )
    for one in log:
        append(tmp_path, one)
    assert read(tmp_path).judgements == log
    assert len((tmp_path / "judgements.jsonl").read_bytes().splitlines()) == 3


def test_appending_changes_nothing_that_was_there(tmp_path, ruled):
    path = tmp_path / "judgements.jsonl"
    path.write_bytes(b"# not ours\r\n" + LINE + b"\n")
    before = path.read_bytes()
    append(tmp_path, ruled("j1", Ruling.ACCEPT, "x"))
    assert path.read_bytes().startswith(before)


@given(st.integers(0, len(LINE)))
def test_a_torn_last_line_is_a_problem_and_no_other_line_suffers(tmp_path_factory, cut):
    folder = tmp_path_factory.mktemp("log")
    path = folder / "judgements.jsonl"
    path.write_bytes(LINE + b"\n" + LINE[:cut])
    log = read(folder)
    whole = cut == len(LINE)
    assert [one.id for one in log.judgements] == ["j0"] * (2 if whole else 1)
    assert [one.code for one in log.problems] == ([] if whole or cut == 0 else [Code.UNREADABLE])
    append(folder, Judgement("j1", "2026", "N.", Ruling.ACCEPT, "y"))
    after = read(folder)
    assert after.judgements[-1].id == "j1"
    assert len(after.judgements) == len(log.judgements) + 1
    assert len(after.problems) == len(log.problems)
    assert path.read_bytes().startswith(LINE + b"\n" + LINE[:cut])


@pytest.mark.parametrize("line", [b"\xff\xfe", b"{}", b"[1]", b'{"id": "j"}', LINE.replace(b"reject", b"burn")])
def test_a_line_that_cannot_be_read_is_a_problem_with_its_number(tmp_path, line):
    (tmp_path / "judgements.jsonl").write_bytes(LINE + b"\n" + line + b"\n\n" + LINE + b"\n")
    log = read(tmp_path)
    assert len(log.judgements) == 2
    assert [one.message.startswith("line 2 cannot be read") for one in log.problems] == [True]


def test_a_judgement_is_on_the_disk_when_appending_returns(tmp_path, ruled, monkeypatch):
    """The order is what counts: all of the line, then the file's sync, and for a new file its folder's."""
    synced: list[tuple[bool, int]] = []
    real = os.fsync

    def watched(handle: int) -> None:
        status = os.fstat(handle)
        synced.append((os.path.isdir(f"/proc/self/fd/{handle}"), status.st_size))
        real(handle)

    monkeypatch.setattr(os, "fsync", watched)
    append(tmp_path, ruled("j1", Ruling.ACCEPT, "x"))
    size = (tmp_path / "judgements.jsonl").stat().st_size
    assert synced[0] == (False, size)
    assert [folder for folder, _ in synced] == [False, True]


def test_a_log_that_is_not_there_is_empty(tmp_path):
    assert read(tmp_path).judgements == ()
