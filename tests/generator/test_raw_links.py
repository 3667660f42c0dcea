"""A raw link is right under a generator that puts one step up before it, and untouched under the other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from markdown.preprocessors import Preprocessor

from scripts.generator.markdown.page_file import Page
from scripts.generator.markdown.raw_links import as_wanted
from tests.generator.conftest import Render, converter

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("path", "root", "written", "wanted"),
    [
        (
            "docs/cases/late.md",
            "../../",
            '<a href="../../rights/x/#y">',
            '<a href="../rights/x/#y">',
        ),
        ("docs/late.md", "../", '<a class="a" href="../x/">', '<a class="a" href="x/">'),
        ("docs/cases/index.md", "../", '<a href="../x/">', '<a href="../x/">'),
        ("docs/index.md", "", '<a href="x/">', '<a href="x/">'),
        ("docs/a/b.md", "../../", '<p data-root="../../">', '<p data-root="../../">'),
        ("docs/a/b.md", "../../", '<a href="../c.md#d">', '<a href="../c.md#d">'),
        ("docs/a/b.md", "../../", '<a href="own.vcf">', '<a href="b/own.vcf">'),
        ("docs/a/b.md", "../../", '<a href="c.md">', '<a href="c.md">'),
        ("docs/a/b.md", "../../", '<a href="tel:110">', '<a href="tel:110">'),
    ],
)
def test_a_link_is_written_from_beside_the_file(
    path: str, root: str, written: str, wanted: str
) -> None:
    assert as_wanted(written, Page(path, root, 1, ON)) == wanted


class Nothing(Preprocessor):
    """What only the other generator registers."""

    def run(self, lines: list[str]) -> list[str]:
        return lines


def test_only_the_generator_that_needs_it_gets_it(render: Render, tmp_path: Path) -> None:
    text = '见 {{ rule("civil-code-561") }}。\n'
    assert 'href="../../rights/' in render(text)
    other = converter(tmp_path / "docs")
    other.preprocessors.register(Nothing(other), "rendering_context", 0)
    assert 'href="../rights/' in other.convert(text)
