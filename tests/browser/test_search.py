"""The search box: with keys and fingers, over HTTP and from a file, and nothing leaves the device."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit


def ask(page: Page, question: str) -> None:
    """Open the box and type, as a reader would."""
    page.get_by_role("button", name="搜索").click()
    page.keyboard.insert_text(question)


@pytest.mark.parametrize("word", ["罚息", "利率", "四倍LPR"])
def test_search_finds_the_word(visit: Visit, word: str) -> None:
    page = visit.open("")
    ask(page, word)
    found = page.locator(".hq-search li").first
    expect(found.locator("mark").first).to_be_visible(timeout=20_000)
    assert word in found.inner_text().replace(" ", "")
    title = found.locator("strong").inner_text()
    found.get_by_role("link").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("article.md-content__inner > h1")).to_contain_text(title)


def test_keys_are_enough(visit: Visit) -> None:
    page = visit.open("about/privacy")
    page.keyboard.press("/")
    page.keyboard.insert_text("收到支付令")
    links = page.locator(".hq-search li a")
    expect(links.first).to_be_visible(timeout=20_000)
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("article.md-content__inner > h1")).to_contain_text("支付令")


def test_the_words_are_fetched_on_opening_and_nothing_after(visit: Visit) -> None:
    page = visit.open("stages/lawsuit")
    assert not [url for url in visit.requests if "library." in url or "search-engine." in url]
    ask(page, "传票")
    expect(page.locator(".hq-search li").first).to_be_visible(timeout=20_000)
    assert [url for url in visit.requests if "library." in url]
    asked = len(visit.requests)
    page.keyboard.insert_text("开庭")
    expect(page.locator(".hq-search mark", has_text="开庭").first).to_be_visible()
    # Python comes when the page's own calculator is near, at any time.
    later = [url for url in visit.requests[asked:] if "/assets/runtime/" not in url]
    assert not later


def test_what_is_typed_stays_text(visit: Visit) -> None:
    page = visit.open("")
    ask(page, "<img src=x onerror=alert(1)>罚息")
    expect(page.locator(".hq-search li").first).to_be_visible(timeout=20_000)
    assert page.locator(".hq-search img").count() == 0
    page.get_by_role("searchbox").fill("龘龘龘")
    expect(page.locator(".hq-search [role=status]")).to_contain_text("没有找到")
    expect(page.locator(".hq-search li")).to_have_count(6)  # what people ask most, in its place


def test_on_a_phone_the_box_fills_the_screen(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 640})
    page = visit.open("")
    opener = page.get_by_role("button", name="搜索")
    size = opener.bounding_box()
    assert size and min(size["width"], size["height"]) >= 44
    ask(page, "催收上门")
    expect(page.locator(".hq-search li").first).to_be_visible(timeout=20_000)
    box = page.get_by_role("dialog").bounding_box()
    assert box and (box["width"], box["height"]) == (360, 640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="关闭").click()
    expect(opener).to_be_focused()
