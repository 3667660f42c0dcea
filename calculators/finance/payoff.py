"""Paying off several debts with one monthly sum, every minimum honoured.

The month: a twelfth of the yearly rate is charged on the balance, then the payment is made.
Every debt gets its minimum, or what is left of it if that is less; the rest of the monthly sum
goes to the debts in the order of the strategy, so the minimum of a cleared debt rolls on.

- avalanche: the highest rate first. No other order costs less interest, rounding aside.
- snowball: the smallest balance first.
- consequence: the gravest consequence first, then the highest rate.
- proportional: to all at once, by what is still owed on each.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from itertools import islice

from calculators.finance.allocation import fill
from calculators.finance.money import ZERO, Rounding, fen, proportional, total

STRATEGIES = ("avalanche", "snowball", "consequence", "proportional")
MOST_MONTHS = 1200
NO_EXTRAS: Mapping[int, Decimal] = {}


@dataclass(frozen=True, slots=True)
class Account:
    """A debt of `balance` yuan at a simple yearly rate, with at least `minimum` yuan a month.

    `consequence` says how grave it is to leave it unpaid: a higher number is graver.
    """

    name: str
    balance: Decimal
    annual_rate: Decimal
    minimum: Decimal = ZERO
    consequence: int = 0


@dataclass(frozen=True, slots=True)
class PlanMonth:
    """One month of a plan: interest, payments and balances after them, by debt, in yuan."""

    number: int
    interest: tuple[Decimal, ...]
    paid: tuple[Decimal, ...]
    balances: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a strategy goes.

    `outcome` is "paid", "never" (the debts would outgrow the sum, or take a hundred years) or
    "below-minimums" (the sum does not cover the minimums). Only a plan that is paid has `months`.
    `cleared` is (name, month) in the order in which debts end.
    """

    strategy: str
    outcome: str
    months: int | None
    total_interest: Decimal
    cleared: tuple[tuple[str, int], ...]
    table: tuple[PlanMonth, ...]


def plan(
    debts: Sequence[Account],
    monthly_total: Decimal,
    strategy: str = "avalanche",
    extras: Mapping[int, Decimal] = NO_EXTRAS,
    round_to: Rounding = fen,
) -> Plan:
    """Return the plan for `monthly_total` yuan a month, with one-off `extras` by month number.

    Raises ValueError for an unknown strategy or a negative amount.

    How many months do 1,000 yuan at 12 % a year take with 500 yuan a month?

    >>> card = Account("card", Decimal(1000), Decimal("0.12"))
    >>> plan([card], Decimal(500)).months
    3
    """
    months = _months(debts, monthly_total, strategy, extras, round_to)
    table = tuple(islice(months, MOST_MONTHS))
    outcome = _outcome(debts, monthly_total, table)
    return Plan(
        strategy=strategy,
        outcome=outcome,
        months=len(table) if outcome == "paid" else None,
        total_interest=total(amount for month in table for amount in month.interest),
        cleared=_cleared(debts, table),
        table=table,
    )


def sum_that_works(
    debts: Sequence[Account], strategy: str = "avalanche", within: int = 60
) -> Decimal:
    """Return the least whole yuan a month that pays off all debts `within` so many months.

    Found by halving: more money a month never takes longer.
    Raises ValueError for an unknown strategy or a negative amount.

    What is the least sum a month that ends 1,000 yuan at 12 % in 3 months?

    >>> card = Account("card", Decimal(1000), Decimal("0.12"))
    >>> sum_that_works([card], within=3)
    Decimal('341')
    """
    too_little = 0
    enough = int(total(_owed(debt) for debt in debts).to_integral_value(ROUND_CEILING))
    while enough - too_little > 1:
        middle = (enough + too_little) // 2
        months = _months(debts, Decimal(middle), strategy, NO_EXTRAS, fen)
        balances = [month.balances for month in islice(months, within)]
        if balances and not any(balances[-1]):
            enough = middle
        else:
            too_little = middle
    return Decimal(enough)


