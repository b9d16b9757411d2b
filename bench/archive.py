"""How long every kind of page, `status` and `claims` take on a dossier, over a random sample of addresses.

    python bench/archive.py FOLDER [--asked 100] [--seed 1] [--only findings finding]

FOLDER holds a dossier, such as bench/make_archive.py writes. All is asked in one process, nothing is sent over a wire:
timed is the work from the address to the last letter of the page. Prints how long the first page took (with all that is
laid ready for it), the median and the 99th percentile of each kind after it, and the peak of memory.
"""

import argparse
import contextlib
import io
import random
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from starlette.testclient import TestClient

from dragoman.model import Kind
from dragoman.printing import status
from dragoman.printing.ledgers import claims
from dragoman.store import Dossier
from dragoman.web.app import app_of

HOME = "http://127.0.0.1"


def addresses_of(dossier: Dossier, chance: random.Random) -> Iterator[tuple[str, Callable[[], str]]]:
    """Each kind of page, and how one of its addresses is drawn."""

    def finding() -> str:
        return dossier.weighed.findings("", chance.randrange(found), 1)[0].id

    def assertion() -> str:
        return dossier.catalogue.numbered([chance.randint(1, said)])[0].id

    said, found = dossier.catalogue.amount("assertion"), dossier.catalogue.amount("finding")
    accounts = [one.account.id for one in dossier.catalogue.accounts(0, 1_000_000)]
    verdicts = ("contradicted", "corroborated", "single-sourced", "")
    pages = max(1, found // 100 // 4)
    words = ("treaty", "ratified", "ceded land", "negotiated court")
    yield "opening", lambda: "/"
    yield "accounts", lambda: f"/accounts?page={chance.randint(1, 1 + len(accounts) // 90)}"
    yield "findings", lambda: f"/findings?verdict={chance.choice(verdicts)}&page={chance.randint(1, pages)}"
    yield "finding", lambda: f"/finding/{finding()}"
    yield "assertion", lambda: f"/assertion/{assertion()}"
    yield "search", lambda: f"/search?q={chance.choice(words)}"
    yield "things", lambda: "/things"
    for kind in (Kind.INSTRUMENT, Kind.PLACE, Kind.POLITY, Kind.EVENT):
        known = [one.heading.id for one in dossier.catalogue.things(kind, 0, 10_000_000)]
        yield f"thing: {kind.value}", lambda known=known: f"/thing/{chance.choice(known)}"  # type: ignore[misc]
    yield "account", lambda: f"/account/{chance.choice(accounts)}"
    yield "compare", lambda: f"/compare?a={chance.choice(accounts)}&b={chance.choice(accounts)}"
    yield "review", lambda: f"/review?queue={chance.choice(('gravest', 'all', 'names'))}"
    yield "timeline", lambda: f"/timeline?by={chance.choice(('account', 'actor', 'instrument'))}"
    yield "map", lambda: "/map"
    yield "lineage", lambda: "/lineage"


def main() -> None:
    """Asks for each kind of page so often, then for the standing of instruments and the ledgers of places."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--asked", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    chance = random.Random(options.seed)
    dossier = Dossier.open(options.folder)
    count = dossier.catalogue.amount
    print(
        f"{count('account')} accounts, {count('assertion')} assertions, {count('finding')} findings;"
        f" each kind asked {options.asked} times"
    )
    client = TestClient(app_of(options.folder), base_url=HOME)
    began = time.perf_counter()
    answer = client.get("/")
    print(f"the first page: {(time.perf_counter() - began) * 1000:.0f} ms ({answer.status_code})")
    asked = [one for one in addresses_of(dossier, chance) if not options.only or one[0] in options.only]
    for name, address in asked:
        _print(name, [_timed(lambda draw=address: _page(client, draw())) for _ in range(options.asked)])  # type: ignore[misc]
    for name, kind, ask in (("status", Kind.INSTRUMENT, _status), ("claims", Kind.PLACE, _claims)):
        if not options.only or name in options.only:
            known = [one.heading.label for one in dossier.catalogue.things(kind, 0, 10_000_000)]
            draws = [chance.choice(known) for _ in range(options.asked)]
            _print(name, [_timed(lambda ask=ask, one=one: ask(dossier, one)) for one in draws])  # type: ignore[misc]
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB of memory")


def _page(client: TestClient, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answers {answer.status_code}")


def _status(dossier: Dossier, name: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        status(dossier, name, "", as_json=False)


def _claims(dossier: Dossier, name: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        claims(dossier, name, "", "", as_json=False)


def _timed(do: Callable[[], None]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


def _print(name: str, times: list[float]) -> None:
    times.sort()
    half, most = times[len(times) // 2], times[min(len(times) - 1, len(times) * 99 // 100)]
    print(f"{name:18} p50 {half:8.1f} ms   p99 {most:8.1f} ms", flush=True)


if __name__ == "__main__":
    main()
