"""我的情况: everything a reader said, once, and what all the calculators make of it together."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.answer.result import (
    Column,
    Document,
    Notice,
    Result,
    Step,
    Table,
    Unit,
    Value,
    Working,
)
from calculators.answer.wording import show
from calculators.form.declare import attribute, count, money, rows, specs, text
from calculators.form.parse import parse
from calculators.law.help import BENEFITS
from calculators.tool import Tool
from calculators.tools import (
    contact_check,
    fair_offers,
    offer_compare,
    overdue_cost,
    payoff_order,
    safe_monthly,
)
from calculators.tools._debt import DebtInputs, day_notices

_LENDER, _MONTH, _ALL = "欠谁的", "每月的钱", "所有的债、方案和记录"


@dataclass(frozen=True, kw_only=True)
class Inputs(DebtInputs):
    """Nothing is filled in for the reader here: an example must not pass for their case."""

    lender: str = text(
        "贷款机构",
        most=60,
        help="合同里的“贷款人”。不写进分享链接。",
        group=_LENDER,
        fact="lender",
    )
    contract: str = text("合同或借据号", most=60, group=_LENDER, fact="contract")
    total_due: Decimal | None = money(
        "对方说一共欠多少", optional=True, group=_LENDER, fact="total_due"
    )
    already_paid: Decimal | None = money(
        "你已经还了多少", optional=True, group=_LENDER, fact="already_paid"
    )
    principal: Decimal | None = money(
        "欠的本金", optional=True, help="APP 里“剩余本金”。", fact="principal"
    )
    days_overdue: int = count("逾期了几天", default=0, maximum=3650, unit="天", fact="days_overdue")
    income: tuple[safe_monthly.Income, ...] = rows(
        "每月收入",
        safe_monthly.Income,
        each="笔收入",
        most=12,
        group=_MONTH,
        fact="income",
    )
    outgoings: tuple[safe_monthly.Outgoing, ...] = rows(
        "每月支出",
        safe_monthly.Outgoing,
        each="笔支出",
        most=40,
        group=_MONTH,
        fact="outgoings",
    )
    dependants: int = count(
        "要养几个人", default=0, maximum=20, unit="人", group=_MONTH, fact="dependants"
    )
    dependants_cost: Decimal | None = money(
        "他们每月一共要花多少",
        optional=True,
        must="要养人就要填",
        help="上面的支出里已经算了，就填 0。",
        group=_MONTH,
        fact="dependants_cost",
    )
    cash_now: Decimal | None = money(
        "今天拿得出多少", optional=True, must="有方案要今天付钱就要填", group=_ALL
    )
    monthly: Decimal | None = money(
        "打算每月还这一笔多少",
        optional=True,
        help="写信时用。",
        group=_MONTH,
        fact="monthly",
    )
    debts: tuple[payoff_order.AnyDebt, ...] = rows(
        "所有的债",
        payoff_order.AnyDebt,
        each="笔债",
        most=50,
        group=_ALL,
        fact="debts",
    )
    offers: tuple[offer_compare.OfferRow, ...] = rows(
        "对方说的方案",
        offer_compare.OfferRow,
        each="个方案",
        most=offer_compare.MOST_OFFERS,
        group=_ALL,
        fact="offers",
    )
    log: tuple[contact_check.LogRow, ...] = rows(
        "催收记录",
        contact_check.LogRow,
        each="次",
        most=1000,
        group=_ALL,
        fact="log",
    )


@dataclass(frozen=True)
class _Part:
    """One calculator's answer and which of its figures belong in the whole."""

    tool: Tool
    result: Result
    figures: tuple[str, ...]
    tables: tuple[str, ...]

    def shown(self) -> Iterator[Table]:
        """Its tables under names that tell them from those of the others."""
        for table in self.result.tables:
            if table.key in self.tables:
                title = f"{self.tool.title}：{table.title}"
                yield dataclasses.replace(table, key=f"{self.tool.id}-{table.key}", title=title)


def calculate(inputs: Inputs, on: date) -> Result:
    """Ask each calculator that has something to go by, and put the answers side by side."""
    parts = _parts(inputs, on)
    figures = tuple(part.result.figure(key) for part in parts for key in part.figures)
    tables = tuple(t for part in parts for t in part.shown())
    return Result(
        headline=_headline(inputs, parts),
        figures=figures,
        tables=(*_said(inputs), *tables),
        charts=tuple(c for part in parts[:1] for c in part.result.charts),
        workings=_workings(parts),
        left_out=("别的计算器里单独填的数。它们在各自的页面上。",),
        notices=_notices(inputs, parts, on),
        steps=_steps(parts),
        documents=_documents(inputs, parts, on),
    )


