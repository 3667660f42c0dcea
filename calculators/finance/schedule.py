"""Repayment schedules: what is due when, row by row, to the fen.

`method` is one of METHODS, `accrual` one of ACCRUALS. Interest is rounded in every period and
the last period takes whatever the rounding left, so the principal parts add up to the loan.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from calculators.finance.dates import due_dates, months_between, year_days
from calculators.finance.money import ZERO, Rounding, fen, precise, total

METHODS = ("equal-instalment", "equal-principal", "interest-only", "bullet")
ACCRUALS = ("monthly", "actual/365", "actual/360")
MOST_MONTHS = 600

Charge = Callable[[Decimal, date, date], Decimal]
"""Interest in yuan, unrounded, on a balance from one due date to the next."""

Repay = Callable[[Decimal], Decimal]
"""Principal in yuan to repay in a period, unrounded, from the interest of that period."""


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One period: `payment` = `principal` + `interest`; `balance` is owed after it. In yuan."""

    period: int
    due_date: date
    payment: Decimal
    principal: Decimal
    interest: Decimal
    balance: Decimal


def schedule(
    principal: Decimal,
    annual_rate: Decimal,
    months: int,
    method: str,
    start_date: date,
    *,
    accrual: str = "monthly",
    round_to: Rounding = fen,
) -> list[ScheduleRow]:
    """Return the schedule of a loan of `principal` yuan paid out on `start_date`.

    equal-instalment 等额本息: the same payment each month, see `level_payment`.
    equal-principal 等额本金: a share P / n of principal each month, and interest on the rest.
    interest-only 先息后本: interest each month, all principal in the last.
    bullet 到期还本付息: one row, principal and simple interest on the last due date.

    `annual_rate` is a simple yearly rate as a fraction. Accrual "monthly" charges a twelfth of
    it for each month; "actual/365" and "actual/360" charge each calendar day. `round_to` is
    applied to every payment and interest; `money.exact` keeps all digits.

    Raises ValueError for a method or accrual not listed, a loan that is not above zero, a
    negative rate, or months outside 1 to 600.

    What is the first instalment of 20,000 yuan over 12 months at 18 % a year?

    >>> rows = schedule(Decimal(20000), Decimal("0.18"), 12, "equal-instalment", date(2026, 1, 5))
    >>> rows[0].payment
    Decimal('1833.60')
    """
    if method not in METHODS or accrual not in ACCRUALS:
        raise ValueError(f"unknown method {method!r} or accrual {accrual!r}")
    if principal <= 0 or annual_rate < 0 or not 1 <= months <= MOST_MONTHS:
        raise ValueError("a schedule needs a loan above 0, a rate of at least 0, 1 to 600 months")
    dates = due_dates(start_date, months)[-1 if method == "bullet" else 0 :]
    charge = simple_interest(annual_rate, accrual)
    if method == "equal-instalment":
        repay = level_less_interest(level_payment(principal, start_date, dates, charge), round_to)
    else:
        repay = same_share(principal / months if method == "equal-principal" else ZERO)
    return amortise(principal, start_date, dates, charge=charge, repay=repay, round_to=round_to)


def level_less_interest(level: Decimal, round_to: Rounding = fen) -> Repay:
    """Return the repayment of a level payment, rounded once: what its interest leaves of it.

    What does a level payment of 1,833.60 yuan repay beside 300 yuan of interest?

    >>> level_less_interest(Decimal("1833.60"))(Decimal(300))
    Decimal('1533.60')
    """
    payment = round_to(level)
    return lambda interest: payment - interest


def same_share(share: Decimal) -> Repay:
    """Return the repayment of the same principal in every period.

    What is repaid beside 300 yuan of interest, if the share is 1,000 yuan?

    >>> same_share(Decimal(1000))(Decimal(300))
    Decimal('1000')
    """
    return lambda interest: share


