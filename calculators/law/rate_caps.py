"""The legal and supervisory caps a yearly cost is held against, and the lenders each applies to.

A cap is never applied in silence: four times the LPR does not bind a licensed lender, and the
24% cap works only when the borrower asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators import rules
from calculators.answer.result import Notice, Unit
from calculators.answer.wording import show
from calculators.finance.dates import add_months

LICENSED_CAP = ("spc-2017-22-2", "annual_rate_cap")


@dataclass(frozen=True)
class Cap:
    """One cap on one day: ``rate`` is a yearly fraction, ``binds`` says whom, ``use`` how."""

    rule: str
    name: str
    rate: Decimal
    binds: str
    use: str
    reported: bool


LAST_CHECKED = rules.at(date.max).lpr()[1]
"""The last publication of the LPR that was checked; a later month may have another."""

_JUDGED = (
    *LICENSED_CAP,
    "银行、消费金融公司等持牌机构的借款",
    "超出部分可以请求调减，要自己提出来",
)
_AT_SIGNING: tuple[tuple[str, str, str, str], ...] = (
    ("microloan-cost-guide-2025-2", "new_loan_cap", "小额贷款公司新放的贷款", "监管对公司的要求，可用来投诉"),
    ("nfra-2025-9-6", "annual_all_in_cap_interpreted", "银行通过平台放的贷款", "业内的理解，先问放款的银行"),
)  # fmt: skip


def caps(signed: date, on: date) -> tuple[Cap, ...]:
    """Every cap for a contract of the day ``signed``, each read from the dated rules.

    The licensed lendersâ cap tells courts how to judge and says nothing of when a contract was
    signed: it is that of the day ``on``. The others are for loans made, or contracts concluded,
    since they are in force.
    """
    book = rules.at(signed)
    judged = _of(rules.at(on), *_JUDGED)
    later = [cap for use in _AT_SIGNING for cap in _of(book, *use)]
    return (*judged, *later, *_private_lending(book))


def _of(book: rules.RuleBook, rule: str, parameter: str, binds: str, use: str) -> tuple[Cap, ...]:
    if book[rule].state != "in-force":
        return ()
    found = book[rule]
    return (Cap(rule, found.name, found.number(parameter), binds, use, _reported(book, rule)),)


def older_notice(signed: date, on: date) -> tuple[Notice, ...]:
    """Says that the licensed lenders' cap is applied to a contract that is older than it."""
    rule, _ = LICENSED_CAP
    since = rules.at(on)[rule].effective_from
    if since is None or signed >= since or licensed_cap(on) is None:
        return ()
    said = (
        f"合同比这份文件（{show(since, Unit.DATE)}）早。文件讲法院怎么判，没写只管以后签的合同。"
        "能不能照样请求调减，由法院定。"
    )
    return (Notice(said, (rule,), "note"),)


def licensed_cap(day: date) -> Decimal | None:
    """The yearly cap for loans of licensed lenders; 最高人民法院 法发〔2017〕22号 第二条.

    ``None`` for a day before it was issued.
    """
    rule, parameter = LICENSED_CAP
    book = rules.at(day)
    return book[rule].number(parameter) if book[rule].state == "in-force" else None


def cap_notice(yearly: Decimal | None, day: date) -> tuple[Notice, ...]:
    """What a borrower may ask for when a yearly cost is over the licensed lenders' cap."""
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


def _private_lending(book: rules.RuleBook) -> tuple[Cap, ...]:
    """Four times the one-year LPR of the contract's day; 民间借贷规定 第二十五条."""
    rule = book["private-lending-25"]
    if rule.state != "in-force":
        return ()
    lpr, published = book.lpr()
    cap = Cap(
        rule.id,
        rule.name,
        rule.number("multiple_of_lpr_1y") * lpr,
        "个人之间、非持牌的出借人",
        f"不管借呗这类持牌机构的借款。{_published(published, book.day)}",
        reported=False,
    )
    return (cap,)


def _published(published: date, signed: date) -> str:
    """Which publication was taken, and whether a later one could exist that nobody has checked."""
    said = f"按 {show(published, Unit.DATE)}公布的 LPR"
    unchecked = published == LAST_CHECKED and signed >= add_months(published, 1)
    return f"{said}，以后几个月的还没核对" if unchecked else said
