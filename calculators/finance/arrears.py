"""Arrears: what an overdue debt comes to on any day, to the fen.

Conventions, all of them:

- Whole days. A payment on its due date is in time; a day counts once it is over, so 20 days
  overdue are 20 days of penalty. What is paid on a day stops costing from that day.
- Simple accrual: overdue principal x daily rate x penalty multiple x days. Penalty never bears
  penalty. With `compound` the interest that fell due and was not paid bears the same rate.
- Acceleration 全额提前到期: on that day all principal not yet due falls due. The interest of the
  period that is running is owed for its days so far; interest of later periods is not owed.
- A payment is allocated in its order over what is due on its day; more than that is kept as
  credit and used on the next due date, in the same order.
- Accrued penalty keeps every digit from day to day. It is rounded to the fen, an instalment at
  a time, when it is read and when a payment or a waiver meets it; so nothing drifts, and without
  payments no later day is ever cheaper.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from calculators.finance.debt import Debt, Payment
from calculators.finance.ledger import Ledger, Statement
from calculators.finance.money import ZERO, fen


def statement(debt: Debt, on: date) -> Statement:
    """Return the state of `debt` at the end of the day `on`; what happens later is left out.

    What do 1,000 yuan come to 20 days after the due date, at 0.05 % a day?

    >>> from calculators.finance.debt import Instalment
    >>> missed = Instalment(date(2026, 3, 1), Decimal(1000))
    >>> debt = Debt((missed,), daily_rate=Decimal("0.0005"))
    >>> statement(debt, date(2026, 3, 21)).total_due
    Decimal('1010.00')
    """
    return statements(debt, [on])[0]


def statements(debt: Debt, days: Iterable[date]) -> list[Statement]:
    """Return the state of `debt` at the end of each of `days`, ascending, in one pass.

    What do two days more add to the same debt?

    >>> from calculators.finance.debt import Instalment
    >>> missed = Instalment(date(2026, 3, 1), Decimal(1000))
    >>> debt = Debt((missed,), daily_rate=Decimal("0.0005"))
    >>> early, late = statements(debt, [date(2026, 3, 21), date(2026, 3, 23)])
    >>> late.total_due - early.total_due
    Decimal('1.00')
    """
    return [ledger.statement() for ledger in _at(debt, days)]


@dataclass(frozen=True)
class Outlook:
    """What is owed on a day ahead, in yuan, and how much of it waiting has added by then.

    Principal and interest that fall due later are no cost of waiting; penalty and costs are. `added`
    is negative where a waiver agreed for a later day takes away more than waiting adds.
    """

    day: date
    total_due: Decimal
    added: Decimal


def project(
    debt: Debt, on: date, days: int, *, step: int = 1, pay: Decimal = ZERO
) -> list[Outlook]:
    """Return what is owed from `on` ahead, if `pay` is paid on `on` and then nothing.

    One point every `step` days, `days` ahead. Pay nothing, `Statement.clears_oldest` or any sum.

    What will the same debt be on 31 March, if 500 yuan are paid on 21 March?

    >>> from calculators.finance.debt import Instalment
    >>> missed = Instalment(date(2026, 3, 1), Decimal(1000))
    >>> debt = Debt((missed,), daily_rate=Decimal("0.0005"))
    >>> last = project(debt, date(2026, 3, 21), 10, step=10, pay=Decimal(500))[-1]
    >>> last.total_due, last.added
    (Decimal('512.55'), Decimal('2.55'))
    """
    ahead = (on + timedelta(days=number) for number in range(0, days + 1, step))
    paid = replace(debt, payments=(*debt.payments, Payment(on, pay)))
    seen = [(each.day, each.total_due(), each.late_charges()) for each in _at(paid, ahead)]
    return [Outlook(day, owed, late - seen[0][2]) for day, owed, late in seen]


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

    What do 60 days at 0.1 % a day cost above a line of 24 % a year?

    >>> from calculators.finance.debt import Instalment
    >>> missed = Instalment(date(2026, 3, 1), Decimal(1000))
    >>> dear = Debt((missed,), daily_rate=Decimal("0.001"))
    >>> above_line(statement(dear, date(2026, 4, 30)), Decimal("0.24"))
    Decimal('20.55')
    """
    return above(state.charged, state.base_days * annual_line / days_in_year)


def above(charged: Decimal, ceiling: Decimal) -> Decimal:
    """Return the part of `charged` that is over a ceiling, in yuan; nothing if it is not.

    What of 60 yuan is over a ceiling of 39.45 yuan?

    >>> above(Decimal(60), Decimal("39.45"))
    Decimal('20.55')
    """
    return fen(max(ZERO, charged - ceiling))
