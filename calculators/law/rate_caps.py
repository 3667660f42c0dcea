"""The legal and supervisory lines a yearly cost is held against, and whom each of them binds.

A line is never applied in silence: four times the LPR does not bind a licensed lender, and the
24% line works only when the borrower asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators import rules
from calculators.answer.result import Notice, Unit
from calculators.answer.wording import show

LICENSED_CAP = ("spc-2017-22-2", "annual_rate_cap")


@dataclass(frozen=True)
class Line:
    """One line on one day: ``rate`` is a yearly fraction, ``binds`` says whom, ``use`` how."""

    rule: str
    name: str
    rate: Decimal
    binds: str
    use: str
    reported: bool


_USES: tuple[tuple[str, str, str, str], ...] = (
    (*LICENSED_CAP, "银行、消费金融公司等持牌机构的借款", "超出部分可以请求调减，要自己提出来"),
    ("microloan-cost-guide-2025-2", "new_loan_cap", "小额贷款公司新放的贷款", "监管对公司的要求，可用来投诉"),
    ("nfra-2025-9-6", "annual_all_in_cap_interpreted", "银行通过平台放的贷款", "业内的理解，先问清对方"),
)  # fmt: skip


def lines(day: date) -> tuple[Line, ...]:
    """Every line in force on ``day``, each read from the dated rules."""
    book = rules.at(day)
    found = [
        Line(rule, book[rule].name, book[rule].number(parameter), binds, use, _reported(book, rule))
        for rule, parameter, binds, use in _USES
        if book[rule].state == "in-force"
    ]
    return (*found, *_private_lending(book))


def licensed_cap(day: date) -> Decimal | None:
    """The yearly line for loans of licensed lenders; 最高人民法院 法发〔2017〕22号 第二条.

    ``None`` for a day before it was issued.
    """
    rule, parameter = LICENSED_CAP
    book = rules.at(day)
    return book[rule].number(parameter) if book[rule].state == "in-force" else None


def cap_notice(yearly: Decimal | None, day: date) -> tuple[Notice, ...]:
    """What a borrower may ask for when a yearly cost is over the licensed lenders' line."""
    cap = licensed_cap(day)
    if yearly is None or cap is None or yearly <= cap:
        return ()
    said = (
        f"一年 {show(yearly, Unit.RATE)}，高过 {show(cap, Unit.RATE)}。"
        "向持牌机构借的钱，打官司时可以请求法院调减超出的部分，要自己提出来。"
    )
    return (Notice(said, (LICENSED_CAP[0],), "law"),)


def _reported(book: rules.RuleBook, rule: str) -> bool:
    return book[rule].status != "verified"


def _private_lending(book: rules.RuleBook) -> tuple[Line, ...]:
    """Four times the one-year LPR of the contract's day; 民间借贷规定 第二十五条."""
    rule = book["private-lending-25"]
    if rule.state != "in-force":
        return ()
    lpr, _ = book.lpr()
    line = Line(
        rule.id,
        rule.name,
        rule.number("multiple_of_lpr_1y") * lpr,
        "个人之间、非持牌的出借人",
        "不管借呗这类持牌机构的借款",
        reported=False,
    )
    return (line,)
