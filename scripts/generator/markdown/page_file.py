"""Which file a page's text came from.

Generators hand an extension the text without its path or front matter, each through its own private
door. Comparing the text with the files is the one way that works under all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from calculators.rules import bounded
from scripts.generator.markdown.errors import PageError

# The generator writes these into the head of a page as they stand.
_IN_HEAD = {"title", "description"}
_BEGUN = re.compile(r"\A---[ \t]*\n[a-z_]+:")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A page being built: where it stands, for which day, and what its front matter says."""

    path: str
    root: str
    first_line: int
    on: date
    meta: Mapping[str, Any] = field(default_factory=dict)

    def fail(self, index: int, reason: str) -> PageError:
        """The error to raise at the page's text line ``index``, counted from 0."""
        return PageError(self.path, self.first_line + index, reason)


def find(docs: Path, text: str, default_day: date) -> Page:
    """The page whose file holds ``text``; a nameless page where no file does.

    Raises ``PageError`` where two files hold it: their links and days would be mixed up.
    """
    paths = _holders(docs, text.strip())
    if not paths:
        return Page("(text of no page)", "", 1, default_day)
    path, *others = paths
    if others:
        raise PageError(str(path), 1, f"has the same text as {others[0]}; say something of its own")
    found = page_of(path, docs, default_day)
    return replace(found, first_line=found.first_line - _leading_lines(text))


def page_of(path: Path, docs: Path, default_day: date) -> Page:
    """The page of a file, its text without leading blank lines; raises ``PageError``."""
    _, first_line, meta = _read(path, path.stat().st_mtime_ns)
    root, day = _root(path.relative_to(docs)), _day(path, meta, default_day)
    return Page(str(path), root, first_line, day, meta)


# Text -> files, so that a build of many pages reads the folder once and not once a page.
_seen: dict[str, list[Path]] = {}


def _holders(docs: Path, wanted: str) -> list[Path]:
    """The files under ``docs`` that hold the text now."""
    known = [
        path for path in _seen.get(wanted, ()) if docs in path.parents and body(path) == wanted
    ]
    if known or not wanted:
        return known
    for path in sorted(docs.rglob("*.md")):
        holders = _seen.setdefault(body(path), [])
        if path not in holders:
            holders.append(path)
    return [path for path in _seen.get(wanted, ()) if docs in path.parents]


def body(path: Path) -> str:
    """The text of a page's file without its front matter; empty where there is no file."""
    return _read(path, path.stat().st_mtime_ns)[0].strip() if path.exists() else ""


def front_matter(path: Path) -> Mapping[str, Any]:
    """What the front matter of a page's file says; nothing where it has none."""
    return _read(path, path.stat().st_mtime_ns)[2]


def head(whole: str) -> str:
    """The front matter of a file's text with its marks; empty where there is none."""
    found = _FRONT_MATTER.match(whole)
    return found.group(0) if found else ""


def data(path: Path) -> Any:
    """The plain data of a YAML file; raises ``PageError`` at the line that is wrong."""
    try:
        return bounded.load(text(path))
    except yaml.MarkedYAMLError as problem:
        line = 1 + (problem.problem_mark.line if problem.problem_mark else 0)
        raise PageError(str(path), line, f"this is not YAML: {problem.problem}") from None


def meta_line(path: Path, key: str) -> int:
    """The line where the front matter of a file says ``key``; its first line where it does not."""
    lines = text(path).splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)


def _root(relative: Path) -> str:
    """The way up from ``cases/late/`` to the top of the site, as a page's links need it."""
    depth = len(relative.parts) - (relative.name in {"index.md", "README.md"})
    return "../" * depth


def _day(path: Path, meta: Mapping[str, Any], default: date) -> date:
    reviewed = meta.get("reviewed", default)
    if not isinstance(reviewed, date):
        line, wanted = meta_line(path, "reviewed"), "a date like 2026-11-23"
        raise PageError(str(path), line, f"reviewed must be {wanted}, not {reviewed!r}")
    return reviewed


@lru_cache(maxsize=10_000)
def _read(path: Path, _changed: int) -> tuple[str, int, dict[str, Any]]:
    """The text of a file, the line it starts on and its front matter, until the file changes."""
    whole = text(path)
    found = _FRONT_MATTER.match(whole)
    if not found:
        if _BEGUN.match(whole):
            raise PageError(str(path), 1, "the front matter is never closed; end it with ---")
        return whole, 1 + _leading_lines(whole), {}
    body = whole[found.end() :]
    first_line = 1 + whole[: found.end()].count("\n") + _leading_lines(body)
    return body, first_line, _meta(path, found.group(1))


def text(path: Path) -> str:
    """What a file says; raises ``PageError`` if it cannot be read or is no UTF-8."""
    try:
        content = path.read_bytes()
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as problem:
        raise PageError(str(path), 1, f"cannot be read: {problem.strerror}") from None
    except UnicodeDecodeError as problem:
        line = 1 + content.count(b"\n", 0, problem.start)
        raise PageError(str(path), line, "is not UTF-8; save it as UTF-8") from None


def _meta(path: Path, text: str) -> dict[str, Any]:
    """What a front matter says, which begins on the second line; raises ``PageError`` at its line."""
    try:
        meta = bounded.load(text)
    except yaml.MarkedYAMLError as problem:
        line = 2 + (problem.problem_mark.line if problem.problem_mark else 0)
        reason = f"the front matter is not YAML: {problem.problem}"
        raise PageError(str(path), line, reason) from None
    except yaml.YAMLError as problem:
        reason = f"the front matter is not YAML: {problem}".partition("\n")[0]
        raise PageError(str(path), 1, reason) from None
    if meta is not None and not isinstance(meta, dict):
        raise PageError(str(path), 2, "the front matter must be lines of the form key: value")
    for key, value in (meta or {}).items():
        if marks := sorted({*"<>", *('"' if key in _IN_HEAD else "")} & {*"".join(_texts(value))}):
            raise PageError(str(path), meta_line(path, key), f"{key} cannot hold {marks[0]}")
    return meta or {}


def _texts(value: Any) -> Iterator[str]:
    """Every text in the data of a front matter."""
    if isinstance(value, dict):
        yield from (text for pair in value.items() for each in pair for text in _texts(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _texts(each))
    elif isinstance(value, str):
        yield value


def _leading_lines(text: str) -> int:
    return text[: len(text) - len(text.lstrip())].count("\n")
