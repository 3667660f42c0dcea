"""不显眼: title and icon say nothing on every page, however it is reached, until it is turned off again."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.blocks import block
from tests.browser.conftest import Visit

PLAIN = "记事"
ICON = "document.querySelector('link[rel~=icon]').href.startsWith('data:')"


def is_plain(page: Page) -> None:
    expect(page).to_have_title(PLAIN)
    assert page.evaluate(ICON)


def is_itself(page: Page, title: str) -> None:
    expect(page.locator("article h1")).to_contain_text(title)
    expect(page).to_have_title(f"{title} - 还清")
    assert not page.evaluate(ICON)


def turn(page: Page, *, on: bool) -> None:
    block(page, "my-case")
    page.get_by_label("不显眼").set_checked(on)


def test_the_name_goes_by_link_and_back_and_comes_again(phone_visit: Visit) -> None:
    """Put on, away by a link, back, off: the page has its own name, and so has the next."""
    page = phone_visit.open("my-case")
    turn(page, on=True)
    is_plain(page)
    page.evaluate("document.querySelector('a.md-logo').click()")
    expect(page.locator("[data-case-panel]")).to_have_count(0)
    is_plain(page)
    page.go_back()
    turn(page, on=False)
    is_itself(page, "我的情况")


def test_on_load_each_page_keeps_its_own_name_for_later(phone_visit: Visit) -> None:
    """Put on, another page loaded anew, from there by link to the switch; what was kept is shown as kept."""
    page = phone_visit.open("my-case")
    block(page, "my-case")
    page.get_by_label("下次打开也这样").check()
    expect(page.get_by_label("不显眼")).to_be_checked()
    phone_visit.open("")
    is_plain(page)
    page.evaluate("sessionStorage.clear()")  # another visit
    page.locator("a[href*=my-case]:visible").first.click()
    block(page, "my-case")
    expect(page.get_by_label("下次打开也这样")).to_be_checked()
    turn(page, on=False)
    expect(page.get_by_label("下次打开也这样")).not_to_be_checked()
    is_itself(page, "我的情况")
    page.reload()
    is_itself(page, "我的情况")
