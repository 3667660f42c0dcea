"""今天一共欠多少: what an overdue debt comes to today, beside what the app shows."""

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
from calculators.finance.arrears import Outlook, above_line, project, statement
from calculators.finance.debt import Debt
from calculators.finance.ledger import Statement
from calculators.finance.money import ZERO, total
from calculators.form.declare import money, part
from calculators.law.clocks import DUE_TODAY, distance, in_grace
from calculators.law.rate_caps import LICENSED_CAP, licensed_cap
from calculators.tool import Cases, Common, Tool
from calculators.tools import _app
from calculators.tools import _debt as debt_inputs
from calculators.tools._app import AppFigures, Comparison
from calculators.tools._debt import DebtInputs, multiple_notice
from calculators.tools._product import product

AHEAD, STEP = 180, 10


@dataclass(frozen=True, kw_only=True)
class _Borrowed:
    """Asked first, so it is the last of the bases."""

    product: str = product("overdue-cost", rate=True, late=True)


@dataclass(frozen=True, kw_only=True)
class Inputs(DebtInputs, _Borrowed):
    """A debt that is late, and how late."""

    app_total: Decimal | None = money(
        "APP 写一共应还多少",
        optional=True,
        help="填了就告诉你，APP 的数多了还是少了，差在哪。",
        fact="total_due",
        empty="分开写的三个数加起来",
        applies="app_figures",
    )
    app_figures: AppFigures = part(
        "APP 分开写的数", AppFigures, help="三个数分开写的，填这里。", group="APP 把数分开写的"
    )
    pay_now: Decimal | None = money(
        "今天先还多少",
        optional=True,
        help="看看先还这一笔，以后会怎样。",
        group="先还一部分会怎样",
        fact="pay_now",
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """What is owed on ``on``, by instalment and part. Source: ``calculators.finance.arrears``."""
    debt_inputs.check(inputs, on)
    debt = debt_inputs.read(inputs, on)
    state = statement(debt, on)
    app = _app.compare(inputs, debt, state, inputs.app_total, inputs.app_figures)
    ways = _ways(debt, on, state.clears_oldest, inputs.pay_now)
    return Result(
        headline=_headline(inputs, state, app),
        figures=(*_app.figures(app, inputs.app_figures, state), *_figures(state, on)),
        tables=(_by_instalment(state), _ahead_table(ways)),
        charts=(_ahead_chart(ways),),
        workings=(_working(inputs, state),),
        left_out=(
            "没有填进来的违约金、催收费。看到这些收费，请对方给依据。",
            "口头答应、还没写下来的减免。",
            "信用卡。信用卡用“信用卡账单怎么算”。",
            "还没到期的各期，要到期那天才算逾期。",
        ),
        notices=(*(_app.notices(app) if app else ()), *_notices(inputs, state, on)),
        steps=_steps(state, on, differs=_app.differs(app, inputs.app_figures, state)),
    )


def _headline(inputs: Inputs, state: Statement, app: Comparison | None) -> str:
    compared = _app.headline(app, inputs.app_figures, state)
    return f"{compared}{_owed(state)}{_not_late_yet(inputs, state)}"


def _owed(state: Statement) -> str:
    if state.total_due == 0 and state.credit:
        return f"今天没有逾期的钱，还多付了 {show(state.credit, Unit.YUAN)}。"
    if state.total_due == 0:
        return "按你填的，今天没有逾期的钱。"
    return (
        f"到今天一共欠 {show(state.total_due, Unit.YUAN)}，"
        f"再拖一天多 {show(state.cost_per_day, Unit.YUAN)}。"
    )


def _not_late_yet(inputs: Inputs, state: Statement) -> str:
    """Of what is owed, what falls due today or stands in its days of grace: it can still be paid in time."""
    called_in = inputs.accelerated_on
    lines = [each for each in state.lines if each.total_due]
    those = [each for each in lines if each.days_overdue <= inputs.grace_days]
    if not those or (called_in and called_in <= state.on):
        return ""
    part = f"其中 {show(total(each.total_due for each in those), Unit.YUAN)}"
    whose = "" if len(those) == len(lines) else part
    if not those[0].days_overdue:
        return f"{whose}今天到期，{DUE_TODAY}"
    due = those[0].due_date
    grace = in_grace(due, inputs.grace_days, state.on)
    return f"{whose}到期日{distance(due, state.on)}。{grace}"


def _figures(state: Statement, on: date) -> tuple[Figure, ...]:
    cap = licensed_cap(on)
    over = None if cap is None else above_line(state, cap)
    line = "利息红线" if cap is None else f"年 {show(cap, Unit.RATE, exact=True)}"
    return (
        Figure(
            "total_due",
            "今天一共欠",
            state.total_due,
            Unit.YUAN,
            "本金、利息、罚息加在一起。",
            gives="own_total",
        ),
        Figure("principal_due", "其中本金", state.principal_due, Unit.YUAN),
        Figure("interest_due", "其中利息", state.interest_due, Unit.YUAN, "到期没还的利息。"),
        Figure("penalty_due", "其中罚息", state.penalty_due, Unit.YUAN, "逾期以后加收的。"),
        Figure("costs_due", "其中别的收费", state.costs_due, Unit.YUAN, "你填进来的收费。"),
        Figure("days_overdue", "最早一期逾期了", state.days_overdue, Unit.DAYS),
        Figure("credit", "多付的", state.credit, Unit.YUAN, "可以请对方退回，或者抵以后的期。"),
        Figure("principal_ahead", "还没到期的本金", state.principal_ahead, Unit.YUAN, "没有算进今天欠的。"),
        Figure("cost_per_day", "再拖一天多", state.cost_per_day, Unit.YUAN, gives="cost_per_day"),
        Figure(
            "above_24",
            f"高过{line}的部分",
            over,
            Unit.YUAN,
            "那时还没有这条规定。" if over is None else "可以请求减掉的数，要自己提。",
            estimate=True,
            gives="above_24",
        ),
    )  # fmt: skip


def _by_instalment(state: Statement) -> Table:
    columns = (
        Column("due_date", "到期日", Unit.DATE),
        Column("days_overdue", "逾期", Unit.DAYS),
        Column("principal", "本金", Unit.YUAN),
        Column("interest", "利息", Unit.YUAN),
        Column("penalty", "罚息", Unit.YUAN),
        Column("total", "合计", Unit.YUAN),
    )
    cells = tuple(
        (x.due_date, x.days_overdue, x.principal_due, x.interest_due, x.penalty_due, x.total_due)
        for x in state.lines
    )
    return Table("instalments", "每一期欠多少", columns, cells, answer="total")


@dataclass(frozen=True)
class _Way:
    """One thing the reader might do today, and what is owed on the days ahead."""

    key: str
    label: str
    points: list[Outlook]


def _ways(debt: Debt, on: date, oldest: Decimal, chosen: Decimal | None) -> tuple[_Way, ...]:
    sums = [("nothing", "一直不还", ZERO), ("oldest", "今天还清最早一期", oldest)]
    if chosen is not None:
        sums.append(("chosen", f"今天先还 {show(chosen, Unit.YUAN)}", chosen))
    return tuple(
        _Way(key, label, project(debt, on, AHEAD, step=STEP, pay=paid)) for key, label, paid in sums
    )


def _ahead_table(ways: tuple[_Way, ...]) -> Table:
    columns = (
        Column("date", "哪一天", Unit.DATE),
        *(Column(way.key, way.label, Unit.YUAN) for way in ways),
    )
    rows = zip(*(way.points for way in ways), strict=True)
    cells = tuple((row[0].day, *(point.total_due for point in row)) for row in rows)
    title = f"往后 {AHEAD} 天，每天一共欠多少"
    return Table("ahead", title, columns, cells, "还没到期的各期，到期以后才计入。")


def _ahead_chart(ways: tuple[_Way, ...]) -> Chart:
    """What waiting adds: beside the whole debt it would look like nothing."""
    x = tuple(f"{point.day.month}月{point.day.day}日" for point in ways[0].points)
    series = tuple(Series(way.key, way.label, tuple(p.added for p in way.points)) for way in ways)
    last = ways[0].points[-1]
    added, owed = show(last.added, Unit.YUAN), show(last.total_due, Unit.YUAN)
    summary = f"一直不还，{AHEAD} 天后罚息和收费多出 {added}，一共欠 {owed}。这是估算。"
    return Chart("ahead", "拖下去会多出多少", "line", x, series, summary)


def _working(inputs: Inputs, state: Statement) -> Working:
    daily = inputs.daily_rate * inputs.penalty_multiple
    base = "没还的本金和利息" if inputs.compound else "没还的本金"
    steps = [
        f"罚息的日利率＝{show(inputs.daily_rate, Unit.RATE, exact=True)} × {show(inputs.penalty_multiple, Unit.MULTIPLE)}＝{show(daily, Unit.RATE, exact=True)}。",
        f"罚息＝{base} × 罚息的日利率 × 逾期天数。到期日当天不算，第二天开始算。",
    ]
    if _is_plain(inputs, state):
        line = state.lines[0]
        steps.append(
            f"{show(line.principal_due, Unit.YUAN)} × {show(daily, Unit.RATE, exact=True)} × {line.days_overdue} 天"
            f"＝{show(line.penalty_due, Unit.YUAN)}。"
        )
    steps.append("每一期分开算，最后四舍五入到分，再加起来。罚息本身不再收罚息。")
    if inputs.grace_days:
        steps.append(f"宽限 {inputs.grace_days} 天：{debt_inputs.GRACE[inputs.grace]}。")
    if inputs.payments:
        steps.append(f"还过的钱按“{debt_inputs.ORDERS[inputs.order]}”抵，先抵最早的一期。")
    if inputs.accelerated_on:
        steps.append("全额提前到期那天起，没到期的本金一起算逾期；以后各期的利息不再收。")
    return Working("今天一共欠多少", tuple(steps))


def _is_plain(inputs: Inputs, state: Statement) -> bool:
    """Whether one multiplication says it all."""
    more = (inputs.payments, inputs.pauses, inputs.waivers, inputs.grace_days, inputs.compound)
    return len(state.lines) == 1 and not any(more)


def _notices(inputs: Inputs, state: Statement, on: date) -> tuple[Notice, ...]:
    found = [Notice("这是按表格里的数估算的。以对方盖章或 APP 里的明细为准。")]
    found.extend(debt_inputs.day_notices(inputs, on))
    if state.credit:
        said = (
            f"多付了 {show(state.credit, Unit.YUAN)}。先留好转账凭证，"
            "再问对方：退给你，还是抵以后的期？请对方写下来。"
        )
        found.append(Notice(said, (), "warning"))
    too_much = (inputs.pay_now or ZERO) - state.total_due
    if too_much > 0 and not state.principal_ahead:
        said = f"今天先还的，比一共欠的多 {show(too_much, Unit.YUAN)}。还到 {show(state.total_due, Unit.YUAN)}就够了。"
        found.append(Notice(said, (), "warning"))
    cap = licensed_cap(on)
    if cap is not None and above_line(state, cap) > 0:
        said = (
            f"利息、罚息和费用加起来，高过一年 {show(cap, Unit.RATE, exact=True)} 的部分，"
            "可以请求调减。要自己提出来，法院才会看。"
        )
        found.append(Notice(said, (LICENSED_CAP[0],), "law"))
    found.extend(multiple_notice(inputs, on))
    if inputs.payments and inputs.order == "statute":
        said = "还的钱不够时，没有另外约定，就先抵费用，再抵利息和罚息，最后才抵本金。"
        found.append(Notice(said, (debt_inputs.STATUTE,), "law"))
    return tuple(found)


def _steps(state: Statement, on: date, *, differs: bool) -> tuple[Step, ...]:
    if state.total_due == 0:
        return (Step("看看还款计划", "calculators/repayment-schedule"),)
    cap = licensed_cap(on)
    over = cap is not None and above_line(state, cap) > 0
    steps = [Step("不知道先做什么？答几个问题", "calculators/triage")]
    if differs:
        steps.append(Step("请对方给出逐项明细", "letters/itemised-statement"))
    if over:
        steps.append(Step("请求减掉超出的部分", "letters/waive-above-24"))
    steps.append(Step("算一算每月能还多少", "calculators/safe-monthly"))
    steps.append(Step("是信用卡？换这个算", "calculators/card-bill"))
    return tuple(steps)


TOOL = Tool(
    id="overdue-cost",
    title="今天一共欠多少",
    summary="本金、利息、罚息，算到今天，算到分。",
    inputs=Inputs,
    calculate=calculate,
    by_day=True,
    common=(
        Common(
            Cases("principal", ("1000", "3000", "5000", "10000", "20000", "50000")),
            ("total_due",),
            Cases("days_overdue", ("10", "30", "60", "90")),
        ),
        Common(
            Cases("principal", ("1000", "3000", "5000", "10000", "20000", "50000")),
            ("cost_per_day",),
            Cases("daily_rate", ("0.02%", "0.03%", "0.05%")),
        ),
    ),
)
