"""A bill copied from an app or a spreadsheet becomes lines of a list; what is not plain is named, not guessed.

Read are: a head line with the names of the columns and lines below it (tabs, bars, commas or spaces
between); names beside their figures, on one line or several (``本金：1,000.00元``); and, for lists of
one sum a line, a day and one figure. A figure whose column nobody named is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from calculators.form import reading
from calculators.form.bill_words import Column, Sign, beside, plain, signs
from calculators.form.declare import Spec, specs
from calculators.form.reading import Unreadable

MOST_LINES, MOST_SIGNS = 400, 20_000
_PARTS: tuple[Column, ...] = ("principal", "interest", "late-interest", "penalty", "fee")
_DAYS: tuple[Column, ...] = (
    *("date", "due", "repay-date", "statement", "posted", "lent-date", "other-date", "paid-date"),
)
_AMOUNTS: tuple[Column, ...] = ("amount", "posted-amount", "spent", "repaid", "lent", "outgo")
_NO_VALUE: tuple[Column, ...] = ("period", "status", "words")
_SUM_LINE = re.compile(r"^\W*(?:合计|总计|小计|总额)")
_NOTHING = re.compile(r"[-—–/\s]*|无|暂无")
_SEPARATORS = ("\t", "|", ",")
type _Levels = tuple[tuple[Column, ...], ...]

_COLUMNS: Mapping[str, _Levels] = {
    "due_date": (("due",), ("repay-date", "date")),
    "posted_on": (("posted",), ("date",)),
    "date": (("repay-date", "date"),),
    "principal": (("principal",), ("lent-principal",)),
    "interest": (("interest",), ("late-interest",)),
    "amount": (("posted-amount",), ("amount",)),
}
"""The columns that an input of a list takes: of the first group that is there its only one.

Of two in one group nobody knows which is meant, and none is taken.
"""
_OF_PAYMENTS: Mapping[str, _Levels] = {
    "date": (("paid-date",), ("repay-date", "date", "posted"), ("other-date",)),
    "amount": (("paid",), ("repaid",), ("posted-amount",), ("amount",), ("outgo",)),
}
_OF_LIST: Mapping[str, Mapping[str, _Levels]] = {
    "payments": _OF_PAYMENTS,
    "flows": {**_OF_PAYMENTS, "date": (*_OF_PAYMENTS["date"], ("due",))},
    "purchases": {"amount": (("posted-amount",), ("spent",), ("amount",), ("outgo",))},
    "draws": {
        "date": (("lent-date",), ("date", "posted")),
        "amount": (("lent",), ("lent-principal",), ("posted-amount", "amount"), ("principal",)),
    },
}
_DOUBTFUL: Mapping[Column, str] = {
    "lent-principal": "请看是不是每期要还的。",
    "late-interest": "请看是不是每期要还的。",
    "outgo": "请看是不是都还给了这一家。",
}
"""What stands in for another column of instalments and repayments, and is said to."""
_AS_THEY_ARE = ("purchases", "draws")
_REPAID = ("payments", "flows")
_NOT_FOR = {
    "purchases": (re.compile("还款|退款|退货|撤销"), "像是还款或退款，没有当作刷卡。"),
    "draws": (re.compile("还款|退款"), "像是还款，没有当作借款。"),
    **dict.fromkeys(
        _REPAID, (re.compile("借款|放款|消费|支出|退款"), "像是借款、消费或退款，没有当作还款。")
    ),
}
_REPAYS = re.compile("(?<![返退])还|结清")
_SAYS_NOTHING = re.compile("成功|完成|支付|交易|人民币|元|块|钱|的|了")
_OTHERWISE = re.compile("取现|预借现金|分期|年费|利息|违约金|滞纳金|手续费")
"""What stands on a card's bill and is no purchase: it bears interest in another way, or is a charge."""
_UNITS = r"(?P<unit>亿元?|[十百千]?万元?|[百千]元|[角分]|[wWkK]|美元|港[币元]|欧元|日元|英镑)"
_YUAN = r"(?:人民币|RMB|¥)?\s*"
_OTHER_UNIT = re.compile(
    "|".join(
        each.replace("UNIT", _YUAN + _UNITS.replace("unit", f"unit{number}"))
        for number, each in enumerate(
            (
                r"(?:单位|币种)[为是]?\s*:?\s*[(\[]?\s*UNIT",
                r"[(/\[【:]\s*UNIT\s*(?:[)\]】,|]|(?=\s|$))",
                r"(?:本金|利息|罚息|费|金额|合计|总额|应还)\s*UNIT(?=[\s,|]|$)",
                r"以UNIT计",
            )
        )
    )
)
"""Where a bill says, once for many figures, that they are no yuan."""
_PARTLY = re.compile("部分(?:已还|还款|结清)|已还(?:一部分|部分)")
_FAILED = re.compile("失败|未成功|处理中|已撤销|已关闭|交易关闭|已取消")
"""Words that say that a line belongs into another list."""
_SAID: Mapping[Column, str] = {
    "principal": "本金",
    "interest": "利息",
    "late-interest": "逾期利息",
    "penalty": "罚息、违约金",
    "fee": "手续费、服务费",
    "total": "合计",
    "paid": "已经还的钱",
}


