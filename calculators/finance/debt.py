"""A debt: what was agreed, its terms, and all that has happened to it since.

What it comes to on a day is worked out in `arrears`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.finance.allocation import COMPONENTS, full_order
from calculators.finance.money import ZERO


@dataclass(frozen=True, slots=True)
class Instalment:
    """What was agreed to be paid on `due_date`, in yuan."""

    due_date: date
    principal: Decimal
    interest: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Payment:
    """A sum in yuan that reached the lender on a day; `order` is its own, if one was agreed for it."""

    on: date
    amount: Decimal
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Charge:
    """A cost in yuan, such as a fee, added to the debt on a day."""

    on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Waiver:
    """What the lender gives up on a day: `amount` yuan of a component, or all of it (None)."""

    on: date
    component: str
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Freeze:
    """Days without penalty: from `start` until before `end`."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Debt:
    """The terms of a debt and all that happened to it, in any order of dates.

    `daily_rate` is the contract's rate a day; on overdue principal it is taken times
    `penalty_multiple`. `order` and `across` are those of `allocation.sequence`.
    No penalty runs in the first `grace_days` after a due date; with `grace_reclaimed` those days are
    charged after all once they have passed unpaid. `daily_charges` add their sum for each day from
    their own on, while anything is due.
    Raises ValueError for a negative amount or rate, an order that is not complete, or a waiver of
    something a debt does not have.

    How many times the contract's rate is charged on overdue principal, if nothing else was agreed?

    >>> Debt((Instalment(date(2026, 3, 1), Decimal(1000)),), Decimal("0.0005")).penalty_multiple
    Decimal('1')
    """

    instalments: tuple[Instalment, ...]
    daily_rate: Decimal
    penalty_multiple: Decimal = Decimal(1)
    compound: bool = False
    accelerated_on: date | None = None
    payments: tuple[Payment, ...] = ()
    order: tuple[str, ...] = COMPONENTS
    across: bool = False
    charges: tuple[Charge, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    freezes: tuple[Freeze, ...] = ()
    daily_charges: tuple[Charge, ...] = ()
    grace_days: int = 0
    grace_reclaimed: bool = False

    def __post_init__(self) -> None:
        """Refuse what would give a wrong number."""
        for order in (self.order, *(paid.order for paid in self.payments if paid.order)):
            full_order(order)
        amounts = [self.daily_rate, self.penalty_multiple]
        amounts += [part for item in self.instalments for part in (item.principal, item.interest)]
        amounts += [paid.amount for paid in self.payments]
        amounts += [charge.amount for charge in (*self.charges, *self.daily_charges)]
        amounts += [Decimal(self.grace_days)]
        amounts += [waiver.amount for waiver in self.waivers if waiver.amount is not None]
        if min(amounts) < 0:
            raise ValueError("amounts and rates of a debt are at least 0")
        if unknown := {waiver.component for waiver in self.waivers} - set(COMPONENTS):
            raise ValueError(f"a debt has no {', '.join(sorted(unknown))} to waive")
