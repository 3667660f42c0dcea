"""Dates: counted from the first, clipped at the month's end."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import days

from calculators.finance import dates

day = date.fromisoformat


def test_a_clipped_date_does_not_stay_clipped() -> None:
    due = dates.due_dates(day("2024-01-31"), 3)
    assert due == [day("2024-02-29"), day("2024-03-31"), day("2024-04-30")]


@given(days, st.integers(-600, 600))
def test_the_day_of_the_month_is_kept_or_is_the_last(first: date, months: int) -> None:
    moved = dates.add_months(first, months)
    assert (moved.year - first.year) * 12 + moved.month - first.month == months
    assert moved.day == min(first.day, monthrange(moved.year, moved.month)[1])


@given(days, st.integers(-60, 600))
def test_months_between_takes_back_what_add_months_added(first: date, months: int) -> None:
    assert dates.months_between(first, dates.add_months(first, months)) == months


@pytest.mark.parametrize(
    ("first", "until", "months"),
    [
        ("2026-01-15", "2026-02-14", 0),
        ("2026-01-15", "2026-02-15", 1),
        ("2026-01-15", "2026-01-14", -1),
        ("2026-01-31", "2026-02-28", 1),
        ("2026-02-28", "2026-03-30", 1),
    ],
)
def test_whole_months(first: str, until: str, months: int) -> None:
    assert dates.months_between(day(first), day(until)) == months


def test_no_due_date_has_come_before_the_first() -> None:
    assert dates.due_count(day("2026-05-10"), day("2025-01-01")) == 0
    assert dates.due_count(day("2026-05-10"), day("2026-06-09")) == 1


@given(days, days)
def test_days_one_way_are_the_days_back(start: date, end: date) -> None:
    assert dates.days_between(start, end) == -dates.days_between(end, start)
    assert dates.days_between(start, start, "30E/360") == 0


@pytest.mark.parametrize(
    ("convention", "expected"),
    [
        ("actual/365", (29, 365)),
        ("actual/360", (29, 360)),
        ("30/360", (29, 360)),
        ("30E/360", (29, 360)),
    ],
)
def test_year_days(convention: str, expected: tuple[int, int]) -> None:
    assert dates.year_days(day("2024-01-31"), day("2024-02-29"), convention) == expected


def test_us_thirty_day_months_count_the_last_of_february_as_the_thirtieth() -> None:
    # day-08 and day-11 of the reference numbers, and a leap year's 28 February, which is not last
    count = dates.days_between
    assert count(day("2007-02-28"), day("2007-03-31"), "30/360") == 30
    assert count(day("2008-02-29"), day("2009-02-28"), "30/360") == 360
    assert count(day("2008-02-28"), day("2008-03-31"), "30/360") == 33
    assert count(day("2007-02-28"), day("2008-02-28"), "30/360") == 358
    assert count(day("2007-03-15"), day("2007-03-31"), "30/360") == 16
    assert count(day("2007-03-30"), day("2007-05-31"), "30/360") == 60


def test_a_leap_year_has_its_own_length_where_asked() -> None:
    fraction = dates.year_fraction(day("2023-07-02"), day("2024-07-01"), "actual/actual")
    assert abs(fraction - (Decimal(183) / 365 + Decimal(182) / 366)) < Decimal("1e-20")


@pytest.mark.parametrize("convention", ["actual", "nonsense"])
def test_unknown_conventions_are_refused(convention: str) -> None:
    with pytest.raises(ValueError, match=convention):
        dates.year_fraction(day("2026-01-01"), day("2026-02-01"), convention)
    with pytest.raises(ValueError, match="nonsense"):
        dates.days_between(day("2026-01-01"), day("2026-02-01"), "nonsense")


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-01-09", (0, 1)),
        ("2026-01-10", (0, 1)),
        ("2026-01-11", (1, 31)),
        ("2026-02-10", (31, 31)),
        ("2026-03-01", (31, 31)),
    ],
)
def test_elapsed_days_of_a_period(until: str, expected: tuple[int, int]) -> None:
    assert dates.elapsed(day("2026-01-10"), day(until), day("2026-02-10")) == expected
