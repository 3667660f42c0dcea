"""Tariffs in brackets: the court fees of 诉讼费用交纳办法."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import rules
from calculators.rules import Bracket, Scale

TODAY = date(2026, 11, 23)
TARIFFS = ("court-fee-property", "court-fee-enforcement", "court-fee-preservation")

# Worked by hand from articles 13 and 14; columns are property, enforcement and preservation.
# 400 000 yuan is the example the court of 七台河 published (7 300 yuan).
WORKED = {
    "0": ("50", "50", "30"),
    "1000": ("50", "50", "30"),
    "5000": ("50", "50", "70"),
    "10000": ("50", "50", "120"),
    "30000": ("550", "350", "320"),
    "50000": ("1050", "650", "520"),
    "100000": ("2300", "1400", "1020"),
    "150000": ("3300", "2150", "1270"),
    "200000": ("4300", "2900", "1520"),
    "400000": ("7300", "5900", "2520"),
    "500000": ("8800", "7400", "3020"),
    "5000000": ("46800", "52400", "5000"),
    "30000000": ("191800", "97400", "5000"),
}


def tariff(rule_id: str) -> Scale:
    scale = rules.at(TODAY)[rule_id].value("tariff")
    assert isinstance(scale, Scale)
    return scale


@pytest.mark.parametrize("amount", WORKED)
def test_the_worked_fees(amount: str) -> None:
    fees = tuple(tariff(rule_id).fee(Decimal(amount)) for rule_id in TARIFFS)
    assert fees == tuple(Decimal(fee) for fee in WORKED[amount])


def test_a_fee_is_rounded_to_the_fen() -> None:
    """2.5 per cent of the 0.20 yuan over 10 000 is 0.005: half a fen goes up."""
    assert tariff("court-fee-property").fee(Decimal("10000.20")) == Decimal("50.01")


# A payment order costs a third of the property fee; the quotients are rounded to the fen.
@pytest.mark.parametrize(
    ("amount", "fee"),
    [
        ("5000", "16.67"),
        ("30000", "183.33"),
        ("50000", "350"),
        ("100000", "766.67"),
        ("200000", "1433.33"),
        ("500000", "2933.33"),
    ],
)
def test_a_payment_order_costs_a_third(amount: str, fee: str) -> None:
    divisor = rules.at(TODAY)["court-fee-payment-order"].number("divisor_of_property_fee")
    third = tariff("court-fee-property").fee(Decimal(amount)) / divisor
    assert round(third, 2) == Decimal(fee)


def test_no_tariff_before_2007() -> None:
    with pytest.raises(rules.NotInForce):
        rules.at(date(2007, 3, 31))["court-fee-property"].value("tariff")


def test_no_fee_for_less_than_nothing() -> None:
    with pytest.raises(ValueError, match="at least 0"):
        tariff("court-fee-property").fee(Decimal("-0.01"))


@pytest.mark.parametrize("rule_id", TARIFFS)
@given(st.decimals(0, 40_000_000, places=2), st.decimals(0, 1_000_000, places=2))
def test_a_larger_amount_never_costs_less_and_no_bracket_jumps(
    rule_id: str, amount: Decimal, more: Decimal
) -> None:
    scale = tariff(rule_id)
    dearest = max(bracket.rate for bracket in scale.brackets)
    step = scale.fee(amount + more) - scale.fee(amount)
    assert 0 <= step <= dearest * more + Decimal("0.01")


def test_a_flat_part_counts_once_its_bracket_is_entered() -> None:
    zero, ten = Decimal(0), Decimal(10)
    scale = Scale((Bracket(zero, ten, ten, zero), Bracket(ten, None, ten, Decimal("0.1"))))
    assert [scale.fee(Decimal(n)) for n in (10, 11, 20)] == [10, Decimal("20.1"), 21]
