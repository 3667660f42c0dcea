"""A day to pay by, the day before, on the day and the day after: in time until it is over, and in the days of grace."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.answer.result import Result
from calculators.answer.wording import show
from calculators.finance.money import total
from calculators.finance.plan import Paid, agreed, standing
from calculators.form.declare import specs
from calculators.registry import tool, tools

DUE = date(2026, 11, 25)
SAID = "2026-11-25"
CARD = {
    "purchases": [{"posted_on": "2026-10-20", "amount": "3000"}],
    "statement_day": "5",
    "due_day": "25",
    "daily_rate": "0.05%",
    "minimum_rate": "10%",
    "late_fee_rate": "5%",
}
MISSED = {"instalments": [{"due_date": SAID, "principal": "5000"}]}
LOAN = {"principal": "12000", "months": "12", "start_date": "2026-10-25"}
WITH_A_DUE_DAY: Mapping[str, Mapping[str, object]] = {
    "card-bill": CARD,
    "credit-timeline": {"due_date": SAID},
    "early-payoff": LOAN,
    "late-now": {"due_on": SAID, "paid": "no"},
    "letter-extension": {"due_date": SAID},
    "my-plan": {"total": "18000", "months": "12", "first_on": SAID},
    "overdue-cost": MISSED,
    "repayment-schedule": LOAN,
}
"""Each that compares a day to pay by with today, with one that falls due on `DUE` and is not paid."""
NO_DUE_DAY = {
    "limitation": "counts the years from that day",
    "true-cost": "counts from the day of the contract, wherever today is",
}
LATE = ("过了", "少还", "逾期了 1", "晚了 1", "晚了不等于")
QUIET = {"early-payoff", "repayment-schedule"}
"""These take each instalment for paid in time, and say so."""


def ask(id: str, raw: Mapping[str, object], on: date) -> Result:
    return tool(id).run(raw, on)


def words(found: Result) -> str:
    states = [str(cell) for table in found.tables for row in table.rows for cell in row]
    notices = [each.text for each in found.notices]
    return " ".join([found.headline, *(f.meaning for f in found.figures), *notices, *states])


def test_every_calculator_with_a_day_to_pay_by_is_tried() -> None:
    names = {"due_date", "due_on", "due_day", "first_on", "last_due_date"}
    found = {id for id, each in tools().items() if names & specs(each.inputs).keys()}
    assert found - {"my-case"} <= WITH_A_DUE_DAY.keys() | NO_DUE_DAY.keys()


@pytest.mark.parametrize("id", WITH_A_DUE_DAY)
@pytest.mark.parametrize("days", [-1, 0])
def test_until_its_day_is_over_nothing_is_called_late(id: str, days: int) -> None:
    said = words(ask(id, WITH_A_DUE_DAY[id], DUE + timedelta(days)))
    assert not [each for each in LATE if each in said]


@pytest.mark.parametrize("id", sorted(WITH_A_DUE_DAY.keys() - QUIET))
def test_on_its_day_it_is_said_that_it_is_today(id: str) -> None:
    assert "今天" in words(ask(id, WITH_A_DUE_DAY[id], DUE)).replace("今天一共欠", "")


AFTER = {
    "card-bill": "已经过了 1 天",
    "credit-timeline": "还没还清，5 年就还没开始数",
    "late-now": "晚了 1 天",
    "letter-extension": "还款日已经过了",
    "my-plan": "没还够的最早一期已经过了 1 天",
    "overdue-cost": "到今天一共欠 5,003.75 元，再拖一天多 3.75 元",
}


@pytest.mark.parametrize("id", AFTER)
def test_the_day_after_it_is_late(id: str) -> None:
    said = words(ask(id, WITH_A_DUE_DAY[id], DUE + timedelta(1)))
    assert AFTER[id] in said
    assert "今天到期" not in said


GRACE = {
    "card-bill": {**CARD, "grace_days": "3"},
    "late-now": {"due_on": SAID, "paid": "no", "grace_days": "3"},
    "overdue-cost": {**MISSED, "grace_days": "3"},
}


def test_every_calculator_that_asks_for_the_days_of_grace_is_tried() -> None:
    asks = {id for id, each in tools().items() if "grace_days" in specs(each.inputs)}
    assert asks - {"my-case"} == GRACE.keys()


@pytest.mark.parametrize("id", GRACE)
@pytest.mark.parametrize("days", [1, 2, 3])
def test_within_the_grace_both_days_are_said(id: str, days: int) -> None:
    said = ask(id, GRACE[id], DUE + timedelta(days)).headline
    assert f"已经过了 {days} 天" in said
    assert ("今天是宽限的最后一天" if days == 3 else "宽限到 2026年11月28日") in said


@pytest.mark.parametrize("id", GRACE)
@pytest.mark.parametrize("days", [-1, 0, 4, 5])
def test_before_and_after_the_grace_no_day_still_counts(id: str, days: int) -> None:
    said = ask(id, GRACE[id], DUE + timedelta(days)).headline
    assert "宽限到" not in said
    assert "宽限的最后一天" not in said


def test_the_grace_of_a_card_is_said_beside_its_due_day_too() -> None:
    found = ask("card-bill", GRACE["card-bill"], DUE + timedelta(2)).figure("due_date")
    assert found.meaning.startswith("已经过了 2 天。宽限到 2026年11月28日")


def test_of_several_instalments_the_part_that_is_not_late_is_named() -> None:
    rows = [{"due_date": "2026-10-25", "principal": "1000"}, *MISSED["instalments"]]
    on_the_day = ask("overdue-cost", {"instalments": rows}, DUE).headline
    assert "其中 5,000.00 元今天到期" in on_the_day
    in_grace = ask("overdue-cost", {"instalments": rows, "grace_days": "3"}, DUE + timedelta(2))
    assert "其中 5,000.00 元到期日已经过了 2 天。宽限到 2026年11月28日" in in_grace.headline


def test_what_was_called_in_whole_has_no_grace_left() -> None:
    raw = {**MISSED, "grace_days": "10", "accelerated_on": "2026-11-26"}
    assert "宽限到" not in ask("overdue-cost", raw, DUE + timedelta(2)).headline


def plan_on(on: date, *paid: tuple[int, str, str]) -> Result:
    rows = [{"period": str(p), "date": day, "amount": sum_} for p, day, sum_ in paid]
    raw = {"total": "18000", "months": "12", "first_on": SAID, "paid": rows}
    return ask("my-plan", raw, on)


def figures(found: Result, *keys: str) -> list[str]:
    return [show(found.figure(key).value, found.figure(key).unit, bare=True) for key in keys]


def test_on_its_day_an_instalment_of_the_plan_is_the_next_one() -> None:
    found = plan_on(DUE)
    said = ["0.00", "2026年11月25日", "1,500.00", "2027年10月25日", "1,500.00"]
    assert figures(found, "behind", "next_due", "next_amount", "last_date", "catch_up") == said
    assert found.tables[0].rows[0][-1] == "今天到期"
    assert found.steps[0].by == DUE


def test_on_its_day_an_instalment_paid_in_part_leaves_the_rest_for_today() -> None:
    found = plan_on(DUE, (1, "2026-11-20", "500"))
    assert figures(found, "behind", "next_due", "next_amount") == [
        "0.00",
        "2026年11月25日",
        "1,000.00",
    ]
    assert found.tables[0].rows[0][-1] == "还差 1,000.00 元，今天到期"


def test_on_its_day_an_instalment_paid_in_full_leaves_the_next_month() -> None:
    found = plan_on(DUE, (1, SAID, "1500"))
    keys = ("behind", "ahead", "next_due", "next_amount")
    assert figures(found, *keys) == ["0.00", "0.00", "2026年12月25日", "1,500.00"]
    assert "今天到期" not in words(found)


def test_an_older_instalment_is_behind_and_the_one_of_today_is_not() -> None:
    found = plan_on(date(2026, 12, 25))
    assert figures(found, "behind", "next_due") == ["1,500.00", "2026年12月25日"]
    assert "少还 1,500.00 元" in found.headline
    assert "今天到期的还有 1,500.00 元" in found.headline


def test_paid_for_today_and_not_for_last_month_is_still_behind() -> None:
    found = plan_on(date(2026, 12, 25), (2, "2026-12-25", "1500"))
    assert figures(found, "behind", "next_due") == ["1,500.00", "2027年1月25日"]


@given(
    st.integers(3, 24),
    st.integers(-40, 800),
    st.lists(st.tuples(st.integers(1, 24), st.integers(-30, 700), st.integers(1, 90_000)), max_size=6),
)  # fmt: skip
def test_the_plan_from_today_is_all_that_is_left(
    months: int, days: int, paid: list[tuple[int, int, int]]
) -> None:
    on = DUE + timedelta(days)
    plan = agreed(Decimal(10_000), months, DUE)
    payments = [
        Paid(1 + (p - 1) % months, DUE + timedelta(d), Decimal(s) / 100)
        for p, d, s in paid
        if DUE + timedelta(d) <= on
    ]
    state = standing(plan, payments, on)
    assert total(each.amount for each in state.moved) == state.left
    assert all(each.due >= on for each in state.moved)
    assert [each.due for each in state.moved] == sorted({each.due for each in state.moved})
    owed_by_now = total(each.amount for each in plan if each.due <= on)
    short = max(Decimal(0), owed_by_now - total(each.amount for each in payments))
    assert state.behind + state.due_today == short
    assert not (state.ahead and (state.behind or state.due_today))
