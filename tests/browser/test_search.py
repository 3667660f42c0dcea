"""Search finds Chinese words, over HTTP and from a file."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit


@pytest.mark.parametrize("word", ["罚息", "利率"])
def test_search_finds_the_word(visit: Visit, word: str) -> None:
    page = visit.open("")
    page.locator("input.md-search__input").click()
    expect(page.locator(".md-search-result__meta")).to_have_text("键入以开始搜索", timeout=20_000)
    page.keyboard.insert_text(word)
    page.keyboard.press("Shift")
    found = page.locator(".md-search-result__item").first
    expect(found).to_contain_text(word, timeout=20_000)
    found.locator("a").first.click()
    expect(page.locator("article.md-content__inner")).to_contain_text(word)
