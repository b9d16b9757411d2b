"""Who is who: what is joined, with its reason, and what stays apart."""

import random
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import (
    AccountId,
    Heading,
    Instrument,
    InstrumentKind,
    Judgement,
    Kind,
    Ruling,
    Span,
    Testimony,
)
from dragoman.reconcile.likeness import keys_of, why_one
from dragoman.reconcile.named import Named
from dragoman.reconcile.names import things_of

Act = Callable[..., dict[str, Any]]
Told = Callable[..., Testimony]


def together(things: Iterable[Heading]) -> set[frozenset[tuple[str, str]]]:
    """The headings as sets of (account, name)."""
    return {frozenset((member.account, member.name) for member in heading.members) for heading in things}


def of(things: Sequence[Heading], account: str, name: str) -> Heading:
    """The heading of a name."""
    return next(h for h in things if any((m.account, m.name) == (account, name) for m in h.members))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Treaty of Adrianople", "Adrianople Treaty", True),
        ("Treaty of Paris of 1783", "Treaty of Paris of 1814", False),
        ("Treaty of Mortefontaine", "Treaty of Morfontaine", True),
        ("Treaty of Gulistan", "Treaty of Turkmenchay", False),
        ("Convention of Kanagawa", "Treaty of Kanagawa", True),
        ("treaty", "treaty", False),
        ("Treaty of Moscow", "treaty with Moscow", False),
        ("treaty with Prussia", "treaty with Prussia", True),
        ("treaties of Tilsit", "Treaty of Tilsit", False),
        ("Treaty of Sèvres, art. 4", "Treaty of Sèvres", False),
        ("Karlowitz draft", "Treaty of Karlowitz", False),
        ("memorandum concerning diplomatic relations", "memorandum concerning diplomatic relations", False),
    ],
)
def test_instruments_of_two_accounts_are_one_by_what_they_are_called(
    act: Act, told: Told, one: str, other: str, same: bool
) -> None:
    a = told("a", act("signature", f"the {one} was signed", instrument=one))
    b = told("b", act("signature", f"they signed the {other}", instrument=other))
    things = things_of((a, b))
    assert (of(things, "a", one) == of(things, "b", other)) is same


def test_a_draft_is_of_the_day_it_was_drafted(act: Act, told: Told) -> None:
    a = told(
        "a",
        act("draft", "the draft convention was drawn up on 4 May 1872", "1872-05-04", instrument="draft convention"),
    )
    assert of(things_of((a,)), "a", "draft convention").edtf == "1872-05-04"


def test_the_year_in_the_name_of_another_instrument_dates_no_draft(act: Act, told: Told) -> None:
    treaty = Instrument("Treaty of Berlin", InstrumentKind.TREATY, ("Treaty of Berlin of 1878",))
    said = act("draft", "the draft was drawn up after the Treaty of Berlin of 1878", "1878", instrument="draft")
    a = told("a", said, instruments=(treaty,))
    assert of(things_of((a,)), "a", "draft").edtf == ""


def test_drafts_of_one_day_in_two_accounts_are_one(act: Act, told: Told) -> None:
    a = told(
        "a",
        act(
            "draft", "a draft treaty of friendship of 4 May 1872", "1872-05-04", instrument="draft treaty of friendship"
        ),
    )
    b = told("b", act("draft", "on 4 May 1872 a draft was made", "1872-05-04", instrument="draft"))
    heading = of(things_of((a, b)), "b", "draft")
    assert {member.account for member in heading.members} == {"a", "b"}
    assert "1872-05-04" in " ".join(heading.reasons)


def test_treaties_of_one_day_about_two_matters_are_two(act: Act, told: Told) -> None:
    names = ("Treaty of Alliance", "Treaty of Amity and Commerce")
    a, b = (
        told(
            account,
            act(
                "signature", f"signed the {name}", "1778-02-06", instrument=name, agent=("France", "the United States")
            ),
        )
        for account, name in zip("ab", names, strict=True)
    )
    things = things_of((a, b))
    assert of(things, "a", names[0]) != of(things, "b", names[1])


def test_one_date_and_the_same_parties_make_one_treaty(act: Act, told: Told) -> None:
    a = told("a", act("signature", "French and Spanish envoys signed the convention of 1800", "1800",
                      instrument="convention of 1800", agent="French and Spanish envoys"))  # fmt: skip
    b = told("b", act("signature", "Spain and France signed a treaty of commerce", "1800-09-30",
                      instrument="treaty of commerce", agent=("Spain", "France")))  # fmt: skip
    assert of(things_of((a, b)), "b", "treaty of commerce") == of(things_of((a, b)), "a", "convention of 1800")


def _truce(
    act: Act,
    told: Told,
    account: str,
    edtf: str,
    *,
    words: str = "",
    name: str = "truce",
    met: str = "1797-03-09",
    place: str = "Valmora",
) -> Testimony:
    """An account in which two rulers meet, and a truce is signed on a day."""
    clause = words or f"a truce was signed on {edtf}"
    return told(
        account,
        act(
            "negotiation", f"King Otto and King Leon met at {place} on {met}", met, agent=("Otto", "Leon"), place=place
        ),
        act("signature", clause, edtf, instrument=name),
        act("occupation", f"Otto then left {place}", agent="Otto", place=place),
    )


