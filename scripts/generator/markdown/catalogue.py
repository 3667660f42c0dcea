"""Lists calculators in a page, each with its own title and summary.

A `tools` fence names them by id, in the order they are shown; `*` stands for all that no other
fence of the page names, so that a new calculator is listed without being named::

    ```tools
    triage overdue-cost
    ```
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from calculators.registry import UnknownTool, tool, tools
from scripts.generator.markdown.page_file import Page

REST = "*"


def fill(page: Page, index: int, text: str, all_texts: Sequence[str]) -> list[str]:
    """The Markdown lines for one fence; ``all_texts`` are the bodies of every fence of the page."""
    named = {word for each in all_texts for word in each.split()}
    lines: list[str] = []
    for word in text.split():
        wanted = [i for i in tools() if i not in named] if word == REST else [word]
        lines += [_line(page, index, one) for one in wanted]
    return lines


def _line(page: Page, index: int, id: str) -> str:
    try:
        found = tool(id)
    except UnknownTool as problem:
        raise page.fail(index, str(problem.args[0])) from None
    # A reader's own case and plan are no calculators to look up: their pages stand one level up.
    beside = Path(page.path).with_name(f"{id}.md").exists()
    return f"- **[{found.title}]({'' if beside else '../'}{id}.md)**：{found.summary}"
