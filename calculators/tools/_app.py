"""What the lender's app shows beside what the debt comes to: more or less, and what would explain it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from calculators.answer.result import Figure, Notice, Unit
from calculators.answer.wording import show
from calculators.finance.debt import Debt
from calculators.finance.ledger import Statement
from calculators.finance.money import total
from calculators.finance.reasons import Reason, reasons
from calculators.form.declare import money
from calculators.tools import _debt as debt_inputs
from calculators.tools._debt import DebtInputs

MOST_NAMED = 4
ROUNDING = Decimal("0.10")
"""Yuan: what is less apart than that, rounding can explain."""


@dataclass(frozen=True, kw_only=True)
class AppFigures:
    """The parts that the lender's app shows."""

    principal: Decimal | None = money("本金", optional=True, fact="principal_due")
    interest: Decimal | None = money("利息", optional=True, fact="interest_due")
    penalty: Decimal | None = money("罚息", optional=True, fact="penalty_due")


@dataclass(frozen=True)
class Comparison:
    """The app's total and ours, and the changes that would make the two equal."""

    shown: Decimal
    ours: Decimal
    reasons: tuple[str, ...]
    parts: Decimal | None = None
    """What the app's own parts come to, where all of them were said."""

    @property
    def difference(self) -> Decimal:
        return abs(self.shown - self.ours)


def compare(
    inputs: DebtInputs, debt: Debt, state: Statement, shown: Decimal | None, parts: AppFigures
) -> Comparison | None:
    """The comparison with the app's total; ``None`` if it was not said, nor all of its parts."""
    summed = _sum(parts)
    shown = summed if shown is None else shown
    if shown is None:
        return None
    if shown == state.total_due:
        return Comparison(shown, state.total_due, (), summed)
    orders = {name: debt_inputs.order(name, state.on) for name in debt_inputs.ORDERS}
    found = reasons(debt, state.on, shown, orders)
    said = dict.fromkeys(_words(each, inputs) for each in found)
    return Comparison(shown, state.total_due, tuple(said), summed)


def _sum(parts: AppFigures) -> Decimal | None:
    """All that the app's parts come to; ``None`` if one was not said."""
    said = [p for p in (parts.principal, parts.interest, parts.penalty) if p is not None]
    return total(said) if len(said) == 3 else None


def headline(found: Comparison | None, parts: AppFigures, state: Statement) -> str:
    """Whether the app is right: in all, where that is known, and in the parts that it shows."""
    return (_of_all(found) if found else "") + _of_parts(parts, state)


def differs(found: Comparison | None, parts: AppFigures, state: Statement) -> bool:
    """Whether the app has another total than ours, or another part."""
    return bool(found and found.difference) or bool(_of_parts(parts, state))


def _of_parts(parts: AppFigures, state: Statement) -> str:
    """The parts of the app's that differ from ours, in words; "" if none does."""
    return "".join(
        f"APP 的{name} {show(shown, Unit.YUAN)}，比我们算的{_more(shown, ours)} {show(abs(shown - ours), Unit.YUAN)}。"
        for _, name, shown, ours in _pairs(parts, state)
        if shown != ours
    )


def _of_all(found: Comparison) -> str:
    """How much more or less the app's total is, and the first reason that fits."""
    app, apart = show(found.shown, Unit.YUAN), show(found.difference, Unit.YUAN)
    if not found.difference:
        return f"APP 写 {app}，和我们算的一样。{_apart(found)}"
    apart = f"APP 写 {app}，比我们算的{_more(found.shown, found.ours)} {apart}。{_apart(found)}"
    if len(found.reasons) == 1:
        return f"{apart}{found.reasons[0]}，就正好对得上。"
    if found.reasons:
        return f"{apart}有 {len(found.reasons)} 种算法正好对得上，看下面。"
    if found.difference < ROUNDING:
        return f"{apart}只差几分，多半是四舍五入的办法不同。"
    return f"{apart}试过的算法都对不上，请对方给逐项明细。"


