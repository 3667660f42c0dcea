"""A calculator folded into one line: by keys, without script, on paper, and by a link that was shared."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.blocks import PATIENCE_MS, block
from tests.browser.conftest import Edition, Visit, visiting

PAGE = "strategies/negotiate"
TOOL = "offer-compare"


def test_a_key_opens_the_form_and_the_line_follows_the_answer(visit: Visit) -> None:
    page = visit.open(PAGE)
    section = block(page, TOOL)
    form, summary = section.locator("form"), page.locator(".hq-oneline > summary")
    said = summary.locator("[data-said]")
    expect(form).not_to_be_visible()
    expect(said).to_contain_text("例子：")
    summary.focus()
    page.keyboard.press("Enter")
    expect(form).to_be_visible()
    field = form.locator("input[data-example]:visible").first
    field.fill("12345")
    headline = section.locator("output .hq-headline")
    expect(said).not_to_contain_text("例子：", timeout=PATIENCE_MS)
    # Other numbers are still the example's, and the line says so.
    expect(said).to_have_text(f"有例子的数：{headline.text_content()}", timeout=PATIENCE_MS)
    summary.focus()
    page.keyboard.press("Enter")
    expect(form).not_to_be_visible()
    expect(said).to_be_visible()


def test_without_script_the_line_says_its_number(browser: Browser, edition: Edition) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = visiting(context, edition).open(PAGE)
    expect(page.locator(".hq-oneline [data-said]")).to_be_visible()
    expect(page.locator(".hq-oneline-open")).not_to_be_visible()
    page.locator(".hq-oneline > summary").click()
    expect(page.locator(".hq-oneline output .hq-headline")).to_be_visible()
    context.close()


def test_on_paper_an_example_stays_one_line(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(locale="zh-CN", service_workers="block")
    page = visiting(context, hosted).open(PAGE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".hq-oneline [data-said]")).to_contain_text("例子：")
    expect(block(page, TOOL).locator("output .hq-headline")).not_to_be_visible()
    context.close()


def test_on_paper_an_answer_stands_without_an_empty_form(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(locale="zh-CN", service_workers="block")
    page = visiting(context, hosted).open(PAGE)
    section = block(page, TOOL)
    page.locator(".hq-oneline > summary").click()
    section.locator("input[data-example]:visible").first.fill("12345")
    said = page.locator(".hq-oneline [data-said]")
    expect(said).not_to_contain_text("例子", timeout=PATIENCE_MS)
    page.locator(".hq-oneline > summary").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(section.locator("form")).not_to_be_visible()
    expect(section.locator("output .hq-headline")).to_be_visible()
    expect(page.locator(".hq-oneline > summary")).not_to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(section.locator("output")).not_to_be_visible()
    context.close()


def test_a_shared_link_opens_what_it_leads_to(visit: Visit) -> None:
    visit.page.goto(visit.edition.url(PAGE) + f"#{TOOL}?on=2026-11-25")
    expect(visit.page.locator(".hq-oneline output .hq-headline")).to_be_visible()
