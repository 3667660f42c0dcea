"""Every blank a letter may have, declared once; a letter's file names the ones it uses.

All are optional: an empty one is printed as a line to write on, so that nothing stands between a
reader and the letter. Names that are also figures of a calculator (``total_due``, ``above_24``,
``days_overdue``) mean the same there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.form.declare import Spec, choice, count, day, flag, money, rate, rows, text

_YOU = "你的名字和日期"
_PRIVATE = "只在你的手机或电脑里用，不会发出去。也可以留空，打印后手写。"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that is enclosed with a letter."""

    name: str = text("名称", most=30)
    amount: Decimal | None = money("每月大约", optional=True)


@dataclass(frozen=True, kw_only=True)
class Asset:
    """One thing that the reader owns, as a row of the form."""

    name: str = text("名称", most=30)
    value: Decimal | None = money("大约值多少", optional=True)


@dataclass(frozen=True, kw_only=True)
class DebtLine:
    """One debt, as a row of the form."""

    name: str = text("欠谁的", most=30)
    balance: Decimal | None = money("还欠多少", optional=True)
    minimum: Decimal | None = money("每月要还", optional=True)


@dataclass(frozen=True, kw_only=True)
class Contact:
    """One call or message of a collector, as a row of the form."""

    at: str = text("什么时候", most=30, help="例如 2026-11-20 21:40。")
    caller: str = text("对方号码或称呼", most=40)
    called: str = text("打给了谁", most=40, fact="called_said")
    what: str = text("说了什么", most=120, fact="what_said")


