"""Arrears: what an overdue debt comes to on any day, to the fen.

    statement(debt, on) -> Statement              the state at the end of `on`
    statements(debt, days) -> list[Statement]     the same for many days in one pass
    project(debt, on, days, step, pay)            [(day, total due)] after paying a sum on `on`
    above_line(statement, annual_line, days_in_year)   charges over a yearly line
    above(charged, ceiling)                       charges over any ceiling

Conventions, all of them:

- Whole days. A payment on its due date is in time; a day counts once it is over, so 20 days
  overdue are 20 days of penalty. What is paid on a day stops costing from that day.
- Simple accrual: overdue principal x daily rate x penalty multiple x days. Penalty never bears
  penalty. With `compound` the interest that fell due and was not paid bears the same rate.
- Acceleration 全额提前到期: on that day all principal not yet due falls due. The interest of the
  period that is running is owed for its days so far; interest of later periods is not owed.
- A payment is allocated in `order` over what is due on its day; more than that is kept as
  credit and used on the next due date.
- Accrued penalty keeps every digit from day to day. It is rounded to the fen, an instalment at
  a time, when it is read and when a payment or a waiver meets it; so nothing drifts, and without
  payments no later day is ever cheaper.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from calculators.finance.debt import Debt, Payment
from calculators.finance.ledger import Ledger, Statement
from calculators.finance.money import ZERO, fen


def statement(debt: Debt, on: date) -> Statement:
    """Return the state of `debt` at the end of the day `on`; what happens later is left out."""
    return statements(debt, [on])[0]


def statements(debt: Debt, days: Iterable[date]) -> list[Statement]:
    """Return the state of `debt` at the end of each of `days`, ascending, in one pass."""
    return [ledger.statement() for ledger in _at(debt, days)]


def project(
    debt: Debt, on: date, days: int, *, step: int = 1, pay: Decimal = ZERO
) -> list[tuple[date, Decimal]]:
    """Return (day, total due in yuan) from `on` ahead, if `pay` is paid on `on` and then nothing.

    One point every `step` days, `days` ahead. Pay nothing, `Statement.clears_oldest` or any sum.
    """
    ahead = (on + timedelta(days=number) for number in range(0, days + 1, step))
    paid = replace(debt, payments=(*debt.payments, Payment(on, pay)))
    return [(ledger.day, ledger.total_due()) for ledger in _at(paid, ahead)]


def _at(debt: Debt, days: Iterable[date]) -> Iterator[Ledger]:
    """Yield the ledger of `debt` as it stands at the end of each of `days`, ascending."""
    wanted = set(days)
    ledger = Ledger(debt)
    for day in sorted(wanted | ledger.change_days(max(wanted))):
        ledger.reach(day)
        if day in wanted:
            yield ledger


def above_line(state: Statement, annual_line: Decimal, days_in_year: int = 365) -> Decimal:
    """Return what has been charged above a yearly line, such as the 24% a court may be asked for.

    max(0, charged - base_days x annual_line / days_in_year), in yuan. The charges are the sum of
    interest, penalty, compound interest and costs, as the rule counts them. The base is the
    principal they were charged on, day by day: for the penalty the overdue principal since it
    fell due, for contract interest the base that its own daily rate implies.
    """
    return above(state.charged, state.base_days * annual_line / days_in_year)


def above(charged: Decimal, ceiling: Decimal) -> Decimal:
    """Return the part of `charged` that is over a ceiling, in yuan; nothing if it is not."""
    return fen(max(ZERO, charged - ceiling))
