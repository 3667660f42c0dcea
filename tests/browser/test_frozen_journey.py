"""From a frozen card to its letter, one question at a time; without script the whole tree is there."""

from __future__ import annotations

from playwright.sync_api import Browser, Locator, expect

from calculators.rules.tree import tree
from tests.browser.blocks import block, expect_answer
from tests.browser.conftest import Edition, Visit, visiting

WAY = {"q1": "card", "q2": "court", "q3": "baoquan", "q4": "in-suit", "q5": "within-5"}


def shown(section: Locator) -> list[str]:
    """The names of the questions that stand on the screen, in order."""
    names = (
        "s => [...s.querySelectorAll('select')].filter(c => c.checkVisibility()).map(c => c.name)"
    )
    found: list[str] = section.evaluate(names)
    return found


def test_a_frozen_card_leads_to_its_letter(visit: Visit) -> None:
    page = visit.open("")
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator("article a[href*='stages/frozen-account']:visible").first.click()
    page.locator("article a[href*='calculators/frozen-account']").first.click()
    section = block(page, "frozen-account")
    for number, (question, answer) in enumerate(WAY.items(), 1):
        assert shown(section) == list(WAY)[:number]
        section.locator(f"[name={question}]").select_option(answer)
        expect_answer(section)
    section.locator("[name=case_number]").fill("（2026）浙0199执保12号")
    section.locator("[name=ruling_received]").fill("2026-11-24")
    expect_answer(section)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    section.locator("output a[href*='letters/preservation-review']").first.click()
    letter = block(page, "letter-preservation-review")
    expect(letter.locator("[name=case_number]")).to_have_value("（2026）浙0199执保12号")


def test_an_answer_can_be_changed_and_what_was_said_after_it_comes_back(visit: Visit) -> None:
    page = visit.open("calculators/frozen-account")
    section = block(page, "frozen-account")
    for question, answer in WAY.items():
        section.locator(f"[name={question}]").select_option(answer)
    section.locator("[name=q2]").select_option("police")
    expect_answer(section)
    assert shown(section) == ["q1", "q2", "q10"]
    expect(section.locator("[name=ruling_received]")).to_be_hidden()
    section.locator("[name=q2]").select_option("court")
    expect_answer(section)
    assert shown(section) == list(WAY)
    page.reload()
    assert shown(block(page, "frozen-account")) == list(WAY)


def test_without_script_every_question_and_outcome_is_in_the_page(
    browser: Browser, hosted: Edition
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = visiting(context, hosted).open("calculators/frozen-account")
    found = tree("frozen-account")
    for id in (*found.questions, *found.outcomes):
        expect(page.locator(f"article h3#{id}")).to_be_visible()
    expect(page.locator("[data-calculator] select:visible")).to_have_count(1)
    context.close()


def test_help_that_was_granted_joins_the_month_when_the_reader_says_so(visit: Visit) -> None:
    page = visit.open("calculators/benefits")
    section = block(page, "benefits")
    assert shown(section) == ["sudden"]
    section.locator("[name=sudden]").select_option("no")
    section.locator("[name=people]").fill("2")
    section.locator("[name=income_total]").fill("0")
    section.locator("[name=assets]").select_option("no")
    expect_answer(section)
    expect(section.locator("output .hq-headline")).to_contain_text("先去申请：低保")
    section.locator("summary", has_text="批了").click()
    section.locator("[data-add-row]").click()
    section.locator("[name='income.0.name']").fill("低保")
    section.locator("[name='income.0.amount']").fill("800")
    expect_answer(section)
    month = block(visit.open("calculators/safe-monthly"), "safe-monthly")
    expect(month.locator("[name='income.0.amount']")).to_have_value("800")
    expect(month.locator("[name='income.1.amount']")).to_have_count(0)
