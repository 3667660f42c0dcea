"""The words and figures of a bill copied from an app or a spreadsheet, as signs in their order.

A sign is a day, a sum, a name of a column, a period, or what words say of payment. What is plainly none
of them (a time of day, the end of a card number, a percentage, a count of days) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Literal

from calculators.form import bill_state
from calculators.form.bill_state import ANSWER, WORDS, State, answered
from calculators.form.numerals import folded

type Column = Literal[
    "date", "due", "repay-date", "statement", "posted", "lent-date", "other-date", "paid-date",
    "principal", "lent-principal", "interest", "late-interest", "penalty", "fee", "total", "each",
    "rest", "amount", "posted-amount", "spent", "repaid", "lent", "outgo", "paid", "paid-part",
    "waived", "balance", "period", "card", "status", "words", "unknown", "unknown-day",
]  # fmt: skip
type Kind = Literal[
    "date", "sum", "name", "period", "paid", "owed", "part", "unsure", "either", "which", "due", "strange",
    "whole", "foreign",
]  # fmt: skip

_NAMES: dict[Column, str] = {
    "date": "日期 时间",
    "due": "到期还款日 最后还款日 最晚还款日 最迟还款日 到期日期 借款到期日 到期日 应还日期 应还款日期 应还款日 应还日 约定还款日期 约定还款日 计划还款日期 计划还款日 应扣款日期 应扣款日",
    "repay-date": "还款日期 还款日 还款时间",
    "statement": "账单日期 账单日",
    "posted": "入账日期 入账日 记账日期 记账日",
    "lent-date": "借款日期 借款日 借款时间 放款日期 放款日 放款时间",
    "other-date": "交易日期 交易日 交易时间 消费日期 消费日 起息日",
    "paid-date": "实际还款日期 实际还款日 实际还款时间 实还日期 实还日 实还时间 结清日期 结清日 结清时间 实际结清日期 实际结清日 还清日期 还清日 还清时间 实际还清日期 实际还清日 已还日期 清偿日期",
    "principal": "应还本金 未还本金 待还本金 当期本金 本期本金 逾期本金 本金",
    "lent-principal": "借款本金",
    "interest": "应还利息 未还利息 待还利息 当期利息 本期利息 正常利息 利息",
    "late-interest": "逾期利息",
    "penalty": "应还罚息 逾期罚息 未还罚息 待还罚息 罚息 滞纳金 应还违约金 逾期违约金 违约金 逾期费用 逾期费",
    "fee": "分期手续费 应还手续费 手续费 分期服务费 应还服务费 服务费 担保费 管理费 保费 其他费用 费用",
    "total": "合计 总计 小计 总额 总金额",
    "each": "期供 月供 每期应还 每期还款 每月应还 每月还款 本期还款额 应还本息 本息合计 本息 应还总额 应还总金额 应还金额 应还款金额 应还款额 应还款 本期应还 应还",
    "rest": "剩余应还 剩余未还 剩余待还 待还金额 待还总额 待还本息 未还金额 未还总额 未还本息 还款总额",
    "amount": "交易金额 支付金额 金额",
    "outgo": "支出",
    "posted-amount": "入账金额 记账金额 人民币金额",
    "spent": "消费金额 消费",
    "repaid": "还款金额 还款",
    "lent": "借款金额 放款金额 借款",
    "paid": "实际还款金额 已付金额 已支付金额 已扣金额 已偿还金额 已归还金额 实还 已还款金额 已还款总额 已还金额 实还金额 已还总额 已还本息 实还本息",
    "paid-part": " ".join(
        f"{done}{part}"
        for part in [
            "本金",
            "利息",
            "逾期利息",
            "罚息",
            "违约金",
            "滞纳金",
            "手续费",
            "服务费",
            "担保费",
            "费用",
        ]
        for done in ("已还", "实还")
    ),
    "waived": "减免本金 减免利息 减免罚息 减免违约金 减免费用 减免金额 减免 优惠利息 优惠金额 优惠",
    "balance": "总利息 利息总额 利息合计 累计利息 全部利息 总本金 本金总额 本金合计 累计本金 全部本金 借款总额 贷款总额"
    " 剩余应还本金 剩余未还本金 剩余待还本金 剩余应还利息 累计已还 账户余额 剩余本金 剩余利息 剩余额度 可用额度 余额"
    " 最低应还款额 最低还款额 最低还款 最低应还 额度 限额",
    "card": "卡号末四位 卡号后四位 卡末四位 末四位 后四位 卡号 尾号",
    "period": "还款期数 期数 期次 期号 序号 期",
    "status": "还款状态 交易状态 结清状态 状态 还款情况 还款结果",
    "words": "备注 说明 摘要 商户 交易地点 交易类型 类型",
}
_COLUMN = {name: column for column, names in _NAMES.items() for name in names.split()}
_LONGEST_FIRST = f"(?:{'|'.join(sorted(map(re.escape, _COLUMN), key=len, reverse=True))})(?<!消费(?=金融|贷|信贷))"
_BEFORE_A_SUM: dict[str, Column] = {
    "待还": "rest",
    "累计": "balance",
    "授信": "balance",
    "预授权": "balance",
}
_COLUMN |= _BEFORE_A_SUM
_ASKED = r"(?:是否|有没有)[\u4e00-\u9fff]{1,6}|[\u4e00-\u9fff]{0,6}?(?:状态|情况|结果|标[志识]|[还结付缴]清与?否)"
"""Names beside which stands what became of a line."""
_SETTLED = "(?:已经?)?[还结付缴]清"
"""A question only where yes or no stands behind it."""
_ALONE = re.compile(rf"\s*(?:(?P<ask>{_ASKED})|{_SETTLED})\s*:?\s*")
_ANSWERS = re.compile(r"\D{1,8}|\d")
IS_PAID = re.compile(r"已经?(?:还款?|付款?|支付|缴款?|扣款?|偿还|归还)[\s:为¥(]*$")
_ASIDE = re.compile(
    r"(?<!\S)\S*(?:方式|渠道|账[户号]|来源|类型)[\s:]+\S+|(?:如果?|[若您])[^。;|]{0,20}忽略\S*"
)
"""Words that say nothing of a line: the way of paying, and what is to be passed over by who has paid."""
_COUNT = re.compile(
    r"[已经未待还付缴结清完款剩余下逾期当前总共合计分]+[\s:]*\d+\s*期(?!数|次|号)(?:[已未待][还结]清?)?"
    r"|[已未待][还结][清款]?\s*\(\d+/\d+\)"
)
"""How many instalments are paid, or left."""
_OF_ALL = re.compile(
    r"\s*(?:全部\S{0,2}\s+)?(?:[待未]还款?\s+已还款?|已还款?\s+[待未]还款?|[待未]结清\s+已结清|已结清\s+[待未]结清)\s*|\D*360借条\D*"
)
STATES = ("paid", "owed", "part", "unsure", "either", "which")
SAID_OF = (*STATES, "due", "strange")
"""All that words say of a record."""
_FIGURES = ("date", "sum", "foreign")
_HIDDEN = "[*●•■□█×xX]"
"""What stands for a digit that is not shown: 8,***.33."""
_AS_OF = r"(?<![款期后晚迟])(?:截[至止][到至]?|更新(?:时间|日期|于)|(?:查询|统计|导出|打印)(?:时间|日期))\s*:?\s*(?:\d{1,4}[-/.年月][-/.年月\d]*\d[日号]?|今[天日])"
"""The day to which figures were added up, on which no instalment is due: 截至2026-11-25."""
_SIGN = re.compile(
    rf"""
    (?P<passed>{_AS_OF}|每月\s*\d{{1,2}}\s*[日号]|^\s*\d{{1,3}}(?:、|[.)]\s)|(?<=[行卡])\s?\(\d{{4}}\)|(?:尾号|末四位|后四位|卡号)\D{{0,3}}\d{{3,4}}|(?:单号|流水号|编号|合同号|借据号)\s*:?\s*\w+|(?<![\d.,])\d{{12,}}(?![\d.])|\d{{1,2}}:\d{{2}}(?::\d{{2}})?
        |\d+\s*(?:天|个月|笔)|\d+(?:\.\d+)?\s*%|年利率|日利率|年化|余额宝)
    |(?P<asked>(?P<ask>{_ASKED})[\s:=]+(?P<answer>(?:\d{{1,2}}月\d{{1,2}}[日号])?[^\s,;|\d:=][^\s,;|]*|\d(?![\d.,/:-]))|(?P<ask_end>{_SETTLED})[\s:=]+(?P<yes>(?i:{ANSWER.pattern}))(?=[\s,;|]|$))
    |(?P<foreign>(?:[$€£]|USD|HKD|EUR|JPY|GBP|美元|港币|港元|欧元|日元|英镑)\s?[+-]?\s?[\d,.]*\d|[\d,.]*\d\s?(?:USD|HKD|EUR|JPY|GBP|美元|港币|港元|欧元|日元|英镑)|[+-]?[\d,.]*\d\s?[分角](?![期钟店公之行享类时])|USD|HKD|EUR|JPY|GBP)
    |(?P<date>\d{{4}}\s*[-/.年]\s*\d{{1,2}}\s*[-/.月]\s*\d{{1,2}}(?!\d)(?:[日号](?!期)|\s+[日号](?![\u4e00-\u9fff]))?
        |(?<![\d.,/-])(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?![\d-])|/(?:0[1-9]|[12]\d|3[01])(?![\d/]|\s*期))
        |(?<!\d)\d{{1,2}}\s*月\s*\d{{1,2}}\s*[日号]|(?<![\d.,])(?:19|20)\d{{2}}[01]\d[0-3]\d(?![\d.])|[今昨前]天(?=[\s\d]|$))
    |(?P<period>第\s*[\d一二三四五六七八九十]+\s*(?:/\s*\d+\s*)?期|(?<![\d.])\d+\s*/\s*\d+\s*期?(?![\d.])|(?<![\d.])\d{{1,3}}\s*期(?!数|次|号|都|均|全))
    |(?P<name>{_LONGEST_FIRST}|(?:{"|".join(_BEFORE_A_SUM)})(?=[\s:]*¥?\s?\d)(?![\s:]*¥?\s?[\d,.]+元?(?:本金|利息)))
    |(?P<sum>¥?(?:\d[\d,.]*{_HIDDEN}(?={_HIDDEN}|[.,]?\d)|{_HIDDEN}(?:{_HIDDEN}+[.,]?|[.,])(?=\d)(?!\d{{4}}[-/.年]|\d+月))(?:[\d,.]|{_HIDDEN})*|\d+(?:[.,]\d+)*。\d{{1,2}}(?![\d.,年月日号期/-])
        |\(\s?¥?\s?[\d,.]*\d\s?\)|(?:¥\s?)?(?:[+-]\s?)?(?:¥\s?)?\d+(?:[.,]\d+)*
        (?:(?:[百千万亿]\d*(?:\.\d+)?|[wWkK](?![A-Za-z])\d*)+|\s万(?=\s|元|$))?(?:多|余(?!额)|来(?=[元块]))?\s?(?:元|块钱|块)?(?:左右|(?<!\s)\+(?=\s|$))?)
    """,
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True)
class Sign:
    """One word or figure of a bill; `column` is set for a name."""

    kind: Kind
    text: str
    column: Column | None = None


PAID = Sign("name", "已还", "paid")
"""已还 where a sum follows: the name of what was paid, and no mark of a paid line."""

_OF_DAYS: tuple[Column, ...] = (
    "date",
    "due",
    "repay-date",
    "statement",
    "posted",
    "lent-date",
    "other-date",
    "paid-date",
)
_LOOSE = {"repaid", "lent", "spent", "outgo"}
"""Names that stand among the words of what a line is: 微粒贷还款."""
_STRICT: dict[Column, Column] = {
    **dict.fromkeys(_OF_DAYS[:-1], "unknown-day"),
    **dict.fromkeys(("principal", "lent-principal", "interest", "late-interest"), "unknown"),
    **dict.fromkeys(("total", "each", "rest", "amount", "posted-amount"), "unknown"),
}  # fmt: skip
"""Names that a word beside them turns into others, and what they are then."""
_HARMLESS = re.compile(
    "(?:本期|当期|本月|其中|各期|每期|期|包括|包含|含|另加|加|和|及|与|需要?|须|要|您|你|的|应还款?|应付|应收|应|尚?欠"
    "|逾期|账单|花呗|借呗|微粒贷|白条|金条|也)*"
)
_HARMLESS_AFTER = re.compile("(?:为|是|共计?|计|人民币|元|块|的|也)*")
"""Words before and behind a name that leave it what it is."""
_CHANGES = "累计|每[日天月年]|[日月年]均|平均|总|剩余|预计?|[上下首末][次期月个一]+|最[高低近多少]|可|待|未|今年|本[月年]|全部|历史"
"""Words before a name that make another of it, a space between them or not."""
_CHANGED = re.compile(
    f"(?:{_CHANGES})(?:消费|支出|借款|放款|还款)|(?:消费|支出|借款|放款|还款)(?:额度|总额|总数|总计|合计|限额|上限|能力|计划|提醒)"
)
_CHANGED_BEFORE = re.compile(f"(?<![\u4e00-\u9fff])(?:{_CHANGES})\\s+$")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_HAN_START, _HAN_END = re.compile(r"[\u4e00-\u9fff]*"), re.compile(r"[\u4e00-\u9fff]*$")


def with_answers(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; a question and its answer on the next line are one."""
    rest = iter(enumerate(lines, 1))
    for number, line in rest:
        below = next((each.strip() for each in lines[number:] if each.strip()), "")
        asks = _ALONE.fullmatch(line)
        if asks and (
            ANSWER.fullmatch(below)
            or (
                asks["ask"]
                and _ANSWERS.fullmatch(below)
                and not any(sign.column for sign in signs(below))
            )
        ):
            yield number, f"{line.strip().rstrip(':')}:{below}"
            next(each for each in rest if each[1].strip())
        else:
            yield number, line


