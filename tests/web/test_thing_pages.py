"""The pages of things: everything said, in the order one asks for; much of one thing is not sent at once."""

import re

import pytest

from dragoman.model import Predicate, Role, Testimony, digest
from dragoman.web.thing import SHOWN


@pytest.mark.parametrize("by", ["act", "account", "part"])
def test_all_that_is_said_is_there_in_every_order(client, by):
    page = client.get(f"/thing/{digest('draft treaty')}?by={by}").text
    for words in ("developed on the basis of", "prepared", "was", "with a draft treaty"):
        assert words in page
    assert f'<b aria-current="true">by {by}</b>' in page


def test_parts_are_named(client):
    page = client.get(f"/thing/{digest('Van')}?by=part").text
    assert "as territory" in page


def test_an_event_shows_its_slots(client):
    page = client.get("/thing/event-draft").text
    assert '<th scope="row">when</th>' in page
    assert "does not say" in page


def test_an_order_that_is_none_is_refused(client):
    assert client.get(f"/thing/{digest('Van')}?by=colour").status_code == 404
    assert client.get("/things?kind=colour").status_code == 404


def test_what_is_told_often_is_shown_in_part_and_whole_when_asked(tmp_path, client_of, make):
    lines = [f"The pact was signed, says witness {number}" for number in range(SHOWN + 5)]
    account = make.account("often", "Often\n\n" + "\n\n".join(f"{line}." for line in lines))
    said = tuple(make.tell(account, line, Predicate.SIGNATURE, ((Role.INSTRUMENT, "pact"),)) for line in lines)
    pages = client_of(make.write(tmp_path / "often", (Testimony(account, assertions=said),)))
    page = pages.get(f"/thing/{digest('pact')}").text
    assert page.count('class="telling"') == SHOWN
    more = re.search(r'href="([^"]*only=[^"]*)"', page)[1].replace("&amp;", "&")
    assert pages.get(more).text.count('class="telling"') == SHOWN + 5


def test_things_are_listed_by_kind(client):
    page = client.get("/things?kind=instrument").text
    assert "Treaty of Moscow" in page
    assert "Chicherin" not in page
