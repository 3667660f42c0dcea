"""协商方案比较: offers as heard on the phone, side by side, and what to answer when none fits."""

from __future__ import annotations

from collections.abc import Sequence
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
from calculators.finance.arrears import statement
from calculators.finance.ledger import Statement
from calculators.finance.money import ZERO
from calculators.finance.offers import Counter, OfferedDebt, OfferTerms, Weighed, counter, weigh
from calculators.form.declare import choice, count, money, part, rows, text
from calculators.form.parse import refuse
from calculators.law.help import BENEFITS
from calculators.law.rate_caps import cap_notice
from calculators.tool import Cases, Common, Tool
from calculators.tools import _debt as debt_inputs
from calculators.tools._debt import DebtInputs

MOST_OFFERS = 4
PAUSE = {"run": "照算，以后一起还", "stop": "停算", "waived": "先记着，说以后免掉"}


_ALSO = "对方还说了别的"


@dataclass(frozen=True, kw_only=True)
class OfferRow:
    """One offer as it was said, as a row of the form."""

    upfront: Decimal = money("今天先还", default="0")
    months: int = count("以后分几期", default=12, maximum=360, unit="个月")
    monthly: Decimal = money("每期还多少", help="不分期，就填 0。")
    name: str = text("给它起个名", most=20)
    waived_penalty: Decimal = money("说免掉的罚息", default="0", group=_ALSO)
    waived_interest: Decimal = money("说免掉的利息", default="0", group=_ALSO)
    pause_months: int = count("先停几个月不还", default=0, maximum=36, unit="个月", group=_ALSO)
    pause_interest: str = choice("停的时候利息", PAUSE, default="run", group=_ALSO)
    fee: Decimal = money(
        "另外收的费用", default="0", help="手续费、服务费，今天就要交的。", group=_ALSO
    )


