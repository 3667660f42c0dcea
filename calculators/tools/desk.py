"""接待单: what a helper's desk asks first, on one form, and the one sheet that goes home with the visitor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from calculators import rules
from calculators.answer.result import (
    Column,
    Document,
    Figure,
    Notice,
    Result,
    Step,
    Table,
    Unit,
    Working,
)
from calculators.answer.wording import show
from calculators.finance.money import total
from calculators.form.declare import choice, count, day, money, rows, text
from calculators.form.parse import parse, refuse
from calculators.law.clocks import Facts, distance
from calculators.law.notices import in_force
from calculators.law.papers import PAPERS, Days, days
from calculators.tool import Tool
from calculators.tools import safe_monthly, triage

_MONTH, _END = "每月的钱", "走之前写"
LISTED = 10
"""So many debts are named on the sheet, which stays one; the others are counted and added up."""

SAFE = {
    triage.UNSAID: "还没问",
    "fine": "问过了，没有",
    "self": "说过不想活、撑不住",
    "hurt": "已经受伤，或者有人正要伤他",
}
_PEN = "（　　　　　　　　　　　　　　　　　）"
_CALLS = tuple(f"hotline-{number}" for number in ("12356", "110", "120", "12348", "12368", "12378"))


@dataclass(frozen=True, kw_only=True)
class _People:
    """Asked before anything of money."""

    danger: str = choice("先看人：他说过不想活吗", SAFE, default=triage.UNSAID, needed=True)


@dataclass(frozen=True, kw_only=True)
class Owed:
    """A debt as far as the visitor knows it: what nobody has looked up yet may stay empty."""

    name: str = text("欠谁的", most=20)
    balance: Decimal | None = money(
        "还欠多少", optional=True, minimum="0.01", help="不知道就空着。"
    )


@dataclass(frozen=True, kw_only=True)
class More:
    """Another paper that came."""

    document: str = choice(
        "哪种纸", {key: paper.name for key, paper in PAPERS.items()}, default="payment-order"
    )
    received_on: date | None = day("哪天收到的", optional=True, needed=True)
    stated_days: int | None = count(
        "纸上写的天数", optional=True, minimum=1, maximum=365, unit="天", empty="没写"
    )


@dataclass(frozen=True, kw_only=True)
class Inputs(triage.Inputs, _People):
    """A person first, then papers and stage, then debts and the month, then what was agreed."""

    # Seven fields are enough at first; this one comes as soon as the one above it is answered.
    lenders: str = choice(
        "欠几家",
        triage.LENDERS,
        default=triage.UNSAID,
        needed=True,
        fact="triage.lenders",
        when=f"overdue={'|'.join(key for key in triage.OVERDUE if key != triage.UNSAID)}",
    )
    papers: tuple[More, ...] = rows(
        "还收到别的纸", More, most=6, each="张纸", fact="papers", help="最急的那张写在上面。"
    )
    debts: tuple[Owed, ...] = rows("欠了哪几家", Owed, most=50, each="笔债", fact="debts")
    income: tuple[safe_monthly.Income, ...] = rows(
        "每月收入", safe_monthly.Income, most=12, each="笔收入", group=_MONTH, fact="income"
    )
    outgoings: tuple[safe_monthly.Outgoing, ...] = rows(
        "每月支出", safe_monthly.Outgoing, most=40, each="笔支出", group=_MONTH, fact="outgoings"
    )
    dependants: int = count(
        "要养几个人", default=0, maximum=20, unit="人", group=_MONTH, fact="dependants"
    )
    dependants_cost: Decimal | None = money(
        "他们每月一共要花多少",
        optional=True,
        must="要养人就要填",
        help="上面的支出里已经算了，就填 0。",
        group=_MONTH,
        fact="dependants_cost",
    )
    agreed: str = text("今天说好了什么", most=120, group=_END, help="印在他带走的那张纸上。")
    again_on: date | None = day("哪天再来", optional=True, group=_END)


class _Came(NamedTuple):
    """A paper that came: what it is called, when, and its days."""

    name: str
    received_on: date | None
    found: Days | None

    @property
    def last_day(self) -> date | None:
        return self.found.last_day if self.found else None

    @property
    def careful(self) -> bool:
        """Whether its last day is only a safe one to prepare by."""
        return self.found is not None and self.found.caution

    @property
    def asks_day(self) -> bool:
        """Whether the day of receipt would tell the last day, which otherwise stands on the paper."""
        return self.found is not None and any(
            row.last.outcome == "ask-date" for row in self.found.rows
        )

    def last(self, on: date) -> str:
        """The earliest last day in words, or what is missing for it."""
        if self.last_day is None:
            if self.asks_day:
                return "填了哪天收到，才算得出"
            return "看纸上写的日子" if self.received_on else "看纸上写的日子，再填哪天收到"
        careful = "，先按这天准备" if self.careful else ""
        said = f"{show(self.last_day, Unit.DATE)}，{distance(self.last_day, on)}{careful}"
        maybe = self.found.still_open(on) or self.found.shut_then(on) if self.found else ""
        return f"{said}。{maybe}" if maybe else said


def calculate(inputs: Inputs, on: date) -> Result:
    """Triage's stage and actions, the earliest last day of every paper, what is owed, what a month bears."""
    _check(inputs, on)
    stage, came = triage.calculate(inputs, on), _came(inputs)
    safe = _safe(inputs, on)
    steps = _steps(inputs if safe != 0 else replace(inputs, means="none"), came, on)
    where = stage.figure("stage")
    first = min(came, key=lambda each: each.last_day or date.max, default=None)
    figures = (
        where,
        Figure("deadline", "最早的最后一天", first and first.last_day, Unit.DATE, _meaning(came), estimate=bool(first and first.careful)),
        Figure("total_owed", "一共欠", _owed(inputs), Unit.YUAN, _unknown(inputs)),
        Figure("safe_monthly", "每月最多能答应还", safe, Unit.YUAN, "" if safe is not None else "收入和吃住这些支出都填了，才算得出。", estimate=True),
    )  # fmt: skip
    told = replace(stage, figures=figures, steps=steps)
    sheet = _sheet(inputs, told, came, on)
    return replace(
        told,
        headline=_headline(inputs, f"{stage.headline}{_earlier(came, on)}"),
        tables=_tables(came, on),
        workings=(*stage.workings, _working()),
        notices=(*in_force(_danger(inputs), on), *_passed_over(came[1:]), *stage.notices),
        documents=(Document("sheet", "小结，一张纸", f"小结-{on}.txt", "text/plain", sheet, open=True),),
    )  # fmt: skip


