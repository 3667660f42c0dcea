"""“代理维权”的真实代价: what a debt fixer's fee does to your own plan, and the red flags it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from calculators.answer.result import (
    Chart,
    Column,
    Figure,
    Notice,
    Result,
    Series,
    Step,
    Table,
    Tone,
    Unit,
    Working,
)
from calculators.answer.wording import show
from calculators.finance.money import ZERO
from calculators.form.declare import choice, count, flag, money
from calculators.tool import Cases, Common, Tool

PROMISES = {
    "no-interest": "保证免息、停息挂账",
    "stop-calls": "保证不再有催收",
    "clean-record": "修复征信、洗白记录",
    "long-instalments": "保证分很多期",
    "buy-out": "内部渠道低价买断你的债",
}
_ANSWERS = {
    "no-interest": "减免、停息要贷款机构同意，谁都保证不了。你自己也能申请，不花钱。",
    "stop-calls": "违规的催收，你自己就能投诉。合法的提醒，谁也停不了。",
    "clean-record": "真实的逾期记录改不掉。收费修复征信，要当骗局防。",
    "long-instalments": "长期分期没有“必须同意”的规定，靠你自己的还款能力去谈。",
    "buy-out": "个人贷款只能成批转给有资格的机构，没有给个人的内部渠道。",
}
_ANSWER_RULES: dict[str, tuple[str, ...]] = {
    "no-interest": ("civil-code-678",),
    "stop-calls": (),
    "clean-record": ("credit-reg-25", "credit-repair-2026-followup"),
    "long-instalments": ("why-art70-not-jiebei",),
    "buy-out": ("npl-transfer-pilot",),
}
_FLAGS = {
    "upfront": "先收费，后办事",
    "guarantee": "打包票，说一定成功",
    "silence": "叫你别接电话、别联系贷款机构",
    "secrets": "要身份证、银行卡、验证码，或者要你交出电话卡",
    "forgery": "帮你编病历、贫困证明、流水",
    "insider": "自称有内部关系",
}
_GRAVE = {
    "secrets": "把卡和验证码交出去，可能被拿去借款、转账。",
    "forgery": "编造材料会把民事的债变成刑事的风险。",
    "silence": "失联会让对方更快走到起诉，还会错过法院的期限。",
}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What somebody asks for to settle a debt, and what they promise."""

    debt: Decimal = money("你欠的总数", default="20300", minimum="0.01", fact="own_total")
    fee: Decimal = money("他们要收多少", default="3000")
    promise: str = choice("他们保证什么", PROMISES, default="no-interest")
    own_monthly: Decimal = money("你自己每月能还", default="1200", minimum="1", fact="safe_monthly")
    silent_months: int = count(
        "他们让你等几个月", default=3, maximum=60, unit="个月", help="这段时间没人还款，罚息照算。"
    )
    cost_per_day: Decimal = money(
        "再拖一天多", default="15", help="用“今天一共欠多少”算出来的数。", fact="cost_per_day"
    )
    upfront: bool = flag(_FLAGS["upfront"], default=True, group="他们有没有这样做")
    guarantee: bool = flag(_FLAGS["guarantee"], default=True, group="他们有没有这样做")
    silence: bool = flag(_FLAGS["silence"], group="他们有没有这样做")
    secrets: bool = flag(_FLAGS["secrets"], group="他们有没有这样做")
    forgery: bool = flag(_FLAGS["forgery"], group="他们有没有这样做")
    insider: bool = flag(_FLAGS["insider"], group="他们有没有这样做")


DAYS_A_MONTH = 30
"""For an estimate of waiting only; real months have 28 to 31 days."""


