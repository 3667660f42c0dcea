"""Draws a flow chart of linked steps as one SVG.

A `flow` fence holds a title and, phase by phase, the steps and the pages they lead to::

    ```flow
    title: 从到期前到还清
    按天数:
      到期前: stages/before-due
      1 至 3 天: stages/day-1-3
    ```

Three steps stand side by side, so that the picture can be read on a phone without zooming. It uses
no style attribute and no script; a screen reader hears a list of links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import batched
from pathlib import Path
from typing import Any

from scripts.generator.markdown import fence_yaml
from scripts.generator.markdown.page_file import Page

WIDTH, ACROSS = 360, 3
BOX_WIDTH, BOX_HEIGHT, GAP, LINE = 106, 42, 15, 58
LEFT, NAME = 6, 24


def fill(page: Page, index: int, text: str) -> list[str]:
    """The HTML of one fence as one line; raises ``PageError`` at the line that is wrong."""
    try:
        reading = fence_yaml.read(text)
    except fence_yaml.UnreadableFence as problem:
        raise page.fail(index + problem.line, problem.reason) from None
    title = str(reading.data.pop("title", "")) or "一步一步"
    for phase, steps in reading.data.items():
        if not isinstance(steps, Mapping):
            reason = f"{phase}: write each step as name: page"
            raise page.fail(index + reading.line(phase), reason)
        for name, to in steps.items():
            if not (_docs(page) / f"{to}.md").is_file():
                reason = f"there is no page {to}.md for {name!r}"
                raise page.fail(index + reading.line(f"{phase}.{name}"), reason)
    return ["", _svg(title, reading.data, page.root), ""]


def _docs(page: Page) -> Path:
    """The folder of all pages: it holds the navigation."""
    parents = Path(page.path).resolve().parents
    return next((p for p in parents if (p / "SUMMARY.md").exists()), parents[0])


def _svg(title: str, phases: Mapping[str, Mapping[str, Any]], root: str) -> str:
    parts, top, number = [], 4, 1
    for phase, steps in phases.items():
        if number > 1:
            parts.append(_down(top))
            top += 14
        parts.append(f'<text class="hq-map-phase" x="{LEFT}" y="{top + 14}">{escape(phase)}</text>')
        top += NAME
        for row in batched(steps.items(), ACROSS, strict=False):
            parts += _row(row, top, number, root)
            top, number = top + LINE, number + len(row)
        top -= LINE - BOX_HEIGHT
    return (
        f'<nav aria-label="{escape(title)}"><svg class="hq-map" viewBox="0 0 {WIDTH} {top + 6}">'
        f"{''.join(parts)}</svg></nav>"
    )


def _row(row: tuple[tuple[str, Any], ...], top: int, number: int, root: str) -> Iterator[str]:
    for place, (name, to) in enumerate(row):
        left = LEFT + place * (BOX_WIDTH + GAP)
        if place:
            yield _right(left, top + BOX_HEIGHT // 2)
        yield (
            f'<a href="{root}{escape(to)}/">'
            f'<rect x="{left}" y="{top}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="8"/>'
            f'<text class="hq-map-number" x="{left + 8}" y="{top + 14}">{number + place}</text>'
            f'<text x="{left + BOX_WIDTH // 2}" y="{top + 31}">{escape(name)}</text></a>'
        )


def _right(x: int, y: int) -> str:
    return (
        f'<path d="M{x - GAP + 2} {y}h{GAP - 7}"/>'
        f'<path class="hq-map-tip" d="M{x - 2} {y}l-6 -4v8z"/>'
    )


def _down(y: int) -> str:
    middle = WIDTH // 2
    return (
        f'<path d="M{middle} {y + 3}v8"/><path class="hq-map-tip" d="M{middle} {y + 17}l-4 -7h8z"/>'
    )
