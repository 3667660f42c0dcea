"""Deadlines: the last day of a period of law, with Chinese public holidays, and limitation.

Periods are dated rules: the caller takes their length from `calculators.rules`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.finance.dates import add_months

SATURDAY = 5
# New Year, Labour Day, National Day: holidays of every year, whatever the plan of that year says.
EVERY_YEAR = {(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)}
NOTHING_ENDED: Mapping[date, date] = {}


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a period: `counted` by the calendar, `last_day` after moving past rest days.

    `holidays_known` is False if the public holidays of a year that matters were not announced
    when the calendar was made; then only weekends were skipped.
    """

    counted: date
    last_day: date
    holidays_known: bool

    @property
    def earliest(self) -> date:
        """The last day that surely is not too late: unmoved where the holidays are not known.

        In such a year a weekend may be worked in exchange for a holiday, and then it is the end.

        Which day is surely in time, if the holidays of that year are not announced yet?

        >>> Deadline(date(2030, 5, 4), date(2030, 5, 6), holidays_known=False).earliest
        datetime.date(2030, 5, 4)
        """
        return self.last_day if self.holidays_known else self.counted


def is_rest_day(day: date) -> tuple[bool, bool]:
    """Return whether `day` is a weekend or public holiday, and whether its year is known.

    Weekends worked in exchange for a holiday (调休) are no rest days. In a year that is not known
    weekends are, and the days that are holidays every year. Source: the yearly notices of the State
    Council, by `chinesecalendar`; 全国年节及纪念日放假办法 第二条.

    Is Saturday, 14 February 2026, worked in exchange for a holiday, a rest day?

    >>> is_rest_day(date(2026, 2, 14))
    (False, True)
    """
    # imported here: only a calculator with deadlines pays for it
    from chinese_calendar import is_holiday  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        return bool(is_holiday(day)), True
    except NotImplementedError:
        return day.weekday() >= SATURDAY or (day.month, day.day) in EVERY_YEAR, False


def deadline(received_on: date, days: int = 0, months: int = 0) -> Deadline:
    """Return the deadline a number of months and then days after a document was received.

    The first day does not count. A last day that is a rest day moves to the first day after
    them. Civil Procedure Law art. 85; Civil Code art. 201 to 203.

    When do 15 days end that began with a paper received on 9 May 2026, a Saturday?

    >>> deadline(date(2026, 5, 9), days=15).last_day
    datetime.date(2026, 5, 25)
    """
    counted = add_months(received_on, months) + timedelta(days=days)
    last_day = counted
    rest, known = is_rest_day(last_day)
    while rest:
        last_day += timedelta(days=1)
        rest, also_known = is_rest_day(last_day)
        known = known and also_known
    return Deadline(counted, last_day, known)


@dataclass(frozen=True, slots=True)
class Limitation:
    """When a claim can no longer be enforced against a debtor who says so in court.

    It has run since `since`. `restarts` are the days that made it start again, `too_late` those
    after it had ended. `at_most` is True if the longest period of all ends it first.
    """

    expires: Deadline
    since: date
    restarts: tuple[date, ...]
    too_late: tuple[date, ...]
    at_most: bool


@dataclass(frozen=True, slots=True)
class Shorter:
    """A shorter period that held before: what had run out by `until` under it stays run out."""

    years: int
    until: date


def limitation(
    last_due: date,
    years: int,
    most_years: int,
    restarts: Sequence[date] = (),
    ended: Mapping[date, date] = NOTHING_ENDED,
    *,
    shorter: Shorter | None = None,
) -> Limitation:
    """Return when the time to sue for a debt whose last instalment was due on `last_due` ends.

    It runs from the last due date (Civil Code art. 188, 189) and starts anew with each demand,
    promise or payment while it runs (art. 195). A suit or an enforcement that was brought in time
    makes it start anew when it is over: `ended` has that day by the day it was brought. What was
    over before the last due date changes nothing. With `shorter`, a stretch that ended by its
    `until` ended after the shorter time; one that was still running then has the full length
    (法释〔2018〕12号 art. 2, 3).

    When do 3 years end for a debt due on 1 June 2024, if it was demanded on 1 June 2025?

    >>> limitation(date(2024, 6, 1), 3, 20, [date(2025, 6, 1)]).expires.counted
    datetime.date(2028, 6, 1)
    """
    since, longest = last_due, deadline(last_due, months=12 * most_years)
    counted, too_late = [], []
    for day in sorted(restarts):
        if day > min(_end(since, years, shorter).last_day, longest.last_day):
            too_late.append(day)
        elif (anew := max(since, ended.get(day, day))) > last_due:
            since = anew
            counted.append(day)
    expires = _end(since, years, shorter)
    at_most = longest.counted < expires.counted
    return Limitation(
        longest if at_most else expires, since, tuple(counted), tuple(too_late), at_most
    )


def _end(since: date, years: int, shorter: Shorter | None) -> Deadline:
    if shorter:
        early = deadline(since, months=12 * shorter.years)
        if early.last_day <= shorter.until:
            return early
    return deadline(since, months=12 * years)
