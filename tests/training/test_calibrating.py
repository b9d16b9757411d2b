"""Cuts and chances: fitted to what came true, and not at all on too little."""

import numpy as np
import pytest

from dragoman.learned.labels import ACTS
from dragoman.model import DragomanError
from dragoman.training.calibrating import FEWEST, best, cheapest, fit_for, logistic
from dragoman.training.corpus import Item, Text


def text(name: str, items: int, *, in_part: bool = False) -> Text:
    none = np.zeros(0, np.int64)
    item = Item((0, 1), None, np.zeros(len(ACTS), np.float32), 0, 0, 0, [], True, None, True, None)
    return Text(name, "essay", "", [], none, none, [], in_part, [item] * items)


def test_the_middle_of_equal_cuts_is_taken() -> None:
    grid = np.arange(0.0, 1.0, 0.1)
    assert best(grid, lambda x: float(0.3 <= x <= 0.7)) == 0.5


def test_the_highest_cut_that_costs_next_to_nothing_is_taken() -> None:
    assert cheapest(np.arange(0.0, 1.0, 0.1), lambda x: 1.0 if x < 0.45 else 0.9) == 0.4


def test_a_chance_comes_true_as_often_as_it_says() -> None:
    chance = np.random.default_rng(1)
    score = chance.normal(size=4000)
    true = chance.random(4000) < 1 / (1 + np.exp(-(2 * score - 1)))
    slope, shift = logistic(score[:, None], true)
    assert abs(slope - 2) < 0.2 and abs(shift + 1) < 0.2


def test_what_is_known_in_part_cannot_say_what_was_missed() -> None:
    texts = [text("a", FEWEST), text("b", FEWEST, in_part=True), text("c", FEWEST)]
    assert [one.name for one in fit_for(texts, {"a", "b"})] == ["a"]


def test_too_few_assertions_held_out_are_refused() -> None:
    with pytest.raises(DragomanError, match="too few to fit cuts on"):
        fit_for([text("a", FEWEST - 1), text("b", 90, in_part=True)], {"a", "b"})
