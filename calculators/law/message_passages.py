"""Which parts of a text that is longer than any message are read: both ends, and what asks, dates or names a paper.

Read whole, fifty thousand characters would take up to a second on a phone. What was not read is told to whoever
asks, and such a text is never taken as real.
"""

import re
from itertools import zip_longest

WHOLE_CHARACTERS = 4000
"""Up to how many everything is read."""
_HEAD, _TAIL = 1500, 900
# What asks for money, a code or an App stands in one sentence, and so does a day; a paper says more after its name.
_ASKS = (
    r"转[到给至账入]|汇[到给至入]|打[到入给]|存[到入]|付给", "收款码|二维码|扫码|个人账户|私人账户|微信|支付宝",
    "验证码|密码|屏幕|远程", "下载|安装|链接|https?:|[aA][pP][kK]", "账户核|安全账户|监管账户|保证金|解冻|手续费|服务费|撤诉费|撤案费|先[交付]",
    "身份证|银行卡|手机卡|不[得要准许能]告",
)  # fmt: skip
_DAYS = (r"签收|代收|代签|[收拿]到了", r"\d{1,2}[日号][^，。\n]{0,6}\d{1,2}[时点:：]")
_PAPERS = (
    "支付令", "民督", "传票|开庭", "判决书|裁定书|调解书", "诉状|应诉|举证", "执行通知|财产令|被执行人",
    "仲裁", "公证|核实函", "拘留|罚款", "上诉|复议|异议", "送达", r"20\d\d[)\]〕】）〉]?[^，。\s]{2,14}\d号",
)  # fmt: skip
"""What is looked for in this order, where more is named than can be read."""
_MARKS = (*((mark, 60) for mark in (*_ASKS, *_DAYS)), *((mark, 240) for mark in _PAPERS))
_BEFORE = 60


def to_be_read(text: str) -> str:
    """The text, or of a longer one its ends and the passages around such words, each a sentence of its own."""
    if len(text) <= WHOLE_CHARACTERS:
        return text
    middle = text[_HEAD:-_TAIL]
    kept = sorted(_chosen(middle, WHOLE_CHARACTERS - _HEAD - _TAIL))
    passages: list[list[int]] = []
    for start, end in kept:
        if passages and start <= passages[-1][1]:
            passages[-1][1] = max(end, passages[-1][1])
        else:
            passages.append([start, end])
    read = [text[:_HEAD], *(middle[start:end] for start, end in passages), text[-_TAIL:]]
    return "\n".join(read)


def _chosen(middle: str, most: int) -> list[tuple[int, int]]:
    """The places to read, the first of every mark before the second of any, up to `most` characters."""
    found = [[*_places(mark, after, middle)] for mark, after in _MARKS]
    chosen: list[tuple[int, int]] = []
    covered: set[int] = set()
    for place in (place for turn in zip_longest(*found) for place in turn if place is not None):
        span = range(*place)
        more = covered.union(span)
        if len(more) > most:
            continue
        if len(more) > len(covered):
            chosen.append(place)
            covered = more
    return chosen


_MOST_PLACES = 8


def _places(mark: str, after: int, middle: str) -> list[tuple[int, int]]:
    """From where to where it is read around a mark, not twice within what one passage holds."""
    places: list[tuple[int, int]] = []
    for match in re.finditer(mark, middle):
        if not places or match.start() > places[-1][1]:
            end = min(len(middle), match.start() + after)
            places.append((_start(middle, match.start()), end))
        if len(places) == _MOST_PLACES:
            break
    return places


def _start(middle: str, at: int) -> int:
    """Where the sentence begins, or so much before it."""
    least = max(0, at - _BEFORE)
    return max(least, middle.rfind("。", least, at) + 1, middle.rfind("\n", least, at) + 1)
