"""A flow chart of steps is one picture whose steps are links, and never leads nowhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.generator.markdown import flow
from scripts.generator.markdown.errors import PageError
from scripts.generator.markdown.page_file import Page

TEXT = "title: 路\n前面:\n  甲: a\n  乙 & 丙: b\n后面:\n  丁: a\n  戊: b\n  己: a\n  庚: b\n"


@pytest.fixture
def page(tmp_path: Path) -> Page:
    for name in ("SUMMARY", "a", "b", "index"):
        (tmp_path / f"{name}.md").write_text(name)
    return Page(str(tmp_path / "index.md"), "../", 1, date(2026, 11, 23))


def test_each_step_is_a_link_in_order(page: Page) -> None:
    html = BeautifulSoup("".join(flow.fill(page, 0, TEXT)), "html.parser")
    links = html.select("nav[aria-label=路] svg a")
    assert [a["href"] for a in links] == [f"../{to}/" for to in "ababab"]
    assert [text.text for text in links[1].select("text")] == ["2", "乙 & 丙"]


def test_no_box_leaves_the_picture_or_covers_another(page: Page) -> None:
    html = BeautifulSoup("".join(flow.fill(page, 0, TEXT)), "html.parser")
    boxes = [(int(str(r["x"])), int(str(r["y"]))) for r in html.select("rect")]
    assert len(set(boxes)) == len(boxes)
    svg = html.select_one("svg")
    assert svg is not None
    width, height = (float(n) for n in str(svg["viewbox"]).split()[2:])
    assert all(x + flow.BOX_WIDTH <= width and y + flow.BOX_HEIGHT <= height for x, y in boxes)


@pytest.mark.parametrize(
    ("text", "line"), [("前面:\n  甲: nowhere\n", 2), ("前面: 甲\n", 1), ("甲: [\n", 2)]
)
def test_a_wrong_step_stops_the_build_at_its_line(page: Page, text: str, line: int) -> None:
    with pytest.raises(PageError, match=rf"index\.md:{line}\b"):
        flow.fill(page, 0, text)
