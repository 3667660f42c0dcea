"""我现在算不算逾期: whether an instalment is late today; never surer, and never later, than the contract."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from calculators import rules
from calculators.answer.result import Document, Figure, Notice, Result, Step, Unit, Working
from calculators.answer.wording import show
from calculators.finance.dates import month_end
from calculators.finance.deadlines import deadline, is_rest_day
from calculators.finance.money import fen
from calculators.form.declare import choice, count, day, money, rate, specs
from calculators.form.parse import refuse
from calculators.law.clocks import distance, in_grace
from calculators.law.notices import in_force
from calculators.tool import Tool
from calculators.tools._product import product

LATE, TREAT, NOT_YET, NOT_LATE = "算", "先当作算", "还不算", "不算"
UNSAID = "unsaid"
PAID = {
    UNSAID: "还没选",
    "no": "还没还",
    "full": "还够了，写着已还清",
    "shows-late": "还够了，还显示逾期",
    "transit": "转出去了，还没到账",
    "short": "还了，差一点没还够",
    "debit-failed": "等自动扣款，没扣到",
}
_SENT = {"full", "shows-late", "transit", "short"}
_MIDNIGHT_HOUR = 24
MOST_GRACE_DAYS = 60
"""No contract is taken to allow more days than these."""
_CODES = "credit-report-status-codes"
_CONTRACT = "合同还写了什么"
_COST = "晚了多收多少"


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """One instalment: when it was due, what was paid of it and when, and what the contract says."""

    due_on: date | None = day(
        "还款日是哪天", optional=True, needed=True, help="看这一期的账单。信用卡看到期还款日。"
    )
    paid: str = choice(
        "还了没有", PAID, default=UNSAID, needed=True, help="信用卡：还够最低还款，才选还够了。"
    )
    paid_on: date | None = day(
        "哪天还的、转出去的",
        optional=True,
        needed=True,
        when="paid=full|shows-late|transit|short",
        help="照转账单上的日子填。",
    )
    cutoff: int | None = count(
        "最后一天几点截止",
        minimum=1,
        maximum=24,
        unit="点",
        optional=True,
        needed=True,
        help="看合同，按 24 小时填。22:30 就填 22。没写就空着。",
    )
    paid_hour: int | None = count(
        "几点还的",
        maximum=23,
        unit="点",
        optional=True,
        needed=True,
        when="paid=full|shows-late|short",
        help="最后一天才还的，要填。",
    )
    hour: int | None = count(
        "现在几点",
        maximum=23,
        unit="点",
        optional=True,
        needed=True,
        when="paid=no|transit|short|debit-failed",
        help="今天就是最后一天的，要填。",
    )
    grace_days: int | None = count(
        "合同写的宽限几天",
        maximum=MOST_GRACE_DAYS,
        unit="天",
        optional=True,
        empty="没有",
        help="信用卡叫容时。没看到就空着。",
    )
    unpaid: Decimal | None = money(
        "还差多少没还",
        minimum="0.01",
        optional=True,
        needed=True,
        when="paid=no|short|debit-failed",
        help="差几毛也填。",
    )
    product: str = product("late-now")
    grace_amount: Decimal | None = money(
        "差多少还算还清",
        maximum="1000",
        optional=True,
        empty="没有",
        group=_CONTRACT,
        help="合同里叫容差。",
    )
    rolls: str = choice(
        "还款日碰上放假，顺延吗",
        {"unknown": "没看到", "yes": "合同写了顺延", "no": "合同写了不顺延"},
        default="unknown",
        group=_CONTRACT,
    )
    penalty_rate: Decimal | None = rate(
        "罚息每天收多少",
        period="day",
        maximum="0.01",
        optional=True,
        group=_COST,
        help="看合同，例如每天 0.075%。信用卡不填，它从记账日算。",
    )


@dataclass(frozen=True)
class _Found:
    """What can be said: `state` is None where `asks` has to be answered first."""

    state: str | None
    said: str
    asks: str = ""
    last: date | None = None
    days: int = 0
    """So many days after the due day: of a debt that is open, or of what came late."""
    open: bool = True


def calculate(inputs: Inputs, on: date) -> Result:
    """Whether it is late on `on`; 民法典 第二百零三、二百零四、五百三十一条, the contract first."""
    if inputs.paid in _SENT and inputs.paid_on and inputs.paid_on > on:
        said = f"“哪天还的”还没到，今天是 {show(on, Unit.DATE)}。请看看是不是写错年份。"
        raise refuse("paid_on", said)
    found = _judge(inputs, on)
    return Result(
        headline=found.said,
        figures=_figures(inputs, found, on),
        workings=(_working(inputs, found),),
        left_out=(
            "对方系统里的记录。App 写的和这里不一样，请对方用文字说明。",
            "信用卡多收的。利息从记账日算起，用“信用卡账单怎么算”。",
        ),
        notices=_notices(inputs, found, on),
        steps=_steps(inputs, found, on),
        documents=(_questions(inputs),),
    )


def _judge(inputs: Inputs, on: date) -> _Found:
    if inputs.due_on is None:
        return _ask("先填还款日是哪天，才看得出算不算。", "还款日是哪天")
    if inputs.paid == UNSAID:
        return _ask("先选还了没有，才看得出算不算。", "还了没有")
    if inputs.paid in _SENT and inputs.paid_on is None:
        return _ask("先填哪天还的，才看得出算不算。", "哪天还的")
    if inputs.paid == "short" and inputs.grace_amount and inputs.unpaid is None:
        return _ask("先填还差多少，才看得出在不在容差里。", "还差多少没还")
    if inputs.paid in ("full", "shows-late") or _tolerated(inputs):
        return _settled(inputs)
    return _open(inputs, on)


def _ask(said: str, asks: str, last: date | None = None, days: int = 0) -> _Found:
    return _Found(None, said, asks, last, days)


def _tolerated(inputs: Inputs) -> bool:
    """Whether what is short is within what the contract lets pass."""
    short, allowed = inputs.unpaid, inputs.grace_amount
    return inputs.paid == "short" and bool(short and allowed and short <= allowed)


def _due(inputs: Inputs) -> date:
    """The due day, moved past rest days only where the contract says so and the calendar is known."""
    assert inputs.due_on
    return deadline(inputs.due_on).earliest if inputs.rolls == "yes" else inputs.due_on


def _last(inputs: Inputs) -> date:
    """The last day that is in time: the later of two favours, for no contract adds them up."""
    assert inputs.due_on
    return max(_due(inputs), inputs.due_on + timedelta(days=inputs.grace_days or 0))


def _in_time(inputs: Inputs, moment: date, hour: int | None) -> bool | None:
    """Whether `moment` is not too late; None where only an hour that nobody said can tell."""
    last, cutoff = _last(inputs), inputs.cutoff
    if moment != last:
        return moment < last
    if cutoff == _MIDNIGHT_HOUR:
        return True
    if cutoff is None or hour is None or hour == cutoff:
        return None
    return hour < cutoff


def _hour_asked(inputs: Inputs, hour: int | None, label: str) -> str:
    if inputs.cutoff is None:
        return "最后一天几点截止"
    return label if hour is None else "几点几分截止"


def _settled(inputs: Inputs) -> _Found:
    """What was paid in full, or so nearly that the contract lets it pass."""
    assert inputs.paid_on
    last, when = _last(inputs), show(inputs.paid_on, Unit.DATE)
    days = max((inputs.paid_on - _due(inputs)).days, 0)
    in_time = _in_time(inputs, inputs.paid_on, inputs.paid_hour)
    if in_time is None:
        asks = _hour_asked(inputs, inputs.paid_hour, "几点还的")
        said = f"最后一天才还的，先填{asks}，才看得出算不算。填不出，就问客服。"
        return _Found(None, said, asks, last, open=False)
    if not in_time:
        state = TREAT if _unsure(inputs, inputs.paid_on) else LATE
        how = f"晚了 {days} 天才还" if days else "过了钟点才还"
        said = f"{state}，{how}。钱已经还上，看账单多收了多少。"
        return _Found(state, said + _unless(inputs, inputs.paid_on), "", last, days, open=False)
    if inputs.paid == "shows-late":
        asks = "这笔钱抵了哪一期"
        said = f"{when}还的，没有晚。为什么还显示逾期，要先问客服：{asks}。"
        return _Found(None, said, asks, last, open=False)
    said = f"不算。{when}还的，没有晚。"
    more = "差的在容差里，今天补上最稳。" if inputs.paid == "short" else "把已还清的那一页截图。"
    return _Found(NOT_LATE, said + more, "", last, open=False)


def _open(inputs: Inputs, on: date) -> _Found:
    """What is not paid, not paid in full, or not there yet."""
    last, days = _last(inputs), max((on - _due(inputs)).days, 0)
    passed = _passed(inputs, on)
    in_time = _in_time(inputs, on, inputs.hour)
    if in_time and on == last:
        by = f"{passed or '现在就还。'}今天 {inputs.cutoff} 点以前要到账。"
        return _Found(NOT_YET, f"还不算。{by}", "", last)
    if in_time:
        said = f"最晚 {show(last, Unit.DATE)}到账，别等到那天晚上。"
        return _Found(NOT_YET, f"还不算。{passed or said}", "", last)
    if in_time is None:
        asks = _hour_asked(inputs, inputs.hour, "现在几点")
        said = f"{passed or '今天是最后一天，现在就还。'}算不算，先填{asks}才看得出。"
        return _ask(said, asks, last, days)
    if inputs.paid == "transit" and inputs.paid_on and inputs.paid_on <= last:
        asks = "合同认转出那天，还是到账那天"
        return _ask(f"看不出来，先问客服：{asks}。没问清以前，当作晚了。", asks, last, days)
    state = TREAT if _unsure(inputs, on) else LATE
    how = f"晚了 {days} 天" if days else "过了今天的钟点"
    said = f"{state}，{how}。今天就在 App 里还清这一期。"
    return _Found(state, said + _unless(inputs, on), "", last, days)


def _passed(inputs: Inputs, on: date) -> str:
    """That the due day is over and the grace is not; "" on any other day."""
    due = _due(inputs)
    grace = in_grace(due, (_last(inputs) - due).days, on)
    return f"还款日{distance(due, on)}。{grace}" if grace else ""


def _unsure(inputs: Inputs, moment: date) -> bool:
    """Whether the contract may still say something kinder that nobody has looked up."""
    return bool(_unless(inputs, moment))


def _unless(inputs: Inputs, moment: date) -> str:
    """What in the contract may still make `moment` early enough."""
    assert inputs.due_on
    moved = deadline(inputs.due_on)
    if not _grace_read(inputs) and (moment - inputs.due_on).days <= MOST_GRACE_DAYS:
        return "合同写了宽限的，填进来再看。"
    if moment > moved.last_day or moved.last_day == inputs.due_on or inputs.rolls == "no":
        return ""
    if inputs.rolls == "unknown":
        return "合同写了遇假顺延的，选上再看。"
    return "" if moved.holidays_known else "那年哪天放假，这里还没有收录，问客服。"


def _grace_read(inputs: Inputs) -> bool:
    """Whether the days of grace are the contract's; what is reported of a product is less."""
    said = specs(Inputs)["product"].fills.get(inputs.product, {}).get("grace_days")
    return inputs.grace_days is not None and str(inputs.grace_days) != said


