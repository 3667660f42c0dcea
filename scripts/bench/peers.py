"""Other ways to have Python in a page, as their manuals show them.

What they would fetch from a content delivery network comes from this machine instead, which spares
them its round trips.

``scripts/bench/peers/package.json`` pins the packages; ``make bench`` installs them there.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from scripts.bench.rows import WATCH, Row

MODULES = Path(__file__).parent / "peers" / "node_modules"
WORK = """from decimal import Decimal
print(sum(Decimal("20001") * Decimal("0.0005") for day in range(20)))"""

_PYSCRIPT_PAGE = """<!doctype html><meta charset="utf-8"><title>PyScript</title>
<link rel="stylesheet" href="/pyscript/core.css">
<script type="module" src="/pyscript/core.js"></script>
<output></output>
<script type="py" config='{"interpreter": "/pyodide/pyodide.mjs"}'>
from decimal import Decimal
from pyscript import document
document.querySelector("output").textContent = str(
    sum(Decimal("20001") * Decimal("0.0005") for day in range(20)))
</script>
"""
_MKDOCS = """site_name: peer
theme: {name: material, font: false}
plugins: [mkdocs-pyscript]
"""
# Its reader presses LOAD, which makes an editor, and then the editor's own button.
_PRESS = """
addEventListener("DOMContentLoaded", () => {
  const pressed = new Set()
  const step = () => {
    for (const each of ["[data-pyscript=button]", ".py-editor-run-button"]) {
      const button = document.querySelector(each)
      if (button && !pressed.has(each)) { pressed.add(each); button.click() }
    }
    const output = document.querySelector(".py-editor-output")
    if (output?.textContent.trim()) globalThis.measured ??= performance.now()
    else requestAnimationFrame(step)
  }
  step()
})
"""
_CDN = "https://cdn.jsdelivr.net/pyodide/v${e}/full/pyodide.mjs"


def pyscript(pyodide: Path, folder: Path) -> Row:
    """PyScript of today, on the Pyodide that we use."""
    folder.mkdir()
    (folder / "index.html").write_text(_PYSCRIPT_PAGE)
    dist = MODULES / "pyscript" / "dist"
    folders = {"/pyodide/": pyodide, "/pyscript/": dist, "/": folder}
    return Row("PyScript 0.7.31", "/", folders, WATCH)


def mkdocs_pyscript(folder: Path) -> Row:
    """The MkDocs plugin with the PyScript and the Pyodide that it asks for."""
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(_MKDOCS)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(f"# Peer\n\n```python\n{WORK}\n```\n")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", folder / "mkdocs.yml"],
        check=True,
        capture_output=True,
    )
    home, script = folder / "site" / "index.html", folder / "pyscript"
    home.write_text(home.read_text().replace("https://pyscript.net/releases/2024.4.2", "/pyscript"))
    shutil.copytree(MODULES / "pyscript-2024" / "dist", script)
    for path in script.glob("*.js"):  # its worker is made of a blob, so the address must be whole
        near = path.read_text().replace(_CDN, "${self.location.origin}/pyodide/pyodide.mjs")
        path.write_text(near)
    folders = {
        "/pyodide/": MODULES / "pyodide-0.25",
        "/pyscript/": script,
        "/": folder / "site",
    }
    return Row("mkdocs-pyscript 0.2.1", "/", folders, _PRESS, isolated=True)
