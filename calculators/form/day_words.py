"""Days and times as people write them: ``2026年11月3号``, ``11月3日``, ``二〇二六年十一月三日``, ``下午3:15``."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from calculators.form.numerals import Unreadable, folded, number, two_readings

_HINT = "例如 2026-11-03"
_DAY = re.compile(r"(?:(\d{4}|\d{2}(?=年))[-/.年 ])?(\d{1,2})[-/.月 ](\d{1,2})[日号]?", re.ASCII)
_LAST_YEAR = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{2})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_RELATIVE = re.compile(
    r"[今昨前明后当]天|[上下本这][个]?(?:周|星期|礼拜|月|旬)|周[一-六日天]|星期|礼拜|[今去明前]年|[月年][初中底末]|每个?[月周年]"
    r"|(?:[\d一二两三四五六七八九十几]+个?半?|半)个?(?:天|周|星期|月|年)[之以]?[前后]"
)
_LUNAR = re.compile(
    r"农历|阴历|[腊正冬闰]月|腊八|元宵|七夕|重阳|闰|廿|初[一二三四五六七八九十]|除夕|大年|年三十"
)
_LUNAR_OR_NOT = re.compile(r"[一二三四五六七八九十]+月[一二三四五六七八九十]+")
_FEASTS = re.compile(
    r"(?:\d{4}年?|[今去明前]年)?(?:元旦|春节|过年|清明|五一|劳动|端午|中秋|国庆|十一|双十[一二]|圣诞)节?(?:那天|[前后])?"
)
_NOT_SURE = re.compile(r"左右|上下|大[概约]|好像|可能|应该|差不多|前后|或者?|[之以]?[前后内]$")
_WORDS = re.compile(r"[〇○零一二三四五六七八九十]+")
_BESIDE = re.compile(
    r"(?<=[\d日号])(?:\s*\(?(?:周|星期|礼拜)[一二三四五六日天]\)?|[T\s]?\s*(?<!\d)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?"
    r"|\s*\d{1,2}[点时](?:\d{1,2}分)?"
    r"|\s*(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里))$"
)
"""What stands behind a day that is copied from an app or a calendar, and says no more of it."""
_AROUND = re.compile(
    r"^(?:截至|截止|自|从|于)(?=[\d一二])|(?<=[\d日号])(?:起|止|当天|当日|\(含\))$"
)
"""Words of contracts and papers around a day that is certain all the same."""
_SIGNS = re.compile(r"^(\d{4})([、,\\_]|-{2,})(\d{1,2})\2(\d{1,2})$", re.ASCII)
_PART = re.compile(r"(\d{4}(?:[-/.年]\d{1,2}月?|年)|\d{1,2}月)|\d{1,2}[日号]?", re.ASCII)
_CENTURY = 90
_CLEARLY_NEAR_DAYS = 150
"""Days within which a day without a year is taken for the nearest one; beyond, it has two readings."""


def said_day(typed: object, on: date | None = None) -> date:
    """The day that was written; one without a year is the nearest to ``on``, if that is plain.

    Raises ``Unreadable``: relative days such as 上周五 too, which change while the reader reads.
    """
    said = _BESIDE.sub("", re.sub(r"\s*([年月日号])\s*", r"\1", folded(typed)))
    said = _SIGNS.sub(r"\1-\3-\4", _AROUND.sub("", said))
    _refuse_no_day(said)
    said = _WORDS.sub(_figures, said)
    whole = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", said, re.ASCII) or _DAY.fullmatch(said)
    if whole:
        year, month, day = whole.groups()
        if year is None and "/" in said:
            _refuse_either(int(month), int(day), on)
        return _near(int(month), int(day), on) if year is None else _date(_year(year), month, day)
    last = _LAST_YEAR.fullmatch(said)
    if last:
        return _either(*last.groups())
    if _SHORT_YEAR.fullmatch(said):
        raise Unreadable(f"的年份要写四位，{_HINT}。")
    part = _PART.fullmatch(said)
    if part:
        missing = ("几月" if "年" in said[-1:] else "几号") if part[1] else "哪一个月"
        raise Unreadable(f"没有写{missing}，请写全，{_HINT}。")
    raise Unreadable(f"看不懂，请按年-月-日填，{_HINT}。")


def _refuse_no_day(said: str) -> None:
    """Refuse what names no day of the calendar for good: lunar, feasts, relative and doubtful ones."""
    if _LUNAR.search(said):
        raise Unreadable(f"像是农历，请在手机日历上查到公历是哪一天，{_HINT}。")
    if _LUNAR_OR_NOT.fullmatch(said):
        solar = _WORDS.sub(_figures, said) + "日"
        raise Unreadable(f"是农历还是公历，看不出来，是公历就写“{solar}”。", (solar,))
    if _FEASTS.fullmatch(said):
        raise Unreadable(f"是节日，要写明是哪一年哪一天，{_HINT}。")
    if _RELATIVE.search(said):
        raise Unreadable(f"要写明是哪一天，请按年-月-日填，{_HINT}。")
    if _NOT_SURE.search(said) and re.search("[\\d一二三四五六七八九十]", said):
        raise Unreadable(f"像是大概的日子，请填确定的一天，{_HINT}。")


def _figures(found: re.Match[str]) -> str:
    """二〇二六 is 2026, 十一 is 11, 廿三 is 23."""
    words = found[0].translate(str.maketrans("〇○", "零零"))
    if "十" not in words:
        return "".join(str("零一二三四五六七八九".index(sign)) for sign in words)
    return str(number(words, _HINT))


def _year(written: str) -> int:
    year = int(written)
    if len(written) > 2:
        return year
    return year + (1900 if year >= _CENTURY else 2000)


def _refuse_either(first: int, second: int, on: date | None) -> None:
    """Refuse 3/11, where nobody says which of the two is the month; that is asked for before the year is."""
    if on is not None and first <= 12 and second <= 12 and first != second:
        one, other = (_years(*each, on)[0] for each in ((first, second), (second, first)))
        raise two_readings(str(one), str(other), str(one))


def _date(year: int, month: str | int, day: str | int) -> date:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        raise Unreadable(f"日历上没有这一天，请再看一眼，{_HINT}。") from None


def _near(month: int, day: int, on: date | None) -> date:
    """The day of that month nearest to ``on``; refused where two years are about as near."""
    if on is None:
        raise Unreadable(f"没有写哪一年，请写全，{_HINT}。")
    found = _years(month, day, on)
    if abs((found[0] - on).days) > _CLEARLY_NEAR_DAYS and len(found) > 1:
        raise two_readings(str(found[0]), str(found[1]), str(found[0]))
    return found[0]


def _years(month: int, day: int, on: date) -> list[date]:
    """That day of the years around ``on``, the nearest first; raises ``Unreadable`` if no year has it."""
    found = []
    for year in (on.year - 1, on.year, on.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return sorted(found, key=lambda each: abs((each - on).days)) or [_date(on.year, month, day)]


def _either(first: str, second: str, year: str) -> date:
    """3/11/2026: the month stands first or second, unless one of the numbers can be no month."""
    if int(first) <= 12 and int(second) <= 12 and first != second:
        one, other = _date(int(year), first, second), _date(int(year), second, first)
        raise two_readings(str(one), str(other), str(one))
    month, day = (second, first) if int(first) > 12 else (first, second)
    return _date(int(year), month, day)


_PARTS = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|早|晚|am|pm|AM|PM"
_TIME = re.compile(
    rf"(?P<part>{_PARTS})?\s*(?P<hour>\d{{1,2}}|[零一二两三四五六七八九十]{{1,3}})\s*[:点时]\s*"
    rf"(?P<minute>\d{{0,2}}|半|[一三]刻|[零一二三四五六七八九十]{{1,3}})分?(?::\d{{2}}(?:\.\d+)?)?\s*(?P<after>am|pm|AM|PM)?$",
    re.ASCII,
)
_MINUTES = {"": 0, "半": 30, "一刻": 15, "三刻": 45}
_MOMENT_HINT = "例如 2026-11-03 22:15"


def said_moment(typed: object, on: date | None = None) -> datetime:
    """A day with a time of day; raises ``Unreadable``."""
    said = folded(typed).replace("T", " ")
    clock = _TIME.search(said)
    if not clock:
        try:
            said_day(re.sub(rf"(?:{_PARTS})$", "", said).strip(), on)
        except Unreadable:
            raise Unreadable(f"看不懂，请写日期和时间，{_MOMENT_HINT}。") from None
        raise Unreadable(f"没有写几点，请写日期和时间，{_MOMENT_HINT}。")
    before = said[: clock.start()].strip().rstrip(",").strip()
    if not before:
        raise Unreadable(f"没有写哪一天，请写日期和时间，{_MOMENT_HINT}。")
    try:
        day = said_day(before, on)
    except Unreadable as problem:
        raise Unreadable(str(problem).replace(_HINT, _MOMENT_HINT)) from None
    return datetime.combine(day, _time(clock))


def _time(clock: re.Match[str]) -> time:
    hour = int(number(clock["hour"], _MOMENT_HINT))
    minute = clock["minute"]
    minutes = _MINUTES[minute] if minute in _MINUTES else int(number(minute, _MOMENT_HINT))
    hour = _hour(clock["part"] or clock["after"] or "", hour)
    try:
        return time(hour, minutes)
    except ValueError:
        midnight = "半夜 12 点写成第二天的 00:00，" if hour == 24 else ""
        raise Unreadable(f"没有这个时间，{midnight}请按 24 小时写，例如 22:15。") from None


def said_hour(typed: object) -> int | None:
    """The hour of a time of day: ``晚上10点`` and ``22:30`` are in the 22nd; None where it is none."""
    said = folded(typed)
    if re.fullmatch(r"24(?:点|时|:00)", said):
        return 24
    clock = _TIME.fullmatch(said)
    return _time(clock).hour if clock else None


def _hour(part: str, hour: int) -> int:
    """The hour of 24: 下午3 is 15. 晚上12 and 晚上1 belong to which day? Refused."""
    part = part.lower()
    if part in {"晚上", "夜里", "半夜", "晚"} and (hour == 12 or hour < 5):
        raise Unreadable("是当天还是第二天，看不出来，请按 24 小时写，例如 00:30。")
    if part in {"下午", "傍晚", "晚上", "夜里", "晚", "pm"} and hour < 12:
        return hour + 12
    if part == "中午" and hour < 3:
        return hour + 12
    return 0 if part in {"am", "凌晨"} and hour == 12 else hour