def test_a_truce_that_two_accounts_date_differently_amid_the_same_people_and_days_is_one(act: Act, told: Told) -> None:
    a, b = _truce(act, told, "a", "1797-03-05"), _truce(act, told, "b", "1797-03-07")
    heading = of(things_of((a, b)), "a", "truce")
    assert {member.account for member in heading.members} == {"a", "b"}
    assert "2 days apart" in " ".join(heading.reasons)


@pytest.mark.parametrize(
    "other",
    [
        {"edtf": "1797-06-05"},
        {"edtf": "1797-03-07", "met": "1797-08-11", "place": "Karsk"},
        {"edtf": "1797-03-07", "name": "preliminary truce"},
    ],
)
def test_truces_of_other_months_places_or_sorts_are_two(act: Act, told: Told, other: dict[str, str]) -> None:
    a, b = _truce(act, told, "a", "1797-03-05"), _truce(act, told, "b", **other)
    assert of(things_of((a, b)), "a", "truce") != of(things_of((a, b)), "b", other.get("name", "truce"))


def test_like_memoranda_with_three_neighbours_are_three(act: Act, told: Told) -> None:
    a, b = (
        _truce(act, told, account, edtf, words=f"the French envoy and the {who} envoy signed a memorandum on {edtf}",
               name="memorandum")
        for account, edtf, who in (("a", "1797-03-05", "Spanish"), ("b", "1797-03-07", "Prussian"))
    )  # fmt: skip
    assert of(things_of((a, b)), "a", "memorandum") != of(things_of((a, b)), "b", "memorandum")


def test_this_draft_points_back_to_the_only_draft_before_it(told: Told) -> None:
    text = "They made a draft agreement. Later this draft treaty was forgotten."
    register = tuple(
        Instrument(name, InstrumentKind.DRAFT, mentions=(Span(text.index(name), text.index(name) + len(name)),))
        for name in ("draft agreement", "draft treaty")
    )
    things = things_of((told("a", instruments=register, text=text),))
    assert len(things) == 1
    assert "points back" in things[0].reasons[0]


def test_a_draft_without_a_pointing_word_is_another(told: Told) -> None:
    text = "They made a draft agreement. Later another draft treaty was made."
    register = tuple(
        Instrument(name, InstrumentKind.DRAFT, mentions=(Span(text.index(name), text.index(name) + len(name)),))
        for name in ("draft agreement", "draft treaty")
    )
    assert len(things_of((told("a", instruments=register, text=text),))) == 2


@pytest.mark.parametrize(
    ("one", "other", "year", "same"),
    [
        ("Bolshevik Russia", "Soviet government", 1920, True),
        ("Soviet Russia", "Tsarist Russia", 1920, False),
        ("the Porte", "Ottoman Empire", 1856, True),
        ("Great Britain", "the British Government", 1840, True),
    ],
)
def test_powers_are_joined_as_the_table_of_polities_says(
    act: Act, told: Told, one: str, other: str, year: int, same: bool
) -> None:
    a = told("a", act("statement", f"{one} spoke", str(year), agent=one))
    b = told("b", act("statement", f"{other} spoke", str(year), agent=other))
    things = things_of((a, b))
    assert (of(things, "a", one) == of(things, "b", other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mustafa Kemal", "Atatürk", True),
        ("G. Canning", "George Canning", True),
        ("Stratford Canning", "George Canning", False),
        ("Karabekir", "Karabakh", False),
        ("President John Tyler", "Tyler", True),
    ],
)
def test_persons_are_one_by_surname_and_initials_or_by_the_table(
    act: Act, told: Told, one: str, other: str, same: bool
) -> None:
    a, b = (
        _person(told(account, act("statement", f"{name} spoke", agent=name)))
        for account, name in (("a", one), ("b", other))
    )
    things = things_of((a, b))
    assert (of(things, "a", one) == of(things, "b", other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Alexandropol", "Gyumri", True),
        ("Alexandropol", "Leninakan", True),
        ("Petrograd", "St. Petersburg", True),
        ("Nakhijevan", "Nakhchivan", True),
        ("San Stefano", "Constantinople", False),
        ("West Berlin", "Berlin", False),
        ("Oliva", "Danzig", False),
        ("Jaffa", "Tel Aviv", False),
    ],
)
def test_a_place_is_one_under_the_names_it_bore_and_its_suburb_another(one: str, other: str, same: bool) -> None:
    first, second = (Named(AccountId(account), name, Kind.PLACE) for account, name in (("a", one), ("b", other)))
    assert bool(why_one(first, second)) is same
    assert not same or keys_of(first) & keys_of(second)


_SCRIPTS = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x64F, blacklist_categories=("Cs",)), max_size=60
) | st.sampled_from(["Карс", "Կարս", "قارص", "ka\u0301rs\u0323", "第一次", "’s", "the the", ". . ."])


