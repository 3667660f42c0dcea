"""Plain Pyodide with our wheels, for when the image cannot be used."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from packaging.utils import parse_wheel_filename

from scripts.generator.runtime.paths import PYODIDE

OWN = "huanqing-calculators"


def assemble(wheels: Iterable[Path], stdlib: Path, folder: Path) -> None:
    """Put together a folder that ``loadPyodide({indexURL})`` can start from."""
    for name in ("pyodide.asm.js", "pyodide.asm.wasm"):
        shutil.copyfile(PYODIDE / name, folder / name)
    shutil.copyfile(stdlib, folder / "python_stdlib.zip")
    shipped = [Path(shutil.copy(wheel, folder)) for wheel in wheels]
    packages = dict(map(_locked, shipped))
    packages[OWN]["depends"] = sorted(packages.keys() - {OWN})
    lock = {"info": _info(), "packages": packages}
    (folder / "pyodide-lock.json").write_text(json.dumps(lock, indent=1))


def _info() -> dict[str, str]:
    """Which Pyodide and Python this is; its own packages are left out of the lock file."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())
    info: dict[str, str] = lock["info"]
    return info


def _locked(wheel: Path) -> tuple[str, dict[str, object]]:
    name, version, *_ = parse_wheel_filename(wheel.name)
    return name, {
        "name": name,
        "version": str(version),
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": [],
        "depends": [],
    }
