"""What words say of payment goes to the records of a paste: on their lines, above them or below, alike in all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calculators.form.bill_cut import Block, Cut
from calculators.form.bill_records import TITLE, Line
from calculators.form.bill_words import SAID_OF, STATES, Sign

_LIST = re.compile(
    r"\W*(?:(?:成功|历史|已)?还款(?:记录|明细|列表|历史)|历史还款|(?:已还清?|已结清|已还款|已完成|已付清?|已缴清?|[还结]清)(?:的?账单|列表|明细|记录|历史|计划|期数|期次|本息|订单|借款|贷款))"
    r"(?:\W*\d+\s*[期笔个条]?)?\W*(?<!>)"
)
"""A list of what was paid, or the way to one."""
_FIGURE = re.compile(r"\W*[\d,.]+\s*[元期笔]?\W*")
_ALL_ABOVE = re.compile(r"以上|全部|所有|本页|均|都|[\d一二两三四五六七八九十几]+[期笔]")
"""Words at the foot of a page that speak of more than the last record."""
_ABOVE = re.compile("以上|上述|上面")
"""Words that speak of all above, and head nothing."""

type _Told = list[list[Sign]]
"""For each record what is said of it."""


@dataclass(frozen=True)
class _Between:
    """Words between two records: how many stand above, and whether a blank line parts them from one only."""

    at: int
    sign: Sign
    side: str = ""


def say(lines: Sequence[Line], blocks: Sequence[Block]) -> None:
    """Tell every record what words say of it; what may be said of the one above or below is asked."""
    cuts = [each for block in blocks for each in block.cuts]
    own: _Told = [[] for _ in cuts]
    between = list(_between(lines, blocks, cuts, own))
    parts = [at for at, block in enumerate(blocks) for _ in block.cuts]
    ways = [_shared(between, parts, side, own) for side in _sides(between, len(cuts))]
    for each, told, *others in zip(cuts, *ways, strict=True):
        each.told = told
        if any(_outcome(other) != _outcome(told) for other in others):
            words = {sign.text: sign for sign in (*told, *others[0]) if sign.kind in STATES}
            each.told = [Sign("which", text) for text in words][:1]


def _between(
    lines: Sequence[Line], blocks: Sequence[Block], cuts: Sequence[Cut], own: _Told
) -> Iterator[_Between]:
    """Give the records what is said on their own lines; what is said between them."""
    below = {id(block.heading): block.cuts for block in blocks if block.heading}
    for row, line in enumerate(lines):
        at = sum(1 for each in cuts if each.starts < (line.number, 0))
        if is_list(lines, row):
            yield _Between(at, Sign("which", line.text.strip()), "list")
            continue
        if cuts and line.has("name") and not _owner(cuts, line, 0) and _of_whole(cuts, line):
            yield _Between(at, Sign("whole", line.text))
        for place, sign in enumerate(line.signs):
            if sign.kind not in SAID_OF:
                continue
            here = below.get(id(line)) or _owner(cuts, line, place)
            for each in here:
                own[cuts.index(each)].append(sign)
            if not here and cuts:
                at = sum(1 for each in cuts if each.starts < (line.number, place))
                up = at and _ABOVE.search(line.text)
                yield _Between(at, sign, "up" if up else _nearer(lines, row, cuts))


def is_list(lines: Sequence[Line], row: int) -> bool:
    """Whether a line names a list of what was paid; twice it is a button, and before a figure its name."""
    text = lines[row].text
    if not _LIST.fullmatch(text) or sum(one.text == text for one in lines) > 1:
        return False
    below = next((each.text for each in lines[row + 1 :] if each.text.strip()), "")
    return not _FIGURE.fullmatch(below)


def _of_whole(cuts: Sequence[Cut], line: Line) -> bool:
    """Whether a line holds what is said of a whole loan."""
    return any(part.line.number == line.number for each in cuts for part in each.parts)


def heading(lines: Sequence[Line], row: int) -> list[Sign]:
    """What a line above those of a table says of them all, which is asked: that they were paid, or nothing."""
    line = lines[row]
    paid = line.has("paid", "part", "unsure") and not line.has("date", "sum")
    return [Sign("which", line.text.strip())] if paid or is_list(lines, row) else []


def _owner(cuts: Sequence[Cut], line: Line, place: int) -> list[Cut]:
    """The record on whose line words stand, or in whose midst."""
    here = [each for each in cuts if any(part.line.number == line.number for part in each.own)]
    if len(here) == 1:
        return here
    for each in cuts:
        if each.starts < (line.number, place) < each.ends:
            return [each]
    return []


def _nearer(lines: Sequence[Line], row: int, cuts: Sequence[Cut]) -> str:
    """Whether only a record above, or only one below, stands without a blank line between."""
    mine = {part.line.number for each in cuts for part in each.own}
    touch = []
    for way in (lines[:row][::-1], lines[row + 1 :]):
        found = next((line for line in way if not line.text.strip() or line.number in mine), None)
        touch.append(found is not None and bool(found.text.strip()))
    return "" if touch[0] == touch[1] else "up" if touch[0] else "down"


def _sides(between: Sequence[_Between], count: int) -> tuple[str, ...]:
    """On which side of a record words of it may stand, as far as those at the ends show."""
    known = [
        each
        for each in between
        if each.sign.kind not in ("strange", "either", "whole")
        and (each.at == count or not TITLE.search(each.sign.text))
    ]
    sides = {_side(each, count, "") for each in known}
    if all(each.at in (0, count) for each in known) and "up" in sides:
        return ("up", "all")
    if "up" in sides and "down" not in sides:
        return ("up",)
    return ("down",) if "down" in sides and "up" not in sides else ("up", "down")


def _side(each: _Between, count: int, usual: str) -> str:
    if each.side == "list":
        return "list"
    if each.at in (0, count):
        return "up" if each.at else "down"
    return each.side or ("up" if each.sign.kind == "either" else usual)


def _shared(between: Sequence[_Between], parts: Sequence[int], usual: str, own: _Told) -> _Told:
    """What is said of each record, with the words between them on one side; `parts` are parted by blank lines.

    Whether words right above one record are the heading of those below a blank line, too, is not known.
    """
    count = len(parts)
    above: _Told = [[] for _ in parts]
    below: _Told = [[] for _ in parts]
    for each in between:
        if _side(each, count, usual) == "up":
            for at in range(count if usual == "all" and _of_all(each.sign) else 0):
                below[at] += [each.sign] if not own[at] else []
            begins = max((one.at for one in between if one.at < each.at), default=0)
            for at in range(begins if _ABOVE.search(each.sign.text) else each.at, each.at - 1):
                below[at] += [Sign("which", each.sign.text)] if not own[at] else []
            below[each.at - 1].append(each.sign)
            continue
        ends = min((one.at for one in between if one.at > each.at), default=count)
        for at in range(each.at, each.at + 1 if each.sign.kind == "either" else ends):
            if each.side == "list":
                above[at] += [] if own[at] else [each.sign]
            elif each.side != "down" or parts[at] == parts[each.at]:
                above[at].append(each.sign)
            elif each.sign.kind == "paid" and not own[at]:
                above[at].append(Sign("which", each.sign.text))
    return [_told(*each) for each in zip(above, own, below, strict=True)]


def _of_all(sign: Sign) -> bool:
    """Whether words at the foot may be said of all records above."""
    return sign.kind == "paid" or (
        sign.kind == "unsure" and _ALL_ABOVE.search(sign.text) is not None
    )


def _told(above: list[Sign], own: list[Sign], below: list[Sign]) -> list[Sign]:
    """All that is said of a record; words that nobody knows are asked where no others say how it stands."""
    told = [*above, *own, *below]
    kinds = {sign.kind for sign in told}
    paid = [sign for sign in (*above, *below) if sign.kind == "paid"]
    if paid and any(sign.kind == "due" for sign in (*above, *own)):
        told.append(Sign("unsure", paid[0].text))
    if not kinds & {"paid", "owed", "part", "unsure", "due"}:
        told += [Sign("unsure", sign.text) for sign in told if sign.kind == "strange"]
    return [sign for sign in told if sign.kind in STATES]


def _outcome(told: Sequence[Sign]) -> str:
    """What becomes of a record of which this is said."""
    kinds = {sign.kind for sign in told}
    if kinds & {"part", "unsure", "which"} or {"paid", "owed"} <= kinds:
        return "asked"
    return "paid" if "paid" in kinds else "either" if "either" in kinds else "owed"