def minimum_payment(balance: Decimal, interest: Decimal, share: Decimal, floor: Decimal) -> Decimal:
    """Return `interest` plus a `share` of the balance, at least `floor`, at most all of it. Yuan, up to the fen.

    Pass no interest where the share is of a balance that already holds it.

    What does a card ask for on 5,000 yuan with 75 yuan of interest, at 5 % and no less than 50?

    >>> minimum_payment(Decimal(5000), Decimal(75), Decimal("0.05"), Decimal(50))
    Decimal('325.00')
    """
    return min(balance + interest, max(floor, fen(interest + balance * share, ROUND_CEILING)))


def _owed(debt: Account) -> Decimal:
    """Return the balance of a debt with one month of interest."""
    return debt.balance + fen(debt.balance * debt.annual_rate / 12)


def _outcome(debts: Sequence[Account], monthly_total: Decimal, table: Sequence[PlanMonth]) -> str:
    """Return why the months of a plan ended."""
    left = table[-1].balances if table else [debt.balance for debt in debts]
    if not any(left):
        return "paid"
    least = total(
        min(debt.minimum, _owed(replace(debt, balance=balance)))
        for debt, balance in zip(debts, left, strict=True)
    )
    return "below-minimums" if monthly_total < least else "never"


def _rank(debt: Account, strategy: str) -> tuple[Decimal, Decimal]:
    """Return what a strategy sorts by; the lowest gets spare money first."""
    if strategy == "snowball":
        return debt.balance, -debt.annual_rate
    if strategy == "consequence":
        return Decimal(-debt.consequence), -debt.annual_rate
    return -debt.annual_rate, debt.balance


def _months(
    debts: Sequence[Account],
    monthly_total: Decimal,
    strategy: str,
    extras: Mapping[int, Decimal],
    round_to: Rounding,
) -> Iterator[PlanMonth]:
    """Yield the months until all is paid, or until it is certain that it never will be.

    Two signs prove that: a debt's interest is as much as all the money of any month to come, so
    that debt never falls; or no balance falls and no extra is to come, so the next month starts
    with at least as much of every debt and ends with at least as much.
    """
    if strategy not in STRATEGIES:
        raise ValueError(f"unknown strategy {strategy!r}")
    ranking = sorted(range(len(debts)), key=lambda at: _rank(debts[at], strategy))
    minimums = [debt.minimum for debt in debts]
    balances = [debt.balance for debt in debts]
    number = 0
    while any(balances):
        number += 1
        interest = [
            round_to(balance * debt.annual_rate / 12) if balance and debt.annual_rate else ZERO
            for debt, balance in zip(debts, balances, strict=True)
        ]
        owed = [balance + added for balance, added in zip(balances, interest, strict=True)]
        least = list(map(min, minimums, owed))
        spare = monthly_total + extras.get(number, ZERO) - total(least)
        if spare < 0:
            return
        hopeless = max(interest) >= monthly_total + max(
            (extra for month, extra in extras.items() if month >= number), default=ZERO
        )
        above = _spread(spare, list(map(Decimal.__sub__, owed, least)), ranking, strategy)
        paid = list(map(Decimal.__add__, least, above))
        before, balances = balances, list(map(Decimal.__sub__, owed, paid))
        yield PlanMonth(number, tuple(interest), tuple(paid), tuple(balances))
        grows = max(extras, default=0) <= number and all(map(Decimal.__ge__, balances, before))
        if hopeless or grows:
            return


def _spread(
    spare: Decimal, owed: Sequence[Decimal], ranking: Sequence[int], strategy: str
) -> list[Decimal]:
    """Return how the spare money goes to what is still owed after the minimums."""
    if strategy == "proportional" and spare < total(owed):
        return proportional(spare, owed)
    parts, _ = fill(spare, [owed[at] for at in ranking])
    by_place = dict(zip(ranking, parts, strict=True))
    return [by_place[at] for at in range(len(owed))]


def _cleared(debts: Sequence[Account], table: Sequence[PlanMonth]) -> tuple[tuple[str, int], ...]:
    """Return (name, month) of every debt that ends, in the order in which they end."""
    ends = {
        at: month.number
        for month in table
        for at, balance in enumerate(month.balances)
        if not balance and month.paid[at]
    }
    return tuple((debts[at].name, ends[at]) for at in sorted(ends, key=ends.__getitem__))
