"""The list of calculators in a page: named ones in order, and the rest without naming them."""

from datetime import date

import pytest

from calculators.registry import tools
from scripts.generator.markdown import catalogue
from scripts.generator.markdown.errors import PageError
from scripts.generator.markdown.page_file import Page

PAGE = Page("docs/calculators/index.md", "../../", 3, date(2026, 11, 23))


def test_named_calculators_stand_in_the_order_they_are_named() -> None:
    lines = catalogue.fill(PAGE, 0, "triage overdue-cost", ["triage overdue-cost"])
    assert [line.split("](")[1].split(")")[0] for line in lines] == ["triage.md", "overdue-cost.md"]
    assert tools()["triage"].summary in lines[0]


def test_a_star_stands_for_all_that_are_not_named_in_the_page() -> None:
    lines = catalogue.fill(PAGE, 0, "*", ["triage", "*"])
    assert len(lines) == len(tools()) - 1
    assert not any("triage.md" in line for line in lines)


def test_an_unknown_calculator_stops_the_build() -> None:
    with pytest.raises(PageError, match=r"no calculator 'nonsense'"):
        catalogue.fill(PAGE, 0, "nonsense", [])
