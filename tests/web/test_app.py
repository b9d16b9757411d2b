"""The pages, read as text: what stands where, and where each figure leads."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.model import Ruling
from dragoman.store import read_log

HOME = {"origin": "http://127.0.0.1:8321"}


def plain(page: str) -> str:
    """The words of a page as they are read."""
    text = re.sub(r"<(script|style|title)[^>]*>.*?</\1>|<[^>]+>", "", page, flags=re.DOTALL)
    return " ".join(unescape(text).split())


def test_the_opening_page_leads_with_the_contradiction_and_gives_its_reasons(client: TestClient) -> None:
    page = client.get("/").text
    said = plain(page)
    assert "Two accounts, telling of July 1920 to August 1920. They contradict each other on one point" in said
    assert "lineage direction in Treaty of Moscow" in said
    assert "Time allows only one of the two: the treaty rests on the draft." in said
    assert "<mark>based on</mark>" in page
    assert "<mark>developed on the basis of</mark>" in page
    order = [
        said.index(words) for words in ("lineage direction", "corroborated", "on one source alone", "looks contrary")
    ]
    assert order == sorted(order)
    assert "two independent sources" in said
    assert "two parties wanted different things" in said


def test_every_address_on_the_opening_page_leads_somewhere(client: TestClient) -> None:
    page = client.get("/").text
    addresses = {unescape(found) for found in re.findall(r'(?:href|src)="([^"]+)"', page)}
    assert len(addresses) > 15
    for address in addresses:
        path, _, fragment = address.partition("#")
        answer = client.get(path or "/")
        assert answer.status_code == 200, address
        assert not fragment or f'id="{fragment}"' in answer.text, address


def test_both_quotes_lead_to_their_exact_words(client: TestClient, make: Any) -> None:
    page = client.get("/").text
    for row, number in zip(make.rows(), (0, 2), strict=True):
        one = row.assertions[number]
        address = f"/account/{row.account.id}?at={one.id}#a-{one.id}"
        assert f'href="{address}"' in page
        account = client.get(address.partition("#")[0]).text
        lit = re.findall(r'<span class="[^"]*\blit\b[^"]*"[^>]*>([^<]*)</span>', account)
        assert unescape("".join(lit)) == one.quote


def test_a_dossier_without_accounts_says_what_to_do(tmp_path: Path, make: Any, client_of: Callable[..., Any]) -> None:
    said = plain(client_of(make.write(tmp_path / "empty", ())).get("/").text)
    assert "There are no accounts here yet." in said
    assert "dragoman build" in said


def test_no_contradiction_is_said_so(tmp_path: Path, make: Any, client_of: Callable[..., Any]) -> None:
    said = plain(client_of(make.write(tmp_path / "calm", make.rows())).get("/").text)
    assert "The accounts do not contradict each other in what was drafted." in said


def test_a_folder_that_was_not_built_gets_one_sentence(tmp_path: Path, client_of: Callable[..., TestClient]) -> None:
    answer = client_of(tmp_path).get("/")
    assert answer.status_code == 404
    assert "dragoman build" in answer.text


def test_a_build_is_seen_without_a_new_start(tmp_path: Path, make: Any, client_of: Callable[..., TestClient]) -> None:
    client = client_of(make.write(tmp_path / "growing", make.rows()[:1]))
    assert "One account, telling of" in plain(client.get("/").text)
    make.write(tmp_path / "growing")
    assert "Two accounts, telling of" in plain(client.get("/").text)


def test_an_account_page_keeps_every_word_and_greys_the_furniture(client: TestClient, make: Any) -> None:
    account = make.rows()[0].account
    page = client.get(f"/account/{account.id}").text
    text = "".join(re.findall(r'<div class="text.*?</div>', page, re.DOTALL))
    assert "".join(plain(text).split()) == "".join(account.text.split())
    furniture = re.findall(r'<div class="text furniture".*?</div>', page, re.DOTALL)
    assert [plain(one) for one in furniture] == ["THE READER Home Politics 7.1° C KARS", "To be continued"]


def test_a_note_says_what_keeps_it_from_being_so(client: TestClient, make: Any) -> None:
    said = plain(client.get(f"/account/{make.rows()[0].account.id}").text)
    assert "not signature draft treaty" in said
    assert "proposed commitment by Soviet Russia, to Turkey" in said
    assert "on the word of a delegate (letter)" in said
    assert "contradicted: lineage direction" in said


def test_a_page_of_an_instrument_has_its_lineage_both_ways(client: TestClient) -> None:
    said = plain(client.get("/thing/Treaty of Moscow").text)
    assert "Those before it B rests on draft treaty" in said
    assert "Those after it A draft treaty rests on it" in said
    assert "Time allows only one" in said


def test_side_by_side_aligns_what_both_tell(client: TestClient) -> None:
    said = plain(client.get("/compare").text)
    assert "the draft of August 1920 corroborated: date two independent sources “It ended on August 24" in said
    assert "“no treaty was signed at the time”" in said[said.index("What each tells alone") :]


def test_side_by_side_can_be_narrowed_and_says_what_differs(client: TestClient, make: Any) -> None:
    page = client.get("/compare?verdict=corroborated").text
    assert "corroborated: date" in plain(page)
    assert "Time allows only one" not in plain(page)
    assert "<mark>August 24</mark>" in page
    nothing = plain(client.get("/compare?from=1930").text)
    assert "Nothing that several tell is like this." in nothing
    assert "1920" in plain(client.get("/compare?from=1920&to=1920").text)
    headings = re.findall(r'<option value="([^"]+)">(Chicherin) ', page)
    alone = plain(client.get("/compare", params={"actor": headings[0][0]}).text).partition("What each tells alone")[2]
    assert "Chicherin opposed this" in alone
    assert "no treaty was signed" not in alone
    assert client.get("/compare?from=soon").status_code == 404
    assert client.get("/compare?verdict=x").status_code == 404


@pytest.mark.parametrize(
    "path", ["/account/none", "/assertion/none", "/thing/none", "/finding/none", "/findings?verdict=x"]
)
def test_what_is_not_there_gets_one_sentence(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Back to the opening page" in answer.text


def test_comparing_needs_two_accounts(tmp_path: Path, make: Any, client_of: Callable[..., TestClient]) -> None:
    answer = client_of(make.write(tmp_path / "one", make.rows()[:1])).get("/compare")
    assert answer.status_code == 404
    assert "needs two accounts" in answer.text


def test_search_finds_quotes_and_then_sentences(client: TestClient) -> None:
    said = plain(client.get("/search", params={"q": "Alexandropol"}).text)
    assert "One passage with these words" in said
    part = client.get("/search", params={"q": "eve"}, headers={"hx-request": "true"}).text
    assert "nothing was drafted from this" in part
    assert "<html" not in part
    assert "No account uses these words" in client.get("/search", params={"q": "zebra"}).text


@pytest.mark.parametrize("words", ['"', "a OR", "NEAR(", "*", "\x00", "x" * 5000, "<script>"])
def test_search_takes_any_words(client: TestClient, words: str) -> None:
    answer = client.get("/search", params={"q": words})
    assert answer.status_code == 200
    assert "<script>" not in answer.text.split("</head>")[1]


def judge(client: TestClient, target: str, **fields: str) -> Any:
    page = client.get(f"/assertion/{target}").text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    return client.post(f"/assertion/{target}/judge", data={**hidden, "who": "M. K.", **fields}, headers=HOME)


def test_a_corrected_date_is_kept_and_seen(own_folder: Path, make: Any, client_of: Callable[..., TestClient]) -> None:
    client, target = client_of(own_folder), make.rows()[0].assertions[1].id
    answer = judge(client, target, ruling="correct", when="25 August 1920", note="the archive has the 25th")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/assertion/{target}")
    kept = read_log(own_folder).judgements
    assert [(one.ruling, one.who, one.changes) for one in kept] == [
        (Ruling.CORRECT, "M. K.", (("when", "1920-08-25"),))
    ]
    assert kept[0].anchor and kept[0].anchor.quote.startswith("the draft treaty prepared")
    said = plain(client.get(f"/assertion/{target}").text)
    assert "corrected by M. K." in said
    assert "25 August 1920 written “Aug. 24, 1920”" in said


def test_a_judgement_can_be_taken_back(own_folder: Path, make: Any, client_of: Callable[..., TestClient]) -> None:
    client, target = client_of(own_folder), make.rows()[0].assertions[3].id
    assert judge(client, target, ruling="reject").status_code == 303
    assert "rejected by M. K." in plain(client.get(f"/assertion/{target}").text)
    assert judge(client, target, ruling="undo").status_code == 303
    assert "rejected by" not in plain(client.get(f"/assertion/{target}").text)
    assert len(read_log(own_folder).judgements) == 2


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"ruling": "correct", "when": "soon"}, "is not a date"),
        ({"ruling": "correct", "when": "1920-13-40"}, "is no date"),
        ({"ruling": "accept", "who": "  "}, "No name was given"),
        ({"ruling": "undo"}, "no judgement on this assertion to undo"),
        ({"ruling": "forget"}, "Nothing was decided"),
    ],
)
def test_a_judgement_that_cannot_be_taken_says_why_and_keeps_nothing(
    own_folder: Path, make: Any, client_of: Callable[..., TestClient], fields: dict[str, str], sentence: str
) -> None:
    answer = judge(client_of(own_folder), make.rows()[0].assertions[1].id, **fields)
    assert answer.status_code == 422
    assert sentence in plain(answer.text)
    assert not (own_folder / "judgements.jsonl").exists()


def test_the_name_is_asked_once(own_folder: Path, make: Any, client_of: Callable[..., TestClient]) -> None:
    client, first, second = client_of(own_folder), *(one.id for one in make.rows()[0].assertions[:2])
    judge(client, first, ruling="accept", who="Ա. Հովհաննիսյան")
    assert 'value="Ա. Հովհաննիսյան"' in client.get(f"/assertion/{second}").text
