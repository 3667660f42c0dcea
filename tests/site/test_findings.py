"""Each finding of an independent reading: what stands now stands on its page, and a test holds it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from scripts.generator.markdown import findings
from tests.conftest import ROOT
from tests.site.conftest import Page

FOUND = findings.read(ROOT / "docs/about/findings.yml")
SAFE = yaml.safe_load((ROOT / "tests/content/safe_words.yml").read_text("utf-8"))["pages"]
HELD = {row["finding"].split()[0] for row in SAFE}


def address(page: str) -> str:
    """The file of a page in the built site."""
    return "index.html" if page == "index" else f"{page.removesuffix('/index')}/index.html"


def words(page: Page) -> str:
    html = BeautifulSoup(page.text, "html.parser").select_one("article")
    assert html
    for extra in html.select("a.hq-rule, script, style, .headerlink"):
        extra.decompose()
    return re.sub(r"\s+", "", html.get_text())


@pytest.fixture(scope="module")
def pages(editions: dict[str, list[Page]]) -> dict[str, Page]:
    return {page.name: page for page in editions["site"]}


@pytest.mark.parametrize("row", FOUND.rows, ids=lambda row: row.id)
def test_what_the_table_quotes_stands_on_the_page(
    row: findings.Finding, pages: dict[str, Page]
) -> None:
    assert re.sub(r"\s+", "", row.now) in words(pages[address(row.page)])


def test_every_severe_finding_and_its_like_is_listed_once() -> None:
    ids = [row.id for row in FOUND.rows]
    assert len(ids) == len(set(ids))
    assert {f"A{n}" for n in range(1, 16)} <= set(ids)
    assert set("ABCDE") == {id[0] for id in ids} == set(FOUND.groups)


@pytest.mark.parametrize("row", FOUND.rows, ids=lambda row: row.id)
def test_a_test_holds_it(row: findings.Finding) -> None:
    """A severe finding has a row of its own; the others one like it, or the quotation above."""
    if row.id.startswith("A"):
        assert row.id in HELD and row.test == row.id
    elif row.test != "findings":
        assert row.test in HELD or (ROOT / row.test).is_file()


def test_the_table_leads_to_the_pages(pages: dict[str, Page]) -> None:
    table = pages["about/findings/index.html"].html.select("article table tbody tr")
    rows = (*FOUND.rows, *FOUND.numbers)
    assert len(table) == len(rows)
    for line, row in zip(table, rows, strict=True):
        link = line.select_one("a")
        assert link and (Path("about/findings") / str(link["href"])).as_posix()
        target = (
            ROOT / "build/site/about/findings" / str(link["href"]).partition("#")[0]
        ).resolve()
        assert (target / "index.html").exists() or target.exists(), row.id


def test_about_says_how_many_severe_errors_were_found_and_mended(pages: dict[str, Page]) -> None:
    severe = sum(row.id.startswith("A") for row in FOUND.rows)
    assert f"查出{severe}处严重的错，都改了" in words(pages["about/index.html"])
