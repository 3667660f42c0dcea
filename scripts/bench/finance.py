"""Times our exact arithmetic beside three published libraries, in one run, as ratios.

    python -m scripts.bench.finance

The others count in binary floats (numpy-financial, pyxirr in Rust) or in Decimal (amortization);
ours counts in Decimal, to the fen, and finds every root. So a ratio is the price of exactness, not
a race. Medians of several rounds, taken in turn, because a machine's speed drifts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from time import perf_counter

import numpy_financial
import pyxirr
from amortization.schedule import amortization_schedule

from calculators.finance.payoff import Account, plan
from calculators.finance.rates import irr, xirr
from calculators.finance.schedule import schedule

ROUNDS = 15
START = date(2026, 1, 31)
LOAN, RATE = Decimal(200000), Decimal("0.18")

Work = Callable[[], object]


def our_schedule(months: int) -> Work:
    """Equal instalments, each row exact to the fen."""
    return lambda: schedule(LOAN, RATE, months, "equal-instalment", START)


def numpy_schedule(months: int) -> Work:
    """The same rows from numpy-financial: payment, interest and principal of every period."""

    def rows() -> object:
        rate, periods, loan = float(RATE) / 12, range(1, months + 1), float(LOAN)
        payment = numpy_financial.pmt(rate, months, loan)
        interest = numpy_financial.ipmt(rate, list(periods), months, loan)
        return payment, interest, payment - interest

    return rows


def amortization_rows(months: int) -> Work:
    """The same rows from the PyPI package ``amortization``."""
    return lambda: list(amortization_schedule(float(LOAN), float(RATE), months))


FLOWS = [Decimal(-20000)] + [Decimal("1835.98")] * 12
DATED = [(START + timedelta(days=30 * i), flow) for i, flow in enumerate(FLOWS)]
FLOATS = [float(flow) for flow in FLOWS]
DAYS = [day for day, _ in DATED]
DEBTS = [Account(f"debt {i}", Decimal(5000 + 900 * i), RATE, Decimal(200)) for i in range(5)]

CASES: tuple[tuple[str, Work, tuple[tuple[str, Work], ...]], ...] = (
    (
        "schedule, 36 months",
        our_schedule(36),
        (("numpy-financial", numpy_schedule(36)), ("amortization", amortization_rows(36))),
    ),
    (
        "schedule, 360 months",
        our_schedule(360),
        (("numpy-financial", numpy_schedule(360)), ("amortization", amortization_rows(360))),
    ),
    (
        "irr, 12 flows",
        lambda: irr(FLOWS),
        (
            ("numpy-financial", lambda: numpy_financial.irr(FLOATS)),
            ("pyxirr", lambda: pyxirr.irr(FLOATS)),
        ),
    ),
    ("xirr, 12 flows", lambda: xirr(DATED), (("pyxirr", lambda: pyxirr.xirr(DAYS, FLOATS)),)),
    ("payoff of 5 debts", lambda: plan(DEBTS, Decimal(2000)), ()),
)


def seconds(work: Work) -> float:
    """One run of ``work``; the shortest of three, so that a hiccup does not count."""
    runs = []
    for _ in range(3):
        start = perf_counter()
        work()
        runs.append(perf_counter() - start)
    return min(runs)


def main() -> None:
    """Print a row for each case and library: milliseconds and the ratio ours / theirs."""
    print(f"{'work':<22} {'who':<16} {'ms':>9} {'ours/theirs':>12}")
    for name, ours, others in CASES:
        everyone = (("还清", ours), *others)
        rounds = [[seconds(work) for _, work in everyone] for _ in range(ROUNDS)]
        times = [median(column) for column in zip(*rounds, strict=True)]
        for (who, _), taken in zip(everyone, times, strict=True):
            print(f"{name:<22} {who:<16} {taken * 1000:>9.3f} {times[0] / taken:>12.2f}")


if __name__ == "__main__":
    main()
