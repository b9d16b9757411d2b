"""The leaf of the map: places stand where they are, coasts are cut at the edge, what is asked for is in the frame."""

from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.pictures.projection import HEIGHT, WIDTH, Frame, areas_in, bar_of, frame_around, lines_in

places = st.lists(st.tuples(st.floats(-180, 180), st.floats(-70, 75)), min_size=1, max_size=20)


@given(places)
def test_a_frame_shows_what_it_was_laid_about(spots):
    frame = frame_around(spots)
    if frame.span < 360:
        assert all(frame.shows(lon, lat, margin=1) for lon, lat in spots)


def test_north_is_up_and_a_degree_is_as_long_as_it_should_be():
    frame = Frame(60, 30, 10)
    assert frame.at(30, 60) == (WIDTH / 2, HEIGHT / 2)
    assert frame.at(30, 61)[1] < HEIGHT / 2
    east, north = frame.at(31, 60)[0] - WIDTH / 2, HEIGHT / 2 - frame.at(30, 61)[1]
    assert east / north == pytest.approx(cos(radians(60)))


def test_land_is_cut_at_the_edge_and_left_out_beyond_it():
    frame = Frame(0, 0, 10)
    around = ((-50, -50), (-50, 50), (50, 50), (50, -50), (-50, -50))
    numbers = [float(one) for pair in areas_in(frame, [around])[1:-1].split("L") for one in pair.split()]
    assert min(numbers) >= -10
    assert max(numbers) <= WIDTH + 10
    assert areas_in(frame, [((40, 40), (41, 40), (41, 41), (40, 40))]) == ""


def test_land_beyond_the_180th_meridian_comes_round():
    fiji = ((177, -19), (181, -19), (181, -15), (177, -15), (177, -19))
    assert areas_in(Frame(-17, -179, 10), [fiji])


def test_a_border_is_drawn_as_far_as_it_is_seen():
    frame = Frame(0, 0, 10)
    assert lines_in(frame, [((-1, 0), (1, 0), (90, 0), (91, 0))]).count("M") == 1
    assert lines_in(frame, [((90, 0), (91, 0))]) == ""


def test_the_scale_bar_is_a_round_number_and_true():
    kilometres, length = bar_of(Frame(0, 0, 10))
    assert kilometres == 100
    assert length == pytest.approx(WIDTH / 10 * 100 / 111.32, abs=0.2)
