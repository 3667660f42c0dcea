"""A tariff in brackets, such as the court fees of 诉讼费用交纳办法 articles 13 and 14."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from calculators.finance.money import fen


@dataclass(frozen=True)
class Bracket:
    """The part of an amount over `over` and up to `up_to` yuan (None: no end).

    It costs `flat` yuan once it is entered, and `rate` of what lies inside it.
    """

    over: Decimal
    up_to: Decimal | None
    flat: Decimal
    rate: Decimal

    def fee(self, amount: Decimal) -> Decimal:
        """What this bracket adds in yuan, unrounded, to the fee for `amount` yuan."""
        inside = amount if self.up_to is None else min(amount, self.up_to)
        return self.flat + self.rate * (inside - self.over)


@dataclass(frozen=True)
class Scale:
    """Brackets that follow each other from zero; the last is open; `cap` yuan at most."""

    brackets: tuple[Bracket, ...]
    cap: Decimal | None = None

    def __post_init__(self) -> None:
        """Refuse brackets that leave a gap, overlap, or stop."""
        if not self.brackets or self.brackets[0].over != 0:
            raise ValueError("the first bracket must begin at '0'")
        if self.brackets[-1].up_to is not None:
            raise ValueError("the last bracket must have no up_to")
        for lower, upper in pairwise(self.brackets):
            if lower.up_to != upper.over or upper.over <= lower.over:
                raise ValueError(f"the bracket over {upper.over} must begin where the last ends")

    def fee(self, amount: Decimal) -> Decimal:
        """Fee in yuan for `amount` yuan, each part at its own rate, rounded to the fen.

        The first bracket always counts, so its flat part is the least fee.

        Raises ValueError: the amount is negative.
        """
        if amount < 0:
            raise ValueError(f"a fee needs an amount of at least 0, not {amount}")
        entered = (b for b in self.brackets if amount > b.over or b.over == 0)
        total = sum((b.fee(amount) for b in entered), Decimal(0))
        return fen(total if self.cap is None else min(total, self.cap))
