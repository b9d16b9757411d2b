"""Room is left for every label, in every script."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.pictures.lettering import width_of, wrapped


def test_wide_letters_take_more_room_than_narrow_ones():
    assert width_of("WWW", 16) > width_of("Աբգ", 16) > width_of("iii", 16)


@given(st.lists(st.text(min_size=1, max_size=40), max_size=12), st.integers(40, 400))
def test_wrapping_loses_no_letter_and_keeps_to_the_width(words, width):
    """Labels are never cut: a word too wide for a line is broken."""
    text = " ".join(words)
    lines = wrapped(text, 16, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, 16) <= width for line in lines if len(line) > 1)
