"""Reasons: what was changed is found again, and what is found comes to the total, by the clerk's book."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from naive import book_on
from samples import days, debts

from calculators.finance.debt import Debt, Instalment, Payment
from calculators.finance.money import fen, total
from calculators.finance.reasons import Reason, later, reasons

D = Decimal
DUE, TODAY = date(2026, 11, 3), date(2026, 11, 23)
STATUTE = ("costs", "interest", "penalty", "principal")
ORDERS = {"statute": STATUTE, "principal-first": ("principal", "interest", "penalty", "costs")}
PLAIN = Debt((Instalment(DUE, D(20000)),), D("0.0005"), D("1.5"))


def owed(debt: Debt, on: date) -> D:
    """The total due, by the clerk who goes day by day."""
    book = book_on(debt, on)
    late = [claim for claim in book.claims if claim.due <= on]
    return book.costs + total(c.principal + c.interest + fen(c.penalty) for c in late)


def changed(debt: Debt, reason: Reason, on: date) -> Debt:
    """The debt with that one change made, worked out apart from the module."""
    at = int(reason.value)
    made: dict[str, Callable[[], Debt]] = {
        "multiple": lambda: replace(debt, penalty_multiple=reason.value),
        "rate": lambda: replace(debt, daily_rate=reason.value),
        "days": lambda: later(debt, -at),
        "both": lambda: later(replace(debt, penalty_multiple=reason.value), -reason.days),
        "grace": lambda: replace(debt, grace_days=0),
        "compound": lambda: replace(debt, compound=not debt.compound),
        "order": lambda: replace(debt, order=ORDERS[reason.name]),
        "payment": lambda: replace(debt, payments=debt.payments[:at] + debt.payments[at + 1 :]),
        "called-in": lambda: replace(debt, accelerated_on=on),
    }
    return made[reason.kind]()


CHANGES = [
    Reason("multiple", D(1)),
    Reason("multiple", D("1.3")),
    Reason("rate", D("0.0004")),
    Reason("days", D(-3)),
    Reason("days", D(1)),
    Reason("compound"),
    Reason("order", name="principal-first"),
    Reason("payment", D(0)),
    Reason("called-in"),
]


@given(debts(), days, st.sampled_from(CHANGES))
def test_the_change_that_was_made_is_among_the_reasons(
    debt: Debt, on: date, change: Reason
) -> None:
    if change.kind == "payment" and not debt.payments:
        return
    if change.kind == "called-in" and debt.accelerated_on:
        return
    if change.kind == "days" and max((on - each.due_date).days for each in debt.instalments) < 3:
        return  # nobody counts fewer days than none
    shown, ours = owed(changed(debt, change, on), on), owed(debt, on)
    if shown != ours:
        assert change in reasons(debt, on, shown, ORDERS)


@given(debts(), days, st.integers(-20_000, 20_000).map(lambda fen: D(fen) / 100))
def test_every_reason_comes_to_the_total(debt: Debt, on: date, apart: D) -> None:
    shown = max(D(0), owed(debt, on) + apart)
    for reason in reasons(debt, on, shown, ORDERS):
        if reason.kind != "ahead":  # instalments of one day have no order among them
            assert owed(changed(debt, reason, on), on) == shown


@pytest.mark.parametrize(
    ("shown", "kinds"),
    [
        ("20200", {("multiple", D(1))}),
        ("20270", {("days", D(-2)), ("rate", D("0.00045"))}),
        ("20315", {("days", D(1))}),
        ("20304.17", {("rate", D("0.0005") * 365 / 360)}),  # 300 x 365 / 360 = 304.1667
        ("20170", {("both", D(1))}),  # 17 days of 10 yuan
        ("20237.77", set()),
    ],
)
def test_what_explains_a_total(shown: str, kinds: set[tuple[str, D]]) -> None:
    found = reasons(PLAIN, TODAY, D(shown), ORDERS)
    assert {(reason.kind, reason.value) for reason in found} == kinds


def test_an_instalment_that_is_not_due_and_a_payment_that_was_not_counted() -> None:
    both = replace(
        PLAIN, instalments=(*PLAIN.instalments, Instalment(date(2026, 12, 3), D(500), D(9)))
    )
    assert Reason("ahead", D(1)) in reasons(both, TODAY, D("20809.00"), ORDERS)
    paid = replace(PLAIN, payments=(Payment(date(2026, 11, 13), D(1000)),))
    assert reasons(paid, TODAY, D("20300.00"), ORDERS) == (Reason("payment", D(0)),)


def test_days_of_grace_that_were_not_given() -> None:
    kind = replace(PLAIN, grace_days=3)
    assert Reason("grace") in reasons(kind, TODAY, D("20300.00"), ORDERS)


@pytest.mark.parametrize(
    ("shown", "reason"),
    [
        ("20405", Reason("days", D(7))),  # 15 yuan a day
        ("20195", Reason("days", D(-7))),
        ("20230", Reason("both", D(1), days=3)),  # 23 days of 10 yuan
        ("20170", Reason("both", D(1), days=-3)),
        ("20030", Reason("rate", D("0.00005"))),
        ("20570", Reason("rate", D("0.00095"))),
        ("20600", Reason("rate", D("0.001"))),
        ("20400", Reason("rate", D("0.24") / 360)),
        ("20394.52", Reason("rate", D("0.24") / 365)),
    ],
)
def test_how_far_a_reason_is_looked_for(shown: str, reason: Reason) -> None:
    assert reason in reasons(PLAIN, TODAY, D(shown), ORDERS)


@pytest.mark.parametrize(
    ("shown", "kind"),
    [
        ("20420", "days"),  # 8 more
        ("20180", "days"),
        ("20160", "both"),  # 16 days of 10 yuan
        ("20312", "both"),  # 24 of 13
        ("20630", "rate"),  # 0.105 % a day
        ("20300", "order"),  # nothing was paid
        ("20300", "called-in"),  # nothing is left to be called in
    ],
)
def test_where_no_reason_is_looked_for(shown: str, kind: str) -> None:
    assert kind not in {each.kind for each in reasons(PLAIN, TODAY, D(shown), ORDERS)}


def test_only_another_order_is_a_reason() -> None:
    paid = replace(PLAIN, payments=(Payment(date(2026, 11, 13), D(100)),), order=STATUTE)
    found = reasons(paid, TODAY, owed(paid, TODAY), ORDERS)
    assert Reason("order", name="statute") not in found


def test_at_most_three_instalments_are_counted_early_and_today_is_not_early() -> None:
    days = [date(2026, 12, 3), date(2027, 1, 3), date(2027, 2, 3), date(2027, 3, 3)]
    coming = (Instalment(TODAY, D(300)), *(Instalment(day, D(500)) for day in days))
    debt = replace(PLAIN, instalments=(*PLAIN.instalments, *coming))

    def found(shown: str) -> set[D]:
        return {
            each.value for each in reasons(debt, TODAY, D(shown), ORDERS) if each.kind == "ahead"
        }

    assert found("20900") == set()
    assert [found(shown) for shown in ("21100", "21600", "22100", "22600")] == [
        {1},
        {2},
        {3},
        set(),
    ]


def test_what_is_called_in_and_which_of_two_payments_was_not_counted() -> None:
    later = replace(PLAIN, instalments=(*PLAIN.instalments, Instalment(date(2026, 12, 3), D(500))))
    assert Reason("called-in") in reasons(later, TODAY, D("20800.00"), ORDERS)
    two = (Payment(date(2026, 11, 13), D(1000)), Payment(date(2026, 11, 14), D(2000)))
    paid = replace(PLAIN, payments=two)
    for at, left in enumerate((two[1:], two[:1])):
        without = owed(replace(PLAIN, payments=left), TODAY)
        assert Reason("payment", D(at)) in reasons(paid, TODAY, without, ORDERS)
