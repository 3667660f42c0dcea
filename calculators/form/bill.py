"""A bill copied from an app or a spreadsheet becomes lines of a list; what is not plain is named, not guessed.

Read are: a head line with the names of the columns and lines below it (tabs, bars, commas or spaces
between); names beside their figures, on one line or several (``本金：1,000.00元``); and, for lists of
one sum a line, a day and one figure. A figure whose column nobody named is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from calculators.form import bill_layout, bill_owed, bill_state, bill_sums, reading
from calculators.form.bill_records import (
    DAYS,
    FAILED,
    PARTS,
    SAID,
    Month,
    NotRead,
    Record,
    Unread,
    Value,
    Wanted,
    sum_of,
    sum_or_nothing,
)
from calculators.form.bill_words import Column, beside, plain
from calculators.form.declare import Spec, specs
from calculators.form.reading import Unreadable

MOST_LINES, MOST_SIGNS, MOST_IN_A_LINE = 400, 20_000, 600
type _Levels = tuple[tuple[Column, ...], ...]

_COLUMNS: Mapping[str, _Levels] = {
    "due_date": (("due",), ("repay-date", "date")),
    "posted_on": (("posted",), ("date",)),
    "date": (("repay-date", "date"),),
    "principal": (("principal",), ("lent-principal",)),
    "interest": (("interest",), ("late-interest",)),
    "amount": (("posted-amount",), ("amount",)),
}
"""The columns that an input of a list takes: of the first group that is there its only one.

