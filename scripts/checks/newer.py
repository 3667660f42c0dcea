"""No script uses what the oldest promised browsers lack: ``python -m scripts.checks.newer``.

The bundler turns new syntax into old; a method that is missing is missing. What a file asks for before it uses
it, as `"x" in y`, `y.x?.` or `if (y.x)`, is its own matter.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.checks.problem import Problem, report
from scripts.generator.browsers import OLDEST

# Since which Chrome, Firefox and Safari; source: MDN's compatibility data.
SINCE: dict[str, tuple[float, float, float]] = {
    "Object.hasOwn": (93, 92, 15.4),
    "Object.groupBy": (117, 119, 17.4),
    "Array.fromAsync": (121, 115, 16.4),
    "Promise.withResolvers": (119, 121, 17.4),
    "AbortSignal.timeout": (103, 100, 16),
    "AbortSignal.any": (116, 124, 17.4),
    "Intl.Segmenter": (87, 125, 14.1),
    "crypto.randomUUID": (92, 95, 15.4),
    "structuredClone": (98, 94, 15.4),
    "requestIdleCallback": (47, 55, 99),
    "DecompressionStream": (80, 113, 16.4),
    "CompressionStream": (80, 113, 16.4),
    ".at": (92, 90, 15.4),
    ".findLast": (97, 104, 15.4),
    ".findLastIndex": (97, 104, 15.4),
    ".toSorted": (110, 115, 16),
    ".toReversed": (110, 115, 16),
    ".toSpliced": (110, 115, 16),
    ".checkVisibility": (105, 106, 17.4),
    ".showModal": (37, 98, 15.4),
    ".requestSubmit": (76, 75, 16),
}
PROMISED = tuple(float(OLDEST[name]) for name in ("chrome", "firefox", "safari"))


def check(root: Path) -> Iterator[Problem]:
    """Every use in the theme's scripts of what a promised browser lacks."""
    for path in sorted((root / "theme").rglob("*.ts")):
        if not path.name.endswith(".d.ts"):
            yield from of_file(path.relative_to(root).as_posix(), path.read_text("utf-8"))


def of_file(path: str, text: str) -> Iterator[Problem]:
    """The problems of one script."""
    for name, since in SINCE.items():
        if all(first <= oldest for first, oldest in zip(since, PROMISED, strict=True)):
            continue
        short = name.rpartition(".")[2]
        if re.search(rf'"{short}" in |\b{short}\?\.|\.{short}(?:\)| \?)|typeof {short}\b', text):
            continue
        beginning = "" if name.startswith(".") else r"(?<![\w.])"
        for number, line in enumerate(text.splitlines(), 1):
            if re.search(rf"{beginning}{re.escape(name)}\(", line):
                yield Problem(path, number, f"{name} is newer than the promise in browsers.json")


if __name__ == "__main__":
    sys.exit(report(check(Path.cwd())))
