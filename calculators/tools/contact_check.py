"""催收记录与合规检查: a log of contacts in order of time, and which may breach which rule."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from calculators import rules
from calculators.answer.result import (
    Chart,
    Column,
    Document,
    Figure,
    Notice,
    Result,
    Series,
    Step,
    Table,
    Unit,
    Working,
)
from calculators.answer.wording import show
from calculators.form.declare import choice, moment, rows, text
from calculators.form.parse import refuse
from calculators.law.contacts import Entry, chain, findings
from calculators.tool import Tool

CHANNELS = {
    "call-answered": "接通的电话",
    "call-missed": "没接通的电话",
    "message": "短信、微信",
    "visit": "上门",
    "public": "公开张贴、发在群里",
}
CALLED = {"me": "我本人", "relative": "家人、朋友", "work": "同事、单位", "other": "其他人"}
WHAT = {
    "remind": "提醒还款",
    "threat": "威胁、辱骂、恐吓",
    "disclose": "对别人说了我的欠款",
    "impersonate": "冒充公检法",
    "borrow-more": "逼我再借钱来还",
    "other": "其他",
}
FINGERPRINT_CHARACTERS = 12
"""How many characters of a fingerprint are shown; the document holds them whole."""


@dataclass(frozen=True, kw_only=True)
class LogRow:
    """One call or message, as a row of the form."""

    at: datetime = moment("什么时候")
    channel: str = choice("怎么联系的", CHANNELS, default="call-answered")
    caller: str = text("对方是谁、什么号码", most=60)
    called: str = choice("联系了谁", CALLED, default="me")
    what: str = choice("说了什么", WHAT, default="remind")
    note: str = text("原话", most=200)


_LOG = (
    {"at": "2026-11-20 09:30", "channel": "call-answered", "caller": "自称客服", "called": "me"},
    {"at": "2026-11-20 22:40", "channel": "call-answered", "caller": "自称法务", "called": "me", "what": "threat"},
    {"at": "2026-11-21 15:05", "channel": "call-answered", "caller": "自称客服", "called": "relative", "what": "disclose"},
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader noted of a collector's calls and messages."""

    log: tuple[LogRow, ...] = rows(
        "催收记录", LogRow, default=_LOG, most=1000, fact="log", each="次"
    )


def calculate(inputs: Inputs, on: date) -> Result:
    """Check each entry against the rules of its own day."""
    for index, row in enumerate(inputs.log):
        if row.at.date() > on:
            raise refuse(f"log.{index}.at", f"这一次还没发生，不能晚于今天（{on}），请改时间。")
    entries = sorted(Entry(r.at, r.channel, r.caller, r.called, r.what, r.note) for r in inputs.log)
    found, prints = findings(entries), chain(entries)
    return Result(
        headline=_headline(entries, found),
        figures=_figures(entries, found, prints),
        tables=(_table(entries, found, prints), _rules_table(found, on)),
        charts=_charts(entries),
        workings=(_working(),),
        left_out=("录音、截图要自己保存，这里只记文字。", "对方一天里换号码打的次数，要你自己都记进来。"),
        notices=_notices(entries, found),
        steps=(
            Step("写信要求停止联系家人和同事", "letters/stop-contacting-others"),
            Step("先向贷款机构投诉", "letters/complaint"),
            Step("打给了家里人：让家人写自己的信", "letters/not-the-debtor"),
        ),
        documents=_documents(entries, found, prints),
    )  # fmt: skip


def _headline(entries: list[Entry], found: list[tuple[str, ...]]) -> str:
    marked = sum(map(bool, found))
    if not entries:
        return "还没有记录。每次电话、短信，记下时间、号码和原话就行。"
    if not marked:
        return f"记了 {len(entries)} 条，暂时没有看出可能违规的。继续记。"
    return f"记了 {len(entries)} 条，其中 {marked} 条可能违规，可以写进投诉。"


def _figures(
    entries: list[Entry], found: list[tuple[str, ...]], prints: list[str]
) -> tuple[Figure, ...]:
    certain = sum(any(_certain(i) for i in ids) for ids in found)
    return (
        Figure("entries", "一共记了几条", len(entries), Unit.COUNT),
        Figure("possible", "可能违规的", sum(map(bool, found)), Unit.COUNT, "最后由监管或法院认定。"),
        Figure("certain", "其中有法律依据的", certain, Unit.COUNT, "其余的是行业约定。"),
        Figure(
            "chain",
            "防改的记号",
            prints[-1][:FINGERPRINT_CHARACTERS] if prints else None,
            Unit.TEXT,
            "不用管它。投诉时一起交，能证明记录后来没有改过。",
        ),
    )  # fmt: skip


def _certain(rule: str) -> bool:
    return rules.at(date.max)[rule].status == "verified"


def _named(rule: str) -> str:
    name = rules.at(date.max)[rule].name
    return name if _certain(rule) else f"{name}·{rules.SURE['reported']}"


