"""Money: exact `Decimal` yuan, rounded to the fen only where a function says so."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, localcontext

FEN = Decimal("0.01")
ZERO = Decimal("0")
DIGITS = 50

Rounding = Callable[[Decimal], Decimal]


def fen(amount: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Return `amount` yuan rounded to the fen; halves go away from zero unless told otherwise.

    What is an interest of 0.125 yuan, to the fen?

    >>> fen(Decimal("0.125"))
    Decimal('0.13')
    """
    return amount.quantize(FEN, rounding=rounding)


def exact(amount: Decimal) -> Decimal:
    """Return `amount` as it is: given where every digit is to be kept.

    What does the rounding that rounds nothing leave of a third of a yuan?

    >>> exact(Decimal("0.3333"))
    Decimal('0.3333')
    """
    return amount


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Return the sum of `amounts` in yuan, zero if there are none.

    What is the sum of nothing?

    >>> total([])
    Decimal('0')
    """
    return sum(amounts, ZERO)


def yuan(amount: Decimal) -> str:
    """Return `amount` as text with exactly two decimals and no separators, e.g. "-1234.50".

    How is 1,234.5 yuan written?

    >>> yuan(Decimal("1234.5"))
    '1234.50'
    """
    return f"{fen(amount):f}"


def precise() -> AbstractContextManager[Context]:
    """Return a context for solvers: 50 digits, so that differences of powers keep their meaning.

    With how many digits is 1 / 3 kept inside?

    >>> with precise():
    ...     len((Decimal(1) / 3).as_tuple().digits)
    50
    """
    return localcontext(prec=DIGITS)


def split(amount: Decimal, parts: int) -> list[Decimal]:
    """Split `amount` yuan into `parts` near-equal shares in fen; the earlier ones get the odd fen.

    What are three equal parts of 100 yuan?

    >>> split(Decimal(100), 3)
    [Decimal('33.34'), Decimal('33.33'), Decimal('33.33')]
    """
    return proportional(amount, [Decimal(1)] * parts)


def proportional(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Split `amount` yuan by `weights` into fen that add up to it exactly.

    Largest remainder method (Hamilton): every share is cut down to the fen, then the fen left
    over go one each to the largest remainders, the earlier share first when they tie.

    Raises ValueError if the amount or a weight is negative, or no weight is above zero.

    Who pays what of 100 yuan, by debts of 3,000 and 6,000 yuan?

    >>> proportional(Decimal(100), [Decimal(3000), Decimal(6000)])
    [Decimal('33.33'), Decimal('66.67')]
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
