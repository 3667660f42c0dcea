"""打官司要花多少: court fees and the interest for performing a judgment late, and who bears them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from calculators import rules
from calculators.answer.result import (
    Chart,
    Column,
    Figure,
    Notice,
    Result,
    Series,
    Step,
    Table,
    Unit,
    Working,
)
from calculators.answer.wording import show
from calculators.finance.money import ZERO
from calculators.form.declare import choice, count, day, flag, money
from calculators.form.parse import refuse
from calculators.law.court import delay_days, delay_interest, fee
from calculators.rules import Scale
from calculators.tool import Cases, Common, Tool

PROCEDURES = {
    "ordinary": "普通程序",
    "summary": "简易程序或小额诉讼",
    "mediation": "调解结案或撤诉",
    "payment-order": "支付令",
}
_HALVED = {
    "summary": ("court-fee-half-summary", "multiplier"),
    "mediation": ("court-fee-half-mediation", "multiplier"),
}
TARIFF_FROM = date(2007, 4, 1)
DELAY = "delay-interest-2014-1"
_USUAL_DAYS = 90
"""What the form opens with."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What is sued for, and how the case goes."""

    claim: Decimal = money(
        "对方要的钱",
        slider=True,
        default="30000",
        minimum="0.01",
        help="起诉状上写的总数，本金加利息加罚息。",
        fact="claimed",
    )
    procedure: str = choice("走哪种程序", PROCEDURES, default="summary")
    preservation: bool = flag("对方申请了财产保全", help="起诉时申请冻结账户。")
    enforced: bool = flag("到了强制执行", help="判决后没还，对方申请执行。", default=True)
    enforced_after_days: int = count(
        "判决给的日子过后又拖了几天",
        default=_USUAL_DAYS,
        maximum=3650,
        unit="天",
        unless="effective_on",
    )
    judgment_principal: Decimal | None = money(
        "判决要还的钱，不含一般利息",
        optional=True,
        help="加倍利息按它算。不填就用上面的数，会多算一点。",
        group="更多",
        empty="上面的总数",
    )
    effective_on: date | None = day(
        "判决哪天生效",
        optional=True,
        must="填了“算到哪天”就要填",
        help="填了就按日子算，上面拖了几天不用填。收到那天不一定是生效那天，问法院。",
        group="更多",
        empty="上面的天数",
    )
    performance_days: int = count(
        "判决给你几天还", default=10, maximum=3650, unit="天", help="看判决书。", group="更多"
    )
    paid_on: date | None = day(
        "算到哪天",
        optional=True,
        help="打算还钱的那天。不填就算到今天。",
        group="更多",
        empty="今天",
    )


@dataclass(frozen=True)
class Fees:
    """What the proceedings cost, in yuan."""

    acceptance: Decimal
    order: Decimal
    preservation: Decimal
    enforcement: Decimal
    delay: Decimal

    @property
    def total(self) -> Decimal:
        """All fees of one way to go, in yuan."""
        return self.acceptance + self.order + self.preservation + self.enforcement + self.delay


def calculate(inputs: Inputs, on: date) -> Result:
    """Fees by 诉讼费用交纳办法 第十三、十四条, late interest by 法释〔2014〕8号 第一条."""
    late = _late(inputs, on)
    fees = _fees(inputs, rules.at(max(on, TARIFF_FROM)), late)
    return Result(
        headline=f"走到这一步，打官司一共大约多花 {show(fees.total, Unit.YUAN)}，不含律师费。输了，多半由你出。",
        figures=_figures(inputs, fees),
        tables=(_table(inputs, fees),),
        charts=(_chart(fees),),
        workings=(_working(inputs, fees, rules.at(max(on, TARIFF_FROM)), late),),
        left_out=("律师费、公告费、鉴定费，要看合同和判决。", "判决里另外写的一般利息，照判决算。"),
        notices=_notices(inputs, late, on),
        steps=(
            Step("开庭前能调解就谈一谈", "stages/pre-suit-mediation"),
            Step("写答辩状，核对数额", "letters/answer-to-suit"),
        ),
    )


