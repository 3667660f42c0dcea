"""卖东西还债划不划算: the interest a sale spares, against buying the thing again."""

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
    either_way,
)
from calculators.answer.wording import show
from calculators.finance.money import fen
from calculators.finance.sale import Sale, break_even, sell
from calculators.form.declare import count, money, number, rate
from calculators.law.notices import in_force
from calculators.tool import Cases, Common, Tool
from calculators.tools._debt import STATUTE, USUAL_MULTIPLE


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A thing that could be sold, and the debt its price would pay."""

    net_proceeds: Decimal = money(
        "卖掉能到手多少", default="4000", help="扣掉平台手续费、运费以后的数。"
    )
    days_to_sell: int = count("多少天能卖掉", default=10, maximum=3650, unit="天")
    balance: Decimal = money("这笔债还欠的本金", default="20000", minimum="0.01")
    daily_rate: Decimal = rate(
        "合同日利率",
        period="day",
        default="0.0005",
        maximum="0.01",
        help="借款合同里写的，例如 0.05%。",
    )
    penalty_multiple: Decimal = number(
        "罚息是平时利率的几倍",
        default=USUAL_MULTIPLE,
        minimum="1",
        maximum="10",
        help="没逾期就填 1。逾期的看合同。",
    )
    days_until_repaid: int = count(
        "不卖的话，还要多少天才能还上这部分", default=180, maximum=3650, unit="天"
    )
    replacement_cost: Decimal = money(
        "以后再买回来要多少", default="0", help="用不着再买，就填 0。"
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """Weigh a sale. Source: ``calculators.finance.sale``."""
    daily = inputs.daily_rate * inputs.penalty_multiple
    sale = sell(
        inputs.net_proceeds,
        inputs.balance,
        daily,
        inputs.days_to_sell,
        inputs.days_until_repaid,
    )
    price = break_even(inputs.replacement_cost, inputs.balance, sale.relief)
    return Result(
        headline=_headline(inputs, sale, price),
        figures=_figures(inputs, sale, price),
        tables=(_table(inputs, sale, daily),),
        charts=(_chart(inputs, daily, sale),),
        workings=(_working(inputs, sale, daily, price),),
        left_out=(
            "钱到账以后先抵费用、利息还是本金。这里当作全部抵本金，先抵别的会省得少一些。",
            "手里没了这件东西，生活上的不方便。",
            "价钱以后涨还是跌。",
        ),
        notices=_notices(inputs, on),
        steps=(
            Step("写清卖来的钱先抵什么", "letters/part-payment"),
            Step("卖东西以前看这几条", "strategies/sell-assets"),
            Step("每月能还多少", "calculators/safe-monthly"),
        ),
    )


def _gain(inputs: Inputs, sale: Sale) -> Decimal | None:
    """What selling and buying again leaves in hand; ``None`` if it is not bought again."""
    if inputs.replacement_cost == 0:
        return None
    return inputs.net_proceeds + sale.interest_saved - inputs.replacement_cost


def _headline(inputs: Inputs, sale: Sale, price: Decimal) -> str:
    gain, saved = _gain(inputs, sale), show(sale.interest_saved, Unit.YUAN)
    if gain is not None and gain < 0:
        return (
            f"卖掉再买回来要多花 {show(-gain, Unit.YUAN)}，不划算；"
            f"至少到手 {show(price, Unit.YUAN)} 才不亏。"
        )
    if sale.interest_saved == 0:
        return "按你填的，卖掉省不下利息，不用为了省利息卖它。"
    if gain is None:
        return f"卖掉还债，能少付 {saved} 的利息和罚息。"
    return f"卖掉还债能少付 {saved}，以后买回来也不亏。"


def _figures(inputs: Inputs, sale: Sale, price: Decimal) -> tuple[Figure, ...]:
    gain = _gain(inputs, sale)
    again = "填了“以后再买回来要多少”才算。" if gain is None else ""
    return (
        Figure("interest_saved", "少付的利息和罚息", sale.interest_saved, Unit.YUAN, "卖得越快，省得越多。", estimate=True),
        Figure("break_even_price", "到手多少才不亏", price, Unit.YUAN, "低于这个数，卖了再买就亏。", estimate=True),
        Figure("paid_to_debt", "用来还债的", sale.paid, Unit.YUAN, "最多就是还欠的本金。"),
        Figure("balance_after", "还债以后还欠本金", inputs.balance - sale.paid, Unit.YUAN),
        Figure("days_saved", "少欠多少天", sale.days, Unit.DAYS),
        *either_way(
            Figure("net_gain", "卖了再买，多出来", gain, Unit.YUAN, again, estimate=True),
            Figure("net_loss", "卖了再买，亏了", None, Unit.YUAN, estimate=True),
        ),
    )  # fmt: skip


def _costs(inputs: Inputs, daily: Decimal, sale: Sale) -> tuple[Decimal, Decimal]:
    """What the whole debt costs until then: if nothing is sold, and if it is."""
    kept = fen(inputs.balance * daily * inputs.days_until_repaid)
    return kept, kept - sale.interest_saved


def _table(inputs: Inputs, sale: Sale, daily: Decimal) -> Table:
    columns = (
        Column("way", "做法", Unit.TEXT),
        Column("balance", "还欠本金", Unit.YUAN),
        Column("per_day", "每天多", Unit.YUAN),
        Column("cost", "利息和罚息一共", Unit.YUAN),
    )
    kept, sold = _costs(inputs, daily, sale)
    after = inputs.balance - sale.paid
    cells = (
        ("不卖", inputs.balance, fen(inputs.balance * daily), kept),
        ("卖掉还债以后", after, fen(after * daily), sold),
    )
    title = f"往后 {inputs.days_until_repaid} 天，两种做法"
    return Table(
        "compare", title, columns, cells, "卖掉以前的那些天，还是照原来的数算。", answer="cost"
    )


def _chart(inputs: Inputs, daily: Decimal, sale: Sale) -> Chart:
    kept, sold = _costs(inputs, daily, sale)
    series = Series("cost", "利息和罚息", (kept, sold))
    said = f"不卖要付 {show(kept, Unit.YUAN)}，卖掉付 {show(sold, Unit.YUAN)}。这是估算。"
    return Chart("compare", "利息和罚息一共多少", "bar", ("不卖", "卖掉"), (series,), said)


def _working(inputs: Inputs, sale: Sale, daily: Decimal, price: Decimal) -> Working:
    return Working(
        "少付多少利息",
        (
            f"一元本金一天的代价＝{show(inputs.daily_rate, Unit.RATE, exact=True)} × "
            f"{show(inputs.penalty_multiple, Unit.MULTIPLE)}＝{show(daily, Unit.RATE, exact=True)}。",
            f"少欠的天数＝{inputs.days_until_repaid} − {inputs.days_to_sell}＝{sale.days} 天，"
            "不足零按零算。",
            f"{show(sale.paid, Unit.YUAN)} × {show(daily, Unit.RATE, exact=True)} × {sale.days} 天"
            f"＝{show(sale.interest_saved, Unit.YUAN)}。",
            f"不亏的价钱：到手的钱加上省下的利息，正好等于买回来的 "
            f"{show(inputs.replacement_cost, Unit.YUAN)}，得 {show(price, Unit.YUAN)}。",
        ),
    )


def _notices(inputs: Inputs, on: date) -> tuple[Notice, ...]:
    found = (
        Notice(
            "生活必需的东西、看病的器具、孩子义务教育要用的，不用卖。就算强制执行，法院也不能动。",
            ("seizure-3", "cpl-255"),
            "law",
        ),
        Notice(
            "就算扣工资，也要给你和你养的家人留必需的生活费。常常只按低保标准，要自己申请。",
            ("cpl-254",),
            "law",
        ),
        Notice(
            "住的房子，只有一套也可能被卖。比如对方同意从房款里给你们留几年租金。抵押的更容易被卖。",
            ("seizure-4", "seizure-5", "objection-20"),
            "law",
        ),
        Notice("已经被法院查封的东西，不能自己卖，可以被罚款、拘留。", ("cpl-114",), "law"),
        Notice("钱不够还清时，没有另外约定，先抵利息和罚息，再抵本金。", (STATUTE,), "law"),
        Notice("靠它挣钱的工具，先别卖。收入断了，更还不上。", (), "warning"),
    )
    return in_force(found, on)


TOOL = Tool(
    "sell-asset",
    "卖东西还债划不划算",
    "卖掉能少付多少利息，卖多少才不亏。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("net_proceeds", ("1000", "3000", "5000", "10000")),
            ("interest_saved",),
            Cases("days_until_repaid", ("90", "180", "365")),
        ),
    ),
)
