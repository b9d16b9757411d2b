"""Dates that exclude each other, and the powers behind names."""

import pytest
from msgspec.structs import replace

from dragoman.comparing import apart, covers, date_of, one_day_in_two_calendars, own, sides_of, within
from dragoman.edtf import bounds
from dragoman.model import AccountId, Assertion, Basis, Date, Evidence, Predicate, Span


def date(edtf: str, basis: Basis = Basis.EXPLICIT) -> Date:
    earliest, latest = bounds(edtf)
    return Date(Span(0, 0), edtf, edtf, earliest, latest, basis=basis)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("1921", "1921-03-16", False), ("1920-08-24", "1921", True), ("../1921", "1922", False), ("0000", "0001", True)],
)
def test_dates_are_apart_when_no_day_is_in_both(one: str, other: str, expected: bool) -> None:
    assert apart(date(one), date(other)) is expected
    assert apart(date(other), date(one)) is expected
    assert not apart(date(one), None)


@pytest.mark.parametrize(
    ("old", "new", "one"),
    [
        ("1917-10-25", "1917-11-07", True),
        ("1917-10-25", "1917-11-06", False),
        ("1699-01-16", "1699-01-26", True),
        ("1917-10", "1917-11-07", False),
    ],
)
def test_a_day_in_two_calendars(old: str, new: str, one: bool) -> None:
    assert one_day_in_two_calendars(date(old), date(new)) is one


def test_only_the_accounts_own_dates_are_own() -> None:
    assert own(date("1921", Basis.INHERITED))
    assert not own(date("1921", Basis.INFERRED))
    assert not own(None)


def test_within_is_narrower() -> None:
    assert within(date("1921-03-16"), date("1921"))
    assert not within(date("1921"), date("1921"))


@pytest.mark.parametrize(
    ("name", "year", "sides"),
    [
        ("the U.S. Congress", 1898, {"united_states"}),
        ("British and French commissioners", 1856, {"great_britain", "france"}),
        ("the delegates", 1856, set()),
        ("Soviet government", 1920, {"soviet_russia"}),
    ],
)
def test_powers_stand_behind_the_names_of_their_bodies(name: str, year: int, sides: set[str]) -> None:
    assert sides_of(name, year) == sides


@pytest.mark.parametrize(
    ("name", "label", "takes_in"),
    [
        ("treaties of 1778", "Treaty of Alliance", True),
        ("treaties of 1778", "Convention of Paris", False),
        ("treaties of 1779", "Treaty of Alliance", False),
        ("Treaty of 1778", "Treaty of Alliance", False),
    ],
)
def test_a_class_by_its_year_takes_in_what_is_of_that_year(name: str, label: str, takes_in: bool) -> None:
    assert covers(name, label, date("1778-02-06").earliest) is takes_in


def test_a_clause_with_after_does_not_take_the_date_of_its_sentence() -> None:
    text = "The legation was closed on 9 April 1917, after Austria broke off relations"
    clause, day = "after Austria broke off relations", "9 April 1917"
    span = Span(text.index(clause), len(text))
    when = Date(Span(text.index(day), text.index(day) + len(day)), day, "1917-04-09", *bounds("1917-04-09"))
    account = AccountId("a")
    said = Assertion("1", account, Predicate.NON_RECOGNITION, (), (Evidence(account, span, clause),), when)
    assert date_of(said) is None
    assert date_of(replace(said, evidence=(Evidence(account, Span(0, len(text)), text),))) == when


def test_a_night_reaches_past_midnight() -> None:
    """ "Signed on 3 December" and "in the night of 2 December" do not contradict each other."""
    second = Date(Span(0, 1), "the night of 2 December 1920", "1920-12-02", 701237, 701237, timex_value="1920-12-02TNI")
    third = Date(Span(0, 1), "3 December 1920", "1920-12-03", 701238, 701238, timex_value="1920-12-03")
    assert not apart(second, third)
    assert apart(second, Date(Span(0, 1), "5 December 1920", "1920-12-05", 701240, 701240))


@pytest.mark.parametrize(
    ("name", "year", "sides"),
    [
        ("the Tsar", 1905, {"russian_empire"}),
        ("Tsar Nicholas II", 1905, {"russian_empire"}),
        ("the Tsar", 1925, set()),
        ("the Sultan", 1856, {"ottoman_empire"}),
        ("the Sultan of Morocco", 1856, {"morocco"}),
        ("the King", 1856, set()),
    ],
)
def test_a_ruler_whose_title_one_state_had_does_what_it_does(name, year, sides):
    assert sides_of(name, year) == sides
