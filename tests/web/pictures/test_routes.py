"""The pictures in a real browser: what a person clicks, slides and drags, and that all of it is in the address."""

import threading
import time

import pytest

from dragoman.store import Dossier
from dragoman.web.reporting import write

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
    assert "based on" in shown.inner_text() or "on the basis of" in shown.inner_text()
    assert seen(reader, ".quoted:target")
    address = reader.url
    shown.locator(".close").click()
    assert reader.locator(".quoted:target").count() == 0
    reader.goto(address)
    assert seen(reader, ".quoted:target"), "what was chosen is the address"


def test_a_day_is_asked_for_by_typing(reader, address_of, valley):
    reader.goto(address_of(valley) + "/map")
    reader.get_by_label("Whose it was, as told by").fill("2 May 1850")
    reader.get_by_label("Whose it was, as told by").press("Enter")
    eventually(lambda: "on=2+May+1850" in address(reader))
    assert "as told by 2 May 1850" in reader.locator("[role=status]").inner_text()
    assert "no account says" in reader.locator(".leaf-map .spot", has_text="Upper Valley").text_content()


def test_a_day_is_asked_for_by_sliding(page, address_of, valley):
    page.goto(address_of(valley) + "/map")
    slider = page.get_by_label("The day, by sliding")
    claims = page.locator(".leaf-map circle.claim")
    assert claims.count() == 3
    slider.focus()
    slider.press("Home")
    eventually(lambda: claims.count() == 2)
    assert "on=" in page.url
    slider.press("End")
    eventually(lambda: claims.count() == 3)


def test_a_mark_of_the_timeline_leads_to_its_words(reader, address_of, folder):
    reader.goto(address_of(folder) + "/timeline")
    reader.locator(".told-at .label").first.click()
    assert seen(reader, ".quoted:target")
    assert reader.locator(".quoted:target .telling").count() >= 1


def test_one_looks_nearer_by_links(reader, address_of, folder):
    reader.goto(address_of(folder) + "/timeline")
    before = reader.locator(".from-to").inner_text()
    reader.get_by_role("link", name="nearer", exact=True).click()
    reader.wait_for_load_state()
    assert reader.locator(".from-to").inner_text() != before
    assert "from=" in reader.url


def days(page):
    figure = page.locator(".wide[data-first]")
    return float(figure.get_attribute("data-first")), float(figure.get_attribute("data-last"))


def laid_out(page):
    """Where the drawing lies once its letters are there: they move what stands below them."""
    page.evaluate("document.fonts.ready.then(() => true)")
    return page.locator(".days").bounding_box()


def test_one_looks_nearer_by_keys_by_the_wheel_and_goes_along_by_dragging(page, address_of, folder):
    page.goto(address_of(folder) + "/timeline")
    first, last = days(page)
    page.locator(".wide[data-first]").focus()
    page.keyboard.press("+")
    eventually(lambda: days(page)[1] - days(page)[0] < 0.6 * (last - first) and "from=" in address(page))
    assert page.evaluate("document.activeElement.matches('.wide')"), "the next key is for the picture too"
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
    assert days(page)[0] > half_way + 1
    page.mouse.up()
    eventually(lambda: days(page)[0] > half_way + 1 and days(page)[0].is_integer() and "from=" in address(page))


def test_lanes_are_chosen_and_kept_on_the_way_back(page, address_of, folder):
    page.goto(address_of(folder) + "/timeline")
    page.get_by_label("A lane for each").select_option("instrument")
    eventually(lambda: "by=instrument" in address(page))
    assert "Draft treaty" in page.locator(".days .title").all_text_contents()
    page.go_back()
    eventually(lambda: "by=" not in address(page) and page.get_by_label("A lane for each").input_value() == "account")


def test_the_map_is_dragged_and_a_place_leads_to_what_is_told(page, address_of, valley):
    page.goto(address_of(valley) + "/map")
    box = page.locator(".leaf-map").bounding_box()
    page.mouse.move(box["x"] + 900, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 870, box["y"] + 160, steps=3)
    page.mouse.up()
    eventually(lambda: "at=" in address(page))
    page.locator(".leaf-map .spot", has_text="Upper Valley").locator("text").click()
    assert "Freedonia claimed Upper Valley" in page.locator(".quoted:target").inner_text()


def test_the_report_opens_from_disk_and_asks_nobody(reader, folder, tmp_path):
    write(Dossier.open(folder), tmp_path / "report.html")
    reader.goto((tmp_path / "report.html").as_uri())
    assert reader.locator("svg.days").count() == 1
    assert reader.locator("svg.stemma").count() == 1
    reader.locator(".stemma .arrow .verb").first.click()
    assert "based" in reader.locator("li:target").inner_text() or "basis" in reader.locator("li:target").inner_text()
    assert len(reader.pdf(format="A4")) > 20_000
