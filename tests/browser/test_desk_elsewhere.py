"""值班 with what other parts keep: ticks of a plan, a case kept on the device and 快速离开, the one file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.blocks import block, expect_answer
from tests.browser.conftest import Edition, Visit, visiting
from tests.browser.test_desk import HELD, ONE, PRINCIPAL, begin, desk, owes, switch
from tests.conftest import BUILD


@pytest.fixture
def visit(browser: Browser, hosted: Edition) -> Iterator[Visit]:
    context = browser.new_context(locale="zh-CN", service_workers="block")
    context.route("https://**", lambda route: route.fulfill(body="somewhere else"))
    yield (found := visiting(context, hosted))
    assert not found.complaints
    context.close()


def ticks(visit: Visit) -> Locator:
    section = block(visit.open("my-plan"), "my-plan")
    expect_answer(section)
    return section.locator("output [data-ticks] input[type=checkbox]")


def test_ticks_of_a_plan_belong_to_one_person(visit: Visit) -> None:
    begin(visit, "甲")
    before = ticks(visit)
    before.first.check()
    expect_answer(block(visit.page, "my-plan"))
    expect(before.first).to_be_checked()
    begin(visit, "乙")
    assert not ticks(visit).first.is_checked()
    switch(visit, "甲")
    assert ticks(visit).first.is_checked()


def test_leaving_in_haste_keeps_what_was_kept_and_nothing_of_it_in_the_tab(visit: Visit) -> None:
    """Kept on the device is kept on purpose; the tab forgets, and the way back shows nobody's sums."""
    page = begin(visit, "甲")
    page.get_by_label("存在这台设备").check()
    expect(page.locator("[data-desk-where]")).to_contain_text("localStorage")
    owes(visit, ONE)
    left = (
        "() => { document.querySelector('a[data-leave]').click(); return document.body.innerText }"
    )
    assert page.evaluate(left) == ""
    page.wait_for_url("https://**")
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("甲")
    desk(visit)
    assert ONE in page.evaluate(HELD)


def test_the_desk_keeps_people_apart_in_the_one_file_too(browser: Browser) -> None:
    context = browser.new_context(locale="zh-CN", offline=True)
    visit = visiting(context, Edition("one file", (BUILD / "huanqing.html").as_uri()))
    page = visit.page
    page.goto(f"{visit.edition.base}#/desk/")

    def take(name: str) -> None:
        page.evaluate("location.hash = '#/desk/'")
        page.locator("#hq-desk-name").fill(name)
        page.get_by_role("button", name="开始", exact=True).click()
        expect(page.locator("[data-desk-bar] b")).to_have_text(f"“{name}”")
        page.evaluate("location.hash = '#/calculators/overdue-cost/'")

    field = page.locator("[data-calculator=overdue-cost]").first.locator(PRINCIPAL)
    take("甲")
    field.fill(ONE)
    expect_answer(block(page, "overdue-cost"))
    take("乙")
    expect(page.locator("[data-desk-bar] b")).to_have_text("“乙”")
    expect_answer(block(page, "overdue-cost"))
    assert ONE not in field.input_value().replace(",", "")
    assert not visit.complaints and not visit.foreign
    context.close()
