"""Other bytes than those that were built are refused, asked for anew, and never kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from scripts.bench.server import Server
from tests.browser.blocks import PATIENCE_MS, block, expect_answer

PAGE = "/calculators/overdue-cost/"
HTML = b"<!doctype html><title>Sign in</title>"
# What a host may answer with 200 in the place of a file.
WRONG = {"a page": HTML, "nothing": b"", "another's script": b"document.title = 'theirs'"}


def opened(context: BrowserContext, server: Server, path: str = PAGE) -> Page:
    page = context.new_page()
    page.goto(server.base + path)
    return page


@pytest.mark.parametrize("contents", WRONG.values(), ids=WRONG.keys())
def test_a_page_script_that_came_wrong_is_refused_and_asked_for_anew(
    context: BrowserContext, server: Server, contents: bytes
) -> None:
    """The browser was told to hold it for a year; the next visit has the right one."""
    server.replaced["page."] = contents
    page = opened(context, server)
    expect(page.locator("[data-figure=total_due]").first).to_be_visible()
    expect(page.locator(".hq-still").first).to_have_css("opacity", "1", timeout=10_000)
    assert page.title() != "theirs"
    server.replaced.clear()
    page.reload()
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect_answer(section)
    colour = "getComputedStyle(document.querySelector('.hq-calculator')).borderRadius"
    assert page.evaluate(colour) != "0px", "the style too"


def test_search_that_came_wrong_is_asked_for_anew(context: BrowserContext, server: Server) -> None:
    server.replaced["library."] = HTML
    page = opened(context, server)
    page.get_by_role("button", name="搜索").first.click()
    said = page.locator("dialog [role=status]")
    page.locator("dialog input").fill("支付令")
    expect(said).to_contain_text("没能打开搜索")
    server.replaced.clear()
    page.locator("dialog input").fill("收到支付令")
    expect(page.locator("dialog ol a").first).to_contain_text("支付令", timeout=PATIENCE_MS)


def test_an_image_that_came_wrong_once_is_asked_for_anew(
    context: BrowserContext, server: Server
) -> None:
    """The browser held it; the network has the right one: no plain Pyodide is needed."""
    server.replaced["python."] = HTML
    first = opened(context, server)
    section = block(first, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect_answer(section)
    server.replaced.clear()
    page = opened(context, server)
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("44")
    expect_answer(section)
    assert page.evaluate("huanqingRuntime.state") == "ready"


def test_where_nothing_comes_right_the_reader_is_told_and_it_heals(
    context: BrowserContext, server: Server
) -> None:
    for name in ("worker.", "python.", "fallback.", "pyodide"):
        server.replaced[name] = HTML
    page = opened(context, server)
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect(section.locator(".hq-status")).to_contain_text("先登录")
    expect(section.locator("[name=days_overdue]")).to_have_value("33")
    server.replaced.clear()
    section.locator("[name=days_overdue]").fill("44")
    expect_answer(section)
