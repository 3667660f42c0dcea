"""The debt a reader describes: the inputs that several calculators share, read into ``arrears``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import cast

from calculators import rules
from calculators.answer.result import Notice, Unit
from calculators.answer.wording import show
from calculators.finance.allocation import COMPONENTS, full_order
from calculators.finance.arrears import statement
from calculators.finance.dates import add_months
from calculators.finance.debt import Charge, Debt, Freeze, Instalment, Payment, Waiver
from calculators.finance.money import ZERO
from calculators.form.declare import choice, count, day, flag, money, number, rate, rows
from calculators.form.parse import refuse

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
_SAME = "same"
_OWN_ORDERS = {_SAME: "和别的一样", **ORDERS}
_MORE = "罚息和还款顺序"
_TERMS = "宽限、减免、别的收费"
GRACE = {
    "reclaimed": "没还上，从到期日补收",
    "free": "宽限的几天不收",
}
COMPONENT_NAMES = {"penalty": "罚息", "interest": "利息", "principal": "本金", "costs": "费用"}
EACH = {"once": "一次", "daily": "每天都收"}


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
class OwnPaymentRow(PaymentRow):
    """A payment on an overdue debt, with an order of its own if one was agreed for it."""

    order: str = choice("这笔先抵什么", _OWN_ORDERS, default=_SAME, group="这笔另有约定")


@dataclass(frozen=True, kw_only=True)
class ChargeRow:
    """A charge beside interest and penalty."""

    date: date = day("哪天起")
    amount: Decimal = money("收多少", minimum="0.01")
    each: str = choice("收几次", EACH, default="once")


type Day = date
"""For a row that has an input of the name ``date``."""


@dataclass(frozen=True, kw_only=True)
class PauseRow:
    """Days for which no penalty was agreed."""

    start: Day = day("从哪天起")
    end: Day = day("到哪天为止", help="这一天起又收。")


@dataclass(frozen=True, kw_only=True)
class WaiverRow:
    """What the lender gave up, in writing."""

    date: date = day("哪天免的")
    component: str = choice("免什么", COMPONENT_NAMES, default="penalty")
    amount: Decimal | None = money("免多少", optional=True, help="全免就空着。", empty="全免")


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
    interest: Decimal = money(
        "到期没还的利息",
        default="0",
        help="不知道先填 0，会少算这一块。",
        fact="interest",
        unless="instalments",
    )
    daily_rate: Decimal = rate(
        "合同日利率",
        period="day",
        default="0.0005",
        maximum="0.01",
        help="借款合同里写的，例如 0.05%。",
        fact="daily_rate",
    )
    instalments: tuple[InstalmentRow, ...] = rows(
        "每期账单", InstalmentRow, help="填了更准。填了这张表，就不看上面的本金、天数和利息。", group="有每期账单的，填这里",
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
    payments: tuple[OwnPaymentRow, ...] = rows(
        "逾期后还过的钱", OwnPaymentRow, each="笔", group=_MORE, fact="payments"
    )
    order: str = choice("还的钱先抵什么", ORDERS, default="statute", group=_MORE, fact="order")
    across: bool = flag(
        "先抵完每一期的利息，再抵本金", help="合同写了才选。", group=_MORE, fact="across"
    )
    grace_days: int = count(
        "晚几天不算逾期",
        default=0,
        maximum=60,
        unit="天",
        help="合同里叫宽限期。",
        group=_TERMS,
        fact="grace_days",
    )
    grace: str = choice(
        "宽限过了还没还", GRACE, default="reclaimed", help="看合同。", group=_TERMS, fact="grace"
    )
    pauses: tuple[PauseRow, ...] = rows(
        "说好不收罚息的日子", PauseRow, each="段", most=24, group=_TERMS, fact="pauses"
    )
    waivers: tuple[WaiverRow, ...] = rows(
        "写下来免掉的", WaiverRow, each="笔", most=24, group=_TERMS, fact="waivers"
    )
    charges: tuple[ChargeRow, ...] = rows(
        "别的收费",
        ChargeRow,
        each="笔",
        most=24,
        help="违约金、催收费。先请对方给依据。",
        group=_TERMS,
        fact="charges",
    )


def read(inputs: DebtInputs, on: date) -> Debt:
    """The debt in the terms of ``calculators.finance.arrears``, as seen on ``on``."""
    return Debt(
        instalments=_instalments(inputs, on),
        daily_rate=inputs.daily_rate,
        penalty_multiple=inputs.penalty_multiple,
        compound=inputs.compound,
        accelerated_on=inputs.accelerated_on,
        payments=tuple(_payment(row, on) for row in inputs.payments),
        order=order(inputs.order, on),
        across=inputs.across,
        charges=_charges(inputs, "once"),
        daily_charges=_charges(inputs, "daily"),
        waivers=tuple(Waiver(row.date, row.component, row.amount) for row in inputs.waivers),
        freezes=tuple(Freeze(row.start, row.end) for row in inputs.pauses),
        grace_days=inputs.grace_days,
        grace_reclaimed=inputs.grace == "reclaimed",
    )


def _payment(row: OwnPaymentRow, on: date) -> Payment:
    own = () if row.order == _SAME else order(row.order, on)
    return Payment(row.date, row.amount, own)


def _charges(inputs: DebtInputs, each: str) -> tuple[Charge, ...]:
    return tuple(Charge(row.date, row.amount) for row in inputs.charges if row.each == each)


def check(inputs: DebtInputs, on: date, prefix: str = "") -> None:
    """Refuse days that end before they begin, and what came before there was anything due."""
    for at, row in enumerate(inputs.pauses):
        if row.end <= row.start:
            said = f"“到哪天为止”要在 {row.start} 以后，请看看两个日子是不是填反了。"
            raise refuse(f"{prefix}pauses.{at}.end", said)
    due = min((each.due_date for each in _instalments(inputs, on)), default=on)
    early = (
        *(("pauses", "end", row.end, due) for row in inputs.pauses),
        *(("waivers", "date", row.date, due) for row in inputs.waivers),
        *(("charges", "date", row.date, due) for row in inputs.charges),
        *(("payments", "date", row.date, add_months(due, -12)) for row in inputs.payments),
    )
    places: dict[str, int] = {}
    for name, cell, day_said, earliest in early:
        at = places.get(name, 0)
        places[name] = at + 1
        if day_said < earliest:
            said = f"这一天比最早的到期日（{due}）还早，请看看是不是写错年份。"
            raise refuse(f"{prefix}{name}.{at}.{cell}", said)
    _check_waivers(inputs, on, prefix)


def _check_waivers(inputs: DebtInputs, on: date, prefix: str) -> None:
    """Refuse a waiver of more than was due of its kind on its day: nothing is cut off in silence."""
    debt = read(inputs, on)
    for at, waiver in enumerate(debt.waivers):
        if waiver.amount is None or waiver.on > on:
            continue
        earlier = tuple(w for i, w in enumerate(debt.waivers) if (w.on, i) < (waiver.on, at))
        paid = tuple(p for p in debt.payments if p.on < waiver.on)
        then = statement(replace(debt, waivers=earlier, payments=paid), waiver.on)
        due: Decimal = getattr(then, f"{waiver.component}_due")
        if waiver.amount > due:
            said = f"那天到期没还的只有 {show(due, Unit.YUAN)}，免掉的不能比它多，请核对。"
            raise refuse(f"{prefix}waivers.{at}.amount", said)


def day_notices(inputs: DebtInputs, on: date) -> tuple[Notice, ...]:
    """What the days of a debt leave to be said: nothing that was typed is left out in silence."""
    said = []
    if days := _coming(inputs, on):
        more = f"这样的一共 {len(days)} 笔。" if len(days) > 3 else ""
        said.append(
            f"{'、'.join(days[:3])}还没到那天，今天没有算进去。{more}请看看年份有没有写错。"
        )
    if called_in := _called_in_early(inputs, on):
        said.append(called_in)
    if early := _before_due(inputs, on):
        said.append(
            f"{'、'.join(early[:3])}是到期以前还的，这里从本金里减掉了。"
            "本金填的已经是还剩的数，就把这几笔删掉。"
        )
    return tuple(Notice(each, (), "warning") for each in said)


def _coming(inputs: DebtInputs, on: date) -> tuple[str, ...]:
    """What was filled in of days that have not come, in words: not counted today."""
    said = [
        *(
            (row.date, f"{show(row.date, Unit.DATE)}的 {show(row.amount, Unit.YUAN)}")
            for row in inputs.payments
        ),
        *((row.date, f"{show(row.date, Unit.DATE)}的收费") for row in inputs.charges),
        *((row.date, f"{show(row.date, Unit.DATE)}的减免") for row in inputs.waivers),
        *((row.start, f"{show(row.start, Unit.DATE)}起不收罚息的日子") for row in inputs.pauses),
    ]
    if inputs.accelerated_on:
        said.append((inputs.accelerated_on, f"{show(inputs.accelerated_on, Unit.DATE)}的全额还款"))
    return tuple(words for when, words in said if when > on)


def _before_due(inputs: DebtInputs, on: date) -> tuple[str, ...]:
    """The payments made before anything was due, in words: a principal typed as what is left has them."""
    if inputs.instalments:
        return ()
    due = on - timedelta(days=inputs.days_overdue)
    return tuple(
        f"{show(row.date, Unit.DATE)}的 {show(row.amount, Unit.YUAN)}"
        for row in inputs.payments
        if row.date <= due
    )


def _called_in_early(inputs: DebtInputs, on: date) -> str:
    """What to say where everything was called in before anything was due: a wrong year, or a breach other than delay."""
    due = min((each.due_date for each in _instalments(inputs, on)), default=on)
    called = inputs.accelerated_on
    if called is None or called >= due:
        return ""
    return (
        f"{show(called, Unit.DATE)}要求全额还款，可最早的到期日是 {show(due, Unit.DATE)}。"
        "请看看是不是写错年份。没写错，就从那天起全部算逾期。"
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
