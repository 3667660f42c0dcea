"""Numbers as people say and write them, in figures, in words and in both: ``1万5千``, ``二百五``, ``2w``.

The grammar, with the value of each step (亿 10^8, 万 10^4, 千, 百, 十)::

    number   = head unit tail | figures | digits [点 digits] | 半
    head     = number               十 may stand without one
    tail     = nothing
             | 零 number            一万零五 = 10,005
             | one digit            the next lower unit: 二百五 = 250, 5万3 = 53,000
             | 半                   half the unit: 一万半 = 15,000
             | figures              as many as the unit has zeros: 1万5000, 1万5000.5
             | number               with units of its own, below this one: 一万五百 = 10,500

What has two readings is refused, and both are named: 1万50 is 10,050 or 15,000, 七八 is 78 or "seven
to eight". 三五千 is only "three to five thousand", and refused as a range; 小一万, 千把块 and 5000+ are
only about a number. A unit has a number before it: 万五 is nobody's figure until it says 一万五.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")}
_UNITS = (("亿", 8), ("万", 4), ("千", 3), ("百", 2), ("十", 1))
_HEADLESS = re.compile(r"[亿万千百][\d零一二三四五六七八九十百千万亿半点.]*", re.ASCII)
_FORMAL = str.maketrans(
    "〇○壹贰貳叁參肆伍陆陸柒捌玖两俩兩拾佰仟萬億wWkK點",
    "零零一二二三三四五六六七八九二二二十百千万亿万万千千点",
)
_FIGURES = re.compile(r"(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?", re.ASCII)
_GROUPED = re.compile(r"(?<![\d.])(\d+)((?:[, ]\d+)+)(?!\d)", re.ASCII)
_UNIT_BEHIND = re.compile("[百千万亿萬億wWkK]")
_ABOUT = re.compile(
    r"[多几来近約]|约(?!定)|(?<!剩)余|左右|上下|大概|大致|差不多|不到|不足|超过|[高低少]于|出头|挂零|以[上下内外]|[至最][少多]|[?？]|\+$"
    r"|小[\d一二两三四五六七八九]|快[\d一二两三四五六七八九十]|好[一二两]|上[百千万]|[百千万][把儿]"
    r"|(?<![\d一二两三四五六七八九十百千])(?:百八十|千八百|万八千)"
)
_RANGE = re.compile(
    r"[\d零一二三四五六七八九十百千万亿kKwW%天]\s*(?:[-~]+|到|至|或者?)\s*[\d一二三四五六七八九十]"
)
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_COUNTED = re.compile(r"(?<=[\d一二三四五六七八九十两])个(?=[万亿千百萬億wWkK])")
_MOST_CHARACTERS = 24


class Unreadable(ValueError):
    """What was typed cannot be understood; the text, the end of a sentence, says what would be.

    ``options`` are what could be meant, as it would be typed: one tap each in the page.
    """

    def __init__(self, message: str, options: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.options = options


def folded(typed: object) -> str:
    """What was typed with full-width digits and signs made plain (NFKC), without outer spaces."""
    if isinstance(typed, bool) or not isinstance(typed, (str, int, float, Decimal)):
        raise Unreadable("看不懂，请填一个数，例如 12。")
    return unicodedata.normalize("NFKC", str(typed)).translate(_DASHES).strip()


def bare(value: Decimal) -> str:
    """A number as it would be typed: no zeros behind that say nothing."""
    said = f"{value:f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def is_about(said: str) -> bool:
    """Whether what was said is only about a number: 二十来万, 一万块不到."""
    return bool(_ABOUT.search(said) and re.search(r"[\d零一二两三四五六七八九十百千万亿]", said))


def number(said: str, hint: str) -> Decimal:
    """The number that ``said`` (already ``folded``) stands for.

    ``hint`` ends the sentence of a refusal with what would be understood, such as ``例如 20000``.
    Raises ``Unreadable`` for what is no number, has two readings, or is only about a number.
    """
    if _RANGE.search(said):
        raise Unreadable(f"像是一个范围，请填一个确定的数，{hint}。")
    if is_about(said):
        raise Unreadable(f"像是一个大概的数，请填一个确定的数，{hint}。")
    if len(said) > _MOST_CHARACTERS:
        raise Unreadable(f"写得太长了，请再看一眼，{hint}。")
    sign = -1 if said[:1] in {"-", "负"} else 1
    plain = ungrouped(said.lstrip("+") if sign > 0 else said[1:]).replace("。", ".")
    try:
        plain = _COUNTED.sub("", re.sub(r"\s+", "", plain))
        plain = plain.translate(_FORMAL)
        if _HEADLESS.fullmatch(plain):
            raise Unreadable(f"的“{plain[0]}”字前面没有数，请写全，例如 一{plain}。")
        found = _value(plain)
        return sign * Decimal(f"{found:f}")
    except (KeyError, IndexError):
        raise Unreadable(f"看不懂，请填数字，{hint}。") from None


def two_readings(first: str, second: str, write: str, options: tuple[str, ...] = ()) -> Unreadable:
    """The refusal of what may mean ``first`` or ``second``; ``write`` shows how to say the first."""
    return Unreadable(f"有两种读法，{first}，或者 {second}，请写明白，例如 {write}。", options)


def ungrouped(said: str) -> str:
    """Take commas and spaces out of ``20,000``, ``2,0000`` and ``20 000``; other groups are refused."""
    return _GROUPED.sub(_joined, said)


def _joined(found: re.Match[str]) -> str:
    first, *groups = re.split(r"[, ]", found[0])
    sizes = {len(group) for group in groups}
    if sizes == {4} and len(first) == 4:
        whole = "".join((first, *groups))
        apart = " 和 ".join((first, *groups))
        raise two_readings(whole, f"{apart} 几个数", whole, (whole,))
    if sizes in ({3}, {4}) and 0 < len(first) <= max(sizes):
        return "".join((first, *groups))
    if len(groups) == 1:
        unit = _UNIT_BEHIND.match(found.string, found.end())
        behind = unit[0] if unit else ""
        sums = (f"{first}.{groups[0]}{behind}", f"{first}{groups[0]}{behind}")
        raise two_readings(*sums, sums[0], sums)
    raise Unreadable(f"里的逗号隔得不对，请去掉逗号，例如 {''.join((first, *groups))}。")


def _value(said: str) -> Decimal:
    """The value of a number in the grammar above; ``KeyError`` if it is none."""
    for unit, zeros in _UNITS:
        if unit in said:
            head, _, tail = said.partition(unit) if unit != "亿" else said.rpartition(unit)
            return _head(head, unit).scaleb(zeros) + _tail(head, tail, zeros)
    if _FIGURES.fullmatch(said):
        return Decimal(said)
    if said == "半":
        return Decimal("0.5")
    whole, point, decimals = said.partition("点")
    if point and re.fullmatch(r"\d+", whole, re.ASCII):
        return Decimal(whole) + _decimals(decimals)
    found = Decimal(_row(whole)) if whole or not point else Decimal(0)
    return found + _decimals(decimals) if point else found


def _head(head: str, unit: str) -> Decimal:
    if not head and unit == "十":
        return Decimal(1)
    if re.fullmatch("[一二三四五六七八九]{2}", head):
        low, high = (digit + unit for digit in head)
        raise Unreadable(f"像是 {low} 到 {high} 之间，请填一个确定的数，例如 {low}。")
    found = _value(head)
    # 三十百 and 十五千 are nobody's words, 15千 is; and nothing times a unit is no number either.
    if found <= 0 or (unit in "十百千" and found >= 10 and not head[:1].isdigit()):
        raise KeyError(head)
    return found


def _tail(head: str, tail: str, zeros: int) -> Decimal:
    """What follows a unit of so many ``zeros``; must come to less than the unit."""
    if not tail:
        return Decimal(0)
    if "." in head or "点" in head or head.endswith("半"):
        raise KeyError(tail)
    whole, point, decimals = tail.partition("点")
    if point:
        return (_tail(head, whole, zeros) if whole else Decimal(0)) + _decimals(decimals)
    found = _lower(head, tail, zeros)
    if found >= Decimal(1).scaleb(zeros):
        raise KeyError(tail)
    return found


def _lower(head: str, tail: str, zeros: int) -> Decimal:
    if tail == "零":
        raise Unreadable("停在“零”字上，像是没有写完，请写全，例如 一百零五。")
    if tail[0] == "零":
        return _value(tail[1:])
    if tail == "半" and zeros > 1:
        return Decimal(5).scaleb(zeros - 1)
    if tail in _DIGITS or re.fullmatch(r"[1-9]", tail, re.ASCII):
        return _value(tail).scaleb(zeros - 1)
    if re.fullmatch(r"\d+", tail, re.ASCII) and len(tail) < zeros:
        raise _short(head, tail, zeros)
    figures = tail.partition(".")[0]
    if any(unit in tail for unit, _ in _UNITS) or len(figures) == zeros:
        return _value(tail)
    raise KeyError(tail)


def _short(head: str, tail: str, zeros: int) -> Unreadable:
    """1万50 may be fifty more, or the digits that follow in their places: the error that asks."""
    base = _value(head).scaleb(zeros)
    low, high = base + int(tail), base + Decimal(int(tail)).scaleb(zeros - len(tail))
    return two_readings(f"{low:,f}", f"{high:,f}", f"{low:f}")


def _row(digits: str) -> str:
    """Digits one by one: 五零零 is 500; two alone are rather "seven to eight"."""
    figures = "".join(str(_DIGITS[sign]) for sign in digits)
    if len(figures) == 2 and "0" not in figures:
        raise two_readings(figures, f"{figures[0]} 到 {figures[1]} 之间", figures)
    if not figures:
        raise KeyError(digits)
    return figures


def _decimals(digits: str) -> Decimal:
    figures = (
        digits
        if re.fullmatch(r"\d+", digits, re.ASCII)
        else "".join(str(_DIGITS[sign]) for sign in digits)
    )
    if not figures:
        raise KeyError(digits)
    return Decimal(f"0.{figures}")
