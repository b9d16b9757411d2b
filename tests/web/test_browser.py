"""The pages in a real browser: what a person clicks, and what an account's words can never do.

Pictures go to DRAGOMAN_SCREENSHOTS, else to build/screenshots/.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn

from dragoman import model
from dragoman.model import Code, Finding, MarkKind, Predicate, Problem, Role, Stated, Trust, Verdict
from dragoman.pipeline import build
from dragoman.store import Dossier, read_log
from dragoman.web.app import app_of

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: run make setup")
expect = playwright.expect  # asks until it holds: what a page does after a key or a click is not there at once
pytestmark = pytest.mark.browser

START = "from dragoman.cli import main; main()"
PICTURES = Path(os.environ.get("DRAGOMAN_SCREENSHOTS") or Path(__file__).parents[2] / "build" / "screenshots")


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Serves a dossier on a free port and says its address."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def served(folder: Path, **settings: Any) -> str:
        ear = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app_of(folder, **settings), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [ear]}, daemon=True)
        thread.start()
        running.append((server, thread))
        return f"http://127.0.0.1:{ear.getsockname()[1]}"

    yield served
    for server, thread in running:
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def page(browser: Any, serve: Callable[..., str]) -> Iterator[Any]:
    """A page 1280 by 800; the test fails if it complains or asks any other machine for anything.

    It stands on `serve` so that it is closed first: a page still fetching its style sheet complains of a server gone.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    hosts: set[str | None] = set()
    context.on("request", lambda asked: hosts.add(urlsplit(asked.url).hostname))
    opened.complaints = complaints
    yield opened
    context.close()
    assert complaints == []
    assert hosts <= {"127.0.0.1", None}


def picture(page: Any, name: str, *, full: bool = False) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=full)


def lit(page: Any) -> str:
    """The words that are lit in the text."""
    return "".join(page.locator(".text .lit").all_text_contents())


def lights_up(page: Any, words: str) -> None:
    eventually(lambda: lit(page) == words, what=lambda: f"{lit(page)!r} is lit and not {words!r}")


