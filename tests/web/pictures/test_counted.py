"""The timeline of much: counted by the year it loses nothing, and looked at closely it is what it is of little."""

import pytest
from msgspec.structs import replace

from dragoman.calendars import gregorian_day
from dragoman.model import Date, Predicate, Role, Span, Testimony
from dragoman.web.pictures import counted, timeline
from dragoman.web.pictures.timed import View
from dragoman.web.pictures.timeline import timeline_of
from dragoman.web.room import Shelves

FIRST = gregorian_day(1900, 6, 1)


@pytest.fixture
def shelves(tmp_path, make):
    """An account that signs a pact a year for thirty years, and another that signs one of them."""
    rows = []
    for name, years in (("a", range(30)), ("b", range(3, 4))):
        lines = [f"In {name} it was signed, it is said for the {year}th time." for year in years]
        account = make.account(name, f"On {name}\n\n" + "\n\n".join(lines))
        said = tuple(
            replace(
                make.tell(account, line, Predicate.SIGNATURE, ((Role.INSTRUMENT, f"Treaty {year % 3}"),)),
                when=Date(Span(0, 5), "then", "x", FIRST + 365 * year, FIRST + 365 * year),
            )
            for year, line in zip(years, lines, strict=True)
        )
        rows.append(Testimony(account, assertions=said))
    return Shelves.opened(make.write(tmp_path / "much", tuple(rows)))


@pytest.fixture
def much(monkeypatch):
    """As if the dossier were too large to be read."""
    monkeypatch.setattr(counted, "MOST_READ", 0)


@pytest.mark.parametrize("by", ["account", "instrument"])
def test_nothing_is_lost_by_counting(shelves, much, monkeypatch, by):
    monkeypatch.setattr(timeline, "MOST", 5)
    drawing = timeline_of(shelves, View(by=by, first=FIRST - 100, last=FIRST + 365 * 31))
    assert drawing.counted
    assert sum(heap.count for lane in drawing.lanes for heap in lane.heaps) == 31
    assert not any(lane.marks or lane.before or lane.after for lane in drawing.lanes)


def test_what_lies_beyond_a_counted_view_is_counted(shelves, much, monkeypatch):
    monkeypatch.setattr(timeline, "MOST", 5)
    drawing = timeline_of(shelves, View(first=FIRST + 365 * 10 - 200, last=FIRST + 365 * 20 - 200))
    first = drawing.lanes[0]
    seen = sum(heap.count for heap in first.heaps)
    assert first.before[0] + seen + first.after[0] == 30
    nearer = timeline_of(shelves, View(first=first.before[1], last=first.before[1] + drawing.scale.days))
    assert sum(heap.count for heap in nearer.lanes[0].heaps) > 0


def test_looked_at_closely_much_is_drawn_as_little_is(shelves, monkeypatch):
    view = View(first=FIRST + 365 * 2, last=FIRST + 365 * 5)
    little = timeline_of(shelves, view)
    monkeypatch.setattr(counted, "MOST_READ", 0)
    much = timeline_of(shelves, view)
    assert not much.counted
    assert [lane.marks for lane in much.lanes] == [lane.marks for lane in little.lanes]
    assert len(much.lanes[0].marks) == 4
    assert [lane.key for lane in much.lanes] == [lane.key for lane in little.lanes]


def test_a_page_of_much_says_that_it_counts(shelves, much, monkeypatch, client_of):
    monkeypatch.setattr(timeline, "MOST", 5)
    page = client_of(shelves.dossier.folder).get("/timeline").text
    assert "what falls into a stretch is counted" in page
