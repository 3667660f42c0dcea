"""CPython started, the calculators imported and warmed, and its memory as it then is."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.generator.runtime import node
from scripts.generator.runtime.paths import PYODIDE

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


def take_image(wheels: Iterable[Path], stdlib: Path, asked: Sequence[str], folder: Path) -> None:
    """Start, warm, remove what no question asked for; write ``memory.bin`` and ``image.json`` into ``folder``."""
    packages = folder / "site-packages"
    for wheel in wheels:
        zipfile.ZipFile(wheel).extractall(packages)
    needed = folder / "needed.json"
    needed.write_text(json.dumps(_needed(stdlib, packages, asked, folder)))
    node.run("image.mjs", PYODIDE, stdlib, packages, needed, folder)


def _needed(
    stdlib: Path, packages: Path, asked: Sequence[str], folder: Path
) -> dict[str, list[str]]:
    """The functions that ran and the modules that were wanted for all the questions."""
    folders = (PYODIDE, stdlib, packages)
    shares = node.shared_out("trace_python.mjs", *folders, questions=asked, folder=folder)
    found = [json.loads(share) for share in shares]
    return {
        key: sorted({name for each in found for name in each[key]}) for key in ("ran", "wanted")
    }
