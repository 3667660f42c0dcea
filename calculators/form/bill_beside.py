"""Lines of a pasted bill without a table: figures beside their names, or days beside their sums.

Each figure is matched with the name on its own line, or with a line beside it; whether names or figures stand
first is decided once for the whole paste, and where neither way fits, no line of it is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from calculators.form import bill_cut, bill_said
from calculators.form.bill_cut import Block, Part
from calculators.form.bill_records import (
    DAYS,
    NO_VALUE,
    Line,
    NotRead,
    Record,
    Unread,
    Value,
    Wanted,
)
from calculators.form.bill_words import PAID, SAID_OF, Column, Sign, as_of, is_paid, not_yuan

_SAYS_WHAT: tuple[Column, ...] = ("repaid", "lent", "spent", "outgo", "card", "waived")
"""Names that are also words of what a line is; only right before a sum they name it."""
_OF_A_MONTH = re.compile("支出|收入|合计|总|共")
_MIXED = "名字和数字谁在前、谁在后，看不出来。请一次只贴一笔，或者在第一行写上列名，例如：{}。"
_WHICH_FIRST = (
    "日期和金额谁在前、谁在后，看不出来，或者只有金额。请在第一行写上列名，例如：日期 金额。"
)
_PARTED = re.compile(r"(?<![\d.,])\d{1,3} \d{3}(?!\d)")
"""1 000 is one sum or two."""
_EXAMPLE = {True: "日期 金额", False: "日期 本金 利息"}

type _Place = tuple[int, int]
"""A sign: the place of its line among the lines, and its own in the line."""
type _Item = tuple[str, _Place]
type _Items = list[_Item]
"""N for a name and F for a figure, each with its place, in their order."""
type _Pairs = list[tuple[_Place, _Place]]
"""Figures with their names."""
type _Named = dict[_Place, Sign]
"""The name of each figure that has one."""


def read(lines: Sequence[Line], wanted: Wanted) -> tuple[list[Record], list[Unread]]:
    """The records of lines without a table."""
    unread = list(_not_for_reading(lines, wanted))
    away = {each.line for each in unread}
    rest = [line if line.number not in away else line._replace(signs=()) for line in lines]
    try:
        rest = list(_paid_below(rest))
        rest = rest if wanted.single else list(map(_counted, rest))
        named = _names(rest, wanted)
        found, left = _one_sum(rest, named, wanted) if wanted.single else _many(rest, named)
    except NotRead as problem:
        left = [Unread(n.number, n.text, str(problem)) for n in rest if n.has("sum", "foreign")]
        found = []
    return found, unread + left


def _paid_below(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with 已还 at the end of one as the name of the sum with which the next begins."""
    for at, line in enumerate(lines):
        below = next((each.signs[0].kind for each in lines[at + 1 :] if each.signs), "")
        if below == "sum" and line.signs and is_paid(line.signs[-1]):
            line = line._replace(signs=(*line.signs[:-1], PAID))  # noqa: PLW2901
        yield line


def _counted(line: Line) -> Line:
    """A line in which only stands how many were paid, as a state: 已还(2)."""
    kinds = [sign.kind for sign in line.signs if sign.kind != "paid"]
    if kinds != ["name", "sum"] or line.signs[0].column != "paid":
        return line
    count = re.fullmatch(r"\(\d{1,3}\)|(?!0+$)\d{1,2}", line.signs[-1].text)
    return line._replace(signs=(Sign("which", line.text.strip()),)) if count else line


def _not_for_reading(lines: Sequence[Line], wanted: Wanted) -> Iterator[Unread]:
    """Lines with a figure that is none of the bill: no sum known, or the sum of a month."""
    after = False
    for line in lines:
        after = line.heading or (after and not line.has("sum", "date", "foreign"))
        if as_of(line.text) and not line.has("date"):
            if line.has("sum", "foreign"):
                yield Unread(line.number, line.text, "像是到那一天为止一共多少，没有当作一笔。")
        elif not line.signs and not line.heading and re.search(r"\d", line.text):
            yield Unread(line.number, line.text, "没有看到日期和金额。")
        elif any(s.kind == "foreign" and not re.search(r"\d", s.text) for s in line.signs):
            yield Unread(line.number, line.text, not_yuan("$"))
        elif wanted.single and line.has("sum") and not line.has("date"):
            both = "支出" in line.text and "收入" in line.text
            if line.heading or both or (after and _OF_A_MONTH.search(line.text)):
                yield Unread(line.number, line.text, "像是一个月的合计，没有写哪一天，没有读进来。")
                after = True


