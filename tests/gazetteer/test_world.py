"""The world list as it is opened."""

import pytest

from dragoman.gazetteer import world

pytestmark = pytest.mark.skipif(
    not world.present(), reason="the world list is not compiled: python -m dragoman.gazetteer.compile"
)


def test_main_names_come_first_and_then_those_with_most_people():
    towns = world.named("springfield")
    mains = [town.main for town in towns]
    assert len(towns) > 5 and mains == sorted(mains, reverse=True)
    people = [town.population for town in towns if town.main]
    assert people == sorted(people, reverse=True)


def test_what_the_list_lacks_has_no_towns():
    assert world.named("qwertzuiopville") == () and not world.has("qwertzuiopville")


def test_a_name_of_very_many_towns_stays_within_bounds():
    assert len(world.named("san antonio")) <= world.MOST_MEANINGS
