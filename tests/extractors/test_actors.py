"""Who is named, where is named, and what tells them apart."""

import time
from collections.abc import Callable
from itertools import pairwise

import pytest

from dragoman.model import Kind, Mention, Testimony

Drafted = Callable[[str], Testimony]
_NAMED = frozenset({Kind.PERSON, Kind.BODY, Kind.POLITY, Kind.PLACE, Kind.EVENT})


def named(testimony: Testimony, *kinds: Kind) -> list[tuple[str, str]]:
    """The words and the name of each mention that names, in order."""
    text = testimony.account.text
    return [
        (text[mention.span.start : mention.span.end], mention.name)
        for mention in sorted(testimony.mentions, key=lambda mention: mention.span)
        if mention.kind in kinds and mention.antecedent is None
    ]


def kinds(testimony: Testimony) -> dict[str, Kind]:
    text = testimony.account.text
    return {text[m.span.start : m.span.end]: m.kind for m in testimony.mentions if m.kind in _NAMED}


def test_a_title_makes_a_person_and_stands_outside_the_name(drafted: Drafted) -> None:
    testimony = drafted("British Foreign Secretary Lord Palmerston protested.")
    assert named(testimony, Kind.PERSON) == [("Palmerston", "Palmerston")]
    assert named(testimony, Kind.POLITY) == []


def test_initials_make_a_person(drafted: Drafted) -> None:
    testimony = drafted("The note was carried by P. Gudovich and A. Tormasov.")
    assert [words for words, _ in named(testimony, Kind.PERSON)] == ["P. Gudovich", "A. Tormasov"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Simultaneously Nixon pressured Thieu.", ["Nixon", "Thieu"]),
        ("Meanwhile Chicherin wrote a letter.", ["Chicherin"]),
        ("Schemes for moving Gorchakov came to nothing.", ["Gorchakov"]),
    ],
)
def test_a_word_that_only_begins_the_sentence_is_no_name(drafted: Drafted, sentence: str, names: list[str]) -> None:
    assert [name for _, name in named(drafted(sentence), *_NAMED)] == names


def test_a_surname_gets_the_fullest_form_of_the_account(drafted: Drafted) -> None:
    testimony = drafted("Count Alexander Gorchakov spoke first. Gorchakov then left for Vienna.")
    assert [name for _, name in named(testimony, Kind.PERSON)] == ["Alexander Gorchakov", "Alexander Gorchakov"]


def test_two_men_of_one_surname_stay_two(drafted: Drafted) -> None:
    testimony = drafted("Peter Shuvalov went to London. Andrei Shuvalov stayed. Shuvalov wrote a letter.")
    assert named(testimony, Kind.PERSON)[-1] == ("Shuvalov", "Shuvalov")


@pytest.mark.parametrize(
    ("sentence", "capital", "kind"),
    [
        ("In 1878 London refused the offer.", "London", Kind.POLITY),
        ("The envoy died in London in 1878.", "London", Kind.PLACE),
        ("In 1878 the congress met at Berlin.", "Berlin", Kind.PLACE),
    ],
)
def test_a_capital_acts_as_a_subject_and_lies_after_in(
    drafted: Drafted, sentence: str, capital: str, kind: Kind
) -> None:
    assert kinds(drafted(sentence))[capital] is kind


def test_the_people_belong_to_the_name_of_the_body(drafted: Drafted) -> None:
    testimony = drafted("The Greek delegation met the Ottoman government.")
    assert [words for words, _ in named(testimony, Kind.BODY)] == ["Greek delegation", "Ottoman government"]
    assert named(testimony, Kind.POLITY) == []


def test_the_words_of_a_treaty_name_no_place(drafted: Drafted) -> None:
    testimony = drafted("The Adrianople Treaty gave Russia the mouths of the river.")
    assert "Adrianople" not in kinds(testimony)


