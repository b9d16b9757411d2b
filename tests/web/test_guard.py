"""Who may ask, and what every answer carries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from dragoman.web.app import app_of

HOME = "http://127.0.0.1:8321"


@pytest.mark.parametrize("host", ["127.0.0.1:8321", "localhost:8321", "[::1]:8321", "LOCALHOST:8321"])
def test_this_machine_may_read(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8321",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1.evil.example:8321",
        "10.0.0.7:8321",
        "",
    ],
)
def test_a_name_that_is_not_this_machine_is_refused(client: TestClient, host: str) -> None:
    """DNS rebinding: a site gives its own name our address."""
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Moscow" not in answer.text


@pytest.mark.parametrize("path", ["/", "/static/book.css", "/nothing", "/assertion/none"])
def test_every_answer_forbids_inline_script_framing_and_sniffing(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.fixture
def form(own_folder: Path, client_of: Callable[..., TestClient], make: object) -> Callable[..., int]:
    """Posts a judgement with these headers and fields, and says with which status it was answered."""
    client = client_of(own_folder)
    target = make.rows()[0].assertions[0].id  # type: ignore[attr-defined]
    page = client.get(f"/assertion/{target}").text
    seal = page.split('name="seal" value="')[1].split('"')[0]

    def post(headers: dict[str, str], **fields: str) -> int:
        body = urlencode({"seal": seal, "who": "M. K.", "ruling": "accept", **fields})
        typed = {"content-type": "application/x-www-form-urlencoded", **headers}
        return client.post(f"/assertion/{target}/judge", content=body, headers=typed).status_code

    return post


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": HOME},
        {"origin": "http://localhost:8321"},
        {"origin": HOME, "sec-fetch-site": "same-origin"},
        {"origin": "null", "sec-fetch-site": "same-origin"},
    ],
)
def test_a_form_of_ours_is_taken(form: Callable[..., int], own_folder: Path, headers: dict[str, str]) -> None:
    assert form(headers) == 303
    assert (own_folder / "judgements.jsonl").read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "https://127.0.0.1:8321"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": HOME, "sec-fetch-site": "cross-site"},
        {"origin": HOME, "content-length": "900000"},
    ],
)
def test_a_form_of_another_site_is_refused(form: Callable[..., int], own_folder: Path, headers: dict[str, str]) -> None:
    assert form(headers) == 403
    assert not (own_folder / "judgements.jsonl").exists()


@pytest.mark.parametrize("seal", ["", "guessed", "ü"])
def test_a_form_without_the_seal_is_refused(form: Callable[..., int], own_folder: Path, seal: str) -> None:
    assert form({"origin": HOME}, seal=seal) == 403
    assert not (own_folder / "judgements.jsonl").exists()


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2f..%2fpyproject.toml"]
)
def test_nothing_outside_the_static_folder_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


# ---- beyond this machine ---------------------------------------------------------------------------------------------


@pytest.fixture
def open_to_others(folder: Path) -> TestClient:
    """The dossier shown to a network, with a token."""
    app = app_of(folder, token="the-token", host="0.0.0.0")
    return TestClient(app, base_url="http://192.0.2.7:8321", follow_redirects=False)


@pytest.mark.parametrize("path", ["/", "/static/book.css", "/review", "/?token=wrong", "/?token="])
def test_beyond_this_machine_nothing_is_served_without_the_token(open_to_others: TestClient, path: str) -> None:
    answer = open_to_others.get(path)
    assert answer.status_code == 401
    assert "Moscow" not in answer.text


def test_the_token_comes_once_in_the_address_and_then_in_a_cookie(open_to_others: TestClient) -> None:
    answer = open_to_others.get("/findings?verdict=contradicted&token=the-token")
    assert (answer.status_code, answer.headers["location"]) == (303, "/findings?verdict=contradicted")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert open_to_others.get(answer.headers["location"]).status_code == 200


def test_with_a_token_a_name_that_is_not_ours_is_refused_too(open_to_others: TestClient) -> None:
    assert open_to_others.get("/?token=the-token", headers={"host": "evil.example:8321"}).status_code == 421


def test_the_way_back_from_the_door_stays_here(open_to_others: TestClient) -> None:
    answer = open_to_others.get("http://192.0.2.7:8321//evil.example/?token=the-token")
    assert not answer.headers["location"].startswith("//")


def test_a_door_without_a_lock_is_a_bug(folder: Path) -> None:
    with pytest.raises(AssertionError):
        TestClient(app_of(folder, host="0.0.0.0")).get("/")


@pytest.mark.slow
def test_a_thousand_strange_requests_leave_the_server_as_it_was(client: TestClient) -> None:
    """No page, however strange its address, ends the program or is answered with a traceback."""
    strange = ["/account/%00", "/thing/%F0%9F%92%A3", "/finding/" + "x" * 500, "/review?queue=x", "/account/x/sheet/9"]
    for number in range(1_000):
        assert client.get(strange[number % len(strange)]).status_code == 404
    assert client.get("/").status_code == 200
