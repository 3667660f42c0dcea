"""From page to page without ending the first: what was typed, Python, and where one was reading."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.blocks import block, expect_answer
from tests.browser.conftest import Edition, Visit, visiting

CALCULATOR = "calculators/overdue-cost"
STAGE = "stages/day-1-3"
# Where the element's upper edge is, from the lower edge of the header.
BELOW_HEADER = """element => element.getBoundingClientRect().top
  - document.querySelector('.md-header').getBoundingClientRect().bottom"""


@pytest.fixture
def visit(browser: Browser, hosted: Edition) -> Iterator[Visit]:
    """Without a service worker, which would know pages that the network does not give."""
    context = browser.new_context(locale="zh-CN", service_workers="block")
    found = visiting(context, hosted)
    yield found
    assert not found.foreign
    context.close()


def opened(visit: Visit, path: str) -> Page:
    """A page with a mark on its window, which only this page has."""
    page = visit.open(path)
    page.evaluate("window.still = true")
    return page


def is_still(page: Page) -> bool:
    return bool(page.evaluate("window.still === true"))


def expect_scrolled(page: Page, y: int) -> None:
    """Playwright's own waiting for a value would need `unsafe-eval`, which our policy forbids."""
    for _ in range(100):
        if page.evaluate("scrollY") == y:
            return
        page.wait_for_timeout(50)
    raise AssertionError(page.evaluate("scrollY"))


def link(page: Page, path: str) -> Locator:
    """A link to this page that a reader sees."""
    return page.locator(f"article a[href$='{path}/']:visible").first


def test_what_was_typed_and_python_go_along(visit: Visit) -> None:
    page = opened(visit, CALCULATOR)
    section = block(page, "overdue-cost")
    section.locator("[name=principal]").fill("23456")
    expect_answer(section)
    link(page, "safe-monthly").click()
    page.wait_for_url("**/safe-monthly/")
    expect_answer(block(page, "safe-monthly"))
    page.go_back()
    page.wait_for_url(f"**/{CALCULATOR}/")
    expect(block(page, "overdue-cost").locator("[name=principal]")).to_have_value("23456")
    assert is_still(page)
    assert len([url for url in visit.requests if url.endswith(".wasm")]) == 1
    assert not visit.complaints


def test_a_new_page_begins_at_its_top_for_eyes_keys_and_screen_readers(visit: Visit) -> None:
    page = opened(visit, CALCULATOR)
    page.evaluate("scrollTo(0, 900)")
    link(page, "interest-penalty").click()
    page.wait_for_url("**/interest-penalty/")
    title = page.locator("h1")
    expect(title).to_be_focused()
    assert page.title().startswith(title.inner_text().rstrip("#").strip())
    assert page.evaluate("scrollY") == 0
    described = "document.querySelector('meta[name=description]').content"
    moved = page.evaluate(described)
    page.reload()
    assert moved == page.evaluate(described)


def test_back_leads_to_where_one_was_reading(visit: Visit) -> None:
    page = opened(visit, "rights/civil-procedure")
    page.evaluate("scrollTo(0, 4321)")
    page.wait_for_timeout(100)  # the browser tells of a scroll with its next frame
    # By script: the pointer would first move the link into view.
    page.locator(".md-tabs a").first.evaluate("link => link.click()")
    expect(page.locator("h1")).to_be_focused()
    page.go_back()
    expect_scrolled(page, 4321)
    page.go_forward()
    expect_scrolled(page, 0)
    assert is_still(page)


def test_a_place_on_another_page_is_seen_under_the_header(visit: Visit) -> None:
    page = opened(visit, CALCULATOR)
    page.locator("article a.hq-rule[href*='#']:visible").first.click()
    page.wait_for_url("**/rights/**#*")
    target = page.locator(f"[id='{page.url.split('#')[1]}']")
    expect(target).to_be_in_viewport()
    assert 0 <= target.evaluate(BELOW_HEADER) < 100
    # A place on the same page is the browser's own business, and as easy to come back from.
    page.locator(".md-sidebar--secondary a").last.evaluate("link => link.click()")
    page.wait_for_timeout(100)
    page.go_back()
    expect(target).to_be_in_viewport()
    assert is_still(page)


def test_a_place_in_a_folded_part_is_unfolded(visit: Visit) -> None:
    page = visit.open(CALCULATOR)
    place = page.locator("form details :is(input, select)[id]").last.get_attribute("id")
    page = opened(visit, STAGE)
    page.evaluate(
        """href => {
          const link = document.createElement('a')
          link.href = href
          document.querySelector('article').append(link)
          link.click()
        }""",
        f"../../{CALCULATOR}/#{place}",
    )
    page.wait_for_url(f"**/{CALCULATOR}/#*")
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()
    assert is_still(page)


