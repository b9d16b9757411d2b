"""What pictures are drawn from says what the whole dossier says: times, relations, spots and ledgers."""

import pytest

from dragoman.comparing import date_of
from dragoman.judging import judged
from dragoman.model import RELATIONS, Claimed, Concordance, Heading, Kind, Member
from dragoman.store import Dossier, Draft


@pytest.fixture
def dossier(tmp_path, testimonies):
    """The two accounts, with Kars as a place that one of them claims for somebody."""
    a, b = testimonies
    kars = Heading("h-kars", Kind.PLACE, "Kars", (Member(a.account.id, "Kars"),))
    van = Heading("h-van", Kind.PLACE, "Van", (Member(b.account.id, "Van"),))
    names = ((a, "The treaty"), (a, "the draft of August"), (b, "A draft"), (b, "the Treaty of Moscow"))
    papers = tuple(
        Heading(f"h-{number}", Kind.INSTRUMENT, name, (Member(one.account.id, name),))
        for number, (one, name) in enumerate(names)
    )
    ledger = [
        Claimed("h-kars", "held", "Ankara", a.assertions[2].id, 700_000 + number // 2, "") for number in range(5)
    ] + [Claimed("h-van", "claimed", "Ankara", b.assertions[1].id)]
    with Draft(tmp_path) as draft:
        draft.conclude(judged((a, b), ()), Concordance((kars, van, *papers)), (), (), ledger)
        draft.swap()
    return Dossier.open(tmp_path)


def test_what_is_told_with_a_time_stands_in_the_lanes_of_its_account_and_its_things(dossier):
    dated = [one for one in dossier.assertions if date_of(one)]
    assert dated
    for place, account in enumerate(dossier.accounts):
        mine = tuple(one for one in dated if one.account == account.id)
        assert dossier.charts.dated(-1 - place, 0, 10**7, 100) == mine
        assert sum(times for _, _, times in dossier.charts.years([-1 - place]).get(-1 - place, ())) == len(mine)


def test_relations_are_found_from_the_instruments_at_their_ends(dossier):
    told = tuple(one for one in dossier.assertions if one.predicate in RELATIONS)
    keys = dossier.charts.most_tied(10)
    assert dossier.charts.relations_among(keys, 5) == told
    assert dossier.charts.relations_among(keys[:1], 5) == ()
    assert dossier.charts.relations_among(keys, 0) == ()
    assert dossier.catalogue.amount("tied") == len(keys) == 4
    assert dossier.charts.untied(9) == ()


def test_a_place_lies_where_it_was_put_and_is_found_by_where_that_is(dossier):
    spot = dossier.charts.spot("h-kars")
    assert (spot.lat, spot.lon) == (40.6, 43.1)
    assert dossier.charts.spots_in(40, 41, 43, 44, 9) == (1, (spot,))
    assert dossier.charts.spots_in(40, 41, 43, 44, 0) == (1, ())
    assert dossier.charts.spots_in(50, 51, 43, 44, 9) == (0, ())
    assert dossier.charts.spot("h-van") is None


def test_a_ledger_is_read_as_far_as_asked_and_counted_whole(dossier):
    lines = dossier.charts.claims("h-kars", 2)
    assert [(one.holder, said.id) for one, said in lines] == [("Ankara", dossier.assertions[2].id)] * 2
    assert dossier.charts.counted_claims("h-kars") == 5
    assert dossier.charts.days_of_claims(1) == ((700_000,), 700_002)
    assert dossier.charts.claimed_nowhere(9, 9) == ("h-van",)
