"""The days that a text prints, as spans: a date, a word such as 明天 or 下周三, a bare weekday.

    printed("下周三（2026年12月9日）开庭", date(2026, 11, 20))  ->  [Printed(0, 14, 2026-12-09, "date")]

Spans that stand side by side name one day, and a printed date says which. What only looks like a day is
none: a case number, a place, a name, office hours. Each word counts from the day the text came.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from calculators.law.case_numbers import REGIONS

type Sort = Literal["date", "word", "weekday"]

_HAN_DIGITS = {han: digit for digit, han in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "○": 0}  # fmt: skip
HAN = "零〇一二两三四五六七八九十廿卅"
NUMBER = rf"\d{{1,3}}|[{HAN}]{{1,4}}"
PART = r"(?:上午|下午|早上|中午|晚上|早|晚)"
TIME = rf"{PART}?\s?(?:\d{{1,2}}:\d\d|(?:{NUMBER})[点时](?:\d\d分?|半|[一二三四五十]{{1,3}}分|整)?)"
"""A time of day."""
WEEK = "(?:周|星期|礼拜)"
WEEKDAY = "[一二三四五六日天]"
_SERIALS = r"\d+(?:号?[、至~—-]\d+)*号"
NO_DAY = re.compile(
    rf"[(\[〔【]20\d\d[)\]〕】][^，。；\s]{{2,14}}?{_SERIALS}|[{''.join(REGIONS)}]\d{{2,4}}[^，。；\s\d]{{1,6}}{_SERIALS}"
    rf"|[民执财行督初终保](?:字|第)*{_SERIALS}|日照(?=[市中县区法东岚])"
    rf"|每个?{WEEK}{WEEKDAY}|(?<![本这下上个]){WEEK}{WEEKDAY}(?:\s?[至到~—、和及-]\s?{WEEK}?{WEEKDAY}(?![楼层号室庭法审区]))+"
    rf"|(?<=[人告名叫])周{WEEKDAY}(?![上下早中晚到来去开在前之以\d一二三四五六七八九十两，。；、:()]|$)"
)
"""A case number, a place, office hours, whoever is called 周一某."""
DAY = re.compile(
    rf"(?:(20\d\d|二[零〇○][一二三四五六七八九][零〇○一二三四五六七八九])\s?[年./-]\s?)?(?<!\d)({NUMBER})\s?[月./-]\s?({NUMBER})\s?"
    rf"(?:日|号|(?=前|{PART}|\s|[，。,；;]|\d?\d[:：点时]|[(（]?{WEEK}|[)）]\s?{TIME}|$))"
)
_RUN_TOGETHER = re.compile(rf"(?<![\da-zA-Z])(20\d\d)(\d\d)(\d\d)(?=\s?{TIME})")
_WORD = re.compile(
    rf"(?P<day>大?后|[今明次])[天日]|(?P<early>[今明])[早晚]|(?<![\d{HAN}])(?P<days>{NUMBER})[天日](?:之|以)?后"
    rf"|(?P<inside>本|这个?|下个?){WEEK}(?:之|以)?内|(?P<week>本|这个?|下下个?|下个?|上个?){WEEK}(?P<weekday>{WEEKDAY})|{WEEK}(?P<bare>{WEEKDAY})"
    rf"|(?P<month>本|这个?|下个?)月的?(?P<on>{NUMBER})[日号]|(?<![\d月年第.\-/{HAN}])(?P<only>{NUMBER})[日号](?=\s?{TIME}|{PART}|[(（]?{WEEK}|[)）])"
    rf"|(?P<weeks>{NUMBER})个?{WEEK}(?:之|以)?后(?!的)|(?P<year>年[底末])"
    rf"|(?P<end>本|这个?|下个?|(?<!\d)(?:{NUMBER}))?月[底末]"
)
_AFTER = {"今": 0, "明": 1, "次": 1, "后": 2, "大后": 3}
_SIDE_BY_SIDE = re.compile(rf"[\s()（），,即]{{0,3}}(?:{TIME})?[\s()（），,]{{0,2}}")


@dataclass(frozen=True, slots=True)
class Printed:
    """A day that stands in a text from `start` to `end`, and whether a date, a word or a bare weekday says it."""

    start: int
    end: int
    day: date
    sort: Sort
    joined: bool = False


def printed(text: str, near: date) -> list[Printed]:
    """Every day of the text in its order, as read on the day `near`."""
    plain = NO_DAY.sub(lambda match: "□" * len(match[0]), text)
    spans = [*_dates(plain, near)]
    words = [w for w in _words(plain, near) if not any(w.start < s.end and s.start < w.end for s in spans)]  # fmt: skip
    joined: list[Printed] = []
    for span in sorted([*spans, *words], key=lambda one: one.start):
        last = joined[-1] if joined else None
        if last and _is_the_same(plain, last, span):
            kept = min(last, span, key=lambda one: ("date", "word", "weekday").index(one.sort))
            joined[-1] = Printed(last.start, span.end, kept.day, kept.sort, joined=True)
        else:
            joined.append(span)
    return joined


def settled(text: str, near: date) -> str:
    """The text with each day that it says in two ways, a date with its weekday, written as the date alone."""
    for span in reversed(printed(text, near)):
        if span.joined:
            named = f"{span.day.year}年{span.day.month}月{span.day.day}日"
            text = text[: span.start] + named + re.sub(r"^\s?[)）]", "", text[span.end :])
    return text


def _is_the_same(text: str, first: Printed, second: Printed) -> bool:
    between = text[first.end : second.start]
    if first.sort == second.sort or not _SIDE_BY_SIDE.fullmatch(between):
        return False
    if first.day == second.day or not re.search(rf"[，,]|{TIME}", between):
        return True
    hours = [re.search(TIME, between), re.match(rf"[)）]?\s?{TIME}", text[second.end :])]
    date_first = "weekday" in (first.sort, second.sort) and not all(hours)
    return date_first and first.day.weekday() == second.day.weekday()


def _dates(text: str, near: date) -> Iterator[Printed]:
    for match in (*DAY.finditer(text), *_RUN_TOGETHER.finditer(text)):
        year, month, day = (number(part) if part else near.year for part in match.groups())
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if match[1] is None and (near - found).days > 180:
            found = found.replace(year=near.year + 1) if (month, day) != (2, 29) else found
        yield Printed(*match.span(), found, "date")


def _words(text: str, near: date) -> Iterator[Printed]:
    for match in _WORD.finditer(text):
        day = _from_now(match, near)
        if day:
            yield Printed(*match.span(), day, "weekday" if match["bare"] else "word")


def _from_now(match: re.Match[str], near: date) -> date | None:
    """The day of a word. A bare weekday may be the very day that it came."""
    if match["days"] or match["weeks"]:
        return near + timedelta(
            days=number(match["days"] or match["weeks"]) * (7 if match["weeks"] else 1)
        )
    if first := match["day"] or match["early"]:
        return near + timedelta(days=_AFTER[first])
    if match["bare"]:
        return near + timedelta(days=(weekday(match["bare"]) - near.weekday()) % 7)
    if match["inside"]:
        friday = _in_week(near, match["inside"], 4)
        return friday if friday >= near else _in_week(near, match["inside"], 6)
    if match["week"]:
        return _in_week(near, match["week"], weekday(match["weekday"]))
    return date(near.year, 12, 31) if match["year"] else _in_month(match, near)


def weekday(han: str) -> int:
    """The number of a day of the week, Monday first."""
    return "一二三四五六日".find(han.replace("天", "日"))


def _in_week(near: date, which: str, weekday: int) -> date:
    weeks = which.count("下") - which.count("上")
    return near + timedelta(days=weekday - near.weekday() + 7 * weeks)


def _in_month(match: re.Match[str], near: date) -> date | None:
    """A day that is named within a month, or a month's end; a day of no month is the next such one."""
    named, on = match["month"] or match["end"] or "", match["on"] or match["only"]
    over = near.month - 1 + named.count("下")
    if named and named[0] not in "本这下":
        over = number(named) - 1 + (12 if number(named) < near.month else 0)
    if match["only"] and number(match["only"]) < near.day:
        over += 1
    year, month = near.year + over // 12, over % 12 + 1
    longest = monthrange(year, month)[1]
    day = number(on) if on else longest
    return date(year, month, day) if 1 <= day <= longest and over < 24 else None


def number(text: str) -> int:
    """A number in figures or in Han digits."""
    if text.isdecimal():
        return int(text)
    tens, mark, ones = text.replace("廿", "二十").replace("卅", "三十").rpartition("十")
    if not mark:
        return int("".join(str(_HAN_DIGITS[c]) for c in text if c in _HAN_DIGITS) or 0)
    return (_HAN_DIGITS.get(tens, 1) if tens else 1) * 10 + _HAN_DIGITS.get(ones, 0)
