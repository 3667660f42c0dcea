"""The days on which something came, as whoever held it tells them: 昨天, 上周三, 13号, 11/13, 三天前, 已经十天了.

    past("我妈上周三签收的", date(2026, 11, 25))  ->  [2026-11-18]

Nobody names the day of receipt before it came, so that each is the last such day up to the one on which it
is told. Words that leave it open, 前几天 or 上旬, are the earliest day that they may mean.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from calculators.law.message_dates import HAN, NO_DAY, NUMBER, TIME, WEEK, WEEKDAY, number, weekday

_SOME = rf"(?:\d{{1,3}}|[{HAN}]{{1,4}}|[好十]?几)"
_UNIT = rf"天|日|周|{WEEK}|月"
_DATE = re.compile(
    rf"(?<![\d./-])(?:(?P<year>20\d\d)\s?[年./-]\s?)?(?P<month>{NUMBER})\s?[月./-]\s?(?P<day>{NUMBER})(?![\d元万千百%％]|\s?[./-]\d)"
)
_RUN_TOGETHER = re.compile(r"(?<![\da-zA-Z])(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_WITHIN_MONTH = re.compile(
    rf"(?P<over>上个?|本|这个?)月的?(?:(?P<day>{NUMBER})[日号]|(?P<third>[初中底末]|[上中下]旬))|(?<![下\d{HAN}个])月(?P<own>[初中底末])"
)
_TAKEN = "[签收领取拿送投贴留到来放塞拒代妥]"
_WHO = "[我他她爸妈爹娘哥姐弟妹婆公爷奶叔婶舅姨姑嫂媳]"
# A number with 号 is a day only where a sentence begins, or after who took it, and right before what was done;
# else it is a house, a locker or a case.
_ON = re.compile(
    rf"(?:^[\s（(]*|(?<=[是在于为说就])|(?<=日期[：:])|(?<=时间[：:])|(?<={_WHO})|(?<=[人居邻友事台卫安员业会子东警室客妻])|(?<=法院)|(?<=社区)|(?<=驿站)|(?<=[书令状票])(?=(?:{NUMBER})[日号]{_WHO}))(?P<day>{NUMBER})"
    rf"[日号](?=[我就已才由被从]|[上下]午|早|晚|中午|的?$|（|\(|{TIME}|在?[^，。；\d]{{0,4}}院|{_TAKEN}|{_WHO}|[帮替]|快递|邮|EMS|物业|前台|门卫|保安|同[事学]|女儿|儿子|孩子|老[公婆]|丈母|岳|租客|房东|邻居|朋友|室友|单位|公司|去|家)"
)
HOUSE = re.compile(
    rf"(?:[路街巷弄里园村楼栋幢座组苑庄府城寓厦]|(?<!社)区|(?<!法)院|胡同|大道|小区|单元|家|地址[：:]?|住址?[：:]?)(?:\d{{1,4}}[-/.])?(?:\d{{1,4}}|[{HAN}]{{1,4}})(?:[-/]\d{{1,4}})*(?:号|[栋楼幢室座]|单元)"
    r"|第\d[\d.-]*号|(?:码|编号|单号|尾号|房号|柜号|电话)[是为:：]?[\d.-]+号?|\d{1,4}-\d{1,4}(?:-\d{1,4})?(?:号[楼房柜门]|[栋楼幢室座]|单元)|\d{1,4}号(?:门(?!卫)|[楼柜格窗院库]|菜鸟|驿站|单元)"
)
"""A number of something: a house, a flat, a locker, a code."""
_WEEK_DAY = re.compile(
    rf"(?<!下)(?<!下个)(?P<over>上{{1,2}}个?|本|这个?)?{WEEK}(?:(?P<weekday>{WEEKDAY})|(?P<end>末))|(?P<whole>上{{1,2}}个?){WEEK}"
)
_DAYS_AGO = re.compile(r"(?P<word>大前|前|昨)[天日晚夜]")
_SO_LONG_AGO = re.compile(
    rf"(?P<half>半)个月(?:之|以)?(?:前|多?了)|前(?P<last>{_SOME})[天日]"
    rf"|(?<![\d月{HAN}后起内有])(?!\d+日[之以]?前)(?P<count>{_SOME})(?P<more>[多来])?个?(?P<more_too>多)?(?P<unit>{_UNIT})(?P<over>多)?(?:(?:之|以)?前(?![^，。；]{{0,2}}(?:[可能须要应请提必交办还]|书面))|了(?!结|断))"
    rf"|(?:已经?|都|已(?:经|签收|收到)|(?:签收|收到)了)(?P<so_far>{_SOME})个?(?P<unit_too>{_UNIT})(?:$|[，。；])"
)
_ALL = (
    re.compile(rf"(?:{_DATE.pattern}|{NUMBER}(?=[日号]))[日号]?"),
    _WITHIN_MONTH,
    _WEEK_DAY,
    _DAYS_AGO,
    _SO_LONG_AGO,
)
_BEFORE_SOMETHING = re.compile(r"(?:开庭|庭审|[届期]满|到期|截止|[日号]|宣判)$")
_TO_COME = re.compile(
    r"请(?=您|你|[于在到来]|尽快|及时|前往|携|凭|持|务必|\d|[本下]个?周|周|星期|明|后)|[到来去][^，。；]{0,4}(?:[本我]院|法庭)|前来"
    rf"|将|预[计定]|预期|下下?个?(?:{WEEK}|月)|明[天日早晚]|后天|即将|快要|派送中|会[^，。；]{{0,4}}送|[要待][^，。；]{{0,2}}送"
)
# What the post does on a day that bears no month may be to come, unless it is told as done.
_POST = re.compile("送到|送来|送达|派送|派件|投递|上门|寄到|[到来]货")
_AHEAD = 10
_DONE = re.compile("了|[的过]$|的[，。；]|已|才")
_LONGEST = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 31}
_THIRDS = {"初": 1, "上旬": 1, "中": 11, "中旬": 11, "底": 21, "末": 21, "下旬": 21}


def past(text: str, near: date) -> list[date]:
    """Every day up to `near` that the words name, as told on that day."""
    if to_come(text):
        return []
    plain = NO_DAY.sub(lambda match: "□" * len(match[0]), text)
    readers = (_dates, _within_month, _numbered, _weekdays, _days_ago, _so_long_ago)
    return [day for read in readers for day in read(plain, near) if day <= near]


def to_come(text: str) -> bool:
    """Whether the words speak of what is still to be done."""
    return bool(_TO_COME.search(text))


def _may_come(text: str, day: int, today: int, every: int) -> bool:
    """Whether a day with no month or week of its own may be the next such one, which the post names days ahead."""
    soon = (day - today) % every <= _AHEAD
    return not _DONE.search(text) and (day > today or (soon and bool(_POST.search(text))))


def only_a_day(clause: str) -> bool:
    """Whether a clause is nothing but such a day."""
    bare = clause.strip(" (（是在于")
    return any(words.fullmatch(bare) for words in _ALL)


def _dates(text: str, near: date) -> Iterator[date]:
    for match in (*_DATE.finditer(text), *_RUN_TOGETHER.finditer(text)):
        month, day = number(match["month"]), number(match["day"])
        years = [int(match["year"])] if match["year"] else [near.year, near.year - 1]
        found = (_date(year, month, day) for year in years)
        yield from [day for day in found if day and day <= near][:1]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months_back(near: date, count: int) -> tuple[int, int]:
    months = near.year * 12 + near.month - 1 - count
    return months // 12, months % 12 + 1


def _within_month(text: str, near: date) -> Iterator[date]:
    """A day or a third of this month or the last; 月底 that is still to come was the last month's."""
    for match in _WITHIN_MONTH.finditer(text):
        third = match["third"] or match["own"]
        day = _THIRDS[third] if third else number(match["day"])
        back = match["over"] or ""
        ends = 30 if third and day == _THIRDS["底"] else day
        if not back and _may_come(text, ends, near.day, 30):
            continue
        tries = [1] if "上" in back else [0] if back else [0, 1]
        found = (_date(*_months_back(near, each), day) for each in tries)
        yield from [day for day in found if day and day <= near][:1]


