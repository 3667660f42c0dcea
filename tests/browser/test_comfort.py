"""What makes reading pleasant: the colours of the night, and a page that lies still."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect

from tests.browser.blocks import until
from tests.browser.conftest import Edition, visiting

# The first colour the page is drawn in, noted before any later script can change it.
FIRST_PAINT = """
new PerformanceObserver(() => {
  window.firstColour ??= getComputedStyle(document.body).backgroundColor
}).observe({type: 'paint', buffered: true})
"""
COLOUR = "getComputedStyle(document.body).backgroundColor"
PAPER = {"light": "rgb(251, 250, 247)", "dark": "rgb(22, 28, 27)"}


def test_at_night_nothing_flashes_white(browser: Browser, edition: Edition) -> None:
    context = browser.new_context(color_scheme="dark", locale="zh-CN", service_workers="block")
    context.add_init_script(FIRST_PAINT)
    page = visiting(context, edition).open("stages/day-1-3")
    until(page, "window.firstColour")
    assert page.evaluate("window.firstColour") == PAPER["dark"]
    context.close()


def test_colours_follow_the_device_until_the_reader_chooses(
    browser: Browser, hosted: Edition
) -> None:
    context = browser.new_context(color_scheme="light", locale="zh-CN", service_workers="block")
    page = visiting(context, hosted).open("stages/day-1-3")
    switch = page.get_by_role("button", name="深色")
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.emulate_media(color_scheme="dark")
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(COLOUR) == PAPER["dark"]
    assert page.evaluate("localStorage.length") == 0  # the device's choice is nobody's to keep
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.goto(hosted.url("cases/late-20-days"))
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(COLOUR) == PAPER["light"]
    context.close()


# A page on which no answer comes and moves what is to be touched.
TERMS = "rights/debt-transfer"


def phone(browser: Browser) -> BrowserContext:
    screen: ViewportSize = {"width": 360, "height": 740}
    return browser.new_context(
        viewport=screen, has_touch=True, locale="zh-CN", service_workers="block"
    )


def test_the_menu_closes_when_a_place_is_chosen(browser: Browser, hosted: Edition) -> None:
    context = phone(browser)
    page = visiting(context, hosted).open("stages/day-1-3")
    menu = page.locator(".md-sidebar--primary")
    page.locator(".md-header label[for=__drawer]").tap()
    expect(menu).to_be_in_viewport()
    menu.locator("label.md-nav__link[for=__toc]").tap()
    menu.locator(".md-nav--secondary a").last.tap()
    expect(menu).not_to_be_in_viewport()
    assert page.evaluate("scrollY") > 0
    context.close()


def test_a_term_is_explained_to_a_finger_and_to_keys(browser: Browser, edition: Edition) -> None:
    context = phone(browser)
    page = visiting(context, edition).open(TERMS)
    shown = "term => getComputedStyle(term, '::after').content"
    term = page.locator("article abbr").first
    meaning = term.get_attribute("title")
    assert meaning and term.evaluate(shown) == "none"
    term.tap()
    assert term.evaluate(shown) == f'"{meaning}"'
    page.keyboard.press("Escape")
    assert term.evaluate(shown) == "none"
    # A finger needs 44 px: a tap beside the letters counts, and beyond that none.
    box = term.bounding_box()
    assert box
    for reach, expected in ((21, f'"{meaning}"'), (24, "none")):
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + reach)
        assert term.evaluate(shown) == expected, reach
        page.keyboard.press("Escape")
    context.close()


def test_a_tap_on_a_link_beside_a_term_is_the_links(browser: Browser, hosted: Edition) -> None:
    context = phone(browser)
    page = visiting(context, hosted).open(TERMS)
    term = page.locator("article abbr").first
    term.evaluate(
        "term => term.after(Object.assign(document.createElement('a'), {href: '#beside', textContent: '别处'}))"
    )
    page.get_by_role("link", name="别处").tap()
    assert page.url.endswith("#beside")
    assert not term.evaluate("term => term === document.activeElement")
    context.close()


def test_the_menu_of_a_narrow_screen_answers_to_keys(browser: Browser, hosted: Edition) -> None:
    """Four times enlarged, a window at a desk is a narrow screen with a keyboard."""
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, locale="zh-CN", service_workers="block"
    )
    page = visiting(context, hosted).open("stages/day-1-3")
    menu, drawer = page.locator(".md-sidebar--primary"), page.locator("#__drawer")
    seen = "document.activeElement.checkVisibility({contentVisibilityAuto: true})"
    for _ in range(30):  # once round the top of the page: closed, the menu is passed over
        page.keyboard.press("Tab")
        assert page.evaluate(seen)
        assert not page.evaluate(
            "document.querySelector('.md-sidebar--primary').contains(document.activeElement)"
        )
    page.locator(".md-header label[for=__drawer]").focus()
    page.keyboard.press(" ")
    expect(menu).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_checked()
    page.keyboard.press("Enter")
    expect(drawer).to_be_checked()
    context.close()


def test_a_wide_table_is_scrolled_by_keyboard(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, locale="zh-CN", service_workers="block"
    )
    page = visiting(context, hosted).open("about/architecture")
    wide = page.locator(".md-typeset__scrollwrap", has_text="bare Pyodide")
    wide.focus()
    page.keyboard.press("ArrowRight")
    until(page, "box => box.scrollLeft > 0", wide.element_handle())
    context.close()


# Each page whose first screen is its point, and what must be seen there whole.
FIRST_SIGHT = {"": ".hq-doors a", "people/tonight": "a.hq-call"}


@pytest.mark.parametrize("path", FIRST_SIGHT)
def test_what_matters_most_is_seen_first(browser: Browser, edition: Edition, path: str) -> None:
    """Above the bar at the foot, on a small phone, before anything is scrolled."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, locale="zh-CN", service_workers="block"
    )
    page = visiting(context, edition).open(path)
    found = page.locator(FIRST_SIGHT[path])
    assert found.count() >= (8 if path == "" else 2)
    bar = page.locator(".hq-tools").bounding_box()
    assert bar
    for part in found.all():
        box = part.bounding_box()
        assert box and box["y"] + box["height"] <= bar["y"], part.text_content()
    context.close()