def in_view(page: Any, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    return bool(box and box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"])


def eventually(
    holds: Callable[[], bool], seconds: float = 10, what: Callable[[], str] = lambda: "it never came to hold"
) -> None:
    """Waits until it holds; the pages' own policy forbids a browser to be asked with a string again and again."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, what()
        threading.Event().wait(0.05)


def test_the_contradiction_is_on_the_first_screen_and_leads_to_the_words(
    page: Any, serve: Callable[..., str], folder: Path
) -> None:
    page.goto(serve(folder))
    assert in_view(page, ".case")
    assert in_view(page, "#agreed h2")
    assert in_view(page, "#accounts")
    quotes = [page.locator(".case blockquote").nth(number).bounding_box() for number in (0, 1)]
    assert quotes[0]["y"] == quotes[1]["y"], "the quotes stand side by side"
    expect(page.locator(".case mark")).to_have_text(["based on", "developed on the basis of"])
    picture(page, "opening")
    page.locator(".case .side").nth(1).get_by_text("the exact words").click()
    lights_up(page, "This draft treaty was then developed on the basis of the Treaty of Moscow of 1921")
    eventually(lambda: in_view(page, ".text .lit"))


def test_words_lead_to_the_note_and_the_note_to_the_words(
    page: Any, serve: Callable[..., str], folder: Path, make: Any
) -> None:
    account = make.rows()[0].account
    page.goto(f"{serve(folder)}/account/{account.id}")
    picture(page, "account", full=True)
    page.get_by_text("undertook").click()
    expect(page.locator(".note.lit")).to_have_text(re.compile(r"^\s*proposed"))
    eventually(lambda: "#a-" in page.url)
    page.locator(".note", has_text="Alexandropol").locator(".to-words").click()
    lights_up(page, "annul the Treaty of Alexandropol")
    expect(page.locator(".note.lit")).to_have_count(1)


def test_clauses_that_share_words_take_turns(page: Any, serve: Callable[..., str], folder: Path, make: Any) -> None:
    page.goto(f"{serve(folder)}/account/{make.rows()[0].account.id}")
    words = page.locator(".ev", has_text="Chicherin opposed this").first
    words.click()
    lights_up(page, "Chicherin opposed this")
    words.click()
    lights_up(page, "Chicherin opposed this and demanded that Van be returned to Armenia")


def test_hovering_lights_both_sides_and_leaves_nothing_lit(
    page: Any, serve: Callable[..., str], folder: Path, make: Any
) -> None:
    page.goto(f"{serve(folder)}/account/{make.rows()[0].account.id}")
    page.get_by_text("undertook").hover()
    expect(page.locator(".note.lit")).to_have_count(1)
    page.locator("h1").hover()
    expect(page.locator(".lit")).to_have_count(0)


def test_notes_stand_beside_their_words_and_not_on_one_another(
    page: Any, serve: Callable[..., str], folder: Path, make: Any
) -> None:
    page.goto(f"{serve(folder)}/account/{make.rows()[0].account.id}")
    page.locator(".note").first.wait_for()

    def beside() -> bool:
        boxes = [note.bounding_box() for note in page.locator(".note").all()]
        first = page.locator(".leaves .ev").first.bounding_box()
        apart = all(one["y"] + one["height"] <= other["y"] for one, other in pairwise(boxes))
        return apart and abs(boxes[0]["y"] - first["y"]) < 20

    eventually(beside)  # notes are moved once the letters are there


def test_a_page_of_an_instrument_and_all_others_fit_a_narrow_window(
    page: Any, serve: Callable[..., str], folder: Path, make: Any
) -> None:
    home, account = serve(folder), make.rows()[0].account
    page.goto(f"{home}/thing/Treaty of Moscow")
    expect(page.get_by_role("heading", name="Lineage")).to_be_visible()
    picture(page, "instrument", full=True)
    page.set_viewport_size({"width": 400, "height": 800})
    one = make.rows()[0].assertions[0].id
    for path in (
        "/",
        f"/account/{account.id}",
        f"/assertion/{one}",
        "/compare",
        "/findings",
        "/things",
        "/search?q=treaty",
    ):
        page.goto(home + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 400, f"{path} is {width} wide"
    page.goto(home)
    picture(page, "opening-narrow", full=True)


def test_search_answers_while_typing(page: Any, serve: Callable[..., str], folder: Path) -> None:
    page.goto(f"{serve(folder)}/search")
    page.locator("#q").press_sequentially("Alexandropol")
    expect(page.locator("#hits mark")).to_have_text(["Alexandropol"])  # what the first letters found is replaced


def test_a_person_corrects_a_date_and_takes_it_back(
    page: Any, serve: Callable[..., str], own_folder: Path, make: Any
) -> None:
    one = make.rows()[0].assertions[1].id
    page.goto(f"{serve(own_folder, rebuild=make.write)}/assertion/{one}")
    page.get_by_label("Your name").fill("M. K.")
    page.get_by_label("date", exact=True).fill("25 August 1920")
    page.keyboard.press("Enter")
    expect(page.locator(".ruled")).to_contain_text("corrected by M. K.")
    picture(page, "assertion", full=True)
    expect(page.get_by_label("Your name")).to_have_value("M. K.")
    page.get_by_text("take back").click()
    page.locator(".ruled").wait_for(state="detached")
    assert len((own_folder / "judgements.jsonl").read_text(encoding="utf-8").splitlines()) == 2


WICKED = (
    "<script>window.ran=1</script>",
    '"><img src=x onerror="window.ran=2">',
    "'><svg/onload=window.ran=3>",
    "javascript:window.ran=4",
    "{{ 7*7 }}<!--",
)


@pytest.fixture
def wicked(tmp_path: Path, make: Any) -> tuple[Path, list[str]]:
    """A dossier in which everything an account can bring is hostile, and its pages."""
    text = "\n\n".join(["A title", *(f"They signed {words} and {words}left." for words in WICKED)])
    told = {
        name: Stated(words, Trust.STATED)
        for name, words in zip(("title", "publisher", "via"), WICKED[1:], strict=False)
    }
    account = make.account(
        "wicked" + WICKED[1].replace("/", ""), text, authors=(Stated(WICKED[0], Trust.STATED),), **told
    )
    said = tuple(
        make.tell(
            account,
            f"signed {words} and",
            Predicate.SIGNATURE,
            ((Role.INSTRUMENT, f"Treaty {words}"), (Role.AGENT, words)),
            marks=((MarkKind.TRIGGER, f"{words} and"),),
            voice=words,
            subtype=words,
            found_by=words,
        )
        for words in WICKED
    )
    problem = Problem(Code.ENCODING, WICKED[0], path=WICKED[1])
    found = Finding(
        id="wicked",
        rule=WICKED[2],
        verdict=Verdict.CONTRADICTED,
        topic=WICKED[0],
        field=WICKED[0],
        sentence=WICKED[1],
        assertions=tuple(one.id for one in said),
        words=WICKED,
        reasons=WICKED,
    )
    rows = (model.Testimony(account, assertions=said, problems=(problem,)),)
    folder = make.write(tmp_path / "wicked", rows, (found,))
    pages = ["/", "/findings", "/finding/wicked", "/things", "/problems", f"/account/{account.id}"]
    pages += [
        f"/account/{account.id}/sheet/0",
        f"/assertion/{said[0].id}",
        "/search?q=%3Cscript%3E",
        "/thing/%3Cscript%3E",
    ]
    return folder, [*pages, f"/thing/Treaty {WICKED[3]}"]


def test_what_an_account_says_never_runs(page: Any, serve: Callable[..., str], wicked: tuple[Path, list[str]]) -> None:
    folder, pages = wicked
    home = serve(folder)
    for path in pages:
        page.goto(home + path)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate("window.ran") is None, path
        assert page.locator("img, iframe, object, svg:not(.minimap > svg)").count() == 0, path
        assert page.locator("script:not([src])").count() == 0, path
        assert page.locator("a[href^='javascript' i]").count() == 0, path
        for complaint in list(page.complaints):  # a thing that does not exist is a 404, and the browser says so
            assert "404" in complaint, complaint
            page.complaints.remove(complaint)
    page.goto(home + pages[5])
    expect(page.locator(".leaves")).to_contain_text(WICKED[0])


def test_a_script_that_slipped_in_would_be_stopped_by_the_policy(
    page: Any, serve: Callable[..., str], folder: Path
) -> None:
    """The second wall: even in the page an inline script does not run."""
    page.goto(serve(folder))
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran=1'}))"
    )
    assert page.evaluate("window.ran") is None
    eventually(lambda: any("Content Security Policy" in one for one in told_by(page)))
    page.complaints.clear()


def told_by(page: Any) -> list[str]:
    """What the page complained of; asking it something first lets the news of it arrive."""
    page.locator("body").count()
    complaints: list[str] = page.complaints
    return complaints


def browser_work(session: Any) -> float:
    """Seconds that the page's own thread has worked."""
    told = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in told if one["name"] == "TaskDuration"))


