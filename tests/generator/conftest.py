"""A folder of pages in which each test writes its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

DAY = "2026-11-23"
Render = Callable[..., str]


def converter(docs: Path) -> Markdown:
    """Python-Markdown as ``mkdocs.yml`` sets it up, over another folder."""
    return Markdown(
        extensions=[
            "admonition",
            "attr_list",
            "scripts.generator.markdown",
            "pymdownx.superfences",
        ],
        extension_configs={
            "scripts.generator.markdown": {"docs": str(docs), "day": DAY},
        },
    )


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """Write a page and render it the way a generator does: without its front matter."""

    def render_page(body: str, *, name: str = "cases/late.md", front: str = "") -> str:
        page = tmp_path / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text((f"---\n{front}---\n" if front else "") + body, encoding="utf-8")
        return converter(tmp_path / "docs").convert(body.lstrip("\n"))

    return render_page
