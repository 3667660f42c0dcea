"""这条消息是真的吗: what a message is, what to do by when, and how to verify it; never that it is false."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators import rules
from calculators.answer.result import Column, Figure, Notice, Result, Step, Table, Unit, Working
from calculators.answer.wording import show
from calculators.form.declare import choice, day, text
from calculators.form.parse import refuse
from calculators.law import case_numbers
from calculators.law.clocks import ASK_DATE, CLOCKS, allowed, distance, shut_then, still_open
from calculators.law.message_passages import WHOLE_CHARACTERS
from calculators.law.message_signs import HARD
from calculators.law.message_words import (
    ACTIONS,
    CHECKS,
    FLAGS,
    FOLLOWS,
    NAMED_APART,
    NOT_TO_DO,
    RULES,
    STARTS,
    VERDICTS,
    checks_of,
)
from calculators.law.messages import ABOUT, CHANNELS, KINDS, Judgement, judge
from calculators.law.notices import in_force
from calculators.tool import Tool

MOST_CHARACTERS = 50_000
ASIDE = "案子另外核实，期限照算。"
NO_DAYS = "没有法律上的期限。法院的文书来了，再看期限。"
SHORTER = "纸上写得更短的，按纸上写的。"
PENALTY = "法院罚款、拘留的决定"
EMPTY = "把消息贴进来，或者把电话里说的话写下来。"


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """The message, how and when it came, and whose matter it is; the text is never kept."""

    text: str = text(
        "贴上消息，或写下电话里说的话",
        most=MOST_CHARACTERS,
        kept=False,
        help=f"只在这台手机上看，不保存，不发走。最多 {MOST_CHARACTERS} 个字，超过 {WHOLE_CHARACTERS} 个字只看要紧的几段。",
    )
    channel: str = choice("怎么来的", CHANNELS, default="sms")
    received_on: date | None = day(
        "哪天收到的",
        optional=True,
        help="家里人签收的，填他签的那天。",
        fact="received_on",
        needed=True,
    )
    about: str = choice("说的是谁的事", ABOUT, default="me")


def calculate(inputs: Inputs, on: date) -> Result:
    """What the message is by the rules of `calculators.law.messages`; its days by `calculators.law.clocks`."""
    if inputs.received_on and inputs.received_on > on:
        said = f"“哪天收到的”还没到，今天是 {show(on, Unit.DATE)}。请看看是不是写错年份。"
        raise refuse("received_on", said)
    if not inputs.text:
        return _nothing()
    found = judge(inputs.text, inputs.channel, inputs.about, inputs.received_on)
    return Result(
        headline=_headline(found, inputs, on),
        figures=_figures(found, inputs),
        tables=_tables(found, on),
        workings=(_working(found.rule),),
        left_out=("照消息里的字判断，看不到号码是谁的，也看不到对方的证件。",),
        notices=_notices(found, inputs, on),
        steps=_steps(found, on),
    )


def _nothing() -> Result:
    return Result(
        headline=EMPTY,
        figures=tuple(
            Figure(key, label, None, Unit.DATE if key == "last_day" else Unit.TEXT, "还没贴消息。")
            for key, label in _LABELS.items()
        ),
        tables=_decisions(),
        workings=(_working(),),
        steps=(
            Step("分清是哪张纸", "stages/court-papers"),
            Step("看打哪个电话核实", "rights/hotlines"),
        ),
    )


def _decisions() -> tuple[Table, ...]:
    """The same rules as a table, for who reads the page on paper or without script."""
    signs = tuple((FLAGS[code],) for code in HARD)
    columns = (
        Column("kind", "来的是什么", Unit.TEXT),
        Column("days", "几天内，从收到第二天数", Unit.TEXT),
        Column("now", "先做什么", Unit.TEXT),
        Column("verify", "怎么核实", Unit.TEXT),
    )
    phone = str(rules.at(date.max)["hotline-12368"].value("phone"))
    kinds = tuple(
        (KINDS[k], _days_of(k), ACTIONS[k].format(phone=phone), CHECKS[checks_of(k, ())[0]])
        for k in KINDS
    )
    penalty = (PENALTY, f"{_said_of('detention-review-3', '')}。", ACTIONS["enforcement_notice"].format(phone=phone), CHECKS["court-12368"])  # fmt: skip
    fraud = "有一样就先停下，不转钱。案子另外核实，期限照算。"
    return (
        Table("signs", "有这些，先停下", (Column("sign", "骗局的特征", Unit.TEXT),), signs, fraud),
        Table("kinds", "一样一样对着看", columns, (*kinds, penalty), SHORTER),
    )


def _days_of(kind: str) -> str:
    """How long a message of this kind leaves, by the rules in force at the latest."""
    if kind in STARTS:
        return "；".join(_said_of(code, NAMED_APART.get(code, "")) for code in STARTS[kind]) + "。"
    return ASIDE if kind == "unclear" or kind.startswith("scam_") else NO_DAYS


def _said_of(code: str, apart: str) -> str:
    return f"{apart}：{CLOCKS[code].action}，{allowed(code, date.max)}".lstrip("：")


_LABELS = {
    "kind": "是哪一种", "verdict": "怎么对待", "clocks": "哪些期限", "last_day": "最早的最后一天",
    "case_numbers": "读出的编号",
}  # fmt: skip


def _headline(found: Judgement, inputs: Inputs, on: date) -> str:
    punishes = any(clock.code == "detention-review-3" for clock in found.clocks)
    named = f"这像是{PENALTY if punishes else KINDS[found.kind]}"
    named = "看不出是哪一种" if found.kind == "unclear" else named
    said = f"{named}。{VERDICTS[found.verdict]}"
    last = found.first.last if found.first else None
    day = last.day if last else None
    if _asks(found, inputs):
        known = f"已经知道的是 {show(day, Unit.DATE)}，{distance(day, on)}。" if day else ""
        return f"{said}{ASK_DATE}{known}"
    if last and day:
        late = still_open(last, on) or shut_then(last, on)
        return f"{said}最早的最后一天是 {show(day, Unit.DATE)}，{distance(day, on)}。{late}"
    return said


def _asks(found: Judgement, inputs: Inputs) -> bool:
    """Whether a last day hangs on the day of receipt that nobody has said; it may be the earliest."""
    asks = any(clock.last.outcome == "ask-date" for clock in found.clocks)
    return asks and inputs.received_on is None


def _figures(found: Judgement, inputs: Inputs) -> tuple[Figure, ...]:
    asks = _asks(found, inputs)
    first = found.first.last.day if found.first and not asks else None
    codes = ",".join({clock.code: None for clock in found.clocks})
    numbers = ",".join(number.normal or number.text for number in found.numbers)
    why = (
        "按能想到的最早一天算。" if first else ASK_DATE if asks else "消息里没有算得出的最后一天。"
    )
    return (
        Figure("last_day", _LABELS["last_day"], first, Unit.DATE, why),
        Figure("kind", _LABELS["kind"], found.kind, Unit.TEXT, KINDS[found.kind], in_table=True),
        Figure("verdict", _LABELS["verdict"], found.verdict, Unit.TEXT, in_table=True),
        Figure("clocks", _LABELS["clocks"], codes, Unit.TEXT, in_table=True),
        Figure("case_numbers", _LABELS["case_numbers"], numbers or None, Unit.TEXT, "没有读出编号。", in_table=True),
    )  # fmt: skip


def _tables(found: Judgement, on: date) -> tuple[Table, ...]:
    how = Column("how", "自己查到的电话，不用消息里的", Unit.TEXT)
    checks = tuple((CHECKS[code],) for code in checks_of(found.kind, found.hard))
    tables = [Table("verify", "怎么核实", (how,), checks)]
    if dated := tuple(_dated(found, on)):
        columns = (
            Column("action", "要做的事", Unit.TEXT),
            Column("last_day", "最晚哪天", Unit.DATE),
            Column("how", "还有多久", Unit.TEXT),
        )
        tables.append(Table("clocks", "可能的期限", columns, dated, remind=True))
    if found.numbers:
        tables.append(_numbers(found))
    if flags := tuple((FLAGS[code],) for code in (*found.hard, *found.soft)):
        flag = Column("flag", "消息里有", Unit.TEXT)
        tables.append(Table("flags", "要留神的地方", (flag,), flags))
    dont = tuple((line,) for line in NOT_TO_DO[found.verdict])
    tables.append(Table("not_to_do", "先不要做", (Column("what", "先不要", Unit.TEXT),), dont))
    return tuple(tables)


def _dated(found: Judgement, on: date) -> Iterator[tuple[date | str | None, ...]]:
    """What has a last day, or may have one."""
    for clock in found.clocks:
        if clock.code != "none":
            day, action = clock.last.day, CLOCKS[clock.code].action
            yield action, day, distance(day, on) if day else _why(clock.last.outcome)


def _numbers(found: Judgement) -> Table:
    columns = (Column("number", "编号", Unit.TEXT), Column("meaning", "怎么读", Unit.TEXT))
    cells = tuple((n.normal or n.text[:60], case_numbers.meaning(n)) for n in found.numbers[:20])
    said = "写得对，不证明是真的。写得不对，也不证明是假的。"
    return Table("numbers", "读出的编号", columns, cells, said)


def _why(outcome: str) -> str:
    return {"ask-date": "填哪天收到的，才算得出", "open": "越早越好"}.get(outcome, "看文书上写的")


def _working(rule: str = "") -> Working:
    given = (rule,) if rule else tuple(RULES)
    return Working(
        "怎么看的",
        (
            *(f"规则 {code}：{RULES[code]}" for code in given),
            "先看有没有要钱、要码、要看屏幕。有一样，就先不动钱。",
            "再看是谁的名义、编号怎么写、有没有链接。",
            "外地法院、用手机联系、要交法院的费，都不说明是骗。",
            "期限从最早可能收到的那天数，当天不算。",
        ),
    )


def _notices(found: Judgement, inputs: Inputs, on: date) -> tuple[Notice, ...]:
    said = []
    if found.verdict == "fraud-signs":
        warned = "先不转钱，不给验证码，不共享屏幕。已经转了，马上打 110。"
        said.append(Notice(warned, ("hotline-110", "psapl-62"), "warning"))
    if len(inputs.text) > WHOLE_CHARACTERS:
        long = "太长，没有全看。看了开头、结尾，和提到法院、要钱的几段。别的段，一段一段单独贴上来再看。"
        said.append(Notice(long, (), "warning"))
    if earlier := _came_earlier(found, inputs):
        told = f"字里说 {show(earlier, Unit.DATE)}就有人收到了，从那天数。不是这样，删掉那句话再看一次。"
        said.append(Notice(told))
    said.append(Notice("案子有没有，问到才知道。没问清以前，期限照算。", ("hotline-12368",)))
    if inputs.about == "other":
        said.append(
            Notice(
                "别人的债，你没签过字、没做担保、也没答应过还，一般不用替他还。夫妻为家里花的、继承了遗产的，不一样，要另外看。"
            )
        )
    if own := _of_the_papers_own(found):
        told = f"日子是消息、纸上自己写的：{own}。没有读到法条定这几天。先按它准备，再打电话问清。"
        said.append(Notice(told))
    if listed := tuple(dict.fromkeys(_backing(found, inputs))):
        said.append(Notice("期限从这些条文来。文书写得更短的，按文书。", listed, "law"))
    return in_force(said, on)


def _backing(found: Judgement, inputs: Inputs) -> Iterator[str]:
    """The rules of the clocks: a suit's hearing is none of an arbitration's, and a list's correction no ban's."""
    for code in (clock.code for clock in found.clocks):
        if code == "correction-open" and "失信" in inputs.text:
            yield CLOCKS["correction-review-10"].rule
        elif CLOCKS[code].cited and not (code == "hearing" and found.sender == "arbitration"):
            yield CLOCKS[code].cited


def _of_the_papers_own(found: Judgement) -> str:
    """What is to be done by days that no rule backs, only the paper or the message."""
    own = (CLOCKS[c.code] for c in found.clocks if c.last.day)
    return "、".join(dict.fromkeys(f"“{clock.action}”" for clock in own if not clock.cited))


def _came_earlier(found: Judgement, inputs: Inputs) -> date | None:
    """The day from which it was counted, where the message says an earlier one than the form."""
    counted = [clock.last.served_on for clock in found.clocks if clock.last.served_on]
    first = min(counted, default=None)
    return first if first and inputs.received_on and first < inputs.received_on else None


def _steps(found: Judgement, on: date) -> tuple[Step, ...]:
    phone = rules.at(on)["hotline-12368"].value("phone")
    first = found.first
    day = first.last.hand_in_by if first and first.last.day and first.last.day >= on else None
    by = day and max(day, on)
    steps = [Step(ACTIONS[found.kind].format(phone=phone), "rights/hotlines")]
    if first and by and found.kind != "account_freeze":
        steps.append(Step(CLOCKS[first.code].action, FOLLOWS[found.kind], by))
    else:
        steps.append(Step("接着看该怎么办", FOLLOWS[found.kind]))
    return tuple(steps)


TOOL = Tool(
    "message-check",
    "这条消息是真的吗",
    "贴上短信、电话里的话，看是什么、怎么核实、最晚哪天。",
    Inputs,
    calculate,
    no_common="It reads words, and its example prints the list of all kinds and signs that it knows.",
)