def plain(text: str) -> str:
    """A line of the bill with full-width figures and signs made plain, and nothing that cannot be seen."""
    seen = "".join(" " if sign in "\u00a0\u3000\u200b\ufeff" else sign for sign in text)
    return folded(seen).replace("￥", "¥")


def signs(line: str) -> tuple[Sign, ...]:
    """The signs of a line that was made `plain`, in their order; 已还 before a sum is the name of it."""
    found = list(_SIGN.finditer(line))
    both = [*_signs(line, found), *_said(line, found)]
    both = [each for each in both if each[1].kind != "date" or not _of_words(line, each[0], both)]
    return tuple(sign for _, sign in sorted(both, key=lambda each: each[0]))


def _of_words(line: str, at: int, found: Sequence[tuple[int, Sign]]) -> bool:
    """Whether a day that is not the first of a line belongs to the words that touch it: 9月4日结清."""
    if not any(sign.kind == "date" for place, sign in found if place < at):
        return False
    around = re.search(r"\S*$", line[:at])[0] + re.match(r"\S*", line[at:])[0]  # type: ignore[index]
    return bool(bill_state.read(around)[0])


def title(cell: str) -> Sign | None:
    """The name over a column, None for its unit alone; one with a word more is another name, and not known."""
    said = re.sub(r"[(\[【/]\s*(?:人民币|RMB)?[元¥]?\s*[)\]】]?\s*$|\s", "", cell)
    if re.fullmatch("(?:人民币|RMB)?[亿万千百]*元?", said):
        return None
    if said in ("已还", "已还款"):
        return PAID
    named = [sign for _, sign in _signs(said, list(_SIGN.finditer(said))) if sign.column]
    whole = len(named) == 1 and _leave(said, named[0].text)
    if named and (whole or named[0].column not in {*_STRICT, *_LOOSE, "paid", "paid-date"}):
        return named[0]
    days = said.endswith(("日", "日期", "时间"))
    return Sign("name", said, "unknown-day" if days else "unknown")


