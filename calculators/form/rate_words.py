"""Rates as contracts, apps and people say them: ``日万分之五``, ``月息2分``, ``年化18%``, ``三成``.

A rate may say of what time it is; where its field asks for another time it is converted the simple way,
as contracts do: a year is twelve months or 365 days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from calculators.form.numerals import Unreadable, folded, number, two_readings

Period = Literal["", "day", "month", "year"]
A_YEAR: dict[str, int] = {"day": 365, "month": 12, "year": 1}
NAMES: dict[str, str] = {"day": "日", "month": "月", "year": "年"}
HINT = "例如 18% 或 万分之五"

_TIMES: dict[str, Period] = {"日": "day", "天": "day", "月": "month", "期": "month", "年": "year"}
_BEFORE = re.compile(
    r"(?:按)?(?:[每一])?(?:个)?([日天月期年])(?:化|付)?(?:利率|利息|利|息|率)?(?:是|为|:|,)?"
)
_AFTER = re.compile(r"(?:/|[每一按](?:个)?)([日天月期年])$")
# So much of so much a time, as lenders say it: 一万一天五块, 借1000元，每天收0.5元利息.
_OF_SO_MUCH = re.compile(
    r"(?:借)?(?P<of>.+?)(?:元|块钱|块)?,?(?:[每一](?P<time>天|日|个?月|年))(?:的)?(?:利息|要|收|是|付|给)?"
    r"(?P<cost>[^每]+?)(?P<coin>元|块钱|块|毛|角)(?:钱)?(?:的)?(?:利息)?"
)
_FRACTIONS = {"百分之": 100, "千分之": 1000, "万分之": 10000}
_SIGNS = {"%": 100, "‰": 1000, "‱": 10000, "个百分点": 100, "个点": 100}
# 分 and 厘 of interest: one 分 is a hundredth a month but a tenth a year, one 厘 a tenth of that.
_FEN: dict[str, int] = {"month": 100, "year": 10}


@dataclass(frozen=True)
class SaidRate:
    """A rate as it was said: a fraction of ``period``; ``bare`` if neither sign nor time stood by it."""

    value: Decimal
    period: Period = ""
    bare: bool = False

    def a(self, period: Period) -> Decimal:
        """The fraction for another time; the same one where either time is unknown."""
        if not period or not self.period or period == self.period:
            return self.value
        return self.value * A_YEAR[self.period] / A_YEAR[period]


def said_rate(typed: object, hint: str = HINT) -> SaidRate:
    """What a rate says; raises ``Unreadable``."""
    said = re.sub(r"\s+", "", folded(typed)).replace("。", ".")
    shared = _OF_SO_MUCH.fullmatch(said)
    if shared:
        lent, cost = (number(shared[name], hint) for name in ("of", "cost"))
        if lent > 0:
            cost /= 10 if shared["coin"] in "毛角" else 1
            return SaidRate(cost / lent, _TIMES[shared["time"][-1]])
    period, words = _timed(said)
    parts = _parts(words, period, hint)
    if parts is not None:
        return SaidRate(parts, period)
    value = number(words, hint)
    if not period:
        return SaidRate(value, bare=True)
    if value < 1 and value:
        raise two_readings(f"{words}%", f"{value * 100:f}%", f"{NAMES[period]}{words}%")
    return SaidRate(value / 100, period)


def _timed(said: str) -> tuple[Period, str]:
    """The time a rate names, before or after it, and the rest."""
    before = _BEFORE.match(said)
    if before and len(said) > before.end():
        return _TIMES[before[1]], said[before.end() :]
    after = _AFTER.search(said)
    if after:
        return _TIMES[after[1]], said[: after.start()]
    return "", re.sub(r"^(?:利率|利息)(?:是|为|:)?", "", said)


def _parts(words: str, period: Period, hint: str) -> Decimal | None:
    """The fraction of what names its parts: ``5%``, ``千分之五``, ``万五``, ``三成五``, ``2分``."""
    for name, parts in _FRACTIONS.items():
        if words.startswith(name):
            return number(words.removeprefix(name), hint) / parts
    for sign, parts in _SIGNS.items():
        if words.endswith(sign):
            return number(words.removesuffix(sign), hint) / parts
    if re.fullmatch(r"万[\d.点一二两三四五六七八九]+", words):
        return number(words[1:], hint) / 10000
    if words == "一半":
        return Decimal("0.5")
    tenths = re.fullmatch(r"(.+?)成(半|[1-9一二三四五六七八九])?", words)
    if tenths:
        return _tens(tenths, hint) / 10
    fen = re.fullmatch(r"(.+?)([分厘])(半|[1-9一二三四五六七八九])?利?息?", words)
    return _interest(fen, period, hint) if fen else None


def _tens(found: re.Match[str], hint: str) -> Decimal:
    """三成五 is 3.5 tenths, 月息二分半 2.5 hundredths: the last group is a tenth of the step before."""
    rest = found[found.lastindex or 1] if (found.lastindex or 1) > 1 else None
    more = {None: Decimal(0), "半": Decimal("0.5")}
    tail = rest if rest not in {"分", "厘"} else None
    part = more[tail] if tail in more else number(str(tail), hint) / 10
    return number(found[1], hint) + part


def _interest(found: re.Match[str], period: Period, hint: str) -> Decimal:
    if period == "day":
        raise Unreadable(f"看不懂，日利率请写百分数，{hint}。")
    steps = _tens(found, hint) / (10 if found[2] == "厘" else 1)
    if not period:
        monthly, yearly = (f"{steps * 100 / _FEN[each]:f}" for each in ("month", "year"))
        raise two_readings(f"每月 {monthly}%", f"每年 {yearly}%", f"月息 {monthly}%")
    return steps / _FEN[period]