def test_coordinated_names_are_several(drafted: Drafted) -> None:
    testimony = drafted("France, Britain and Sardinia declared war on Russia.")
    assert [words for words, _ in named(testimony, Kind.POLITY)] == ["France", "Britain", "Sardinia", "Russia"]


def test_both_peoples_of_a_hyphen_are_named(drafted: Drafted) -> None:
    testimony = drafted("The Austro-Hungarian army watched the Russo-Turkish front; Franco-Prussian talks were off.")
    assert "Austro-Hungarian army" in kinds(testimony)


@pytest.mark.parametrize("words", ["Kars province", "Gulf of Riga", "Black Sea", "Lake Van"])
def test_a_noun_of_land_or_water_makes_a_place(drafted: Drafted, words: str) -> None:
    assert kinds(drafted(f"The fleet and the army took the {words} from the enemy.")).get(words) is Kind.PLACE


def test_places_in_a_list_are_places_whatever_the_model_thinks(drafted: Drafted) -> None:
    testimony = drafted("He demanded that Mush, Van, and Bitlis be returned.")
    assert {words for words, _ in named(testimony, Kind.PLACE)} == {"Mush", "Van", "Bitlis"}


def test_a_congress_of_a_city_is_an_event_and_the_congress_of_a_state_a_body(drafted: Drafted) -> None:
    assert kinds(drafted("The Congress of Laibach restored the king."))["Congress of Laibach"] is Kind.EVENT
    assert kinds(drafted("The U.S. Congress rejected the bill."))["U.S. Congress"] is Kind.BODY


def test_an_adverb_that_opens_a_sentence_is_no_name(drafted: Drafted) -> None:
    assert "Naturally" not in kinds(drafted("Naturally, Austria objected. However, Prussia did not."))


def test_no_two_names_share_a_word(drafted: Drafted) -> None:
    testimony = drafted(
        "On Dec. 5, the chairman of the Revolutionary Committee of Tabriz, K. Beg, told the Grand Vizier Ali Pasha "
        "that the Treaty of Gulistan bound Persia, the Persian government and the Shah of Persia at Teheran."
    )
    spans = sorted(m.span for m in testimony.mentions if m.kind is not Kind.DATE and m.antecedent is None)
    assert all(not one.meets(other) for one, other in pairwise(spans))


def test_a_name_of_ten_thousand_letters_does_no_harm(drafted: Drafted) -> None:
    testimony = drafted(
        "The town of " + "A" * 10_000 + " fell. " + "\u0301" * 500 + " Երևան and Москва and القاهرة were calm."
    )
    assert isinstance(testimony, Testimony)
    assert all(isinstance(one, Mention) for one in testimony.mentions)


@pytest.mark.slow
@pytest.mark.parametrize("script", ["ա", "Ж", "ع", "é", "e\u0301", "K", "\u0301", "Kars ", "Treaty of "])
def test_a_name_of_ten_thousand_characters_takes_no_long_time(drafted: Drafted, script: str) -> None:
    """Nothing crashes and nothing goes quadratic, in any script, capital or small."""
    name = (script * 10_000)[:10_000]
    began = time.perf_counter()
    drafted(f"In 1921 {name.capitalize()} signed the Treaty of {name.title()} with {name}.")
    assert time.perf_counter() - began < 30


def _calls(testimony: Testimony, words: str) -> set[str]:
    """The names of the persons that these words are taken for."""
    return {name for said, name in named(testimony, Kind.PERSON) if said == words}


