"""Time value of money: one equation, five unknowns."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import loans, yearly_rates

from calculators.finance import annuity
from calculators.finance.money import precise, total

D = Decimal
terms = st.integers(1, 360)


@given(yearly_rates, terms, loans, st.booleans())
def test_the_payment_takes_the_present_to_the_future(
    yearly: D, periods: int, present: D, begin: bool
) -> None:
    with precise():
        rate = yearly / 12
    payment = annuity.pmt(rate, periods, present, D(100), begin=begin)
    tolerance = D("1e-30") * (1 + rate) ** periods * present
    assert abs(annuity.fv(rate, periods, payment, present, begin=begin) - 100) <= tolerance
    assert abs(annuity.pv(rate, periods, payment, D(100), begin=begin) - present) <= tolerance
    found = annuity.nper(rate, payment, present, D(100), begin=begin)
    assert found is not None
    assert abs(found - periods) < D("1e-15")


@given(yearly_rates, st.integers(1, 60), loans, st.booleans())
def test_interest_and_principal_make_up_the_payments(
    yearly: D, periods: int, present: D, begin: bool
) -> None:
    rate = yearly / 12
    payment = annuity.pmt(rate, periods, present, begin=begin)
    for per in (1, periods):
        interest = annuity.ipmt(rate, per, periods, present, begin=begin)
        principal = annuity.ppmt(rate, per, periods, present, begin=begin)
        assert abs(interest + principal - payment) < D("1e-15")
    repaid = annuity.cumprinc(rate, periods, present, 1, periods, begin=begin)
    paid = annuity.cumipmt(rate, periods, present, 1, periods, begin=begin)
    assert abs(repaid + present) < D("1e-15")
    assert abs(repaid + paid - payment * periods) < D("1e-15")


def test_cumulated_parts_count_both_ends() -> None:
    args = (D("0.015"), 12, D(10000))
    parts = [annuity.ipmt(args[0], per, *args[1:]) for per in (3, 4, 5)]
    assert annuity.cumipmt(*args, 3, 5) == pytest.approx(total(parts))
    assert annuity.cumipmt(*args, 3, 3) == pytest.approx(parts[0])


def test_paying_at_the_start_bears_no_interest_the_first_time() -> None:
    rate, present = D("0.01"), D(1000)
    assert annuity.ipmt(rate, 1, 12, present, begin=True) == 0
    # after the first payment p the balance is 1000 - p, which bears 1% until the second; that
    # interest is part of a payment made at the start, so it is brought back by one period
    payment = annuity.pmt(rate, 12, present, begin=True)
    owed = present + payment
    expected = -owed * rate / (1 + rate) * (1 + rate)
    assert annuity.ipmt(rate, 2, 12, present, begin=True) == pytest.approx(expected)


@pytest.mark.parametrize("per", [0, 13])
def test_a_period_that_does_not_exist_is_refused(per: int) -> None:
    with pytest.raises(ValueError, match="not one of 1 to 12"):
        annuity.ipmt(D("0.01"), per, 12, D(1000))


def test_no_period_and_no_money_left_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one period"):
        annuity.pmt(D("0.01"), 0, D(1000))
    with pytest.raises(ValueError, match="a rate above -1"):
        annuity.fv(D(-1), 12, D(10))
    with pytest.raises(ValueError, match="periods of at least 0"):
        annuity.fv(D("0.01"), -1, D(10))
    assert annuity.fv(D("-0.5"), 0, D(10), D(7)) == -7


@pytest.mark.parametrize(
    ("rate", "payment", "present", "future"),
    [
        ("0.015", "-300", "20000", "0"),  # exactly the interest
        ("0.015", "-299", "20000", "0"),  # less than the interest
        ("0", "0", "20000", "0"),  # nothing
        ("0", "100", "20000", "0"),  # borrowing still more
        ("0.015", "100", "20000", "0"),
    ],
)
def test_never_is_said(rate: str, payment: str, present: str, future: str) -> None:
    assert annuity.nper(D(rate), D(payment), D(present), D(future)) is None


def test_nothing_owed_takes_no_time() -> None:
    assert annuity.nper(D(0), D(-1), D(0)) == 0
    assert annuity.nper(D("0.01"), D(-1), D(0)) == 0


@given(st.lists(loans, max_size=30), st.integers(0, 3))
def test_value_at_no_interest_is_the_sum(flows: list[D], first_at: int) -> None:
    assert annuity.npv(D(0), flows, first_at) == total(flows)


def test_a_later_first_flow_is_discounted_once_more() -> None:
    flows = [D(-100), D(60), D(60)]
    assert annuity.npv(D("0.1"), flows, 1) == pytest.approx(annuity.npv(D("0.1"), flows) / D("1.1"))