def _parts(inputs: Inputs, on: date) -> list[_Part]:
    parts = []
    if inputs.principal is not None or inputs.instalments:
        keys = ("total_due", "cost_per_day", "days_overdue", "above_24")
        parts.append(_ask(overdue_cost.TOOL, _known(inputs), on, keys, ("instalments",)))
    sums: dict[str, object] = {}
    if safe_monthly.is_told(inputs.income, inputs.outgoings):
        month = _ask(safe_monthly.TOOL, _known(inputs), on, ("safe_monthly",), ("month",))
        safe = month.result.figure("safe_monthly").value
        sums = {} if safe is None else {"monthly_total": safe, "safe_monthly": safe}
        parts.append(month)
    if inputs.debts and sums:
        known = {**sums, "debts": inputs.debts}
        if all(debt.annual_rate is not None for debt in inputs.debts):
            parts.append(_ask(payoff_order.TOOL, known, on, ("months",), ("strategies",)))
        owed = tuple(fair_offers.DebtRow(name=d.name, balance=d.balance) for d in inputs.debts)
        known = {**sums, "debts": owed}
        parts.append(_ask(fair_offers.TOOL, known, on, ("total_owed",), ("offers",)))
    if inputs.offers and sums and inputs.principal is not None:
        known = {**sums, "cash_now": inputs.cash_now, "offers": inputs.offers, "debt": inputs}
        parts.append(_ask(offer_compare.TOOL, known, on, ("best",), ("offers",)))
    if inputs.log:
        found = ("entries", "possible")
        parts.append(_ask(contact_check.TOOL, _known(inputs), on, found, ("log",)))
    return parts


def _known(inputs: Inputs) -> dict[str, object]:
    return {f.name: getattr(inputs, f.name) for f in dataclasses.fields(inputs)}


def _ask(
    tool: Tool, known: dict[str, object], on: date, figures: Sequence[str], tables: Sequence[str]
) -> _Part:
    """A calculator's answer to what is known; what is not keeps that calculator's default."""
    names = {attribute(name) for name in specs(tool.inputs)}
    given = {name: value for name, value in known.items() if name in names}
    answer = tool.calculate(dataclasses.replace(parse(tool.inputs, {}), **given), on)
    return _Part(tool, answer, tuple(figures), tuple(tables))


def _headline(inputs: Inputs, parts: list[_Part]) -> str:
    half = inputs.income or inputs.outgoings
    if half and not safe_monthly.is_told(inputs.income, inputs.outgoings):
        missing = "每月支出里吃、住、看病的钱" if inputs.income else "每月收入"
        return "".join(part.result.headline for part in parts[:1]) + (
            f"再填上{missing}，才算得出每月能还多少。"
        )
    if not parts and (inputs.debts or inputs.offers):
        return "再填上每月收入和支出，才算得出这些债怎么还。"
    if not parts:
        return "这里还没有能算的数。填一样，就多一段；别处填过的，用得上就会到这里来。"
    return "".join(part.result.headline for part in parts[:2])


def _said(inputs: Inputs) -> tuple[Table, ...]:
    """What stands in the plain fields, so that the printed page says what it was computed from."""
    lines: list[tuple[Value, ...]] = []
    for name, spec in specs(type(inputs)).items():
        value = getattr(inputs, attribute(name))
        if spec.kind in {"money", "text", "count", "day"} and value not in (None, "", 0):
            shown = show(value, Unit.YUAN if spec.kind == "money" else Unit.TEXT)
            unit = spec.unit if spec.kind == "count" else ""
            lines.append((spec.label, f"{shown} {unit}".strip()))
    if not lines:
        return ()
    columns = (Column("field", "项目", Unit.TEXT), Column("value", "你填的", Unit.TEXT))
    return (Table("said", "你填了什么", columns, tuple(lines)),)


def _notices(inputs: Inputs, parts: list[_Part], on: date) -> tuple[Notice, ...]:
    owed = any(part.tool is overdue_cost.TOOL for part in parts)
    days = day_notices(inputs, on) if owed else ()
    return (Notice("都是按你填的数估算的，以盖章的明细和判决为准。"), *days)


def _workings(parts: list[_Part]) -> tuple[Working, ...]:
    if not parts:
        return (Working("这一页怎么来的", ("每一段都由对应的计算器算出，数和那一页上的一样。",)),)
    return tuple(
        Working(f"{part.tool.title}：{w.title}", w.steps)
        for part in parts
        for w in part.result.workings
    )


def _steps(parts: list[_Part]) -> tuple[Step, ...]:
    """At most three: a list that is longer is not begun."""
    if not parts:
        return (
            Step("不知道从哪填起？先答几个问题", "calculators/triage"),
            Step("先算今天一共欠多少", "calculators/overdue-cost"),
        )
    steps = [step for part in parts for step in part.result.steps]
    firsts = [step for step in steps if step == BENEFITS]
    firsts += [step for step in steps if step.page.startswith("letters/")]
    return tuple({step.page: step for step in (*firsts, *steps)}.values())[:3]


def _documents(inputs: Inputs, parts: list[_Part], on: date) -> tuple[Document, ...]:
    if not parts:
        return ()
    lines = ["我的情况", f"算到 {show(on, Unit.DATE)}", ""]
    lines += [f"{row[0]}：{row[1]}" for table in _said(inputs) for row in table.rows]
    for part in parts:
        lines += ["", f"【{part.tool.title}】", part.result.headline]
        lines += [f"{f.label}：{show(f.value, f.unit)}" for f in part.result.listed]
    lines += ["", "以上按本人填写的数估算，以盖章的明细和判决为准。"]
    name = f"我的情况-{on}.txt"
    label = "整份情况（给家人、律师、法律援助看）"
    return (Document("case", label, name, "text/plain", "\n".join(lines), open=False),)


TOOL = Tool(
    "my-case",
    "我的情况",
    "填一次，各个计算器和信都能用；还能打印成一份。",
    Inputs,
    calculate,
    no_common="It has no numbers of its own: it shows what the other calculators were told.",
)