def of_all(lines: Sequence[str]) -> dict[str, str]:
    """Lines that are said of a whole bill, and what else they say: counts of instalments, lists to choose from, a name.

    Counts above the last day that stand in several places and are not the same are headings of instalments.
    """
    found = dict.fromkeys(filter(_OF_ALL.fullmatch, lines), "")
    if not any(map(_COUNT.search, lines)):
        return found
    places: list[list[str]] = [[]]
    last = 0
    for each in lines:
        if counts(each):
            places[-1].append(each)
        elif any(sign.kind == "date" for sign in signs(each)):
            last = len(places)
            places.append([])
    above = [each for each in places[:last] if each]
    alike = (
        [line for each in places for line in each]
        if all(each == above[0] for each in above)
        else []
    )
    return found | {line: _COUNT.sub(" ", line) for line in (*alike, *chain(*places[last:]))}


def as_of(line: str) -> bool:
    """Whether a line says to which day its figures were added up."""
    return re.search(_AS_OF, line) is not None


def counts(line: str) -> bool:
    """Whether a line counts instalments, and says nothing of one of them."""
    if not _COUNT.search(line) or re.search(_ASKED, line):
        return False
    rest = signs(_COUNT.sub(" ", line))
    return not any(
        sign.kind in ("date", "period") or sign.column in ("principal", "interest") for sign in rest
    )


