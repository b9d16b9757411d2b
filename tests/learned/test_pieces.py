"""Words and word pieces, on a vocabulary small enough to read."""

from dragoman.learned.pieces import CAPITAL, CAPITALS, LOWER, MARK, NUMBER, Pieces, plain, shape_of

SMALL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "kars", "was", "ced", "##ed", "1921", ".", "e", "##nver"]


def test_a_text_becomes_words_where_they_stand():
    words = Pieces(SMALL)("Kars was ceded.")
    assert words.start.tolist() == [0, 5, 9, 14]
    assert words.end.tolist() == [4, 8, 14, 15]


def test_a_word_is_cut_longest_piece_first():
    words = Pieces(SMALL)("Kars was ceded.")
    assert [SMALL[i] for i in words.ids] == ["kars", "was", "ced", "##ed", "."]
    assert words.first.tolist() == [0, 1, 2, 4, 5]


def test_accents_and_case_are_no_obstacle():
    assert [SMALL[i] for i in Pieces(SMALL)("Énver").ids] == ["e", "##nver"]
    assert plain("Ḳārṣ") == "kars"


def test_what_cannot_be_cut_is_one_unknown_piece():
    assert [SMALL[i] for i in Pieces(SMALL)("Карс").ids] == ["[UNK]"]


def test_the_shape_keeps_what_lower_case_hides():
    assert [shape_of(w) for w in ("was", "Kars", "USSR", "1921", ".")] == [LOWER, CAPITAL, CAPITALS, NUMBER, MARK]


def test_an_empty_text_has_no_words():
    words = Pieces(SMALL)("")
    assert len(words.start) == 0 and words.first.tolist() == [0]
