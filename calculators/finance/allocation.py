"""Allocation: what a payment that is too small to clear everything is counted towards.

The default order comes from the statute (Civil Code art. 561: costs of enforcing the claim,
interest, principal, unless the parties agreed otherwise); pass it in, this module knows no law.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

COMPONENTS = ("costs", "interest", "penalty", "principal")


@dataclass(frozen=True, slots=True)
class Allocation:
    """`parts` by component in yuan and what is `left`; together they are the payment."""

    parts: dict[str, Decimal]
    left: Decimal


def full_order(order: Sequence[str]) -> tuple[str, ...]:
    """Return `order` with the penalty placed: penalty interest is interest, and follows it.

    Raises ValueError if a component is unknown, missing or named twice.

    Where does the penalty stand in the order of Civil Code art. 561?

    >>> full_order(["costs", "interest", "principal"])
    ('costs', 'interest', 'penalty', 'principal')
    """
    named = list(order)
    if "penalty" not in named and "interest" in named:
        named.insert(named.index("interest") + 1, "penalty")
    if sorted(named) != sorted(COMPONENTS):
        raise ValueError(f"an order names each of {', '.join(COMPONENTS)} once, not {order}")
    return tuple(named)


def fill(payment: Decimal, amounts: Sequence[Decimal]) -> tuple[list[Decimal], Decimal]:
    """Return the part of `payment` that each amount takes, in turn, and what is left.

    Raises ValueError if the payment or an amount is negative.

    How far do 300 yuan go on 200 yuan and then 500 yuan?

    >>> fill(Decimal(300), [Decimal(200), Decimal(500)])
    ([Decimal('200'), Decimal('100')], Decimal('0'))
    """
    if payment < 0 or min(amounts, default=payment) < 0:
        raise ValueError("a payment and what it is paid on are at least 0")
    parts, left = [], payment
    for amount in amounts:
        part = min(left, amount)
        parts.append(part)
        left -= part
    return parts, left


def allocate(payment: Decimal, owed: Mapping[str, Decimal], order: Sequence[str]) -> Allocation:
    """Split `payment` yuan over what is `owed`, component by component in `order`.

    Raises ValueError if something is owed that the order does not name.

    What of a payment of 300 yuan reaches the principal, behind 120 yuan of interest?

    >>> owed = {"interest": Decimal(120), "principal": Decimal(5000)}
    >>> allocate(Decimal(300), owed, ["interest", "principal"]).parts["principal"]
    Decimal('180')
    """
    if missing := set(owed) - set(order):
        raise ValueError(f"the order does not say when {', '.join(sorted(missing))} is paid")
    named = [name for name in order if name in owed]
    parts, left = fill(payment, [owed[name] for name in named])
    return Allocation(dict(zip(named, parts, strict=True)), left)


def sequence(
    order: Sequence[str], instalments: int, *, across: bool = False
) -> list[tuple[int | None, str]]:
    """Return (instalment, component) in the order they are paid; costs belong to none of them.

    By default the oldest instalment is cleared in `order` before the next one gets anything.
    `across` pays one component of all of them, oldest first, before the next component of any.
    Costs come before everything when the order has them before principal, else at the end.

    What of two instalments is paid first?

    >>> sequence(["costs", "interest", "penalty", "principal"], 2)[:3]
    [(None, 'costs'), (0, 'interest'), (0, 'penalty')]
    """
    components = [name for name in order if name != "costs"]
    oldest_first = range(instalments)
    slots: list[tuple[int | None, str]] = [(at, name) for at in oldest_first for name in components]
    if across:
        slots = [(at, name) for name in components for at in oldest_first]
    costs: list[tuple[int | None, str]] = [(None, "costs")]
    costs_first = order.index("costs") < order.index("principal")
    return costs + slots if costs_first else slots + costs