def is_paid(sign: Sign) -> bool:
    """Whether a mark of a paid line may be the name of a sum that was paid."""
    return sign.kind == "paid" and IS_PAID.search(sign.text) is not None


def not_yuan(text: str) -> str:
    """Why a sum of kind "foreign" is not read."""
    if text[-1] in "分角":
        return f"单位是{text[-1]}，不是元，请换成元再填。"
    return "像是外币，这里只算人民币。"


def beside(line: str) -> str:
    """The words of a line that are no sign of a bill: what was bought, from whom."""
    return "".join(re.findall(r"[\u4e00-\u9fff]+", _SIGN.sub(" ", line)))


def other_words(line: str) -> str:
    """What a line says beside its days, sums and periods."""
    figures = (each for each in _SIGN.finditer(line) if each.lastgroup in ("date", "sum", "period"))
    for each in reversed(list(figures)):
        line = line[: each.start()] + " " + line[each.end() :]
    return " ".join(line.split())


def _said(line: str, found: Sequence[re.Match[str]]) -> Iterator[tuple[int, Sign]]:
    """What the words between the figures that have names say of payment, each with its place."""
    start = 0
    for at, (each, after) in enumerate(zip_longest(found, found[1:])):
        begin, end = each.span()
        if each["asked"]:
            name, text = each["ask"] or each["ask_end"], each["answer"] or each["yes"]
            if after and after["sum"] and IS_PAID.search(text):
                yield each.start("answer"), PAID
            else:
                state = answered(name, text)
                if state == "due":
                    yield begin, Sign("due", text)
                yield from _stated(begin, f"{name}：{text}", state)
        elif (
            each["name"]
            and after
            and after.lastgroup in _FIGURES
            and (after.lastgroup == "date") == (_COLUMN[each["name"]] in _OF_DAYS)
            and _HARMLESS_AFTER.fullmatch(re.sub(r"[\W_]", "", line[end : after.start()]))
        ):
            begin = start + _HAN_END.search(line[start:begin]).start()  # type: ignore[union-attr]
            end = after.end()
        elif each["name"] and _COLUMN[each["name"]] in _STRICT and _touches(line, found, at):
            pass
        elif each["sum"] and (paid := IS_PAID.search(line, start, begin)):
            begin = paid.start()
            yield begin, PAID
        elif each["period"]:
            begin = begin if each[0][0] == "第" else end
        elif not each["passed"] or re.search("[%天月笔]", each[0]):
            continue
        yield from _words_said(line, start, begin)
        start = end
    yield from _words_said(line, start, len(line))


