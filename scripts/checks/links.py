"""Links lead to pages that exist and, outside, to the official pages the rules cite."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from scripts.checks.pages import NumberedLine, Page
from scripts.checks.problem import Problem

MOST_RELATED = 3
RELATED = "接着看"

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?([^)\s>]+)")
_BARE = re.compile(r"(?:https?:)?//[^\s)>\]}\"'，。；]+")
_HEADING = re.compile(r"#{1,6}\s")


def check(page: Page, official: Collection[str], moved: Mapping[Path, Path]) -> Iterator[Problem]:
    """The problems of one page's links.

    `official`: the addresses the rules cite.
    `moved`: the file that an old address had -> the page that stands for it now.
    """
    for number, text in page.prose:
        for address in {*_LINK.findall(text), *_BARE.findall(text)}:
            if reason := _wrong(page, address, official, moved):
                yield page.problem(number, reason)
    related = [n for n, text in _related(page) for _ in _LINK.findall(text)]
    if len(related) > MOST_RELATED:
        yield page.problem(related[0], f"at most {MOST_RELATED} links under {RELATED}")


def _wrong(
    page: Page, address: str, official: Collection[str], moved: Mapping[Path, Path]
) -> str | None:
    """What is wrong with an address, if anything; dialling a number is not a link."""
    parts = urlsplit(address)
    if parts.scheme == "tel":
        return None
    if parts.scheme or parts.netloc:
        return None if address in official else f"{address} is no official page cited by a rule"
    return _lost(page, address, unquote(parts.path), moved) if parts.path else None


def _lost(page: Page, address: str, path: str, moved: Mapping[Path, Path]) -> str | None:
    if not path.endswith(".md"):
        return f"{address}: link to the page's file, such as ../stages/day-1-3.md"
    target = Path(page.path).parent / path
    if target.is_file():
        return None
    new = moved.get(Path(os.path.normpath(target)))
    if new:
        return f"{address} has moved; link to {os.path.relpath(new, Path(page.path).parent)}"
    return f"{address} leads nowhere"


def _related(page: Page) -> Iterator[NumberedLine]:
    """The lines under the heading 接着看, up to the next heading."""
    inside = False
    for line in page.prose:
        if _HEADING.match(line.text):
            inside = RELATED in line.text
        elif inside:
            yield line
