"""随借随还怎么算: a loan drawn and repaid on any day, its interest by actual days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from calculators.answer.result import Column, Figure, Notice, Result, Step, Table, Unit, Working
from calculators.answer.wording import show
from calculators.finance.daily import Movement, Order, daily_loan, interest_of
from calculators.finance.money import ZERO, fen, total
from calculators.form.declare import choice, day, money, rate, rows
from calculators.form.parse import refuse
from calculators.law.notices import in_force
from calculators.tool import Cases, Common, Tool
from calculators.tools._debt import PaymentRow
from calculators.tools._product import product

ORDERS = {"interest": "先抵利息，再抵本金", "principal": "先抵本金，再抵利息"}
_HOW = "利息怎么算"


@dataclass(frozen=True, kw_only=True)
class DrawRow:
    """One sum borrowed, as a row of the form."""

    date: date = day("借款日")
    amount: Decimal = money("借了多少", minimum="0.01")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A loan drawn and repaid on any day, and the day it is reckoned to."""

    product: str = product("daily-loan", rate=True)
    draws: tuple[DrawRow, ...] = rows(
        "借过哪几笔", DrawRow, each="笔", help="填钱到手的那天。", needed=True
    )
    payments: tuple[PaymentRow, ...] = rows(
        "还过的钱", PaymentRow, each="笔", help="本金和利息一起填。没还过就空着。"
    )
    daily_rate: Decimal | None = rate(
        "日利率",
        period="day",
        maximum="0.01",
        optional=True,
        help="看借款合同，例如 0.04%。",
        needed=True,
    )
    until: date | None = day(
        "算到哪天", optional=True, help="打算哪天还清，就填哪天。不填算到今天。", empty="今天"
    )
    order: str = choice(
        "还的钱先抵什么", ORDERS, default="interest", help="看合同。没写的，选先抵利息。"
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """What the loan comes to on a day. Source: ``calculators.finance.daily``."""
    until = inputs.until or on
    _check(inputs, on, until)
    missing = _missing(inputs)
    if missing:
        return _answer(inputs, on, f"还差{'、'.join(missing)}，填上才能算。", _no_figures(), ())
    lines = daily_loan(
        inputs.daily_rate or ZERO,
        [(row.date, row.amount) for row in inputs.draws],
        [(row.date, row.amount) for row in inputs.payments],
        until,
        cast("Order", inputs.order),
    )
    figures = _figures(lines, inputs.daily_rate or ZERO)
    return _answer(inputs, on, _headline(lines, on), figures, lines)


def _missing(inputs: Inputs) -> list[str]:
    """The labels of what decides the answer and has not been said."""
    needed = {"借过哪几笔": inputs.draws or None, "日利率": inputs.daily_rate}
    return [label for label, value in needed.items() if value is None]


def _check(inputs: Inputs, on: date, until: date) -> None:
    said = "还没到，请填今天或以前的日子。"
    for at, lent in enumerate(inputs.draws):
        if lent.date > on:
            raise refuse(f"draws.{at}.date", f"“借款日”{said}")
        if lent.date > until:
            raise refuse("until", f"“算到哪天”不能早于借款日（{lent.date}），请改一下日期。")
    first = min((lent.date for lent in inputs.draws), default=None)
    for at, paid in enumerate(inputs.payments):
        if paid.date > on:
            raise refuse(f"payments.{at}.date", f"“还款日”{said}")
        if first and paid.date < first:
            early = f"“还款日”不能早于第一次借款（{first}），请改一下日期。"
            raise refuse(f"payments.{at}.date", early)
        if paid.date > until:
            raise refuse("until", f"“算到哪天”不能早于还款日（{paid.date}），请改一下日期。")


def _answer(
    inputs: Inputs,
    on: date,
    headline: str,
    figures: tuple[Figure, ...],
    lines: tuple[Movement, ...],
) -> Result:
    return Result(
        headline=headline,
        figures=figures,
        tables=(_table(lines),) if lines else (),
        workings=(_working(inputs, lines),),
        left_out=(
            "过了约定的日子还没还的罚息。已经逾期的，用“今天一共欠多少”。",
            "当天借当天还的，这里不算利息。合同写了至少算一天的，另外加。",
            "手续费、会员费、担保费。",
            "有的每天四舍五入，会差几分。",
        ),
        notices=_notices(lines, on),
        steps=(
            Step("已经逾期了，算今天一共欠多少", "calculators/overdue-cost"),
            Step("和对方的数对不上，要明细", "letters/itemised-statement"),
            Step("每月能还多少", "calculators/safe-monthly"),
        ),
    )


def _headline(lines: tuple[Movement, ...], on: date) -> str:
    last, over = lines[-1], _overpaid(lines)
    due = last.principal_left + last.interest_left
    if due == 0:
        more = f"还多还了 {show(over, Unit.YUAN)}，可以问对方怎么退。"
        return f"都还清了，{more}" if over else "按你填的，这笔钱都还清了。"
    when = "今天" if last.day == on else f" {show(last.day, Unit.DATE)}"
    return (
        f"到{when}一共要还 {show(due, Unit.YUAN)}，其中利息 {show(last.interest_left, Unit.YUAN)}。"
    )


def _overpaid(lines: tuple[Movement, ...]) -> Decimal:
    return fen(total(line.overpaid for line in lines))


def _no_figures() -> tuple[Figure, ...]:
    """The figures of a loan of which too little is known: each says so."""
    names = {
        "total_due": "那天还清要付",
        "principal_due": "其中本金",
        "interest_due": "其中利息",
        "interest_total": "从头到尾的利息",
    }
    said = "还没填全，先不算。"
    return tuple(Figure(key, label, None, Unit.YUAN, said) for key, label in names.items())


def _figures(lines: tuple[Movement, ...], daily_rate: Decimal) -> tuple[Figure, ...]:
    last = lines[-1]
    paid = fen(total(line.interest_paid for line in lines))
    due = last.principal_left + last.interest_left
    return (
        Figure("total_due", "那天还清要付", due, Unit.YUAN, "本金加利息。"),
        Figure("principal_due", "其中本金", last.principal_left, Unit.YUAN, "借了还没还的。"),
        Figure("interest_due", "其中利息", last.interest_left, Unit.YUAN, "还那天不算利息。"),
        Figure("per_day", "晚一天还，多付", fen(last.principal_left * daily_rate), Unit.YUAN, "没过约定的日子，才这样算。"),
        Figure("interest_total", "从头到尾的利息", interest_of(lines), Unit.YUAN, "还过的和没还的加在一起。"),
        Figure("interest_paid", "已经还了的利息", paid, Unit.YUAN),
        Figure("overpaid", "多还了", _overpaid(lines), Unit.YUAN, "比那天欠的多出来的。可以问怎么退。"),
    )  # fmt: skip


def _table(lines: tuple[Movement, ...]) -> Table:
    columns = (
        Column("date", "日期", Unit.DATE),
        Column("what", "做了什么", Unit.TEXT),
        Column("amount", "多少", Unit.YUAN),
        Column("days", "过了几天", Unit.COUNT),
        Column("interest", "这几天的利息", Unit.YUAN),
        Column("principal", "还欠本金", Unit.YUAN),
        Column("interest_left", "还欠利息", Unit.YUAN),
    )
    said = "过了几天，是从上一行的日子数起。"
    cells = tuple(
        (
            line.day,
            _what(line),
            abs(line.amount) if line.amount else None,
            line.days,
            line.interest,
            line.principal_left,
            line.interest_left,
        )
        for line in lines
    )
    return Table("lines", "一笔一笔怎么算", columns, cells, said, answer="principal")


def _what(line: Movement) -> str:
    if line.amount == 0:
        return "算到这天"
    return "借" if line.amount > 0 else "还"


def _working(inputs: Inputs, lines: tuple[Movement, ...]) -> Working:
    steps = [
        "利息＝欠的本金 × 日利率 × 天数。借的那天算，还的那天不算。",
        f"还的钱，{ORDERS[inputs.order]}。利息不再算利息。",
    ]
    principal = ZERO
    for line in lines:
        if line.interest:
            steps.append(
                f"到 {show(line.day, Unit.DATE)}：{show(principal, Unit.YUAN)} × "
                f"{show(inputs.daily_rate, Unit.RATE, exact=True)} × {line.days} 天＝{show(line.interest, Unit.YUAN)}。"
            )
        principal = line.principal_left
    return Working(_HOW, tuple(steps))


def _notices(lines: tuple[Movement, ...], on: date) -> tuple[Notice, ...]:
    found = [Notice("利率和还款先抵什么，都以你的合同为准。还清以前，请对方给一个当天的数。")]
    if _overpaid(lines):
        found.append(Notice("多还的钱，这里不抵后来借的。先对一对填的数。", (), "warning"))
    found += [
        Notice(
            "没有另外约定的，先抵要债的费用，再抵利息，最后抵本金。", ("civil-code-561",), "law"
        ),
        Notice("提前还的，没有另外约定，利息只算到还那天。", ("civil-code-677",), "law"),
    ]
    return in_force(tuple(found), on)


TOOL = Tool(
    "daily-loan",
    "随借随还怎么算",
    "哪天借、哪天还，利息按天算到分。",
    Inputs,
    calculate,
    by_day=True,
    common=(
        Common(
            Cases("draws.0.amount", ("3000", "5000", "10000", "20000")),
            ("interest_total",),
            Cases("daily_rate", ("0.02%", "0.03%", "0.05%")),
        ),
    ),
)
