"""A line below a page's title: when it was last checked, by when it is again, and by whom.

It says what the front matter says: `reviewed`, `next_review` and `lawyer` (`none`, or a day and a
name). A rule the page rests on may be due before the page; then its day is the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import escape

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from calculators import rules
from calculators.answer.result import Unit
from calculators.view import show
from scripts.generator.markdown import rulebook, trust
from scripts.generator.markdown.page_file import Page

PRIORITY = trust.PRIORITY + 2
# Where a reader can say that something is wrong, if the site has such a page.
REPORT = "about/report-error"

_TITLE = re.compile(r"</h1>")


class Review(Postprocessor):
    """Adds the line to every page that says when it was reviewed."""

    def __init__(self, md: Markdown, written: trust.Written) -> None:
        super().__init__(md)
        self.written = written

    def run(self, text: str) -> str:
        """The page's HTML with the line below its title; unchanged without a title or a day.

        Where the first screen belongs to something more urgent (`review_at: end`), it comes last.
        """
        if not _TITLE.search(text):  # each heading comes by too, for the list of contents
            return text
        if self.written.page.meta.get("review_at") == "end":
            return text + line(self.written.page)
        return _TITLE.sub(lambda end: end[0] + line(self.written.page), text, count=1)


def line(page: Page) -> str:
    """The line as HTML; empty for a page without `reviewed`."""
    if not isinstance(page.meta.get("reviewed"), date):
        return ""
    return f'\n<p class="hq-review">{" · ".join(_parts(page))}</p>'


def _parts(page: Page) -> Iterator[str]:
    yield f"{show(page.meta['reviewed'], Unit.DATE)}核对过"
    if again := due(page):
        yield f"{show(again, Unit.DATE)}前再核对"
    yield seen_by(str(page.meta.get("lawyer") or "none"))
    if (rulebook.docs_of(page) / f"{REPORT}.md").exists():
        yield f'<a href="{page.root}{REPORT}/">哪里不对，告诉我们</a>'


def due(page: Page) -> date | None:
    """The day by which the page or a rule it uses is to be checked again, whichever is first."""
    book = rules.at(page.on)
    days = [book[each].check_by for each in page.meta.get("rules") or () if each in book]
    if isinstance(page.meta.get("next_review"), date):
        days.append(page.meta["next_review"])
    return min(days, default=None)


def seen_by(lawyer: str) -> str:
    """Whether a lawyer has read the page: `none`, or `2026-12-01 NAME`."""
    if lawyer == "none":
        return "还没有律师看过"
    day, _, name = lawyer.partition(" ")
    return f"{escape(name)}律师 {show(date.fromisoformat(day), Unit.DATE)}看过"
