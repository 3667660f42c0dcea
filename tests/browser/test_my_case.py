"""我的情况: said once, used everywhere, kept only when chosen, gone when erased."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.blocks import PATIENCE_MS, block, expect_answer, unfolded
from tests.browser.conftest import Edition, Visit, visiting

MARKUP = "<img src=x onerror=\"document.title='broken'\">"
PHONE = {"width": 360, "height": 740}


@pytest.fixture(params=[360, 1440])
def visit(request: pytest.FixtureRequest, browser: Browser, hosted: Edition) -> Iterator[Visit]:
    """On a phone and on a desk, with a clipboard that can be read back."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 800},
        locale="zh-CN",
        permissions=["clipboard-read", "clipboard-write"],
        service_workers="block",
    )
    found = visiting(context, hosted)
    yield found
    assert not found.foreign
    assert not found.complaints
    context.close()


def go(page: Page, path: str) -> None:
    """Go on within the visit, as a press on a link of the page does."""
    page.evaluate(
        """path => {
          const logo = document.querySelector('a.md-logo').href
          const link = document.createElement('a')
          link.href = logo.replace(/#.*/, '') + path + '/'
          document.querySelector('article').append(link)
          link.click()
        }""",
        path,
    )
    page.wait_for_url(f"**/{path}/")


def own(page: Page) -> Locator:
    return block(page, "my-case")


def say_it(page: Page) -> Locator:
    """Something of every kind: a sum, a name, a line of a list."""
    section = own(page)
    section.evaluate("s => s.querySelectorAll('details').forEach(d => d.open = true)")
    section.locator("[name=principal]").fill("12345.67")
    section.locator("[name=days_overdue]").fill("31")
    section.locator("[name=lender]").fill(MARKUP)
    rows = section.locator("[data-rows=income]")
    rows.locator("[data-add-row]").click()
    rows.locator("[name='income.0.name']").fill("送外卖")
    rows.locator("[name='income.0.amount']").fill("4321")
    rows.locator("[name='income.0.steady']").select_option("irregular")
    expect_answer(section)
    return section


def stored(page: Page) -> str | None:
    return cast("str | None", page.evaluate("localStorage.getItem('huanqing.case')"))


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).first.click()


def erase(page: Page) -> None:
    press(page, "全部清掉")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("浏览器的历史记录、存下的文件、发出去的链接，这里清不了。")
    dialog.get_by_role("button", name="清掉", exact=True).click()
    said = page.locator("[data-case-panel] .hq-status")
    expect(said).to_contain_text("浏览器的历史记录、发出去的链接和文件，要你自己删。")


def test_what_is_said_once_fills_calculators_and_letters(visit: Visit) -> None:
    page = visit.open("my-case")
    page.evaluate("window.still = true")
    say_it(page)
    go(page, "calculators/overdue-cost")
    section = block(page, "overdue-cost")
    expect(section.locator("[name=principal]")).to_have_value("12345.67")
    expect(section.locator("[name=days_overdue]")).to_have_value("31")
    expect(section.locator(".hq-note")).to_contain_text("欠的本金")
    said = expect_answer(section)
    press(page, "和我的一样")  # its rate is still the example's
    go(page, "letters/waive-above-24")
    letter = block(page, "letter-waive-above-24")
    total = said["result"]["figures"]["total_due"]["value"]
    expect(letter.locator("[name=own_total]")).to_have_value(total)
    expect(letter.locator("[name=lender]")).to_have_value(MARKUP)
    expect(letter.locator("output")).to_contain_text(MARKUP, timeout=PATIENCE_MS)
    go(page, "calculators/safe-monthly")
    month = block(page, "safe-monthly")
    expect(month.locator("[name='income.0.amount']")).to_have_value("4321")
    expect(month.locator("[name='income.0.steady']")).to_have_value("irregular")
    expect(month.locator("[data-rows=income] [data-row]")).to_have_count(1)
    assert page.evaluate("window.still"), "the page was loaded anew"
    assert page.title() != "broken"


