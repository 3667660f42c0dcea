"""Where a page's sentences come from: one fold a section, and one legend of the page's marks.

Both are written from what the page came to, so that calculators' answers are heard too.
"""

from __future__ import annotations

import re
from html import escape

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from calculators import rules
from calculators.rules import SURE, Rule, Sure
from calculators.view import dial
from scripts.generator.markdown import citation, trust
from scripts.generator.markdown.page_file import Page

# After raw HTML is back at its place, before the page is searched for what it must not hold.
PRIORITY = trust.PRIORITY + 1

MEANING: dict[Sure, str] = {
    "law": "法律、司法解释或者机关的文件里写着，本站核对过原文或转载。",
    "practice": "行业的标准、约定、常见做法，或者产品公开写明的。不是法律，你的合同写了别的，按合同。",
    "reported": "没有读到原文，只见到报道或转述。用之前，先看你的合同，或者问官方电话。",
}

_CHAPTER = re.compile(r"(?=<h2[ >])")
_MARK = re.compile(r'<a class="hq-rule[^>]*? data-rules="([^"]+)"')
_SURE = re.compile(r'data-sure="([^"]+)"')


class Sources(Postprocessor):
    """Adds the folds and the legend to a page, and makes its telephone numbers links."""

    def __init__(self, md: Markdown, written: trust.Written) -> None:
        super().__init__(md)
        self.written = written

    def run(self, text: str) -> str:
        """The page's HTML with all three, for whichever there is reason."""
        page = self.written.page
        folded = "".join(part + _fold(page, part) for part in _CHAPTER.split(text))
        return dial(folded + legend(folded))


def _fold(page: Page, section: str) -> str:
    """The sources of a section, once each, in the order of its marks; a telephone number is none."""
    book = rules.at(page.on)
    ids = dict.fromkeys(one for found in _MARK.findall(section) for one in found.split())
    named = [book[each] for each in ids if book[each].reference.kind != "number"]
    if not named:
        return ""
    lines = "".join(_line(page, rule) for rule in named)
    return (
        f'<details class="hq-source-fold"><summary>出处：{len(named)} 条</summary>'
        f"<ul>{lines}</ul></details>\n"
    )


def _line(page: Page, rule: Rule) -> str:
    name = re.sub(r"^《(.*)》", r"\1", citation.called(rule))
    source = f'<a href="{citation.address(page, rule)}">{escape(name)}</a>'
    return f"<li>{source} {citation.marked(rule)}</li>"


def borne(html: str) -> set[str]:
    """The marks that stand in a piece of HTML."""
    return {one for found in _SURE.findall(html) for one in found.split()}


def legend(html: str) -> str:
    """What the marks of a page mean: those it bears are seen, those that an answer may bring wait.

    Empty for a page without a mark that holds no calculator to be filled in.
    """
    seen = borne(html)
    if not seen and "<form" not in html:
        return ""
    may = SURE if "<form" in html else seen
    rows = "".join(_row(sure, hidden=sure not in seen) for sure in SURE if sure in may)
    hidden = "" if seen else " hidden"
    return (
        f'<aside class="hq-sure-legend" aria-label="标记的意思"{hidden}>'
        "<p>句子后面的小标记，说的是这句话有多可靠。点它，看原文和出处。</p>"
        f"<dl>{rows}</dl></aside>\n"
    )


def _row(sure: Sure, *, hidden: bool) -> str:
    flag = " hidden" if hidden else ""
    return f'<div data-legend="{sure}"{flag}><dt>{SURE[sure]}</dt><dd>{MEANING[sure]}</dd></div>'