@dataclass(frozen=True)
class Unread:
    """A line that was not read, as it was pasted, and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True)
class PastedBill:
    """The lines for the list, by input; what was not read; what the reader should look at."""

    rows: tuple[Mapping[str, str], ...]
    unread: tuple[Unread, ...]
    notes: tuple[str, ...]


class _Value(NamedTuple):
    """What stands in a column, under which name; "" for an empty cell, and for no name."""

    column: Column
    name: str
    text: str


@dataclass
class _Record:
    """What is known of one line of the bill: its first line of text, its values, and its words.

    `words` is what its columns of words say, None if it has none; `above` what lines of words alone
    say before it.
    """

    line: int
    text: str
    values: list[_Value] = field(default_factory=list)
    settled: bool = False
    words: str | None = None
    above: str = ""

    def all(self, *columns: Column) -> list[_Value]:
        """What stands in these columns."""
        return [each for each in self.values if each.column in columns and each.text]

    def only(self, column: Column) -> str:
        """What stands in a column, "" if nothing does or two things do."""
        found = self.all(column)
        return found[0].text if len(found) == 1 else ""


class _NotRead(ValueError):
    """Why a line cannot be read, as a sentence."""


def can_paste(row: type[Any]) -> bool:
    """Whether a list of such lines can be filled from a bill: a day and sums, nothing else in the open."""
    return all(name in _COLUMNS or spec.group for name, spec in specs(row).items())


def asked(row: type[Any]) -> dict[str, Spec]:
    """The inputs of a line that a bill fills."""
    return {name: spec for name, spec in specs(row).items() if name in _COLUMNS}


def read(text: str, name: str, row: type[Any], on: date) -> PastedBill:
    """The lines of the list `name` whose lines are `row`, from the pasted `text`; never raises.

    A day without a year is the one nearest to `on`, and a note says so.
    """
    lines = text[:MOST_SIGNS].splitlines()[:MOST_LINES]
    records, unread = _Reader(_single(row)).read([plain(line) for line in lines])
    rows: list[Mapping[str, str]] = []
    notes: list[str] = []
    kept: list[_Record] = []
    turned = _turned_away(records, name)
    unread += [Unread(each.line, each.text, why) for each, why in turned]
    records = [each for each in records if all(each is not away for away, _ in turned)]
    if name in _REPAID:
        notes += _money_out(records, name)
    if other := next(filter(None, map(_OTHER_UNIT.search, map(plain, lines))), None):
        why = f"账单的单位是{next(filter(None, other.groups()))}，不是元，请自己换成元再填。"
        unread += [Unread(record.line, record.text, why) for record in records]
        records = []
    for record in records:
        if record.settled and "due_date" in specs(row):
            notes.append(f"第 {record.line} 行写着已经还了，没有放进表里。")
            continue
        try:
            rows.append(_row(record, name, row, on, notes))
            kept.append(record)
        except (_NotRead, Unreadable) as problem:
            unread.append(Unread(record.line, record.text, str(problem)))
    notes += _left_over(kept, row)
    if len(text) > MOST_SIGNS or len(text.splitlines()) > MOST_LINES:
        notes.append(f"太长了，只读了前面 {MOST_LINES} 行。后面的请分开再贴一次。")
    unread.sort(key=lambda each: each.line)
    return PastedBill(tuple(rows), tuple(unread), tuple(dict.fromkeys(notes)))


def said(bill: PastedBill) -> str:
    """In one sentence, how much of a bill was read."""
    unread = len({each.line for each in bill.unread})
    if not bill.rows:
        return (
            "一行也没有读进来。看看下面写的原因。" if unread else "没有看到日期和金额，请再贴一次。"
        )
    left = f"，有 {unread} 行没有读进来" if unread else ""
    return f"读到 {len(bill.rows)} 行{left}。请一行一行看过，再放进表里。"


def _single(row: type[Any]) -> bool:
    """Whether a line of the list has one sum only, which then needs no name."""
    return sum(1 for spec in specs(row).values() if spec.kind == "money") == 1


def _pick(record: _Record, levels: _Levels) -> _Value | None:
    """What a list takes of a line; raises `_NotRead` where two columns may be meant."""
    for level in levels:
        here = [each for each in record.values if each.column in level]
        if len(here) > 1:
            first, second = (each.name or "没写名字的" for each in here[:2])
            if first == second:
                raise _NotRead(f"有两个“{first}”，不知道用哪个。请一次只贴一笔，只留一个。")
            raise _NotRead(f"有“{first}”，也有“{second}”，不知道用哪个。请只留一个，再贴一次。")
        if here:
            return here[0]
    return None


def _levels(name: str, each: str) -> _Levels:
    return _OF_LIST.get(name, {}).get(each, _COLUMNS[each])


def _amounts(records: Sequence[_Record], name: str) -> Iterator[tuple[_Record, _Value]]:
    """The sum that a list of one sum a line takes of each line, where it is plain."""
    for record in records:
        try:
            found = _pick(record, _levels(name, "amount"))
        except _NotRead:
            continue
        if found and found.text:
            yield record, found


def _turned_away(records: Sequence[_Record], name: str) -> list[tuple[_Record, str]]:
    """The lines that do not belong into a list, as the lines beside them show, and why.

    Where any line says what it is, only those that say so are repayments; of sums with both signs
    nobody knows which way they point.
    """
    rest = [each for each in records if not _of_another_list(each, name)]
    away: list[tuple[_Record, str]] = []
    if name in _REPAID and any(each.words for each in rest):
        why = "没有写是还款，没有当作还款。"
        away = [(each, why) for each in rest if not _REPAYS.search(each.words or "")]
        rest = [each for each in rest if _REPAYS.search(each.words or "")]
    sums = [(each, _sign(found.text)) for each, found in _amounts(rest, name)]
    found = {sign or ("+" if name in _REPAID else "") for _, sign in sums}
    if name in _OF_LIST and {"+", "-"} <= found:
        why = "金额有正有负，看不出哪些是要填的。请只留要填的行，再贴一次。"
        away += [(each, why) for each, _ in sums]
    return away


def _sign(text: str) -> str:
    """The sign that stands before a sum, "" for none."""
    return re.sub(r"[¥\s]*([+-]?).*", r"\1", text)


def _money_out(records: Sequence[_Record], name: str) -> Iterator[str]:
    """Notes of payments that are said otherwise: with a sign before them, or with words of their own."""
    for each, found in list(_amounts(records, name)):
        if _sign(found.text) == "-":
            at = each.values.index(found)
            each.values[at] = found._replace(text=found.text.replace("-", ""))
            yield f"第 {each.line} 行写的是负数，当作还出去的钱，请看对不对。"
        text = f"{each.above} {each.text}"
        words = _SAYS_NOTHING.sub("", beside(text))
        if words and not _REPAYS.search(text):
            yield f"第 {each.line} 行写着“{words}”，当作还款，请看对不对。"


def _of_another_list(record: _Record, name: str) -> str:
    """Why a line's own words keep it out of a list, "" if they do not."""
    other, why = _NOT_FOR.get(name, (None, ""))
    text = record.text.replace("还款日", "").replace("借款日", "")
    if _FAILED.search(text):
        return "写着没有成功，没有放进来。"
    if other and other.search(text):
        return why
    if name == "purchases" and _OTHERWISE.search(text):
        return "像是取现、分期、利息或费用，另有算法，没有当作刷卡。"
    return ""


