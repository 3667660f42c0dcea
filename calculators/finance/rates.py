"""Rates: every real internal rate of return, and conversions between ways to quote a rate.

Rates are fractions, simple signs: the borrower gets (+) and pays (-), or the other way round.
A solution is never guessed: `Roots` holds all there are in its stated range, or none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile

from calculators.finance.dates import year_days
from calculators.finance.money import ZERO, precise, total
from calculators.finance.roots import log_roots

KINDS = (
    "daily",
    "monthly",
    "annual-simple",
    "annual-effective",
    "instalment-fee",
    "total-fee",
    "interest-first",
    "single-sum",
)
LOWEST = Decimal("-0.999999")
HIGHEST = Decimal("1e18")
PLACES = Decimal("1e-18")
MOST_STEPS = 400

DatedFlows = Sequence[tuple[date, Decimal]]


@dataclass(frozen=True, slots=True)
class Roots:
    """All real rates from `low` to `high` that solve an equation, ascending, to 18 places.

    Empty means proven: there is none in the range. Several means all of them are true.
    """

    rates: tuple[Decimal, ...]
    low: Decimal = LOWEST
    high: Decimal = HIGHEST

    @property
    def no_solution(self) -> bool:
        """Whether no rate in the range solves the equation."""
        return not self.rates

    @property
    def chosen(self) -> Decimal | None:
        """The one to show first: the lowest that is not negative, else the one nearest to zero.

        Whoever shows it also shows `rates` when there is more than one.

        Which of two true rates is shown first?

        >>> Roots((Decimal("-0.5"), Decimal("0.02"))).chosen
        Decimal('0.02')
        """
        return min(self.rates, key=lambda rate: (rate < 0, abs(rate)), default=None)


def irr(flows: Sequence[Decimal]) -> Roots:
    """Return all rates a period at which even flows are worth nothing together.

    No flows, or flows of one sign only, have none.

    What does a month cost if 1,000 yuan are repaid with 1,210 yuan two months later?

    >>> irr([Decimal(1000), Decimal(0), Decimal(-1210)]).chosen.normalize()
    Decimal('0.1')
    """
    return _roots(list(enumerate(flows)), 1)


def xirr(flows: DatedFlows, convention: str = "actual/365") -> Roots:
    """Return all compounded yearly rates at which dated flows are worth nothing together.

    `flows` are (day, yuan) in any order; `convention` is one of `dates.year_days`.
    Source: Microsoft Excel XIRR, sum of p / (1 + rate)^(days / 365) = 0, for "actual/365".

    What does a year cost if 1,000 yuan are repaid with 1,100 yuan 365 days later?

    >>> lent, repaid = (date(2025, 1, 1), Decimal(1000)), (date(2026, 1, 1), Decimal(-1100))
    >>> xirr([lent, repaid]).chosen.normalize()
    Decimal('0.1')
    """
    days, year = _days(flows, convention)
    return _roots(days, year)


def _days(flows: DatedFlows, convention: str) -> tuple[list[tuple[int, Decimal]], int]:
    """Return the flows by days since the first of them, and the days of a year."""
    first = min((day for day, _ in flows), default=date.min)
    year = year_days(first, first, convention)[1]
    return [(year_days(first, day, convention)[0], amount) for day, amount in flows], year


def _roots(flows: Sequence[tuple[int, Decimal]], year: int) -> Roots:
    """Return the yearly rates of flows by number of days; x is the discount of one day."""
    with precise():
        by_day: dict[int, Decimal] = {}
        for day, amount in flows:
            by_day[day] = by_day.get(day, ZERO) + amount
        terms = [(day, amount) for day, amount in sorted(by_day.items()) if amount]
        low, high = (-(1 + rate).ln() / year for rate in (HIGHEST, LOWEST))
        found = (((-s * year).exp() - 1) for s in log_roots(terms, low, high))
        return Roots(tuple(sorted(rate.quantize(PLACES) for rate in found)))


def simple_yearly(flows: DatedFlows) -> Decimal | None:
    """Return the simple yearly rate of a loan by actual days: interest a day is debt x rate / 365.

    The first flow (by day) is what was received, the others are repayments, signs as there. Each
    pays the interest that has run since the last one and then the debt, so nothing compounds
    between them: received = sum of payment / product of (1 + rate x days / 365). Of a single sum it
    is cost / received x 365 / days; over one year it equals the compounded rate. `None` if nothing
    is repaid on a later day, or more than all of it on the first. To 18 places.

    What does a year cost if 10,000 yuan are repaid with 10,006.55 yuan a day later?

    >>> lent, repaid = (date(2026, 11, 1), Decimal(10000)), (date(2026, 11, 2), Decimal("-10006.55"))
    >>> simple_yearly([lent, repaid])
    Decimal('0.239075000000000000')
    """
    (start, received), *rest = sorted(flows, key=lambda flow: flow[0])
    steps: list[tuple[int, Decimal]] = []
    for day, paid in rest:
        steps.append(((day - start).days, -paid))
        start = day
    longest = max((days for days, _ in steps), default=0)
    with precise():
        left = received - total(paid for days, paid in _at_once(steps))
        if not longest or left <= 0:
            return None
        lowest = -Decimal(365) / longest
        compounded = xirr(flows).chosen
        # One day after the other grows faster than all at once: this start is never above the rate.
        start_at = ZERO if compounded is None else (1 + compounded).ln()
        return _simple(received, steps, lowest, start_at if start_at > lowest else lowest / 2)


def _at_once(steps: Sequence[tuple[int, Decimal]]) -> Iterator[tuple[int, Decimal]]:
    """Yield what is paid before any day has passed."""
    return takewhile(lambda step: step[0] == 0, steps)


def _worth(rate: Decimal, steps: Sequence[tuple[int, Decimal]]) -> tuple[Decimal, Decimal]:
    """Return what the repayments are worth on the first day, and how fast it falls as the rate rises."""
    worth, fall, factor, weight = ZERO, ZERO, Decimal(1), ZERO
    for days, paid in steps:
        growth = 1 + rate * days / 365
        factor *= growth
        weight += days / (365 * growth)
        worth += paid / factor
        fall += paid / factor * weight
    return worth, fall


def _simple(
    received: Decimal, steps: Sequence[tuple[int, Decimal]], lowest: Decimal, rate: Decimal
) -> Decimal:
    """Return the only rate above `lowest` at which the repayments are worth what was received.

    Their worth falls and flattens as the rate rises: Newton's steps come up to it from below, and
    one that would leave the range goes half the way.
    """
    for _ in range(MOST_STEPS):
        worth, fall = _worth(rate, steps)
        step = (worth - received) / fall
        rate = rate + step if rate + step > lowest else (rate + lowest) / 2
        if abs(step) < PLACES / 100:
            break
    return rate.quantize(PLACES)


def xnpv(rate: Decimal, flows: DatedFlows, convention: str = "actual/365") -> Decimal:
    """Return the value of dated flows on the day of the first, at a compounded yearly `rate`.

    What are 1,100 yuan in 365 days worth today at 10 %?

    >>> xnpv(Decimal("0.10"), [(date(2025, 1, 1), Decimal(0)), (date(2026, 1, 1), Decimal(1100))])
    Decimal('1000')
    """
    days, year = _days(flows, convention)
    with precise():
        return total(amount / (1 + rate) ** (Decimal(day) / year) for day, amount in days)


def rate(
    periods: int,
    payment: Decimal,
    present: Decimal,
    future: Decimal = ZERO,
    *,
    begin: bool = False,
) -> Roots:
    """Return all rates a period that solve the equation of `annuity`, signs as there.

    What is the monthly rate of 20,000 yuan repaid with 12 times 1,833.60?

    >>> round(rate(12, Decimal("-1833.60"), Decimal(20000)).chosen, 6)
    Decimal('0.015000')
    """
    flows = [present, *[payment] * periods]
    if begin:
        flows = [present + payment, *[payment] * (periods - 1), ZERO]
    flows[-1] += future
    return irr(flows)


def instalment_fee(fee: Decimal, months: int) -> Roots:
    """Return the monthly rate behind a fee charged every month on the amount first borrowed.

    分期手续费: for each yuan, 1 / months of principal and `fee` are paid each month, although less
    and less is owed. Raises ValueError for a negative fee or less than one month.

    What is the monthly rate behind a fee of 0.6 % a month over 12 months?

    >>> round(instalment_fee(Decimal("0.006"), 12).chosen, 6)
    Decimal('0.010862')
    """
    if fee < 0 or months < 1:
        raise ValueError("an instalment fee needs a fee of at least 0 and at least 1 month")
    with precise():
        return rate(months, -(1 / Decimal(months) + fee), Decimal(1))


def effective(nominal: Decimal, periods: int) -> Decimal:
    """Return the compounded yearly rate (1 + nominal / periods)^periods - 1.

    Raises ValueError for a negative rate or less than one period.

    What does 24 % a year, charged by the month, come to compounded?

    >>> round(effective(Decimal("0.24"), 12), 6)
    Decimal('0.268242')
    """
    if nominal < 0 or periods < 1:
        raise ValueError("compounding needs a rate of at least 0 and at least 1 period")
    with precise():
        return (1 + nominal / periods) ** periods - 1


def nominal(effective: Decimal, periods: int) -> Decimal:
    """Return the simple yearly rate periods ((1 + effective)^(1 / periods) - 1).

    Raises ValueError for a negative rate or less than one period.

    Which simple yearly rate is 26.8242 % compounded?

    >>> round(nominal(Decimal("0.268242"), 12), 6)
    Decimal('0.240000')
    """
    if effective < 0 or periods < 1:
        raise ValueError("compounding needs a rate of at least 0 and at least 1 period")
    with precise():
        return periods * ((1 + effective) ** (1 / Decimal(periods)) - 1)


def growth(periods: int, present: Decimal, future: Decimal) -> Decimal:
    """Return the rate a period at which `present` yuan grow to `future` yuan.

    By how much a year do 1,000 yuan grow that are 1,210 after 2 years?

    >>> round(growth(2, Decimal(1000), Decimal(1210)), 4)
    Decimal('0.1000')
    """
    with precise():
        return (future / present) ** (1 / Decimal(periods)) - 1


@dataclass(frozen=True, slots=True)
class RateQuote:
    """One rate in four forms, as fractions.

    `annual_simple` is the monthly rate times 12 and the daily rate times the days of the year;
    `annual_effective` compounds the monthly rate, as the IRR method of a yearly cost does; of a sum
    paid back once it compounds the whole term, so that both are equal for a term of one year.
    """

    daily: Decimal
    monthly: Decimal
    annual_simple: Decimal
    annual_effective: Decimal


def quote(
    value: Decimal, kind: str, days_in_year: int = 365, months: int = 12, days: int = 365
) -> RateQuote:
    """Return a rate of `kind` (one of KINDS) in all its forms.

    `months` is for fees: "instalment-fee" is charged every month, "total-fee" is all of them together,
    both on the amount first borrowed. "interest-first" is paid every month on a principal that is
    paid back at the end. `days` is the term of "single-sum": principal and `value` of it paid once.

    Raises ValueError for another kind, a negative rate or a term of no day.

    What is 0.05 % a day in a year, without and with compounding?

    >>> said = quote(Decimal("0.0005"), "daily")
    >>> said.annual_simple
    Decimal('0.1825')
    >>> round(said.annual_effective, 4)
    Decimal('0.1986')
    """
    if kind not in KINDS or value < 0 or days < 1:
        raise ValueError(f"{value} is not a rate of at least 0 of a known kind, or {kind!r} is not")
    with precise():
        if kind == "single-sum":
            terms = Decimal(days_in_year) / days
            annual, compounded = value * terms, (1 + value) ** terms - 1
        else:
            annual = _annual(value, kind, days_in_year, months)
            compounded = effective(annual, 12)
        return RateQuote(annual / days_in_year, annual / 12, annual, compounded)


def _annual(value: Decimal, kind: str, days_in_year: int, months: int) -> Decimal:
    """Return the simple yearly rate behind a rate of `kind`."""
    if kind == "daily":
        return value * days_in_year
    if kind in ("monthly", "interest-first"):
        return value * 12
    if kind == "total-fee":
        return _annual(value / months, "instalment-fee", days_in_year, months)
    if kind == "annual-effective":
        return nominal(value, 12)
    if kind == "instalment-fee":
        # one payout and then repayments: one change of sign, so exactly one root
        return (instalment_fee(value, months).chosen or ZERO) * 12
    return value