Of two in one group nobody knows which is meant, and none is taken.
"""
_OF_PAYMENTS: Mapping[str, _Levels] = {
    "date": (("paid-date",), ("repay-date", "date", "posted"), ("other-date",)),
    "amount": (("paid",), ("repaid",), ("posted-amount",), ("amount",), ("outgo",)),
}
_OF_LIST: Mapping[str, Mapping[str, _Levels]] = {
    "payments": _OF_PAYMENTS,
    "flows": {
        "date": (*_OF_PAYMENTS["date"], ("due",)),
        "amount": (*_OF_PAYMENTS["amount"], ("each",)),
    },
    "purchases": {"amount": (("posted-amount",), ("spent",), ("amount",), ("outgo",))},
    "draws": {
        "date": (("lent-date",), ("date", "posted")),
        "amount": (("lent",), ("lent-principal",), ("posted-amount", "amount"), ("principal",)),
    },
}
_DOUBTFUL: Mapping[Column, str] = {
    "lent-principal": "请看是不是每期要还的。",
    "late-interest": "请看是不是每期要还的。",
    "outgo": "请看是不是都还给了这一家。",
}
"""What stands in for another column of instalments and repayments, and is said to."""
_AS_THEY_ARE = ("purchases", "draws")
_REPAID = ("payments", "flows")
_PAST = ("payments", "purchases", "draws")
"""Lists of what has happened: a day without a year is never one to come."""
_PEOPLE = "朋友|他人|别人|同事|同学|亲戚|亲友|亲属|家人|家里|老公|老婆|丈夫|妻子|爸|妈|父|母"
_INCOME = "收入(?!证明)|收益|工资(?!卡|账户|户)"
_LENDERS = "银行|信用卡|[借贷]|花呗|白条|金条|月付|分付|备用金|金融|微粒"
_NOT_MINE = re.compile(
    rf"{_INCOME}|收款(?![方人账户银机码行卡单商])|(?<!已)(?<!已经)收到(?![您你])|还(?:给|了)?我(?![行司方])|(?:{_PEOPLE})\w{{0,2}}[还转]|对方还|还(?:给|了)?(?:{_PEOPLE})"
    r"|还[钱款]?给(?!\S{0,8}(?:行|金融|贷|呗|借|条|卡|平台|公司))|收(?![款到据费取银单货支])[\u4e00-\u9fff]{1,4}还|不计收支"
    rf"|(?<=[\u4e00-\u9fff])(?<![呗贷条付卡行动前分清我])还钱|转入(?!\s?\S{{0,8}}(?:{_LENDERS}|还款账))"
)
"""Money that came in, or moved between others: no repayment of the reader's to a lender."""
_NOT_LENT = re.compile(
    rf"支出|{_INCOME.partition('|')[2]}|借[钱款]?给(?!我)|借出|(?:{_PEOPLE})\w{{0,2}}借"
    r"|[归偿]还|还[借贷]|[借贷]款(?:扣款|划扣|利息|本息|结清)|结清[借贷]款|代扣"
)
"""Money that went out, or came from no lender: nothing that the reader drew."""
_NOT_YET = re.compile(
    "(?:受理|处理|审核|审批|确认|办理|支付|付款|扣款|划扣|还款|放款|打款|转账|提交|申请|清算|入账|到账|发放)中"
    "|[明后次]日|[明后]天|(?:审核|审批)\\S{0,2}通过|预约|已受理|已提交|等待|即将|将于|预计|待(?:放|打|发|到账|入账|审|确认|处理|受理|生效|提交|扣|划)"
)
"""Words of a payment or a loan that is on its way, and may still come to nothing."""
_ZHONG = re.compile(
    r"中(?:国|信(?!息)|原(?!因)|邮|银(?!行)|行|航|铁|金(?!额)|关村|旅|德|融|泰|诚|腾)"
)
"""The beginning of a lender's name, and no state: 还款中信银行."""
_REPAYS = re.compile("(?<![返退])还(?!书|车(?!贷)|伞|物|货|租|衣|充电宝|押金)|结清")
_TO_A_LENDER = re.compile(_LENDERS)
_BARE_REPAYMENT = re.compile(
    "(?:还款|支出|人民币|元|月|日|成功|完成|交易|您|尾号|的|账户|余额|零钱|卡|支付|自动|主动|提前|部分|全部|全额)*"
)
_OF_ONE = re.compile(r"^(?!.*(?:共|\d\s*笔|计划)).*(?<![应待未])还")
"""Where a repayment's parts and their sum stand on one line; the sum of several is none."""
_BORROWS = re.compile("借|贷|放款|提款|提现|支用")
_SAYS_NOTHING = re.compile("使用中|成功|完成|支付|交易|人民币|元|块|钱|的|了")
_OTHERWISE = re.compile(
    "取现|预借现金|分期|利息|违约金|滞纳金|预授权(?!完成)|(?:年|超限|挂失|工本|补卡|换卡|取现|提现|短信|手续|转换|账户管理)费"
)
"""What stands on a card's bill and is no purchase: it bears interest in another way, or is a charge."""
_UNITS = r"(?P<unit>亿元?|[十百千]?万元?|[百千]元|[角分]|[wWkK]|美[元金]|港[币元]|欧元|日元|英镑|USD|HKD|EUR|JPY|GBP)"
_YUAN = r"(?:人民币|RMB|¥)?\s*"
_OTHER_UNIT = re.compile(
    "|".join(
        each.replace("UNIT", _YUAN + _UNITS.replace("unit", f"unit{number}"))
        for number, each in enumerate(
            (
                r"(?:单位|币种)[为是]?\s*:?\s*[(\[]?\s*UNIT",
                r"[(/\[【:]\s*UNIT\s*(?:[)\]】,|]|(?=\s|$))",
                r"(?:本金|利息|罚息|费|金额|合计|总额|应还)\s*UNIT(?=[\s,|]|$)",
                r"以UNIT计",
                r"(?:以[上下]|上述|下列|金额|均|都)[^\d,;。]{0,4}[为是]\s*UNIT",
                r"(?P<unit>美元|港[币元]|欧元|日元|英镑)(?:账[户单]|交易|部分)",
            )
        )
    )
)
"""Where a bill says, once for many figures, that they are no yuan."""
_COUNT = re.compile(
    r"((?:[期次笔天人]数|期[限次号]|序号|第几[期笔])\s*[:\s]\s*)(\d{1,3})(?=\s*(?:$|[\s,;|]))"
)
"""A name of what is counted, and the number that stands beside it without a unit."""
_ABOUT_TWO_MONTHS = 62
_DUE_DAY = "第 {} 行也写着应还多少，{} 可能是到期日，请看是不是那天还的。"
_BAITIAO = "京东白条的服务费，请填到利息那一格。"
_TO_COME = re.compile("[待未需应]还款(?!日|金额|额|总)|[待将]扣|还款(?:计划|提醒)|将于")


