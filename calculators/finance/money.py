"""Money: exact `Decimal` yuan, rounded to the fen only where a function says so.

fen(amount, rounding=ROUND_HALF_UP)   round to 0.01 yuan, mode named
exact(amount)                         the rounding that rounds nothing
total(amounts)                        sum that is Decimal("0") for nothing
yuan(amount)                          "1234.50": text with two decimals
split(amount, parts)                  equal parts in fen that add up to the amount
proportional(amount, weights)         parts by weight in fen that add up to the amount
precise()                             a context with the digits solvers need
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, localcontext

FEN = Decimal("0.01")
ZERO = Decimal("0")
DIGITS = 50

Rounding = Callable[[Decimal], Decimal]


def fen(amount: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Return `amount` yuan rounded to the fen; halves go away from zero unless told otherwise."""
    return amount.quantize(FEN, rounding=rounding)


def exact(amount: Decimal) -> Decimal:
    """Return `amount` as it is: given where every digit is to be kept."""
    return amount


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Return the sum of `amounts` in yuan, zero if there are none."""
    return sum(amounts, ZERO)


def yuan(amount: Decimal) -> str:
    """Return `amount` as text with exactly two decimals and no separators, e.g. "-1234.50"."""
    return f"{fen(amount):f}"


def precise() -> AbstractContextManager[Context]:
    """Return a context for solvers: 50 digits, so that differences of powers keep their meaning."""
    return localcontext(prec=DIGITS)


def split(amount: Decimal, parts: int) -> list[Decimal]:
    """Split `amount` yuan into `parts` near-equal shares in fen; the earlier ones get the odd fen."""
    return proportional(amount, [Decimal(1)] * parts)


def proportional(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Split `amount` yuan by `weights` into fen that add up to it exactly.

    Largest remainder method (Hamilton): every share is cut down to the fen, then the fen left
    over go one each to the largest remainders, the earlier share first when they tie.

    Raises ValueError if the amount or a weight is negative, or no weight is above zero.
    """
    whole = total(weights)
    if amount < 0 or whole <= 0 or min(weights) < 0:
        raise ValueError("a split needs an amount of at least 0 and a weight above 0")
    amount = fen(amount)
    with precise():
        ideal = [amount * weight / whole for weight in weights]
    shares = [fen(share, ROUND_DOWN) for share in ideal]
    left = int((amount - total(shares)) / FEN)
    by_remainder = sorted(range(len(shares)), key=lambda at: shares[at] - ideal[at])
    for at in by_remainder[:left]:
        shares[at] += FEN
    return shares
