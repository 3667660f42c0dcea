"""Expand one page: compute its calculators, then fill in figures and rules in its prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from scripts.generator.markdown import (
    block,
    catalogue,
    citation,
    contact_cards,
    findings,
    flow,
    rulebook,
    sheets,
    slips,
    trees,
)
from scripts.generator.markdown.block import Block
from scripts.generator.markdown.errors import PageError
from scripts.generator.markdown.fence import Fence, find_fences
from scripts.generator.markdown.page_file import Page

# Fences that stand for lines of Markdown, by what makes the lines.
_FILLS = {
    "rules": rulebook.fill,
    "flow": flow.fill,
    "tree": trees.fill,
    "contacts": contact_cards.fill,
    "findings": findings.fill,
    "sheets": sheets.fill,
}
KINDS = ("calculator", "tools", *_FILLS)

_CODE_SPAN = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)")
_EXPRESSION = re.compile(r"\{\{\s*(?P<what>.*?)\s*\}\}")
_FIGURE = re.compile(r"(?P<name>[A-Za-z][\w-]*)\.(?P<key>\w+(?:\.\w+)*)")
_RULE = re.compile(r"""rule\(\s*(["'])(?P<id>[\w.-]+)\1\s*(?:,\s*(["'])(?P<name>\w+)\3\s*)?\)""")

# Takes finished HTML and returns the mark that stands for it in the text.
type Keep = Callable[[str], str]


@dataclass(frozen=True)
class Finished:
    """HTML that stands where a fence stood, as far in as the fence was."""

    indent: str
    html: str

    def laid(self, keep: Keep) -> str:
        """The line with the mark that ``keep`` gives for the HTML, where there is any to show."""
        return f"{self.indent}{keep(self.html) if self.html else ''}"


# What was proofread is built next: each page is computed once.
_proofread: dict[str, Draft] = {}


def expand(page: Page, lines: list[str], keep: Keep) -> list[str]:
    """The page's lines with everything computed filled in; raises the first ``PageError``."""
    draft = _proofread.pop(page.path, None)
    if draft is None or (draft.page, draft.lines) != (page, _without_end(lines)):
        draft = Draft(page, lines)
    if draft.errors:
        raise min(draft.errors, key=lambda error: error.line)
    laid = (line if isinstance(line, str) else line.laid(keep) for line in draft.expanded)
    return [*laid, "", ""]  # as Python-Markdown ends a text


def mistakes(page: Page, lines: list[str]) -> list[PageError]:
    """Everything that keeps the page from being built, in order of its lines."""
    draft = _proofread[page.path] = Draft(page, lines)
    return sorted(draft.errors, key=lambda error: error.line)


def _without_end(lines: list[str]) -> list[str]:
    """Without the blank lines at the end."""
    last = max((at for at, line in enumerate(lines, 1) if line), default=0)
    return lines[:last]


class Draft:
    """A page on its way: what it holds is computed piece by piece, so that every mistake is found.

    `expanded`: the lines, each fence and each expression replaced by what it stands for.
    `errors`: the mistakes found.
    """

    def __init__(self, page: Page, lines: list[str]) -> None:
        self.page, self.lines = page, _without_end(lines)
        self.fences = list(find_fences(self.lines))
        found = slips.of_fences(self.fences, self.lines, KINDS)
        self.errors = [page.fail(line, reason) for line, reason in found]
        whole = [f for f in self.fences if f.kind == "calculator" and f.end is not None]
        made = ((f, self._tried(partial(block.evaluate, page, f))) for f in whole)
        self.blocks: Mapping[Fence, Block] = {f: b for f, b in made if b is not None}
        # A figure of a block that could not be computed is no second mistake.
        self.named = None if self.errors else self._tried(self._by_name)
        self.expanded = self._expanded()

    def _expanded(self) -> list[str | Finished]:
        expanded: list[str | Finished] = []
        at = 0
        for fence in self.fences:
            expanded += self._prose(at, fence.start)
            expanded += self._tried(partial(self._fence, fence)) or []
            at = len(self.lines) if fence.end is None else fence.end + 1
        return expanded + self._prose(at, len(self.lines))

    def _fence(self, fence: Fence) -> Sequence[str | Finished]:
        page, index, text = self.page, fence.start + 1, "\n".join(fence.body)
        if fence.kind == "calculator":
            if fence not in self.blocks:
                return []
            around, html = fence.indent.rstrip(), block.render(self.blocks[fence])
            return [around, Finished(fence.indent, html), around]
        if fence.kind == "tools":
            listed = ["\n".join(f.body) for f in self.fences if f.kind == "tools"]
            return catalogue.fill(page, index, text, listed)
        if fence.kind in _FILLS:
            return _FILLS[fence.kind](page, index, text)
        return self.lines[fence.start : None if fence.end is None else fence.end + 1]

    def _prose(self, start: int, end: int) -> list[str]:
        tried = (self._tried(partial(self._fill, index)) for index in range(start, end))
        return [line or "" for line in tried]

    def _fill(self, index: int) -> str:
        """The line with every expression outside code spans replaced by what it stands for."""
        line = self.lines[index]
        if "{" not in line and "｛" not in line and "【" not in line:
            return line
        if wrong := slips.of_prose(line):
            raise self.page.fail(index, wrong)
        filled, at = [], 0
        for code in [*_CODE_SPAN.finditer(line), None]:
            until = code.start() if code else len(line)
            cited = citation.BRACKET.sub(
                lambda m: citation.bracket(self.page, index, m.group()), line[at:until]
            )
            filled.append(_EXPRESSION.sub(lambda m: self._value(index, m["what"]), cited))
            filled.append(code.group() if code else "")
            at = code.end() if code else until
        return "".join(filled)

    def _value(self, index: int, what: str) -> str:
        if figure := _FIGURE.fullmatch(what):
            if self.named is None:
                return ""
            return block.figure(self.page, index, self.named, figure["name"], figure["key"])
        if rule := _RULE.fullmatch(what):
            return citation.inline(self.page, index, rule["id"], rule["name"])
        expected = '{{ name.figure }}, {{ name.in.input }}, {{ rule("id") }} or {{ rule("id", "parameter") }}'
        raise self.page.fail(index, f"{{{{ {what} }}}} is not understood; write {expected}")

    def _by_name(self) -> dict[str, Block]:
        return block.by_name(self.page, list(self.blocks.values()))

    def _tried[T](self, make: Callable[[], T]) -> T | None:
        """What ``make`` gives, or None and one more mistake."""
        try:
            return make()
        except PageError as error:
            self.errors.append(error)
            return None
