"""What the properties are tried on: money in fen, rates, days and whole debts."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from calculators.finance.debt import Charge, Debt, Freeze, Instalment, Payment

FIRST, LAST = date(2023, 1, 1), date(2027, 12, 31)

days = st.dates(FIRST, LAST)
small_money = st.integers(0, 50_000).map(lambda fen: Decimal(fen) / 100)
money = st.integers(0, 100_000_000).map(lambda fen: Decimal(fen) / 100)
loans = st.integers(1, 100_000_000).map(lambda fen: Decimal(fen) / 100)
yearly_rates = st.integers(0, 3_600).map(lambda bp: Decimal(bp) / 10_000)
daily_rates = st.integers(0, 20).map(lambda parts: Decimal(parts) / 10_000)
multiples = st.sampled_from([Decimal(1), Decimal("1.3"), Decimal("1.5")])


@st.composite
def debts(draw: st.DrawFn, *, payments: bool = True) -> Debt:
    """Up to five instalments at any distance, and what may have happened to them."""
    due = draw(st.lists(days, min_size=1, max_size=5))
    orders = st.permutations(["costs", "interest", "penalty", "principal"]).map(tuple)
    paid = st.builds(Payment, days, st.one_of(small_money, money), st.just(()) | orders)
    fees = st.builds(Charge, days, small_money)
    return Debt(
        instalments=tuple(Instalment(day, draw(small_money), draw(small_money)) for day in due),
        daily_rate=draw(daily_rates),
        penalty_multiple=draw(multiples),
        compound=draw(st.booleans()),
        accelerated_on=draw(st.one_of(st.none(), days)),
        payments=tuple(draw(st.lists(paid, max_size=3))) if payments else (),
        order=tuple(draw(st.permutations(["costs", "interest", "penalty", "principal"]))),
        across=draw(st.booleans()),
        charges=tuple(draw(st.lists(fees, max_size=2))),
        daily_charges=tuple(draw(st.lists(fees, max_size=2))),
        freezes=tuple(draw(st.lists(st.builds(Freeze, days, days), max_size=2))),
        grace_days=draw(st.integers(0, 10)),
        grace_reclaimed=draw(st.booleans()),
    )


def after(day: date, number: int) -> date:
    """The day so many days later."""
    return day + timedelta(days=number)
