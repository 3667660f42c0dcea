"""Which way money went, and whether it went at all: a repayment is money that left the reader, and has left.

The answers below were written before the program was asked.
"""

from __future__ import annotations

import pytest

from tests.unit.test_bill import read
from tests.unit.test_bill_layouts import rows

NOT_YET = [
    "受理中",
    "处理中",
    "审批中",
    "确认中",
    "还款中",
    "扣款中",
    "已提交",
    "已受理",
    "待入账",
    "待扣款",
    "等待处理",
]


@pytest.mark.parametrize("words", NOT_YET)
def test_a_repayment_that_is_on_its_way_is_none_yet(words: str) -> None:
    for text in (f"2026-11-20 还款 833.33 {words}", f"2026-11-20\n还款\n833.33\n{words}"):
        found = read(text, "payments")
        assert not rows(found)
        assert found.unread


@pytest.mark.parametrize("text", ["11月20日 预约还款 500.00", "2026-11-20 预计扣款 500", "2026-11-20 即将还款 500"])  # fmt: skip
def test_a_repayment_that_is_booked_is_none_yet(text: str) -> None:
    assert "还没有还" in read(text, "payments").unread[0].why


@pytest.mark.parametrize(
    "words", ["待放款", "放款中", "申请中", "审核中", "审批中", "待打款", "等待放款", "已提交"]
)
def test_a_loan_that_was_not_paid_out_is_none_yet(words: str) -> None:
    found = read(f"2026-11-20 借款 3000 {words}", "draws")
    assert not rows(found)
    assert found.unread


@pytest.mark.parametrize("words", ["", "已放款", "已到账", "使用中", "成功"])
def test_a_loan_that_was_paid_out_is_one(words: str) -> None:
    assert rows(read(f"2026-11-20 借款 3000 {words}", "draws")) == ["2026-11-20 3000.00"]


@pytest.mark.parametrize(
    "words",
    [
        *("朋友还款 收入", "他人还我", "收到还款", "老婆还款", "朋友代还", "还朋友", "还给张三"),
        *("余额宝收益", "工资收入", "别人还的", "对方还款", "妈妈转来的还款"),
    ],
)
def test_money_that_came_in_or_is_not_ones_own_is_no_repayment(words: str) -> None:
    found = read(f"2026-11-20 {words} 300", "payments")
    assert not rows(found)
    assert found.unread


@pytest.mark.parametrize(
    "words",
    [
        *("还款", "还款成功", "自动还款", "提前还款", "借呗还款 支出", "还款支出", "支付宝还款"),
        *("我行已收到您的还款", "归还我行贷款", "招联消费金融还款", "消费贷还款", "客户还款"),
        *("还给借呗", "还给银行", "微粒贷还款 零钱支出", "部分还款", "平台已收到还款"),
    ],
)
def test_money_that_went_out_to_a_lender_is_a_repayment(words: str) -> None:
    assert rows(read(f"2026-11-20 {words} 300", "payments")) == ["2026-11-20 300.00"]


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-27 余额宝收益 0.12 收入\n2026-10-28 借呗还款 300.00 支出",
        "2026-10-27 余额宝收益 +0.12\n2026-10-28 借呗还款 -300.00",
        "借呗还款\n-300.00\n2026-10-28 12:00\n余额宝收益\n+0.12\n2026-10-27 03:00",
        "交易时间\t交易类型\t收/支\t金额\n2026-10-28\t借呗还款\t支出\t300.00\n2026-10-27\t余额宝收益\t收入\t0.12",
        "日期,说明,收入,支出\n2026-10-28,借呗还款,,300.00\n2026-10-27,工资,5000,",
        "2026-10-27 超市 23.00 支出\n2026-10-28 借呗还款 300.00 支出",
    ],
)
def test_of_a_list_with_both_ways_only_what_went_to_a_lender_is_taken(text: str) -> None:
    found = read(text, "payments")
    assert rows(found) == ["2026-10-28 300.00"]
    assert len(found.unread) == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        *(("purchases", each) for each in ("余额宝收益", "工资 收入", "转账收入")),
        *(("draws", each) for each in ("借给朋友", "借出", "借款 支出", "余额宝收益", "朋友借款")),
        ("payments", "收款 朋友"),
    ],
)
def test_money_that_went_the_other_way_is_left_out_of_each_list(name: str, words: str) -> None:
    found = read(f"2026-11-20 {words} 300", name)
    assert not rows(found)
    assert found.unread


@pytest.mark.parametrize(
    ("name", "words"),
    [("purchases", "超市 支出"), ("purchases", "收入证明打印费"), ("draws", "借呗借款 收入"), ("payments", "还款 收款方：蚂蚁")],
)  # fmt: skip
def test_the_way_that_belongs_to_a_list_is_taken(name: str, words: str) -> None:
    assert rows(read(f"2026-11-20 {words} 300", name)) == ["2026-11-20 300.00"]


def test_a_purchase_may_have_any_of_these_words() -> None:
    assert rows(read("2026-11-20 医院预约挂号 50", "purchases")) == ["2026-11-20 50.00"]


SUM_OF = {"payments": "还款", "draws": "借款"}


@pytest.mark.parametrize("name", SUM_OF)
@pytest.mark.parametrize("counted", ["期数：3", "期数 3", "分期期数：12", "期限：12", "期号：3", "序号：1", "笔数：2", "天数：30"])  # fmt: skip
def test_what_is_only_counted_is_no_sum(name: str, counted: str) -> None:
    of = SUM_OF[name]
    lines = [f"{of}日期：2026-09-01", counted, f"{of}金额：5000.00"]
    second = [f"{of}日期：2026-10-01", counted, f"{of}金额：800.00"]
    for order in ((0, 1, 2), (1, 0, 2)):
        text = "\n".join([lines[at] for at in order] + [second[at] for at in order])
        assert rows(read(text, name)) == ["2026-09-01 5000.00", "2026-10-01 800.00"]
    assert rows(read(" ".join(lines), name)) == ["2026-09-01 5000.00"]
