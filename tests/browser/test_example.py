"""把这个例子发给维护者: what the page makes is a case that the checks run, and no word of the reader's is in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from scripts.checks import cases
from tests.browser.blocks import block, expect_answer, unfolded
from tests.browser.conftest import Edition, visiting

WORD = "张三丰的秘密"
PAGES = [
    "calculators/overdue-cost",
    "calculators/fair-offers",
    "calculators/offer-compare",
    "calculators/contact-check",
    "calculators/message-check",
    "calculators/court-deadline",
    "calculators/frozen-account",
    "calculators/card-bill",
    "my-case",
    "desk",
]


def example(section: Locator) -> str:
    """The text that is shown, whole, before anything is copied."""
    section.get_by_role("button", name="把这个例子发给维护者").click()
    dialog = section.page.get_by_role("dialog")
    expect(dialog).to_contain_text("什么都不会自己发出去")
    text = dialog.locator("textarea").input_value()
    dialog.get_by_role("button", name="关上").click()
    return text


def say_words(section: Locator) -> None:
    """A word into every field that takes words, in a new line of every list too."""
    for add in section.locator("[data-add-row]:visible").all():
        add.click()
    for field in section.locator("[data-words]:visible, textarea:visible").all():
        field.fill(WORD)


def opened(browser: Browser, edition: Edition, path: str) -> tuple[Page, Locator]:
    page = visiting(browser.new_context(locale="zh-CN", service_workers="block"), edition).open(
        path
    )
    return page, unfolded(block(page, path.rpartition("/")[2]))


@pytest.mark.parametrize("path", PAGES)
def test_an_example_from_the_page_is_a_case_and_holds_no_word(
    browser: Browser, hosted: Edition, tmp_path: Path, path: str
) -> None:
    page, section = opened(browser, hosted, path)
    say_words(section)
    text = example(section)
    assert WORD not in text
    file = tmp_path / "example.yml"
    file.write_text(text, encoding="utf-8")
    assert cases.main([str(file)]) == 0
    page.context.close()


def test_amounts_stay_names_become_signs_and_another_figure_fails(
    browser: Browser, hosted: Edition, tmp_path: Path
) -> None:
    page, section = opened(browser, hosted, "calculators/fair-offers")
    section.locator("[name='debts.0.name']").fill(WORD)
    section.locator("[name='debts.0.balance']").fill("1.8万")
    section.locator("[name='debts.1.balance']").fill(WORD)
    expect_answer(section)
    text = example(section)
    assert "errors:" in text and WORD not in text
    section.locator("[name='debts.1.balance']").fill("7000")
    expect_answer(section)
    text = example(section)
    assert 'balance: "1.8万"' in text and 'name: "甲"' in text and WORD not in text
    file = tmp_path / "example.yml"
    figure = text.split("figures:")[1].split('"')[1]
    file.write_text(text.replace(f'"{figure}"', '"1.00"'), encoding="utf-8")
    assert cases.main([str(file)]) == 1
    page.context.close()