@dataclass(frozen=True, kw_only=True)
class Fields:
    """The blanks, in the order in which a form asks for them."""

    send_to: str = choice(
        "寄给谁", {"lender": "贷款机构", "regulator": "金融监管部门"}, default="lender"
    )
    objection_to: str = choice(
        "寄给谁", {"lender": "报送记录的贷款机构", "centre": "征信中心"}, default="lender"
    )
    lender: str = text("贷款机构", most=60, help="看借款合同里的“贷款人”，不一定是 APP 的名字。")
    contract: str = text("借款合同或借据号", most=60)
    court: str = text("法院名称", most=60, help="照法院文书上写的抄。")
    case_number: str = text("案号", most=60, help="例如（2026）某 0101 民初 1234 号。")
    received_on: date | None = day(
        "哪天收到的",
        optional=True,
        help="签收那天，或短信到手机那天。家里人签收的，填他签的那天。",
    )
    stated_days: int | None = count(
        "通知上写了几天",
        optional=True,
        unit="天",
        minimum=1,
        maximum=365,
        help="写了“几日内”就填。",
    )
    hearing_on: date | None = day("哪天开庭", optional=True, help="传票、通知上写的。")
    effective_on: date | None = day(
        "判决哪天生效", optional=True, help="收到那天不一定是生效那天，打电话问法院。"
    )
    institution: str = text("仲裁机构", most=60, help="照通知或裁决书上写的抄。")
    ruled_on: date | None = day("裁决书的日期", optional=True, help="裁决书最后写的那天。")

    principal_due: Decimal | None = money("本金", optional=True, help="照 APP 显示的填。")
    interest_due: Decimal | None = money("利息", optional=True)
    penalty_due: Decimal | None = money("罚息和违约金", optional=True)
    total_due: Decimal | None = money("对方说一共欠多少", optional=True)
    claimed: Decimal | None = money("法院文书上要你还多少", optional=True)
    own_total: Decimal | None = money("你自己算出多少", optional=True)
    received: Decimal | None = money("当时实际到账多少", optional=True)
    already_paid: Decimal | None = money("你已经还了多少", optional=True)
    annual_rate: Decimal | None = rate(
        "息费合起来的年利率", period="year", optional=True, help="用“真实年化成本”算出来的数。"
    )
    above_24: Decimal | None = money(
        "超过上限的那部分", optional=True, help="“今天一共欠多少”会算给你。"
    )
    due_date: date | None = day("还款日", optional=True)
    last_due: date | None = day("最后一期的还款日", optional=True)
    days_overdue: int | None = count("逾期了几天", optional=True, unit="天", maximum=9999)

    wrong_amount: bool = flag("金额对不上，或者还过的没有扣掉")
    wrong_interest: bool = flag("利息、罚息或费用算得不对、太高")
    wrong_party: bool = flag("要钱的不是借钱给我的机构")
    extra_cost: bool = flag("转让没通知我，害我多花了钱")
    not_mine: bool = flag("这笔钱不是我借的")
    spouse_debt: bool = flag(
        "配偶借的：我没签字、没认过，没花在家里，也没花在一起做的生意上",
        help="前夫、前妻在结婚时借的，也一样。有一样不真，就别勾。",
    )
    not_due: bool = flag("里面有还没到期的钱")
    limitation_passed: bool = flag(
        "我核对过：时效确实已经过了", help="拿不准就别勾。先用“诉讼时效”算一算。"
    )
    mediate: bool = flag("我愿意在法院主持下调解")
    want_periods: bool = flag("我要答辩和举证的时间")
    my_place: str = text(
        "你住在哪个区县", most=60, help="户籍地；离开户籍地连续住满一年的，写现在住的地方。"
    )
    clause_place: str = text("合同里写的法院或地点", most=100, help="没写就留空。")
    no_link: bool = flag("合同写的地方，和我、和这笔借款都没有联系")
    no_clause: bool = flag("合同里没有写仲裁", help="后来改的协议才有、你没再同意过的，也勾。")
    vague_clause: bool = flag("写了仲裁，但没写清是哪家机构")
    other_institution: bool = flag("合同写的是另一家仲裁机构")
    refuse_online: bool = flag("我不同意在网上仲裁")
    want_hearing: bool = flag("我要求开庭")
    not_served: bool = flag("没按规则通知我，所以我没能参加")
    forged: bool = flag("裁决用的证据是假的")
    hidden: bool = flag("对方藏着重要证据没拿出来")
    beyond: bool = flag("裁的事不在约定仲裁的范围里")
    others_wrong: str = text("还有哪里不合程序", most=300, help="只写事实，写清哪天、什么事。")

    pay_now: Decimal | None = money("先还多少", optional=True)
    pay_on: date | None = day("哪天还", optional=True)
    hold_months: int | None = count("想缓几个月", optional=True, unit="个月", maximum=60)
    extend_to: date | None = day("想延到哪天", optional=True)
    monthly: Decimal | None = money(
        "以后每月还多少", optional=True, help="先用“每月能还多少”算，别多答应。"
    )
    months: int | None = count("分几期", optional=True, unit="期", maximum=120)
    first_on: date | None = day("第一期哪天还", optional=True)
    waived: Decimal | None = money("对方答应减免多少", optional=True)
    settled_on: date | None = day("哪天还清的", optional=True)
    paid_total: Decimal | None = money("最后一笔还了多少", optional=True)

    income: tuple[Item, ...] = rows("每月收入", Item, most=12, each="笔收入")
    outgoings: tuple[Item, ...] = rows(
        "每月必需支出", Item, most=30, each="笔支出", only="kind=essential"
    )
    assets: tuple[Asset, ...] = rows("财产", Asset, most=20, each="样")
    debts: tuple[DebtLine, ...] = rows("所有欠款", DebtLine, most=50, each="笔债")
    dependants: int | None = count("要养几个人", optional=True, unit="人", maximum=20)
    frozen_account: str = text(
        "被冻的是哪家银行的卡", most=40, help="银行名加卡号后四位，不写整个卡号。"
    )
    living_money: Decimal | None = money(
        "卡里有多少是工资、养老金、低保", optional=True, help="对着流水加起来。"
    )
    low_income_standard: Decimal | None = money(
        "当地低保标准，每人每月", optional=True, help="打 12345 或问街道、乡镇。"
    )

    reason: str = text("发生了什么", most=300, help="一两句真话，例如失业、生病、生意停了。")
    event: str = text("出了什么事", most=300, help="只写时间、人和原话，不猜、不骂。")
    relative: str = text("他们联系了谁", most=60, help="写称呼就行，例如母亲、同事。")
    log: tuple[Contact, ...] = rows(
        "联系记录",
        Contact,
        most=1000,
        each="次",
        help="最要紧的写在最前面。多的，信里先写前几次，再说一共几次，全部列在信后的附表。",
    )
    hours: str = text("你什么时候方便接电话", most=60)
    called_name: str = text("你的名字", most=30, help="接到电话的人，不是借钱的人。")
    called_phone: str = text("他们打的是哪个号码", most=30)
    complained_on: date | None = day("哪天向贷款机构投诉的", optional=True)
    ticket: str = text("投诉编号", most=60)
    reply: str = text("对方怎么答复的", most=200)
    wanted: str = text("你希望怎么处理", most=200)
    entry: str = text("信用报告里哪一条写错了", most=200)
    correct_entry: str = text("正确的应该是什么", most=200)
    evidence: str = text("附上的材料", most=200, help="例如转账截图、离职证明、病历。")

    borrower: str = text("你的名字", most=30, help=_PRIVATE, group=_YOU)
    phone: str = text("你的电话", most=30, group=_YOU)
    written_on: date | None = day("写信日期", optional=True, group=_YOU)


def declared() -> tuple[str, ...]:
    """The names of all fields, in order."""
    return tuple(f.name for f in dataclasses.fields(Fields))


def choose(names: Sequence[str]) -> type[Any]:
    """An inputs class of the fields called ``names``, in the order in which they are declared."""
    chosen = [
        (f.name, f.type, dataclasses.field(metadata={"spec": _as_fact(f.name, f.metadata["spec"])}))
        for f in dataclasses.fields(Fields)
        if f.name in names
    ]
    return dataclasses.make_dataclass("Inputs", chosen, frozen=True, kw_only=True)


def _as_fact(name: str, spec: Spec) -> Spec:
    """Letters are one vocabulary: each blank is the reader's fact of its own name."""
    return dataclasses.replace(spec, fact=spec.fact or name)