_STILL_OWED = "像是还没有还的，没有当作还款。"
_FAILED = (FAILED, "写着没有成功，没有放进来。")
_OF_REPAID = (
    _FAILED,
    (_NOT_MINE, "像是收到的钱，或者别人还的、还给别人的，没有当作还款。替你还的，请自己填。"),
    (
        re.compile("借款|放款|消费(?!贷|金融|信贷)|支出|退款"),
        "像是借款、消费或退款，没有当作还款。",
    ),
)
_NOT_FOR: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "purchases": (
        _FAILED,
        (
            re.compile(r"还款|退|返[现还]|存入|撤销|\bCR\b"),
            "像是还款或退款，没有当作刷卡。",
        ),
        (re.compile(_INCOME), "像是收到的钱，没有当作刷卡。"),
        (_OTHERWISE, "像是取现、分期、利息或费用，另有算法，没有当作刷卡。"),
    ),
    "draws": (
        _FAILED,
        (re.compile("还款|退款|[可待]借|可用|剩余|预"), "像是还款或者额度，没有当作借款。"),
        (_NOT_LENT, "像是出去的钱，或者不是这一家借的，没有当作借款。"),
        (_NOT_YET, "像是还没有放款的，没有当作借款。"),
    ),
    "payments": (
        *_OF_REPAID,
        (_NOT_YET, _STILL_OWED),
        (_TO_COME, _STILL_OWED),
    ),
    "flows": _OF_REPAID,
}
"""What keeps a line out of a list, by its own words, and why."""


@dataclass(frozen=True)
class PastedBill:
    """The lines for the list, by input; what was not read; what the reader should look at."""

    rows: tuple[Mapping[str, str], ...]
    unread: tuple[Unread, ...]
    notes: tuple[str, ...]


def can_paste(row: type[Any]) -> bool:
    """Whether a list of such lines can be filled from a bill: a day and sums, nothing else in the open."""
    return all(name in _COLUMNS or spec.group for name, spec in specs(row).items())


def asked(row: type[Any]) -> dict[str, Spec]:
    """The inputs of a line that a bill fills."""
    return {name: spec for name, spec in specs(row).items() if name in _COLUMNS}


def read(text: str, name: str, row: type[Any], on: date) -> PastedBill:
    """The lines of the list `name` whose lines are `row`, from the pasted `text`; never raises.

    A day without a year has that of the heading above it, or is the one nearest to `on`, of what has happened
    the last before it; a note says so.
    """
    lines, unread = _short_enough(text[:MOST_SIGNS].splitlines()[:MOST_LINES])
    wanted = _wanted(name, row)
    told = [_counted(plain(line)) if wanted.single else plain(line) for line in lines]
    records, found = bill_layout.records(told, wanted)
    unread += found
    notes: list[str] = []
    turned = _turned_away(records, name)
    unread += [Unread(each.line, each.text, why) for each, why in turned]
    records = [each for each in records if all(each is not away for away, _ in turned)]
    if name in (*_REPAID, "draws"):
        notes += _money_moved(records, name)
    if other := next(filter(None, map(_OTHER_UNIT.search, map(plain, lines))), None):
        why = f"账单的单位是{next(filter(None, other.groups()))}，不是元，请自己换成元再填。"
        unread += [Unread(record.line, record.text, why) for record in records]
        records = []
    rows, kept, left = _rows(records, name, row, on, notes)
    unread += left
    notes += _left_over(kept, row)
    if "白条" in text and any(each.all("fee") for each in kept):
        notes.append(_BAITIAO)
    if len(text) > MOST_SIGNS or len(text.splitlines()) > MOST_LINES:
        notes.append(f"太长了，只读了前面 {MOST_LINES} 行。后面的请分开再贴一次。")
    unread.sort(key=lambda each: each.line)
    return PastedBill(tuple(rows), tuple(unread), tuple(dict.fromkeys(notes)))


def _rows(
    records: Sequence[Record],
    name: str,
    row: type[Any],
    on: date,
    notes: list[str],
) -> tuple[list[Mapping[str, str]], list[Record], list[Unread]]:
    """The lines of the list and their records, and what is no line of it; more to look at goes to `notes`."""
    unread: list[Unread] = []
    rows: list[Mapping[str, str]] = []
    kept: list[Record] = []
    of_row: list[int] = []
    paid: set[int] = set()
    for at, (before, record) in enumerate(zip([None, *records], records, strict=False)):
        try:
            owed = bill_owed.owed(record, before, notes) if "due_date" in specs(row) else record
            if owed is None:
                notes.append(f"第 {record.line} 行写着已经还了，没有放进表里。")
                paid.add(at)
                continue
            filled = _row(owed, name, row, on, notes)
            _check_total(record, notes)
            rows.append(filled)
            kept.append(owed)
            of_row.append(at)
        except (NotRead, Unreadable) as problem:
            unread.append(Unread(record.line, record.text, str(problem)))
    if "due_date" in specs(row):
        for at in reversed(bill_sums.summed(records, of_row, rows, paid)):
            unread.append(Unread(kept[at].line, kept[at].text, bill_sums.SUMMED))
            del rows[at], kept[at]
    return rows, kept, unread


