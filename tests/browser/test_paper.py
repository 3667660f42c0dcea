"""Sheets of paper: each is one page, black and white, and says what its page and its rules say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page

from calculators import rules
from scripts.generator.markdown import sheets
from scripts.printing import pages_in, printed
from tests.conftest import BUILD, ROOT

PAPER = BUILD / "paper"
DECLARED = sheets.declared(ROOT / "docs")
FILES = sorted(path.name for path in PAPER.glob("*.html"))
OTHERS = ["intake.html", "poster.html", "slip.html", "worksheet.html"]


@pytest.fixture(scope="module")
def printer(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest) -> Path:
    return PAPER / str(request.param)


def test_there_is_one_for_every_situation() -> None:
    """Every page of a stage or a person that says what to do now has one, and every other that home offers."""
    docs = ROOT / "docs"
    home = (docs / "index.md").read_text("utf-8").partition("\n## 你还可能是\n")[2]
    offered = re.findall(r"\]\((.+?\.md)\)", home.partition("\n## ")[0])
    pages = [*docs.glob("stages/*.md"), *docs.glob("people/*.md"), *map(docs.joinpath, offered)]
    wanted = {
        path.relative_to(docs).with_suffix("").as_posix()
        for path in pages
        if "\n## 现在做\n" in path.read_text("utf-8")
    }
    assert "products/credit-card" in wanted
    assert {sheet.slug for sheet in DECLARED} == wanted
    assert sorted([*OTHERS, *(Path(sheet.file).name for sheet in DECLARED)]) == FILES


def test_it_prints_to_exactly_one_page(printer: Page, file: Path) -> None:
    assert pages_in(printed(printer, file)) == 1


def test_two_pages_are_counted_as_two(printer: Page, tmp_path: Path) -> None:
    long = tmp_path / "long.html"
    long.write_text('<meta charset="utf-8"><p>一</p><p style="break-before: page">二</p>')
    assert pages_in(printed(printer, long)) == 2


def test_it_is_black_on_white_in_large_letters(printer: Page, file: Path) -> None:
    printer.goto(file.as_uri())
    printer.emulate_media(media="print")
    colours = printer.evaluate(
        "[...new Set([...document.querySelectorAll('body, body *')].map(e => getComputedStyle(e).color))]"
    )
    assert colours == ["rgb(0, 0, 0)"]
    letters = printer.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('main li, main td')).fontSize) * 0.75"
    )
    assert letters >= (12 if file.name == "slip.html" else 14)


def test_nothing_on_it_needs_a_tap_or_a_colour(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "<a " not in text and "<script" not in text and "管什么" not in text


@pytest.mark.parametrize("sheet", DECLARED, ids=lambda sheet: sheet.slug)
def test_what_it_points_to_elsewhere_bears_the_name_it_gives(sheet: sheets.Sheet) -> None:
    """Nothing can be tapped on paper: the title of a page, or the heading of a section, is looked for."""
    text = BeautifulSoup(
        (PAPER / Path(sheet.file).name).read_text("utf-8"), "html.parser"
    ).get_text()
    page = BUILD / "site" / sheet.slug / "index.html"
    article = BeautifulSoup(page.read_text("utf-8"), "html.parser").article
    assert article
    for heading in article.find_all("h2"):
        if words(heading) not in sheet.words["sections"]:
            continue
        for part in heading.find_next_siblings():
            if part.name == "h2":
                break
            for link in part.select("a:not(.hq-rule, .hq-source-fold a)"):
                path, _, anchor = str(link["href"]).partition("#")
                if ":" not in path:
                    target = page.parent / path / "index.html" if path else page
                    there = BeautifulSoup(target.read_text("utf-8"), "html.parser")
                    names = {words(tag) for tag in there.select(f"h1, [id='{anchor}']")}
                    assert any(f"“{name}”" in text for name in names), link


def words(tag: Tag) -> str:
    """A heading without the link to itself."""
    return "".join(each for each in tag.stripped_strings if each not in "#¶")


def test_what_it_points_to_below_is_on_it(file: Path) -> None:
    """A sheet holds some sections of its page: 照下面的表 sent the reader to a table that was left behind."""
    html = BeautifulSoup(file.read_text("utf-8"), "html.parser")
    text = html.get_text()
    assert "下面的表" not in text or html.select("main table")
    for name in re.findall("下面“(.+?)”", text):
        assert any(name in heading.text for heading in html.select("main h2, main h3")), name


def test_the_sheet_for_tonight_names_whom_to_ring_when_nobody_answers() -> None:
    text = (PAPER / "people-tonight.html").read_text("utf-8")
    assert all(number in text for number in ("12356", "110", "120"))


@pytest.mark.parametrize("sheet", DECLARED, ids=lambda sheet: sheet.slug)
def test_its_page_links_it_once_and_its_days_are_the_rule_s(sheet: sheets.Sheet) -> None:
    page = (BUILD / "site" / sheet.slug / "index.html").read_text("utf-8")
    assert page.count(f'href="../../{sheet.file}"') == 1
    text = (PAPER / Path(sheet.file).name).read_text("utf-8")
    wanted = sheet.words.get("days")
    assert ("最后一天：" in text.partition("</div>")[0]) == (wanted is not None)
    if wanted and wanted != "blank":
        id, _, name = wanted.rpartition(".")
        days = rules.at(sheet.reviewed)[id].value(name)
        assert f"数 {days} 天" in text


def test_a_page_that_counts_days_has_a_box() -> None:
    """Where the page asks for the day a paper came, the sheet has a place for it."""
    for sheet in DECLARED:
        text = (ROOT / "docs" / f"{sheet.slug}.md").read_text("utf-8")
        now = text.partition("\n## 现在做\n")[2].partition("\n## ")[0]
        if re.search(r"写下(?:送到|收到)的日子|最后一天", now):
            assert "days" in sheet.words, sheet.slug


def test_the_list_names_them_all() -> None:
    text = (BUILD / "site" / "about" / "paper" / "index.html").read_text("utf-8")
    for name in FILES:
        assert f'href="../../paper/{name}"' in text
