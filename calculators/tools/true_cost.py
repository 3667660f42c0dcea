"""真实年化成本: what a loan really costs a year when every fee is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    either_way,
)
from calculators.answer.wording import show
from calculators.finance.dates import due_dates
from calculators.finance.money import fen, precise, total
from calculators.finance.rates import Roots, irr, simple_yearly, xirr
from calculators.form.declare import choice, count, day, money, rate, rows
from calculators.form.parse import refuse
from calculators.law.rate_caps import (
    Cap,
    cap_notice,
    caps,
    older_notice,
    older_private_notice,
)
from calculators.rules import SURE
from calculators.tool import Cases, Common, Tool

METHODS = {
    "instalments": "每期还一样多",
    "interest-first": "先息后本（每期付息，最后还本）",
    "total-fee": "分期，另说一个总手续费率",
    "single-sum": "到期一次还清",
}
_BY_MONTH = "method=instalments|interest-first|total-fee"
_OTHER = "总手续费、到期一次还的，填这里"
DAYS_A_YEAR = 365
MONTHS_A_YEAR = 12
MOST_A_YEAR = Decimal("1e12")
"""A short loan at a monstrous fee compounds to a very large rate and is still answered."""
NO_RATE = "还的钱比到手的钱少太多，算不出利率。"


@dataclass(frozen=True, kw_only=True)
class Flow:
    """One payment out or in, as a row of the form."""

    date: date = day("还款日")
    amount: Decimal = money("还了多少", minimum="0.01")


_EXAMPLE = "1835.98"
"""What an instalment of the example costs; no other way of paying does."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A loan as it was sold, and what was really paid."""

    principal: Decimal = money(
        "合同上的借款本金",
        default="20000",
        minimum="0.01",
        help="合同或借据上写的数。",
        fact="loan_principal",
    )
    upfront_fee: Decimal = money(
        "先扣掉的费用", default="0", help="放款时扣走的手续费、担保费、会员费。没有就填 0。"
    )
    method: str = choice(
        "怎么还", METHODS, default="instalments", help="不清楚，看账单每期还多少。", unless="flows"
    )
    months: int = count(
        "分几期还",
        default=12,
        minimum=1,
        maximum=600,
        unit="个月",
        unless="flows",
        fact="loan_months",
        applies=_BY_MONTH,
    )
    monthly_payment: Decimal = money(
        "每期还多少", default=_EXAMPLE, slider=True,
        help="账单上每月扣的数，包含本金和利息。先息后本的，填每期付的息。",
        unless="flows",
        applies="method=instalments|interest-first",
    )  # fmt: skip
    monthly_fee: Decimal = money(
        "每期另外收的费用",
        default="0",
        help="服务费、担保费等，和月供分开扣的。",
        unless="flows",
        applies=_BY_MONTH,
    )
    fee_rate: Decimal | None = rate(
        "总手续费率",
        optional=True,
        must="按总手续费率的要填",
        help="几期加起来收百分之几。例如“12 期 8.8%”，填 8.8%。",
        group=_OTHER,
        applies="method=total-fee",
    )
    repaid: Decimal | None = money(
        "到期一共还多少",
        minimum="0.01",
        optional=True,
        must="到期一次还的要填",
        help="本金、利息、费用加在一起。",
        group=_OTHER,
        applies="method=single-sum",
    )
    due_date: date | None = day(
        "哪天到期",
        optional=True,
        must="到期一次还的要填",
        group=_OTHER,
        applies="method=single-sum",
    )
    received: Decimal | None = money(
        "实际到手",
        optional=True,
        minimum="0.01",
        help="不填就用本金减去先扣的费用。",
        group="更多",
        fact="received",
        empty="本金减去先扣的费用",
    )
    contract_date: date | None = day(
        "签合同那天",
        optional=True,
        help="不填就当作今天。用来查当时的规定。",
        group="更多",
        empty="今天",
    )
    flows: tuple[Flow, ...] = rows(
        "每次还款（日期不规则时填）", Flow, each="笔", help="填了这张表，就不看上面的期数和月供。", group="更多", most=600, empty="上面的期数和月供")  # fmt: skip


@dataclass(frozen=True)
class Cost:
    """The loan as the borrower lived it, and its yearly cost; ``None`` where there is no rate.

    Money comes once and is then only paid back: there is one rate, or none, and never several.
    """

    received: Decimal
    paid: Decimal
    xirr: Roots
    nominal: Decimal | None
    """The simple yearly rate: a month's times twelve, or by actual days where months do not count."""
    effective: Decimal | None
    """The compounded yearly rate."""
    by_days: bool = False
    days: int | None = None
    """The days of a loan that is paid back in one sum."""


