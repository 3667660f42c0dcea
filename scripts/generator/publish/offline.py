"""The same pages for reading from a disk: links name files, and Python comes in scripts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from scripts.generator.publish.files import rewrite

_HREF = re.compile(r"""(?P<before>\shref=)(?P<quote>["']?)(?P<link>[^"'\s>]+)(?P=quote)""")
_FOREIGN = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)
# Where a page that moved leads on without a script.
_REFRESH = re.compile(r"""(?P<before>content="0; url=)(?P<link>[^"]+)(?=")""")
# What only a web server or a search engine has use for.
_SERVER_ONLY = (
    *("sitemap.xml", "sitemap.xml.gz", "404.html", "_headers", "robots.txt"),
    *("service-worker.js", "manifest.webmanifest"),
)
# Files on a disk cannot be installed, and browsers complain of being asked.
_INSTALLED = re.compile(r'<link rel="?(?:manifest|apple-touch-icon)"?[^>]*>\s*')


def convert(site: Path) -> None:
    """Turn a copy of the website into the offline edition, in place."""
    for name in _SERVER_ONLY:
        (site / name).unlink(missing_ok=True)
    _keep_carried(site / "assets" / "runtime")
    for page in site.rglob("*.html"):
        text = _REFRESH.sub(_led, _HREF.sub(_filed, page.read_text("utf-8")))
        rewrite(page, _INSTALLED.sub("", text))


def _keep_carried(runtime: Path) -> None:
    """Of Python only the scripts that carry its files: a page on a disk may not fetch any."""
    for path in runtime.iterdir():
        if path.is_file():
            path.unlink()
        elif path.name != "offline":
            shutil.rmtree(path)


def to_file(link: str) -> str:
    """``cases/late/#top`` -> ``cases/late/index.html#top``; other links stay as they are."""
    if _FOREIGN.match(link):
        return link
    path, mark, fragment = link.partition("#")
    if path in {".", ".."} or path.endswith(("/.", "/..")):
        path += "/"
    if path.endswith("/"):
        path += "index.html"
    return path.removeprefix("./") + mark + fragment


def _filed(match: re.Match[str]) -> str:
    return f'{match["before"]}"{to_file(match["link"])}"'


def _led(match: re.Match[str]) -> str:
    return match["before"] + to_file(match["link"])
