"""Every hotline's number on every page can be pressed."""

from __future__ import annotations

import re
from datetime import date

from bs4 import BeautifulSoup

from calculators import rules
from tests.site.conftest import Page

BOOK = rules.at(date.max)
HOTLINES = [rule for rule in BOOK.all() if rule.reference.kind == "number"]
NUMBERS = {str(rule.value("phone")) for rule in HOTLINES if "phone" in rule.parameters}
WRITTEN = NUMBERS | {number.rpartition("-")[2] for number in NUMBERS}
LONG = "|".join(sorted((n for n in WRITTEN if len(n) > 3), key=len, reverse=True))
# Three digits are a telephone where the text says so; five are one wherever they stand.
SAID = re.compile(rf"(?<![\d.,])(?:{LONG})(?![\d.,])|(?:打|报警|拨)\s*1[12]0(?![\d.,]|\s*[元天])")
# A link by itself, what is copied or chosen, and what names a page or a document.
ELSEWHERE = (
    ".md-tag, a, pre, code, script, style, template, option, label, button, title, svg, textarea"
)


def test_each_number_is_a_link_to_ring_it(any_pages: list[Page]) -> None:
    wrong, linked = {}, 0
    # A sheet of paper cannot be pressed.
    for page in (page for page in any_pages if not page.name.startswith("paper/")):
        html = BeautifulSoup(page.text, "html.parser")
        linked += len(html.select('a[href^="tel:"]'))
        for part in html.select(ELSEWHERE):
            part.decompose()
        if found := SAID.findall(html.get_text()):
            wrong[page.name] = found
    assert not wrong
    assert linked > 150


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
