"""Selling to pay a debt: what is spared, and the price at which nothing is lost."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculators.finance.money import FEN
from calculators.finance.sale import break_even, sell

yuan = st.decimals("0.01", "1000000", places=2)
reliefs = st.decimals("0", "5", places=6)


def test_days_before_the_sale_and_after_the_repayment_spare_nothing() -> None:
    sale = sell(Decimal(4000), Decimal(20000), Decimal("0.00075"), 10, 180)
    assert (sale.days, sale.interest_saved) == (170, Decimal("510.00"))
    assert sell(Decimal(4000), Decimal(20000), Decimal("0.00075"), 181, 180).days == 0


@given(yuan, yuan)
def test_no_more_is_paid_than_is_owed(proceeds: Decimal, balance: Decimal) -> None:
    assert sell(proceeds, balance, Decimal("0.001"), 0, 1).paid == min(proceeds, balance)


@given(yuan, yuan, reliefs)
def test_a_fen_under_the_break_even_price_loses(
    cost: Decimal, balance: Decimal, relief: Decimal
) -> None:
    def worth(price: Decimal) -> Decimal:
        return price + min(price, balance) * relief

    price = break_even(cost, balance, relief)
    assert worth(price - FEN) < cost <= worth(price)
