"""Early settlement: interest for the days the money was really borrowed, no more."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import after, loans, yearly_rates

from calculators.finance.dates import add_months
from calculators.finance.schedule import METHODS, schedule, total_interest, total_paid
from calculators.finance.settlement import Settlement, settle
from calculators.registry import tool

D = Decimal
START = date(2026, 1, 31)


def test_half_way_through_a_period() -> None:
    rows = schedule(D(10000), D("0.18"), 12, "interest-only", START)
    # 100 days on: 28 Feb, 31 Mar and 30 Apr are paid; 11 of 31 days of the fourth month's 150
    found = settle(rows, START, date(2026, 5, 11), D(20))
    assert found == Settlement(
        payoff_amount=D("10073.23"),
        principal=D(10000),
        interest=D("53.23"),
        fee=D(20),
        interest_saved=D("1296.77"),  # 9 x 150 - 53.23
        saved=D("1276.77"),
    )


def test_a_fee_may_cost_more_than_is_saved() -> None:
    rows = schedule(D(10000), D("0.18"), 2, "equal-instalment", START)
    assert settle(rows, START, date(2026, 3, 30), D(500)).saved < 0


def test_on_the_first_day_only_the_principal_is_owed() -> None:
    rows = schedule(D(10000), D("0.18"), 12, "equal-instalment", START)
    found = settle(rows, START, START)
    assert (found.payoff_amount, found.interest_saved) == (D(10000), total_interest(rows))


def test_on_a_due_date_the_instalment_is_paid_and_no_interest_has_run_since() -> None:
    rows = schedule(D(10000), D("0.18"), 12, "equal-instalment", START)
    found = settle(rows, START, date(2026, 4, 30))
    assert (found.payoff_amount, found.interest) == (rows[2].balance, 0)


@pytest.mark.parametrize("pay_on", [date(2027, 1, 31), date(2027, 6, 1)])
def test_after_the_last_due_date_nothing_is_left(pay_on: date) -> None:
    rows = schedule(D(10000), D("0.18"), 12, "equal-instalment", START)
    assert settle(rows, START, pay_on, D(3)) == Settlement(D(3), D(0), D(0), D(3), D(0), D(-3))


@given(loans, yearly_rates, st.sampled_from(METHODS), st.integers(0, 800))
def test_what_was_paid_what_is_paid_and_what_is_saved_is_the_whole_loan(
    principal: D, rate: D, method: str, waited: int
) -> None:
    rows = schedule(principal, rate, 24, method, START)
    pay_on = after(START, waited)
    found = settle(rows, START, pay_on)
    paid = sum((row.payment for row in rows if row.due_date <= pay_on), D(0))
    assert paid + found.payoff_amount + found.interest_saved == total_paid(rows)
    assert found.interest_saved >= 0


def test_before_the_loan_and_below_zero_are_refused() -> None:
    rows = schedule(D(10000), D("0.18"), 12, "bullet", START)
    with pytest.raises(ValueError, match=r"^a loan is settled on or after its first day"):
        settle(rows, START, date(2026, 1, 30))
    with pytest.raises(ValueError, match="at least 0"):
        settle(rows, START, START, D(-1))


@given(
    st.integers(1, 6),
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 4000)), max_size=5),
    st.integers(-2, 8),
)
def test_a_plan_that_is_not_behind_has_no_instalment_that_is(
    months: int, paid: list[tuple[int, int]], since: int
) -> None:
    on = date(2026, 11, 26)
    first = add_months(on, -since)
    raw = {
        "total": str(1000 * months),
        "months": str(months),
        "first_on": str(first),
        "paid": [
            {"period": str(min(period, months)), "date": str(on), "amount": str(amount)}
            for period, amount in paid
        ],
    }
    result = tool("my-plan").run(raw, on)
    open_ = [row for row in result.tables[0].rows if row[1] <= on and "够了" not in row[4]]
    late = [row for row in open_ if row[4] != "还清了" and not row[4].endswith("今天到期")]
    assert bool(late) == bool(result.figure("behind").value)