def _check(inputs: Inputs, on: date) -> None:
    if inputs.papers and inputs.document == "none":
        said = "下面写了“还收到别的纸”。最急的那张，请先在这一问里选。"
        raise refuse("document", said)
    for index, paper in enumerate(inputs.papers):
        if paper.received_on and paper.received_on > on:
            said = f"“哪天收到的”还没到，不能晚于今天（{on}）。请看看是不是写错年份。"
            raise refuse(f"papers.{index}.received_on", said)
    if inputs.again_on and inputs.again_on < on:
        raise refuse("again_on", f"“哪天再来”已经过了，请填 {on} 以后的一天。")


def _came(inputs: Inputs) -> tuple[_Came, ...]:
    """Every paper that came, the first question's before the others."""
    first = (triage.DOCUMENTS[inputs.document], inputs.received_on, triage.days_of(inputs))
    others = (
        (
            PAPERS[paper.document].name,
            paper.received_on,
            days(
                paper.document,
                "unknown",
                Facts(received_on=paper.received_on, stated_days=paper.stated_days),
            ),
        )
        for paper in inputs.papers
    )
    return tuple(_Came(*each) for each in (first, *others)) if inputs.document != "none" else ()


def _owed(inputs: Inputs) -> Decimal | None:
    known = [debt.balance for debt in inputs.debts if debt.balance is not None]
    return total(known) if known else None


def _unknown(inputs: Inputs) -> str:
    missing = sum(debt.balance is None for debt in inputs.debts)
    if not inputs.debts:
        return "还没填欠哪几家。"
    return (
        f"还有 {missing} 笔不知道多少，没算进去。"
        if missing
        else f"{len(inputs.debts)} 笔加在一起。"
    )


def _safe(inputs: Inputs, on: date) -> Decimal | None:
    """What `safe_monthly` answers; None while one side of the month was not said."""
    if not safe_monthly.is_told(inputs.income, inputs.outgoings):
        return None
    names = ("income", "outgoings", "dependants", "dependants_cost")
    known = {name: getattr(inputs, name) for name in names}
    asked = replace(parse(safe_monthly.Inputs, {}), **known)
    found = safe_monthly.calculate(asked, on).figure("safe_monthly").value
    assert found is None or isinstance(found, Decimal)
    return found


