"""From numbers to what is said."""

import numpy as np

from dragoman.learned.decode import (
    Judgement,
    clause,
    modality_of,
    one_span,
    others,
    polarity_of,
    roles_of,
    without_echoes,
)
from dragoman.learned.labels import ACTS, MODALITIES, ROLES

ALL = np.ones(6, np.bool_)


def chances(*labels: int, of: int = 2 * len(ROLES) + 1) -> np.ndarray:
    """Nine in ten for these labels, word by word."""
    table = np.full((len(labels), of), 0.1 / (of - 1), np.float32)
    table[np.arange(len(labels)), labels] = 0.9
    return table


def test_coordinated_names_are_several_participants():
    """ "Mush, Van and Bitlis": begin, outside, begin, outside, begin."""
    begin = 1 + 2 * ROLES.index("territory")
    found = roles_of(chances(begin, 0, begin, 0, begin, begin + 1), ALL, 0.5)
    assert [(role, first, last) for role, first, last, _ in found] == [
        ("territory", 0, 1),
        ("territory", 2, 3),
        ("territory", 4, 6),
    ]


def test_what_lies_outside_the_window_has_no_role():
    assert roles_of(chances(1, 2, 0, 0, 0, 0), ~ALL, 0.5) == ()


def test_a_date_that_is_not_likely_is_no_date():
    assert one_span(chances(0, 0, 1, 2, 0, 0, of=3), ALL, 0.5) == (2, 4)
    assert one_span(chances(0, 0, 0, 0, 0, 0, of=3), ALL, 0.5) is None


def test_a_clause_holds_its_trigger():
    ends = np.zeros((6, 2), np.float32)
    ends[5, 0] = ends[0, 1] = 9  # both on the wrong side
    first, last = clause(ends, ALL, (2, 4))
    assert first <= 2 and last >= 4


def test_the_cut_decides_what_counts_as_denied():
    assert polarity_of(np.array([0.6, 0.35, 0.05], np.float32), 0.3) == "neg"
    assert polarity_of(np.array([0.6, 0.35, 0.05], np.float32), 0.5) == "pos"


def test_the_cut_decides_what_counts_as_done():
    doubtful = np.array([0.4, 0.1, 0.35, 0.1, 0.05], np.float32)
    assert modality_of(doubtful, 0.5) == MODALITIES[2]
    assert modality_of(doubtful, 0.3) == "actual"


def test_acts_that_may_be_as_good_are_told():
    table = np.zeros(len(ACTS), np.float32)
    table[[2, 5, 6]] = 0.6, 0.3, 0.05
    assert [act for act, _ in others(table, 2)] == ["annulment"]


def test_one_act_of_one_clause_is_said_once():
    """ "entered into negotiations": two triggers, one act; another act of the same clause stays."""
    first, second, other = (
        judgement(1, "negotiation", 0.9),
        judgement(2, "negotiation", 0.6),
        judgement(3, "demand", 0.4),
    )
    assert without_echoes([second, first, other]) == [first, other]


def judgement(row: int, act: str, sure: float) -> Judgement:
    return Judgement(row, act, (), (row, row + 1), (0, 9), (), None, None, "pos", "actual", False, sure)