def simple_interest(annual_rate: Decimal, accrual: str = "monthly") -> Charge:
    """Return the charge of a simple yearly rate: a twelfth a month, or day by day.

    Multiplies before it divides, so that an interest of exactly half a fen is rounded as one.

    What does a month on 20,000 yuan cost at 18 % a year?

    >>> simple_interest(Decimal("0.18"))(Decimal(20000), date(2026, 1, 5), date(2026, 2, 5))
    Decimal('300.00')
    """

    def monthly(balance: Decimal, since: date, due: date) -> Decimal:
        return balance * annual_rate * months_between(since, due) / 12

    def daily(balance: Decimal, since: date, due: date) -> Decimal:
        days, year = year_days(since, due, accrual)
        return balance * annual_rate * days / year

    return monthly if accrual == "monthly" else daily


def level_payment(
    principal: Decimal, start_date: date, dates: Sequence[date], charge: Charge
) -> Decimal:
    """Return the payment in yuan, unrounded, that clears the loan in equal instalments.

    A = P / (v1 + v1 v2 + ... + v1 v2 .. vn), where v = 1 / (1 + rate of the period). With equal
    periods this is the annuity P r / (1 - (1 + r)^-n), and P / n at 0%.
    Source: the balance B' = B (1 + rate) - A solved for a last balance of zero.

    What is the equal instalment of 20,000 yuan over 12 months at 18 % a year, to the fen?

    >>> dates = due_dates(date(2026, 1, 5), 12)
    >>> charge = simple_interest(Decimal("0.18"))
    >>> fen(level_payment(Decimal(20000), date(2026, 1, 5), dates, charge))
    Decimal('1833.60')
    """
    with precise():
        factor, worth = Decimal(1), ZERO
        for since, due in pairwise([start_date, *dates]):
            factor /= 1 + charge(Decimal(1), since, due)
            worth += factor
        return principal / worth


def amortise(
    principal: Decimal,
    start_date: date,
    dates: Sequence[date],
    *,
    charge: Charge,
    repay: Repay,
    round_to: Rounding = fen,
) -> list[ScheduleRow]:
    """Return one row a due date: charge interest, repay principal, clear the rest in the last.

    A repayment is kept between nothing and the balance, so a balance is never negative and
    never grows; interest above the level payment is still due in full.

    What is still owed after the first of 2 months, if 600 of 1,000 yuan are repaid in it?

    >>> dates = due_dates(date(2026, 1, 5), 2)
    >>> free, share = simple_interest(ZERO), same_share(Decimal(600))
    >>> amortise(Decimal(1000), date(2026, 1, 5), dates, charge=free, repay=share)[0].balance
    Decimal('400.00')
    """
    rows = []
    balance, since, last = principal, start_date, len(dates)
    for period, due in enumerate(dates, start=1):
        interest = round_to(charge(balance, since, due))
        wanted = balance if period == last else round_to(repay(interest))
        part = max(ZERO, min(wanted, balance))
        balance -= part
        rows.append(ScheduleRow(period, due, part + interest, part, interest, balance))
        since = due
    return rows


def total_interest(rows: Sequence[ScheduleRow]) -> Decimal:
    """Return all interest of a schedule in yuan.

    What interest do 20,000 yuan cost over 12 months at 18 % a year?

    >>> rows = schedule(Decimal(20000), Decimal("0.18"), 12, "equal-instalment", date(2026, 1, 5))
    >>> total_interest(rows)
    Decimal('2003.21')
    """
    return total(row.interest for row in rows)


def total_paid(rows: Sequence[ScheduleRow]) -> Decimal:
    """Return all payments of a schedule in yuan.

    What is paid for the same loan in all, if its principal is repaid at the end?

    >>> rows = schedule(Decimal(20000), Decimal("0.18"), 12, "interest-only", date(2026, 1, 5))
    >>> total_paid(rows)
    Decimal('23600.00')
    """
    return total(row.payment for row in rows)
