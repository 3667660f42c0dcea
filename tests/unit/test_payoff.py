"""Paying off many debts: minimums first, the money adds up, and no order beats the avalanche."""

from decimal import Decimal
from itertools import permutations
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.finance import payoff
from calculators.finance.money import exact, precise, total
from calculators.finance.payoff import STRATEGIES, Account, minimum_payment, plan, sum_that_works

D = Decimal


def some_debts(count: int) -> st.SearchStrategy[list[Account]]:
    """Up to so many debts of 1 to 20,000 yuan at 0% to 36% with minimums of up to 500 yuan."""
    debt = st.builds(
        Account,
        name=st.uuids().map(str),
        balance=st.integers(100, 2_000_000).map(lambda fen: D(fen) / 100),
        annual_rate=st.integers(0, 3600).map(lambda bp: D(bp) / 10_000),
        minimum=st.integers(0, 50_000).map(lambda fen: D(fen) / 100),
        consequence=st.integers(0, 3),
    )
    return st.lists(debt, min_size=1, max_size=count)


monthly = st.integers(0, 6_000).map(D)
extras = st.dictionaries(st.integers(1, 12), st.integers(0, 5_000).map(D), max_size=2)


@given(some_debts(4), monthly, st.sampled_from(STRATEGIES), extras)
def test_every_month_adds_up(
    debts: list[Account], amount: D, strategy: str, extra: dict[int, D]
) -> None:
    found = plan(debts, amount, strategy, extra)
    before = [debt.balance for debt in debts]
    for number, month in enumerate(found.table, start=1):
        budget = amount + extra.get(number, D(0))
        owed = [one + other for one, other in zip(before, month.interest, strict=True)]
        assert month.number == number
        assert total(month.paid) == min(budget, total(owed))
        for debt, balance, paid, left in zip(debts, owed, month.paid, month.balances, strict=True):
            assert left == balance - paid >= 0
            assert paid >= min(debt.minimum, balance)
        before = list(month.balances)
    assert (found.outcome == "paid") is (not any(before))
    assert found.total_interest == total(sum(month.interest) for month in found.table)
    assert found.months == (len(found.table) if found.outcome == "paid" else None)
    assert len(found.cleared) == sum(1 for balance in before if not balance)


@given(some_debts(4), monthly)
def test_no_order_costs_less_interest_than_the_avalanche(debts: list[Account], amount: D) -> None:
    # without rounding it is exact, up to the 50th digit
    with precise():
        best = plan(debts, amount, round_to=exact)
        if best.outcome != "paid":
            return
        for order in permutations(range(len(debts))):
            ranks = {debt.name: D(order.index(at)) for at, debt in enumerate(debts)}
            with patch.object(payoff, "_rank", lambda debt, _, ranks=ranks: (ranks[debt.name], 0)):
                other = plan(debts, amount, "snowball", round_to=exact)
            # An order that never ends stops being counted early; it has no total to compare.
            assert other.outcome != "paid" or best.total_interest <= other.total_interest + D(
                "1e-30"
            )


@given(some_debts(4), monthly, st.sampled_from(STRATEGIES))
def test_with_rounding_the_avalanche_is_best_to_a_fen_a_debt_and_month(
    debts: list[Account], amount: D, strategy: str
) -> None:
    best, other = plan(debts, amount), plan(debts, amount, strategy)
    if other.months is not None:
        assert best.outcome == "paid"
        assert best.months is not None
        allowed = D("0.01") * len(debts) * (best.months + other.months)
        assert best.total_interest <= other.total_interest + allowed


@given(some_debts(3), monthly, st.integers(1, 500), st.sampled_from(STRATEGIES[:3]))
def test_more_money_never_takes_longer(
    debts: list[Account], amount: D, more: int, strategy: str
) -> None:
    less, more_plan = plan(debts, amount, strategy), plan(debts, amount + more, strategy)
    if less.months is not None:
        assert more_plan.months is not None
        assert more_plan.months <= less.months


def two() -> list[Account]:
    """A small debt at a low rate, and a large one at a high rate."""
    return [
        Account("small", D(1000), D("0.06"), D(50), consequence=1),
        Account("large", D(5000), D("0.24"), D(100), consequence=0),
    ]


