"""Explains a term of the glossary where a page first uses it: ``<abbr tabindex="0" title="...">``.

Python-Markdown's own abbreviations need a space on both sides of a word, which Chinese has not.
The terms and their meanings are the definition list of the glossary page, and stand nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from scripts.generator.markdown import page_file

PAGE = "rights/glossary.md"
PRIORITY = 7  # after links and emphasis have become elements, as Python-Markdown's own

_ENTRY = re.compile(r"^(\S.*)\n:\s+(.+?[。！？])", re.MULTILINE)
_EXPRESSION = re.compile(r"（?\{\{.*?\}\}）?")
# Links and headings have a purpose of their own; the glossary (dl) does not explain itself.
_LEFT_ALONE = {"a", "abbr", "code", "data", "dl", "pre", "script", "style", "svg"} | {
    f"h{level}" for level in range(1, 7)
}


class Glossary(Treeprocessor):
    """Marks the first use of every term in a page's running text."""

    def __init__(self, md: Markdown, docs: Path) -> None:
        super().__init__(md)
        self.page = docs / PAGE

    def run(self, root: Element) -> None:
        """Mark the first use of each term in the parsed page."""
        terms = read(self.page)
        if terms:
            _Marker(terms).mark(root)


def read(page: Path) -> dict[str, str]:
    """The terms and the first sentence of their meaning; none where there is no such page."""
    entries = _ENTRY.findall(page_file.body(page))
    return {term: _EXPRESSION.sub("", meaning) for term, meaning in entries}


class _Marker:
    """Walks a page once, in reading order, and forgets each term when it has been explained."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        self.left = dict(terms)
        longest_first = sorted(terms, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(re.escape, longest_first)))

    def mark(self, element: Element) -> None:
        children = list(element)
        element.text, before = self._split(element.text)
        for place, explained in enumerate(before):
            element.insert(place, explained)
        for child in children:
            if child.tag not in _LEFT_ALONE:
                self.mark(child)
            child.tail, after = self._split(child.tail)
            place = list(element).index(child) + 1
            for offset, explained in enumerate(after):
                element.insert(place + offset, explained)

    def _split(self, text: str | None) -> tuple[str | None, list[Element]]:
        """The text up to the first new term, and an element for each new term with what follows."""
        if not text or isinstance(text, AtomicString):
            return text, []
        head, elements, at = text, list[Element](), 0
        for found in self.pattern.finditer(text):
            if found.group() not in self.left:
                continue
            if elements:
                elements[-1].tail = text[at : found.start()]
            else:
                head = text[: found.start()]
            elements.append(_explained(found.group(), self.left.pop(found.group())))
            at = found.end()
        if elements:
            elements[-1].tail = text[at:]
        return head, elements


def _explained(term: str, meaning: str) -> Element:
    # Within reach of a finger and of keys: what has the focus shows its meaning.
    element = Element("abbr", tabindex="0", title=meaning)
    element.text = AtomicString(term)
    return element
