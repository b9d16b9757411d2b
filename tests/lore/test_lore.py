"""What a person's own names change in a dossier, from names.csv to the headings."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.lore import NAMES
from dragoman.model import Code, Kind, Mention
from dragoman.pipeline import build
from dragoman.store import Dossier

HEAD = "name,kind,aliases,from,to,lat,lon,modern,note\n"
Built = Callable[..., Dossier]


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """Builds a dossier of these texts with these rows in names.csv."""
    (tmp_path / "accounts").mkdir()

    def built(*texts: str, rows: str = "") -> Dossier:
        for number, text in enumerate(texts):
            (tmp_path / "accounts" / f"{number}.txt").write_text(text + "\n", encoding="utf-8")
        if rows:
            (tmp_path / NAMES).write_text(HEAD + rows, encoding="utf-8")
        return build(tmp_path)

    return built


def named(dossier: Dossier, words: str, account: str = "0") -> Mention:
    testimony = dossier.testimony(account)
    text = testimony.account.text
    return next(one for one in testimony.mentions if text[one.span.start : one.span.end] == words)


def test_a_name_of_the_list_is_found_with_its_kind_and_its_full_form(built):
    dossier = built("Old Crow signed the letter.", rows="Chief Zhigunaa,person,Old Crow\n")
    mention = named(dossier, "Old Crow")
    assert (mention.kind, mention.name, mention.why) == (Kind.PERSON, "Chief Zhigunaa", NAMES)


def test_the_list_outweighs_the_tables(built):
    assert named(built("Ankara refused the demand."), "Ankara").kind is Kind.POLITY
    again = built("Ankara refused the demand.", rows="Ankara steamer,body,Ankara\n")
    assert named(again, "Ankara").kind is Kind.BODY


def test_names_of_two_accounts_are_one_heading(built):
    dossier = built("Old Crow rejected the demand.", "Zhigunaa rejected the demand.", rows="Zhigunaa,person,Old Crow\n")
    heading = dossier.heading("Zhigunaa")
    assert len(heading.accounts) == 2


def test_a_place_lies_where_the_list_puts_it(built):
    dossier = built("Troops occupied Xyrrhon and Kars province.", rows="Xyrrhon,place,,,,40.5,43.25,Xyr,\n")
    (placement,) = [one for one in dossier.testimony("0").placements if one.name == "Xyrrhon"]
    assert (placement.lat, placement.lon, placement.modern, placement.source) == (40.5, 43.25, "Xyr", NAMES)
    assert "line 2" in placement.because


def test_a_place_lies_where_the_place_of_today_does_that_the_list_names(built):
    dossier = built("Troops occupied Xyrrhon.", rows="Xyrrhon,place,,,,,,Gyumri,\n")
    (placement,) = [one for one in dossier.testimony("0").placements if one.name == "Xyrrhon"]
    assert placement.lat == pytest.approx(40.79, abs=0.1) and placement.modern == "Gyumri"


def test_a_place_of_the_list_is_no_province_of_that_name(built):
    dossier = built("Troops occupied Kars province.", rows="Kars,place,Kars town\n")
    assert named(dossier, "Kars province").kind is Kind.PLACE


def test_an_instrument_of_the_list_is_a_line_of_the_register(built):
    text = "The envoys signed the Yellow Paper in 1871. This Yellow Book was never ratified."
    dossier = built(text, rows="Yellow Paper,instrument,Yellow Book\n")
    (line,) = dossier.testimony("0").instruments
    assert line.name == "Yellow Paper" and "Yellow Book" in line.aliases and len(line.mentions) == 2


def test_a_changed_list_is_read_into_unchanged_accounts(built):
    built("Old Crow signed the letter.", rows="Old Crow,body\n")
    assert named(built(rows="Old Crow,person\n"), "Old Crow").kind is Kind.PERSON


def test_a_bad_row_is_told_once_and_costs_no_other(built):
    dossier = built("Old Crow signed the letter.", "Nothing.", rows="Nobody,persn\nOld Crow,person\n")
    told = [one for one in dossier.problems if one.code == Code.BAD_ROW]
    assert [one.path for one in told] == [NAMES] and "line 2" in told[0].message
    assert named(dossier, "Old Crow").kind is Kind.PERSON


def test_what_a_person_knows_is_not_kept_with_each_account(built):
    assert built("Old Crow left.", rows="Old Crow,person\n").testimony("0").lore.known == ()
