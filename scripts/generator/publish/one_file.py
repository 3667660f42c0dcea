"""The whole site in one HTML file, which opens out of a chat or a phone's list of files.

Pages stand in it as ``<noscript>``: a browser that runs no scripts shows them one below the other, one
that does leaves them unread until its reader goes there. Scripts, Python among them, stand in it as text.
Plain Pyodide, which on a website helps out where the image cannot start, is left out: it would double
the file.
"""

from __future__ import annotations

import base64
import html
import mimetypes
import posixpath
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

from scripts.generator.publish import policy

_HREF = re.compile(r'(?P<before>\shref=)"(?P<link>[^"]*)"(?P<saved> download(?=[ >]))?')
_FOREIGN = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_HEADING = re.compile(r'(<h[1-6][^>]*\sid=)"([^"]+)"')
_ROOT = re.compile(r'(\sdata-root=)"[^"]*"')
_CONTENT = '<div class="md-content" data-md-component="content">'
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_SKIP = re.compile(r'<a href="[^"]*" class="md-skip">.*?</a>', re.DOTALL)
_BLANK = re.compile(r"\n\s*\n+")
_DESCRIPTION = re.compile(r'<meta name="description"[^>]*>')
_COLOUR = re.compile(r'<meta name="theme-color"[^>]*>')
_STYLE = re.compile(r'<link rel="stylesheet" href="\.?/?(?P<path>[^"]+)">')
_PAGE_SCRIPT = re.compile(r'<script data-page src="[^"]*"></script>')
_LIBRARY = re.compile(r'data-search="[^"]*"')
_COPYRIGHT = '<div class="md-copyright">'
_ENCLOSED = (
    "assets/site/*.js",
    "assets/runtime/offline/worker.*.js",
    "assets/runtime/offline/python.*.js",
)


class OneFileError(ValueError):
    """Something on a page cannot stand in one file; the message says what and on which page."""


@dataclass(frozen=True)
class _Page:
    """A page: ``route`` is its place from the top of the site, as in ``/stages/lawsuit/``."""

    route: str
    title: str
    content: str


def write(site: Path, target: Path, day: date) -> None:
    """Write the pages of an unpacked site (the offline edition before its links name files) as one file.

    ``day`` is that of the sources, for the reader who is handed the file.
    """
    pages = _pages(site)
    routes = {page.route for page in pages}
    shell = _shell(site, routes, day)
    script = _only(site, "assets/site/page.*.js").read_text("utf-8")
    shelf = "\n".join(_shelved(page, routes, site) for page in pages)
    before, after = shell.split(_CONTENT, 1)
    body = f"{before}{_CONTENT}\n{shelf}\n{after[after.rindex('</article>') + len('</article>') :]}"
    body = _PAGE_SCRIPT.sub(lambda _: f"<script data-page>{script}</script>", body)
    text = _head(site, body) + body.replace("</body>", _enclosed(site) + "</body>")
    hashes = policy.hashes(policy.inline_scripts(text))
    target.write_text(policy.protected(text, policy.one_file(hashes)), encoding="utf-8")


def _pages(site: Path) -> list[_Page]:
    """Every page that says something itself: those that only lead on have no content of their own."""
    found = []
    for path in sorted(site.rglob("index.html")):
        text = path.read_text("utf-8")
        if _CONTENT not in text:
            continue
        route = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
        title = _TITLE.search(text)
        assert title, path
        content = text.split(_CONTENT, 1)[1]
        content = content[: content.rindex("</article>") + len("</article>")]
        found.append(_Page(route, html.unescape(title[1]), _BLANK.sub("\n", content)))
    return sorted(found, key=lambda page: (page.route != "/", page.route))


def _shelved(page: _Page, routes: set[str], site: Path) -> str:
    named = _HEADING.sub(rf'\1"{page.route}#\2"', page.content)
    content = _ROOT.sub(r'\1"#/"', _linked(named, page.route, routes, site))
    if "</noscript" in content:
        raise OneFileError(f"{page.route}: holds a noscript, in which all pages stand here")
    title = html.escape(page.title, quote=True)
    return (
        f'<noscript data-route="{page.route}" data-title="{title}">'
        f'<div class="md-content" data-md-component="content" id="{page.route}">{content}</div></noscript>'
    )


