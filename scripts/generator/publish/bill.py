"""What the site is made of, as CycloneDX 1.6, and checksums of what lies beside it.

Written from the lock files: the usual tools bring twenty packages into every build, ask a registry
or an installed tree, and so give other bytes elsewhere; npm's refuses this tree because of versions
that Lighthouse does not agree on with itself.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tomllib
import uuid
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

# Parts of these are in what readers get, besides what the calculators need; all else only builds it.
_CARRIED = {
    *("mkdocs-material", "pyodide", "write-excel-file", "fflate", "qr"),
    *("workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies"),
}
_PIN = re.compile(r"^([\w.-]+)==([^\s;\\]+)((?:.*\\\n)*.*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")

type Component = dict[str, Any]


def write(root: Path, bill: Path, sums: Path, editions: Iterable[Path], name: str) -> None:
    """Write the bill of materials and the checksums of it and of the editions in one file each."""
    text = json.dumps(document(root, name), ensure_ascii=False, indent=1) + "\n"
    bill.write_text(text, encoding="utf-8")
    lines = (f"{_sha256(path)}  {path.name}\n" for path in sorted((*editions, bill)))
    sums.write_text("".join(lines), encoding="utf-8")


def document(root: Path, name: str) -> dict[str, Any]:
    """The bill; its serial number follows from its contents, so that it has no date."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    carried = _CARRIED | {need.partition("==")[0] for need in project["dependencies"]}
    lock = json.loads((root / "package-lock.json").read_text("utf-8"))
    pins = (root / "requirements" / "build.txt").read_text("utf-8")
    components = sorted(
        (
            *from_requirements(pins, carried),
            *from_npm(lock, carried),
            *from_pyodide(root / "node_modules" / "pyodide"),
        ),
        key=lambda c: c["bom-ref"],
    )
    main = {"type": "application", "name": name, "version": project["version"]}
    content = json.dumps([main, components], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}",
        "version": 1,
        "metadata": {"component": {**main, "bom-ref": name}},
        "components": components,
    }


def from_requirements(text: str, carried: set[str]) -> Iterator[Component]:
    """The packages of a pip lock file with the hashes of their files."""
    for name, version, rest in _PIN.findall(text):
        hashes = [{"alg": "SHA-256", "content": digest} for digest in sorted(_HASH.findall(rest))]
        yield _component(f"pkg:pypi/{name}@{version}", name, version, hashes, name in carried)


def from_npm(lock: Mapping[str, Any], carried: set[str]) -> Iterator[Component]:
    """The packages of an npm lock file, each version once."""
    found: dict[str, Component] = {}
    for path, package in lock["packages"].items():
        if path:
            name, version = path.rpartition("node_modules/")[2], package["version"]
            ref = f"pkg:npm/{name.replace('@', '%40')}@{version}"
            hashes = [_from_integrity(package["integrity"])]
            found[ref] = _component(ref, name, version, hashes, name in carried)
    yield from found.values()


def from_pyodide(folder: Path) -> Iterator[Component]:
    """What Pyodide's package is made of, with the hashes of the files that hold it."""
    said = json.loads((folder / "pyodide-lock.json").read_text("utf-8"))["info"]
    platform, _, emscripten = said["platform"].partition("_")
    held = {
        ("cpython", said["python"]): ("pyodide.asm.wasm", "python_stdlib.zip"),
        (platform, emscripten.replace("_", ".")): ("pyodide.asm.js",),
    }
    for (name, version), files in held.items():
        hashes = [{"alg": "SHA-256", "content": _sha256(folder / file)} for file in files]
        yield _component(f"pkg:generic/{name}@{version}", name, version, hashes, True)


def _component(
    ref: str, name: str, version: str, hashes: list[dict[str, str]], carried: bool
) -> Component:
    return {
        "type": "library",
        "bom-ref": ref,
        "name": name,
        "version": version,
        "scope": "required" if carried else "excluded",
        "hashes": hashes,
        "purl": ref,
    }


def _from_integrity(integrity: str) -> dict[str, str]:
    kind, _, digest = integrity.partition("-")
    content = base64.b64decode(digest).hex()
    return {"alg": kind.upper().replace("SHA", "SHA-"), "content": content}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
