"""Dates: due dates and day counts. No function here knows what day it is."""

from calendar import isleap
from datetime import date
from decimal import Decimal
from fractions import Fraction

YEARS = {
    "actual/365": ("actual", 365),
    "actual/360": ("actual", 360),
    "30/360": ("30/360", 360),
    "30E/360": ("30E/360", 360),
}


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _month_length(year: int, month: int) -> int:
    """`calendar.monthrange` also works out the weekday, a fifth of a long schedule's time."""
    return _LENGTHS[month - 1] + (month == 2 and isleap(year))


def add_months(first: date, months: int) -> date:
    """Return the day `months` after `first`, or the month's last day if it has no such day.

    Always count from the first date: 31 January gives 28 February and then 31 March.
    Civil Code art. 202 counts periods by month in the same way.

    What is a month after 31 January?

    >>> add_months(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, min(first.day, _month_length(year, month + 1)))


def month_end(day: date) -> date:
    """Return the last day of the month of `day`.

    What is the last day of February 2028?

    >>> month_end(date(2028, 2, 10))
    datetime.date(2028, 2, 29)
    """
    return day.replace(day=_month_length(day.year, day.month))


def due_dates(start: date, count: int) -> list[date]:
    """Return `count` monthly due dates of a loan paid out on `start`, the first a month later.

    When is the third instalment of a loan of 31 January due?

    >>> due_dates(date(2026, 1, 31), 3)[-1]
    datetime.date(2026, 4, 30)
    """
    return [add_months(start, number) for number in range(1, count + 1)]


def months_between(first: date, day: date) -> int:
    """Return the number of whole months from `first` to `day`; negative if `day` is earlier.

    How many whole months lie between 15 January and 14 March?

    >>> months_between(date(2026, 1, 15), date(2026, 3, 14))
    1
    """
    months = (day.year - first.year) * 12 + day.month - first.month
    return months if add_months(first, months) <= day else months - 1


def due_count(first: date, day: date) -> int:
    """Return how many monthly due dates, the first on `first`, have come by the end of `day`.

    How many due dates have come by 15 March, if the first was on 15 January?

    >>> due_count(date(2026, 1, 15), date(2026, 3, 15))
    3
    """
    return max(0, months_between(first, day) + 1)


def days_between(start: date, end: date, convention: str = "actual") -> int:
    """Return the days from `start` to `end`, one of the two ends counted.

    "actual" counts calendar days. "30/360" is the US (NASD) and "30E/360" the European bond
    basis of ISDA 2006 Definitions section 4.16(f) and (g).
    Raises ValueError for any other convention.

    How many days does February have by the calendar, and on the US bond basis?

    >>> days_between(date(2026, 2, 1), date(2026, 3, 1))
    28
    >>> days_between(date(2026, 2, 1), date(2026, 3, 1), "30/360")
    30
    """
    if convention == "actual":
        return (end - start).days
    if convention == "30/360":
        first, last = _days_us(start, end)
    elif convention == "30E/360":
        first, last = min(start.day, 30), min(end.day, 30)
    else:
        raise ValueError(f"unknown day count {convention!r}")
    return (end.year - start.year) * 360 + (end.month - start.month) * 30 + last - first


def _days_us(start: date, end: date) -> tuple[int, int]:
    """Return the day numbers the US 30/360 rule puts in place of the two real ones."""
    ends_february = start.month == 2 and start == month_end(start)
    first = 30 if ends_february else min(start.day, 30)
    if ends_february and end.month == 2 and end == month_end(end):
        return first, 30
    return first, 30 if end.day == 31 and first == 30 else end.day


def year_days(start: date, end: date, convention: str) -> tuple[int, int]:
    """Return the days from `start` to `end` and the days the convention gives a year.

    Kept apart so that money can be multiplied before it is divided: an interest of exactly half
    a fen must not be lost to a rounded ratio. "actual/365", "actual/360", "30/360", "30E/360".
    Raises ValueError for any other convention.

    Over which year are the days of January counted with actual/360?

    >>> year_days(date(2026, 1, 1), date(2026, 2, 1), "actual/360")
    (31, 360)
    """
    if convention not in YEARS:
        raise ValueError(f"unknown day count {convention!r}")
    days, year = YEARS[convention]
    return days_between(start, end, days), year


def year_fraction(start: date, end: date, convention: str) -> Decimal:
    """Return the part of a year from `start` to `end` by the conventions of `year_days`.

    "actual/actual" (ISDA) counts each calendar year's days over that year's own length.
    Raises ValueError for any other convention.

    Which part of a year is half a leap year, each year over its own length?

    >>> year_fraction(date(2028, 1, 1), date(2028, 7, 2), "actual/actual")
    Decimal('0.5')
    """
    if convention == "actual/actual":
        share = _isda(end) - _isda(start)
        return Decimal(share.numerator) / share.denominator
    days, year = year_days(start, end, convention)
    return Decimal(days) / year


def _isda(day: date) -> Fraction:
    """Return `day` as a year with the part of it gone by."""
    first = date(day.year, 1, 1)
    return day.year + Fraction((day - first).days, (date(day.year + 1, 1, 1) - first).days)


def elapsed(start: date, day: date, end: date) -> tuple[int, int]:
    """Return how many of the days from `start` to `end` have run by `day`, and how many there are.

    Kept apart for the same reason as in `year_days`; nothing of no days is (0, 1).

    How much of a month from 1 March has run on 11 March?

    >>> elapsed(date(2026, 3, 1), date(2026, 3, 11), date(2026, 4, 1))
    (10, 31)
    """
    if day <= start:
        return 0, 1
    return (min(day, end) - start).days, (end - start).days
