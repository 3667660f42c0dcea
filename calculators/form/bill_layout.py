"""The lines of a pasted bill become records: which figure stands under which name, and with which others.

Below a line of names only, a table is read cell by cell. Before it, each figure is matched with the name on
its own line, or with a line beside it; whether names or figures stand first is decided once for the whole
paste, and where neither way fits, no line of it is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from calculators.form import reading
from calculators.form.bill_words import PAID, Column, Sign, is_paid, names, not_yuan, signs
from calculators.form.reading import Unreadable

DAYS: tuple[Column, ...] = (
    *("date", "due", "repay-date", "statement", "posted", "lent-date", "other-date", "paid-date"),
)
PARTS: tuple[Column, ...] = ("principal", "interest", "late-interest", "penalty", "fee")
_NO_VALUE: tuple[Column, ...] = ("period", "status", "words")
_SAYS_WHAT: tuple[Column, ...] = ("repaid", "lent", "spent", "outgo", "card")
"""Names that are also words of what a line is; only right before a sum they name it."""
SAID: Mapping[Column, str] = {
    "principal": "本金",
    "interest": "利息",
    "late-interest": "逾期利息",
    "penalty": "罚息、违约金",
    "fee": "手续费、服务费",
    "total": "合计",
    "paid": "已经还的钱",
}
SUM_LINE = re.compile(r"^\W*(?:合计|总计|小计|总额)")
_NOTHING = re.compile(r"[-—–/\s]*|无|暂无")
_SEPARATORS = ("\t", "|", ",")
_HEADING = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s*年(?:度|\s*(?P<month>\d{1,2})\s*月份?)?(?!\s*\d)"
    r"|^\s*(?P<years>(?:19|20)\d\d)[-/](?P<months>\d{1,2})\s*$|^\W*(?P<only>\d{1,2})\s*月份?(?!\s*\d)",
    re.ASCII,
)
_OF_A_MONTH = re.compile("支出|收入|合计|总|共")
_STATUS = re.compile(
    "失败|成功|关闭|撤销|取消|处理中|冲正|退回|已(?:全额|部分)?退|^(?:全额|部分)?退[款货]$"
)
"""Words below a record that say how it ended."""
_TITLE = re.compile("账单|记录|明细|列表|^全部|^筛选")
"""What stands above a whole list and is said of no line of it."""
_UNLIKE = "每一笔写的项目不一样，分不清哪个数是哪一笔的。请一笔一笔贴，或者在第一行写上列名。"
_MIXED = "名字和数字谁在前、谁在后，看不出来。请一次只贴一笔，或者在第一行写上列名，例如：{}。"
_NOT_YUAN = re.compile(r"[$€£分角]|[A-Z]{3}|美元|港币|港元|欧元|日元|英镑")
_THREE_DECIMALS = re.compile(r"\.\d{3}(?!\d)")
"""1.500 is one and a half here, and fifteen hundred elsewhere."""
_EXAMPLE = {True: "日期 金额", False: "日期 本金 利息"}


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

    `words` is what its columns of words say, None if it has none; `around` what lines of words alone say
    above and below it; `last` is its last line with a figure.
    """

    line: int
    text: str
    values: list[Value] = field(default_factory=list)
    settled: bool = False
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


class _Line(NamedTuple):
    """A line of the bill; `heading` where it names a month, `under` is the last one named above."""

    number: int
    text: str
    signs: tuple[Sign, ...]
    under: Month
    heading: bool

    def has(self, *kinds: str) -> bool:
        return any(sign.kind in kinds for sign in self.signs)


def records(text: Sequence[str], wanted: Wanted) -> tuple[list[Record], list[Unread]]:
    """The records of the lines of a bill, and the lines that belong to none."""
    lines = list(_lines(text))
    if not any(first.text.strip() and second.text.strip() for first, second in pairwise(lines)):
        lines = [
            line for line in lines if line.text.strip()
        ]  # a blank after each line parts nothing
    heads = (at for at, line in enumerate(lines) if _head(line.text, line.signs))
    start = next(heads, len(lines))
    found, unread = _labels(lines[:start], wanted)
    _give_words(lines[:start], found, wanted.single)
    below, left = _table(lines[start:])
    _give_words(lines[start:], below, single=False)
    return found + below, unread + left


