"""卡被冻了怎么走: one question after another, to who holds the money, what is left alone, by when, which letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators import rules
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
from calculators.form.declare import choice, day, text
from calculators.form.parse import refuse
from calculators.law import case_numbers
from calculators.law.clocks import CLOCKS, Facts, LastDay, distance, earliest, shut_then, still_open
from calculators.law.notices import in_force
from calculators.rules.tree import Outcome, Term, Way, tree
from calculators.tool import Tool

TREE = tree("frozen-account")
UNSAID = "unsaid"
NO_FEE = (
    "不给人解冻费、保证金。付给法院的钱，收款单位必须是法院。主动打来说能“花钱解冻”的，是骗子。"
)
_LETTER = "信里要用的"
# What a court's number says of the third question; 民初 is a suit in which something was frozen.
_FITS = {
    "财保": "baoquan",
    "执保": "baoquan",
    "民初": "baoquan",
    "执": "zhi",
    "执恢": "zhi",
}


def _ask(id: str) -> Any:
    """The question of that id, asked after the answers that lead to it."""
    question = TREE.questions[id]
    labels = {option.key: option.label for option in question.options}
    choices = {UNSAID: "先选一个", **labels}
    when = TREE.asks(id)
    return choice(question.ask, choices, default=UNSAID, help=question.help, when=when, needed=True)


def _since(name: str, fact: str = "") -> Any:
    """A day that a deadline runs from, asked where an outcome has that deadline."""
    asked = TREE.days[name]
    return day(
        asked.label,
        optional=True,
        help=asked.help,
        when=TREE.asks(name),
        fact=fact,
        needed=not asked.empty,
        empty=asked.empty,
    )


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """The answers as the tree names them, the days that its deadlines run from, words for a letter."""

    q1: str = _ask("q1")
    q2: str = _ask("q2")
    case_number: str = text(
        "文号、案号",
        most=60,
        fact="case_number",
        when="q2=court|police",
        help="问到的，抄在这里，例如（2026）浙0199执保12号。会告诉你怎么读。",
    )
    q3: str = _ask("q3")
    q4: str = _ask("q4")
    q5: str = _ask("q5")
    q6: str = _ask("q6")
    q7: str = _ask("q7")
    q8: str = _ask("q8")
    q9: str = _ask("q9")
    q10: str = _ask("q10")
    q11: str = _ask("q11")
    q12: str = _ask("q12")
    frozen_on: date | None = _since("frozen_on")
    ruling_received: date | None = _since("ruling_received")
    objection_ruling_received: date | None = _since("objection_ruling_received")
    order_received: date | None = _since("order_received")
    award_received: date | None = _since("award_received")
    notice_received: date | None = _since("notice_received")
    refusal_received: date | None = _since("refusal_received")
    effective_on: date | None = _since("effective_on", fact="effective_on")
    report_by: date | None = _since("report_by")
    objected_on: date | None = _since("objected_on")
    police_complaint_on: date | None = _since("police_complaint_on")
    court: str = text("法院名称", most=60, fact="court", group=_LETTER, help="照法院文书上写的抄。")
    frozen_account: str = text(
        "被冻的是哪家银行的卡",
        most=40,
        fact="frozen_account",
        group=_LETTER,
        help="银行名加卡号后四位，不写整个卡号。",
    )


@dataclass(frozen=True)
class _Counted:
    """A deadline of the outcome and the last day that came of it."""

    term: Term
    last: LastDay

    @property
    def day(self) -> date | None:
        return self.last.day

    def over(self, on: date) -> bool:
        """Whether its last day lies behind `on`."""
        return self.day is not None and self.day < on

    def by(self, on: date) -> date | None:
        """The day to hand it in by, today where only a rest day is left of it."""
        return self.last.hand_in_by and max(self.last.hand_in_by, on)

    def then(self, on: date) -> str:
        """What is left to do where the day is over, or is a rest day; "" otherwise."""
        maybe = still_open(self.last, on) or shut_then(self.last, on)
        return f"{maybe}{self.term.missed if self.over(on) else ''}"


def calculate(inputs: Inputs, on: date) -> Result:
    """Follow the answers through the tree; the days by `calculators.law.clocks`, 民事诉讼法 第八十五条."""
    way = TREE.walk({id: getattr(inputs, id) for id in TREE.questions})
    if not way.end:
        return _open(way, inputs, on)
    outcome = TREE.outcomes[way.end]
    counted = tuple(_count(outcome, inputs, on))
    return Result(
        headline=_headline(outcome, counted, on),
        figures=_figures(outcome, counted, on),
        tables=(_deadlines(counted, on), *_lists(outcome)),
        workings=(_working(way),),
        left_out=(
            "法院、机构在纸上写得更早的日子，按纸上的。",
            "这里只认一种情况。几张卡被不同的单位冻，一张一张走。",
        ),
        notices=_notices(way, outcome, counted, inputs, on),
        steps=_steps(outcome, counted, on),
    )


def _count(outcome: Outcome, inputs: Inputs, on: date) -> Iterator[_Counted]:
    """Each deadline with its last day; one that is named only while it lasts is left out after."""
    for term in outcome.terms:
        if not term.clock:
            yield _Counted(term, LastDay("open"))
            continue
        since, stated = getattr(inputs, term.since), not CLOCKS[term.clock].rule
        if since and since > on and not stated:
            label = TREE.days[term.since].label
            said = f"“{label}”还没到，今天是 {show(on, Unit.DATE)}。请看看是不是写错年份。"
            raise refuse(term.since, said)
        facts = Facts(stated_on=since) if stated else Facts(received_on=since)
        found = _Counted(term, earliest(term.clock, facts))
        if not (term.ahead and found.over(on)):
            yield found


def _urgent(counted: tuple[_Counted, ...], on: date) -> _Counted | None:
    """What to say first: the reader's own next day, else theirs, else the last one that is over."""
    dated = sorted((c for c in counted if c.day), key=lambda c: (c.term.theirs, c.day))
    ahead = [c for c in dated if not c.over(on)]
    return next(iter([*ahead, *reversed(dated)]), None)


