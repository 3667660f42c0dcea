"""The built files under names that carry their content's hash, and the scripts that name them."""

from __future__ import annotations

import base64
import gzip
import json
import shutil
from functools import lru_cache
from math import ceil
from pathlib import Path

from scripts.generator import bundler
from scripts.generator.integrity import integrity, keep, short_hash
from scripts.generator.steps import ENGINE

SCRIPTS = ENGINE / "theme" / "runtime"


def hosted(python: bytes, pyodide: Path, out: Path) -> dict[str, str]:
    """Write what a website needs; returns the manifest's names."""
    image = keep(python, out, "python", ".wasm")
    # For servers that do not compress: three megabytes instead of eight.
    (out / f"{image}.gz").write_bytes(packed(python))
    folder = f"pyodide.{_tree_hash(pyodide)}/"
    shutil.copytree(pyodide, out / folder)
    parts = {path.name: integrity(path.read_bytes()) for path in sorted(pyodide.iterdir())}
    plain = _script("fallback.ts", FALLBACK_FOLDER=folder, FALLBACK_FILES=parts)
    fallback = keep(plain, out, "fallback", ".js")
    worker = _script(
        "worker.ts",
        PYTHON_FILE=image,
        PYTHON_HASH=integrity(python),
        PYTHON_BYTES=len(python),
        FALLBACK_SCRIPT=fallback,
        FALLBACK_HASH=integrity(plain),
    )
    return {
        "worker": keep(worker, out, "worker", ".js"),
        "integrity": integrity(worker),
        "python": image,
        "fallback": fallback,
        "pyodide": folder,
        "megabytes": str(ceil(len(packed(python)) / 1_000_000)),
    }


def offline(names: dict[str, str], out: Path) -> dict[str, str]:
    """Write the same files as classic scripts, which may be read from a disk."""
    folder = out / "offline"
    folder.mkdir()
    code = _script("inflate.ts").decode() + (out / names["worker"]).read_text("utf-8")
    worker = json.dumps(code, ensure_ascii=False)
    start = f"globalThis.huanqingCarried={{worker:{worker},groups:{{}}}}"
    plain = sorted((out / names["pyodide"]).iterdir())
    groups = {
        "python": _carrying("python", out, [out / names["python"]]),
        "fallback": _carrying("fallback", out, [out / names["fallback"], *plain]),
    }
    scripts = {"worker": start, **groups}
    return {
        name: f"offline/{keep(script.encode(), folder, name, '.js')}"
        for name, script in scripts.items()
    }


def _carrying(group: str, out: Path, files: list[Path]) -> str:
    carried = {
        path.relative_to(out).as_posix(): base64.b64encode(packed(path.read_bytes())).decode()
        for path in files
    }
    return f"huanqingCarried.groups.{group}={json.dumps(carried)}"


@lru_cache(maxsize=1)  # Python is packed for the website, then for the offline edition
def packed(content: bytes) -> bytes:
    """gzip, the same bytes at every build."""
    return gzip.compress(content, 9, mtime=0)


def _tree_hash(folder: Path) -> str:
    files = sorted(folder.iterdir())
    return short_hash(
        "".join(f"{path.name} {short_hash(path.read_bytes())}\n" for path in files).encode()
    )


def _script(entry: str, **constants: str | int | dict[str, str]) -> bytes:
    for_node = ("--external:node:*", "--external:ws")  # Pyodide's other half
    return bundler.script(SCRIPTS / entry, *for_node, **constants)
