"""The fences of a page, found line by line as Markdown's superfences does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(
    r"^(?P<indent>[ \t]*(?:>[ \t]?)*)(?P<mark>`{3,}|~{3,})[ \t]*(?P<kind>[^`\s{]*)(?P<rest>.*)$"
)


@dataclass(frozen=True)
class Fence:
    """A fence of the page: the lines ``start`` to ``end`` hold its marks, ``body`` what is between.

    ``end`` is None where the page ends before the fence does; its body is then the rest of the page.
    """

    kind: str
    indent: str
    mark: str
    rest: str
    start: int
    end: int | None
    body: tuple[str, ...]


def find_fences(lines: list[str]) -> Iterator[Fence]:
    """Every fence of the text, of whatever kind, closed or not."""
    at = 0
    while at < len(lines):
        if opening := opened(lines[at]):
            end = _closing(lines, at, opening["mark"])
            indent = opening["indent"]
            body = tuple(line[len(indent) :] for line in lines[at + 1 : end])
            named = opening["kind"], indent, opening["mark"], opening["rest"].strip()
            yield Fence(*named, at, end, body)
            at = len(lines) if end is None else end
        at += 1


def opened(line: str) -> re.Match[str] | None:
    """The parts of a line that begins a fence; a code span of three backticks begins none."""
    found = _OPENING.match(line)
    span = found and found["mark"][0] == "`" and "`" in found["rest"]
    return None if span else found


def _closing(lines: list[str], start: int, mark: str) -> int | None:
    closing = re.compile(rf"^[ \t>]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
    return next((i for i in range(start + 1, len(lines)) if closing.match(lines[i])), None)