def _headline(outcome: Outcome, counted: tuple[_Counted, ...], on: date) -> str:
    """What to do and the day that presses most; a day that cannot be counted yet is asked for."""
    first, asked = _urgent(counted, on), _asked_for(counted)
    if first is None:
        return f"{outcome.name}。{outcome.steps[0].text}。{asked}"
    shown, when = show(first.day, Unit.DATE), distance(first.day or on, on)
    if first.term.ahead:
        said = f"照你填的日子还没过：{first.term.what}，最后一天是 {shown}，{when}。今天就交。"
    elif first.over(on):
        said = f"{first.term.what}：{shown}，{when}。{first.then(on)}"
    else:
        said = f"{outcome.name}。{outcome.steps[0].text}。{first.term.what}：{shown}，{when}。{first.then(on)}"
    return f"{said}{asked}"


def _asked_for(counted: tuple[_Counted, ...]) -> str:
    """The first day that must not stay empty, in words; "" if none does."""
    waits = [c.term.since for c in counted if c.last.outcome == "ask-date"]
    needed = [TREE.days[since].label for since in waits if not TREE.days[since].empty]
    return f"填“{needed[0]}”，才算得出最后一天。" if needed else ""


def _figures(outcome: Outcome, counted: tuple[_Counted, ...], on: date) -> tuple[Figure, ...]:
    phone = str(rules.at(on)[outcome.ring].value("phone")) if outcome.ring else ""
    area = "区号加 " if outcome.ring == "hotline-12368" else ""
    return (
        Figure("outcome", "是哪一种", outcome.id, Unit.TEXT, outcome.name, in_table=True),
        Figure(
            "office",
            "找谁",
            outcome.who,
            Unit.TEXT,
            f"问路的电话：{area}{phone}。" if phone else "",
            page="rights/hotlines",
        ),
        *_last_days(counted),
    )


def _last_days(counted: tuple[_Counted, ...]) -> Iterator[Figure]:
    """`last_day`, `last_day_2`, … in the tree's order, one for each deadline that a clock counts."""
    clocked = [each for each in counted if each.term.clock]
    for number, each in enumerate(clocked, 1):
        key = "last_day" if number == 1 else f"last_day_{number}"
        yield Figure(
            key, each.term.what, each.day, Unit.DATE, "" if each.day else _why(each), in_table=True
        )
    if not clocked:
        none = "这一种没有数得出的日子。"
        yield Figure("last_day", "最后一天", None, Unit.DATE, none, in_table=True)


def _why(counted: _Counted) -> str:
    term = counted.term
    if not term.clock:
        return term.length
    return term.length or f"填“{TREE.days[term.since].label}”，才算得出"


def _deadlines(counted: tuple[_Counted, ...], on: date) -> Table:
    columns = (
        Column("what", "什么事", Unit.TEXT),
        Column("last_day", "最晚哪天", Unit.DATE),
        Column("how", "怎么来的", Unit.TEXT),
    )
    rows = tuple((_named(c.term), c.day, _how(c, on)) for c in counted)
    said = "" if rows else "这一种没有数得出的日子。早一天办，早一天有结果。"
    return Table("deadlines", "日子", columns, rows, said, remind=True, answer="last_day")


def _named(term: Term) -> str:
    return f"{term.what}（不是你的期限）" if term.theirs else term.what


def _how(counted: _Counted, on: date) -> str:
    """Why it is that day, how far it is, and what is left to do once it is over."""
    last, found = counted.last, counted.day
    if found is None:
        return _why(counted)
    if last.outcome == "stated":
        length = "纸上写的"
    else:
        length = f"{last.days} 天" if last.days else f"{last.months} 个月"
        length += "，遇休息日往后推" if last.counted != found else ""
    return f"{length}，{distance(found, on)}。{counted.then(on)}"


