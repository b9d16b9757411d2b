"""Resolving: which of several places a name means."""

import pytest

from dragoman.gazetteer import resolved, sightings, world, year_of
from dragoman.model import Shape

needs_world = pytest.mark.skipif(
    not world.present(), reason="the world list is not compiled: python -m dragoman.gazetteer.compile"
)


def meant(text, year=None):
    """Each name found and the country and division, or the modern name, of what it is taken to mean."""
    answers = resolved(text, tuple(sightings(text)), year)
    return {text[one.sighting.span.start : one.sighting.span.end]: one for one in answers}


def country(answer):
    return answer.place.country if answer.place else None


@needs_world
def test_the_words_beside_a_name_decide():
    assert meant("He lived in Springfield, Illinois.")["Springfield"].place.admin == "IL"
    assert meant("He lived in Springfield, Mass., until 1812.")["Springfield"].place.admin == "MA"
    assert meant("The school at Cambridge in Massachusetts.")["Cambridge"].place.admin == "MA"


@needs_world
def test_neighbours_decide_where_the_words_beside_it_do_not():
    east = meant("The army marched from Knoxville through Nashville and Chattanooga towards Athens in Tennessee.")
    assert east["Athens"].place.admin == "TN"
    greek = meant("The fleet left Piraeus, and from Athens the king wrote to Corinth.")
    assert country(greek["Athens"]) == "GR"


def test_a_state_is_told_from_a_state_by_what_is_named_with_it():
    assert country(meant("Soviet rule reached Armenia, Azerbaijan, and Georgia, and Tiflis fell.")["Georgia"]) == "GE"
    march = "Sherman marched through Georgia, Alabama, and South Carolina to Savannah."
    assert country(meant(march)["Georgia"]) == "US"


def test_a_list_of_countries_holds_nothing_in_anything():
    answers = meant("Germany, Austria-Hungary, and Italy signed.")
    assert all(one.place is not None for one in answers.values())


def test_the_river_has_the_article_and_the_state_has_none():
    text = "The line of the Mississippi was lost."
    assert meant(text)["Mississippi"].place.kind == "river"
    assert meant("Mississippi seceded after Alabama and Georgia.")["Mississippi"].place.kind == "state"


def test_a_province_is_an_area_and_a_river_a_line():
    answers = meant("It claimed Kars province up to the Akhuryan (Arpachay) river.", 1920)
    assert answers["Kars province"].place.shape is Shape.AREA
    assert answers["Akhuryan"].place.shape is Shape.LINE
    assert answers["Akhuryan"].place.name == answers["Arpachay"].place.name


@needs_world
def test_where_nothing_decides_the_name_stays_unplaced():
    (answer,) = meant("They camped near Union City.").values()
    assert answer.place is None or answer.confidence < 0.7


@needs_world
def test_a_name_no_list_has_is_put_among_its_neighbours_as_an_area():
    text = "From Ringgold, Georgia, by Tunnel Hill they came to Wumblesbury Gap near Dalton, Georgia."
    answer = meant(text)["Wumblesbury Gap"]
    assert answer.place.shape is Shape.AREA and answer.place.source == "neighbours" and answer.confidence < 0.5
    assert abs(answer.place.lat - 34.85) < 0.5 and abs(answer.place.lon + 85.05) < 0.5


def test_one_name_means_one_place_throughout_a_text():
    text = "Kars fell. " * 3 + "The road from Tiflis to Kars was open, and Kars lay quiet."
    places = {one.place.name for one in resolved(text, tuple(sightings(text))) if one.sighting.key == "kars"}
    assert places == {"Kars"}


def test_without_the_world_list_the_period_table_answers(monkeypatch, tmp_path):
    monkeypatch.setattr(world, "DATA", tmp_path)
    for memory in (world._trie, world.named):
        memory.cache_clear()
    try:
        assert not world.present()
        assert country(meant("Soviet rule reached Surmalu and Nakhijevan.")["Surmalu"]) == "TR"
    finally:
        monkeypatch.undo()
        for memory in (world._trie, world.named):
            memory.cache_clear()


def test_the_year_of_a_text_is_the_middle_one_it_names():
    assert year_of("In 1918, 1920 and 1921; 1,920 men; room 3.") == 1920
    assert year_of("No year.") is None
