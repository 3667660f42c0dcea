"""Selling something to pay a debt: what the days of debt avoided are worth."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from calculators.finance.money import fen


@dataclass(frozen=True, slots=True)
class Sale:
    """`paid` yuan go to the debt and spare its cost for `days`; `relief` is that cost a yuan."""

    paid: Decimal
    days: int
    relief: Decimal
    interest_saved: Decimal


def sell(
    net_proceeds: Decimal,
    balance: Decimal,
    daily_cost: Decimal,
    days_to_sell: int,
    days_until_repaid: int,
) -> Sale:
    """Return what paying `net_proceeds` on the debt spares, counted in whole days.

    `daily_cost` is what a day costs on each yuan of principal, as a fraction: the contract's
    daily rate, times the penalty multiple if overdue. Simple interest, paid x daily cost x days,
    from the day it is sold until the day it would have been repaid anyhow.

    What do 3,000 yuan paid on 5,000 yuan of debt spare in 100 days, at 0.05 % a day?

    >>> sell(Decimal(3000), Decimal(5000), Decimal("0.0005"), 0, 100).interest_saved
    Decimal('150.00')
    """
    paid = min(net_proceeds, balance)
    days = max(0, days_until_repaid - days_to_sell)
    relief = daily_cost * days
    return Sale(paid, days, relief, fen(paid * relief))


def break_even(replacement_cost: Decimal, balance: Decimal, relief: Decimal) -> Decimal:
    """Return the least price at which selling, and buying again later, costs nothing.

    `replacement_cost` is what the thing costs then:
    price + min(price, balance) x relief = replacement_cost, rounded up to the fen; in yuan.

    At which price is a phone that costs 3,000 yuan again as well kept, if 5 % is spared?

    >>> break_even(Decimal(3000), Decimal(5000), Decimal("0.05"))
    Decimal('2857.15')
    """
    price = replacement_cost / (1 + relief)
    if price > balance:
        price = replacement_cost - balance * relief
    return fen(price, ROUND_CEILING)