def _words_said(line: str, start: int, end: int) -> Iterator[tuple[int, Sign]]:
    """What words say that stand between figures; names of columns and of the way of paying say nothing."""
    text = _ASIDE.sub(lambda each: " " * len(each[0]), line[start:end])
    text = re.sub(
        r"[^\s:,;|()]+",
        lambda each: " " * len(each[0]) if each[0] in _COLUMN and each[0] not in WORDS else each[0],
        text,
    )
    state, at = bill_state.read(text)
    if not text.strip() and bill_state.read(line[start:end])[0] == "owed":
        yield start, Sign("due", line[start:end])  # 待还 alone is a name, too
    if state in ("", "due", "act") and (other := bill_state.beside_payment(text)):
        yield start + len(text) - len(text.lstrip()), Sign(other, " ".join(text.split()))
    yield from _stated(start + at, " ".join(text.split()), state)


def _stated(at: int, text: str, state: State) -> Iterator[tuple[int, Sign]]:
    if state and state not in ("due", "act"):
        yield at, Sign(state, text)  # type: ignore[arg-type]


def _signs(line: str, found: Sequence[re.Match[str]]) -> Iterator[tuple[int, Sign]]:
    for at, each in enumerate(found):
        kind, text = each.lastgroup, each[0].strip()
        if kind == "name":
            if sign := _named(line, found, at):
                yield each.start(), sign
        elif kind in ("date", "period", "sum", "foreign"):
            yield each.start(), Sign(kind, text)  # type: ignore[arg-type]


