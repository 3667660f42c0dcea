"""Reads what people really type, by the grammars of the modules beside it.

Each function returns the value or raises ``Unreadable`` with the end of a Chinese sentence that starts
with the name of the field and shows a form that would be understood.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal

from calculators.form.day_words import said_day, said_hour, said_moment
from calculators.form.numerals import Unreadable, bare, folded, is_about, number, two_readings
from calculators.form.rate_words import SaidRate, said_rate

__all__ = ["SaidRate", "Unreadable", "amount", "counted", "day", "flag", "moment", "rate", "said_rate", "words"]  # fmt: skip

AMOUNT_HINT = "例如 20000 或 2万"
_BESIDE_MONEY = re.compile(r"^(?:人民币|rmb|cny|¥)\s*|\s*(?:人民币|rmb|cny)$", re.IGNORECASE)
_NAMED = re.compile(
    r"^(?:(?:本金|金额|欠款|还欠|[总一]?共?欠了?|[总一]共|[共合总]计|共|是|:)\s*)+(?=[¥\d零一二两三四五六七八九十])"
)
"""What people write before a sum and what changes nothing of it: 本金20000, 欠2万, 共3500元."""
_MARKS = " ,;!、“”\"'"
"""What stands around a sum that was copied with the sentence it stood in."""
_FOREIGN = re.compile(
    r"[$€£]|[美欧日港韩澳台加][元金币刀]|英镑|卢布|泰铢|usd|hkd|eur|jpy|gbp|刀$", re.IGNORECASE
)
_SHARE = re.compile(r"%|‰|百分之|[\d一二两三四五六七八九十]成|折|^一?半$")
_MONEY = re.compile(r"(.*?)(?:块钱|[元块圆])(.*?)[钱整正]?")
_SMALL = re.compile(r"(?:(?P<jiao>[^角毛分]+)[角毛])?(?:(?P<fen>[^角毛分]+)分)?")
_BY_TIME = re.compile(r"[\d零一二两三四五六七八九十百千万元块,，][每一](?:天|日|个?月|年)")
_EACH = re.compile(
    r"^(?:每个?|一个?)?(?:天|日|月|年)[薪入供]?(?=[\d一二两三四五六七八九十])|/(?:天|日|个?月|年|人)$"
)
_WHICH_POINT = re.compile(r"[1-9]\d{0,2}\.000", re.ASCII)
_TENTHS = re.compile(r".*[百千万亿wWkK]")
"""Words that end in a unit: a digit behind their 块 may be its tenth, or a tenth of a yuan."""

_MONTHS = ("个月", "月", "期", "个")
_UNITS: dict[str, tuple[str, ...]] = {
    "天": ("天", "日"),
    "个月": _MONTHS,
    "期": _MONTHS,
    "人": ("个人", "口人", "口之家", "个", "人", "口", "位"),
    "种": ("个", "种"),
    "倍": ("倍", "x"),
    "号": ("号", "日"),
    "点": ("点", "时"),
    "": ("期", "次"),
}
_MULTIPLES = {
    "天": (("个星期", 7), ("星期", 7), ("个礼拜", 7), ("礼拜", 7), ("周", 7)),
    "个月": (("年", 12), ("个季度", 3)),
    "期": (("年", 12), ("个季度", 3)),
}
_EXAMPLES = {"天": "20", "倍": "1.5", "号": "5", "点": "22"}
_NO_DAYS = re.compile(r".*(?:个月|个半月|年)")
_AROUND = re.compile(
    r"^(?:罚息是?|剩余|还剩|还有|一共|逾期|晚了|每个?月|一家|[剩共满整×x])|[了整]$|(?<=[天日])内$"
)
"""What people write beside a number of days, months or people, and what says nothing more of it."""
_PEOPLE = re.compile(r"([\d一二两三四五六七八九]+)个?(?:老人|小孩|孩子|大人|[老小大娃])")
_RAISED = re.compile(r"(?:.*?利率.*?)?(?:上浮|上调|加收|再加|多收|加)(.+%|百分之.+|.+成)")
_STAGE = re.compile(r"[mM]\d\+?")


def amount(typed: object) -> Decimal:
    """Yuan as ``20000``, ``２０，０００.５``, ``2万``, ``1万5千``, ``¥300``, ``三块五``, ``五元三角``."""
    said = _BESIDE_MONEY.sub("", _NAMED.sub("", folded(typed).strip(_MARKS)))
    if isinstance(typed, str) and _WHICH_POINT.fullmatch(said):
        one, other = said.partition(".")[0], said.replace(".", "")
        raise two_readings(one, other, one, (one, other))
    _refuse_more_than_money(said)
    money = _MONEY.fullmatch(said)
    if is_about(said):
        return number(said, AMOUNT_HINT)
    if not money:
        coins = (
            _SMALL.fullmatch(said.removesuffix("钱")) if re.search("[角毛分]钱?$", said) else None
        )
        return _small(coins[0]) if coins else number(re.sub("[整正]$", "", said), AMOUNT_HINT)
    whole, rest = number(money[1], AMOUNT_HINT), money[2].strip()
    if re.fullmatch("[零0][一二三四五六七八九1-9]", rest) and f"{whole:f}".endswith("00"):
        digit = number(rest[1:], AMOUNT_HINT)
        raise _which_place(whole, digit, digit / 100)
    if re.fullmatch("[一二三四五六七八九1-9]", rest) and _TENTHS.fullmatch(money[1]):
        zeros = len(f"{whole:f}") - len(f"{whole:f}".rstrip("0"))
        digit = number(rest, AMOUNT_HINT)
        raise _which_place(whole, digit.scaleb(zeros - 1), digit / 10)
    return whole + _small(rest)


def _refuse_more_than_money(said: str) -> None:
    """Refuse what is no sum of yuan alone, and say what it is: a share, other coins, a sum for a time."""
    if _FOREIGN.search(said):
        raise Unreadable("像是外币，这里只算人民币，请折成人民币再填，例如 20000。")
    if _SHARE.search(said):
        raise Unreadable("写的是比例，这一格填多少钱，请乘好再填，例如 20000 或 2万。")
    if _BY_TIME.search(said):
        raise Unreadable(f"里像是有两个数，这一格只填一个，{AMOUNT_HINT}。")
    alone = _EACH.sub("", said)
    if alone != said:
        raise Unreadable(f"里写了时间，这一格只填多少钱，例如 {alone}。", (alone,))
    if re.fullmatch(r"\(.+\)", said):
        raise Unreadable(f"有括号，表格里那是负数，不是负数就去掉括号，例如 {said[1:-1]}。")


def _which_place(whole: Decimal, first: Decimal, second: Decimal) -> Unreadable:
    """The question of a digit behind 块 that may be yuan, or a part of one."""
    sums = (f"{whole + first:f}", f"{whole + second:f}")
    return two_readings(*sums, sums[0], sums)


def _small(said: str) -> Decimal:
    """Jiao and fen: ``五``, ``50``, ``零五``, ``半``, ``二五``, ``三角``, ``3毛2分``, ``二毛五``."""
    if said in ("", "半"):
        return Decimal("0.5") if said else Decimal(0)
    short = re.fullmatch("零?(.)[角毛](.)", said)
    if short and f"{short[2]}" not in "角毛分钱":
        return number(short[1], AMOUNT_HINT) / 10 + number(short[2], AMOUNT_HINT) / 100
    parts = _SMALL.fullmatch(re.sub("^零(?=.+[角毛])", "", said))
    if parts and (parts["jiao"] or parts["fen"]):
        jiao, fen = (number(parts[name] or "0", AMOUNT_HINT) for name in ("jiao", "fen"))
        if jiao < 10 and fen < 10:
            return jiao / 10 + fen / 100
    elif re.fullmatch("零[1-9]", said):
        return number(said[1:], AMOUNT_HINT) / 100
    elif re.fullmatch(r"\d{1,2}|[零一二三四五六七八九]?[一二三四五六七八九]", said, re.ASCII):
        return number("0." + said if said.isdigit() else f"零点{said}", AMOUNT_HINT)
    raise Unreadable(f"看不懂，请填数字，{AMOUNT_HINT}。")


def counted(typed: object, unit: str) -> Decimal:
    """A number of ``unit`` as ``20``, ``20天``, ``两周``, ``1.5倍``, ``一年半``.

    Raises ``Unreadable`` with an example of that unit, never of money.
    """
    example = _EXAMPLES.get(unit, "12")
    hint = f"例如 {example}" + (f" 或 {example}{unit}" if unit in _UNITS and unit else "")
    said = re.sub(r"\s+(?=\D)", "", folded(typed))
    said = said.removeprefix("第") if not unit else said
    said = re.sub("个?(?:自然日|日历[天日])", "天", said) if unit == "天" else said
    _refuse_other_counts(said, unit, hint)
    said = _AROUND.sub("", said)
    found = _of_its_own(said, unit, hint)
    if found is not None:
        return found
    for word, worth in _MULTIPLES.get(unit, ()):
        head, between, tail = said.partition(word)
        if between:
            return _several(head, tail, worth, unit, hint)
    half = re.fullmatch(rf"(.+)(?:{re.escape(unit) or '$^'})半", said) or (
        re.fullmatch("(.+)个半月", said) if unit in {"个月", "期"} else None
    )
    if half:
        return number(half[1], hint) + Decimal("0.5")
    words = sorted(_UNITS.get(unit, ()), key=len, reverse=True)
    return number(re.sub(f"(?:{'|'.join(words)})$", "", said) if words else said, hint)


def _of_its_own(said: str, unit: str, hint: str) -> Decimal | None:
    """What only a number of that unit may be: 晚上10点, 月底, 两老一小, 上浮50%."""
    if unit == "点":
        hour = said_hour(said)
        return None if hour is None else Decimal(hour)
    if unit == "号":
        return Decimal(31) if re.fullmatch("月?[底末]|最后一天", said) else None
    if unit == "人":
        people = _PEOPLE.findall(said)
        whole = people and not _PEOPLE.sub("", said)
        return sum((number(each, hint) for each in people), Decimal(0)) if whole else None
    if unit == "倍" and said in {"双倍", "加倍", "翻倍"}:
        return Decimal(2)
    raised = _RAISED.fullmatch(said) if unit == "倍" else None
    if raised:
        return 1 + said_rate(raised[1], hint).value
    is_share = unit == "倍" and re.search("%$|^百分之", said)
    return _times(said, hint) if is_share else None


def _refuse_other_counts(said: str, unit: str, hint: str) -> None:
    """Refuse what counts something else than ``unit``, and say what it is."""
    if unit == "天" and _NO_DAYS.fullmatch(said):
        raise Unreadable(f"要填天数，一个月有 28 到 31 天，请数一数，{hint}。")
    if unit == "天" and _STAGE.fullmatch(said):
        raise Unreadable(f"是对方分的档，这里要填天数，请在 App 里看逾期了几天，{hint}。")
    if unit == "天" and "工作日" in said:
        raise Unreadable(f"写的是工作日，这里要连休息日一起数，{hint}。")
    if unit == "天" and said.endswith("号"):
        raise Unreadable(f"像是日期，这一格填一共几天，{hint}。")
    if unit in {"个月", "期"} and re.search("[天日]$", said):
        raise Unreadable(f"写的是天数，这一格填几{unit}，{hint}。")
    if said.startswith("第"):
        raise Unreadable(f"写的是第几{unit}，这一格填一共几{unit}，{hint}。")
    if re.search(r"\d/\d", said):
        raise Unreadable(f"里像是有两个数，这一格只填一个，{hint}。")
    if unit == "倍" and re.fullmatch(r"[1-9]\d\d", said):
        times = f"{bare(Decimal(said) / 100)}倍"
        raise Unreadable(f"写的是 {said}，是 {said}% 就写成 {times}，例如 {times}。", (times,))
    if unit == "倍" and re.fullmatch("一?半", said):
        raise two_readings("0.5 倍", "1.5 倍", "1.5倍", ("1.5倍",))


def _times(said: str, hint: str) -> Decimal:
    """150% is 1.5 times; up to 100 % it may be meant on top: a penalty that adds 50 % is 1.5 times."""
    share = said_rate(said, hint).value
    if share > 1:
        return share
    times = tuple(bare(each) for each in (share, 1 + share))
    raise two_readings(f"{times[0]} 倍", f"{times[1]} 倍", f"{times[1]}倍", (f"{times[1]}倍",))


def _several(head: str, tail: str, worth: int, unit: str, hint: str) -> Decimal:
    """两周 is 14 days; 一年半 and 1年零3个月 are 18 and 15 months."""
    several = number(head, hint) * worth
    rest = re.sub("^[零又]", "", tail)
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
    said = str(typed)
    if not said.isprintable():
        said = "".join(c for c in said if c in "\n\t" or unicodedata.category(c)[0] != "C")
    return said.strip()