def _row(record: _Record, name: str, row: type[Any], on: date, notes: list[str]) -> dict[str, str]:
    """One line of the list; raises `_NotRead` or `Unreadable`."""
    if _PARTLY.search(record.text) and "due_date" in specs(row):
        raise _NotRead("写着还了一部分，还剩多少看不出来，请自己填还剩的数。")
    if why := _of_another_list(record, name):
        raise _NotRead(why)
    found: dict[str, str] = {}
    dated = ""
    for each, spec in asked(row).items():
        taken = _pick(record, _levels(name, each))
        if spec.kind == "day":
            dated = taken.text if taken else ""
            found[each] = _day(dated, record, spec, on)
        elif taken and taken.text:
            found[each] = f"{_sum(taken.text):f}"
            if taken.column in _DOUBTFUL and name not in _AS_THEY_ARE:
                look = _DOUBTFUL[taken.column]
                notes.append(f"“{taken.name}”当作“{spec.label}”，{look}")
        elif spec.default is None:
            raise _NotRead(f"没有看到“{spec.label}”，这一行没有读进来。")
    _check_total(record, notes)
    if not re.match(r"\d{4}", dated):
        day = found[_day_of(row)]
        notes.append(f"第 {record.line} 行没有写哪一年，当作 {day}，请看对不对。")
    return found


