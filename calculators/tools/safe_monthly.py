"""每月能还多少: one sum a month that leaves the essentials of life untouched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

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
    either_way,
)
from calculators.answer.wording import show
from calculators.finance.money import ZERO, fen, total
from calculators.form.declare import choice, count, money, rows, text
from calculators.form.parse import refuse
from calculators.law.help import APPLY, BENEFITS
from calculators.law.notices import in_force
from calculators.tool import Cases, Common, Tool

MONTHS_TO_BUILD_BUFFER = 12
UNSTEADY_SHARE = Decimal("0.5")
"""How much of an irregular income counts when its worst month is not given: our caution, no rule."""

_FOOD = re.compile("[吃饭餐食菜粮米面奶伙]|生活|日常|日用|家用")
_NO_FOOD = re.compile(
    "[房租住]|水电|燃气|物业|暖|电话|话费|流量|网费|手机|交通|地铁|公交|通勤|[车油药医病]|保险|社保|医保|公积金|[学书]费|教育|补课|[父母爸妈老]"
)
"""Costs of living by their names: those with food in them, and those that surely have none."""

KINDS = {"essential": "生活必需", "optional": "可以省的", "debt": "正在还的债"}


@dataclass(frozen=True, kw_only=True)
class Income:
    """One income, as a row of the form."""

    name: str = text("收入名称", most=20)
    amount: Decimal = money("每月大约", help="到手的钱，扣掉社保和税以后。")
    steady: str = choice(
        "稳不稳定", {"regular": "每月都有", "irregular": "时多时少"}, default="regular"
    )
    lowest: Decimal | None = money(
        "最少的一个月",
        optional=True,
        help="时多时少的收入才填：近半年最少的那个月。",
        empty="一半",
        applies="steady=irregular",
    )


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """One cost of living, as a row of the form."""

    name: str = text("支出名称", most=20)
    amount: Decimal = money("每月大约")
    kind: str = choice("是哪一种", KINDS, default="essential")


_INCOME = ({"name": "工资", "amount": "6500", "steady": "regular"},)
_OUTGOINGS = (
    {"name": "房租水电", "amount": "1800", "kind": "essential"},
    {"name": "吃饭", "amount": "1500", "kind": "essential"},
    {"name": "交通电话", "amount": "300", "kind": "essential"},
    {"name": "给父母", "amount": "500", "kind": "essential"},
    {"name": "娱乐购物", "amount": "600", "kind": "optional"},
    {"name": "其他借款月供", "amount": "700", "kind": "debt"},
)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What comes in, and what has to go out."""

    income: tuple[Income, ...] = rows(
        "每月收入", Income, default=_INCOME, most=12, fact="income", each="笔收入"
    )
    outgoings: tuple[Outgoing, ...] = rows(
        "每月支出", Outgoing, default=_OUTGOINGS, most=40, fact="outgoings", each="笔支出"
    )
    dependants: int = count(
        "要养几个人", default=0, maximum=20, unit="人", help="不算你自己。", fact="dependants"
    )
    dependants_cost: Decimal | None = money(
        "他们每月一共要花多少",
        optional=True,
        must="要养人就要填",
        help="上面的支出里已经算了，就填 0。",
        fact="dependants_cost",
    )
    minimum_per_person: Decimal | None = money(
        "当地低保标准，每人每月",
        optional=True,
        help="当地民政部门公布的数。填了以后，必需支出不会算得比它低。",
        group="更多",
        fact="minimum_per_person",
        empty="没有",
    )
    buffer_months: int = count(
        "想攒几个月的应急钱",
        default=1,
        maximum=12,
        unit="个月",
        help="分一年慢慢攒。有这笔钱，计划才不容易断。",
        group="更多",
    )


@dataclass(frozen=True)
class Budget:
    """A month in yuan; ``safe`` is what may be promised to creditors."""

    income: Decimal
    essentials: Decimal
    optional: Decimal
    debts: Decimal
    buffer: Decimal

    @property
    def left(self) -> Decimal:
        """What is left when essentials and the buffer are paid and nothing else."""
        return self.income - self.essentials - self.buffer

    @property
    def safe(self) -> Decimal:
        """``left`` in whole yuan, rounded down, never below zero."""
        return max(ZERO, self.left.quantize(Decimal(1), ROUND_DOWN))

    @property
    def surplus(self) -> Decimal:
        """What is left in a month as it is lived now; negative when it does not reach."""
        return self.income - self.essentials - self.optional - self.debts