def calculate(inputs: Inputs, on: date) -> Result:
    """The yearly cost by internal rate of return; 中国人民银行公告〔2021〕第3号 names that method."""
    signed = inputs.contract_date or on
    cost = _cost(inputs, signed)
    _refuse_too_much(inputs, cost)
    yearly = caps(signed, on)
    return Result(
        headline=_headline(cost),
        figures=_figures(cost),
        tables=(_table(cost, yearly),),
        charts=_charts(cost, yearly),
        workings=(_working(inputs, cost),),
        left_out=(
            "逾期以后的罚息，请用“今天一共欠多少”。",
            "买东西送的会员、积分值多少钱。",
        ),
        notices=(*_not_taken_off(inputs), *_notices(cost, signed, on)),
        steps=(
            Step("核对对方有没有给你看综合融资成本", "rights/interest"),
            Step("请求减掉超出的部分：看这封信", "letters/waive-above-24"),
        ),
    )


def _cost(inputs: Inputs, signed: date) -> Cost:
    received = inputs.principal - inputs.upfront_fee if inputs.received is None else inputs.received
    if received <= 0:
        raise refuse("upfront_fee", "“先扣掉的费用”不能比本金还多，请检查这两个数。")
    if received > inputs.principal:
        said = f"“实际到手”比合同上的本金 {show(inputs.principal, Unit.YUAN)}还多，请看看是不是填反了。"
        raise refuse("received", said)
    if not inputs.flows:
        _check_method(inputs)
    if inputs.flows:
        return _irregular(received, inputs.flows, signed)
    if inputs.method == "single-sum":
        return _at_once(inputs, received, signed)
    payments = [_payment(inputs)] * inputs.months
    if inputs.method == "interest-first":
        payments[-1] += inputs.principal
    dues = due_dates(signed, inputs.months)
    dated = [(due, -paid) for due, paid in zip(dues, payments, strict=True)]
    monthly = irr([received, *(amount for _, amount in dated)]).chosen
    simple = None if monthly is None else monthly * MONTHS_A_YEAR
    compounded = None if monthly is None else (1 + monthly) ** MONTHS_A_YEAR - 1
    by_day = xirr([(signed, received), *dated])
    return Cost(received, fen(total(payments)), by_day, simple, compounded)


def _check_method(inputs: Inputs) -> None:
    """Refuse what was typed for another way of paying: it would be dropped, and an example stand for it."""
    typed = (
        ("fee_rate", "总手续费率", inputs.fee_rate, "total-fee"),
        ("repaid", "到期一共还多少", inputs.repaid, "single-sum"),
        ("due_date", "哪天到期", inputs.due_date, "single-sum"),
    )
    for field, label, value, method in typed:
        if value is not None and inputs.method != method:
            way = METHODS[method].partition("（")[0]
            said = f"填了“{label}”，“怎么还”就要选“{way}”；不是这样还的，把这一格清空。"
            raise refuse(field, said)


def _payment(inputs: Inputs) -> Decimal:
    """What one period costs; of a loan that pays interest first, without the principal."""
    payment = inputs.monthly_payment
    if inputs.method == "interest-first" and payment == Decimal(_EXAMPLE):
        raise refuse("monthly_payment", "“每期还多少”要填每期付的息，请照账单填写。")
    if inputs.method == "total-fee":
        if inputs.fee_rate is None:
            raise refuse("fee_rate", "“总手续费率”还没有填，例如“12 期 8.8%”就填 8.8%。")
        with precise():
            payment = inputs.principal * (1 + inputs.fee_rate) / inputs.months
    payment += inputs.monthly_fee
    if payment == 0:
        raise refuse("monthly_payment", "“每期还多少”要大于 0，请照账单填写。")
    return payment


def _at_once(inputs: Inputs, received: Decimal, signed: date) -> Cost:
    if inputs.repaid is None:
        raise refuse("repaid", "“到期一共还多少”还没有填，本金和利息加在一起填。")
    if inputs.due_date is None:
        raise refuse("due_date", "“哪天到期”还没有填，到期一次还的要填。")
    if inputs.due_date <= signed:
        raise refuse("due_date", f"“哪天到期”要晚于借钱那天 {signed}，请检查日期。")
    if inputs.monthly_fee:
        said = "到期一次还的没有每期。这笔钱请加进“到期一共还多少”，这一格填 0。"
        raise refuse("monthly_fee", f"“每期另外收的费用”{said}")
    found = _by_days(received, [(inputs.due_date, inputs.repaid)], signed)
    return replace(found, days=(inputs.due_date - signed).days)


