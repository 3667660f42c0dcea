"""只还最低要还多久: a card paid by its minimum, and what a fixed sum or a bit more changes."""

from __future__ import annotations

from collections.abc import Mapping
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
)
from calculators.answer.wording import show
from calculators.finance.dates import add_months
from calculators.finance.minimum import Minimum, MinimumMonth, interest_of, months_of_minimum
from calculators.finance.money import ZERO, fen
from calculators.form.declare import choice, money, rate
from calculators.law.notices import in_force
from calculators.tool import Cases, Common, Tool
from calculators.tools._product import product

SHOWN_MONTHS = 60
"""The table of months shows so many."""

_NEVER = "照这样还不完。"
_BELOW = "比最低还款少，会算没还够，所以没有算。"
_HOW = "只还最低怎么算"
_RULES = {"principal": "利息＋欠的数 × ", "bill": "（欠的数＋利息）× "}
_NAMES = {
    "minimum": "只还最低",
    "steady": "一直还头一个月的数",
    "more": "每月多还一点",
    "fixed": "每月还你填的数",
}

type Months = tuple[MinimumMonth, ...]


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What is owed on a credit card, and what is paid of it each month."""

    product: str = product("minimum-trap", rate=True)
    balance: Decimal | None = money(
        "现在一共欠多少", minimum="0.01", optional=True, help="看最近一张账单。", needed=True
    )
    daily_rate: Decimal | None = rate(
        "日利率",
        period="day",
        maximum="0.01",
        optional=True,
        help="看领用合同或账单，例如 0.05%。",
        needed=True,
    )
    minimum_rate: Decimal | None = rate(
        "最低还款比例", maximum="1", optional=True, help="看领用合同，例如 10%。", needed=True
    )
    minimum_floor: Decimal | None = money(
        "最低还款最少多少", optional=True, help="合同写了“不低于多少元”才填。", empty="没有"
    )
    whole_below: Decimal | None = money(
        "欠不到多少要全还", optional=True, help="合同写了“不到多少元全部还”才填。", empty="没有"
    )
    of: str = choice(
        "最低还款按什么算",
        {
            "principal": "利息全还，再加欠的数的比例",
            "bill": "账单（连利息）的比例",
        },
        default="principal",
        help="看领用合同。不知道就不改。",
    )
    more: Decimal | None = money("每月能多还多少", optional=True, help="在最低还款之外多还的。")
    fixed: Decimal | None = money(
        "每月固定能还多少", optional=True, help="想看每月还一样多，才填。"
    )


@dataclass(frozen=True)
class _Debt:
    """What has been said of the card, all of it there."""

    balance: Decimal
    daily_rate: Decimal
    minimum: Minimum

    @property
    def annual_rate(self) -> Decimal:
        return self.daily_rate * 365

    @property
    def interest(self) -> Decimal:
        """The interest of the first month."""
        return fen(self.balance * self.annual_rate / 12)

    @property
    def first(self) -> Decimal:
        """The minimum of the first month."""
        return self.minimum.due(self.balance, self.interest)

    def months(self, more: Decimal = ZERO, fixed: Decimal = ZERO) -> Months | None:
        return months_of_minimum(self.balance, self.annual_rate, self.minimum, more, fixed)


def calculate(inputs: Inputs, on: date) -> Result:
    """Pay a card by its minimum, and in better ways. Source: ``calculators.finance.minimum``."""
    debt = _debt(inputs)
    if debt is None:
        said = f"还差{'、'.join(_missing(inputs))}，填上才能算。"
        return _answer(inputs, on, said, _no_figures())
    ways = _ways(inputs, debt)
    return replace(
        _answer(
            inputs,
            on,
            _headline(ways, debt) + _too_little(inputs, debt),
            _figures(ways, debt, on, _BELOW if _is_below(inputs, debt) else _NEVER),
        ),
        tables=(_compared(ways), *_months(ways["minimum"], on)),
        charts=_charts(ways),
        workings=(_working(debt),),
    )


def _answer(inputs: Inputs, on: date, headline: str, figures: tuple[Figure, ...]) -> Result:
    return Result(
        headline=headline,
        figures=figures,
        workings=(
            Working(
                _HOW,
                (
                    "利息＝欠的数 × 日利率 × 365 ÷ 12。",
                    f"最低还款＝{_RULES[inputs.of]}最低还款比例。",
                ),
            ),
        ),
        left_out=(
            "再刷的钱。这里当作从今天起不再刷。",
            "没还够最低还款的违约金、超过额度的部分。",
            "每个月当作一样长。按天算到分，用“信用卡账单怎么算”。",
        ),
        notices=_notices(inputs, on),
        steps=(
            Step("还不起最低还款，问个性化分期", "products/credit-card"),
            Step("每月能还多少", "calculators/safe-monthly"),
            Step("好几笔债，先还哪个", "calculators/payoff-order"),
        ),
    )


def _missing(inputs: Inputs) -> list[str]:
    """The labels of what decides the answer and has not been said."""
    needed = {
        "现在一共欠多少": inputs.balance,
        "日利率": inputs.daily_rate,
        "最低还款比例": inputs.minimum_rate,
    }
    return [label for label, value in needed.items() if value is None]


def _debt(inputs: Inputs) -> _Debt | None:
    if inputs.balance is None or inputs.daily_rate is None or inputs.minimum_rate is None:
        return None
    minimum = Minimum(
        inputs.minimum_rate,
        inputs.minimum_floor or ZERO,
        inputs.of == "bill",
        inputs.whole_below or ZERO,
    )
    return _Debt(inputs.balance, inputs.daily_rate, minimum)


def _ways(inputs: Inputs, debt: _Debt) -> Mapping[str, Months | None]:
    """Every way of paying that can be told from what was said; None is one that never ends, or cannot be gone."""
    ways = {"minimum": debt.months(), "steady": debt.months(fixed=debt.first)}
    if inputs.more:
        ways["more"] = debt.months(more=inputs.more)
    if inputs.fixed is not None:
        ways["fixed"] = None if _is_below(inputs, debt) else debt.months(fixed=inputs.fixed)
    return ways


def _is_below(inputs: Inputs, debt: _Debt) -> bool:
    """Whether the fixed sum is less than what the card asks: who pays no more than that is late."""
    return inputs.fixed is not None and inputs.fixed < debt.first


def _headline(ways: Mapping[str, Months | None], debt: _Debt) -> str:
    slow, steady = ways["minimum"], ways["steady"]
    if slow is None or steady is None:
        least = show(debt.first, Unit.YUAN)
        why = "不够付利息" if debt.first < debt.interest else "差不多全是利息"
        return f"只还最低，这笔钱还不完。头一个月 {least}，{why}。"
    said = f"只还最低，要 {show(len(slow), Unit.MONTHS)}还清，利息一共 {show(interest_of(slow), Unit.YUAN)}。"
    saved = interest_of(slow) - interest_of(steady)
    if saved <= 0:
        return said
    return (
        f"{said}每月一直还 {show(debt.first, Unit.YUAN)}，只要 {show(len(steady), Unit.MONTHS)}，"
        f"少付利息 {show(saved, Unit.YUAN)}。"
    )


def _too_little(inputs: Inputs, debt: _Debt) -> str:
    """A word where the fixed sum is below the minimum."""
    if not _is_below(inputs, debt):
        return ""
    fixed, first = show(inputs.fixed, Unit.YUAN), show(debt.first, Unit.YUAN)
    return f"头一个月的最低还款是 {first}，你填的 {fixed}不够，会算没还够。先打电话谈分期。"


_FIGURES = {
    "first_minimum": ("头一个月的最低还款", Unit.YUAN),
    "months": ("只还最低，要多久", Unit.MONTHS),
    "last_date": ("只还最低，哪天还完", Unit.DATE),
    "total_interest": ("只还最低，利息一共", Unit.YUAN),
    "total_paid": ("只还最低，一共付", Unit.YUAN),
    "steady_months": ("一直还头一个月的数，要多久", Unit.MONTHS),
    "steady_interest": ("一直还头一个月的数，利息一共", Unit.YUAN),
}


def _no_figures() -> tuple[Figure, ...]:
    """The figures of a card of which too little is known: each says so."""
    return tuple(
        Figure(key, label, None, unit, "还没填全，先不算。")
        for key, (label, unit) in _FIGURES.items()
    )


def _figures(
    ways: Mapping[str, Months | None], debt: _Debt, on: date, no_fixed: str
) -> tuple[Figure, ...]:
    slow, steady = ways["minimum"], ways["steady"]
    months, interest = _sums(slow)
    last = None if months is None else add_months(on, months)
    paid = None if interest is None else debt.balance + interest
    values = (debt.first, months, last, interest, paid, *_sums(steady))
    found = [
        Figure(key, label, value, unit, _NEVER if value is None else "")
        for (key, (label, unit)), value in zip(_FIGURES.items(), values, strict=True)
    ]
    found.append(
        Figure("first_interest", "头一个月里的利息", debt.interest, Unit.YUAN, "先扣掉它，剩下的才还本金。")
    )  # fmt: skip
    for key, why in (("more", _NEVER), ("fixed", no_fixed)):
        if key in ways:
            months, interest = _sums(ways[key])
            never = why if months is None else ""
            name = _NAMES[key]
            found += [
                Figure(f"{key}_months", f"{name}，要多久", months, Unit.MONTHS, never),
                Figure(f"{key}_interest", f"{name}，利息一共", interest, Unit.YUAN, never),
            ]
    return tuple(found)


def _sums(months: Months | None) -> tuple[int | None, Decimal | None]:
    return (None, None) if months is None else (len(months), interest_of(months))


def _compared(ways: Mapping[str, Months | None]) -> Table:
    columns = (
        Column("way", "还法", Unit.TEXT),
        Column("months", "几个月", Unit.COUNT),
        Column("interest", "利息一共", Unit.YUAN),
        Column("first", "头一个月付", Unit.YUAN),
    )
    cells = tuple(
        (_NAMES[key], *_sums(months), months[0].paid if months else None)
        for key, months in ways.items()
    )
    said = "要全还的那个月，按全还算。横线是还不完，或者不够最低还款。"
    return Table("ways", "几种还法比一比", columns, cells, said, answer="months")


def _months(months: Months | None, on: date) -> tuple[Table, ...]:
    """The months of paying the minimum, if it ends."""
    if months is None:
        return ()
    columns = (
        Column("date", "日期", Unit.DATE),
        Column("paid", "付", Unit.YUAN),
        Column("interest", "其中利息", Unit.YUAN),
        Column("balance", "还欠", Unit.YUAN),
    )
    cells = tuple(
        (add_months(on, number), month.paid, month.interest, month.balance)
        for number, month in enumerate(months[:SHOWN_MONTHS], 1)
    )
    cut = (
        f"一共 {len(months)} 个月，只列前 {SHOWN_MONTHS} 个月。"
        if len(months) > SHOWN_MONTHS
        else ""
    )
    return (Table("months", "只还最低：每月怎么付", columns, cells, cut, answer="paid"),)


def _charts(ways: Mapping[str, Months | None]) -> tuple[Chart, ...]:
    bars = [(_NAMES[key], interest_of(months)) for key, months in ways.items() if months]
    if not bars:
        return ()
    said = "；".join(f"{name} {show(interest, Unit.YUAN)}" for name, interest in bars)
    series = Series("interest", "利息一共", tuple(interest for _, interest in bars))
    names = tuple(name for name, _ in bars)
    return (Chart("ways", "各种还法的利息", "bar", names, (series,), f"{said}。"),)


def _working(debt: _Debt) -> Working:
    minimum, interest = debt.minimum, show(debt.interest, Unit.YUAN)
    share, owed = show(minimum.share, Unit.RATE, exact=True), show(debt.balance, Unit.YUAN)
    rule = _RULES["bill" if minimum.of_bill else "principal"]
    steps = [
        f"头一个月的利息＝{owed} × {show(debt.daily_rate, Unit.RATE, exact=True)} × 365 ÷ 12＝{interest}。",
        f"最低还款＝{rule}{share}，最少 {show(minimum.floor, Unit.YUAN)}。",
    ]
    if minimum.whole_below:
        steps.append(f"欠不到 {show(minimum.whole_below, Unit.YUAN)}，就要连利息全还。")
    counted = f"{rule.replace('欠的数', owed).replace('利息', interest)}{share}，"
    if debt.balance < minimum.whole_below:
        counted = ""
    steps.append(f"头一个月：{counted}要还 {show(debt.first, Unit.YUAN)}。")
    if debt.first > debt.interest:
        steps.append(f"其中还本金 {show(debt.first - debt.interest, Unit.YUAN)}。")
    steps.append("以后每个月一样算。欠的少了，最低还款也跟着少，所以拖得很久。")
    return Working(_HOW, tuple(steps))


def _notices(inputs: Inputs, on: date) -> tuple[Notice, ...]:
    found = [Notice("利率、最低还款怎么算，都以你的领用合同为准。", (), "warning")]
    if inputs.minimum_floor is None:
        found.append(Notice("你没填最低还款最少多少，这里按没有算，所以尾巴拖得长。"))
    if inputs.more or inputs.fixed:
        found.append(Notice("先留够吃饭、住房、看病的钱，再多还。"))
    said = "利息和费用加起来太高，打官司时可以请法院适当减少。"
    found.append(Notice(said, ("bankcard-2021-2",), "law"))
    return in_force(tuple(found), on)


TOOL = Tool(
    "minimum-trap",
    "只还最低要还多久",
    "只还最低要几个月、多付多少；多还一点省多少。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("balance", ("1000", "3000", "5000", "10000", "20000", "50000")),
            ("first_minimum", "months", "total_interest", "steady_months"),
        ),
    ),
)
