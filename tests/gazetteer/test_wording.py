"""Wording: a text as words."""

from dragoman.gazetteer.wording import Words, cues


def test_a_genitive_ending_is_no_part_of_the_word_and_counts_inside_a_name():
    words = Words("at Harper's Ferry's end")
    assert words.raw(1, 1) == "Harper" and words.key(1, 2) == "harpers ferry"


def test_a_sentence_opens_after_a_full_stop_and_not_after_an_initial_or_a_title():
    words = Words("It ended. Kars fell. G. Chicherin met Gen. Kazim.")
    opening = [words.keys[i] for i in range(len(words.keys)) if words.opens(i)]
    assert opening == ["it", "kars", "g"]


def test_words_across_a_comma_or_an_empty_line_are_not_joined():
    words = Words("New York, New\n\nHaven New\nHaven")
    assert [words.joined(i) for i in range(5)] == [True, False, False, True, True]


def test_every_listed_word_is_a_key():
    for name, words in cues().items():
        assert words and all(word == word.casefold() and word.isascii() for word in words), name
