"""From home to a verdict in three taps and a paste; what was pasted is kept nowhere."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.blocks import block, expect_answer
from tests.browser.conftest import Visit

SECRET = "（2026）沪0199民督12号支付令，十五日内提出书面异议，密语白鹭"
STORES = """() => JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])"""


def test_a_message_that_is_too_long_is_said_to_be_cut(visit: Visit) -> None:
    section = block(visit.open("calculators/message-check"), "message-check")
    field = section.locator("[name=text]")
    expect(section.locator("[id$='-text-help']")).to_contain_text("最多 50000 个字")
    field.focus()
    visit.page.keyboard.insert_text("还" * 50_001)
    full = section.locator("[data-full]")
    expect(full).to_contain_text("满了：这里最多 50000 个字")
    visit.page.keyboard.press("Backspace")
    expect(full).to_have_count(0)


def test_three_taps_and_a_paste_and_nothing_is_kept(visit: Visit) -> None:
    page = visit.open("")
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator("article a[href*='message-check']:visible").first.click()
    section = block(page, "message-check")
    section.locator("[name=channel]").select_option("paper")
    section.locator("[name=text]").fill(SECRET)
    section.locator("[name=received_on]").fill("2026-09-21")
    section.locator("[name=received_on]").blur()
    expect_answer(section)
    expect(section.locator("[data-figure=last_day]")).to_have_attribute("value", "2026-10-08")
    assert "白鹭" not in page.evaluate(STORES)
    assert section.locator("output a[href^='http']").count() == 0
    rung = section.locator("output a[href^='tel']").evaluate_all("all => all.map(a => a.href)")
    assert set(rung) <= {"tel:12368", "tel:110"}, "numbers of the rules, never of the message"
    page.reload()
    expect(block(page, "message-check").locator("[name=text]")).to_have_value("")
    assert "白鹭" not in page.evaluate(STORES)
