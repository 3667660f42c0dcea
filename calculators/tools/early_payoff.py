"""提前还清省多少: the sum that ends a loan on a day, and what that saves."""

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
from calculators.finance.schedule import ScheduleRow, total_interest, total_paid
from calculators.finance.settlement import Settlement, settle
from calculators.form.declare import count, day, money
from calculators.form.parse import refuse
from calculators.law.clocks import distance
from calculators.law.notices import in_force
from calculators.tool import Cases, Common, Tool
from calculators.tools import _loan as loan_inputs
from calculators.tools._loan import LoanInputs, rate_step

STATUTE = "civil-code-677"


@dataclass(frozen=True, kw_only=True)
class Inputs(LoanInputs):
    """A loan, and the day on which it would be paid off."""

    months: int = count(
        "分几期",
        default=36,
        minimum=1,
        maximum=600,
        unit="个月",
        help="每月还一次。",
        fact="loan_months",
    )
    start_date: date = day("放款日", default="2025-09-05", help="钱到手的那天。", fact="start_date")
    pay_on: date | None = day(
        "打算哪天还清", slider=True, optional=True, help="不填就当作今天。", empty="今天"
    )
    fee: Decimal = money(
        "提前还款要交的费用", default="0", help="合同里写的违约金、手续费。没有就填 0。"
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """Settle the loan on a day. Source: 民法典 第六百七十七条, ``calculators.finance.settlement``."""
    pay_on = inputs.pay_on or on
    if inputs.pay_on is None and inputs.start_date > on:
        said = f"“放款日”还没到，今天是 {show(on, Unit.DATE)}。请看看是不是写错年份。"
        raise refuse("start_date", said)
    if pay_on < inputs.start_date:
        raise refuse("pay_on", f"还清那天不能早于放款日（{inputs.start_date}），请改一下日期。")
    rows = loan_inputs.rows(inputs, inputs.start_date)
    left = [row for row in rows if row.due_date > pay_on]
    found = settle(rows, inputs.start_date, pay_on, inputs.fee)
    due = next((row for row in rows if row.due_date == pay_on), None)
    return Result(
        headline=_headline(found, pay_on, rows, left),
        figures=_figures(found, left, due),
        tables=(_remaining(left),) if left else (),
        charts=(_chart(found, left),) if left else (),
        workings=(_working(inputs, found, pay_on, rows, left),),
        left_out=(
            "已经逾期没还的各期和罚息。有逾期的，先算今天一共欠多少。",
            "已经交过的手续费、会员费退不退，要看合同。",
        ),
        notices=(*_passed(pay_on, on), *_notices(found, on)),
        steps=_steps(left),
    )


def _passed(pay_on: date, on: date) -> tuple[Notice, ...]:
    if pay_on >= on:
        return ()
    said = f"“打算哪天还清”填的 {show(pay_on, Unit.DATE)}{distance(pay_on, on)}。今天还清的数不一样，请看看年份。"
    return (Notice(said, (), "warning"),)


def _headline(
    found: Settlement, pay_on: date, rows: list[ScheduleRow], left: list[ScheduleRow]
) -> str:
    if not left:
        last = show(rows[-1].due_date, Unit.DATE)
        if rows[-1].due_date == pay_on:
            return f"最后一期就在 {last} 到期。前面每一期都还了的话，那天照常还，就还清了。有没还的，另算。"
        return f"每一期都按时还了的话，这笔借款到 {last} 就还完了。有没还的，那些还欠着，要另算。"
    due = next((row for row in rows if row.due_date == pay_on), None)
    if due:
        both = show(found.payoff_amount + due.payment, Unit.YUAN)
        return (
            f"{show(pay_on, Unit.DATE)} 正好有一期到期。这一期还没还，一次还清要 {both}。"
            f"这一期已经还了，还要 {show(found.payoff_amount, Unit.YUAN)}。{_saves(found)}"
        )
    if found.saved < 0:
        return _saves(found)
    return f"{show(pay_on, Unit.DATE)} 一次还清要 {show(found.payoff_amount, Unit.YUAN)}，{_saves(found)}"


def _saves(found: Settlement) -> str:
    if found.saved < 0:
        return f"提前还清要多花 {show(-found.saved, Unit.YUAN)}，省下的利息抵不过费用。"
    return f"比按期还省 {show(found.saved, Unit.YUAN)}。"


def _figures(
    found: Settlement, left: list[ScheduleRow], due: ScheduleRow | None
) -> tuple[Figure, ...]:
    """Of an instalment due on the very day nobody said whether it is paid: both sums are named."""
    meaning = "那天到期的一期已经还了，就付这么多。" if due else "本金、这几天的利息和费用。"
    both = found.payoff_amount + due.payment if due else None
    none = "加上那天到期的一期。" if due else "还清那天没有哪一期到期。"
    return (
        Figure("payoff_amount", "一次还清要付", found.payoff_amount, Unit.YUAN, meaning),
        Figure("payoff_unpaid", "那天到期的一期还没还，要付", both, Unit.YUAN, none, in_table=not due),
        Figure("interest_saved", "少付的利息", found.interest_saved, Unit.YUAN, "还没扣提前还款的费用。"),
        *_saved_or_lost(found),
        Figure("principal_left", "其中剩余本金", found.principal, Unit.YUAN),
        Figure("interest_so_far", "其中这几天的利息", found.interest, Unit.YUAN, "从上一期到期日算到还清那天。"),
        Figure("periods_left", "不用再还的期数", len(left), Unit.COUNT),
    )  # fmt: skip


def _saved_or_lost(found: Settlement) -> tuple[Figure, ...]:
    """What is saved after the fee; where it costs more than it saves, that in a positive figure."""
    return either_way(
        Figure("saved", "扣掉费用后省", found.saved, Unit.YUAN),
        Figure("lost", "扣掉费用后多花", None, Unit.YUAN, "费用减去少付的利息。"),
    )


def _remaining(left: list[ScheduleRow]) -> Table:
    columns = (
        Column("period", "第几期", Unit.COUNT),
        Column("due_date", "到期日", Unit.DATE),
        Column("payment", "原来要还", Unit.YUAN),
        Column("principal", "本金", Unit.YUAN),
        Column("interest", "利息", Unit.YUAN),
    )
    cells = tuple((r.period, r.due_date, r.payment, r.principal, r.interest) for r in left)
    return Table("remaining", "提前还清后不用再还的各期", columns, cells)


def _chart(found: Settlement, left: list[ScheduleRow]) -> Chart:
    on_time, early = total_paid(left), found.payoff_amount
    series = Series("paid", "还要付", (on_time, early))
    said = f"按期还还要付 {show(on_time, Unit.YUAN)}，一次还清付 {show(early, Unit.YUAN)}。"
    return Chart("compare", "两种还法各要付多少", "bar", ("按期还", "一次还清"), (series,), said)


def _working(
    inputs: Inputs,
    found: Settlement,
    pay_on: date,
    rows: list[ScheduleRow],
    left: list[ScheduleRow],
) -> Working:
    if not left:
        said = f"最后一期是 {show(rows[-1].due_date, Unit.DATE)}，还清那天已经没有剩下的期数。"
        return Working("一次还清要付多少", (said,))
    paid = [row.due_date for row in rows if row.due_date <= pay_on]
    since = paid[-1] if paid else inputs.start_date
    days, period = (pay_on - since).days, (left[0].due_date - since).days
    return Working(
        "一次还清要付多少",
        (
            rate_step(inputs),
            *(_unpaid(found, row) for row in rows if row.due_date == pay_on),
            f"到 {show(pay_on, Unit.DATE)}，已经到期 {len(paid)} 期，当作都按时还了。"
            f"剩余本金 {show(found.principal, Unit.YUAN)}，和“还款计划”表里那一期的“还剩本金”对得上。",
            f"这一期利息 {show(left[0].interest, Unit.YUAN)}，一共 {period} 天，用了 {days} 天："
            f"{show(left[0].interest, Unit.YUAN)} × {days} ÷ {period}＝{show(found.interest, Unit.YUAN)}。",
            f"一次还清＝本金＋这几天的利息＋费用 {show(found.fee, Unit.YUAN)}"
            f"＝{show(found.payoff_amount, Unit.YUAN)}。",
            f"剩下各期的利息原来一共 {show(total_interest(left), Unit.YUAN)}，"
            f"减去这几天的，少付 {show(found.interest_saved, Unit.YUAN)}。",
        ),
    )


def _unpaid(found: Settlement, due: ScheduleRow) -> str:
    """What the instalment due on the day itself adds while it is not paid."""
    return (
        f"那天到期的一期是 {show(due.payment, Unit.YUAN)}。还没还，就加上它："
        f"{show(found.payoff_amount, Unit.YUAN)}＋{show(due.payment, Unit.YUAN)}"
        f"＝{show(found.payoff_amount + due.payment, Unit.YUAN)}。"
    )


def _notices(found: Settlement, on: date) -> tuple[Notice, ...]:
    said = (
        "提前还清，利息一般只算到还清那天。"
        "合同另有约定的，按合同。要你付完全部利息的，先看合同怎么写。"
    )
    notices = [
        Notice("这是估算。还清以前，请对方给一个当天的结清金额。"),
        Notice(said, (STATUTE,), "law"),
    ]
    if found.saved < 0:
        notices.append(Notice("提前还清不划算的时候，按期还就好，手里的钱留着应急。"))
    return in_force(notices, on)


def _steps(left: list[ScheduleRow]) -> tuple[Step, ...]:
    certificate = Step("还清以后，要一份结清证明", "letters/settlement-certificate")
    if not left:
        return (certificate, Step("没还的，算今天一共欠多少", "calculators/overdue-cost"))
    return (
        Step("先留够生活，再看能拿出多少", "calculators/safe-monthly"),
        Step("每月多还一点，或者还有别的债，看能省多少", "calculators/payoff-order"),
        certificate,
    )


TOOL = Tool(
    "early-payoff",
    "提前还清省多少",
    "一次还清要付多少，能省多少利息。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("principal", ("1000", "3000", "5000", "10000", "20000", "50000")),
            ("saved",),
            Cases("months", ("12", "24", "36")),
        ),
    ),
)
