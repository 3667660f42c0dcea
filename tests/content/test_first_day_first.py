"""Who reads a page in a hurry meets the earliest day and the exception that costs most on its first screen."""

from __future__ import annotations

import re

import pytest

from calculators.law.clocks import CLOCKS
from calculators.law.papers import PAPERS
from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = {
    path.relative_to(DOCS).with_suffix("").as_posix(): path.read_text("utf-8")
    for path in sorted(DOCS.rglob("*.md"))
    if path.relative_to(DOCS).parts[0] not in ("about", "search")
}
# To be done within the days of the law, or lost; by the paper that starts them.
LAWFUL = {
    paper: [CLOCKS[clock] for clock in held.clocks if CLOCKS[clock].rule]
    for paper, held in PAPERS.items()
}
IN_THE_TABLE = (
    "payment-order",
    "judgment",
    "ruling",
    "preservation",
    "mediation-confirmed",
    "arbitration-award",
    "price-report",
    "third-party-debt",
)
NOT_DUE = ("before-due",)
PAY_FIRST = re.compile(r"先还(?:最早|上)|(?:有多少|能还多少|能还一点)就?先还")
OLD = re.compile(r"\(#old\)|limitation\.md")
REPORTED = re.compile(r"[^。\n|]*月底[^。\n|]*")
RACED = re.compile(r"赶|最晚|之前还|写下")


def first_screen(text: str) -> str:
    """From the title to the end of the first list of steps."""
    return text.partition("\n# ")[2].partition("\n## 怎么说")[0]


@pytest.mark.parametrize("paper", IN_THE_TABLE)
def test_the_table_of_papers_says_the_days_of_each(paper: str) -> None:
    table = PAGES["stages/court-papers"].partition("{ #which }")[2].partition("\n## ")[0]
    assert LAWFUL[paper]
    for clock in LAWFUL[paper]:
        assert f'rule("{clock.rule}", "{clock.parameter}")' in table, (paper, clock.action)


@pytest.mark.parametrize("paper", ["judgment", "ruling", "preservation"])
def test_a_fresh_judgment_meets_its_days_before_anything_else(paper: str) -> None:
    """The page of enforcement is where every judgment leads: the days to appeal stand in its first step."""
    screen = first_screen(PAGES["stages/judgment-enforcement"])
    step = screen.partition("\n1. ")[2].partition("\n2. ")[0]
    for clock in LAWFUL[paper]:
        assert f'rule("{clock.rule}", "{clock.parameter}")' in step
    assert "小额" in step and "#fresh" in screen


@pytest.mark.parametrize("page", PAGES)
def test_a_day_of_reporting_is_the_earlier_of_the_two(page: str) -> None:
    """The month's end and thirty full days: 29 October and 31 October are ended by different ones."""
    for said in REPORTED.findall(PAGES[page]):
        if RACED.search(said) and "记" not in said:
            assert re.search("30(?: 天|、)", said), (page, said)


@pytest.mark.parametrize("page", [page for page in PAGES if PAY_FIRST.search(first_screen(PAGES[page]))])  # fmt: skip
def test_who_is_told_to_pay_first_is_told_of_old_debts_and_of_several_lenders(page: str) -> None:
    """民法典 192, 195: a payment starts an old debt anew; what one lender gets the others lose."""
    screen = first_screen(PAGES[page])
    assert "好几家" in screen
    recent = re.search(r"^stage: (\S+)", PAGES[page], re.MULTILINE)
    assert (recent and recent[1] in NOT_DUE) or OLD.search(screen)


def test_the_pages_that_say_it_are_looked_at() -> None:
    told = {page for page in PAGES if PAY_FIRST.search(first_screen(PAGES[page]))}
    assert {"stages/overdue", "stages/accelerated", "stages/before-due"} <= told
