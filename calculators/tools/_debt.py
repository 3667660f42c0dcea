"""The debt a reader describes: the inputs that several calculators share, read into ``arrears``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import cast

from calculators import rules
from calculators.answer.result import Notice, Unit
from calculators.answer.wording import show
from calculators.finance.allocation import COMPONENTS, full_order
from calculators.finance.debt import Debt, Instalment, Payment
from calculators.finance.money import ZERO
from calculators.form.declare import choice, count, day, flag, money, number, rate, rows

MARKUP = "yinfa-2003-251-3"
STATUTE = "civil-code-561"
USUAL_MULTIPLE = str(rules.at(date.max)["jiebei-penalty"].number("penalty_multiplier"))
"""What is reported for the product, as a first guess; the reader's contract decides."""

ORDERS = {
    "statute": "法定：费用、利息、罚息、本金",
    "principal-first": "约定：先还本金",
    "penalty-last": "约定：利息、本金、罚息",
}
_AGREED = {
    "principal-first": ("principal", "interest", "penalty", "costs"),
    "penalty-last": ("costs", "interest", "principal", "penalty"),
}
_SHORT = "只知道总数时填"
_MORE = "罚息和还款顺序"


@dataclass(frozen=True, kw_only=True)
class InstalmentRow:
    due_date: date = day("到期日")
    principal: Decimal = money("本金")
    interest: Decimal = money("利息", default="0")


@dataclass(frozen=True, kw_only=True)
class PaymentRow:
    date: date = day("还款日")
    amount: Decimal = money("还了多少", minimum="0.01")


@dataclass(frozen=True, kw_only=True)
class DebtInputs:
    """A debt as the reader knows it: the short form, or every instalment from the bill."""

    principal: Decimal | None = money(
        "欠的本金",
        default="20000",
        help="APP 里“剩余本金”或“应还本金”。",
        unless="instalments",
        fact="principal",
    )
    days_overdue: int = count(
        "逾期了几天", default=20, maximum=3650, unit="天", slider=True, help="从到期日第二天数起。",
        unless="instalments",
        fact="days_overdue",
    )  # fmt: skip
    interest: Decimal = money("到期没还的利息", default="0", help="不知道就填 0。", fact="interest")
    daily_rate: Decimal = rate(
        "合同日利率",
        period="day",
        default="0.0005",
        maximum="0.01",
        help="借款合同里写的，例如 0.05%。",
        fact="daily_rate",
    )
    instalments: tuple[InstalmentRow, ...] = rows(
        "每期账单，更准", InstalmentRow, help="填了这张表，就不看上面的本金和天数。", group="有每期账单的，填这里",
        fact="instalments", each="期", repeat=True, empty="上面的总数")  # fmt: skip
    penalty_multiple: Decimal = number(
        "罚息是平时利率的几倍",
        default=USUAL_MULTIPLE,
        minimum="1",
        maximum="10",
        help="看合同“逾期”那一条。",
        group=_MORE,
        fact="penalty_multiple",
    )
    compound: bool = flag(
        "没还的利息也收罚息（复利）", help="合同写了才选。", group=_MORE, fact="compound"
    )
    accelerated_on: date | None = day(
        "要求全额还款的那天", optional=True, help="对方通知全部提前到期的日子。没有就不填。", group=_MORE,
        fact="accelerated_on", empty="没有")  # fmt: skip
    payments: tuple[PaymentRow, ...] = rows(
        "逾期后还过的钱", PaymentRow, each="笔", group=_MORE, fact="payments"
    )
    order: str = choice("还的钱先抵什么", ORDERS, default="statute", group=_MORE, fact="order")


def read(inputs: DebtInputs, on: date) -> Debt:
    """The debt in the terms of ``calculators.finance.arrears``, as seen on ``on``."""
    return Debt(
        instalments=_instalments(inputs, on),
        daily_rate=inputs.daily_rate,
        penalty_multiple=inputs.penalty_multiple,
        compound=inputs.compound,
        accelerated_on=inputs.accelerated_on,
        payments=tuple(Payment(row.date, row.amount) for row in inputs.payments),
        order=order(inputs.order, on),
    )


def _instalments(inputs: DebtInputs, on: date) -> tuple[Instalment, ...]:
    if inputs.instalments:
        return tuple(Instalment(r.due_date, r.principal, r.interest) for r in inputs.instalments)
    due = on - timedelta(days=inputs.days_overdue)
    return (Instalment(due, inputs.principal or ZERO, inputs.interest),)


def order(name: str, on: date) -> tuple[str, ...]:
    """The order of allocation: the statute's (民法典 第五百六十一条) or one the contract agrees on."""
    if name in _AGREED:
        return _AGREED[name]
    statute = rules.at(on)[STATUTE]
    if statute.state != "in-force":
        return COMPONENTS
    return full_order(cast("tuple[str, ...]", statute.value("allocation_order")))


def multiple_notice(inputs: DebtInputs, on: date) -> tuple[Notice, ...]:
    """Says so when the penalty's multiple is above what the central bank's notice allows."""
    rule = rules.at(on)[MARKUP]
    if rule.state != "in-force":
        return ()
    most = 1 + rule.number("penalty_markup_max")
    if inputs.penalty_multiple <= most:
        return ()
    said = (
        f"罚息一般不超过平时利率的 {show(most, Unit.MULTIPLE)}，"
        f"你填的是 {show(inputs.penalty_multiple, Unit.MULTIPLE)}。请核对合同，再请对方说明。"
    )
    return (Notice(said, (MARKUP,), "law"),)
