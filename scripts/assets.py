"""Assemble the theme: bundled scripts and styles under names that carry their content's hash."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import material

ESBUILD = Path(__file__).resolve().parent.parent / "node_modules" / ".bin" / "esbuild"
ASSETS = "assets/huanqing"
# One file a kind, so that a page asks for one script and one style sheet of ours.
STYLES = ("tokens.css", "page.css", "calculator.css")
# What the oldest phones still in wide use can run (Chrome 87, Safari 14, WeChat's WebView).
TARGET = "es2020"


def build(theme: Path, runtime: Path, out: Path) -> None:
    """Write ``out``, the directory MkDocs lays over Material's own templates."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(theme / "overrides", out)
    shutil.copytree(runtime, out / "assets" / "runtime")
    manifest = (runtime / "manifest.json").read_text(encoding="utf-8")
    folder = out / ASSETS
    folder.mkdir(parents=True)
    script = _keep(_bundle(theme / "src" / "page.ts", manifest), folder, "page", ".js")
    _keep(_bundle(theme / "src" / "offline.ts", manifest), folder, "offline", ".js")
    style = _keep(_style(theme / "css"), folder, "page", ".css")
    include = out / "partials" / "huanqing-assets.html"
    include.parent.mkdir(exist_ok=True)
    include.write_text(_include(script, style), encoding="utf-8")


def _bundle(entry: Path, manifest: str) -> bytes:
    """One classic script: module scripts are refused on pages opened from a file."""
    return _esbuild(
        str(entry),
        *("--bundle", "--format=iife", f"--target={TARGET}"),
        *(f"--alias:search-worker={_search_worker()}", "--loader:.js=text"),
        f"--define:RUNTIME_MANIFEST={json.dumps(json.loads(manifest))}",
    )


def _search_worker() -> Path:
    (found,) = (Path(material.__file__).parent / "templates").glob("assets/**/workers/search.*.js")
    return found


def _style(folder: Path) -> bytes:
    joined = "\n".join((folder / name).read_text(encoding="utf-8") for name in STYLES)
    return _esbuild("--loader=css", stdin=joined.encode())


def _esbuild(*arguments: str, stdin: bytes | None = None) -> bytes:
    command = [str(ESBUILD), *arguments, "--minify", "--charset=utf8", "--log-level=warning"]
    done = subprocess.run(command, input=stdin, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        sys.exit("assets: esbuild stopped, see above")
    return done.stdout


def _keep(content: bytes, folder: Path, stem: str, ending: str) -> str:
    """Write the content under a name that changes whenever it does; returns the name."""
    name = f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{ending}"
    (folder / name).write_bytes(content)
    return name


def _include(script: str, style: str) -> str:
    return (
        f'<link rel="stylesheet" href="{{{{ \'{ASSETS}/{style}\' | url }}}}">\n'
        f"<script defer src=\"{{{{ '{ASSETS}/{script}' | url }}}}\"></script>\n"
    )
