"""Every hotline's number on every page can be pressed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup

from calculators import rules
from calculators.registry import tool
from calculators.view import dial, output
from scripts.checks import cases
from tests.site.conftest import Page

BOOK = rules.at(date.max)
HOTLINES = [rule for rule in BOOK.all() if rule.reference.kind == "number"]
NUMBERS = {str(rule.value("phone")) for rule in HOTLINES if "phone" in rule.parameters}
WRITTEN = NUMBERS | {number.rpartition("-")[2] for number in NUMBERS}
LONG = "|".join(sorted((n for n in WRITTEN if len(n) > 3), key=len, reverse=True))
# Three digits are a telephone unless they count something or stand in a list of numbers; services of five
# and more are one wherever they stand, known here or not.
COUNTS = r"(?!\s*(?:[元天%‰个万条期次行分年月日号岁家笔]|小时))"
SAID = re.compile(
    rf"(?<![\d.,])(?:{LONG})(?![\d.,])"
    rf"|(?<![\d.,%：:-])(?<!\d、)1(?:10|19|20|22)(?![\d.,%:-]){COUNTS}"
    rf"|(?<![\d.,%：:-])(?:12\d{{3}}|95\d{{3}}|96\d{{3}}|400[- ]?\d{{3}}[- ]?\d{{4}})(?![\d.,%:-]){COUNTS}"
)
# What is copied or chosen, and what names a page, a rule or a site.
ELSEWHERE = (
    ".md-tag, a[href^='http'], a[href*='#'], nav, pre, code, script, style, template, "
    "option, label, button, title, svg, textarea"
)


def test_each_number_is_a_link_to_ring_it(any_pages: list[Page]) -> None:
    wrong, linked = {}, 0
    # A sheet of paper cannot be pressed.
    for page in (page for page in any_pages if not page.name.startswith("paper/")):
        html = BeautifulSoup(page.text, "html.parser")
        linked += len(html.select('a[href^="tel:"]'))
        for part in html.select(ELSEWHERE):
            part.decompose()
        # A link leaves its mark, so that what stands beside it is read as it stands.
        for link in html.select("a[href^='tel:']"):
            link.replace_with("☎")
        if found := SAID.findall(html.get_text(" ")):
            wrong[page.name] = found
    assert not wrong
    assert linked > 150


def test_the_courts_number_is_said_with_its_area_code(our_pages: list[Page]) -> None:
    """One way of saying it: of another city's court nobody answers at the bare number."""
    bare: dict[str, list[str]] = {}
    said = 0
    for page in our_pages:
        if page.name.startswith("rights/hotline/"):
            continue  # where the number's own source is named
        text = re.sub(r"\s+", "", BeautifulSoup(page.text, "html.parser").get_text())
        said += text.count("区号加12368")
        if found := re.findall(r".{0,12}(?<!区号加)(?<!\d)12368(?!\d).{0,8}", text):
            bare[page.name] = found
    assert not bare
    assert said > 50


def test_a_link_rings_what_it_says(our_pages: list[Page]) -> None:
    for page in our_pages:
        for link in page.html.select('a[href^="tel:"]'):
            number = str(link["href"]).removeprefix("tel:")
            assert number in NUMBERS, (page.name, number)
            assert number.rpartition("-")[2] in link.text


def test_no_letter_to_be_copied_holds_a_link(our_pages: list[Page]) -> None:
    assert not [page.name for page in our_pages if page.html.select("pre a[href]")]


def test_the_rules_know_the_numbers() -> None:
    assert {"110", "120", "12356", "12348", "12378", "12368", "12363", "12345"} <= NUMBERS


def test_who_is_to_ring_first_finds_the_number_among_the_buttons(our_pages: list[Page]) -> None:
    seen = 0
    for page in our_pages:
        short, buttons = page.html.select(".hq-short"), page.html.select("a.hq-call")
        if short and buttons:
            first = re.findall(r"先打\s*(\d+)", short[0].text)
            rung = [str(link["href"]).removeprefix("tel:") for link in buttons]
            assert first == [number for number in rung if number in first], page.name
            seen += len(first)
    assert seen >= 4


def test_the_sheet_of_the_desk_has_the_numbers_of_every_danger() -> None:
    sheet = tool("desk").run({"danger": "hurt"}, date(2026, 11, 25))
    text = BeautifulSoup(output(sheet), "html.parser").get_text(" ")
    assert all(f"{number}\u3000" in text for number in ("12356", "110", "120"))


@pytest.mark.parametrize(
    "id", ["benefits", "contact-check", "desk", "frozen-account", "message-check", "triage"]
)
def test_no_next_step_hides_a_number_in_a_link_to_a_page(id: str) -> None:
    """Every answer that the case files ask for: whoever presses the number rings it."""
    for case in cases.read(cases.FOLDER / f"{id}.yml")[0]:
        try:
            result = tool(id).run(case["inputs"], date.fromisoformat(str(case["on"])))
        except ValueError:
            continue  # A case of a question that is refused.
        shown = BeautifulSoup(output(result), "html.parser")
        links = shown.select(".hq-next a:not([href^='tel:'])")
        assert [link.text for link in links if dial(link.text) != link.text] == []
