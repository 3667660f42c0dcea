"""我还的钱冲了什么: what one payment is counted towards, and what that leaves owed."""

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
from calculators.finance.allocation import Allocation, allocate
from calculators.finance.money import total
from calculators.form.declare import choice, money, part
from calculators.form.parse import refuse
from calculators.law.notices import in_force
from calculators.tool import Cases, Common, Tool
from calculators.tools._debt import ORDERS, STATUTE, order

NAMES = {"costs": "费用", "interest": "利息", "penalty": "罚息", "principal": "本金"}
SEVERAL_DEBTS = "civil-code-560"
ENFORCEMENT = "delay-interest-2014-4"


@dataclass(frozen=True, kw_only=True)
class Owed:
    """One thing that is owed, as a row of the form."""

    principal: Decimal = money("本金", default="20000", fact="principal_due")
    interest: Decimal = money(
        "到期没还的利息", default="300", help="没有就填 0。", fact="interest_due"
    )
    penalty: Decimal = money("罚息", default="180", help="没有就填 0。", fact="penalty_due")
    costs: Decimal = money(
        "要债的费用", default="0", help="例如对方垫付的诉讼费。一般没有，就填 0。"
    )


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A payment, what is owed, and who agreed on which order."""

    payment: Decimal = money(
        "这次还了多少", slider=True, default="500", minimum="0.01", fact="pay_now"
    )
    owed: Owed = part("还钱以前欠的", Owed)
    order: str = choice(
        "先抵什么",
        ORDERS,
        default="statute",
        help="合同没写，就选法定。写了就照合同选。",
        fact="order",
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """Count one payment. Source: 民法典 第五百六十一条, ``calculators.finance.allocation``."""
    owed = {name: getattr(inputs.owed, name) for name in NAMES}
    if not any(owed.values()):
        raise refuse("owed.principal", "四样都是零，就是没有欠款，请至少填一样。")
    named = order(inputs.order, on)
    split = allocate(inputs.payment, owed, named)
    return Result(
        headline=_headline(inputs, split),
        figures=_figures(inputs, split),
        tables=(_split(owed, split, named), _orders(inputs, owed, on)),
        charts=(_chart(split, named),),
        workings=(_working(inputs, owed, split, named),),
        left_out=(
            "有好几期逾期的，一般先抵最早的一期，再抵下一期。",
            "还钱那天以后新算的利息和罚息。",
        ),
        notices=_notices(inputs, split, on),
        steps=_steps(split),
    )


def _headline(inputs: Inputs, split: Allocation) -> str:
    to_principal = split.parts["principal"]
    paid = show(inputs.payment, Unit.YUAN)
    if split.left > 0:
        return f"这 {paid} 把填的欠款全部还清了，还多出 {show(split.left, Unit.YUAN)}。"
    if to_principal == 0:
        return f"这 {paid} 没有冲到本金，本金还是 {show(inputs.owed.principal, Unit.YUAN)}。"
    return f"这 {paid} 里，{show(to_principal, Unit.YUAN)} 冲了本金。"


def _figures(inputs: Inputs, split: Allocation) -> tuple[Figure, ...]:
    parts = tuple(
        Figure(f"to_{name}", f"冲了{word}", split.parts[name], Unit.YUAN)
        for name, word in reversed(NAMES.items())
    )
    principal_left = inputs.owed.principal - split.parts["principal"]
    return (
        *parts,
        Figure("principal_left", "还剩本金", principal_left, Unit.YUAN, "以后的罚息按它算。"),
        Figure("left", "多还的", split.left, Unit.YUAN, "大于零的，请对方退回或写明抵下一期。"),
    )


def _split(owed: dict[str, Decimal], split: Allocation, named: tuple[str, ...]) -> Table:
    columns = (
        Column("component", "先后", Unit.TEXT),
        Column("owed", "还以前", Unit.YUAN),
        Column("paid", "冲掉", Unit.YUAN),
        Column("remaining", "还剩", Unit.YUAN),
    )
    cells = tuple(
        (NAMES[name], owed[name], split.parts[name], owed[name] - split.parts[name])
        for name in named
    )
    return Table(
        "split",
        "这笔钱怎么冲的",
        columns,
        cells,
        "从上往下，冲完一样再冲下一样。",
        answer="remaining",
    )


def _orders(inputs: Inputs, owed: dict[str, Decimal], on: date) -> Table:
    """The same payment under every order: what an agreement about it is worth."""
    columns = (
        Column("order", "约定", Unit.TEXT),
        Column("to_principal", "冲了本金", Unit.YUAN),
        Column("principal_left", "还剩本金", Unit.YUAN),
    )
    to_principal = {
        label: allocate(inputs.payment, owed, order(name, on)).parts["principal"]
        for name, label in ORDERS.items()
    }
    cells = tuple(
        (label, paid, inputs.owed.principal - paid) for label, paid in to_principal.items()
    )
    return Table("orders", "换一种顺序会怎样", columns, cells)


def _chart(split: Allocation, named: tuple[str, ...]) -> Chart:
    bars = [(NAMES[name], split.parts[name]) for name in named]
    series = Series("paid", "冲掉", tuple(paid for _, paid in bars))
    said = "，".join(f"{word} {show(paid, Unit.YUAN)}" for word, paid in bars)
    return Chart(
        "split", "这笔钱去了哪里", "bar", tuple(w for w, _ in bars), (series,), f"{said}。"
    )


def _working(
    inputs: Inputs, owed: dict[str, Decimal], split: Allocation, named: tuple[str, ...]
) -> Working:
    steps = [f"手里有 {show(inputs.payment, Unit.YUAN)}，按“{ORDERS[inputs.order]}”一样一样冲。"]
    hand = inputs.payment
    for name in named:
        paid = split.parts[name]
        steps.append(
            f"{NAMES[name]}欠 {show(owed[name], Unit.YUAN)}，手里有 {show(hand, Unit.YUAN)}，"
            f"冲掉 {show(paid, Unit.YUAN)}，手里剩 {show(hand - paid, Unit.YUAN)}。"
        )
        hand -= paid
    checked = show(total(split.parts.values()) + split.left, Unit.YUAN)
    steps.append(f"核对：冲掉的加多还的＝{checked}，就是还的数。")
    return Working("这笔钱怎么冲的", tuple(steps))


def _notices(inputs: Inputs, split: Allocation, on: date) -> tuple[Notice, ...]:
    found = [
        Notice(
            "没有另外约定时，先抵费用，再抵利息和罚息，最后才抵本金。"
            "双方可以另外约定，谈的时候请对方书面写明先抵本金。",
            (STATUTE,),
            "law",
        ),
        Notice(
            "在同一家有几笔欠款，付款时可以说明先还哪一笔。合同另有约定的，看合同。",
            (SEVERAL_DEBTS,),
            "law",
        ),
    ]
    if inputs.owed.costs:
        said = "到了法院执行，先还判决定下的钱，最后才还加倍利息。双方另有约定的除外。"
        found.append(Notice(said, (ENFORCEMENT,), "law"))
    if split.left > 0:
        found.append(Notice("全部还清以后，记得要结清证明。"))
    return in_force(found, on)


def _steps(split: Allocation) -> tuple[Step, ...]:
    if split.left > 0:
        return (Step("要一份结清证明", "letters/settlement-certificate"),)
    return (
        Step("先还一部分时，写清先抵什么", "letters/part-payment"),
        Step("对方的账看不懂，要逐项明细", "letters/itemised-statement"),
        Step("算今天一共欠多少", "calculators/overdue-cost"),
    )


TOOL = Tool(
    "allocation",
    "我还的钱冲了什么",
    "还的钱先抵费用、利息还是本金，一样一样看。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("payment", ("100", "300", "500", "1000", "3000")),
            ("to_penalty", "to_interest", "to_principal", "principal_left"),
        ),
    ),
)
