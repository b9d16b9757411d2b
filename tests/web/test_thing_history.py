"""What belongs to one thing alone: an event's slots side by side, a place's claims, an instrument's articles."""

import pytest
from msgspec.structs import replace

from dragoman.model import Concordance, Heading, Kind, Member, Predicate, Role, Testimony, digest
from dragoman.web.room import Shelves
from dragoman.web.thing_history import articles_of, history_of, slots_of


@pytest.fixture
def shelves(folder):
    return Shelves.opened(folder)


def test_an_event_is_laid_out_slot_by_slot(shelves):
    """Both give the day; only one says at which conference; neither is made to say what it does not."""
    slots = slots_of(shelves, shelves.headings["event-draft"])
    rows = dict(slots.rows)
    assert [letter for _, letter in slots.accounts] == ["A", "B"]
    assert [cell.words for cell in rows["when"]] == [("24 August 1920",), ("24 August 1920",)]
    assert not any(cell.differs for cell in rows["when"])
    assert [cell.words for cell in rows["event"]] == [(), ("first conference",)]
    assert not any(cell.differs for cell in rows["event"]), "silence is no difference"


def test_the_one_that_stands_apart_is_marked(tmp_path, make):
    rows = []
    for name, day in (("a", "3 May 1850"), ("b", "3 May 1850"), ("c", "9 May 1850")):
        account = make.account(name, f"On {name}\n\nThe pact was signed on {day}.")
        said = make.tell(
            account,
            f"The pact was signed on {day}",
            Predicate.SIGNATURE,
            ((Role.INSTRUMENT, "pact"),),
            when=(day, f"1850-05-0{day[0]}"),
        )
        rows.append(Testimony(account, assertions=(said,)))
    told = tuple(Member(row.account.id, row.assertions[0].id) for row in rows)
    event = Heading("event", Kind.EVENT, "signature", told)
    shelves = Shelves.opened(make.write(tmp_path / "apart", tuple(rows), concordance=Concordance((event,))))
    assert [cell.differs for cell in dict(slots_of(shelves, event).rows)["when"]] == [False, False, True]


def test_articles_of_an_instrument_stand_in_the_order_of_their_numbers(tmp_path, make):
    rows = make.rows()
    headings = make.concordance(rows).headings
    draft = next(one for one in headings if one.label == "draft treaty")
    account = draft.members[0].account
    names = [f"draft treaty, art. {number}" for number in (10, 2)]
    articles = tuple(replace(draft, id=name, label=name, members=(Member(account, name),)) for name in names)
    shelves = Shelves.opened(make.write(tmp_path / "a", rows, concordance=Concordance((*headings, *articles))))
    draft = shelves.headings[digest("draft treaty")]
    assert [one.label for one in articles_of(shelves, draft)] == ["draft treaty, art. 2", "draft treaty, art. 10"]
    assert articles_of(shelves, shelves.headings[digest("Treaty of Moscow")]) == ()


def test_a_place_without_a_spot_has_none(shelves):
    history = history_of(shelves, shelves.headings[digest("Van")])
    assert history.place is None
    assert history.geonames == ""