@pytest.mark.parametrize(
    ("text", "office", "person"),
    [
        ("The King of Prussia, Frederick William, agreed. The King went home.", "King", "Frederick William"),
        ("Frederick William, King of Prussia, agreed. The King left.", "King of Prussia", "Frederick William"),
        ("Soviet Foreign Commissar Georgy Chicherin wrote. The Foreign Commissar refused.", "Foreign Commissar",
         "Georgy Chicherin"),
        ("Bekir Sami, the Turkish Foreign Minister, left. The Foreign Minister was ill.", "Foreign Minister",
         "Bekir Sami"),
        ("Lord Palmerston, then Foreign Secretary, objected. The Foreign Secretary wrote.", "Foreign Secretary",
         "Palmerston"),
    ],
)  # fmt: skip
def test_an_office_and_its_holder_are_one_person(drafted: Drafted, text: str, office: str, person: str) -> None:
    assert _calls(drafted(text), office) == {person}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The Emperor Alexander met the Emperor Napoleon. The Emperor was tired.", "Emperor"),
        ("The Emperor, Metternich, and the King met. The Emperor slept.", "Emperor"),
        ("Bekir Sami, the Turkish Foreign Minister, met the German Foreign Minister. The Foreign Minister left.",
         "Foreign Minister"),
    ],
)  # fmt: skip
def test_an_office_that_two_may_hold_stays_an_office(drafted: Drafted, text: str, office: str) -> None:
    assert office in _calls(drafted(text), office)


def test_a_name_beside_an_office_is_a_persons(drafted: Drafted) -> None:
    """The model takes it for a body."""
    assert kinds(drafted("The French Ambassador, Paléologue, protested."))["Paléologue"] is Kind.PERSON


def test_a_person_of_the_table_is_no_place(drafted: Drafted) -> None:
    assert kinds(drafted("In Moscow Bekir Sami met Chicherin."))["Chicherin"] is Kind.PERSON


@pytest.mark.parametrize("office", ["Grand Vizier", "Great Khan", "Sherif of Mecca", "Patriarch of Constantinople"])
def test_an_office_of_the_east_is_a_person_too(drafted: Drafted, office: str) -> None:
    assert kinds(drafted(f"The envoys wrote to the {office}."))[office] is Kind.PERSON


def test_a_bare_name_with_an_article_is_no_person(drafted: Drafted) -> None:
    """The model takes it for one."""
    assert kinds(drafted("They held the Schneeberg."))["Schneeberg"] is Kind.PLACE


def test_a_name_goes_on_over_hyphens_and_over_the_house_of_a_prince(drafted: Drafted) -> None:
    testimony = drafted(
        "The Congress of Aix-la-Chapelle met. They chose Prince Leopold of Saxe-Coburg. Leopold refused."
    )
    assert ("Congress of Aix-la-Chapelle", "Congress of Aix-la-Chapelle") in named(testimony, Kind.EVENT)
    assert _calls(testimony, "Leopold") == {"Leopold of Saxe-Coburg"}


@pytest.mark.parametrize("sentence", ["In May Shuvarov went to London.", "They met Karakhanov at the border."])
def test_a_name_that_no_map_knows_is_a_person_by_what_it_does_or_how_it_ends(drafted: Drafted, sentence: str) -> None:
    assert Kind.PERSON in {kinds(drafted(sentence)).get(name) for name in ("Shuvarov", "Karakhanov")}


def test_a_chinese_name_in_the_older_spelling_is_whole(drafted: Drafted) -> None:
    told = drafted("The aged Li Hung-chang came himself. Chang Tso-lin stayed. The Secretary-general left.")
    assert [words for words, _ in named(told, Kind.PERSON)][:2] == ["Li Hung-chang", "Chang Tso-lin"]


def test_a_country_and_a_people_side_by_side_are_two_names(drafted: Drafted) -> None:
    told = drafted("The Commissar promised Turkey Soviet gold. Britain gave France German ships.")
    found = {words for words, _ in named(told, Kind.POLITY, Kind.BODY)}
    assert {"Turkey", "France"} <= found
    assert not {"Turkey Soviet", "France German ships"} & found


def test_a_month_before_a_name_is_no_part_of_it(drafted: Drafted) -> None:
    told = drafted("In 1878 all waited. In May Bismarck proposed a congress. In May Shuvarov went to London.")
    assert {"Bismarck", "Shuvarov"} <= {words for words, _ in named(told, Kind.PERSON)}