def _short_enough(lines: Sequence[str]) -> tuple[list[str], list[Unread]]:
    """The lines, empty where one is too long to be looked through in time, and those named."""
    why = f"这一行超过 {MOST_IN_A_LINE} 个字，没有读。每一笔前面换一行，再贴一次。"
    long = [
        Unread(number, f"{line[:40]}…", why)
        for number, line in enumerate(lines, 1)
        if len(line) > MOST_IN_A_LINE
    ]
    return [line if len(line) <= MOST_IN_A_LINE else "" for line in lines], long


def said(bill: PastedBill) -> str:
    """In one sentence, how much of a bill was read."""
    unread = len({each.line for each in bill.unread})
    if not bill.rows:
        return (
            "一行也没有读进来。看看下面写的原因。" if unread else "没有看到日期和金额，请再贴一次。"
        )
    left = f"，有 {unread} 行没有读进来" if unread else ""
    return f"读到 {len(bill.rows)} 行{left}。请一行一行看过，再放进表里。"


def _counted(line: str) -> str:
    """A line in which what is only counted has its unit, and is no sum: 期数:3期."""
    return _COUNT.sub(r"\1\2期", line)


def _single(row: type[Any]) -> bool:
    """Whether a line of the list has one sum only, which then needs no name."""
    return sum(1 for spec in specs(row).values() if spec.kind == "money") == 1


def _wanted(name: str, row: type[Any]) -> Wanted:
    """The columns that the layout of a list of one sum a line is read by."""
    columns = {
        kind: frozenset(
            column
            for each, spec in asked(row).items()
            if (spec.kind == "day") == (kind == "day")
            for level in _levels(name, each)
            for column in level
        )
        for kind in ("day", "sum")
    }
    return Wanted(_single(row), columns["day"], columns["sum"])


def _pick(record: Record, levels: _Levels) -> Value | None:
    """What a list takes of a line; raises `NotRead` where two columns may be meant."""
    for level in levels:
        here = [each for each in record.values if each.column in level]
        if len(here) > 1:
            first, second = (each.name or "没写名字的" for each in here[:2])
            if first == second:
                raise NotRead(f"有两个“{first}”，不知道用哪个。请一次只贴一笔，只留一个。")
            raise NotRead(f"有“{first}”，也有“{second}”，不知道用哪个。请只留一个，再贴一次。")
        if here:
            return here[0]
    return None


def _levels(name: str, each: str) -> _Levels:
    return _OF_LIST.get(name, {}).get(each, _COLUMNS[each])


def _amounts(records: Sequence[Record], name: str) -> Iterator[tuple[Record, Value]]:
    """The sum that a list of one sum a line takes of each line, where it is plain."""
    for record in records:
        try:
            found = _pick(record, _levels(name, "amount"))
        except NotRead:
            continue
        if found and found.text:
            yield record, found


def _turned_away(records: Sequence[Record], name: str) -> list[tuple[Record, str]]:
    """The lines that do not belong into a list, as the lines beside them show, and why.

    Where any line says what it is, only those that say so are repayments; of sums with both signs
    nobody knows which way they point.
    """
    rest = [each for each in records if not _of_another_list(each, name)]
    away: list[tuple[Record, str]] = []
    if name in _REPAID and any(each.words for each in rest):
        why = "没有写是还款，没有当作还款。"
        away = [(each, why) for each in rest if not _REPAYS.search(each.words or "")]
        rest = [each for each in rest if _REPAYS.search(each.words or "")]
    sums = [(each, _sign(found.text)) for each, found in _amounts(rest, name)]
    found = {sign or ("+" if name in _REPAID else "") for _, sign in sums}
    if name in _OF_LIST and {"+", "-"} <= found:
        why = "金额有正有负，看不出哪些是要填的。请只留要填的行，再贴一次。"
        away += [(each, why) for each, _ in sums]
    return away


