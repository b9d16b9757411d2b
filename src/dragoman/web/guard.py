"""Who may ask: this machine, and nobody's page but our own.

A site elsewhere can make a browser send requests to 127.0.0.1 (CSRF) or give its own name our address (DNS
rebinding). So the name asked for must be this machine's, and what changes anything must come from a page of ours.
"""

import secrets
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OURS = frozenset({"127.0.0.1", "localhost", "[::1]"})
LARGEST_BODY = 64 * 1024

# No inline script and no inline style: words of an account can never become either.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    # A page shows the dossier as it is now, also when one comes back to it after a judgement.
    "Cache-Control": "no-cache",
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


TOKEN = "dragoman_token"


class Guard:
    """Lets through what this machine asks of itself, and sends the headers that keep an account's words words.

    With a token other machines may ask too, if they know it: it comes once in the address and then in a cookie.
    """

    def __init__(self, app: ASGIApp, token: str = "", host: str = "") -> None:
        """Stand before the app; `host` is the name or number at which other machines reach it."""
        assert bool(token) == bool(host), "who opens a door to others gives it a lock"
        self.app, self._token, self._host = app, token, host.lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # nothing of ours speaks over a websocket

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        port = (scope.get("server") or ("", 80))[1]
        if not self._is_ours(headers.get("host", ""), port):
            return PlainTextResponse(
                "This dossier is not shown under this name: open it at the address that dragoman serve printed.", 421
            )
        if self._token and not _fits(_token_in(headers), self._token):
            return self._at_the_door(scope)
        if scope["method"] not in ("GET", "HEAD") and not self._from_our_page(headers, port):
            return PlainTextResponse(
                "A judgement is taken only from a page of this dossier: open it and judge there.", 403
            )
        return None

    def _at_the_door(self, scope: Scope) -> Response:
        """Who brings the token in the address gets it as a cookie, and the address without it."""
        asked = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
        if scope["method"] != "GET" or not any(_fits(value, self._token) for name, value in asked if name == "token"):
            return PlainTextResponse(
                "This dossier asks for its token: open the whole address that dragoman serve printed.", 401
            )
        rest = urlencode([(name, value) for name, value in asked if name != "token"])
        path = "/" + scope["path"].lstrip("/")
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(TOKEN, self._token, httponly=True, samesite="lax")
        return answer

    def _is_ours(self, host: str, port: int | None) -> bool:
        name, _, asked = host.rpartition(":") if host.rpartition(":")[2].isdigit() else (host, "", "80")
        return asked == str(port or 80) and self._may_be_called(name.lower())

    def _may_be_called(self, name: str) -> bool:
        """Where the door is open to all networks of this machine, its numbers are names of it too."""
        if name in OURS or (self._host and name in (self._host, f"[{self._host}]")):
            return True
        return self._host in ("0.0.0.0", "::") and _is_number(name)

    def _from_our_page(self, headers: Headers, port: int | None) -> bool:
        """With no-referrer a browser calls the origin of a form "null"; then it says itself whether it was our page."""
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY or "transfer-encoding" in headers:
            return False
        origin = headers.get("origin", "null")
        site = headers.get("sec-fetch-site", "")
        if origin == "null":
            return site == "same-origin"
        named = origin.removeprefix("http://")
        return site in ("", "same-origin") and named != origin and self._is_ours(named, port)


def _token_in(headers: Headers) -> str:
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(TOKEN)
    except CookieError:
        return ""
    return held.value if held else ""


def _fits(given: str, word: str) -> bool:
    return secrets.compare_digest(given.encode(), word.encode())


def _is_number(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


class Seal:
    """A secret of this run that every form carries; a page elsewhere cannot know it."""

    def __init__(self) -> None:
        """A new one each time the program starts."""
        self.word = secrets.token_urlsafe(24)

    def fits(self, given: str) -> bool:
        """Whether the form came with the word."""
        return _fits(given, self.word)
