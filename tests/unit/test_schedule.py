"""Schedules: whatever the loan, it adds up; and a schedule gives back its rate."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import days, loans, yearly_rates

from calculators.finance import rates
from calculators.finance.money import exact, total
from calculators.finance.schedule import (
    ACCRUALS,
    METHODS,
    ScheduleRow,
    amortise,
    level_less_interest,
    level_payment,
    same_share,
    schedule,
    simple_interest,
    total_interest,
    total_paid,
)

D = Decimal
START = date(2026, 1, 31)


def loan(**changes: object) -> list[ScheduleRow]:
    """10,000 yuan at 18% over a year, paid out on 31 January 2026, unless told otherwise."""
    terms: dict[str, object] = {
        "principal": D(10000),
        "annual_rate": D("0.18"),
        "months": 12,
        "method": "equal-instalment",
        "start_date": START,
    }
    return schedule(**(terms | changes))  # type: ignore[arg-type]


terms = st.fixed_dictionaries(
    {
        "principal": loans,
        "annual_rate": yearly_rates,
        "months": st.integers(1, 120),
        "method": st.sampled_from(METHODS),
        "start_date": days,
        "accrual": st.sampled_from(ACCRUALS),
    }
)


@given(terms)
def test_every_schedule_adds_up(terms: dict[str, Any]) -> None:
    rows = schedule(**terms)
    principal, start = terms["principal"], terms["start_date"]
    assert total(row.principal for row in rows) == principal
    assert rows[-1].balance == 0
    assert total_paid(rows) == principal + total_interest(rows)
    assert len(rows) == (1 if terms["method"] == "bullet" else terms["months"])
    for before, row in pairwise([ScheduleRow(0, start, D(0), D(0), D(0), principal), *rows]):
        assert row.payment == row.principal + row.interest
        assert row.balance == before.balance - row.principal
        assert row.balance >= 0
        assert row.principal >= 0
        assert row.due_date > before.due_date
        assert row.period == before.period + 1


@given(loans.filter(lambda amount: amount >= 100), yearly_rates, st.integers(1, 60))
def test_the_irr_of_an_unrounded_schedule_is_its_rate(principal: D, rate: D, months: int) -> None:
    rows = schedule(principal, rate, months, "equal-instalment", START, round_to=exact)
    roots = rates.irr([principal, *(-row.payment for row in rows)])
    assert len(roots.rates) == 1
    assert abs(roots.rates[0] * 12 - rate) < D("1e-12")


@given(loans.filter(lambda amount: amount >= 100), yearly_rates, st.sampled_from(METHODS))
def test_the_yearly_rate_of_days_comes_back_at_a_fixed_point(
    principal: D, rate: D, method: str
) -> None:
    # discounting each period by its own simple interest must give back the loan
    charge = simple_interest(rate, "actual/365")
    rows = schedule(principal, rate, 24, method, START, accrual="actual/365", round_to=exact)
    worth, factor, since = D(0), D(1), START
    for row in rows:
        factor /= 1 + charge(D(1), since, row.due_date)
        worth += row.payment * factor
        since = row.due_date
    assert abs(worth - principal) < D("1e-12")


def test_no_interest_is_paid_at_zero_percent() -> None:
    rows = loan(annual_rate=D(0), months=7)
    assert total_interest(rows) == 0
    assert [row.payment for row in rows] == [D("1428.57")] * 6 + [D("1428.58")]


def test_interest_only_repays_all_at_the_end() -> None:
    rows = loan(method="interest-only")
    assert [row.payment for row in rows] == [D(150)] * 11 + [D(10150)]


@pytest.mark.parametrize(
    ("accrual", "interest"),
    [
        ("monthly", "1800.00"),  # 10000 x 0.18 x 12 / 12
        ("actual/365", "1800.00"),  # 365 days
        ("actual/360", "1825.00"),  # 10000 x 0.18 x 365 / 360
    ],
)
def test_a_bullet_is_one_row(accrual: str, interest: str) -> None:
    (row,) = loan(method="bullet", accrual=accrual)
    assert (row.interest, row.principal, row.due_date) == (D(interest), D(10000), date(2027, 1, 31))


@pytest.mark.parametrize(
    ("accrual", "first", "second"),
    [
        ("monthly", "150.00", "150.00"),
        ("actual/365", "138.08", "152.88"),  # 10000 x 0.18 x 28 / 365, then x 31 / 365
        ("actual/360", "140.00", "155.00"),
    ],
)
def test_days_are_charged_where_days_are_agreed(accrual: str, first: str, second: str) -> None:
    rows = loan(accrual=accrual, method="interest-only")
    assert [row.interest for row in rows[:2]] == [D(first), D(second)]


def test_half_a_fen_of_interest_is_not_lost_in_a_division() -> None:
    # 182.50 x 1% x 1 day / 365 is exactly half a fen
    charge = simple_interest(D("0.01"), "actual/365")
    assert charge(D("182.5"), date(2026, 1, 1), date(2026, 1, 2)) == D("0.005")
    # 6 x 1% / 12 is exactly half a fen
    assert simple_interest(D("0.01"))(D(6), date(2026, 1, 1), date(2026, 2, 1)) == D("0.005")


def test_a_payment_below_the_interest_leaves_the_balance_and_the_interest_is_due() -> None:
    rows = amortise(
        D(1000),
        START,
        [date(2026, 2, 28), date(2026, 3, 31)],
        charge=simple_interest(D("0.36")),
        repay=level_less_interest(D(10)),
    )
    assert [(row.payment, row.balance) for row in rows] == [(D(30), D(1000)), (D(1030), D(0))]


def test_a_payment_above_the_balance_clears_it_early() -> None:
    rows = amortise(
        D(100),
        START,
        [date(2026, 2, 28), date(2026, 3, 31)],
        charge=simple_interest(D("0.12")),
        repay=same_share(D(500)),
    )
    assert [(row.payment, row.balance) for row in rows] == [(D(101), D(0)), (D(0), D(0))]


def test_the_level_payment_is_the_annuity_when_periods_are_equal() -> None:
    due = [row.due_date for row in loan()]
    level = level_payment(D(10000), START, due, simple_interest(D("0.18")))
    # P r / (1 - (1 + r)^-n) with r = 0.015, n = 12
    assert abs(level - D(10000) * D("0.015") / (1 - D("1.015") ** -12)) < D("1e-20")


def test_a_level_payment_is_rounded_once() -> None:
    assert level_less_interest(D("916.799"))(D("150")) == D("766.80")
    assert level_less_interest(D("916.799"), exact)(D("150")) == D("766.799")


@pytest.mark.parametrize("months", [1, 600])
def test_the_shortest_and_the_longest(months: int) -> None:
    rows = loan(months=months)
    assert len(rows) == months
    assert rows[-1].balance == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"principal": D(0)},
        {"principal": D(-1)},
        {"annual_rate": D("-0.01")},
        {"months": 0},
        {"months": 601},
        {"method": "balloon"},
        {"accrual": "actual/actual"},
    ],
)
def test_what_no_schedule_can_be_made_of_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"^a schedule needs|^unknown method"):
        loan(**changes)