def _on_rest_day(inputs: Inputs) -> bool:
    return inputs.due_on is not None and is_rest_day(inputs.due_on)[0]


def _figures(inputs: Inputs, found: _Found, on: date) -> tuple[Figure, ...]:
    why = f"先弄清：{found.asks}。"
    cost, no_cost = _cost(inputs, found)
    race = _race(found, on)
    days = found.days if found.state in (LATE, TREAT) else None
    return (
        Figure("state", "算不算逾期", found.state, Unit.TEXT, why if found.asks else ""),
        Figure("last_day", "最后一天", found.last, Unit.DATE, f"{distance(found.last, on)}。" if found.last else why),
        Figure("days_late", "晚了", days, Unit.DAYS, "从还款日第二天数起。" if days else why if found.asks else "没有晚。"),
        Figure("cost", "到今天多收", cost, Unit.YUAN, no_cost, estimate=True),
        Figure("pay_by", "今天还不上，赶在", race, Unit.DATE, "再晚，征信那一格可能更重。" if race else "没有这个日子。"),
    )  # fmt: skip


def _cost(inputs: Inputs, found: _Found) -> tuple[Decimal | None, str]:
    """What lateness has cost by the rate that was given, from the day after the due day."""
    if not found.open:
        return None, "看账单上多收了多少。"
    if inputs.unpaid is None or inputs.penalty_rate is None:
        return None, "填了还差多少、罚息每天多少，才算得出。"
    if found.state not in (LATE, TREAT):
        return None, "没有晚，或者还看不出。"
    return fen(inputs.unpaid * inputs.penalty_rate * found.days), "还差的 × 罚息 × 天数。"


