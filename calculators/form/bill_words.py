"""The words and figures of a bill copied from an app or a spreadsheet, as signs in their order.

A sign is a day, a sum, a name of a column, a period, or the mark of a paid line. What is plainly none
of them (a time of day, the end of a card number, a percentage, a count of days) is passed over.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from calculators.form.numerals import folded

type Column = Literal[
    "date", "due", "repay-date", "statement", "posted", "lent-date", "other-date", "paid-date",
    "principal", "lent-principal", "interest", "late-interest", "penalty", "fee", "total",
    "amount", "posted-amount", "spent", "repaid", "lent", "outgo", "paid", "paid-part",
    "waived", "balance", "period", "card", "status", "words",
]  # fmt: skip
type Kind = Literal["date", "sum", "name", "period", "settled", "foreign"]

_NAMES: dict[Column, str] = {
    "date": "日期 时间",
    "due": "到期还款日 最后还款日 最晚还款日 最迟还款日 到期日期 借款到期日 到期日 应还日期 应还款日 应还日",
    "repay-date": "还款日期 还款日 还款时间",
    "statement": "账单日期 账单日",
    "posted": "入账日期 入账日 记账日期 记账日",
    "lent-date": "借款日期 借款日 借款时间 放款日期 放款日 放款时间",
    "other-date": "交易日期 交易日 交易时间 消费日期 消费日 起息日",
    "paid-date": "实际还款日期 实际还款日 实还日期 实还日 结清日期 结清日",
    "principal": "应还本金 未还本金 待还本金 当期本金 本期本金 逾期本金 本金",
    "lent-principal": "借款本金",
    "interest": "应还利息 未还利息 待还利息 当期利息 本期利息 正常利息 利息",
    "late-interest": "逾期利息",
    "penalty": "应还罚息 逾期罚息 未还罚息 待还罚息 罚息 滞纳金 应还违约金 逾期违约金 违约金 逾期费用 逾期费",
    "fee": "分期手续费 应还手续费 手续费 分期服务费 应还服务费 服务费 担保费 管理费 保费 其他费用 费用",
    "total": "最低应还款额 最低还款额 最低还款 最低应还 本期还款额 期供 月供 每期应还 应还总额 应还总金额 应还金额 应还款金额 应还款额 本期应还 剩余应还 待还金额 待还总额 还款总额 本息合计 总金额 合计 总计"
    " 小计 总额 应还",
    "amount": "交易金额 支付金额 金额",
    "outgo": "支出",
    "posted-amount": "入账金额 记账金额 人民币金额",
    "spent": "消费金额 消费",
    "repaid": "还款金额 还款",
    "lent": "借款金额 放款金额 借款",
    "paid": "实际还款金额 已付金额 已支付金额 已扣金额 已偿还金额 已归还金额 实还 已还款金额 已还款总额 已还金额 实还金额 已还总额 已还本息 实还本息",
    "paid-part": "已还本金 已还利息 已还罚息 实还本金 实还利息",
    "waived": "减免本金 减免利息 减免罚息 减免违约金 减免费用 减免金额 减免 优惠利息 优惠金额 优惠",
    "balance": "总利息 利息总额 利息合计 累计利息 全部利息 总本金 本金总额 本金合计 累计本金 全部本金 借款总额 贷款总额"
    " 剩余应还本金 剩余未还本金 剩余待还本金 剩余应还利息 累计已还 账户余额 剩余本金 剩余利息 剩余额度 可用额度 余额",
    "card": "卡号末四位 卡号后四位 卡末四位 末四位 后四位 卡号 尾号",
    "period": "还款期数 期数 期次 期号 序号 期",
    "status": "还款状态 交易状态 状态",
    "words": "备注 说明 摘要 商户 交易地点 交易类型 类型",
}
_COLUMN = {name: column for column, names in _NAMES.items() for name in names.split()}
_LONGEST_FIRST = "|".join(sorted(map(re.escape, _COLUMN), key=len, reverse=True))
_SIGN = re.compile(
    rf"""
    (?P<passed>每月\s*\d{{1,2}}\s*[日号]|^\s*\d{{1,3}}(?:、|[.)]\s)|(?<=[行卡])\s?\(\d{{4}}\)|(?:尾号|末四位|后四位|卡号)\D{{0,3}}\d{{3,4}}|(?:单号|流水号|编号|合同号|借据号)\s*:?\s*\w+|(?<![\d.,])\d{{12,}}(?![\d.])|\d{{1,2}}:\d{{2}}(?::\d{{2}})?
        |\d+\s*(?:天|个月|笔)|\d+(?:\.\d+)?\s*%|年利率|日利率|年化|余额宝)
    |(?P<foreign>(?:[$€£]|USD|HKD|EUR|JPY|GBP|美元|港币|港元|欧元|日元|英镑)\s?[+-]?\s?[\d,.]*\d|[\d,.]*\d\s?(?:USD|HKD|EUR|JPY|GBP|美元|港币|港元|欧元|日元|英镑)|[+-]?[\d,.]*\d\s?[分角](?![期钟店公之行享类时])|USD|HKD|EUR|JPY|GBP)
    |(?P<date>\d{{4}}\s*[-/.年]\s*\d{{1,2}}\s*[-/.月]\s*\d{{1,2}}(?!\d)\s*(?:[日号](?!期))?
        |(?<![\d.,/-])(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?![\d-])|/(?:0[1-9]|[12]\d|3[01])(?![\d/]|\s*期))
        |(?<!\d)\d{{1,2}}\s*月\s*\d{{1,2}}\s*[日号]|(?<![\d.,])(?:19|20)\d{{2}}[01]\d[0-3]\d(?![\d.])|[今昨前]天(?=[\s\d]|$))
    |(?P<period>第\s*[\d一二三四五六七八九十]+\s*(?:/\s*\d+\s*)?期|(?<![\d.])\d+\s*/\s*\d+\s*期?(?![\d.])|(?<![\d.])\d{{1,3}}\s*期(?!数|次|号))
    |(?P<settled>已还清|已结清|还清了|(?<!部分|累计)已还款?(?!款?金额|款?总额|本金|利息|罚息|本息|部分|一部分|\s*\d*\s*期|[\s:]*[\d.]+\s*%))
    |(?P<name>{_LONGEST_FIRST})
    |(?P<sum>\(\s?¥?\s?[\d,.]*\d\s?\)|(?:¥\s?)?(?:[+-]\s?)?(?:¥\s?)?\d+(?:[.,]\d+)*
        (?:(?:[百千万亿]\d*(?:\.\d+)?|[wWkK](?![A-Za-z])\d*)+|\s万(?=\s|元|$))?(?:多|余(?!额)|来(?=[元块]))?\s?(?:元|块钱|块)?(?:左右|\+(?=\s|$))?)
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


