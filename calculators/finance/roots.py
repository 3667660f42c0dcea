"""Every positive root of a sum of powers, which is every real internal rate of return.

A sum of powers is a0 x^n0 + a1 x^n1 + ... = 0, here with ascending whole exponents.

The method is the proof of Descartes' rule of signs (Laguerre 1883), run as a program. Let the
amounts change sign between the terms i and i+1, and let m be the middle of their exponents.
With s = ln x, h(s) = sum of a e^(s(n-m)) has the same zeros as the sum itself, and its derivative

    h'(s) = sum of a (n-m) e^(s(n-m))

is again a sum of powers, with that one change of sign gone. Between two zeros of h' the function
h is monotone and has at most one zero, which the signs at the ends show. So the zeros of each
sum follow from those of the next; the last has no change of sign and no zero. A loan, paid out
once and then repaid, has one change of sign: one root, and the proof that there is no other.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from calculators.finance.money import ZERO

Terms = Sequence[tuple[int, Decimal]]
"""Exponents, ascending, with their amounts, none of them zero."""

CLOSE_ENOUGH = Decimal("1e-32")
"""A step in ln x after which a root is not moved any more."""

SHRINK = Decimal("0.9")
"""Newton's steps must get shorter by this factor, or the bracket is halved instead."""

TOUCHING = Decimal("1e-25")
"""A sum this small beside the sum of its terms' sizes is zero: two roots that meet."""


def log_roots(terms: Terms, low: Decimal, high: Decimal) -> list[Decimal]:
    """Return s = ln x of all roots with `low` <= s <= `high`, ascending.

    Run it in `money.precise`. A root where the sum touches zero without changing its sign is
    found too, once.

    At which x is 1 - 2 x = 0? (`s` is its logarithm.)

    >>> (s,) = log_roots([(0, Decimal(1)), (1, Decimal(-2))], Decimal(-9), Decimal(9))
    >>> round(s.exp(), 6)
    Decimal('0.500000')
    """
    middle = _sign_change(terms)
    if middle is None:
        return []
    slope = [(n, amount * (2 * n - middle)) for n, amount in terms]
    knots = [low, *log_roots(slope, low, high), high]
    signs = [_sign(terms, knot) for knot in knots]
    roots = {knot for knot, sign in zip(knots, signs, strict=True) if sign == 0}
    for (left, sign), (right, other) in pairwise(zip(knots, signs, strict=True)):
        if sign * other < 0:
            roots.add(_between(terms, slope, left, right))
    return sorted(roots)


def _sign_change(terms: Terms) -> int | None:
    """Return the sum of the two exponents between which the amounts first change sign."""
    for (n, amount), (later, other) in pairwise(terms):
        if amount * other < 0:
            return n + later
    return None


def _value(terms: Terms, s: Decimal) -> Decimal:
    """Return the sum at x = e^s, by Horner's scheme over the gaps between the exponents."""
    x = s.exp()
    powers: dict[int, Decimal] = {}
    value, above = ZERO, terms[-1][0]
    for n, amount in reversed(terms):
        gap = above - n
        if gap not in powers:
            powers[gap] = x**gap
        value = value * powers[gap] + amount
        above = n
    return value


def _sign(terms: Terms, s: Decimal) -> int:
    """Return -1, 0 or 1: the sign of the sum at x = e^s."""
    value = _value(terms, s)
    size = _value([(n, abs(amount)) for n, amount in terms], s)
    return 0 if abs(value) <= TOUCHING * size else int(Decimal(1).copy_sign(value))


def _between(terms: Terms, slope: Terms, low: Decimal, high: Decimal) -> Decimal:
    """Return the one root between `low` and `high`: Newton's method, kept inside by bisection.

    `slope` holds twice the derivative of h; the factor e^(-sm) of both falls out of the step.
    """
    rising = _value(terms, low) < 0
    guess = ZERO if low < 0 < high else (low + high) / 2
    step = high - low
    while True:
        value = _value(terms, guess)
        if value == 0:
            return guess
        if (value < 0) == rising:
            low = guess
        else:
            high = guess
        before, step = step, 2 * value / _value(slope, guess)
        target = guess - step
        if not low < target < high or abs(step) > SHRINK * abs(before):
            target = (low + high) / 2
            step = target - guess
        if abs(step) < CLOSE_ENOUGH:
            return target
        guess = target
