"""Build the Python that runs in the reader's browser: ``python -m scripts.generator.runtime --out FOLDER``.

wheels -> byte code -> image of the started memory -> one WebAssembly file, plus plain Pyodide for
when that file cannot be used. Each step keeps its result in ``build/.runtime`` under the hash of
what it was made from, so that only what changed is made again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from scripts.generator.mistakes import in_one_line
from scripts.generator.runtime import archives, fallback, link, questions, served, trace_wasm
from scripts.generator.runtime.image import Image, take_image
from scripts.generator.runtime.paths import MODULES, PYODIDE
from scripts.generator.steps import ENGINE, ROOT

CACHE = ROOT / "build" / ".runtime"
HERE = Path(__file__).parent


def main() -> None:
    """Run the steps and write the files and ``manifest.json``."""
    parser = argparse.ArgumentParser(prog="python -m scripts.generator.runtime")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "runtime")
    build(parser.parse_args().out)


def build(out: Path) -> None:
    """Make ``out`` anew; quick when little has changed."""
    recipe = [*HERE.rglob("*.py"), *HERE.glob("*.mjs"), ENGINE / "requirements" / "build.txt"]
    pinned = [*recipe, MODULES / "pyodide" / "package.json", MODULES / "binaryen" / "package.json"]
    sources = [p for p in archives.package(ROOT).values() if "__pycache__" not in p.parts]
    described = [ENGINE / "pyproject.toml", ROOT / "mkdocs.yml"]
    wheels = step("wheels", [*recipe, *described, *sources], _wheels)
    stdlib = step("stdlib", pinned, _stdlib)
    plain = step("fallback", [*pinned, wheels, stdlib], lambda to: _fallback(wheels, stdlib, to))
    started = step("image", [*pinned, wheels, stdlib], lambda to: _image(wheels, stdlib, to))
    code = step("link", [*pinned, started], lambda to: _link(started, to))
    bundled_by = [HERE.parent / f"{name}.py" for name in ("bundler", "browsers", "integrity")]
    scripts = [*served.SCRIPTS.glob("*.ts"), *bundled_by, ENGINE / "theme" / "browsers.json"]
    files = step(
        "files",
        [*pinned, started, code, plain, *scripts],
        lambda to: _files(started, code, plain, to),
    )
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(files, out)


def _wheels(to: Path) -> None:
    archives.wheels(ROOT, to)


def _stdlib(to: Path) -> None:
    shutil.copy(PYODIDE / "python_stdlib.zip", to)
    archives.byte_compile(to)


def _fallback(wheels: Path, stdlib: Path, to: Path) -> None:
    fallback.assemble(sorted(wheels.iterdir()), stdlib / "python_stdlib.zip", to)


def _image(wheels: Path, stdlib: Path, to: Path) -> None:
    asked = questions.questions()
    take_image(sorted(wheels.iterdir()), stdlib / "python_stdlib.zip", asked, to)


def _link(folder: Path, to: Path) -> None:
    image = Image.read(folder)
    fixed = link.fix_addresses((PYODIDE / "pyodide.asm.wasm").read_bytes(), image.globals)
    called = trace_wasm.functions_called(fixed, image, questions.questions(), to)
    (to / "fixed.wasm").write_bytes(link.without_references(link.stub_uncalled(fixed, called)))
    link.reduce(to / "fixed.wasm", to / "reduced.wasm")


def _files(folder: Path, code: Path, plain: Path, to: Path) -> None:
    image = Image.read(folder)
    python = link.with_memory((code / "reduced.wasm").read_bytes(), image.memory, image.about())
    names = served.hosted(python, plain, to)
    manifest = {**names, "offline": served.offline(names, to)}
    (to / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def step(name: str, needs: Iterable[Path], make: Callable[[Path], None]) -> Path:
    """The folder that ``make`` fills, made now only if one of ``needs`` has changed."""
    folder = CACHE / f"{name}-{_digest(needs)}"
    if folder.exists():
        print(f"runtime {name:<9} unchanged", flush=True)
        return folder
    started = time.monotonic()
    for old in CACHE.glob(f"{name}-*"):
        shutil.rmtree(old)
    making = CACHE / f"{name}-making"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    make(making)
    making.rename(folder)
    print(f"runtime {name:<9} {time.monotonic() - started:.1f} s", flush=True)
    return folder


def _digest(needs: Iterable[Path]) -> str:
    """By content, except for the folders of other steps, whose names say it."""
    total = hashlib.sha256()
    for path in sorted(needs):
        total.update(path.name.encode())
        if path.is_file():
            total.update(path.read_bytes())
    return total.hexdigest()[:16]


if __name__ == "__main__":
    with in_one_line("site"):
        main()
