"""The ledger behind `arrears`: a debt walked forward from one day of change to the next.

The conventions are those of `arrears`, which is what to use.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from calculators.finance.allocation import fill, full_order, sequence
from calculators.finance.dates import add_months, elapsed
from calculators.finance.debt import Debt, Instalment, Waiver
from calculators.finance.money import ZERO, fen, total


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is owed on one instalment that has fallen due, in yuan."""

    due_date: date
    days_overdue: int
    principal_due: Decimal
    interest_due: Decimal
    penalty_due: Decimal

    @property
    def total_due(self) -> Decimal:
        """Return all that is owed on it.

        What is owed on an instalment of 1,000 yuan with 12 yuan of interest and 10 of penalty?

        >>> Overdue(date(2026, 3, 1), 20, Decimal(1000), Decimal(12), Decimal(10)).total_due
        Decimal('1022')
        """
        return self.principal_due + self.interest_due + self.penalty_due


@dataclass(frozen=True, slots=True)
class Statement:
    """A debt at the end of the day `on`, in yuan. Only what has fallen due is `..._due`.

    `cost_per_day` is the penalty the next day adds. `clears_oldest` is the payment that clears
    the oldest unpaid instalment. `credit` was paid ahead. `principal_ahead` is not due yet and
    `interest_running` is its contract interest so far. `charged` is all interest, penalty and
    costs charged up to now, paid or not, and `base_days` the principal they were charged on,
    each yuan counted once for each of its days.
    """

    on: date
    lines: tuple[Overdue, ...]
    costs_due: Decimal
    cost_per_day: Decimal
    clears_oldest: Decimal
    credit: Decimal
    principal_ahead: Decimal
    interest_running: Decimal
    charged: Decimal
    base_days: Decimal

    @property
    def principal_due(self) -> Decimal:
        """Return the overdue principal."""
        return total(line.principal_due for line in self.lines)

    @property
    def interest_due(self) -> Decimal:
        """Return the unpaid contract interest of instalments that have fallen due."""
        return total(line.interest_due for line in self.lines)

    @property
    def penalty_due(self) -> Decimal:
        """Return the unpaid penalty."""
        return total(line.penalty_due for line in self.lines)

    @property
    def total_due(self) -> Decimal:
        """Return everything that is due today."""
        return total(line.total_due for line in self.lines) + self.costs_due

    @property
    def days_overdue(self) -> int:
        """Return the days since the oldest unpaid instalment fell due."""
        return max((line.days_overdue for line in self.lines), default=0)


class Item:
    """An instalment inside the ledger: its real due date and what is still owed on it."""

    __slots__ = ("due_date", "grace_until", "owed", "start", "waiting")

    def __init__(self, start: date, agreed: Instalment, grace: int = 0) -> None:
        self.start, self.due_date = start, agreed.due_date
        self.grace_until = agreed.due_date + timedelta(days=grace)
        self.waiting = ZERO
        self.owed = {"principal": agreed.principal, "interest": agreed.interest, "penalty": ZERO}

    def interest_by(self, day: date) -> Decimal:
        """Return the part of its interest that has run by `day`, to the fen."""
        days, period = elapsed(self.start, day, self.due_date)
        return fen(self.owed["interest"] * days / period)

    def accelerate(self, on: date) -> None:
        """Fall due on `on`, with the part of the interest that has run by then."""
        self.owed["interest"] = self.interest_by(on)
        self.due_date = self.grace_until = on

    def total(self) -> Decimal:
        """Return all that is owed on it, to the fen."""
        return self.owed["principal"] + self.owed["interest"] + fen(self.owed["penalty"])

    def line(self, on: date) -> Overdue:
        """Return what is owed on it at the end of `on`."""
        principal, interest = self.owed["principal"], self.owed["interest"]
        penalty = fen(self.owed["penalty"])
        days = (on - self.due_date).days if self.total() else 0
        return Overdue(self.due_date, days, principal, interest, penalty)


