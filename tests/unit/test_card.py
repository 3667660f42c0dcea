"""A card's bill against a second way of reckoning it: every day by itself, in whole fen."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.finance.card import Basis, CardTerms, card, late_fee, minimum_due, next_on, on_day

RATE, TENTH, LATE = Decimal("0.0005"), Decimal("0.1"), Decimal("0.05")
STATEMENT, DUE, NEXT = date(2026, 9, 5), date(2026, 9, 25), date(2026, 10, 5)
Sums = list[tuple[date, Decimal]]


def terms(basis: Basis = "whole", **more: object) -> CardTerms:
    return CardTerms(5, 25, RATE, basis, TENTH, LATE, **more)  # type: ignore[arg-type]


def one_bill(basis: Basis, bought: Sums, paid: Sums, on: date) -> Fraction:
    """The interest of one bill not paid in full, a day at a time."""

    def spent(day: date) -> Fraction:
        return sum((Fraction(a) for d, a in bought if d <= day), Fraction())

    def owed(day: date) -> Fraction:
        came = sum((Fraction(a) for d, a in paid if d <= day), Fraction())
        return max(Fraction(), spent(day) - came)

    asked = owed(STATEMENT)
    missing = owed(DUE)
    if missing == 0:
        return Fraction()
    cost, day = Fraction(), min(d for d, _ in bought)
    while day < on:
        part = missing / asked if basis != "whole" and day <= DUE else Fraction(1)
        of = spent(day) if basis == "posted" and day <= DUE else owed(day)
        cost += of * part * Fraction(RATE)
        day += timedelta(days=1)
    return cost


purchases = st.lists(
    st.tuples(
        st.dates(date(2026, 8, 6), STATEMENT),
        st.decimals("1", "20000", places=2),
    ),
    min_size=1,
    max_size=6,
)
payments = st.lists(
    st.tuples(
        st.dates(STATEMENT + timedelta(days=1), date(2026, 9, 26)),
        st.decimals("1", "9000", places=2),
    ),
    max_size=4,
)
days = st.dates(date(2026, 9, 26), NEXT)


@given(st.sampled_from(["whole", "unpaid", "posted"]), purchases, payments, days)
def test_one_bill_a_day_at_a_time(basis: Basis, bought: Sums, paid: Sums, on: date) -> None:
    came = [(d, a) for d, a in paid if d <= on]
    found = card(CardTerms(5, 25, RATE, basis, TENTH, Decimal(0)), bought, came, on)
    wanted = one_bill(basis, bought, came, on)
    # What was paid too much is set against the interest, so the whole account is compared.
    account = Fraction(found.total_due - found.overpaid)
    charged = account - sum(Fraction(a) for _, a in bought) + sum(Fraction(a) for _, a in came)
    assert abs(charged - wanted) <= Fraction(1, 200)


@given(purchases, payments, st.integers(0, 400))
def test_every_yuan_is_somewhere(bought: Sums, paid: Sums, later: int) -> None:
    """What is owed is what was bought and charged, less what was paid."""
    on = date(2026, 9, 26) + timedelta(days=later)
    found = card(terms(), bought, paid, on)
    charged = found.total_due - found.overpaid - sum(a for _, a in bought) + sum(a for _, a in paid)
    assert charged >= 0
    if sum(a for d, a in paid if d <= DUE) >= sum(a for _, a in bought):
        assert charged == 0


@given(purchases, payments, days)
def test_the_unpaid_part_never_costs_more_than_the_whole(
    bought: Sums, paid: Sums, on: date
) -> None:
    ways: tuple[Basis, ...] = ("whole", "posted", "unpaid")
    whole, posted, unpaid = (card(terms(way), bought, paid, on) for way in ways)
    assert unpaid.interest <= posted.interest <= whole.interest
    assert unpaid.late_fee == posted.late_fee == whole.late_fee


@given(purchases, st.integers(0, 300))
def test_a_day_more_never_owes_less(bought: Sums, later: int) -> None:
    on = date(2026, 9, 26) + timedelta(days=later)
    now, then = (card(terms(), bought, [], day) for day in (on, on + timedelta(days=1)))
    assert then.total_due >= now.total_due


@pytest.mark.parametrize(
    ("balance", "principal", "missed", "limit", "floor", "wanted"),
    [
        ("5000", "5000", "0", None, "0", "500.00"),  # 10 %
        ("5000", "5000", "0", "4000", "0", "1500.00"),  # 500 + 1000 over the limit
        ("5000", "5000", "0", "5000", "0", "500.00"),  # at the limit is not over it
        ("5155", "5000", "500", None, "0", "1155.00"),  # 500 + 155 charged + 500 missed
        ("300", "300", "0", None, "100", "100.00"),  # the floor
        ("60", "60", "0", None, "100", "60.00"),  # no more than the bill
        ("1.23", "1.23", "0", None, "0", "0.13"),  # 0.123, up to the fen
        ("0", "0", "0", None, "100", "0.00"),  # nothing owed, nothing asked
        ("1000", "800", "0", None, "0", "280.00"),  # 80 + 200 of interest and fees
        ("1000", "1000", "950", None, "0", "1000.00"),  # 100 + 950, no more than the bill
    ],
)
def test_minimum(  # noqa: PLR0917
    balance: str, principal: str, missed: str, limit: str | None, floor: str, wanted: str
) -> None:
    rules = terms(limit=limit and Decimal(limit), minimum_floor=Decimal(floor))
    found = minimum_due(rules, Decimal(balance), Decimal(principal), Decimal(missed))
    assert found == Decimal(wanted)


@pytest.mark.parametrize(
    ("minimum", "paid", "floor", "grace", "wanted"),
    [
        ("500", "0", "0", "0", "25.00"),
        ("500", "300", "0", "0", "10.00"),
        ("500", "300", "20", "0", "20.00"),  # 10 is under the least fee
        ("500", "500", "20", "0", "0.00"),  # nothing missing, no least fee
        ("500", "900", "20", "0", "0.00"),
        ("500", "490", "0", "10", "0.00"),  # ten yuan are let pass
        ("500", "489.99", "0", "10", "0.50"),  # 10.01 x 5 % = 0.5005
        ("0.50", "0", "0", "0", "0.03"),  # 0.025, half up
    ],
)
def test_late_fee(minimum: str, paid: str, floor: str, grace: str, wanted: str) -> None:
    rules = terms(late_fee_floor=Decimal(floor), grace_amount=Decimal(grace))
    assert late_fee(rules, Decimal(minimum), Decimal(paid)) == Decimal(wanted)


@pytest.mark.parametrize(
    ("after", "day", "wanted"),
    [
        (date(2026, 9, 5), 25, date(2026, 9, 25)),
        (date(2026, 8, 20), 8, date(2026, 9, 8)),
        (date(2026, 12, 20), 20, date(2027, 1, 20)),  # the same day is the next month's
        (date(2026, 12, 5), 4, date(2027, 1, 4)),
        (date(2026, 1, 31), 31, date(2026, 2, 28)),  # a short month's last day
        (date(2028, 1, 31), 31, date(2028, 2, 29)),
        (date(2026, 2, 28), 31, date(2026, 3, 31)),  # and back to the 31st
    ],
)
def test_days_of_the_month(after: date, day: int, wanted: date) -> None:
    assert next_on(after, day) == wanted
    assert on_day(wanted.year, wanted.month, day) == wanted


def test_what_happens_later_is_refused() -> None:
    with pytest.raises(ValueError, match="before what happened"):
        card(terms(), [(NEXT, Decimal(1))], [], STATEMENT)


def test_a_new_purchase_on_a_late_card_keeps_its_own_time() -> None:
    """1,000 bought after the bill costs nothing before its own bill is late."""
    old, new = (date(2026, 8, 10), Decimal(3000)), (date(2026, 9, 9), Decimal(1000))
    alone, both = (card(terms(), bought, [], NEXT) for bought in ([old], [old, new]))
    assert both.interest == alone.interest
    assert both.total_due == alone.total_due + 1000


def test_what_was_overpaid_goes_to_the_interest_of_the_next_bill() -> None:
    """3,000 for 49 days before 28 Sep is 73.50, and 15 of late fee; 3,100 came: 11.50 are left."""
    bought = [(date(2026, 8, 10), Decimal(3000))]
    found = card(terms(), bought, [(date(2026, 9, 28), Decimal(3100))], NEXT + timedelta(days=1))
    assert found.total_due == 0
    assert found.overpaid == Decimal("11.50")


@given(purchases, payments, st.integers(0, 200))
def test_nobody_owes_and_has_overpaid_at_once(bought: Sums, paid: Sums, later: int) -> None:
    found = card(terms(), bought, paid, date(2026, 9, 26) + timedelta(days=later))
    assert found.total_due == 0 or found.overpaid == 0


def test_what_was_missed_of_a_minimum_is_in_the_next_but_not_twice() -> None:
    """Of 500 yuan 300 came: 200 more. Of the next 792.75 nothing: 670, for 122.75 are charged as such."""
    bought = [(date(2026, 8, 20), Decimal(5000))]
    paid = [(date(2026, 9, 20), Decimal(300))]
    bills = card(terms(), bought, paid, date(2026, 11, 6)).bills
    assert [bill.minimum for bill in bills] == list(map(Decimal, ("500.00", "792.75", "1376.99")))
    # 150 after the due day go to the oldest bill's principal: 50 of it are still missed.
    late = [*paid, (date(2026, 9, 28), Decimal(150))]
    _, bill = card(terms(), bought, late, date(2026, 10, 6)).bills
    assert bill.minimum - bill.interest - bill.late_fee == Decimal("455.00") + 50
    # 250 more than was missed: none is.
    late = [*paid, (date(2026, 9, 28), Decimal(450))]
    _, bill = card(terms(), bought, late, date(2026, 10, 6)).bills
    assert bill.minimum - bill.interest - bill.late_fee == Decimal("425.00")


def test_a_payment_goes_to_a_bills_interest_then_its_fee_then_its_principal() -> None:
    """The bill of 5 October holds 5,000 of the bill before, 115 of interest and 25 of late fee."""
    bought = [(date(2026, 8, 20), Decimal(5000)), (date(2026, 9, 6), Decimal(70))]
    after = date(2026, 10, 10)

    def left(amount: int) -> tuple[Decimal, Decimal, Decimal]:
        found = card(terms(), bought, [(date(2026, 10, 6), Decimal(amount))], after)
        assert (found.bills[1].interest, found.bills[1].late_fee) == (115, 25)
        return found.principal_due, found.interest, found.late_fee

    none = left(5000)
    assert [none[i] - left(5000 + 100)[i] for i in range(3)] == [0, 100, 0]
    assert [none[i] - left(5000 + 120)[i] for i in range(3)] == [0, 115, 5]
    assert [none[i] - left(5000 + 150)[i] for i in range(3)] == [10, 115, 25]


def test_what_is_missing_within_the_small_difference_costs_nothing() -> None:
    bought, paid = [(date(2026, 8, 10), Decimal(1000))], [(date(2026, 9, 20), Decimal(995))]
    found = card(terms(grace_amount=Decimal(10)), bought, paid, NEXT + timedelta(days=1))
    assert (found.total_due, found.interest, found.late_fee) == (5, 0, 0)


def test_a_bills_time_may_end_on_the_day_before_the_next_bill() -> None:
    usual = CardTerms(5, 4, RATE, "whole", TENTH, LATE)
    assert len(card(usual, [(date(2026, 8, 10), Decimal(1000))], [], date(2026, 10, 6)).bills) == 2


def test_no_bill_is_printed_before_the_first_purchase() -> None:
    assert (
        card(terms(), [(STATEMENT + timedelta(days=1), Decimal(9))], [], date(2026, 9, 8)).bills
        == ()
    )


def test_a_bill_is_printed_after_its_day_and_holds_what_was_bought_on_it() -> None:
    bought = [(STATEMENT, Decimal(800))]
    assert card(terms(), bought, [], STATEMENT).bills == ()
    (bill,) = card(terms(), bought, [], STATEMENT + timedelta(days=1)).bills
    assert (bill.statement, bill.balance) == (STATEMENT, 800)


def test_a_payment_on_a_statement_day_is_one_on_the_bill_before() -> None:
    bought = [(date(2026, 8, 10), Decimal(3000))]
    paid = [(STATEMENT, Decimal(7)), (date(2026, 9, 20), Decimal(50)), (NEXT, Decimal(30))]
    first, second = card(terms(), bought, paid, NEXT + timedelta(days=1)).bills
    assert (first.paid, second.paid) == (80, 0)
    (first,) = card(terms(), bought, paid, NEXT).bills
    assert first.paid == 80


def test_what_was_overpaid_is_set_against_the_interest_that_runs() -> None:
    """1,000 for 48 days are 24, and 5 of late fee; of 2,000 the rest is 971."""
    bought, paid = [(date(2026, 8, 10), Decimal(1000))], [(date(2026, 9, 27), Decimal(2000))]
    found = card(terms(), bought, paid, NEXT)
    assert (found.total_due, found.interest, found.overpaid) == (0, 0, Decimal("971.00"))
