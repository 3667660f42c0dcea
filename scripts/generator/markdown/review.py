"""A line below a page's title: of which day its law is, where to look it up, and who has read it.

It says what the front matter says: `reviewed` and `lawyer` (`none`, or a day and a name); a page that
rests on rules is of the day on which the first of them was checked, if that is before. By when we look
again (`next_review`, or a rule's day before it) stands at the end, as ours: above the text a day to
come reads like a deadline of the reader's.
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
# Where every rule stands with its source, if the site has such a page.
SOURCES = "rights"

_TITLE = re.compile(r"</h1>")


class Review(Postprocessor):
    """Adds the line to every page that says when it was reviewed."""

    def __init__(self, md: Markdown, written: trust.Written) -> None:
        super().__init__(md)
        self.written = written

    def run(self, text: str) -> str:
        """The page's HTML with both lines; unchanged without a title or a day.

        Where the first screen belongs to something more urgent (`review_at: end`), both come last.
        """
        page = self.written.page
        if not _TITLE.search(text):  # each heading comes by too, for the list of contents
            return text
        if page.meta.get("review_at") == "end":
            return text + line(page) + again(page)
        return _TITLE.sub(lambda end: end[0] + line(page), text, count=1) + again(page)


def line(page: Page) -> str:
    """The line as HTML; empty for a page without `reviewed`."""
    if not isinstance(page.meta.get("reviewed"), date):
        return ""
    return f'\n<p class="hq-review">{" · ".join(_parts(page))}</p>'


def again(page: Page) -> str:
    """Until when we look again, said as ours; empty for a page that says nothing of it."""
    if not isinstance(page.meta.get("reviewed"), date) or not (day := due(page)):
        return ""
    said = f"本站最晚{show(day, Unit.DATE)}再核对这一页。这是本站的日子，不是你的期限。"
    return f'\n<p class="hq-review hq-review-next">{said}</p>'


def _parts(page: Page) -> Iterator[str]:
    checked = show(law_of(page), Unit.DATE)
    if page.meta.get("rules"):
        yield f"按{checked}核对过的法律写"
        if (rulebook.docs_of(page) / SOURCES / "index.md").exists():
            yield f'<a href="{page.root}{SOURCES}/">查出处</a>'
    else:
        yield f"{checked}核对过"
    yield seen_by(str(page.meta.get("lawyer") or "none"))
    if (rulebook.docs_of(page) / f"{REPORT}.md").exists():
        yield f'<a href="{page.root}{REPORT}/">哪里不对，告诉我们</a>'


def law_of(page: Page) -> date:
    """The day up to which all that the page rests on was checked."""
    book = rules.at(page.on)
    reviewed: date = page.meta["reviewed"]
    return min([reviewed, *(book[r].checked_on for r in page.meta.get("rules") or () if r in book)])


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
