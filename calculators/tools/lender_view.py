"""对方的账: what a bad loan is worth to the lender by each route, beside what you offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators import rules
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
from calculators.finance.money import ZERO, fen, total
from calculators.form.declare import choice, count, money, rate, rows, text
from calculators.law.court import fee
from calculators.rules import Scale
from calculators.tool import Cases, Common, Tool

MONTHS_A_YEAR = 12
CLASSES = {
    "normal": "正常",
    "attention": "关注",
    "substandard": "次级",
    "doubtful": "可疑",
    "loss": "损失",
}
_BAD = ("substandard", "doubtful", "loss")
_SALES = "jiebei-npl-sales"
_SALE_PRICE = str(rules.at(date.max)[_SALES].number("starting_price_ratio_max"))
TARIFF_FROM = date(2007, 4, 1)


@dataclass(frozen=True, kw_only=True)
class Bucket:
    """One class of a lender's loans, as a row of the form."""

    name: str = text("叫什么", most=20)
    kind: str = choice("哪一级", CLASSES, default="normal")
    balance: Decimal = money("余额", maximum="1000000000000")
    roll_rate: Decimal = rate("下个月变坏一级的比例", default="0", maximum="1")
    provision_rate: Decimal = rate("要准备多少损失", default="0", maximum="1")