def _steps(inputs: Inputs, came: Sequence[_Came], on: date) -> tuple[Step, ...]:
    """Three: the person, then the papers by their days, then what triage says next."""
    found = list(triage.actions(_of_triage(inputs), on))
    first = int(inputs.harm == "threat") + int(inputs.document != "none")
    others = (_answer(each, on) for each in came[1:])
    found[first:first] = sorted(others, key=lambda step: step.by or on)
    pressing = [*_first(inputs, on), *found][: triage.NEXT_ACTIONS]
    return tuple(sorted(pressing, key=lambda step: step.by or on))


def _of_triage(inputs: Inputs) -> triage.Inputs:
    """With several debts named, nobody need say once more that there are several."""
    named = {field.name: getattr(inputs, field.name) for field in fields(triage.Inputs)}
    if inputs.lenders == triage.UNSAID and len(inputs.debts) > 1:
        named["lenders"] = "several"
    return triage.Inputs(**named)


def _first(inputs: Inputs, on: date) -> Iterator[Step]:
    if inputs.danger == "self":
        said = "先不谈钱。别让他一个人，一起打 12356，没人接就打 110 或 120"
        yield Step(said, "people/tonight", on)
    if inputs.danger == "hurt":
        yield Step("先保安全：有人动手打 110，受了伤打 120", "people/tonight", on)


def _answer(paper: _Came, on: date) -> Step:
    """What another paper asks for, by its last day; today where the day has passed or is unknown."""
    assert paper.found is not None
    if paper.found.first is None or paper.last_day is None:
        what = "哪天送到" if paper.asks_day else "上写的是哪天"
        return Step(f"弄清{paper.name}{what}，写在单子上", "calculators/court-deadline", on)
    if paper.last_day < on:
        whom = "法院官网的电话" if paper.found.paper.court else "发文机构的电话"
        later = "的最早一天过了，后面还有" if paper.found.open(on) else "的期限过了"
        over = "照最短的数过了，可能还没到头" if paper.found.shortest(on) else later
        return Step(
            f"{paper.name}{over}：今天就打{whom}，下班了就明天一早",
            "calculators/court-deadline",
            on,
        )
    said, page = paper.found.act(on)
    return Step(f"{paper.name}：{said}", page, paper.last_day)


def _headline(inputs: Inputs, said: str) -> str:
    if inputs.danger in ("self", "hurt"):
        return "先看人，今天先不谈钱。人安稳了，再看下面的日子。"
    if inputs.danger == triage.UNSAID and inputs != parse(Inputs, {}):
        return f"还没说他好不好：先问吃饭了吗，睡得着吗。{said}"
    return said


def _earlier(came: Sequence[_Came], on: date) -> str:
    """What the day of the first paper hides: another that ends earlier, or one that may."""
    dated = [each for each in came if each.last_day]
    if not dated or came[0].last_day is None:
        return ""
    said, missing = "", len(came) - len(dated)
    first = min(dated, key=lambda each: each.last_day or date.max)
    if first.last_day != came[0].last_day:
        said = f"更早的是{first.name}：{first.last(on).removesuffix('。')}。"
    if missing:
        said += f"还有 {missing} 张纸没有最后一天，可能更早：先填哪天收到、写了几天。"
    return said


def _meaning(came: Sequence[_Came]) -> str:
    if not came:
        return "没说收到有期限的纸。"
    missing = sum(each.last_day is None for each in came)
    if missing:
        return f"还有 {missing} 张算不出，可能更早：缺收到的日子，或者要看纸上写几天。"
    return "收到那天不算。纸上写得更早的，按纸上的。"


def _tables(came: Sequence[_Came], on: date) -> tuple[Table, ...]:
    if not came:
        return ()
    columns = (
        Column("paper", "哪张纸", Unit.TEXT),
        Column("received_on", "哪天收到", Unit.DATE),
        Column("last_day", "最早的最后一天", Unit.DATE),
        Column("left", "还有几天", Unit.TEXT),
    )
    lines = tuple((each.name, each.received_on, each.last_day, each.last(on)) for each in came)
    return (Table("papers", "收到的纸", columns, lines, remind=True, answer="last_day"),)


