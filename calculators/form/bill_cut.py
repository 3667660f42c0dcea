"""Instalments without a table become records, cut in one way for the whole paste.

A day and a sum make a record: on its own line where every line with a sum has its day, else in turn. What
stands between two records goes up or down, each kind of it alike in the whole paste: it cannot go down where
one stands below the last record, nor up where one stands above the first. Where both can be, and it matters,
the records beside it are not read. A state on a line of its own above a record is the heading of all below it,
until the next such line.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import chain, pairwise

from calculators.form.bill_records import DAYS, SUM_LINE, Line, Record, Value, sum_or_nothing
from calculators.form.bill_words import Column, Sign

_UNLIKE = "每一笔写的项目不一样，分不清哪个数是哪一笔的。请一笔一笔贴，或者在第一行写上列名。"
_TWO_DAYS = "有两个日期，不知道用哪个。请只留到期的那一天，再贴一次。"
_DAYS: tuple[tuple[Column, ...], ...] = (
    ("due",),
    ("repay-date", "date"),
    ("due", "repay-date", "date"),
)
_SUMS: tuple[Column, ...] = ("principal", "lent-principal", "each", "rest", "total", "interest")
"""What makes a record together with a day: of these the first that is there."""
_OF_LOAN: tuple[Column, ...] = ("lent", "lent-principal", "lent-date", "balance", "statement")
"""What is said of the whole loan: on a line of its own it is of no instalment."""
_OF_WHOLE: tuple[Column, ...] = (*_OF_LOAN, "spent", "outgo", "repaid", "card")
"""What a line of its own says of a whole loan: a state beside it is the heading of its instalments."""
_FILL_NOTHING = (*_OF_LOAN, "penalty", "fee", "total", "each", "waived", "amount", "card")
"""What fills no place of the list, so that it does not matter whose it is."""
_FILLS: tuple[Column, ...] = ("principal", "interest", "late-interest", "rest", "paid", "paid-part")
"""What fills a place or is taken off it, so that a sum of the whole page must be given to no record."""
_SEVERAL = 2


@dataclass(eq=False)
class Part:
    """A figure or a period, on its line; `taken` once it is known whose it is, `aside` if it is of no record."""

    line: Line
    place: int
    column: Column
    value: Value | None = None
    taken: bool = False
    aside: bool = False


@dataclass(eq=False)
class Cut:
    """A record: the figures that make it, all that belongs to it, what words say of it, and why it is not read."""

    core: list[Part]
    parts: list[Part] = field(default_factory=list)
    told: list[Sign] = field(default_factory=list)
    why: str = ""

    def take(self, part: Part) -> None:
        """Give it a part."""
        part.taken = True
        self.parts.append(part)

    @cached_property
    def own(self) -> list[Part]:
        """Its parts, less the lines above or below it on which only stands what is said of the whole loan."""
        core = [part.line.number for part in self.core]
        of_it = {part.line.number for part in self.parts if part.column not in _OF_WHOLE}
        of_it |= set(range(core[0], core[-1] + 1))
        return [part for part in self.parts if part.line.number in of_it]

    @cached_property
    def starts(self) -> tuple[int, int]:
        """Where it begins."""
        return min(map(_at, self.own))

    @cached_property
    def ends(self) -> tuple[int, int]:
        """Where it ends."""
        return max(map(_at, self.own))

    def with_figures(self) -> ItemsView[int, str]:
        """Its lines with figures, by their numbers."""
        return {part.line.number: part.line.text for part in self.parts if part.value}.items()

    def record(self) -> Record:
        """What is known of it."""
        parts = sorted(self.parts, key=_at)
        lines = list({part.line.number: part.line for part in parts}.values())
        values = [part.value for part in parts if part.value]
        found = Record(lines[0].number, lines[0].text, values, under=lines[-1].under)
        found.told, found.last = self.told, lines[-1].number
        found.lines = [line.text for line in lines]
        return found


@dataclass(eq=False)
class Block:
    """Lines between which no blank line and no month stands, with what is on them."""

    heading: Line | None = None
    parts: list[Part] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether anything but a period stands in it."""
        return any(part.value for part in self.parts)


