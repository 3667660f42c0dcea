"""CPython started, the calculators imported and warmed, and its memory as it then is."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.generator.runtime.paths import NODE, PYODIDE

_HERE = Path(__file__).parent
_PAGE_BYTES = 65536


@dataclass(frozen=True)
class Image:
    """A memory and what must be known to use it again."""

    memory: bytes
    respond: int
    """Address of ``calculators.browser.respond``."""
    table: int
    """Entries of the function table at the start."""
    globals: Mapping[str, int]
    """The globals that Emscripten's loader would fill, by name."""

    @classmethod
    def read(cls, folder: Path) -> Image:
        """The image that ``take_image`` has written into ``folder``."""
        described = json.loads((folder / "image.json").read_text())
        return cls((folder / "memory.bin").read_bytes(), **described)

    def about(self) -> bytes:
        """What theme/runtime/process.ts must know."""
        pages = len(self.memory) // _PAGE_BYTES
        return json.dumps({"memory": pages, "table": self.table, "respond": self.respond}).encode()


def take_image(wheels: Iterable[Path], stdlib: Path, asked: Iterable[str], folder: Path) -> None:
    """Start, warm, let go of what no question asked for, and write ``memory.bin`` and ``image.json`` into ``folder``."""
    packages = folder / "site-packages"
    for wheel in wheels:
        zipfile.ZipFile(wheel).extractall(packages)
    questions = folder / "questions"
    questions.write_text("\n".join(asked), "utf-8")
    done = subprocess.run(
        [NODE, _HERE / "image.mjs", PYODIDE, stdlib, packages, questions, folder],
        # Python keeps the zone in its memory: the builder's is not the reader's.
        env={**os.environ, "TZ": "UTC"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        # Node shows the line that failed, which in Pyodide's glue is a megabyte long.
        lines = [line for line in done.stderr.splitlines() if len(line) < 500]
        raise SystemExit("\n".join(["runtime: the image could not be taken", *lines]))
