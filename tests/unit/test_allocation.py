"""Allocation: every fen of a payment goes somewhere, in the order that was said."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import money

from calculators.finance.allocation import COMPONENTS, allocate, fill, full_order, sequence
from calculators.finance.money import total

D = Decimal
STATUTE = ("costs", "interest", "principal")  # Civil Code art. 561
owed_amounts = st.fixed_dictionaries(dict.fromkeys(COMPONENTS, money))


@given(money, owed_amounts, st.permutations(COMPONENTS))
def test_parts_and_rest_are_the_payment(payment: D, owed: dict[str, D], order: list[str]) -> None:
    split = allocate(payment, owed, order)
    assert total(split.parts.values()) + split.left == payment
    assert list(split.parts) == order
    unpaid = False
    for name in order:
        assert 0 <= split.parts[name] <= owed[name]
        assert not (unpaid and split.parts[name])  # nothing is paid after something unpaid
        unpaid = unpaid or split.parts[name] < owed[name]
    assert not (unpaid and split.left)


def test_the_statute_puts_costs_and_interest_before_principal() -> None:
    owed = {"principal": D(1000), "penalty": D(30), "interest": D(50), "costs": D(20)}
    split = allocate(D(110), owed, full_order(STATUTE))
    assert split.parts == {
        "costs": D(20),
        "interest": D(50),
        "penalty": D(30),
        "principal": D(10),
    }
    assert split.left == 0


def test_a_contract_may_put_principal_first() -> None:
    owed = {"principal": D(1000), "interest": D(50)}
    split = allocate(D(110), owed, ["principal", "interest"])
    assert split.parts == {"principal": D(110), "interest": D(0)}


def test_penalty_interest_is_interest_where_an_order_does_not_name_it() -> None:
    assert full_order(STATUTE) == COMPONENTS
    assert full_order(("principal", "interest", "costs")) == (
        "principal",
        "interest",
        "penalty",
        "costs",
    )
    assert full_order(("penalty", "principal", "interest", "costs"))[0] == "penalty"


@pytest.mark.parametrize(
    "order",
    [(), ("costs", "principal"), ("costs", "costs", "interest", "principal"), (*COMPONENTS, "tea")],
)
def test_an_order_that_is_not_whole_is_refused(order: tuple[str, ...]) -> None:
    with pytest.raises(
        ValueError, match=r"^an order names each of costs, interest, penalty, principal once"
    ):
        full_order(order)


def test_something_owed_that_the_order_forgets_is_refused() -> None:
    with pytest.raises(ValueError, match="when costs, penalty is paid"):
        allocate(D(5), {"penalty": D(1), "interest": D(1), "costs": D(1)}, ["interest"])


@pytest.mark.parametrize(("payment", "amounts"), [("-1", []), ("-1", ["5"]), ("1", ["5", "-1"])])
def test_nothing_below_zero(payment: str, amounts: list[str]) -> None:
    with pytest.raises(ValueError, match=r"^a payment and what it is paid on are at least 0"):
        fill(D(payment), [D(amount) for amount in amounts])


def test_nothing_owed_leaves_the_payment() -> None:
    assert fill(D(5), []) == ([], D(5))
    assert fill(D(0), [D(5)]) == ([D(0)], D(0))


def test_the_oldest_instalment_is_cleared_first_by_default() -> None:
    assert sequence(COMPONENTS, 2) == [
        (None, "costs"),
        (0, "interest"),
        (0, "penalty"),
        (0, "principal"),
        (1, "interest"),
        (1, "penalty"),
        (1, "principal"),
    ]


def test_across_pays_one_component_of_all_first() -> None:
    assert sequence(COMPONENTS, 2, across=True) == [
        (None, "costs"),
        (0, "interest"),
        (1, "interest"),
        (0, "penalty"),
        (1, "penalty"),
        (0, "principal"),
        (1, "principal"),
    ]


def test_costs_after_principal_come_at_the_end() -> None:
    order = ("principal", "costs", "interest", "penalty")
    assert sequence(order, 1)[-1] == (None, "costs")
    assert sequence(order, 1, across=True)[0] == (0, "principal")