def _linked(text: str, route: str, routes: set[str], site: Path) -> str:
    """With every link to a page of the site as ``#/stages/lawsuit/#what-now``, to a file as the file itself."""

    def led(match: re.Match[str]) -> str:
        link = html.unescape(match["link"])
        if _FOREIGN.match(link):
            return match.group()
        file = site / posixpath.normpath(posixpath.join(route, link)).lstrip("/")
        if file.is_file():
            return f'{match["before"]}"{_data(file)}" download="{html.escape(file.name)}"'
        return f'{match["before"]}"{html.escape(routed(link, route, routes))}"'

    return _HREF.sub(led, text)


def _data(file: Path) -> str:
    """A file to be saved, as an address that holds it."""
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"


def routed(link: str, route: str, routes: set[str]) -> str:
    """``../lawsuit/#x`` on ``/stages/late/`` -> ``#/stages/lawsuit/#x``; raises for what is no page."""
    path, _, place = link.partition("#")
    to = posixpath.normpath(posixpath.join(route, path)) if path else route
    to = to.removesuffix("index.html").rstrip("/") + "/"
    if to not in routes:
        raise OneFileError(f"{route}: {link} leads to no page")
    return f"#{to}" + (f"#{place}" if place else "")


def _shell(site: Path, routes: set[str], day: date) -> str:
    """What is around every page, from the one page that belongs nowhere."""
    text = (site / "404.html").read_text("utf-8")
    text = text[text.index("<body") :]
    base = re.search(r'<a href="([^"]*?)\.?" [^>]*md-logo', text)
    assert base, "404.html leads nowhere"
    text = text.replace(f'href="{base[1]}', 'href="/')
    skip = _SKIP.search((site / "index.html").read_text("utf-8"))
    text = text.replace(
        '<div data-md-component="skip">',
        f'<div data-md-component="skip">{skip.group() if skip else ""}',
    )
    text = _LIBRARY.sub(f'data-search="{_only(site, "assets/site/library.*.js").name}"', text)
    said = (
        f"{_COPYRIGHT}<p>整个网站在这一个文件里，{day:%Y-%m-%d} 打包。过了半年，请换一份新的。</p>"
    )
    return _BLANK.sub("\n", _linked(text.replace(_COPYRIGHT, said), "/", routes, site))


def _head(site: Path, body: str) -> str:
    """The head, in which nothing is asked of anybody."""
    home = (site / "index.html").read_text("utf-8")
    opening = home[home.index("<html") :].partition(">")[0]
    sheets = "".join((site / found["path"]).read_text("utf-8") for found in _STYLE.finditer(home))
    sheets = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", sheets)
    icon = quote((site / "assets" / "favicon.svg").read_text("utf-8"))
    kept = "".join(found.group() for p in (_DESCRIPTION, _COLOUR) if (found := p.search(home)))
    title = _TITLE.search(home)
    return (
        f'<!doctype html>\n{opening} data-one-file>\n<head>\n<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'{kept}<link rel="icon" href="data:image/svg+xml,{icon}">{title.group() if title else ""}\n'
        f"<style>{sheets}</style>\n</head>\n"
    )


def _enclosed(site: Path) -> str:
    return "".join(
        f'<script type="text/plain" data-file="{path.name}">{_harmless(path)}</script>\n'
        for pattern in _ENCLOSED
        for path in sorted(site.glob(pattern))
        if not path.name.startswith("page.")
    )


def _only(site: Path, pattern: str) -> Path:
    (found,) = site.glob(pattern)
    return found


def _harmless(path: Path) -> str:
    """The text of a script that may stand in a page: nothing in it ends or opens another."""
    text = path.read_text("utf-8")
    if re.search(r"</script|<!--", text, re.IGNORECASE):
        raise OneFileError(f"{path.name}: holds the end of a script or a comment")
    return text