@pytest.mark.parametrize(
    ("strategy", "first_month"),
    [
        ("avalanche", ("50", "450")),
        ("snowball", ("400", "100")),
        ("consequence", ("400", "100")),
        # 350 spare, shared by 955 and 5000 of what is owed above the minimums
        ("proportional", ("106.13", "393.87")),
    ],
)
def test_where_the_spare_money_goes(strategy: str, first_month: tuple[str, str]) -> None:
    found = plan(two(), D(500), strategy)
    assert found.table[0].interest == (D("5.00"), D("100.00"))
    assert found.table[0].paid == tuple(D(paid) for paid in first_month)
    assert (found.outcome, found.strategy) == ("paid", strategy)


def test_ties_go_to_the_smaller_the_dearer_and_the_first() -> None:
    def first_paid(one: Account, other: Account, strategy: str) -> int:
        paid = plan([one, other], D(100), strategy).table[0].paid
        return paid.index(max(paid))

    big, small = Account("a", D(2000), D("0.1")), Account("b", D(1000), D("0.1"))
    assert first_paid(big, small, "avalanche") == 1
    cheap, dear = Account("a", D(2000), D("0.1")), Account("b", D(2000), D("0.2"))
    assert first_paid(cheap, dear, "snowball") == 1
    assert first_paid(cheap, dear, "consequence") == 1
    assert first_paid(big, Account("b", D(2000), D("0.1")), "snowball") == 0


def test_the_minimum_of_a_cleared_debt_rolls_on() -> None:
    debts = [Account("a", D(100), D(0), D(100)), Account("b", D(400), D(0), D(50))]
    found = plan(debts, D(150))
    assert [month.paid for month in found.table] == [(100, 50), (0, 150), (0, 150), (0, 50)]
    assert found.cleared == (("a", 1), ("b", 4))


def test_an_extra_is_paid_in_its_month() -> None:
    found = plan([Account("a", D(1000), D(0))], D(100), extras={2: D(300)})
    assert [month.paid[0] for month in found.table] == [100, 400, 100, 100, 100, 100, 100]
    assert found.months == 7


def test_an_extra_may_still_save_a_plan_that_stands_still() -> None:
    debt = [Account("a", D(1000), D("0.12"))]
    assert plan(debt, D(10)).outcome == "never"
    saved = plan(debt, D(10), extras={3: D(900)})
    assert saved.outcome == "paid"
    assert plan(debt, D(10), extras={1: D(900)}).outcome == "paid"
    # 20 of interest a month on both, 15 for both: it stands still until the extra has come
    both = [*debt, Account("b", D(1000), D("0.12"))]
    assert len(plan(both, D(15), "proportional", extras={3: D(1)}).table) == 3
    assert plan(both, D(15), "proportional", extras={3: D(1500)}).outcome == "paid"


def test_a_plan_that_grows_for_a_while_is_not_given_up() -> None:
    # the small dear debt goes first; until then the large one grows
    debts = [Account("dear", D(1000), D("0.60")), Account("large", D(10000), D("0.12"))]
    found = plan(debts, D(140))
    assert found.table[0].balances[1] > 10000
    assert found.outcome == "paid"


def test_never_is_said_at_once() -> None:
    found = plan([Account("a", D(20000), D("0.18"))], D(300))
    assert (found.outcome, found.months, len(found.table)) == ("never", None, 1)


@pytest.mark.parametrize("rate", ["0.36", "10"])
def test_a_debt_that_eats_all_the_money_ends_the_plan(rate: str) -> None:
    # the small one would fall for years; the large one's first interest is 300 or more already
    debts = [Account("small", D(9000), D(0)), Account("large", D(10000), D(rate))]
    found = plan(debts, D(300), "snowball")
    assert (found.outcome, len(found.table)) == ("never", 1)
    assert plan(debts, D(301), "snowball").outcome == "never"


def test_an_extra_that_is_past_saves_nothing_more() -> None:
    # interest of 100 a month; the 500 of the first month do not make 50 enough
    debts = [Account("small", D(9000), D(0)), Account("large", D(10000), D("0.12"))]
    found = plan(debts, D(50), "snowball", extras={1: D(500)})
    assert (found.outcome, len(found.table)) == ("never", 2)


