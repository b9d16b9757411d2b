"""Hearing: what is shown after a judgement is what the next build would show, whatever was judged in what order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.judging import anchor_of, judged
from dragoman.model import Anchor, Judgement, Ruling
from dragoman.web.hearing import hear
from dragoman.web.room import Shelves

KINDS = [Ruling.ACCEPT, Ruling.CORRECT, Ruling.REJECT, Ruling.ADD, Ruling.UNDO]
CHANGES = ((("when", "1920-09"),), (("polarity", "partial"), ("participant:agent", "Kars")), (("when", ""),))


@pytest.fixture
def logged(make: Any) -> Callable[[list[tuple[Ruling, int, int]]], list[Judgement]]:
    """A log of judgements on the assertions of two accounts, and of judgements taken back."""
    rows = make.rows()
    said = [(one, row.account) for row in rows for one in row.assertions]

    def log(decided: list[tuple[Ruling, int, int]]) -> list[Judgement]:
        kept: list[Judgement] = []
        for number, (kind, which, change) in enumerate(decided):
            one, account = said[which % len(said)]
            anchor, target, changes = anchor_of(one, account), one.id, ()
            if kind is Ruling.UNDO and kept:
                target = kept[which % len(kept)].id
            elif kind is Ruling.ADD:
                target = f"added-{number}"
                anchor = Anchor(account.id, account.name, one.quote, "", "", (("predicate", "statement"),))
            elif kind is Ruling.CORRECT:
                changes = CHANGES[change % len(CHANGES)]
            kept.append(
                Judgement(str(number), f"2026-11-25T12:00:{number:02d}Z", "M. K.", kind, target, anchor, "", changes)
            )
        return kept

    return log


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 30), st.integers(0, 5)), max_size=12), st.data())
def test_what_is_heard_is_what_a_build_would_hear(
    folder: Path, make: Any, logged: Any, decided: list[tuple[Ruling, int, int]], data: st.DataObject
) -> None:
    log = logged(decided)
    shelves = Shelves.opened(folder)
    for end in sorted({data.draw(st.integers(0, len(log))) for _ in range(3)} | {len(log)}):
        hear(shelves, log[:end])
    built = judged(make.rows(), log)
    assert shelves.assertions == {one.id: one for row in built.testimonies for one in row.assertions}
    assert {id: one.id for id, one in shelves.rulings.items()} == {id: one.id for id, one in built.rulings.items()}
    assert {id: shelves.met[id] for id in built.met} == built.met
    for row in built.testimonies:
        assert shelves.assertions_in[row.account.id] == row.assertions
    assert shelves.waiting == len(log)
