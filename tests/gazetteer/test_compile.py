"""Compiling the world list: two small files from a list of towns."""

import sqlite3
import struct

import marisa_trie
import pytest

from dragoman.gazetteer import compile as compiling
from dragoman.gazetteer.folding import key

TOWNS = [
    {
        "geonameid": number,
        "name": name,
        "alternatenames": others,
        "countrycode": "XX",
        "admin1code": "01",
        "latitude": 1.0,
        "longitude": 2.0,
        "population": people,
    }
    for number, name, others, people in (
        (11, "Großstadt", ["Grosstadt", "大都市"], 900_000),
        (12, "Dorf", ["Großstadt"], 600),
        (13, "Ereğli", ["Эрегли"], 50_000),
    )
]


def test_every_readable_name_leads_to_its_towns(tmp_path):
    trie_path, base_path = tmp_path / "world.marisa", tmp_path / "world.sqlite"
    compiling._write(TOWNS, trie_path, base_path)
    trie = marisa_trie.Trie().mmap(str(trie_path))
    base = sqlite3.connect(base_path)

    def towns(name):
        (blob,) = base.execute("select places from name where id = ?", (trie[name],)).fetchone()
        return [(number >> 1, bool(number & 1)) for (number,) in struct.iter_unpack("<I", blob)]

    assert towns("grossstadt") == [(0, True), (1, False)]
    assert towns("eregli") == [(2, True)]
    assert towns("эрегли") == [(2, False)]
    assert "大都市" not in trie
    assert compiling.made_from(base_path) == compiling.recipe()


def test_a_file_that_is_no_list_has_no_recipe(tmp_path):
    stray = tmp_path / "world.sqlite"
    stray.write_text("not a database, though it is long enough to look like a file of some sort")
    assert compiling.made_from(stray) is None
    assert compiling.made_from(tmp_path / "missing") is None


def test_what_stands_already_is_not_made_again(tmp_path):
    compiling._write(TOWNS, tmp_path / "world.marisa", tmp_path / "world.sqlite")
    before = (tmp_path / "world.sqlite").stat().st_mtime_ns
    compiling.build(tmp_path)
    assert (tmp_path / "world.sqlite").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "name", ["Kars", "San Antonio", "Ely's", "Kut al-'Amara", " Kars  ", "a_b", "K" * 70, "Kâğıthane", "ΚΑΡΣ", "İzmir"]
)
def test_the_short_cut_to_a_key_leads_to_the_same_key(name):
    assert compiling._key(name) == key(name)
