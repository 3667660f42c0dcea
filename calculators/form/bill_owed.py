"""Which instalments of a pasted bill are still owed, and how much of them.

A line is owed only if nothing in it may say that it was paid. What neither says that nor the
contrary is not read, and named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from calculators.form.bill_records import (
    PARTS,
    NotRead,
    Record,
    Value,
    sum_of,
    sum_or_nothing,
)
from calculators.form.bill_state import ANSWER, answered, read
from calculators.form.bill_words import Column, signs

_OF_PAYING = re.compile(
    "^(?!.*(?:方式|账[户号]|卡|银行|渠道|人|类型|编号|单号|期限|来源|利率|天数)$).*(?:[还付缴扣已偿]|实收|结清|核销|完成|销账|状态|情况|结果|进度)"
)
_OF_OWING = re.compile("[应待未没剩欠需逾下首]")
_REST_UNKNOWN = "写着还了{}，还剩多少看不出来，请自己填还剩的数。"
_NOT_KNOWN = "{}，看不出还了没有。没还的，请改成“未还”再贴一次。"
_BOTH = "{}，也{}，看不出还了没有。没还的，请删掉说已经还了的字，再贴一次。"
_WHICH = "{}，看不出说的是上面一笔还是下面一笔。请写在那一笔的同一行，再贴一次。"
_EITHER = "第 {} 行写着“{}”，可能只是按钮，当作还没有还，请看对不对。"
_WHICH_DAY = "“{}”是 {}，看不出是不是那天还的。没还的，请删掉这一格再贴一次。"
_LEFT_NOTHING = "“{}”是 0，看不出是不是已经还完了。没还的，请删掉这一格再贴一次。"
_PAID_DAYS: tuple[Column, ...] = ("repay-date", "date", "posted", "other-date")
_NOT_PAYING = ("起息日", "消费日期", "消费日")
_STILL = re.compile("未还|待还|剩余")
"""Names of what is left after part was paid."""
_PART_OF: dict[str, Column] = {
    **{"本金": "principal", "利息": "interest", "逾期利息": "late-interest"},
    **dict.fromkeys(("罚息", "违约金", "滞纳金"), "penalty"),
    **dict.fromkeys(("手续费", "服务费", "担保费", "费用"), "fee"),
}
_SUM_OF = re.compile("[金息费额款用]$")
"""Names of sums, of which 0.00 is no answer."""


def owed(record: Record, before: Record | None, notes: list[str]) -> Record | None:
    """An instalment less what was paid of it, None if all was; raises `NotRead` where that is not plain.

    `before` is the line above it.
    """
    if _says_paid(record) or _nothing_left(record, before):
        return None
    _see_either(record, notes)
    nothing = [each for each in record.all("paid-part") if not sum_of(each.text)]
    record = replace(record, values=[each for each in record.values if each not in nothing])
    still = _still(record)
    parts = record.all("paid-part")
    paid = sum((sum_of(each.text) for each in record.all("paid")), Decimal(0))
    if still or not (parts or paid):
        if day := _paid_on(record):
            raise NotRead(_WHICH_DAY.format(day.name or "没写名字的日期", day.text))
        return _with_principal(record, notes)
    if parts and paid in (0, sum(sum_of(each.text) for each in parts)):
        return _less_parts(record, parts, notes)
    due = sum((sum_or_nothing(each.text) for each in record.all(*PARTS)), Decimal(0))
    if due and paid == due:
        return None
    raise NotRead(_REST_UNKNOWN.format(f" {paid}"))


def unknown_names(records: Sequence[Record]) -> list[str]:
    """The names, over what stands in these lines, of which nobody knows what they say."""
    found = [each.name for one in records for each in one.all("unknown", "unknown-day")]
    return [each for each in dict.fromkeys(found) if each and not _OF_PAYING.search(each)]


def _paid_on(record: Record) -> Value | None:
    """The day, beside the one when it is due, on which an instalment may have been paid."""
    beside = _PAID_DAYS if record.all("due") else ()
    days = record.all("paid-date", *beside)
    return next((each for each in days if each.name not in _NOT_PAYING), None)


def _says_paid(record: Record) -> bool:
    """Whether the words of a line say that it was paid; raises `NotRead` where that is not plain."""
    said: dict[str, str] = {sign.kind: f"写着“{sign.text}”" for sign in record.told}
    for each in record.all("status", "unknown", "unknown-day"):
        kind = answered(each.name, each.text) if each.column == "status" else _unknown(each)
        said[kind] = f"“{each.name}”写着“{each.text}”"
    if "which" in said:
        raise NotRead(_WHICH.format(said["which"]))
    if "part" in said:
        raise NotRead(_REST_UNKNOWN.format("一部分"))
    if "unsure" in said:
        raise NotRead(_NOT_KNOWN.format(said["unsure"]))
    if record.all("paid-date") and not record.all("paid", "paid-part") and not _still(record):
        said["paid"] = f"写着“{record.all('paid-date')[0].name}”"
    if {"paid", "owed"} <= said.keys():
        raise NotRead(_BOTH.format(said["owed"], said["paid"]))
    return "paid" in said


def _see_either(record: Record, notes: list[str]) -> None:
    """Words that are a button or say that it was paid say nothing where a line says how it stands, else there is a note.

    That all was paid is said of what was overdue too: raises `NotRead`.
    """
    found = [sign.text for sign in record.told if sign.kind == "either"]
    if not found or any(sign.kind == "owed" for sign in record.told):
        return
    cells = [each.text for each in record.all("status")]
    words = [each for each in re.split(r"[\s|,;]+", record.said) if each not in found]
    if "逾期" in record.said + "".join(cells) and "提前" not in found[-1]:
        raise NotRead(_NOT_KNOWN.format(f"写着“{found[-1]}”"))
    if not cells and not any(read(each, told=True)[0] in ("due", "owed") for each in words if each):
        notes.append(_EITHER.format(record.line, found[-1]))


def _still(record: Record) -> bool:
    return any(_STILL.match(each.name) for each in record.all("principal"))


def _unknown(value: Value) -> str:
    """What a column that nobody knows says of payment."""
    nothing = _SUM_OF.search(value.name) and re.fullmatch(r"¥?\s*0+\.0+\s*元?", value.text)
    if nothing or not _OF_PAYING.search(value.name) or (figure := _figure(value)) == 0:
        return ""
    owing = _OF_OWING.search(value.name)
    if figure is None and not (owing and ANSWER.fullmatch(value.text)):
        return "" if owing else answered(value.name, value.text)
    return "" if owing and figure else "unsure"


def _figure(value: Value) -> Decimal | None:
    """The sum in a cell, one for a day, None for words."""
    found = signs(value.text)
    if ANSWER.fullmatch(value.text) or len(found) != 1 or found[0].kind not in ("date", "sum"):
        return None
    return sum_or_nothing(found[0].text) if found[0].kind == "sum" else Decimal(1)


def _nothing_left(record: Record, before: Record | None) -> bool:
    """Whether a line says that nothing of it is left; raises `NotRead` where that may be said of the whole loan."""
    due = [each for each in record.all("each", "total") if not sum_or_nothing(each.text)]
    if due and any(sum_or_nothing(each.text) for each in record.all(*PARTS)):
        raise NotRead(_LEFT_NOTHING.format(due[0].name))
    rest = record.all("rest") or (record.all(*PARTS) if _still(record) else [])
    left = [
        each
        for each in record.all("balance")
        if _STILL.match(each.name) and each.name[-2:] != "额度"
    ]
    none = [
        each
        for each in left
        if not sum_or_nothing(each.text) and not _is_last(record, before, each)
    ]
    if none:
        raise NotRead(_LEFT_NOTHING.format(none[0].name))
    if not rest or any(sum_or_nothing(each.text) for each in rest):
        return False
    return not _is_last(record, before, rest[0])


def _is_last(record: Record, before: Record | None, left: Value) -> bool:
    """Whether what is left of a whole loan comes to nothing by this instalment, as the line above says."""
    above = [each.text for each in before.values if each.name == left.name] if before else []
    parts = [sum_or_nothing(each.text) for each in record.all(*PARTS)]
    own = {sum_or_nothing(record.only("principal")), sum(parts, Decimal(0))} - {Decimal(0)}
    return any(sum_or_nothing(each) in own for each in above)


def _with_principal(record: Record, notes: list[str]) -> Record:
    """A line that gives its total and the interest in it has the rest for its principal, and it is said."""
    totals = record.all("each", "rest", "total")
    others = record.all(*PARTS)
    if (
        record.all("principal", "lent-principal")
        or len({each.text for each in totals}) != 1
        or not re.search("含|其中", record.said)
        or not others
    ):
        return record
    rest = sum_of(totals[0].text) - sum((sum_of(each.text) for each in others), Decimal(0))
    if rest <= 0:
        return record
    notes.append(
        f"第 {record.line} 行没有写本金，填的是{totals[0].name} {totals[0].text} 减去"
        f"{'、'.join(each.name for each in others)}的 {rest}，请看对不对。"
    )
    return replace(record, values=[*record.values, Value("principal", "本金", f"{rest}")])


def _less_parts(record: Record, parts: Sequence[Value], notes: list[str]) -> Record | None:
    """An instalment less what its columns say was paid of each part."""
    values = [each for each in record.values if each not in parts]
    said = []
    for paid in parts:
        column = _PART_OF.get(paid.name[2:])
        of = [at for at, each in enumerate(values) if each.column == column and each.text]
        if len(of) != 1 or sum_of(paid.text) > sum_of(values[of[0]].text):
            raise NotRead(_REST_UNKNOWN.format(f" {paid.text}（{paid.name}）"))
        due = values[of[0]]
        rest = sum_of(due.text) - sum_of(paid.text)
        values[of[0]] = due._replace(text=f"{rest}")
        said.append(
            f"第 {record.line} 行：{due.name} {due.text}，{paid.name} {paid.text}，"
            f"填的是还剩的 {rest}，请看对不对。"
        )
    left = [each for each in values if each.column in PARTS and sum_or_nothing(each.text)]
    notes += said if left else []
    return replace(record, values=values) if left else None
