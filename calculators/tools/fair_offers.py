"""按比例报价: one monthly sum shared among all creditors by what is owed to each."""

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
    Unit,
    Working,
)
from calculators.answer.wording import show
from calculators.finance.money import FEN, proportional, total
from calculators.form.declare import money, rows, text
from calculators.form.parse import refuse
from calculators.law.help import APPLY, BENEFITS
from calculators.law.notices import in_force
from calculators.tool import Cases, Common, Tool

MOST_DEBTS = 50
WORKED_DEBTS = 6


@dataclass(frozen=True, kw_only=True)
class DebtRow:
    """One debt, as a row of the form."""

    name: str = text("哪一家", most=20)
    balance: Decimal = money("还欠多少", minimum="0.01")


_DEBTS = (
    {"name": "借款甲", "balance": "16000"},
    {"name": "借款乙", "balance": "9000"},
    {"name": "信用卡", "balance": "5000"},
)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What there is to share out each month, and among which debts."""

    safe_monthly: Decimal = money(
        "每月一共能还",
        default="900",
        slider=True,
        help="用“每月能还多少”算出来的数。先付的月供要减掉。",
        fact="safe_monthly",
    )
    debts: tuple[DebtRow, ...] = rows(
        "欠哪几家",
        DebtRow,
        default=_DEBTS,
        most=MOST_DEBTS,
        each="家",
        help="同一天的数，一家一张。",
        fact="debts",
    )


@dataclass(frozen=True)
class Offer:
    """What one creditor is offered a month; ``share`` is its fraction of all that is owed."""

    name: str
    balance: Decimal
    share: Decimal
    monthly: Decimal

    @property
    def months(self) -> int | None:
        """Months until the balance is paid if no more interest is added; ``None`` if never."""
        if self.monthly == 0:
            return None
        return int((self.balance / self.monthly).to_integral_value(ROUND_CEILING))


def calculate(inputs: Inputs, on: date) -> Result:
    """Share the sum by balance, to the fen. Source: ``calculators.finance.money.proportional``."""
    if not inputs.debts:
        raise refuse("debts", "“欠哪几家”还没有填，请至少填一家。")
    offers = _offers(inputs)
    owed = total(offer.balance for offer in offers)
    return Result(
        headline=_headline(inputs, offers, owed),
        figures=_figures(inputs, offers, owed),
        tables=(_table(offers),),
        charts=(_chart(offers),),
        workings=(_working(inputs, offers, owed),),
        left_out=(
            "谈的这段时间新加的利息和罚息。请同时申请停息或减免。",
            "房贷、车贷这类断了会丢房子、车子的，先照付，不放进来分。",
            "对方可以不同意。同意了，要有书面的。",
        ),
        notices=_notices(inputs, on),
        steps=_steps(inputs),
    )


def _offers(inputs: Inputs) -> tuple[Offer, ...]:
    balances = [row.balance for row in inputs.debts]
    owed = total(balances)
    sums = proportional(min(inputs.safe_monthly, owed), balances)
    return tuple(
        Offer(row.name or f"第 {number} 家", row.balance, row.balance / owed, monthly)
        for number, (row, monthly) in enumerate(zip(inputs.debts, sums, strict=True), 1)
    )


def _headline(inputs: Inputs, offers: tuple[Offer, ...], owed: Decimal) -> str:
    if inputs.safe_monthly == 0:
        return "眼下每月拿不出钱，先不报价。看能领什么，再向每一家申请暂缓。"
    if inputs.safe_monthly >= owed:
        return "这些钱够把填的几家一次还清，请先要结清金额。"
    return (
        f"每月 {show(inputs.safe_monthly, Unit.YUAN)}，按欠款比例分给 {len(offers)} 家，"
        "每一家都是同样的比例。"
    )


def _figures(inputs: Inputs, offers: tuple[Offer, ...], owed: Decimal) -> tuple[Figure, ...]:
    offered = total(offer.monthly for offer in offers)
    ratio = offered / owed
    spare = inputs.safe_monthly - offered
    months = [offer.months for offer in offers]
    longest = None if None in months else max(m for m in months if m is not None)
    never = "有的一家分到零，算不出来。" if longest is None else "以后不再加利息才是这个数。"
    return (
        Figure("total_owed", "一共欠", owed, Unit.YUAN),
        Figure("total_offered", "每月一共报", offered, Unit.YUAN, "各家的数加起来，一分不差。"),
        Figure("ratio", "每月还欠款的", ratio, Unit.SHARE, "每一家都是这个比例。"),
        Figure("months", "大约几个月还完", longest, Unit.MONTHS, never, estimate=True),
        Figure("spare", "分完还剩", spare, Unit.YUAN, "钱比欠的多，才会有剩。"),
    )


def _table(offers: tuple[Offer, ...]) -> Table:
    columns = (
        Column("name", "哪一家", Unit.TEXT),
        Column("balance", "欠款", Unit.YUAN),
        Column("share", "占全部的", Unit.SHARE),
        Column("offer", "每月报", Unit.YUAN),
        Column("months", "几个月", Unit.COUNT),
    )
    cells = tuple((o.name, o.balance, o.share, o.monthly, o.months) for o in offers)
    return Table(
        "offers", "每一家报多少", columns, cells, "几个月，是以后不再加利息的算法。", answer="offer"
    )


def _chart(offers: tuple[Offer, ...]) -> Chart:
    series = Series("offer", "每月报", tuple(offer.monthly for offer in offers))
    said = "；".join(f"{o.name} {show(o.monthly, Unit.YUAN)}" for o in offers)
    x = tuple(offer.name for offer in offers)
    return Chart("offers", "每月给每一家多少", "bar", x, (series,), f"{said}。")


def _working(inputs: Inputs, offers: tuple[Offer, ...], owed: Decimal) -> Working:
    shared = min(inputs.safe_monthly, owed)
    steps = [f"欠款加起来是 {show(owed, Unit.YUAN)}，要分的是 {show(shared, Unit.YUAN)}。"]
    steps += [
        f"{o.name}：{show(shared, Unit.YUAN)} × {show(o.balance, Unit.YUAN)} ÷ {show(owed, Unit.YUAN)}"
        f"，得 {show(o.monthly, Unit.YUAN)}。"
        for o in offers[:WORKED_DEBTS]
    ]
    steps.append(
        f"先都舍到分，差的几分，一家 {show(FEN, Unit.YUAN)}，补给零头最大的几家，所以加起来正好。"
    )
    return Working("每一家报多少", tuple(steps))


def _notices(inputs: Inputs, on: date) -> tuple[Notice, ...]:
    equal = Notice("同一天告诉每一家：大家都是同样的比例。这样最公平，也最好谈。")
    if inputs.safe_monthly > 0:
        return (equal, Notice("这是按比例的报价，不是法律规定的数。对方可以不同意，再谈就是。"))
    said = "先保住吃、住、看病。没有钱的时候，不答应任何数。"
    return in_force((Notice(said, (), "warning"), APPLY), on)


def _steps(inputs: Inputs) -> tuple[Step, ...]:
    if inputs.safe_monthly == 0:
        return (
            BENEFITS,
            Step("写信说明困难，申请暂缓", "letters/hardship-hold"),
            Step("看看可以找谁帮忙", "strategies/find-help"),
        )
    return (
        Step("附一张收支表", "letters/financial-statement"),
        Step("把能还的数写给每一家", "letters/repayment-ability"),
        Step("有余钱了，看先还哪个", "calculators/payoff-order"),
    )


TOOL = Tool(
    "fair-offers",
    "按比例报价",
    "每月一笔钱，按欠款比例报给每一家。",
    Inputs,
    calculate,
    common=(
        Common(Cases("safe_monthly", ("300", "600", "900", "1200", "2000")), ("ratio", "months")),
    ),
)
