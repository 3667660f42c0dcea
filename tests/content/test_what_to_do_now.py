"""What a page tells a reader to do today can be done when it is read, and a helper finds the page for it."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.checks.readability import is_guidance
from tests.conftest import ROOT

DOCS = ROOT / "docs"
# What is shut at night; the police and who listens to the desperate are not.
SHUT = re.compile(
    r"hotline-(?:12368|12348|12345|12333|12378|12363)\"|官网抄电话|官网的电话|卡背面|柜台|街道、乡镇|执行法院"
)
TODAY = re.compile(r"^\d+\. \*\*今天[^*]*\*\*：.*$", re.MULTILINE)
SAID = re.compile("夜里|明天一早")
LINKS = re.compile(r"\]\(([^)#]+\.md)[^)]*\)")


def test_what_is_shut_at_night_is_not_to_be_reached_today_without_a_word_for_the_night() -> None:
    steps = {
        (path.relative_to(DOCS).as_posix(), step)
        for path in DOCS.rglob("*.md")
        if is_guidance(path.relative_to(DOCS).with_suffix("").as_posix())
        for step in TODAY.findall(path.read_text("utf-8"))
        if SHUT.search(step)
    }
    assert len(steps) > 8
    assert not [step for step in sorted(steps) if not SAID.search(step[1])]


def test_no_one_is_sent_to_an_office_today() -> None:
    """It may be eleven at night: a letter, an answer or a page says when the office opens."""
    words = (*DOCS.rglob("*.md"), *(ROOT / "calculators").rglob("*.txt"), *_answers())
    sent = re.compile(r"今天(?:就)?去[^，。]{0,6}(?:法院|街道|乡镇|柜台|窗口|银行)")
    assert not [path.name for path in words if sent.search(path.read_text("utf-8"))]


def _answers() -> list[Path]:
    tools = ROOT / "calculators"
    return [*(tools / "tools").glob("*.py"), *(tools / "rules/trees").glob("*.yml")]


def test_a_helper_finds_every_door_of_the_home_page_in_one_table() -> None:
    home = (DOCS / "index.md").read_text("utf-8")
    doors = home.partition('<div class="hq-doors"')[2].partition("</div>")[0]
    page = (DOCS / "people/helping.md").read_text("utf-8")
    table = page.partition("{ #which }")[2].partition("\n## ")[0]
    here = DOCS / "people"
    led = {(here / each).resolve() for each in LINKS.findall(table)}
    wanted = {(DOCS / each).resolve() for each in LINKS.findall(doors)}
    assert len(wanted) == 8
    assert wanted - led == {here / "helping.md"}