def _table(entries: list[Entry], found: list[tuple[str, ...]], prints: list[str]) -> Table:
    columns = (
        Column("number", "第几条", Unit.COUNT),
        Column("at", "时间", Unit.DATE),
        Column("channel", "方式", Unit.TEXT),
        Column("caller", "对方", Unit.TEXT),
        Column("called", "联系了谁", Unit.TEXT),
        Column("what", "内容", Unit.TEXT),
        Column("may_breach", "可能违反", Unit.TEXT),
        Column("fingerprint", "防改记号", Unit.TEXT),
    )
    cells = tuple(
        (n, e.at, CHANNELS[e.channel], e.caller, CALLED[e.called], WHAT[e.what],
         "；".join(map(_named, ids)) or "—", mark[:FINGERPRINT_CHARACTERS])
        for n, (e, ids, mark) in enumerate(zip(entries, found, prints, strict=True), 1)
    )  # fmt: skip
    return Table("log", "按时间排好的记录", columns, cells)


def _rules_table(found: list[tuple[str, ...]], on: date) -> Table:
    counts = Counter(rule for ids in found for rule in ids)
    columns = (
        Column("rule", "规则", Unit.TEXT),
        Column("count", "几条", Unit.COUNT),
        Column("certainty", "有多确定", Unit.TEXT),
        Column("source", "出处", Unit.TEXT),
    )
    cells = tuple(
        (
            rule.name,
            times,
            rule.mark,
            _source(rule),
        )
        for rule, times in ((rules.at(on)[i], n) for i, n in counts.most_common())
    )
    return Table("rules", "可能违反的规则", columns, cells)


def _source(rule: rules.Rule) -> str:
    return f"{rule.title}{rule.article or ''}"


def _charts(entries: list[Entry]) -> tuple[Chart, ...]:
    if not entries:
        return ()
    days = Counter(entry.at.date() for entry in entries)
    recent = sorted(days)[-30:]
    series = Series("contacts", "联系次数", tuple(Decimal(days[day]) for day in recent))
    x = tuple(f"{day.month}月{day.day}日" for day in recent)
    most = max(recent, key=days.__getitem__)
    summary = f"最多的一天是 {show(most, Unit.DATE)}，{days[most]} 次。"
    return (Chart("days", "每天被联系几次", "bar", x, (series,), summary, Unit.COUNT),)


def _documents(
    entries: list[Entry], found: list[tuple[str, ...]], prints: list[str]
) -> tuple[Document, ...]:
    if not entries:
        return ()
    lines = ["催收记录（按时间排列）", ""]
    for n, (e, ids, mark) in enumerate(zip(entries, found, prints, strict=True), 1):
        lines += [
            f"{n}. {show(e.at, Unit.DATE)}　{CHANNELS[e.channel]}　对方：{e.caller or '不详'}",
            f"   联系了：{CALLED[e.called]}　内容：{WHAT[e.what]}　{e.note}".rstrip(),
            f"   可能违反：{'；'.join(map(_named, ids)) or '无'}",
            f"   防改记号：{mark}",
        ]
    return (
        Document(
            "evidence",
            "整份记录（可以复制、打印）",
            "催收记录.txt",
            "text/plain",
            "\n".join(lines),
            open=False,
        ),
    )


def _working() -> Working:
    return Working(
        "怎么检查的",
        (
            "按时间排好，再拿每一条当天有效的规则去对。规则出来以前的，不算违反。",
            "一天里接通几次、没接通几次，按联系的人分开数。",
            "防改记号：把上一条的记号和这一条的文字合在一起算出来（算法叫 SHA-256）。改一个字就对不上。",
        ),
    )


def _notices(entries: list[Entry], found: list[tuple[str, ...]]) -> tuple[Notice, ...]:
    cited = tuple(dict.fromkeys(rule for ids in found for rule in ids))
    law = tuple(i for i in cited if _certain(i))
    reported = tuple(i for i in cited if not _certain(i))
    notices = []
    if law:
        notices.append(Notice("这些是法律写的，可以要求停止、投诉，严重的报警。", law, "law"))
    if reported:
        said = "这些是行业约定，不是法律，我们没有读到原文。可以写进投诉，请对方核查。"
        notices.append(Notice(said, reported, "reported"))
    notices.append(Notice("好好说话的提醒不违规。越界的，可以让它停下来。"))
    if any({"threat", "impersonate"} & {e.what} for e in entries):
        notices.insert(
            0,
            Notice("有人威胁你、冒充公检法：先保证安全，马上打 110。", ("hotline-110",), "warning"),
        )
    return tuple(notices)


TOOL = Tool(
    "contact-check",
    "催收记录与合规检查",
    "把每次催收记下来，看哪几条可能违规。",
    Inputs,
    calculate,
    no_common="It judges a record line by line; its example prints the list of all that it looks for.",
)
