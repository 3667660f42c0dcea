"""What the service worker keeps: the list of the site's files, each with the hash of its bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from scripts.generator.integrity import integrity
from scripts.generator.publish.files import rewrite

WORKER = "service-worker.js"
# Where the worker expects its list, by the name that Workbox gave to this place.
_PLACE = "self.__WB_MANIFEST"
_RUNTIME = "assets/runtime"
# What no page asks for: maps for people who debug, hosts' own files.
_LEFT_OUT = (
    WORKER,
    "_headers",
    "*.map",
    "*.gz",
    "*.br",
    f"{_RUNTIME}/*",
)


def list_files(site: Path) -> None:
    """Write into the site's service worker what it is to keep; call when all files are final."""
    names = json.loads((site / _RUNTIME / "manifest.json").read_text("utf-8"))
    kept = {
        "pages": entries(site),
        "python": dict(_hashed(site, f"{_RUNTIME}/{names[p]}") for p in ("worker", "python")),
    }
    worker = site / WORKER
    code = worker.read_text("utf-8")
    rewrite(worker, code.replace(_PLACE, json.dumps(kept, separators=(",", ":"))))


def _hashed(site: Path, name: str) -> tuple[str, str]:
    return name, integrity((site / name).read_bytes())


def entries(site: Path) -> list[dict[str, str]]:
    """Every file that pages may ask for, Python aside."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return [entry(site, path) for path in files if wanted(site, path)]


def wanted(site: Path, path: Path) -> bool:
    """Whether a file is kept for times without a network."""
    name = path.relative_to(site)
    folder = name.as_posix()
    inside = any(folder.startswith(each.removesuffix("*")) for each in _LEFT_OUT if "/" in each)
    return not inside and not any(name.match(each) for each in _LEFT_OUT if "/" not in each)


def entry(site: Path, path: Path) -> dict[str, str]:
    """A file under the address that readers use; it is kept only with exactly these bytes."""
    content = path.read_bytes()
    url = path.relative_to(site).as_posix()
    folder = url.removesuffix("index.html") if path.name == "index.html" else url
    return {
        "url": folder or "./",
        "revision": hashlib.sha256(content).hexdigest()[:12],
        "integrity": integrity(content),
    }