def calculate(inputs: Inputs, on: date) -> Result:
    """Hold the fixer's way against paying by oneself with the same monthly sum."""
    waiting = inputs.cost_per_day * DAYS_A_MONTH * inputs.silent_months
    extra = inputs.fee + waiting
    matched = [key for key in _FLAGS if getattr(inputs, key)]
    own, theirs = _months(inputs.debt, inputs), _months(inputs.debt + extra, inputs)
    delay = theirs + inputs.silent_months - own
    return Result(
        headline=_headline(extra, delay, len(matched)),
        figures=(
            Figure("extra_cost", "一共多花", extra, Unit.YUAN, "收费加上等的时候多出来的罚息。", estimate=True),
            Figure("fee_share", "收费占欠款", inputs.fee / inputs.debt, Unit.SHARE),
            Figure("waiting_cost", "等的时候多出的罚息", waiting, Unit.YUAN, estimate=True),
            Figure("own_months", "自己还，要几个月", own, Unit.MONTHS),
            Figure("delay_months", "晚几个月还清", delay, Unit.MONTHS, estimate=True),
            Figure("flags_matched", "对上几个危险信号", len(matched), Unit.COUNT, f"一共 {len(_FLAGS)} 个。"),
        ),
        tables=(_flags_table(inputs),),
        charts=(_chart(inputs, waiting),),
        workings=(_working(inputs, waiting, extra),),
        left_out=("他们把你的信息卖给别人、拿去借款的损失。", "错过法院期限的后果。"),
        notices=_notices(inputs, matched),
        steps=(
            Step("自己写信谈，不花钱", "letters/hardship-hold"),
            Step("真正能帮忙的有谁", "strategies/find-help"),
            Step("算每月能还多少", "calculators/safe-monthly"),
        ),
    )  # fmt: skip


def _months(amount: Decimal, inputs: Inputs) -> int:
    return int((amount / inputs.own_monthly).to_integral_value(ROUND_CEILING))


def _headline(extra: Decimal, delay: int, matched: int) -> str:
    if matched:
        return f"对上 {matched} 个危险信号，别交钱。算下来多花 {show(extra, Unit.YUAN)}，晚 {delay} 个月还清。"
    return f"算下来多花 {show(extra, Unit.YUAN)}，晚 {delay} 个月还清。他们做的，你自己都能做。"


def _flags_table(inputs: Inputs) -> Table:
    columns = (
        Column("sign", "危险信号", Unit.TEXT),
        Column("matched", "有没有", Unit.TEXT),
        Column("why", "为什么危险", Unit.TEXT),
    )
    cells = tuple(
        (name, "有" if getattr(inputs, key) else "没有", _GRAVE.get(key, "正规的帮助不会这样。"))
        for key, name in _FLAGS.items()
    )
    return Table("flags", "危险信号对照", columns, cells)


def _chart(inputs: Inputs, waiting: Decimal) -> Chart:
    ways = ("自己还", "找他们")
    series = (
        Series("debt", "欠的总数", (inputs.debt, inputs.debt)),
        Series("fee", "收费", (ZERO, inputs.fee)),
        Series("waiting", "多出的罚息", (ZERO, waiting)),
    )
    summary = f"找他们，一共要花 {show(inputs.debt + inputs.fee + waiting, Unit.YUAN)}。"
    return Chart("ways", "自己还和找他们", "stacked", ways, series, summary)


def _working(inputs: Inputs, waiting: Decimal, extra: Decimal) -> Working:
    return Working(
        "怎么算的",
        (
            f"等的时候：每天 {show(inputs.cost_per_day, Unit.YUAN)} × {DAYS_A_MONTH} 天 × "
            f"{inputs.silent_months} 个月＝{show(waiting, Unit.YUAN)}。一个月按 {DAYS_A_MONTH} 天估算。",
            f"一共多花＝收费 {show(inputs.fee, Unit.YUAN)}＋{show(waiting, Unit.YUAN)}＝{show(extra, Unit.YUAN)}。",
            f"几个月还清＝总数 ÷ 每月 {show(inputs.own_monthly, Unit.YUAN)}，不足一个月算一个月，不算以后的利息。",
        ),
    )


def _notices(inputs: Inputs, matched: list[str]) -> tuple[Notice, ...]:
    rules = _ANSWER_RULES[inputs.promise]
    tone: Tone = "reported" if inputs.promise in ("buy-out", "clean-record") else "law"
    found = [
        Notice(_ANSWERS[inputs.promise], rules, tone if rules else "note"),
        Notice(
            "收费的“代理维权”“停息挂账”“征信修复”是重点打击的对象，多半是骗局。",
            ("anti-collection-blackgray",),
            "reported",
        ),
    ]
    if "forgery" in matched:
        found.append(
            Notice("借款和协商时要如实说明情况。编造材料可能构成犯罪。", ("crim-175-1",), "law")
        )
    return tuple(found)  # fmt: skip


TOOL = Tool(
    "fixer-cost",
    "“代理维权”的真实代价",
    "交给他们要多花多少，对上几个危险信号。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("fee", ("1000", "3000", "5000", "8000")),
            ("extra_cost",),
            Cases("silent_months", ("1", "3", "6")),
        ),
    ),
)
