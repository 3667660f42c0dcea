"""Search finds Chinese words, over HTTP and from a file."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit


@pytest.mark.parametrize("word", ["罚息", "利率"])
def test_search_finds_the_word(visit: Visit, word: str) -> None:
    page = visit.open("")
    page.locator("input.md-search__input").click()
    page.keyboard.type(word)
    found = page.locator(".md-search-result__link:visible", has_text=word).first
    found.click(timeout=20_000)
    expect(page.locator("article")).to_contain_text(word)