def test_switches_say_what_holds_on_every_page(visit: Visit) -> None:
    page = opened(visit, STAGE)
    page.get_by_role("button", name="大字").click()
    page.get_by_role("button", name="深色").click()
    page.locator(".md-tabs a").last.click()
    page.wait_for_url("**/rights/hotlines/")
    for name in ("大字", "深色"):
        expect(page.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")
    assert is_still(page)


def test_without_a_network_nothing_is_lost(visit: Visit) -> None:
    page = opened(visit, CALCULATOR)
    section = block(page, "overdue-cost")
    section.locator("[name=principal]").fill("23456")
    expect_answer(section)
    page.context.route("**/consequences/**", lambda route: route.abort())
    link(page, "interest-penalty").click()
    expect(page.locator("[data-told]")).to_contain_text("没有网络")
    expect(section.locator("[name=principal]")).to_have_value("23456")
    assert page.url.endswith(f"{CALCULATOR}/")
    page.context.unroute("**/consequences/**")
    page.get_by_role("button", name="知道了").click()
    link(page, "interest-penalty").click()
    page.wait_for_url("**/interest-penalty/")
    page.context.route(f"**/{CALCULATOR}/", lambda route: route.abort())
    page.go_back()
    expect(page.locator("[data-told]")).to_contain_text("没有网络")
    page.wait_for_url("**/interest-penalty/")
    assert is_still(page)


@pytest.mark.parametrize("typed", [False, True])
def test_a_newer_build_starts_anew_and_what_was_typed_is_there(visit: Visit, typed: bool) -> None:
    """An old script with a new page may not fit; what was typed stays with the tab."""
    page = opened(visit, CALCULATOR)
    section = block(page, "overdue-cost")
    if typed:
        section.locator("[name=principal]").fill("23456")
        expect_answer(section)
    page.context.route(
        "**/interest-penalty/",
        lambda route: route.fulfill(
            response=(found := route.fetch()), body=found.text().replace("/page.", "/page.newer.")
        ),
    )
    link(page, "interest-penalty").click()
    page.wait_for_url("**/interest-penalty/")
    expect(page.locator("h1")).to_contain_text("利息")
    assert not is_still(page)
    if typed:
        page.go_back()
        expect(block(page, "overdue-cost").locator("[name=principal]")).to_have_value("23456")


def test_only_the_last_link_pressed_counts(visit: Visit) -> None:
    page = opened(visit, STAGE)
    held = list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("**/rights/hotlines/", hold)
    page.locator(".md-tabs a").last.click()
    expect(page.locator("html")).to_have_attribute("data-going", "")
    page.locator(".md-tabs a").first.click()
    expect(page.locator(".hq-doors")).to_be_visible()
    expect(page.locator("html")).not_to_have_attribute("data-going", "")
    for route in held:
        route.abort()
    assert page.url == visit.edition.url("")
    assert is_still(page)


def test_what_is_to_open_beside_the_page_does(visit: Visit) -> None:
    page = opened(visit, CALCULATOR)
    with page.context.expect_page() as beside:
        link(page, "interest-penalty").click(modifiers=["Control"])
    expect(beside.value.locator("h1")).to_contain_text("利息")
    assert page.url.endswith(f"{CALCULATOR}/")


def test_nothing_becomes_markup_beside_the_one_door(visit: Visit) -> None:
    """Where the browser knows Trusted Types: a text put into the page as markup is refused."""
    page = visit.open(CALCULATOR)
    tried = """() => {
      try { document.createElement('p').innerHTML = '<b>' } catch (problem) { return problem.name }
      return 'passed'
    }"""
    assert page.evaluate(tried) == "TypeError"
    asked = "address => { try { document.createElement('script').src = address } catch { return 'refused' } }"
    assert page.evaluate(asked, "/assets/anything.js") == "refused"


def test_the_page_s_own_name_is_seen_in_the_list_beside_it(visit: Visit) -> None:
    """And a list that is short enough does not move."""
    visit.page.set_viewport_size({"width": 1440, "height": 500})
    scrolled = "document.querySelector('.md-sidebar--primary .md-sidebar__scrollwrap').scrollTop"
    page = opened(visit, "stages/paid-off")
    expect(page.locator(".md-sidebar--primary a.md-nav__link--active").last).to_be_in_viewport()
    assert page.evaluate(scrolled) > 0
    page.locator(".md-tabs a").first.evaluate("link => link.click()")
    expect(page.locator(".hq-doors")).to_be_visible()
    assert page.evaluate(scrolled) == 0
