"""What nobody knows in a pasted bill is asked: words of state, sums that are hidden or broken, columns of nothing."""

from __future__ import annotations

import pytest

from tests.unit.test_bill import read
from tests.unit.test_bill_layouts import rows
from tests.unit.test_bill_state import PLACES, answer

OPEN = "2026-11-05 本金500 利息35"
LATE = ["逾期", "已逾期", "未到期", "逾期5天", "已逾期36天", "未出账"]
LABELS = ["还款状态", "账单状态", "状态", "借款状态", "本期状态", "还款情况"]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("words", LATE)
def test_a_state_of_the_due_day_beside_its_label_is_owed(label: str, words: str) -> None:
    for between in ("：", " ", "\n"):
        found = read(f"到期日：2026-09-05\n本金：1000\n利息：30\n{label}{between}{words}")
        assert rows(found) == ["2026-09-05 1000.00 30.00"], (label, between, words)
    table = read(f"到期日\t本金\t利息\t{label}\n2026-09-05\t1000\t30\t{words}")
    assert rows(table) == ["2026-09-05 1000.00 30.00"]


STRANGE = [
    "到账", "已到账", "已处理", "已销", "履约完成", "搞定了", "OK", "清", "正常", "已作废", "账单已取消", "已并入下期", "已转分期",
    "已合并分期", "已减免", "还好了", "已转账", "已办妥", "已终止", "弄好了", "处理完成", "办理成功", "已入分期", "done", "已打款", "妥了",
]  # fmt: skip


@pytest.mark.parametrize("words", STRANGE)
def test_a_word_that_stands_where_a_state_stands_and_is_not_known_is_asked(words: str) -> None:
    for place in ("behind", "below", "note"):
        assert answer(read(PLACES[place].format(words))) == "not known", (place, words)
    for text in (
        f"2026-10-03 本金500 利息40 {words}\n{OPEN}",
        f"2026-10-03 本金500 利息40 {words}\n{OPEN} 逾期",
        f"{words} 2026-10-03 本金500 利息40\n逾期 {OPEN}",
    ):
        found = read(text)
        assert rows(found) == ["2026-11-05 500.00 35.00"], text
        assert words in found.unread[0].text


@pytest.mark.parametrize(
    "words",
    ["未到账", "待完成", "未销", "待处理", "违约", "欠", "招商银行", "查看详情", "手机分期", "RMB", "那期", "自动扣款已开通", "了解更多"],
)  # fmt: skip
def test_words_that_say_nothing_was_done_leave_a_line_owed(words: str) -> None:
    found = read(f"2026-10-03 本金500 利息40 {words}\n{OPEN}")
    assert rows(found) == ["2026-10-03 500.00 40.00", "2026-11-05 500.00 35.00"]
    assert not found.unread


def test_what_a_line_says_itself_stands_beside_words_that_nobody_knows() -> None:
    for words in ("额度已恢复", "已处理", "OK"):
        found = read(f"2026-10-03 本金500 利息40 未还\n{words}\n{OPEN} 逾期\n{words}")
        assert len(found.rows) == 2, words


BROKEN = ["****.33", "8,***.33", "8**.33", "833.**", "●●●.33", "xx3.33", "8 33.33", "833. 33", "833 .33", "833。33", "1 8 33.33"]  # fmt: skip


@pytest.mark.parametrize("figure", BROKEN)
@pytest.mark.parametrize("name", ["本金", "本金：", "本金 ", "应还本金 ¥"])
def test_a_sum_that_is_hidden_or_broken_is_no_smaller_sum(name: str, figure: str) -> None:
    for text in (
        f"2026-10-20 {name}{figure} 利息184.17\n{OPEN}",
        f"2026-10-20\n{name}{figure}\n利息184.17\n\n{OPEN}",
    ):
        found = read(text)
        assert rows(found) in ([], ["2026-11-05 500.00 35.00"]), text
        assert found.unread


def test_whole_sums_at_the_end_of_a_sentence_or_with_a_mark_are_read() -> None:
    for text in (
        "2026-10-20 本金 833.33。利息 184.17。",
        "* 2026-10-20 本金 833.33 利息 184.17",
        "2026-10-20 本金¥833.33，利息¥184.17。",
        "● 2026-10-20 本金833.33元 利息184.17元",
        "2026-10-20 本金833.33。利息184.17。2026-11-20 本金1 利息2",
    ):
        assert rows(read(text))[0] == "2026-10-20 833.33 184.17", text


@pytest.mark.parametrize("name", ["应还", "合计", "应还总额", "本期应还"])
def test_nothing_in_all_beside_a_principal_is_asked(name: str) -> None:
    found = read(f"2026-10-20 {name} 0.00 本金833.33 利息184.17\n{OPEN}")
    assert rows(found) == ["2026-11-05 500.00 35.00"]
    assert f"“{name}”是 0" in found.unread[0].why


@pytest.mark.parametrize("done", ["实还", "已还"])
@pytest.mark.parametrize("part", ["罚息", "违约金", "手续费", "费用", "逾期利息"])
def test_columns_of_what_was_paid_of_each_part(done: str, part: str) -> None:
    head = f"应还款日,应还本金,应还利息,应还{part},{done}本金,{done}利息,{done}{part}"
    head = head.replace("应还费用", "费用").replace("应还逾期利息", "逾期利息")
    cells = "2026-08-20,833.33,220.00,5.00,833.33,220.00,5.00{}\n2026-09-20,833.33,200.00,15.00,0.00,0.00,0.00{}"
    for status, first, second in (("", "", ""), (",状态", ",结清", ",逾期")):
        found = read(f"{head}{status}\n{cells.format(first, second)}")
        assert rows(found) == ["2026-09-20 833.33 200.00"], found
        assert not found.unread


def test_nothing_under_a_sum_that_nobody_knows_is_no_answer() -> None:
    for name in ("实收服务费", "客户实付金额", "已收罚金", "已偿还罚息"):
        found = read(f"到期日\t本金\t利息\t{name}\n2026-09-05\t1000\t30\t0.00")
        assert len(found.rows) == 1, name
    assert not read("到期日\t本金\t利息\t已收罚金\n2026-09-05\t1000\t30\t5.00").rows
