"""Selling something to pay a debt: what the days of debt avoided are worth.

sell(net_proceeds, balance, daily_cost, days_to_sell, days_until_repaid) -> Sale
break_even(replacement_cost, balance, relief) -> Decimal
"""

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
    """
    paid = min(net_proceeds, balance)
    days = max(0, days_until_repaid - days_to_sell)
    relief = daily_cost * days
    return Sale(paid, days, relief, fen(paid * relief))


def break_even(replacement_cost: Decimal, balance: Decimal, relief: Decimal) -> Decimal:
    """Return the least price at which selling and buying again for `replacement_cost` costs nothing.

    price + min(price, balance) x relief = replacement_cost, rounded up to the fen; in yuan.
    """
    price = replacement_cost / (1 + relief)
    if price > balance:
        price = replacement_cost - balance * relief
    return fen(price, ROUND_CEILING)