def cut(blocks: Sequence[Block]) -> list[Part]:
    """Give every block its records and their parts; what belongs to none."""
    for block in blocks:
        block.cuts = _cuts(block)
        for each in block.cuts:
            for part in each.core:
                each.take(part)
    _give_rest(blocks)
    for block in blocks:
        if block.heading and block.cuts:
            block.cuts[0].take(Part(block.heading, 0, "period"))
    left = [part for block in blocks for part in block.parts if part.value and not part.taken]
    return [part for part in left if part.column not in _OF_LOAN and not _of_words(part)]


def _at(part: Part) -> tuple[int, int]:
    return part.line.number, part.place


def comes_again(before: Sequence[Part], part: Part) -> bool:
    """Whether a figure is there already; under another name it is another."""
    names = [each.value.name for each in before if each.value and each.column == part.column]
    name = part.value.name if part.value else ""
    return any(not name or each in ("", name) for each in names)


def _cuts(block: Block) -> list[Cut]:
    """The records of a block: lines that are whole, or a day and a sum in turn."""
    figures = [part for part in block.parts if part.value]
    if not figures:
        return []
    sums = [part for part in figures if part.column not in DAYS]
    dated = {part.line.number for part in figures if part.column in chain(*_DAYS)}
    if sums and all(part.line.number in dated for part in sums):
        return _lines(figures, {part.line.number for part in sums})
    for rest in _without(figures):
        if found := _in_turn(rest):
            for part in figures:
                part.aside = part not in rest
            return found
    return [Cut(figures, why=_UNLIKE)]


def _lines(figures: Sequence[Part], whole: set[int]) -> list[Cut]:
    """A record for each line with a sum; a day alone is that of words, or a record without a sum."""
    found = []
    for number in dict.fromkeys(part.line.number for part in figures):
        here = [part for part in figures if part.line.number == number]
        if number in whole:
            found += _in_turn(here) or [Cut(here, why=_TWO_DAYS)]
        elif not _of_words(here[0]) and any(part.column not in _OF_LOAN for part in here):
            found.append(Cut(here))
    return found


def _without(figures: Sequence[Part]) -> Iterator[list[Part]]:
    """The figures, and less what may be of none: the day of a payment, the sum of several instalments."""
    paid = [part for part in figures if not _of_words(part)]
    for some in (figures, paid):
        yield list(some)
        yield [part for part in some if not SUM_LINE.match(part.line.text) or part.line.has("date")]


def _of_words(part: Part) -> bool:
    """Whether it is the day of what words say: 9月4日结清."""
    line = part.line
    return part.column in DAYS and line.has("paid", "part", "unsure") and not line.has("sum")