def _names(lines: Sequence[Line], wanted: Wanted) -> _Named:
    """Which name belongs to which figure; raises `NotRead` where that is not plain."""
    sums = {s.column for n in lines for s in n.signs if s.column} - {*DAYS, *NO_VALUE}
    days = _Matching(lines, "date", DAYS, wanted).named()
    return days | _Matching(lines, "sum", sums, wanted).named()


@dataclass
class _Matching:
    """Matches the figures of one kind with their names, on their lines first and then from line to line."""

    lines: Sequence[Line]
    kind: str
    columns: Collection[Column]
    wanted: Wanted
    backward: bool = False
    forward: bool = False

    def named(self) -> _Named:
        """The names; raises `NotRead`."""
        pairs: _Pairs = []
        rest: _Items = []
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

    def _items(self, at: int) -> Iterator[_Item]:
        """N for a name and F for a figure, in their order."""
        found = self.lines[at].signs
        for place, sign in enumerate(found):
            after = found[place + 1] if place + 1 < len(found) else None
            if sign.kind == self.kind or (self.kind, sign.kind) == ("sum", "foreign"):
                yield "F", (at, place)
            elif sign.kind == "name" and sign.column in self.columns:
                named = after is not None and after.kind in ("sum", "foreign")
                if named or sign.column not in _SAYS_WHAT:
                    yield "N", (at, place)

    def _within(self, own: _Items) -> tuple[_Pairs, _Items]:
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
            return _backward(own), []
        parted = "FF" in order and _PARTED.search(self.lines[places[0][0]].text)
        if order[0] == "N" and not ("FF" in order and ("NN" in order or parted)):
            self.forward = True
            return _forward(own), own[-1:] if order[-1] == "N" else []
        raise self._mixed()

    def _across(self, rest: _Items) -> _Pairs:
        """The pairs of names and figures on lines of their own, all in one direction."""
        order = "".join(kind for kind, _ in rest)
        if "N" not in order:
            return []
        if self.backward and (self.forward or not re.fullmatch("(FN)+", order)):
            raise self._mixed()
        if re.fullmatch("(FN)+", order):
            pairs = _backward(rest)
        elif order[0] == "N" and order[-1] == "F" and not ("NN" in order and "FF" in order):
            pairs = _forward(rest)
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


def _forward(items: _Items) -> _Pairs:
    """Each figure with the name right before it."""
    return [
        (figure, name) for (kind, name), (after, figure) in pairwise(items) if kind + after == "NF"
    ]


def _backward(items: _Items) -> _Pairs:
    """Figures and names in turn: each figure with the name behind it."""
    return [(figure, name) for (_, figure), (_, name) in zip(items[::2], items[1::2], strict=True)]


def _value(named: _Named, at: int, place: int, sign: Sign) -> Value:
    """A figure under its name; without one it is a day or a sum of no kind."""
    name = named.get((at, place))
    column: Column = "date" if sign.kind == "date" else "amount"
    return Value((name.column if name else None) or column, name.text if name else "", sign.text)


def _many(lines: Sequence[Line], named: _Named) -> tuple[list[Record], list[Unread]]:
    """Records of several sums; figures without a name, and those that belong to no record, are not read."""
    blocks, unread = [Block()], []
    rest: list[Line] = []
    for at, line in enumerate(lines):
        if (line.heading or not line.text.strip()) and blocks[-1].whole:
            blocks.append(Block())
        blocks[-1].heading = line if line.heading else blocks[-1].heading
        if why := _bare(line, at, named):
            unread.append(Unread(line.number, line.text, why))
            line = line._replace(signs=tuple(_doubtful(line)))  # noqa: PLW2901
        rest.append(line)
        for part in _parts(line, at, named):
            if part.value and part.value.column not in DAYS and not part.value.name:
                why = f"不知道 {part.value.text} 是什么，前面没有名字。"
                unread.append(Unread(line.number, line.text, why))
            else:
                blocks[-1].parts.append(part)
    for part in bill_cut.cut(blocks):
        unread.append(Unread(part.line.number, part.line.text, _why_not(0, 0, single=False)))
    bill_said.say(rest, blocks)
    cuts = [each for block in blocks for each in block.cuts]
    for each in cuts:
        if each.why:
            unread += [Unread(n, text, each.why) for n, text in each.with_figures()]
    return [each.record() for each in cuts if not each.why], list(dict.fromkeys(unread))


def _doubtful(line: Line) -> Iterator[Sign]:
    """What a line that is not read says of those beside it, if it has no day: that they were paid is asked."""
    for sign in () if line.has("date") else line.signs:
        if sign.kind in SAID_OF:
            yield Sign("which", sign.text) if sign.kind == "paid" else sign