class Ledger:
    """A debt walked forward day by day of change; it never looks back.

    What is due on 1 March of an instalment of 1,000 yuan?

    >>> ledger = Ledger(Debt((Instalment(date(2026, 3, 1), Decimal(1000)),), Decimal("0.0005")))
    >>> ledger.reach(date(2026, 3, 1))
    >>> ledger.total_due()
    Decimal('1000.00')
    """

    def __init__(self, debt: Debt) -> None:
        self.debt = debt
        self.order = full_order(debt.order)
        agreed = sorted(debt.instalments, key=lambda item: item.due_date)
        starts = [add_months(agreed[0].due_date, -1)] if agreed else []
        starts += [item.due_date for item in agreed[:-1]]
        self.ahead = [
            Item(start, each, debt.grace_days) for start, each in zip(starts, agreed, strict=True)
        ]
        self.due: list[Item] = []
        self.day = date.min
        self.costs = {"costs": ZERO}
        self.credits: list[tuple[Decimal, tuple[str, ...]]] = []
        self.charged = self.base_days = ZERO

    def change_days(self, last: date) -> set[date]:
        """Return the days up to `last` on which more happens than another day going by."""
        debt = self.debt
        days = {item.due_date for item in debt.instalments}
        days |= {item.grace_until for item in self.ahead}
        days |= {charge.on for charge in debt.daily_charges}
        days |= {paid.on for paid in debt.payments} | {charge.on for charge in debt.charges}
        days |= {waiver.on for waiver in debt.waivers}
        days |= {day for freeze in debt.freezes for day in (freeze.start, freeze.end)}
        days |= {debt.accelerated_on} if debt.accelerated_on else set()
        return {day for day in days if day <= last}

    def reach(self, day: date) -> None:
        """Go to the end of `day`: let the days cost, then let things happen."""
        self.accrue((day - self.day).days)
        self.day = day
        self.fall_due()
        for charge in self.debt.charges:
            if charge.on == day:
                self.costs["costs"] += charge.amount
                self.charged += charge.amount
        for waiver in self.debt.waivers:
            if waiver.on == day:
                self.waive(waiver)
        self.settle()
        for paid in self.debt.payments:
            if paid.on == day and paid.amount:
                order = full_order(paid.order) if paid.order else self.order
                self.credits.append((paid.amount, order))
                self.settle()

    def settle(self) -> None:
        """Put what was paid on what is due, each payment in its own order; what is left waits for the next due day."""
        if self.credits:
            self.round_penalties()
            left = [(self.take(paid, self.slots(order)), order) for paid, order in self.credits]
            self.credits = [(amount, order) for amount, order in left if amount]

    def penalty_rate(self) -> Decimal:
        """Return the rate of the day that begins now: nothing while frozen."""
        if any(freeze.start <= self.day < freeze.end for freeze in self.debt.freezes):
            return ZERO
        return self.debt.daily_rate * self.debt.penalty_multiple

    def base(self, item: Item) -> Decimal:
        """Return what the penalty of an instalment is charged on."""
        owed = item.owed
        return owed["principal"] + (owed["interest"] if self.debt.compound else ZERO)

    def accrue(self, days: int) -> None:
        """Let `days` pass on everything that is due."""
        rate = self.penalty_rate()
        for item in self.due:
            self.base_days += item.owed["principal"] * days
            added = self.added(item, days, rate)
            if self.debt.grace_reclaimed:
                item.waiting = self.waits(item, days, rate)
            if added:
                item.owed["penalty"] += added
                self.charged += added
        fees = self.daily_charge() * days
        self.costs["costs"] += fees
        self.charged += fees

    def in_grace(self, item: Item) -> bool:
        """Return whether the day that begins now is one of an instalment's days of grace."""
        return self.day < item.grace_until

    def added(self, item: Item, days: int, rate: Decimal) -> Decimal:
        """Return the penalty that `days` add; the first day after the grace may bring its days along."""
        base = self.base(item)
        if not base or self.in_grace(item):
            return ZERO
        return base * rate * days + (item.waiting if days else ZERO)

    def waits(self, item: Item, days: int, rate: Decimal) -> Decimal:
        """Return what would be charged for days of grace if they passed unpaid; `rate` is the penalty's."""
        if not self.in_grace(item):
            return ZERO if days else item.waiting
        return item.waiting + self.base(item) * rate * days

    def daily_charge(self) -> Decimal:
        """Return what a day costs beside the penalty, while anything is due."""
        charges = [each.amount for each in self.debt.daily_charges if each.on <= self.day]
        return total(charges) if charges and any(item.total() for item in self.due) else ZERO

    def fall_due(self) -> None:
        """Move what has its due date today, or is called in today, to what is due."""
        called_in = self.day == self.debt.accelerated_on
        while self.ahead and (called_in or self.ahead[0].due_date <= self.day):
            item = self.ahead.pop(0)
            if item.due_date > self.day:
                item.accelerate(self.day)
            self.due.append(item)
            if self.debt.daily_rate:
                self.charged += item.owed["interest"]
                self.base_days += item.owed["interest"] / self.debt.daily_rate

    def slots(self, agreed: tuple[str, ...] = ()) -> list[tuple[dict[str, Decimal], str]]:
        """Return what is due as (owed, component), in the order in which it is paid."""
        order = sequence(agreed or self.order, len(self.due), across=self.debt.across)
        return [(self.costs if at is None else self.due[at].owed, name) for at, name in order]

    def take(self, amount: Decimal, slots: Sequence[tuple[dict[str, Decimal], str]]) -> Decimal:
        """Take `amount` off the slots, one after the other, and return what is left of it."""
        parts, left = fill(amount, [owed[name] for owed, name in slots])
        for (owed, name), part in zip(slots, parts, strict=True):
            owed[name] -= part
        return left

    def round_penalties(self) -> None:
        """Bring accrued penalties to the fen, before money meets them."""
        for item in self.due:
            item.owed["penalty"] = fen(item.owed["penalty"])

    def waive(self, waiver: Waiver) -> None:
        """Give up a component of what is due, the oldest first."""
        self.round_penalties()
        slots = [slot for slot in self.slots() if slot[1] == waiver.component]
        owed = total(amounts[name] for amounts, name in slots)
        given_up = owed if waiver.amount is None else min(owed, waiver.amount)
        self.take(given_up, slots)
        if waiver.component != "principal":
            self.charged -= given_up

    def clears_oldest(self) -> Decimal:
        """Return the payment that reaches the last thing owed on the oldest unpaid instalment."""
        oldest = next((item.owed for item in self.due if item.total()), None)
        amounts = [(owed is oldest, fen(owed[name])) for owed, name in self.slots() if owed[name]]
        while amounts and not amounts[-1][0]:
            amounts.pop()
        return total(amount for _, amount in amounts)

    def total_due(self) -> Decimal:
        """Return everything that is due at the end of the day."""
        return total(item.total() for item in self.due) + self.costs["costs"]

    def late_charges(self) -> Decimal:
        """Return what is owed for being late alone: penalty and costs."""
        return total(fen(item.owed["penalty"]) for item in self.due) + self.costs["costs"]

    def statement(self) -> Statement:
        """Return the state at the end of the day."""
        rate = self.penalty_rate()
        return Statement(
            on=self.day,
            lines=tuple(item.line(self.day) for item in self.due),
            costs_due=self.costs["costs"],
            cost_per_day=fen(
                total(self.added(item, 1, rate) for item in self.due) + self.daily_charge()
            ),
            clears_oldest=self.clears_oldest(),
            credit=total(amount for amount, _ in self.credits),
            principal_ahead=total(item.owed["principal"] for item in self.ahead),
            interest_running=total(item.interest_by(self.day) for item in self.ahead),
            charged=fen(self.charged),
            base_days=self.base_days,
        )