def test_a_letter_shows_part_of_a_list_and_loses_none(visit: Visit) -> None:
    """Of all expenses a letter asks for the essential ones; the others stay as they were."""
    page = visit.open("calculators/safe-monthly")
    month = block(page, "safe-monthly")
    unfolded(month).locator("[name='outgoings.0.amount']").fill("1850")
    expect_answer(month)
    kinds = month.locator("[data-rows=outgoings] select")
    essential = sum(kinds.nth(i).input_value() == "essential" for i in range(kinds.count()))
    go(page, "letters/financial-statement")
    letter = block(page, "letter-financial-statement")
    rows = letter.locator("[data-rows=outgoings] [data-row]")
    expect(rows).to_have_count(essential)
    unfolded(letter).locator("[name='outgoings.0.amount']").fill("1900")
    expect_answer(letter)
    go(page, "calculators/safe-monthly")
    month = block(page, "safe-monthly")
    expect(month.locator("[data-rows=outgoings] [data-row]")).to_have_count(kinds.count())
    expect(month.locator("[name='outgoings.0.amount']")).to_have_value("1900")


def test_nothing_is_kept_unless_chosen_and_erasing_leaves_nothing(visit: Visit) -> None:
    page = visit.open("my-case")
    say_it(page)
    assert stored(page) is None
    page.reload()
    expect(own(page).locator("[name=principal]")).to_have_value("12345.67")
    other = page.context.new_page()
    other.goto(page.url)
    expect(own(other).locator("[name=principal]")).to_have_value("")
    other.close()
    page.get_by_label("存在这台设备").check()
    assert "12345.67" in (stored(page) or "")
    page.reload()
    section = own(page)
    expect(section.locator("[name=principal]")).to_have_value("12345.67")
    expect_answer(section)
    erase(page)
    expect(section.locator("[name=principal]")).to_have_value("")
    expect(section.locator("[data-rows=income] [data-row]")).to_have_count(0)
    expect_answer(section)
    assert page.evaluate("[localStorage.length, sessionStorage.length, location.hash]")[2] == ""
    everything = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "12345" not in everything
    assert "送外卖" not in everything
    go(page, "calculators/overdue-cost")
    expect(block(page, "overdue-cost").locator("[name=principal]")).not_to_have_value("12345.67")


def test_another_tab_that_erases_erases_here_too(visit: Visit) -> None:
    page = visit.open("my-case")
    say_it(page)
    page.get_by_label("存在这台设备").check()
    other = page.context.new_page()
    other.goto(page.url)
    expect(own(other).locator("[name=principal]")).to_have_value("12345.67")
    erase(other)
    expect(own(page).locator("[name=principal]")).to_have_value("")


def file_of(page: Page) -> Any:
    with page.expect_download() as download:
        press(page, "导出成文件")
    assert download.value.suggested_filename == "我的情况.json"
    return json.loads(Path(download.value.path()).read_text("utf-8"))


def bring(page: Page, content: str) -> None:
    page.locator("[data-import]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": content.encode()}
    )


def test_a_file_goes_out_and_comes_back(visit: Visit) -> None:
    page = visit.open("my-case")
    say_it(page)
    exported = file_of(page)
    assert exported["app"] == "huanqing"
    erase(page)
    expect(own(page).locator("[name=principal]")).to_have_value("")
    bring(page, json.dumps(exported))
    status = page.locator("[data-case-panel] .hq-status")
    expect(status).to_contain_text("导入好了", timeout=PATIENCE_MS)
    section = own(page)
    expect(section.locator("[name=principal]")).to_have_value("12345.67")
    expect(section.locator("[name='income.0.name']")).to_have_value("送外卖")
    expect_answer(section)
    assert file_of(page) == exported
    press(page, "复制成文字")
    expect(status).to_contain_text("复制好了")
    assert json.loads(page.evaluate("navigator.clipboard.readText()")) == exported


