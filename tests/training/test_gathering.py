"""Gathering: what people judged becomes a corpus, and what nobody judged is neither told nor denied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.judging import anchor_of
from dragoman.model import ACTS, Anchor, Assertion, DragomanError, Judgement, Ruling, digest
from dragoman.pipeline import build
from dragoman.store import Dossier, append
from dragoman.training.corpus import load
from dragoman.training.gathering import gathered
from dragoman.training.layout import Document, Row, rows_of

TEXT = (
    "The Treaty of Kars was signed on 13 October 1921 by Turkey and Russia. The envoys refused the demand. "
    "Persia ceded Erivan to Russia in 1828. Anybody could see that Austria forfeited Galicia. "
    "The Treaty of Kars was based on the Treaty of Moscow. Sweden occupied Finland in 1808."
)
Judge = Callable[..., Judgement]


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    folder = tmp_path / "mine"
    (folder / "accounts").mkdir(parents=True)
    (folder / "accounts" / "a.txt").write_text(TEXT, encoding="utf-8")
    return build(folder)


@pytest.fixture
def judge(dossier: Dossier) -> Judge:
    def judge(one: Assertion, ruling: Ruling, who: str = "Anna", **more: object) -> Judgement:
        anchor = anchor_of(one, dossier.account(one.account))
        id = digest(who, ruling, one.id, repr(more))
        said = Judgement(id, "2026-11-25T12:00:00Z", who, ruling, one.id, anchor=anchor, **more)  # type: ignore[arg-type]
        append(dossier.folder, said)
        return said

    return judge


def about(dossier: Dossier, word: str, *, act: bool = True) -> Assertion:
    """The first assertion whose quote has this word."""
    return next(one for one in dossier.assertions if word in one.quote and (one.predicate in ACTS) is act)


def add(dossier: Dossier, quote: str, *slots: tuple[str, str]) -> None:
    """A new assertion on these words, as a person adds it."""
    account = dossier.accounts[0]
    anchor = Anchor(account.id, account.name, quote, "", "", slots)
    append(dossier.folder, Judgement(digest(quote), "2026-11-25T12:00:00Z", "Anna", Ruling.ADD, "", anchor=anchor))


def rows(out: Path, name: str = "assertions.jsonl") -> list[Row]:
    return rows_of(out / name, Row)


def test_what_was_accepted_is_told_with_its_trigger_and_its_words(dossier: Dossier, judge: Judge, tmp_path: Path):
    ceded = about(dossier, "ceded")
    judge(ceded, Ruling.ACCEPT)
    assert dict(gathered([dossier.folder], tmp_path / "out").used) == {Ruling.ACCEPT: 1}
    (row,) = rows(tmp_path / "out")
    assert (row.type, row.trigger and row.trigger.text, row.judged) == ("cession", "ceded", "accept")
    assert ("agent", ("Persia", "Persia")) in [(part.role, part.surface) for part in row.participants]
    assert row.date == "1828" and row.open == ()
    (doc,) = rows_of(tmp_path / "out" / "docs.jsonl", Document)
    assert doc.in_part and doc.annotator == "Anna"
    text = (tmp_path / "out" / "texts" / f"{doc.doc_id}.txt").read_bytes().decode()
    assert text[row.start : row.end] == row.quote == ceded.quote


def test_what_was_corrected_is_told_as_corrected(dossier: Dossier, judge: Judge, tmp_path: Path):
    changes = (("polarity", "neg"), ("participant:agent", "Persia"), ("when", "1829"))
    judge(about(dossier, "ceded"), Ruling.CORRECT, changes=changes)
    gathered([dossier.folder], tmp_path / "out")
    (row,) = rows(tmp_path / "out")
    assert (row.polarity, row.date, row.judged) == ("neg", "1829", "correct")


def test_what_was_rejected_is_kept_apart_and_no_corpus_takes_it_for_told(
    dossier: Dossier, judge: Judge, tmp_path: Path
):
    judge(about(dossier, "refused"), Ruling.REJECT)
    judge(about(dossier, "ceded"), Ruling.ACCEPT)
    gathered([dossier.folder], tmp_path / "out")
    assert [row.type for row in rows(tmp_path / "out")] == ["cession"]
    (struck,) = rows(tmp_path / "out", "rejected.jsonl")
    assert struck.trigger and struck.trigger.text == "refused"
    (text,) = load(tmp_path / "out")
    assert text.in_part and [text.words[first] for first, _ in text.rejected] == ["refused"]


def test_rejections_alone_are_a_corpus_too(dossier: Dossier, judge: Judge, tmp_path: Path):
    judge(about(dossier, "refused"), Ruling.REJECT)
    gathered([dossier.folder], tmp_path / "out")
    assert [len(text.rejected) for text in load(tmp_path / "out")] == [1]


def test_a_word_that_tells_something_else_is_no_negative(dossier: Dossier, judge: Judge, tmp_path: Path):
    """ "Refused" taken for a statement was wrong; the refusal that the person added in those words stands."""
    judge(about(dossier, "refused"), Ruling.REJECT)
    add(dossier, "The envoys refused the demand", ("predicate", "refusal"), ("participant:agent", "The envoys"))
    found = gathered([dossier.folder], tmp_path / "out")
    assert dict(found.used) == {Ruling.ADD: 1}
    assert "its word tells something else" in found.line()
    assert rows(tmp_path / "out", "rejected.jsonl") == []


def test_what_was_added_finds_the_word_that_tells_it(dossier: Dossier, tmp_path: Path):
    add(dossier, "Sweden occupied Finland", ("predicate", "occupation"))
    gathered([dossier.folder], tmp_path / "out")
    (row,) = rows(tmp_path / "out")
    assert row.trigger and row.trigger.text == "occupied"
    assert row.open == ("participants", "date"), "a slot left empty was not denied"


def test_what_was_added_and_has_no_known_word_is_left_out_and_said(dossier: Dossier, judge: Judge, tmp_path: Path):
    add(dossier, "Anybody could see", ("predicate", "mediation_offer"))
    judge(about(dossier, "ceded"), Ruling.ACCEPT)
    found = gathered([dossier.folder], tmp_path / "out")
    assert "1 left out: it was added, and none of its words is known to tell that act" in found.line()
    assert len(rows(tmp_path / "out")) == 1


def test_relations_are_the_rules_own_and_are_left_out(dossier: Dossier, judge: Judge, tmp_path: Path):
    judge(about(dossier, "based on", act=False), Ruling.ACCEPT)
    with pytest.raises(DragomanError, match="relation of instruments"):
        gathered([dossier.folder], tmp_path / "out")


def test_the_last_word_holds_and_what_was_taken_back_teaches_nothing(dossier: Dossier, judge: Judge, tmp_path: Path):
    ceded = about(dossier, "ceded")
    judge(ceded, Ruling.REJECT)
    judge(ceded, Ruling.ACCEPT, who="Boris")
    undone = judge(about(dossier, "refused"), Ruling.ACCEPT)
    append(dossier.folder, replace(undone, id="undo", ruling=Ruling.UNDO, target=undone.id, anchor=None))
    assert dict(gathered([dossier.folder], tmp_path / "out").used) == {Ruling.ACCEPT: 1}


def test_where_nobody_judged_it_is_said(dossier: Dossier, tmp_path: Path):
    with pytest.raises(DragomanError, match=r"nobody has judged in .*mine") as told:
        gathered([dossier.folder], tmp_path / "out")
    assert "\n" not in str(told.value) and not (tmp_path / "out").exists()


def test_a_folder_that_holds_something_is_left_alone(dossier: Dossier, judge: Judge, tmp_path: Path):
    judge(about(dossier, "ceded"), Ruling.ACCEPT)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("years of work")
    with pytest.raises(DragomanError, match="already holds something"):
        gathered([dossier.folder], tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["thesis.txt"]


def test_one_account_in_two_dossiers_is_two_texts(dossier: Dossier, judge: Judge, tmp_path: Path):
    judge(about(dossier, "ceded"), Ruling.ACCEPT)
    assert gathered([dossier.folder, dossier.folder], tmp_path / "out").accounts == 2
    assert len({text.name for text in load(tmp_path / "out")}) == 2
