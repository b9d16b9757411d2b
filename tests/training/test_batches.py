"""What a window teaches; run where torch is installed, which the tests of every day do without."""

from random import Random

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed: it is needed for training only")
pytest.importorskip("safetensors", reason="safetensors is not installed: it is needed for training only")

from dragoman.learned.labels import ACTS, BEFORE
from dragoman.learned.pieces import WORD, Pieces
from dragoman.training.batches import IGNORE, Window, rejected_in, targets, tensors, windows_of
from dragoman.training.corpus import Item, Text
from dragoman.training.disguise import Names
from dragoman.training.losses import losses
from dragoman.training.networks import Judge, Scout
from dragoman.training.sentences import sentences_of

PROSE = "Austria ceded Galicia . Prussia refused . Sweden protested ."
PIECES = Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *PROSE.lower().split()])


def item(at: int, **more: object) -> Item:
    acts = np.zeros(len(ACTS), np.float32)
    acts[ACTS.index("cession")] = 1
    given = dict(evidence=None, roles=[], roles_known=True, date=None, date_known=True, source=None) | more
    return Item((at, at + 1), acts=acts, polarity=0, modality=0, reported=0, **given)  # type: ignore[arg-type]


def text(*, in_part: bool, items: list[Item], rejected: list[tuple[int, int]]) -> Text:
    spans = [m.span() for m in WORD.finditer(PROSE)]
    start, end = (np.array([span[side] for span in spans]) for side in (0, 1))
    words = [PROSE[s:e] for s, e in spans]
    sentences = [(int((start < s).sum()), int((end <= e).sum())) for s, e in sentences_of(PROSE)]
    return Text("a", "judged", PROSE, words, start, end, sentences, in_part, items, rejected)


def windows(of: Text) -> list[Window]:
    return list(windows_of(of, PIECES, Names([of]), Random(0), disguised=False))


def test_a_word_that_nobody_judged_is_neither_a_trigger_nor_none() -> None:
    """Ceded was accepted, refused rejected; of "protested" nobody said anything."""
    (window,) = windows(text(in_part=True, items=[item(1)], rejected=[(5, 6)]))
    begins, goes_on = tensors([window])[3][0].T.tolist()
    assert begins == [-1, 1, -1, -1, -1, 0, -1, -1, -1, -1]
    assert set(goes_on) == {-1}, "nobody judges how far a trigger goes"
    assert rejected_in([window]).tolist() == [[0, 5]]


def test_of_a_whole_text_every_word_counts() -> None:
    (window,) = windows(text(in_part=False, items=[item(1)], rejected=[]))
    assert tensors([window])[3][0, :, 0].tolist() == [0, 1, 0, 0, 0, 0, 0, 0, 0, 0]


def test_a_window_in_which_nothing_was_judged_is_not_read() -> None:
    assert windows(text(in_part=True, items=[], rejected=[])) == []
    assert len(windows(text(in_part=False, items=[], rejected=[]))) == 1


def test_what_a_person_left_open_is_not_taught() -> None:
    open_, closed = item(1, roles_known=False, date_known=False), item(1, roles=[(9, 0, 1)], evidence=(0, 3))
    (window,) = windows(text(in_part=True, items=[open_, closed], rejected=[]))
    wanted = targets([window])
    assert set(wanted.roles[0].tolist()) == set(wanted.date[0].tolist()) == {IGNORE} == set(wanted.ends[0].tolist())
    assert wanted.roles[1, BEFORE - 1] == 1 + 2 * 9 and wanted.date[1].max() == 0
    assert wanted.ends[1].tolist() == [BEFORE - 1, BEFORE + 1]


def test_rejections_alone_teach_and_nothing_comes_out_that_is_no_number() -> None:
    batch = windows(text(in_part=True, items=[], rejected=[(5, 6)]))
    parts = losses(Scout(len(PIECES), 1), Judge(), batch)
    assert set(parts) == {"detect", "truth"}
    assert all(float(value.detach()) > 0 for value in parts.values())
