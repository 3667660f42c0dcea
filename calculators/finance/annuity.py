"""Time value of money, with the signs of a spreadsheet: received and paid are opposite.

`rate` is a period's rate as a fraction above -1, amounts are yuan, nothing is rounded. `begin`
means paid at the start of each period. All solve the equation of OpenFormula 1.2, 6.12:

    present (1+r)^n + payment (1 + r begin) ((1+r)^n - 1) / r + future = 0
    present + payment n + future = 0                                        at rate 0
"""

from collections.abc import Sequence
from decimal import Decimal

from calculators.finance.money import ZERO, precise, total


def _factors(rate: Decimal, periods: int, begin: bool) -> tuple[Decimal, Decimal]:
    """Return what 1 yuan now, and 1 yuan in every period, has grown to at the end.

    Raises ValueError for a rate of -100% or less, or fewer than no periods.
    """
    if rate <= -1 or periods < 0:
        raise ValueError("the time value of money needs a rate above -1 and periods of at least 0")
    if rate == 0:
        return Decimal(1), Decimal(periods)
    growth = (1 + rate) ** periods
    return growth, (1 + rate * begin) * (growth - 1) / rate


def pmt(
    rate: Decimal, periods: int, present: Decimal, future: Decimal = ZERO, *, begin: bool = False
) -> Decimal:
    """Return the level payment. Raises ValueError if there is no period to pay in.

    What is the monthly payment for 20,000 yuan over 12 months at 1.5 % a month?

    >>> round(pmt(Decimal("0.015"), 12, Decimal(20000)), 2)
    Decimal('-1833.60')
    """
    if periods < 1:
        raise ValueError("a payment needs at least one period")
    with precise():
        growth, annuity = _factors(rate, periods, begin)
        return -(present * growth + future) / annuity


def fv(
    rate: Decimal, periods: int, payment: Decimal, present: Decimal = ZERO, *, begin: bool = False
) -> Decimal:
    """Return the future value; for a loan, minus what is still owed after `periods`.

    What do 100 yuan paid in every month for 2 months at 1 % a month become?

    >>> fv(Decimal("0.01"), 2, Decimal(-100))
    Decimal('201.0000')
    """
    with precise():
        growth, annuity = _factors(rate, periods, begin)
        return -(present * growth + payment * annuity)


def pv(
    rate: Decimal, periods: int, payment: Decimal, future: Decimal = ZERO, *, begin: bool = False
) -> Decimal:
    """Return the present value.

    What is 1,833.60 yuan a month for 12 months worth today at 1.5 % a month?

    >>> round(pv(Decimal("0.015"), 12, Decimal("-1833.60")), 2)
    Decimal('20000.00')
    """
    with precise():
        growth, annuity = _factors(rate, periods, begin)
        return -(future + payment * annuity) / growth


def ipmt(
    rate: Decimal,
    per: int,
    periods: int,
    present: Decimal,
    future: Decimal = ZERO,
    *,
    begin: bool = False,
) -> Decimal:
    """Return the interest in period `per`, counted from 1.

    A payment at the very start bears none; later ones bear the interest of the balance before
    them, taken out of it when payments are made at the start of a period.
    Raises ValueError if `per` is not one of the periods.

    How much of the first payment on 20,000 yuan at 1.5 % a month is interest?

    >>> round(ipmt(Decimal("0.015"), 1, 12, Decimal(20000)), 2)
    Decimal('-300.00')
    """
    if not 1 <= per <= periods:
        raise ValueError(f"period {per} is not one of 1 to {periods}")
    if begin and per == 1:
        return ZERO
    payment = pmt(rate, periods, present, future, begin=begin)
    with precise():
        interest = fv(rate, per - 1, payment, present, begin=begin) * rate
        return interest / (1 + rate) if begin else interest


def ppmt(
    rate: Decimal,
    per: int,
    periods: int,
    present: Decimal,
    future: Decimal = ZERO,
    *,
    begin: bool = False,
) -> Decimal:
    """Return the principal in period `per`: the payment without its interest.

    How much of the same first payment is principal?

    >>> round(ppmt(Decimal("0.015"), 1, 12, Decimal(20000)), 2)
    Decimal('-1533.60')
    """
    interest = ipmt(rate, per, periods, present, future, begin=begin)
    with precise():
        return pmt(rate, periods, present, future, begin=begin) - interest


def cumipmt(
    rate: Decimal, periods: int, present: Decimal, start: int, end: int, *, begin: bool = False
) -> Decimal:
    """Return the interest of the periods `start` to `end`, both counted.

    How much interest is in the 12 payments together?

    >>> round(cumipmt(Decimal("0.015"), 12, Decimal(20000), 1, 12), 2)
    Decimal('-2003.20')
    """
    with precise():
        return total(
            ipmt(rate, per, periods, present, begin=begin) for per in range(start, end + 1)
        )


def cumprinc(
    rate: Decimal, periods: int, present: Decimal, start: int, end: int, *, begin: bool = False
) -> Decimal:
    """Return the principal of the periods `start` to `end`, both counted.

    How much principal is in the first 6 of the 12 payments?

    >>> round(cumprinc(Decimal("0.015"), 12, Decimal(20000), 1, 6), 2)
    Decimal('-9553.64')
    """
    with precise():
        return total(
            ppmt(rate, per, periods, present, begin=begin) for per in range(start, end + 1)
        )


def nper(
    rate: Decimal,
    payment: Decimal,
    present: Decimal,
    future: Decimal = ZERO,
    *,
    begin: bool = False,
) -> Decimal | None:
    """Return how many periods it takes, not rounded up, or None if that is never.

    (1+r)^n = (a - future) / (a + present), where a = payment (1 + r begin) / r;
    n = -(present + future) / payment at rate 0.
    Never: the payment does not cover the interest, or nothing is paid.

    How many months do 20,000 yuan take with 500 yuan a month at 1.5 %? And with 300?

    >>> round(nper(Decimal("0.015"), Decimal(-500), Decimal(20000)), 1)
    Decimal('61.5')
    >>> nper(Decimal("0.015"), Decimal(-300), Decimal(20000)) is None
    True
    """
    with precise():
        if rate == 0:
            return _ahead(-(present + future) / payment) if payment else None
        worth = payment * (1 + rate * begin) / rate
        if worth + present == 0 or (ratio := (worth - future) / (worth + present)) <= 0:
            return None
        return _ahead(ratio.ln() / (1 + rate).ln())


def _ahead(periods: Decimal) -> Decimal | None:
    """Return `periods` if they lie ahead, None if only in the past."""
    return periods if periods >= 0 else None


def npv(rate: Decimal, flows: Sequence[Decimal], first_at: int = 0) -> Decimal:
    """Return the present value of even flows, the first of them `first_at` periods from now.

    A spreadsheet's NPV has the first at 1.

    What are 110 yuan in a year worth today at 10 %?

    >>> npv(Decimal("0.10"), [Decimal(110)], first_at=1)
    Decimal('100')
    """
    with precise():
        return total(flow / (1 + rate) ** at for at, flow in enumerate(flows, start=first_at))
