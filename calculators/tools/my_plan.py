"""我的还款计划: tick what was really paid and see the plan move from that day, and why."""

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
from calculators.finance.dates import add_months
from calculators.finance.plan import (
    Paid,
    Promise,
    Standing,
    agreed,
    covered,
    paid_for,
    standing,
)
from calculators.form.declare import count, day, money, rows
from calculators.form.parse import refuse
from calculators.law.clocks import DUE_TODAY, distance
from calculators.tool import Cases, Common, Tool


@dataclass(frozen=True, kw_only=True)
class PaidRow:
    """One payment really made, as a row of the form."""

    period: int = count("第几期", minimum=1, maximum=360)
    date: date = day("哪天还的")
    amount: Decimal = money("还了多少", minimum="0.01")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """An agreed plan, and what was paid of it."""

    total: Decimal = money(
        "说好一共还多少",
        default="18000",
        minimum="1",
        help="照协议上的总数填。",
        fact="agreed_total",
    )
    months: int = count(
        "分几期", default=12, minimum=1, maximum=360, unit="期", slider=True, fact="months"
    )
    first_on: date | None = day(
        "第一期哪天还",
        optional=True,
        help="不填就当作一个月以后。",
        fact="first_on",
        empty="一个月以后",
    )
    paid: tuple[PaidRow, ...] = rows(
        "真正还过的",
        PaidRow,
        each="笔",
        most=360,
        help="在下面的表里打勾，这里就多一行。少还了，改成真实的数。",
        fact="paid",
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """Lay the payments beside the agreed plan. Source: ``calculators.finance.plan``."""
    if inputs.total / inputs.months < 1:
        raise refuse("months", "每期不到 1 元，请少分几期。")
    first = inputs.first_on or add_months(on, 1)
    _check(inputs.paid, inputs.months, first, on)
    plan = agreed(inputs.total, inputs.months, first)
    payments = [Paid(row.period, row.date, row.amount) for row in inputs.paid]
    state = standing(plan, payments, on)
    return Result(
        headline=_headline(plan, state, _late_since(plan, payments, on)),
        figures=_figures(plan, state),
        tables=(_plan_table(plan, payments, on), _moved_table(state)),
        charts=(_chart(plan, state, payments),),
        workings=(_working(plan, payments, state, on),),
        left_out=(
            "晚还会不会另收罚息，看协议。要收的话，请对方写明怎么算。",
            "协议里写了“断一期就作废”的，晚还之前先联系对方。",
        ),
        notices=_notices(state),
        steps=_steps(state),
    )


def _check(paid: tuple[PaidRow, ...], months: int, first: date, on: date) -> None:
    """What was paid was paid by ``on``, not long before the plan, and for an instalment that it has."""
    for index, row in enumerate(paid):
        if row.period > months:
            said = f"计划一共 {months} 期，没有第 {row.period} 期，请改一下期数。"
            raise refuse(f"paid.{index}.period", said)
        if row.date > on:
            said = f"真正还过的，不能晚于今天（{on}），还了以后再记。"
            raise refuse(f"paid.{index}.date", said)
        if row.date < add_months(first, -12):
            said = f"比第一期（{first}）早了一年多，请看看是不是写错年份。"
            raise refuse(f"paid.{index}.date", said)


def _late_since(plan: list[Promise], payments: list[Paid], on: date) -> str:
    """How long ago the oldest instalment that is not covered was due, in words; "" if none is."""
    open_ = zip(plan, covered(plan, payments, on), strict=True)
    first = next((p.due for p, left in open_ if left and p.due < on), None)
    return f"没还够的最早一期{distance(first, on)}。" if first else ""


def _headline(plan: list[Promise], state: Standing, late: str) -> str:
    if state.over:
        return f"全部还清了，还多还了 {show(state.over, Unit.YUAN)}，问对方怎么退。记得要结清证明。"
    if state.left == 0:
        return "全部还清了。辛苦了，记得要结清证明。"
    done = f"已经还了 {show(state.paid, Unit.YUAN)}，还剩 {show(state.left, Unit.YUAN)}。"
    if state.behind:
        last = show(state.moved[-1].due, Unit.DATE)
        short = show(state.behind, Unit.YUAN)
        return f"{done}比说好的少还 {short}。{late}{_today(state)}照原来的月供，到 {last} 还完。"
    return f"{done}{_today(state)}照着计划走，到 {show(state.moved[-1].due, Unit.DATE)} 还完。"


def _today(state: Standing) -> str:
    """What falls due today, in words: it is not late before the day is over."""
    if not state.due_today:
        return ""
    return f"今天到期的还有 {show(state.due_today, Unit.YUAN)}，{DUE_TODAY}"


def _figures(plan: list[Promise], state: Standing) -> tuple[Figure, ...]:
    following = state.moved[0] if state.moved else None
    done = "已经还清，不用再还。"
    keep = "原来的最后一天已经过了。" if state.catch_up is None else "从下一期起，每期还这么多。"
    return (
        Figure("paid_total", "已经还了", state.paid + state.over, Unit.YUAN),
        Figure("left", "还剩", state.left, Unit.YUAN),
        Figure("next_due", "下一期哪天", following.due if following else None, Unit.DATE, "" if following else done),
        Figure("next_amount", "下一期还多少", following.amount if following else None, Unit.YUAN, "" if following else done),
        Figure("behind", "比说好的少还", state.behind, Unit.YUAN),
        Figure("ahead", "比说好的多还", state.ahead, Unit.YUAN),
        Figure("over", "比全部还多还了", state.over, Unit.YUAN, "留好凭证，问对方怎么退。", in_table=not state.over),
        Figure("last_date", "哪天还完", state.moved[-1].due if state.moved else None, Unit.DATE,
               f"原来说好 {show(plan[-1].due, Unit.DATE)}。" if state.moved else done),
        Figure("catch_up", "想按原来的日子还完，每期要还", state.catch_up if state.left else None, Unit.YUAN,
               keep if state.left else done),
    )  # fmt: skip


def _plan_table(plan: list[Promise], payments: list[Paid], on: date) -> Table:
    columns = (
        Column("period", "第几期", Unit.COUNT),
        Column("date", "哪天还", Unit.DATE),
        Column("amount", "说好还", Unit.YUAN),
        Column("paid", "真正还了", Unit.YUAN),
        Column("state", "怎么样了", Unit.TEXT),
    )
    left = covered(plan, payments, on)
    cells = tuple(
        (p.period, p.due, p.amount, paid, _state(p, paid, open_, on))
        for p, open_ in zip(plan, left, strict=True)
        for paid in (paid_for(payments, p.period, on),)
    )
    return Table("plan", "说好的计划，还了就打勾", columns, cells, ticks="paid")


def _state(promise: Promise, paid: Decimal, left: Decimal, on: date) -> str:
    """What is `left` of an instalment after all that was paid, of which `paid` was for itself."""
    if left == 0:
        return "还清了" if paid >= promise.amount else "多还的够了"
    if left == promise.amount and promise.due >= on:
        return "还没到期" if promise.due > on else "今天到期"
    partly = f"还差 {show(left, Unit.YUAN)}" if left < promise.amount else "到期还没还"
    if promise.due > on:
        return partly
    return f"{partly}，{distance(promise.due, on) if promise.due < on else '今天到期'}"


def _beyond(state: Standing) -> str:
    """What was paid beyond the whole plan: no instalment has a use for it."""
    return f"，还完以后又多还的 {show(state.over, Unit.YUAN)}不算" if state.over else ""


def _moved_table(state: Standing) -> Table:
    columns = (
        Column("date", "哪天还", Unit.DATE),
        Column("amount", "还多少", Unit.YUAN),
        Column("left", "还完还剩", Unit.YUAN),
    )
    cells, left = [], state.left
    for promise in state.moved:
        left -= promise.amount
        cells.append((promise.due, promise.amount, left))
    return Table("moved", "从今天起的计划", columns, tuple(cells), remind=True)


def _chart(plan: list[Promise], state: Standing, payments: list[Paid]) -> Chart:
    """What is left after each day of the month: as agreed, and as it really goes."""
    days = sorted({p.due for p in plan} | {p.due for p in state.moved})
    owed = sum((p.amount for p in plan), Decimal(0))
    as_agreed = tuple(owed - sum(p.amount for p in plan if p.due <= day) for day in days)
    really = tuple(
        owed
        - min(owed, sum((p.amount for p in payments if p.on <= day), Decimal(0)))
        - sum((p.amount for p in state.moved if p.due <= day), Decimal(0))
        for day in days
    )
    series = (Series("agreed", "说好的", as_agreed), Series("really", "照实际", really))
    last = show(state.moved[-1].due, Unit.DATE) if state.moved else ""
    said = f"照实际，到 {last} 还完。" if last else "已经还清。"
    return Chart("left", "还剩多少", "line", tuple(f"{day:%Y-%m}" for day in days), series, said)


def _working(plan: list[Promise], payments: list[Paid], state: Standing, on: date) -> Working:
    steps = [
        f"每期＝{show(sum((p.amount for p in plan), Decimal(0)), Unit.YUAN)} ÷ {len(plan)} 期，"
        f"分到分，零头放在前面几期，第一期 {show(plan[0].amount, Unit.YUAN)}。",
        f"今天以前该还的，减去还了的 {show(state.paid, Unit.YUAN)}{_beyond(state)}："
        f"少还 {show(state.behind, Unit.YUAN)}，多还 {show(state.ahead, Unit.YUAN)}。"
        f"{_today(state)}",
    ]
    steps += [
        f"第 {p.period} 期说好 {show(p.amount, Unit.YUAN)}，还差 {show(left, Unit.YUAN)}。"
        for p, left in zip(plan, covered(plan, payments, on), strict=True)
        if p.due <= on and left
    ]
    steps.append("以后每期还是同一个数；少还的排到最后，多还的先抵下一期。")
    return Working("计划为什么变成这样", tuple(steps))


def _notices(state: Standing) -> tuple[Notice, ...]:
    if not state.behind:
        return (Notice("每还一笔，都截图留好：日期、金额、收款人。"),)
    said = "晚了不等于全完了。今天就告诉对方哪天能补上，再请对方写下来。"
    return (Notice(said, (), "warning"),)


def _steps(state: Standing) -> tuple[Step, ...]:
    if state.left == 0:
        return (Step("要一份结清证明", "letters/settlement-certificate"),)
    coming = tuple(Step(f"还 {show(p.amount, Unit.YUAN)}", "", p.due) for p in state.moved[:1])
    if state.behind:
        return (*coming, Step("守不住了？重新算每月能还多少", "calculators/safe-monthly"))
    return (*coming, Step("收入变少了还守得住吗", "calculators/income-shock"))


TOOL = Tool(
    "my-plan",
    "我的还款计划",
    "还了就打勾，看计划怎么变，为什么变。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("total", ("3000", "5000", "10000", "20000", "50000")),
            ("next_amount",),
            Cases("months", ("6", "12", "24", "36")),
        ),
    ),
)
