"""What we assume of Material's HTML is there, under both generators."""

from __future__ import annotations

import re

import pytest

from tests.conftest import BUILD, ROOT
from tests.site.conftest import Page, pages_of

# What our scripts look for, as selectors; `docs/about/material.md` says where.
SIGNS = (
    "[data-md-component=skip]",
    "[data-md-component=header]",
    "[data-md-component=container]",
    "[data-md-component=content]",
    ".md-sidebar--primary .md-nav__link--active[href]",
    ".md-sidebar__scrollwrap",
    ".md-nav a",
    "a.md-logo",
    "a.md-skip",
    ".md-content .md-typeset h1",
    "input#__drawer",
)


@pytest.mark.parametrize("sign", SIGNS)
def test_the_sign_is_in_the_pages_of_both(editions: dict[str, list[Page]], sign: str) -> None:
    mkdocs = [page for page in pages_of(BUILD / "pages") if "/cases/" in str(page.path)]
    zensical = [page for page in editions["zensical"] if "/cases/" in str(page.path)]
    for pages in (mkdocs, zensical):
        assert any(page.html.select_one(sign) for page in pages)


def test_no_script_of_ours_looks_for_another() -> None:
    asked = set()
    for path in (ROOT / "theme" / "src").rglob("*.ts"):
        asked |= set(
            re.findall(r"(?:\.|data-md-component=)(md-[\w-]+|\w+(?=\]))", path.read_text())
        )
    known = " ".join(SIGNS)
    assert {word for word in asked if word.startswith("md-") and word not in known} == set()
