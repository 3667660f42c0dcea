"""A person types a number and reads a new one, over HTTP and from a file on a stick."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators.browser import respond
from scripts import chromium
from tests.browser.blocks import PATIENCE_MS
from tests.browser.conftest import Edition, Visit, visiting
from tests.conftest import ARGUMENTS

PAGE = "calculators/repayment-schedule"
FORM = "[data-calculator=repayment-schedule]"


def figure(page: Page, key: str = "total_interest") -> str:
    return page.locator(f"{FORM} [data-figure={key}]").get_attribute("value") or ""


def computed(page: Page, **changed: str) -> str:
    """The interest as the package computes it for the form's day and the changed inputs."""
    on = page.locator(FORM).get_attribute("data-on")
    asked = {"tool": "repayment-schedule", "inputs": inputs(page) | changed, "on": on}
    return str(
        json.loads(respond(json.dumps(asked)))["result"]["figures"]["total_interest"]["value"]
    )


def inputs(page: Page) -> dict[str, str]:
    """What stands in the form's plain fields now."""
    fields = page.locator(f"{FORM} form [name]")
    found = {}
    for index in range(fields.count()):
        control = fields.nth(index)
        suffix = control.get_attribute("data-suffix") or ""
        text = control.input_value() if control.get_attribute("type") != "checkbox" else ""
        if text:
            found[control.get_attribute("name") or ""] = text + suffix
    return found


def type_into(page: Page, name: str, text: str) -> None:
    page.locator(f"{FORM} [name={name}]").fill(text)


def wait_for(page: Page, value: str) -> None:
    expect(page.locator(f"{FORM} [data-figure=total_interest]")).to_have_attribute(
        "value", re.compile(rf"^{re.escape(value)}0*$"), timeout=PATIENCE_MS
    )


def test_the_whole_browser_answers_too(browser: Browser, edition: Edition) -> None:
    """With its windows, as readers have it; the other tests do without them."""
    whole = browser.browser_type.launch(executable_path=chromium.find(), args=ARGUMENTS)
    visit = visiting(whole.new_context(locale="zh-CN"), edition)
    page = visit.open(PAGE)
    expected = computed(page, principal="36500")
    type_into(page, "principal", "36500")
    wait_for(page, expected)
    assert not visit.foreign
    assert not visit.complaints
    whole.close()


def test_a_changed_number_changes_every_figure(visit: Visit) -> None:
    page = visit.open(PAGE)
    before, table = figure(page), page.locator(f"{FORM} table").text_content()
    picture = page.locator(f"{FORM} svg").first.inner_html()
    expected = computed(page, principal="36500")
    assert float(expected) != float(before)
    type_into(page, "principal", "36500")
    wait_for(page, expected)
    assert page.locator(f"{FORM} table").text_content() != table
    assert page.locator(f"{FORM} svg").first.inner_html() != picture


@pytest.mark.parametrize(("typed", "says"), [("很多", "看不懂"), ("", "“借款本金”空着。")])
def test_a_mistake_is_said_beside_the_field_and_the_result_stays(
    visit: Visit, typed: str, says: str
) -> None:
    page = visit.open(PAGE)
    before = figure(page)
    type_into(page, "principal", typed)
    error = page.locator(f"{FORM} [data-error-for=principal]")
    expect(page.locator(f"{FORM} .hq-status")).to_contain_text("改之前的数", timeout=PATIENCE_MS)
    expect(error).to_be_hidden()
    page.locator(f"{FORM} [name=principal]").blur()
    expect(error).to_contain_text(says, timeout=PATIENCE_MS)
    expect(page.locator(f"{FORM} [name=principal]")).to_have_value(typed)
    control = page.locator(f"{FORM} [name=principal]")
    expect(control).to_have_attribute("aria-invalid", "true")
    assert (error.get_attribute("id") or "?") in (control.get_attribute("aria-describedby") or "")
    assert figure(page) == before
    type_into(page, "principal", "20000")
    expect(error).to_be_hidden(timeout=PATIENCE_MS)
    expect(control).not_to_have_attribute("aria-invalid", "true")


def test_only_the_last_of_many_keys_counts(visit: Visit) -> None:
    page = visit.open(PAGE)
    for digits in range(1, 9):
        type_into(page, "principal", "87654321"[:digits])
    wait_for(page, computed(page))


def test_without_scripts_the_example_is_whole(browser: Browser, edition: Edition) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = visiting(context, edition).open(PAGE)
    assert float(figure(page)) == float(computed(page))
    expect(page.locator(f"{FORM} table")).to_be_visible()
    expect(page.locator(f"{FORM} svg").first).to_be_visible()
    context.close()


def test_a_folder_link_in_a_result_opens_its_page(visit: Visit) -> None:
    page = visit.open(PAGE)
    type_into(page, "principal", "36500")
    wait_for(page, computed(page, principal="36500"))
    link = page.locator(f"{FORM} output a[href]").first
    if link.count() == 0:
        pytest.skip("this result links nowhere")
    link.click()
    expect(page.locator("h1").first).not_to_be_empty()
    assert "Index of" not in page.title()


def test_python_starts_once_a_visit(browser: Browser, hosted: Edition) -> None:
    """Instant navigation keeps the worker: no second download on the second calculator."""
    context = browser.new_context(service_workers="block")
    visit = visiting(context, hosted)
    page = visit.open(PAGE)
    type_into(page, "principal", "36500")
    wait_for(page, computed(page, principal="36500"))
    binaries = [url for url in visit.requests if ".wasm" in url]
    page.evaluate("window.still = true")
    page.locator(".md-nav__link[href], .md-tabs__link[href]", has_text="首页").first.click()
    expect(page.locator(FORM)).to_have_count(0)
    page.go_back()
    expect(page.locator(FORM)).to_have_count(1)
    assert page.evaluate("window.still")
    type_into(page, "principal", "41000")
    wait_for(page, computed(page, principal="41000"))
    assert [url for url in visit.requests if ".wasm" in url] == binaries
    context.close()


def test_a_page_without_a_calculator_asks_for_no_runtime(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(service_workers="block")
    visit = visiting(context, hosted)
    visit.open("rights/civil-code").wait_for_timeout(500)
    assert not [url for url in visit.requests if "/assets/runtime/" in url]
    context.close()


def test_with_data_saving_nothing_loads_before_a_touch(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(service_workers="block")
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    visit = visiting(context, hosted)
    page = visit.open(PAGE)
    page.wait_for_timeout(500)
    assert not [url for url in visit.requests if "/assets/runtime/" in url]
    type_into(page, "principal", "36500")
    wait_for(page, computed(page, principal="36500"))
    context.close()


def test_without_the_image_plain_python_answers(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(service_workers="block")
    context.route("**/assets/runtime/python.*", lambda route: route.abort())
    page = visiting(context, hosted).open(PAGE)
    type_into(page, "principal", "36500")
    wait_for(page, computed(page, principal="36500"))
    context.close()
