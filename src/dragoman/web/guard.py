"""Who may ask: this machine, and nobody's page but our own.

A site elsewhere can make a browser send requests to 127.0.0.1 (CSRF) or give its own name our address (DNS
rebinding). So the name asked for must be this machine's, and what changes anything must come from a page of ours.
"""

import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
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


class Guard:
    """Lets through what this machine asks of itself, and sends the headers that keep an account's words words."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before the app."""
        self.app = app

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

        refusal = _refusal(scope)
        await (refusal or self.app)(scope, receive, send_guarded)


def _refusal(scope: Scope) -> PlainTextResponse | None:
    headers = Headers(scope=scope)
    port = (scope.get("server") or ("", 80))[1]
    if not _is_ours(headers.get("host", ""), port):
        return PlainTextResponse(
            "This dossier is shown to this machine only: open it at http://127.0.0.1 with the port it was given.", 421
        )
    if scope["method"] not in ("GET", "HEAD") and not _from_our_page(headers, port):
        return PlainTextResponse("A judgement is taken only from a page of this dossier: open it and judge there.", 403)
    return None


def _is_ours(host: str, port: int | None) -> bool:
    name, _, asked = host.rpartition(":") if host.rpartition(":")[2].isdigit() else (host, "", "80")
    return name.lower() in OURS and asked == str(port or 80)


def _from_our_page(headers: Headers, port: int | None) -> bool:
    """With no-referrer a browser calls the origin of a form "null"; then it says itself whether the page was ours."""
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST_BODY or "transfer-encoding" in headers:
        return False
    origin = headers.get("origin", "null")
    site = headers.get("sec-fetch-site", "")
    if origin == "null":
        return site == "same-origin"
    return site in ("", "same-origin") and origin.startswith("http://") and _is_ours(origin[len("http://") :], port)


class Seal:
    """A secret of this run that every form carries; a page elsewhere cannot know it."""

    def __init__(self) -> None:
        """A new one each time the program starts."""
        self.word = secrets.token_urlsafe(24)

    def fits(self, given: str) -> bool:
        """Whether the form came with the word."""
        return secrets.compare_digest(given.encode(), self.word.encode())
