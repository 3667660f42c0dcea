"""What the privacy page promises, tried as its reader may try it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Request, expect

from tests.browser.blocks import block, expect_answer
from tests.browser.conftest import Edition, Visit, visiting

PAGES = {
    "calculators/overdue-cost": ("overdue-cost", "principal"),
    "calculators/repayment-schedule": ("repayment-schedule", "principal"),
    "my-case": ("my-case", "principal"),
}
TYPED = "64738"


@pytest.fixture
def visit(browser: Browser, edition: object) -> Iterator[Visit]:
    context = browser.new_context(locale="zh-CN", service_workers="block")
    yield visiting(context, edition)  # type: ignore[arg-type]
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_what_is_typed_is_in_no_request_and_leaves_no_cookie(visit: Visit, path: str) -> None:
    asked: list[Request] = []

    def hear(request: Request) -> None:
        asked.append(request)

    visit.page.context.on("request", hear)
    page = visit.open(path)
    tool, field = PAGES[path]
    section = block(page, tool)
    section.locator(f"[name={field}]").fill(TYPED)
    expect_answer(section)
    assert asked
    assert not visit.foreign
    for request in asked:
        assert request.method == "GET"
        assert TYPED not in request.url
        assert not request.post_data
    assert page.context.cookies() == []
    assert page.evaluate("document.cookie") == ""


def test_without_a_network_a_number_is_still_answered(visit: Visit) -> None:
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    expect_answer(section)
    visit.page.context.set_offline(True)
    before = section.locator("output .hq-headline").inner_text()
    section.locator("[name=principal]").fill(TYPED)
    expect_answer(section)
    expect(section.locator("output .hq-headline")).not_to_have_text(before)


def test_what_is_kept_is_kept_in_the_browser_and_goes_with_its_data(
    browser: Browser, hosted: Edition
) -> None:
    """The look of the site and the reader's numbers; then the browser's own “clear data”."""
    context = browser.new_context(locale="zh-CN", service_workers="block")
    page = visiting(context, hosted).open("my-case")
    block(page, "my-case").locator("[name=principal]").fill(TYPED)
    page.get_by_label("存在这台设备").check()
    looks = [page.get_by_role("button", name=name, exact=True) for name in ("大字", "深色")]
    for look in looks:
        look.click()
    page.reload()
    for look in looks:
        expect(look).to_have_attribute("aria-pressed", "true")
    expect(block(page, "my-case").locator("[name=principal]")).to_have_value(TYPED)
    clear = {"origin": hosted.base, "storageTypes": "all"}
    context.new_cdp_session(page).send("Storage.clearDataForOrigin", clear)
    again = visiting(context, hosted).open("my-case")
    expect(block(again, "my-case").locator("[name=principal]")).to_have_value("")
    for name in ("大字", "深色"):
        look = again.get_by_role("button", name=name, exact=True)
        expect(look).to_have_attribute("aria-pressed", "false")
    context.close()
