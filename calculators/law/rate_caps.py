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
PRIVATE = "private-lending-25"
OLDER_PRIVATE = "private-lending-31"
_OLD_PRIVATE = ("private-lending-2015-26", "supported_rate")
_PRIVATE_LENDERS = "个人之间、非持牌的出借人"


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

    The licensed lenders' cap tells courts how to judge and says nothing of when a contract was
    signed: it is that of the day ``on``. The others are for loans made, or contracts concluded,
    since they are in force; a private loan older than the LPR's rule has two, each for its years.
    """
    book = rules.at(signed)
    judged = _of(rules.at(on), *_JUDGED)
    later = [cap for use in _AT_SIGNING for cap in _of(book, *use)]
    return (*judged, *later, *_private_lending(signed, on))


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
    is_close = show(yearly, Unit.RATE) == show(cap, Unit.RATE)
    said = (
        f"一年 {show(yearly, Unit.RATE, exact=is_close)}，高过 {show(cap, Unit.RATE, exact=True)}。"
        "向持牌机构借的钱，打官司时可以请求法院调减超出的部分。要自己提出来。"
    )
    return (Notice(said, (LICENSED_CAP[0],), "law"),)


def _reported(book: rules.RuleBook, rule: str) -> bool:
    return book[rule].status != "verified"


def _private_lending(signed: date, on: date) -> tuple[Cap, ...]:
    """Four times the one-year LPR of the contract's day; 民间借贷规定 第二十五条."""
    if rules.at(signed)[PRIVATE].state == "in-force":
        return _multiple_of_lpr(signed, "不管借呗这类持牌机构的借款。", signed)
    changed = show(_changed_on(), Unit.DATE)
    old = _of(
        rules.at(signed),
        *_OLD_PRIVATE,
        _PRIVATE_LENDERS,
        f"只管 {changed}以前的利息，要有人请求按当时的规定算",
    )
    said = f"管 {changed}起的利息，按起诉那天的 LPR。这里"
    return (*old, *_multiple_of_lpr(on, said, on))


def _multiple_of_lpr(day: date, said: str, used_on: date) -> tuple[Cap, ...]:
    book = rules.at(day)
    rule = book[PRIVATE]
    if rule.state != "in-force":
        return ()
    lpr, published = book.lpr()
    rate = rule.number("multiple_of_lpr_1y") * lpr
    use = f"{said}{_published(published, used_on)}"
    return (Cap(rule.id, rule.name, rate, _PRIVATE_LENDERS, use, reported=False),)


def older_private_notice(signed: date, on: date) -> tuple[Notice, ...]:
    """What holds for a private loan that is older than the rule of four times the LPR.

    Source: 法释〔2015〕18号 第二十六条; 民间借贷规定（2020年第二次修正）第三十一条.
    """
    if signed >= _changed_on() or on < _changed_on():
        return ()
    then = rules.at(signed)[_OLD_PRIVATE[0]]
    if then.state != "in-force":
        since = show(then.effective_from, Unit.DATE)
        said = f"借条比 {since}早：向个人借的，那时的利息看哪条线，这里没有收录。请问律师。"
        return (Notice(said, (OLDER_PRIVATE,), "note"),)
    void = show(then.number("void_rate"), Unit.RATE, exact=True)
    said = f"向个人借的老借条，利息分两段看。那时付过的利息，超过年 {void} 的部分可以请求返还。"
    return (Notice(said, (OLDER_PRIVATE, then.id), "law"),)


def _changed_on() -> date:
    """The first day whose interest is held against four times the LPR."""
    day = rules.at(date.max)[OLDER_PRIVATE].value("changed_on")
    assert isinstance(day, date)
    return day


def _published(published: date, used_on: date) -> str:
    """Which publication was taken, and whether a later one could exist that nobody has checked."""
    said = f"按 {show(published, Unit.DATE)}公布的 LPR"
    unchecked = published == LAST_CHECKED and used_on >= add_months(published, 1)
    return f"{said}，以后几个月的还没核对" if unchecked else said
