"""The loan a reader describes: the inputs that the calculators of a schedule share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.answer.result import Unit
from calculators.answer.wording import show
from calculators.finance.schedule import ScheduleRow, schedule
from calculators.form.declare import choice, count, day, money, rate

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


@dataclass(frozen=True, kw_only=True)
class LoanInputs:
    """A loan as agreed; whoever uses it adds what is its own."""

    principal: Decimal = money(
        "借款本金", default="20000", minimum="0.01", help="实际借到手的钱。", fact="loan_principal"
    )
    daily_rate: Decimal = rate(
        "日利率", period="day", default="0.0005", maximum="0.01", help="借款页面或合同里写的，例如 0.05%。",
        unless="annual_rate",
        fact="daily_rate",
    )  # fmt: skip
    annual_rate: Decimal | None = rate(
        "年利率",
        period="year",
        optional=True,
        maximum="3",
        help="填了年利率，就按年利率算，不看日利率。",
        empty="上面的日利率",
    )
    months: int = count(
        "分几期",
        default=12,
        minimum=1,
        maximum=600,
        unit="个月",
        help="每月还一次。",
        slider=True,
        fact="loan_months",
    )
    method: str = choice("还款方式", METHODS, default="equal-instalment", fact="method")
    start_date: date | None = day(
        "放款日",
        optional=True,
        help="不填就从今天算起。",
        group="更多",
        fact="start_date",
        empty="今天",
    )
    accrual: str = choice(
        "利息怎么数天数",
        ACCRUALS,
        default="monthly",
        help="看合同；不清楚就选按月。",
        group="更多",
        fact="accrual",
    )


def yearly_rate(loan: LoanInputs) -> Decimal:
    """The simple yearly rate as a fraction: as typed, or the daily rate times the year's days."""
    return loan.daily_rate * days_in_year(loan) if loan.annual_rate is None else loan.annual_rate


def days_in_year(loan: LoanInputs) -> int:
    """How many days the contract gives a year."""
    return 360 if loan.accrual == "actual/360" else 365


def rows(loan: LoanInputs, start: date) -> list[ScheduleRow]:
    """The schedule of the loan paid out on ``start``. Source: ``calculators.finance.schedule``."""
    return schedule(
        loan.principal, yearly_rate(loan), loan.months, loan.method, start, accrual=loan.accrual
    )


def rate_step(loan: LoanInputs) -> str:
    """The line of a working that says where the yearly rate comes from."""
    yearly = show(yearly_rate(loan), Unit.RATE, exact=True)
    if loan.annual_rate is not None:
        return f"年利率 {yearly}，照你填的。"
    return f"年利率＝日利率 {show(loan.daily_rate, Unit.RATE, exact=True)} × {days_in_year(loan)} 天＝{yearly}。"
