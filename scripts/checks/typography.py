"""Chinese typography, by AutoCorrect: full-width punctuation, a space beside Latin and digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

import autocorrect_py as autocorrect

from scripts.checks.pages import Page
from scripts.checks.problem import Problem

# An expression stands for a figure or a citation; to the linter it is one word it leaves alone.
_EXPRESSION = re.compile(r"\s*\{\{.*?\}\}\s*")


def check(page: Page) -> Iterator[Problem]:
    """Lines that AutoCorrect would write otherwise, the title and the description among them."""
    named = ((page.meta_line(key), str(page.meta.get(key, ""))) for key in ("title", "description"))
    for number, text in (*named, *page.prose):
        for part in map(str.strip, _EXPRESSION.split(text)):
            better = autocorrect.format_for(part, "page.md").strip()
            if better != part:
                yield page.problem(number, f"write {better!r}, not {part!r}")
