"""Wheels and the standard library, byte-compiled and the same bytes at every build."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

from wheel.wheelfile import WheelFile  # type: ignore[import-untyped]

from calculators import rules
from calculators.rules import tree
from scripts.generator.steps import ENGINE

_EPOCH = (1980, 1, 1, 0, 0, 0)
# Without docstrings, asserts and column tables. The epoch makes .pyc files carry their source's
# hash in place of its time.
_COMPILING = {"PYTHONOPTIMIZE": "2", "PYTHONNODEBUGRANGES": "1", "SOURCE_DATE_EPOCH": "315532800"}
# The reader's browser gets rules.json and trees.json; MarkupSafe works without its C part; the
# command line stays at home.
_NOT_SHIPPED = {".c", ".so", ".pyd", ".pyi", ".pyc", ".yml"}

# What a site brings itself: its calculators, letters, rules and trees. Shared inputs (_debt.py) stay.
_CONTENT = re.compile(r"calculators/(tools/[^_]|letters/[^/]+\.txt$|rules/(data|trees)/)")


def wheels(root: Path, folder: Path) -> None:
    """Fill ``folder`` with byte-compiled wheels of the calculators and of what they need.

    ``root`` is the folder of the site, whose tools and letters take the place of the engine's own.
    """
    project = tomllib.loads((ENGINE / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [need.partition("==")[0] for need in project["dependencies"]]
    files = {name: path.read_bytes() for name, path in package(root).items() if _shipped(path)}
    files["calculators/rules/rules.json"] = rules.compile_json().encode()
    files["calculators/rules/trees.json"] = tree.compile_json().encode()
    pack(folder, project["name"], project["version"], files)
    for name in needed:
        found = distribution(name)
        paths = {str(p): Path(str(found.locate_file(p))) for p in found.files or ()}
        shipped = {n: p.read_bytes() for n, p in paths.items() if _shipped(p) and _is_code(n)}
        pack(folder, name, found.version, shipped)
    byte_compile(folder)


def package(root: Path) -> dict[str, Path]:
    """The files of the package ``calculators`` as a site uses it, by their names in the wheel."""
    engine = _below(ENGINE)
    if root == ENGINE:
        return engine
    return {n: p for n, p in engine.items() if not _CONTENT.match(n)} | _below(root)


def _below(root: Path) -> dict[str, Path]:
    return {p.relative_to(root).as_posix(): p for p in (root / "calculators").rglob("*")}


def _shipped(path: Path) -> bool:
    return path.is_file() and path.suffix not in _NOT_SHIPPED and "__pycache__" not in path.parts


def _is_code(name: str) -> bool:
    return ".dist-info/" not in name and not name.startswith("..")


def pack(folder: Path, name: str, version: str, files: Mapping[str, bytes]) -> None:
    """Write a pure-Python wheel (PEP 427) of these files."""
    stem = f"{name.replace('-', '_')}-{version}"
    info = f"{stem}.dist-info"
    meta = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    tags = "Wheel-Version: 1.0\nGenerator: huanqing\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    path = folder / f"{stem}-py3-none-any.whl"
    with WheelFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for inner in sorted(files):
            wheel.writestr(zipfile.ZipInfo(inner, _EPOCH), files[inner])
        wheel.writestr(zipfile.ZipInfo(f"{info}/METADATA", _EPOCH), meta)
        wheel.writestr(zipfile.ZipInfo(f"{info}/WHEEL", _EPOCH), tags)


def byte_compile(folder: Path) -> None:
    """Put ``.pyc`` in place of ``.py`` in the wheels and zips of the folder; wheels are renamed."""
    subprocess.run(
        [sys.executable, "-m", "pyodide_cli", "py-compile", "--silent", "--no-keep", folder],
        env={**os.environ, **_COMPILING},
        check=True,
    )
    for archive in folder.iterdir():
        _forget_times(archive)


def _forget_times(archive: Path) -> None:
    with zipfile.ZipFile(archive) as source:
        files = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, files[name])