def _lists(outcome: Outcome) -> Iterator[Table]:
    lists = (
        ("keeps", "不能动的钱", "要给你留的", outcome.keeps),
        ("proofs", "带什么", "证据和材料", outcome.proofs),
    )
    for key, title, heading, lines in lists:
        if lines:
            cells = tuple((line,) for line in lines)
            yield Table(key, title, (Column("line", heading, Unit.TEXT),), cells)


def _steps(outcome: Outcome, counted: tuple[_Counted, ...], on: date) -> tuple[Step, ...]:
    """What lasts in spite of the answer first, then what is to be done, then the other letters."""
    days = {c.term.clock: c.by(on) for c in counted if c.day and not c.over(on)}
    late = next((c.term.late for c in counted if c.term.late and c.over(on)), "")
    taken = TREE.outcomes[late] if late else outcome
    again = [
        Step(f"日子还没过：{c.term.what}", c.term.page, c.day)
        for c in counted
        if c.term.ahead and c.day
    ]
    own = [Step(each.text, each.page, days.get(each.by)) for each in taken.steps]
    named = {step.page for step in (*again, *own)}
    letters = [
        Step(f"用得上的信：{each.text}", each.page)
        for each in taken.letters
        if each.page not in named
    ]
    return (*again, *own, *letters)


def _notices(
    way: Way, outcome: Outcome, counted: tuple[_Counted, ...], inputs: Inputs, on: date
) -> tuple[Notice, ...]:
    said = [*_number(way, inputs)]
    if outcome.id != "o-credit-line":
        said.append(Notice(NO_FEE, (), "warning"))
    said += [_sure(each.text, each.rules, on) for each in outcome.says]
    if outcome.unsure:
        said.append(Notice(f"没有核到的：{outcome.unsure}", (), "reported"))
    dated = tuple(dict.fromkeys(id for each in counted for id in each.term.rules))
    if dated:
        said.append(_sure("日子从这些条文来。收到那天不算；纸上写得更早的，按纸上的。", dated, on))
    if not all(each.last.holidays_known for each in counted):
        said.append(Notice("那一年的放假安排还没有收录，所以没有往后推。", (), "note"))
    gone = tuple(dict.fromkeys(id for _, option in way.gone for id in option.rules))
    if gone:
        said.append(_sure("一问一问走到这里的依据。", gone, on))
    return in_force(said, on)


def _sure(words: str, ids: tuple[str, ...], on: date) -> Notice:
    """A remark of the tone that its rules allow."""
    if not ids:
        return Notice(words)
    read = all(rules.at(on)[id].status == "verified" for id in ids)
    return Notice(words, ids, "law" if read else "reported")


def _number(way: Way, inputs: Inputs) -> Iterator[Notice]:
    """How the typed number reads, and whether it fits the answer given beside it."""
    if all(question.id != "q2" for question, _ in way.gone):
        return
    for number in case_numbers.read(inputs.case_number)[:3]:
        yield Notice(f"{number.normal or number.text}：{case_numbers.meaning(number)}")
        fit = _FITS.get(case_numbers.leading(number.code))
        if fit and inputs.q2 == "court" and inputs.q3 != fit:
            label = TREE.questions["q3"].option(fit)
            words = label.label if label else ""
            yield Notice(f"文号里是“{number.code}”，“文号里是哪几个字”那一问选“{words}”。再看一眼。", (), "warning")  # fmt: skip


def _open(way: Way, inputs: Inputs, on: date) -> Result:
    """Some question is still open: which one, and what can be done meanwhile."""
    question = TREE.questions[way.asked]
    number = len(way.gone) + 1
    why = f"还差第 {number} 问：{question.ask}"
    return Result(
        headline=f"第 {number} 问还没说：{question.ask}不知道就选“不知道”。",
        figures=(
            Figure("outcome", "是哪一种", None, Unit.TEXT, why, in_table=True),
            Figure("last_day", "最后一天", None, Unit.DATE, why, in_table=True),
        ),
        workings=(_working(way),),
        notices=in_force([*_number(way, inputs), Notice(NO_FEE, (), "warning")], on),
        steps=(
            Step("问开户行四件事：谁冻的、文号、多少钱、到哪天", "stages/frozen-account"),
            Step("冻到饭钱、药钱的，先看怎么请法院留生活费", "letters/living-costs"),
        ),
    )


def _working(way: Way) -> Working:
    gone = tuple(f"{question.ask}{option.label}。" for question, option in way.gone)
    return Working("一问一问怎么走的", gone or ("还没有回答。从第一问开始。",))


TOOL = Tool(
    "frozen-account",
    "卡被冻了怎么走",
    "一问一问，告诉你谁冻的、哪些钱不能动、最晚哪天、用哪封信。",
    Inputs,
    calculate,
    no_common="Its answer is a way through questions, which its example prints in words.",
)
