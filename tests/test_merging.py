"""Merging: another person's lines are added once, none is changed, and where two people differ is said."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from dragoman.judging import anchor_of
from dragoman.judging.people import kappa
from dragoman.merging import merge, merged, people, people_in
from dragoman.model import DragomanError, Judgement, Ruling, digest
from dragoman.pipeline import build
from dragoman.store import JUDGEMENTS, Dossier, append

TEXT = "The Treaty of Kars was signed on 13 October 1921. The envoys refused the demand. No protocol was signed."


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    folder = tmp_path / "mine"
    (folder / "accounts").mkdir(parents=True)
    (folder / "accounts" / "a.txt").write_text(TEXT, encoding="utf-8")
    found = build(folder)
    assert len(found.assertions) >= 2
    return found


def ruling(dossier: Dossier, number: int, kind: Ruling, who: str, **more: object) -> Judgement:
    one = dossier.assertions[number]
    anchor = anchor_of(one, dossier.account(one.account))
    return Judgement(
        digest(who, kind, one.id, repr(more)), "2026-11-25T12:00:00Z", who, kind, one.id, anchor=anchor, **more
    )  # type: ignore[arg-type]


def written(path: Path, judgements: Sequence[Judgement]) -> Path:
    path.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in judgements))
    return path


def test_their_lines_are_added_once_and_ours_stay(dossier: Dossier, tmp_path: Path) -> None:
    mine = ruling(dossier, 0, Ruling.ACCEPT, "Anna")
    append(dossier.folder, mine)
    before = (dossier.folder / JUDGEMENTS).read_bytes()
    theirs = [mine, ruling(dossier, 0, Ruling.REJECT, "Boris"), ruling(dossier, 1, Ruling.ACCEPT, "Boris")]
    file = written(tmp_path / "theirs.jsonl", theirs)
    found = merged(dossier, file)
    assert (found.taken, found.by, found.known) == (2, (("Boris", 2),), 1)
    assert found.differences == ("Boris rejected it; Anna accepted it",)
    after = (dossier.folder / JUDGEMENTS).read_bytes()
    assert after.startswith(before) and after.count(b"\n") == 3
    assert merged(dossier, file).taken == 0
    assert (dossier.folder / JUDGEMENTS).read_bytes() == after


def test_what_cannot_be_used_is_said_and_what_finds_nothing_is_kept(dossier: Dossier, tmp_path: Path) -> None:
    one = ruling(dossier, 0, Ruling.ACCEPT, "Boris")
    assert one.anchor
    elsewhere = msgspec.structs.replace(
        one,
        id="elsewhere",
        target="gone",
        anchor=msgspec.structs.replace(one.anchor, account="other", account_name="other"),  # type: ignore[arg-type]
    )
    empty = msgspec.structs.replace(one, id="empty", ruling=Ruling.CORRECT)
    file = written(tmp_path / "theirs.jsonl", [elsewhere, empty])
    with file.open("ab") as log:
        log.write(b"no line of ours\n")
    found = merged(dossier, file)
    assert found.taken == 1
    assert "a correction changes something" in found.refused[0]
    assert len(found.unread) == 1
    assert "elsewhere" in found.lost[0]
    assert "elsewhere" in (dossier.folder / JUDGEMENTS).read_text("utf-8")


def test_a_folder_is_as_good_as_its_file_and_what_is_not_there_is_said(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    written(tmp_path / "theirs" / JUDGEMENTS, [ruling(dossier, 0, Ruling.ACCEPT, "Boris")])
    assert merged(dossier, tmp_path / "theirs").taken == 1
    with pytest.raises(DragomanError, match="no file"):
        merged(dossier, tmp_path / "nowhere.jsonl")


def test_corrections_to_the_same_are_agreement(dossier: Dossier) -> None:
    for who, date in (("Anna", "1921-10-13"), ("Boris", "1921-10-13"), ("Vera", "1921-10-14")):
        append(dossier.folder, ruling(dossier, 0, Ruling.CORRECT, who, changes=(("when", date),)))
    agreed = {(pair.one, pair.other): pair.agreed for pair in people_in(dossier).pairs}
    assert agreed == {("Anna", "Boris"): 1, ("Anna", "Vera"): 0, ("Boris", "Vera"): 0}


def test_both_are_printed(dossier: Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    append(dossier.folder, ruling(dossier, 0, Ruling.ACCEPT, "Anna"))
    merge(dossier, written(tmp_path / "t.jsonl", [ruling(dossier, 0, Ruling.REJECT, "Boris")]), as_json=False)
    people(dossier, as_json=False)
    said = capsys.readouterr().out
    assert "1 judgement taken (1 by Boris)" in said
    assert "Anna and Boris: 1 judged by both, 0 alike; Cohen's kappa 0.00" in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([("a", "a")] * 5, None),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        # 35 of 50 alike, 25 of them by chance.
        ([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15, 0.4),
        ([], None),
    ],
)
def test_kappa_is_what_is_left_of_agreement_without_chance(
    words: list[tuple[str, str]], expected: float | None
) -> None:
    found = kappa(words)
    assert found is expected if expected is None else found == pytest.approx(expected)
