"""What a reader sees before scrolling: the answers to the questions of five readers, and how near the first step is.

The distances are written to ``build/first-screens.md``. A screen is 740 pixels, at a width of 360.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, ViewportSize

from scripts.checks.readability import is_guidance
from tests.browser.conftest import Edition, visiting
from tests.browser.test_asked import answers
from tests.conftest import BUILD, ROOT

PHONE: ViewportSize = {"width": 360, "height": 740}
ASKED: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("first_screens.yml").read_text("utf-8")
)
MOST_TAPS = 2
HALF_A_SCREEN = 370

# The words of the article whose first line is seen whole above the bar at the foot.
SEEN = """() => {
  const bar = document.querySelector(".hq-tools").getBoundingClientRect().top
  const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
  const seen = []
  while (walk.nextNode()) {
    const range = document.createRange()
    range.selectNodeContents(walk.currentNode)
    const lines = [...range.getClientRects()].filter((line) => line.width && line.height)
    if (lines.length > 0 && lines[0].bottom <= bar) seen.push(walk.currentNode.data)
  }
  return seen.join("")
}"""

# Where the links of the article lead that take up room: none in a folded part, nor in a hidden one.
SEEN_LINKS = """() => [...document.querySelectorAll("article a[href]")]
  .filter((link) => link.checkVisibility({visibilityProperty: true}) && [...link.getClientRects()].some(
    ({width, height}) => width && height))
  .map((link) => link.href.split("#")[0])"""

# From the title to the first thing to do: a step, a number to ring, words to say, a door, a field.
FIRST_STEP = """() => {
  const wanted = "ol > li, a.hq-call, .hq-doors a, blockquote, form input, form select, form button"
  const steps = [...document.querySelectorAll(wanted.split(", ").map((each) => `article ${each}`).join(", "))]
  const first = steps.find((step) => step.getBoundingClientRect().height > 0)
  const title = document.querySelector("article h1").getBoundingClientRect()
  return first ? Math.round(first.getBoundingClientRect().top - title.top) : null
}"""


@pytest.fixture(scope="module")
def phone(browser: Browser, hosted: Edition) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="zh-CN", service_workers="block")
    yield visiting(context, hosted).page
    context.close()


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked["asks"])
def test_the_first_screen_answers(phone: Page, hosted: Edition, asked: dict[str, Any]) -> None:
    address = hosted.url(asked["way"][-1])
    if phone.url != address:
        phone.goto(address)
    seen = re.sub(r"\s+", "", phone.evaluate(SEEN))
    assert not [words for words in asked["says"] if words.replace(" ", "") not in seen], seen


def test_typed_into_search_each_question_opens_a_page_that_answers(
    browser: Browser, hosted: Edition
) -> None:
    """The first hit is the page of the way, or another whose first screen was read for the question (`or`)."""
    page = visiting(
        browser.new_context(viewport=PHONE, locale="zh-CN", service_workers="block"), hosted
    ).open("")
    questions = [
        {"query": each["asks"], "kind": "first", "pages": [each["way"][-1], *each.get("or", [])]}
        for each in ASKED
    ]
    right = answers(page, questions)
    page.context.close()
    asked = [each["query"] for each in questions]
    assert not [query for query, (first, _) in zip(asked, right, strict=True) if not first]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked["asks"])
def test_the_page_is_two_taps_from_home_at_most(
    phone: Page, hosted: Edition, asked: dict[str, Any]
) -> None:
    """By links that are seen: one in a folded part is a tap more."""
    here = hosted.url("")
    assert len(asked["way"]) <= MOST_TAPS
    for each in asked["way"]:
        if phone.url != here:
            phone.goto(here)
        there = hosted.url(each)
        assert there in phone.evaluate(SEEN_LINKS), (here, each)
        here = there


def test_the_first_step_is_within_half_a_screen(phone: Page, hosted: Edition) -> None:
    docs = ROOT / "docs"
    slugs = [path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md")]
    far: dict[str, int] = {}
    for slug in sorted(filter(is_guidance, slugs)):
        phone.goto(hosted.url(slug.removesuffix("index").strip("/")))
        if (distance := phone.evaluate(FIRST_STEP)) is not None:
            far[slug] = distance
    rows = [f"| {slug} | {distance} |" for slug, distance in far.items()]
    head = ["| page | from title to first step, px |", "| --- | ---: |"]
    text = "\n".join([*head, *rows, f"| **median** | {median(far.values()):.0f} |"]) + "\n"
    (BUILD / "first-screens.md").write_text(text, encoding="utf-8")
    assert len(far) > 60
    assert median(far.values()) < HALF_A_SCREEN
