"""Rates as contracts, apps and people say them: ``日万分之五``, ``月息2分``, ``年化18%``, ``三成``.

A rate may say of what time it is; where its field asks for another time it is converted the simple way,
as contracts do: a year is twelve months or 365 days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from calculators.form.numerals import Unreadable, bare, folded, number, two_readings

Period = Literal["", "day", "month", "year"]
A_YEAR: dict[str, int] = {"day": 365, "month": 12, "year": 1}
NAMES: dict[str, str] = {"day": "日", "month": "月", "year": "年"}
HINT = "例如 18% 或 万分之五"

_TIMES: dict[str, Period] = {"日": "day", "天": "day", "月": "month", "期": "month", "年": "year"}
_FEE = r"(?:手续|服务|担保)?费率?"
_KIND = "(?:综合|实际|名义|固定|执行|约定|合同|借款|贷款|真实|单利)*"
_BEFORE = re.compile(
    rf"{_KIND}(?:按)?(?:[每一])?(?:个)?([日天月期年])(?:化|付)?(?:综合)?(?:(?:融资|资金)?成本)?(?:{_FEE}|利率|利息|利|息|率)?(?:\(?单利\)?)?(?:是|为|:|,)?"
)
_AFTER = re.compile(
    r"(?:/|[每一按](?:个)?|(?<=[%‰点])的?)(?P<time>[日天月期年])(?:化|利率|利息|利|息|率)?$"
    r"|\((?P<apart>[日月年])(?:化|利率|息)?\)$"
)
_UNTIMED = re.compile(
    rf"^(?:一共|总共|合计)?{_KIND}(?:(?:{_FEE}|利率|利息)(?:\(?单利\)?)?(?:是|为|:)?)?"
)
_NOTHING = re.compile(r"[免无零0][利息]息?率?|(?:没有|不[收要])利息|无利息|[零0]费率")
# So much of so much a time, as lenders say it: 一万一天五块, 借1000元，每天收0.5元利息, 每万元日息5元.
_OF_SO_MUCH = re.compile(
    r"(?:借|每)?(?P<of>.+?)(?:元|块钱|块)?,?(?:(?:[每一]|(?<!\d)1)(?P<time>天|日|个?月|年)|(?P<interest>[日月年])息)(?:的)?(?:利息|要|收|是|付|给)?"
    r"(?P<cost>[^每]+?)(?P<coin>元|块钱|块|毛|角)(?:钱)?(?:的)?(?:利息)?"
)
# So much a time, but of how much? 一毛钱一天, 每天5元.
_OF_WHAT = re.compile(
    r"(?:[每一](?:天|日|个?月|年))?[收付要]?[^每]+?(?:元|块|毛|角|分钱)钱?(?:利息)?(?:[每一/](?:天|日|个?月|年))?"
)
_IN_ALL = re.compile(
    r"(?P<months>\d+|[一二三四五六七八九十]+)(?:期|个月)(?:一共|总共|共|收|费率|手续费)*(?P<rate>[\d.]+%)|(?P<rate_>[\d.]+%)[/,]?(?P<months_>\d+)(?:期|个月)"
)
_FRACTIONS = {"百分之": 100, "千分之": 1000, "万分之": 10000}
_SIGNS = {
    "%": 100,
    "‰": 1000,
    "‱": 10000,
    "个百分点": 100,
    "个点": 100,
    "个基点": 10000,
    "基点": 10000,
}
_TIMES_OF = re.compile(
    r"(?P<before>[\d.一二两三四五六七八九十点]+)(?:倍|[*×x](?=lpr))|lpr[*×x](?P<after>[\d.]+)",
    re.IGNORECASE,
)
_OFF = re.compile(r"打?(?P<tenths>[\d.一二三四五六七八九]+)折")
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
    said = re.sub("bps?$", "基点", said, flags=re.IGNORECASE)
    if _NOTHING.fullmatch(said):
        return SaidRate(Decimal(0))
    shared = _OF_SO_MUCH.fullmatch(said)
    if shared:
        of = shared["of"] if shared["of"] not in {"万", "千", "百"} else f"一{shared['of']}"
        lent, cost = number(of, hint), number(shared["cost"], hint)
        if lent > 0:
            cost /= 10 if shared["coin"] in "毛角" else 1
            return SaidRate(cost / lent, _TIMES[(shared["time"] or shared["interest"])[-1]])
    halved = _no_rate(said)
    if halved:
        return halved
    period, words = _timed(said)
    parts = _parts(words, period, hint)
    if parts is not None:
        return SaidRate(parts, period)
    value = number(words, hint)
    if not period:
        return SaidRate(value, bare=True)
    if value < 1 and value:
        one, other = (f"{bare(each)}%" for each in (value, value * 100))
        options = (NAMES[period] + one, NAMES[period] + other)
        raise two_readings(one, other, options[0], options)
    return SaidRate(value / 100, period)


def _no_rate(said: str) -> SaidRate | None:
    """Refuse what is no rate yet, and say what is missing: of how much, of which rate, for how many months.

    Half of something, 五折, is the same both ways, and a share.
    """
    if re.search(r"借.+还", said):
        raise Unreadable("写的是一共还多少，不是利率，请填百分数，例如 18%。")
    if _OF_WHAT.fullmatch(said):
        raise Unreadable("没写是借多少钱的利息，请写全，例如 一万一天五块。")
    in_all = _IN_ALL.fullmatch(said)
    if in_all:
        months, rate = in_all["months"] or in_all["months_"], in_all["rate"] or in_all["rate_"]
        said = f"里有两个数，是 {months} 期一共 {rate}，还是每期 {rate}，这一格只填百分数"
        raise Unreadable(f"{said}，例如 {rate}。", (rate,))
    is_lpr = "lpr" in said.lower()
    times = _TIMES_OF.search(said)
    if times and (is_lpr or times.end() == len(said)):
        _refuse_multiple(times, is_lpr=is_lpr)
    if is_lpr:
        raise Unreadable("LPR 每个月公布一次，请查到那个月的再填百分数，例如 3.5%。")
    off = _OFF.fullmatch(said)
    if off:
        paid = _tenths_paid(off["tenths"])
        if paid == 50:
            return SaidRate(
                Decimal("0.5")
            )  # the half that is paid is as much as the half that is not
        shares = tuple(f"{bare(each)}%" for each in (paid, 100 - paid))
        raise two_readings(f"付 {shares[0]}", f"少付 {shares[1]}", shares[0], shares)
    return None


def _refuse_multiple(found: re.Match[str], *, is_lpr: bool) -> None:
    """Four times LPR: what it comes to hangs on a rate that is published month by month."""
    times = number(found["before"] or found["after"], HINT)
    usual, of = (Decimal(3), "LPR ") if is_lpr else (Decimal(18), "平时的利率")
    comes = f"{bare(times * usual)}%"
    raise Unreadable(f"写的是倍数，请乘好再填，例如 {of}是 {usual}%，{times:f} 倍就填 {comes}。")


def _tenths_paid(said: str) -> Decimal:
    """七折 pays 70 %, 八五折 and 8.5折 pay 85 %."""
    if len(said) > 1 and "." not in said:
        return sum(
            (number(sign, HINT) * step for sign, step in zip(said, (10, 1), strict=False)),
            Decimal(0),
        )
    return number(said, HINT) * 10


def _timed(said: str) -> tuple[Period, str]:
    """The time a rate names, before or after it, and the rest."""
    before = _BEFORE.match(said)
    if before and len(said) > before.end():
        return _TIMES[before[1]], said[before.end() :]
    after = _AFTER.search(said)
    if after:
        return _TIMES[after["time"] or after["apart"]], said[: after.start()]
    return "", _UNTIMED.sub("", said)


def _parts(words: str, period: Period, hint: str) -> Decimal | None:
    """The fraction of what names its parts: ``5%``, ``千分之五``, ``万五``, ``三成五``, ``2分``."""
    for name, parts in _FRACTIONS.items():
        if words.startswith(name):
            return number(words.removeprefix(name), hint) / parts
    for sign, parts in _SIGNS.items():
        if words.endswith(sign):
            return number(words.removesuffix(sign), hint) / parts
    if re.fullmatch(r"[千万][\d.点一二两三四五六七八九]+", words):
        return number(words[1:], hint) / (10000 if words[0] == "万" else 1000)
    if words == "一半":
        return Decimal("0.5")
    tenths = re.fullmatch(r"(.+?)成(半|[1-9一二三四五六七八九])?", words)
    if tenths:
        return _tens(tenths, hint) / 10
    words = re.sub(r"分([1-9一二三四五六七八九])厘", r"分\1", words)
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
        shares = (f"{bare(steps * 100 / _FEN[each])}%" for each in ("month", "year"))
        monthly, yearly = shares
        options = (f"月息{monthly}", f"年息{yearly}")
        raise two_readings(f"每月 {monthly}", f"每年 {yearly}", f"月息 {monthly}", options)
    return steps / _FEN[period]
