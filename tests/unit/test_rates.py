"""Rates: every root, no root in silence, and conversions that come back."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import days, loans

from calculators.finance import annuity, rates
from calculators.finance.money import precise, total
from calculators.finance.rates import simple_yearly, xirr
from calculators.finance.roots import log_roots

D = Decimal
flows = st.integers(-100_000, 100_000).map(lambda fen: D(fen) / 100)
dated = st.lists(st.tuples(days, flows), max_size=12)
fractions = st.integers(0, 30_000).map(lambda parts: D(parts) / 10_000)


def signs(values: list[D]) -> int:
    """How often the amounts change their sign."""
    kept = [value for value in values if value]
    return sum(1 for one, other in pairwise(kept) if one * other < 0)


@given(st.lists(flows, max_size=12))
def test_every_rate_found_makes_the_flows_worth_nothing(amounts: list[D]) -> None:
    found = rates.irr(amounts)
    assert list(found.rates) == sorted(found.rates)
    assert len(found.rates) <= signs(amounts)  # Descartes' rule
    for rate in found.rates:
        if abs(rate) < 100:
            size = annuity.npv(rate, [abs(amount) for amount in amounts])
            assert abs(annuity.npv(rate, amounts)) <= size * D("1e-12") / (1 + rate)


@given(st.lists(st.integers(2, 300), min_size=1, max_size=5, unique=True), st.integers(1, 3))
def test_all_roots_put_in_come_out(growths: list[int], step: int) -> None:
    # flows whose value is the product of (x - g): each g / 100 = 1 + rate is a root, none other
    amounts = [D(1)]
    for growth in growths:
        shifted = [*amounts, D(0)]
        for at, amount in enumerate(amounts):
            shifted[at + 1] -= amount * growth / 100
        amounts = shifted
    spread = [D(0)] * ((len(amounts) - 1) * step + 1)
    spread[::step] = amounts
    found = rates.irr(spread).rates
    assert len(found) == len(growths)
    for rate, growth in zip(found, sorted(growths), strict=True):
        assert abs((1 + rate) ** step - D(growth) / 100) < D("1e-10")


def test_two_roots_that_meet_are_found_once() -> None:
    # 100 (x - 1.1)^2
    assert rates.irr([D(-100), D(220), D(-121)]).rates == (D("0.1"),)


@pytest.mark.parametrize("scale", ["1e-10", "1e20"])
def test_what_counts_as_meeting_does_not_depend_on_the_amounts(scale: str) -> None:
    assert rates.irr([D(scale) * part for part in (-100, 220, -121)]).rates == (D("0.1"),)


def test_a_root_that_only_nearly_exists_is_not_invented() -> None:
    assert rates.irr([D(-100), D("219.99"), D(-121)]).no_solution
    assert len(rates.irr([D(-100), D("220.01"), D(-121)]).rates) == 2


@pytest.mark.parametrize("amounts", [[], ["0", "0"], ["5"], ["-1", "-2"], ["3", "0", "4"]])
def test_one_sign_has_no_rate(amounts: list[str]) -> None:
    found = rates.irr([D(amount) for amount in amounts])
    assert found.no_solution
    assert found.chosen is None


@pytest.mark.parametrize(
    ("found", "chosen"),
    [
        (("-0.5", "-0.1"), "-0.1"),
        (("-0.01", "0.25", "4"), "0.25"),
        (("0", "0.2"), "0"),
        (("-0.9",), "-0.9"),
    ],
)
def test_the_lowest_rate_that_is_not_negative_comes_first(
    found: tuple[str, ...], chosen: str
) -> None:
    roots = rates.Roots(tuple(D(rate) for rate in found))
    assert roots.chosen == D(chosen)
    assert not roots.no_solution


def test_roots_outside_the_range_are_left_out_and_the_range_is_stated() -> None:
    # one yuan that becomes 1e19 in a period, and one of which a ten millionth comes back
    assert rates.irr([D(-1), D("1e19")]) == rates.Roots((), rates.LOWEST, rates.HIGHEST)
    assert rates.irr([D(-1), D("1e-7")]).no_solution
    assert rates.irr([D(-1), D("1e17")]).rates == (D("1e17") - 1,)
    assert rates.irr([D(-1), D("1e-5")]).rates == (D("-0.99999"),)


def test_the_ends_of_a_range_are_part_of_it() -> None:
    with precise():
        terms = [(0, D(-1)), (1, D(1))]  # x = 1, its logarithm 0
        assert log_roots(terms, D(0), D(1)) == [0]
        assert log_roots(terms, D(-1), D(0)) == [0]
        assert log_roots(terms, D("0.1"), D(1)) == []


@given(dated)
def test_every_yearly_rate_found_makes_dated_flows_worth_nothing(
    amounts: list[tuple[date, D]],
) -> None:
    for rate in rates.xirr(amounts).rates:
        if D("-0.9") < rate < 100:
            size = rates.xnpv(rate, [(day, abs(amount)) for day, amount in amounts])
            assert abs(rates.xnpv(rate, amounts)) <= size * D("1e-12")


@given(loans.filter(lambda amount: amount > 1), fractions, st.integers(1, 2000))
def test_one_payment_back_has_the_rate_it_was_made_with(loan: D, rate: D, later: int) -> None:
    start = date(2024, 1, 1)
    end = date.fromordinal(start.toordinal() + later)
    with precise():
        repaid = loan * (1 + rate) ** (D(later) / 365)
    (found,) = rates.xirr([(end, repaid), (start, -loan)]).rates
    assert abs(found - rate) < D("1e-15")


def test_flows_of_one_day_are_added_up() -> None:
    day = date(2026, 3, 1)
    assert rates.xirr([(day, D(-100)), (day, D(110))]).no_solution
    later = (date(2027, 3, 1), D(110))
    assert rates.xirr([(day, D(-60)), (day, D(-40)), later]).rates == (D("0.1"),)


def test_day_counts_change_the_rate() -> None:
    terms = [(date(2026, 1, 1), D(-360)), (date(2026, 12, 27), D(396))]  # 360 days
    assert rates.xirr(terms, "actual/360").rates == (D("0.1"),)
    assert rates.xirr(terms).rates[0] > D("0.1")
    assert rates.xnpv(D("0.1"), terms, "actual/360") == pytest.approx(D(0))


@given(st.integers(1, 48), loans, st.integers(0, 300).map(lambda bp: D(bp) / 10_000), st.booleans())
def test_the_rate_of_a_level_payment_comes_back(
    periods: int, present: D, rate: D, begin: bool
) -> None:
    payment = annuity.pmt(rate, periods, present, D(5), begin=begin)
    found = rates.rate(periods, payment, present, D(5), begin=begin).rates
    if periods > 1 or not begin:
        assert min(abs(one - rate) for one in found) < D("1e-12")


@given(fractions, st.sampled_from([1, 2, 4, 12, 365]))
def test_compounding_and_back(rate: D, periods: int) -> None:
    assert abs(rates.nominal(rates.effective(rate, periods), periods) - rate) < D("1e-20")


@pytest.mark.parametrize(("rate", "periods"), [("-0.01", 12), ("0.1", 0)])
def test_what_cannot_be_compounded_is_refused(rate: str, periods: int) -> None:
    for convert in (rates.effective, rates.nominal):
        with pytest.raises(ValueError, match=r"^compounding needs"):
            convert(D(rate), periods)


def test_growth_over_several_periods() -> None:
    assert rates.growth(2, D(100), D(121)) == pytest.approx(D("0.1"))


@pytest.mark.parametrize(
    ("value", "kind", "days_in_year", "expected"),
    [
        # 日息万分之五: 0.0005 x 365 = 0.1825 a year, a twelfth of it a month
        ("0.0005", "daily", 365, ("0.0005", "0.015208333333", "0.1825")),
        ("0.0005", "daily", 360, ("0.0005", "0.015", "0.18")),
        ("0.015", "monthly", 365, ("0.000493150685", "0.015", "0.18")),
        ("0.18", "annual-simple", 360, ("0.0005", "0.015", "0.18")),
    ],
)
def test_a_quote_in_all_its_forms(
    value: str, kind: str, days_in_year: int, expected: tuple[str, ...]
) -> None:
    found = rates.quote(D(value), kind, days_in_year)
    got = (found.daily, found.monthly, found.annual_simple)
    assert [part.quantize(D("1e-12")) for part in got] == [
        D(part).quantize(D("1e-12")) for part in expected
    ]
    assert found.annual_effective == rates.effective(found.annual_simple, 12)


@given(fractions, st.sampled_from(["daily", "monthly", "annual-simple", "annual-effective"]))
def test_an_effective_rate_comes_back(value: D, kind: str) -> None:
    first = rates.quote(value, kind)
    again = rates.quote(first.annual_effective, "annual-effective")
    assert abs(again.annual_simple - first.annual_simple) < D("1e-15") * (1 + first.annual_simple)


def test_an_instalment_fee_is_dearer_than_it_looks() -> None:
    # 0.6% a month on the first amount for 12 months: 7.2% by its name
    found = rates.quote(D("0.006"), "instalment-fee", months=12)
    month = found.monthly
    with precise():
        payments = [-(1 / D(12) + D("0.006"))] * 12
    assert abs(annuity.npv(month, [D(1), *payments])) < D("1e-15")
    assert D("0.13") < found.annual_simple < D("0.14")
    assert rates.quote(D(0), "instalment-fee", months=12).annual_simple == 0
    assert rates.instalment_fee(D("0.01"), 1).rates == (D("0.01"),)


def test_a_quote_is_for_365_days_and_12_months_unless_told_otherwise() -> None:
    assert rates.quote(D("0.001"), "daily").annual_simple == D("0.365")
    a_year = rates.quote(D("0.006"), "instalment-fee", months=12)
    assert rates.quote(D("0.006"), "instalment-fee") == a_year


@pytest.mark.parametrize(("fee", "months"), [("-0.001", 12), ("0.006", 0)])
def test_no_fee_below_zero_and_no_plan_without_months(fee: str, months: int) -> None:
    with pytest.raises(ValueError, match=r"^an instalment fee needs"):
        rates.instalment_fee(D(fee), months)


@pytest.mark.parametrize(("value", "kind"), [("-0.1", "daily"), ("0.1", "weekly")])
def test_unknown_or_negative_quotes_are_refused(value: str, kind: str) -> None:
    with pytest.raises(ValueError, match="known kind"):
        rates.quote(D(value), kind)


def test_a_long_loan_is_one_root() -> None:
    amounts = [D(300_000), *[D("-1610.46")] * 360]
    (found,) = rates.irr(amounts).rates
    assert abs(annuity.npv(found, amounts)) < D("1e-8")
    assert total(amounts) < 0 < found


@settings(max_examples=40)
@given(
    st.integers(1, 10**7),
    st.lists(st.tuples(st.integers(1, 700), st.integers(1, 10**6)), min_size=1, max_size=8),
)
def test_a_simple_rate_pays_the_debt_off_to_nothing_in_fractions(
    received: int, paid: list[tuple[int, int]]
) -> None:
    """Walked forward exactly: interest of the days on what is owed, then the payment."""
    day, flows = date(2024, 1, 1), [(date(2024, 1, 1), Decimal(received))]
    for gap, amount in paid:
        day += timedelta(gap)
        flows.append((day, Decimal(-amount)))
    found = simple_yearly(flows)
    assert found is not None
    assert found > -Fraction(365, max(gap for gap, _ in paid))

    def left(rate: Fraction) -> Fraction:
        owed = Fraction(received)
        for gap, amount in paid:
            owed = owed * (1 + rate * gap / 365) - amount
        return owed

    width = Fraction(1, 10**15) * max(1, abs(Fraction(found)))
    assert left(Fraction(found) - width) <= 0 <= left(Fraction(found) + width)


@given(st.integers(1, 10**7), st.integers(1, 10**7), st.integers(1, 3000))
def test_a_single_sum_costs_cost_over_principal_by_actual_days(
    lent: int, paid: int, gap: int
) -> None:
    start = date(2024, 1, 1)
    found = simple_yearly([(start, Decimal(lent)), (start + timedelta(gap), Decimal(-paid))])
    assert found is not None
    assert abs(Fraction(found) - (Fraction(paid, lent) - 1) * 365 / gap) < Fraction(1, 10**15)
    if gap == 365:
        assert abs(
            found
            - (xirr([(start, Decimal(lent)), (start + timedelta(365), Decimal(-paid))]).chosen or 0)
        ) < Decimal("1e-15")


def test_a_simple_rate_by_hand() -> None:
    lent = (date(2025, 11, 25), Decimal(10000))
    assert simple_yearly([lent, (date(2026, 11, 25), Decimal(-12500))]) == Decimal("0.25")
    assert simple_yearly([lent, (date(2025, 11, 25), Decimal(-1))]) is None
    # half of the interest after half of the days, then the rest: 12 % all along
    halves = [
        lent,
        (date(2026, 4, 7), Decimal("-437.26")),
        (date(2026, 11, 25), Decimal("-10762.74")),
    ]
    assert round(simple_yearly(halves) or 0, 6) == Decimal("0.120000")
