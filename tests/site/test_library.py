"""What search reads: every page's own words, and where to find them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from scripts.generator.search import address, sections
from tests.conftest import BUILD, ROOT


@pytest.fixture(params=["site", "offline"])
def edition(request: pytest.FixtureRequest) -> Path:
    return BUILD / str(request.param)


def library(edition: Path) -> dict[str, Any]:
    (file,) = edition.glob("assets/site/library.*.js")
    found: dict[str, Any] = json.loads(file.read_text("utf-8").split("=", 1)[1])
    return found


def test_every_page_is_there_but_those_that_ask_not_to_be(edition: Path) -> None:
    urls = {page["url"] for page in library(edition)["pages"]}
    docs = ROOT / "docs"
    pages = {path for path in docs.rglob("*.md") if path.name != "SUMMARY.md"}
    hidden = {path for path in pages if "search: {exclude: true}" in path.read_text("utf-8")}
    assert hidden
    assert urls == {address(path.relative_to(docs)) for path in pages - hidden}


def test_every_section_leads_to_a_place(edition: Path) -> None:
    for page in library(edition)["pages"]:
        html = BeautifulSoup(
            (edition / page["url"] / "index.html").read_text("utf-8"), "html.parser"
        )
        ids = {str(tag["id"]) for tag in html.select("article [id]")}
        assert {anchor for anchor, _, _ in page["sections"]} <= ids, page["url"]


def test_every_page_knows_the_name_of_the_file(edition: Path) -> None:
    (file,) = edition.glob("assets/site/library.*.js")
    for page in edition.rglob("*.html"):
        html = page.read_text("utf-8")
        if 'http-equiv="refresh"' in html or "data-moved" in html:
            continue  # a page that moved only leads on
        if page.parent.name == "paper":
            continue  # nobody searches on a sheet of paper
        named = re.findall(r'data-search="?([^" >]+)', html)
        assert [name.rsplit("/", 1)[1] for name in named] == [file.name], page


def test_figures_are_filled_in_and_forms_left_out(edition: Path) -> None:
    text = json.dumps(library(edition), ensure_ascii=False)
    assert "{{" not in text
    assert "data-error-for" not in text and "核对日期" not in text


def test_a_page_is_read_by_its_sections() -> None:
    html = """<body><nav>别处</nav><article><h1 id="a">题目<a class="headerlink" href="#a">#</a></h1>
      <p>开头<abbr title="解释">罚息</abbr>。</p><form><label>表</label></form>
      <h2 id="b">一节</h2><ul><li>一（<a class="hq-rule" href="#">某法</a>）。<li>二<br>三</ul>
      <h2 id="c">接着看</h2><p>别的页</p></article><footer>脚</footer></body>"""
    assert sections.read(html) == [
        sections.Section("a", "题目", "开头罚息。"),
        sections.Section("b", "一节", "一。 二 三"),
    ]