def _in_turn(figures: Sequence[Part]) -> list[Cut]:
    """Records of a day and a sum in turn; none where they do not alternate."""
    total = next((each for each in _SUMS if any(each == part.column for part in figures)), None)
    for days in _DAYS:
        runs = _runs([part for part in figures if part.column in (*days, total)])
        kinds = [run[0].column == total for run in runs]
        dated = any(part.column in _DAYS[-1] for part in figures)
        size = 2 if dated and total else 1
        if runs and len(set(kinds)) == size and kinds == kinds[:size] * (len(kinds) // size):
            starts = range(0, len(runs), size)
            return [Cut(list(chain(*runs[at : at + size]))) for at in starts]
    return []


def _runs(figures: Sequence[Part]) -> list[list[Part]]:
    """Figures of one kind that follow each other under different names."""
    runs: list[list[Part]] = []
    for part in figures:
        day = part.column in DAYS
        alike = bool(runs) and (runs[-1][0].column in DAYS) == day
        if alike and not comes_again(runs[-1], part):
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


type _Gaps = list[tuple[Block, int, Part]]
"""Parts of no record yet, each with its block and how many records of it begin above."""


def _give_rest(blocks: Sequence[Block]) -> None:
    """What stands between two records goes to one of them, each kind alike in the whole paste."""
    between: _Gaps = []
    ends = _ends(blocks)
    for block in blocks:
        for part in block.parts if block.cuts else ():
            at = sum(1 for each in block.cuts if _at(each.core[0]) < _at(part))
            page = (block, at) in ends and part.column in _FILLS
            if not part.taken and not part.aside and not _beside(block, at, part, page=page):
                between.append((block, at, part))
    columns = dict.fromkeys(part.column for *_, part in between)
    for column in sorted(columns, key=lambda each: each == "late-interest"):
        here = [each for each in between if each[2].column == column]
        if column in _FILLS:
            here = _without_the_pages(blocks, here)
        if here and not _of_the_page(blocks, here):
            _give(here)
    for block in blocks:
        _see_order(block)


def _ends(blocks: Sequence[Block]) -> list[tuple[Block, int]]:
    """Above the first of several records and below the last, where what stands may be of the whole page."""
    with_cuts = [each for each in blocks if each.cuts]
    if sum(len(each.cuts) for each in with_cuts) < _SEVERAL:
        return []
    return [(with_cuts[0], 0), (with_cuts[-1], len(with_cuts[-1].cuts))]


def _beside(block: Block, at: int, part: Part, *, page: bool) -> bool:
    """Give a part to the record in the midst of which it stands, or with which alone it shares a line.

    Without another record in its block it is of the one there, unless it may be of the whole `page`.
    """
    near = block.cuts[max(at - 2, 0) : at + 2]
    lines = [each for each in near if any(one.line.number == part.line.number for one in each.core)]
    alone = len(block.cuts) == 1 and part.column not in _OF_LOAN and not page
    owner = lines[0] if len(lines) == 1 else near[0] if alone else None
    if at and _at(block.cuts[at - 1].core[-1]) > _at(part):
        owner = block.cuts[at - 1]
    if owner:
        owner.take(part)
    return owner is not None


def _without_the_pages(blocks: Sequence[Block], here: _Gaps) -> _Gaps:
    """The parts less those of the whole page: all that stand at its head or its foot, or the sum of all others.

    One under the name of the others may as well be that of a record cut off, unless it fills no place beside interest.
    """
    ends = _ends(blocks)
    cuts = [each for block in blocks for each in block.cuts]
    kind = [each for block in blocks for each in block.parts if each.column == here[0][2].column]
    names = [each.value.name for each in kind if each.value]
    regular = len(kind) == len(cuts) and len(set(names)) == 1
    if len(kind) == len(here) and not regular:
        for end in ends:
            if all((block, at) == end for block, at, _ in here):
                _ask_above(here)
                return []
    noted = here[0][2].column == "late-interest" and all(_has(each, "interest") for each in cuts)
    for block, at, part in (here[0], here[-1]):
        others = sum((_sum(each) for each in kind if each is not part), Decimal(0))
        apart = part.value and (names.count(part.value.name) == 1 or noted)
        if (block, at) in ends and not regular and apart and _sum(part) >= others > 0:
            return [each for each in here if each[2] is not part]
    return here


def _of_the_page(blocks: Sequence[Block], here: _Gaps) -> bool:
    """Whether a figure above several records is the only one of its kind."""
    kind = [each for block in blocks for each in block.parts if each.column == here[0][2].column]
    return len(here) == 1 and here[0][1] == 0 and not any(each.taken for each in kind)


def _ask_above(here: _Gaps) -> None:
    """What stands alone at the foot of a page may be of the last record, too, if that has none."""
    for block, at, part in here:
        noted = part.column == "late-interest" and _has(block.cuts[-1], "interest")
        if at and part.column != "rest" and _sum(part) and not noted:
            block.cuts[-1].why = _UNLIKE


def _has(cut: Cut, column: Column) -> bool:
    return any(each.column == column for each in (*cut.core, *cut.parts))


def _sum(part: Part) -> Decimal:
    return sum_or_nothing(part.value.text) if part.value else Decimal(0)


def _give(here: _Gaps) -> None:
    """Give what stands between records to those above, or to those below."""
    top = any(at == 0 for _, at, _ in here)
    bottom = any(at == len(block.cuts) for block, at, _ in here)
    for block, at, part in here:
        near = block.cuts[max(at - 1, 0) : at + 1]
        if top != bottom or part.column in _FILL_NOTHING:
            (near[-1] if top and not bottom else near[0]).take(part)
        elif part.value:
            for each in near:
                each.why = _UNLIKE


def _see_order(block: Block) -> None:
    """Records of which one has a part amid another's are not read."""
    owned = sorted((_at(part), at) for at, each in enumerate(block.cuts) for part in each.parts)
    for (_, one), (_, other) in pairwise(owned):
        if one > other:
            block.cuts[one].why = block.cuts[other].why = _UNLIKE
