"""收入变动测试: whether the plan holds when income falls, and what plan would."""

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
from calculators.finance.shock import (
    Paths,
    first_failing_month,
    largest_surviving_payment,
    savings_path,
    shocked,
    simulate,
)
from calculators.form.declare import choice, count, money, rate, specs
from calculators.law.help import BENEFITS
from calculators.tool import Cases, Common, Tool

SHOCKS = {
    "cut-20": "收入一直少两成",
    "half": "收入一直少一半",
    "three-months-none": "头三个月没收入",
    "custom": "自己设定",
}
_FIXED = {
    "cut-20": (Decimal("0.2"), None),
    "half": (Decimal("0.5"), None),
    "three-months-none": (Decimal(1), 3),
}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A plan, and how far income may fall."""

    plan_payment: Decimal = money("打算每月还", default="1200", slider=True, fact="monthly")
    income: Decimal = money("现在每月收入", default="6500")
    essentials: Decimal = money("每月生活必需", default="4100", fact="essential_total")
    savings: Decimal = money("手上的存款", default="3000")
    shock: str = choice("万一", SHOCKS, default="cut-20")
    months: int = count("看多少个月", default=36, minimum=1, maximum=120, unit="个月")
    custom_drop: Decimal = rate(
        "收入少几成", default="0.3", maximum="1", help="选“自己设定”才用。", group="更多"
    )
    custom_months: int = count(
        "少几个月", default=6, minimum=1, maximum=120, unit="个月", group="更多"
    )
    swing: Decimal = rate(
        "每月收入上下浮动",
        default="0.1",
        maximum="1",
        help="最多比平常多或少这么多。",
        group="更多",
    )
    paths: int = count(
        "试多少种可能",
        default=1000,
        minimum=100,
        maximum=5000,
        unit="种",
        help="100 到 5000。越多越准，也越慢。",
        group="更多",
    )
    seed: int = count(
        "随机起点", default=1, maximum=1000000, help="换一个数，就换一批可能。", group="更多"
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """Test a plan against one shock, then against many chance paths around it."""
    drop, length = _FIXED.get(inputs.shock, (inputs.custom_drop, inputs.custom_months))
    incomes = shocked(inputs.income, inputs.months, drop, length or inputs.months)
    path = savings_path(incomes, inputs.essentials, inputs.plan_payment, inputs.savings)
    failing = first_failing_month(path)
    most = largest_surviving_payment(incomes, inputs.essentials, inputs.savings)
    chance = simulate(
        incomes,
        inputs.essentials + inputs.plan_payment,
        inputs.savings,
        inputs.swing,
        paths=inputs.paths,
        seed=inputs.seed,
    )
    return Result(
        headline=_headline(inputs, failing, most),
        figures=_figures(failing, most, chance),
        tables=(_table(incomes, path),),
        charts=(_chart(path, chance),),
        workings=(_working(inputs, most),),
        left_out=(
            "物价上涨、生病、额外的帮助，都没有算。",
            "真实的收入变动不会刚好照这里的样子来。",
        ),
        notices=(*_unused(inputs), *_notices(most)),
        steps=(
            *(() if most else (BENEFITS,)),
            Step("用更稳的数去谈", "strategies/negotiate"),
            Step("比较对方的方案", "calculators/offer-compare"),
        ),
    )


def _headline(inputs: Inputs, failing: int | None, most: Decimal) -> str:
    what = SHOCKS[inputs.shock]
    if failing is None:
        return f"{what}，每月还 {show(inputs.plan_payment, Unit.YUAN)}也能撑过这 {inputs.months} 个月。"
    if most == 0:
        return (
            f"{what}，第 {failing} 个月就不够了。那时再小的月供也守不住。看能领什么，再申请暂缓。"
        )
    return f"{what}，第 {failing} 个月就不够了。每月还不超过 {show(most, Unit.YUAN)}才守得住。"


def _figures(failing: int | None, most: Decimal, chance: Paths) -> tuple[Figure, ...]:
    never = "这些月里都够。" if failing is None else "从第一个月数起。"
    return (
        Figure("first_failing_month", "第几个月开始不够", failing, Unit.COUNT, never),
        Figure("largest_surviving_payment", "守得住的最大月供", most, Unit.YUAN, "按这次变动算。"),
        Figure(
            "success_rate",
            "撑得住的可能",
            chance.success_rate,
            Unit.SHARE,
            f"{chance.tried} 种可能里的比例，误差约 ±{show(chance.error, Unit.SHARE)}。",
            estimate=True,
        ),
        Figure("success_error", "可能性的误差", chance.error, Unit.SHARE, estimate=True),
    )


def _table(incomes: list[Decimal], path: list[Decimal]) -> Table:
    columns = (
        Column("month", "第几个月", Unit.COUNT),
        Column("income", "收入", Unit.YUAN),
        Column("savings", "月底存款", Unit.YUAN),
    )
    cells = tuple(
        (month, income, left)
        for month, (income, left) in enumerate(zip(incomes, path, strict=True), 1)
    )
    return Table("months", "每个月的存款", columns, cells, "存款是负数，就是那个月不够还。")


def _chart(path: list[Decimal], chance: Paths) -> Chart:
    x = tuple(f"{month} 月" for month in range(1, len(path) + 1))
    series = (
        Series("plan", "照这次变动", tuple(path)),
        Series("middle", "一般运气", chance.middle),
        Series("poor", "较差运气", chance.poor),
    )
    summary = f"到最后一个月，存款是 {show(path[-1], Unit.YUAN)}。"
    return Chart("savings", "存款够不够", "line", x, series, summary)


def _working(inputs: Inputs, most: Decimal) -> Working:
    return Working(
        "怎么试的",
        (
            "每月：上月存款＋收入−生活必需−月供。低于零，就是那个月不够。",
            f"守得住的最大月供＝每个月为止（存款＋收入−必需）的累计除以月数，取最小的，得 {show(most, Unit.YUAN)}。",
            f"撑得住的可能：让每月收入随机上下浮动，最多 {show(inputs.swing, Unit.RATE, exact=True)}，试 {inputs.paths} 次。",
            "随机起点相同，结果就相同，可以重算。",
        ),
    )


def _unused(inputs: Inputs) -> tuple[Notice, ...]:
    """A word where a drop of the reader's own was typed and another one is chosen."""
    usual = specs(Inputs)
    drop, months = (Decimal(str(usual[name].default)) for name in ("custom_drop", "custom_months"))
    if inputs.shock == "custom" or (
        inputs.custom_drop == drop and Decimal(inputs.custom_months) == months
    ):
        return ()
    said = "“收入少几成”“少几个月”没有用上。要用，就在“万一”里选“自己设定”。"
    return (Notice(said, (), "warning"),)


def _notices(most: Decimal) -> tuple[Notice, ...]:
    said = "这是估算，用来试计划稳不稳，不是预测。"
    if most > 0:
        return (Notice(said),)
    return (
        Notice(said),
        Notice("计划守不住，不是你不努力。先看能领什么，保住生活，再谈暂缓。", (), "warning"),
    )


TOOL = Tool(
    "income-shock",
    "收入变动测试",
    "万一收入变少，还款计划守不守得住。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("income", ("5500", "6500", "8000", "10000")),
            ("largest_surviving_payment",),
            Cases("shock", ("cut-20", "half", "three-months-none")),
        ),
    ),
)
