"""Every letter has its page, its row in the list, and says no more than we know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from calculators.letters.letter_file import Piece, Source
from scripts.checks.problem import Problem
from scripts.generator.mistakes import here

FOLDER, INDEX = "letters", "index.md"

_FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
# Numbered lists and the name of a hotline are no legal numbers.
_HARMLESS = re.compile(r"(?m)^\d+\. |12378")
_PROMISES = re.compile(r"曝光|媒体|后果自负|保证还|一定会还|承诺还|您")


def check(sources: Sequence[Source], docs: Path) -> Iterator[Problem]:
    """The problems of every letter and of the pages that stand for it."""
    said = Counter(source.when for source in sources)
    for source in sources:
        yield from _of_file(source, said)
        yield from _of_pages(source, docs)


def _of_file(source: Source, said: Counter[str]) -> Iterator[Problem]:
    if "我" not in source.when:
        yield _at(source, "when:", "when is what the reader would say of themselves, with 我")
    if said[source.when] > 1:
        yield _at(source, "when:", f"another letter has the same when: {source.when}")
    for piece in source.pieces():
        words = _HARMLESS.sub("", _FILLED.sub("", piece.text))
        yield from _found(source, piece, r"\d", words, "a number is typed; read it from a rule")
        yield from _found(source, piece, _PROMISES.pattern, words, "threatens or promises")


def _found(source: Source, piece: Piece, sign: str, words: str, why: str) -> Iterator[Problem]:
    for offset, line in enumerate(words.split("\n")):
        if match := re.search(sign, line):
            reason = f"“{match.group()}” {why}"
            yield Problem(here(source.path), piece.line + offset, reason)


def _of_pages(source: Source, docs: Path) -> Iterator[Problem]:
    page = docs / FOLDER / f"{source.slug}.md"
    if not page.is_file():
        yield Problem(here(source.path), 1, f"the letter has no page {here(page)}")
        return
    text = page.read_text("utf-8")
    warned = {id for remark in source.remarks if remark.tone == "warning" for id in remark.rules}
    needed = [f"# {source.title}", f"use: letter-{source.slug}", f"“{source.when}。”"]
    needed += [f'rule("{id}")' for id in sorted(warned)]
    yield from (Problem(here(page), 1, f"the page must say {words}") for words in needed if words not in text)  # fmt: skip
    row, index = f"| {source.when} | [{source.title}]({source.slug}.md) |", page.with_name(INDEX)
    if index.is_file() and row not in index.read_text("utf-8"):
        yield Problem(here(index), 1, f"the list has no row {row}")
    for step in source.steps:
        if step.page and not (docs / f"{step.page}.md").is_file():
            yield Problem(here(source.path), step.piece.line, f"there is no page {step.page}.md")


def _at(source: Source, start: str, reason: str) -> Problem:
    lines = source.path.read_text("utf-8").splitlines()
    line = next((n for n, text in enumerate(lines, 1) if text.startswith(start)), 1)
    return Problem(here(source.path), line, reason)
