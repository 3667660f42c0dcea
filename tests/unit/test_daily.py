"""Daily loans: the money adds up, and the interest is that of every single day, within a fen an event."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.finance.daily import Order, daily_loan, interest_of
from calculators.finance.money import total

D = Decimal
FIRST = date(2026, 1, 1)
LAST = FIRST + timedelta(120)

sums = st.integers(1, 2_000_000).map(lambda fen: D(fen) / 100)
events = st.lists(
    st.tuples(st.integers(0, 120).map(lambda n: FIRST + timedelta(n)), sums), max_size=5
)
rates = st.integers(0, 100).map(lambda tenth: D(tenth) / 100_000)
orders = st.sampled_from(("interest", "principal"))


@given(rates, events, events, orders)
def test_the_money_adds_up(
    rate: D, draws: list[tuple[date, D]], repaid: list[tuple[date, D]], order: Order
) -> None:
    lines = daily_loan(rate, draws, repaid, LAST, order)
    lent, paid = total(a for _, a in draws), total(a for _, a in repaid)
    over = total(line.overpaid for line in lines)
    left = lines[-1].principal_left + lines[-1].interest_left
    assert lent + interest_of(lines) == paid - over + left
    assert all(line.principal_left >= 0 <= line.interest_left for line in lines)
    assert all(
        line.overpaid == 0 or line.principal_left == line.interest_left == 0 for line in lines
    )


@given(rates, events, events, orders)
def test_the_interest_is_that_of_every_day(
    rate: D, draws: list[tuple[date, D]], repaid: list[tuple[date, D]], order: Order
) -> None:
    lines = daily_loan(rate, draws, repaid, LAST, order)
    at_end = {line.day: line.principal_left for line in lines}
    owed, every_day = D(0), Fraction(0)
    for number in range(120):
        owed = at_end.get(FIRST + timedelta(number), owed)
        every_day += Fraction(owed) * Fraction(rate)
    assert abs(Fraction(interest_of(lines)) - every_day) <= Fraction(len(lines), 200)


def test_nothing_may_happen_after_the_day_asked_about() -> None:
    with pytest.raises(ValueError, match="before what happened"):
        daily_loan(D("0.0005"), [(LAST + timedelta(1), D(1))], [], LAST)


def test_on_one_day_a_draw_comes_before_what_is_repaid() -> None:
    lines = daily_loan(D("0.0005"), [(FIRST, D(1000))], [(FIRST, D(1000))], LAST)
    assert [line.principal_left for line in lines] == [D(1000), D(0), D(0)]
    assert not any(line.overpaid for line in lines)


def test_a_draw_of_less_than_a_yuan_is_lent() -> None:
    assert daily_loan(D(0), [(FIRST, D("0.50"))], [], LAST)[-1].principal_left == D("0.50")
