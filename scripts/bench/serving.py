"""Requests and bytes per visit, and what ten million a month cost: ``python -m scripts.bench.serving``.

Measured in Chromium from ``build/site`` with the compressed files that lie ready. Bodies are counted,
headers not. Both prices are assumptions: give your host's own.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from scripts import chromium
from scripts.bench.boot import ARGUMENTS, TIMEOUT_MS
from scripts.bench.server import Server, serving
from scripts.generator.build import SITE

CONTENT, CALCULATOR = "stages/day-1-3/", "calculators/overdue-cost/"
VISITS = 10_000_000


class Visit(NamedTuple):
    """One visit: what it was, how often it asked, and the bytes it was sent."""

    name: str
    requests: int
    sent: int


def visits(server: Server) -> Iterator[Visit]:
    """A first visit to a page of words, one that computes, and the same again, each counted."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
        page = browser.new_context().new_page()
        yield _counted("words, first visit", server, lambda: _read(page, server, CONTENT))
        page = browser.new_context().new_page()
        yield _counted("calculator, first visit", server, lambda: _compute(page, server))
        yield _counted("calculator, second visit", server, lambda: _compute(page, server))
        yield _counted("words after that", server, lambda: _read(page, server, CONTENT))
        browser.close()


def _read(page: Page, server: Server, path: str) -> None:
    page.goto(f"{server.base}/{path}", timeout=TIMEOUT_MS)
    page.wait_for_load_state("networkidle", timeout=TIMEOUT_MS)


def _compute(page: Page, server: Server) -> None:
    """Open the calculator, change its first sum, and wait for the figure to follow."""
    _read(page, server, CALCULATOR)
    figure = page.locator(".hq-calculator output [data-figure]").first
    before = figure.text_content()
    page.locator(".hq-calculator [name=principal]").first.fill("31234")
    page.wait_for_function(
        "before => document.querySelector('.hq-calculator output [data-figure]')?.textContent !== before",
        arg=before,
        timeout=TIMEOUT_MS,
    )
    page.wait_for_load_state("networkidle", timeout=TIMEOUT_MS)


def _counted(name: str, server: Server, act: Callable[[], None]) -> Visit:
    server.sent.clear()
    act()
    return Visit(name, len(server.sent), sum(size for _, size in server.sent))


def cost(visit: Visit, per_gb: float, per_million: float) -> float:
    """What ``VISITS`` such visits cost: visits x (bytes / 10^9 x price of a GB + requests x price)."""
    return VISITS * (visit.sent / 1e9 * per_gb + visit.requests / 1e6 * per_million)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.serving", description=__doc__)
    parser.add_argument("--per-gb", type=float, default=0.2, help="yuan, assumed")
    parser.add_argument(
        "--per-million", type=float, default=1.0, help="yuan a 10^6 requests, assumed"
    )
    parser.add_argument("--list", action="store_true", help="name the files of each visit")
    given = parser.parse_args()
    print(f"assumed: {given.per_gb} yuan a GB, {given.per_million} yuan a million requests")
    print(f"{'visit':<26}{'requests':>9}{'KB':>9}{'yuan for 10 million':>21}")
    with serving({"/": SITE}, encoding="br", policy=None) as server:
        for visit in visits(server):
            yuan = cost(visit, given.per_gb, given.per_million)
            print(f"{visit.name:<26}{visit.requests:9}{visit.sent / 1000:9.0f}{yuan:21,.0f}")
            if given.list:
                print(*(f"    {size:>9} {url}" for url, size in server.sent), sep="\n")


if __name__ == "__main__":
    main()
