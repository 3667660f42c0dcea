"""Every page is listed: in the menu, or in the list of its folder; and the menu leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from scripts.checks.pages import NAVIGATION, Page
from scripts.checks.problem import Problem
from scripts.generator.mistakes import here

# Folders whose own list names every page of theirs.
COMPLETE = ("cases", "letters")

_ENTRY = re.compile(r"^\s*[*-]\s+(?:\[[^\]]*\]\((?P<page>[^)\s]+)\)|(?P<pattern>\S+\.md))\s*$")
_LINK = re.compile(r"\]\(\s*<?([^)#\s>]+\.md)")
_EVERY_TOOL = re.compile(r"```tools\n(?:[^`]*\s)?\*\s", re.MULTILINE)


def check(pages: Sequence[Page], docs: Path) -> Iterator[Problem]:
    """Lines of the menu that lead nowhere, and pages that no list names."""
    menu = docs / NAVIGATION
    lines = menu.read_text("utf-8").splitlines() if menu.is_file() else []
    entries = [(n, m) for n, line in enumerate(lines, 1) if (m := _ENTRY.match(line))]
    for number, entry in entries:
        if entry["page"] and not (docs / entry["page"]).is_file():
            yield Problem(here(menu), number, f"{entry['page']} leads nowhere")
    if not lines:
        return
    patterns = [entry["page"] or entry["pattern"] for _, entry in entries]
    for page in pages:
        name = f"{page.slug}.md"
        folder = page.slug.rpartition("/")[0]
        in_list = _in_list(docs / folder, name)
        has_list = folder in COMPLETE and (docs / folder / "index.md").is_file()
        if has_list and not name.endswith("/index.md"):
            if not in_list:
                yield page.problem(1, f"{folder}/index.md does not list this page")
        elif not (in_list or any(fnmatch(name, p) for p in patterns) or _linked(pages, page, docs)):
            yield page.problem(1, f"no page leads here; add it to {NAVIGATION} or to a list")


def _in_list(folder: Path, name: str) -> bool:
    index = folder / "index.md"
    if not index.is_file():
        return False
    text = index.read_text("utf-8")
    every = folder.name == "calculators" and bool(_EVERY_TOOL.search(text))
    return every or Path(name).name in _LINK.findall(text)


def _linked(pages: Sequence[Page], wanted: Page, docs: Path) -> bool:
    target = (docs / f"{wanted.slug}.md").resolve()
    return any(
        (Path(page.path).parent / link).resolve() == target
        for page in pages
        if page is not wanted
        for line in page.prose
        for link in _LINK.findall(line.text)
    )
