"""Many questions in the search box, one after the other in one visit, and what stands in it after each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from playwright.sync_api import Page, expect

# The box answers when the reader pauses; a test that asks hundreds of questions cannot wait so often.
ASK = """async (questions) => {
  const box = document.querySelector("dialog.hq-search")
  const input = box.querySelector("input"), status = box.querySelector("[role=status]")
  const wait = window.setTimeout
  window.setTimeout = (then) => wait(then)
  const texts = new Map(huanqingLibrary.pages.map(({url, sections}) => [url, sections.map((each) => each[1] + each[2]).join("\\n")]))
  const root = new URL("../../", new URL(document.querySelector("[data-search]").dataset.search, location.href)).href
  const addresses = (place) => [...box.querySelectorAll(place)].map((link) => link.getAttribute("href"))
  const found = []
  for (const question of questions) {
    const answered = new Promise((done) => {
      new MutationObserver((_, seen) => { seen.disconnect(); done() }).observe(status, {childList: true})
    })
    input.value = question
    input.dispatchEvent(new InputEvent("input", {bubbles: true}))
    await answered
    const hits = [...box.querySelectorAll("ol li a")].slice(0, 3).map((link) => {
      const [url, anchor] = link.href.slice(root.length).replace("index.html", "").split("#")
      const slug = (url.replace(/\\/$/, "") || "index") + (anchor ? `#${anchor}` : "")
      return {slug, href: link.href, title: link.innerText.split("\\n")[0], text: texts.get(url) ?? ""}
    })
    const urgent = addresses(":scope > div:first-of-type a")
    const heard = (box.querySelector("[data-heard]")?.dataset.heard ?? "").split(" ")
    const says = [...box.querySelectorAll("[data-heard] p")].map((each) => each.innerText)
    const shown = [...box.querySelectorAll("ol li")].map((item) => item.innerText)
    found.push({hits, shown, urgent, heard, says, numbers: addresses("a[href^='tel:']"), first: addresses("a")[0], said: status.innerText})
  }
  window.setTimeout = wait
  return found
}"""


def asked(page: Page, questions: Iterable[str]) -> list[dict[str, Any]]:
    """Ask all of them in the open page's search box.

    For each: the first three ``hits`` (slug, href, title, and the words of their page as text), the words
    ``shown`` by every hit, the links of the ``urgent`` card, the kinds of cry it has ``heard`` and what it
    ``says``, all ``numbers`` to ring, the ``first`` link of the box, and what is ``said``.
    """
    page.locator("[data-search]").click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    # Only an empty box shows what people ask most; once it does, the box can answer.
    expect(page.locator("dialog.hq-search ol li").first).to_be_visible(timeout=20_000)
    return cast("list[dict[str, Any]]", page.evaluate(ASK, list(questions)))
