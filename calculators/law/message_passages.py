"""Which parts of a text that is longer than any message are read: both ends, and what names a paper or a demand.

Read whole, fifty thousand characters would take up to a second on a phone. What was not read is told to whoever asks.
"""

import re
from itertools import zip_longest

WHOLE_CHARACTERS = 3000
"""Up to how many everything is read."""
_END = 900
_BEFORE, _AFTER = 60, 240
_MARKS = (
    "支付令", "民督", "传票|开庭", "判决书|裁定书|调解书", "诉状|应诉|举证", "执行通知|财产令|被执行人",
    "仲裁", "公证|核实函", "拘留|罚款", "上诉|复议|异议", "送达", r"20\d\d[)\]〕】）〉]?[^，。\s]{2,14}\d号",
    "验证码|共享屏幕|屏幕共享", "安全账户|保证金|解冻费|手续费|服务费", "收款码|转[到给至账]|汇[到给]", "身份证|银行卡",
)  # fmt: skip
"""What is looked for first, where more is named than can be read."""


def to_be_read(text: str) -> str:
    """The text, or of a longer one its ends and the passages around such words, each a sentence of its own."""
    if len(text) <= WHOLE_CHARACTERS:
        return text
    middle = text[_END:-_END]
    kept = sorted(_chosen(middle, WHOLE_CHARACTERS - 2 * _END))
    passages: list[list[int]] = []
    for start, end in kept:
        if passages and start <= passages[-1][1]:
            passages[-1][1] = max(end, passages[-1][1])
        else:
            passages.append([start, end])
    read = [text[:_END], *(middle[start:end] for start, end in passages), text[-_END:]]
    return "\n".join(read)


def _chosen(middle: str, most: int) -> list[tuple[int, int]]:
    """The places to read, the first of every mark before the second of any, up to `most` characters."""
    found = [[*_places(mark, middle)] for mark in _MARKS]
    chosen: list[tuple[int, int]] = []
    covered: set[int] = set()
    for place in (place for turn in zip_longest(*found) for place in turn if place is not None):
        span = range(max(0, place - _BEFORE), min(len(middle), place + _AFTER))
        more = covered.union(span)
        if len(more) > most:
            continue
        if len(more) > len(covered):
            chosen.append((span.start, span.stop))
            covered = more
    return chosen


_MOST_PLACES = 8


def _places(mark: str, middle: str) -> list[int]:
    """Where a mark stands, not twice within what one passage holds."""
    places: list[int] = []
    for match in re.finditer(mark, middle):
        if not places or match.start() > places[-1] + _AFTER:
            places.append(match.start())
        if len(places) == _MOST_PLACES:
            break
    return places
