"""A finding laid out for the eye."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dragoman.model import Finding, Verdict
from dragoman.store import Dossier
from dragoman.web.room import Shelves
from dragoman.web.telling import case_of, in_one_line, side_of


@pytest.fixture
def shelves(folder: Path) -> Shelves:
    return Shelves(Dossier.open(folder))


def marked(side: Any) -> list[str]:
    return [piece.text for piece in side.pieces if piece.differs]


@pytest.mark.parametrize(
    ("words", "shown", "unsaid"),
    [
        ("based on", ["based on"], ""),
        ("BASED  ON", ["based on"], ""),
        ("treaty rests on draft", ["Treaty", "draft treaty"], ""),
        ("1921-03", [], "March 1921"),
        ("", ["based on"], ""),
        ("(.*", [], "(.*"),
    ],
)
def test_words_that_differ_are_marked_where_they_stand_and_said_beside_where_they_do_not(
    shelves: Shelves, make: Any, words: str, shown: list[str], unsaid: str
) -> None:
    side = side_of(shelves, make.rows()[0].assertions[0], words)
    assert (marked(side), side.unsaid) == (shown, unsaid)
    assert "".join(piece.text for piece in side.pieces) == side.assertion.quote


def test_a_quote_is_shown_in_its_sentence(shelves: Shelves, make: Any) -> None:
    side = side_of(shelves, make.rows()[0].assertions[5])
    assert (side.before, side.after) == ("However, ", ".")


def test_an_account_that_contradicts_itself_has_two_sides_and_a_third_telling_stands_beside(
    shelves: Shelves, make: Any
) -> None:
    ids = tuple(one.id for one in make.rows()[0].assertions[:3])
    case = case_of(shelves, Finding("f", "r", Verdict.CONTRADICTED, "", "", ids, ()))
    assert [side.assertion.id for side in case.sides] == list(ids[:2])
    assert [side.assertion.id for side in case.beside] == [ids[2]]


def test_a_finding_on_what_is_no_longer_there_is_shown_with_what_is_left(shelves: Shelves, make: Any) -> None:
    one = make.rows()[1].assertions[0]
    case = case_of(shelves, Finding("f", "r", Verdict.NOTE, "gone", "", ("gone", one.id), (), words=("x", "Moscow")))
    assert [marked(side) for side in case.sides] == [["Moscow"]]
    assert case.about is None


def test_a_relation_reads_from_end_to_end(make: Any) -> None:
    page, entry = make.rows()
    assert in_one_line(entry.assertions[2]) == "draft treaty rests on Treaty of Moscow"
    assert in_one_line(page.assertions[5]) == "signature: draft treaty"
