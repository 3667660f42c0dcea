"""A table of a pasted bill: a line of names, and below it cells between tabs, bars, commas or spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from calculators.form import bill_said, bill_state
from calculators.form.bill_records import (
    DAYS,
    NO_VALUE,
    PARTS,
    SAID,
    SUM_LINE,
    Line,
    NotRead,
    Record,
    Unread,
    Value,
    sum_or_nothing,
)
from calculators.form.bill_words import STATES, Column, Sign, not_yuan, other_words, signs, title

_COUNT = re.compile(r"\d{1,3}|\d\d/\d\d")
_NOTHING = re.compile(r"[-—–/\s]*|无|暂无")
_SEPARATORS = ("\t", "|", ",")
_OF_WORDS = ("words", "period")
_MAY_BE_WORDS = ("repaid", "lent", "spent", "outgo", "rest", "total", "unknown")
"""Names that stand alone too, among the words of what was paid or bought."""


@dataclass
class _Head:
    """The columns of a table with their names, and what stands between its cells; "" is any space."""

    columns: tuple[tuple[Column, str], ...]
    separator: str


def read(lines: Sequence[Line], start: int = 0) -> tuple[list[Record], list[Unread]]:
    """The records of a table that begins with its line of names; another such line begins another table.

    The table begins at `start`; words above it, back to the last figure, may be said of all its lines.
    """
    table = _Table()
    for row in range(_words_from(lines, start), len(lines)):
        line = lines[row]
        said = bill_said.heading(lines, row)
        if said and not head(line.text, line.signs) and table.may_head(lines, row):
            table.above = said
        elif line.has("owed") and not line.has("date", "sum"):
            table.above = []
        if row >= start:
            table.line(line)
    return table.records, table.unread


def _words_from(lines: Sequence[Line], start: int) -> int:
    """Where the words right above a table begin."""
    figures = (at for at in range(start, 0, -1) if lines[at - 1].has("date", "sum"))
    return next(figures, 0)


@dataclass
class _Table:
    """Goes through the lines below a head."""

    records: list[Record] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    head: _Head = field(default_factory=lambda: _Head((), ""))
    above: list[Sign] = field(default_factory=list)
    """What a heading says of the lines below it that say nothing of themselves."""
    summed: int = 0
    """How many records stood above the last line that adds columns up."""

    def may_head(self, lines: Sequence[Line], row: int) -> bool:
        """Whether words are of what stands below: above all lines or above names, or the name of a list."""
        below = next((each for each in lines[row + 1 :] if each.text.strip()), None)
        names = below is not None and head(below.text, below.signs) is not None
        return names or not self.records or not lines[row].signs

    def line(self, line: Line) -> None:
        """One line: names, or cells below them."""
        if found := head(line.text, line.signs):
            self.head = found
        elif not line.signs:
            if re.search(r"\d", line.text) and not line.heading:
                self._leave(line, "没有看到日期和金额。")
        elif foreign := [sign.text for sign in line.signs if sign.kind == "foreign"]:
            self._leave(line, not_yuan(foreign[0]))
        elif line.has("date", "sum"):
            self._cells(line)
        elif self.records and line.has("paid", "part", "unsure"):
            self._leave(line, f"写着“{line.text.strip()}”，看不出说的是哪一行。")
        elif self.records and not self.records[-1].all("status"):
            self.records[-1].told += [sign for sign in line.signs if sign.kind == "either"]

    def _leave(self, line: Line, why: str) -> None:
        self.unread.append(Unread(line.number, line.text, why))

    def _cells(self, line: Line) -> None:
        record = Record(line.number, line.text, under=line.under)
        try:
            record.values = _cells(self.head, line.text, line.signs)
            known = bool(record.all("status"))
            record.told = _told(self.head, line, known=known)
            record.told = record.told or ([] if known else list(self.above))
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


def head(line: str, found: Sequence[Sign]) -> _Head | None:
    """The columns, where a line holds names only, and at least two."""
    if any(sign.kind in ("date", "sum") for sign in found) or re.search(r":\s*$", line):
        return None
    separator = next((each for each in _SEPARATORS if each in line), "")
    none = Sign("name", "", "unknown")
    if separator:
        named = [title(cell) or none for cell in _split(line, separator)]
    else:
        named = [sign for sign in map(title, line.split()) if sign]
    columns = tuple((sign.column or "unknown", sign.text) for sign in named)
    known = [
        sign
        for sign in named
        if sign.column not in NO_VALUE and any(each.column for each in signs(sign.text))
    ]
    sure = [sign for sign in known if sign.column not in _MAY_BE_WORDS or "金额" in sign.text]
    enough = len(known) > 1 or (separator in ("\t", "|") and len(columns) > 1 and sure)
    return _Head(columns, separator) if enough else None


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
    cells = _split(line, head.separator) if head.separator else line.split()
    if not head.separator and len(cells) != len(head.columns):
        return _in_order(head, line, found)
    if len(cells) < len(head.columns) - 1:
        raise NotRead("这一行的格数和列名对不上。")
    values: list[Value] = []
    for (column, name), cell in zip(head.columns, cells, strict=False):
        values += _cell(column, name, cell.strip(), summed=bool(SUM_LINE.match(line)))
    return values


def _cell(column: Column, name: str, cell: str, *, summed: bool) -> list[Value]:
    """What stands in one cell; raises `NotRead` where that is not what its column holds."""
    inside = [sign for sign in signs(cell) if sign.kind in ("date", "sum")]
    wanted = "date" if column in DAYS else "sum"
    if _NOTHING.fullmatch(cell):
        return [] if column in NO_VALUE else [Value(column, name, "")]
    if column in NO_VALUE:
        said = [Value("status", name, cell)] if column == "status" else []
        return _paid(cell) + said
    if column not in ("unknown", "unknown-day") and len(inside) == 1 and inside[0].kind == wanted:
        return [Value(column, name, inside[0].text)]
    if column in ("unknown", "unknown-day", "paid", "paid-date"):
        return [Value("unknown", name, cell)]
    if not summed:
        raise NotRead(f"“{cell}”那一格看不懂。")
    return []


def _paid(cell: str) -> list[Value]:
    """What a cell of words says was paid: 已还 500.00."""
    pairs = pairwise(signs(cell))
    return [Value("paid", "已还", sign.text) for name, sign in pairs if name.column == "paid"]


def _told(head: _Head, line: Line, *, known: bool) -> list[Sign]:
    """What the words of a line say of payment; raises `NotRead` where they may say how much.

    What may be a button is none in a column of words, and not plain there, save an act where it is `known`
    what became of the line.
    """
    cells = _split(line.text, head.separator) if head.separator else line.text.split()
    said = line.signs
    if head.separator or len(cells) == len(head.columns):
        names = [column for column, _ in head.columns]
        words = [each for each, name in zip(cells, names, strict=False) if name in _OF_WORDS]
        unsure = ("either",) if known else ("either", "act", "unsure", "strange")
        doubts = [each.strip() for each in words if _state(each) in unsure]
        spare = cells[len(names) :]
        said = tuple(sign for cell in (*words, *spare) for sign in signs(cell))
        said = tuple(each for each in said if each.text not in doubts)
        said += tuple(Sign("unsure", each) for each in doubts)
    elif any((sign.text, sign.kind) == ("已还", "name") for sign in said):
        raise NotRead("“已还”后面跟着一个数，不知道是不是已还的钱，请自己填还剩的数。")
    strange = [Sign("unsure", sign.text) for sign in said if sign.kind == "strange"]
    told = [sign for sign in said if sign.kind in STATES]
    return told or (strange if not known and not line.has("due") else [])


def _state(words: str) -> str:
    return bill_state.read(words)[0] or bill_state.beside_payment(words)


def _with_figures(head: _Head) -> list[tuple[Column, str]]:
    """The columns in which figures stand, of which one counts the lines."""
    return [each for each in head.columns if each[0] not in ("status", "words")]


def _in_order(head: _Head, line: str, found: Sequence[Sign]) -> list[Value]:
    """Between spaces, the figures of a line stand for the columns in their order, if they are as many."""
    if (
        any(column in ("unknown", "unknown-day") for column, _ in head.columns)
        and found[0].kind != "name"
    ):
        raise NotRead("这一行的格数和列名对不上。")
    columns = [each for each in head.columns if each[0] not in NO_VALUE]
    figures = [sign for sign in found if sign.kind in ("date", "sum")]
    if found and found[0].kind == "name" and not any(sign.kind == "date" for sign in figures):
        columns = [each for each in columns if each[0] not in DAYS]  # the line of totals
    counted = [at for at, each in enumerate(_with_figures(head)) if each[0] == "period"]
    if counted and not any(sign.kind == "period" for sign in found):
        if len(figures) == len(columns) + 1 and _COUNT.fullmatch(figures[counted[0]].text):
            del figures[counted[0]]
        elif any(_COUNT.fullmatch(sign.text) for sign in figures):
            raise NotRead("不知道哪个数是期数，哪个是金额。")
    if len(figures) != len(columns):
        raise NotRead(f"列名有 {len(columns)} 个，这一行有 {len(figures)} 个数，对不上。")
    values: list[Value] = []
    for (column, name), sign in zip(columns, figures, strict=True):
        if (sign.kind == "date") != (column in DAYS):
            raise NotRead("这一行的日期和金额，和列名的先后对不上。")
        values.append(Value(column, name, sign.text))
    status = [name for column, name in head.columns if column == "status"]
    return values + [
        Value("status", name, words) for name in status if (words := other_words(line))
    ]
