"""Paying a card by its minimum: month by month, until all is paid or it is plain that it never will be.

The month: a twelfth of the yearly rate is charged on what is owed, then a payment is made. The minimum is
that interest and a share of what was owed before, or a share of both together, as the contract says; at
least the floor, and all of what is below the sum from which a share is enough. Nothing is bought any more.
"""

from dataclasses import dataclass
from decimal import Decimal

from calculators.finance.money import ZERO, fen, total
from calculators.finance.payoff import MOST_MONTHS, minimum_payment

FEN = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Minimum:
    """What a contract asks for a month: a `share` of what is owed, and no less than `floor` yuan.

    The month's interest is asked in full beside it; with `of_bill` it is in what the share is taken of.
    Of a balance below `whole_below` yuan, all is asked.
    """

    share: Decimal
    floor: Decimal = ZERO
    of_bill: bool = False
    whole_below: Decimal = ZERO

    def due(self, balance: Decimal, interest: Decimal) -> Decimal:
        """The minimum in yuan, with a month's `interest` on the `balance`: never less than a fen."""
        if balance < self.whole_below:
            return balance + interest
        if self.of_bill:
            balance, interest = balance + interest, ZERO
        return minimum_payment(balance, interest, self.share, max(self.floor, FEN))


@dataclass(frozen=True, slots=True)
class MinimumMonth:
    """One month: the interest charged, what is paid, and what is owed after it. Yuan."""

    interest: Decimal
    paid: Decimal
    balance: Decimal


def months_of_minimum(
    balance: Decimal,
    annual_rate: Decimal,
    minimum: Minimum,
    more: Decimal = ZERO,
    fixed: Decimal = ZERO,
) -> tuple[MinimumMonth, ...] | None:
    """Return the months until `balance` yuan are paid, or None if a hundred years do not do it.

    Every month pays the minimum and `more`; `fixed` where that is higher. The last fen are always asked.

    How much of 1,000 yuan at 12 % is left after a month, with a minimum of 10 % and the interest?

    >>> months_of_minimum(Decimal(1000), Decimal("0.12"), Minimum(Decimal("0.1"), Decimal(100)))[0].balance
    Decimal('900.00')
    """
    found: list[MinimumMonth] = []
    while balance > 0:
        interest = fen(balance * annual_rate / 12)
        paid = min(balance + interest, max(minimum.due(balance, interest) + more, fixed))
        if paid <= interest or len(found) == MOST_MONTHS:
            return None
        balance = fen(balance + interest - paid)
        found.append(MinimumMonth(interest, fen(paid), balance))
    return tuple(found)


def interest_of(months: tuple[MinimumMonth, ...]) -> Decimal:
    """Return all the interest of those months, in yuan.

    What do they cost, one month of 10 yuan and one of 1?

    >>> interest_of((MinimumMonth(Decimal(10), Decimal(910), Decimal(100)), MinimumMonth(Decimal(1), Decimal(101), Decimal(0))))
    Decimal('11.00')
    """
    return fen(total(month.interest for month in months))
