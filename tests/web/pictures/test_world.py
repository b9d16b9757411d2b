"""The world as the build has it: whole rings, borders between two countries, and nothing where it was not built."""

import itertools
import json

import pytest

from dragoman.web.pictures.world import VENDOR, World, world_of

TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [-180, -90]},
    # Two squares side by side with a border between them, and a strip across the 180th meridian.
    "arcs": [
        [[180, 90], [0, 10]],
        [[180, 100], [10, 0], [0, -10], [-10, 0]],
        [[180, 90], [-10, 0], [0, 10], [10, 0]],
        [[350, 60], [10, 0], [-350, 0], [0, 5], [350, 0], [-10, 0], [0, -5]],
    ],
    "objects": {
        "land": {"type": "GeometryCollection", "geometries": [{"type": "MultiPolygon", "arcs": [[[2, 1]], [[3]]]}]},
        "countries": {
            "type": "GeometryCollection",
            "geometries": [{"type": "Polygon", "arcs": [[0, 1]]}, {"type": "Polygon", "arcs": [[2, ~0]]}],
        },
    },
}


@pytest.fixture
def small(tmp_path):
    (tmp_path / "countries-110m.json").write_text(json.dumps(TOPOLOGY), "utf-8")
    return world_of("110m", tmp_path)


def test_a_border_is_what_two_countries_share(small):
    assert small.borders == (((0.0, 0.0), (0.0, 10.0)),)


def test_a_ring_across_the_180th_meridian_does_not_leap(small):
    strip = small.land[1]
    assert max(abs(after[0] - before[0]) for before, after in itertools.pairwise(strip)) <= 20
    assert min(lon for lon, _ in strip) >= 170


def test_without_the_files_there_is_no_world_and_no_fault(tmp_path):
    assert world_of("50m", tmp_path / "nowhere") == World()


@pytest.mark.parametrize("detail", ["110m", "50m"])
def test_the_world_that_was_built_is_round(detail):
    if not (VENDOR / f"countries-{detail}.json").is_file():
        pytest.skip("the web libraries are not built: run make setup")
    world = world_of(detail)
    assert len(world.land) > 100
    assert len(world.borders) > 200
    for ring in world.land:
        assert all(abs(after[0] - before[0]) < 181 for before, after in itertools.pairwise(ring) if after[1] > -89)