def _danger(inputs: Inputs) -> tuple[Notice, ...]:
    if inputs.danger not in ("self", "hurt"):
        return ()
    said = "热线夜里可能没人接。有危险就打 110 或 120，或者去医院急诊，陪着他去。"
    return (Notice(said, ("hotline-12356", "hotline-110", "hotline-120"), "warning"),)


def _passed_over(others: Sequence[_Came]) -> Iterator[Notice]:
    """Of each further paper that more days stand on it than were counted; triage says so of the first."""
    for each in others:
        if each.found and each.found.passed_over:
            yield Notice(f"{each.name}：{each.found.passed_over}", (), "warning")


def _working() -> Working:
    return Working(
        "这张单子怎么来的",
        (
            "在哪一步、三件事，和“我现在该做什么”是同一套算法。",
            "每张纸的日子，和“法院期限”是同一套算法。",
            "每月能还多少，和“每月能还多少”是同一套算法。",
        ),
    )


def _sheet(inputs: Inputs, told: Result, came: Sequence[_Came], on: date) -> str:
    """The sheet as plain text: it prints on one A4, and can be copied into a message."""
    stage = told.figure("stage").value
    parts = (
        ("", (f"小结　{show(on, Unit.DATE)}　给：（　　　　）写个记号，不写真名",)),
        ("先看人", (SAFE[inputs.danger],)),
        ("在哪一步", (str(stage),)),
        ("日子", tuple(_paper_line(each, on) for each in came) or ("没说收到法院、仲裁的纸。",)),
        ("欠的", tuple(_debt_lines(inputs))),
        ("每月最多能答应还", (_month(told),)),
        ("今天说好的", (inputs.agreed or _PEN,)),
        ("接下来三件", tuple(f"{n}. {_by(step, on)}{step.text}" for n, step in enumerate(told.steps, 1))),
        ("哪天再来", (show(inputs.again_on, Unit.DATE) if inputs.again_on else _PEN,)),
        ("要打的电话", tuple(_calls(on))),
        ("", ("按本人说的填，没有核对。以盖章的纸和判决为准。",)),
    )  # fmt: skip
    return "\n".join(line for head, lines in parts for line in ((f"【{head}】", *lines) if head else lines))  # fmt: skip


def _paper_line(paper: _Came, on: date) -> str:
    received = show(paper.received_on, Unit.DATE) if paper.received_on else "（　　　　）"
    return f"{paper.name}：{received}收到。最后一天：{paper.last(on)}"


def _debt_lines(inputs: Inputs) -> Iterator[str]:
    """Each debt, the total, and how many could not be named or added."""
    if not inputs.debts:
        yield "还没填。"
        return
    for debt in inputs.debts[:LISTED]:
        owed = "不知道" if debt.balance is None else show(debt.balance, Unit.YUAN)
        yield f"{debt.name or '没写名字'}：{owed}"
    if len(inputs.debts) > LISTED:
        yield f"另外还有 {len(inputs.debts) - LISTED} 笔。"
    owed_in_all = _owed(inputs)
    if owed_in_all is not None:
        yield f"一共 {show(owed_in_all, Unit.YUAN)}。{_unknown(inputs)}"


def _month(told: Result) -> str:
    safe = told.figure("safe_monthly").value
    return (
        "还没算：收入、支出要都填。"
        if safe is None
        else f"{show(safe, Unit.YUAN)}，所有债加在一起。"
    )


def _by(step: Step, on: date) -> str:
    if step.by is None or step.by <= on:
        return "今天："
    return f"{show(step.by, Unit.DATE)}以前："


def _calls(on: date) -> Iterator[str]:
    """The numbers with their rules' own names."""
    book = rules.at(on)
    for id in _CALLS:
        if id in book and book[id].state == "in-force":
            number = str(book[id].value("phone"))
            called = book[id].name.replace(f"打 {number}", "").replace("打这个", "").strip()
            area = "区号加 " if id == "hotline-12368" else ""
            yield f"{area}{number}　{called}"


TOOL = Tool(
    "desk",
    "接待单",
    "帮人的一张表：先问人，再问纸和日子，再问钱，印出一张小结让他带走。",
    Inputs,
    calculate,
    no_common="What it answers stands in the tables of the calculators that it asks.",
)