def _fees(inputs: Inputs, book: rules.RuleBook, late: int) -> Fees:
    base = _judged(inputs)
    accept, order = _acceptance(inputs, book)
    return Fees(
        acceptance=accept,
        order=order,
        preservation=fee(inputs.claim, _tariff(book, "court-fee-preservation"))
        if inputs.preservation
        else ZERO,
        enforcement=fee(inputs.claim, _tariff(book, "court-fee-enforcement"))
        if inputs.enforced
        else ZERO,
        delay=delay_interest(base, _delay_rate(book), late) if inputs.enforced else ZERO,
    )


def _judged(inputs: Inputs) -> Decimal:
    """The judgment debt the delay interest is counted on, in yuan; a typed zero is a zero."""
    return inputs.claim if inputs.judgment_principal is None else inputs.judgment_principal


def _late(inputs: Inputs, on: date) -> int:
    """The days of delay: counted from the dates if the judgment's is given, else as typed."""
    if inputs.judgment_principal is not None and inputs.judgment_principal > inputs.claim:
        most = show(inputs.claim, Unit.YUAN)
        raise refuse(
            "judgment_principal", f"“判决要还的钱”比对方要的 {most}还多，请看看是不是填反了。"
        )
    if inputs.effective_on is None:
        if inputs.paid_on:
            said = "填了“算到哪天”，还要填“判决哪天生效”，请填上；不知道就两格都空着。"
            raise refuse("effective_on", said)
        return inputs.enforced_after_days
    if inputs.effective_on > on:
        said = f"“判决哪天生效”还没到，今天是 {show(on, Unit.DATE)}。请看看是不是写错年份。"
        raise refuse("effective_on", said)
    if inputs.paid_on and inputs.paid_on < inputs.effective_on:
        said = f"“算到哪天”不能早于判决生效那天（{inputs.effective_on}），请改一下日期。"
        raise refuse("paid_on", said)
    due = inputs.effective_on + timedelta(days=inputs.performance_days)
    rule = rules.at(due)[DELAY]
    if rule.state != "in-force":
        said = f"{show(rule.effective_from, Unit.DATE)}以前的加倍利息，那时的算法这里没有收录，请问执行法院。"
        raise refuse("effective_on", said)
    return delay_days(inputs.effective_on, inputs.performance_days, inputs.paid_on or on)


def _acceptance(inputs: Inputs, book: rules.RuleBook) -> tuple[Decimal, Decimal]:
    """The acceptance fee, or for a payment order its own fee, in yuan: one of them is zero."""
    tariff = _tariff(book, "court-fee-property")
    if inputs.procedure == "payment-order":
        divisor = book["court-fee-payment-order"].number("divisor_of_property_fee")
        return ZERO, fee(inputs.claim, tariff, divisor=divisor)
    if inputs.procedure not in _HALVED:
        return fee(inputs.claim, tariff), ZERO
    rule, parameter = _HALVED[inputs.procedure]
    return fee(inputs.claim, tariff, multiplier=book[rule].number(parameter)), ZERO


def _tariff(book: rules.RuleBook, rule: str) -> Scale:
    tariff = book[rule].value("tariff")
    assert isinstance(tariff, Scale)
    return tariff


def _delay_rate(book: rules.RuleBook) -> Decimal:
    rule = book[DELAY]
    return rule.number("daily_rate") if rule.state == "in-force" else ZERO


def _lines(inputs: Inputs, fees: Fees) -> tuple[tuple[str, str, Decimal, str], ...]:
    loser = "对方先垫，判决后由输的一方出"
    return (
        ("acceptance_fee", "案件受理费", fees.acceptance, loser),
        ("payment_order_fee", "支付令申请费", fees.order, "没有异议由你出；异议成立由对方出"),
        ("preservation_fee", "财产保全费", fees.preservation, "对方先垫，可以要求你出"),
        ("enforcement_fee", "申请执行费", fees.enforcement, "由你出，执行后收"),
        ("delay_interest", "判决后拖着的加倍利息", fees.delay, "由你出"),
    )


