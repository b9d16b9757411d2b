"""The pictures in a real browser: what a person clicks, slides and drags, and that all of it is in the address."""

import re
import threading
import time

import pytest

from dragoman.store import Dossier
from dragoman.web.reporting import write

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: run make setup").expect
pytestmark = pytest.mark.browser


def eventually(holds, seconds=30.0):
    """Waits until it holds; the pages' own policy forbids a browser to be asked with a string again and again."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it never came to hold"
        threading.Event().wait(0.05)


def address(page):
    """Where the page is now; asking the page something first lets the news of it arrive."""
    page.locator("body").count()
    return page.url


def seen(page, selector):
    """Whether it stands in the window, over everything else."""
    box = page.locator(selector).bounding_box()
    return bool(box and box["height"] > 20 and 0 <= box["y"] < page.viewport_size["height"])


def test_an_arrow_of_the_lineage_leads_to_the_words_and_back(reader, address_of, folder):
    reader.goto(address_of(folder) + "/lineage")
    reader.locator(".stemma .arrow .verb").first.click()
    shown = reader.locator(".quoted:target")
    expect(shown).to_contain_text(re.compile("based on|on the basis of"))
    eventually(lambda: seen(reader, ".quoted:target"))
    chosen = address(reader)
    shown.locator(".close").click()
    expect(shown).to_have_count(0)
    reader.goto(chosen)  # what was chosen is the address
    eventually(lambda: seen(reader, ".quoted:target"))


def test_a_day_is_asked_for_by_typing(reader, address_of, valley):
    reader.goto(address_of(valley) + "/map")
    reader.get_by_label("Whose it was, as told by").fill("2 May 1850")
    reader.get_by_label("Whose it was, as told by").press("Enter")
    eventually(lambda: "on=2+May+1850" in address(reader))
    expect(reader.locator("[role=status]")).to_contain_text("as told by 2 May 1850")
    expect(reader.locator(".leaf-map .spot", has_text="Upper Valley")).to_contain_text("no account says")


def test_a_day_is_asked_for_by_sliding(page, address_of, valley):
    page.goto(address_of(valley) + "/map")
    slider = page.get_by_label("The day, by sliding")
    claims = page.locator(".leaf-map circle.claim")
    expect(claims).to_have_count(3)
    slider.focus()
    slider.press("Home")
    expect(claims).to_have_count(2)
    eventually(lambda: "on=" in address(page))
    slider.press("End")
    expect(claims).to_have_count(3)


def test_a_mark_of_the_timeline_leads_to_its_words(reader, address_of, folder):
    reader.goto(address_of(folder) + "/timeline")
    reader.locator(".told-at .label").first.click()
    eventually(lambda: seen(reader, ".quoted:target"))
    expect(reader.locator(".quoted:target .telling").first).to_be_visible()


def test_one_looks_nearer_by_links(reader, address_of, folder):
    reader.goto(address_of(folder) + "/timeline")
    before = reader.locator(".from-to").inner_text()
    reader.get_by_role("link", name="nearer", exact=True).click()
    expect(reader.locator(".from-to")).not_to_have_text(before, use_inner_text=True)
    eventually(lambda: "from=" in address(reader))


def days(page):
    figure = page.locator(".wide[data-first]")
    return float(figure.get_attribute("data-first")), float(figure.get_attribute("data-last"))


def laid_out(page, drawing=".days"):
    """Where the drawing lies once its letters are there: they move what stands below them."""
    page.evaluate("document.fonts.ready.then(() => true)")
    return page.locator(drawing).bounding_box()


def test_one_looks_nearer_by_keys_by_the_wheel_and_goes_along_by_dragging(page, address_of, folder):
    page.goto(address_of(folder) + "/timeline")
    first, last = days(page)
    page.locator(".wide[data-first]").focus()
    page.keyboard.press("+")
    eventually(lambda: days(page)[1] - days(page)[0] < 0.6 * (last - first) and "from=" in address(page))
    expect(page.locator(".wide[data-first]")).to_be_focused()  # the next key is for the picture too
    near_first, near_last = days(page)
    page.keyboard.press("ArrowRight")
    eventually(lambda: days(page)[0] > near_first and str(days(page)[0]).endswith(".0"))
    box = laid_out(page)
    page.mouse.move(box["x"] + 400, box["y"] + 16)
    page.mouse.down()
    page.mouse.move(box["x"] + 700, box["y"] + 16, steps=4)
    page.mouse.up()
    eventually(lambda: days(page)[0] < near_first and days(page)[0].is_integer())
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    eventually(lambda: days(page)[1] - days(page)[0] < near_last - near_first)


def test_a_drag_held_still_is_not_lost_when_the_new_drawing_comes(page, address_of, folder):
    page.goto(address_of(folder) + "/timeline")
    box = laid_out(page)
    page.mouse.move(box["x"] + 700, box["y"] + 16)
    page.mouse.down()
    page.mouse.move(box["x"] + 650, box["y"] + 16, steps=3)
    half_way = days(page)[0]
    page.wait_for_timeout(600)  # the drawing was asked for after a tenth of a second, and has come by now
    page.mouse.move(box["x"] + 500, box["y"] + 16, steps=3)
    eventually(lambda: days(page)[0] > half_way + 1)
    page.mouse.up()
    eventually(lambda: days(page)[0] > half_way + 1 and days(page)[0].is_integer() and "from=" in address(page))


def test_lanes_are_chosen_and_kept_on_the_way_back(page, address_of, folder):
    page.goto(address_of(folder) + "/timeline")
    page.get_by_label("A lane for each").select_option("instrument")
    eventually(lambda: "by=instrument" in address(page))
    expect(page.locator(".days .title", has_text=re.compile("^Draft treaty$")).first).to_be_attached()
    page.go_back()
    eventually(lambda: "by=" not in address(page) and page.get_by_label("A lane for each").input_value() == "account")


def test_the_map_is_dragged_and_a_place_leads_to_what_is_told(page, address_of, valley):
    page.goto(address_of(valley) + "/map")
    box = laid_out(page, ".leaf-map")
    page.mouse.move(box["x"] + 900, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 870, box["y"] + 160, steps=3)
    page.mouse.up()
    eventually(lambda: "at=" in address(page))
    page.locator(".leaf-map .spot", has_text="Upper Valley").locator("text").click()
    expect(page.locator(".quoted:target")).to_contain_text("Freedonia claimed Upper Valley")


def test_the_report_opens_from_disk_and_asks_nobody(reader, folder, tmp_path):
    write(Dossier.open(folder), tmp_path / "report.html")
    reader.goto((tmp_path / "report.html").as_uri())
    expect(reader.locator("svg.days")).to_have_count(1)
    expect(reader.locator("svg.stemma")).to_have_count(1)
    reader.locator(".stemma .arrow .verb").first.click()
    expect(reader.locator("li:target")).to_contain_text(re.compile("based|basis"))
    assert len(reader.pdf(format="A4")) > 20_000