def _lines(text: Sequence[str]) -> Iterator[_Line]:
    """The lines with what they hold; a heading with a month gives it to those below, and holds no figure."""
    under = Month()
    for number, line in enumerate(text, 1):
        found, heading = signs(line), None
        if not any(sign.kind == "date" for sign in found):
            heading = _HEADING.search(line)
        if heading:
            year = heading["year"] or heading["years"] or under.year
            month = heading["month"] or heading["months"] or heading["only"] or 0
            under = Month(int(year), int(month))
            found = signs(_HEADING.sub(" ", line))
        yield _Line(number, line, found, under, heading is not None)


def sum_of(taken: str) -> Decimal:
    """A sum of yuan as it stands on a bill; raises `NotRead` for less than nothing or less than a fen."""
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


# Without a table: names and figures beside each other.

type _Place = tuple[int, int]
"""A sign: the place of its line among the lines, and its own in the line."""
type _Named = dict[_Place, Sign]
"""The name of each figure that has one."""


def _labels(lines: Sequence[_Line], wanted: Wanted) -> tuple[list[Record], list[Unread]]:
    """The records of lines without a table."""
    unread = list(_not_for_reading(lines, wanted))
    away = {each.line for each in unread}
    rest = [line if line.number not in away else line._replace(signs=()) for line in lines]
    try:
        rest = list(_paid_below(rest))
        named = _names(rest, wanted)
        found, left = _one_sum(rest, named, wanted) if wanted.single else _many(rest, named)
    except NotRead as problem:
        left = [Unread(n.number, n.text, str(problem)) for n in rest if n.has("sum", "foreign")]
        found = []
    return found, unread + left


