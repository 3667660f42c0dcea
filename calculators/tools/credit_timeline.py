"""征信记录时间线: what each month shows, when the record ends, which policies still apply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import cast

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
from calculators.finance.credit import ReportedMonth, months, overdue_code, record_ends_on
from calculators.form.declare import day, money
from calculators.law.clocks import distance
from calculators.law.notices import in_force
from calculators.tool import Tool

UNSURE = "说法不一"
SHOWN_MONTHS = 60
"""The table lists so many months, the latest ones."""

KEPT = "credit-reg-16"
CODES = "credit-report-status-codes"
OBJECTION = "credit-reg-25"
GRADES = "loan-class-attention-substandard-2023"
REPAIR = "credit-repair-onetime-2025"
REPAIR_SINCE = "credit-repair-2026-followup"

_STATES = {"in-force": "那天有效", "announced": "那天还没有", "ended": "已经截止"}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """When a payment was due, and when it was made."""

    due_date: date = day("到期日", default="2025-11-03", help="该还没还的那一期。")
    repaid_on: date | None = day(
        "哪天还清",
        optional=True,
        help="逾期的全部还清那天，打算哪天还也行。还没还就不填。",
        empty="还没还清",
    )
    amount: Decimal | None = money(
        "逾期的金额", optional=True, help="不知道就不填。", empty="不超过限额"
    )

    def late_on(self, on: date) -> bool:
        """Whether the debt is, was or will be overdue, as far as is known on ``on``."""
        return (self.repaid_on or on) > self.due_date


def calculate(inputs: Inputs, on: date) -> Result:
    """The record of one overdue debt. Source: 征信业管理条例 第十六条, ``calculators.finance.credit``."""
    seen = months(inputs.due_date, inputs.repaid_on, inputs.repaid_on or on)
    years = _years(on)
    return Result(
        headline=_headline(inputs, on, years),
        figures=_figures(inputs, seen, on, years),
        tables=(_months(seen), _policies(inputs, on)),
        charts=_charts(seen),
        workings=(_working(inputs, seen, on, years),),
        left_out=(
            "哪天上报，各机构不一样，报告里可能和这里差一格。",
            "这里只看一笔。有好几笔的，一笔一笔填。",
            "判决和强制执行的记录，另外算。",
        ),
        notices=_notices(inputs, on),
        steps=_steps(inputs, on),
    )


def _years(on: date) -> int | None:
    rule = rules.at(on)[KEPT]
    return int(rule.number("retention_years")) if rule.state == "in-force" else None


def _ends(inputs: Inputs, on: date, years: int | None) -> date | None:
    if years is None or not inputs.late_on(on):
        return None
    return record_ends_on(inputs.repaid_on, years)


def _headline(inputs: Inputs, on: date, years: int | None) -> str:
    if not inputs.late_on(on):
        return _not_late(inputs, on)
    if years is None:
        return "这一天还没有记录保存多久的规定，这里算不出来。"
    ends = _ends(inputs, on, years)
    if ends is None:
        today = record_ends_on(on, years)
        return f"还没还清，{years} 年就还没开始数；今天还清，记录保存到 {show(today, Unit.DATE)}。"
    today = _if_repaid_today(inputs, on, years)
    if today is not None:
        return f"{show(inputs.repaid_on, Unit.DATE)} 才还清，记录留到 {show(ends, Unit.DATE)}；今天就还清，留到 {show(today, Unit.DATE)}，早 {(ends - today).days} 天删掉。"
    if ends < on:
        return (
            f"这笔记录保存到 {show(ends, Unit.DATE)}，{distance(ends, on)}。报告里还有，就提异议。"
        )
    return f"{show(inputs.repaid_on, Unit.DATE)} 还清，这笔记录保存到 {show(ends, Unit.DATE)}。"


def _not_late(inputs: Inputs, on: date) -> str:
    if inputs.repaid_on is None:
        today = inputs.due_date == on
        due = "今天" if today else f"{show(inputs.due_date, Unit.DATE)} "
        by = "今天" if today else "到那天"
        return f"{due}才到期，现在没有逾期。{by}还没还上，就会开始有逾期记录。"
    paid = show(inputs.repaid_on, Unit.DATE)
    return f"按你填的，{paid} 就还清了，没有逾期，这一笔不会留下逾期记录。"


def _code(days: int) -> str:
    """The sign of a month as reported; the list of signs has no date."""
    rule = rules.at(date.max)[CODES]
    limits = [int(last) for last in cast("tuple[str, ...]", rule.value("overdue_code_last_days"))]
    codes = cast("tuple[str, ...]", rule.value("overdue_codes"))
    return overdue_code(days, limits, codes, str(rule.value("normal_code")))


def _sign(month: ReportedMonth, seen: list[ReportedMonth]) -> str:
    """The sign of a month among all; in the month of repayment no source is sure of it.

    A debt that was never overdue at a month's end shows 1 or M: what M says is told in two ways.
    """
    if month.days_overdue == 0 or month.late_at_end:
        return _code(month.days_overdue)
    if not any(m.late_at_end for m in seen):
        return (
            f"{_code(month.days_overdue)} 或 {rules.at(date.max)[CODES].value('cleared_late_code')}"
        )
    return UNSURE if month.repaid else _code(month.days_overdue)


def _worst(seen: list[ReportedMonth]) -> str:
    """The worst sign that is known; the month of repayment makes none worse."""
    known = [m for m in seen if not m.repaid] if any(m.late_at_end for m in seen) else seen
    worst = max(known, key=lambda m: m.days_overdue, default=None)
    return _sign(worst, seen) if worst else _code(0)


def _if_repaid_today(inputs: Inputs, on: date, years: int | None) -> date | None:
    """The day the record would end if all were repaid on ``on``; None once it is repaid, or not late."""
    repaid = inputs.repaid_on is not None and inputs.repaid_on <= on
    if years is None or repaid or on <= inputs.due_date:
        return None
    return record_ends_on(on, years)


def _today_meaning(inputs: Inputs, on: date, today: date | None) -> str:
    if today is not None:
        return "早一天还清，就早一天删掉。"
    if on <= inputs.due_date:
        return "还没有逾期，到期日那天还清也不算逾期。"
    return "已经还清了。" if inputs.repaid_on else "那时还没有这条规定。"


def _figures(
    inputs: Inputs, seen: list[ReportedMonth], on: date, years: int | None
) -> tuple[Figure, ...]:
    worst = max((month.days_overdue for month in seen), default=0)
    late = sum(month.days_overdue > 0 for month in seen)
    today = _if_repaid_today(inputs, on, years)
    return (
        Figure("record_ends_on", "记录保存到", _ends(inputs, on, years), Unit.DATE, _ends_meaning(inputs, on, years), estimate=True),
        Figure("worst_code", "最重的一格", _worst(seen), Unit.TEXT, "按每个月的月底看。还清的那个月记什么，说法不一；看报告末页的说明。", estimate=True),
        Figure("days_overdue", "最多逾期", worst, Unit.DAYS, "从到期日第二天数起。"),
        Figure("months_late", "有逾期的月份", late, Unit.MONTHS),
        Figure("if_repaid_today", "今天还清，保存到", today, Unit.DATE, _today_meaning(inputs, on, today)),
        Figure("one_off_repair", "一次性信用修复", _repair(inputs, on), Unit.TEXT),
    )  # fmt: skip


def _ends_meaning(inputs: Inputs, on: date, years: int | None) -> str:
    if not inputs.late_on(on):
        return "没有逾期，就没有这个日子。"
    if years is None:
        return "那时还没有这条规定。"
    if inputs.repaid_on is None:
        return "还清那天才开始数。"
    return f"从还清那天起 {years} 年，到期删除。"


def _months(seen: list[ReportedMonth]) -> Table:
    columns = (
        Column("month", "月份", Unit.TEXT),
        Column("days_overdue", "最多逾期", Unit.DAYS),
        Column("code", "符号", Unit.TEXT),
    )
    cells = tuple(
        (f"{m.first.year}年{m.first.month}月", m.days_overdue, _sign(m, seen))
        for m in seen[-SHOWN_MONTHS:]
    )
    cut = (
        f"一共 {len(seen)} 个月，只列最近 {SHOWN_MONTHS} 个月。" if len(seen) > SHOWN_MONTHS else ""
    )
    summary = f"还清的那个月记什么，说法不一。以信用报告末页的说明为准。{cut}"
    return Table("months", "每个月大约显示什么", columns, cells, summary)


def _charts(seen: list[ReportedMonth]) -> tuple[Chart, ...]:
    if not any(month.days_overdue for month in seen):
        return ()
    late = seen[-SHOWN_MONTHS:]
    series = Series("days_overdue", "逾期天数", tuple(Decimal(m.days_overdue) for m in late))
    x = tuple(f"{m.first:%Y-%m}" for m in late)
    said = f"最多逾期 {late[-1].days_overdue} 天，还清以后不再往上走。"
    return (Chart("months", "逾期天数一个月比一个月多", "bar", x, (series,), said, Unit.DAYS),)


def _policies(inputs: Inputs, on: date) -> Table:
    book = rules.at(on)
    columns = (
        Column("policy", "规定", Unit.TEXT),
        Column("state", "在不在", Unit.TEXT),
        Column("certainty", "多确定", Unit.TEXT),
        Column("meaning", "对你", Unit.TEXT),
    )
    meanings = {
        KEPT: "还清以后开始数，到期删除。",
        OBJECTION: "记录有错才能改，真实的逾期改不掉。",
        GRADES: "银行给贷款分级，不是给人列名单。",
        REPAIR: _repair(inputs, on),
    }
    cells = tuple(
        (book[id].name, _STATES[book[id].state], book[id].mark, meaning)
        for id, meaning in meanings.items()
    )
    return Table("policies", f"{show(on, Unit.DATE)}，有哪些规定", columns, cells)


def _repair(inputs: Inputs, on: date) -> str:
    """What the one-off repair of 2026, now closed, would say of this debt."""
    rule = rules.at(on)[REPAIR]
    if rule.state == "announced" or rule.effective_from is None:
        return "那天还没有这项政策。"
    terms = rules.at(rule.effective_from)[REPAIR]
    first, last = (cast("date", terms.value(name)) for name in ("overdue_from", "overdue_to"))
    repay_by, most = cast("date", terms.value("repay_by")), terms.number("max_single_overdue_yuan")
    if not inputs.late_on(on):
        return "没有逾期，用不上。"
    if not first <= inputs.due_date + timedelta(days=1) <= last:
        return f"不适用：听说只管 {first.year} 到 {last.year} 年产生的逾期。"
    if (inputs.repaid_on or on) > repay_by:
        return f"不适用：听说要在 {show(repay_by, Unit.DATE)}以前还清，现在已经截止。"
    if inputs.amount is not None and inputs.amount > most:
        return f"不适用：听说单笔不超过 {show(most, Unit.YUAN)}。"
    return f"听说可能适用，单笔不超过 {show(most, Unit.YUAN)}，不用申请，不收费。"


def _working(inputs: Inputs, seen: list[ReportedMonth], on: date, years: int | None) -> Working:
    steps = [
        f"逾期天数＝到月底（还清的那个月到还清那天）的日期 − 到期日 {show(inputs.due_date, Unit.DATE)}。",
        *(
            f"{m.first.year}年{m.first.month}月：{m.days_overdue} 天，符号 {_sign(m, seen)}。"
            for m in seen[:3]
        ),
    ]
    ends = _ends(inputs, on, years)
    if ends is not None:
        paid = show(inputs.repaid_on, Unit.DATE)
        steps.append(f"还清那天 {paid}，加 {years} 年，是 {show(ends, Unit.DATE)}。")
    else:
        steps.append("保存的年数从还清那天数起，没有还清就没有这个日子。")
    return Working("记录怎么数", tuple(steps))


def _notices(inputs: Inputs, on: date) -> tuple[Notice, ...]:
    found = [
        Notice(
            "信用报告每月用一个符号：N 是正常，数字越大逾期越久。同一个月里晚了又还上，记 1 还是记 M，没有查到官方的说明。月底和满 30 天，两个日子都要赶。",
            (CODES,),
            "reported",
        ),
        Notice("一直不还，保存期就一直不开始数。只有还清，时间才开始走。", (KEPT,), "law"),
        Notice("只能改错的，真实的逾期谁也改不掉。记录有错，可以提异议。", (OBJECTION,), "law"),
    ]
    return (*in_force(found, on), *_closed(on))


def _closed(on: date) -> tuple[Notice, ...]:
    """That the one-off repair is over, once it is."""
    if rules.at(on)[REPAIR].state != "ended":
        return ()
    said = "一次性信用修复已经截止，没有查到延期。收钱说能“修复征信”的，当骗局防。"
    return (Notice(said, (REPAIR, REPAIR_SINCE), "reported"),)


def _steps(inputs: Inputs, on: date) -> tuple[Step, ...]:
    report = Step("记录有错，写信提异议", "letters/credit-objection")
    if inputs.repaid_on and inputs.repaid_on <= on:
        return (Step("要一份结清证明", "letters/settlement-certificate"), report)
    return (
        Step("算今天还清要多少", "calculators/overdue-cost"),
        Step("征信记录影响什么", "consequences/credit-report"),
        report,
    )


TOOL = Tool(
    "credit-timeline",
    "征信记录时间线",
    "每个月显示什么，记录哪天删除。",
    Inputs,
    calculate,
    no_common="Every answer is a day counted from the reader's own; a day of somebody else's could be taken for it.",
)
