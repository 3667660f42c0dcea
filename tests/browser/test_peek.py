"""The lines above the tools of a phone: the answer stands in them, and no field lies under them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators.form.parse import InputErrors
from calculators.registry import letters, tool, tools
from scripts.checks import cases
from tests.browser.blocks import PATIENCE_MS, PEEKED, block
from tests.browser.conftest import Edition, visiting

FIGURE = re.compile(r"\d+年\d+月\d+日|\d[\d,.]*(?= 元|%| 天| 个月)")
NEEDED = re.compile("(^|[，。；：])先|还没|没有|的，")
LETTER_SCREENS = 1.5
EVERY = {**tools(), **letters()}
HEIGHT = 740
# Where the focused control stands, and what lies over the page: the header, the line, the tools.
COVERED = """() => {
  const field = document.activeElement
  if (!field.closest("form.hq-form")) return null
  const at = field.getBoundingClientRect()
  const top = document.querySelector(".md-header").getBoundingClientRect().bottom
  const over = [".hq-peek:not([hidden])", ".hq-tools"].flatMap((each) => [...document.querySelectorAll(each)])
  const bottom = Math.min(innerHeight, ...over.map((each) => each.getBoundingClientRect().top))
  const name = field.name || field.textContent.trim() || field.id
  return {name, whole: at.height > bottom - top || (at.top >= top - 1 && at.bottom <= bottom + 1)}
}"""
MAIN = """section => [...section.querySelectorAll("output .hq-figures data")].map((each) => each.textContent)"""


@pytest.fixture
def phone(browser: Browser, hosted: Edition) -> Iterator[Page]:
    context = browser.new_context(
        locale="zh-CN",
        viewport={"width": 360, "height": HEIGHT},
        has_touch=True,
        service_workers="block",
    )
    visit = visiting(context, hosted)
    yield visit.page
    assert not visit.complaints
    context.close()


def pages(site: Path) -> list[tuple[str, str]]:
    """Every calculator and letter with the page that it has to itself."""
    places = [
        *site.glob("calculators/*/"),
        *site.glob("letters/*/"),
        site / "my-case",
        site / "my-plan",
    ]
    found = []
    for folder in sorted(places):
        id = f"letter-{folder.name}" if folder.parent.name == "letters" else folder.name
        if id in EVERY:
            found.append((id, folder.relative_to(site).as_posix()))
    assert len(found) > 50
    return found


def test_the_line_holds_the_answer_of_every_calculator(
    phone: Page, hosted: Edition, site: Path
) -> None:
    hidden = {}
    for id, path in pages(site):
        phone.goto(hosted.url(path))
        section = block(phone, id)
        section.evaluate("s => s.closest('details')?.setAttribute('open', '')")
        section.locator("form :is(input, select, textarea):visible").first.evaluate(
            "f => f.focus()"
        )
        expect(section).not_to_have_attribute("data-busy", "", timeout=PATIENCE_MS)
        seen = section.locator(".hq-peek").evaluate(PEEKED)
        headline = section.locator("output .hq-headline").inner_text()
        figures = FIGURE.findall(headline)
        wanted = [*figures[:1], *section.evaluate(MAIN)] if figures else [headline[:6]]
        is_there = any(each in seen for each in wanted) or seen.startswith("看信：")
        if not seen or not is_there:
            hidden[id] = (seen, headline)
    assert not hidden


def every_headline() -> set[str]:
    found = set()
    for path in sorted(cases.FOLDER.glob("*.yml")):
        for case in cases.read(path)[0]:
            try:
                on = date.fromisoformat(str(case.get("on", "2026-11-25")))
                result = tool(cases.tool_of(path, case)).run(case.get("inputs") or {}, on)
            except InputErrors:
                continue
            # A form sends all of its fields, so that its headline never begins with what was left out.
            found.add(result.headline.rpartition("只是个样子。")[2])
    return {said for said in found if FIGURE.search(said)}


def test_the_line_holds_the_figure_of_every_headline_of_the_cases(
    phone: Page, hosted: Edition
) -> None:
    phone.goto(hosted.url("calculators/overdue-cost"))
    section = block(phone, "overdue-cost")
    section.locator("[name=principal]").focus()
    seen = section.evaluate(
        f"""(s, headlines) => headlines.map((headline) => {{
          s.querySelector("output .hq-headline").textContent = headline
          delete s.dataset.stale
          s.querySelector("[name=principal]").dispatchEvent(new InputEvent("input", {{bubbles: true}}))
          return [headline, ({PEEKED})(s.querySelector(".hq-peek"))]
        }})""",
        sorted(every_headline()),
    )
    assert len(seen) > 100
    hidden = {h for h, said in seen if not any(each in said for each in FIGURE.findall(h))}
    # What the reader has to do or be first stands before the figure and is said instead.
    assert hidden <= {h for h, said in seen if h.startswith(said) and NEEDED.search(h)}
    assert len(hidden) < 10
    dropped = [h[: h.find(said[1:5])] for h, said in seen if said.startswith("…")]
    assert dropped
    assert not [each for each in dropped if re.search("(^|[，。；：])先|还没|的，$", each)]


def test_what_comes_up_over_a_press_does_not_swallow_it(phone: Page, hosted: Edition) -> None:
    phone.goto(hosted.url("calculators/overdue-cost") + "#overdue-cost?principal=7100")
    section = block(phone, "overdue-cost")
    drop = section.get_by_role("button", name="不要链接里的数")
    # An answer on its way may move the button before it is pressed.
    expect(section).not_to_have_attribute("data-busy", "", timeout=PATIENCE_MS)
    # The line comes up with the focus; the button stands where the line will lie, just above the tools.
    x, y = drop.evaluate("""drop => {
      document.querySelector("article").prepend(Object.assign(document.createElement("div"), {style: "height: 900px"}))
      const tools = document.querySelector(".hq-tools").getBoundingClientRect()
      scrollBy(0, drop.getBoundingClientRect().bottom - tools.top + 4)
      const box = drop.getBoundingClientRect()
      return [box.left + box.width / 2, box.top + box.height / 2]
    }""")
    phone.mouse.move(x, y)
    phone.mouse.down()
    phone.wait_for_timeout(100)
    phone.mouse.up()
    expect(drop).to_have_count(0)
