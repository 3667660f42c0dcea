"""Offers heard on the phone: what each really costs, whether the budget holds, what to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_DOWN, Decimal

from calculators.finance.dates import add_months, days_between
from calculators.finance.money import ZERO, fen
from calculators.finance.rates import irr

MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class OfferTerms:
    """One offer: `upfront` and `fee` today, a pause, then `months` times `monthly` yuan."""

    name: str
    upfront: Decimal
    months: int
    monthly: Decimal
    waived_penalty: Decimal
    waived_interest: Decimal
    pause_months: int
    pause_interest: str
    fee: Decimal


@dataclass(frozen=True)
class OfferedDebt:
    """The debt the offer is for: all of it today in yuan, and what a day of waiting adds."""

    amount: Decimal
    penalty: Decimal
    interest: Decimal
    cost_per_day: Decimal


@dataclass(frozen=True)
class Weighed:
    """What an offer comes to. `over_budget` is a month from 0 (today), `None` if it holds.

    `annual_rate` is twelve times the month's internal rate on what would have to be paid today
    under the offer; `None` if nothing is left to pay later.
    """

    terms: OfferTerms
    total_paid: Decimal
    pause_cost: Decimal
    saved: Decimal
    last_date: date
    annual_rate: Decimal | None
    over_budget: int | None


@dataclass(frozen=True)
class Counter:
    """Equal months of whole yuan, and a last one with the rest."""

    monthly: Decimal
    months: int
    last: Decimal


def weigh(
    terms: OfferTerms, owed: OfferedDebt, safe_monthly: Decimal, cash_now: Decimal, on: date
) -> Weighed:
    """Count everything an offer asks for, day by day for a pause that still costs.

    What is saved with 9,000 yuan today in place of 10,000 yuan?

    >>> today = OfferedDebt(Decimal(10000), Decimal(800), Decimal(600), Decimal("5.00"))
    >>> once = OfferTerms("once", Decimal(9000), 0, ZERO, ZERO, ZERO, 0, "stop", ZERO)
    >>> weigh(once, today, Decimal(1000), Decimal(9000), date(2026, 11, 25)).saved
    Decimal('1000')
    """
    pause_ends = add_months(on, terms.pause_months)
    runs = terms.pause_interest == "run"
    pause_cost = fen(owed.cost_per_day * days_between(on, pause_ends)) if runs else ZERO
    payments = _payments(terms, pause_cost)
    paid = sum(payments, ZERO)
    return Weighed(
        terms=terms,
        total_paid=paid,
        pause_cost=pause_cost,
        saved=owed.amount - paid,
        last_date=add_months(on, terms.pause_months + terms.months),
        annual_rate=_annual_rate(_due_today(terms, owed), payments),
        over_budget=_over_budget(payments, safe_monthly, cash_now),
    )


def _payments(terms: OfferTerms, pause_cost: Decimal) -> list[Decimal]:
    """What is paid in month 0 (today), 1, 2...; the cost of the pause comes with the last."""
    months = [ZERO] * terms.pause_months + [terms.monthly] * terms.months
    payments = [terms.upfront + terms.fee, *months]
    payments[-1] += pause_cost
    return payments


def _due_today(terms: OfferTerms, owed: OfferedDebt) -> Decimal:
    """What would be left of the debt today if the lender waived what it says it waives."""
    penalty = max(ZERO, owed.penalty - terms.waived_penalty)
    interest = max(ZERO, owed.interest - terms.waived_interest)
    return owed.amount - owed.penalty - owed.interest + penalty + interest


def _annual_rate(due_today: Decimal, payments: list[Decimal]) -> Decimal | None:
    kept = due_today - payments[0]
    if kept <= 0 or not any(payments[1:]):
        return None
    monthly = irr([kept, *(-paid for paid in payments[1:])]).chosen
    return None if monthly is None else monthly * MONTHS_A_YEAR


def _over_budget(payments: list[Decimal], safe_monthly: Decimal, cash_now: Decimal) -> int | None:
    if payments[0] > cash_now:
        return 0
    later = enumerate(payments[1:], 1)
    return next((month for month, paid in later if paid > safe_monthly), None)


def counter(amount: Decimal, safe_monthly: Decimal) -> Counter | None:
    """Spread `amount` yuan over months of at most `safe_monthly`; `None` if that is nothing.

    How many months do 10,000 yuan take with 1,200.50 yuan a month to spare?

    >>> counter(Decimal(10000), Decimal("1200.50"))
    Counter(monthly=Decimal('1200'), months=9, last=Decimal('400'))
    """
    monthly = min(amount, safe_monthly.quantize(Decimal(1), ROUND_DOWN))
    if monthly <= 0:
        return None
    months = int((amount / monthly).to_integral_value(ROUND_CEILING))
    return Counter(monthly, months, amount - monthly * (months - 1))
