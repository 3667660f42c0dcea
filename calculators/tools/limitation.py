"""诉讼时效: until when a claim can be enforced in court, and what made the time start anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from calculators import rules
from calculators.answer.result import Column, Figure, Notice, Result, Step, Table, Unit, Working
from calculators.answer.wording import show
from calculators.finance.dates import add_months
from calculators.finance.deadlines import Limitation, Shorter, deadline, limitation
from calculators.form.declare import choice, day, rows
from calculators.form.parse import refuse
from calculators.law.clocks import distance
from calculators.law.notices import in_force
from calculators.tool import Tool

PERIOD = "civil-code-188"
START = "civil-code-189"
RESTART = "civil-code-195"
TWO_YEARS = "general-principles-135"
THREE_YEARS = "old-limitation-2018-3"

KINDS = {
    "demand": "对方催款（电话、短信、信件）",
    "part-payment": "你还了一部分",
    "promise": "你答应还、申请延期、签了分期",
    "auto-debit": "账户被自动扣款",
    "transfer-notice": "收到债权转让通知",
    "suit": "对方起诉、申请仲裁",
    "court": "对方申请支付令、保全、强制执行",
}
_RULES = {
    "demand": "limitation-interp-8",
    "part-payment": "limitation-interp-14",
    "promise": "limitation-interp-14",
    "auto-debit": "limitation-interp-8",
    "transfer-notice": "limitation-interp-17",
    "suit": RESTART,
    "court": "limitation-interp-11",
}
_PROCEEDINGS = {"suit", "court"}
_AGREED = {"part-payment", "promise"}

type Day = date
"""For a row that has an input of the name ``date``."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """A demand, promise, payment or suit, as a row of the form."""

    date: date = day("哪天")
    kind: str = choice("发生了什么", KINDS, default="demand")
    ended_on: Day | None = day(
        "程序结束那天",
        optional=True,
        help="起诉、支付令、执行才填；还没结束就不填。",
        empty="还没结束",
        applies="kind=suit|court",
    )


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """When a debt was due, and what has happened since."""

    last_due_date: date = day(
        "最后一期的到期日", default="2024-12-15", help="分期的，看合同里最后一期。"
    )
    events: tuple[Event, ...] = rows(
        "后来发生的事",
        Event,
        each="件",
        default=({"date": "2025-06-10", "kind": "demand"},),
        most=200,
        help="催款、还款、答应过、起诉，都写上。记不清的，写大概的日子。",
    )


@dataclass(frozen=True)
class _Clock:
    """The limitation as it stands, whether a proceeding holds it, and how long it runs."""

    found: Limitation
    pending: bool
    years: int
    most_years: int
    shorter: Shorter
    longest: date
    """The day that no demand and no payment moves the end beyond."""

    def expired(self, on: date) -> bool:
        return not self.pending and self.found.expires.last_day < on


def calculate(inputs: Inputs, on: date) -> Result:
    """When the time to sue ends. Source: 民法典 第一百八十八、一百八十九、一百九十五条."""
    _check(inputs.events, on)
    clock = _clock(inputs, on)
    return Result(
        headline=_headline(inputs, clock, on),
        figures=_figures(clock, on),
        tables=(_events(inputs, clock),) if inputs.events else (),
        workings=(_working(inputs, clock),),
        left_out=(
            "对方宣布全额提前到期的，从哪天数起，没有查到明文，请问律师。",
            "中止的情形（例如不可抗力），以及当面催过、没有留下记录的。",
            "已经有判决的，申请强制执行另有期限。",
        ),
        notices=_notices(inputs, clock, on),
        steps=_steps(clock, on),
    )


def _check(events: Iterable[Event], on: date) -> None:
    for index, event in enumerate(events):
        if event.date > on:
            raise refuse(f"events.{index}.date", f"这件事不能晚于今天（{on}），请改一下日期。")
        if event.ended_on and event.kind not in _PROCEEDINGS:
            said = "“程序结束那天”只有起诉、支付令、执行才填，请清空，或者改成发生了什么。"
            raise refuse(f"events.{index}.ended_on", said)
        if event.ended_on and not event.date <= event.ended_on <= on:
            said = f"结束那天要在 {event.date} 到今天（{on}）之间，请改一下日期。"
            raise refuse(f"events.{index}.ended_on", said)


def _clock(inputs: Inputs, on: date) -> _Clock | None:
    """``None`` on a day on which the statute was not in force."""
    rule = rules.at(on)[PERIOD]
    if rule.state != "in-force":
        return None
    years, most = int(rule.number("limitation_years")), int(rule.number("max_years"))
    ended: dict[date, date] = {}
    for event in inputs.events:
        if event.kind in _PROCEEDINGS:
            ended[event.date] = max(ended.get(event.date, event.date), event.ended_on or on)
    days = [event.date for event in inputs.events]
    shorter = _shorter()
    found = limitation(inputs.last_due_date, years, most, days, ended, shorter=shorter)
    longest = deadline(inputs.last_due_date, months=12 * most).last_day
    pending = any(_holds(e, found) for e in inputs.events)
    return _Clock(found, pending, years, most, shorter, longest)


def _shorter() -> Shorter:
    """Two years until 2017-09-30; 民法通则 第一百三十五条, 法释〔2018〕12号 第二、三条."""
    since = rules.at(date.max)[THREE_YEARS].value("three_years_since")
    assert isinstance(since, date)
    until = since - timedelta(days=1)
    return Shorter(int(rules.at(until)[TWO_YEARS].number("limitation_years")), until)


def _holds(event: Event, found: Limitation) -> bool:
    """Whether this proceeding, brought in time, is still going on."""
    open_end = event.kind in _PROCEEDINGS and event.ended_on is None
    return open_end and event.date not in found.too_late


def _agreed_late(inputs: Inputs, found: Limitation) -> bool:
    """Whether the debtor agreed or paid after the time had ended; 民法典 第一百九十二条."""
    return any(e.kind in _AGREED and e.date in found.too_late for e in inputs.events)


def _headline(inputs: Inputs, clock: _Clock | None, on: date) -> str:
    if clock is None:
        return "这一天民法典还没有施行，这里算不出来。"
    if clock.pending:
        return "官司或执行还没有结束，时效先不往前走，请按法院的通知做。"
    ends = show(clock.found.expires.last_day, Unit.DATE)
    if inputs.last_due_date > on:
        due = show(inputs.last_due_date, Unit.DATE)
        return f"最后一期 {due} 才到期，时效还没开始数。从那天数，到 {ends}。"
    if not clock.expired(on):
        return f"按你填的，时效到 {ends}。{_anew_until(clock, on)}"
    passed = distance(clock.found.expires.last_day, on)
    if _agreed_late(inputs, clock.found):
        return f"时效在 {ends} 满过，{passed}。可后来你又答应或还过，这个理由可能用不上了。"
    return (
        f"按你填的，时效在 {ends} 满了，{passed}。"
        "再催也不会重新算；你答应还或还钱，就可能用不上了。"
    )


def _anew_until(clock: _Clock, on: date) -> str:
    """What a demand or a payment before the end does: it starts anew, but never beyond the longest time."""
    if clock.found.at_most:
        return "最长就到这天，对方再催也不会往后算。有特殊情况，法院才可以延长。"
    anew = "在那以前，对方催一次、你还一点，又会重新算"
    if add_months(on, 12 * clock.years) <= clock.longest:
        return f"{anew}。"
    return f"{anew}，但最长到 {show(clock.longest, Unit.DATE)}。有特殊情况，法院才可以延长。"


def _figures(clock: _Clock | None, on: date) -> tuple[Figure, ...]:
    if clock is None:
        unknown = "那时还没有这条规定。"
        return (
            Figure("expires_on", "时效到哪天", None, Unit.DATE, unknown),
            Figure("state", "现在", None, Unit.TEXT, unknown),
        )
    found = clock.found
    ends = None if clock.pending else found.expires.last_day
    left = None if ends is None else max(0, (ends - on).days)
    state = "官司没结束" if clock.pending else "已经满了" if clock.expired(on) else "还没满"
    held = "程序结束那天起，重新算。" if clock.pending else ""
    return (
        Figure("expires_on", "时效到哪天", ends, Unit.DATE, held or _why(clock), estimate=True),
        Figure("state", "现在", state, Unit.TEXT, "最后由法院认定。"),
        Figure("since", "从哪天数起", None if clock.pending else found.since, Unit.DATE),
        Figure("days_left", "还有", left, Unit.DAYS, held),
        Figure("restarts", "重新算过几次", len(found.restarts), Unit.COUNT),
    )


def _why(clock: _Clock) -> str:
    if _by_two_years(clock):
        return (
            f"当时是 {clock.shorter.years} 年，{show(clock.shorter.until, Unit.DATE)}以前已经满了。"
        )
    if clock.found.at_most:
        return f"最长不超过 {clock.most_years} 年。"
    return f"{clock.years} 年，最后一天是休息日的顺延。"


def _by_two_years(clock: _Clock) -> bool:
    return clock.found.expires.last_day <= clock.shorter.until


def _years(clock: _Clock, since: date) -> int:
    """How many years this stretch has: two if they were over before three began to hold."""
    early = add_months(since, 12 * clock.shorter.years)
    return clock.shorter.years if early <= clock.shorter.until else clock.years


def _events(inputs: Inputs, clock: _Clock | None) -> Table:
    columns = (
        Column("date", "哪天", Unit.DATE),
        Column("kind", "发生了什么", Unit.TEXT),
        Column("effect", "对时效", Unit.TEXT),
    )
    ordered = sorted(inputs.events, key=lambda event: event.date)
    cells = tuple((e.date, KINDS[e.kind], _effect(e, clock)) for e in ordered)
    return Table("events", "每件事让时效怎么样了", columns, cells)


def _effect(event: Event, clock: _Clock | None) -> str:
    if clock is None:
        return "算不出来"
    if event.date in clock.found.too_late:
        late = "那时已满；你同意还的，不能再拿时效反悔"
        return late if event.kind in _AGREED else "那时已满，不重新算"
    if _holds(event, clock.found):
        return "没结束，先不往前走"
    if event.date in clock.found.restarts:
        return "结束那天重新算" if event.kind in _PROCEEDINGS else "重新算"
    return "到期以前的，不影响"


def _working(inputs: Inputs, clock: _Clock | None) -> Working:
    title = "时效怎么数"
    if clock is None:
        return Working(title, ("民法典施行以前的账，这里没有收当时的规定。",))
    due = inputs.last_due_date
    years = _years(clock, due)
    steps = [
        f"从最后一期到期日 {show(due, Unit.DATE)} 数起，加 {years} 年，"
        f"是 {show(add_months(due, 12 * years), Unit.DATE)}。当天不算，第二天数起。"
    ]
    for event in sorted(inputs.events, key=lambda event: event.date):
        if event.date in clock.found.restarts and not _holds(event, clock.found):
            steps.append(_anew(clock, event))
    steps.append(
        f"从最后一期到期日起，最长不超过 {clock.most_years} 年。最后一天是休息日的，顺延。"
    )
    if not clock.found.expires.holidays_known:
        steps.append("那一年的放假安排，这里还没有收录，只避开了周末。")
    return Working(title, tuple(steps))


def _anew(clock: _Clock, event: Event) -> str:
    anew = event.ended_on or event.date
    years = _years(clock, anew)
    return (
        f"{show(event.date, Unit.DATE)}，{KINDS[event.kind]}：从 {show(anew, Unit.DATE)} "
        f"重新加 {years} 年，是 {show(add_months(anew, 12 * years), Unit.DATE)}。"
    )


def _notices(inputs: Inputs, clock: _Clock | None, on: date) -> tuple[Notice, ...]:
    sources = dict.fromkeys(_RULES[event.kind] for event in inputs.events)
    found = [
        Notice("这是估算。有没有催过、算不算催过，最后由法院看证据认定。"),
        Notice(
            "没满以前，对方催一次、你还一点，都可能重新算。已经满了，对方再催不会重新算。",
            (RESTART, *(id for id in sources if id != RESTART)),
            "law",
        ),
        Notice(
            "法院不会主动替你说“过了时效”，要你自己在一审提出来。不出庭、不答辩，就可能错过。",
            ("civil-code-193", "limitation-interp-3"),
            "law",
        ),
        Notice(
            "时效过了，债还在。你又答应还，或者已经还了，就不能再拿时效反悔。老账签字以前，先问清楚。",
            ("civil-code-192", "limitation-interp-19"),
            "law",
        ),
        Notice("分期还的同一笔借款，从最后一期到期那天数起。", (START,), "law"),
    ]
    if clock and add_months(inputs.last_due_date, 12 * clock.shorter.years) <= clock.shorter.until:
        said = (
            f"{show(clock.shorter.until, Unit.DATE)}以前，时效是 {clock.shorter.years} 年。"
            "那时已经满了的，不会按新的年数再活过来。中间催过、还过的，请问律师或法律援助。"
        )
        found.append(Notice(said, (THREE_YEARS,), "law"))
    return in_force(found, on)


def _steps(clock: _Clock | None, on: date) -> tuple[Step, ...]:
    if clock and clock.pending:
        return (
            Step("收到起诉状怎么回", "letters/answer-to-suit"),
            Step("看清法院给的期限", "calculators/court-deadline"),
        )
    if clock and clock.expired(on):
        return (
            Step("签字、付款、答应以前，先问律师或法律援助", "strategies/find-help"),
            Step("要书面的转让通知和明细", "letters/itemised-statement"),
            Step("被起诉了，在答辩状里自己提", "letters/answer-to-suit"),
        )
    return (
        Step("算今天一共欠多少", "calculators/overdue-cost"),
        Step("趁早谈，还得少", "strategies/negotiate"),
        Step("自称新债主的，先要转让通知和明细", "letters/itemised-statement"),
    )


TOOL = Tool(
    "limitation",
    "诉讼时效",
    "对方通过法院要债的期限到哪天，什么会重新算。",
    Inputs,
    calculate,
    no_common="Every answer is a day counted from the reader's own; a day of somebody else's could be taken for it.",
)
