"""Early settlement: what it takes to pay a loan off before its time, and what that saves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.finance.dates import elapsed
from calculators.finance.money import ZERO, fen
from calculators.finance.schedule import ScheduleRow, total_interest


@dataclass(frozen=True, slots=True)
class Settlement:
    """The sum that ends a loan on a day, in yuan.

    `payoff_amount` = `principal` + `interest` + `fee`. `interest_saved` is the interest of the
    schedule that is not owed any more; `saved` is that without the fee, negative if it costs.
    """

    payoff_amount: Decimal
    principal: Decimal
    interest: Decimal
    fee: Decimal
    interest_saved: Decimal
    saved: Decimal


def settle(
    rows: Sequence[ScheduleRow], start_date: date, pay_on: date, fee: Decimal = ZERO
) -> Settlement:
    """Return what settling on `pay_on` takes, if every earlier instalment was paid as agreed.

    An instalment due on `pay_on` itself counts as paid, outside the sum. Interest is owed for
    the days the money was really borrowed (Civil Code art. 677, unless agreed otherwise): of the
    period that is running, the part of its interest that its days so far make up.
    Raises ValueError if `pay_on` is before the loan or the fee is negative.

    What ends a loan of 12,000 yuan over 12 months, half a month after its sixth instalment?

    >>> from calculators.finance.schedule import schedule
    >>> rows = schedule(Decimal(12000), Decimal("0.18"), 12, "equal-principal", date(2026, 1, 1))
    >>> settle(rows, date(2026, 1, 1), date(2026, 7, 16)).payoff_amount
    Decimal('6043.55')
    """
    if pay_on < start_date or fee < 0:
        raise ValueError("a loan is settled on or after its first day, with a fee of at least 0")
    left = [row for row in rows if row.due_date > pay_on]
    if not left:
        return Settlement(fee, ZERO, ZERO, fee, ZERO, -fee)
    since = max((row.due_date for row in rows if row.due_date <= pay_on), default=start_date)
    days, period = elapsed(since, pay_on, left[0].due_date)
    principal = left[0].principal + left[0].balance
    interest = fen(left[0].interest * days / period)
    kept = total_interest(left) - interest
    return Settlement(principal + interest + fee, principal, interest, fee, kept, kept - fee)