@settings(max_examples=200, deadline=None)
@given(_SCRIPTS, _SCRIPTS, st.sampled_from([Kind.PERSON, Kind.PLACE, Kind.POLITY, Kind.BODY, Kind.INSTRUMENT]))
def test_names_in_any_script_are_compared_both_ways_alike(one: str, other: str, kind: Kind) -> None:
    first, second = Named(AccountId("a"), one, kind), Named(AccountId("b"), other, kind)
    assert keys_of(first) == keys_of(Named(AccountId("c"), one, kind))
    assert bool(why_one(first, second)) is bool(why_one(second, first))


@pytest.mark.parametrize("unit", ["Karabekir ", "Ա", "e\u0301", "K. "])
def test_a_name_of_ten_thousand_letters_costs_no_more_than_its_letters(unit: str) -> None:
    took = []
    for size in (10_000, 20_000):
        ones = [Named(AccountId(a), (unit * size)[:size], Kind.PLACE) for a in "ab"]
        began = time.process_time()
        keys_of(ones[0])
        why_one(*ones)
        took.append(time.process_time() - began)
    assert took[1] < 4 * took[0] + 0.3


def test_a_bare_surname_draws_no_two_persons_together(act: Act, told: Told) -> None:
    names = (("a", "John Adams"), ("b", "Adams"), ("c", "Samuel Adams"))
    things = things_of(
        [_person(told(account, act("statement", f"{name} spoke", agent=name))) for account, name in names]
    )
    assert of(things, "a", "John Adams") != of(things, "c", "Samuel Adams")


def _person(testimony: Testimony) -> Testimony:
    from msgspec.structs import replace

    return replace(
        testimony,
        assertions=tuple(
            replace(one, participants=tuple(replace(p, kind=Kind.PERSON) for p in one.participants))
            for one in testimony.assertions
        ),
    )


def test_an_undated_name_draws_no_two_treaties_together(act: Act, told: Told) -> None:
    a = told("a", act("signature", "signed in 1783", "1783", instrument="Treaty of Paris"))
    b = told("b", act("signature", "was signed", instrument="Treaty of Paris"))
    c = told("c", act("signature", "signed in 1856", "1856", instrument="Treaty of Paris"))
    things = things_of((a, b, c))
    assert of(things, "a", "Treaty of Paris") != of(things, "c", "Treaty of Paris")


def test_a_person_overrules_and_the_last_word_holds(act: Act, told: Told) -> None:
    a = told("a", act("signature", "signed the Treaty of Kars", instrument="Treaty of Kars"))
    b = told("b", act("signature", "signed the Kars Treaty", instrument="Kars Treaty"))
    pair = {"target": "a:Treaty of Kars", "other": "b:Kars Treaty"}
    different = Judgement("1", "2026-01-01T00:00:00Z", "M", Ruling.DIFFERENT, **pair)
    same = Judgement("2", "2026-01-02T00:00:00Z", "M", Ruling.SAME, **pair)
    assert len(things_of((a, b), (different,))) == 2
    assert len(things_of((a, b), (different, same))) == 1
    assert len(things_of((a, b), (same, different))) == 2


def test_the_order_of_the_accounts_changes_nothing(act: Act, told: Told) -> None:
    names = (
        "Treaty of Paris",
        "Paris Treaty",
        "draft",
        "Treaty of Kars",
        "Kars Treaty of 1921",
        "Treaty of Paris of 1856",
    )
    accounts = [
        told(
            f"a{i}",
            act("signature", f"signed the {name}", instrument=name, when=("1856", "", "1921")[i % 3], agent="France"),
        )
        for i, name in enumerate(names * 2)
    ]
    expected = things_of(accounts)
    for seed in range(5):
        random.Random(seed).shuffle(accounts)
        assert things_of(accounts) == expected


@pytest.mark.parametrize(
    ("name", "power", "same"),
    [
        ("non-aggression pact of 1932", "Soviet Union", True),
        ("non-aggression pact of 1932", "Germany", False),
        ("treaty of commerce", "Soviet Union", False),
        ("secret non-aggression pact", "Soviet Union", False),
    ],
)
def test_the_only_pact_about_a_thing_is_that_of_the_other_account(
    act: Act, told: Told, name: str, power: str, same: bool
) -> None:
    a = told("a", act("annulment", f"{power} denounced the {name}", "1939-11-28", agent=power, instrument=name))
    pact = "non-aggression pact"
    b = told(
        "b", act("annulment", f"the Soviet Union annulled the {pact}", "1939", agent="Soviet Union", instrument=pact)
    )
    assert (of(things_of([a, b]), "a", name) == of(things_of([a, b]), "b", pact)) == same


def test_of_two_pacts_about_one_thing_none_is_chosen(act: Act, told: Told) -> None:
    def annulled(pact: str) -> dict[str, Any]:
        return act("annulment", f"the Soviet Union annulled the {pact}", "1939", agent="Soviet Union", instrument=pact)

    a = told("a", annulled("non-aggression pact of 1932"), annulled("non-aggression pact of 1934"))
    b = told("b", annulled("non-aggression pact"))
    assert of(things_of([a, b]), "b", "non-aggression pact").accounts == {"b"}
