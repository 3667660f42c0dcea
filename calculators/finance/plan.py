"""An agreed plan of payments, what was really paid, and where the plan stands on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.finance.dates import add_months, due_count
from calculators.finance.money import ZERO, split, total


@dataclass(frozen=True)
class Promise:
    """One instalment as agreed, in yuan."""

    period: int
    due: date
    amount: Decimal


@dataclass(frozen=True)
class Paid:
    """One payment that was really made, for the instalment `period`."""

    period: int
    on: date
    amount: Decimal


@dataclass(frozen=True)
class Standing:
    """Where the plan stands on a day. Sums are in yuan.

    `behind` is what was due before that day and is not covered, `due_today` what falls due on it and
    is in time until it ends; `ahead` what was paid beyond both; `over` what was paid beyond the whole
    plan, to be asked back. `moved` is the plan from that day: the same sum a month until everything is
    paid. `catch_up` is the monthly sum that would still keep the agreed last day; None if no agreed day
    is left.
    """

    paid: Decimal
    left: Decimal
    behind: Decimal
    due_today: Decimal
    ahead: Decimal
    over: Decimal
    moved: tuple[Promise, ...]
    catch_up: Decimal | None


def agreed(amount: Decimal, months: int, first: date) -> list[Promise]:
    """`amount` yuan in `months` equal instalments, one a month from `first` on.

    Shares are whole fen that add up to the amount. Source: `money.split`, `dates.add_months`.

    What is the last of 3 instalments of 1,000 yuan, the first on 5 December?

    >>> agreed(Decimal(1000), 3, date(2026, 12, 5))[-1]
    Promise(period=3, due=datetime.date(2027, 2, 5), amount=Decimal('333.33'))
    """
    shares = enumerate(split(amount, months))
    return [Promise(n + 1, add_months(first, n), share) for n, share in shares]


def paid_for(payments: Sequence[Paid], period: int, until: date) -> Decimal:
    """What was paid for one instalment up to and including `until`.

    What was paid for the first instalment by 6 December?

    >>> early, late = date(2026, 12, 5), date(2026, 12, 9)
    >>> paid_for([Paid(1, early, Decimal(200)), Paid(1, late, Decimal(50))], 1, date(2026, 12, 6))
    Decimal('200')
    """
    return total(p.amount for p in payments if p.period == period and p.on <= until)


def covered(plan: Sequence[Promise], payments: Sequence[Paid], until: date) -> list[Decimal]:
    """What is left of each instalment of what was paid in all: what is due by `until` comes first.

    To an instalment goes what was paid for it, then the rest to the oldest that is open.

    What is left of 3 instalments of 300 yuan if 500 were paid for the first?

    >>> plan = agreed(Decimal(900), 3, date(2026, 12, 5))
    >>> paid = [Paid(1, date(2026, 12, 5), Decimal(500))]
    >>> [str(left) for left in covered(plan, paid, date(2026, 12, 6))]
    ['0.00', '100.00', '300.00']
    """
    rest = total(p.amount for p in payments if p.on <= until)
    left = {p.period: p.amount for p in plan}
    for due in (True, False):
        those = [p for p in plan if (p.due <= until) == due]
        for own in (True, False):
            for promise in those:
                most = paid_for(payments, promise.period, until) if own else rest
                taken = min(rest, most, left[promise.period])
                left[promise.period] -= taken
                rest -= taken
    return list(left.values())


def standing(plan: Sequence[Promise], payments: Sequence[Paid], on: date) -> Standing:
    """The state of `plan` on `on`. Payments beyond the agreed sum leave nothing owed.

    An instalment is in time until its day is over: only the next day is it behind.

    How far behind is somebody who has paid nothing of the first of 3 instalments?

    >>> plan = agreed(Decimal(900), 3, date(2026, 12, 5))
    >>> standing(plan, [], date(2026, 12, 6)).behind
    Decimal('300.00')
    """
    owed = total(p.amount for p in plan)
    given = total(p.amount for p in payments if p.on <= on)
    paid = min(owed, given)
    open_ = [(p.due, left) for p, left in zip(plan, covered(plan, payments, on), strict=True)]
    today = total(left for due, left in open_ if due == on)
    left, ahead = owed - paid, max(ZERO, paid - total(p.amount for p in plan if p.due <= on))
    days_left = sum(p.due > on for p in plan) + bool(today)
    later = _moved(plan, left - today, ahead, on)
    return Standing(
        paid=paid,
        left=left,
        behind=total(left for due, left in open_ if due < on),
        due_today=today,
        ahead=ahead,
        over=given - paid,
        moved=(*([Promise(due_count(plan[0].due, on), on, today)] if today else ()), *later),
        catch_up=split(left, days_left)[0] if days_left else None,
    )


def _moved(plan: Sequence[Promise], left: Decimal, ahead: Decimal, on: date) -> Iterator[Promise]:
    """The same sum on the agreed day of each month after `on`; what is paid ahead counts first."""
    first, monthly = plan[0].due, plan[0].amount
    covered, part = divmod(ahead, monthly)
    period = due_count(first, on) + int(covered) + 1
    while left > 0:
        amount = min(monthly - part, left)
        yield Promise(period, add_months(first, period - 1), amount)
        left, part, period = left - amount, ZERO, period + 1