def budget(inputs: Inputs) -> Budget:
    """The careful month: irregular income at its worst, essentials never below the local minimum.

    Raises ``InputErrors`` for a worst month above the usual one, and for people to keep at no cost.
    """
    _check(inputs)
    essentials = _spent(inputs.outgoings, "essential")
    floor = (inputs.minimum_per_person or ZERO) * (1 + inputs.dependants)
    essentials = max(essentials + (inputs.dependants_cost or ZERO), floor)
    return Budget(
        income=total(_counted(row) for row in inputs.income),
        essentials=essentials,
        optional=_spent(inputs.outgoings, "optional"),
        debts=_spent(inputs.outgoings, "debt"),
        buffer=fen(essentials * inputs.buffer_months / MONTHS_TO_BUILD_BUFFER),
    )


def is_told(income: Sequence[Income], outgoings: Sequence[Outgoing]) -> bool:
    """Whether both sides of a month are there: without what food and rent cost, nothing may be promised."""
    return bool(income) and any(row.kind == "essential" for row in outgoings)


def lacks_food(outgoings: Sequence[Outgoing]) -> bool:
    """Whether each cost of living that was named is plainly for something else than food."""
    names = [row.name for row in outgoings if row.kind == "essential"]
    return all(_NO_FOOD.search(name) and not _FOOD.search(name) for name in names)


def _check(inputs: Inputs) -> None:
    if not inputs.income:
        raise refuse("income", "“每月收入”还没有填，请填上。一分没有，就填一行 0。")
    if not is_told(inputs.income, inputs.outgoings):
        said = "“每月支出”里还没有生活必需，请填上吃、住、看病的钱。真的一分不花，就填一行 0。"
        raise refuse("outgoings", said)
    for index, row in enumerate(inputs.income):
        if row.steady == "regular" and row.lowest is not None and row.lowest != row.amount:
            said = "填了“最少的一个月”，收入就不是每月都一样，请选“时多时少”；是一样的，就把这一格清空。"
            raise refuse(f"income.{index}.lowest", said)
        if row.steady == "irregular" and row.lowest is not None and row.lowest > row.amount:
            said = f"“最少的一个月”不能比平常的 {show(row.amount, Unit.YUAN)}还多，请看看两个数是不是填反了。"
            raise refuse(f"income.{index}.lowest", said)
    if inputs.dependants and inputs.dependants_cost is None:
        said = (
            f"要养 {inputs.dependants} 个人，请填他们每月一共要花多少。"
            "上面的支出里已经算了，就填 0。"
        )
        raise refuse("dependants_cost", said)


def _counted(row: Income) -> Decimal:
    if row.steady == "regular":
        return row.amount
    return fen(row.amount * UNSTEADY_SHARE) if row.lowest is None else row.lowest


def _spent(rows: Sequence[Outgoing], kind: str) -> Decimal:
    return total(row.amount for row in rows if row.kind == kind)


def calculate(inputs: Inputs, on: date) -> Result:
    """The monthly sum that can be promised without going hungry."""
    month = budget(inputs)
    ratio = month.debts / month.income if month.income else None
    hungry = month.safe > 0 and lacks_food(inputs.outgoings)
    return Result(
        headline=_headline(month, hungry=hungry),
        figures=(
            Figure(
                "safe_monthly",
                "每月最多能答应还",
                None if hungry else month.safe,
                Unit.YUAN,
                "还没填吃饭的钱，算不出能答应多少。" if hungry else "所有债加在一起。按这个数谈，计划才守得住。",
                estimate=True,
                gives="safe_monthly",),
            *either_way(
                Figure("surplus", "照现在的过法，每月剩", month.surplus, Unit.YUAN),
                Figure("shortfall", "照现在的过法，每月不够", None, Unit.YUAN),
            ),
            Figure("essential_total", "生活必需", month.essentials, Unit.YUAN, "先留这些，再谈还债。", gives="essential_total"),
            Figure(
                "debt_to_income",
                "还债占收入",
                ratio,
                Unit.SHARE,
                "" if month.income else "没有收入，这个比例算不出来。",
            ),
        ),
        tables=(_table(month),),
        charts=(_chart(month),),
        workings=(_working(inputs, month),),
        left_out=("一次性的大笔支出，例如学费、看病，请平均到每个月再填。", "收入以后会不会变，请用“收入变动测试”试一试。"),
        notices=_notices(month, on),
        steps=_steps(month),
    )  # fmt: skip