def _day_of(row: type[Any]) -> str:
    return next(name for name, spec in asked(row).items() if spec.kind == "day")


def _day(taken: str, record: _Record, spec: Spec, on: date) -> str:
    if not taken and (other := record.all(*_DAYS)):
        said = other[0].name or "没写名字的日期"
        raise _NotRead(f"只看到{said}，没有看到{spec.label}，这一行没有读进来。")
    if not taken:
        raise _NotRead("没有看到日期，这一行没有读进来。")
    try:
        day = reading.day(taken, on)
    except Unreadable as problem:
        raise _NotRead(f"日期{problem}") from None
    return day.isoformat()


def _sum(taken: str) -> Decimal:
    """A sum of yuan as it stands on a bill; raises `_NotRead` for less than nothing or less than a fen."""
    bare = re.sub(r"[¥$\s]", "", taken)
    try:
        amount = reading.amount(bare)
    except Unreadable as problem:
        raise _NotRead(f"金额{problem}") from None
    if amount < 0:
        raise _NotRead("金额是负数，可能是退款或还款，请自己填到对的表里。")
    if amount != round(amount, 2):
        raise _NotRead("金额多于两位小数，请照账单再看一眼。")
    return amount.quantize(Decimal("0.01"))


def _check_total(record: _Record, notes: list[str]) -> None:
    """A note where the parts of a line do not come to the total that stands beside them."""
    if any(len(record.all(column)) > 1 for column in (*_PARTS, "total")):
        return  # two of one kind: which of them the total holds is not known
    if not record.only("total") or not record.only("principal"):
        return
    parts = [_sum(each.text) for each in record.all(*_PARTS)]
    total, added = _sum(record.only("total")), sum(parts, Decimal(0))
    if total != added:
        notes.append(f"第 {record.line} 行：几项加起来是 {added}，写的合计是 {total}，对不上。")


