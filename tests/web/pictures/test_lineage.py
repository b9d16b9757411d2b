"""The stemma: time runs down, what rests on a thing stands below it, and what cannot be points down."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from dragoman.model import Concordance, Kind, Predicate, Role, Testimony, digest
from dragoman.web.pictures import lineage
from dragoman.web.pictures.lineage import lineage_of
from dragoman.web.room import Shelves


@pytest.fixture(scope="module")
def shelves(folder):
    return Shelves.opened(folder)


def test_both_directions_are_drawn_and_both_are_marked(shelves):
    drawing = lineage_of(shelves)
    assert {(arrow.verb, arrow.sigla, arrow.verdict) for arrow in drawing.arrows} == {
        ("rests on", ("A",), "contradicted"),
        ("rests on", ("B",), "contradicted"),
    }
    assert {(arrow.subject, arrow.object) for arrow in drawing.arrows} == {
        (digest("Treaty of Moscow"), digest("draft treaty")),
        (digest("draft treaty"), digest("Treaty of Moscow")),
    }


def test_the_page_can_be_read_without_script(client, shelves):
    page = client.get("/lineage").text
    assert "<svg" in page
    assert "rests on · A – contradicted" in page
    for arrow in lineage_of(shelves).arrows:
        assert f'href="#q-{arrow.key}"' in page
        assert f'id="q-{arrow.key}"' in page


def test_a_day_that_is_none_is_refused(client):
    answer = client.get("/lineage?on=soon")
    assert answer.status_code == 404
    assert "“soon” is no date" in answer.text


def test_words_of_an_account_stay_words_in_a_drawing(tmp_path, client_of, make):
    name = "Treaty of <script>alert(1)</script>"
    account = make.account("evil", f"The Peace\n\nThe {name} was based on the draft.")
    said = make.tell(
        account,
        f"The {name} was based on the draft",
        Predicate.BASED_ON,
        ((Role.SUBJECT, name), (Role.OBJECT, "draft")),
    )
    page = client_of(make.write(tmp_path / "evil", (Testimony(account, assertions=(said,)),))).get("/lineage").text
    assert "<script>alert" not in page
    assert "&lt;" in page.split("<svg")[1].split("</svg>")[0]


# ---- order and room --------------------------------------------------------------------------------------------------


def chain(make, folder, names, relations):
    """A dossier in which each of these instruments (name, first day or None) has a heading, and some rest on others."""
    lines = [f"{names[a][0]} was based on {names[b][0]}." for a, b in relations]
    account = make.account("chain", "A chain\n\n" + "\n\n".join(lines))
    said = tuple(
        make.tell(account, line, Predicate.BASED_ON, ((Role.SUBJECT, names[a][0]), (Role.OBJECT, names[b][0])))
        for line, (a, b) in zip(lines, relations, strict=True)
    )
    rows, dated = (Testimony(account, assertions=said),), dict(names)
    headings = tuple(
        replace(one, kind=Kind.INSTRUMENT, earliest=dated[one.label], latest=dated[one.label])
        for one in make.concordance(rows).headings
        if one.label in dated
    )
    return Shelves.opened(make.write(folder, rows, concordance=Concordance(headings)))


def test_time_runs_down_and_what_has_no_date_stands_above_what_rests_on_it(tmp_path, make):
    names = [("Pact of Ada", 300), ("Pact of Bor", None), ("Pact of Ceva", 100), ("Pact of Dol", 200)]
    drawing = lineage_of(chain(make, tmp_path / "a", names, [(0, 1), (3, 2), (0, 3)]))
    assert [box.label for box in drawing.boxes] == ["Pact of Ceva", "Pact of Dol", "Pact of Bor", "Pact of Ada"]
    assert all(arrow.end < arrow.start for arrow in drawing.arrows), "each points up"


def test_boxes_do_not_touch_and_no_two_arrows_share_a_line(tmp_path, make):
    names = [(f"Pact of {place}", day) for day, place in enumerate(("Ada", "Bor", "Ceva", "Dol", "Emm", "Fano"))]
    every = [(a, b) for a in range(6) for b in range(6) if b < a]
    drawing = lineage_of(chain(make, tmp_path / "b", names, every))
    assert len(drawing.arrows) == 15
    assert all(above.y + above.height < below.y for above, below in pairwise(drawing.boxes))
    legs = [y for arrow in drawing.arrows for y in (arrow.start, arrow.end)]
    assert len(set(legs)) == len(legs)
    tops = {box.key: (box.y, box.y + box.height) for box in drawing.boxes}
    for arrow in drawing.arrows:
        assert tops[arrow.subject][0] < arrow.start < tops[arrow.subject][1]
        assert tops[arrow.object][0] < arrow.end < tops[arrow.object][1]
    lanes = {}
    for arrow in drawing.arrows:
        for low, high in lanes.setdefault(arrow.lane, []):
            assert max(arrow.start, arrow.end) < low or high < min(arrow.start, arrow.end)
        lanes[arrow.lane].append((min(arrow.start, arrow.end), max(arrow.start, arrow.end)))


def test_of_more_than_can_be_drawn_those_most_told_of_are_and_the_rest_is_counted(tmp_path, make, monkeypatch):
    names = [(f"Pact of {place}", day) for day, place in enumerate(("Ada", "Bor", "Ceva", "Dol"))]
    shelves = chain(make, tmp_path / "c", names, [(1, 0), (2, 0), (3, 0), (2, 1)])
    monkeypatch.setattr(lineage, "MOST", 3)
    monkeypatch.setattr(lineage, "FEW", 2)
    drawing = lineage_of(shelves)
    assert "Pact of Ada" in {box.label for box in drawing.boxes}
    assert (len(drawing.boxes), len(drawing.arrows), drawing.left_out) == (2, 1, 2)


def test_an_instrument_of_which_no_relation_is_told_stands_beneath(shelves):
    drawing = lineage_of(shelves)
    assert [box.label for box in drawing.alone] == ["Treaty of Alexandropol"]
    assert drawing.alone_left_out == drawing.left_out == drawing.heard == 0
