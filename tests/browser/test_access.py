"""Every kind of page, for people who hear it, enlarge it, or see it in the dark."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts import setup
from tests.browser.blocks import PATIENCE_MS, block, expect_answer
from tests.browser.conftest import Edition, Visit, visiting
from tests.conftest import ROOT

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# One of each kind; calculators are shown with their result.
KINDS = {
    "home": "",
    "stage map": "stages",
    "stage": "stages/day-1-3",
    "consequence": "consequences/litigation",
    "strategy": "strategies/negotiate",
    "case": "cases/late-20-days",
    "rules": "rights/interest",
    "glossary": "rights/glossary",
    "about": "about/architecture",
    "lines": "calculators/safe-monthly",
    "picture": "calculators/overdue-cost",
    "long table": "calculators/repayment-schedule",
    "letter": "letters/hardship-hold",
    "own case": "my-case",
    "own plan": "my-plan",
}


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, browser: Browser, hosted: Edition) -> Iterator[Visit]:
    """A visit whose policy lets the checker in; everything else is as for a reader."""
    context = browser.new_context(
        color_scheme=request.param,
        locale="zh-CN",
        bypass_csp=True,
        reduced_motion="reduce",
        service_workers="block",
    )
    found = visiting(context, hosted)
    yield found
    context.close()


def violations(page: Page) -> list[str]:
    """What axe-core objects to, one line a rule and its first places."""
    # What comes near the screen is answered for today, and dimmed for that moment.
    page.wait_for_timeout(300)
    expect(page.locator("[data-busy]")).to_have_count(0, timeout=PATIENCE_MS)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(
        "tags => axe.run({runOnly: tags}).then(r => r.violations)", TAGS
    )
    return [
        f"{v['id']}: {v['help']}: " + " | ".join(n["html"][:160] for n in v["nodes"][:3])
        for v in found
    ]


def test_axe_objects_to_nothing(themed: Visit) -> None:
    """On a phone, and then on a desk without being opened anew."""
    objections = {}
    for kind, path in KINDS.items():
        # Tall, because axe takes a link half scrolled out of the menu for a small one.
        themed.page.set_viewport_size({"width": 360, "height": 3000})
        page = themed.open(path)
        sections = page.locator("[data-calculator]")
        if sections.count():
            expect(sections.first).to_have_attribute("data-alive", "")
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        found = violations(page)
        page.set_viewport_size({"width": 1440, "height": 3000})
        found += violations(page)
        if found:
            objections[kind] = found
    assert not objections, json.dumps(objections, ensure_ascii=False, indent=1)


def test_axe_objects_to_nothing_when_something_is_wrong(themed: Visit) -> None:
    themed.page.set_viewport_size({"width": 1440, "height": 3000})  # as above
    page = themed.open("calculators/overdue-cost")
    section = block(page, "overdue-cost")
    section.locator("[name=principal]").fill("很多")
    expect_answer(section)
    assert not violations(page)


def test_markup_is_valid(site: Path) -> None:
    """By html-validate, over every page as it is published."""
    command = [str(ROOT / "node_modules/.bin/html-validate"), "--config"]
    config = ROOT / "tests/browser/html-validate.json"
    command += [str(config), "--formatter", "text", f"{site}/**/*.html"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env=setup.environment()
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


@pytest.mark.parametrize("zoom", [2, 4])
def test_enlarged_pages_need_no_sideways_scrolling(
    browser: Browser, hosted: Edition, zoom: int
) -> None:
    """WCAG 2.2, 1.4.10: at four times the size a 1280 px window is 320 px wide."""
    context = browser.new_context(
        viewport={"width": 1280 // zoom, "height": 1024 // zoom}, service_workers="block"
    )
    visit = visiting(context, hosted)
    for path in KINDS.values():
        page = visit.open(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()


def test_letters_twice_as_large_need_no_sideways_scrolling(
    browser: Browser, hosted: Edition
) -> None:
    """WCAG 2.2, 1.4.4 and 1.4.10 together: 320 px, and a reader's own size of letters."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, service_workers="block")
    visit = visiting(context, hosted)
    for tool in ("payoff-order", "contact-check", "daily-loan", "overdue-cost"):
        page = visit.open(f"calculators/{tool}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), tool
    context.close()


def test_larger_letters_are_larger_and_stay(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, locale="zh-CN", service_workers="block"
    )
    page = visiting(context, hosted).open("calculators/overdue-cost")
    size = "parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)"
    before = page.evaluate(size)
    press = page.get_by_role("button", name="大字")
    press.click()
    expect(press).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(size) >= before * 1.15
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.reload()
    assert page.evaluate(size) >= before * 1.15
    context.close()


def test_leaving_leaves_no_way_back(browser: Browser, edition: Edition) -> None:
    context = browser.new_context(service_workers="block")
    context.route("https://**", lambda route: route.fulfill(body="somewhere else"))
    page = visiting(context, edition).open("stages")
    page.goto(edition.url("cases/late-20-days"))
    page.goto(edition.url("calculators/overdue-cost"))
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    page.get_by_role("link", name="快速离开").click()
    page.wait_for_url("https://**")
    page.go_back()
    page.wait_for_timeout(500)
    assert "还清" not in page.title() + page.inner_text("body")
    context.close()


def test_print_opens_what_is_folded(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(service_workers="block")
    page = visiting(context, hosted).open("calculators/overdue-cost")
    block(page, "overdue-cost")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details:not([open])").count() == 0
    assert not page.locator(".hq-take").first.is_visible()
    assert not page.locator("nav.hq-tools").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 0
    context.close()


def test_contrast_themes_keep_the_pictures(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(forced_colors="active", service_workers="block")
    page = visiting(context, hosted).open("calculators/overdue-cost")
    stroke = "getComputedStyle(document.querySelector('.hq-line')).stroke"
    assert page.evaluate(stroke) != "none"
    context.close()