def _left_over(records: Sequence[_Record], row: type[Any]) -> Iterator[str]:
    """What the bill says and the list has no place for."""
    if _single(row):
        return
    left: tuple[Column, ...] = ("late-interest", "penalty", "fee", "paid", "paid-part")
    for column in left:
        here = [each.all(column) for each in records]
        if column == "late-interest" and not any(each.all("interest") for each in records):
            continue  # it stands for the interest
        names = list(dict.fromkeys(each.name for one in here for each in one))
        if any(len(one) > 1 for one in here):
            yield f"“{'”“'.join(names)}”，表里没有这些格，没有放进去。"
            continue
        sums = [_sum_or_nothing(each.text) for one in here for each in one]
        if any(sums):
            said = _SAID.get(column) or f"“{names[0]}”"
            yield f"{said}一共 {sum(sums, Decimal(0))}，表里没有这一格，没有放进去。"


def _sum_or_nothing(taken: str) -> Decimal:
    try:
        return _sum(taken) if taken else Decimal(0)
    except _NotRead:
        return Decimal(0)


@dataclass
class _Head:
    """The columns of a table with their names, and what stands between its cells; "" is any space."""

    columns: tuple[tuple[Column, str], ...]
    separator: str


@dataclass
class _Reader:
    """Goes through the lines of a bill and gathers records; `single` lists need no names."""

    single: bool
    records: list[_Record] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    head: _Head | None = None
    open: _Record | None = None
    pending: Sign | None = None
    above: str = ""
    summed: int = 0
    """How many records stood above the last line that adds columns up."""

    def read(self, lines: Sequence[str]) -> tuple[list[_Record], list[Unread]]:
        """The records, and the lines that belong to none."""
        for number, line in enumerate(lines, 1):
            self._line(number, line)
        self._close()
        return self.records, self.unread

    def _line(self, number: int, line: str) -> None:
        found = signs(line)
        if not any(sign.kind in ("date", "sum") for sign in found):
            self.above += line
        if not found:
            if line.strip():
                self._leave(number, line, "没有看到日期和金额。", found)
            else:
                self._close()
            return
        if any(sign.kind == "foreign" for sign in found):
            self._leave(number, line, "像是外币，这里只算人民币。", found)
        elif head := _head(line, found):
            self._close()
            self.head = head
        elif self.head:
            self._under(self.head, number, line, found)
        elif self._is_bare(found):
            self._bare(number, line, found)
        else:
            self._named(number, line, found)

    def _leave(self, number: int, line: str, why: str, found: Sequence[Sign]) -> None:
        """A line that is not read; a word without any figure is a heading and needs no reason."""
        if re.search(r"\d", line) or found:
            self.unread.append(Unread(number, line, why))

    def _under(self, head: _Head, number: int, line: str, found: Sequence[Sign]) -> None:
        """A line below a head: cell by cell, or, between spaces, figure by figure."""
        record = _Record(number, line, settled=any(sign.kind == "settled" for sign in found))
        try:
            record.values = _cells(head, line, found)
        except _NotRead as problem:
            self.unread.append(Unread(number, line, str(problem)))
            return
        record.words = _words(head, line)
        if record.all(*_DAYS):
            self.records.append(record)
        elif _SUM_LINE.match(line):
            self._check_columns(number, record)
        else:
            self.unread.append(Unread(number, line, "没有看到日期，这一行没有读进来。"))

    def _check_columns(self, number: int, said: _Record) -> None:
        """A line adds the columns up, of all lines or of those since the last such; else it is said."""
        since, self.summed = self.summed, len(self.records)
        for column in _PARTS:
            if not said.only(column):
                continue
            sums = [_sum_or_nothing(each.only(column)) for each in self.records]
            added = sum(sums, Decimal(0))
            if _sum_or_nothing(said.only(column)) not in (added, sum(sums[since:], Decimal(0))):
                why = f"{_SAID[column]}各行加起来是 {added}，这一行写的是 {said.only(column)}，对不上。"
                self.unread.append(Unread(number, "合计", why))

    def _is_bare(self, found: Sequence[Sign]) -> bool:
        return (
            self.open is None
            and self.pending is None
            and not any(sign.kind == "name" for sign in found)
        )

    def _bare(self, number: int, line: str, found: Sequence[Sign]) -> None:
        """A line without any name: a day and one sum, where the list has one sum only."""
        days = [sign.text for sign in found if sign.kind == "date"]
        sums = [sign.text for sign in found if sign.kind == "sum"]
        if not days and not sums:
            return  # a heading, such as 第1期
        if len(days) == 1 and not sums:
            self._named(number, line, found)  # the day of a bill whose sums follow
            return
        why = _why_not(len(days), len(sums), self.single)
        if why:
            self.unread.append(Unread(number, line, why))
            return
        settled = any(sign.kind == "settled" for sign in found)
        values = [_Value("date", "", days[0]), _Value("amount", "", sums[0])]
        self.records.append(_Record(number, line, values, settled, above=self._words_above()))

    def _named(self, number: int, line: str, found: Sequence[Sign]) -> None:
        """Names beside their figures; a name or a day that comes again begins the next record."""
        for sign in found:
            waiting = self.pending.column if self.pending else None
            if sign.kind == "name":
                self.pending = None if sign.column in _NO_VALUE else sign
            elif sign.kind == "period":
                if self.open and self.open.all(*_DAYS, *_AMOUNTS, "principal", "lent-principal"):
                    self._close()
            elif sign.kind == "settled":
                self._into(number, line).settled = True
            elif sign.kind == "date":
                self._put(number, line, "date" if waiting not in _DAYS else waiting, sign)
            elif self.single and waiting is None and self._waits():
                self._put(number, line, "amount", sign)
            elif waiting is None or waiting in _DAYS:
                self.unread.append(
                    Unread(number, line, f"不知道 {sign.text} 是什么，前面没有名字。")
                )
            else:
                self._put(number, line, waiting, sign)
        if self.single and self.open and self.open.all(*_DAYS) and self.open.all(*_AMOUNTS):
            self._close()

    def _waits(self) -> bool:
        """Whether a day stands alone, and the one sum of its line is still to come."""
        return self.open is not None and not self.open.all(*_AMOUNTS)

    def _put(self, number: int, line: str, column: Column, sign: Sign) -> None:
        """A value into its record; what comes again begins the next, another name for it does not."""
        name = self.pending.text if self.pending and self.pending.column == column else ""
        before = self.open.all(column) if self.open else []
        if any(not name or each.name in ("", name) for each in before):
            self._close()
        self._into(number, line).values.append(_Value(column, name, sign.text))
        self.pending = None

    def _into(self, number: int, line: str) -> _Record:
        if self.open is None:
            self.open = _Record(number, line, above=self._words_above())
        return self.open

    def _words_above(self) -> str:
        """The lines of words since the record before, which belong to no other."""
        words, self.above = self.above, ""
        return words

    def _close(self) -> None:
        if self.open and self.open.values:
            self.records.append(self.open)
        self.open, self.pending = None, None


