"""A built page as search sees it: its sections' headings and plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
_INLINE = {"a", "abbr", "b", "code", "data", "em", "i", "mark", "small", "span", "strong", "sub"}
_HEADINGS = {"h1", "h2", "h3"}
_SILENT_TAGS = {"form", "output", "script", "style", "svg", "template"}
# Calculators would drown the words in labels; statutes are found on the pages of the rules.
_SILENT_CLASSES = {
    *("headerlink", "hq-calculator", "hq-certainty", "hq-result", "hq-rule"),
    *("hq-source-fold", "hq-sure-legend", "hq-review", "hq-owed"),
}
# These lists name other pages: whoever looks for those should find those.
_SILENT_SECTIONS = {"依据", "接着看"}
# What is left of a citation without the statute's name, and the records kept of a rule.
_LEFT_OVER = re.compile(r"（[，；、\s]*）|(?:核对日期|用到它的页面)：.*?(?=说明：|$)")


@dataclass
class Section:
    """A heading with its anchor, and the text below it up to the next heading."""

    anchor: str
    heading: str = ""
    text: str = ""


class _Reader(HTMLParser):
    """Collects what stands in elements that are not silent, nor inside a silent one."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[Section] = []
        self._open: list[tuple[str, bool]] = []
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _HEADINGS and not self._silent():
            self.sections.append(Section(given.get("id") or ""))
            self._in_heading = True
        elif tag not in _INLINE:
            self.handle_data(" ")
        if tag not in _VOID:
            classes = set((given.get("class") or "").split())
            silent = tag in _SILENT_TAGS or bool(classes & _SILENT_CLASSES)
            # What was only heard stays so in an excerpt; that a law says it goes without saying.
            silent |= "hq-sure" in classes and "reported" not in (given.get("data-sure") or "")
            self._open.append((tag, silent or self._silent()))

    def handle_endtag(self, tag: str) -> None:
        """Leave the element; those inside it that HTML lets end by themselves end too."""
        if tag in _HEADINGS:
            self._in_heading = False
        while any(name == tag for name, _ in self._open):
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self.sections or self._silent():
            return
        if self._in_heading:
            self.sections[-1].heading += data
        else:
            self.sections[-1].text += data

    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]


def read(html: str) -> list[Section]:
    """The sections of a page's article that hold words of their own, the first being the page's.

    `html`: the whole page, as the generator made it.
    """
    reader = _Reader()
    reader.feed(html[html.index("<article") : html.rindex("</article>")])
    sections = [Section(s.anchor, _tidy(s.heading), _tidy(s.text)) for s in reader.sections]
    return [each for each in sections if each.heading not in _SILENT_SECTIONS]


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", _LEFT_OVER.sub("", re.sub(r"\s+", " ", text))).strip()
