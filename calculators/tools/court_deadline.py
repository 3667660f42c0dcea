"""法院期限: the earliest last day to answer a paper, what it stands on, and what an answer must hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from calculators.answer.result import (
    Column,
    Figure,
    Notice,
    Result,
    Step,
    Table,
    Unit,
    Working,
)
from calculators.answer.wording import show
from calculators.finance.deadlines import is_rest_day
from calculators.form.declare import choice, count, day, text
from calculators.form.parse import refuse
from calculators.law import number_beside
from calculators.law.clocks import ASK_DATE, CLOCKS, WAYS, Facts, Way, distance, rule_on, shut_then
from calculators.law.notices import in_force
from calculators.law.papers import (
    NOT_ANNOUNCED,
    PAPERS,
    PROCEDURES,
    SMALL_CLAIMS_END,
    Days,
    Paper,
    Row,
    days,
    lets,
)
from calculators.tool import Cases, Common, Tool

UNSURE = "unsure"
ASK_PAPER_KIND = "先选收到的是哪种纸。看最上面的标题，照着选。"
_BY_WAY = {
    "unknown": ("cpl-88", "cpl-89"),
    "signed": ("cpl-85",),
    "family": ("cpl-88",),
    "left": ("cpl-89",),
    "electronic": ("online-litigation-31", "cpl-90"),
    "announcement": ("cpl-95",),
    "returned": ("court-post-11",),
}
_WAY_WORDS = {
    "unknown": "同住的家里人签收、留在家里、发到手机，都可能算送到。按最早的那天算。",
    "signed": "签收那天就是送到的日子。",
    "family": "同住的成年家里人签收那天，就算送到你。不是你知道的那天。",
    "left": "留在家里、有见证或者拍了照，那天就算送到。",
    "electronic": "合同里同意过电子送达的，消息到手机那天就算送到。没点开也一样。",
    "announcement": "公告发出满期就算送到，看没看到都一样。这里从公告那天往后数。",
    "returned": "地址不对、不肯收，被退回那天可以算送到。能证明不怪你的除外。",
}
# What no announcement serves (`papers.NOT_ANNOUNCED`), and the rule that says so.
_ANNOUNCED_ALL_THE_SAME = {
    "payment-order": ("支付令要送得到你手上，公告送不算。先按公告那天准备，打电话问法院。", "cpl-225"),
    "third-party-debt": ("这种通知要直接送到你手上，公告不算。先按公告那天准备，打电话问法院。", "exec-work-45"),
    "price-report": ("网上公示满 {days}才算收到，再数提异议的天数。先从公示那天数，好早点准备。", "price-21"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Which court paper came, and on which day."""

    document: str = choice(
        "收到的是什么",
        {UNSURE: "还分不清", **{key: paper.name for key, paper in PAPERS.items()}},
        default=UNSURE,
    )
    procedure: str = choice(
        "哪种程序", PROCEDURES, default="unknown", help="看通知、传票上有没有“小额”“简易”。"
    )
    received_on: date | None = day(
        "哪天收到的",
        optional=True,
        help="家里人签收的，填他签的那天。公告的，填公告上的日子。记不清，填最早可能的一天。",
        fact="received_on",
        needed=True,
    )
    way: str = choice("怎么收到的", WAYS, default="unknown")
    stated_days: int | None = count(
        "纸上写的天数",
        optional=True,
        minimum=1,
        maximum=365,
        unit="天",
        help="写了“几日内”就填。",
        empty="没写",
    )
    stated_on: date | None = day(
        "纸上写的最后一天", optional=True, help="直接写了日子的填这里。", empty="没写"
    )
    hearing_on: date | None = day(
        "开庭的日子", optional=True, help="传票、通知上写的。", empty="没写"
    )
    case_number: str = text(
        "纸上的案号",
        most=60,
        fact="case_number",
        help="抄下来，会告诉你怎么读，和选的纸对不对得上。",
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """The earliest last day; 民事诉讼法 第八十五、八十八至九十五条, 民诉法解释 第二百六十六、二百七十五条."""
    _check(inputs, on)
    if inputs.document == UNSURE:
        return _unsure(inputs)
    found = _find(inputs)
    return Result(
        headline=_headline(inputs, found, on),
        figures=_figures(inputs, found, on),
        tables=(_days(found, on), _contents(found.paper)),
        workings=(_working(inputs, found),),
        left_out=(
            "法院、仲裁机构另外给你的期限，按他们说的。",
            "邮政在路上的天数不算；别的快递算不算，法律没有写明。",
        ),
        notices=_notices(inputs, found, on),
        steps=_steps(inputs, found, on),
    )


def _check(inputs: Inputs, on: date) -> None:
    if inputs.received_on and inputs.received_on > on:
        said = f"“哪天收到的”还没到，今天是 {show(on, Unit.DATE)}。请看看是不是写错年份。"
        raise refuse("received_on", said)


def _unsure(inputs: Inputs) -> Result:
    return Result(
        headline=ASK_PAPER_KIND,
        figures=_no_figures("先选是哪种纸。"),
        workings=(Working("怎么数", ("先看纸上写的天数和开庭的日子，再看法律的天数。",)),),
        notices=tuple(number_beside.notices(inputs.case_number)),
        steps=(Step("分清是哪张纸", "stages/court-papers"),),
    )


def _find(inputs: Inputs) -> Days:
    facts = Facts(
        received_on=inputs.received_on,
        way=cast("Way", inputs.way),
        stated_days=inputs.stated_days,
        stated_on=inputs.stated_on,
    )
    return days(inputs.document, inputs.procedure, facts, inputs.hearing_on)


def _headline(inputs: Inputs, found: Days, on: date) -> str:
    if found.first is None or found.last_day is None:
        return _no_day(inputs, found) + _known(inputs, found, on)
    shown, when = show(found.last_day, Unit.DATE), distance(found.last_day, on)
    hearing = _hearing(inputs, found, on)
    if found.last_day < on:
        maybe = found.still_open(on)
        ask = "" if found.first.last.shut and maybe else _ask_now(found)
        return f"{'照最短的数，' if found.shortest(on) else ''}最后一天 {shown}{when}。{maybe}{ask}{hearing}"
    if found.paper.either and found.caution:
        first = f"{lets(found.first)}，到 {shown}，{when}。"
        return f"先按短的准备：最后一段{first}{found.others(on)}{hearing}"
    if found.caution:
        return f"先按 {shown}准备，{when}。通知上写得更短的，按通知。{hearing}"
    return f"最后一天是 {shown}，{when}。{found.shut_then(on)}要做的是：{found.first.action}。{found.others(on)}{hearing}"


def _hearing(inputs: Inputs, found: Days, on: date) -> str:
    """The hearing beside a last day that lies before it, or that it is still to be read on a summons."""
    if found.first is None or found.first.code == "hearing":
        return ""
    if inputs.hearing_on is None:
        ask = any(row.code == "hearing" for row in found.rows)
        return "开庭是哪天，看纸上写的。" if ask else ""
    return f"开庭是 {show(inputs.hearing_on, Unit.DATE)}，{distance(inputs.hearing_on, on)}。"


def _known(inputs: Inputs, found: Days, on: date) -> str:
    """The days that are known although an earlier one may hold, such as a hearing's."""
    known = {(row.last.day, row.action) for row in found.rows if row.last.day}
    if inputs.stated_on and all(day != inputs.stated_on for day, _ in known):
        known.add((inputs.stated_on, "纸上写的最后一天"))
    said = [
        f"{action}，{show(day, Unit.DATE)}，{distance(day, on)}。" for day, action in sorted(known)
    ]
    return f"已经知道的：{''.join(said)}" if said else ""


def _no_day(inputs: Inputs, found: Days) -> str:
    if inputs.document == "judgment" and not found.rows:
        return f"{SMALL_CLAIMS_END}没意见的，看清还款的日子，去谈怎么还。"
    if found.rows and found.rows[0].last.outcome == "ask-paper":
        asks = any(row.last.outcome == "ask-date" for row in found.rows)
        when = "再填哪天收到的，" if asks else ""
        return f"{found.paper.name}的天数写在纸上。找到它，填进来，{when}就能算出最后一天。"
    return ASK_DATE


def _ask_now(found: Days) -> str:
    to = CLOCKS[found.first.code].to if found.first and found.first.code in CLOCKS else ""
    whom = "法院" if found.paper.court else to or "发文的机构"
    return f"今天就打{whom}官网公布的电话，问现在还能做什么。下班了，明天一早打。"


def _figures(inputs: Inputs, found: Days, on: date) -> tuple[Figure, ...]:
    if found.first is None or found.last_day is None:
        return _no_figures(_no_day(inputs, found))
    left = (found.last_day - on).days
    after = "最早的这天过了，后面还有。" if found.still_open(on) else "这一天已经过了。"
    over = "照最短的数过了，可能还没到头。" if found.shortest(on) else after
    late = over if left < 0 else ""
    length = found.first.last.days
    return (
        Figure("deadline", "最后一天", found.last_day, Unit.DATE, late, estimate=found.caution),
        Figure("days", "一共几天", length, Unit.DAYS, _how_long(length)),
        Figure("days_left", "还剩", left if left >= 0 else None, Unit.DAYS, late),
        Figure("days_late", "已经过了", -left if left < 0 else None, Unit.DAYS, late or "还没过。"),
    )


def _how_long(length: int | None) -> str:
    return "收到那天不算。" if length else "不按天数算。"


def _no_figures(why: str) -> tuple[Figure, ...]:
    return (
        Figure("deadline", "最后一天", None, Unit.DATE, why),
        Figure("days", "一共几天", None, Unit.DAYS, why),
        Figure("days_left", "还剩", None, Unit.DAYS, why),
        Figure("days_late", "已经过了", None, Unit.DAYS, why),
    )


def _days(found: Days, on: date) -> Table:
    columns = (
        Column("action", "要做的事", Unit.TEXT),
        Column("last_day", "最晚哪天", Unit.DATE),
        Column("how", "怎么来的", Unit.TEXT),
    )
    rows = tuple((row.action, row.last.day, _how(row, on)) for row in found.rows)
    return Table("clocks", "这张纸带来的每个日子", columns, rows, remind=True)


def _how(row: Row, on: date) -> str:
    match row.last.outcome:
        case "ask-date":
            return "填哪天收到的，才算得出"
        case "ask-paper":
            return "看纸上写的"
        case "open":
            return "越早说越好"
        case "stated":
            how = "开庭前一天" if row.code == "arbitration-objection" else "纸上写的"
        case _:
            how = f"{row.last.days} 天" if row.last.days else f"{row.last.months} 个月"
    return f"{how}，{distance(row.last.day or on, on)}。{shut_then(row.last, on)}".removesuffix(
        "。"
    )


def _contents(paper: Paper) -> Table:
    cells = tuple((line,) for line in paper.contents)
    return Table("contents", "要写什么、要做什么", (Column("line", "要点", Unit.TEXT),), cells)


def _working(inputs: Inputs, found: Days) -> Working:
    last = found.first.last if found.first else None
    if last is None or last.outcome != "counted" or last.served_on is None:
        came = f"{show(inputs.received_on, Unit.DATE)}收到。" if inputs.received_on else ""
        stated = f"{came}纸上写了日子，就是那天。"
        return Working("怎么数", (stated if last else "天数写在纸上，或者还没填哪天收到。",))
    length = f"{last.days} 天" if last.days else f"{last.months} 个月"
    steps = [f"{show(last.served_on, Unit.DATE)}算送到，当天不算。"]
    if inputs.received_on and last.served_on > inputs.received_on:
        steps.insert(0, f"公告的日子是 {show(inputs.received_on, Unit.DATE)}。")
    moved = "" if last.counted == last.day else "那天是休息日，顺延到休息日后的第一天。"
    steps.append(f"往后数 {length}，到 {show(last.counted, Unit.DATE)}。{moved}")
    return Working("怎么数", tuple(steps))


def _notices(inputs: Inputs, found: Days, on: date) -> tuple[Notice, ...]:
    said = [*number_beside.notices(inputs.case_number, inputs.document), _look_first(found.paper)]
    said += _before_receipt(inputs)
    if found.passed_over:
        said.append(Notice(found.passed_over, (), "warning"))
    if inputs.stated_on and found.last_day and found.last_day < inputs.stated_on:
        stated = show(inputs.stated_on, Unit.DATE)
        later = f"纸上写的 {stated}，比算出来的晚。先按早的准备。{stated}也可能是还钱的日子。"
        said.append(Notice(later, (), "warning"))
    if found.first and found.first.code in CLOCKS and not CLOCKS[found.first.code].cited:
        own = "最后一天是按纸上写的数的，没有读到法条定这几天。先按它准备，再打电话问清。"
        said.append(Notice(own))
    said += _service(inputs, found.paper, on)
    if found.first and not found.first.last.holidays_known:
        said.append(Notice(_unknown_year(found.last_day), (), "warning"))
    if found.paper.court and found.last_day and found.last_day < on:
        said.append(_late(on))
    return in_force(said, on)


def _before_receipt(inputs: Inputs) -> Iterator[Notice]:
    """A paper may come after its day; more often one of the two days is typed wrong."""
    days = (("纸上写的最后一天", inputs.stated_on), ("开庭的日子", inputs.hearing_on))
    for name, day_said in days:
        if day_said and inputs.received_on and day_said < inputs.received_on:
            said = f"“{name}”比收到的那天还早，请看看有没有写错年份、写反日子。没写错，今天就打电话问。"
            yield Notice(said, (), "warning")


def _look_first(paper: Paper) -> Notice:
    said = "先看纸上写的天数和开庭的日子。写得更短的，按纸上的。"
    return Notice(said, paper.rules, "law" if paper.rules else "note")


def _service(inputs: Inputs, paper: Paper, on: date) -> tuple[Notice, ...]:
    if not paper.court:
        return (Notice("仲裁、公证的期限，遇到休息日不往后推。那天放假，提前一个工作日交。"),)
    post = "最后一天要寄的，用邮政 EMS，留好单据。别的快递不一定算。"
    said, cited = _WAY_WORDS[inputs.way], _BY_WAY[inputs.way]
    if inputs.way == "announcement" and inputs.document in NOT_ANNOUNCED:
        own, rule = _ANNOUNCED_ALL_THE_SAME[inputs.document]
        posted = show(rule_on("price-21", on).number("posted_days"), Unit.DAYS)
        said, cited = own.format(days=posted), (rule,)
    return (
        Notice(said, cited, "law"),
        Notice(post, ("cpl-85",), "law"),
    )


def _unknown_year(last_day: date | None) -> str:
    said = "那一年的放假安排，这里还没有收录，所以没有往后推。"
    if last_day and is_rest_day(last_day)[0]:
        said += "那天多半放假，法院不上班，请提前一个工作日办。"
    return said


def _late(on: date) -> Notice:
    days = show(rule_on("cpl-86", on).number("apply_within_days"), Unit.DAYS)
    said = f"因为生病、灾害这类正当理由耽误的，障碍消除后 {days}内可以申请顺延。准不准由法院决定。"
    return Notice(said, ("cpl-86",), "law")


def _steps(inputs: Inputs, found: Days, on: date) -> tuple[Step, ...]:
    steps: list[Step] = []
    if found.asks:
        steps = [Step(found.asks.action, found.paper.page, found.by(on))]
    elif found.open(on):
        steps = [Step(*found.act(on), found.by(on))]
        if too := found.too(on):
            steps.append(Step(*too, on))
    elif found.first:
        call = Step(_ask_now(found).removesuffix("。"), "stages/court-papers", on)
        steps = [call, Step(*found.left, on)]
    else:
        steps = [Step(found.paper.contents[0], found.paper.page)]
    if inputs.hearing_on and inputs.hearing_on >= on:
        steps.append(Step("开庭那天一定要去", "stages/lawsuit", inputs.hearing_on))
    if any(step.page == "stages/court-papers" for step in steps):
        return tuple(steps)
    return (*steps, Step("核实真假，分清是哪张纸", "stages/court-papers"))


TOOL = Tool(
    "court-deadline",
    "法院期限",
    "收到法院文书，最晚哪天要做什么。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases(
                "document",
                (
                    "payment-order",
                    "complaint",
                    "small-claims-evidence",
                    "judgment",
                    "ruling",
                    "preservation",
                    "execution-ruling",
                    "outsider-ruling",
                    "added-ruling",
                    "price-report",
                    "third-party-debt",
                    "distribution-plan",
                    "penalty",
                    "mediation-agreement",
                    "mediation-confirmed",
                ),
            ),
            ("days", "step"),
            today="received_on",
        ),
    ),
)
