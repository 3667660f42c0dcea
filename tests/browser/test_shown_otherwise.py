"""Pages as a browser shows them that has its own way: translated, in reader mode, in forced colours, in crumbs."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.bench.server import Server
from tests.browser.blocks import answer, block, expect_answer
from tests.browser.conftest import Edition, Visit
from tests.conftest import ROOT

READER = (ROOT / "node_modules/@mozilla/readability/Readability.js").read_text("utf-8")
CALCULATOR = "calculators/overdue-cost"
WORDS = {
    "stages/day-1-3": "利息",
    "people/tonight": "12356",
    "letters/hardship-hold": "暂缓",
    CALCULATOR: "罚息",
}
# What a browser's translation does: two new elements round every text, of the page and of what comes later.
TRANSLATE = """() => {
  const wrap = (text) => {
    const closed = "script, style, font, option, textarea, [translate=no]"
    if (!text.data.trim() || !text.parentElement || text.parentElement.closest(closed)) return
    const [outer, inner] = [document.createElement("font"), document.createElement("font")]
    text.replaceWith(outer)
    outer.append(inner)
    inner.append(text)
  }
  const all = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found = []
    while (walk.nextNode()) found.push(walk.currentNode)
    found.forEach(wrap)
  }
  document.documentElement.lang = "en"
  document.documentElement.classList.add("translated-ltr")
  all(document.body)
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) {
      if (node.nodeType === Node.TEXT_NODE) wrap(node)
      else if (node.tagName !== "FONT") all(node)
    }
  }).observe(document.body, { childList: true, subtree: true })
}"""


def figure(page: Page) -> str:
    return block(page, "overdue-cost").locator("[data-figure=total_due]").inner_text()


def test_a_translated_page_still_computes(visit: Visit) -> None:
    """Its texts lie elsewhere than where they were put; the fields' own words and figures do not."""
    page = visit.open(CALCULATOR)
    section = block(page, "overdue-cost")
    page.evaluate(TRANSLATE)
    before = figure(page)
    for days in ("33", "44"):
        section.locator("[name=days_overdue]").fill(days)
        expect_answer(section)
    assert figure(page) != before
    section.locator("[name=days_overdue]").fill("四十天左右不知道")
    section.locator("[name=days_overdue]").press("Tab")
    expect(section.locator("[aria-invalid=true]").first).to_be_visible()


def test_reader_mode_keeps_what_to_do(browser: Browser, hosted: Edition) -> None:
    """By the library of Firefox's reader mode: the page's words stay, menus and buttons of the site go."""
    page = browser.new_page(bypass_csp=True)
    for path, kept in WORDS.items():
        page.goto(hosted.url(path))
        title = page.locator("article h1").inner_text().strip("#¶ \n")
        found = page.evaluate(
            f"{READER}; (() => {{ const read = new Readability(document.cloneNode(true)).parse();"
            " return read && [read.title, read.textContent] })()"
        )
        assert found is not None, path
        name, text = found
        assert title in name
        assert kept in text, path
        assert "快速离开" not in text
    page.close()


def test_forced_colours_leave_field_answer_and_focus_seen(visit: Visit) -> None:
    """The reader's own few colours: borders come back, and nothing is told by a background alone."""
    visit.page.emulate_media(forced_colors="active")
    page = visit.open(CALCULATOR)
    section = block(page, "overdue-cost")
    field = section.locator("[name=days_overdue]")
    field.fill("33")
    expect_answer(section)
    field.focus()
    edge = field.evaluate(
        "f => [getComputedStyle(f).borderBottomWidth, getComputedStyle(f).outlineStyle]"
    )
    assert edge[0] != "0px"
    assert edge[1] != "none"


def test_python_that_comes_in_crumbs_is_waited_for(context: BrowserContext, server: Server) -> None:
    """A slow host is no missing file: nothing else is fetched instead, and how much is here is said."""
    server.dribbled.add("python.")
    page = context.new_page()
    page.goto(f"{server.base}/{CALCULATOR}/")
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect(section.locator("progress[value]")).to_be_visible()
    expect(section.locator(".hq-progress span")).to_have_text(re.compile(r"^[1-9]\d?%$"))
    expect_answer(section)
    expect(section.locator(".hq-progress")).to_be_hidden()
    assert page.evaluate("huanqingRuntime.state") == "ready"
    assert answer(section)
