"""还款计划: what is due when, and what the loan costs if everything is paid on time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.answer.result import (
    Chart,
    Column,
    Figure,
    Notice,
    Result,
    Series,
    Step,
    Table,
    Unit,
    Working,
)
from calculators.answer.wording import show
from calculators.finance.schedule import ScheduleRow, total_interest, total_paid
from calculators.law.clocks import distance
from calculators.law.rate_caps import cap_notice
from calculators.tool import Cases, Common, Tool
from calculators.tools import _loan as loan_inputs
from calculators.tools._loan import LoanInputs, rate_step, yearly_rate

_MOST_BARS = 48


@dataclass(frozen=True, kw_only=True)
class Inputs(LoanInputs):
    """Nothing but the loan."""


def calculate(inputs: Inputs, on: date) -> Result:
    """The schedule of a loan that is paid on time. Source: ``calculators.finance.schedule``."""
    yearly = yearly_rate(inputs)
    rows = loan_inputs.rows(inputs, inputs.start_date or on)
    interest, paid = total_interest(rows), total_paid(rows)
    return Result(
        headline=(
            f"按时还，{inputs.months} 个月一共还 {show(paid, Unit.YUAN)}，"
            f"其中利息 {show(interest, Unit.YUAN)}。"
        ),
        figures=(
            Figure("first_payment", "第一期要还", rows[0].payment, Unit.YUAN),
            Figure("last_payment", "最后一期要还", rows[-1].payment, Unit.YUAN, "四舍五入的零头都在这一期。"),
            Figure("total_interest", "利息一共", interest, Unit.YUAN),
            Figure("total_paid", "一共要还", paid, Unit.YUAN, "本金加利息。"),
        ),
        tables=(_table(rows),),
        charts=(_chart(rows, interest),),
        workings=(_working(inputs, yearly, rows),),
        left_out=("手续费、会员费、担保费这类另外收的钱，请用“真实年化成本”一起算。", "逾期以后的罚息。"),
        notices=(*_passed(rows, on), *cap_notice(yearly, on)),
        steps=(
            Step("已经逾期了？算今天一共欠多少", "calculators/overdue-cost"),
            Step("还有别的费用？算真实年化成本", "calculators/true-cost"),
        ),
    )  # fmt: skip


def _passed(rows: list[ScheduleRow], on: date) -> tuple[Notice, ...]:
    """Of a loan that runs already: which of its due days are over."""
    over = [row.due_date for row in rows if row.due_date < on]
    if not over:
        return ()
    said = (
        f"{len(over)} 期的到期日已经过去，最近的一期{distance(over[-1], on)}。"
        "这里当作每期都按时还了。有没还的，另算今天一共欠多少。"
    )
    return (Notice(said, (), "warning"),)


def _table(rows: list[ScheduleRow]) -> Table:
    columns = (
        Column("period", "第几期", Unit.COUNT),
        Column("due_date", "到期日", Unit.DATE),
        Column("payment", "要还", Unit.YUAN),
        Column("principal", "本金", Unit.YUAN),
        Column("interest", "利息", Unit.YUAN),
        Column("balance", "还剩本金", Unit.YUAN),
    )
    cells = tuple(
        (r.period, r.due_date, r.payment, r.principal, r.interest, r.balance) for r in rows
    )
    return Table("schedule", "每期还款计划", columns, cells, remind=True)


def _chart(rows: list[ScheduleRow], interest: Decimal) -> Chart:
    """Principal and interest month by month; the balance where bars would be too thin."""
    x = tuple(r.due_date.isoformat()[:7] for r in rows)
    if len(rows) > _MOST_BARS:
        balance = Series("balance", "还剩本金", tuple(r.balance for r in rows))
        return Chart("balance", "本金怎么降下来", "line", x, (balance,), "还剩的本金逐月减到零。")
    parts = (
        Series("principal", "本金", tuple(r.principal for r in rows)),
        Series("interest", "利息", tuple(r.interest for r in rows)),
    )
    said = f"{len(rows)} 次还款里，利息一共 {show(interest, Unit.YUAN)}。"
    return Chart("parts", "每期还的钱里有多少是利息", "stacked", x, parts, said)


def _working(inputs: Inputs, yearly: Decimal, rows: list[ScheduleRow]) -> Working:
    return Working(
        "还款计划",
        (
            rate_step(inputs),
            _first_interest(inputs, yearly, rows[0]),
            "每期利息四舍五入到分；最后一期把剩下的本金一次收完，所以会差几分钱。",
            "到期日从放款日往后数整月；那个月没有这一天，就用月底那天。",
        ),
    )


def _first_interest(inputs: Inputs, yearly: Decimal, first: ScheduleRow) -> str:
    owed, cost = show(inputs.principal, Unit.YUAN), show(first.interest, Unit.YUAN)
    if inputs.accrual == "monthly" and inputs.method != "bullet":
        return f"第一期利息＝{owed} × {show(yearly, Unit.RATE, exact=True)} ÷ 12＝{cost}。"
    return f"第一期利息＝{owed} × {show(yearly, Unit.RATE, exact=True)} × 经过的时间＝{cost}。"


TOOL = Tool(
    "repayment-schedule",
    "还款计划",
    "按时还，每期还多少，一共多少利息。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("principal", ("1000", "3000", "5000", "10000", "20000", "50000")),
            ("first_payment",),
            Cases("months", ("6", "12", "24", "36")),
        ),
        Common(
            Cases("principal", ("1000", "3000", "5000", "10000", "20000", "50000")),
            ("total_interest",),
            Cases("months", ("6", "12", "24", "36")),
        ),
    ),
)