def _irregular(received: Decimal, flows: tuple[Flow, ...], signed: date) -> Cost:
    early = next((i for i, flow in enumerate(flows) if flow.date < signed), None)
    if early is not None:
        raise refuse(
            f"flows.{early}.date", f"第 {early + 1} 行的还款日早于签合同那天 {signed}，请检查日期。"
        )
    return _by_days(received, [(flow.date, flow.amount) for flow in flows], signed)


def _by_days(received: Decimal, paid: Sequence[tuple[date, Decimal]], signed: date) -> Cost:
    """The cost by actual days, where no month is like another."""
    flows = [(signed, received), *((day, -amount) for day, amount in paid)]
    roots = xirr(flows)
    simple = None if roots.no_solution else simple_yearly(flows)
    whole = total(amount for _, amount in paid)
    return Cost(received, whole, roots, simple, roots.chosen, by_days=True)


def _refuse_too_much(inputs: Inputs, cost: Cost) -> None:
    """More paid than received has one rate; where none is found, it is above all that we look at."""
    highest = max(cost.xirr.chosen or 0, cost.effective or 0)
    above = cost.paid > cost.received and (cost.xirr.no_solution or highest > MOST_A_YEAR)
    if above:
        fields = {"single-sum": "repaid", "total-fee": "fee_rate"}
        field = "flows" if inputs.flows else fields.get(inputs.method, "monthly_payment")
        raise refuse(
            field,
            "照这些数，一年的利率超过 1 万亿倍，这里算不了。"
            "请检查到手的钱、还的钱和日期，有没有多打或少打几个零。",
        )


def _not_taken_off(inputs: Inputs) -> tuple[Notice, ...]:
    """A word where both what was received and a fee are given, and they do not come to the same."""
    received, fee = inputs.received, inputs.upfront_fee
    if received is None or not fee or received == inputs.principal - fee:
        return ()
    said = f"填了实际到手 {show(received, Unit.YUAN)}，先扣的 {show(fee, Unit.YUAN)}就不再减。"
    return (Notice(said, (), "warning"),)


def _headline(cost: Cost) -> str:
    if cost.effective is not None and cost.paid < cost.received:
        short = show(cost.received - cost.paid, Unit.YUAN)
        return f"照这样还，比到手的钱少还 {short}，没有多花利息。"
    if cost.paid == cost.received:
        return "借多少就还多少，没有多花钱，不用算年利率。"
    extra = show(cost.paid - cost.received, Unit.YUAN)
    if cost.effective is None:
        short = show(cost.received - cost.paid, Unit.YUAN)
        return f"这样还，比到手的钱少还 {short}，算不出一个年利率。"
    return f"把费用都算上，这笔借款的真实年化成本约 {show(cost.nominal, Unit.RATE)}，一共多还 {extra}。"


def _figures(cost: Cost) -> tuple[Figure, ...]:
    none = "" if cost.effective is not None else NO_RATE
    simple = "月利率乘 12。"
    compounded = "每月利滚利。"
    if cost.by_days:
        simple = "按实际天数，利息不滚利息，一年 365 天。"
        compounded = "按实际天数，利息也生利息。"
    if cost.days is not None:
        simple = "多还的钱 ÷ 到手的钱 × 365 ÷ 天数。"
    return (
        Figure("nominal_annual", "年化（单利口径）", cost.nominal, Unit.RATE, none or simple, gives="annual_rate"),
        Figure("effective_annual", "年化（复利口径）", cost.effective, Unit.RATE, none or compounded),
        Figure("xirr", "按实际日子算的年化", cost.xirr.chosen, Unit.RATE, none or "和表格软件的 XIRR 一样。"),
        *_more_or_less(cost),
    )  # fmt: skip


def _more_or_less(cost: Cost) -> tuple[Figure, ...]:
    """What was paid beside what was received; for a reader never a negative sum."""
    apart = cost.paid - cost.received
    return either_way(
        Figure("total_cost", "一共多还", apart, Unit.YUAN, "还的钱减去到手的钱。"),
        Figure("total_short", "一共少还", None, Unit.YUAN, "到手的钱减去还的钱。"),
    )


