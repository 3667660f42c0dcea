"""Court: shares of a tariff, and interest for delay that is never compounded."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from samples import daily_rates, days, money

from calculators.law.court import delay_days, delay_interest, fee
from calculators.rules import Bracket, Scale

D = Decimal
# 50 yuan up to 10,000, then 2.5%: the first two steps of the tariff for suits over money
SCALE = Scale((Bracket(D(0), D(10000), D(50), D(0)), Bracket(D(10000), None, D(0), D("0.025"))))


@pytest.mark.parametrize(
    ("multiplier", "divisor", "expected"),
    [("1", "1", "550.00"), ("0.5", "1", "275.00"), ("1", "3", "183.33"), ("0.5", "3", "91.67")],
)
def test_a_fee_may_be_halved_or_a_third(multiplier: str, divisor: str, expected: str) -> None:
    assert fee(D(30000), SCALE, D(multiplier), D(divisor)) == D(expected)


def test_a_whole_fee_needs_no_share() -> None:
    assert fee(D(30000), SCALE) == D(550)
    with pytest.raises(ValueError, match="at least 0"):
        fee(D(-1), SCALE)


@pytest.mark.parametrize(
    ("until", "late"), [("2026-03-10", 0), ("2026-03-11", 0), ("2026-03-12", 1), ("2026-04-11", 31)]
)
def test_delay_begins_when_the_time_to_perform_has_run_out(until: str, late: int) -> None:
    assert delay_days(date(2026, 3, 1), 10, date.fromisoformat(until)) == late


@given(money, daily_rates, days, days)
def test_delay_interest_is_simple(base: D, rate: D, one: date, other: date) -> None:
    late = abs((one - other).days)
    assert abs(2 * delay_interest(base, rate, late) - delay_interest(base, rate, 2 * late)) <= D(
        "0.01"
    )
    assert delay_interest(D(10000), D("0.000175"), 35) == D("61.25")