_BUCKETS = (
    {"name": "没逾期", "kind": "normal", "balance": "95000000", "roll_rate": "0.02", "provision_rate": "0.01"},
    {"name": "逾期 90 天内", "kind": "attention", "balance": "3000000", "roll_rate": "0.4", "provision_rate": "0.1"},
    {"name": "逾期 91 到 270 天", "kind": "substandard", "balance": "1200000", "roll_rate": "0.6", "provision_rate": "0.4"},
    {"name": "逾期更久", "kind": "loss", "balance": "800000", "provision_rate": "1"},
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A debt as its lender sees it."""

    debt: Decimal = money("你欠的总数", default="20300", minimum="0.01", fact="own_total")
    offer_monthly: Decimal = money("你提的每月还", default="800", fact="monthly")
    offer_months: int = count("你提的月数", default=25, maximum=360, unit="个月", fact="months")
    keep_rate: Decimal = rate(
        "你守住计划的可能", default="0.8", maximum="1", help="对方也会这样估。这是估算。"
    )
    call_recovery: Decimal = rate(
        "一直打电话能收回",
        default="0.15",
        maximum="1",
        help="假设的数，可以改。",
        group="对方的几条路",
    )
    call_cost: Decimal = money("打电话每月花", default="60", group="对方的几条路")
    call_months: int = count(
        "打多少个月", default=12, maximum=120, unit="个月", group="对方的几条路"
    )
    suit_recovery: Decimal = rate(
        "起诉能收回", default="0.4", maximum="1", help="假设的数，可以改。", group="对方的几条路"
    )
    suit_cost: Decimal = money("起诉的人工和律师", default="1000", group="对方的几条路")
    suit_months: int = count(
        "起诉到收到钱", default=18, maximum=120, unit="个月", group="对方的几条路"
    )
    sale_price: Decimal = rate(
        "卖掉能拿到",
        default=_SALE_PRICE,
        maximum="1",
        help="公告里的起拍价约是这样。",
        group="对方的几条路",
    )
    funding_rate: Decimal = rate(
        "对方的资金成本（一年）",
        default="0.04",
        maximum="1",
        help="假设的数，可以改。",
        group="对方的几条路",
    )
    buckets: tuple[Bucket, ...] = rows(
        "对方的贷款分级（例子）", Bucket, default=_BUCKETS, most=12, group="对方的整本账"
    )  # fmt: skip


@dataclass(frozen=True)
class Route:
    """One way for the lender to get money back: expected yuan, cost, and months until it comes."""

    name: str
    expected: Decimal
    cost: Decimal
    months: Decimal

    def worth(self, funding: Decimal) -> Decimal:
        """Today's value: simple discount by the lender's cost of money for the months waited."""
        return fen(self.expected / (1 + funding * self.months / MONTHS_A_YEAR) - self.cost)


def calculate(inputs: Inputs, on: date) -> Result:
    """Expected value of each route today, and the lender's book; every rate is an assumption."""
    routes = _routes(inputs, on)
    yours = routes[0].worth(inputs.funding_rate)
    others = [r.worth(inputs.funding_rate) for r in routes[1:]]
    return Result(
        headline=_headline(yours, max(others)),
        figures=_figures(inputs, routes),
        tables=(_table(inputs, routes), _book(inputs)),
        charts=(_chart(inputs, routes),),
        workings=(_working(inputs),),
        left_out=("每家机构的真实数字都不公开，这里的比例是可以改的假设。", "机构怎么看名声、怎么守规矩，没有折成钱。"),
        notices=(
            Notice("这是估算，帮你看懂对方为什么愿意谈，不代表对方一定会答应。"),
            Notice("长期逾期的贷款会被成批卖掉，起拍价只有欠款的一小部分。", (_SALES,), "reported"),
        ),
        steps=(
            Step("拿你的方案去谈", "strategies/negotiate"),
            Step("先算守得住的月供", "calculators/safe-monthly"),
        ),
    )  # fmt: skip


def _routes(inputs: Inputs, on: date) -> tuple[Route, ...]:
    """Your offer first, then what the lender can do without you."""
    tariff = rules.at(max(on, TARIFF_FROM))["court-fee-property"].value("tariff")
    assert isinstance(tariff, Scale)
    promised = min(inputs.debt, inputs.offer_monthly * inputs.offer_months)
    half = Decimal(1) / 2  # money that comes evenly over n months waits n / 2 months on average
    return (
        Route("你的方案", promised * inputs.keep_rate, ZERO, inputs.offer_months * half),
        Route(
            "一直打电话",
            inputs.debt * inputs.call_recovery,
            inputs.call_cost * inputs.call_months,
            inputs.call_months * half,
        ),
        Route(
            "起诉",
            inputs.debt * inputs.suit_recovery,
            inputs.suit_cost + fee(inputs.debt, tariff),
            Decimal(inputs.suit_months),
        ),
        Route("成批卖掉", inputs.debt * inputs.sale_price, ZERO, ZERO),
    )


def _headline(yours: Decimal, best: Decimal) -> str:
    mine, theirs = show(yours, Unit.YUAN), show(best, Unit.YUAN)
    if yours > best:
        return f"估算下来，你的方案对他们值 {mine}，比别的路（最多 {theirs}）更划算。"
    return f"估算下来，你的方案对他们值 {mine}，别的路最多值 {theirs}，谈的时候要再想想。"


def _figures(inputs: Inputs, routes: tuple[Route, ...]) -> tuple[Figure, ...]:
    keys = ("offer_value", "recovery_calls", "recovery_suit", "recovery_sale")
    worth = [
        Figure(key, f"{r.name}，今天值", r.worth(inputs.funding_rate), Unit.YUAN, estimate=True)
        for key, r in zip(keys, routes, strict=True)
    ]
    return (
        *worth,
        Figure("npl_ratio", "整本账的不良率", _ratio(inputs.buckets), Unit.SHARE, "次级、可疑、损失占全部。"),
        Figure("npl_ratio_next", "下个月的不良率", _ratio_next(inputs.buckets), Unit.SHARE, estimate=True),
        Figure("provisions", "要准备的损失", _provisions(inputs.buckets), Unit.YUAN, "每一级余额乘比例。"),
    )  # fmt: skip


def _ratio(buckets: tuple[Bucket, ...]) -> Decimal | None:
    whole = total(b.balance for b in buckets)
    return total(b.balance for b in buckets if b.kind in _BAD) / whole if whole else None


def _ratio_next(buckets: tuple[Bucket, ...]) -> Decimal | None:
    """The ratio a month on: what rolls out of attention turns bad; nothing is repaid or lent."""
    whole = total(b.balance for b in buckets)
    turning = total(b.balance * b.roll_rate for b in buckets if b.kind == "attention")
    bad = total(b.balance for b in buckets if b.kind in _BAD)
    return (bad + turning) / whole if whole else None


def _provisions(buckets: tuple[Bucket, ...]) -> Decimal:
    return fen(total(b.balance * b.provision_rate for b in buckets))


def _table(inputs: Inputs, routes: tuple[Route, ...]) -> Table:
    columns = (
        Column("route", "哪条路", Unit.TEXT),
        Column("expected", "估计收回", Unit.YUAN),
        Column("cost", "要花", Unit.YUAN),
        Column("months", "平均等几个月", Unit.COUNT),
        Column("worth", "今天值", Unit.YUAN),
    )
    cells = tuple(
        (r.name, fen(r.expected), r.cost, r.months, r.worth(inputs.funding_rate)) for r in routes
    )
    return Table("routes", "几条路比一比", columns, cells, answer="worth")


def _book(inputs: Inputs) -> Table:
    columns = (
        Column("name", "哪一类", Unit.TEXT),
        Column("kind", "哪一级", Unit.TEXT),
        Column("balance", "余额", Unit.YUAN),
        Column("provision", "要准备的损失", Unit.YUAN),
    )
    cells = tuple(
        (b.name, CLASSES[b.kind], b.balance, fen(b.balance * b.provision_rate))
        for b in inputs.buckets
    )
    return Table("book", "对方的整本账（例子）", columns, cells)


def _chart(inputs: Inputs, routes: tuple[Route, ...]) -> Chart:
    worth = tuple(r.worth(inputs.funding_rate) for r in routes)
    series = Series("worth", "今天值", worth)
    said = "；".join(f"{r.name} {show(w, Unit.YUAN)}" for r, w in zip(routes, worth, strict=True))
    return Chart(
        "routes", "每条路今天值多少", "bar", tuple(r.name for r in routes), (series,), f"{said}。"
    )


def _working(inputs: Inputs) -> Working:
    funding = show(inputs.funding_rate, Unit.RATE, exact=True)
    return Working(
        "怎么估的",
        (
            "你的方案：每月还 × 月数 × 守住的可能，最多算到欠的总数。",
            "打电话、起诉、卖掉：欠的总数 × 能收回的比例。",
            "起诉还要先垫案件受理费，按规定的表算。",
            f"早晚不同的钱，按一年 {funding} 折到今天：收回 ÷（1＋{funding} × 等的月数 ÷ 12）−要花的。",
        ),
    )


TOOL = Tool(
    "lender-view",
    "对方的账",
    "站在对方那边算一算，为什么他们愿意谈。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("offer_monthly", ("300", "500", "800", "1200")),
            ("offer_value",),
            Cases("offer_months", ("12", "24", "36")),
        ),
    ),
)
