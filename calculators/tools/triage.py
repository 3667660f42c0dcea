"""我现在该做什么: a few taps, then the stage and exactly three next actions with dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from calculators.answer.result import Figure, Notice, Result, Step, Unit, Working
from calculators.answer.wording import show
from calculators.form.declare import choice, count, day, text
from calculators.form.parse import refuse
from calculators.law import number_beside
from calculators.law.clocks import ASK_DATE, Facts, distance
from calculators.law.help import BENEFITS
from calculators.law.notices import in_force
from calculators.law.papers import RULING, Days, days
from calculators.tool import Cases, Common, Tool

NEXT_ACTIONS = 3
UNSAID = "unsaid"

DOCUMENTS = {
    "none": "没有收到",
    "message": "短信、电话，说是法院、仲裁、调解",
    "payment-order": "支付令",
    "lawsuit": "起诉状、传票",
    "judgment": "判决书",
    "ruling": "裁定书（冻结、查封、驳回）",
    "enforcement": "执行通知、财产报告令",
    "enforcement-award": "执行通知，凭仲裁裁决、公证书的",
    "arbitration": "仲裁通知",
    "award": "仲裁裁决书",
    "notary": "公证处的核实函",
    "distribution": "法院的分配方案（几家一起分）",
    "restrictions": "限制消费令、失信决定书、终本裁定",
    "unsure": "收到了，分不清是哪张纸",
}
OVERDUE = {
    UNSAID: "先选一个",
    "not-yet": "还没到期，但还不上了",
    "1-3": "逾期 1 到 3 天",
    "4-30": "逾期 4 到 30 天",
    "31-60": "逾期 31 到 60 天",
    "61-90": "逾期 61 到 90 天",
    "over-90": "逾期超过 90 天",
    "years": "好几年的老账",
}
HARM = {
    "none": "没有",
    "relatives": "联系了家人、同事、朋友",
    "visit": "说要上门，人还没来",
    "threat": "正在堵门、打人、威胁要打人",
    "scam": "被骗了，或者有人用我的名字借了钱",
}
MEANS = {
    UNSAID: "先选一个",
    "none": "现在还不出",
    "part": "能还一部分",
    "all": "能把逾期的还清",
}

LENDERS = {UNSAID: "先选一个", "one": "一家", "several": "好几家"}
KINDS = {
    UNSAID: "先选一个",
    "online": "网贷，像借呗、花呗、白条",
    "card": "信用卡",
    "secured": "房贷、车贷，或者押了东西",
    "several": "好几种都有",
}

_COURT_STAGES = {
    "message": ("收到法院、仲裁的东西", "stages/court-papers"),
    "unsure": ("收到法院、仲裁的东西", "stages/court-papers"),
    "payment-order": ("支付令", "stages/payment-order"),
    "lawsuit": ("起诉与开庭", "stages/lawsuit"),
    "judgment": ("判决与执行", "stages/judgment-enforcement"),
    "ruling": ("判决与执行", "stages/judgment-enforcement"),
    "enforcement": ("判决与执行", "stages/judgment-enforcement"),
    "enforcement-award": ("判决与执行", "stages/judgment-enforcement"),
    "arbitration": ("仲裁", "stages/arbitration"),
    "award": ("仲裁", "stages/arbitration"),
    "notary": ("公证处来的信", "stages/court-papers"),
    "distribution": ("判决与执行", "stages/judgment-enforcement"),
    "restrictions": ("限高、失信、终本", "stages/dishonest-restrictions"),
}
_OVERDUE_STAGES = {
    UNSAID: ("还没说逾期多久", ""),
    "not-yet": ("到期前发现还不上", "stages/before-due"),
    "1-3": ("逾期 1 至 3 天", "stages/day-1-3"),
    "4-30": ("逾期 4 至 30 天", "stages/overdue"),
    "31-60": ("逾期 31 至 60 天", "stages/overdue"),
    "61-90": ("逾期 61 至 90 天", "stages/overdue"),
    "over-90": ("逾期超过 90 天", "stages/overdue"),
    "years": ("好几年的老账", "calculators/limitation"),
}
# Papers that start a clock, by what `calculators.law.papers` calls them.
_PAPERS = {
    "payment-order": "payment-order",
    "lawsuit": "complaint",
    "judgment": "judgment",
    "ruling": RULING,
    "enforcement": "enforcement-notice",
    "enforcement-award": "enforcement-award",
    "arbitration": "arbitration-notice",
    "award": "arbitration-award",
    "notary": "notary-letter",
    "distribution": "distribution-plan",
}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Where the reader stands: papers, days, harm and means; the desk's own form asks them too."""

    document: str = choice(
        "收到法院、仲裁的东西了吗", DOCUMENTS, default="none", fact="triage.document"
    )
    received_on: date | None = day(
        "哪天收到的",
        optional=True,
        help="家里人签收的，填他签的那天。记不清，填最早可能的一天。",
        fact="received_on",
        needed=True,
        when=f"document={'|'.join(_COURT_STAGES)}",
    )
    stated_days: int | None = count(
        "纸上写的天数",
        optional=True,
        minimum=1,
        maximum=365,
        unit="天",
        help="写了“几日内”就填。",
        fact="triage.stated_days",
        empty="没写",
        applies=f"document={'|'.join(_PAPERS)}",
        when=f"document={'|'.join(_PAPERS)}",
    )
    case_number: str = text(
        "纸上、短信里的案号",
        most=60,
        fact="case_number",
        help="有就抄下来，会告诉你怎么读。没有就空着。",
        applies=f"document={'|'.join(_COURT_STAGES)}",
        when=f"document={'|'.join(_COURT_STAGES)}",
    )
    overdue: str = choice("逾期多久了", OVERDUE, default=UNSAID, needed=True, fact="triage.overdue")
    lenders: str = choice(
        "欠几家",
        LENDERS,
        default=UNSAID,
        needed=True,
        fact="triage.lenders",
    )
    kind: str = choice("欠的是哪一种", KINDS, default=UNSAID, needed=True, fact="owed.kind")
    full_demand: str = choice(
        "对方要求一次全部还清吗",
        {"no": "没有", "yes": "要求了"},
        default="no",
        fact="triage.full_demand",
    )
    harm: str = choice("有没有被骚扰、被骗", HARM, default="none", fact="triage.harm")
    means: str = choice("现在拿得出钱吗", MEANS, default=UNSAID, needed=True, fact="triage.means")