def _sign(text: str) -> str:
    """The sign that stands before a sum, "" for none."""
    return re.sub(r"[¥\s]*([+-]?).*", r"\1", text)


def _money_moved(records: Sequence[Record], name: str) -> Iterator[str]:
    """Notes of sums that are said otherwise: paid with a sign before them, or with words of their own."""
    usual, taken = (_REPAYS, "还款") if name in _REPAID else (_BORROWS, "借款")
    for each, found in list(_amounts(records, name)):
        if _of_another_list(each, name):
            continue
        if name in _REPAID and _sign(found.text) == "-":
            at = each.values.index(found)
            each.values[at] = found._replace(text=found.text.replace("-", ""))
            yield f"第 {each.line} 行写的是负数，当作还出去的钱，请看对不对。"
        text = each.said
        words = _SAYS_NOTHING.sub("", beside(text))
        if words and not usual.search(text):
            yield f"第 {each.line} 行写着“{words}”，当作{taken}，请看对不对。"


def _of_another_list(record: Record, name: str) -> str:
    """Why a line's own words keep it out of a list, "" if they do not."""
    text = _ZHONG.sub(" ", record.said.replace("还款日", "").replace("借款日", ""))
    if name in _REPAID and _went_to_a_lender(text):
        text = text.replace("支出", "")
    if why := next((why for other, why in _NOT_FOR.get(name, ()) if other.search(text)), ""):
        return why
    return _STILL_OWED if name == "payments" and _is_owed(record, text) else ""


def _is_owed(record: Record, text: str) -> bool:
    """Whether words say of a sum that it is still owed, or due; not beside one that was paid."""
    if record.all("paid", "repaid"):
        return False
    here = _ZHONG.sub(" ", " ".join(record.lines or [record.text]))
    said = (here, *record.around)
    late = any(bill_state.beside_payment(each) == "due" for each in said)
    states = [bill_state.read(each)[0] for each in said]
    return (late and not _REPAYS.search(text)) or states[0] == "due" or "owed" in states


def _went_to_a_lender(text: str) -> bool:
    """Whether money that went out is a repayment: to a lender, or without a word of anything else."""
    if not _REPAYS.search(text) or re.search("转账|红包", text):
        return False
    said = "".join(re.findall(r"[\u4e00-\u9fff]+", text))
    return bool(_TO_A_LENDER.search(text) or _BARE_REPAYMENT.fullmatch(said))


def _row(record: Record, name: str, row: type[Any], on: date, notes: list[str]) -> dict[str, str]:
    """One line of the list; raises `NotRead` or `Unreadable`."""
    if why := _of_another_list(record, name):
        raise NotRead(why)
    found: dict[str, str] = {}
    dated = ""
    for each, spec in asked(row).items():
        taken = _pick(record, _levels(name, each))
        if taken is None and name == "payments" and _OF_ONE.search(record.said):
            taken = next(iter(record.all("total")), None)
        if spec.kind == "day":
            dated = taken.text if taken else ""
            found[each] = _day(dated, record, spec, on, past=name in _PAST).isoformat()
        elif taken and taken.text:
            found[each] = f"{sum_of(taken.text):f}"
            _see_more_than_due(record, taken)
            if name in _OF_LIST and not sum_of(taken.text):
                raise NotRead("金额是 0，没有放进来。")
            if taken.column in _DOUBTFUL and name not in _AS_THEY_ARE:
                look = _DOUBTFUL[taken.column]
                notes.append(f"“{taken.name}”当作“{spec.label}”，{look}")
        elif spec.default is None:
            raise NotRead(f"没有看到“{spec.label}”，这一行没有读进来。")
    if name == "payments" and record.all("each", "rest") and not record.all("paid-date"):
        notes.append(_DUE_DAY.format(record.line, found[_day_of(row)]))
    if not re.match(r"\d{4}", dated):
        day = found[_day_of(row)]
        notes.append(f"第 {record.line} 行没有写哪一年，当作 {day}，请看对不对。")
    return found


def _see_more_than_due(record: Record, taken: Value) -> None:
    """Raise `NotRead` where the principal of the whole loan is more than what is due of it at that time."""
    due = next(iter(record.all("each")), None)
    if (
        taken.column == "lent-principal"
        and due
        and 0 < sum_or_nothing(due.text) < sum_of(taken.text)
    ):
        raise NotRead(f"“{taken.name}”比“{due.name}”还多，像是整笔借款的。请填这一期的本金。")


