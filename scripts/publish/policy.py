"""Content Security Policy: only this site's own scripts run, and nothing can be sent anywhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from scripts.publish.files import rewrite

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_DATA = re.compile(r"""\b(?:src=|type=["']?application/(?:ld\+)?json)""")
_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)

Policy = Mapping[str, tuple[str, ...]]

_COMMON: Policy = {
    "default-src": ("'none'",),
    # Inline style attributes only change looks; Material and its SVG icons use them.
    "style-src": ("'self'", "'unsafe-inline'"),
    "img-src": ("'self'", "data:", "blob:"),
    "font-src": ("'self'",),
    "manifest-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
}


def script_hashes(site: Path) -> tuple[str, ...]:
    """Hashes of every inline script of the site.

    One list serves all pages: instant navigation puts the next page's scripts into this one.
    """
    codes = {
        code for page in site.rglob("*.html") for code in inline_scripts(page.read_text("utf-8"))
    }
    return tuple(sorted(f"'sha256-{_digest(code)}'" for code in codes))


def inline_scripts(html: str) -> list[str]:
    """The code of the page's scripts that stand in the page itself."""
    found = _SCRIPT.finditer(html)
    return [each["code"] for each in found if not _DATA.search(each["attributes"])]


def _digest(code: str) -> str:
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


def hosted(hashes: tuple[str, ...]) -> Policy:
    """The website's policy: everything from this origin, Python as WebAssembly."""
    return {
        **_COMMON,
        "script-src": ("'self'", "'wasm-unsafe-eval'", *hashes),
        "connect-src": ("'self'",),
        "worker-src": ("'self'",),
    }


def offline(hashes: tuple[str, ...]) -> Policy:
    """The offline edition's: files have no origin, so ``file:`` stands for it, ``blob:`` for workers."""
    style = (*_COMMON["style-src"], "file:")
    return {
        **_COMMON,
        "style-src": style,
        "img-src": (*_COMMON["img-src"], "file:"),
        "script-src": ("'self'", "file:", "blob:", "'wasm-unsafe-eval'", *hashes),
        "connect-src": ("blob:", "data:"),
        "worker-src": ("blob:",),
    }


def written(policy: Policy) -> str:
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in policy.items())


def protect(site: Path, policy: Policy) -> None:
    """Put the policy into every page, before anything that it governs."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{written(policy)}">'
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        rewrite(page, _CHARSET.sub(lambda charset: charset.group() + meta, html, count=1))


def write_headers(site: Path, hashes: tuple[str, ...]) -> None:
    """The ``_headers`` file that common static hosts read."""
    policy = {**hosted(hashes), "frame-ancestors": ("'none'",)}
    lines = [
        "/*",
        f"  Content-Security-Policy: {written(policy)}",
        "  Referrer-Policy: no-referrer",
        "  X-Content-Type-Options: nosniff",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "/assets/huanqing/*",
        "  Cache-Control: public, max-age=31536000, immutable",
    ]
    (site / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8")
