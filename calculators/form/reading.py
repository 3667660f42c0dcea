"""Reads what people really type: full-width digits, 万, %, 万分之五, 2026年11月3日.

Each function returns the value or raises ``Unreadable`` with the end of a Chinese sentence that
starts with the name of the field and gives an example of what would be understood.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_FRACTIONS = {"百分之": 100, "千分之": 1000, "万分之": 10000}
_MOST_DIGITS = 24


class Unreadable(ValueError):
    """What was typed cannot be understood; the text says what would be."""


def amount(typed: object) -> Decimal:
    """A number such as ``20000``, ``２０，０００.５``, ``2万``, ``1.5 万元``, ``¥300``, ``三百``."""
    said = _plain(typed).removeprefix("¥").removeprefix("￥").removesuffix("元").strip()
    scale = Decimal(1)
    for sign, worth in (("亿", 10**8), ("万", 10**4)):
        if said.endswith(sign) and len(said) > 1:
            said, scale = said[:-1].strip(), Decimal(worth)
    return _number(said, "看不懂，请填数字，例如 20000 或 2万。") * scale


def rate(typed: object) -> Decimal:
    """A rate as a fraction: ``18%``, ``万分之五``, ``万5``, ``5‰``, ``0.18``."""
    said = _plain(typed)
    example = "看不懂，请填利率，例如 18% 或 万分之五。"
    for words, parts in _FRACTIONS.items():
        if said.startswith(words):
            return _number(said.removeprefix(words), example) / parts
    if re.fullmatch(r"万[\d.一二三四五六七八九]+", said):
        return _number(said[1:], example) / 10000
    for sign, parts in (("%", 100), ("‰", 1000), ("‱", 10000)):
        if said.endswith(sign):
            return _number(said[:-1].strip(), example) / parts
    return _number(said, example)


def day(typed: object) -> date:
    """A date: ``2026-11-03``, ``2026/11/3``, ``2026年11月3日``, ``20261103``."""
    said = _plain(typed).replace(" ", "")
    found = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", said) or re.fullmatch(
        r"(\d{4})(\d{2})(\d{2})", said
    )
    if not found:
        raise Unreadable("看不懂，请按年-月-日填，例如 2026-11-03。")
    try:
        return date(*(int(number) for number in found.groups()))
    except ValueError:
        raise Unreadable("日历上没有这一天，请再看一眼，例如 2026-11-03。") from None


def moment(typed: object) -> datetime:
    """A day and a time of day: ``2026-11-03 22:15``, ``2026年11月3日22点15分``, ``...T22:15``."""
    said = _folded(typed).replace("T", " ").replace("点", ":").removesuffix("分")
    found = re.fullmatch(r"(.+?日|\S+)\s*(\d{1,2}):(\d{0,2})(:\d{2})?", said, re.ASCII)
    if not found:
        raise Unreadable("看不懂，请写日期和时间，例如 2026-11-03 22:15。")
    try:
        clock = time(int(found[2]), int(found[3] or 0))
    except ValueError:
        raise Unreadable("没有这个时间，请按 24 小时写，例如 22:15。") from None
    return datetime.combine(day(found[1]), clock)


def flag(typed: object) -> bool:
    """Yes or no: true/false, 是/否, on, 1/0."""
    said = str(typed).strip().lower()
    if said in {"true", "1", "on", "yes", "是", "有"}:
        return True
    if said in {"false", "0", "off", "no", "否", "没有", "无"}:
        return False
    raise Unreadable("要填“是”或“否”。")


def words(typed: object) -> str:
    """A text without control characters, which no person types on purpose."""
    return "".join(
        c for c in str(typed) if c in "\n\t" or unicodedata.category(c)[0] != "C"
    ).strip()


def _folded(typed: object) -> str:
    """NFKC turns full-width digits and signs into plain ones."""
    if isinstance(typed, bool) or not isinstance(typed, (str, int, float, Decimal)):
        raise Unreadable("看不懂，请填一个数。")
    return unicodedata.normalize("NFKC", str(typed)).strip()


def _plain(typed: object) -> str:
    """What was typed, folded and without grouping marks."""
    folded = _folded(typed)
    return re.sub(r"(?<=\d)[,，、\s](?=\d)", "", folded).replace("。", ".").replace("．", ".")


def _number(said: str, otherwise: str) -> Decimal:
    if len(said) > _MOST_DIGITS:
        raise Unreadable("数字太长了，请再看一眼。")
    try:
        if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?", said, re.ASCII):
            return Decimal(said)
        return _chinese(said)
    except (InvalidOperation, KeyError):
        raise Unreadable(otherwise) from None


def _chinese(said: str) -> Decimal:
    """Chinese numerals up to thousands, such as 五, 二十四, 三百零五, 四点五."""
    if not said:
        raise KeyError(said)
    whole, _, tail = said.partition("点")
    total, digit = 0, 0
    for sign in whole:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    decimals = "".join(str(_DIGITS[sign]) for sign in tail)
    return Decimal(f"{total + digit}.{decimals or 0}")