def _headline(month: Budget, *, hungry: bool) -> str:
    if hungry:
        return (
            "支出里没有看到吃饭的钱，还不能说每月答应还多少。"
            f"照你填的每月剩 {show(month.safe, Unit.YUAN)}，吃饭、看病、路费都要从这里出。"
            "请先加上，有人管饭就加一行，填 0。"
        )
    if month.left < 0:
        return "眼下的收入还不够生活必需，先不要答应任何每月还款的数。"
    if month.safe == 0:
        return "留够生活必需以后没有剩余，先申请暂缓，不要答应每月还款的数。"
    return f"留够生活必需以后，每月最多答应还 {show(month.safe, Unit.YUAN)}，所有债加在一起。"


def _table(month: Budget) -> Table:
    lines = (
        ("算得稳的收入", month.income),
        ("减：生活必需", -month.essentials),
        ("减：攒应急钱", -month.buffer),
        ("可以用来还债", month.left),
        ("现在花在可以省的地方", month.optional),
        ("现在每月在还的债", month.debts),
    )
    columns = (Column("line", "项目", Unit.TEXT), Column("amount", "每月", Unit.YUAN))
    return Table("month", "一个月的账", columns, lines)


def _chart(month: Budget) -> Chart:
    parts = (
        ("必需", month.essentials),
        ("应急", month.buffer),
        ("能还债", month.safe),
        ("可省", month.optional),
    )
    series = Series("amount", "每月（元）", tuple(value for _, value in parts))
    summary = (
        f"收入 {show(month.income, Unit.YUAN)}，其中生活必需 {show(month.essentials, Unit.YUAN)}。"
    )
    return Chart("month", "一个月的钱怎么分", "bar", tuple(p for p, _ in parts), (series,), summary)


def _working(inputs: Inputs, month: Budget) -> Working:
    return Working(
        "每月最多能答应还",
        (
            f"收入：每月都有的全算，时多时少的按最少的一个月算，一共 {show(month.income, Unit.YUAN)}。",
            f"时多时少又没填最少的一个月，就只算 {show(UNSTEADY_SHARE, Unit.RATE)}。这是谨慎的取法，不是规定。",
            *_kept(inputs),
            f"应急钱＝生活必需 × {inputs.buffer_months} 个月 ÷ {MONTHS_TO_BUILD_BUFFER}＝{show(month.buffer, Unit.YUAN)}。",
            f"收入 − 生活必需 − 应急钱＝{show(month.left, Unit.YUAN)}，取整数元，不足零按零算。",
        ),
    )


def _kept(inputs: Inputs) -> tuple[str, ...]:
    """What was set aside for the people the reader keeps."""
    if not inputs.dependants:
        return ()
    if not inputs.dependants_cost:
        return (f"要养 {inputs.dependants} 个人，你说他们的花费已经在支出里，没有另外加。",)
    more = show(inputs.dependants_cost, Unit.YUAN)
    return (f"要养 {inputs.dependants} 个人，另外留了 {more}，算在生活必需里。",)


def _notices(month: Budget, on: date) -> tuple[Notice, ...]:
    kept = Notice(
        "就算到了法院执行，也要给你和你养的家人留必需的生活费。常常只按低保标准，被冻了要自己申请。",
        ("cpl-254", "seizure-3"),
        "law",
    )
    if month.safe > 0:
        return (kept,)
    said = "先保住吃、住、看病，看能领什么。再向贷款机构说明情况，申请暂缓。"
    return in_force((Notice(said, (), "warning"), APPLY, kept), on)


def _steps(month: Budget) -> tuple[Step, ...]:
    if month.safe == 0:
        return (
            BENEFITS,
            Step("写一封说明困难、申请暂缓的信", "letters/hardship-hold"),
            Step("看看可以找谁帮忙", "strategies/find-help"),
        )
    return (
        Step("有好几笔债？按比例报价", "calculators/fair-offers"),
        Step("收入变少了还守得住吗", "calculators/income-shock"),
        Step("拿这个数去谈", "strategies/negotiate"),
    )


TOOL = Tool(
    "safe-monthly",
    "每月能还多少",
    "先留够生活，再看每月最多能答应还多少。",
    Inputs,
    calculate,
    common=(
        Common(
            Cases("income.0.amount", ("3000", "4000", "5000", "6000", "8000"), "第一笔收入"),
            ("safe_monthly",),
            Cases("outgoings.0.amount", ("800", "1500", "2500"), "第一笔支出"),
        ),
    ),
)
