"""In guidance a calculator is one line: whole forms stand on their own pages and on home."""

from __future__ import annotations

from scripts.checks import readability
from tests.site.conftest import Page

# Home asks one question at a time; that form is the page.
WHOLE = {"index"}


def test_no_form_stands_open_in_guidance(our_pages: list[Page]) -> None:
    lines = 0
    for page in our_pages:
        slug = page.name.removesuffix("/index.html").removesuffix(".html")
        if not readability.is_guidance(slug) or slug in WHOLE:
            continue
        for section in page.html.select("[data-calculator]"):
            folded = section.find_parent("details", class_="hq-oneline")
            assert folded and not folded.has_attr("open"), page.name
            summary = folded.find("summary", recursive=False)
            assert summary and any(letter.isdigit() for letter in summary.text), page.name
            lines += 1
    assert lines > 10