def _race(found: _Found, on: date) -> date | None:
    """The next day before which to pay: the month's end, or a full 30 days of the credit report."""
    if not found.open or found.state not in (LATE, TREAT):
        return None
    steps = rules.at(on)[_CODES].value("overdue_code_last_days")
    assert isinstance(steps, tuple)
    ahead = [int(step) - found.days for step in steps if int(step) >= found.days]
    return min([month_end(on), *(on + timedelta(days=left) for left in ahead[:1])])


def _working(inputs: Inputs, found: _Found) -> Working:
    steps = ["合同和 App 怎么写，就怎么算。这里只照你填的算。"]
    if found.last and inputs.due_on:
        steps.append(f"还款日是 {show(inputs.due_on, Unit.DATE)}。")
        if _due(inputs) != inputs.due_on:
            steps.append(f"那天放假，合同写了顺延，到 {show(_due(inputs), Unit.DATE)}。")
        if inputs.grace_days:
            steps.append(f"宽限 {inputs.grace_days} 天，从还款日第二天数起。")
        steps.append(f"所以最后一天是 {show(found.last, Unit.DATE)}。")
    steps.append("正好在截止的那一个钟头里，看不出早晚，所以不替你说没晚。")
    return Working("怎么看的", tuple(steps))


def _notices(inputs: Inputs, found: _Found, on: date) -> tuple[Notice, ...]:
    return in_force((*_contract_words(inputs), *_credit_words(found)), on)


