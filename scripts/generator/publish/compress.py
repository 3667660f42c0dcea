"""Compressed siblings of the website's files, for servers that hand out what lies ready."""

from __future__ import annotations

import gzip
import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli  # type: ignore[import-untyped]

SUFFIXES = {
    ".css",
    ".html",
    ".js",
    ".json",
    ".map",
    ".svg",
    ".txt",
    ".wasm",
    ".webmanifest",
    ".xml",
}
# A tenth of the work for a tenth more bytes: kinds that are many or grow with the site, and plain
# Pyodide, which is fetched only where the image of Python cannot be used.
_QUICK = {".html", ".json", ".map", ".xml"}
_SELDOM = "pyodide."
_WORTH_KEEPING_BYTES = 1_000_000


def siblings(site: Path, cache: Path) -> None:
    """Write ``name.br`` and ``name.gz`` beside every file that gets smaller by it.

    ``cache`` keeps what took long, by content: Python takes half a minute, and changes seldom.
    """
    files = (path for path in site.rglob("*") if path.suffix in SUFFIXES)
    largest_first = sorted(files, key=lambda path: (-path.stat().st_size, path))
    with ThreadPoolExecutor(max_workers=2) as pool:  # both packers work outside Python's lock
        made = set(pool.map(lambda path: _write(path, cache), largest_first))
    for old in cache.glob("*.br"):
        if old not in made:
            old.unlink()


def _write(path: Path, cache: Path) -> Path | None:
    """Write both siblings; returns the file kept for the next time, if any."""
    content = path.read_bytes()
    _lay(path, ".gz", gzip.compress(content, 9, mtime=0), len(content))
    quick = path.suffix in _QUICK or path.parent.name.startswith(_SELDOM)
    if quick or len(content) < _WORTH_KEEPING_BYTES:
        _lay(path, ".br", _packed(content, 9 if quick else 11), len(content))
        return None
    kept = cache / f"{hashlib.sha256(content).hexdigest()}.br"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_packed(content, 11))
    _lay(path, ".br", kept.read_bytes(), len(content))
    return kept


def _packed(content: bytes, quality: int) -> bytes:
    result: bytes = brotli.compress(content, quality=quality, lgwin=24)
    return result


def _lay(path: Path, ending: str, content: bytes, whole: int) -> None:
    sibling = path.with_name(path.name + ending)
    sibling.unlink(missing_ok=True)  # it may share its bytes with another edition's file
    if len(content) < whole:
        sibling.write_bytes(content)