def test_less_than_the_minimums_is_said() -> None:
    found = plan(two(), D(149))
    assert (found.outcome, found.months, found.table) == ("below-minimums", None, ())
    assert plan(two(), D(150)).outcome == "paid"
    later = plan(two(), D(100), extras={1: D(500)})
    assert (later.outcome, len(later.table)) == ("below-minimums", 1)


def test_a_hundred_years_is_never() -> None:
    found = plan([Account("a", D(100_000), D(0))], D(1))
    assert (found.outcome, len(found.table)) == ("never", payoff.MOST_MONTHS)


def test_nothing_owed_is_paid() -> None:
    assert plan([], D(0)).outcome == "paid"
    assert plan([Account("a", D(0), D("0.1"))], D(0)).cleared == ()


@given(some_debts(3), st.sampled_from(STRATEGIES), st.integers(1, 60))
def test_the_sum_that_works_works_and_one_yuan_less_does_not(
    debts: list[Account], strategy: str, within: int
) -> None:
    enough = sum_that_works(debts, strategy, within)
    good = plan(debts, enough, strategy)
    assert good.months is not None
    assert good.months <= within
    if enough:
        less = plan(debts, enough - 1, strategy)
        assert less.months is None or less.months > within


def test_the_sum_that_works_is_for_the_strategy_asked() -> None:
    debts = [
        Account("small", D(5000), D(0), D(50)),
        Account("large", D(6000), D("0.36"), D(50)),
    ]

    def least(strategy: str, within: int) -> D:
        """Found by trying one yuan after the other."""
        amounts = map(D, range(100, 2000))
        return next(
            amount
            for amount in amounts
            if (months := plan(debts, amount, strategy).months) is not None and months <= within
        )

    assert sum_that_works(debts, "snowball", 24) == least("snowball", 24)
    assert sum_that_works(debts, "avalanche", 24) == least("avalanche", 24)
    assert least("avalanche", 24) < least("snowball", 24)
    assert sum_that_works(debts) == least("avalanche", 60)


def test_within_one_month_all_is_paid_with_its_interest() -> None:
    assert sum_that_works([Account("a", D(10000), D("0.12"))], within=1) == 10100


@pytest.mark.parametrize(
    ("balance", "least"), [("0", 0), ("0.01", 1), ("1.50", 1), ("60", 1), ("61", 2)]
)
def test_the_sum_that_works_is_whole_yuan_and_nothing_for_nothing(balance: str, least: int) -> None:
    assert sum_that_works([Account("a", D(balance), D(0))]) == least


def test_a_debt_nearly_paid_asks_for_what_is_left_of_it() -> None:
    # 150 + 1.50 - 100 = 51.50 of the first is left, which 60 cover; the second eats up the rest
    debts = [Account("a", D(150), D("0.12"), D(100)), Account("b", D(10000), D("0.12"))]
    found = plan(debts, D(60), extras={1: D(40)})
    assert found.table[-1].balances == (D("51.50"), D("10100.00"))
    assert found.outcome == "never"


def test_a_cleared_debt_asks_for_no_minimum() -> None:
    # the extra clears the first; the second's 5% of interest a month is more than 50
    debts = [Account("a", D(100), D(0), D(100)), Account("b", D(1000), D("0.60"), D(20))]
    found = plan(debts, D(50), extras={1: D(70)})
    assert found.table[0].paid == (100, 20)
    assert found.outcome == "never"


def test_fifty_debts() -> None:
    debts = [Account(str(at), D(1000 + at), D("0.18"), D(10)) for at in range(50)]
    for strategy in STRATEGIES:
        assert len(plan(debts, D(5000), strategy).cleared) == 50


@pytest.mark.parametrize(
    ("balance", "interest", "share", "floor", "minimum"),
    [
        ("5000", "83.29", "0.01", "25", "133.29"),
        ("100", "0", "0.02", "25", "25"),
        ("20", "0.50", "0.1", "25", "20.50"),
        ("100.05", "0", "0.1", "0", "10.01"),
    ],
)
def test_a_cards_minimum(balance: str, interest: str, share: str, floor: str, minimum: str) -> None:
    assert minimum_payment(D(balance), D(interest), D(share), D(floor)) == D(minimum)


def test_an_unknown_strategy_is_refused() -> None:
    with pytest.raises(ValueError, match="lottery"):
        plan(two(), D(500), "lottery")
    with pytest.raises(ValueError, match="lottery"):
        sum_that_works(two(), "lottery")