@dataclass(frozen=True)
class _Court:
    """The paper's days; None where nothing has come that starts a clock."""

    found: Days | None

    @property
    def last_day(self) -> date | None:
        return self.found.last_day if self.found else None

    @property
    def careful(self) -> bool:
        """Whether the last day is only a safe one to prepare by."""
        return self.found is not None and self.found.caution

    def maybe(self, on: date) -> str:
        """What the day leaves to do where it may not be the end, or is a rest day; "" otherwise."""
        return self.found.still_open(on) or self.found.shut_then(on) if self.found else ""

    def shortest(self, on: date) -> bool:
        """Whether the day that is over is only the shortest that may hold."""
        return self.found is not None and self.found.shortest(on)

    @property
    def shut(self) -> str:
        """Who takes nothing on the last day, a rest day; "" otherwise."""
        return self.found.first.last.shut if self.found and self.found.first else ""

    def by(self, on: date) -> date:
        """The day to act by: the last day while it lasts, today where it has passed or is unknown."""
        return (self.found and self.found.by(on)) or on


def calculate(inputs: Inputs, on: date) -> Result:
    """Name the stage and pick the three most pressing actions, safety first, then court dates."""
    if inputs.received_on and inputs.received_on > on:
        said = f"“哪天收到的”还没到，不能晚于今天（{on}）。请看看是不是写错年份。"
        raise refuse("received_on", said)
    court = _Court(days_of(inputs))
    stage, page = stage_of(inputs)
    pressing = list(actions(inputs, on))[:NEXT_ACTIONS]
    steps = tuple(sorted(pressing, key=lambda step: step.by or on))
    return Result(
        headline=_headline(inputs, stage, court, on),
        figures=(
            Figure("stage", "你在哪一步", stage, Unit.TEXT, "点开看这一步的全部说明。" if page else "先选逾期多久。", page=page),
            Figure("deadline", "最要紧的期限", court.last_day, Unit.DATE, _meaning(court, on), estimate=court.careful),
        ),
        steps=steps,
        workings=(_working(court),),
        notices=_notices(inputs, court, on),
        left_out=("纸上写的天数、开庭的日子，比这里的一般说法优先。",),
    )  # fmt: skip


