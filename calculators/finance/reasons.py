"""Reasons: which one change of a debt's terms makes it come to another total, to the fen.

A lender's app shows a total. `reasons` computes the debt again with one thing changed at a time: the
multiple of the penalty, the daily rate, the days, what bears a penalty, the order of a payment, a
payment that was not counted, what is not due yet. What fits is a possible reason, not a proof.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from calculators.finance.arrears import statement
from calculators.finance.debt import Debt

type Kind = Literal[
    "multiple",
    "rate",
    "days",
    "grace",
    "compound",
    "order",
    "payment",
    "ahead",
    "called-in",
    "both",
]

MULTIPLES = tuple(map(Decimal, ("0", "1", "1.2", "1.3", "1.4", "1.5", "2")))
STEP, STEPS = Decimal("0.00005"), 20
"""Daily rates are tried at every 0.005 %, up to 0.1 %, and by a year of 360 days."""
YEARLY = tuple(map(Decimal, ("0.18", "0.24", "0.36")))
PAIRED = tuple(map(Decimal, ("1", "1.3", "1.5")))
MOST_DAYS, PAIRED_DAYS = 7, 3
MOST_AHEAD_INSTALMENTS = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """One change and its value: a multiple, a rate, days more or less, or how many instalments.

    For "order" `name` is the order's, for "payment" `value` is the payment's place. "both" is a
    multiple (`value`) together with days (`days`).
    """

    kind: Kind
    value: Decimal = Decimal(0)
    name: str = ""
    days: int = 0


def reasons(
    debt: Debt, on: date, total: Decimal, orders: Mapping[str, tuple[str, ...]]
) -> tuple[Reason, ...]:
    """Return every single change that makes `debt` come to `total` on `on`.

    If there is none, the pairs of a multiple and a number of days that do. `orders` are the orders
    of allocation to try, by name.

    Which multiple makes 20,000 yuan at 0.05 % a day come to 20,200 after 20 days, not to 20,300?

    >>> from calculators.finance.debt import Instalment
    >>> missed = Instalment(date(2026, 11, 3), Decimal(20000))
    >>> debt = Debt((missed,), Decimal("0.0005"), Decimal("1.5"))
    >>> [r.value for r in reasons(debt, date(2026, 11, 23), Decimal(20200), {}) if r.kind == "multiple"]
    [Decimal('1')]
    """
    return _fitting(_single(debt, on, orders), on, total) or _fitting(_pairs(debt, on), on, total)


def _fitting(tried: Iterable[tuple[Reason, Debt]], on: date, total: Decimal) -> tuple[Reason, ...]:
    return tuple(reason for reason, debt in tried if statement(debt, on).total_due == total)


def _single(
    debt: Debt, on: date, orders: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Reason, Debt]]:
    yield from _of_multiple(debt)
    for days in range(-min(MOST_DAYS, _late(debt, on)), MOST_DAYS + 1):
        if days:
            yield Reason("days", Decimal(days)), later(debt, -days)
    if debt.grace_days:
        yield Reason("grace"), replace(debt, grace_days=0)
    if any(each.interest for each in debt.instalments):
        yield Reason("compound"), replace(debt, compound=not debt.compound)
    for name, order in orders.items():
        if debt.payments and order != debt.order:
            yield Reason("order", name=name), replace(debt, order=order)
    for at, _ in enumerate(debt.payments):
        kept = (*debt.payments[:at], *debt.payments[at + 1 :])
        yield Reason("payment", Decimal(at)), replace(debt, payments=kept)
    yield from _not_due_yet(debt, on)
    yield from _of_rate(debt)


def _of_multiple(debt: Debt) -> Iterator[tuple[Reason, Debt]]:
    for multiple in MULTIPLES:
        if multiple != debt.penalty_multiple:
            yield Reason("multiple", multiple), replace(debt, penalty_multiple=multiple)


def _of_rate(debt: Debt) -> Iterator[tuple[Reason, Debt]]:
    by_day = [STEP * n for n in range(1, STEPS + 1)]
    by_year = [yearly / days for yearly in YEARLY for days in (360, 365)]
    for rate in (*by_day, *by_year, debt.daily_rate * 365 / 360):
        if rate != debt.daily_rate:
            yield Reason("rate", rate), replace(debt, daily_rate=rate)


def _not_due_yet(debt: Debt, on: date) -> Iterator[tuple[Reason, Debt]]:
    """The next instalments counted although they are not due, or all of the principal called in."""
    ahead = sorted((i for i in debt.instalments if i.due_date > on), key=lambda i: i.due_date)
    due = tuple(each for each in debt.instalments if each.due_date <= on)
    for count in range(1, min(MOST_AHEAD_INSTALMENTS, len(ahead)) + 1):
        early = tuple(replace(each, due_date=on) for each in ahead[:count])
        yield Reason("ahead", Decimal(count)), replace(debt, instalments=due + early)
    if ahead and debt.accelerated_on is None:
        yield Reason("called-in"), replace(debt, accelerated_on=on)


def _late(debt: Debt, on: date) -> int:
    """How many days the newest of the missed instalments is late: no app can leave out more of them."""
    return min(((on - i.due_date).days for i in debt.instalments if i.due_date <= on), default=0)


def _pairs(debt: Debt, on: date) -> Iterator[tuple[Reason, Debt]]:
    for multiple in PAIRED:
        for days in range(-min(PAIRED_DAYS, _late(debt, on)), PAIRED_DAYS + 1):
            if days and multiple != debt.penalty_multiple:
                changed = later(replace(debt, penalty_multiple=multiple), -days)
                yield Reason("both", multiple, days=days), changed


def later(debt: Debt, days: int) -> Debt:
    """Return the debt with every due date so many days later (negative: earlier).

    When is an instalment of 3 November due, if everything is two days later?

    >>> from calculators.finance.debt import Instalment
    >>> missed = Instalment(date(2026, 11, 3), Decimal(20000))
    >>> later(Debt((missed,), Decimal("0.0005")), 2).instalments[0].due_date
    datetime.date(2026, 11, 5)
    """
    moved = (
        replace(each, due_date=each.due_date + timedelta(days=days)) for each in debt.instalments
    )
    return replace(debt, instalments=tuple(moved))
