"""利率换算: one rate in all the ways lenders quote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.answer.result import Column, Figure, Notice, Result, Step, Table, Unit, Working
from calculators.answer.wording import show
from calculators.finance.rates import RateQuote, quote
from calculators.form.declare import choice, count, rate
from calculators.form.echo import is_usual
from calculators.form.parse import refuse
from calculators.form.rate_words import Period
from calculators.law.rate_caps import cap_notice
from calculators.tool import Cases, Common, Tool

KINDS = {
    "daily": "日利率",
    "monthly": "月利率",
    "annual-simple": "年利率（单利）",
    "annual-effective": "年利率（复利）",
    "instalment-fee": "每期手续费率",
    "total-fee": "整笔手续费率（几期一共收多少）",
    "interest-first": "先息后本，每期付的息",
    "single-sum": "到期一次还，比借的多还多少",
}
_FEES = ("instalment-fee", "total-fee")
MOST_A_YEAR = Decimal(200)
"""Far above the worst that was ever lent at; a rate beyond it is a slip of the hand."""
MOST_COMPOUNDED = Decimal("1e18")
DAYS = {"365": "365 天", "360": "360 天"}
_COMPARED = ("0.0002", "0.0003", "0.0004", "0.0005", "0.0006")
"""Daily rates commonly shown by apps, for the table of comparison; examples, not rules."""
_SHOWN = Notice("贷款要明示年化利率，日利率、月利率不能写得比它更显眼。", ("pboc-2021-3",), "law")


_PERIODS: Mapping[str, Period] = {"daily": "day", "monthly": "month", "annual-simple": "year"}
TIMES: Mapping[str, Period] = {
    **_PERIODS, "annual-effective": "year", "instalment-fee": "month", "interest-first": "month",
}  # fmt: skip
"""Of what time a rate of each kind is, where its kind has one."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """One rate, and in which form it was quoted."""

    value: Decimal = rate(
        "利率",
        default="0.0005",
        help="例如 0.05%、万分之五。手续费、多还的钱，填占借的钱百分之几。",
        times=("from", TIMES),
    )
    from_: str = choice("这是哪种利率", KINDS, default="daily")
    months: int = count(
        "分几期",
        default=12,
        minimum=1,
        maximum=600,
        unit="个月",
        help="只有手续费率要用到。",
        applies="from=instalment-fee|total-fee",
    )
    days: int | None = count(
        "借了几天",
        minimum=1,
        maximum=36500,
        unit="天",
        optional=True,
        must="到期一次还的要填",
        help="从到手那天数到还的那天。",
        applies="from=single-sum",
    )
    days_in_year: str = choice("一年按几天", DAYS, default="365", help="看合同，多数是 365。")


def calculate(inputs: Inputs, on: date) -> Result:
    """The rate in all its forms; the formulas stand at ``calculators.finance.rates.quote``."""
    if inputs.from_ == "single-sum" and inputs.days is None:
        raise refuse("days", "“借了几天”还没有填，到期一次还的要填，例如 30。")
    days = int(inputs.days_in_year)
    found = quote(inputs.value, inputs.from_, days, inputs.months, inputs.days or days)
    if found.annual_simple > MOST_A_YEAR or found.annual_effective > MOST_COMPOUNDED:
        raise refuse("value", _too_much(found.annual_simple))
    said = f"{KINDS[inputs.from_]} {show(inputs.value, Unit.RATE, exact=True)}"
    yearly = show(found.annual_simple, Unit.RATE)
    return Result(
        headline=f"{said}，相当于一年 {yearly}。{_doubt(inputs, found.annual_simple)}",
        figures=_figures(inputs, found),
        tables=(_table(days),),
        workings=(_working(inputs, found),),
        left_out=("另外收的服务费、担保费，请用“真实年化成本”一起算。",),
        notices=(*cap_notice(found.annual_simple, on), _SHOWN),
        steps=(
            Step("把费用一起算进去", "calculators/true-cost"),
            Step("看看每期要还多少", "calculators/repayment-schedule"),
        ),
    )


def _doubt(inputs: Inputs, yearly: Decimal) -> str:
    """The question that a rate far from usual asks: the wrong kind was chosen, or a sign left out."""
    period = _PERIODS.get(inputs.from_)
    if inputs.value == 0 or is_usual(inputs.value if period else yearly, period or "year"):
        return ""
    name = KINDS[inputs.from_].partition("（")[0]
    more = "" if period else "，百分号写了没有"
    return f"这不像{name}，请看看“这是哪种利率”选对没有{more}。"


def _too_much(yearly: Decimal) -> str:
    return (
        f"这个利率折成一年是 {show(yearly, Unit.RATE)}，这里最多算到 {show(MOST_A_YEAR, Unit.RATE, exact=True)}。"
        "请检查有没有多打几个零，“这是哪种利率”有没有选错。"
    )


def _figures(inputs: Inputs, found: RateQuote) -> tuple[Figure, ...]:
    once = inputs.from_ == "single-sum"
    compounded = "每借满一回就连本带息再借。" if once else "每月利滚利的结果。"
    return (
        Figure("daily", "日利率", found.daily, Unit.RATE),
        Figure("monthly", "月利率", found.monthly, Unit.RATE, "年利率除以 12。"),
        Figure("annual_simple", "年利率（单利）", found.annual_simple, Unit.RATE, "合同里常写这个。"),
        Figure("annual_effective", "年利率（复利）", found.annual_effective, Unit.RATE, compounded),
    )  # fmt: skip


def _table(days: int) -> Table:
    columns = (
        Column("daily", "日利率", Unit.RATE),
        Column("annual_simple", "年利率（单利）", Unit.RATE),
        Column("annual_effective", "年利率（复利）", Unit.RATE),
    )
    quotes = [quote(Decimal(daily), "daily", days) for daily in _COMPARED]
    cells = tuple((q.daily, q.annual_simple, q.annual_effective) for q in quotes)
    return Table("common", "常见日利率对照", columns, cells)


def _working(inputs: Inputs, found: RateQuote) -> Working:
    yearly, value = show(found.annual_simple, Unit.RATE), show(inputs.value, Unit.RATE, exact=True)
    if inputs.from_ == "single-sum":
        steps = [
            f"年利率（单利）＝{value} × {inputs.days_in_year} ÷ {inputs.days} 天＝{yearly}。",
            f"年利率（复利）：1＋{value} 连乘 {inputs.days_in_year} ÷ {inputs.days} 次，再减 1。",
        ]
        return Working("换算的办法", tuple(steps))
    steps = [
        f"日利率 × {inputs.days_in_year}＝年利率（单利）；再除以 12 是月利率。",
        "年利率（复利）＝（1＋月利率）连乘 12 次，再减 1。",
    ]
    if inputs.from_ == "total-fee":
        each = show(inputs.value / inputs.months, Unit.RATE)
        steps.append(f"{value} 分 {inputs.months} 期收，每期 {each}。")
    if inputs.from_ == "interest-first":
        steps.append(f"本金最后才还，每期都按整笔本金付息：{value} × 12＝{yearly}。")
    if inputs.from_ in _FEES:
        shown = inputs.value * 12 / (inputs.months if inputs.from_ == "total-fee" else 1)
        steps.append(
            f"手续费每期都按最初的本金收，本金却越还越少，"
            f"所以真实年利率是 {yearly}，不是 {show(shown, Unit.RATE)}。"
        )
    return Working("换算的办法", tuple(steps))


TOOL = Tool(
    "rate-convert",
    "利率换算",
    "日利率、月利率、手续费率，换成一年多少。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("value", ("0.02%", "0.03%", "0.04%", "0.05%", "0.06%", "0.1%")),
            ("monthly", "annual_simple", "annual_effective"),
        ),
    ),
)
