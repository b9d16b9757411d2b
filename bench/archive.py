"""How long every kind of page, `status` and `claims` take on a dossier, over a random sample of addresses.

    python bench/archive.py FOLDER [--asked 100] [--seed 1] [--only findings finding]

FOLDER holds a dossier, such as bench/make_archive.py writes. All is asked in one process, nothing is sent over a wire:
timed is the work from the address to the last letter of the page. Prints the median and the 99th percentile of each
kind of page by the clock and of the processor (of which others on the machine take no part), the first of each by
itself, and the peak of memory.
"""

import argparse
import contextlib
import io
import os
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
from dragoman.web.server import warm
from reading_room import chromium, served
from web import paint

BY = ("act", "part", "account")
HOME = "http://127.0.0.1"


def addresses_of(dossier: Dossier, chance: random.Random) -> Iterator[tuple[str, Callable[[], str]]]:
    """Each kind of page, and how one of its addresses is drawn."""

    def account() -> str:
        return chance.choice(accounts)

    amount, accounts = dossier.catalogue.amount, dossier.catalogue.account_ids()
    said, found = amount("assertion"), amount("finding")
    verdicts = ("contradicted", "corroborated", "single-sourced", "")
    words = ("treaty", "ratified", "ceded land", "negotiated court")
    yield "opening", lambda: "/"
    yield "accounts", lambda: f"/accounts?page={chance.randint(1, 1 + len(accounts) // 90)}"
    yield "findings", lambda: f"/findings?verdict={chance.choice(verdicts)}&page={chance.randint(1, found // 400)}"
    yield "finding", lambda: f"/finding/{dossier.weighed.findings('', chance.randrange(found), 1)[0].id}"
    yield "assertion", lambda: f"/assertion/{dossier.catalogue.numbered([chance.randint(1, said)])[0].id}"
    yield "search", lambda: f"/search?q={chance.choice(words)}"
    yield "things", lambda: f"/things?kind={chance.choice(('', 'place', 'event'))}&page={chance.randint(1, 9)}"
    for kind in (Kind.INSTRUMENT, Kind.PLACE, Kind.POLITY, Kind.EVENT):
        yield f"{kind.value}, any", lambda kind=kind: f"/thing/{_thing(dossier, kind, chance)}"  # type: ignore[misc]
        yield (
            f"{kind.value}, of the first 99",
            lambda kind=kind: f"/thing/{_thing(dossier, kind, chance, 99)}?by={chance.choice(BY)}",  # type: ignore[misc]
        )
    yield "account", lambda: f"/account/{account()}"
    yield "compare", lambda: f"/compare?a={account()}&b={account()}"
    yield "review", lambda: f"/review?queue={chance.choice(('gravest', 'all'))}"
    yield "timeline", lambda: f"/timeline?by={chance.choice(('account', 'actor', 'instrument', 'place'))}"
    yield (
        "timeline, nearer",
        lambda: f"/timeline?from={(year := chance.randint(1650, 1990))}&to={year + chance.randint(0, 9)}",
    )
    yield "map", lambda: "/map"
    yield "map, on a day", lambda: f"/map?on={chance.randint(1650, 1990)}"
    yield "map, nearer", lambda: f"/map?at={chance.randint(-40, 60)},{chance.randint(-150, 150)}&span=20"
    yield "lineage", lambda: "/lineage"
    yield "lineage, on a day", lambda: f"/lineage?on={chance.randint(1650, 1990)}"


def _thing(dossier: Dossier, kind: Kind, chance: random.Random, most: int = 0) -> str:
    """A thing of this kind, whichever; or one of those most spoken of."""
    place = chance.randrange(min(most or 10**9, dossier.catalogue.amount("thing", kind)))
    return dossier.catalogue.things(kind, place, 1)[0].heading.id


def main() -> None:
    """Asks for each kind of page so often, then for the standing of instruments and the ledgers of places."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--asked", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--paint", action="store_true", help="the first contentful paint of the opening page too")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    dossier = Dossier.open(options.folder)
    count = dossier.catalogue.amount
    name = f"{count('account'):,} accounts, {count('assertion'):,} assertions, {count('finding'):,} findings"
    print(f"{name}; each kind asked {options.asked} times")
    print(f"load of the machine when begun: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    app = app_of(options.folder)
    warm(app.state.room)
    client = TestClient(app, base_url=HOME)
    print("the first page:", _told([_timed(lambda: _page(client, "/"))]))
    for what, draw in addresses_of(dossier, chance):
        if not options.only or what in options.only:
            drawn = [draw() for _ in range(options.asked)]
            # The first of each kind may read what all of them need; it is told by itself.
            first, *times = [_timed(lambda one=one: _page(client, one)) for one in (drawn[0], *drawn)]  # type: ignore[misc]
            print(f"{what:26} {_told(times)}   the very first {first[0]:7.1f} ms", flush=True)
    for what, kind, ask in (("status", Kind.INSTRUMENT, _status), ("claims", Kind.PLACE, _claims)):
        for most in (0, 99):
            shown = what + (", of the first 99" if most else ", any")
            if not options.only or what in options.only:
                labels = [dossier.catalogue.heading(_thing(dossier, kind, chance, most)) for _ in range(options.asked)]
                names = [one.label for one in labels if one]
                times = [_timed(lambda ask=ask, one=one: ask(dossier, one)) for one in names]  # type: ignore[misc]
                print(f"{shown:26} {_told(times)}", flush=True)
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB of memory")
    if options.paint:
        with served(options.folder) as home, chromium() as browser:
            paint(browser, home, name, "1500 ms, aim 800", 20)


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


def _timed(do: Callable[[], None]) -> tuple[float, float]:
    """How long it took, and how long the processor worked for it, in milliseconds."""
    began, worked = time.perf_counter(), time.process_time()
    do()
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000


def _told(times: list[tuple[float, float]]) -> str:
    def at(share: int, which: int) -> float:
        every = sorted(one[which] for one in times)
        return every[min(len(every) - 1, len(every) * share // 100)]

    clock = f"p50 {at(50, 0):7.1f} ms   p99 {at(99, 0):7.1f} ms"
    return f"{clock}   of the processor p50 {at(50, 1):7.1f}   p99 {at(99, 1):7.1f}"


if __name__ == "__main__":
    main()
