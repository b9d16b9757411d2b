"""Deciding: what is posted is kept and shown at once, the findings follow behind the page, nothing is ever deleted."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.model import Predicate, Role, Ruling
from dragoman.store import Dossier, read_log
from dragoman.verify import verified
from dragoman.web.app import app_of

HOME = {"origin": "http://127.0.0.1:8321"}


def plain(page: str) -> str:
    text = re.sub(r"<(script|style|title)[^>]*>.*?</\1>|<[^>]+>", "", page, flags=re.DOTALL)
    return " ".join(unescape(text).split())


def seal_of(client: TestClient, make: Any) -> str:
    page = client.get(f"/assertion/{make.rows()[0].assertions[0].id}").text
    return re.findall(r'name="seal" value="([^"]*)"', page)[0]


@pytest.fixture
def post(own_folder: Path, make: Any, client_of: Callable[..., TestClient]) -> Callable[..., Any]:
    """Posts a form of ours to an address of the dossier to judge in; no build follows it."""
    client = client_of(own_folder, rebuild=None)
    seal = seal_of(client, make)

    def posted(address: str, **fields: Any) -> Any:
        return client.post(address, data={"seal": seal, "who": "M. K.", **fields}, headers=HOME)

    posted.client = client  # type: ignore[attr-defined]
    return posted


def test_the_gravest_comes_first_and_doubt_that_matters_after(post: Any, make: Any) -> None:
    said = plain(post.client.get("/review").text)
    assert "contradicted One account has the treaty rest on the draft" in said
    queue = plain(post.client.get("/review").text.partition('<ol class="queue">')[2])
    assert queue.index("contradicted") < queue.index("doubt")
    assert "held against" in said


def test_a_ruling_is_shown_at_once_without_a_build(post: Any, make: Any, own_folder: Path) -> None:
    target = make.rows()[0].assertions[3].id
    built = Dossier.open(own_folder).built_at
    answer = post(f"/assertion/{target}/judge", ruling="reject", note="not in the minutes", back="/review?queue=all")
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?queue=all")
    assert Dossier.open(own_folder).built_at == built
    assert "rejected by M. K." in plain(post.client.get(f"/account/{make.rows()[0].account.id}").text)
    said = plain(post.client.get("/review?queue=all").text)
    assert "Decided lately rejected refusal: Chicherin by M. K. not in the minutes" in said


def test_a_form_leads_back_to_no_other_site(post: Any, make: Any) -> None:
    target = make.rows()[0].assertions[3].id
    for back in ("http://evil.example/", "//evil.example/", "/\\evil.example", "javascript:1"):
        answer = post(f"/assertion/{target}/judge", ruling="accept", back=back)
        assert answer.headers["location"] == f"/assertion/{target}"


def test_undo_is_a_judgement_appended_and_nothing_is_deleted(post: Any, make: Any, own_folder: Path) -> None:
    target = make.rows()[0].assertions[3].id
    post(f"/assertion/{target}/judge", ruling="reject")
    (ruled,) = read_log(own_folder).judgements
    assert post("/undo", undoes=ruled.id).status_code == 303
    assert [one.ruling for one in read_log(own_folder).judgements] == [Ruling.REJECT, Ruling.UNDO]
    assert "rejected by" not in plain(post.client.get(f"/assertion/{target}").text)
    assert post("/undo", undoes=ruled.id).status_code == 404, "it was taken back already"
    assert len(read_log(own_folder).judgements) == 2


def test_every_slot_can_be_put_right(post: Any, make: Any, own_folder: Path) -> None:
    one = make.rows()[0].assertions[2]
    fields = {
        "predicate": "demand",
        "polarity": "partial",
        "modality": "actual",
        "attribution": "Chicherin (letter)",
        "subtype": "arms",
        "when": "24 August 1920",
        "role": ["agent", "recipient", "territory"],
        "name": ["Turkey", "Soviet Russia", "Kars"],
    }
    assert post(f"/assertion/{one.id}/judge", ruling="correct", **fields).status_code == 303
    (kept,) = read_log(own_folder).judgements
    assert dict(kept.changes) == {
        "predicate": "demand",
        "subtype": "arms",
        "polarity": "partial",
        "modality": "actual",
        "attribution": "Chicherin (letter)",
        "when": "1920-08-24",
        "participant:agent": "Turkey",
        "participant:recipient": "Soviet Russia",
        "participant:territory": "Kars",
    }
    said = plain(post.client.get(f"/assertion/{one.id}").text)
    assert "in part demand" in said
    assert "as M. K. judged" in said


@pytest.mark.parametrize("page", [{}, {"queue": "all"}])
def test_what_was_typed_is_still_there_when_it_cannot_be_taken(post: Any, make: Any, page: dict[str, str]) -> None:
    one = make.rows()[0].assertions[2]
    typed = {"when": "soon", "modality": "actual", "role": ["agent", "body"], "name": ["Enver", "the delegation"]}
    answer = post(f"/assertion/{one.id}/judge", ruling="correct", note="why not", **typed, **page)
    assert answer.status_code == 422
    assert "is not a date" in plain(answer.text)
    for value in ("soon", "Enver", "the delegation"):
        assert f'value="{value}"' in answer.text
    assert '<option value="actual" selected>' in answer.text
    assert ">why not</textarea>" in answer.text


def test_what_was_left_as_it_stood_is_no_change(post: Any, make: Any, own_folder: Path) -> None:
    one = make.rows()[0].assertions[1]
    page = post.client.get(f"/assertion/{one.id}").text
    typed = {
        name: value for name, value in re.findall(r'<input name="(when|attribution|subtype)" value="([^"]*)"', page)
    }
    roles = {"role": [part.role.value for part in one.participants], "name": [part.name for part in one.participants]}
    answer = post(f"/assertion/{one.id}/judge", ruling="correct", **typed, **roles)
    assert answer.status_code == 422
    assert "Nothing was changed" in plain(answer.text)
    typed["when"] = ""
    assert post(f"/assertion/{one.id}/judge", ruling="correct", **typed, **roles).status_code == 303
    assert read_log(own_folder).judgements[-1].changes == (("when", ""),)


def test_words_picked_go_into_one_slot_and_leave_the_others(post: Any, make: Any, own_folder: Path) -> None:
    one = make.rows()[0].assertions[4]
    answer = post(
        f"/assertion/{one.id}/judge", ruling="correct", put="territory", words="Kars", how="beside", predicate="draft"
    )
    assert answer.status_code == 303
    assert read_log(own_folder).judgements[-1].changes == (
        ("participant:territory", "Van"),
        ("participant:territory", "Kars"),
    )
    post(f"/assertion/{one.id}/judge", ruling="correct", put="territory", words="Kars")
    assert read_log(own_folder).judgements[-1].changes == (("participant:territory", "Kars"),)


@pytest.mark.parametrize("by_place", [True, False])
def test_words_selected_make_an_assertion_that_passes_the_gate(
    post: Any, make: Any, own_folder: Path, by_place: bool
) -> None:
    account = make.rows()[0].account
    words = "a delegate wrote"
    span = make.span(account, words)
    place = {"start": span.start - 1, "end": span.end} if by_place else {}
    answer = post(f"/account/{account.id}/add", words=words, predicate="statement", **place)
    assert answer.status_code == 303, plain(answer.text)
    target = answer.headers["location"].partition("#a-")[2]
    post(f"/assertion/{target}/judge", ruling="correct", put="agent", words="a delegate")
    page = post.client.get(f"/account/{account.id}?at={target}").text
    assert f'data-note="{target}"' in page
    make.write(own_folder)
    added = Dossier.open(own_folder).assertion(target)
    assert (added.quote, added.predicate, added.found_by) == (words, Predicate.STATEMENT, "M. K.")
    assert added.of(Role.AGENT)[0].span == make.span(account, "a delegate")
    assert list(verified(account, [added])) == [added]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"words": "  ", "predicate": "statement"}, "No words were picked"),
        ({"words": "never written", "predicate": "statement"}, "do not stand in the account"),
        ({"words": "treaty", "predicate": "statement"}, "more than once"),
        ({"words": "annul", "predicate": "dance"}, "no value for predicate"),
        ({"words": "annul", "predicate": "annulment", "start": "5", "end": "10"}, "not those of the account"),
        ({"words": "annul", "predicate": "annulment", "who": ""}, "No name was given"),
    ],
)
def test_words_that_cannot_be_added_say_why_and_keep_nothing(
    post: Any, make: Any, own_folder: Path, fields: dict[str, str], sentence: str
) -> None:
    answer = post(f"/account/{make.rows()[0].account.id}/add", **fields)
    assert answer.status_code == 422
    assert sentence in plain(answer.text)
    assert not (own_folder / "judgements.jsonl").exists()


def test_two_tellings_can_be_told_apart_and_two_names_too(post: Any, make: Any, own_folder: Path) -> None:
    first, second = make.rows()[0].assertions[0].id, make.rows()[1].assertions[2].id
    assert post("/pair/judge", ruling="different", target=first, other=second).status_code == 303
    assert "done-different" in post.client.get("/review").text
    names = [f"{row.account.id}:draft treaty" for row in make.rows()]
    assert post("/pair/judge", ruling="same", target=names[0], other=names[1]).status_code == 303
    kept = read_log(own_folder).judgements
    assert [(one.ruling, one.target, one.other) for one in kept] == [
        (Ruling.DIFFERENT, first, second),
        (Ruling.SAME, names[0], names[1]),
    ]
    assert post("/pair/judge", ruling="same", target=first, other=first).status_code == 404
    assert post("/pair/judge", ruling="same", target=first, other="nothing").status_code == 404
    assert len(read_log(own_folder).judgements) == 2


def test_the_findings_follow_when_nobody_has_judged_for_a_while(own_folder: Path, make: Any) -> None:
    built = threading.Event()

    def rebuild(folder: Path) -> None:
        make.write(folder)
        built.set()

    client = TestClient(
        app_of(own_folder, rebuild=rebuild, quiet=0.01), base_url="http://127.0.0.1:8321", follow_redirects=False
    )
    target = make.rows()[0].assertions[3].id
    seal = seal_of(client, make)
    client.post(f"/assertion/{target}/judge", data={"seal": seal, "who": "M. K.", "ruling": "accept"}, headers=HOME)
    assert built.wait(10)
    assert Dossier.open(own_folder).rulings()[target].who == "M. K."


def test_what_was_judged_before_a_crash_is_there_at_the_next_start(post: Any, make: Any, own_folder: Path) -> None:
    """The program ended after the line was on the disk, before any build: the next start shows it."""
    target = make.rows()[0].assertions[3].id
    post(f"/assertion/{target}/judge", ruling="reject")
    with (own_folder / "judgements.jsonl").open("ab") as log:
        log.write(b'{"id": "torn", "at": "2026-')
    fresh = TestClient(app_of(own_folder), base_url="http://127.0.0.1:8321")
    assert "rejected by M. K." in plain(fresh.get(f"/assertion/{target}").text)


def test_the_key_takes_back_ones_own_last_decision_and_not_anothers(post: Any, make: Any) -> None:
    ids = [one.id for one in make.rows()[0].assertions]
    post(f"/assertion/{ids[0]}/judge", ruling="accept", who="Anna")
    for target in ids[1:8]:
        post(f"/assertion/{target}/judge", ruling="reject", who="Boris")
    post.client.cookies.clear()
    post.client.cookies.set("dragoman_who", b"Anna".hex())
    page = post.client.get("/review").text
    mine = re.findall(r'<li><form method="post" action="/undo".*?</li>', page, re.DOTALL)
    (by_key,) = [plain(one) for one in mine if 'data-key="u"' in one]
    assert by_key.startswith("accepted") and "by Anna" in by_key


def test_two_people_are_laid_side_by_side(post: Any, make: Any) -> None:
    ids = [one.id for one in make.rows()[0].assertions]
    for target, first, second in zip(ids, ("accept", "reject", "accept"), ("accept", "reject", "reject"), strict=False):
        post(f"/assertion/{target}/judge", ruling=first, who="Anna")
        post(f"/assertion/{target}/judge", ruling=second, who="Boris")
    said = plain(post.client.get("/people").text)
    assert "Both judged three assertions and agree on two." in said
    assert "Cohen’s kappa is 0.40" in said
    queue = plain(post.client.get("/review?queue=differences").text)
    assert "two people differ Anna accepted it; Boris rejected it" in queue
