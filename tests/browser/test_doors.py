"""The home page's questions come one at a time, and three dated actions come in their place."""

from __future__ import annotations

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.blocks import block, expect_answer
from tests.browser.conftest import Edition, Visit, visiting

# What is asked when a payment order has come; None is the day, how many days it says, its number.
WAY = ("payment-order", None, None, None, "31-60", "several", "online", "no", "none", "part")


def open_question(section: Locator) -> Locator:
    return section.locator("[data-turn=now]")


def answer_all(section: Locator) -> None:
    """Tap through the questions as a reader would; one stands there at a time, nothing chosen."""
    for said in WAY:
        expect(open_question(section)).to_have_count(1)
        expect(section.locator("output")).to_be_hidden()
        if said:
            open_question(section).locator(f"[data-choice='{said}']").click()
        else:
            day = open_question(section).locator("[name=received_on]")
            if day.count():
                day.fill("2026-11-20")
            open_question(section).locator("[data-next]").click()
    expect(open_question(section)).to_have_count(0)


def start(page: Page) -> Locator:
    section = block(page, "triage")
    expect(section.locator("[data-choice]").first).to_be_visible()
    return section


def test_one_question_at_a_time_leads_to_three_actions(visit: Visit) -> None:
    page = visit.open("")
    page.set_viewport_size({"width": 360, "height": 740})
    section = start(page)
    answer_all(section)
    expect_answer(section)
    output = section.locator("output")
    expect(output).to_be_visible()
    expect(output).to_contain_text("2026年12月7日")
    expect(output.locator("ol").first.locator("li")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_was_said_is_a_line_that_changes_it(visit: Visit) -> None:
    section = start(visit.open(""))
    answer_all(section)
    said = section.locator(".hq-said:visible")
    expect(said).to_have_count(len(WAY))
    expect(said.first).to_contain_text("支付令")
    said.first.click()
    expect(section.locator("output")).to_be_hidden()
    open_question(section).locator("[data-choice=none]").click()
    expect_answer(section)
    # Without a paper there is nothing to ask about it, and the other answers stand.
    expect(section.locator(".hq-said:visible")).to_have_count(len(WAY) - WAY.count(None))
    expect(section.locator("output")).to_contain_text("几家一起算")


def test_a_reload_asks_nothing_twice(visit: Visit) -> None:
    page = visit.open("")
    answer_all(start(page))
    page.reload()
    section = block(page, "triage")
    expect(section.locator(".hq-said").first).to_be_attached()
    assert open_question(section).locator("[data-choice]").count() == 0


def test_keys_are_enough(visit: Visit) -> None:
    page = visit.open("")
    section = start(page)
    open_question(section).locator("[data-choice=none]").focus()
    page.keyboard.press("Enter")
    focused = "document.activeElement.closest('[data-turn]').querySelector('select').name"
    assert page.evaluate(focused) == "overdue"


def test_without_script_the_whole_form_stands_there(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = visiting(context, hosted).open("")
    expect(page.locator("[data-calculator=triage] [name=means]")).to_be_visible()
    expect(page.locator("[data-calculator=triage] output")).to_be_visible()
    context.close()


def test_what_is_owed_is_asked_once_and_pages_speak_to_it(phone_visit: Visit) -> None:
    section = block(phone_visit.open("calculators/triage"), "triage")
    section.locator("[name=kind]").select_option("card", force=True)
    page = phone_visit.open("stages/overdue")
    line = page.locator(".hq-owed:visible")
    expect(line).to_contain_text("你说过欠的是信用卡")
    expect(line.locator("xpath=preceding-sibling::*[1]")).to_have_class("hq-review")
    line.get_by_role("link", name="信用卡还不上").click()
    expect(page.locator("article h1")).to_contain_text("信用卡还不上")