def _paid_below(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines, with 已还 at the end of one as the name of the sum with which the next begins."""
    for at, line in enumerate(lines):
        below = next((each.signs[0].kind for each in lines[at + 1 :] if each.signs), "")
        if below == "sum" and line.signs and is_paid(line.signs[-1]):
            line = line._replace(signs=(*line.signs[:-1], PAID))  # noqa: PLW2901
        yield line


def _not_for_reading(lines: Sequence[_Line], wanted: Wanted) -> Iterator[Unread]:
    """Lines with a figure that is none of the bill: no sum known, or the sum of a month."""
    after = False
    for line in lines:
        after = line.heading or (after and not line.has("sum", "date", "foreign"))
        if not line.signs and not line.heading and re.search(r"\d", line.text):
            yield Unread(line.number, line.text, "没有看到日期和金额。")
        elif any(s.kind == "foreign" and not re.search(r"\d", s.text) for s in line.signs):
            yield Unread(line.number, line.text, not_yuan("$"))
        elif wanted.single and line.has("sum") and not line.has("date"):
            both = "支出" in line.text and "收入" in line.text
            if line.heading or both or (after and _OF_A_MONTH.search(line.text)):
                yield Unread(line.number, line.text, "像是一个月的合计，没有写哪一天，没有读进来。")
                after = True


def _names(lines: Sequence[_Line], wanted: Wanted) -> _Named:
    """Which name belongs to which figure; raises `NotRead` where that is not plain."""
    sums = {s.column for n in lines for s in n.signs if s.column} - {*DAYS, *_NO_VALUE}
    days = _Matching(lines, "date", DAYS, wanted).named()
    return days | _Matching(lines, "sum", sums, wanted).named()


@dataclass
class _Matching:
    """Matches the figures of one kind with their names, on their lines first and then from line to line."""

    lines: Sequence[_Line]
    kind: str
    columns: Collection[Column]
    wanted: Wanted
    backward: bool = False
    forward: bool = False

    def named(self) -> _Named:
        """The names; raises `NotRead`."""
        pairs: list[tuple[_Place, _Place]] = []
        rest: list[tuple[str, _Place]] = []
        for at in range(len(self.lines)):
            own = list(self._items(at))
            inside, left = self._within(own)
            pairs += inside
            if not (self._is_whole(at) and not inside):
                rest += left
        pairs += self._across(rest)
        return {figure: self._sign(name) for figure, name in pairs}

    def _sign(self, place: _Place) -> Sign:
        return self.lines[place[0]].signs[place[1]]

    def _is_whole(self, at: int) -> bool:
        """Whether a line holds its own day and sum, so that no name of another line is meant for it."""
        return (
            self.wanted.single
            and self.lines[at].has("date")
            and self.lines[at].has("sum", "foreign")
        )

    def _items(self, at: int) -> Iterator[tuple[str, _Place]]:
        """N for a name and F for a figure, in their order; a first small number in front only counts."""
        found = self.lines[at].signs
        for place, sign in enumerate(found):
            after = found[place + 1] if place + 1 < len(found) else None
            if sign.kind == self.kind or (self.kind, sign.kind) == ("sum", "foreign"):
                yield "F", (at, place)
            elif sign.kind == "name" and sign.column in self.columns:
                named = after is not None and after.kind in ("sum", "foreign")
                if named or sign.column not in _SAYS_WHAT:
                    yield "N", (at, place)

    def _within(
        self, own: list[tuple[str, _Place]]
    ) -> tuple[list[tuple[_Place, _Place]], list[tuple[str, _Place]]]:
        """The pairs (figure, name) of one line, and what it leaves for the lines beside it."""
        order = "".join(kind for kind, _ in own)
        places = [place for _, place in own]
        if "N" not in order or "F" not in order:
            return [], own
        if re.fullmatch(r"F(NF)+", order) and re.fullmatch(r"\d{1,3}", self._sign(places[0]).text):
            return self._within(own[1:])
        if (
            self.wanted.single
            and order == "FNF"
            and self._sign(places[1]).column not in self.wanted.sums
        ):
            return [(places[2], places[1])], []  # 500.00 余额 1,300.00
        if re.fullmatch("(FN)+", order):
            self.backward = True
            return list(zip(places[::2], places[1::2], strict=True)), []
        if order[0] == "N" and not ("NN" in order and "FF" in order):
            self.forward = True
            pairs = [
                (places[i + 1], places[i]) for i in range(len(own) - 1) if order[i : i + 2] == "NF"
            ]
            return pairs, own[-1:] if order[-1] == "N" else []
        raise self._mixed()

    def _across(self, rest: list[tuple[str, _Place]]) -> list[tuple[_Place, _Place]]:
        """The pairs of names and figures on lines of their own, all in one direction."""
        order = "".join(kind for kind, _ in rest)
        places = [place for _, place in rest]
        if "N" not in order:
            return []
        if self.backward and (self.forward or not re.fullmatch("(FN)+", order)):
            raise self._mixed()
        if re.fullmatch("(FN)+", order):
            pairs = list(zip(places[::2], places[1::2], strict=True))
        elif order[0] == "N" and order[-1] == "F" and not ("NN" in order and "FF" in order):
            pairs = [
                (places[i + 1], places[i]) for i in range(len(rest) - 1) if order[i : i + 2] == "NF"
            ]
        elif "F" not in order and not self.backward:
            return []
        else:
            raise self._mixed()
        if not all(self._beside(figure, name) for figure, name in pairs):
            raise self._mixed()
        return pairs

    def _beside(self, figure: _Place, name: _Place) -> bool:
        """Whether no other sign stands between the lines of a figure and its name."""
        first, last = sorted((figure[0], name[0]))
        return not any(
            line.has("date", "sum", "name", "foreign") for line in self.lines[first + 1 : last]
        )

    def _mixed(self) -> NotRead:
        return NotRead(_MIXED.format(_EXAMPLE[self.wanted.single]))


def _value(named: _Named, at: int, place: int, sign: Sign) -> Value:
    """A figure under its name; without one it is a day or a sum of no kind."""
    name = named.get((at, place))
    column: Column = "date" if sign.kind == "date" else "amount"
    return Value((name.column if name else None) or column, name.text if name else "", sign.text)


def _many(lines: Sequence[_Line], named: _Named) -> tuple[list[Record], list[Unread]]:
    """Records of several sums: a period or a blank line begins the next, and a name or a day come again."""
    found, unread = [_Open()], []
    first = next((sign.kind for line in lines for sign in line.signs), "")
    for at, line in enumerate(lines):
        if line.heading or not line.text.strip():
            found.append(_Open())
        if why := _bare(line, at, named):
            unread.append(Unread(line.number, line.text, why))
            continue
        for place, sign in enumerate(line.signs):
            here = found[-1]
            if sign.kind == "settled":
                if first == "settled" and here.values:  # 已还 stands above what was paid
                    found.append(here := _Open())
                here.at(line).settled = True
            elif sign.kind == "period":
                if here.values:
                    found.append(here := _Open())
                here.at(line)
            elif sign.kind in ("date", "sum", "foreign"):
                value = _value(named, at, place, sign)
                if sign.kind != "date" and not value.name:
                    why = f"不知道 {sign.text} 是什么，前面没有名字。"
                    unread.append(Unread(line.number, line.text, why))
                    continue
                if here.holds(value):
                    found.append(here := _Open(again=True))
                here.at(line).values.append(value)
    kept = [each.record for each in found if each.record and each.values]
    if any(each.again for each in found) and any(len(each.lines) > 1 for each in kept):
        _refuse_unlike(kept)
    return kept, unread


def _refuse_unlike(found: Sequence[Record]) -> None:
    """Raise `NotRead` where only what comes again parts the records, and one of them lacks what others have."""
    that_count = {*DAYS, "principal", "lent-principal", "interest", "late-interest"}
    shapes = {
        (each.values[0].column, frozenset(v.column for v in each.values if v.column in that_count))
        for each in found
    }
    if len(shapes) > 1:
        raise NotRead(_UNLIKE)


def _bare(line: _Line, at: int, named: _Named) -> str:
    """Why a line of figures without any name is not read, "" if it has none or holds one day only."""
    sums = [place for place, s in enumerate(line.signs) if s.kind in ("sum", "foreign")]
    if not sums or line.has("name") or any((at, place) in named for place in sums):
        return ""
    return _why_not(sum(1 for sign in line.signs if sign.kind == "date"), 0, single=False)


@dataclass
class _Open:
    """A record that is being gathered; `again` if it began because something came again."""

    record: Record | None = None
    again: bool = False

    @property
    def values(self) -> list[Value]:
        return self.record.values if self.record else []

    def at(self, line: _Line) -> Record:
        """The record, which begins or goes on at a line."""
        if self.record is None:
            self.record = Record(line.number, line.text, under=line.under)
        if self.record.last < line.number:
            self.record.last = line.number
            self.record.lines.append(line.text)
        return self.record

    def holds(self, value: Value) -> bool:
        """Whether a value comes again; under another name it does not."""
        before = [each for each in self.values if each.column == value.column]
        return any(not value.name or each.name in ("", value.name) for each in before)


def _one_sum(
    lines: Sequence[_Line], named: _Named, wanted: Wanted
) -> tuple[list[Record], list[Unread]]:
    """Records of a day and one sum, on one line or on two; which of them stands first is decided once."""
    held = {at: [_value(named, at, place, s) for place, s in enumerate(line.signs)
                 if s.kind in ("date", "sum", "foreign")] for at, line in enumerate(lines)}  # fmt: skip
    kinds = {at: _kinds(values, wanted) for at, values in held.items()}
    order = "".join(kind for kind in kinds.values() if kind in ("D", "S"))
    plain_order = (order[-1:] != "D" and order[:1] != "S") or re.fullmatch("(SD)+", order)
    found, unread = [_Open()], []
    for at, line in enumerate(lines):
        kind, values = kinds[at], held[at]
        if kind in ("D", "S") and not plain_order:
            if kind == "S":
                why = "日期和金额谁在前、谁在后，看不出来，或者只有金额。请在第一行写上列名，例如：日期 金额。"
                unread.append(Unread(line.number, line.text, why))
            continue
        if line.heading or not line.text.strip() or kind == "DS" or kind == order[:1]:
            found.append(_Open())
        if why := _too_many(values, wanted) if values else "":
            unread.append(Unread(line.number, line.text, why))
        elif kind == "S" and order[0] == "D" and not found[-1].values:
            unread.append(Unread(line.number, line.text, _why_not(0, 1, single=True)))
        elif kind or (values and found[-1].values):
            found[-1].at(line).values.extend(values)
        elif values:
            unread.append(Unread(line.number, line.text, _useless(values, wanted)))
        if kind == "DS" or (kind in ("D", "S") and kind != order[:1]):
            found.append(_Open())
    return [each.record for each in found if each.record and each.values], unread


def _kinds(values: Sequence[Value], wanted: Wanted) -> str:
    """What a line holds for the list: D for its day, S for its sum; a day and any sum are a line of its own."""
    day = any(each.column in wanted.days for each in values)
    if any(each.column in DAYS for each in values) and any(e.column not in DAYS for e in values):
        return "DS"
    return "D" if day else "S" if any(each.column in wanted.sums for each in values) else ""


def _too_many(values: Sequence[Value], wanted: Wanted) -> str:
    """Why the figures of one line are not read: more than one may be its day or its sum."""
    days = [each for each in values if each.column in wanted.days]
    sums = [each for each in values if each.column in wanted.sums]
    bare = any(not each.name for each in days), any(not each.name for each in sums)
    counts = [len(each) if one else 1 for each, one in zip((days, sums), bare, strict=True)]
    return _why_not(counts[0], counts[1], single=True) if max(counts) > 1 else ""


def _useless(values: Sequence[Value], wanted: Wanted) -> str:
    day = values[0].column in DAYS
    return "没有看到金额。" if day else f"“{values[0].name}”不是这张表要填的，没有读进来。"


def _why_not(days: int, sums: int, single: bool) -> str:
    """Why a line without names is not read; "" if it can be."""
    if days == 0:
        return "没有看到日期，这一行没有读进来。"
    if days > 1:
        return "有两个日期，不知道用哪个。请在第一行写上列名，例如：记账日 金额。"
    if single:
        return "" if sums == 1 else "要正好有一个金额。请在第一行写上列名，例如：日期 金额。"
    return "不知道哪个数是本金、哪个是利息。请在第一行写上列名，例如：日期 本金 利息。"


def _give_words(lines: Sequence[_Line], found: Sequence[Record], single: bool) -> None:
    """Lines of words alone go to the record that they are about.

    As many as stand above the first record stand above each; what is left belongs to the record above.
    How a record ended is said below it, and where that is not plain, it is said of both.
    """
    if not found:
        return
    gaps = [_words_between(lines, first, after) for first, after in _neighbours(found)]
    gaps[0] = [words for words in gaps[0] if not (single and _TITLE.search(words))]
    lead = len(gaps[0]) if single else 0
    first_status = any(_STATUS.search(words) for words in gaps[0])
    for at, gap in enumerate(gaps):
        above = found[at - 1] if at else None
        below = found[at] if at < len(found) else None
        for place, words in enumerate(gap):
            own = above is not None and (below is None or place < len(gap) - lead)
            if own or (above and _STATUS.search(words) and not first_status):
                above.around.append(words)  # type: ignore[union-attr]
            if below and not own:
                below.around.append(words)


def _neighbours(found: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Between which lines a gap lies: before the first record, between two, and after the last."""
    ends = [0, *(each.last or each.line for each in found)]
    starts = [*(each.line for each in found), 1_000_000]
    return zip(ends, starts, strict=True)


def _words_between(lines: Iterable[_Line], first: int, after: int) -> list[str]:
    here = (line for line in lines if first < line.number < after and not line.heading)
    words = (line for line in here if not line.has("date", "sum", "foreign") and line.text.strip())
    return [line.text.strip() for line in words if not _head(line.text, line.signs)]


# Tables.


@dataclass
class _Head:
    """The columns of a table with their names, and what stands between its cells; "" is any space."""

    columns: tuple[tuple[Column, str], ...]
    separator: str


def _table(lines: Sequence[_Line]) -> tuple[list[Record], list[Unread]]:
    """The records of a table that begins with its line of names; another such line begins another table."""
    table = _Table()
    for line in lines:
        table.line(line)
    return table.records, table.unread


@dataclass
class _Table:
    """Goes through the lines below a head."""

    records: list[Record] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    head: _Head = field(default_factory=lambda: _Head((), ""))
    summed: int = 0
    """How many records stood above the last line that adds columns up."""

    def line(self, line: _Line) -> None:
        """One line: names, or cells below them."""
        if head := _head(line.text, line.signs):
            self.head = head
        elif not line.signs:
            if re.search(r"\d", line.text) and not line.heading:
                self._leave(line, "没有看到日期和金额。")
        elif foreign := [sign.text for sign in line.signs if sign.kind == "foreign"]:
            self._leave(line, not_yuan(foreign[0]))
        elif line.has("date", "sum"):
            self._cells(line)

    def _leave(self, line: _Line, why: str) -> None:
        self.unread.append(Unread(line.number, line.text, why))

    def _cells(self, line: _Line) -> None:
        record = Record(line.number, line.text, under=line.under)
        try:
            record.values = _cells(self.head, line.text, line.signs)
            record.settled = _is_settled(self.head, line)
        except NotRead as problem:
            self._leave(line, str(problem))
            return
        record.words = _words(self.head, line.text)
        if record.all(*DAYS):
            self.records.append(record)
        elif SUM_LINE.match(line.text):
            self._check_columns(record)
        else:
            self._leave(line, "没有看到日期，这一行没有读进来。")

    def _check_columns(self, said: Record) -> None:
        """A line adds the columns up, of all lines or of those since the last such; else it is said."""
        since, self.summed = self.summed, len(self.records)
        for column in PARTS:
            if not said.only(column):
                continue
            sums = [sum_or_nothing(each.only(column)) for each in self.records]
            added = sum(sums, Decimal(0))
            if sum_or_nothing(said.only(column)) not in (added, sum(sums[since:], Decimal(0))):
                why = f"{SAID[column]}各行加起来是 {added}，这一行写的是 {said.only(column)}，对不上。"
                self.unread.append(Unread(said.line, "合计", why))


def _head(line: str, found: Sequence[Sign]) -> _Head | None:
    """The columns, where a line holds names only, and at least two."""
    if any(sign.kind in ("date", "sum") for sign in found) or re.search(r":\s*$", line):
        return None
    separator = next((each for each in _SEPARATORS if each in line), "")
    none = Sign("name", "", "status")
    if not separator:
        named = [sign for sign in names(line) if sign.column]
    else:
        cells = (names(cell) for cell in _split(line, separator))
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


def _cells(head: _Head, line: str, found: Sequence[Sign]) -> list[Value]:
    """The values of a line below a head; raises `NotRead` where cells and columns do not match."""
    if not head.separator:
        return _in_order(head, found)
    cells = _split(line, head.separator)
    if len(cells) < len(head.columns) - 1:
        raise NotRead("这一行的格数和列名对不上。")
    values: list[Value] = []
    for (column, name), cell in zip(head.columns, cells, strict=False):
        if column in _NO_VALUE:
            values += _paid(cell)
            continue
        inside = [sign for sign in signs(cell) if sign.kind in ("date", "sum")]
        wanted = "date" if column in DAYS else "sum"
        if _NOTHING.fullmatch(cell):
            values.append(Value(column, name, ""))
        elif len(inside) == 1 and inside[0].kind == wanted:
            values.append(Value(column, name, inside[0].text))
        elif not SUM_LINE.match(line):
            raise NotRead(f"“{cell.strip()}”那一格看不懂。")
    return values


def _paid(cell: str) -> list[Value]:
    """What a cell of words says was paid: 已还 500.00."""
    pairs = pairwise(signs(cell))
    return [Value("paid", "已还", sign.text) for name, sign in pairs if name.column == "paid"]


def _is_settled(head: _Head, line: _Line) -> bool:
    """Whether a line of a table says that it was paid; raises `NotRead` where it may say how much."""
    if head.separator:
        cells = _split(line.text, head.separator)
        return any(sign.kind == "settled" for cell in cells for sign in signs(cell))
    if any((sign.text, sign.kind) == ("已还", "name") for sign in line.signs):
        raise NotRead("“已还”后面跟着一个数，不知道是不是已还的钱，请自己填还剩的数。")
    return line.has("settled")


def _in_order(head: _Head, found: Sequence[Sign]) -> list[Value]:
    """Between spaces, the figures of a line stand for the columns in their order, if they are as many."""
    columns = [each for each in head.columns if each[0] not in _NO_VALUE]
    figures = [sign for sign in found if sign.kind in ("date", "sum")]
    if found and found[0].kind == "name" and not any(sign.kind == "date" for sign in figures):
        columns = [each for each in columns if each[0] not in DAYS]  # the line of totals
    if len(figures) == len(columns) + 1 and head.columns[0][0] == "period":
        figures = figures[1:] if re.fullmatch(r"\d{1,3}|\d\d/\d\d", figures[0].text) else figures
    if len(figures) != len(columns):
        raise NotRead(f"列名有 {len(columns)} 个，这一行有 {len(figures)} 个数，对不上。")
    values: list[Value] = []
    for (column, name), sign in zip(columns, figures, strict=True):
        if (sign.kind == "date") != (column in DAYS):
            raise NotRead("这一行的日期和金额，和列名的先后对不上。")
        values.append(Value(column, name, sign.text))
    return values
