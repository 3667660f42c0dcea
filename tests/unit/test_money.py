"""Money: rounding that is named, and splits that add up."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import money

from calculators.finance.money import exact, fen, precise, proportional, split, total, yuan

D = Decimal


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("0.005", "0.01"), ("0.004999", "0.00"), ("109.525", "109.53"), ("-0.005", "-0.01")],
)
def test_half_a_fen_goes_away_from_zero(amount: str, rounded: str) -> None:
    assert fen(D(amount)) == D(rounded)


def test_another_rounding_is_named() -> None:
    assert fen(D("109.525"), ROUND_HALF_EVEN) == D("109.52")
    assert fen(D("0.019"), ROUND_DOWN) == D("0.01")
    assert exact(D("0.019")) == D("0.019")


@pytest.mark.parametrize(
    ("amount", "text"),
    [("1234.5", "1234.50"), ("0", "0.00"), ("-3.005", "-3.01"), ("1E+6", "1000000.00")],
)
def test_yuan_has_two_decimals(amount: str, text: str) -> None:
    assert yuan(D(amount)) == text


def test_nothing_sums_to_a_decimal_zero() -> None:
    assert isinstance(total([]), Decimal)
    assert total([D("0.1"), D("0.2")]) == D("0.3")


def test_solvers_get_fifty_digits_and_give_them_back() -> None:
    with precise():
        assert len((D(1) / 3).as_tuple().digits) == 50
    assert len((D(1) / 3).as_tuple().digits) == 28


def test_the_odd_fen_goes_to_the_earlier_of_equal_shares() -> None:
    assert split(D(100), 3) == [D("33.34"), D("33.33"), D("33.33")]


def test_the_odd_fen_goes_to_the_largest_remainder() -> None:
    # 10.00 by 1 : 2 : 4 is 1.4286, 2.8571, 5.7143: cut to 1.42, 2.85, 5.71, two fen left over;
    # the remainders are 0.86, 0.71 and 0.43 of a fen, so the first two get one each
    assert proportional(D(10), [D(1), D(2), D(4)]) == [D("1.43"), D("2.86"), D("5.71")]


@given(money, st.lists(money, min_size=1, max_size=60))
def test_shares_add_up_and_are_within_a_fen_of_fair(amount: D, weights: list[D]) -> None:
    if not any(weights):
        weights[0] = D(1)
    shares = proportional(amount, weights)
    assert total(shares) == amount
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - amount * weight / total(weights)) < D("0.01")


@pytest.mark.parametrize(
    ("amount", "weights"), [("-1", ["1"]), ("1", []), ("1", ["0", "0"]), ("1", ["3", "-1"])]
)
def test_what_cannot_be_split_is_refused(amount: str, weights: list[str]) -> None:
    with pytest.raises(ValueError, match="a split needs"):
        proportional(D(amount), [D(weight) for weight in weights])