def _table(cost: Cost, yearly: tuple[Cap, ...]) -> Table:
    columns = (
        Column("line", "哪条线", Unit.TEXT),
        Column("rate", "年利率", Unit.RATE),
        Column("over", "你的成本", Unit.TEXT),
        Column("binds", "管谁", Unit.TEXT),
        Column("use", "怎么用", Unit.TEXT),
    )
    cells = tuple((_named(x), x.rate, _compared(cost, x), x.binds, x.use) for x in yearly)
    return Table("lines", "和各条线比一比", columns, cells, "不同的线管不同的出借人，别用错。")


def _named(cap: Cap) -> str:
    return f"{cap.name}·{SURE['reported']}" if cap.reported else cap.name


def _compared(cost: Cost, cap: Cap) -> str:
    if cost.nominal is None:
        return "算不出"
    return "高过这条线" if cost.nominal > cap.rate else "没有高过"


def _charts(cost: Cost, yearly: tuple[Cap, ...]) -> tuple[Chart, ...]:
    if cost.nominal is None:
        return ()
    bars = (("你的借款", cost.nominal), *((f"线 {i}", x.rate) for i, x in enumerate(yearly, 1)))
    named = "；".join(f"线 {i} 是{x.name}" for i, x in enumerate(yearly, 1))
    series = Series("rate", "年利率", tuple(value for _, value in bars))
    summary = f"你的借款年化 {show(cost.nominal, Unit.RATE)}。{named}。"
    x = tuple(label for label, _ in bars)
    return (Chart("lines", "真实年化成本和几条线", "bar", x, (series,), summary, Unit.RATE),)


def _working(inputs: Inputs, cost: Cost) -> Working:
    steps = [
        f"到手 {show(cost.received, Unit.YUAN)}，一共还 {show(cost.paid, Unit.YUAN)}。",
    ]
    if cost.days is not None:
        steps.append(
            f"年化（单利口径）＝{show(cost.paid - cost.received, Unit.YUAN)} ÷ {show(cost.received, Unit.YUAN)}"
            f" × {DAYS_A_YEAR} ÷ {cost.days} 天＝{show(cost.nominal, Unit.RATE)}。"
        )
        return Working("真实年化成本", tuple(steps))
    if inputs.method == "interest-first" and not inputs.flows:
        steps.append("每期只付息，本金最后一期才还，所以每期都占用整笔本金。")
    if inputs.method == "total-fee" and not inputs.flows:
        steps.append(
            f"每期还：本金加总手续费，除以 {inputs.months} 期，"
            f"{show(fen(_payment(inputs)), Unit.YUAN)}。手续费不因为本金少了就少收。"
        )
    if cost.by_days:
        steps.append(
            "单利口径：找一个年利率，每天的利息＝还欠的钱 × 年利率 ÷ 365。"
            "每次还的钱先付到那天的利息，再还本金，最后正好还清。"
        )
        steps.append("复利口径：没付的利息也生利息，借满一年算一次。和表格软件的 XIRR 一样。")
        return Working("真实年化成本", tuple(steps))
    steps.append(
        "找一个利率，让以后每次还的钱折回放款那天，加起来正好等于到手的钱。这叫内部收益率（IRR）。"
    )
    if cost.nominal is not None:
        monthly = show(cost.nominal / MONTHS_A_YEAR, Unit.RATE)
        steps.append(f"这里的月利率约 {monthly}；乘 12 是单利口径，连乘 12 次是复利口径。")
    return Working("真实年化成本", tuple(steps))


def _notices(cost: Cost, signed: date, on: date) -> tuple[Notice, ...]:
    said = "四倍 LPR 只管民间借贷，不能拿来要求借呗这类持牌机构。"
    not_yet = f"签合同那天 {show(signed, Unit.DATE)}还没到。请看看年份有没有写错。"
    return (
        *((Notice(not_yet, (), "warning"),) if signed > on else ()),
        *cap_notice(cost.nominal, on),
        *older_notice(signed, on),
        *older_private_notice(signed, on),
        Notice(said, ("private-lending-1",), "law"),
    )


TOOL = Tool(
    "true-cost",
    "真实年化成本",
    "把费用都算上，一年真正花多少。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("monthly_payment", ("1750", "1800", "1835.98", "1900", "2000")),
            ("nominal_annual",),
            Cases("upfront_fee", ("0", "600", "1000")),
        ),
    ),
)