def _why_not(days: int, sums: int, single: bool) -> str:
    """Why a line without names is not read; "" if it can be."""
    if days == 0:
        return "没有看到日期，这一行没有读进来。"
    if days > 1:
        return "有两个日期，不知道用哪个。请在第一行写上列名，例如：记账日 金额。"
    if single:
        return "" if sums == 1 else "要正好有一个金额。请在第一行写上列名，例如：日期 金额。"
    return "不知道哪个数是本金、哪个是利息。请在第一行写上列名，例如：日期 本金 利息。"


def _head(line: str, found: Sequence[Sign]) -> _Head | None:
    """The columns, where a line holds names only, and at least two."""
    if any(sign.kind in ("date", "sum") for sign in found) or re.search(r":\s*$", line):
        return None
    separator = next((each for each in _SEPARATORS if each in line), "")
    none = Sign("name", "", "status")
    if not separator:
        named = [sign for sign in found if sign.column]
    else:
        cells = (signs(cell) for cell in _split(line, separator))
        named = [next((sign for sign in cell if sign.column), none) for cell in cells]
    columns = tuple((sign.column or "status", sign.text) for sign in named)
    known = [column for column, _ in columns if column not in _NO_VALUE]
    return _Head(columns, separator) if len(known) > 1 else None


def _words(head: _Head, line: str) -> str | None:
    """What the columns of words say of a line: between spaces, all that is no figure."""
    at = [number for number, (column, _) in enumerate(head.columns) if column == "words"]
    if not at:
        return None
    cells = _split(line, head.separator) if head.separator else []
    return "".join(cells[each] for each in at if each < len(cells)) if cells else line


