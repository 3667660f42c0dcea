"""The built files under names that carry their content's hash, and the scripts that name them."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

from scripts.generator.browsers import TARGET
from scripts.generator.integrity import integrity
from scripts.generator.runtime.paths import MODULES
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
        **{"PYTHON_FILE": image, "PYTHON_HASH": integrity(python)},
        **{"FALLBACK_SCRIPT": fallback, "FALLBACK_HASH": integrity(plain)},
    )
    return {
        "worker": keep(worker, out, "worker", ".js"),
        "integrity": integrity(worker),
        "python": image,
        "fallback": fallback,
        "pyodide": folder,
    }


def offline(names: dict[str, str], out: Path) -> dict[str, str]:
    """Write the same files as classic scripts, which may be read from a disk."""
    folder = out / "offline"
    folder.mkdir()
    worker = json.dumps((out / names["worker"]).read_text("utf-8"), ensure_ascii=False)
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


def keep(content: bytes, folder: Path, stem: str, ending: str) -> str:
    """Write under a name that changes with the content; returns the name."""
    name = f"{stem}.{_hash(content)}{ending}"
    (folder / name).write_bytes(content)
    return name


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def _tree_hash(folder: Path) -> str:
    files = sorted(folder.iterdir())
    return _hash("".join(f"{path.name} {_hash(path.read_bytes())}\n" for path in files).encode())


def _script(entry: str, **constants: str | dict[str, str]) -> bytes:
    return subprocess.run(
        [
            *(MODULES / ".bin" / "esbuild", SCRIPTS / entry, "--bundle", "--minify"),
            *("--format=iife", f"--target={TARGET}", "--charset=utf8", "--log-level=error"),
            *("--external:node:*", "--external:ws"),  # Pyodide's half for Node
            *(f"--define:{name}={json.dumps(value)}" for name, value in constants.items()),
        ],
        check=True,
        stdout=subprocess.PIPE,
    ).stdout
