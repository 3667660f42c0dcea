"""Which sheets of paper a site has: declared by its pages, listed by a fence.

A page declares its own in its front matter, ``paper: {sections: [现在做, 怎么说], days: cpl-227.objection_days}``:
the sections that stand on it, and how many days run from the day the paper came (``blank``: only the paper
says). One page lists all with a ``sheets`` fence, which also says what the others are made of::

    ```sheets
    poster: {title: 先做五件, page: stages/late, sections: [现在做]}
    slip: {title: 打哪个电话, page: rights/hotlines}
    worksheet: {title: 算清楚, lists: [[fair-offers, debts, 6]], sums: [收入减支出]}
    intake: {title: 接待单, tool: desk, lines: {debts: 6}}
    ```
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from calculators.rules import bounded
from scripts.generator.markdown import fence_yaml, page_file
from scripts.generator.markdown.moved import slug
from scripts.generator.markdown.page_file import Page

FOLDER = "paper"
_FENCE = re.compile(r"^```sheets\n(.*?)^```", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Sheet:
    """The sheet of a page; ``words`` is what its front matter says of it."""

    slug: str
    title: str
    reviewed: date
    words: Mapping[str, Any]

    @property
    def file(self) -> str:
        """Its place from the top of the site."""
        return f"{FOLDER}/{self.slug.replace('/', '-')}.html"


def declared(docs: Path) -> list[Sheet]:
    """The sheets of pages, in the order of their folders."""
    found = []
    for path in sorted(docs.rglob("*.md")):
        if path.name == "SUMMARY.md" or "\npaper:" not in path.read_text("utf-8"):
            continue
        meta = page_file.page_of(path, docs, date.min).meta
        day = date.fromisoformat(str(meta["reviewed"]))
        found.append(Sheet(slug(path.relative_to(docs)), meta["title"], day, meta["paper"]))
    return found


def others(docs: Path) -> Mapping[str, Mapping[str, Any]] | None:
    """What the fence says of the other sheets; None for a site that makes none."""
    texts = (path.read_text("utf-8") for path in sorted(docs.rglob("*.md")))
    found = next(filter(None, map(_FENCE.search, texts)), None)
    return (bounded.load(found[1]) or {}) if found else None


def fill(page: Page, index: int, text: str) -> list[str]:
    """The list of all sheets as HTML; raises ``PageError`` where the fence cannot be read."""
    try:
        listed = fence_yaml.read(text).data
        said = {f"{FOLDER}/{name}.html": each["title"] for name, each in listed.items()}
    except fence_yaml.UnreadableFence as problem:
        raise page.fail(index + problem.line, f"sheets: {problem.reason}") from None
    except (KeyError, TypeError):
        raise page.fail(index, "sheets: give each sheet a title") from None
    above = page.root.count("../") - (Path(page.path).name != "index.md")
    titles = {each.file: each.title for each in declared(Path(page.path).parents[above])}
    items = (
        f'<li><a href="{page.root}{file}">{escape(title)}</a></li>'
        for file, title in {**said, **titles}.items()
    )
    return ["", f"<ul>{''.join(items)}</ul>", ""]
