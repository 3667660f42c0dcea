"""Repayments and loans by their words: to which bank, by whom, whether they went through, and what only looks like one.

The answers were written before the program was asked.
"""

from __future__ import annotations

from itertools import product

from tests.unit.test_bill import read
from tests.unit.test_bill_layouts import rows

ZHONG = ["中国银行", "中信银行", "中国农业银行", "中国工商银行", "中国建设银行", "中国邮政储蓄银行", "中原消费金融", "中邮消费金融", "中银消费金融", "中原银行",
         "中行", "中信银行信用卡", "中国民生银行", "中国光大银行信用卡", "中旅银行", "中关村银行", "中融信托", "中腾信"]  # fmt: skip
UNDER_WAY = [
    "还款中",
    "还款中 中国银行",
    "扣款中 中信银行",
    "还款中，请稍候",
    "还款中请等待",
    "转账中",
    "受理中",
]


def taken(words: str, name: str = "payments") -> bool:
    """Whether a line of such words is taken, else named; on one line and on three."""
    found = [read(f"2026-10-20 {words} 1000", name), read(f"2026-10-20\n{words}\n1000", name)]
    for each in found:
        assert rows(each) in ([], ["2026-10-20 1000.00"]), words
        assert each.rows or each.unread, words
    assert bool(found[0].rows) == bool(found[1].rows), words
    return bool(found[0].rows)


def test_a_bank_whose_name_begins_with_zhong_is_no_payment_under_way() -> None:
    for bank, words in product(
        ZHONG, ("还款{}", "信用卡还款{}", "转账还款{}", "自动扣款{}还款", "{}还款", "还款 {}")
    ):
        assert taken(words.format(bank)), (bank, words)
    for words in UNDER_WAY:
        assert not taken(words), words


def test_the_card_a_salary_comes_to_pays_like_any_other() -> None:
    for words in ("工资卡自动还款", "工资卡还款", "从工资卡扣款还款", "工资账户还款", "还款 收款行 招商银行", "还款 收款卡 招商银行", "还款 收款单位 招联", "还款 收款方 蚂蚁", "收银台还款", "转入 借呗还款"):  # fmt: skip
        assert taken(words), words
    for words in ("工资", "工资 收入", "代发工资", "收款", "收款 还款", "还款收入", "工资到账"):
        assert not taken(words), words


def test_money_that_went_out_is_a_repayment_beside_a_lender_only() -> None:
    for words in ("转账红包,张三,转账还款", "转账,李四,还款", "红包,还你的", "还书", "餐饮,还会再来", "图书,还书滞纳", "转账红包,招商银行张三,还款", "朋友,张三,还钱"):  # fmt: skip
        found = read(
            f"日期,类型,说明,收支,金额\n2026-10-07,{words.replace(',', ' ')},,支出,200", "payments"
        )
        assert not rows(found), words
        assert found.unread
        assert not rows(read(f"2026-10-07 {words.replace(',', ' ')} 支出 200", "payments")), words
    for words in ("花呗还款", "借呗还款", "信用卡还款", "微粒贷还款", "还款", "信用借还,招商银行,信用卡还款", "白条还款", "主动还款 中信银行", "招联消费金融还款"):  # fmt: skip
        found = read(
            f"日期,类型,说明,收支,金额\n2026-10-07,{words.replace(',', ' ')},,支出,200", "payments"
        )
        assert rows(found) == ["2026-10-07 200.00"], words


def test_what_is_owed_or_did_not_go_through_is_no_repayment() -> None:
    for words in ("未还", "逾期", "待还", "未还清", "逾期未还", "还款被拒", "还款 退票", "还款异常", "还款超时", "明日扣款", "明天还款", "次日扣款还款", "还款退汇", "已逾期", "尚未还款"):  # fmt: skip
        assert not taken(words), words
    found = read(
        "2026-09-20 942.00 已还\n2026-10-20 942.00 未还\n2026-11-20 942.00 逾期", "payments"
    )
    assert rows(found) == ["2026-09-20 942.00"]
    assert [each.line for each in found.unread] == [2, 3]
    found = read("2026-09-20\n942.00\n已还\n2026-10-20\n942.00\n未还", "payments")
    assert rows(found) == ["2026-09-20 942.00"]
    for words in ("逾期还款", "已还", "还款成功", "已结清", "结清", "还清", "提前还款", "我行已收到您的还款", "已入账还款", "正常还款"):  # fmt: skip
        assert taken(words), words


