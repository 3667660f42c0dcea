"""How the page answers once it is there: ``python -m scripts.bench.use [--changes 200]``.

A plan of 36 months is open and its sum changed again and again, each time when the last answer has been
shown; then the reader scrolls and searches. Told are the time Python takes (from the question put to
the worker to its answer), the time the reader waits (from the change to the new figure in the page),
and the tasks of more than 50 ms that kept the page's main thread after it had loaded: at full speed and
with that thread four times slower.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, Playwright, sync_playwright

from scripts import chromium
from scripts.bench.boot import ARGUMENTS, KEPT, REST_MS, SETTLED_MS
from scripts.bench.server import serving
from scripts.generator.steps import ROOT

# Milliseconds from a figure shown to the next key of somebody who types fast.
PAUSE_MS = 150
PAGE = "/calculators/repayment-schedule/"
# The parts of the question and the answer on their way between page and worker.
WATCH = """
globalThis.python = []
globalThis.tasks = []
new PerformanceObserver((list) => tasks.push(...list.getEntries().map(
  ({ startTime, duration }) => [startTime, duration])))
  .observe({ type: "longtask", buffered: true })
const post = Worker.prototype.postMessage
const asked = new Map()
Worker.prototype.postMessage = function (message, ...rest) {
  if ("ask" in message) {
    if (!asked.size) this.addEventListener("message", ({ data }) => {
      if ("answered" in data) python.push(performance.now() - asked.get(data.answered))
    })
    asked.set(message.ask, performance.now())
  }
  return post.call(this, message, ...rest)
}
"""
CHANGE = """([name, value, pause]) => new Promise((shown) => {
  const section = document.querySelector("[data-calculator]")
  const start = performance.now()
  const seen = new MutationObserver(() => {
    seen.disconnect()
    requestAnimationFrame(() => shown(performance.now() - start))
  })
  seen.observe(section.querySelector("output"), { childList: true })
  const control = section.querySelector(`[name="${name}"]`)
  control.value = value
  control.dispatchEvent(new Event("input", { bubbles: true }))
}).then((waited) => new Promise((rested) => setTimeout(rested, pause, waited)))"""
AFTER_LOAD = """() => {
  const [{ loadEventEnd }] = performance.getEntriesByType("navigation")
  return tasks.filter(([start]) => start > loadEventEnd).map(([, duration]) => duration)
}"""


@dataclass(frozen=True)
class Use:
    """Milliseconds: of each answer, of each wait, and of each long task after the page had loaded."""

    answers: list[float]
    waits: list[float]
    tasks: list[float]


def main() -> None:
    """Measure both speeds and print a table."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.use")
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--site", type=Path, default=ROOT / "build" / "site")
    given = parser.parse_args()
    with sync_playwright() as playwright:
        table = {
            name: measure(playwright, given.site, given.changes, slower)
            for name, slower in {"full speed": 1, "main thread 4 times slower": 4}.items()
        }
    print("\n".join(written(table)))


def measure(playwright: Playwright, site: Path, changes: int, slower: int) -> Use:
    """One visit, in a window of a phone's size."""
    with serving({"/": site}, "gzip", None) as server:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.add_init_script(WATCH)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.wait_for_timeout(SETTLED_MS)
        page.goto(server.base + PAGE)
        page.locator("[data-calculator][data-alive]").wait_for()
        _change(page, "months", 36)
        page.evaluate(KEPT)  # the first visit's copying for the next one ends with it
        page.wait_for_timeout(REST_MS)
        waits = [_change(page, "principal", 20_000 + n) for n in range(changes)]
        _wander(page)
        answers, tasks = page.evaluate("python"), page.evaluate(AFTER_LOAD)
        browser.close()
    return Use(answers[1:], waits, tasks)


def _change(page: Page, name: str, value: int) -> float:
    waited: float = page.evaluate(CHANGE, [name, str(value), PAUSE_MS])
    return waited


def _wander(page: Page) -> None:
    """Down the page and up again, then a look for something else."""
    for way in [600] * 10 + [-600] * 10:
        page.mouse.wheel(0, way)
        page.wait_for_timeout(100)
    page.keyboard.press("/")
    page.keyboard.type("展期", delay=100)
    page.wait_for_timeout(1000)


def written(table: dict[str, Use]) -> Iterator[str]:
    """The table in Markdown."""
    yield "| | answers | Python, ms: median | 95 % | seen, ms: median | 95 % | tasks over 50 ms |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | --- |"
    for name, use in table.items():
        tasks = " ".join(f"{task:.0f}" for task in use.tasks) or "none"
        yield (
            f"| {name} | {len(use.answers)} | {median(use.answers):.1f} | {_most(use.answers):.1f} "
            f"| {median(use.waits):.1f} | {_most(use.waits):.1f} | {tasks} |"
        )


def _most(values: list[float]) -> float:
    """What 95 of a hundred stay under."""
    return quantiles(values, n=20)[-1]


if __name__ == "__main__":
    main()
