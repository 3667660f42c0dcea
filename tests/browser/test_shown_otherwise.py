"""Pages as a browser shows them that has its own way: translated, in reader mode, in forced colours, in crumbs."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.bench.server import Server
from tests.browser.blocks import SAVES_DATA, answer, block, expect_answer
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


EDGES = """e => { const how = getComputedStyle(e)
  return [how.borderTopStyle, how.borderTopWidth, how.outlineStyle, how.backgroundImage, how.backgroundColor] }"""


def test_forced_colours_leave_field_answer_and_focus_seen(visit: Visit) -> None:
    """The reader's own few colours: borders come in the place of backgrounds, and every mark is a line."""
    page = visit.open(CALCULATOR)
    section = block(page, "overdue-cost")
    field, other = (section.locator(f"[name={name}]") for name in ("days_overdue", "principal"))
    headline = section.locator("output .hq-headline")
    field.fill("33")
    expect_answer(section)
    before = headline.evaluate(EDGES)
    page.emulate_media(forced_colors="active")
    edges = headline.evaluate(EDGES)
    assert edges[:2] == ["solid", "1px"] != before[:2]  # its background is gone
    assert edges[4] == section.evaluate(EDGES)[4] == page.locator("body").evaluate(EDGES)[4]
    field.focus()
    assert field.evaluate(EDGES)[2] == "solid"
    assert other.evaluate(EDGES)[2] == "none"
    field.fill("四十天左右不知道")
    other.focus()
    expect(section.locator("[data-error-for=days_overdue]")).to_be_visible()
    assert (field.evaluate(EDGES)[1], other.evaluate(EDGES)[1]) == ("2px", "1px")
    expect(section).to_have_attribute("data-stale", "")
    assert section.locator("output").evaluate(EDGES)[2] == "dashed"


@pytest.mark.parametrize(
    ("file", "saves"), [("index.", False), ("page.", False), ("worker.", True)]
)
def test_a_file_that_comes_in_crumbs_is_waited_for(
    context: BrowserContext, server: Server, monkeypatch: pytest.MonkeyPatch, file: str, saves: bool
) -> None:
    """The page, its script, the worker: nothing gives up, and the answer comes. A page that saves data carries no worker."""
    monkeypatch.setattr("scripts.bench.server.CRUMBS", 12)
    server.dribbled.add(file)
    if saves:
        context.add_init_script(SAVES_DATA)
    page = context.new_page()
    page.goto(f"{server.base}/{CALCULATOR}/")
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect_answer(section)
    assert page.evaluate("huanqingRuntime.state") == "ready"
    assert any(
        name.split("/")[-1].startswith(file) or name.endswith("/") for name, _ in server.sent
    )


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
