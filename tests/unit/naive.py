"""An arrears calculation as a patient clerk would do it: one day after the other, by the words.

Written apart from the ledger and in another way, to be the second opinion of the tests.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from calculators.finance.debt import Debt

NOTHING = Decimal(0)
DAY = timedelta(days=1)


@dataclass
class Claim:
    """One instalment in the clerk's book."""

    begins: date
    due: date
    principal: Decimal
    interest: Decimal
    penalty: Decimal = NOTHING
    kind_days: int = 0
    put_off: Decimal = NOTHING


@dataclass
class Book:
    """The clerk's book at the end of a day."""

    claims: list[Claim]
    costs: Decimal = NOTHING
    spare: Decimal = NOTHING
    """What lies in the envelope in hand; on the day asked for, in all of them."""
    envelopes: list[tuple[Decimal, tuple[str, ...]]] = field(default_factory=list)
    """What was paid and not used yet, each sum with the order that was said of it."""
    log: list[str] = field(default_factory=list)


def rounded(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def one_month_before(day: date) -> date:
    earlier = day.replace(day=1) - DAY
    while True:
        try:
            return earlier.replace(day=day.day)
        except ValueError:
            return earlier


def book_on(debt: Debt, on: date) -> Book:
    """Return the book at the end of `on`."""
    book = Book([])
    begins = None
    for agreed in sorted(debt.instalments, key=lambda item: item.due_date):
        begins = begins or one_month_before(agreed.due_date)
        book.claims.append(Claim(begins, agreed.due_date, agreed.principal, agreed.interest))
        book.claims[-1].kind_days = debt.grace_days
        begins = agreed.due_date
    events = [event.on for event in (*debt.payments, *debt.charges)]
    events += [fee.on for fee in debt.daily_charges]
    day = min([claim.due for claim in book.claims] + events + [debt.accelerated_on or on, on])
    while True:
        call_in(book, debt, day)
        book.costs += sum((charge.amount for charge in debt.charges if charge.on == day), NOTHING)
        open_envelopes(book, debt, day)
        for paid in debt.payments:
            if paid.on == day:
                book.envelopes.append((paid.amount, paid.order or debt.order))
                open_envelopes(book, debt, day)
        if day == on:
            book.spare = sum((amount for amount, _ in book.envelopes), NOTHING)
            return book
        cost_of_a_day(book, debt, day)
        day += DAY


def call_in(book: Book, debt: Debt, day: date) -> None:
    """On the day of acceleration everything falls due, with interest up to that day."""
    if day != debt.accelerated_on:
        return
    for claim in book.claims:
        if claim.due > day:
            run = max(0, (day - claim.begins).days)
            whole = (claim.due - claim.begins).days
            claim.interest = rounded(claim.interest * run / whole) if run else NOTHING
            claim.due = day
            claim.kind_days = 0


def cost_of_a_day(book: Book, debt: Debt, day: date) -> None:
    """The night after `day` costs a day on whatever is due by then, unless frozen."""
    late = [claim for claim in book.claims if claim.due <= day]
    if any(rounded(c.penalty) + c.principal + c.interest for c in late):
        book.costs += sum((fee.amount for fee in debt.daily_charges if fee.on <= day), NOTHING)
    frozen = any(freeze.start <= day < freeze.end for freeze in debt.freezes)
    for claim in late:
        base = claim.principal
        if debt.compound:
            base += claim.interest
        night = NOTHING if frozen else base * debt.daily_rate * debt.penalty_multiple
        if (day - claim.due).days < claim.kind_days:
            claim.put_off += night if debt.grace_reclaimed else NOTHING
        else:
            claim.penalty += night + (claim.put_off if base else NOTHING)
            claim.put_off = NOTHING


def open_envelopes(book: Book, debt: Debt, day: date) -> None:
    """Pay from each sum in turn, in its own order; what is left goes back into its envelope."""
    left = []
    for amount, order in book.envelopes:
        book.spare = amount
        pay(book, replace(debt, order=order), day)
        left.append((book.spare, order))
    book.envelopes = left


def pay(book: Book, debt: Debt, day: date) -> None:
    """Pay from what is there: claim by claim, or component by component."""
    due = [claim for claim in book.claims if claim.due <= day]
    if not book.spare:
        return
    for claim in due:
        claim.penalty = rounded(claim.penalty)
    names = [name for name in debt.order if name != "costs"]
    costs_first = debt.order.index("costs") < debt.order.index("principal")
    if costs_first:
        pay_costs(book)
    if debt.across:
        for name in names:
            for claim in due:
                pay_one(book, claim, name)
    else:
        for claim in due:
            for name in names:
                pay_one(book, claim, name)
    if not costs_first:
        pay_costs(book)


def pay_costs(book: Book) -> None:
    part = min(book.spare, book.costs)
    book.costs -= part
    book.spare -= part


def pay_one(book: Book, claim: Claim, name: str) -> None:
    part = min(book.spare, getattr(claim, name))
    setattr(claim, name, getattr(claim, name) - part)
    book.spare -= part
