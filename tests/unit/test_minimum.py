"""Paying the minimum: every month adds up, more money never takes longer, and what never ends says so."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from calculators.finance.minimum import Minimum, interest_of, months_of_minimum
from calculators.finance.money import fen, total

D = Decimal

balances = st.integers(1, 3_000_000).map(lambda fen: D(fen) / 100)
rates = st.integers(0, 3600).map(lambda bp: D(bp) / 10_000)
minimums = st.builds(
    Minimum, st.integers(0, 100).map(lambda pc: D(pc) / 100), st.integers(0, 300).map(D)
)
sums = st.integers(0, 2_000).map(D)


@given(balances, rates, minimums, sums, sums)
def test_every_month_adds_up(balance: D, rate: D, minimum: Minimum, more: D, fixed: D) -> None:
    months = months_of_minimum(balance, rate, minimum, more, fixed)
    if months is None:
        return
    left = balance
    for month in months:
        owed = left + month.interest
        assert abs(Fraction(month.interest) - Fraction(left) * Fraction(rate) / 12) <= Fraction(
            1, 200
        )
        asked = max(minimum.floor, D("0.01"), month.interest + fen(left * minimum.share))
        assert month.paid == min(owed, max(asked + more, fixed))
        left = owed - month.paid
        assert month.balance == left >= 0
    assert left == 0
    assert total(month.paid for month in months) == balance + interest_of(months)


@given(balances, rates, minimums, sums, sums)
def test_more_money_never_takes_longer(
    balance: D, rate: D, minimum: Minimum, more: D, fixed: D
) -> None:
    least = months_of_minimum(balance, rate, minimum)
    better = months_of_minimum(balance, rate, minimum, more, fixed)
    if least is not None:
        assert better is not None
        assert len(better) <= len(least)


def test_interest_alone_never_ends() -> None:
    assert months_of_minimum(D(10_000), D("0.1825"), Minimum(D(0))) is None


def test_a_hundred_years_are_too_long() -> None:
    assert months_of_minimum(D(10_000), D(0), Minimum(D(0), D("8.34"))) is not None
    assert months_of_minimum(D(10_000), D(0), Minimum(D(0), D("8.33"))) is None


def test_the_last_fen_are_asked_without_a_floor() -> None:
    months = months_of_minimum(D("0.05"), D(0), Minimum(D("0.01")))
    assert months is not None
    assert [month.paid for month in months] == [D("0.01")] * 5
