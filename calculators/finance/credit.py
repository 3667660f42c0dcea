"""Credit report: the status shown month by month, and when a bad record is deleted.

Codes and years are dated rules: the caller takes them from `calculators.rules`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from calculators.finance.dates import add_months, month_end


@dataclass(frozen=True, slots=True)
class ReportedMonth:
    """A calendar month, by its first day, and the most days a debt was overdue in it.

    `late_at_end`: the month's last day came and the debt was overdue still; `repaid`: it was
    repaid in this month. Neither: the month is not over.
    """

    first: date
    days_overdue: int
    late_at_end: bool = False
    repaid: bool = False


def overdue_code(days: int, last_days: Sequence[int], codes: Sequence[str], normal: str) -> str:
    """Return the sign for so many days overdue; `last_days` end all codes but the open last one.

    Raises ValueError if there is not exactly one code more than there are limits.

    Which sign does a report show 45 days after the due date?

    >>> overdue_code(45, [30, 60], ["1", "2", "3"], "N")
    '2'
    """
    if len(codes) != len(last_days) + 1:
        raise ValueError("every code but the last needs its last day")
    return codes[bisect_left(last_days, days)] if days > 0 else normal


def months(due_date: date, repaid_on: date | None, until: date) -> list[ReportedMonth]:
    """Return the months from the due date until it was repaid, or until `until` if it was not.

    Each with the most days overdue it saw: up to its last day, `until`, or the day of repayment.
    Lenders report at different times of the month, so a report may show less.

    How many days overdue does March show, if 10 March was missed and is unpaid on 20 April?

    >>> months(date(2026, 3, 10), None, date(2026, 4, 20))[0].days_overdue
    21
    """
    end = min(repaid_on, until) if repaid_on else until
    found = []
    first = due_date.replace(day=1)
    while first <= end:
        worst = min(month_end(first), end)
        late = max(0, (worst - due_date).days)
        repaid = repaid_on is not None and first <= repaid_on <= worst
        found.append(
            ReportedMonth(
                first, late, late > 0 and worst == month_end(first) and not repaid, repaid
            )
        )
        first = add_months(first, 1)
    return found


def record_ends_on(repaid_on: date | None, years: int) -> date | None:
    """Return the day a bad record is kept until, or None while it is not repaid.

    The years run from the end of the bad conduct, usually the day all was repaid.
    征信业管理条例 art. 16.

    Until when is a record kept for 5 years, if all was repaid on 1 May 2026?

    >>> record_ends_on(date(2026, 5, 1), 5)
    datetime.date(2031, 5, 1)
    """
    return add_months(repaid_on, 12 * years) if repaid_on else None
