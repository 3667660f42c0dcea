"""Search finds Chinese words, over HTTP and from a file."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit


@pytest.mark.parametrize("word", ["罚息", "利率"])
def test_search_finds_the_word(visit: Visit, word: str) -> None:
    page = visit.open("")
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").fill(word)
    result = page.locator(".md-search-result__item a").first
    expect(result).to_be_attached(timeout=20_000)
    assert word in page.locator(".md-search-result__list").inner_text()
    result.click()
    expect(page.locator("article")).to_contain_text(word)
