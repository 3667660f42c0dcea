"""Credit record: worst day of each month, its sign, and five years from repayment."""

from datetime import date

import pytest
from hypothesis import given
from samples import days

from calculators.finance.credit import ReportedMonth, months, overdue_code, record_ends_on

LIMITS = (30, 60, 90, 120, 150, 180)
SIGNS = ("1", "2", "3", "4", "5", "6", "7")


@pytest.mark.parametrize(
    ("late", "sign"),
    [(-3, "N"), (0, "N"), (1, "1"), (30, "1"), (31, "2"), (180, "6"), (181, "7"), (4000, "7")],
)
def test_signs_at_their_edges(late: int, sign: str) -> None:
    assert overdue_code(late, LIMITS, SIGNS, "N") == sign


def test_signs_and_limits_must_fit() -> None:
    with pytest.raises(ValueError, match="every code but the last"):
        overdue_code(5, LIMITS, SIGNS[:-1], "N")


def test_until_it_was_repaid() -> None:
    found = months(date(2026, 11, 3), date(2027, 1, 5), date(2027, 12, 31))
    assert found == [
        ReportedMonth(date(2026, 11, 1), 27, late_at_end=True),  # 30 November
        ReportedMonth(date(2026, 12, 1), 58, late_at_end=True),  # 31 December
        ReportedMonth(date(2027, 1, 1), 63, repaid=True),  # 5 January
    ]


def test_until_today_while_it_is_not() -> None:
    found = months(date(2026, 11, 3), None, date(2026, 12, 2))
    assert [month.days_overdue for month in found] == [27, 29]
    planned = months(date(2026, 11, 3), date(2027, 1, 5), date(2026, 12, 2))
    assert planned == found


def test_repaid_in_time_is_never_late() -> None:
    assert months(date(2026, 11, 3), date(2026, 11, 3), date(2027, 1, 1)) == [
        ReportedMonth(date(2026, 11, 1), 0, repaid=True)
    ]
    assert months(date(2026, 11, 3), date(2026, 11, 1), date(2027, 1, 1))[0].days_overdue == 0
    assert months(date(2026, 11, 3), date(2026, 10, 30), date(2027, 1, 1)) == []


@given(days, days)
def test_lateness_grows_until_the_end(due: date, until: date) -> None:
    late = [month.days_overdue for month in months(due, None, until)]
    assert late == sorted(late)
    if until >= due:
        assert late[-1] == (until - due).days


def test_five_years_from_repayment_and_none_before_it() -> None:
    assert record_ends_on(date(2026, 11, 23), 5) == date(2031, 11, 23)
    assert record_ends_on(date(2024, 2, 29), 5) == date(2029, 2, 28)
    assert record_ends_on(None, 5) is None


def test_late_at_the_end_only_if_the_last_day_came_unpaid() -> None:
    due = date(2026, 11, 3)
    assert months(due, None, date(2026, 11, 29))[0].late_at_end is False
    assert months(due, None, date(2026, 11, 30))[0].late_at_end is True
    assert months(due, date(2026, 11, 30), date(2026, 12, 5)) == [
        ReportedMonth(date(2026, 11, 1), 27, repaid=True)
    ]
    on_the_last_day = months(date(2026, 10, 31), None, date(2026, 11, 20))
    assert [month.late_at_end for month in on_the_last_day] == [False, False]
