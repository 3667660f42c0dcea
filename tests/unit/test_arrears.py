"""Arrears: against a clerk who goes day by day, by hand, and by what must always hold."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from naive import book_on
from samples import after, days, debts, loans, money

from calculators.finance.arrears import (
    Outlook,
    above,
    above_line,
    project,
    statement,
    statements,
)
from calculators.finance.debt import Charge, Debt, Freeze, Instalment, Payment, Waiver
from calculators.finance.money import fen, total

D = Decimal
DUE = date(2026, 11, 3)
TODAY = date(2026, 11, 23)


def late(**changes: object) -> Debt:
    """20,000 yuan due on 3 November 2026 at 0.05% a day, one and a half times that when late."""
    terms: dict[str, object] = {
        "instalments": (Instalment(DUE, D(20000)),),
        "daily_rate": D("0.0005"),
        "penalty_multiple": D("1.5"),
    }
    return Debt(**(terms | changes))  # type: ignore[arg-type]


def three(**changes: object) -> Debt:
    """Three instalments of 1,000 and 30 of interest: due on the 10th of August to October 2026."""
    due = [date(2026, month, 10) for month in (8, 9, 10)]
    return late(instalments=tuple(Instalment(day, D(1000), D(30)) for day in due), **changes)


def test_twenty_days_late() -> None:
    state = statement(late(), TODAY)
    assert state.days_overdue == 20
    assert state.penalty_due == D("300.00")  # 20000 x 0.0005 x 1.5 x 20
    assert state.total_due == D("20300.00")
    assert state.cost_per_day == D("15.00")
    assert state.clears_oldest == D("20300.00")


def test_paid_on_its_day_is_in_time() -> None:
    state = statement(late(payments=(Payment(DUE, D(20000)),)), TODAY)
    assert (state.total_due, state.days_overdue, state.cost_per_day) == (0, 0, 0)
    assert statement(late(), DUE).penalty_due == 0
    assert statement(late(), DUE).principal_due == 20000
    assert statement(late(), after(DUE, -1)).total_due == 0


def test_a_day_costs_once_it_is_over_and_a_payment_stops_it() -> None:
    debt = late(payments=(Payment(after(DUE, 10), D(10150)),))
    # 10 days on 20,000 are 150, the payment takes them and 10,000; 10 more days on 10,000 are 75
    state = statement(debt, TODAY)
    assert (state.principal_due, state.penalty_due) == (D(10000), D(75))


def test_penalty_is_on_principal_only_unless_the_contract_says_compound() -> None:
    # to 10 November: 92, 61 and 31 days, 184 in all
    # 1000 x 0.00075 x 184 = 138; compound on 1030 each: 142.14
    assert statement(three(), date(2026, 11, 10)).penalty_due == D("138.00")
    assert statement(three(compound=True), date(2026, 11, 10)).penalty_due == D("142.14")


def test_compound_interest_is_not_charged_on_the_penalty() -> None:
    first, second = statements(late(compound=True), [after(DUE, 10), after(DUE, 20)])
    assert second.penalty_due == 2 * first.penalty_due


def test_lines_are_by_instalment() -> None:
    state = statement(three(), date(2026, 11, 10))
    assert [line.days_overdue for line in state.lines] == [92, 61, 31]
    assert [line.penalty_due for line in state.lines] == [D("69.00"), D("45.75"), D("23.25")]
    assert [line.due_date.month for line in state.lines] == [8, 9, 10]
    assert state.lines[0].total_due == D("1099.00")
    assert (state.interest_due, state.principal_due) == (D(90), D(3000))
    assert state.clears_oldest == D("1099.00")


def test_what_is_not_due_yet_is_told_apart() -> None:
    state = statement(three(), date(2026, 8, 25))
    assert [line.days_overdue for line in state.lines] == [15]
    assert state.principal_ahead == D(2000)
    assert state.interest_running == D("14.52")  # 30 x 15 / 31
    assert state.interest_due == D(30)
    before = statement(three(), date(2026, 7, 10))
    assert (before.principal_ahead, before.interest_running) == (D(3000), D(0))


def test_acceleration_calls_in_the_principal_and_only_the_interest_so_far() -> None:
    debt = three(accelerated_on=date(2026, 8, 25))
    state = statement(debt, date(2026, 8, 25))
    assert state.principal_due == D(3000)
    assert state.interest_due == D("44.52")  # 30, and 30 x 15 / 31 of the second, none of the third
    assert state.principal_ahead == state.interest_running == 0
    assert [line.due_date for line in state.lines] == [date(2026, 8, 10), *[date(2026, 8, 25)] * 2]
    # from that day the penalty is on all of it: 3000 x 0.00075 x 10, after 15 days on the first
    later = statement(debt, date(2026, 9, 4))
    assert later.penalty_due == D("33.75")
    assert statement(debt, date(2026, 12, 1)).interest_due == D("44.52")


def test_acceleration_on_a_due_date_or_after_the_last_changes_nothing_that_is_due() -> None:
    plain = three()
    late_call = replace(plain, accelerated_on=date(2026, 10, 10))
    assert statement(late_call, TODAY) == statement(plain, TODAY)
    assert statement(three(accelerated_on=date(2026, 12, 1)), TODAY) == statement(plain, TODAY)


def test_acceleration_before_the_first_period_leaves_no_interest() -> None:
    state = statement(three(accelerated_on=date(2026, 7, 10)), date(2026, 7, 10))
    assert (state.principal_due, state.interest_due) == (D(3000), D(0))


def test_the_first_period_begins_a_month_before_its_due_date() -> None:
    # 10 July to 10 August: 15 of 31 days, 30 x 15 / 31
    assert statement(three(), date(2026, 7, 25)).interest_running == D("14.52")
    state = statement(three(accelerated_on=date(2026, 7, 25)), date(2026, 7, 25))
    assert (state.principal_due, state.interest_due) == (D(3000), D("14.52"))


def test_money_paid_ahead_waits_for_the_next_due_date() -> None:
    debt = three(payments=(Payment(date(2026, 8, 1), D(1500)),))
    assert statement(debt, date(2026, 8, 9)).credit == D(1500)
    assert statement(debt, date(2026, 8, 10)).credit == D(470)
    state = statement(debt, date(2026, 9, 10))
    # 470 pay the interest of 30 and 440 of principal on the day it falls due
    assert (state.credit, state.principal_due, state.interest_due) == (0, D(560), 0)
    assert state.days_overdue == 0


def test_two_payments_on_one_day_are_one() -> None:
    day = date(2026, 9, 1)
    twice = three(payments=(Payment(day, D(100)), Payment(day, D(200))))
    assert statement(twice, TODAY) == statement(three(payments=(Payment(day, D(300)),)), TODAY)


def test_costs_are_paid_first_by_statute_and_last_where_agreed() -> None:
    charges = (Charge(date(2026, 8, 20), D(50)),)
    paid = (Payment(date(2026, 8, 20), D(60)),)
    first = statement(three(charges=charges, payments=paid), date(2026, 8, 20))
    assert (first.costs_due, first.interest_due) == (0, D(20))
    order = ("principal", "interest", "penalty", "costs")
    last = statement(three(charges=charges, payments=paid, order=order), date(2026, 8, 20))
    assert (last.costs_due, last.principal_due) == (D(50), D(940))
    assert last.total_due == D(940) + D(30) + D("7.50") + D(50)
    assert first.clears_oldest == D(20) + D("7.50") + D(1000)
    unpaid = statement(three(charges=charges), date(2026, 8, 20))
    assert unpaid.clears_oldest == D(50) + D("1037.50")


def test_across_pays_all_interest_before_any_principal() -> None:
    paid = (Payment(date(2026, 10, 10), D(200)),)
    state = statement(three(across=True, payments=paid), date(2026, 10, 10))
    # interest 90; penalty 61 and 30 days of 0.75: 45.75 + 22.50; the rest, 41.75, is principal
    assert (state.interest_due, state.penalty_due, state.principal_due) == (0, 0, D("2958.25"))
    assert [line.principal_due for line in state.lines] == [D("958.25"), D(1000), D(1000)]


def test_a_freeze_costs_nothing_from_its_first_day_until_its_end() -> None:
    debt = late(freezes=(Freeze(after(DUE, 5), after(DUE, 15)),))
    assert statement(debt, TODAY).penalty_due == D(150)
    assert statement(debt, after(DUE, 10)).penalty_due == D(75)
    assert statement(debt, after(DUE, 10)).cost_per_day == 0
    assert statement(debt, after(DUE, 15)).cost_per_day == 15


def test_a_waiver_takes_a_component_or_a_part_of_it() -> None:
    day = after(DUE, 20)
    waived = late(waivers=(Waiver(day, "penalty"),))
    assert statement(waived, TODAY).total_due == D(20000)
    part = late(waivers=(Waiver(day, "penalty", D(100)),))
    assert statement(part, TODAY).penalty_due == D(200)
    more = late(waivers=(Waiver(day, "penalty", D(1000)),))
    assert statement(more, TODAY).total_due == D(20000)
    principal = late(waivers=(Waiver(DUE, "principal", D(5000)),))
    assert statement(principal, TODAY).penalty_due == D(225)
    costs = late(charges=(Charge(DUE, D(80)),), waivers=(Waiver(day, "costs", D(30)),))
    assert statement(costs, TODAY).costs_due == D(50)
    interest = three(waivers=(Waiver(date(2026, 10, 10), "interest", D(40)),))
    lines = statement(interest, TODAY).lines
    assert [line.interest_due for line in lines] == [0, D(20), D(30)]


def test_the_part_above_a_yearly_line() -> None:
    # 300 charged in 20 days; 24% a year of 20,000 is 20000 x 0.24 x 20 / 365 = 263.01
    state = statement(late(), TODAY)
    assert (state.charged, state.base_days) == (D(300), D(400_000))
    assert above_line(state, D("0.24")) == D("36.99")
    assert above_line(state, D("0.24"), 360) == D("33.33")
    assert above_line(state, D("0.36")) == 0


def test_the_line_counts_contract_interest_on_the_base_its_rate_implies() -> None:
    # 30 of interest at 0.0005 a day stand for 60,000 yuan-days; 24% of them is 39.45
    debt = late(instalments=(Instalment(DUE, D(2000), D(30)),))
    state = statement(debt, DUE)
    assert (state.charged, state.base_days) == (D(30), D(60_000))
    assert above_line(state, D("0.24")) == 0
    # with 20 days of penalty, 30: 60 charged against 39.45 + 2000 x 0.24 x 20 / 365 = 26.30
    assert above_line(statement(debt, TODAY), D("0.24")) == 0
    assert above_line(statement(debt, TODAY), D("0.18")) == D("10.68")


def test_the_line_counts_what_was_paid_and_leaves_out_what_was_waived() -> None:
    paid = late(payments=(Payment(TODAY, D(20300)),))
    assert above_line(statement(paid, TODAY), D("0.24")) == D("36.99")
    waived = late(waivers=(Waiver(TODAY, "penalty", D(100)),))
    assert statement(waived, TODAY).charged == D(200)
    charged = late(charges=(Charge(DUE, D(100)),))
    assert above_line(statement(charged, TODAY), D("0.24")) == D("136.99")
    principal = late(waivers=(Waiver(TODAY, "principal", D(100)),))
    assert statement(principal, TODAY).charged == D(300)


def test_charges_add_up_over_instalments_days_and_costs() -> None:
    charges = (Charge(date(2026, 9, 1), D(80)), Charge(date(2026, 11, 1), D(7)))
    state = statement(three(charges=charges), TODAY)
    # 105, 74 and 44 days of 1,000 yuan: 223,000 yuan-days, 167.25 of penalty
    assert state.costs_due == D(87)
    assert state.penalty_due == D("167.25")
    assert state.charged == D(90) + D(87) + D("167.25")
    assert state.base_days == D(180_000) + D(223_000)
    assert state.on == TODAY


def test_without_a_rate_interest_has_no_base_and_is_left_out_of_the_line() -> None:
    debt = late(instalments=(Instalment(DUE, D(2000), D(30)),), daily_rate=D(0))
    state = statement(debt, TODAY)
    assert (state.charged, state.base_days) == (0, D(40_000))
    assert state.total_due == D(2030)


@pytest.mark.parametrize(("charged", "over"), [("10", "0"), ("12.345", "2.35"), ("9", "0")])
def test_above_a_ceiling(charged: str, over: str) -> None:
    assert above(D(charged), D(10)) == D(over)


@given(debts(), days)
def test_the_clerk_who_goes_day_by_day_agrees(debt: Debt, on: date) -> None:
    state, book = statement(debt, on), book_on(debt, on)
    due = [claim for claim in book.claims if claim.due <= on]
    assert state.principal_due == total(claim.principal for claim in due)
    assert state.interest_due == total(claim.interest for claim in due)
    assert state.penalty_due == total(fen(claim.penalty) for claim in due)
    assert state.credit == book.spare
    assert state.principal_ahead == total(c.principal for c in book.claims if c.due > on)


@given(debts(), days, money, st.lists(st.tuples(days, days), max_size=2))
def test_the_clerk_agrees_on_costs_and_freezes(
    debt: Debt, charged_on: date, cost: D, freezes: list[tuple[date, date]]
) -> None:
    debt = replace(
        debt,
        charges=(Charge(charged_on, cost),),
        freezes=tuple(Freeze(*pair) for pair in freezes),
    )
    on = date(2027, 12, 31)
    state, book = statement(debt, on), book_on(debt, on)
    assert state.costs_due == book.costs
    assert state.total_due == book.costs + total(
        claim.principal + claim.interest + fen(claim.penalty)
        for claim in book.claims
        if claim.due <= on
    )


@given(debts(payments=False), days, st.integers(1, 400))
def test_waiting_never_costs_less(debt: Debt, on: date, more: int) -> None:
    today, tomorrow, later = statements(debt, [on, after(on, 1), after(on, 1 + more)])
    assert today.total_due <= tomorrow.total_due <= later.total_due
    assert today.penalty_due <= tomorrow.penalty_due <= later.penalty_due


@given(debts(), days)
def test_paying_what_is_due_clears_it_and_costs_no_more(debt: Debt, on: date) -> None:
    state = statement(debt, on)
    paid = replace(debt, payments=(*debt.payments, Payment(on, state.total_due)))
    cleared = statement(paid, on)
    assert cleared.total_due == 0
    assert cleared.credit == state.credit
    assert cleared.cost_per_day == 0
    assert cleared.days_overdue == 0


@given(debts(), days)
def test_clears_oldest_is_just_enough(debt: Debt, on: date) -> None:
    state = statement(debt, on)
    owing = [at for at, line in enumerate(state.lines) if line.total_due]
    if not owing:
        assert state.clears_oldest == 0
        return
    for short, cleared in ((D(0), True), (D("0.01"), False)):
        payment = Payment(on, state.clears_oldest - short)
        line = statement(replace(debt, payments=(*debt.payments, payment)), on).lines[owing[0]]
        assert (line.total_due == 0) is cleared


@given(debts(), days, loans)
def test_a_payment_is_all_accounted_for(debt: Debt, on: date, amount: D) -> None:
    before = statement(debt, on)
    after_it = statement(replace(debt, payments=(*debt.payments, Payment(on, amount))), on)
    assert before.total_due - after_it.total_due + after_it.credit - before.credit == amount


@given(debts(payments=False), days, days, loans)
def test_paying_earlier_never_costs_more(debt: Debt, one: date, other: date, amount: D) -> None:
    early, later = sorted((one, other))
    on = date(2028, 1, 1)
    plain = replace(debt, order=("costs", "interest", "penalty", "principal"), compound=False)
    totals = [
        statement(replace(plain, payments=(Payment(day, amount),)), on) for day in (early, later)
    ]
    first, second = (state.total_due - state.credit for state in totals)
    assert first <= second + D("0.01") * 2 * len(debt.instalments)  # each penalty rounded twice


@given(debts(), st.lists(days, min_size=1, max_size=5))
def test_many_days_in_one_pass_are_each_day_alone(debt: Debt, on: list[date]) -> None:
    wanted = sorted(set(on))
    assert statements(debt, wanted) == [statement(debt, day) for day in wanted]


@given(debts(), days, money)
def test_a_projection_is_the_statement_of_each_day(debt: Debt, on: date, pay: D) -> None:
    paid = replace(debt, payments=(*debt.payments, Payment(on, pay)))
    points = project(debt, on, 60, step=20, pay=pay)
    states = [statement(paid, after(on, n)) for n in (0, 20, 40, 60)]
    late_charges = [state.penalty_due + state.costs_due for state in states]
    assert points == [
        Outlook(state.on, state.total_due, late - late_charges[0])
        for state, late in zip(states, late_charges, strict=True)
    ]


def test_a_projection_goes_day_by_day_and_pays_nothing_unless_told() -> None:
    points = project(late(), TODAY, 3)
    assert points == [Outlook(after(TODAY, n), D(20300) + 15 * n, D(15) * n) for n in range(4)]


def test_a_projection_counts_costs() -> None:
    debt = late(charges=(Charge(TODAY, D(80)), Charge(after(TODAY, 1), D(7))))
    tomorrow = Outlook(after(TODAY, 1), D(20402), D(22))
    assert project(debt, TODAY, 1) == [Outlook(TODAY, D(20380), D(0)), tomorrow]


def test_what_falls_due_later_is_no_cost_of_waiting() -> None:
    """1,000 more fall due tomorrow; the day adds the penalty of what is late, and no principal."""
    more = replace(late(), instalments=(*late().instalments, Instalment(after(TODAY, 1), D(1000))))
    last = project(more, TODAY, 1)[-1]
    assert (last.total_due, last.added) == (D(21315), D(15))


def test_a_debt_of_no_instalments_owes_nothing() -> None:
    state = statement(Debt((), D("0.0005")), TODAY)
    assert (state.total_due, state.days_overdue, state.clears_oldest) == (0, 0, 0)


@pytest.mark.parametrize(
    "changes",
    [
        {"daily_rate": D("-0.1")},
        {"penalty_multiple": D(-1)},
        {"instalments": (Instalment(DUE, D(-1)),)},
        {"instalments": (Instalment(DUE, D(1), D(-1)),)},
        {"payments": (Payment(DUE, D(-1)),)},
        {"charges": (Charge(DUE, D(-1)),)},
        {"waivers": (Waiver(DUE, "penalty", D(-1)),)},
    ],
)
def test_nothing_of_a_debt_is_below_zero(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"^amounts and rates of a debt are at least 0$"):
        late(**changes)


def test_only_a_component_can_be_waived() -> None:
    with pytest.raises(ValueError, match="no fees, tea to waive"):
        late(waivers=(Waiver(DUE, "tea"), Waiver(DUE, "fees"), Waiver(DUE, "costs")))


def test_an_order_must_be_whole() -> None:
    with pytest.raises(ValueError, match="an order names"):
        late(order=("costs", "principal"))
    three_parts = late(order=("costs", "interest", "principal"), charges=(Charge(DUE, D(1)),))
    assert statement(three_parts, TODAY).total_due == D(20301)


@pytest.mark.parametrize(
    ("days", "free", "reclaimed"),
    [(2, "0", "0"), (3, "0", "0"), (4, "15.00", "60.00"), (10, "105.00", "150.00")],
)
def test_days_of_grace_are_free_or_charged_after_all(days: int, free: str, reclaimed: str) -> None:
    # 20000 x 0.075% = 15 a day; three days of grace
    on = after(DUE, days)
    assert statement(late(grace_days=3), on).penalty_due == D(free)
    assert statement(late(grace_days=3, grace_reclaimed=True), on).penalty_due == D(reclaimed)


def test_what_is_paid_within_the_grace_costs_nothing_and_the_next_day_is_foretold() -> None:
    paid = (Payment(after(DUE, 3), D(20000)),)
    assert statement(late(grace_days=3, grace_reclaimed=True, payments=paid), TODAY).total_due == 0
    last = statement(late(grace_days=3, grace_reclaimed=True), after(DUE, 3))
    assert (last.penalty_due, last.cost_per_day) == (0, D("60.00"))
    assert statement(late(grace_days=3), after(DUE, 2)).cost_per_day == 0


def test_grace_is_each_instalments_own_and_none_is_left_after_acceleration() -> None:
    # to 10 November: 92 - 5, 61 - 5 and 31 - 5 days of 0.75 yuan
    assert statement(three(grace_days=5), date(2026, 11, 10)).penalty_due == D("126.75")
    called = statement(three(grace_days=5, accelerated_on=date(2026, 8, 12)), date(2026, 8, 20))
    # the first: from 15 August, 5 days; the others from 12 August, 8 days
    assert called.penalty_due == D("3.75") + 2 * D("6.00")


def test_a_daily_charge_runs_while_anything_is_due() -> None:
    fee = (Charge(after(DUE, 5), D(2)),)
    state = statement(late(daily_charges=fee), TODAY)
    assert (state.costs_due, state.cost_per_day) == (D(30), D("17.00"))
    assert state.charged == D(330)
    paid = (Payment(after(DUE, 15), D(20000) + 15 * 15 + 10 * 2),)
    assert statement(late(daily_charges=fee, payments=paid), TODAY).total_due == 0


def test_a_payment_may_have_an_order_of_its_own() -> None:
    # 10 days: 150 of penalty. 1,000 on principal first, then 1,000 by the statute's order
    own = Payment(after(DUE, 10), D(1000), ("principal", "interest", "penalty", "costs"))
    state = statement(late(payments=(own, Payment(after(DUE, 10), D(1000)))), after(DUE, 10))
    assert (state.principal_due, state.penalty_due) == (D(18150), D(0))
    assert statement(late(payments=(own,)), after(DUE, 10)).penalty_due == D(150)
    with pytest.raises(ValueError, match="an order names each of"):
        late(payments=(Payment(DUE, D(1), ("principal",)),))
