"""A loan drawn and repaid on any day: simple interest by actual days, on what is owed of the principal.

A day counts with what is owed at its end: the day of a draw counts, the day of a repayment does not. The
interest between two events is rounded to the fen once. Interest bears no interest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Literal

from calculators.finance.money import ZERO, fen, total

Order = Literal["interest", "principal"]


@dataclass(frozen=True, slots=True)
class Movement:
    """One movement: the days since the one before and their interest, then what is owed after it. Yuan.

    `amount` is above zero for a draw, below it for a repayment, zero for the day that is asked about.
    `interest_paid` and `overpaid` are parts of a repayment.
    """

    day: date
    amount: Decimal
    days: int
    interest: Decimal
    interest_paid: Decimal
    overpaid: Decimal
    principal_left: Decimal
    interest_left: Decimal


def daily_loan(
    daily_rate: Decimal,
    draws: Sequence[tuple[date, Decimal]],
    repayments: Sequence[tuple[date, Decimal]],
    until: date,
    order: Order = "interest",
) -> tuple[Movement, ...]:
    """Return every event of a loan in the order of its days, the last line being `until`.

    `draws` and `repayments` are (day, yuan). On one day draws come first. A repayment goes to the
    interest so far and then to the principal, or the other way round. Raises ValueError if an event is later
    than `until`.

    What is owed after 30 days on 10,000 yuan at 0.05 % a day?

    >>> lines = daily_loan(Decimal("0.0005"), [(date(2026, 9, 1), Decimal(10000))], [], date(2026, 10, 1))
    >>> lines[-1].interest_left
    Decimal('150.00')
    """
    events = sorted(
        chain(
            ((day, 0, amount) for day, amount in draws),
            ((day, 1, -amount) for day, amount in repayments),
        )
    )
    if events and events[-1][0] > until:
        raise ValueError("a loan cannot be computed to a day before what happened on it")
    lines: list[Movement] = []
    before = Movement(events[0][0] if events else until, ZERO, 0, ZERO, ZERO, ZERO, ZERO, ZERO)
    for day, _, amount in (*events, (until, 2, ZERO)):
        before = _next(before, day, amount, daily_rate, order)
        lines.append(before)
    return tuple(lines)


def _next(
    before: Movement, day: date, amount: Decimal, daily_rate: Decimal, order: Order
) -> Movement:
    days = (day - before.day).days
    added = fen(before.principal_left * daily_rate * days)
    interest, principal = before.interest_left + added, before.principal_left
    if amount >= 0:
        left = fen(principal + amount)
        return Movement(day, amount, days, added, fen(ZERO), fen(ZERO), left, fen(interest))
    to_interest, to_principal = _shared(-amount, interest, principal, order)
    return Movement(
        day=day,
        amount=amount,
        days=days,
        interest=added,
        interest_paid=fen(to_interest),
        overpaid=fen(-amount - to_interest - to_principal),
        principal_left=fen(principal - to_principal),
        interest_left=fen(interest - to_interest),
    )


def _shared(
    paid: Decimal, interest: Decimal, principal: Decimal, order: Order
) -> tuple[Decimal, Decimal]:
    """What of a repayment goes to the interest and to the principal."""
    if order == "interest":
        to_interest = min(paid, interest)
        return to_interest, min(paid - to_interest, principal)
    to_principal = min(paid, principal)
    return min(paid - to_principal, interest), to_principal


def interest_of(lines: Sequence[Movement]) -> Decimal:
    """Return all the interest of those lines, paid or not, in yuan.

    What did 1,000 yuan for ten days at 0.05 % a day cost, all paid on the last?

    >>> day = date(2026, 9, 11)
    >>> lent = [(date(2026, 9, 1), Decimal(1000))]
    >>> interest_of(daily_loan(Decimal("0.0005"), lent, [(day, Decimal(1005))], day))
    Decimal('5.00')
    """
    return fen(total(line.interest for line in lines))
