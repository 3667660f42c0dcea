"""The pages as the checks read them: front matter, and prose without fences, code and markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from scripts.checks.problem import Problem
from scripts.generator.markdown import page_file
from scripts.generator.markdown.errors import PageError
from scripts.generator.markdown.fence import find_fences

NAVIGATION = "SUMMARY.md"

_BLOCK_START = re.compile(r"\s*(?:[-*+] |\d+\. |#{1,6} |\||!!! |\?\?\?|: )")
_CODE_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_EXPRESSION = re.compile(r"\{\{.*?\}\}")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(
    r"\{:?[^{}]*\}|<[^>]+>|[*_~]{1,3}|^\s*(?:(?:>|#{1,6}|[-*+]|\d+\.|:|!!!|\?\?\?\+?)\s+)+"
)
_END = re.compile(r"[。！？；!?;|]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


class NumberedLine(NamedTuple):
    """A line of a file, numbered from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class Page:
    """One page; ``slug`` is its path without the ending, such as ``stages/day-1-3``."""

    path: str
    slug: str
    head: tuple[NumberedLine, ...]
    meta: Mapping[str, Any]
    body: tuple[NumberedLine, ...]

    def problem(self, line: int, message: str) -> Problem:
        """A problem of this page, at a line of its file."""
        return Problem(self.path, line, message)

    def meta_line(self, key: str) -> int:
        """Where the front matter says ``key``; its first line where it does not."""
        return next((n for n, text in self.head if text.startswith(f"{key}:")), 1)

    @cached_property
    def prose(self) -> tuple[NumberedLine, ...]:
        """The body; fences, raw HTML and comments are blank, code spans say `x`."""
        texts = [line.text for line in self.body]
        for fence in find_fences(texts):
            after = len(texts) if fence.end is None else fence.end + 1
            texts[fence.start : after] = [""] * (after - fence.start)
        texts = _without_html([_CODE_SPAN.sub("`x`", text) for text in texts])
        return tuple(
            NumberedLine(line.number, text) for line, text in zip(self.body, texts, strict=True)
        )

    def blocks(self) -> Iterator[tuple[NumberedLine, ...]]:
        """Paragraphs, list items, headings and tables: lines that belong together."""
        block: list[NumberedLine] = []
        for line in (*self.prose, NumberedLine(0, "")):
            if block and _begins_block(line.text, block[-1].text):
                yield tuple(block)
                block = []
            if line.text.strip():
                block.append(line)


def read(path: Path, docs: Path) -> Page:
    """Read one page; what the build will refuse to read is an empty page here."""
    slug = path.relative_to(docs).with_suffix("").as_posix()
    try:
        whole, meta = page_file.text(path), page_file.front_matter(path)
    except PageError:
        return Page(str(path), slug, (), {}, ())
    lines = [NumberedLine(i, text) for i, text in enumerate(whole.splitlines(), 1)]
    after = page_file.head(whole).count("\n")
    return Page(str(path), slug, tuple(lines[:after]), meta, tuple(lines[after:]))


def read_all(docs: Path) -> list[Page]:
    """Every page of the site, in order of path; the list of the navigation is none."""
    return [read(path, docs) for path in sorted(docs.rglob("*.md")) if path.name != NAVIGATION]


def plain(text: str) -> str:
    """A line's words: links by their text, expressions, code and marks left out."""
    return _MARKUP.sub("", _LINK.sub(r"\1", _EXPRESSION.sub("", _CODE_SPAN.sub("", text)))).strip()


def sentences(text: str) -> Iterator[str]:
    """The sentences of one line: what stands between 。！？； or the cells of a table."""
    return (s for part in _END.split(plain(text)) if (s := part.strip(" ：，、”」』）")))


def chinese(text: str) -> int:
    """How many Chinese characters a text has."""
    return len(_CHINESE.findall(text))


def _begins_block(text: str, before: str) -> bool:
    same_table = text.lstrip().startswith("|") and before.lstrip().startswith("|")
    return not text.strip() or (bool(_BLOCK_START.match(text)) and not same_table)


def _without_html(texts: list[str]) -> list[str]:
    """Blank every block that begins with a tag or a comment, up to the next blank line."""
    kept, inside = [], False
    for text in texts:
        inside = bool(text.strip()) and (inside or text.lstrip().startswith("<"))
        kept.append("" if inside else text)
    return kept
