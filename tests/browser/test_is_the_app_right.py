"""What the app shows beside ours, what a rate means beside its field, and what was left empty."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.blocks import PATIENCE_MS, block, expect_answer
from tests.browser.conftest import Visit


def test_the_first_sentence_says_whether_the_app_is_right(visit: Visit) -> None:
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    section.locator("[name=app_total]").fill("20200")
    headline = section.locator(".hq-headline")
    expect(headline).to_contain_text("比我们算的少 100.00 元", timeout=PATIENCE_MS)
    expect(headline).to_contain_text("罚息按平时利率的 1 倍算")
    expect_answer(section)


def test_a_rate_is_said_back_and_an_odd_one_asks_with_a_button(visit: Visit) -> None:
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    echo = section.locator("[data-echo-for=daily_rate]")
    expect(echo).to_have_text("日 0.05% ＝ 年 18.25%")
    rate = section.locator("[name=daily_rate]")
    rate.fill("18")
    rate.blur()
    choice = section.locator("[data-error-for=daily_rate] button")
    expect(choice).to_have_text("年18%", timeout=PATIENCE_MS)
    choice.click()
    expect(rate).to_have_value("年18%")
    expect(echo).to_have_text("年 18% ≈ 日 0.0493%", timeout=PATIENCE_MS)
    expect(section.locator(".hq-headline")).to_contain_text("20,295.89")
    expect(rate).not_to_have_attribute("aria-invalid", "true")


def test_what_was_left_empty_is_said_and_what_is_needed_is_not_optional(visit: Visit) -> None:
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    section.locator("[name=interest]").fill("")
    expect(section.locator(".hq-assumed")).to_contain_text("到期没还的利息", timeout=PATIENCE_MS)
    card = block(visit.open("calculators/minimum-trap"), "minimum-trap")
    label = card.locator("label", has_text="最低还款比例")
    expect(label).not_to_contain_text("可不填")
