"""What is measured: each row is a page, and a script that tells when its first result is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.bench.server import POLICY

BARE_PAGE = """<!doctype html><meta charset="utf-8"><title>bare Pyodide</title><output></output>
<script type="module">
import { loadPyodide } from "/pyodide/pyodide.mjs"
const python = await loadPyodide()
document.querySelector("output").textContent = python.runPython(`
from decimal import Decimal
str(sum(Decimal("20001") * Decimal("0.0005") for day in range(20)))`)
</script>
"""

# In ours the reader changes a number as soon as the form is alive, which is before the page has
# loaded; what counts is the figure that follows. The output holds the default result before, so a
# first change is what to wait for.
CHANGE = """
const alive = new MutationObserver(() => {
  const section = document.querySelector("[data-calculator][data-alive]")
  if (!section) return
  alive.disconnect()
  const output = section.querySelector("output")
  new MutationObserver(() => globalThis.measured ??= performance.now())
    .observe(output, { childList: true })
  const control = section.querySelector("input[inputmode=decimal]")
  control.value = String(Number(control.value.replace(/[^0-9.]/g, "")) + 1)
  control.dispatchEvent(new Event("input", { bubbles: true }))
})
alive.observe(document, { attributeFilter: ["data-alive"], childList: true, subtree: true })
"""
WATCH = """
addEventListener("DOMContentLoaded", () => {
  new MutationObserver(() => globalThis.measured ??= performance.now())
    .observe(document.querySelector("output"), { childList: true })
})
"""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    path: str
    """On the server, or the whole address of a file."""
    folders: Mapping[str, Path]
    """What the server shows, by prefix."""
    script: str
    """Runs before the page's own; sets ``globalThis.measured`` to ms since navigation."""
    policy: str | None = None
    isolated: bool = False
    """Whether the page needs shared memory between threads, and so the headers that allow it."""


def ours(site: Path, page: str) -> Row:
    """A page of the built site, its first number changed."""
    return Row(f"ours: {page}", f"/{page}", {"/": site}, CHANGE)


def offline(edition: Path, page: str) -> Row:
    """The same page as a double click opens it."""
    file = edition / page / "index.html"
    return Row(f"ours, offline: {page}", file.as_uri(), {}, CHANGE)


def minimal(folder: Path) -> Row:
    """The smallest page with our runtime, under the strictest policy."""
    return Row("ours, empty page", "/", {"/": folder}, WATCH, POLICY)


def bare(pyodide: Path, folder: Path) -> Row:
    """An empty page with Pyodide as its manual shows."""
    (folder / "index.html").write_text(BARE_PAGE)
    return Row("bare Pyodide", "/", {"/pyodide/": pyodide, "/": folder}, WATCH)