def stage_of(inputs: Inputs) -> tuple[str, str]:
    """The stage's name and its page, "" while nobody has said how long it is overdue."""
    if inputs.document in _COURT_STAGES:
        return _COURT_STAGES[inputs.document]
    if inputs.full_demand == "yes":
        return "宣布全额提前到期", "stages/accelerated"
    return _OVERDUE_STAGES[inputs.overdue]


def days_of(inputs: Inputs) -> Days | None:
    """The days of the paper that came, None where it starts no clock; 民事诉讼法 第八十五条.

    A ruling may be any of several: its day is that of the shortest, to prepare by.
    """
    paper = _PAPERS.get(inputs.document)
    if paper is None:
        return None
    facts = Facts(received_on=inputs.received_on, stated_days=inputs.stated_days)
    return days(paper, "unknown", facts)


def _headline(inputs: Inputs, stage: str, court: _Court, on: date) -> str:
    if court.last_day:
        shortest = "照最短的数，" if court.shortest(on) else ""
        when = (
            f"{shortest}最后一天 {show(court.last_day, Unit.DATE)}，{distance(court.last_day, on)}"
        )
        if court.careful:
            when = _careful(court.last_day, on)
        return f"你现在在“{stage}”这一步。{when}。{court.maybe(on)}先做下面三件事。"
    if court.found and inputs.received_on is None:
        return f"你现在在“{stage}”这一步。{ASK_DATE}"
    if stage == _OVERDUE_STAGES[UNSAID][0]:
        return "先选逾期多久了。还没选，也可以先做下面三件事。"
    return f"你现在在“{stage}”这一步。先做下面三件事，一件一件来。"


def _careful(day: date, on: date) -> str:
    shown = show(day, Unit.DATE)
    if day < on:
        return f"按常见的最短天数算，{shown}{distance(day, on)}"
    return f"先按 {shown}准备，纸上写得更短的按纸上的"


def actions(inputs: Inputs, on: date) -> Iterator[Step]:
    """Every action that fits, the most pressing first: safety, papers, harm, money."""
    court, soon = _Court(days_of(inputs)), on + timedelta(days=3)
    if inputs.harm == "threat":
        yield Step("先保安全：马上打 110，留好录像、录音和短信", "consequences/family-contacts", on)
    if inputs.harm == "scam":
        yield Step("钱刚转走，马上打 110，再打银行请它止付；今天去报案", "people/scammed", on)
    yield from _court_actions(inputs, on, court)
    if inputs.harm == "visit":
        yield Step("可以不开门：隔着门问名字和公司，录像，不签字，不给钱", "stages/home-visit", on)
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


def _court_actions(inputs: Inputs, on: date, court: _Court) -> Iterator[Step]:
    if court.found and court.last_day is None and not inputs.document.startswith("enforcement"):
        yield Step("弄清哪天送到的、纸上写几天，算出最后一天", "calculators/court-deadline", on)
    acts = _acts(inputs.document, on, court.by(on))
    if court.found and court.last_day and court.last_day < on:
        yield _late(court, on)
        acts = _still(inputs.document, court.found, acts, on)
    yield from acts


# Of a paper with several days, the one of its first act below, where that is not the first of them.
_FIRST_ACT = {"arbitration": "arbitration-objection", "enforcement-award": "non-enforcement-15"}


def _still(document: str, found: Days, acts: Iterator[Step], on: date) -> Iterator[Step]:
    """The acts once the first day is over: what is open, what is left in the place of what is not."""
    row = found.open(on)
    named = row is found.first or (row is not None and row.code == _FIRST_ACT.get(document))
    if named or found.unsettled:
        yield from islice(acts, 1)
        rest = found.left if found.unsettled else found.too(on)
    else:
        rest = found.act(on)
    if rest:
        next(acts, None)
        yield Step(*rest, on)
    yield from acts


