"""Expand one page: compute its calculators, then fill in figures and rules in its prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.generator.markdown import block, catalogue, citation, rulebook, way
from scripts.generator.markdown.block import Block
from scripts.generator.markdown.source import Page

_FENCE = re.compile(r"^(?P<indent>[ \t]*(?:>[ \t]?)*)(?P<mark>`{3,}|~{3,})[ \t]*(?P<kind>[^`\s{]*)")
_CODE_SPAN = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)")
_EXPRESSION = re.compile(r"\{\{\s*(?P<what>.*?)\s*\}\}")
_FIGURE = re.compile(r"(?P<name>[A-Za-z][\w-]*)\.(?P<key>in(?:\.\w+)+|\w+)")
_RULE = re.compile(r"""rule\(\s*(["'])(?P<id>[\w.-]+)\1\s*(?:,\s*(["'])(?P<name>\w+)\3\s*)?\)""")


@dataclass(frozen=True)
class Fence:
    """A fence of the page: the lines ``start`` to ``end`` hold its marks, ``body`` what is between."""

    kind: str
    indent: str
    start: int
    end: int
    body: tuple[str, ...]


def expand(page: Page, lines: list[str]) -> tuple[list[str], list[Block]]:
    """The page's lines with everything computed filled in, and its calculator blocks in order.

    A calculator fence keeps its place and its marks; its body becomes the block's number, which
    ``block.html`` turns into HTML when the fence is formatted.
    """
    fences = list(find_fences(lines))
    blocks = [block.evaluate(page, f) for f in fences if f.kind == "calculator"]
    figures = block.by_name(page, blocks)
    expanded: list[str] = []
    number = at = 0
    for fence in fences:
        expanded += _prose(page, lines, at, fence.start, figures)
        at = fence.end + 1
        if fence.kind == "calculator":
            expanded += [lines[fence.start], f"{fence.indent}{number}", lines[fence.end]]
            number += 1
        elif fence.kind == "tools":
            listed = ["\n".join(f.body) for f in fences if f.kind == "tools"]
            expanded += catalogue.fill(page, fence.start + 1, "\n".join(fence.body), listed)
        elif fence.kind == "rules":
            expanded += rulebook.fill(page, fence.start + 1, "\n".join(fence.body))
        elif fence.kind == "way":
            expanded += way.fill(page, fence.start + 1, "\n".join(fence.body))
        else:
            expanded += lines[fence.start : at]
    return expanded + _prose(page, lines, at, len(lines), figures), blocks


def find_fences(lines: list[str]) -> Iterator[Fence]:
    """Every closed fence of the text, of whatever kind."""
    at = 0
    while at < len(lines):
        opening = _FENCE.match(lines[at])
        end = opening and _closing(lines, at, opening["mark"])
        if opening and end:
            indent = opening["indent"]
            body = tuple(line[len(indent) :] for line in lines[at + 1 : end])
            yield Fence(opening["kind"], indent, at, end, body)
            at = end
        at += 1


def _closing(lines: list[str], start: int, mark: str) -> int | None:
    closing = re.compile(rf"^[ \t>]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
    return next((i for i in range(start + 1, len(lines)) if closing.match(lines[i])), None)


def _prose(
    page: Page, lines: list[str], start: int, end: int, named: dict[str, Block]
) -> list[str]:
    return [_fill(page, index, lines[index], named) for index in range(start, end)]


def _fill(page: Page, index: int, line: str, named: dict[str, Block]) -> str:
    """The line with every expression outside code spans replaced by what it stands for."""
    if "{{" not in line:
        return line
    filled, at = [], 0
    for code in [*_CODE_SPAN.finditer(line), None]:
        until = code.start() if code else len(line)
        filled.append(
            _EXPRESSION.sub(lambda m: _value(page, index, m["what"], named), line[at:until])
        )
        filled.append(code.group() if code else "")
        at = code.end() if code else until
    return "".join(filled)


def _value(page: Page, index: int, what: str, named: dict[str, Block]) -> str:
    if figure := _FIGURE.fullmatch(what):
        return block.figure(page, index, named, figure["name"], figure["key"])
    if rule := _RULE.fullmatch(what):
        return citation.inline(page, index, rule["id"], rule["name"])
    expected = (
        '{{ name.figure }}, {{ name.in.input }}, {{ rule("id") }} or {{ rule("id", "parameter") }}'
    )
    raise page.fail(index, f"{{{{ {what} }}}} is not understood; write {expected}")