def _split(line: str, separator: str) -> list[str]:
    if separator == "|":
        return line.strip().strip("|").split("|")
    if separator == ",":
        return [cell.strip('"') for cell in re.findall(r'"[^"]*"|[^,]+|(?<=,)(?=,|$)', line)]
    return line.split(separator)


def _cells(head: _Head, line: str, found: Sequence[Sign]) -> list[_Value]:
    """The values of a line below a head; raises `_NotRead` where cells and columns do not match."""
    if not head.separator:
        return _in_order(head, found)
    cells = _split(line, head.separator)
    if len(cells) < len(head.columns) - 1:
        raise _NotRead("这一行的格数和列名对不上。")
    values: list[_Value] = []
    for (column, name), cell in zip(head.columns, cells, strict=False):
        if column in _NO_VALUE:
            continue
        inside = [sign for sign in signs(cell) if sign.kind in ("date", "sum")]
        wanted = "date" if column in _DAYS else "sum"
        if _NOTHING.fullmatch(cell):
            values.append(_Value(column, name, ""))
        elif len(inside) == 1 and inside[0].kind == wanted:
            values.append(_Value(column, name, inside[0].text))
        elif not _SUM_LINE.match(line):
            raise _NotRead(f"“{cell.strip()}”那一格看不懂。")
    return values


def _in_order(head: _Head, found: Sequence[Sign]) -> list[_Value]:
    """Between spaces, the figures of a line stand for the columns in their order, if they are as many."""
    columns = [each for each in head.columns if each[0] not in _NO_VALUE]
    figures = [sign for sign in found if sign.kind in ("date", "sum")]
    if found and found[0].kind == "name" and not any(sign.kind == "date" for sign in figures):
        columns = [each for each in columns if each[0] not in _DAYS]  # the line of totals
    if len(figures) == len(columns) + 1 and head.columns[0][0] == "period":
        figures = figures[1:] if re.fullmatch(r"\d{1,3}|\d\d/\d\d", figures[0].text) else figures
    if len(figures) != len(columns):
        raise _NotRead(f"列名有 {len(columns)} 个，这一行有 {len(figures)} 个数，对不上。")
    values: list[_Value] = []
    for (column, name), sign in zip(columns, figures, strict=True):
        if (sign.kind == "date") != (column in _DAYS):
            raise _NotRead("这一行的日期和金额，和列名的先后对不上。")
        values.append(_Value(column, name, sign.text))
    return values
