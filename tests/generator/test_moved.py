"""An old address leads to the page that took it over, without a server and under any folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.generator.markdown import moved
from scripts.generator.markdown.errors import PageError
from tests.conftest import ROOT

TEMPLATE = ROOT / "theme" / "moved.html"
NEW = (
    '<article><h1 id="overdue">晚了</h1><h2 id="_1">一</h2><h2 id="day-31-60">二</h2>'
    '<section data-calculator="overdue-cost"></section></article>'
)

type Docs = Callable[..., Path]


@pytest.fixture
def docs(tmp_path: Path) -> Docs:
    def write(**pages: str) -> Path:
        for name, front in pages.items():
            path = tmp_path / "docs" / f"{name.replace('__', '/')}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"---\ntitle: 晚了\n{front}---\n\n# 晚了\n", encoding="utf-8")
        return tmp_path / "docs"

    return write


def left(docs: Path, old: str, new: str = "stages/overdue") -> BeautifulSoup:
    """The page at an old address."""
    pages = docs.parent / "pages"
    (pages / new).mkdir(parents=True)
    (pages / new / "index.html").write_text(NEW, encoding="utf-8")
    moved.write(docs, pages, TEMPLATE)
    return BeautifulSoup((pages / old / "index.html").read_text("utf-8"), "html.parser")


def test_an_old_address_leads_to_the_new_page(docs: Docs) -> None:
    page = left(docs(stages__overdue="moved_from: [stages/day-4-30]\n"), "stages/day-4-30")
    link, refresh = page.select_one("a#to"), page.select_one("noscript meta[http-equiv=refresh]")
    assert link and link["href"] == "../../stages/overdue/" and link.text == "晚了"
    assert refresh and refresh["content"] == "0; url=../../stages/overdue/"
    robots = page.select_one("meta[name=robots]")
    assert robots and robots["content"] == "noindex"


def test_it_keeps_headings_that_have_a_name_and_calculators(docs: Docs) -> None:
    page = left(docs(stages__overdue="moved_from: [a]\n"), "a")
    link = page.select_one("a#to")
    assert link and link["data-places"] == "overdue day-31-60"
    assert link["data-calculators"] == "overdue-cost"
    assert link["href"] == "../stages/overdue/"


def test_a_heading_of_the_old_name_is_where_it_leads(docs: Docs) -> None:
    page = left(docs(stages__overdue="moved_from: [stages/day-31-60]\n"), "stages/day-31-60")
    link = page.select_one("a#to")
    assert link and link["href"] == "../../stages/overdue/#day-31-60"


def test_the_first_page_may_take_over_an_address(docs: Docs) -> None:
    page = left(docs(index="moved_from: [old/start]\n"), "old/start", ".")
    assert page.select_one('a#to[href="../../"]')


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("moved_from: stages/day-4-30\n", "must be a list"),
        ("moved_from: [stages/day-4-30.md]\n", "is no address"),
        ("moved_from: [/stages/day-4-30/]\n", "is no address"),
        ("moved_from: [stages/other]\n", "stages/other still has a page of its own"),
        ("moved_from: [cases]\n", "cases still has a page of its own"),
        ("moved_from: [a, a]\n", "a is claimed by"),
        ("moved_from: [b]\n", r"b is claimed by .*other\.md"),
    ],
)
def test_a_wrong_claim_stops_the_build(docs: Docs, front: str, reason: str) -> None:
    folder = docs(stages__overdue=front, stages__other="moved_from: [b]\n", cases__index="")
    with pytest.raises(PageError, match=rf"\.md:3: .*{reason}"):
        moved.moves(folder)
