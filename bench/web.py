"""The reading room against its targets, in Debian's Chromium without a head, on this machine, in one run.

    python bench/web.py [--accounts 1000] [--words 200000] [--rounds 20]

The example dossier is built; the large one is made of testimonies by hand (bench/make_dossier.py) with one heading for
each name, so that what is measured is the pages and not the build. Prints each figure beside what is to be reached.
"""

import argparse
import gzip
import http.client
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import replace

from dragoman import build
from dragoman.judging import judged
from dragoman.model import (
    AccountId,
    Assertion,
    Concordance,
    Evidence,
    Heading,
    Kind,
    Member,
    Passage,
    PassageRole,
    Span,
    Testimony,
    digest,
)
from dragoman.pipeline import findings_of
from dragoman.reconcile import topics_of
from dragoman.store import Draft, read_log
from make_dossier import testimonies_of
from reading_room import chromium, pages_of, served

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "moscow-1920"
FRAMES = """async () => {
  const longest = [];
  let last = performance.now(), stop = false;
  const watch = (now) => { longest.push(now - last); last = now; if (!stop) requestAnimationFrame(watch); };
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(watch); });
  const height = document.documentElement.scrollHeight;
  for (let step = 1; step <= 120; step++) {
    scrollTo(0, (height * step) / 120);
    await new Promise((next) => setTimeout(next, 16));
  }
  stop = true;
  return [Math.max(...longest), height];
}"""


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--accounts", type=int, default=1000)
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    print(f"load of the machine when begun: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as kitchen, chromium() as browser:
        moscow = Path(kitchen) / "moscow"
        shutil.copytree(EXAMPLE, moscow)
        build(moscow)
        with served(moscow) as home:
            paint(browser, home, "Moscow", "500 ms, aim 300", options.rounds)
            _scripts(browser, home, pages_of(moscow))
            _served_in(home, pages_of(moscow), "Moscow", options.rounds)
            _judgement(browser, home, options.rounds)
        large = Path(kitchen) / "large"
        said = _make_large(large, options.accounts)
        with served(large) as home:
            name = f"{options.accounts:,} accounts, {said:,} assertions"
            paint(browser, home, name, "at 10,000: 1500 ms, aim 800", options.rounds)
            _served_in(home, pages_of(large), name, options.rounds)
        long = Path(kitchen) / "long"
        account, notes = _make_long(long, options.words)
        with served(long) as home:
            _scrolled(browser, f"{home}/account/{account}", f"{options.words:,} words, {notes:,} assertions")
    return 0


# ---- measuring -------------------------------------------------------------------------------------------------------


def _told(what: str, figure: str, target: str) -> None:
    print(f"{what:74} {figure:>26}   to reach: {target}", flush=True)


@contextmanager
def _page(browser: Any) -> Iterator[tuple[Any, set[str | None], dict[str, int]]]:
    """A page of its own, the hosts it asks, and the compressed size of each script it is sent."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    hosts: set[str | None] = set()
    scripts: dict[str, int] = {}

    def heard(answer: Any) -> None:
        if answer.request.resource_type == "script":
            scripts[answer.url] = len(gzip.compress(answer.body(), 6))

    context.on("request", lambda asked: hosts.add(urlsplit(asked.url).hostname))
    context.on("response", heard)
    yield context.new_page(), hosts, scripts
    context.close()


def paint(browser: Any, home: str, name: str, target: str, rounds: int) -> None:
    """First contentful paint of the opening page, each time in a fresh profile; the first one may open the dossier."""
    taken = []
    for _ in range(max(3, rounds // 3)):
        with _page(browser) as (page, _, _):
            page.goto(home)
            page.wait_for_load_state("networkidle")
            paints = "performance.getEntriesByName('first-contentful-paint').map(one => one.startTime)"
            taken += page.evaluate(paints)
    _told(
        f"first contentful paint, opening page, {name}",
        f"{statistics.median(taken[1:]):.0f} ms (first {taken[0]:.0f})",
        target,
    )


def _served_in(home: str, pages: dict[str, str], name: str, rounds: int) -> None:
    """Server time of every page once it is warm: the 99th percentile of all requests, and the slowest page."""
    where = urlsplit(home)
    caller = http.client.HTTPConnection(where.hostname or "", where.port or 80)
    by_page: dict[str, list[float]] = {page: [] for page in pages}
    for turn in range(rounds + 1):
        for page, address in pages.items():
            began = time.perf_counter()
            caller.request("GET", address)
            answer = caller.getresponse()
            answer.read()
            if answer.status != 200:
                raise SystemExit(f"web: {address} answers {answer.status}")
            if turn:
                by_page[page].append(1000 * (time.perf_counter() - began))
    everything = sorted(one for taken in by_page.values() for one in taken)
    p99 = everything[min(len(everything) - 1, int(0.99 * len(everything)))]
    _told(
        f"server time of a page, p99, {name}",
        f"{p99:.0f} ms (median {statistics.median(everything):.0f})",
        "150 ms, aim 50",
    )
    slow = sorted(by_page, key=lambda page: -statistics.median(by_page[page]))[:6]
    print("    slowest, median: " + ", ".join(f"{page} {statistics.median(by_page[page]):.0f} ms" for page in slow))


def _scripts(browser: Any, home: str, pages: dict[str, str]) -> None:
    """JavaScript of each page, compressed, and every host that was asked."""
    sizes: dict[str, int] = {}
    asked: set[str | None] = set()
    for page_name, address in pages.items():
        with _page(browser) as (page, hosts, scripts):
            page.goto(home + address)
            page.wait_for_load_state("networkidle")
            sizes[page_name] = sum(scripts.values())
            asked |= hosts
    worst = max(sizes, key=lambda name: sizes[name])
    _told(
        "JavaScript sent, compressed, the page with most", f"{sizes[worst] / 1000:.1f} kB ({worst})", "100 kB, aim 40"
    )
    _told("hosts asked beside this machine", str(len(asked - {"127.0.0.1", None})), "0")


def _judgement(browser: Any, home: str, rounds: int) -> None:
    """From the key to the judgement kept and the next question shown, as the page itself measures it."""
    taken = []
    with _page(browser) as (page, _, _):
        page.goto(f"{home}/review")
        name = page.locator("input[name=who]:visible")
        if name.count():
            name.first.fill("Bench")
            page.locator(".question").first.focus()
        for _ in range(rounds):
            if not page.locator("[data-key=a]").count():
                break
            page.evaluate("delete document.documentElement.dataset.took")
            page.keyboard.press("a")
            page.wait_for_selector("html[data-took]", state="attached", timeout=10_000)
            taken.append(float(page.evaluate("document.documentElement.dataset.took")))
    if not taken:
        raise SystemExit("web: there was nothing to judge on /review")
    figure = f"{statistics.median(taken):.0f} ms (worst {max(taken):.0f})"
    _told(f"a judgement, key to saved and shown, {len(taken)} of them", figure, "100 ms, aim 40")


def _scrolled(browser: Any, address: str, name: str) -> None:
    """Opening a long account, and the longest frame while it is scrolled from end to end in two seconds."""
    opened, frames = [], []
    for _ in range(4):
        with _page(browser) as (page, _, _):
            began = time.perf_counter()
            page.goto(address, wait_until="load")
            opened.append(1000 * (time.perf_counter() - began))
            frames.append(page.evaluate(FRAMES)[0])
    # The first opening reads the account from the dossier.
    first, rest = opened[0], statistics.median(opened[1:])
    _told(f"opening an account, {name}", f"{rest:.0f} ms (first {first:.0f})", "1000 ms, aim 500")
    _told(f"longest frame while scrolling, {name}", f"{statistics.median(frames):.0f} ms", "50 ms, aim 17")


# ---- material --------------------------------------------------------------------------------------------------------


def _make_large(folder: Path, count: int) -> int:
    """A dossier of so many accounts; how many assertions it has."""
    rows = tuple(_with_paragraph(one) for one in testimonies_of(count))
    _write(folder, rows)
    return sum(len(one.assertions) for one in rows)


def _with_paragraph(row: Testimony) -> Testimony:
    paragraph = (Passage(Span(0, len(row.account.text)), PassageRole.PARAGRAPH),)
    return replace(row, account=replace(row.account, passages=paragraph), passages=paragraph)


def _make_long(folder: Path, words: int) -> tuple[str, int]:
    """A dossier of one account of so many words, and one short one beside it; the id of the long, its assertions."""
    text, said, paragraphs = "", [], []
    count = 0
    for row in testimonies_of(words // 100):
        start, account = len(text), AccountId("long")
        text += row.account.text.strip() + "\n\n"
        count += len(row.account.text.split())
        paragraphs.append(Passage(Span(start, len(text) - 2), PassageRole.PARAGRAPH))
        said += [_moved(one, account, start) for one in row.assertions]
        if count >= words:
            break
    passages = tuple(paragraphs)
    account = replace(row.account, id=AccountId("long"), name="long", text=text, passages=passages)
    short = _with_paragraph(next(testimonies_of(1, seed=2)))
    _write(folder, (Testimony(account, passages=passages, assertions=tuple(said)), short), weighed=False)
    return "long", len(said)


def _moved(one: Assertion, account: AccountId, start: int) -> Assertion:
    evidence = tuple(
        Evidence(account, Span(each.span.start + start, each.span.end + start), each.quote) for each in one.evidence
    )
    parts = tuple(replace(part, span=None) for part in one.participants)
    return replace(one, id=digest(one.id, str(start)), account=account, evidence=evidence, participants=parts, marks=())


def _write(folder: Path, rows: tuple[Testimony, ...], *, weighed: bool = True) -> None:
    """The dossier of these; where it is not weighed it has headings and no findings."""
    folder.mkdir()
    concordance = Concordance(tuple(_headings(rows)))
    heard = judged(rows, read_log(folder).judgements)
    topics = topics_of(heard.standing, concordance) if weighed else ()
    with Draft(folder) as draft:
        for row in rows:
            draft.add(row, "bench")
        draft.conclude(heard, concordance, topics, [found for topic in topics for found in findings_of(topic)])
        draft.swap()


def _headings(rows: tuple[Testimony, ...]) -> Iterator[Heading]:
    """One heading for each name, whoever uses it; an event for each act upon one instrument."""
    members: dict[tuple[Kind, str], set[Member]] = {}
    for row in rows:
        for one in row.assertions:
            for part in one.participants:
                key = part.kind or Kind.PLACE, part.name
                members.setdefault(key, set()).add(Member(row.account.id, part.name))
                if part.kind is Kind.INSTRUMENT:
                    event = Kind.EVENT, f"{one.predicate}: {part.name}"
                    members.setdefault(event, set()).add(Member(row.account.id, one.id))
    for (kind, label), held in members.items():
        yield Heading(digest(kind, label), kind, label, tuple(sorted(held)))


if __name__ == "__main__":
    raise SystemExit(main())