def test_money_of_other_people_is_no_repayment() -> None:
    for words in ("李四还钱", "收张三还款", "转入 张三还款", "还钱给李四", "还款给张三", "收李四归还", "余额宝转入", "王小明还钱", "不计收支", "自动转入还款"):  # fmt: skip
        assert not taken(words), words
    for words in ("还款给借呗", "还钱给银行", "转入微粒贷还款", "转入还款账户还款", "主动还钱"):
        assert taken(words), words


def test_a_repayment_is_no_loan() -> None:
    for words in ("归还贷款", "贷款扣款", "贷款利息", "还借款", "偿还借款", "贷款结清", "借钱给李四", "借款审核通过", "还贷", "贷款本息", "借款利息", "归还借款", "借款给朋友", "借款扣款", "代扣贷款", "结清贷款", "偿还贷款本金", "审批通过", "借款结清"):  # fmt: skip
        assert not taken(words, "draws"), words
    for words in ("借款", "借呗借款", "贷款发放", "放款", "微粒贷借款", "借款 已放款", "借钱", "借款到账", "中信银行贷款放款", "借款到工资卡"):  # fmt: skip
        assert taken(words, "draws"), words


def test_a_title_with_a_month_is_the_word_of_its_own_payment() -> None:
    for title in ("花呗主动还款-2026年10月账单", "花呗自动还款-2026年10月账单", "花呗还款-2026年10月账单", "借呗主动还款 2026年10月"):  # fmt: skip
        found = read(
            f"{title}\n2026-10-09 11:02\n支出 1,288.66\n余额宝-自动转入\n2026-10-10 11:00\n不计收支 2,000.00", "payments"
        )  # fmt: skip
        assert rows(found) == ["2026-10-09 1288.66"], title
        assert [each.line for each in found.unread] == [5]


def test_what_may_be_the_due_day_or_the_whole_loan_is_said() -> None:
    for text in ("第8期 2026-11-20 应还 1,042.00 已还 500.00", "2026-11-20\n应还 1042\n实还 500", "还款日 应还金额 实还金额\n2026-11-20 1042 500"):  # fmt: skip
        found = read(text, "payments")
        assert rows(found) == ["2026-11-20 500.00"]
        assert any("可能是到期日" in each for each in found.notes), text
    assert not read("实际还款日 应还金额 实还金额\n2026-11-20 1042 500", "payments").notes
    for between, due in product((" ", "\n"), ("应还金额", "本期应还", "月供", "应还本息")):
        text = between.join(("到期日 2026-10-13", "借款本金 {}", f"{due} 942.00", "利息 102.45"))
        assert not rows(read(text.format("10,000.00")))
        assert "整笔借款" in read(text.format("10,000.00")).unread[0].why
        assert rows(read(text.format("839.55"))) == ["2026-10-13 839.55 102.45"]
    for between in (" ", "\n"):
        found = read(between.join(("2026-10-13", "本金 833.33", "利息 98.00", "剩余应还 5,000.00")))
        assert any("“剩余应还”没有用" in each for each in found.notes)


def test_the_service_charge_of_a_baitiao_bill_is_said_to_go_with_the_interest() -> None:
    said = "京东白条的服务费，请填到利息那一格。"
    for text in ("白条账单\n到期还款日 2026-10-08\n本金 300.00\n服务费 3.00", "京东白条\n到期日 本金 服务费\n2026-10-08 300.00 3.00", "2026-10-08 本金300 分期服务费3 京东白条"):  # fmt: skip
        assert said in read(text).notes, text
    for text in ("花呗账单\n到期还款日 2026-10-08\n本金 300.00\n手续费 3.00", "白条\n2026-10-08 本金300 利息3"):  # fmt: skip
        assert said not in read(text).notes, text


def test_a_shop_whose_name_looks_like_a_failure_is_a_purchase() -> None:
    for words in ("超时空KTV", "超时代超市", "中原消费", "明日百货", "收银台"):
        assert taken(words, "purchases"), words
