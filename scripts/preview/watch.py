"""Which files of a site and of the engine changed since the last look, and what that means."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from enum import Flag, auto
from pathlib import Path

_PASSED_OVER = {"__pycache__", "node_modules", "build"}
_ENDINGS = {".md", ".yml", ".py", ".mjs", ".txt", ".html", ".css", ".ts", ".json", ".svg", ".xml"}
_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"}


class Kind(Flag):
    """What has to be done again for a change to be seen."""

    PAGES = auto()
    LOOK = auto()  # styles, scripts and templates are put together again
    CODE = auto()  # Python that is loaded: the building process starts again
    RUNTIME = auto()  # what runs in the browser is made again

    NOTHING = 0


class Watcher:
    """Looks at the folders again and again; a file counts when its time or its size changes."""

    def __init__(self, site: Path, engine: Path) -> None:
        self.site, self.engine = site, engine
        self.seen = self._look()

    def changed(self) -> dict[Path, Kind]:
        """The files that changed, came or went since the last call."""
        now, before = self._look(), self.seen
        self.seen = now
        differing = now.keys() ^ before.keys() | {p for p in now if now[p] != before.get(p)}
        return {path: self.kind(path) for path in sorted(differing)}

    def kind(self, path: Path) -> Kind:
        """What a change of this file means."""
        for base in (self.site, self.engine):
            if path.is_relative_to(base):
                return _of(path.relative_to(base).as_posix())
        return Kind.NOTHING

    def _look(self) -> Mapping[Path, tuple[int, int]]:
        found = {}
        folders = {self.site / name for name in ("docs", "calculators")}
        folders |= {self.engine / n for n in ("calculators", "scripts/generator", "theme")}
        for path in [self.site / "mkdocs.yml", *(p for folder in folders for p in _files(folder))]:
            try:
                stat = path.stat()
            except OSError:  # gone while we looked
                continue
            found[path] = stat.st_mtime_ns, stat.st_size
        return found


def _of(name: str) -> Kind:
    if name == "mkdocs.yml":
        return Kind.PAGES | Kind.LOOK | Kind.CODE
    if name.startswith("calculators/"):
        return Kind.PAGES | Kind.CODE | Kind.RUNTIME
    if name.startswith(("theme/runtime/", "scripts/generator/runtime/")):
        return Kind.PAGES | Kind.LOOK | Kind.RUNTIME
    if name.startswith("theme/"):
        return Kind.PAGES | Kind.LOOK
    if name.startswith("scripts/"):
        return Kind.PAGES | Kind.LOOK | Kind.CODE
    return Kind.PAGES


def _files(folder: Path) -> Iterator[Path]:
    for name, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if each not in _PASSED_OVER]
        for file in files:
            if Path(file).suffix in _ENDINGS | _PICTURES and not file.startswith("."):
                yield Path(name) / file