def _contract_words(inputs: Inputs) -> Iterator[Notice]:
    if inputs.cutoff is None:
        said = "几点截止看合同。合同没写的，到夜里 24 点；对方有营业时间的，到停止营业为止。"
        yield Notice(said, ("civil-code-203", "civil-code-204"), "law")
    if inputs.rolls == "unknown" and _on_rest_day(inputs):
        said = "还款日是休息日。合同没写顺延，法律也没有直接说，就当不顺延。"
        yield Notice(said, ("civil-code-203", "civil-code-204"), "law")
    if inputs.paid in ("no", "short", "debit-failed"):
        said = "差几块也算没还清。差多少能算还清，法律没有写，看合同。"
        yield Notice(said, ("civil-code-531",), "law")
    if inputs.paid == "transit":
        yield Notice("转账单存好。多半看到账的时间，合同另写的看合同。", (), "warning")


def _credit_words(found: _Found) -> Iterator[Notice]:
    if found.state in (NOT_YET, NOT_LATE):
        return
    yield Notice("没按时还，要付逾期利息。多收多少看合同。", ("civil-code-676",), "law")
    said = "放贷的机构按规定报征信。第几天报，没有统一的规定。"
    yield Notice(said, ("credit-reg-29",), "law")
    said = "报不良信息以前，应当先告诉你。没告诉，可以投诉，记录不一定删。"
    yield Notice(said, ("credit-reg-15",), "law")
    yield Notice("同一个月里晚了又还上，那一格怎么写，说法不一。", (_CODES,), "reported")


def _steps(inputs: Inputs, found: _Found, on: date) -> tuple[Step, ...]:
    itemised = Step("对不上，要逐项明细", "letters/itemised-statement")
    before = Step("凑不齐，先问能不能晚几天", "stages/before-due")
    if found.state == NOT_LATE:
        return (Step("存好截图；还清以后的事看这里", "stages/paid-off"),)
    if not found.open:
        ask = Step("把下面的话发给客服，要文字答复", "stages/day-1-3")
        return (ask, itemised, Step("征信记错了，提异议", "letters/credit-objection"))
    if inputs.due_on is None or inputs.paid == UNSAID:
        return (Step("先填上面两格", "stages/day-1-3"), before)
    if inputs.paid == "transit":
        return (Step("今天问客服：钱到了没有", "stages/day-1-3", on), itemised)
    pay = Step(
        "在 App 里点立即还款，还够这一期",
        "stages/day-1-3",
        found.last if found.state == NOT_YET else on,
    )
    if found.state == NOT_YET:
        return (pay, before)
    failed = (Step("为什么没扣到", "consequences/auto-deduct"),)
    return (
        pay,
        *(failed if inputs.paid == "debit-failed" else ()),
        Step("还不上？照这一页做", "stages/day-1-3"),
        Step("一共欠多少，算到今天", "calculators/overdue-cost"),
    )


def _questions(inputs: Inputs) -> Document:
    """What to ask the lender in writing, whatever is known."""
    due = show(inputs.due_on, Unit.DATE) if inputs.due_on else "____年__月__日"
    lines = [
        f"我这一期 {due}到期。请用文字回答：",
        "1. 最后一天几点以前到账，不算逾期？",
        "2. 有没有宽限几天？差多少还算还清？碰上放假顺不顺延？",
        "3. 这次报不报征信？哪天报？",
    ]
    if inputs.paid in _SENT:
        when = show(inputs.paid_on, Unit.DATE) if inputs.paid_on else "____年__月__日"
        lines.append(f"4. 我 {when}还的钱，哪天到账，抵了哪一期？请给我明细。")
    return Document("ask", "发给客服的话", "问客服.txt", "text/plain", "\n".join(lines), open=True)


TOOL = Tool(
    "late-now",
    "我现在算不算逾期",
    "填还款日、还了没有，看算不算、最晚哪天、问谁哪一句。",
    Inputs,
    calculate,
    no_common="Every answer counts from the reader's own due day; the page lists the cases in words.",
)
