"""Every calculator from the first touch to the new result, by finger and by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from calculators.registry import letters, tools
from tests.browser.blocks import (
    PATIENCE_MS,
    answer,
    block,
    expect_answer,
    in_the_worker,
    mark,
    wait_fresh,
)
from tests.browser.conftest import Edition, Visit, visiting

PAGES = (*tools(), *letters())
SIZES = {"phone": (360, 740), "tablet": (768, 1024), "desk": (1440, 900)}


@cache
def pages(site: Path) -> dict[str, str]:
    """The page of each calculator and letter, found by the block it holds."""
    found = {}
    for id in PAGES:
        slug = id.removeprefix("letter-")
        folder = "letters" if id.startswith("letter-") else "calculators"
        path = slug if slug.startswith("my-") else f"{folder}/{slug}"
        if (site / path / "index.html").exists():
            found[id] = path
    return found


def number_field(section: Locator) -> Locator:
    """A field in the open that takes a number, or else any that takes words."""
    for kind in ("input[inputmode]", "input[data-words]", "input[type=date]"):
        found = section.locator(f"form > div > span > {kind}:visible")
        if found.count():
            return found.first
    return section.locator("form select").first


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.fixture(scope="module")
def touched(browser: Browser, hosted: Edition) -> Iterator[Visit]:
    """One reader with a touch screen and a keyboard who opens one calculator after the other."""
    context = browser.new_context(has_touch=True, locale="zh-CN", service_workers="block")
    yield visiting(context, hosted)
    context.close()


def test_there_is_a_page_for_each_calculator(site: Path) -> None:
    assert len(pages(site)) > 20
    assert {*pages(site)} <= {*PAGES}


@pytest.mark.parametrize("id", PAGES)
def test_every_calculator_by_keyboard_alone_and_by_touch(
    touched: Visit, site: Path, id: str
) -> None:
    """Python starts once: by keys at a desk, then by finger while the screen turns from phone to desk."""
    if id not in pages(site):
        pytest.skip("it stands inside other pages only")
    path = pages(site)[id]
    page = touched.page
    page.set_viewport_size({"width": 1440, "height": 900})
    section = block(touched.open(path), id)
    mark(section)
    tab_into(page, section)
    press(page)
    settled(section)
    for number, (width, height) in enumerate(SIZES.values()):
        page.set_viewport_size({"width": width, "height": height})
        mark(section)
        change(number_field(section), number)
        settled(section)
        assert fits(page), (path, width)
    assert not touched.foreign
    assert not touched.complaints


def settled(section: Locator) -> None:
    """The answer has been drawn anew, and is the package's."""
    if answer(section)["ok"]:
        wait_fresh(section)
    expect_answer(section)


def change(field: Locator, number: int) -> None:
    field.tap()
    kind = field.evaluate("f => f.tagName === 'SELECT' ? 'choice' : f.type + (f.inputMode || '')")
    if kind == "choice":
        field.select_option(index=number + 1)
    elif kind == "date":
        field.fill(f"2026-12-2{number}")
    else:
        field.fill(str(36 + number) if kind in ("textnumeric", "textdecimal") else f"某{number}")


def press(page: Page) -> None:
    """Change what has the focus by keys."""
    if page.evaluate("document.activeElement.tagName") == "SELECT":
        page.keyboard.press("ArrowDown")
    elif page.evaluate("document.activeElement.type") == "date":
        for key in ("ArrowUp", "ArrowRight", "ArrowUp", "ArrowRight", "ArrowUp"):
            page.keyboard.press(key)
    elif page.evaluate("document.activeElement.type") in ("checkbox", "range"):
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Space")
    else:
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type("6")


def tab_into(page: Page, section: Locator) -> None:
    """From the page's heading, Tab until a control of the form has the focus."""
    page.locator("article h1").evaluate("h => { h.tabIndex = -1; h.focus() }")
    inside = (
        "s => document.activeElement.matches('input, select') && s.contains(document.activeElement)"
    )
    for _ in range(60):
        page.keyboard.press("Tab")
        if section.evaluate(inside):
            return
    raise AssertionError("the form cannot be reached by Tab")


