"""A credit-card bill by day: statements, what is lost by paying less than all, interest and late fees.

The model is the one that the published card contracts of banks share. Purchases posted up to a statement
day make a bill. A bill paid in full by its due day costs nothing. Otherwise every purchase on it
costs interest from its posting day, and what a statement has charged costs interest itself from then
on (monthly compounding). A late fee is charged on the part of the minimum that is missing; it costs no
interest. A day counts with what is owed at its end, and the day asked about does not count itself.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise
from typing import Literal

from calculators.finance.money import ZERO, fen, total

Basis = Literal["whole", "unpaid", "posted"]
Kind = Literal["interest", "fee", "principal"]
_FIRST: dict[Kind, int] = {"interest": 0, "fee": 1, "principal": 2}


class OverlappingBills(ValueError):
    """The next bill is printed before the time of this one is over."""


@dataclass(frozen=True, slots=True)
class CardTerms:
    """What a card's contract says.

    `basis`: "whole" charges every purchase of a bill that was not paid in full. The other two charge, up
    to the due day, only the share of it that was still missing then: "unpaid" that share of what was
    owed on each day, "posted" that share of what the bill asked for, from each posting day on, as if the
    rest had never been borrowed. `limit` is the credit limit, or `None` if there is none. `grace_days` after the due day still count as in time (容时);
    a rest of at most `grace_amount` counts as paid in full (容差).
    """

    statement_day: int
    due_day: int
    daily_rate: Decimal
    basis: Basis
    minimum_rate: Decimal
    late_fee_rate: Decimal
    limit: Decimal | None = None
    minimum_floor: Decimal = ZERO
    late_fee_floor: Decimal = ZERO
    grace_days: int = 0
    grace_amount: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class CardBill:
    """A statement as printed, and what has been paid on it since."""

    statement: date
    due: date
    balance: Decimal
    minimum: Decimal
    interest: Decimal
    late_fee: Decimal
    paid: Decimal


@dataclass(frozen=True, slots=True)
class Card:
    """What is owed on a card on a day; `interest` holds what runs since the last statement too."""

    bills: tuple[CardBill, ...]
    principal_due: Decimal
    interest: Decimal
    late_fee: Decimal
    overpaid: Decimal

    @property
    def total_due(self) -> Decimal:
        """All that is owed, in yuan."""
        return self.principal_due + self.interest + self.late_fee


@dataclass(slots=True)
class _Item:
    """One sum on the card; `since` is the first day whose interest has not been charged."""

    kind: Kind
    amount: Decimal
    since: date
    bill: int | None = None
    revolving: bool = False
    share: Decimal = Decimal(1)
    share_until: date = date.min
    asked: Decimal | None = None
    paid: list[tuple[date, Decimal]] = field(default_factory=list)
    remaining: Decimal = field(init=False)

    def __post_init__(self) -> None:
        self.remaining = self.amount

    def pay(self, day: date, amount: Decimal) -> None:
        """Take a payment; they come in the order of their days."""
        self.paid.append((day, amount))
        self.remaining -= amount

    def left(self, day: date = date.max) -> Decimal:
        if not self.paid or self.paid[-1][0] <= day:
            return self.remaining
        return self.amount - total(paid for on, paid in self.paid if on <= day)

    def interest(self, until: date, daily_rate: Decimal) -> Decimal:
        """The interest of the days from `since` to the day before `until`, not rounded."""
        turns = {day for day, _ in self.paid if self.since < day < until}
        if self.since < self.share_until < until:
            turns.add(self.share_until)
        days = [self.since, *sorted(turns), until]
        cost = ZERO
        for start, end in pairwise(days):
            cost += self._charged(start) * max(0, (end - start).days)
        return cost * daily_rate

    def _charged(self, day: date) -> Decimal:
        """What bears interest on `day`: `asked` stands for what was owed then, where it is known."""
        if day >= self.share_until:
            return self.left(day)
        return self.share * (self.left(day) if self.asked is None else self.asked)


def on_day(year: int, month: int, day: int) -> date:
    """Return that day of a month, or the month's last day if it is shorter.

    When is the statement of the 31st in February 2026?

    >>> on_day(2026, 2, 31)
    datetime.date(2026, 2, 28)
    """
    return date(year, month, min(day, monthrange(year, month)[1]))


def next_on(after: date, day: int) -> date:
    """Return the first date after `after` that is the `day` of its month.

    When is a bill of 5 September due, if the due day is the 25th?

    >>> next_on(date(2026, 9, 5), 25)
    datetime.date(2026, 9, 25)
    """
    this = on_day(after.year, after.month, day)
    if this > after:
        return this
    year, month = (after.year + 1, 1) if after.month == 12 else (after.year, after.month + 1)
    return on_day(year, month, day)


def minimum_due(
    terms: CardTerms, balance: Decimal, principal: Decimal, missed: Decimal = ZERO
) -> Decimal:
    """Return the least that a statement of `balance` yuan asks for.

    The share of the principal, plus interest and fees, what was `missed` of the principal in the minimum
    before, and all that is over the limit; no less than the floor, no more than the balance. Up to the fen.

    What is the minimum of 5,000 yuan at 10 %, with a limit of 4,000?

    >>> tenth = CardTerms(5, 25, Decimal("0.0005"), "whole", Decimal("0.1"), Decimal("0.05"), Decimal(4000))
    >>> minimum_due(tenth, Decimal(5000), Decimal(5000))
    Decimal('1500.00')
    """
    over = ZERO if terms.limit is None else max(ZERO, balance - terms.limit)
    asked = principal * terms.minimum_rate + (balance - principal) + missed + over
    return fen(min(balance, max(terms.minimum_floor, fen(asked, ROUND_CEILING))))


def late_fee(terms: CardTerms, minimum: Decimal, paid: Decimal) -> Decimal:
    """Return the late fee in yuan when only `paid` of the `minimum` came in time.

    Nothing if what is missing is within the small difference that the bank lets pass.

    What does 300 paid on a minimum of 500 yuan cost, at 5 %?

    >>> tenth = CardTerms(5, 25, Decimal("0.0005"), "whole", Decimal("0.1"), Decimal("0.05"))
    >>> late_fee(tenth, Decimal(500), Decimal(300))
    Decimal('10.00')
    """
    missing = minimum - paid
    if missing <= terms.grace_amount or missing <= 0:
        return fen(ZERO)
    return max(terms.late_fee_floor, fen(missing * terms.late_fee_rate))


class _Account:
    """A card while its days are being walked through."""

    def __init__(self, terms: CardTerms) -> None:
        self.terms = terms
        self.items: list[_Item] = []
        self.bills: list[CardBill] = []
        self.credit = ZERO
        self.missed = ZERO

    def add(self, kind: Kind, day: date, amount: Decimal) -> None:
        """Put a sum on the card; what was paid too much before goes to it at once."""
        item = _Item(kind, amount, day)
        used = min(self.credit, amount)
        if used:
            item.pay(day, used)
            self.credit -= used
        self.items.append(item)

    def pay(self, day: date, amount: Decimal) -> None:
        """Put a payment on the oldest bill first; on each bill interest, fees, then principal."""
        last = len(self.bills)
        owed = sorted(
            (item for item in self.items if item.left() > 0),
            key=lambda item: (last if item.bill is None else item.bill, _FIRST[item.kind]),
        )
        for item in owed:
            part = min(item.left(), amount)
            if part:
                item.pay(day, part)
                amount -= part
                if item.kind == "principal" and item.bill is not None:
                    self.missed = max(ZERO, self.missed - part)
        self.credit += amount

    def unpaid(self, day: date) -> Decimal:
        """What is left of all that the bills so far have asked for."""
        return total(item.left(day) for item in self.items if item.bill is not None)

    def miss(self, day: date) -> None:
        """The last bill's time is over: what was not paid is late."""
        bill, terms = self.bills[-1], self.terms
        left = self.unpaid(day)
        paid = bill.balance - left
        fee = late_fee(terms, bill.minimum, paid)
        # What is missing of interest and fees is asked for again as such, so it is not counted twice.
        charged = total(
            item.left(day)
            for item in self.items
            if item.bill is not None and item.kind != "principal"
        )
        self.missed = max(ZERO, bill.minimum - paid - charged) if fee else ZERO
        fresh = [
            item
            for item in self.items
            if item.bill is not None and not item.revolving and item.kind != "fee"
        ]
        if left > max(ZERO, terms.grace_amount):
            self._revolve(fresh, bill, day)
        else:
            for item in fresh:
                item.since = next_on(bill.statement, terms.statement_day)
        if fee:
            self.add("fee", day, fee)

    def _revolve(self, fresh: Sequence[_Item], bill: CardBill, day: date) -> None:
        asked = total(item.left(bill.statement) for item in fresh)
        share = total(item.left(day) for item in fresh) / asked if asked else Decimal(1)
        for item in fresh:
            item.revolving = True
            if self.terms.basis != "whole":
                item.share, item.share_until = share, bill.due + timedelta(days=1)
            if self.terms.basis == "posted":
                item.asked = item.left(bill.statement)

    def accrued(self, until: date) -> Decimal:
        """The interest since the last statement, to the fen."""
        rate = self.terms.daily_rate
        return fen(total(item.interest(until, rate) for item in self.items if item.revolving))

    def state(self, day: date) -> None:
        """Print the bill of a statement day: charge the interest, then ask for all that is owed."""
        interest = self.accrued(day)
        for item in self.items:
            item.since = max(item.since, day) if item.revolving else item.since
        if interest:
            self.add("interest", day, interest)
        self.items = [item for item in self.items if item.left() > 0]
        for item in self.items:
            item.bill = len(self.bills) if item.bill is None else item.bill
        owed = self.owed
        balance = total(owed.values())
        least = minimum_due(self.terms, balance, owed["principal"], self.missed)
        due = next_on(day, self.terms.due_day)
        self.bills.append(CardBill(day, due, balance, least, interest, owed["fee"], ZERO))

    @property
    def owed(self) -> dict[Kind, Decimal]:
        """What is left, by kind."""
        return {
            kind: total(item.left() for item in self.items if item.kind == kind) for kind in _FIRST
        }


