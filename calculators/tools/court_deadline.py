"""法院期限: the last day to answer a court's paper, past holidays, and what an answer must hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculators import rules
from calculators.answer.result import Column, Figure, Notice, Result, Step, Table, Unit, Working
from calculators.answer.wording import show
from calculators.finance.deadlines import Deadline, deadline
from calculators.form.declare import choice, count, day
from calculators.tool import Tool


@dataclass(frozen=True)
class Paper:
    """A paper a court may send: what it is called, which rule sets its period, what to do."""

    name: str
    action: str
    rule: str
    parameter: str
    contents: tuple[str, ...]
    page: str
    others: tuple[str, ...] = ()


PAPERS = {
    "payment-order": Paper(
        "支付令",
        "还款，或者交书面异议",
        "cpl-227",
        "objection_days",
        (
            "写给发支付令的那个法院，写清案号、你的名字和联系方式。",
            "写明对哪里有异议：数额不对、利息算错、已经还过一部分，或者债权人不对。",
            "附上证据：还款记录、账单、合同。",
            "只写没钱、想延期、想分期，是无效的。口头说也无效。",
        ),
        "letters/payment-order-objection",
        ("cpl-interp-435", "cpl-interp-436", "cpl-interp-431"),
    ),
    "complaint": Paper(
        "起诉状",
        "交答辩状；认为法院不对的，也在这个期限内提",
        "cpl-128",
        "answer_days",
        (
            "写清案号，一条一条回应对方的请求。",
            "核对本金、利息、罚息、费用，写出你算的数。",
            "认为加起来过高的，写明请求调减。",
            "附上还款记录、沟通记录。",
            "不交答辩状，案子也照样审。",
        ),
        "letters/answer-to-suit",
        ("cpl-130", "spc-2017-22-2"),
    ),
    "judgment": Paper(
        "判决书",
        "不服的，提交上诉状",
        "cpl-171",
        "appeal_days_judgment",
        (
            "写明不服哪几项、为什么。",
            "交给原来的法院就可以。",
            "小额诉讼一审就是最后结果，不能上诉。",
            "没意见的，看清还款的最后一天，去谈怎么还。",
        ),
        "stages/judgment-enforcement",
        ("cpl-165",),
    ),
    "ruling": Paper(
        "裁定书（可以上诉的）",
        "不服的，提交上诉状",
        "cpl-171",
        "appeal_days_ruling",
        ("先看裁定书最后一段，写了可以上诉才能上诉。", "写明不服的理由，交给原来的法院。"),
        "stages/judgment-enforcement",
    ),
    "small-claims-evidence": Paper(
        "小额诉讼的举证通知",
        "交证据",
        "cpl-interp-275",
        "evidence_days_max",
        ("以通知上写的天数为准，一般不会比这个长。", "交还款记录、账单、合同、聊天记录。"),
        "stages/lawsuit",
        ("cpl-165",),
    ),
    "mediation-agreement": Paper(
        "诉前调解协议",
        "想要法院确认的，双方一起申请司法确认",
        "cpl-205",
        "days",
        ("确认以后没做到，对方可以直接申请强制执行。", "签之前，先确认自己做得到。"),
        "stages/pre-suit-mediation",
        ("cpl-206",),
    ),
    "enforcement-notice": Paper(
        "执行通知",
        "照通知写的日期履行，还不了就联系执行法官谈",
        "",
        "",
        ("以通知上写的天数为准。", "可以和对方谈执行和解：分期、延期、减免，写成书面。"),
        "stages/judgment-enforcement",
        ("exec-settlement-1", "cpl-254"),
    ),
    "asset-report": Paper(
        "报告财产令",
        "如实填好财产申报表交回去",
        "",
        "",
        (
            "以报告财产令上写的天数为准。",
            "收入、存款、理财、房、车、股权都要写，没有的写“无”。",
            "收到执行通知前一年的变动也要写。",
            "没钱也要交。不交、乱填、晚交，会被列入失信名单。",
        ),
        "stages/judgment-enforcement",
        ("asset-report-2017-5", "asset-report-2017-10", "cpl-252"),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    document: str = choice(
        "收到的是什么", {key: paper.name for key, paper in PAPERS.items()}, default="payment-order"
    )
    received_on: date | None = day(
        "哪天收到的", optional=True, help="签收那天，或者电子送达到手机的那天。不填就当作今天。"
    )
    stated_days: int | None = count(
        "文书上写的天数",
        optional=True,
        minimum=1,
        maximum=365,
        unit="天",
        help="文书写了天数就填，以它为准。",
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """The last day to act; 民事诉讼法 第八十五条 for how days are counted."""
    paper = PAPERS[inputs.document]
    received = inputs.received_on or on
    days = inputs.stated_days or _days(paper, received)
    last = deadline(received, days=days) if days else None
    return Result(
        headline=_headline(paper, last, on),
        figures=_figures(last, days, on),
        tables=(_contents(paper),),
        workings=(_working(received, days, last),),
        left_out=("法院另外给你的期限，以法院说的为准。", "在路上的时间：期限内寄出就不算晚，留好寄件凭证。"),
        notices=_notices(paper, last, on),
        steps=(
            Step(paper.action, paper.page, last.last_day if last else None),
            Step("核实文书真假，怎么查", "stages/pre-suit-mediation"),
        ),
    )  # fmt: skip


def _days(paper: Paper, received: date) -> int | None:
    """The period of the law in days; ``None`` where the paper itself sets it."""
    if not paper.rule or rules.at(received)[paper.rule].state != "in-force":
        return None
    return int(rules.at(received)[paper.rule].number(paper.parameter))


def _headline(paper: Paper, last: Deadline | None, on: date) -> str:
    if last is None:
        return f"{paper.name}的期限，以文书上写的天数为准。把天数填进来，就能算出最后一天。"
    if last.last_day < on:
        return f"{paper.name}的期限 {show(last.last_day, Unit.DATE)}已经过了，马上联系法院。"
    left = (last.last_day - on).days
    when = "就是今天" if left == 0 else f"还有 {left} 天"
    return f"最后一天是 {show(last.last_day, Unit.DATE)}，{when}。要做的是：{paper.action}。"


def _figures(last: Deadline | None, days: int | None, on: date) -> tuple[Figure, ...]:
    unknown = "以文书上写的为准。"
    last_day = last.last_day if last else None
    left = (last.last_day - on).days if last else None
    return (
        Figure("deadline", "最后一天", last_day, Unit.DATE, "" if last else unknown),
        Figure("days", "一共几天", days, Unit.DAYS, "收到那天不算。" if days else unknown),
        Figure("days_left", "还剩", left, Unit.DAYS),
    )


def _contents(paper: Paper) -> Table:
    cells = tuple((line,) for line in paper.contents)
    return Table("contents", "要交的东西里写什么", (Column("line", "要点", Unit.TEXT),), cells)


def _working(received: date, days: int | None, last: Deadline | None) -> Working:
    if last is None:
        return Working("怎么数", ("法律没有给这份文书一个统一的天数，看文书上写的。",))
    moved = "" if last.counted == last.last_day else "那天是休息日，顺延到休息日后的第一天。"
    return Working(
        "怎么数",
        (
            f"{show(received, Unit.DATE)}收到，当天不算。",
            f"从第二天起数 {days} 天，到 {show(last.counted, Unit.DATE)}。{moved}",
        ),
    )


def _notices(paper: Paper, last: Deadline | None, on: date) -> tuple[Notice, ...]:
    cited = tuple(rule for rule in (paper.rule, *paper.others) if rule)
    found = [
        Notice("数法院期限：收到当天不算，最后一天是法定假日就顺延。", ("cpl-85", *cited), "law")
    ]
    if last and not last.holidays_known:
        said = "那一年的放假安排还没公布，这里只避开了周末。到时请再算一次。"
        found.append(Notice(said, (), "warning"))
    late = rules.at(on)["cpl-86"]
    if last and last.last_day < on and late.state == "in-force":
        days = show(late.number("apply_within_days"), Unit.DAYS)
        said = f"因为生病、灾害这类正当理由耽误的，障碍消除后 {days}内可以申请顺延，由法院决定。"
        found.append(Notice(said, ("cpl-86",), "law"))
    return tuple(found)


TOOL = Tool("court-deadline", "法院期限", "收到法院文书，最晚哪天要做什么。", Inputs, calculate)
