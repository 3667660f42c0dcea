"""信用卡这期账单怎么算: a card by day, from the purchases to interest, late fee and minimum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import cast

from calculators.answer.result import Column, Figure, Notice, Result, Step, Table, Unit, Working
from calculators.answer.wording import show
from calculators.finance.card import Basis, Card, CardBill, CardTerms, OverlappingBills, card
from calculators.finance.money import ZERO, total
from calculators.form.declare import choice, count, day, money, rate, rows
from calculators.form.parse import refuse
from calculators.law.clocks import distance, in_grace
from calculators.law.notices import in_force
from calculators.tool import Cases, Common, Tool
from calculators.tools._debt import PaymentRow
from calculators.tools._product import product

BASES = {
    "whole": "全额计息（整张账单都从记账日算）",
    "unpaid": "未还部分计息（每天欠的钱，乘没还的几成）",
    "posted": "没还的那一份计息（从记账日起一直算）",
}
_MORE = "合同里的其他约定"
MOST_YEARS = 20
"""Months that are walked through one by one: further back, a phone would take too long."""


@dataclass(frozen=True, kw_only=True)
class PurchaseRow:
    """One thing bought, as a row of the form."""

    posted_on: date = day("记账日")
    amount: Decimal = money("金额", minimum="0.01", help="退货的不填在这里，填到“还过的钱”。")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """The bill of a credit card, and what was paid of it."""

    product: str = product("card-bill", rate=True)
    purchases: tuple[PurchaseRow, ...] = rows(
        "刷了哪几笔", PurchaseRow, each="笔", help="照账单抄记账日，不是刷卡那天。", needed=True
    )
    statement_day: int | None = count(
        "每月几号出账单", minimum=1, maximum=31, unit="号", optional=True, needed=True
    )
    due_day: int | None = count(
        "每月几号是到期还款日", minimum=1, maximum=31, unit="号", optional=True, needed=True
    )
    payments: tuple[PaymentRow, ...] = rows(
        "还过的钱", PaymentRow, each="笔", help="没还过就空着。"
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
    late_fee_rate: Decimal | None = rate(
        "违约金比例",
        maximum="1",
        optional=True,
        help="按最低还款没还上的部分收。看领用合同，例如 5%。",
        needed=True,
    )
    basis: str = choice(
        "没还清时利息怎么算", BASES, default="whole", help="三种都会算给你看。", group=_MORE
    )
    limit: Decimal | None = money(
        "信用额度",
        optional=True,
        help="超过额度的部分，要全部放进最低还款。",
        group=_MORE,
        empty="没超过",
    )
    minimum_floor: Decimal = money("最低还款最少多少", default="0", group=_MORE)
    late_fee_floor: Decimal = money("违约金每次最少多少", default="0", group=_MORE)
    grace_days: int = count(
        "晚几天还算按时", default=0, maximum=15, unit="天", help="合同里叫容时。", group=_MORE
    )
    grace_amount: Decimal = money(
        "差多少还算还清", default="0", maximum="1000", help="合同里叫容差。", group=_MORE
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """What the card comes to on ``on``. Source: ``calculators.finance.card``."""
    _check(inputs, on)
    missing = _missing(inputs)
    if missing:
        return _answer(inputs, on, f"还差{'、'.join(missing)}，填上才能算。", _no_figures())
    state = _card(inputs, inputs.basis, on)
    others = {key: _card(inputs, key, on).interest for key in BASES if key != inputs.basis}
    far = _is_far_too_much(inputs, state)
    when = _when(state, inputs.grace_days, on)
    figures = _figures(state, others, when, far=far)
    said = _headline(state, far=far) + _due(state, when)
    answer = _answer(inputs, on, said, figures, (_table(state),))
    return replace(answer, notices=(*(_FAR_TOO_MUCH if far else ()), *answer.notices))


def _answer(
    inputs: Inputs,
    on: date,
    headline: str,
    figures: tuple[Figure, ...],
    tables: tuple[Table, ...] = (),
) -> Result:
    return Result(
        headline=headline,
        figures=figures,
        tables=tables,
        workings=(_working(inputs),),
        left_out=(
            "取现、分期、年费和外币。这些另有算法，看合同。",
            "还的钱先抵最早的一期，每一期里先抵利息和违约金，再抵本金。有的合同不一样。",
            "不是全额计息的，有两种算法，差在到期以前的日子。合同没写清，就问银行是哪一种。",
        ),
        notices=_notices(inputs, on),
        steps=(
            Step("打卡背面的电话，问个性化分期", "products/credit-card"),
            Step("和账单对不上，要明细", "letters/itemised-statement"),
            Step("每月能还多少", "calculators/safe-monthly"),
        ),
    )


def _missing(inputs: Inputs) -> list[str]:
    """The labels of what decides the answer and has not been said."""
    needed = {
        "刷了哪几笔": inputs.purchases or None,
        "账单日": inputs.statement_day,
        "到期还款日": inputs.due_day,
        "日利率": inputs.daily_rate,
        "最低还款比例": inputs.minimum_rate,
        "违约金比例": inputs.late_fee_rate,
    }
    return [label for label, value in needed.items() if value is None]


def _check(inputs: Inputs, on: date) -> None:
    for at, bought in enumerate(inputs.purchases):
        if on.year - bought.posted_on.year > MOST_YEARS:
            said = f"“记账日”太早了，这里最多往前算 {MOST_YEARS} 年，请对一对年份。"
            raise refuse(f"purchases.{at}.posted_on", said)
        if bought.posted_on > on:
            raise refuse(f"purchases.{at}.posted_on", "“记账日”还没到，请填今天或以前的日子。")
    for at, paid in enumerate(inputs.payments):
        if paid.date > on:
            raise refuse(f"payments.{at}.date", "“还款日”还没到，请填今天或以前的日子。")
        if inputs.purchases and paid.date < min(row.posted_on for row in inputs.purchases):
            said = "“还款日”比第一笔记账日还早。请补上更早的消费，或者改一下日期。"
            raise refuse(f"payments.{at}.date", said)


def _card(inputs: Inputs, basis: str, on: date) -> Card:
    terms = CardTerms(
        statement_day=inputs.statement_day or 0,
        due_day=inputs.due_day or 0,
        daily_rate=inputs.daily_rate or ZERO,
        basis=cast("Basis", basis),
        minimum_rate=inputs.minimum_rate or ZERO,
        late_fee_rate=inputs.late_fee_rate or ZERO,
        limit=inputs.limit,
        minimum_floor=inputs.minimum_floor,
        late_fee_floor=inputs.late_fee_floor,
        grace_days=inputs.grace_days,
        grace_amount=inputs.grace_amount,
    )
    bought = [(row.posted_on, row.amount) for row in inputs.purchases]
    paid = [(row.date, row.amount) for row in inputs.payments]
    try:
        return card(terms, bought, paid, on)
    except OverlappingBills:
        said = "“到期还款日”要在下一次出账单以前，请对一对账单日、还款日和宽限的天数。"
        raise refuse("due_day", said) from None


def _headline(state: Card, *, far: bool) -> str:
    if state.overpaid > 0 and state.total_due == 0:
        return f"都还清了，还多还了 {show(state.overpaid, Unit.YUAN)}，可以问银行怎么退。"
    if state.total_due == 0:
        return "按你填的，这张卡都还清了。"
    cost = state.interest + state.late_fee
    if far:
        return (
            f"照合同一直滚到今天，会有 {show(state.total_due, Unit.YUAN)}。"
            "银行停收过没有、减过没有，这里不知道。先要明细，再谈怎么还。"
        )
    if cost == 0:
        return f"现在欠 {show(state.total_due, Unit.YUAN)}，还没有利息和违约金。"
    return (
        f"到今天一共欠 {show(state.total_due, Unit.YUAN)}，"
        f"其中利息和违约金 {show(cost, Unit.YUAN)}。"
    )


def _when(state: Card, grace_days: int, on: date) -> str:
    """How far the day of the last bill is, and until when it still counts."""
    if not state.bills:
        return ""
    due = state.bills[-1].due
    return f"{distance(due, on)}。{in_grace(due, grace_days, on)}"


def _due(state: Card, when: str) -> str:
    """A minimum that is not paid, and how far its day is: what is past is said first of all."""
    left = _minimum_left(state.bills[-1] if state.bills else None)
    return f"最低还款还差 {show(left, Unit.YUAN)}，到期还款日{when}" if left else ""


def _minimum_left(bill: CardBill | None) -> Decimal | None:
    return None if bill is None else max(bill.minimum - bill.paid, Decimal("0.00"))


def _no_figures() -> tuple[Figure, ...]:
    """The figures of a card of which too little is known: each says so."""
    names = {
        "total_due": "今天一共欠",
        "principal_due": "其中本金",
        "interest": "其中利息",
        "late_fee": "其中违约金",
        "minimum_due": "最近一期的最低还款",
    }
    said = "还没填全，先不算。"
    return tuple(Figure(key, label, None, Unit.YUAN, said) for key, label in names.items())


def _figures(
    state: Card, others: Mapping[str, Decimal], when: str, *, far: bool
) -> tuple[Figure, ...]:
    bill = state.bills[-1] if state.bills else None
    none_yet = "" if bill else "还没有出过账单。"
    left = _minimum_left(bill)
    said = "照合同一直滚下来的数，不一定是银行要的数。" if far else "本金、利息、违约金加在一起。"
    return (
        Figure("total_due", "今天一共欠", state.total_due, Unit.YUAN, said, estimate=far),
        Figure("principal_due", "其中本金", state.principal_due, Unit.YUAN, "刷了还没还的。"),
        Figure("interest", "其中利息", state.interest, Unit.YUAN, "算到昨天，今天还不算。"),
        Figure("late_fee", "其中违约金", state.late_fee, Unit.YUAN, "最低还款没还够才有。"),
        Figure("minimum_due", "最近一期的最低还款", bill.minimum if bill else None, Unit.YUAN, none_yet),
        Figure("minimum_left", "最低还款还差", left, Unit.YUAN, none_yet),
        Figure("due_date", "最近一期的到期还款日", bill.due if bill else None, Unit.DATE, when or none_yet),
        *_other_ways(others),
        Figure("overpaid", "多还了", state.overpaid, Unit.YUAN, "多还的，可以抵下一笔，也可以问怎么退。"),
    )  # fmt: skip


def _other_ways(others: Mapping[str, Decimal]) -> Iterator[Figure]:
    """The interest by the two ways that were not chosen."""
    for key, (way, interest) in zip(
        ("interest_other", "interest_third"), others.items(), strict=True
    ):
        label = f"如果是{BASES[way].partition('（')[0]}，利息是"
        yield Figure(key, label, interest, Unit.YUAN, "看合同写的是哪一种。")


def _table(state: Card) -> Table:
    columns = (
        Column("statement", "出账单", Unit.DATE),
        Column("due", "到期还款", Unit.DATE),
        Column("balance", "账单金额", Unit.YUAN),
        Column("minimum", "最低还款", Unit.YUAN),
        Column("interest", "这期记的利息", Unit.YUAN),
        Column("paid", "出账后还了", Unit.YUAN),
    )
    said = "没还清的，下一期账单会记上利息。这笔利息没还，也会接着算利息。"
    return Table(
        "bills", "每一期账单", columns, tuple(_line(bill) for bill in state.bills), said,
        answer="balance",
    )  # fmt: skip


def _line(bill: CardBill) -> tuple[date, date, Decimal, Decimal, Decimal, Decimal]:
    return bill.statement, bill.due, bill.balance, bill.minimum, bill.interest, bill.paid


def _said(share: Decimal | None, name: str) -> str:
    return name if share is None else show(share, Unit.RATE, exact=True)


_WAYS = {
    "whole": "全额计息：到期没还清，每一笔都从记账日起，按每天欠的钱算。",
    "unpaid": "未还部分计息：到期以前，每天欠的钱乘没还的比例；到期以后，按没还的钱算。",
    "posted": "没还的那一份计息：到期没还上的那一份，从记账日起一直算。还上的那一份不算。",
}


def _working(inputs: Inputs) -> Working:
    daily = _said(inputs.daily_rate, "日利率")
    return Working(
        "利息和违约金怎么算",
        (
            "到期还清了：这一期没有利息。",
            _WAYS[inputs.basis],
            f"利息＝每天欠的钱 × {daily}，从记账日数到今天的前一天。",
            "出账单那天，利息记进欠款。没还，下个月它也算利息。",
            f"最低还款＝本金 × {_said(inputs.minimum_rate, '最低还款比例')}，"
            "加利息、违约金、上期没还够的、超过额度的。",
            f"违约金＝最低还款没还上的部分 × {_said(inputs.late_fee_rate, '违约金比例')}。它不再算利息。",
        ),
    )


def _is_far_too_much(inputs: Inputs, state: Card) -> bool:
    """Whether interest and fees have passed all that was bought: nobody knows that the bank went on so long."""
    bought = total(row.amount for row in inputs.purchases)
    return state.principal_due > 0 and state.interest + state.late_fee > bought


_FAR_TOO_MUCH = (
    Notice(
        "利息和违约金比本金还多了。拖久了的账，银行不一定一直这样收。"
        "以银行的明细为准，也可以请它减免。",
        (),
        "warning",
    ),
)


def _notices(inputs: Inputs, on: date) -> tuple[Notice, ...]:
    way = BASES[inputs.basis].partition("（")[0]
    found = (
        Notice(f"这里按{way}算。利率、比例和算法，都以你的领用合同为准。", (), "warning"),
        Notice("利息和费用加起来太高，打官司时可以请法院适当减少。", ("bankcard-2021-2",), "law"),
    )
    return in_force(found, on)


TOOL = Tool(
    "card-bill",
    "信用卡账单怎么算",
    "利息、违约金、最低还款，按天算到今天。",
    Inputs,
    calculate,
    by_day=True,
    common=(
        Common(
            Cases("payments.0.amount", ("500", "1000", "2000", "3000", "5000"), "还了多少"),
            ("total_due", "interest", "late_fee"),
        ),
    ),
)
