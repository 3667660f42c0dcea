"""Deadlines: the first day does not count, and rest days move the last one.

Holidays of 2026 as the State Council announced them: National Day rest from
1 to 7 October, worked on Sunday 20 September and Saturday 10 October; Spring Festival rest from
15 to 23 February, worked on Saturdays 14 and 28 February.
"""

from datetime import date, timedelta
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import days

from calculators.finance.deadlines import deadline, is_rest_day, limitation

day = date.fromisoformat


@pytest.mark.parametrize(
    ("received", "counted", "last"),
    [
        ("2026-09-15", "2026-09-30", "2026-09-30"),  # a Wednesday: nothing moves
        ("2026-09-16", "2026-10-01", "2026-10-08"),  # into the holiday: to the day after it
        ("2026-09-05", "2026-09-20", "2026-09-20"),  # a Sunday that is worked
        ("2026-10-02", "2026-10-17", "2026-10-19"),  # a plain Saturday: to Monday
        ("2026-01-31", "2026-02-15", "2026-02-24"),  # Spring Festival
        ("2026-02-13", "2026-02-28", "2026-02-28"),  # a Saturday that is worked
    ],
)
def test_fifteen_days(received: str, counted: str, last: str) -> None:
    found = deadline(day(received), days=15)
    assert (found.counted, found.last_day) == (day(counted), day(last))
    assert found.holidays_known


def test_months_end_on_the_same_number_or_the_last() -> None:
    assert deadline(day("2026-08-31"), months=1).counted == day("2026-09-30")
    assert deadline(day("2026-03-02"), months=6).last_day == day("2026-09-02")
    assert deadline(day("2026-03-02"), days=3, months=1).counted == day("2026-04-05")


def test_a_year_whose_holidays_are_unknown_is_said_and_only_weekends_move() -> None:
    found = deadline(day("2031-09-19"), days=15)  # 4 October 2031 is a Saturday
    assert (found.counted, found.last_day) == (day("2031-10-04"), day("2031-10-06"))
    assert not found.holidays_known
    assert found.earliest == found.counted
    assert is_rest_day(day("2031-10-01")) == (True, False)  # National Day, whatever the plan
    assert is_rest_day(day("2031-10-07")) == (False, False)
    assert is_rest_day(day("2026-10-01")) == (True, True)


def test_one_unknown_year_is_enough_to_say_so() -> None:
    # a calendar that ends with a Sunday on 31 December
    rest = {day("2028-12-31"): (True, True), day("2029-01-01"): (False, False)}
    with patch("calculators.finance.deadlines.is_rest_day", rest.__getitem__):
        found = deadline(day("2028-12-30"), days=1)
    assert (found.last_day, found.holidays_known) == (day("2029-01-01"), False)


@given(days, st.integers(1, 60))
def test_a_deadline_is_a_working_day_soon_after_its_count(received: date, length: int) -> None:
    found = deadline(received, days=length)
    assert found.counted == received + timedelta(days=length)
    assert not is_rest_day(found.last_day)[0]
    skipped = (found.last_day - found.counted).days
    assert all(is_rest_day(found.counted + timedelta(days=n))[0] for n in range(skipped))


def test_three_years_from_the_last_due_date() -> None:
    found = limitation(day("2023-05-08"), 3, 20)
    assert found.expires.counted == day("2026-05-08")
    assert found.since == day("2023-05-08")
    assert (found.restarts, found.too_late, found.at_most) == ((), (), False)


def test_the_last_of_several_restarts_counts_in_whatever_order_they_are_given() -> None:
    found = limitation(day("2022-03-01"), 3, 20, [day("2025-06-01"), day("2024-01-01")])
    assert found.expires.counted == day("2028-06-01")
    assert found.restarts == (day("2024-01-01"), day("2025-06-01"))


def test_a_restart_on_the_very_last_day_counts_and_a_day_later_it_is_too_late() -> None:
    due = day("2023-05-03")  # three years on, 3 May 2026, is a holiday until 5 May
    last = limitation(due, 3, 20).expires.last_day
    assert last == day("2026-05-06")
    assert limitation(due, 3, 20, [last]).restarts == (last,)
    late = last + timedelta(days=1)
    found = limitation(due, 3, 20, [late])
    assert (found.restarts, found.too_late) == ((), (late,))
    assert found.expires.last_day == last


def test_before_the_last_due_date_nothing_restarts() -> None:
    due = day("2024-03-01")
    found = limitation(due, 3, 20, [day("2023-01-01"), due])
    assert (found.since, found.restarts) == (due, ())


def test_a_suit_brought_in_time_restarts_when_it_is_over() -> None:
    due, brought, over = day("2020-03-02"), day("2023-03-01"), day("2024-05-06")
    found = limitation(due, 3, 20, [brought], {brought: over})
    assert (found.since, found.restarts) == (over, (brought,))
    demanded = day("2023-06-01")  # while the suit is going on
    assert limitation(due, 3, 20, [brought, demanded], {brought: over}).since == over
    late = day("2023-03-03")
    assert limitation(due, 3, 20, [late], {late: over}).too_late == (late,)


def test_twenty_years_are_the_most() -> None:
    restarts = [day(f"{year}-01-01") for year in range(2002, 2021, 2)]
    found = limitation(day("2000-06-15"), 3, 20, restarts)
    assert found.at_most
    assert found.expires.counted == day("2020-06-15")
    exactly = limitation(day("2000-01-01"), 3, 20, [*restarts[:8], day("2017-01-01")])
    assert not exactly.at_most


def test_a_suit_over_before_the_last_due_date_changes_nothing() -> None:
    due = day("2024-03-01")
    brought = day("2023-01-01")
    assert limitation(due, 3, 20, [brought], {brought: day("2023-06-01")}).since == due
    assert limitation(due, 3, 20, [brought], {brought: day("2024-06-01")}).since > due