def _numbered(text: str, near: date) -> Iterator[date]:
    """The last such day of a month: nobody names one further back without its month."""
    for match in _ON.finditer(text):
        if _may_come(text, number(match["day"]), near.day, 30):
            continue
        found = (_date(*_months_back(near, back), number(match["day"])) for back in range(3))
        yield from [day for day in found if day and day <= near][:1]


def _weekdays(text: str, near: date) -> Iterator[date]:
    for match in _WEEK_DAY.finditer(text):
        over = match["over"] or match["whole"] or ""
        named = match["weekday"] or ("六" if match["end"] else "一")
        if not over and _may_come(text, weekday(named), near.weekday(), 7):
            continue
        day = near + timedelta(days=weekday(named) - near.weekday() - 7 * over.count("上"))
        yield day if over or day <= near else day - timedelta(days=7)


def _days_ago(text: str, near: date) -> Iterator[date]:
    for match in _DAYS_AGO.finditer(text):
        yield near - timedelta(days={"昨": 1, "前": 2, "大前": 3}[match["word"]])


def _so_long_ago(text: str, near: date) -> Iterator[date]:
    """So many days or weeks ago; what is not said in full counts for the most that it may be."""
    for match in _SO_LONG_AGO.finditer(text):
        if _BEFORE_SOMETHING.search(text[: match.start()]):
            continue
        if match["half"]:
            yield near - timedelta(days=15)
            continue
        unit = match["unit"] or match["unit_too"] or "天"
        more = bool(match["more"] or match["more_too"] or match["over"])
        count = _most(match["count"] or match["last"] or match["so_far"], more)
        yield near - timedelta(days=count * _LONGEST[unit])


def _most(said: str, more: bool) -> int:
    if said.endswith("几"):
        return 19 if said.startswith("十") else 9
    count = number(said)
    return count + (9 if count >= 10 and count % 10 == 0 else 1) if more else count
