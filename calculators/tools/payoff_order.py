"""多笔债务先还哪个: one monthly sum, several debts, four orders side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
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
    Value,
    Working,
)
from calculators.answer.wording import show
from calculators.finance import payoff
from calculators.finance.dates import add_months, due_count
from calculators.finance.money import ZERO, total
from calculators.finance.payoff import STRATEGIES, Account, Plan
from calculators.form.declare import choice, day, flag, money, rate, rows, text
from calculators.form.parse import refuse
from calculators.law.help import BENEFITS
from calculators.law.notices import in_force
from calculators.tool import Cases, Common, Tool

MOST_DEBTS, MOST_EXTRAS = 50, 24
LATEST_EXTRA_MONTH = 120
WITHIN_MONTHS = 60
"""Months within which the sum that would work pays everything off: our yardstick, no rule."""

SHOWN_MONTHS = 60
NAMED_DEBTS = 6
"""Month tables show so many months, and each debt of its own only if there are so few."""

CONSEQUENCES = {
    "home-or-work": "断了会丢房子、车子、饭碗",
    "court": "已经到法院",
    "ordinary": "一般的信用借款",
    "patient": "亲友借的，可以等",
}
_GRAVITY = {"home-or-work": 6, "court": 4, "ordinary": 2, "patient": 0}
_NAMES = {
    "avalanche": "先还贵的",
    "snowball": "先还小的",
    "consequence": "先还后果重的",
    "proportional": "按比例",
}
SEVERAL_DEBTS = "civil-code-560"


_ALSO = "更多"


@dataclass(frozen=True, kw_only=True)
class AnyDebt:
    """A debt as far as it is known: for a share by what is owed, no rate is needed."""

    name: str = text("哪一笔", most=20)
    balance: Decimal = money("还欠多少", minimum="0.01")
    annual_rate: Decimal | None = rate(
        "年利率",
        period="year",
        optional=True,
        help="只知道日利率的，乘 365。逾期的填罚息的年利率。",
    )
    minimum: Decimal = money("每月最少还", default="0", group=_ALSO)
    overdue: bool = flag("已经逾期", group=_ALSO)
    consequence: str = choice("断了会怎样", CONSEQUENCES, default="ordinary", group=_ALSO)


@dataclass(frozen=True, kw_only=True)
class DebtRow(AnyDebt):
    """A debt whose rate is known: it decides the order, so nothing stands in for it."""

    annual_rate: Decimal = rate(
        "年利率",
        period="year",
        help="只知道日利率的，乘 365。逾期的填罚息的年利率。",
    )


@dataclass(frozen=True, kw_only=True)
class Extra:
    """A sum that comes once, as a row of the form."""

    date: date = day("哪天")
    amount: Decimal = money("多少", minimum="0.01")


_DEBTS = (
    {"name": "车贷", "balance": "24000", "annual_rate": "0.06", "minimum": "800", "consequence": "home-or-work"},
    {"name": "借款甲", "balance": "15000", "annual_rate": "0.18", "minimum": "400", "overdue": "true"},
    {"name": "借款乙", "balance": "9000", "annual_rate": "0.24", "minimum": "300", "overdue": "true"},
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Several debts, and one monthly sum for all of them."""

    monthly_total: Decimal = money(
        "每月一共能拿出",
        default="1800",
        slider=True,
        help="用“每月能还多少”算出来的数。",
        fact="safe_monthly",
    )
    debts: tuple[DebtRow, ...] = rows(
        "有哪几笔债", DebtRow, default=_DEBTS, most=MOST_DEBTS, fact="debts", each="笔债"
    )
    more: Decimal | None = money(
        "每月再多还多少",
        optional=True,
        minimum="0.01",
        help="看多还一点，能省多少利息。",
        group="更多",
    )
    extras: tuple[Extra, ...] = rows(
        "一次性的钱",
        Extra,
        each="笔",
        most=MOST_EXTRAS,
        help="例如年终奖、退税。没有就不填。",
        group="更多",
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """Pay the debts off in four orders. Source: ``calculators.finance.payoff``."""
    if not inputs.debts:
        raise refuse("debts", "“有哪几笔债”还没有填，请至少填一笔。")
    debts, extras = _debts(inputs), _extras(inputs, on)
    plans = {name: payoff.plan(debts, inputs.monthly_total, name, extras) for name in STRATEGIES}
    cheapest = plans["avalanche"]
    needed = (
        None if cheapest.outcome == "paid" else payoff.sum_that_works(debts, within=WITHIN_MONTHS)
    )
    return Result(
        headline=_headline(cheapest, needed, debts),
        figures=(
            *_figures(cheapest, needed, debts, on),
            *_with_more(inputs, debts, extras, cheapest),
            *_by_strategy(plans),
        ),
        tables=(_strategies(plans), *(_months(plan, debts, on) for plan in _paid(plans))),
        charts=_charts(plans),
        workings=(_working(inputs, debts, cheapest),),
        left_out=(
            "利率以后变了、又新增了罚息或费用的，请改了再算。",
            "对方肯不肯按这个顺序收，要一家一家谈。",
            "这里当作每月还一次。同一个月里早还几天，利息会少一点。",
        ),
        notices=_notices(inputs, cheapest, on),
        steps=_steps(inputs, cheapest),
    )


def _debts(inputs: Inputs) -> tuple[Account, ...]:
    return tuple(
        Account(
            name=row.name or f"第 {number} 笔",
            balance=row.balance,
            annual_rate=row.annual_rate,
            minimum=row.minimum,
            consequence=_GRAVITY[row.consequence] + row.overdue,
        )
        for number, row in enumerate(inputs.debts, 1)
    )


def _extras(inputs: Inputs, on: date) -> Mapping[int, Decimal]:
    """One-off sums by the month whose payment they come in time for; the first is a month away."""
    found: dict[int, Decimal] = {}
    for index, row in enumerate(inputs.extras):
        if row.date < on:
            raise refuse(f"extras.{index}.date", f"这笔钱的日期早于今天（{on}），请改一下。")
        if row.date > add_months(on, LATEST_EXTRA_MONTH):
            years = LATEST_EXTRA_MONTH // 12
            raise refuse(f"extras.{index}.date", f"一次性的钱，请填 {years} 年以内的日期。")
        number = max(1, due_count(on, row.date - timedelta(days=1)))
        found[number] = found.get(number, ZERO) + row.amount
    return found


def _paid(plans: Mapping[str, Plan]) -> list[Plan]:
    return [plan for plan in plans.values() if plan.outcome == "paid"]


def _headline(cheapest: Plan, needed: Decimal | None, debts: tuple[Account, ...]) -> str:
    if cheapest.months is not None:
        said = f"{cheapest.months} 个月还清，利息一共 {show(cheapest.total_interest, Unit.YUAN)}。"
        if len(debts) == 1:
            return said
        if len({debt.annual_rate for debt in debts}) == 1:
            return f"利率都一样，先还哪一笔差不多：{said}"
        return f"先还利率最高的最省：{said}"
    why = "不够每笔最少要还的数" if cheapest.outcome == "below-minimums" else "抵不过利息，还不完"
    return f"每月这个数{why}；每月 {show(needed, Unit.YUAN)} 才能在 {show(WITHIN_MONTHS, Unit.MONTHS)}里还清。"


def _figures(
    cheapest: Plan, needed: Decimal | None, debts: tuple[Account, ...], on: date
) -> tuple[Figure, ...]:
    paid = cheapest.months is not None
    never = "" if paid else "照这个数还不完。"
    last = add_months(on, cheapest.months) if cheapest.months is not None else None
    return (
        Figure("months", "最省的还法要多久", cheapest.months, Unit.MONTHS, never),
        Figure("last_date", "哪天还完", last, Unit.DATE, never),
        Figure("total_interest", "利息一共", cheapest.total_interest if paid else None, Unit.YUAN, never),
        Figure("order", "先后", _order(cheapest) if paid else None, Unit.TEXT, never or "按还清的先后排。"),
        Figure("minimum_total", "每月最少要还", total(d.minimum for d in debts), Unit.YUAN, "几笔最低还款加起来。"),
        Figure("sum_that_works", "每月至少要", needed, Unit.YUAN, "现在的数就够。" if paid else f"{WITHIN_MONTHS} 个月里还清要的数。"),
    )  # fmt: skip


def _with_more(
    inputs: Inputs, debts: tuple[Account, ...], extras: Mapping[int, Decimal], now: Plan
) -> tuple[Figure, ...]:
    """What a bit more each month changes, paid in the same order."""
    if inputs.more is None:
        return ()
    plan = payoff.plan(debts, inputs.monthly_total + inputs.more, "avalanche", extras)
    label = f"每月多还 {show(inputs.more, Unit.YUAN)}"
    never = "" if plan.months is not None else "多还这些，也还不完。"
    both = now.months and plan.months
    saved = now.total_interest - plan.total_interest if both else None
    earlier = now.months - plan.months if now.months and plan.months else None
    why = never or ("" if now.months else "不多还就还不完，没法比。")
    return (
        Figure("more_months", f"{label}，要多久", plan.months, Unit.MONTHS, never),
        Figure("more_earlier", f"{label}，早还清", earlier, Unit.MONTHS, why),
        Figure("more_saved", f"{label}，利息少付", saved, Unit.YUAN, why),
    )


def _by_strategy(plans: Mapping[str, Plan]) -> Iterator[Figure]:
    """What the table of strategies says, each by a key of its own: ``snowball_months``..."""
    for name, plan in plans.items():
        said, (months, interest, order) = _NAMES[name], _answer(plan)
        yield Figure(f"{name}_months", f"{said}：几个月", months, Unit.MONTHS, in_table=True)
        yield Figure(
            f"{name}_total_interest", f"{said}：利息一共", interest, Unit.YUAN, in_table=True
        )
        yield Figure(f"{name}_order", f"{said}：还清的先后", order, Unit.TEXT, in_table=True)


def _answer(plan: Plan) -> tuple[int | None, Decimal | None, str | None]:
    """Months, interest and order of a plan; none of them if it never ends."""
    if plan.months is None:
        return None, None, None
    return plan.months, plan.total_interest, _order(plan)


def _order(plan: Plan) -> str:
    return "、".join(name for name, _ in plan.cleared)


_OUTCOMES = {"paid": "能还清", "never": "还不完", "below-minimums": "不够最低还款"}


def _strategies(plans: Mapping[str, Plan]) -> Table:
    columns = (
        Column("strategy", "还法", Unit.TEXT),
        Column("outcome", "结果", Unit.TEXT),
        Column("months", "几个月", Unit.COUNT),
        Column("total_interest", "利息一共", Unit.YUAN),
        Column("order", "还清的先后", Unit.TEXT),
    )
    cells = tuple(
        (_NAMES[name], _OUTCOMES[plan.outcome], *_answer(plan)) for name, plan in plans.items()
    )
    summary = "每一种还法，每笔都先付最少要还的数，多出来的钱才按先后给。横线是还不完。"
    return Table("strategies", "四种还法比一比", columns, cells, summary)


def _months(plan: Plan, debts: tuple[Account, ...], on: date) -> Table:
    """The months of one plan; with few debts, what each of them gets."""
    named = enumerate(debts, 1) if len(debts) <= NAMED_DEBTS else ()
    columns = (
        Column("month", "第几个月", Unit.COUNT),
        Column("date", "日期", Unit.DATE),
        *(Column(f"debt_{number}", debt.name, Unit.YUAN) for number, debt in named),
        Column("paid", "一共付", Unit.YUAN),
        Column("interest", "其中利息", Unit.YUAN),
        Column("balance", "还欠", Unit.YUAN),
    )
    cells: tuple[tuple[Value, ...], ...] = tuple(
        (
            month.number,
            add_months(on, month.number),
            *(month.paid if len(debts) <= NAMED_DEBTS else ()),
            total(month.paid),
            total(month.interest),
            total(month.balances),
        )
        for month in plan.table[:SHOWN_MONTHS]
    )
    cut = (
        f"一共 {plan.months} 个月，只列前 {SHOWN_MONTHS} 个月。"
        if len(plan.table) > SHOWN_MONTHS
        else ""
    )
    return Table(
        plan.strategy, f"{_NAMES[plan.strategy]}：每月怎么付", columns, cells, cut, answer="paid"
    )


def _charts(plans: Mapping[str, Plan]) -> tuple[Chart, ...]:
    paid = _paid(plans)
    if not paid:
        return ()
    bars = [(_NAMES[plan.strategy], plan.total_interest) for plan in paid]
    said = "；".join(f"{name} {show(interest, Unit.YUAN)}" for name, interest in bars)
    series = Series("total_interest", "利息一共", tuple(interest for _, interest in bars))
    x = tuple(name for name, _ in bars)
    return (Chart("strategies", "各种还法的利息", "bar", x, (series,), f"{said}。"),)


def _working(inputs: Inputs, debts: tuple[Account, ...], cheapest: Plan) -> Working:
    steps = [
        "每个月先加利息：还欠的数 × 年利率 ÷ 12，四舍五入到分。",
        "再付钱：每笔先付最少要还的数，剩下的按先后给。还清一笔，它的钱转给下一笔。",
    ]
    if cheapest.table:
        first = cheapest.table[0]
        steps += [
            f"第一个月，{debt.name}：{show(debt.balance, Unit.YUAN)} × {show(debt.annual_rate, Unit.RATE, exact=True)} ÷ 12"
            f"＝{show(interest, Unit.YUAN)}，付 {show(paid, Unit.YUAN)}，还欠 {show(balance, Unit.YUAN)}。"
            for debt, interest, paid, balance in zip(
                debts[:NAMED_DEBTS], first.interest, first.paid, first.balances, strict=False
            )
        ]
    least = show(total(d.minimum for d in debts), Unit.YUAN)
    steps.append(
        f"每笔最少要还的加起来 {least}，你填的是 {show(inputs.monthly_total, Unit.YUAN)}。"
    )
    return Working("每个月怎么付", tuple(steps))


def _notices(inputs: Inputs, cheapest: Plan, on: date) -> tuple[Notice, ...]:
    found = [Notice("这是估算，当作利率不变、每月都付得出。")]
    found.extend(_too_late(inputs, cheapest, on))
    if cheapest.outcome != "paid":
        said = "先别硬撑，也别借新的还旧的。先保生活和饭碗，再按比例给每一家报一个数。"
        found.append(Notice(said, (), "warning"))
    if any(row.consequence == "home-or-work" for row in inputs.debts):
        found.append(Notice("房子、车子、饭碗靠的那一笔，最少要还的数先付，别断。"))
    said = "同一家有几笔欠款的，付款时可以说明先还哪一笔。合同另有约定的，看合同。"
    found.append(Notice(said, (SEVERAL_DEBTS,), "law"))
    return in_force(found, on)


def _too_late(inputs: Inputs, cheapest: Plan, on: date) -> Iterator[Notice]:
    """One-off sums that come when all is paid off already: said, never dropped in silence."""
    if cheapest.months is None:
        return
    last = add_months(on, cheapest.months)
    for row in inputs.extras:
        if row.date > last:
            said = f"{show(row.date, Unit.DATE)}的 {show(row.amount, Unit.YUAN)}用不上，{show(last, Unit.DATE)}就还完了。"
            yield Notice(said)


def _steps(inputs: Inputs, cheapest: Plan) -> tuple[Step, ...]:
    if cheapest.outcome != "paid":
        if not inputs.monthly_total:
            return (BENEFITS, Step("写信说明困难，申请暂缓", "letters/hardship-hold"))
        return (
            Step("按比例给每一家报价", "calculators/fair-offers"),
            Step("写信说明困难，申请暂缓", "letters/hardship-hold"),
            Step("看看可以找谁帮忙", "strategies/find-help"),
        )
    return (
        Step("收入变少了还守得住吗", "calculators/income-shock"),
        Step("几笔债一起怎么办", "strategies/many-debts"),
    )


TOOL = Tool(
    "payoff-order",
    "多笔债务先还哪个",
    "每月一笔钱、好几笔债，四种还法比一比。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("monthly_total", ("1500", "1800", "2500", "3500")),
            ("order", "months", "total_interest"),
        ),
    ),
)
