"""Whatever a link, the device's storage or its clock says, a form that works is left."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.blocks import PATIENCE_MS, block, expect_answer
from tests.browser.conftest import Edition, Visit, visiting

PAGE = "calculators/overdue-cost"
KEY = "huanqing.case"


@pytest.fixture
def visit(browser: Browser, hosted: Edition) -> Iterator[Visit]:
    context = browser.new_context(locale="zh-CN", service_workers="block")
    found = visiting(context, hosted)
    yield found
    assert not found.foreign
    assert not found.complaints
    context.close()


def works(page: Page) -> None:
    """What is typed now is answered, and stands in the field as it was typed."""
    section = block(page, "overdue-cost")
    section.locator("[name=principal]").fill("5000")
    section.locator("[name=days_overdue]").fill("3")
    assert expect_answer(section)["ok"]
    expect(section.locator("[name=principal]")).to_have_value("5000")


DAYS = ["2026-99-99", "9999-12-31", "0000-00-00", "1600-01-01", "2101-01-01", "-1", "今天", "null"]


@pytest.mark.parametrize("day", DAYS)
def test_a_link_with_a_day_that_cannot_be_leaves_the_forms_own(visit: Visit, day: str) -> None:
    page = visit.page
    page.goto(visit.edition.url(PAGE) + f"#overdue-cost?on={day}&principal=777")
    section = block(page, "overdue-cost")
    expect(section.locator("[name=principal]")).to_have_value("777")
    expect(section.locator("[data-day]")).to_have_value(re.compile(r"^20[2-9]\d-"))
    works(page)


@pytest.mark.parametrize(
    "words", ["请加微信abc123", "1 万元请转到卡号", "<b>1</b>", "NaN", "null", "[object Object]"]
)
def test_a_link_puts_no_words_into_a_field_for_numbers(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(visit.edition.url(PAGE) + f"#overdue-cost?principal={words}")
    section = block(page, "overdue-cost")
    expect(section).to_have_attribute("data-alive", "", timeout=PATIENCE_MS)
    assert words not in section.locator("[name=principal]").input_value()
    works(page)


STORED = [
    *("", "{", "null", "5", '"x"', "[]", "true", '{"a"'),
    *(json.dumps({"debts": each}) for each in ([None], ["x"], [[]], {}, None, 5, [{"name": 5}])),
    *(json.dumps({"principal": each}) for each in (None, 5, [], {}, "9" * 9000, "今天")),
    '{"__proto__": {"principal": "1"}, "constructor": "1"}',
    json.dumps({f"n{n}": "1" for n in range(3000)}),
    json.dumps({"last_payment": "9999-12-31", "due_date": "2026-99-99"}),
]


@pytest.mark.parametrize("text", STORED, ids=lambda text: text[:24])
def test_a_damaged_case_on_the_device_leaves_form_and_eraser(visit: Visit, text: str) -> None:
    visit.page.add_init_script(f"localStorage.setItem({json.dumps(KEY)}, {json.dumps(text)})")
    works(visit.open(PAGE))
    page = visit.open("my-case")
    expect(page.get_by_role("button", name="全部清掉").first).to_be_visible(timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    "now", ["1970-01-01", "2000-02-29", "2100-12-31", "2101-01-01", "2150-06-01"]
)
def test_a_clock_wrong_by_years_leaves_a_day_that_can_be_worked_with(
    visit: Visit, now: str
) -> None:
    visit.page.clock.install(time=f"{now}T10:00:00")
    page = visit.open(PAGE)
    expect(block(page, "overdue-cost").locator("[data-day]")).to_have_value(
        re.compile(r"^(20[2-9]\d|2100)-"), timeout=PATIENCE_MS
    )
    works(page)


def arrived(visit: Visit, query: str) -> Page:
    visit.page.goto(visit.edition.url(PAGE) + f"#{query}")
    return visit.page


def test_a_link_does_not_join_two_lines_to_another_number(visit: Visit) -> None:
    page = arrived(visit, "overdue-cost?principal=1%0A2&days_overdue=3%0D%0A1")
    section = block(page, "overdue-cost")
    expect(section.locator(".hq-note").first).to_be_visible()
    assert section.locator("[name=principal]").input_value() == "20000"
    assert section.locator("[name=days_overdue]").input_value() == "20"
    works(page)


def test_a_link_adds_no_lines_of_which_it_says_nothing(visit: Visit) -> None:
    page = arrived(visit, "overdue-cost?instalments.length=1e9&payments.length=99&principal=8")
    section = block(page, "overdue-cost")
    expect(section.locator("[name=principal]")).to_have_value("8")
    assert section.locator("[data-rows] [data-row]").count() == 0
    works(page)


def test_the_lines_of_a_link_that_say_nothing_are_not_asked_for(visit: Visit) -> None:
    """Line 51 of 51, and an empty line that was not begun before it was shared."""
    paid = "payments.length=51&payments.50.date=2026-11-20&payments.50.amount=5"
    page = arrived(visit, f"overdue-cost?principal=8000&days_overdue=20&on=2026-11-25&{paid}")
    section = block(page, "overdue-cost")
    expect(section.locator("[data-row]")).to_have_count(51)
    section.locator("[name=principal]").fill("9000")
    expect(section.locator("output .hq-headline")).to_contain_text("9,1")
    expect(section.locator(".hq-error:visible")).to_have_count(0)


def test_a_link_opened_over_its_own_page_is_taken_in(visit: Visit) -> None:
    page = visit.open(PAGE)
    block(page, "overdue-cost")
    page.goto(visit.edition.url(PAGE) + "#overdue-cost?principal=777")
    expect(block(page, "overdue-cost").locator("[name=principal]")).to_have_value("777")
    assert "777" not in page.url


def test_a_link_for_a_calculator_that_is_not_here_says_so(visit: Visit) -> None:
    page = arrived(visit, "no-longer-there?principal=7")
    expect(page.locator("[data-told]")).to_contain_text("不是给这一页的计算器的")
    assert "#" not in page.url
    works(page)


def test_a_tab_that_takes_nothing_more_says_so_before_a_reload_loses_it(visit: Visit) -> None:
    page = visit.open(PAGE)
    section = block(page, "overdue-cost")
    page.evaluate("""() => {
      Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError") }
    }""")
    section.locator("[name=principal]").fill("31415")
    expect(page.locator("[data-told]")).to_contain_text("刷新或关掉就没了")


def test_a_file_too_long_to_be_ours_is_not_read(visit: Visit) -> None:
    page = visit.open("my-case")
    block(page, "my-case")
    page.evaluate("() => { Blob.prototype.text = () => { throw new Error('was read') } }")
    page.locator("[data-import]").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": b" " * 7_000_000}
    )
    said = page.locator("[data-case-panel] .hq-status")
    expect(said).to_contain_text("这个文件太大了", timeout=PATIENCE_MS)
