"""What people type leads to the page that answers, hosted and from files."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.browser.conftest import Visit

QUERIES = yaml.safe_load(
    (Path(__file__).parents[1] / "content" / "search_queries.yml").read_text(encoding="utf-8")
)
DOCS = Path(__file__).parents[2] / "docs"
ENOUGH = 0.95

# Types every question into the open box and waits until it says how many pages it found.
ASK = """async (questions) => {
  const box = document.querySelector("dialog.hq-search")
  const input = box.querySelector("input"), status = box.querySelector("[role=status]")
  const found = []
  for (const question of questions) {
    const answered = new Promise((done) => {
      new MutationObserver((_, seen) => { seen.disconnect(); done() }).observe(status, {childList: true})
    })
    input.value = question
    input.dispatchEvent(new InputEvent("input", {bubbles: true}))
    await answered
    found.push([...box.querySelectorAll("li a")].slice(0, 3).map((link) => link.href))
  }
  return found
}"""


def test_the_right_page_is_among_the_first_three(visit: Visit) -> None:
    page = visit.open("")
    page.locator("[data-search]").click()
    page.get_by_role("searchbox").wait_for()
    found = page.evaluate(ASK, [entry["query"] for entry in QUERIES])
    misses = []
    for entry, links in zip(QUERIES, found, strict=True):
        slugs = [slug(link, visit.edition.base) for link in links]
        if not set(entry["pages"]) & set(slugs):
            misses.append(f"{entry['query']}: {slugs}, not {entry['pages']}")
    print(
        f"{visit.edition.name}: {len(QUERIES) - len(misses)} of {len(QUERIES)}", *misses, sep="\n"
    )
    assert len(misses) <= (1 - ENOUGH) * len(QUERIES), "\n".join(misses)


def slug(link: str, base: str) -> str:
    """The page's name in ``docs`` without its ending, as the list of queries gives it."""
    path = link.removeprefix(base).split("#")[0].removesuffix("index.html").strip("/")
    folder = path in {"", *(p.name for p in DOCS.iterdir() if p.is_dir())}
    return f"{path}/index".lstrip("/") if folder else path
