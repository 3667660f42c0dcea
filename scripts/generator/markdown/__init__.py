"""A Python-Markdown extension: calculators, computed figures and dated rules in a page's text.

It uses nothing of MkDocs, so the same ``mkdocs.yml`` builds under MkDocs and under Zensical::

    markdown_extensions:
      - scripts.generator.markdown: {docs: docs, day: "2026-11-23"}
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from scripts.generator.markdown import glossary, raw_links, review, sources, trust
from scripts.generator.markdown.expand_page import expand
from scripts.generator.markdown.page_file import find

# The page is found by its text as the file has it: before snippets (32) and white space (30).
FIND = 35
# After the clean-up of white space, which would lose the marks of finished HTML; before fences (25).
EXPAND = 29


class _Finder(Preprocessor):
    """Finds out which page this is."""

    def __init__(self, md: Markdown, docs: Path, day: date, written: trust.Written) -> None:
        super().__init__(md)
        self.docs, self.day, self.written = docs, day, written

    def run(self, lines: list[str]) -> list[str]:
        self.written.page = find(self.docs, "\n".join(lines), self.day)
        self.written.lines = lines
        return lines


class _Expander(Preprocessor):
    """Fills in what is computed; the HTML of a calculator is laid aside as Markdown lays raw HTML."""

    def __init__(self, md: Markdown, written: trust.Written) -> None:
        super().__init__(md)
        self.written = written

    def run(self, lines: list[str]) -> list[str]:
        return expand(self.written.page, lines, self.md.htmlStash.store)


class Calculators(Extension):
    """Reads the two options ``docs`` (folder) and ``day`` (of pages without ``reviewed``)."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "docs": ["docs", "folder of the pages"],
            "day": ["", "day for which pages are computed that name none"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the preprocessors, as Python-Markdown asks."""
        docs, day = (
            Path(str(self.getConfig("docs"))).absolute(),
            date.fromisoformat(str(self.getConfig("day"))),
        )
        written = trust.Written()
        md.preprocessors.register(_Finder(md, docs, day, written), "page", FIND)
        md.preprocessors.register(_Expander(md, written), "calculators", EXPAND)
        md.postprocessors.register(review.Review(md, written), "review", review.PRIORITY)
        md.postprocessors.register(sources.Sources(md, written), "sources", sources.PRIORITY)
        md.postprocessors.register(raw_links.RawLinks(md, written), "raw-links", raw_links.PRIORITY)
        md.postprocessors.register(trust.Distrust(md, written), "trust", trust.PRIORITY)
        md.treeprocessors.register(glossary.Glossary(md, docs), "glossary", glossary.PRIORITY)


def makeExtension(**options: Any) -> Calculators:  # noqa: N802 - Python-Markdown's name
    """Make the extension, as Python-Markdown asks for it by the module's name."""
    return Calculators(**options)