_OFFERS = (
    {"name": "分 12 期", "upfront": "0", "months": "12", "monthly": "1850"},
    {"name": "分 24 期", "upfront": "0", "months": "24", "monthly": "910", "waived_penalty": "150"},
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What is owed, what can be paid, and the offers."""

    safe_monthly: Decimal = money(
        "每月最多能还",
        default="1200",
        slider=True,
        help="用“每月能还多少”算出来的数。",
        fact="safe_monthly",
    )
    cash_now: Decimal | None = money(
        "今天拿得出多少", optional=True, must="有方案要今天付钱就要填", help="拿不出就填 0。"
    )
    offers: tuple[OfferRow, ...] = rows(
        "对方说的方案", OfferRow, default=_OFFERS, most=MOST_OFFERS, help="照电话里说的填，一个方案一张。",
        fact="offers", each="个方案",
    )  # fmt: skip
    debt: DebtInputs = part("这笔债", DebtInputs, group="这笔债今天欠多少")


def calculate(inputs: Inputs, on: date) -> Result:
    """Weigh each offer against the debt of ``on`` and the monthly budget."""
    if not inputs.offers:
        raise refuse("offers", "“对方说的方案”还没有填，请至少填一个。")
    debt_inputs.check(inputs.debt, on, "debt.")
    state = statement(debt_inputs.read(inputs.debt, on), on)
    owed = _owed(state)
    _check(inputs, owed)
    cash = inputs.cash_now or ZERO
    weighed = tuple(
        weigh(_terms(row, name), owed, inputs.safe_monthly, cash, on)
        for row, name in zip(inputs.offers, _names(inputs.offers), strict=True)
    )
    kept = [w for w in weighed if w.over_budget is None]
    # Of two that cost the same, the one that asks less a month is easier to keep.
    best = min(kept, key=lambda w: (w.total_paid, w.terms.monthly), default=None)
    plan = counter(owed.amount - owed.penalty, inputs.safe_monthly)
    if best and best.total_paid <= owed.amount - owed.penalty:
        plan = None
    return Result(
        headline=_headline(best, plan, weighed),
        figures=_figures(owed, best, plan),
        tables=(_table(weighed),),
        charts=(_chart(weighed, owed),),
        workings=(_working(owed, weighed),),
        left_out=(
            "方案以外的口头说法。没写进协议的减免，不能当真。",
            "签了分期以后又断供，减免还算不算，要看协议。",
        ),
        notices=(*debt_inputs.day_notices(inputs.debt, on), *_notices(weighed, on)),
        steps=(
            *((BENEFITS,) if best is None and plan is None else ()),
            Step("签之前对照这张清单", "letters/settlement-checklist"),
            Step("怎么和对方谈", "strategies/negotiate"),
            Step("收入变少了还守得住吗", "calculators/income-shock"),
        ),
    )  # fmt: skip


def _check(inputs: Inputs, owed: OfferedDebt) -> None:
    """Refuse what is no offer, and ask what can be paid today where an offer wants money today."""
    for index, row in enumerate(inputs.offers):
        _check_offer(row, f"offers.{index}", owed)
    if inputs.cash_now is None and any(row.upfront + row.fee for row in inputs.offers):
        said = "有方案要今天先付钱。“今天拿得出多少”还没有填，请填上；拿不出就填 0。"
        raise refuse("cash_now", said)


def _check_offer(row: OfferRow, field: str, owed: OfferedDebt) -> None:
    if row.months == 0 and row.monthly > 0:
        raise refuse(f"{field}.months", "每期有数，“以后分几期”就不能是 0，请填上期数。")
    if row.months > 0 and row.monthly == 0:
        said = "分了期，“每期还多少”就不能是 0，请照电话里说的填；不分期，期数填 0。"
        raise refuse(f"{field}.monthly", said)
    if row.upfront + row.fee + row.monthly == 0:
        raise refuse(f"{field}.monthly", "这个方案一分钱也没有要还，请照电话里说的填上。")
    for name, waived, owes, said in (
        ("waived_penalty", row.waived_penalty, owed.penalty, "罚息"),
        ("waived_interest", row.waived_interest, owed.interest, "利息"),
    ):
        if waived > owes:
            most = show(owes, Unit.YUAN)
            raise refuse(f"{field}.{name}", f"今天的{said}是 {most}，免掉的不能比它多，请核对。")


def _terms(row: OfferRow, name: str) -> OfferTerms:
    return OfferTerms(
        name=name,
        upfront=row.upfront,
        months=row.months,
        monthly=row.monthly,
        waived_penalty=row.waived_penalty,
        waived_interest=row.waived_interest,
        pause_months=row.pause_months,
        pause_interest=row.pause_interest,
        fee=row.fee,
    )


def _names(offers: Sequence[OfferRow]) -> list[str]:
    """As the reader calls them, else by their figures: a link to them carries no words."""
    names = [row.name or _named(row) for row in offers]
    return [f"{n}（方案 {i}）" if names.count(n) > 1 else n for i, n in enumerate(names, 1)]


def _named(row: OfferRow) -> str:
    if not row.monthly:
        return f"一次付 {_round(row.upfront)}"
    first = f"先付 {_round(row.upfront)}，再 " if row.upfront else ""
    return f"{first}{row.months} 期 × {_round(row.monthly)}"


def _round(amount: Decimal) -> str:
    return f"{amount:,.2f}".removesuffix(".00")


def _owed(state: Statement) -> OfferedDebt:
    """All that the offer is meant to settle: what is due, and the principal not yet due."""
    amount = state.total_due + state.principal_ahead + state.interest_running
    interest = state.interest_due + state.interest_running
    return OfferedDebt(amount, state.penalty_due, interest, state.cost_per_day)


def _headline(best: Weighed | None, plan: Counter | None, weighed: tuple[Weighed, ...]) -> str:
    if best:
        paid = show(best.total_paid, Unit.YUAN)
        cheapest = min(weighed, key=lambda w: w.total_paid)
        open_ = _not_waived(cheapest)
        left = f"比今天结清少还的钱里，{show(open_, Unit.YUAN)} 没说免掉，先问清楚。"
        doubt = left if open_ > 0 else ""
        if cheapest.total_paid < best.total_paid:
            least = show(cheapest.total_paid, Unit.YUAN)
            needs = "今天的钱" if cheapest.over_budget == 0 else "每月的钱"
            crown = "说得最少的是" if doubt else "最省的是"
            return (
                f"守得住的是“{best.terms.name}”，一共还 {paid}。"
                f"{crown}“{cheapest.terms.name}”，只还 {least}，可{needs}不够。{doubt}"
            )
        if said := _alike(best, weighed):
            return f"{said}{doubt}"
        if doubt:
            return f"“{best.terms.name}”守得住，一共还 {paid}。{doubt}"
        only = "守得住，而且最省" if len(weighed) > 1 else "守得住"
        return f"“{best.terms.name}”{only}，一共还 {paid}。"
    if plan is None:
        return "这些方案都超出你每月能还的数。现在别答应。看能领什么，再申请暂缓。"
    what = "都超出你每月能还的数"
    if all(w.over_budget == 0 for w in weighed):
        what = "今天要先付的，都超出你今天拿得出的数"
    elif any(w.over_budget == 0 for w in weighed):
        what = "都守不住：有的今天拿不出，有的每月不够"
    return f"这些方案{what}。可以这样还价：{_said(plan)}。"


def _alike(best: Weighed, weighed: tuple[Weighed, ...]) -> str:
    """What is said of several that hold and cost the same; "" where the best has no equal."""
    alike = [w for w in weighed if w.total_paid == best.total_paid and w.over_budget is None]
    if len(alike) < 2:
        return ""
    named = "”和“".join(w.terms.name for w in alike)
    said = f"“{named}”都守得住，一共还的一样多，都是 {show(best.total_paid, Unit.YUAN)}。"
    if any(w.terms.monthly > best.terms.monthly for w in alike):
        said += f"每期还得最少的是“{best.terms.name}”，{show(best.terms.monthly, Unit.YUAN)}。"
    return said


def _said(plan: Counter) -> str:
    if plan.months == 1:
        return f"一次还 {show(plan.last, Unit.YUAN)}"
    return (
        f"每月 {show(plan.monthly, Unit.YUAN)}，分 {plan.months} 个月，"
        f"最后一个月 {show(plan.last, Unit.YUAN)}"
    )


def _figures(owed: OfferedDebt, best: Weighed | None, plan: Counter | None) -> tuple[Figure, ...]:
    fits = (
        "有方案守得住，也没有比本金和利息多，不用另外还价。"
        if best
        else "每月能还的数是零：看能领什么，再申请暂缓。"
    )
    meaning = "只还本金和利息，请求免掉罚息、以后不再加利息。对方可以不同意。" if plan else fits
    return (
        Figure("owed_today", "今天全部结清要还", owed.amount, Unit.YUAN, "拿它和各方案比。"),
        Figure("best", "守得住的里面，还得最少的", best.terms.name if best else None, Unit.TEXT, "一样多的，取每期少的。" if best else "没有一个守得住。"),
        Figure("counter_offer", "可以这样还价", _said(plan) if plan else None, Unit.TEXT, meaning),
        Figure("counter_monthly", "还价：每月", plan.monthly if plan else None, Unit.YUAN),
        Figure("counter_months", "还价：几个月", plan.months if plan else None, Unit.MONTHS),
    )  # fmt: skip


def _table(weighed: tuple[Weighed, ...]) -> Table:
    columns = (
        Column("name", "方案", Unit.TEXT),
        Column("total_paid", "一共还", Unit.YUAN),
        Column("against_today", "和今天结清比", Unit.TEXT),
        Column("monthly", "每期", Unit.YUAN),
        Column("last_date", "哪天还完", Unit.DATE),
        Column("annual_rate", "折合年利率", Unit.RATE),
        Column("first_month_over_budget", "第几个月超出", Unit.COUNT),
    )
    cells = tuple(
        (w.terms.name, w.total_paid, _against_today(w), w.terms.monthly, w.last_date, w.annual_rate, w.over_budget)
        for w in weighed
    )  # fmt: skip
    summary = "“第几个月超出”是 0，就是今天要交的钱超出；是横线，就是守得住。"
    return Table("offers", "各方案比一比", columns, cells, summary)


def _against_today(w: Weighed) -> str:
    """How an offer's sum stands to paying all today, in words: never a negative sum."""
    if w.saved == 0:
        return "一样多"
    return f"{'少还' if w.saved > 0 else '多还'} {show(abs(w.saved), Unit.YUAN)}"


def _not_waived(w: Weighed) -> Decimal:
    """How much less than all an offer asks for, beyond what it says it waives."""
    return w.saved - w.terms.waived_penalty - w.terms.waived_interest


def _unsaid(weighed: tuple[Weighed, ...]) -> list[Notice]:
    """The offers that ask for less than is owed by more than they say they waive."""
    found = []
    for w in weighed:
        open_ = _not_waived(w)
        if open_ > 0:
            said = (
                f"“{w.terms.name}”比今天结清少还 {show(w.saved, Unit.YUAN)}，"
                f"其中 {show(open_, Unit.YUAN)} 没说免掉。没写进协议，就还欠着。先问清楚。"
            )
            found.append(Notice(said, (), "warning"))
    return found


def _chart(weighed: tuple[Weighed, ...], owed: OfferedDebt) -> Chart:
    bars = (("今天结清", owed.amount), *((w.terms.name, w.total_paid) for w in weighed))
    series = Series("total_paid", "一共还", tuple(value for _, value in bars))
    said = "；".join(f"{name} {show(value, Unit.YUAN)}" for name, value in bars)
    return Chart(
        "offers", "每个方案一共还多少", "bar", tuple(n for n, _ in bars), (series,), f"{said}。"
    )


def _working(owed: OfferedDebt, weighed: tuple[Weighed, ...]) -> Working:
    steps = [
        f"今天全部结清：{show(owed.amount, Unit.YUAN)}，其中罚息 {show(owed.penalty, Unit.YUAN)}。",
        "一共还＝今天先还＋另外收的费用＋每期 × 期数＋停的时候照算的利息。",
    ]
    for w in weighed:
        t = w.terms
        paused = f" ＋ {show(w.pause_cost, Unit.YUAN)}" if w.pause_cost else ""
        steps.append(
            f"{t.name}：{show(t.upfront, Unit.YUAN)} ＋ {show(t.fee, Unit.YUAN)} ＋ "
            f"{show(t.monthly, Unit.YUAN)} × {t.months}{paused}＝{show(w.total_paid, Unit.YUAN)}。"
        )
    steps.append("折合年利率：把免掉的减去以后，当作今天借的钱，用内部收益率算月利率，再乘 12。")
    return Working("各方案", tuple(steps))


def _notices(weighed: tuple[Weighed, ...], on: date) -> tuple[Notice, ...]:
    found = [Notice("电话里说的不算数。减免、停息、分期，都要写进协议再付钱。", (), "warning")]
    if any(w.terms.pause_interest == "waived" and w.terms.pause_months for w in weighed):
        said = "说“先记着，以后免掉”的，免多少、什么时候免，都写进协议。不然以后还可能向你要。"
        found.append(Notice(said, (), "warning"))
    found.extend(_unsaid(weighed))
    dearest = max((w.annual_rate for w in weighed if w.annual_rate is not None), default=None)
    found.extend(cap_notice(dearest, on))
    said = "申请分期、答应还款，没满的诉讼时效会重新起算；已经满了的，就不能再拿时效说事。"
    found.append(Notice(said, ("limitation-interp-14", "civil-code-192"), "law"))
    return tuple(found)


TOOL = Tool(
    "offer-compare",
    "协商方案比较",
    "电话里听到的方案，算清楚再答应。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("safe_monthly", ("300", "600", "900", "1200", "2000")), ("best", "counter_offer")
        ),
    ),
)
