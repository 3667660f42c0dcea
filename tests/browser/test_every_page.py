"""Every page opens in a browser without a complaint, on a phone and on a desk."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.blocks import SAVES_DATA
from tests.browser.conftest import Edition, visiting

# How far each answer stands to the right of its form's end, on a page that begins with a calculator.
BESIDE = """
[...document.querySelectorAll(".md-sidebar--primary + .md-content .hq-calculator")].map((block) =>
  block.querySelector(":scope > output").getBoundingClientRect().left -
  block.querySelector(":scope > .hq-form").getBoundingClientRect().right)
"""


def paths(folder: Path) -> list[str]:
    """Every page of its own; where a page moved, ``test_old_links`` looks."""
    own = (p for p in folder.rglob("index.html") if "data-moved" not in p.read_text("utf-8"))
    pages = sorted(p.parent.relative_to(folder).as_posix() for p in own)
    return ["" if path == "." else path for path in pages]


def test_every_page_opens_quietly_and_fits(browser: Browser, edition: Edition, site: Path) -> None:
    """On a phone, and then on a desk without being opened anew; from files, where pages are the same, every third."""
    context = browser.new_context(service_workers="block")
    context.add_init_script(SAVES_DATA)  # Python starts in the tests of each calculator
    visit = visiting(context, edition)
    for path in paths(site)[:: 3 if edition.name == "offline" else 1]:
        visit.page.set_viewport_size({"width": 360, "height": 800})
        visit.open(path)
        too_wide(visit.page, path)
        visit.page.set_viewport_size({"width": 1440, "height": 800})
        too_wide(visit.page, path)
        assert not visit.complaints, (path, visit.complaints)
        assert not visit.foreign, (path, visit.foreign)
    context.close()


def too_wide(page: Page, path: str) -> None:
    wide, width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= width, f"{path} is {wide} px wide on a screen of {width}"


def test_at_a_desk_the_answer_stands_beside_its_form(
    browser: Browser, edition: Edition, site: Path
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="block")
    visit = visiting(context, edition)
    seen = 0
    for path in paths(site / "calculators"):
        gaps = visit.open(f"calculators/{path}").evaluate(BESIDE)
        assert all(gap > 0 for gap in gaps), (path, gaps)
        seen += len(gaps)
    assert seen > 20
    context.close()
