"""Clocks of law: from the kind of period, the day a paper came and how it came, the last day to act.

Every day given is the earliest that may hold. The day a paper came is the day it counts as served
(`served`), the first day does not count, and a last day that is a rest day moves on only in
civil procedure (Civil Procedure Law art. 85), where the whole calendar of that year is known. A day to
pay by is no step of the procedure, and an award may set it too: it stays. What a paper itself says, a
number of days or a day, comes first; where the law has a length too, the earlier day holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from calculators import rules
from calculators.answer.result import Unit
from calculators.answer.wording import show
from calculators.finance.deadlines import deadline, is_rest_day

type Way = Literal["signed", "family", "left", "electronic", "announcement", "returned", "unknown"]
type Outcome = Literal["counted", "stated", "ask-paper", "ask-date", "open"]

ASK_DATE = "先填哪天收到的，才算得出最后一天。记不清？按最早可能的一天填。"
WAYS: Mapping[str, str] = {
    "unknown": "不清楚",
    "signed": "我自己签收的",
    "family": "同住的家里人签收的",
    "left": "不肯收，留在家里或拍了照",
    "electronic": "发到手机、邮箱、小程序",
    "announcement": "登报、网上公告",
    "returned": "寄来没收到，被退回了",
}


@dataclass(frozen=True, slots=True)
class Clock:
    """A period of law: what it is for, and where its length stands.

    `rule` and `parameter` name the length in days (or months, if `in_months`); without them only
    the paper can say it; `basis` is then the rule that such a paper stands on. `rolls` is False
    where no law surely moves the last day past rest days: the Arbitration Law has no such clause. An
    `open` clock has no last day at all.
    """

    action: str
    rule: str = ""
    parameter: str = ""
    in_months: bool = False
    rolls: bool = True
    open: bool = False
    basis: str = ""
    to: str = ""
    """Who is handed something by a last day that no law surely moves, "" if nobody is."""

    @property
    def cited(self) -> str:
        """The rule that is shown beside it, "" if there is none."""
        return self.rule or self.basis


CLOCKS: Mapping[str, Clock] = {
    "none": Clock("没有法律上的期限", open=True),
    "watch": Clock("留意文书，来了再看期限", open=True),
    "payment-order-15": Clock("还款，或者交书面异议", "cpl-227", "objection_days"),
    "answer-15": Clock("交答辩状，提管辖异议", "cpl-128", "answer_days"),
    "answer-stated": Clock("交答辩状，提管辖异议", basis="cpl-interp-275"),
    "evidence-stated": Clock("交证据", basis="cpl-interp-266"),
    "fee-stated": Clock("交费，或申请缓、减、免"),
    "hearing": Clock("开庭", rolls=False, basis="cpl-147"),
    "stated": Clock("照纸上写的期限办"),
    "message-stated": Clock("照消息里写的日子办"),
    "appeal-15": Clock("不服的，交上诉状", "cpl-171", "appeal_days_judgment"),
    "ruling-appeal-10": Clock("不服的，交上诉状", "cpl-171", "appeal_days_ruling"),
    "retrial-6m": Clock("申请再审", "cpl-216", "months", in_months=True),
    "performance-stated": Clock("按文书写的日子还款", rolls=False),
    "preservation-review-5": Clock("申请复议", "cpl-interp-171", "review_days"),
    "detention-review-3": Clock("申请复议", "cpl-interp-185", "review_days"),
    "announcement-30": Clock("公告满期，算送到了", "cpl-95", "announcement_days", rolls=False),
    "confirm-30": Clock("双方一起申请司法确认", "cpl-205", "days"),
    "confirmed-object-15": Clock("觉得确认错了，提异议", "cpl-interp-372", "object_days"),
    "arbitration-answer-stated": Clock(
        "交答辩和证据、选仲裁员", rolls=False, basis="arb-36", to="仲裁机构"
    ),
    "arbitration-objection": Clock("说不该仲裁", rolls=False, open=True, basis="arb-31"),
    "arbitration-refuse-online": Clock("说不同意网上仲裁", rolls=False, open=True, basis="arb-11"),
    "arbitration-set-aside-3m": Clock(
        "申请撤销裁决", "arb-72", "months", True, rolls=False, to="中级法院"
    ),
    "arbitration-correct-30": Clock(
        "只是算错、写错，请仲裁庭改", "arb-69", "days", rolls=False, to="仲裁机构"
    ),
    "notary-reply-stated": Clock("书面回复公证处", rolls=False, to="公证处"),
    "non-enforcement-15": Clock("申请不予执行", "arb-exec-8", "days"),
    "enforcement-object-10": Clock(
        "觉得不该这家法院执行，书面提", "exec-procedure-3", "object_days"
    ),
    "enforcement-stated": Clock("照执行通知办，或联系法官谈", basis="cpl-251"),
    "asset-report-stated": Clock("如实交财产报告", basis="asset-report-2017-5"),
    "exec-review-10": Clock("向上一级法院申请复议", "cpl-236", "review_days"),
    "added-review-10": Clock("向上一级法院申请复议", "exec-parties-30", "review_days"),
    "added-sue-15": Clock("向执行的法院起诉", "exec-parties-32", "sue_days"),
    "distribution-object-15": Clock("对分配方案提异议", "cpl-interp-509", "object_days"),
    "distribution-oppose-15": Clock("书面反对别人的异议", "cpl-interp-510", "oppose_days"),
    "distribution-sue-15": Clock("起诉反对的人", "cpl-interp-510", "sue_days"),
    "correction-open": Clock("申请纠正", open=True),
    "correction-review-10": Clock("向上一级法院申请复议", "dishonest-2017-12", "review_days"),
    "price-object-5": Clock("报告写错了、估低了，书面提异议", "price-22", "object_days"),
    "third-party-debt-15": Clock(
        "不认这笔账，书面提异议；认的，付给通知上写的人", "exec-work-45", "object_days"
    ),
    "police-freeze-info": Clock("冻结到期，可能续，不是你的期限", rolls=False, basis="police-243"),
    "presuit-30": Clock("对方起诉或仲裁", "cpl-104", "release_if_no_suit_days"),
    "outsider-sue-15": Clock("向法院起诉", "cpl-238", "sue_days"),
    "notary-refuse-15": Clock("申请不予执行", "notary-exec-13", "refuse_days"),
    "notary-review-10": Clock("向上一级法院申请复议", "notary-exec-21", "review_days"),
    "police-freeze-6m": Clock("冻结到期，可能续", "police-243", "months", True, rolls=False),
    "police-reply-30": Clock("公安书面回复你", "police-196", "reply_days", rolls=False),
    "institution-reply-15": Clock("机构答复你", "aml-39", "reply_days", rolls=False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the reader knows of a paper.

    `received_on` is the earliest day it may have reached the address, a phone or a relative who
    lives there; for an announcement the day that it bears. `stated_days`, `stated_months` and
    `stated_on` are what the paper says: a length, or the day itself.
    """

    received_on: date | None = None
    way: Way = "unknown"
    stated_days: int | None = None
    stated_months: int | None = None
    stated_on: date | None = None


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day to act and how it was found.

    `day` is None unless the outcome is "counted" or "stated"; "ask-paper" and "ask-date" say which
    fact is missing, "open" that there is no last day. `counted` is the day by the calendar, before
    rest days. `holidays_known` is False if the year's public holidays were not in the calendar;
    then `day` was not moved. `lawful` is the law's own day where what the paper is said to say ends
    earlier, else None: such a day may have been read wrong, and what is past by it may still be open.
    `shut` is who takes nothing on `day`, a rest day that stays the last one, "" otherwise.
    `passed_over` is the number of days that the paper states, where a shorter length was counted;
    `by_paper` is the last day by what the paper says, where it lies after `day`. `lawful_why` says why the
    law may give until `lawful`, "" where the paper's own number does: that may have been read wrong.
    """

    outcome: Outcome
    day: date | None = None
    served_on: date | None = None
    days: int | None = None
    months: int | None = None
    counted: date | None = None
    holidays_known: bool = True
    lawful: date | None = None
    shut: str = ""
    passed_over: int | None = None
    by_paper: date | None = None
    lawful_why: str = ""

    @property
    def hand_in_by(self) -> date | None:
        """The day to hand it in by: the last one, or the working day before it where that one is a rest day."""
        return _working_day(self.day, -1) if self.day and self.shut else self.day


def served(received_on: date, way: Way) -> date:
    """The day a paper counts as served; only an announcement counts later than the day it bears.

    Civil Procedure Law art. 88 (a grown-up relative living there), 89 (left at the home), 90
    (electronic), 91 (post), 95 (announcement).
    """
    if way != "announcement":
        return received_on
    return received_on + timedelta(days=_length(CLOCKS["announcement-30"], received_on))


def earliest(code: str, facts: Facts) -> LastDay:
    """The earliest day that may be the last one of the clock `code`.

    Raises KeyError: there is no such clock.
    """
    clock = CLOCKS[code]
    if clock.open:
        return _before_hearing(code, facts)
    countable = clock.rule or facts.stated_days or facts.stated_months
    if facts.received_on is None and countable:
        return LastDay("ask-date")  # a day that the paper states may lie after the one counted
    found = [day for day in (_stated(facts), _counted(code, clock, facts)) if day.day]
    if found:
        first = min(found, key=lambda last: last.day or date.max)
        lawful = _later(_lawful(code, clock, facts), first)
        return replace(first, lawful=lawful, by_paper=_by_paper(code, clock, facts, first))
    return LastDay("ask-paper")


def _before_hearing(code: str, facts: Facts) -> LastDay:
    """An objection to arbitration is open until the first hearing begins: the day before it."""
    if code != "arbitration-objection" or facts.stated_on is None:
        return LastDay("open")
    return LastDay("stated", facts.stated_on - timedelta(days=1))


def _stated(facts: Facts) -> LastDay:
    return LastDay("stated", facts.stated_on)


def _counted(code: str, clock: Clock, facts: Facts) -> LastDay:
    """The last day by counting, from the shorter of the paper's length and the law's."""
    if facts.received_on is None:
        return LastDay("ask-date")
    # An announcement's own thirty days run from the day it bears.
    way = "unknown" if code == "announcement-30" else facts.way
    start = served(facts.received_on, way)
    lengths = [(facts.stated_days, facts.stated_months), _by_law(clock, start)]
    ends = [
        (deadline(start, days=days or 0, months=months or 0), days, months)
        for days, months in lengths
        if days or months
    ]
    if not ends:
        return LastDay("ask-paper")
    end, days, months = min(ends, key=lambda one: one[0].counted)
    last = end.earliest if clock.rolls else end.counted
    known = end.holidays_known or not clock.rolls
    shut = clock.to if is_rest_day(last)[0] else ""
    longer = facts.stated_days if facts.stated_days != days else None
    return LastDay("counted", last, start, days, months, end.counted, known, None, shut, longer)


def _lawful(code: str, clock: Clock, facts: Facts) -> LastDay:
    """The last day by the law alone, as if the paper said nothing."""
    silent = replace(facts, stated_days=None, stated_months=None, stated_on=None)
    return _counted(code, clock, silent)


def _by_paper(code: str, clock: Clock, facts: Facts, first: LastDay) -> date | None:
    """The last day by the paper alone if it lies after `first`'s: our shortest may not be the paper's."""
    says = facts.stated_days or facts.stated_months
    counted = _counted(code, replace(clock, rule=""), facts) if says else LastDay("ask-paper")
    return _later(counted, first) or _later(_stated(facts), first)


def _later(lawful: LastDay, first: LastDay) -> date | None:
    """The law's day if it lies after `first`'s."""
    later = lawful.day and first.day and lawful.day > first.day
    return lawful.day if later else None


def _by_law(clock: Clock, day: date) -> tuple[int | None, int | None]:
    if not clock.rule:
        return None, None
    length = _length(clock, day)
    return (None, length) if clock.in_months else (length, None)


def _length(clock: Clock, day: date) -> int:
    return int(rule_on(clock.rule, day).number(clock.parameter))


def rule_on(id: str, day: date) -> rules.Rule:
    """The rule on `day`; before its own first day, as it first was.

    No earlier law undercuts it: the same days stood under older numbers, and six months became
    three (arb-72).
    """
    began = rules.at(day)[id].effective_from
    return rules.at(max(day, began or day))[id]


def allowed(code: str, day: date) -> str:
    """How long the clock `code` leaves by the law of `day`, in words; what the paper says comes first."""
    clock = CLOCKS[code]
    if clock.rule:
        return f"{_length(clock, day)} {'个月' if clock.in_months else '天'}"
    return "越早越好" if clock.open else "看纸上写的"


def distance(day: date, on: date) -> str:
    """How far `day` is from `on`, in words: never a negative number."""
    days = (day - on).days
    if days < 0:
        return f"已经过了 {-days} 天"
    return "就是今天" if days == 0 else f"还有 {days} 天"


DUE_TODAY = "今天还上不算晚，几点截止看合同。"


def in_grace(due: date, grace_days: int, on: date) -> str:
    """What to say in the days of grace that a contract gives after `due`; "" on any other day.

    The due day is over then and paying still counts: who hears the first alone gives up the second.
    """
    last = due + timedelta(days=grace_days)
    if not due < on <= last:
        return ""
    if on == last:
        return "今天是宽限的最后一天，现在就还。"
    return f"宽限到 {show(last, Unit.DATE)}，那天还上也算按时。宽限以合同为准，今天就还。"


def still_open(last: LastDay, on: date) -> str:
    """What to say where the day is over, and may yet not be the end; "" otherwise.

    What the paper is said to say may have been read or typed wrong, and a rest day that was the last one
    may have moved: nobody gives up for that.
    """
    if last.day is None or not last.day < on:
        return ""
    if last.by_paper and on <= last.by_paper:
        return f"{_by_what_it_says(last)}今天就办，别当来不及。"
    if last.lawful and on <= last.lawful:
        lawful = show(last.lawful, Unit.DATE)
        if last.lawful_why:
            return f"{last.lawful_why}，可能给到 {lawful}。今天就办，别当来不及。"
        return f"这是按写的天数数的。看错了的话，法律最多给到 {lawful}。今天就办，别当来不及。"
    after = _working_day(last.day, 1)
    if last.shut and on <= after:
        return f"{_closed(last.day)}，往后推不推，没有读到规定。{last.shut}可能还收。{_at_once(last, on, after)}"
    return ""


def _by_what_it_says(last: LastDay) -> str:
    """Until when the paper itself runs; what it says may be of another thing, such as the days to pay in."""
    day = show(last.by_paper, Unit.DATE)
    if last.passed_over:
        return f"写的 {last.passed_over} 天，到 {day}才满。写的要是办这件事的天数，"
    return f"纸上写的 {day}还没过。写的要是办这件事的日子，"


def shut_then(last: LastDay, on: date) -> str:
    """What to say before a last day that is a rest day and stays the last one; "" otherwise."""
    by = last.hand_in_by
    if last.day is None or by is None or not last.shut or last.day < on:
        return ""
    if on <= by:
        return f"{_closed(last.day)}，{show(by, Unit.DATE)}以前交。"
    return (
        f"{_closed(last.day)}，{last.shut}不上班。{_at_once(last, on, _working_day(last.day, 1))}"
    )


def _closed(day: date) -> str:
    """A rest day in words; in a year whose holidays are not known a weekend may be worked."""
    return "那天放假" if is_rest_day(day)[1] else "那天多半放假"


def _at_once(last: LastDay, on: date, after: date) -> str:
    """What to do while, or as soon as, nobody is there to take it."""
    if on == after:
        return f"今天就去{last.shut}交。"
    return f"能在网上交的，今天就交。不能的，{show(after, Unit.DATE)}一早去{last.shut}交。"


def _working_day(day: date, step: int) -> date:
    """The nearest working day before (-1) or after (1) a day."""
    day += timedelta(days=step)
    while is_rest_day(day)[0]:
        day += timedelta(days=step)
    return day