def _parts(line: Line, at: int, named: _Named) -> Iterator[Part]:
    """The figures and periods of a line."""
    for place, sign in enumerate(line.signs):
        if sign.kind in ("date", "sum", "foreign"):
            value = _value(named, at, place, sign)
            yield Part(line, place, value.column, _broken(line, place, value))
        elif sign.kind == "period":
            yield Part(line, place, "period")


def _broken(line: Line, place: int, value: Value) -> Value:
    """A figure, with the one behind it if nothing parts them: 8 33.33."""
    after = line.signs[place + 1] if place + 1 < len(line.signs) else None
    if value.name and value.text[-1:].isdigit() and after and after.kind == "sum":
        both = re.search(rf"{re.escape(value.text)}[\s.,。]+{re.escape(after.text)}", line.text)
        return (
            value._replace(text=f"{value.text} {after.text}")
            if both and after.text[:1].isdigit()
            else value
        )
    return value


def _bare(line: Line, at: int, named: _Named) -> str:
    """Why a line of figures without any name is not read, "" if it has none or holds one day only."""
    sums = [place for place, s in enumerate(line.signs) if s.kind in ("sum", "foreign")]
    if not sums or line.has("name") or any((at, place) in named for place in sums):
        return ""
    return _why_not(sum(1 for sign in line.signs if sign.kind == "date"), 0, single=False)


@dataclass
class _Open:
    """A record that is being gathered."""

    record: Record | None = None

    @property
    def values(self) -> list[Value]:
        return self.record.values if self.record else []

    def at(self, line: Line) -> Record:
        """The record, which begins or goes on at a line."""
        if self.record is None:
            self.record = Record(line.number, line.text, under=line.under)
        if self.record.last < line.number:
            self.record.last = line.number
            self.record.lines.append(line.text)
        return self.record


def _one_sum(
    lines: Sequence[Line], named: _Named, wanted: Wanted
) -> tuple[list[Record], list[Unread]]:
    """Records of a day and one sum, on one line or on two; which of them stands first is decided once."""
    held = [_values(named, at, line) for at, line in enumerate(lines)]
    kinds = [_kind(values, wanted) for values in held]
    order = "".join(kind for kind in kinds if kind in ("D", "S"))
    plain = (order[-1:] != "D" and order[:1] != "S") or re.fullmatch("(SD)+", order)
    found, unread = [_Open()], []
    for line, kind, values in zip(lines, kinds, held, strict=True):
        if kind in ("D", "S") and not plain:
            if kind == "S":
                unread.append(Unread(line.number, line.text, _WHICH_FIRST))
            continue
        if line.heading or not line.text.strip() or kind == "DS" or kind == order[:1]:
            found.append(_Open())
        if why := _why_left(values, kind, order[:1], found[-1], wanted):
            unread.append(Unread(line.number, line.text, why))
        elif values:
            found[-1].at(line).values.extend(values)
        if kind == "DS" or (kind in ("D", "S") and kind != order[:1]):
            found.append(_Open())
    return [each.record for each in found if each.record and each.values], unread


def _values(named: _Named, at: int, line: Line) -> list[Value]:
    """The figures of a line under their names."""
    kinds = ("date", "sum", "foreign")
    return [_value(named, at, n, sign) for n, sign in enumerate(line.signs) if sign.kind in kinds]


def _why_left(values: Sequence[Value], kind: str, begins: str, here: _Open, wanted: Wanted) -> str:
    """Why the figures of a line have no place in the record at hand, "" if they have one."""
    if why := _too_many(values, wanted):
        return why
    if kind == "S" and begins == "D" and not here.values:
        return _why_not(0, 1, single=True)
    return _useless(values) if values and not kind and not here.values else ""


def _kind(values: Sequence[Value], wanted: Wanted) -> str:
    """What a line holds for the list: D for its day, S for its sum; a day and any sum are a line of its own."""
    days = [each.column in wanted.days for each in values if each.column in DAYS]
    if any(each.column in DAYS for each in values) and any(e.column not in DAYS for e in values):
        return "DS"
    if days:
        return (
            "D" if days == [True] else ""
        )  # from one day to another is the time of the whole bill
    return "S" if any(each.column in wanted.sums for each in values) else ""


def _too_many(values: Sequence[Value], wanted: Wanted) -> str:
    """Why the figures of one line are not read: more than one may be its day or its sum."""
    days = [each for each in values if each.column in wanted.days]
    sums = [each for each in values if each.column in wanted.sums]
    bare = any(not each.name for each in days), any(not each.name for each in sums)
    counts = [len(each) if one else 1 for each, one in zip((days, sums), bare, strict=True)]
    return _why_not(counts[0], counts[1], single=True) if max(counts) > 1 else ""


def _useless(values: Sequence[Value]) -> str:
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
