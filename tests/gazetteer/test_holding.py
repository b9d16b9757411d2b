"""Holding: what lies in what."""

from dragoman.gazetteer import knows, sightings
from dragoman.gazetteer.holding import containers, holds


def held(text):
    found = tuple(sightings(text))
    return {found[one].key: found[other].key for one, other in containers(text, found).items()}


def test_a_comma_or_in_puts_a_name_into_an_area():
    assert held("They met at Saratoga, New Jersey.") == {}
    assert held("They met at Batumi, Georgia.") == {"batumi": "georgia"}
    assert held("They met at Batumi in Georgia.") == {"batumi": "georgia"}


def test_a_list_puts_nothing_into_anything():
    assert held("They held Surmalu, Nakhijevan, and Kars.") == {}
    assert held("For Armenia, Georgia was a neighbour.") == {}
    assert held("The door was open in China, Japan being admitted.") == {}


def test_an_area_holds_by_country_or_by_distance():
    turkey, kars = knows("Turkey")[0], knows("Kars")[0]
    crimea, yalta = knows("Crimea")[0], knows("Yalta")[0]
    assert holds(turkey, kars) and holds(crimea, yalta) and not holds(crimea, kars)
