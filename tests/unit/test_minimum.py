"""Paying the minimum: every month adds up, more money never takes longer, and what never ends says so."""

from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from calculators.finance.minimum import Minimum, interest_of, months_of_minimum
from calculators.finance.money import fen, total

D = Decimal

balances = st.integers(1, 3_000_000).map(lambda fen: D(fen) / 100)
rates = st.integers(0, 3600).map(lambda bp: D(bp) / 10_000)
minimums = st.builds(
    Minimum,
    st.integers(0, 100).map(lambda pc: D(pc) / 100),
    st.integers(0, 300).map(D),
    st.booleans(),
)
sums = st.integers(0, 2_000).map(D)


@given(balances, rates, minimums, sums, sums)
def test_every_month_adds_up(balance: D, rate: D, minimum: Minimum, more: D, fixed: D) -> None:
    months = months_of_minimum(balance, rate, minimum, more, fixed)
    if months is None:
        return
    left = balance
    for month in months:
        owed = left + month.interest
        assert abs(Fraction(month.interest) - Fraction(left) * Fraction(rate) / 12) <= Fraction(
            1, 200
        )
        beside, of = (D(0), owed) if minimum.of_bill else (month.interest, left)
        asked = max(minimum.floor, D("0.01"), beside + fen(of * minimum.share, ROUND_CEILING))
        assert month.paid == min(owed, max(asked + more, fixed))
        left = owed - month.paid
        assert month.balance == left >= 0
    assert left == 0
    assert total(month.paid for month in months) == balance + interest_of(months)


@given(balances, rates, minimums, sums, sums)
def test_more_money_never_takes_longer(
    balance: D, rate: D, minimum: Minimum, more: D, fixed: D
) -> None:
    least = months_of_minimum(balance, rate, minimum)
    better = months_of_minimum(balance, rate, minimum, more, fixed)
    if least is not None:
        assert better is not None
        assert len(better) <= len(least)


def test_interest_alone_never_ends() -> None:
    assert months_of_minimum(D(10_000), D("0.1825"), Minimum(D(0))) is None


def test_a_hundred_years_are_too_long() -> None:
    assert months_of_minimum(D(10_000), D(0), Minimum(D(0), D("8.34"))) is not None
    assert months_of_minimum(D(10_000), D(0), Minimum(D(0), D("8.33"))) is None


def test_the_last_fen_are_asked_without_a_floor() -> None:
    months = months_of_minimum(D("0.05"), D(0), Minimum(D("0.01")))
    assert months is not None
    assert [month.paid for month in months] == [D("0.01")] * 5


def test_a_share_of_the_bill_month_by_month_in_whole_fen() -> None:
    """10,000 yuan at 10 %, at least 100, reckoned apart in integers: when is it down to 100, when paid?

    What has been quoted for it, 36 months and 1,651.57, is the interest until no more than 100 is left, with
    a month of 30 days (1.5 %) and a minimum that is a tenth of balance *and* interest, up to the fen. A
    twelfth of 365 days at 0.05 % costs 26.42 more; a tenth of the balance beside the interest ends sooner.
    """

    def reckoned(of_bill: bool, rate: Fraction) -> list[tuple[int, int]]:
        owed, charged, found = 1_000_000, 0, []
        while owed:
            interest = int(owed * rate + Fraction(1, 2))
            tenth = -(-(owed + interest if of_bill else owed) // 10)
            owed += interest - min(
                owed + interest, max(10_000, tenth + (0 if of_bill else interest))
            )
            charged += interest
            found.append((owed, charged))
        return found

    thirty, twelfth = Fraction(3, 200), Fraction(365 * 5, 12 * 10_000)
    for of_bill, rate, yearly in (
        (True, thirty, "0.18"),
        (True, twelfth, "0.1825"),
        (False, twelfth, "0.1825"),
    ):
        months = months_of_minimum(D(10_000), D(yearly), Minimum(D("0.1"), D(100), of_bill))
        assert months is not None
        wanted = reckoned(of_bill, rate)
        assert [(int(month.balance * 100)) for month in months] == [owed for owed, _ in wanted]
        assert interest_of(months) == D(wanted[-1][1]) / 100
    quoted = reckoned(True, thirty)
    assert next((n, row) for n, row in enumerate(quoted, 1) if row[0] <= 10_000) == (
        36,
        (3_397, 165_157),
    )
    assert (len(quoted), quoted[-1]) == (37, (0, 165_208))
    assert (len(reckoned(True, twelfth)), reckoned(True, twelfth)[35]) == (37, (4_114, 167_799))
    assert (len(reckoned(False, twelfth)), reckoned(False, twelfth)[-1]) == (33, (0, 145_883))