def test_a_file_of_the_first_version_still_opens(visit: Visit) -> None:
    page = visit.open("my-case")
    own(page)
    bring(page, json.dumps({"app": "huanqing", "version": 1, "inputs": {"principal": "777"}}))
    expect(own(page).locator("[name=principal]")).to_have_value("777", timeout=PATIENCE_MS)


# As this version writes them; every later one opens them.
FILE_OF_VERSION_2 = """{"app": "huanqing", "version": 2, "facts": {
 "principal": "12345.67", "days_overdue": "31", "income": [{"name": "送外卖", "amount": "4321", "steady": "irregular"}],
 "debts": [{"name": "甲", "balance": "5000"}], "nothing of this name": "1"}}"""
LINK_OF_VERSION_2 = "on=2026-11-25&payments.length=1&principal=12345.67&days_overdue=31&daily_rate=0.05%25&payments.0.date=2026-11-20&payments.0.amount=100&gone=1"


def test_a_file_and_a_link_of_the_second_version_open_and_name_what_is_unknown(
    browser: Browser, hosted: Edition
) -> None:
    context = browser.new_context(locale="zh-CN", viewport=PHONE, service_workers="block")
    page = visiting(context, hosted).open("my-case")
    section = own(page)
    bring(page, FILE_OF_VERSION_2)
    expect(section.locator("[name=principal]")).to_have_value("12345.67", timeout=PATIENCE_MS)
    expect(section.locator("[name='income.0.name']")).to_have_value("送外卖")
    expect(section.locator("[name='debts.0.balance']")).to_have_value("5000")
    expect(page.locator("[data-case-panel] .hq-status")).to_contain_text("有 1 项读不懂")
    other = context.new_page()
    other.goto(hosted.url("calculators/overdue-cost") + "#overdue-cost?" + LINK_OF_VERSION_2)
    section = block(other, "overdue-cost")
    expect(section.locator("[name=principal]")).to_have_value("12345.67")
    expect(section.locator("[name='payments.0.amount']")).to_have_value("100")
    expect(section).to_contain_text("没有放进来：这一页没有的 1 项。")
    expect(section.locator("output")).to_be_in_viewport()
    context.close()


BAD = {
    "empty": "",
    "no json": "{",
    "a list": "[]",
    "another app": '{"app": "x", "version": 2, "facts": {}}',
    "from the future": '{"app": "huanqing", "version": 99, "facts": {}}',
    "no version": '{"app": "huanqing", "facts": {}}',
    "a name that is no name": '{"app": "huanqing", "version": 2, "facts": {"__proto__x": "1", "": "1"}}',
    "prototype": '{"app": "huanqing", "version": 2, "facts": {"__proto__": {"a": "1"}}}',
    "a number where a text belongs": '{"app": "huanqing", "version": 2, "facts": {"principal": 5}}',
    "nested": '{"app": "huanqing", "version": 2, "facts": {"income": [{"name": ["x"]}]}}',
    "a sum nobody owes": '{"app": "huanqing", "version": 2, "facts": {"principal": "lots"}}',
    "an endless text": json.dumps(
        {"app": "huanqing", "version": 2, "facts": {"lender": "x" * 5000}}
    ),
    "too many lines": json.dumps(
        {"app": "huanqing", "version": 2, "facts": {"income": [{"name": "x"}] * 1001}}
    ),
}