def _acts(document: str, on: date, by: date) -> Iterator[Step]:
    """What each paper lets one do, first what its last day ends."""
    match document:
        case "message" | "unsure":
            yield Step(
                "先认是哪张纸、哪条短信：自己查电话核实，不点链接，不转账",
                "stages/court-papers",
                on,
            )
        case "payment-order":
            yield Step(
                "账有不对的，交书面异议；都对也没钱，趁这些天去谈", "stages/payment-order", by
            )
        case "lawsuit":
            yield Step(
                "写答辩状：核对数额，请求减掉过高的；不该这家法院管，一起提",
                "letters/answer-to-suit",
                by,
            )
            yield Step("查清开庭日期，一定要去", "stages/lawsuit", on)
        case "judgment":
            yield Step(
                "看最后一段，几天内能上诉；没意见就谈分期", "stages/judgment-enforcement", by
            )
        case "ruling" | "enforcement" | "enforcement-award" | "distribution" | "restrictions":
            yield from _enforcement_actions(document, on, by)
        case "arbitration":
            yield Step(
                "翻合同找仲裁那一条；要反对，开庭前书面说", "letters/arbitration-objection", by
            )
            yield Step("按通知的天数写答辩", "stages/arbitration", by)
        case "award":
            yield Step("看有没有法律写的撤销理由；没有就去谈", "stages/arbitration", by)
        case "notary":
            yield Step("打公证处官网的电话核实，再按函上的天数书面回", "stages/court-papers", by)


def _late(court: _Court, on: date) -> Step:
    """What to do now that the last day is over."""
    if court.shut and court.maybe(on):
        said = f"最后一天放假，{court.shut}可能还收：尽快去交"
    else:
        whose = "法院" if court.found and court.found.paper.court else "发文机构"
        said = f"{_past(court, on)}：今天就打{whose}官网的电话，问还能做什么。下班了，明天一早打"
    return Step(said, "stages/court-papers", on)


def _past(court: _Court, on: date) -> str:
    if court.shortest(on):
        return "照最短的数过了，可能还没到头"
    if court.found and court.found.open(on):
        return "最早的一天过了，后面还有"
    return "按常见的最短天数已经过了" if court.careful else "期限过了"


def _enforcement_actions(document: str, on: date, by: date) -> Iterator[Step]:
    match document:
        case "ruling":
            yield Step("看裁定书最后一段：写的是复议、上诉还是起诉，几天内", "stages/judgment-enforcement", by)  # fmt: skip
            yield Step("账户、工资被冻了：弄清哪家法院、冻了多少", "stages/frozen-account", on)
        case "enforcement-award":
            yield Step("有法律写的理由，书面申请不予执行", "letters/non-enforcement", by)
            yield Step("看清通知上的日期，如实交财产申报表", "stages/judgment-enforcement", on)
        case "distribution":
            yield Step("对一对方案，有错就书面提异议", "letters/distribution-objection", by)
        case "restrictions":
            yield Step("看清是限高、失信还是终本，怎么解、错了怎么改", "stages/dishonest-restrictions", on)  # fmt: skip
        case _:
            yield Step("看清通知上的日期，如实交财产申报表", "stages/judgment-enforcement", by)
            yield Step(
                "生活费的账户被冻了，向法院申请留出生活费", "stages/judgment-enforcement", on
            )


def _money_actions(inputs: Inputs, on: date, soon: date) -> Iterator[Step]:
    if inputs.means == "none" and inputs.overdue != "years":
        yield replace(BENEFITS, by=on)
    if inputs.overdue == "years":
        yield Step("先别付钱、别答应还：算一算时效，再决定", "calculators/limitation", on)
    elif inputs.kind == "secured" and inputs.means != "all":
        said = "先保押着的那一笔：今天问银行、车贷公司，能不能延期"
        yield Step(said, "strategies/many-debts", on)
    elif inputs.kind == "card" and inputs.lenders != "several" and inputs.means in ("none", "part"):
        yield Step("打卡背面的电话，问个性化分期，说清每月能还多少", "products/credit-card", on)
    elif "several" in (inputs.lenders, inputs.kind) and inputs.means != "all":
        yield Step("几家一起算，先别单给一家", "strategies/many-debts", soon)
    elif inputs.means == "all":
        yield Step("在 APP 里把逾期的还上，留好凭证", "stages/day-1-3", on)
    elif inputs.overdue == "not-yet":
        yield Step("到期以前申请展期，不要等到逾期", "letters/extension", on)
    elif inputs.means == "part":
        yield Step("先谈好抵什么，再还一部分", "letters/part-payment", soon)
    elif inputs.means == "none":
        yield Step("写信说明困难，申请暂缓", "letters/hardship-hold", soon)
    if inputs.means == "none" and inputs.overdue == "years":
        yield replace(BENEFITS, by=on)


