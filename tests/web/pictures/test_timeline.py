"""The timeline: no more precise than the account, no label cut, nothing lost from sight without being counted."""

import re
from itertools import combinations

import pytest
from msgspec.structs import replace

from dragoman.calendars import gregorian_day
from dragoman.model import Basis, Certainty, Date, Predicate, Role, Span, Testimony
from dragoman.web.pictures.lettering import width_of
from dragoman.web.pictures.timed import View
from dragoman.web.pictures.timeline import DEEPEST, SIZE, WIDTH, timeline_of
from dragoman.web.pictures.views import nearer
from dragoman.web.room import Shelves


@pytest.fixture(scope="module")
def shelves(folder):
    return Shelves.opened(folder)


def dated(make, folder, dates, predicate=Predicate.SIGNATURE, name="Pact of Ada"):
    """A dossier that signs once for each of these (EDTF, first day, last day, more fields of Date)."""
    lines = [f"It was signed, it is said for the {number}th time, by all of them." for number in range(len(dates))]
    account = make.account("dated", "Dates\n\n" + "\n\n".join(lines))
    said = tuple(
        replace(
            make.tell(account, line, predicate, ((Role.INSTRUMENT, f"{name} {number}"),)),
            when=Date(Span(0, 5), "then", edtf, first, last, **more),
        )
        for number, (line, (edtf, first, last, more)) in enumerate(zip(lines, dates, strict=True))
    )
    return Shelves.opened(make.write(folder, (Testimony(account, assertions=said),)))


def marks(drawing):
    return [mark for lane in drawing.lanes for mark in lane.marks]


def test_each_time_has_the_shape_of_what_is_known_of_it(tmp_path, make):
    day = gregorian_day(1920, 8, 24)
    shelves = dated(
        make,
        tmp_path / "shapes",
        [
            ("1920-08-24", day, day, {}),
            ("1920-08", day - 23, day + 7, {}),
            ("1920-08-10/1920-09-03", day - 14, day + 10, {}),
            ("../1920-08-24", None, day, {"certainty": Certainty.BEFORE}),
            ("1920-08-24/..", day, None, {"certainty": Certainty.AFTER}),
            ("1920-08-24~", day, day, {"certainty": Certainty.ABOUT}),
            ("1920-08-24", day, day, {"basis": Basis.INFERRED}),
        ],
    )
    shapes = {mark.told.label.split()[-1]: mark.told.shape for mark in marks(timeline_of(shelves, View()))}
    assert shapes == {
        **{"0": "day", "1": "within", "2": "stretch", "3": "before", "4": "after", "5": "within", "6": "within"}
    }


def test_before_points_to_earlier_days_and_after_to_later_ones(tmp_path, make):
    day = gregorian_day(1902, 12, 31)
    shelves = dated(make, tmp_path / "open", [("../1902", None, day, {}), ("1903/..", day + 1, None, {})])
    drawing = timeline_of(shelves, View(first=day - 400, last=day + 400))
    before, after = marks(drawing)
    assert before.x + before.width == pytest.approx(drawing.scale.at(day + 1), abs=0.2)
    assert after.x == pytest.approx(drawing.scale.at(day + 1), abs=0.2)
    assert after.width > 20 < before.width


def test_labels_are_whole_inside_the_drawing_and_do_not_touch(tmp_path, make):
    first = gregorian_day(1900, 1, 1)
    dates = [(f"19{n:02d}", first + 365 * n, first + 365 * n + (900 * n) % 2000, {}) for n in range(0, 60, 4)]
    shelves = dated(make, tmp_path / "many", dates, name="Convention for the Pacific Settlement of Boundary Disputes")
    for view in (View(), View(first=first + 4000, last=first + 7000), View(first=first + 9000, last=first + 9030)):
        drawn = marks(timeline_of(shelves, view))
        boxes = [box_of(mark) for mark in drawn]
        assert all(left >= 0 and right <= WIDTH for left, right, _, _ in boxes)
        for mark in drawn:
            assert " ".join(mark.lines) == mark.told.label
        for (l1, r1, t1, b1), (l2, r2, t2, b2) in combinations(boxes, 2):
            assert r1 <= l2 or r2 <= l1 or b1 <= t2 or b2 <= t1


def box_of(mark):
    wide = max(width_of(line, SIZE) for line in mark.lines)
    left = mark.label_x - wide if mark.anchor == "end" else mark.label_x
    top = mark.y + (18 if mark.anchor == "under" else 0)
    return left, left + wide, top, top + 17 * len(mark.lines)


def test_many_in_one_spot_are_counted_and_opened_by_looking_closer(tmp_path, make):
    first = gregorian_day(1900, 1, 1)
    shelves = dated(make, tmp_path / "heap", [("x", first + n, first + n, {}) for n in range(DEEPEST * 3)])
    (lane,) = timeline_of(shelves, View(first=first - 20_000, last=first + 20_000)).lanes
    assert sum(heap.count for heap in lane.heaps) == DEEPEST * 3
    assert not lane.marks
    heap = lane.heaps[0]
    assert heap.first <= first
    nearer_view = timeline_of(shelves, View(first=first, last=first + 12))
    assert len(marks(nearer_view)) == 13
    assert nearer_view.lanes[0].after == (DEEPEST * 3 - 13, first + 13 - 13 // 2)


def test_what_lies_outside_the_view_is_counted(shelves):
    drawing = timeline_of(shelves, View(first=gregorian_day(1800, 1, 1), last=gregorian_day(1801, 1, 1)))
    assert not marks(drawing)
    assert sum(lane.after[0] for lane in drawing.lanes) == drawing.total


def test_one_can_look_from_a_century_down_to_a_day(shelves):
    around = nearer(timeline_of(shelves, View()))
    assert set(around["day"]) == {"from", "to"}
    assert around["day"]["from"] == around["day"]["to"]
    assert int(around["century"]["to"][:4]) - int(around["century"]["from"][:4]) == 100


def test_actors_and_instruments_have_lanes_with_the_accounts_that_speak(shelves):
    lanes = {
        lane.title: [mark.told.label for mark in lane.marks]
        for lane in timeline_of(shelves, View(by="instrument")).lanes
    }
    assert "Draft treaty" in lanes
    assert any(re.search(r" · A$", label) for label in lanes["Draft treaty"])


def test_the_state_is_the_address(client):
    page = client.get("/timeline?by=instrument&acts=making&from=1920&to=1921").text
    assert 'value="instrument" selected' in page
    assert 'value="making" selected' in page
    assert "1 Jan 1920 – 31 Dec 1921" in page
    assert "by=instrument&amp;from=" in page, "looking nearer keeps what was chosen"


@pytest.mark.parametrize("asked", ["by=planet", "acts=none", "thing=none", "account=none", "from=soon"])
def test_what_there_is_not_is_refused_in_a_sentence(client, asked):
    answer = client.get(f"/timeline?{asked}")
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_a_mark_leads_to_its_words(client):
    page = client.get("/timeline").text
    keys = re.findall(r'href="#q-([0-9a-f]+)"', page)
    assert keys
    assert all(f'id="q-{key}"' in page for key in keys)