def test_a_hostile_or_broken_file_is_refused_and_nothing_is_lost(
    browser: Browser, hosted: Edition
) -> None:
    context = browser.new_context(locale="zh-CN", viewport=PHONE, service_workers="block")
    found = visiting(context, hosted)
    page = found.open("my-case")
    section = say_it(page)
    before = file_of(page)
    status = page.locator("[data-case-panel] .hq-status")
    for content in BAD.values():
        status.evaluate("s => { s.textContent = '' }")
        bring(page, content)
        expect(status).to_contain_text("没有导入，你原来填的都还在", timeout=PATIENCE_MS)
        expect(section.locator("[name=principal]")).to_have_value("12345.67")
    expect_answer(section)
    assert file_of(page) == before
    assert page.evaluate("({}).a") is None
    context.close()


def test_markup_in_a_file_stays_text(visit: Visit) -> None:
    page = visit.open("my-case")
    own(page)
    facts = {"lender": MARKUP, "principal": "100", "debts": [{"name": "<b>甲</b>", "balance": "5"}]}
    bring(page, json.dumps({"app": "huanqing", "version": 2, "facts": facts}))
    section = own(page)
    expect(section.locator("output [data-table=said]")).to_contain_text(MARKUP, timeout=PATIENCE_MS)
    assert section.locator("output img").count() == 0
    assert page.title() != "broken"


def link_of(section: Locator) -> str:
    section.get_by_role("button", name="复制分享链接").click()
    expect(section.get_by_role("button", name="复制好了")).to_be_visible()
    return cast("str", section.page.evaluate("navigator.clipboard.readText()"))


def test_a_link_carries_numbers_behind_the_hash_and_no_words(visit: Visit) -> None:
    page = visit.open("my-case")
    section = say_it(page)
    headline = section.locator("output .hq-headline").inner_text()
    expect(section.get_by_text("聊天软件看得到，对方的浏览记录里也会留下。")).to_be_visible()
    link = link_of(section)
    address, carried = link.split("#")
    assert "12345" not in address
    assert "principal=12345.67" in carried
    assert "lender" not in carried
    assert "img" not in carried
    assert "name=" not in carried
    other = page.context.new_page()
    other.goto(link)
    arrived = own(other)
    expect(arrived.locator("[name=principal]")).to_have_value("12345.67")
    expect(arrived.locator("[name=lender]")).to_have_value("")
    expect(arrived.locator("output .hq-headline")).to_have_text(headline, timeout=PATIENCE_MS)
    assert other.evaluate("location.hash") == ""
    assert stored(other) is None


def test_an_emptied_field_is_empty_in_a_link_too(visit: Visit) -> None:
    section = block(page := visit.open("calculators/overdue-cost"), "overdue-cost")
    section.locator("[name=principal]").fill("")
    assert not expect_answer(section)["ok"]
    other = page.context.new_page()
    other.goto(link_of(section))
    arrived = block(other, "overdue-cost")
    expect(arrived.locator("[name=principal]")).to_have_value("")
    assert not expect_answer(arrived)["ok"]


@pytest.mark.parametrize(
    "carried",
    [
        "principal=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
        "principal=1&lender=%3Cscript%3E&x.y.z=1&__proto__=1&constructor.a=1",
        "instalments.length=999999999&instalments.0.principal=1",
        "instalments.length=-1&on=%3Cb%3E&order=nonsense&days_overdue=" + "9" * 500,
        "principal=" + "1" * 9000,
        "%",
    ],
)
def test_a_hostile_link_harms_nothing(browser: Browser, hosted: Edition, carried: str) -> None:
    context = browser.new_context(locale="zh-CN", service_workers="block")
    visit = visiting(context, hosted)
    page = visit.page
    page.goto(hosted.url("calculators/overdue-cost") + "#overdue-cost?" + carried)
    section = block(page, "overdue-cost")
    assert section.locator("[data-row]").count() <= 200
    assert section.locator("form img, form script, output img, output script").count() == 0
    if len(carried) > 8000:
        expect(section).to_contain_text("没有放进来：全部的数，链接太长了")
    section.locator("[name=principal]").fill("5000")
    section.locator("[name=days_overdue]").fill("3")
    assert not visit.foreign
    assert not visit.complaints
    context.close()
