"""What is known of the lines of a pasted bill: records, their values, and the lines that are not read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from calculators.form import reading
from calculators.form.bill_words import Column, Sign, not_yuan
from calculators.form.reading import Unreadable

DAYS: tuple[Column, ...] = (
    *("date", "due", "repay-date", "statement", "posted", "lent-date", "other-date", "paid-date"),
    "unknown-day",
)
PARTS: tuple[Column, ...] = ("principal", "interest", "late-interest", "penalty", "fee")
NO_VALUE: tuple[Column, ...] = ("period", "status", "words")
SAID: Mapping[Column, str] = {
    "principal": "本金",
    "interest": "利息",
    "late-interest": "逾期利息",
    "penalty": "罚息、违约金",
    "fee": "手续费、服务费",
    "total": "合计",
    "paid": "已经还的钱",
}
FAILED = re.compile(
    "失败|[未不]成功|处理中|待[支付入]|未[支付到入]|未通过|审核中|撤销|撤回|关闭|取消|冲正|退回|拒绝|余额不足|作废|被拒|退票|退汇|异常|超时(?![空代])"
)
"""Words that say that nothing came of it."""
TITLE = re.compile("账单|记录|明细|列表|^全部|^筛选")
"""What stands above a whole list and is said of no line of it."""
SUM_LINE = re.compile(r"^\W*(?:合计|总计|小计|总额)")
_NOT_YUAN = re.compile(r"[$€£分角]|[A-Z]{3}|美元|港币|港元|欧元|日元|英镑")
_BROKEN = re.compile(r"[*●•■□█×xX。]|\d\s+\d")
"""A sum of which digits are hidden, or that is written in two."""
_THREE_DECIMALS = re.compile(r"\.\d{3}(?!\d)")
"""1.500 is one and a half here, and fifteen hundred elsewhere."""


@dataclass(frozen=True)
class Unread:
    """A line that was not read, as it was pasted, and why."""

    line: int
    text: str
    why: str


class NotRead(ValueError):
    """Why a line cannot be read, as a sentence."""


class Value(NamedTuple):
    """What stands in a column, under which name; "" for an empty cell, and for no name."""

    column: Column
    name: str
    text: str


class Month(NamedTuple):
    """The year, and the month, that a heading gives to the lines below it; 0 for none."""

    year: int = 0
    month: int = 0


_NO_MONTH = Month()


@dataclass
class Record:
    """What is known of one line of the list: its first line of text, its values, and its words.

    `told` is what its words say of payment; `words` is what its columns of words say, None if it has none; `around` what lines of words alone say
    above and below it; `last` is its last line with a figure.
    """

    line: int
    text: str
    values: list[Value] = field(default_factory=list)
    told: list[Sign] = field(default_factory=list)
    words: str | None = None
    under: Month = _NO_MONTH
    last: int = 0
    lines: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)

    @property
    def said(self) -> str:
        """All that is written in its lines and around them."""
        return " ".join((*(self.lines or [self.text]), *self.around))

    def all(self, *columns: Column) -> list[Value]:
        """What stands in these columns."""
        return [each for each in self.values if each.column in columns and each.text]

    def only(self, column: Column) -> str:
        """What stands in a column, "" if nothing does or two things do."""
        found = self.all(column)
        return found[0].text if len(found) == 1 else ""


@dataclass(frozen=True)
class Wanted:
    """What a list takes: the columns of its day and of its sum, where it has one sum only, else none."""

    single: bool
    days: frozenset[Column]
    sums: frozenset[Column]


class Line(NamedTuple):
    """A line of the bill; `heading` where it names a month, `under` is the last one named above."""

    number: int
    text: str
    signs: tuple[Sign, ...]
    under: Month
    heading: bool

    def has(self, *kinds: str) -> bool:
        """Whether a sign of one of these kinds stands in it."""
        return any(sign.kind in kinds for sign in self.signs)


def sum_of(taken: str) -> Decimal:
    """A sum of yuan as it stands on a bill; raises `NotRead` for less than nothing or less than a fen."""
    if _BROKEN.search(taken):
        raise NotRead(f"“{taken}”不是一个完整的数，看不出是多少。")
    if _NOT_YUAN.search(taken):
        raise NotRead(not_yuan(taken))
    try:
        amount = reading.amount(re.sub(r"[¥$\s]", "", taken))
    except Unreadable as problem:
        raise NotRead(f"金额{problem}") from None
    if amount < 0:
        raise NotRead("金额是负数，可能是退款或还款，请自己填到对的表里。")
    if amount != round(amount, 2) or _THREE_DECIMALS.search(taken):
        raise NotRead("金额多于两位小数，请照账单再看一眼。")
    return amount.quantize(Decimal("0.01"))


def sum_or_nothing(taken: str) -> Decimal:
    """A sum that is only added up or compared, nothing where it cannot be read."""
    try:
        return sum_of(taken) if taken else Decimal(0)
    except NotRead:
        return Decimal(0)
