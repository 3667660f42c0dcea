"""我现在该做什么: six taps at most, then the stage and exactly three next actions with dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from calculators import rules
from calculators.answer.result import Figure, Notice, Result, Step, Unit, Working
from calculators.answer.wording import show
from calculators.finance.deadlines import deadline
from calculators.form.declare import choice, day
from calculators.form.parse import refuse
from calculators.tool import Tool

NEXT_ACTIONS = 3

DOCUMENTS = {
    "none": "没有收到",
    "message": "收到短信或电话，说是法院、调解",
    "payment-order": "收到支付令",
    "lawsuit": "收到起诉状、传票",
    "judgment": "收到判决书",
    "enforcement": "收到执行通知、财产报告令",
}
OVERDUE = {
    "not-yet": "还没到期，但还不上了",
    "1-3": "逾期 1 到 3 天",
    "4-30": "逾期 4 到 30 天",
    "31-60": "逾期 31 到 60 天",
    "61-90": "逾期 61 到 90 天",
    "over-90": "逾期超过 90 天",
}
HARM = {
    "none": "没有",
    "relatives": "联系了家人、同事、朋友",
    "threat": "威胁、上门闹、冒充公检法",
}
MEANS = {"none": "现在还不出", "part": "能还一部分", "all": "能把逾期的还清"}

_COURT_STAGES = {
    "message": ("诉前调解", "stages/pre-suit-mediation"),
    "payment-order": ("支付令", "stages/payment-order"),
    "lawsuit": ("起诉与开庭", "stages/lawsuit"),
    "judgment": ("判决与执行", "stages/judgment-enforcement"),
    "enforcement": ("判决与执行", "stages/judgment-enforcement"),
}
_OVERDUE_STAGES = {
    "not-yet": ("到期前发现还不上", "stages/before-due"),
    "1-3": ("逾期 1 至 3 天", "stages/day-1-3"),
    "4-30": ("逾期 4 至 30 天", "stages/overdue"),
    "31-60": ("逾期 31 至 60 天", "stages/overdue"),
    "61-90": ("逾期 61 至 90 天", "stages/overdue"),
    "over-90": ("逾期超过 90 天", "stages/overdue"),
}
_PERIODS = {
    "payment-order": ("cpl-227", "objection_days"),
    "lawsuit": ("cpl-128", "answer_days"),
    "judgment": ("cpl-171", "appeal_days_judgment"),
}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    document: str = choice("有没有收到法院的东西", DOCUMENTS, default="none")
    received_on: date | None = day(
        "哪天收到的", optional=True, help="收到法院文书才填。不填就当作今天。"
    )
    overdue: str = choice("逾期多久了", OVERDUE, default="4-30")
    full_demand: str = choice(
        "对方要求一次全部还清吗", {"no": "没有", "yes": "要求了"}, default="no"
    )
    harm: str = choice("有没有被骚扰", HARM, default="none")
    means: str = choice("现在拿得出钱吗", MEANS, default="part")


def calculate(inputs: Inputs, on: date) -> Result:
    """Name the stage and pick the three most pressing actions, safety first, then court dates."""
    if inputs.received_on and inputs.received_on > on:
        raise refuse("received_on", f"“哪天收到的”不能晚于今天（{on}），请改一下日期。")
    stage, page = _stage(inputs)
    last_day = _last_day(inputs, on)
    pressing = list(_actions(inputs, on, last_day))[:NEXT_ACTIONS]
    steps = tuple(sorted(pressing, key=lambda step: step.by or on))
    return Result(
        headline=f"你现在在“{stage}”这一步。先做下面三件事，一件一件来。",
        figures=(
            Figure("stage", "你在哪一步", stage, Unit.TEXT, "点开看这一步的全部说明。", page=page),
            Figure("deadline", "最要紧的期限", last_day, Unit.DATE, _deadline_meaning(inputs, last_day)),
        ),
        steps=steps,
        workings=(_working(inputs, last_day),),
        notices=(*_too_late(on, last_day), *_notices(inputs)),
        left_out=("你的合同怎么写、法院的通知怎么写，都比这里的一般说法优先。",),
    )  # fmt: skip


def _stage(inputs: Inputs) -> tuple[str, str]:
    if inputs.document in _COURT_STAGES:
        return _COURT_STAGES[inputs.document]
    if inputs.full_demand == "yes":
        return "宣布全额提前到期", "stages/accelerated"
    return _OVERDUE_STAGES[inputs.overdue]


def _last_day(inputs: Inputs, on: date) -> date | None:
    """The last day to answer the court, where the law sets one; 民事诉讼法 第八十五条."""
    if inputs.document not in _PERIODS:
        return None
    rule, parameter = _PERIODS[inputs.document]
    received = inputs.received_on or on
    book = rules.at(received)
    if book[rule].state != "in-force":
        return None
    return deadline(received, days=int(book[rule].number(parameter))).last_day


def _actions(inputs: Inputs, on: date, last_day: date | None) -> Iterator[Step]:
    """Every action that fits, the most pressing first."""
    soon = on + timedelta(days=3)
    if inputs.harm == "threat":
        yield Step(
            "保证安全：有威胁、堵门、冒充公检法的，马上报警，留好录音和短信",
            "consequences/family-contacts",
            on,
        )
    yield from _court_actions(inputs.document, on, last_day)
    if inputs.harm == "relatives":
        yield Step(
            "写信要求停止联系家人和同事", "letters/stop-contacting-others", on + timedelta(days=1)
        )
    if inputs.full_demand == "yes":
        yield Step("请对方给出合同依据和逐项明细", "letters/itemised-statement", soon)
    yield from _money_actions(inputs, on, soon)
    yield Step("算清今天一共欠多少", "calculators/overdue-cost", on)
    yield Step("算出每月最多能还多少", "calculators/safe-monthly", soon)
    yield Step("把每次电话、短信记下来", "calculators/contact-check", on + timedelta(days=7))  # fmt: skip


def _court_actions(document: str, on: date, last_day: date | None) -> Iterator[Step]:
    match document:
        case "message":
            yield Step(
                "先核实真假：自己查法院电话，别点链接，别转账", "stages/pre-suit-mediation", on
            )
        case "payment-order":
            yield Step(
                "数额或对方不对，就交书面异议；只写“没钱”没有用",
                "letters/payment-order-objection",
                last_day,
            )
        case "lawsuit":
            yield Step("写答辩状：核对数额，请求减掉过高的部分", "letters/answer-to-suit", last_day)
            yield Step("查清开庭日期，一定要去", "stages/lawsuit", on)
        case "judgment":
            yield Step(
                "看懂判决：不服就上诉，没意见就谈分期", "stages/judgment-enforcement", last_day
            )
        case "enforcement":
            yield Step("看清通知上的日期，如实交财产申报表", "stages/judgment-enforcement", on)
            yield Step("生活费账户被冻结的，向法院申请留出生活费", "stages/judgment-enforcement", on)  # fmt: skip


def _money_actions(inputs: Inputs, on: date, soon: date) -> Iterator[Step]:
    if inputs.means == "all":
        yield Step("先把逾期的还上，留好凭证", "stages/day-1-3", on)
    elif inputs.overdue == "not-yet":
        yield Step("到期以前申请展期，不要等到逾期", "letters/extension", on)
    elif inputs.means == "part":
        yield Step("先还一部分，写清先抵什么", "letters/part-payment", soon)
    else:
        yield Step("写信说明困难，申请暂缓", "letters/hardship-hold", soon)


def _deadline_meaning(inputs: Inputs, last_day: date | None) -> str:
    if last_day is None:
        return "法院没有给你期限，就按下面的日期做。"
    return f"从收到第二天数起，遇到法定假日顺延。收到的是：{DOCUMENTS[inputs.document]}。"


def _too_late(on: date, last_day: date | None) -> tuple[Notice, ...]:
    if last_day is None or last_day >= on:
        return ()
    rule = rules.at(on)["cpl-86"]
    said = (
        f"期限 {show(last_day, Unit.DATE)} 已经过了。因为生病、灾害这类正当理由耽误的，"
        f"障碍消除后 {show(rule.number('apply_within_days'), Unit.DAYS)}内可以申请顺延，由法院决定。"
        "不是这种情况，也马上联系法院问清楚现在能做什么。"
    )
    return (Notice(said, ("cpl-86",), "law"),)


def _notices(inputs: Inputs) -> tuple[Notice, ...]:
    calm = Notice("还不上钱是民事问题，不是犯罪。", ("overdue-is-civil-explainer",), "law")
    if inputs.document == "enforcement":
        warning = Notice(
            "不交或乱填财产申报，会被列入失信名单，和有没有钱无关。",
            ("asset-report-2017-10",),
            "law",
        )
        return (warning,)
    if inputs.document == "payment-order":
        empty = Notice(
            "异议只写“没钱、想分期”是无效的，要写数额、利息或对方哪里不对。",
            ("cpl-interp-436",),
            "law",
        )
        return (empty, calm)
    return (calm,)  # fmt: skip


def _working(inputs: Inputs, last_day: date | None) -> Working:
    steps = [
        "先排人身安全，再排法院的期限，再排骚扰，再排钱。",
        "排出来取前三件，再按日期的先后写。",
    ]
    if last_day is not None:
        rule, parameter = _PERIODS[inputs.document]
        days = rules.at(last_day)[rule].number(parameter)
        steps.append(
            f"收到那天不算，第二天数起 {days} 天，最后一天是 {show(last_day, Unit.DATE)}。"
        )
    return Working("这三件事怎么排的", tuple(steps))


TOOL = Tool("triage", "我现在该做什么", "答六个问题，给你三件先做的事。", Inputs, calculate)
