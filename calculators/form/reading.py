"""Reads what people really type, by the grammars of the modules beside it.

Each function returns the value or raises ``Unreadable`` with the end of a Chinese sentence that starts
with the name of the field and shows a form that would be understood.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal

from calculators.form.day_words import said_day, said_moment
from calculators.form.numerals import Unreadable, folded, is_about, number, two_readings
from calculators.form.rate_words import SaidRate, said_rate

__all__ = ["SaidRate", "Unreadable", "amount", "counted", "day", "flag", "moment", "rate", "said_rate", "words"]  # fmt: skip

AMOUNT_HINT = "例如 20000 或 2万"
_BEFORE_MONEY = re.compile(r"^(?:人民币|rmb|cny|¥|￥)\s*", re.IGNORECASE)
_MONEY = re.compile(r"(.*?)(?:块钱|[元块圆])(.*?)[钱整正]?")
_SMALL = re.compile(r"(?:(?P<jiao>[^角毛分]+)[角毛])?(?:(?P<fen>[^角毛分]+)分)?")
_BY_TIME = re.compile(r"[\d零一二两三四五六七八九十百千万元块,，][每一](?:天|日|个?月|年)")
_WHICH_POINT = re.compile(r"[1-9]\d{0,2}\.000", re.ASCII)

_UNITS = {
    "天": "天日号",
    "个月": "个月期",
    "期": "个月期",
    "人": "个人口位",
    "种": "个种",
    "倍": "倍",
}
_MULTIPLES = {
    "天": (("个星期", 7), ("星期", 7), ("个礼拜", 7), ("礼拜", 7), ("周", 7)),
    "个月": (("年", 12),),
    "期": (("年", 12),),
}
_EXAMPLES = {"天": "20", "倍": "1.5"}
_NO_DAYS = re.compile(r".*(?:个月|个半月|年)")


def amount(typed: object) -> Decimal:
    """Yuan as ``20000``, ``２０，０００.５``, ``2万``, ``1万5千``, ``¥300``, ``三块五``, ``五元三角``."""
    said = _BEFORE_MONEY.sub("", folded(typed)).removesuffix("人民币")
    if isinstance(typed, str) and _WHICH_POINT.fullmatch(said):
        raise two_readings(said.partition(".")[0], said.replace(".", ""), said.partition(".")[0])
    if _BY_TIME.search(said):
        raise Unreadable(f"里像是有两个数，这一格只填一个，{AMOUNT_HINT}。")
    money = _MONEY.fullmatch(said)
    if not money or is_about(said):
        return number(said, AMOUNT_HINT)
    whole, rest = number(money[1], AMOUNT_HINT), money[2].strip()
    if re.fullmatch("[零0][一二三四五六七八九1-9]", rest) and f"{whole:f}".endswith("00"):
        digit = number(rest[1:], AMOUNT_HINT)
        raise two_readings(f"{whole + digit:f}", f"{whole + digit / 100:f}", f"{whole + digit:f}")
    return whole + _small(rest)


def _small(said: str) -> Decimal:
    """Jiao and fen: ``五``, ``50``, ``零五``, ``三角``, ``3毛2分``."""
    if not said:
        return Decimal(0)
    parts = _SMALL.fullmatch(said)
    if parts and (parts["jiao"] or parts["fen"]):
        jiao, fen = (number(parts[name] or "0", AMOUNT_HINT) for name in ("jiao", "fen"))
        if jiao < 10 and fen < 10:
            return jiao / 10 + fen / 100
    elif re.fullmatch("零[1-9]", said):
        return number(said[1:], AMOUNT_HINT) / 100
    elif re.fullmatch(r"\d{1,2}|零?[一二三四五六七八九]", said, re.ASCII):
        return number("0." + said if said.isdigit() else f"零点{said}", AMOUNT_HINT)
    raise Unreadable(f"看不懂，请填数字，{AMOUNT_HINT}。")


def counted(typed: object, unit: str) -> Decimal:
    """A number of ``unit`` as ``20``, ``20天``, ``两周``, ``1.5倍``, ``一年半``.

    Raises ``Unreadable`` with an example of that unit, never of money.
    """
    example = _EXAMPLES.get(unit, "12")
    hint = f"例如 {example}" + (f" 或 {example}{unit}" if unit in _UNITS else "")
    said = re.sub(r"\s+(?=\D)", "", folded(typed))
    if unit == "天" and _NO_DAYS.fullmatch(said):
        raise Unreadable(f"要填天数，一个月有 28 到 31 天，请数一数，{hint}。")
    for word, worth in _MULTIPLES.get(unit, ()):
        head, found, tail = said.partition(word)
        if found:
            return _several(head, tail, worth, unit, hint)
    if unit == "倍" and said.endswith("%"):
        return number(said[:-1], hint) / 100
    half = re.fullmatch(rf"(.+)(?:{re.escape(unit) or '$^'})半", said)
    if half:
        return number(half[1], hint) + Decimal("0.5")
    bare = re.sub(rf"(?:{'|'.join(_words_of(unit))})$", "", said) if _words_of(unit) else said
    return number(bare, hint)


def _words_of(unit: str) -> list[str]:
    """The words that may stand behind a number of ``unit``, longest first."""
    if unit == "个月":
        return ["个月", "月", "期"]
    singles = list(_UNITS.get(unit, ""))
    return ["个人", "口人", *singles] if unit == "人" else singles


def _several(head: str, tail: str, worth: int, unit: str, hint: str) -> Decimal:
    """两周 is 14 days; 一年半 and 1年零3个月 are 18 and 15 months."""
    several = number(head, hint) * worth
    rest = tail.removeprefix("零")
    if rest == "半":
        return several + Decimal(worth) / 2
    return several + (counted(rest, unit) if rest else 0)


def rate(typed: object) -> Decimal:
    """A rate as a fraction: ``18%``, ``万分之五``, ``万5``, ``5‰``, ``三成``, ``0.18``."""
    return said_rate(typed).value


def day(typed: object, on: date | None = None) -> date:
    """A date: ``2026-11-03``, ``2026年11月3号``, ``20261103``; ``11月3日`` is the one nearest to ``on``."""
    return said_day(typed, on)


def moment(typed: object, on: date | None = None) -> datetime:
    """A day and a time of day: ``2026-11-03 22:15``, ``2026年11月3日下午3点半``."""
    return said_moment(typed, on)


def flag(typed: object) -> bool:
    """Yes or no: true/false, 是/否, on, 1/0."""
    said = str(typed).strip().lower()
    if said in {"true", "1", "on", "yes", "是", "是的", "对", "有"}:
        return True
    if said in {"false", "0", "off", "no", "否", "不", "不是", "没", "没有", "无"}:
        return False
    raise Unreadable("要填“是”或“否”。")


def words(typed: object) -> str:
    """A text without control characters, which no person types on purpose."""
    return "".join(
        c for c in str(typed) if c in "\n\t" or unicodedata.category(c)[0] != "C"
    ).strip()