def _figures(inputs: Inputs, fees: Fees) -> tuple[Figure, ...]:
    parts = (Figure(k, name, value, Unit.YUAN, who) for k, name, value, who in _lines(inputs, fees))
    return (Figure("total_cost", "一共多花", fees.total, Unit.YUAN, "不含欠的钱本身。"), *parts)


def _table(inputs: Inputs, fees: Fees) -> Table:
    columns = (
        Column("item", "项目", Unit.TEXT),
        Column("amount", "多少", Unit.YUAN),
        Column("bearer", "谁出", Unit.TEXT),
    )
    cells = tuple((name, value, who) for _, name, value, who in _lines(inputs, fees) if value)
    return Table("fees", "每一项谁出", columns, cells)


def _chart(fees: Fees) -> Chart:
    bars = (
        ("受理或支付令", fees.acceptance + fees.order),
        ("保全", fees.preservation),
        ("执行", fees.enforcement),
        ("加倍利息", fees.delay),
    )
    series = Series("amount", "多少", tuple(value for _, value in bars))
    said = "；".join(f"{name} {show(value, Unit.YUAN)}" for name, value in bars)
    return Chart("fees", "钱花在哪里", "bar", tuple(n for n, _ in bars), (series,), f"{said}。")


def _working(inputs: Inputs, fees: Fees, book: rules.RuleBook, late: int) -> Working:
    tariff = _tariff(book, "court-fee-property")
    full = fee(inputs.claim, tariff)
    daily = show(_delay_rate(book), Unit.RATE, exact=True)
    base = show(_judged(inputs), Unit.YUAN)
    half = book["court-fee-half-summary"].number("multiplier")
    divisor = book["court-fee-payment-order"].number("divisor_of_property_fee")
    return Working(
        "按规定的表算",
        (
            f"受理费分段累计，{show(inputs.claim, Unit.YUAN)}对应 {show(full, Unit.YUAN)}。",
            f"简易程序、小额诉讼、调解结案、撤诉：受理费 × {half}。支付令：受理费 ÷ {divisor}。",
            f"加倍利息＝{base} × 每天 {daily} × {late} 天"
            f"＝{show(fees.delay, Unit.YUAN)}，不利滚利。",
        ),
    )


_LATE = ("cpl-264", "delay-interest-2014-1", "delay-interest-2014-2")


def _notices(inputs: Inputs, late: int, on: date) -> tuple[Notice, ...]:
    found = [
        Notice(
            "受理费由起诉的一方先垫，最后由输的一方出。",
            ("court-fee-property", "court-fee-prepay", "court-fee-loser-pays"),
            "law",
        ),
        Notice(
            "低保户这类困难的人，自己要交的诉讼费可以申请免交或少交。",
            ("court-fee-waiver-45", "court-fee-waiver-46"),
            "law",
        ),
    ]
    if inputs.enforced:
        found.append(
            Notice(
                "判决后还不还，要另加一份利息，从判决给的日子过后算起。",
                _LATE,
                "law",
            )
        )
    elif late and (inputs.effective_on or late != _USUAL_DAYS):
        delay = delay_interest(_judged(inputs), _delay_rate(rules.at(max(on, TARIFF_FROM))), late)
        said = f"还没到强制执行，加倍利息没有算进去。到了执行，拖的 {late} 天会多 {show(delay, Unit.YUAN)}。"
        found.append(Notice(said, _LATE, "law"))
    return tuple(found)  # fmt: skip


TOOL = Tool(
    "court-cost",
    "打官司要花多少",
    "受理费、保全费、执行费和判决后的利息，谁来出。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("claim", ("5000", "10000", "30000", "50000", "100000")),
            ("acceptance_fee",),
            Cases("procedure", ("ordinary", "summary", "mediation")),
        ),
        Common(
            Cases("judgment_principal", ("5000", "10000", "20000", "30000")),
            ("delay_interest",),
            Cases("enforced_after_days", ("30", "90", "365")),
        ),
    ),
)