def plain(text: str) -> str:
    """A line of the bill with full-width figures and signs made plain, and nothing that cannot be seen."""
    seen = "".join(" " if sign in "\u00a0\u3000\u200b\ufeff" else sign for sign in text)
    return folded(seen).replace("￥", "¥")


def signs(line: str) -> tuple[Sign, ...]:
    """The signs of a line that was made `plain`, in their order; 已还 before a sum is the name of it."""
    found = list(_signs(line))
    for at, (sign, after) in enumerate(itertools.pairwise(found)):
        if is_paid(sign) and after.kind == "sum":
            found[at] = PAID
    return tuple(found)


def names(line: str) -> tuple[Sign, ...]:
    """The signs of a line of names only, of which 已还 is one."""
    return tuple(PAID if is_paid(sign) else sign for sign in signs(line))


def is_paid(sign: Sign) -> bool:
    """Whether a mark of a paid line may be the name of a sum that was paid."""
    return sign.kind == "settled" and sign.text in (PAID.text, "已还款")


def not_yuan(text: str) -> str:
    """Why a sum of kind "foreign" is not read."""
    if text[-1] in "分角":
        return f"单位是{text[-1]}，不是元，请换成元再填。"
    return "像是外币，这里只算人民币。"


def beside(line: str) -> str:
    """The words of a line that are no sign of a bill: what was bought, from whom."""
    return "".join(re.findall(r"[\u4e00-\u9fff]+", _SIGN.sub(" ", line)))


def _signs(line: str) -> Iterator[Sign]:
    for found in _SIGN.finditer(line):
        kind, text = found.lastgroup, found[0].strip()
        if kind == "name":
            yield Sign("name", text, _COLUMN[text])
        elif kind in ("date", "period", "settled", "sum", "foreign"):
            yield Sign(kind, text)  # type: ignore[arg-type]
