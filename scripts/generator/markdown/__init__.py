"""A Python-Markdown extension: calculators, computed figures and dated rules in a page's text.

It uses nothing of MkDocs, so the same ``mkdocs.yml`` builds under MkDocs and under Zensical::

    markdown_extensions:
      - scripts.generator.markdown: {docs: docs, day: "2026-11-23"}
      - pymdownx.superfences:
          custom_fences:
            - name: calculator
              class: calculator
              format: !!python/name:scripts.generator.markdown.block.html
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from scripts.generator.markdown import glossary, trust
from scripts.generator.markdown.page import expand
from scripts.generator.markdown.source import find

# Before snippets (32) and the clean-up of white space (30), so that line numbers are the author's.
PRIORITY = 35


class _Expander(Preprocessor):
    """Expands a page's text before anything else has touched it."""

    def __init__(self, md: Markdown, docs: Path, day: date, written: trust.Written) -> None:
        super().__init__(md)
        self.docs, self.day, self.written = docs, day, written

    def run(self, lines: list[str]) -> list[str]:
        page = find(self.docs, "\n".join(lines), self.day)
        self.written.page, self.written.lines = page, lines
        expanded, self.md.calculator_blocks = expand(page, lines)  # type: ignore[attr-defined]
        return expanded


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
            Path(str(self.getConfig("docs"))),
            date.fromisoformat(str(self.getConfig("day"))),
        )
        written = trust.Written()
        md.preprocessors.register(_Expander(md, docs, day, written), "calculators", PRIORITY)
        md.postprocessors.register(trust.Distrust(md, written), "trust", trust.PRIORITY)
        md.treeprocessors.register(glossary.Glossary(md, docs), "glossary", glossary.PRIORITY)


def makeExtension(**options: Any) -> Calculators:  # noqa: N802 - Python-Markdown's name
    """Make the extension, as Python-Markdown asks for it by the module's name."""
    return Calculators(**options)