def _day_of(row: type[Any]) -> str:
    return next(name for name, spec in asked(row).items() if spec.kind == "day")


def _day(taken: str, record: Record, spec: Spec, on: date, *, past: bool) -> date:
    if not taken and (other := record.all(*DAYS)):
        said = other[0].name or "没写名字的日期"
        raise NotRead(f"只看到{said}，没有看到{spec.label}，这一行没有读进来。")
    if not taken:
        raise NotRead("没有看到日期，这一行没有读进来。")
    part = re.fullmatch(r"(\d{1,2})\D+(\d{1,2})\D*", taken)
    if part and (record.under.year or past):
        return _past(int(part[1]), int(part[2]), record.under, on, past=past)
    try:
        return reading.day("-".join(part.groups()) if part else taken, on)
    except Unreadable as problem:
        raise NotRead(f"日期{problem}") from None


def _past(month: int, day: int, under: Month, on: date, *, past: bool) -> date:
    """A day without a year: of the year above it, or the last before `on`; raises `NotRead`."""
    said = f"上面写的是 {under.year} 年{f' {under.month} 月' if under.month else ''}"
    if not under.year:
        return _last_before(month, day, on)
    if under.month in (0, month):
        found = _last_before(month, day, date(under.year, 12, 31))
        if found.year != under.year:
            raise NotRead("日期日历上没有这一天，请再看一眼。")
        if past and found > on:
            raise NotRead(f"没有写哪一年，{said}，可是那一天还没有到。请写全年月日。")
        return found
    end = date(under.year + under.month // 12, under.month % 12 + 1, 1) - timedelta(1)
    found = _last_before(month, day, end)
    if not past or (end - found).days > _ABOUT_TWO_MONTHS:
        raise NotRead(f"没有写哪一年，{said}，对不上。请写全年月日。")
    return found


def _last_before(month: int, day: int, on: date) -> date:
    """The last such day of the calendar up to `on`; raises `NotRead`."""
    for year in range(on.year, on.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= on:
            return found
    raise NotRead("日期日历上没有这一天，请再看一眼。")


def _check_total(record: Record, notes: list[str]) -> None:
    """A note where the parts of a line do not come to the total that stands beside them."""
    if any(len(record.all(column)) > 1 for column in PARTS):
        return  # two of one kind: which of them the total holds is not known
    totals = [each for each in record.all("total", "each", "rest") if each.name[:2] != "剩余"]
    if len(totals) != 1 or not record.only("principal"):
        return
    parts = [sum_of(each.text) for each in record.all(*PARTS)]
    total, added = sum_of(totals[0].text), sum(parts, Decimal(0))
    if totals[0].column == "each" and total >= 2 * added > 0:
        raise NotRead(
            f"写的“{totals[0].name}”是 {total}，本金和别的几项只有 {added}，差得太多，像不是同一笔的。"
        )
    if total != added:
        notes.append(f"第 {record.line} 行：几项加起来是 {added}，写的合计是 {total}，对不上。")


def _left_over(records: Sequence[Record], row: type[Any]) -> Iterator[str]:
    """What the bill says and the list has no place for."""
    if _single(row):
        return
    if unknown := bill_owed.unknown_names(records):
        yield f"“{'”“'.join(unknown)}”不认识，没有用。里面要是写着还了没有，请自己看。"
    if rest := [v for each in records for v in each.all("rest") if v.name[:2] == "剩余"]:
        yield f"“{rest[0].name}”没有用。请看本金写的是不是还剩的数。"
    left: tuple[Column, ...] = ("late-interest", "penalty", "fee", "paid", "paid-part", "waived")
    for column in left:
        here = [each.all(column) for each in records]
        if column == "late-interest" and not any(each.all("interest") for each in records):
            continue  # it stands for the interest
        names = list(dict.fromkeys(each.name for one in here for each in one))
        if any(len(one) > 1 for one in here):
            yield f"“{'”“'.join(names)}”，表里没有这些格，没有放进去。"
            continue
        sums = [sum_or_nothing(each.text) for one in here for each in one]
        if any(sums):
            said = SAID.get(column) or f"“{names[0]}”"
            yield f"{said}一共 {sum(sums, Decimal(0))}，表里没有这一格，没有放进去。"
