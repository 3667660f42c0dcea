"""Time from navigation to a figure computed by Python in the page: ours beside bare Pyodide.

    python -m scripts.bench.boot [--page calculators/overdue-cost/] [--runs 7]
                                 [--conditions full,cpu4,halfcore,slow,phone] [--encoding gzip]

Every run is a cold one: a new browser process with a new profile, on disk as a reader's is. (A
window that keeps nothing, which test tools open by default, has its caches in memory only, and never
those of compiled code.) The clock runs from the navigation, once the browser and its tab have
finished their own start. The second visit is a new tab some seconds later. The rows go in turn, because
a machine's speed drifts by more than the differences; so only ratios within one table mean anything,
and both visits are compared with bare Pyodide's first.
Where `--page` is not built yet, the smallest page with our runtime stands in. A run in which a page
gives no result, as a peer's now and then does, is told and made again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from scripts import chromium
from scripts.bench import peers, slow
from scripts.bench.rows import Row, bare, minimal, offline, ours
from scripts.bench.server import ISOLATED, Server, serving
from scripts.bench.smallest import smallest_page
from scripts.generator.runtime.paths import PYODIDE
from scripts.generator.steps import ROOT

ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
TIMEOUT_MS = 120_000
ATTEMPTS = 3
# A reader's browser runs already when they come; its own start is no page's.
SETTLED_MS = 1500
# Nobody comes back in the second that they leave; browsers finish their caches meanwhile.
REST_MS = 5000
KEPT = """async () => {
  if (location.protocol === "file:") return
  if (await navigator.serviceWorker?.getRegistration()) await navigator.serviceWorker.ready
}"""
CONDITIONS = {
    "full": "full speed",
    "cpu4": "page's main thread 4 times slower (CDP)",
    "halfcore": "whole browser on half a core",
    "slow": "10 Mbit/s, 40 ms",
    "phone": "1.6 Mbit/s, 150 ms, page's main thread 4 times slower",
}


@dataclass(frozen=True)
class Run:
    """Both visits in ms, and what was sent for the first."""

    first: float
    second: float
    sent: int
    requests: int


def main() -> None:
    """Measure and print one table a condition."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.boot")
    parser.add_argument("--page", default="calculators/overdue-cost/")
    parser.add_argument("--site", type=Path, default=ROOT / "build" / "site")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--conditions", default="full")
    parser.add_argument("--encoding", default="gzip", choices=("gzip", "br"))
    given = parser.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        rows = _rows(given.site, given.page, Path(folder))
        for condition in given.conditions.split(","):
            table = measure(playwright, rows, condition, given.runs, given.encoding)
            print(f"\n{CONDITIONS[condition]}, {given.encoding}, median of {given.runs} cold runs")
            print(written(table))


def _rows(site: Path, page: str, folder: Path) -> Sequence[Row]:
    for name in ("bare", "smallest"):
        (folder / name).mkdir()
    plain = bare(PYODIDE, folder / "bare")
    built = (site / page / "index.html").exists()
    first = ours(site, page) if built else minimal(smallest_page(folder / "smallest"))
    mine = [first]
    if (site.parent / "offline" / page).exists():
        mine.append(offline(site.parent / "offline", page))
    if not peers.MODULES.exists():
        return (plain, *mine)
    others = peers.pyscript(PYODIDE, folder / "pyscript"), peers.mkdocs_pyscript(folder / "mkdocs")
    return (plain, *mine, *others)


def measure(
    playwright: Playwright, rows: Sequence[Row], condition: str, runs: int, encoding: str
) -> dict[str, list[Run]]:
    """Every row ``runs`` times, in turn."""
    table: dict[str, list[Run]] = {row.name: [] for row in rows}
    for _ in range(runs):
        for row in rows:
            table[row.name].append(visited(playwright, row, condition, encoding))
    return table


def visited(playwright: Playwright, row: Row, condition: str, encoding: str) -> Run:
    """One cold run of one row; a run without a result is told and made again."""
    more = ISOLATED if row.isolated else {}
    for _ in range(ATTEMPTS):
        with serving(row.folders, encoding, row.policy, more) as server:
            try:
                return _visit_twice(playwright, row, condition, server)
            except TimeoutError as reason:
                print(f"{row.name}, {condition}: {reason}; once more", file=sys.stderr)
    raise SystemExit(f"{row.name} gave no result {ATTEMPTS} times in turn")


def _visit_twice(playwright: Playwright, row: Row, condition: str, server: Server) -> Run:
    with _conditions(server.base, condition) as (base, program), TemporaryDirectory() as profile:
        url = row.path if row.path.startswith("file:") else base + row.path
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=program,
            args=ARGUMENTS,
            # A service worker of a peer would reload the page to give itself headers it has already.
            service_workers="block" if row.isolated else "allow",
        )
        with closing(context):
            context.add_init_script(row.script)
            page = _tab(context)
            first = _visit(page, url, condition)
            sent = sum(size for _, size in server.sent)
            requests = len(server.sent)
            page.wait_for_timeout(REST_MS)
            page.evaluate(KEPT)
            page.wait_for_timeout(REST_MS)
            page.close()
            return Run(first, _visit(_tab(context), url, condition), sent, requests)


def _tab(context: BrowserContext) -> Page:
    """An empty one that has come to rest."""
    page = context.new_page()
    page.wait_for_timeout(SETTLED_MS)
    return page


def _visit(page: Page, url: str, condition: str) -> float:
    if condition in ("cpu4", "phone"):
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url, wait_until="commit", timeout=TIMEOUT_MS)
    # Playwright's own waiting would need `unsafe-eval`, which our policy forbids.
    for _ in range(TIMEOUT_MS // 50):
        measured = page.evaluate("globalThis.measured")
        if measured:
            return float(measured)
        page.wait_for_timeout(50)
    raise TimeoutError(f"{url} gave no result within {TIMEOUT_MS // 1000} s")


@contextmanager
def _conditions(base: str, condition: str) -> Iterator[tuple[str, str | None]]:
    """The address to visit and the browser to visit it with."""
    with ExitStack() as stack:
        program = chromium.find()
        if condition == "slow":
            base = stack.enter_context(slow.shaped(base, slow.Link(10, 40)))
        if condition == "phone":
            base = stack.enter_context(slow.shaped(base, slow.Link(1.6, 150)))
        if condition == "halfcore":
            program = stack.enter_context(slow.fraction_of_cpu(program or "chromium", 0.5))
            if program is None:
                raise SystemExit("half a core needs control groups: run as root on Linux")
        yield base, program


def written(table: dict[str, list[Run]]) -> str:
    """The table in Markdown; the first row is what the others are compared with."""
    base, *_ = table.values()
    unit = median(run.first for run in base)
    lines = ["| row | first, ms | ratio | second, ms | ratio | MB | requests | all first, ms |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |")
    for name, runs in table.items():
        first, second = median(run.first for run in runs), median(run.second for run in runs)
        *_, last = runs
        lines.append(
            f"| {name} | {first:.0f} | {first / unit:.2f} | {second:.0f} | {second / unit:.2f} "
            f"| {last.sent / 1e6:.2f} | {last.requests} "
            f"| {' '.join(f'{run.first:.0f}' for run in runs)} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