def _days(
    terms: CardTerms,
    purchases: Sequence[tuple[date, Decimal]],
    payments: Sequence[tuple[date, Decimal]],
    on: date,
) -> Iterator[tuple[date, int, Decimal]]:
    """All that happens, as (day, step, amount): 0 time over, 1 purchase, 2 payment, 3 statement."""
    yield from ((day, 1, amount) for day, amount in purchases)
    yield from ((day, 2, amount) for day, amount in payments)
    first = min((day for day, _ in purchases), default=on)
    statement = next_on(first - timedelta(days=1), terms.statement_day)
    while statement < on:
        yield statement, 3, ZERO
        over = next_on(statement, terms.due_day) + timedelta(days=terms.grace_days + 1)
        if over <= on:
            yield over, 0, ZERO
        statement = next_on(statement, terms.statement_day)
        if over > statement:
            raise OverlappingBills("a bill's time must be over before the next bill is printed")


def card(
    terms: CardTerms,
    purchases: Sequence[tuple[date, Decimal]],
    payments: Sequence[tuple[date, Decimal]],
    on: date,
) -> Card:
    """Return what a card comes to on `on`, and every bill printed before that day. Yuan.

    `purchases` are (posting day, amount), `payments` (day, amount); both on or before `on`.
    Raises ValueError if one is later, OverlappingBills if a bill's time runs into the next bill.

    What are 3,000 and 2,000 yuan on 5 October, when 2,000 were paid on a bill of 5 September?

    >>> usual = CardTerms(5, 25, Decimal("0.0005"), "whole", Decimal("0.1"), Decimal("0.05"))
    >>> bought = [(date(2026, 8, 10), Decimal(3000)), (date(2026, 8, 20), Decimal(2000))]
    >>> card(usual, bought, [(date(2026, 9, 8), Decimal(2000))], date(2026, 10, 5)).total_due
    Decimal('3103.00')
    """
    if any(day > on for day, _ in (*purchases, *payments)):
        raise ValueError("a card cannot be computed to a day before what happened on it")
    account = _Account(terms)
    for day, step, amount in sorted(_days(terms, purchases, payments, on), key=lambda e: e[:2]):
        if step == 0:
            account.miss(day - timedelta(days=1))
        elif step == 1:
            account.add("principal", day, amount)
        elif step == 2:
            account.pay(day, amount)
        else:
            account.state(day)
    return _close(account, payments, on)


def _close(account: _Account, payments: Sequence[tuple[date, Decimal]], on: date) -> Card:
    owed, bills = account.owed, account.bills
    ends = [*(bill.statement for bill in bills[1:]), on]
    paid = [
        total(amount for day, amount in payments if bill.statement < day <= end)
        for bill, end in zip(bills, ends, strict=False)
    ]
    shown = tuple(
        CardBill(b.statement, b.due, b.balance, b.minimum, b.interest, b.late_fee, sum_paid)
        for b, sum_paid in zip(bills, paid, strict=True)
    )
    running = account.accrued(on)
    used = min(account.credit, running)
    interest = owed["interest"] + running - used
    return Card(shown, owed["principal"], interest, owed["fee"], account.credit - used)
