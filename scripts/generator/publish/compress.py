"""Pre-compressed `.br` and `.gz` files beside the website's own, for servers that can serve them."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
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


def siblings(site: Path, cache: Path) -> None:
    """Write ``name.br`` and ``name.gz`` beside every file that gets smaller by it.

    ``cache`` keeps both by content, so that only what has changed is compressed; what no file needs
    any more goes from it.
    """
    cache.mkdir(parents=True, exist_ok=True)
    files = (path for path in site.rglob("*") if path.suffix in SUFFIXES)
    largest_first = sorted(files, key=lambda path: (-path.stat().st_size, path))
    with ThreadPoolExecutor(max_workers=2) as pool:  # both packers work outside Python's lock
        used = set(chain.from_iterable(pool.map(lambda path: _write(path, cache), largest_first)))
    for old in cache.iterdir():
        if old not in used:
            old.unlink()


def _write(path: Path, cache: Path) -> tuple[Path, Path]:
    """Write both siblings; returns the files of the cache that hold them."""
    content = path.read_bytes()
    quality, window = _quality(path), _window(content)
    name = hashlib.sha256(content).hexdigest()
    zipped = _kept(cache / f"{name}.gz", lambda: gzip.compress(content, 9, mtime=0))
    brotlied = _kept(
        cache / f"{name}.{quality}.{window}.br", lambda: packed(content, quality, window)
    )
    for kept, ending in ((zipped, ".gz"), (brotlied, ".br")):
        _lay(path, ending, kept, len(content))
    return zipped, brotlied


def _quality(path: Path) -> int:
    return 9 if path.suffix in _QUICK or path.parent.name.startswith(_SELDOM) else 11


def _window(content: bytes) -> int:
    """Bits of the window, which holds the whole file: setting up more takes longer than a page itself."""
    return min(max(len(content).bit_length(), 10), 24)


def _kept(place: Path, make: Callable[[], bytes]) -> Path:
    """The file of the cache, made now if it is not there; never half of one, should a build be stopped."""
    if not place.exists():
        making = place.with_name(f"{place.name}.{threading.get_ident()}")
        making.write_bytes(make())
        making.rename(place)
    return place


def packed(content: bytes, quality: int, window: int) -> bytes:
    """The content by Brotli (RFC 7932), looking back over at most 2**``window`` bytes (10 to 24)."""
    result: bytes = brotli.compress(content, quality=quality, lgwin=window)
    return result


def _lay(path: Path, ending: str, kept: Path, whole: int) -> None:
    sibling = path.with_name(path.name + ending)
    sibling.unlink(missing_ok=True)  # it may share its bytes with another edition's file
    if kept.stat().st_size < whole:
        shutil.copyfile(kept, sibling)
