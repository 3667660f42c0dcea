"""Court: fees by tariff, and the doubled interest for performing a judgment late.

    fee(amount, scale, multiplier=1, divisor=1)    acceptance, preservation, enforcement, order
    delay_days(effective_on, performance_days, until)
    delay_interest(base, daily_rate, days)

Tariffs, shares, rates and days are dated rules: the caller takes them from `calculators.rules`.
"""

from datetime import date, timedelta
from decimal import Decimal

from calculators.finance.money import fen
from calculators.rules.scale import Scale

ONE = Decimal(1)


def fee(
    amount: Decimal, scale: Scale, multiplier: Decimal = ONE, divisor: Decimal = ONE
) -> Decimal:
    """Return the fee in yuan for `amount` yuan: the tariff times a share, to the fen.

    诉讼费用交纳办法 art. 13 (acceptance) and 14 (enforcement, preservation; a payment order costs
    the acceptance fee by a `divisor`), 15 and 16 (halved: `multiplier`).
    Raises ValueError for a negative amount.
    """
    return fen(scale.fee(amount) * multiplier / divisor)


def delay_days(effective_on: date, performance_days: int, until: date) -> int:
    """Return the days of delay up to `until`, from the day the time for performing runs out.

    The day the judgment takes effect is not counted: 10 days from 1 February end on 11 February,
    and the delay to 18 March is 35 days. 法释〔2014〕8号 art. 2.
    """
    return max(0, (until - effective_on - timedelta(days=performance_days)).days)


def delay_interest(base: Decimal, daily_rate: Decimal, days: int) -> Decimal:
    """Return the doubled part of the interest in yuan: base x daily rate x days, never compounded.

    `base` is the judgment debt not yet paid, without its ordinary interest.
    法释〔2014〕8号 art. 1.
    """
    return fen(base * daily_rate * days)
