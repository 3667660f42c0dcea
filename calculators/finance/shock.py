"""Does a monthly plan survive when income falls? One given shock, and many chance paths.

Chance is seeded and drawn from `random.Random` with basic IEEE arithmetic only, so the same seed
gives the same answer in every browser. Money inside the simulation is whole fen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from itertools import accumulate
from random import Random

from calculators.finance.money import ZERO

FEN_PER_YUAN = 100
NORMAL_95 = Decimal("1.96")
"""The two-sided 95% point of the normal distribution, for the Wilson interval."""


def shocked(income: Decimal, months: int, drop: Decimal, length: int) -> list[Decimal]:
    """Yuan of income a month: less by the fraction `drop` for the first `length` months.

    What is earned in 3 months of 5,000 yuan, if the first brings 40 % less?

    >>> shocked(Decimal(5000), 3, Decimal("0.4"), 1)
    [Decimal('3000.0'), Decimal('5000'), Decimal('5000')]
    """
    low = income * (1 - drop)
    return [low if month < length else income for month in range(months)]


def savings_path(
    incomes: Sequence[Decimal], essentials: Decimal, payment: Decimal, savings: Decimal
) -> list[Decimal]:
    """Savings in yuan after each month; negative once the month could not be paid.

    What is left after 2 months of 5,000 yuan, 3,500 to live on and 1,000 to pay, from 200?

    >>> savings_path([Decimal(5000)] * 2, Decimal(3500), Decimal(1000), Decimal(200))[-1]
    Decimal('1200')
    """
    moves = (income - essentials - payment for income in incomes)
    return list(accumulate(moves, initial=savings))[1:]


def first_failing_month(path: Sequence[Decimal]) -> int | None:
    """The first month, counted from 1, that ends below nothing; `None` if none does.

    In which month does the money run out?

    >>> first_failing_month([Decimal(200), Decimal(-50)])
    2
    """
    return next((month for month, left in enumerate(path, 1) if left < 0), None)


def largest_surviving_payment(
    incomes: Sequence[Decimal], essentials: Decimal, savings: Decimal
) -> Decimal:
    """The largest whole-yuan payment that no month of `incomes` breaks, at least zero.

    After k months the plan holds if savings + earned - essentials >= k payments, so the answer
    is the smallest of those sums divided by k.

    What can be paid every month, if 5,000 and then 4,000 yuan come in and 3,500 are needed?

    >>> largest_surviving_payment([Decimal(5000), Decimal(4000)], Decimal(3500), ZERO)
    Decimal('1000')
    """
    free = savings_path(incomes, essentials, ZERO, savings)
    most = min(left / month for month, left in enumerate(free, 1))
    return max(ZERO, most.quantize(Decimal(1), ROUND_DOWN))


@dataclass(frozen=True)
class Paths:
    """What many chance paths say: how many survive, and savings by month for most and for bad luck."""

    tried: int
    survived: int
    middle: tuple[Decimal, ...]
    poor: tuple[Decimal, ...]

    @property
    def success_rate(self) -> Decimal:
        """The part of the paths that survive, from 0 to 1.

        Which part of 200 paths is 150?

        >>> Paths(200, 150, (), ()).success_rate
        Decimal('0.75')
        """
        return Decimal(self.survived) / self.tried

    @property
    def error(self) -> Decimal:
        """Half the width of the Wilson 95% interval, as a fraction (Wilson 1927).

        How far may that part be from the truth?

        >>> round(Paths(200, 150, (), ()).error, 3)
        Decimal('0.060')
        """
        n, p, z = Decimal(self.tried), self.success_rate, NORMAL_95
        spread = (p * (1 - p) / n + z * z / (4 * n * n)).sqrt()
        return z * spread / (1 + z * z / n)


def simulate(
    incomes: Sequence[Decimal],
    outgoings: Decimal,
    savings: Decimal,
    swing: Decimal,
    *,
    paths: int,
    seed: int,
) -> Paths:
    """Let every month's income swing by chance and count the paths that never run dry.

    `swing` is the largest change either way as a fraction; smaller changes are likelier (the
    triangular distribution). `outgoings` is essentials and payment in yuan.

    How many of 100 paths survive, if income never swings and covers everything?

    >>> simulate([Decimal(5000)] * 6, Decimal(4000), ZERO, ZERO, paths=100, seed=1).survived
    100
    """
    chance = Random(seed)
    earned, spent = [_to_fen(income) for income in incomes], _to_fen(outgoings)
    start, width = _to_fen(savings), float(swing)
    ends: list[list[int]] = [[] for _ in incomes]
    survived = 0
    for _ in range(paths):
        left, dry = start, False
        for month, income in enumerate(earned):
            left += income + int(income * width * (chance.random() - chance.random())) - spent
            dry = dry or left < 0
            ends[month].append(left)
        survived += not dry
    return Paths(paths, survived, _quantile(ends, 50), _quantile(ends, 10))


def _to_fen(amount: Decimal) -> int:
    return int(amount * FEN_PER_YUAN)


def _quantile(ends: list[list[int]], percent: int) -> tuple[Decimal, ...]:
    """Nearest-rank percentile of each month, in yuan."""
    return tuple(
        Decimal(sorted(month)[(len(month) - 1) * percent // 100]) / FEN_PER_YUAN for month in ends
    )
