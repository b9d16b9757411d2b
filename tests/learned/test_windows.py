"""Windows: every word of every sentence is read, once, in a window that fits."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.learned.pieces import Pieces
from dragoman.learned.windows import MOST, windows_of

PIECES = Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a"])


@given(st.lists(st.integers(0, 400), max_size=30))
def test_every_word_is_read_once(lengths: list[int]):
    text, sentences = sentences_of_length(lengths)
    windows = windows_of(PIECES(text), sentences)
    read = [word for window in windows for word in range(window.first, window.last)]
    assert read == list(range(sum(lengths)))


@given(st.lists(st.integers(0, 400), max_size=30))
def test_every_window_fits(lengths: list[int]):
    text, sentences = sentences_of_length(lengths)
    assert all(0 < w.last - w.first <= MOST - 2 for w in windows_of(PIECES(text), sentences))


def test_words_outside_all_sentences_are_not_read():
    """A masthead between two sentences: no window crosses it."""
    windows = windows_of(PIECES("a a a a a"), [(0, 3), (6, 9)])
    assert windows == [(0, 2), (3, 5)]


def sentences_of_length(lengths: list[int]) -> tuple[str, list[tuple[int, int]]]:
    sentences, at = [], 0
    for length in lengths:
        sentences.append((at, at + 2 * length))
        at += 2 * length
    return "a " * sum(lengths), sentences
