"""Copies count as one source."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Account, AccountId, Provenance, Stated, Testimony, Trust
from dragoman.reconcile.independence import sources_of

STORY = (
    "The envoys met at the frontier in the spring of that year and argued for three weeks about the bridge, the tolls"
    " and the customs house, until the older of them fell ill and was carried home in a closed carriage. "
)
OTHER = (
    "Of what was said in the customs house nothing was ever written down, and those who were there disagreed afterwards"
    " about the order of the speeches, the temper of the chairman and the hour at which the candles were lit. "
)


def account(name: str, text: str, title: str = "", via: str = "") -> Testimony:
    provenance = Provenance(
        title=Stated(title, Trust.STATED) if title else None, via=Stated(via, Trust.STATED) if via else None
    )
    return Testimony(Account(AccountId(name), name, name, text, (), provenance, "text", ""))


def test_an_excerpt_is_no_second_source() -> None:
    assert sources_of([account("a", STORY + OTHER), account("b", STORY)]) == (("a", "b"),)


def test_two_tellings_of_one_story_are_two_sources() -> None:
    assert sources_of([account("a", STORY), account("b", OTHER)]) == (("a",), ("b",))


def test_copies_of_copies_are_one_source_however_many() -> None:
    accounts = [account(f"a{i:03}", STORY + OTHER) for i in range(120)]
    assert len(sources_of(accounts)) == 1


def test_accounts_that_name_one_origin_are_one_source() -> None:
    one, other = account("a", STORY, "The Bridge", "Evening Post"), account("b", OTHER, "the bridge", "Evening Post")
    assert sources_of([one, other]) == (("a", "b"),)
    assert len(sources_of([one, account("b", OTHER, "Another", "Evening Post")])) == 2


def test_an_empty_account_copies_nobody() -> None:
    assert sources_of([account("a", ""), account("b", "")]) == (("a",), ("b",))


@given(st.permutations(["a", "b", "c", "d", "e"]))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_accounts_changes_nothing(order: list[str]) -> None:
    texts = {"a": STORY, "b": STORY + OTHER, "c": OTHER, "d": "short", "e": ""}
    assert sources_of([account(name, texts[name]) for name in order]) == (("a", "b", "c"), ("d",), ("e",))
