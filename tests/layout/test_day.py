"""A line that is nothing but a date gives a day; a line that says more gives none."""

import pytest

from dragoman.layout.day import day_of


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("26 Mar 2025", "2025-03-26"),
        ("26. March 2025", "2025-03-26"),
        ("March 26th, 2025", "2025-03-26"),
        ("Wednesday, 26 March 2025, 14:05", "2025-03-26"),
        ("Published on Sept. 5, 2024", "2024-09-05"),
        ("2025-03-26", "2025-03-26"),
        ("26/03/2025", "2025-03-26"),
        ("03/26/2025", "2025-03-26"),
        ("03/04/2025", "2025"),
        ("May 2024", "2024-05"),
        ("2024", "2024"),
        ("99/99/2024", "2024"),
        ("30 February 2024", "2024-02"),
        ("Moscow, 16 March 1921", ""),
        ("The Treaty of 16 March 1921", ""),
        ("12", ""),
    ],
)
def test_a_line_that_is_a_date_and_nothing_else(words: str, edtf: str) -> None:
    assert day_of(words) == edtf