def _meaning(court: _Court, on: date) -> str:
    if court.found is None:
        return "法院、仲裁没有给你期限，就按下面的日期做。"
    if court.last_day is None:
        return "纸上写着天数和日子。填了哪天收到、写几天，才算得出。"
    if court.careful:
        return "不知道是哪一种，先按常见的最短天数准备，也可能更短。纸上写得更短的，按纸上的。"
    return f"{distance(court.last_day, on)}。收到那天不算；纸上写得更早的，按纸上的。"


def _notices(inputs: Inputs, court: _Court, on: date) -> tuple[Notice, ...]:
    said = list(_of_kind(inputs.kind))
    if court.last_day and court.last_day < on:
        shortest = court.careful or court.shortest(on)
        what = "按常见的最短天数算，" if shortest else "期限 "
        late = (
            f"{what}{show(court.last_day, Unit.DATE)}{distance(court.last_day, on)}。"
            "生病、灾害这类正当理由耽误的，障碍消除后还可以申请顺延，由法院决定。"
        )
        said.insert(0, Notice(late, ("cpl-86",), "law"))
    if inputs.document in ("arbitration", "award"):
        said = [
            Notice("不理，也可能缺席裁决。裁一次就定了，不能上诉。", ("arb-54", "arb-10"), "law")
        ]
    if inputs.document.startswith("enforcement"):
        warning = "不交或乱填财产申报，会被列入失信名单，和有没有钱无关。"
        said.insert(0, Notice(warning, ("asset-report-2017-10",), "law"))
    if inputs.document == "payment-order":
        empty = "异议只写“没钱、想分期”是无效的，要写数额、利息或对方哪里不对。"
        said.insert(0, Notice(empty, ("cpl-interp-436",), "law"))
    if court.found and court.found.passed_over:
        said.insert(0, Notice(court.found.passed_over, (), "warning"))
    named = "" if inputs.document == "ruling" else _PAPERS.get(inputs.document, "")
    said[:0] = number_beside.notices(inputs.case_number, named)
    return in_force(said, on)


def _of_kind(kind: str) -> Iterator[Notice]:
    """What the law says of not being able to pay, by what is owed: a card and a pledge are another matter."""
    civil = "借的时候说的是真话，后来还不上，是欠钱的事，不是犯罪。借时造假、判了以后藏钱，另说"
    if kind in ("online", "secured"):
        yield Notice(f"{civil}。", ("overdue-is-civil-explainer",), "law")
    else:
        yield Notice(f"{civil}；信用卡另看。", ("overdue-is-civil-explainer",), "law")
    if kind in ("card", "several"):
        card = (
            "信用卡：只是没钱还，不算“恶意透支”。换号失联、转走钱、用假材料办卡，"
            "就可能被当成想赖账。银行的电话要接，信要拆。"
        )
        yield Notice(card, ("card-interp-6",), "law")
    if kind in ("secured", "several"):
        home = "押给银行的房子，断供了银行可以申请卖，只有一套也一样。"
        yield Notice(home, ("mortgaged-home-1",), "law")


def _working(court: _Court) -> Working:
    steps = [
        "先排人身安全，再排法院、仲裁的期限，再排骚扰，再排钱。",
        "排出来取前三件，再按日期的先后写。",
    ]
    last = court.found.first.last if court.found and court.found.first else None
    if last and last.outcome == "counted":
        length = f"{last.days} 天" if last.days else f"{last.months} 个月"
        steps.append(f"收到那天不算，第二天数起 {length}，最后一天是 {show(last.day, Unit.DATE)}。")
    return Working("这三件事怎么排的", tuple(steps))


TOOL = Tool(
    "triage",
    "我现在该做什么",
    "点几下，给你三件先做的事。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("overdue", ("not-yet", "1-3", "4-30", "31-60", "61-90", "over-90", "years")),
            ("stage", "step"),
        ),
        Common(
            Cases(
                "document",
                (
                    "message",
                    "payment-order",
                    "lawsuit",
                    "judgment",
                    "ruling",
                    "enforcement",
                    "enforcement-award",
                    "arbitration",
                    "award",
                ),
            ),
            ("stage", "step"),
        ),
    ),
)
