"""换下一个人: of the one before, nothing is left in storage, in any tab, or behind the back button."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.blocks import block, expect_answer
from tests.browser.conftest import Edition, Visit, visiting

HELD = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
TYPED = "64738"


@pytest.fixture
def visit(phone_visit: Visit) -> Visit:
    return phone_visit


def somebody(visit: Visit) -> Page:
    """One who typed on two pages, keeps it, and has chosen how the site looks."""
    page = visit.open("calculators/overdue-cost")
    section = block(page, "overdue-cost")
    section.locator("[name=principal]").fill(TYPED)
    expect_answer(section)
    page.get_by_role("button", name="大字").click()
    page = visit.open("my-case")
    section = block(page, "my-case")
    expect(section.locator("[name=principal]")).to_have_value(TYPED)
    page.get_by_label("不显眼").check()
    page.get_by_label("下次打开也这样").check()
    page.get_by_label("存在这台设备").check()
    return page


def next_one(page: Page) -> None:
    page.get_by_role("button", name="换下一个人", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(TYPED)
    expect(dialog).to_contain_text("历史记录")
    dialog.get_by_role("button", name="清掉，换下一个人").click()


def nothing_left(page: Page) -> None:
    expect(page.locator(".hq-doors")).to_be_visible()
    expect(page.locator("[data-told]")).to_contain_text("都清掉了")
    assert page.evaluate(HELD) == ["huanqing.visitor"]  # a number by chance, of the one who comes
    assert page.title() != "记事"
    assert "large" not in page.evaluate("({...document.documentElement.dataset})")


def test_nothing_of_the_one_before_is_left(visit: Visit) -> None:
    page = somebody(visit)
    before = page.evaluate("sessionStorage.getItem('huanqing.visitor')")
    next_one(page)
    nothing_left(page)
    assert page.evaluate("sessionStorage.getItem('huanqing.visitor')") != before
    page.go_back()
    section = block(page, "overdue-cost")
    assert TYPED not in section.locator("[name=principal]").input_value()
    assert TYPED not in page.inner_text("body")


def test_it_is_asked_once_and_can_be_left(visit: Visit) -> None:
    page = somebody(visit)
    page.get_by_role("button", name="换下一个人", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="不换").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("[name=principal]")).to_have_value(TYPED)


def test_every_other_tab_starts_anew(visit: Visit) -> None:
    other = visit.page.context.new_page()
    other.goto(visit.edition.url("calculators/rate-convert"))
    section = block(other, "rate-convert")
    section.locator("input[type=text]").first.fill("7")
    expect_answer(section)
    next_one(somebody(visit))
    nothing_left(other)


def test_a_page_from_the_back_buttons_memory_is_loaded_anew(visit: Visit) -> None:
    """Kept in memory with what was typed in it; engines/ goes back for real."""
    page = somebody(visit)
    page.evaluate("sessionStorage.setItem('huanqing.visitor', 'another')")
    with page.expect_navigation():
        page.evaluate(
            "setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})))"
        )


def test_an_answer_under_way_brings_nothing_back(visit: Visit) -> None:
    page = somebody(visit)
    page.locator("[name=principal]").fill(f"{TYPED}.11")
    next_one(page)
    nothing_left(page)


def test_it_stands_on_the_helpers_page_too(visit: Visit) -> None:
    somebody(visit)
    page = visit.open("people/helping")
    next_one(page)
    nothing_left(page)


def test_it_stands_beside_what_is_filled_in_for_the_one_before(visit: Visit) -> None:
    """Whatever opens with the numbers of the one before offers at once to begin anew."""
    somebody(visit)
    page = visit.open("calculators/overdue-cost")
    note = page.locator(".hq-note", has_text="已填好你在别处说过的").first
    note.get_by_role("button", name="不是我，换下一个人").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(TYPED)
    dialog.get_by_role("button", name="清掉，换下一个人").click()
    nothing_left(page)


def test_erasing_takes_the_sites_own_files_and_leaves_anothers(
    browser: Browser, hosted: Edition
) -> None:
    """On an address that several sites share, what another has put away is not ours."""
    context = browser.new_context(locale="zh-CN")
    page = visiting(context, hosted).open("my-case")
    block(page, "my-case")
    page.evaluate(
        "async () => { await caches.open('another'); await caches.open('huanqing-python') }"
    )
    page.evaluate("async () => { await navigator.serviceWorker.ready }")
    page.get_by_role("button", name="全部清掉").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("连这个网站存在设备上的网页一起删").check()
    dialog.get_by_role("button", name="清掉", exact=True).click()
    expect(page.locator("[data-case-panel] .hq-status")).to_contain_text("都清掉了")
    assert page.evaluate("caches.keys()") == ["another"]
    # The worker serves this tab until it is left: what is read next is not put away by it.
    page.goto(hosted.url("stages/lawsuit"))
    expect(page.locator("html.js")).to_be_attached()
    assert page.evaluate("caches.keys()") == ["another"]
    assert (
        page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    )
    context.close()


def test_what_is_erased_before_it_is_put_away_is_not_put_away_later(
    browser: Browser, hosted: Edition
) -> None:
    """The page waits until it is at rest; who erases before that has erased."""
    context = browser.new_context(locale="zh-CN")
    page = visiting(context, hosted).open("my-case")
    page.get_by_role("button", name="全部清掉").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("连这个网站存在设备上的网页一起删").check()
    dialog.get_by_role("button", name="清掉", exact=True).click()
    expect(page.locator("[data-case-panel] .hq-status")).to_contain_text("都清掉了")
    block(page, "my-case")
    page.wait_for_timeout(6000)  # longer than it waits
    assert page.evaluate("caches.keys()") == []
    assert (
        page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    )
    context.close()
