"""Build time and memory against the number of pages: ``python -m scripts.bench.scale 60 600 6000``.

The pages are copies of the project's own, calculators included, each with sums and words of its own,
so that nothing computed for one serves another. They stand in groups of forty, as a site of that
size would have to keep them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import batched, cycle, islice
from pathlib import Path
from typing import NamedTuple

from scripts.generator.build import THEME, environment
from scripts.generator.steps import BUILD, ROOT

SIZES = (60, 600, 6000)
GROUP_PAGES = 40
SECTIONS = ("stages", "consequences", "strategies", "cases", "calculators", "letters")

_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\([^)]*\.md[^)]*\)")
_SUM = re.compile(r"\b(principal|amount|monthly_income): (\d{4,6})\b")
_LISTS = re.compile(r"^```(rules|tools|way)", re.MULTILINE)


class Cost(NamedTuple):
    """What one step took: seconds of the clock, seconds of processors, most memory in MB."""

    wall: float
    processor: float
    memory: float


def templates() -> list[Path]:
    """The project's pages that say something of their own."""
    found = (path for name in SECTIONS for path in sorted((ROOT / "docs" / name).glob("*.md")))
    return [path for path in found if not _LISTS.search(path.read_text("utf-8"))]


def write(docs: Path, pages: int) -> int:
    """Fill ``docs`` with so many pages and their navigation; returns how many calculators."""
    numbered = enumerate(islice(cycle(templates()), pages - 2))
    navigation, calculators = ["* [首页](index.md)"], 0
    for group, members in enumerate(batched(numbered, GROUP_PAGES, strict=False)):
        folder = docs / f"group-{group:03}"
        folder.mkdir(parents=True)
        navigation += [f"* 第 {group} 组", f"    * {folder.name}/*.md"]
        for number, path in members:
            text = variant(path.read_text("utf-8"), number)
            calculators += text.count("```calculator")
            (folder / f"{path.stem}-{number:05}.md").write_text(text, encoding="utf-8")
    (docs / "index.md").write_text("# 首页\n\n从这里开始。\n", encoding="utf-8")
    (docs / "rights").mkdir()
    glossary = (ROOT / "docs" / "rights" / "glossary.md").read_text("utf-8")
    (docs / "rights" / "glossary.md").write_text(variant(glossary, 0), encoding="utf-8")
    navigation.append("* [名词](rights/glossary.md)")
    (docs / "SUMMARY.md").write_text("\n".join(navigation) + "\n", encoding="utf-8")
    return calculators


def variant(text: str, number: int) -> str:
    """A page's text with other sums, another title and no links to pages that are not there."""
    text = _LINK.sub(r"\1", text)
    text = _SUM.sub(lambda found: f"{found[1]}: {int(found[2]) + number}", text)
    return re.sub(r"^((?:title: |# ).*)$", rf"\1（{number}）", text, count=2, flags=re.MULTILINE)


def measure(pages: int) -> tuple[int, dict[str, Cost]]:
    """Build a site of so many pages; returns its calculators and the cost of each step."""
    with tempfile.TemporaryDirectory(prefix="scale-") as name:
        folder = Path(name)
        calculators = write(folder / "docs", pages)
        (folder / "build").mkdir()
        (folder / "build" / "theme").symlink_to(THEME)
        (folder / "theme").symlink_to(ROOT / "theme")
        (folder / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"))
        return calculators, {
            "pages": run(folder, "-m", "mkdocs", "build", "--quiet", "--site-dir", "build/pages"),
            "publish": run(folder, "-c", _PUBLISH),
            "compress": run(folder, "-c", _COMPRESS),
        }


_PUBLISH = """
from datetime import date
from pathlib import Path
from scripts.generator import publish
build = Path("build").resolve()
publish.editions(*(build / name for name in ("pages", "site", "offline", "offline.zip", "one.html")), address="", slug="scale", day=date(2026, 1, 1))
"""

# What took long to compress, Python itself, is the same for every size.
_COMPRESS = f"""
from pathlib import Path
from scripts.generator.publish import compress
compress.siblings(Path("build/site"), Path({str(BUILD / ".compressed")!r}))
"""


def run(folder: Path, *arguments: str) -> Cost:
    """Run Python in the folder and say what it took; stops the measurement if it fails."""
    variables = {**environment(), "PYTHONPATH": str(ROOT)}
    started = time.monotonic()
    child = subprocess.Popen([sys.executable, *arguments], cwd=folder, env=variables)
    _, status, used = os.wait4(child.pid, 0)  # says how much memory this one child took
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"scale: {' '.join(arguments[:3])} failed in {folder}")
    wall = time.monotonic() - started
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def report(sizes: Sequence[int]) -> Iterator[str]:
    """The table, line by line as it is measured; growth is cost against the row before."""
    yield f"{'pages':>6}{'calculators':>13} {'step':<9}{'wall s':>9}{'CPU s':>9}{'MB':>8}{'ms/page':>9}  growth"
    before: dict[str, Cost] = {}
    for at, pages in enumerate(sizes):
        calculators, costs = measure(pages)
        for step, cost in costs.items():
            growth = f"x{cost.processor / before[step].processor:.1f}" if before else ""
            grown = f"{growth} CPU for x{pages / sizes[at - 1]:.0f} pages" if before else ""
            yield (
                f"{pages:6}{calculators:13} {step:<9}{cost.wall:9.1f}{cost.processor:9.1f}"
                f"{cost.memory:8.0f}{cost.processor / pages * 1000:9.1f}  {grown}"
            )
        before = costs


if __name__ == "__main__":
    for line in report([int(size) for size in sys.argv[1:]] or SIZES):
        print(line, flush=True)
