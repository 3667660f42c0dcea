"""The readers' menu: few enough to choose from, and every heading leads to what it says."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.conftest import ROOT, built

_ENTRY = re.compile(r"^(?P<deep> *)\* (?:\[(?P<title>[^\]]+)\]\((?P<page>[^)]+)\)|(?P<name>.+))$")
_MENU = [
    _ENTRY.match(line)
    for line in (ROOT / "docs" / "SUMMARY.md").read_text("utf-8").splitlines()
    if line.strip()
]
PAGES = [m["page"] for m in _MENU if m and m["page"]]
# What this site is about; everything else is reached from lists, sources and search.
GUIDANCE = ("people", "stages", "consequences", "products", "strategies")
FOR_THE_CURIOUS = {"lender-side", "industry-risk-control", "litigation"}


def address(page: str) -> str:
    """Where a page of ``docs/`` stands on the site, from its root."""
    return page.removesuffix(".md").removesuffix("index")


def test_the_first_link_skips_to_the_text(site: Path) -> None:
    page = BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser")
    skip = page.select_one("a.md-skip")
    assert skip is not None
    assert skip.get_text(strip=True) == "跳到正文"


def test_a_reader_can_choose() -> None:
    assert all(_MENU)
    assert len(PAGES) == len(set(PAGES)) <= 55


def test_every_page_of_guidance_is_in_the_menu() -> None:
    """A product's page may stand in the list of who is here instead: there are too many lenders."""
    people = (ROOT / "docs" / "people" / "index.md").read_text("utf-8")
    found = {
        path.relative_to(ROOT / "docs").as_posix()
        for folder in GUIDANCE
        for path in (ROOT / "docs" / folder).glob("*.md")
        if path.stem not in FOR_THE_CURIOUS
    }
    assert {page for page in found - set(PAGES) if f"(../{page})" not in people} == set()


def sections() -> list[tuple[str, str]]:
    """Each section's name and the first page in it."""
    pairs = pairwise(_MENU)
    return [(m["name"], n["page"]) for m, n in pairs if m and n and m["name"]]


@pytest.mark.parametrize(("name", "first"), sections())
def test_a_section_begins_with_its_list(name: str, first: str) -> None:
    assert first.endswith("index.md")
    assert Path(first).stem == "index", name


def links(page: str, within: str) -> set[str]:
    """Where the links of one part of a built page lead, from the site's root."""
    html = BeautifulSoup(
        (built("site") / address(page) / "index.html").read_text("utf-8"), "html.parser"
    )
    here = f"http://site/{address(page).rstrip('/')}/"
    return {
        urlsplit(urljoin(here, str(a["href"]))).path.strip("/")
        for a in html.select(f"{within} a[href]")
    }


@pytest.mark.parametrize("page", ["index.md", "stages/overdue.md", "products/credit-card.md"])
def test_tabs_land_on_the_list_of_their_section(page: str) -> None:
    top = [m["page"] for m in _MENU if m and m["page"] and not m["deep"]]
    wanted = [first for _, first in sections()] + top
    assert links(page, ".md-tabs") == {address(each).strip("/") for each in wanted}


@pytest.mark.parametrize("page", [p for p in PAGES if p.count("/") and not p.endswith("index.md")])
def test_the_way_back_leads_to_the_list(page: str) -> None:
    lists = {address(first).strip("/") for _, first in sections()} | {"rights"}
    found = links(page, ".md-path")
    assert found <= lists | {""}
    assert found & lists


def test_every_page_leads_back_to_home_and_to_its_list() -> None:
    """Also those that the menu does not name: calculators, letters, cases, rules, pages about the site."""
    docs = ROOT / "docs"
    wrong = {}
    for path in docs.rglob("*.md"):
        page = path.relative_to(docs).as_posix()
        if page in ("SUMMARY.md", "index.md"):
            continue
        folder = page.partition("/")[0] if "/" in page else ""
        # The products stand in the menu among those who have them.
        folder = {"products": "people"}.get(folder, folder)
        wanted = {"", *([folder] if page != f"{folder}/index.md" else [])}
        if not wanted <= links(page, ".md-path"):
            wrong[page] = links(page, ".md-path")
    assert not wrong


@pytest.mark.parametrize("page", ["index.md", "stages/overdue.md", "calculators/overdue-cost.md"])
def test_the_drawer_leads_to_the_lists_in_the_order_of_the_menu(page: str) -> None:
    html = BeautifulSoup(
        (built("site") / address(page) / "index.html").read_text("utf-8"), "html.parser"
    )
    here = f"http://site/{address(page).rstrip('/')}/"
    found = [
        urlsplit(urljoin(here, str(a["href"]))).path.strip("/")
        for a in html.select(".md-sidebar--primary a[href]")
    ]
    deep = {m["page"] for m in _MENU if m and m["page"] and m["deep"]}
    lists = {first for _, first in sections()}
    # Of other sections the drawer names the list alone; of this one, every page.
    wanted = [address(each).strip("/") for each in PAGES if each in lists or each not in deep]
    assert [each for each in dict.fromkeys(found) if each in wanted] == wanted
