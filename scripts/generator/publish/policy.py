"""Content Security Policy: only this site's own scripts run, and nothing can be sent anywhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from scripts.generator.markdown.errors import PageError
from scripts.generator.publish.files import rewrite

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_DATA = re.compile(r"""\b(?:src=|type=["']?(?:application/(?:ld\+)?json|text/plain))""")
_CALCULATOR = re.compile(r"<section[^>]*\sdata-calculator=")
_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)

_REFERRER = '<meta name="referrer" content="no-referrer">'

WASM = "'wasm-unsafe-eval'"

Policy = Mapping[str, tuple[str, ...]]

# Text becomes markup, or the address of a script, only through the one door of ours; the script in
# the page's head brings that door with it, as the page's own script does.
_TRUSTED: Policy = {
    "require-trusted-types-for": ("'script'",),
    "trusted-types": ("huanqing", "'allow-duplicates'"),
}

_COMMON: Policy = {
    "default-src": ("'none'",),
    # Inline style attributes only change looks; Material and its SVG icons use them.
    "style-src": ("'self'", "'unsafe-inline'"),
    "img-src": ("'self'", "data:", "blob:"),
    "font-src": ("'self'",),
    "manifest-src": ("'self'",),
    "frame-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
}


def script_hashes(site: Path) -> tuple[str, ...]:
    """Hashes of every inline script of the site: one list serves all pages, and the headers.

    Raises ``PageError`` at a script among a page's words: the theme's stand before and behind them, and
    nothing that is found in a page can bless itself.
    """
    codes: set[str] = set()
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        found = inline_scripts(text)
        words = text[text.find("<article") : text.rfind("</article>") + 1]
        if inside := set(inline_scripts(words)):
            raise PageError(str(page), 1, f"holds a script among its words: {min(inside)[:60]!r}")
        codes.update(found)
    return hashes(codes)


def hashes(codes: Iterable[str]) -> tuple[str, ...]:
    """As a policy names inline scripts."""
    return tuple(sorted({f"'sha256-{_digest(code)}'" for code in codes}))


def inline_scripts(html: str) -> list[str]:
    """The code of the page's scripts that stand in the page itself."""
    found = _SCRIPT.finditer(html)
    return [each["code"] for each in found if not _DATA.search(each["attributes"])]


def _digest(code: str) -> str:
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


def hosted(hashes: tuple[str, ...]) -> Policy:
    """What a page of the website may do: everything from this origin.

    Python runs in a worker that is made of text and obeys the page, whatever headers its host sends.
    The reader goes on to other pages within the first, so all pages say the same.
    """
    return {
        **_COMMON,
        "script-src": ("'self'", WASM, *hashes),
        "connect-src": ("'self'",),
        **_workers("'self'", "blob:"),
        **_TRUSTED,
    }


def sent(hashes: tuple[str, ...]) -> Policy:
    """The policy for the headers of every file.

    A page obeys this and its own, so what its own forbids stays forbidden. No doors for Trusted Types:
    the service worker, which obeys these headers, has none.
    """
    return {name: sources for name, sources in hosted(hashes).items() if name not in _TRUSTED}


def offline(hashes: tuple[str, ...]) -> Policy:
    """The offline edition's: files have no origin, so ``file:`` stands for it, ``blob:`` for workers.

    A worker made from a blob obeys the page, so this one starts Python and asks for no Trusted Types.
    """
    style = (*_COMMON["style-src"], "file:")
    return {
        **_COMMON,
        "style-src": style,
        "img-src": (*_COMMON["img-src"], "file:"),
        "script-src": ("'self'", "file:", "blob:", WASM, *hashes),
        "connect-src": ("blob:", "data:"),
        **_workers("blob:"),
    }


def one_file(hashes: tuple[str, ...]) -> Policy:
    """The one file's: it asks for nothing at all, not even of its own folder."""
    return {
        **_COMMON,
        "style-src": ("'unsafe-inline'",),
        "img-src": ("data:", "blob:"),
        "font-src": ("'none'",),
        "manifest-src": ("'none'",),
        "script-src": ("blob:", WASM, *hashes),
        **_workers("blob:"),
    }


def _workers(*sources: str) -> Policy:
    """Safari before 15.5 knows the older name only."""
    return {"worker-src": sources, "child-src": sources}


def without_python(policy: Policy) -> Policy:
    """The same for a page that has nothing to compute."""
    return {name: tuple(s for s in sources if s != WASM) for name, sources in policy.items()}


def written(policy: Policy) -> str:
    """The policy as the value of its header."""
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in policy.items())


def protect(site: Path, policy: Policy, *, alone: bool) -> None:
    """Put the policy into every page, before anything that it governs.

    Where each page is opened ``alone``, those that compute nothing may not start Python.
    No link tells another site where its reader came from, whatever headers the host sends.
    """
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        own = without_python(policy) if alone and not _CALCULATOR.search(html) else policy
        rewrite(page, protected(html, own))


def protected(html: str, policy: Policy) -> str:
    """The page with the policy as the first thing it says."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{written(policy)}">{_REFERRER}'
    return _CHARSET.sub(_after(meta), html, count=1)


def _after(addition: str) -> Callable[[re.Match[str]], str]:
    return lambda found: found.group() + addition