def is_free() -> bool:
    """Whether other programs leave this machine to us: else its clock says more of them than of the page."""
    return hasattr(os, "getloadavg") and os.getloadavg()[0] <= (os.cpu_count() or 1)


# A machine that does other things besides is slow now and then: the best of three, and two frames in a hundred.
OPENED, STUTTER, FRAME = 1.0, 50.0, 17.0
FLY = """async () => {
  const height = document.documentElement.scrollHeight;
  for (let step = 1; step <= 60; step++) {
    scrollTo(0, (height * step) / 60);
    await new Promise((next) => setTimeout(next, 16));
  }
}"""
SCROLL = """from => new Promise(done => {
    window.scrollTo(0, from * document.documentElement.scrollHeight);
    const frames = [];
    let last = performance.now();
    const step = () => {
        const now = performance.now();
        frames.push(now - last);
        last = now;
        window.scrollBy(0, 120);
        if (frames.length < 200) requestAnimationFrame(step); else done(frames.slice(1));
    };
    requestAnimationFrame(step);
})"""


def test_an_account_of_200_000_words_opens_and_is_marked_where_the_reader_is(
    page: Any, serve: Callable[..., str], tmp_path: Path, make: Any
) -> None:
    paragraph = (
        "In the year {n} the delegates of both governments met once more, and after some weeks the convention "
        "number {n} was signed at the old town hall by those who had been sent there to sign whatever they could get."
    )
    text = "\n\n".join(["A long book", *(paragraph.format(n=number) for number in range(10_000, 15_400))])
    assert len(text.split()) > 200_000
    account = make.account("long", text)
    said = tuple(
        make.tell(account, f"the convention number {number} was signed", Predicate.SIGNATURE)
        for number in range(10_000, 15_400)
    )
    home = serve(make.write(tmp_path / "long", (model.Testimony(account, assertions=said),), ()))
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    times, work = [], []
    for _ in range(3):
        page.goto(home)
        started, ours, theirs = time.perf_counter(), time.process_time(), browser_work(session)
        page.goto(f"{home}/account/{account.id}", wait_until="domcontentloaded")
        page.locator(".note").first.wait_for()
        times.append(time.perf_counter() - started)
        work.append(time.process_time() - ours + browser_work(session) - theirs)
    print("200,000 words open in", *(f"{one:.2f}" for one in times), "s; of work:", *(f"{one:.2f}" for one in work))
    # Where other programs hold the processor, what counts is how much of it this page takes.
    opened = min(*times, *work)
    assert opened < OPENED
    assert page.locator(".note").count() < 500, "only what is near is marked"
    assert "number 15399 was signed" in page.locator(".leaves").text_content(), "all of the text is there at once"
    page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
    eventually(
        lambda: page.evaluate("!!document.elementFromPoint(300, 400)?.closest('.sheet.marked:not(:first-child)')")
    )
    # Three stretches where nobody has been yet, so that each sheet is marked while the reader scrolls.
    before = browser_work(session)
    runs = [sorted(page.evaluate(SCROLL, start)) for start in (0.1, 0.3, 0.7)]
    each = 1000 * (browser_work(session) - before) / sum(map(len, runs))
    for frames in runs:
        print(f"frames while scrolling, in ms: longest {frames[-1]:.0f}, the middle {frames[len(frames) // 2]:.0f}")
    print(f"of work in a frame: {each:.1f} ms")
    assert each < FRAME
    if is_free():
        assert min(frames[-len(frames) // 50] for frames in runs) < STUTTER
    page.goto(f"{home}/account/{account.id}")
    page.evaluate(FLY)
    sheets = page.locator(".sheet").count()
    assert page.locator(".sheet.marked").count() < sheets / 2, "who flies over it all has not been everywhere"
    eventually(lambda: page.evaluate("!!document.elementFromPoint(300, 400)?.closest('.sheet.marked')"))
    one = said[-3]
    page.goto(f"{home}/account/{account.id}#a-{one.id}")
    page.wait_for_url(f"**at={one.id}**")  # the page goes where the assertion's sheet is
    lights_up(page, one.quote)
    eventually(lambda: in_view(page, ".text .lit"))


# ---- judging ---------------------------------------------------------------------------------------------------------


def press(page: Any, key: str) -> int:
    """Presses a key on the review page and waits until what it decided is kept and shown; how many ms that took."""
    page.evaluate("document.documentElement.dataset.took = ''")
    page.keyboard.press(key)
    eventually(lambda: bool(page.evaluate("document.documentElement.dataset.took")))
    return int(page.evaluate("document.documentElement.dataset.took"))


def test_a_queue_is_judged_by_keys_and_each_answer_is_there_at_once(
    page: Any, serve: Callable[..., str], own_folder: Path
) -> None:
    page.goto(f"{serve(own_folder)}/review")
    expect(page.locator(".question")).to_have_text(re.compile("Which|rest on"))
    page.keyboard.press("a")
    expect(page.get_by_label("Your name")).to_be_focused()  # a name is asked first
    page.get_by_label("Your name").fill("M. K.")
    page.keyboard.press("Escape")
    first = page.locator(".queue [aria-current]").inner_text()
    took = [press(page, "a"), press(page, "r")]
    expect(page.locator(".queue .done-accept")).to_have_count(1)
    expect(page.locator(".queue .done-reject")).to_have_count(1)
    picture(page, "review", full=True)
    took += [press(page, "u"), press(page, "u")]
    expect(page.locator(".queue .done")).to_have_count(0)
    expect(page.locator(".queue [aria-current]")).to_have_text(first, use_inner_text=True)
    took += [press(page, "d"), press(page, "s")]
    print("a judgement, key to saved and shown, in ms:", *took)
    # Whether it takes 100 ms is for bench/web.py to measure: on a busy machine that bound fails for nothing.
    assert min(took) < 1000
    page.keyboard.press("k")
    page.keyboard.press("?")
    page.locator("#keys").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.wait_for_url("**/search")
    lines = (own_folder / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 6, "nothing was deleted"


def test_a_correction_by_keyboard_is_there_after_a_build(
    page: Any, serve: Callable[..., str], own_folder: Path, make: Any
) -> None:
    home = serve(own_folder)
    one = make.rows()[0].assertions[1]
    page.goto(f"{home}/review?queue=all&at={one.id}")
    page.get_by_label("Your name").fill("M. K.")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.keyboard.type("25 August 1920")
    page.keyboard.press("Enter")
    page.locator(".lately", has_text="the date: 25 August 1920").wait_for()
    make.write(own_folder)
    page.goto(f"{home}/assertion/{one.id}")
    expect(page.locator(".ruled")).to_contain_text("corrected by M. K.")
    expect(page.get_by_label("date", exact=True)).to_have_value("25 August 1920")


def test_the_review_page_works_without_javascript(browser: Any, serve: Callable[..., str], own_folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve(own_folder)}/review")
    page.get_by_label("Your name").fill("M. K.")
    page.get_by_role("button", name="reject").click()
    page.locator(".lately .ruling-reject").wait_for()
    page.locator(".lately").get_by_role("button", name="take back").click()
    page.locator(".lately .ruling-reject").wait_for(state="detached")
    page.get_by_role("button", name="two different").click()
    page.locator(".lately .ruling-different").wait_for()
    context.close()


def select(page: Any, words: str) -> None:
    """Selects words in the account, as a person does with the mouse."""
    page.evaluate(
        """words => {
            const blocks = document.querySelectorAll('.row .text > *');
            for (const block of blocks) {
                const at = block.textContent.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                let passed = 0;
                const inner = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
                for (let node = inner.nextNode(); node; node = inner.nextNode()) {
                    const end = passed + node.data.length;
                    if (at >= passed && at < end) range.setStart(node, at - passed);
                    if (at + words.length > passed && at + words.length <= end) {
                        range.setEnd(node, at + words.length - passed);
                        break;
                    }
                    passed = end;
                }
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                document.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
                return;
            }
        }""",
        words,
    )
    page.locator("#pick").wait_for()


def test_picked_words_become_an_assertion_and_fill_its_slots(
    page: Any, serve: Callable[..., str], own_folder: Path, make: Any
) -> None:
    home = serve(own_folder)
    account = make.rows()[0].account
    page.goto(f"{home}/account/{account.id}")
    select(page, "a delegate wrote")
    page.locator("#pick").get_by_label("Your name").fill("M. K.")
    page.locator("#pick select[name=predicate]").select_option("statement")
    page.get_by_role("button", name="add it").click()
    page.locator(".note.lit.is-add").wait_for()
    lights_up(page, "a delegate wrote")
    select(page, "a delegate")
    picture(page, "picking")
    page.locator("#pick select[name=put]").select_option("agent")
    page.get_by_role("button", name="put it there").click()
    page.locator(".note.lit", has_text="by a delegate").wait_for()
    page.locator(".note", has_text="draft treaty, at first conference").locator(".to-words").click()
    select(page, "Aug. 24, 1920")
    page.locator("#pick select[name=put]").select_option("when")
    page.get_by_role("button", name="put it there").click()
    page.locator("#pick .trouble", has_text="othing was changed").wait_for()
    eventually(lambda: any("422" in each for each in told_by(page)))
    assert [each for each in page.complaints if "422" not in each] == []
    page.complaints.clear()
    make.write(own_folder)
    page.goto(f"{home}/account/{account.id}")
    page.locator(".note", has_text="by a delegate").first.wait_for()


SCRIPTS = """Մոսկվայի պայմանագիրը

𐎧𐏁 1921 թվականի մարտի 16-ին Մոսկվայում ստորագրվեց պայմանագիր։ Պատվիրակությունը լքեց քաղաքը։

1921 წლის 16 მარტს მოსკოვში ხელი მოეწერა ხელშეკრულებას.

Договор был подписан в Москве 16 марта 1921 года.

وقعت المعاهدة في موسكو في ١٦ مارس ١٩٢١، ورفض الوفد المطالب.

החוזה נחתם במוסקבה ב־16 במרץ 1921.
"""


def test_words_of_every_script_are_picked_letter_by_letter(
    page: Any, serve: Callable[..., str], tmp_path: Path, make: Any
) -> None:
    account = make.account("scripts", SCRIPTS)
    said = (make.tell(account, "Договор был подписан", Predicate.SIGNATURE),)
    folder = make.write(tmp_path / "scripts", (model.Testimony(account, assertions=said),), ())
    page.goto(f"{serve(folder)}/account/{account.id}")
    page.locator("#pick [name=who]").evaluate("one => { one.value = 'Ա. Հովհաննիսյան' }")
    for words in ("ստորագրվեց պայմանագիր", "ხელი მოეწერა", "16 марта 1921 года", "ورفض الوفد", "החוזה נחתם"):
        select(page, words)
        page.locator("#pick select[name=predicate]").select_option("signature")
        page.get_by_role("button", name="add it").click()
        lights_up(page, words)
    picture(page, "scripts", full=True)
    directions = page.evaluate(
        "[...document.querySelectorAll('.row .text > *')].map(one => getComputedStyle(one).direction)"
    )
    assert directions == ["ltr", "ltr", "ltr", "ltr", "rtl", "rtl"]


def test_two_people_judge_at_once_and_both_are_kept(
    browser: Any, serve: Callable[..., str], own_folder: Path, make: Any
) -> None:
    home = serve(own_folder)
    rooms = [browser.new_context() for _ in range(2)]
    pages = [room.new_page() for room in rooms]
    ids = [one.id for one in make.rows()[0].assertions]
    for page, who in zip(pages, ("Anna", "Boris"), strict=True):
        page.goto(f"{home}/review?queue=all&at={ids[0]}")
        page.get_by_label("Your name").fill(who)
        page.keyboard.press("Escape")
    for target in ids[:4]:
        for page in pages:
            page.evaluate("document.documentElement.dataset.took = ''")
            page.goto(f"{home}/review?queue=all&at={target}")
            if page.locator('.who-am-i input[name="who"]').input_value() == "":
                page.locator('.who-am-i input[name="who"]').fill("Anna" if page is pages[0] else "Boris")
                page.keyboard.press("Escape")
        pages[0].keyboard.press("a")
        pages[1].keyboard.press("r")
        for page in pages:
            eventually(lambda page=page: bool(page.evaluate("document.documentElement.dataset.took")))
    lines = (own_folder / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 8
    pages[0].goto(f"{home}/people")
    expect(pages[0].locator("main")).to_contain_text("Both judged four assertions and agree on no")
    for room in rooms:
        room.close()


# ---- the whole way ---------------------------------------------------------------------------------------------------

EXAMPLE = Path(__file__).parents[2] / "examples" / "moscow-1920" / "accounts"


@pytest.mark.slow
def test_a_person_goes_the_whole_way_from_two_texts_to_a_report(
    page: Any, serve: Callable[..., str], tmp_path: Path
) -> None:
    """Two accounts put into a folder, built; the contradiction followed to both quotes; a date corrected by keyboard,
    built again, still there; the report written and opened from the disk."""
    folder = tmp_path / "moscow"
    shutil.copytree(EXAMPLE, folder / "accounts")
    build(folder)
    home = serve(folder, rebuild=build, quiet=0.2)
    page.goto(home)
    case = page.locator(".case", has=page.locator(".field", has_text="lineage direction")).first
    for number in (0, 1):
        quote = case.locator("blockquote .quote").nth(number).inner_text()
        case.locator(".side").nth(number).get_by_text("the exact words").click()
        eventually(lambda quote=quote: " ".join(quote.split()) in " ".join(lit(page).split()))
        page.go_back()
    page.goto(f"{home}/review")
    page.get_by_label("Your name").fill("M. K.")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.keyboard.type("17 March 1921")
    page.keyboard.press("Enter")
    page.locator(".lately", has_text="the date: 17 March 1921").wait_for()
    (judgement,) = read_log(folder).judgements
    eventually(lambda: judgement.target in Dossier.open(folder).rulings(), 60)
    page.goto(f"{home}/assertion/{judgement.target}")
    expect(page.locator(".ruled")).to_contain_text("corrected by M. K.")
    assert Dossier.open(folder).assertion(judgement.target).when.edtf == "1921-03-17"
    report = tmp_path / "report.html"
    subprocess.run(
        [sys.executable, "-c", START, "report", "-d", str(folder), "-o", str(report)], check=True, capture_output=True
    )
    assert report.stat().st_size < 3_000_000
    page.goto(report.as_uri())
    expect(page.locator("body")).to_contain_text("17 March 1921")


# ---- craft -----------------------------------------------------------------------------------------------------------

AXE = Path(__file__).parents[2] / "build" / "axe.min.js"


def addresses(make: Any) -> list[str]:
    """One of every page."""
    account, one = make.rows()[0].account, make.rows()[0].assertions[0]
    return [
        "/",
        "/compare",
        "/findings",
        "/finding/lineage-1",
        "/things",
        "/thing/Treaty of Moscow",
        "/search?q=treaty",
        "/problems",
        "/review",
        "/review?queue=names",
        "/people",
        f"/account/{account.id}?q=treaty",
        f"/account/{account.id}/add",
        f"/assertion/{one.id}",
        "/timeline",
        "/lineage",
        "/map",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_any_page(
    browser: Any, serve: Callable[..., str], folder: Path, make: Any, scheme: str
) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not here: run python hatch_build.py")
    # The policy forbids what is not ours: for the test alone it is set aside.
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 1280, "height": 900})
    page, home = context.new_page(), serve(folder)
    found = []
    for address in addresses(make):
        page.goto(home + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.add_script_tag(path=str(AXE))
        told = page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        )
        for one in told["violations"]:
            if one["impact"] in ("serious", "critical"):
                nodes = [f"{node['html'][:160]} {node['failureSummary'][:200]}" for node in one["nodes"][:4]]
                found.append(f"{address}: {one['id']}: " + " | ".join(nodes))
    context.close()
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(("width", "zoom"), [(400, 1.0), (1280, 1.25), (700, 1.25)])
def test_every_page_fits_the_window(
    browser: Any, serve: Callable[..., str], folder: Path, make: Any, width: int, zoom: float
) -> None:
    """A zoom of 125 % is a window of so many pixels less."""
    context = browser.new_context(viewport={"width": int(width / zoom), "height": 800}, device_scale_factor=zoom)
    page, home = context.new_page(), serve(folder)
    wide = {}
    for address in addresses(make):
        page.goto(home + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wide[address] = over
    context.close()
    assert wide == {}
