"""还款计划: what is due when, and what the loan costs if everything is paid on time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.inputs import choice, count, day, money, rate
from calculators.lines import cap_notice
from calculators.result import (
    Chart,
    Column,
    Figure,
    Result,
    Series,
    Step,
    Table,
    Unit,
    Working,
)
from calculators.schedule import Row, schedule, total_interest, total_paid
from calculators.tool import Tool
from calculators.wording import show

METHODS = {
    "equal-instalment": "等额本息（每月还一样多）",
    "equal-principal": "等额本金（每月本金一样多）",
    "interest-only": "先息后本（每月还利息，最后还本金）",
    "bullet": "到期还本付息（最后一次还清）",
}
ACCRUALS = {
    "monthly": "按月（年利率的十二分之一）",
    "actual/365": "按天，一年 365 天",
    "actual/360": "按天，一年 360 天",
}
_BARS = 48


@dataclass(frozen=True, kw_only=True)
class Inputs:
    principal: Decimal = money("借款本金", default="20000", minimum="0.01", help="实际借到手的钱。")
    daily_rate: Decimal = rate(
        "日利率", default="0.0005", maximum="0.01", help="借款页面或合同里写的，例如 0.05。"
    )
    annual_rate: Decimal | None = rate(
        "年利率", optional=True, maximum="3", help="填了年利率，就按年利率算，不看日利率。"
    )
    months: int = count(
        "分几期", default=12, minimum=1, maximum=600, unit="个月", help="每月还一次。"
    )
    method: str = choice("还款方式", METHODS, default="equal-instalment")
    start_date: date | None = day("放款日", optional=True, help="不填就从今天算起。", group="更多")
    accrual: str = choice(
        "利息怎么数天数", ACCRUALS, default="monthly", help="看合同；不清楚就选按月。", group="更多"
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """The schedule of a loan that is paid on time. Source: ``calculators.schedule``."""
    year = 360 if inputs.accrual == "actual/360" else 365
    yearly = inputs.daily_rate * year if inputs.annual_rate is None else inputs.annual_rate
    start = inputs.start_date or on
    rows = schedule(
        inputs.principal, yearly, inputs.months, inputs.method, start, accrual=inputs.accrual
    )
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
        workings=(_working(inputs, yearly, year, rows),),
        left_out=("手续费、会员费、担保费这类另外收的钱，请用“真实年化成本”一起算。", "逾期以后的罚息。"),
        notices=cap_notice(yearly, on),
        steps=(
            Step("已经逾期了？算今天一共欠多少", "calculators/overdue-cost"),
            Step("还有别的费用？算真实年化成本", "calculators/true-cost"),
        ),
    )  # fmt: skip


def _table(rows: list[Row]) -> Table:
    columns = (
        Column("period", "期数", Unit.COUNT),
        Column("due_date", "到期日", Unit.DATE),
        Column("payment", "要还", Unit.YUAN),
        Column("principal", "本金", Unit.YUAN),
        Column("interest", "利息", Unit.YUAN),
        Column("balance", "还剩本金", Unit.YUAN),
    )
    cells = tuple(
        (r.period, r.due_date, r.payment, r.principal, r.interest, r.balance) for r in rows
    )
    return Table("schedule", "每期还款计划", columns, cells)


def _chart(rows: list[Row], interest: Decimal) -> Chart:
    """Principal and interest month by month; the balance where bars would be too thin."""
    x = tuple(f"{r.due_date:%Y-%m}" for r in rows)
    if len(rows) > _BARS:
        balance = Series("balance", "还剩本金", tuple(r.balance for r in rows))
        return Chart("balance", "本金怎么降下来", "line", x, (balance,), "还剩的本金逐月减到零。")
    parts = (
        Series("principal", "本金", tuple(r.principal for r in rows)),
        Series("interest", "利息", tuple(r.interest for r in rows)),
    )
    said = f"{len(rows)} 次还款里，利息一共 {show(interest, Unit.YUAN)}。"
    return Chart("parts", "每期还的钱里有多少是利息", "stacked", x, parts, said)


def _working(inputs: Inputs, yearly: Decimal, year: int, rows: list[Row]) -> Working:
    first = rows[0]
    source = (
        f"年利率＝日利率 {show(inputs.daily_rate, Unit.RATE)} × {year} 天＝{show(yearly, Unit.RATE)}。"
        if inputs.annual_rate is None
        else f"年利率 {show(yearly, Unit.RATE)}，照你填的。"
    )
    return Working(
        "还款计划",
        (
            source,
            _first_interest(inputs, yearly, first),
            "每期利息四舍五入到分；最后一期把剩下的本金一次收完，所以会差几分钱。",
            "到期日从放款日往后数整月；那个月没有这一天，就用月底那天。",
        ),
    )


def _first_interest(inputs: Inputs, yearly: Decimal, first: Row) -> str:
    owed, cost = show(inputs.principal, Unit.YUAN), show(first.interest, Unit.YUAN)
    if inputs.accrual == "monthly" and inputs.method != "bullet":
        return f"第一期利息＝{owed} × {show(yearly, Unit.RATE)} ÷ 12＝{cost}。"
    return f"第一期利息＝{owed} × {show(yearly, Unit.RATE)} × 经过的时间＝{cost}。"


TOOL = Tool(
    "repayment-schedule", "还款计划", "按时还，每期还多少，一共多少利息。", Inputs, calculate
)
