"""Assemble the theme: bundled scripts and styles under names that carry their content's hash."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.generator import bundler
from scripts.generator.integrity import integrity, keep
from scripts.generator.site import Site

ASSETS = "assets/site"
# One file a kind, so that a page asks for one script and one style sheet of ours.
STYLES = ("tokens.css", "page.css", "home.css", "calculator.css", "search.css", "print.css")
# Parts of the script that are fetched only when somebody asks for them.
LAZY = {
    "desk": "desk",
    "example": "example",
    "qr": "qr",
    "search-engine": "search/engine",
    "spreadsheet": "spreadsheet",
}
COLOUR = "#1b5e4f"  # as the styles and the icon are drawn; a site has its own


def build(theme: Path, runtime: Path, out: Path, site: Site) -> None:
    """Write ``out``, the directory MkDocs lays over Material's own templates."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(theme / "overrides", out)
    shutil.copytree(runtime, out / "assets" / "runtime")
    folder = out / ASSETS
    folder.mkdir(parents=True)
    lazy = {name: _part(theme, entry, name, folder) for name, entry in LAZY.items()}
    manifest = json.loads((runtime / "manifest.json").read_text(encoding="utf-8"))
    script = keep(_page(theme, manifest, lazy), folder, "page", ".js")
    (out / "service-worker.js").write_bytes(_service_worker(theme))
    style = keep(_style(theme / "css", site.colour), folder, "page", ".css")
    _in_the_sites_name(out, site)
    include = out / "partials" / "site-assets.html"
    include.parent.mkdir(exist_ok=True)
    include.write_text(_include(script, style, site.colour, _touch_icon(out)), encoding="utf-8")
    last = include.with_name("site-script.html")
    last.write_text(
        f"<script data-page src=\"{{{{ '{ASSETS}/{script}' | url }}}}\"></script>\n", "utf-8"
    )
    colours = include.with_name("site-colours.html")
    first = bundler.script(theme / "src" / "colours.ts").decode().strip()
    colours.write_text(f"<script>{first}</script>\n", "utf-8")
    start = include.with_name("site-start.html")
    worker = (runtime / manifest["worker"]).read_text(encoding="utf-8")
    start.write_text(_start(theme, manifest["worker"], worker), encoding="utf-8")


def _part(theme: Path, entry: str, name: str, folder: Path) -> tuple[str, str]:
    """The name of a part of the script, and its hash."""
    content = bundler.script(theme / "src" / f"{entry}.ts")
    return keep(content, folder, name, ".js"), integrity(content)


def _page(theme: Path, manifest: Mapping[str, Any], lazy: Mapping[str, tuple[str, str]]) -> bytes:
    """The script of every page, which knows the names of the files it may ask for later."""
    page = theme / "src" / "page.ts"
    return bundler.script(page, RUNTIME_MANIFEST=manifest, LAZY_FILES=lazy)


def _in_the_sites_name(out: Path, site: Site) -> None:
    """The manifest, and the icon in the site's colour; the pictures of it only where they fit."""
    icon = out / "assets" / "favicon.svg"
    drawn = icon.read_text("utf-8")
    if site.colour not in drawn:
        icon.write_text(drawn.replace(COLOUR, site.colour), "utf-8")
        shutil.rmtree(out / "assets" / "icons")
    manifest = site.manifest(out / "assets" / "icons")
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (out / "manifest.webmanifest").write_text(text, encoding="utf-8")


def _style(folder: Path, colour: str) -> bytes:
    """All styles in one sheet, with the site's colour in the place of the theme's own."""
    joined = "\n".join((folder / name).read_text(encoding="utf-8") for name in STYLES)
    return bundler.style(joined.replace(COLOUR, colour))


def _service_worker(theme: Path) -> bytes:
    """Without its list of files, which publishing writes in."""
    entry = theme / "service-worker" / "service-worker.ts"
    quiet = '--define:process.env.NODE_ENV="production"'
    return bundler.script(entry, quiet)


def _start(theme: Path, name: str, worker: str) -> str:
    """The lines that start Python at once, and the worker's own, in the page itself.

    A file would have to be fetched; and what comes of a fetch waits until the page has been read.
    """
    code = bundler.script(theme / "src" / "start.ts", WORKER_CODE=worker).decode().strip()
    return f"<script data-start=\"{{{{ 'assets/runtime/{name}' | url }}}}\">{code}</script>\n"


def _touch_icon(out: Path) -> str:
    """The line for the picture that a phone puts on its first screen, where the site has one."""
    if not (out / "assets" / "icons" / "180.png").exists():
        return ""
    return '<link rel="apple-touch-icon" href="{{ \'assets/icons/180.png\' | url }}">\n'


def _include(script: str, style: str, colour: str, touch: str) -> str:
    return (
        f'<link rel="stylesheet" href="{{{{ \'{ASSETS}/{style}\' | url }}}}">\n'
        f'<meta name="theme-color" content="{colour}">\n'
        '<link rel="manifest" href="{{ \'manifest.webmanifest\' | url }}">\n'
        f"{touch}"
        f'<link rel="preload" as="script" href="{{{{ \'{ASSETS}/{script}\' | url }}}}">\n'
    )
