"""A number beside a paper is read aloud and never decides what the paper is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.law import case_numbers, number_beside
from calculators.law.papers import PAPERS
from calculators.registry import tool

ON = date(2026, 11, 25)
ORDER, SUIT = "（2026）沪0199民督12号", "（2026）浙0199民初34号"


@pytest.mark.parametrize(
    ("number", "paper", "warned"),
    [
        (ORDER, "payment-order", False),
        (ORDER, "complaint", True),
        (SUIT, "complaint", False),
        (SUIT, "judgment", False),
        (SUIT, "preservation", False),  # 民初…号之一 freezes in a suit
        (SUIT, "payment-order", True),
        (SUIT, "enforcement-notice", True),
        ("〔2026〕川0199 执保 89号", "enforcement-notice", True),
        ("〔2026〕川0199 执保 89号", "preservation", False),
        ("2026豫0199执恢66", "asset-report", False),
        ("（2026）某仲网字第1234号", "complaint", True),
        ("（2026）某仲网字第1234号", "arbitration-notice", False),
        ("(2026)粤0305引调5678号", "complaint", True),  # another name of 诉前调
        ("（2026）浙0199民撤5号", "judgment", False),  # nobody knows what bears it
        ("NJ20260101", "complaint", False),
    ],
)
def test_only_a_number_that_does_not_fit_is_warned_of(
    number: str, paper: str, warned: bool
) -> None:
    told = list(number_beside.notices(number, paper))
    assert any(notice.tone == "warning" for notice in told) == warned
    assert told
    assert "写法" in told[0].text or "编号" in told[0].text


def test_without_a_paper_the_number_only_says_where_to_look() -> None:
    _, second = number_beside.notices(ORDER)
    assert "支付令" in second.text
    assert second.tone == "note"
    assert list(number_beside.notices("")) == []


def test_every_paper_named_is_a_paper_and_every_code_one_that_is_read() -> None:
    for code, named in (*number_beside._BORNE.items(), *number_beside._BY_OTHERS.items()):
        assert set(named) <= set(PAPERS)
        assert code in number_beside._BY_OTHERS or case_numbers.leading(code) == code


@pytest.mark.parametrize("id", ["court-deadline", "triage"])
@given(text=st.text(max_size=60) | st.sampled_from([ORDER, SUIT, f"{ORDER}{SUIT}"]))
def test_a_number_changes_no_day_and_no_stage(id: str, text: str) -> None:
    document = {"court-deadline": "payment-order", "triage": "payment-order"}[id]
    typed = {"document": document, "received_on": "2026-11-16"}
    plain, read = tool(id).run(typed, ON), tool(id).run({**typed, "case_number": text}, ON)
    assert [f.value for f in plain.figures] == [f.value for f in read.figures]
    assert plain.headline == read.headline