def _touches(line: str, found: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a name is that of the figure right before it, and words apart from it are none of it: 30.00利息 未还."""
    figure = at > 0 and found[at - 1].lastgroup in ("sum", "foreign")
    return (
        figure
        and found[at - 1].end() == found[at].start()
        and not line[found[at].start() - 1].isspace()
    )


def _behind(line: str, found: Sequence[re.Match[str]], at: int, high: int) -> str:
    """The words behind a name that may be of it."""
    text = line[found[at].end() : high]
    if _touches(line, found, at):
        text = re.split(r"\s", text, maxsplit=1)[0]
    return "".join(_HAN.findall(text))


def _leave(run: str, name: str) -> bool:
    """Whether the words around a name leave it what it is."""
    before, _, after = run.partition(name)
    return bool(_HARMLESS.fullmatch(before) and _HARMLESS_AFTER.fullmatch(after))


def _named(line: str, found: Sequence[re.Match[str]], at: int) -> Sign | None:
    """A name, or what the words that touch it make of it; None where another name beside it speaks for both."""
    each, text = found[at], found[at][0]
    column = _COLUMN[text]
    low = max((one.end() for one in found[:at] if one.lastgroup != "name"), default=0)
    high = min(
        (one.start() for one in found[at + 1 :] if one.lastgroup != "name"), default=len(line)
    )
    start = low + len(line[low : each.start()]) - len(_HAN_END.search(line[low : each.start()])[0])  # type: ignore[index]
    run = line[start : each.start()] + _HAN_START.match(line[each.start() : high])[0]  # type: ignore[index]
    spaced = _CHANGED_BEFORE.search(line[low : each.start()])
    if column in _LOOSE:
        to_sum = at + 1 < len(found) and found[at + 1].lastgroup in ("sum", "foreign")
        own = PAID if to_sum and IS_PAID.search(line, 0, each.end()) else Sign("name", text, column)
        changed = to_sum and (spaced or _CHANGED.search(run))
        return Sign("name", run, "unknown") if changed else own
    if column not in _STRICT:
        return Sign("name", text, column)
    between = _behind(line, found, at, high)
    if (
        not spaced
        and _leave(run, text)
        and (
            at + 1 == len(found)
            or found[at + 1].lastgroup == "name"
            or _HARMLESS_AFTER.fullmatch(between)
        )
    ):
        return Sign("name", text, column)
    beside = [
        one for one in found if one.lastgroup == "name" and start <= one.start() < start + len(run)
    ]
    if beside[-1] is not each:
        return None
    before = spaced[0].strip() if spaced else ""
    return Sign("name", before + run + between.removeprefix(run[len(text) :]), _STRICT[column])