def _apart(found: Comparison) -> str:
    """A sentence where the app's own parts do not come to its own total."""
    if found.parts is None or found.parts == found.shown:
        return ""
    return f"它自己的几项加起来却是 {show(found.parts, Unit.YUAN)}，先问对方哪个对。"


def notices(found: Comparison) -> tuple[Notice, ...]:
    """What was tried, and what to ask."""
    if not found.difference or (not found.reasons and found.difference < ROUNDING):
        return ()
    if not found.reasons:
        whole = (
            found.shown > found.ours and found.difference == found.difference.to_integral_value()
        )
        fee = "多的是整数，可能是一笔单独的收费。" if whole else ""
        said = "一样一样换过：罚息倍数、日利率、天数、利息收不收罚息。还换过：还的钱怎么抵、没到期的算不算。都不是正好这个数。"
        return (Notice(f"{said}{fee}也请看看填的数有没有错。", (), "warning"),)
    named = "；".join(found.reasons[:MOST_NAMED])
    left = len(found.reasons) - MOST_NAMED
    more = f"；还有 {left} 种" if left > 0 else ""
    said = f"这样算，正好是 APP 的数：{named}{more}。对得上不等于对：问对方是不是这样算的，合同哪一条写了。"
    return (Notice(said, (), "warning"),)


def figures(found: Comparison | None, parts: AppFigures, state: Statement) -> tuple[Figure, ...]:
    """The differences, named by their direction and never negative."""
    listed = [
        _figure(key, f"APP 的{name}", shown, ours)
        for key, name, shown, ours in _pairs(parts, state)
    ]
    if found:
        listed.insert(0, _figure("total", "APP 一共", found.shown, found.ours))
    return tuple(listed)


def _pairs(parts: AppFigures, state: Statement) -> Iterator[tuple[str, str, Decimal, Decimal]]:
    """Each part that the app shows, with its name, and ours."""
    pairs = (
        ("principal", "本金", parts.principal, state.principal_due),
        ("interest", "利息", parts.interest, state.interest_due),
        ("penalty", "罚息", parts.penalty, state.penalty_due),
    )
    for key, name, shown, ours in pairs:
        if shown is not None:
            yield key, name, shown, ours


def _figure(key: str, name: str, shown: Decimal, ours: Decimal) -> Figure:
    if shown == ours:
        label, meaning = f"{name}和我们算的差", "一样。"
    else:
        label = f"{name}{_more(shown, ours)}"
        meaning = (
            "请对方给出明细和合同依据。" if shown > ours else "APP 的数少，以对方出具的明细为准。"
        )
    return Figure(f"difference_{key}", label, abs(shown - ours), Unit.YUAN, meaning)


def _more(shown: Decimal, ours: Decimal) -> str:
    return "多" if shown > ours else "少"


def _words(reason: Reason, inputs: DebtInputs) -> str:
    """The changed way of computing, as the first half of a sentence."""
    match reason.kind:
        case "multiple" | "both":
            shown = show(reason.value, Unit.MULTIPLE)
            times = f"罚息按平时利率的 {shown}算" if reason.value else "罚息没有算进去"
            said = times + (f"，再{_days(reason.days)}" if reason.days else "")
        case "days":
            said = _days(int(reason.value))
        case "order":
            said = f"还的钱按“{debt_inputs.ORDERS[reason.name]}”抵"
        case "payment":
            paid = inputs.payments[int(reason.value)]
            said = f"{show(paid.date, Unit.DATE)}还的 {show(paid.amount, Unit.YUAN)}没有算进去"
        case kind:
            said = _SAID[kind].format(
                rate=show(reason.value, Unit.RATE, exact=True),
                count=reason.value,
                bears="不收" if inputs.compound else "也收",
            )
    return said


_SAID = {
    "rate": "日利率按 {rate} 算",
    "grace": "不给宽限",
    "compound": "没还的利息{bears}罚息",
    "ahead": "把没到期的 {count} 期也算进去",
    "called-in": "把没到期的本金全算进去",
}


def _days(days: int) -> str:
    if days > 0:
        return f"多算 {days} 天"
    return f"少算 {-days} 天（有宽限、起算日不同，或者 APP 还没更新）"
