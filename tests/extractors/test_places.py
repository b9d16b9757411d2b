"""Places on the map: a placement for every mention of a place."""

from dragoman.extractors.places import extract
from dragoman.model import (
    Account,
    AccountId,
    Kind,
    Mention,
    Passage,
    PassageRole,
    Placement,
    Provenance,
    Shape,
    Span,
)
from dragoman.model import Testimony as Row


def row(text, *named):
    """One paragraph in which somebody has found these (words, kind) already."""
    whole = (Passage(Span(0, len(text)), PassageRole.PARAGRAPH),)
    account = Account(AccountId("a"), "a", "a.txt", text, whole, Provenance(), "text", "0")
    mentions = tuple(
        Mention(Span(text.index(words), text.index(words) + len(words)), kind, words) for words, kind in named
    )
    return Row(account, whole, mentions)


def placed(so_far):
    return {one.name: one for one in extract(so_far) if isinstance(one, Placement)}


def test_every_mention_of_a_place_gets_a_placement_with_its_reason():
    text = "They took Kars province in 1920."
    found = placed(row(text, ("Kars province", Kind.PLACE)))
    one = found["Kars province"]
    assert (one.kind, one.shape, one.source) == ("province", Shape.AREA, "period table")
    assert one.because and 0 < one.confidence <= 1


def test_a_place_nothing_knows_stays_unplaced():
    found = placed(row("They took Qwertzuiop by night.", ("Qwertzuiop", Kind.PLACE)))
    assert found["Qwertzuiop"].lat is None and found["Qwertzuiop"].because


def test_a_common_word_is_not_guessed_at():
    text = "From Kars and Ardahan they crossed the frontier to Sarikamish."
    named = (("Kars", Kind.PLACE), ("Ardahan", Kind.PLACE), ("frontier", Kind.PLACE), ("Sarikamish", Kind.PLACE))
    assert placed(row(text, *named))["frontier"].lat is None


def test_a_people_lies_nowhere_and_a_country_lies_where_it_lies():
    text = "Turkey refused; the Entente insisted."
    found = placed(row(text, ("Turkey", Kind.POLITY), ("Entente", Kind.POLITY)))
    assert found["Turkey"].lat == 39 and "Entente" not in found


def test_a_person_or_a_treaty_with_the_name_of_a_town_gets_no_placement():
    text = "The Treaty of Versailles pleased Washington."
    found = placed(row(text, ("Treaty of Versailles", Kind.INSTRUMENT), ("Washington", Kind.PERSON)))
    assert found == {}


def test_a_place_that_nobody_mentioned_becomes_a_mention():
    new = list(extract(row("The fleet lay off Smyrna in May.")))
    assert [type(one) for one in new] == [Mention, Placement]
    assert new[0].kind is Kind.PLACE and new[0].span == new[1].span


def test_the_place_in_the_name_of_a_body_is_placed_and_not_mentioned_again():
    body = "Revolutionary Committee of the Armenian SSR"
    new = list(extract(row(f"The {body} met.", (body, Kind.BODY))))
    assert [type(one) for one in new] == [Placement] and new[0].name == "Armenian SSR"


def test_nothing_is_placed_in_furniture():
    text = "5° YEREVAN"
    account = row(text).account
    furniture = (Passage(Span(0, len(text)), PassageRole.FURNITURE, "weather"),)
    assert list(extract(Row(account, furniture))) == []


def test_words_that_only_point_to_a_place_get_no_placement():
    text = "Kars fell, and this town was lost."
    pointing = Mention(Span(16, 25), Kind.PLACE, "Kars", antecedent=Span(0, 4))
    so_far = row(text, ("Kars", Kind.PLACE)).plus([pointing])
    assert [one.span for one in extract(so_far) if isinstance(one, Placement)] == [Span(0, 4)]
