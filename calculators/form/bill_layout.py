"""The lines of a pasted bill become records: a table, what stands before it, and the words around both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from calculators.form import bill_beside, bill_table
from calculators.form.bill_records import FAILED, TITLE, Line, Month, Record, Unread, Wanted
from calculators.form.bill_words import Sign, counts, of_all, signs, with_answers

_HEADING = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s*年(?:度|\s*(?P<month>\d{1,2})\s*月份?)?(?!\s*\d)"
    r"|^\s*(?P<years>(?:19|20)\d\d)[-/](?P<months>\d{1,2})\s*$|^\W*(?P<only>\d{1,2})\s*月份?(?!\s*\d)",
    re.ASCII,
)
_STATUS = re.compile(rf"{FAILED.pattern}|成功|已退|(?:全额|部分)退[款货]|^退[款货](?:\W|$)")
"""Words below a record that say how it ended."""

_MOVED = re.compile(r"^(?!.*(?:记录|明细|列表)).*(?:[主自手]动还款|提前还款|还款\s*[-—])")
"""Words of one payment, which a month or a bill in them makes no heading: 花呗主动还款-2026年10月账单."""


def records(text: Sequence[str], wanted: Wanted) -> tuple[list[Record], list[Unread]]:
    """The records of the lines of a bill, and the lines that belong to none."""
    lines = list(_lines(text))
    if not any(one.text.strip() and other.text.strip() for one, other in pairwise(lines)):
        lines = [each for each in lines if each.text.strip()]  # they are only spaced out
    heads = (at for at, line in enumerate(lines) if bill_table.head(line.text, line.signs))
    start = next(heads, len(lines))
    found, unread = bill_beside.read(lines[:start], wanted)
    _give_words(lines[:start], found, wanted.single)
    below, left = bill_table.read(lines, start)
    _give_words(lines[start:], below, single=False)
    return found + below, unread + left


def _lines(text: Sequence[str]) -> Iterator[Line]:
    """The lines with what they hold; a heading with a month gives it to those below, and holds no figure."""
    under = Month()
    whole = of_all(text)
    for number, line in with_answers(text):
        found, heading = signs(whole.get(line, line)), None
        if line in whole and not found:
            yield Line(number, line, (Sign("whole", line),), under, heading=False)
            continue
        if counts(line):
            found = tuple(sign for sign in found if sign.kind != "period")
        if not any(sign.kind == "date" for sign in found):
            heading = _HEADING.search(line)
        if heading:
            year = heading["year"] or heading["years"] or under.year
            month = heading["month"] or heading["months"] or heading["only"] or 0
            under = Month(int(year), int(month))
            found = signs(_HEADING.sub(" ", line))
        yield Line(number, line, found, under, heading is not None)


def _give_words(lines: Sequence[Line], found: Sequence[Record], single: bool) -> None:
    """Lines of words alone go to the record that they are about.

    As many as stand above the first record stand above each; what is left belongs to the record above.
    How a record ended is said below it, and where that is not plain, it is said of both.
    """
    for each in found:
        each.around += _words_between(lines, each.line, each.last)
    if not found:
        return
    gaps = [_words_between(lines, first, after) for first, after in _neighbours(found)]
    gaps[0] = [words for words in gaps[0] if not (single and _is_title(words))]
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


def _is_title(words: str) -> bool:
    return TITLE.search(words) is not None and not _MOVED.search(words)


def _neighbours(found: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Between which lines a gap lies: before the first record, between two, and after the last."""
    ends = [0, *(each.last or each.line for each in found)]
    starts = [*(each.line for each in found), 1_000_000]
    return zip(ends, starts, strict=True)


def _words_between(lines: Iterable[Line], first: int, after: int) -> list[str]:
    here = (line for line in lines if first < line.number < after)
    here = (line for line in here if not line.heading or _MOVED.search(line.text))
    words = (line for line in here if line.text.strip() and _is_words(line))
    return [line.text.strip() for line in words if not bill_table.head(line.text, line.signs)]


def _is_words(line: Line) -> bool:
    """Whether a line says something of a record: it has no figure, or one of how the record ended."""
    ended = not line.has("date") and _STATUS.search(line.text)
    return bool(ended) or not line.has("date", "sum", "foreign")