def test_lines_come_and_go_and_the_focus_is_never_lost(visit: Visit) -> None:
    page = visit.open("calculators/safe-monthly")
    section = block(page, "safe-monthly")
    group = section.locator("[data-rows=income]")
    before = group.locator("[data-row]").count()
    group.locator("[data-add-row]").press("Enter")
    expect(group.locator("[data-row]")).to_have_count(before + 1)
    expect(page.locator("[data-announcer]")).to_have_text(f"加了第 {before + 1} 笔收入。")
    page.keyboard.type("兼职")
    name = section.locator(f"[name='income.{before}.name']")
    expect(name).to_be_focused()
    section.locator(f"[name='income.{before}.amount']").fill("1000")
    expect_answer(section)
    group.locator("[data-remove-row]").last.press("Enter")
    expect(group.locator("[data-row]")).to_have_count(before)
    expect(page.locator("[data-announcer]")).to_contain_text("删掉了第")
    assert page.evaluate("document.activeElement !== document.body")
    expect_answer(section)


def test_a_full_list_says_how_many_lines_it_takes(visit: Visit) -> None:
    section = block(visit.open("calculators/offer-compare"), "offer-compare")
    group = section.locator("[data-rows=offers]")
    most = int(group.get_attribute("data-most") or 0)
    add = group.locator("[data-add-row]")
    for _ in range(most - group.locator("[data-row]").count()):
        add.click()
    expect(add).to_be_disabled()
    expect(add).to_have_text(f"最多 {most} 个方案，满了")
    group.locator("[data-remove-row]").last.click()
    expect(add).to_have_text("加一个方案")


def test_a_slider_moves_the_exact_field_and_the_result(visit: Visit) -> None:
    page = visit.open("calculators/overdue-cost")
    section = block(page, "overdue-cost")
    field = section.locator("[name=days_overdue]")
    slider = section.locator(f"#{field.get_attribute('id')}-slider")
    before = int(field.input_value())
    slider.press("ArrowRight")
    assert int(field.input_value()) == before + 1
    expect_answer(section)
    field.fill("50")
    assert slider.input_value() == "50"
    expect_answer(section)


def test_the_answer_is_for_the_day_that_is_chosen(visit: Visit) -> None:
    page = visit.open("calculators/overdue-cost")
    section = block(page, "overdue-cost")
    section.locator("[id$='-on']").fill("2020-03-01")
    assert section.get_attribute("data-on") == "2020-03-01"
    said = expect_answer(section)
    expect(section.locator("[data-figure=total_due]")).to_have_attribute(
        "value", said["result"]["figures"]["total_due"]["value"], timeout=PATIENCE_MS
    )


def test_the_day_is_the_devices_but_a_story_keeps_its_own(
    browser: Browser, hosted: Edition
) -> None:
    context = browser.new_context(locale="zh-CN", service_workers="block")
    visit = visiting(context, hosted)
    visit.page.clock.install(time="2027-03-05T10:00:00")
    page = visit.open("calculators/overdue-cost")
    assert block(page, "overdue-cost").get_attribute("data-on") == "2027-03-05"
    page = visit.open("cases/payment-order")
    assert page.locator("[data-story]").first.get_attribute("data-on") == "2026-11-23"
    context.close()


# A machine that is busy for three seconds with what a quick one does in half a second.
TOILING = """const send = self.postMessage
self.postMessage = message => {
  const end = performance.now() + ("answered" in message ? 3000 : 0)
  while (performance.now() < end);
  send.call(self, message)
}"""


def test_long_work_shows_that_it_goes_on_and_can_be_stopped(
    browser: Browser, hosted: Edition
) -> None:
    context = browser.new_context(locale="zh-CN", service_workers="block")
    in_the_worker(context, TOILING)
    visit = visiting(context, hosted)
    page = visit.open("calculators/income-shock")
    section = block(page, "income-shock")
    section.locator("[name=plan_payment]").fill("1300")
    expect_answer(section)
    section.locator("details", has=page.locator("[name=paths]")).evaluate("d => d.open = true")
    before = section.locator("output").inner_text()
    section.locator("[name=paths]").fill("20000")
    stop = section.locator("[data-stop]")
    expect(stop).to_be_visible(timeout=PATIENCE_MS)
    stop.click()
    expect(section.locator(".hq-status")).to_contain_text("停下了")
    expect(stop).to_be_hidden()
    assert section.locator("output").inner_text() == before
    section.locator("[name=paths]").fill("100")
    expect_answer(section)
    context.close()
