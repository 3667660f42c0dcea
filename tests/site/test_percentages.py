"""No page writes a percentage with decimals that nobody reads."""

from __future__ import annotations

from bs4 import BeautifulSoup

from tests.percentages import too_long
from tests.site.conftest import Page


def test_no_built_page_writes_more_than_two_decimals_unless_of_a_day(
    editions: dict[str, list[Page]],
) -> None:
    found = {}
    for page in editions["site"]:
        html = BeautifulSoup(page.text, "html.parser")
        for silent in html.select("script, style, template"):
            silent.decompose()
        if said := too_long(html.get_text(" ")):
            found[page.name] = said
    assert not found
