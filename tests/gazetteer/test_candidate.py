"""A candidate: distances and years."""

import pytest

from dragoman.gazetteer.candidate import Candidate, km
from dragoman.model import Shape


def test_distances_are_great_circles_and_cross_the_date_line():
    assert km(40.18, 44.51, 40.6, 43.1) == pytest.approx(128, abs=8)
    assert km(0, 179.9, 0, -179.9) == pytest.approx(22.2, abs=0.5)
    assert km(0, 0, 0, 180) == pytest.approx(20015, abs=5)


def test_a_name_is_in_use_between_its_years_and_whenever_no_year_is_asked():
    leninakan = Candidate("Leninakan", "town", Shape.POINT, 40.79, 43.85, since=1924, until=1990)
    assert [leninakan.in_use(year) for year in (None, 1923, 1924, 1990, 1991)] == [True, False, True, True, False]
