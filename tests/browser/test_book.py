"""The paper edition: chapters begin where the contents say, and nothing on paper needs a press."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page

from scripts.book import APPENDIX, Book, Chapter, chapters, figures, linked, plain
from scripts.generator.site import Site
from scripts.printing import a5, pages_in
from tests.conftest import BUILD, ROOT

DOCS, SITE = ROOT / "docs", BUILD / "site"


@pytest.fixture(scope="module")
def told() -> tuple[Chapter, ...]:
    return chapters(DOCS, SITE)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def test_the_menu_s_pages_are_its_chapters(told: tuple[Chapter, ...]) -> None:
    routes = [each.route for each in told]
    assert len(routes) == len(set(routes)) > 35
    assert "/rights/hotlines/" in routes and "/stages/payment-order/" in routes
    assert not any(route.startswith("/calculators/") for route in routes)


def test_no_chapter_holds_what_paper_cannot_do(told: tuple[Chapter, ...]) -> None:
    for each in told:
        assert not re.search(r"<(?:form|button|input|script|details|svg)\b", each.words), each.route
        assert len(re.sub(r"<[^>]+>", "", each.words)) > 300, each.route


def test_words_that_lead_to_a_chapter_bear_its_page() -> None:
    chapter = Chapter(
        "/stages/late/", "", "晚了", '看<a href="../suit/#x">起诉</a>和<a href="tel:110">110</a>。'
    )
    assert linked(chapter, {"/stages/suit/": 7}) == '看起诉<span class="to">→7</span>和110。'


def test_folds_are_open_and_marks_small() -> None:
    law = '<a class="hq-rule hq-sure" data-sure="reported" href="x">听说的</a>'
    assert plain(f"<details><summary>多</summary><p>字 {law}</p></details>") == (
        '<div><p class="folded">多</p><p>字<small>〔听说的〕</small></p></div>'
    )


def test_every_calculator_with_common_cases_is_in_the_appendix() -> None:
    found = figures(DOCS, SITE)
    assert "20,450.00" in found and found.count("<h2>") >= 18


def test_chapters_begin_where_the_contents_say(page: Page, told: tuple[Chapter, ...]) -> None:
    """The pages counted one by one are those of the whole."""
    css = (ROOT / "theme" / "paper" / "book.css").read_text("utf-8")
    book = Book(Site.read(ROOT), css, told[:4], "<p>数</p>", date(2026, 11, 25), "")
    numbers = book.begin(lambda body: pages_in(a5(page, book.page(body))))
    assert list(numbers.values()) == sorted(set(numbers.values()))
    assert pages_in(a5(page, book.whole(numbers))) == numbers[APPENDIX]
    for each in told[:4]:
        assert f"{numbers[each.route]}</p>" in book.contents(numbers)
