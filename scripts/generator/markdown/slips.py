"""Slips of the pen that Markdown takes without a word, and that would publish a broken page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from scripts.generator.markdown.fence import Fence, opened

type Slip = tuple[int, str]

# How alike a fence's kind must be to one of ours to be a slip of it: calculater, Calculator, tool.
_ALIKE = 0.75
_TOO_FEW = re.compile(r"^[ \t>]*(?:`{1,2}|~{1,2})(?P<kind>[A-Za-z]+)[ \t]*$")
_NAMES_A_TOOL = re.compile(r"use:\s*[a-z][a-z0-9-]*\s*")
_CODE_SPAN = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)")
_EXPRESSION = re.compile(r"\{\{.*?\}\}")
_WHAT = r"\s*(?:[A-Za-z][\w-]*\.\w+(?:\.\w+)*|rule\s*\([^)]*\))\s*"
_SINGLE = re.compile(rf"\{{{{?{_WHAT}\}}?\}}|[｛【]{{1,2}}{_WHAT}[｝】]{{1,2}}|\{{%{_WHAT}%\}}")


def of_fences(fences: Sequence[Fence], lines: Sequence[str], ours: Sequence[str]) -> Iterator[Slip]:
    """Fences that are never closed or of a kind that was meant to be one of ``ours``."""
    for fence in fences:
        if fence.end is None:
            yield fence.start, "this fence is never closed; end it with " + fence.mark
        elif below := _swallowed(fence, ours):
            yield fence.start, f"this fence is never closed: another begins {below} lines below"
        elif reason := _meant(fence, ours):
            yield fence.start, reason
    inside = {n for f in fences for n in range(f.start, len(lines) if f.end is None else f.end + 1)}
    for number, line in enumerate(lines):
        few = _TOO_FEW.match(line)
        if number not in inside and few and few["kind"] in ours:
            yield number, f"a fence begins with three marks: ```{few['kind']}"


def _swallowed(fence: Fence, ours: Sequence[str]) -> int | None:
    """How far below a fence another of ours begins that it holds because it was not closed."""
    for number, line in enumerate(fence.body, 1):
        inner = opened(line)
        same = inner and inner["mark"].startswith(fence.mark)
        if inner and same and inner["kind"] in ours:
            return number
    return None


def _meant(fence: Fence, ours: Sequence[str]) -> str | None:
    """Why a fence that is none of ours was meant to be one, if it was."""
    known = ", ".join(ours)
    if fence.kind in ours:
        return f"nothing may stand behind {fence.kind}" if fence.rest else None
    if get_close_matches(fence.kind.lower(), ours, cutoff=_ALIKE):
        return f"no fence is called {fence.kind!r}; there are {known}"
    if not fence.kind and any(_NAMES_A_TOOL.fullmatch(line) for line in fence.body[:3]):
        return f"say what this fence is: one of {known}, or text to show it as it stands"
    return None


def of_prose(line: str) -> str | None:
    """What is wrong with a line's braces, if anything; code spans are left alone."""
    text = _CODE_SPAN.sub("", line)
    left = _EXPRESSION.sub("", text)
    if found := _SINGLE.search(left):
        return (
            f"{found.group()} stays as it is; a figure has two braces on each side: {{{{ ... }}}}"
        )
    if "{{" in left:
        return "{{ is not closed on this line; write }} behind it"
    return None
