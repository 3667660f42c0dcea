"""What to ask for first: a verdict only where every fact is there, and no amount of ours."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import rules
from calculators.finance.money import fen
from calculators.form.declare import fact_of, specs
from calculators.registry import tool
from calculators.tools.benefits import APPLY, ASK, HELPS, NO, UNSAID

ON = date(2026, 11, 25)
TOOL = tool("benefits")
SPECS = specs(TOOL.inputs)
POOR = {"sudden": "no", "people": "2", "income_total": "0", "assets": "no"}
anything = st.fixed_dictionaries(
    {name: st.sampled_from(sorted(s.choices)) for name, s in SPECS.items() if s.kind == "choice"}
)


def verdict(key: str, typed: dict[str, str]) -> object:
    return TOOL.run(typed, ON).figure(key).value


@given(anything)
def test_every_verdict_stands_on_rules_and_nothing_is_judged_unasked(typed: dict[str, str]) -> None:
    result = TOOL.run(typed, ON)
    book = rules.at(ON)
    cited = {id for notice in result.notices for id in notice.rules}
    for each in HELPS:
        value = result.figure(each.key).value
        assert value in (None, APPLY, ASK, NO)
        if value in (APPLY, ASK):
            assert any(each.name in n.text and n.rules for n in result.notices), each.name
    assert all(id in book for id in cited)
    for notice in result.notices:
        unread = [book[id].status != "verified" for id in notice.rules]
        assert all(unread) if notice.tone == "reported" else not any(unread)


@given(anything, st.integers(1, 9), st.integers(0, 9000), st.integers(1, 3000))
def test_no_sum_is_named_that_the_reader_did_not_give(
    typed: dict[str, str], people: int, income: int, line: int
) -> None:
    numbers = {"people": people, "income_total": income, "minimum_per_person": line}
    result = TOOL.run({**typed, **numbers}, ON)
    each = fen(Decimal(income) / people)
    told = " ".join([result.headline, *(str(f.meaning) for f in result.figures)])
    assert set(re.findall(r"([\d,.]+) 元", told)) <= {f"{each:,.2f}"}


@given(st.integers(1, 9), st.integers(0, 9000), st.integers(1, 3000))
def test_the_minimum_is_for_less_than_the_line_a_head_and_never_for_as_much(
    people: int, income: int, line: int
) -> None:
    """社会救助法 第十八条: 低于."""
    numbers = {"people": str(people), "income_total": str(income)}
    typed = {"sudden": "no", "assets": "no", "minimum_per_person": str(line), **numbers}
    assert verdict("minimum", typed) == (APPLY if income < line * people else ASK)


@pytest.mark.parametrize("left_out", ["people", "income_total", "assets"])
def test_a_missing_fact_is_asked_for_in_place_of_a_verdict(left_out: str) -> None:
    typed = {name: value for name, value in POOR.items() if name != left_out}
    result = TOOL.run(typed, ON)
    assert result.figure("minimum").value is None
    assert SPECS[left_out].label.removesuffix("？") in result.headline


def test_debt_alone_is_no_sudden_hardship_and_no_reason_for_the_housing_fund() -> None:
    assert verdict("relief", {"sudden": "no"}) == NO
    assert "还网贷不在" in str(TOOL.run({"fund": "left"}, ON).figure("fund").meaning)


def test_what_was_granted_goes_into_the_month_only_by_the_reader_s_own_line() -> None:
    assert fact_of(TOOL.id, TOOL.inputs, "income") == "income"
    without = TOOL.run(POOR, ON)
    assert "calculators/safe-monthly" not in [step.page for step in without.steps]
    assert all(not figure.gives for figure in without.figures)
    line = [{"name": "低保", "amount": "800"}]
    assert "calculators/safe-monthly" in [
        s.page for s in TOOL.run({**POOR, "income": line}, ON).steps
    ]


def test_the_form_asks_one_thing_after_another() -> None:
    open_ones = [name for name, spec in SPECS.items() if not spec.when and not spec.group]
    assert open_ones == ["sudden"]
    assert all(UNSAID in s.choices for s in SPECS.values() if s.kind == "choice")
