"""Headings that pay or list a whole group of instalments, with figures of their own, and feet that speak of all above."""

from __future__ import annotations

from itertools import product

from calculators.form.bill import PastedBill
from tests.unit.test_bill import read
from tests.unit.test_bill_layouts import rows
from tests.unit.test_bill_sums import LINES, WAYS

GROUPS = [
    ("借款1 {}", "借款2 {}"), ("借款金额 10,000.00 {}", "借款金额 5,000.00 {}"), ("消费 1,200.00 {}", "消费 900.00 {}"),
    ("借款10,000.00元\n{}", "借款5,000.00元\n{}"), ("{} 借款金额：10,000.00元", "{} 借款金额：5,000.00元"),
    ("贷款总额 10,000.00 {}", "贷款总额 5,000.00 {}"), ("借款金额 10,000.00 借款日 2026-01-08 {}", "借款金额 500.00 借款日 2026-02-08 {}"),
    ("借款日期 2026-01-08 {}", "借款日期 2026-02-08 {}"), ("借款本金 10,000.00\n{}", "借款本金 5,000.00\n{}"),
]  # fmt: skip
COUNTED = [
    "已还(2)", "已还（2）", "已结清（2）", "已还清 2", "已还款(2)", "已结清 (2)", "账单1 已结清", "订单1 已结清", "已还清2", "【已还清】(2)", "12.00 已结清",
    "已还 2", "第二组 2 已还清",
]  # fmt: skip
LISTS = [
    "还款记录", "还款明细", "历史还款", "已还记录", "已还款记录", "还清记录", "成功还款记录", "已还账单 2期", "已还计划", "已还期数", "已还本息",
    "【还款记录】", "已结清订单", "已还清明细", "结清记录", "已还账单(2)", "已还账单（2期）", "历史还款记录", "已还贷款", "已结清借款：",
]  # fmt: skip
FEET = [
    "以上账单已还清", "两期都已还清", "本页账单均已还款", "全部已还清", "以上均已结清", "2期都已还清", "以上两期已还清", "所有账单已结清",
    "以上全部还清了", "都已还款", "全部账单已还清", "以上2笔已还",
]  # fmt: skip
STATES = [("已结清", "未结清"), ("已还清", "逾期"), ("【已还】", "待还款")]


def written(way: str, at: slice, after: str = "\n") -> str:
    return after.join(WAYS[way].format(*each) for each in LINES[at])


def owed(at: slice) -> set[str]:
    return {" ".join(each) for each in LINES[at]}


def said(bill: PastedBill) -> int:
    """How many of the lines are named as paid or asked."""
    return len(bill.unread) + sum("已经还了" in each for each in bill.notes)


def test_a_state_beside_what_is_said_of_a_loan_is_the_heading_of_its_instalments() -> None:
    for (first, second), (paid, still), way in product(GROUPS, STATES, WAYS):
        paid_first = f"{first.format(paid)}\n{written(way, slice(2))}\n{second.format(still)}\n{written(way, slice(2, 4))}"
        found = read(paid_first)
        assert set(rows(found)) <= owed(slice(2, 4)), paid_first
        assert rows(found) or found.unread
        paid_last = f"{first.format(still)}\n{written(way, slice(2))}\n{second.format(paid)}\n{written(way, slice(2, 4))}"
        found = read(paid_last)
        assert set(rows(found)) <= owed(slice(2)), paid_last
        assert rows(found) or found.unread


def test_the_heading_of_a_paid_loan_ends_at_the_next_loan() -> None:
    for (first, second), way in product(GROUPS, WAYS):
        text = f"{first.format('已结清')}\n{written(way, slice(1))}\n{second.format('')}\n{written(way, slice(1, 2))}"
        found = read(text)
        assert set(rows(found)) <= owed(slice(1, 2)), text
        assert rows(found) or found.unread, text


def test_lines_below_a_count_of_paid_ones_are_asked() -> None:
    for head, way, below in product(COUNTED, WAYS, ("待还账单", "待还(1)", "未还清")):
        text = f"{head}\n{written(way, slice(2))}\n{below}\n{written(way, slice(2, 3))}"
        found = read(text)
        assert set(rows(found)) <= owed(slice(2, 3)), text
        assert said(found) >= 2, text


def test_lines_below_the_name_of_a_list_of_paid_ones_are_asked() -> None:
    for head, way in product(LISTS, WAYS):
        for text in (
            f"{head}\n{written(way, slice(2))}\n未还\n{written(way, slice(2, 3))}",
            f"未还\n{written(way, slice(2, 3))}\n{head}\n{written(way, slice(2))}",
        ):
            found = read(text)
            assert not set(rows(found)) & owed(slice(2)), text
            assert said(found) >= 2, text
        assert set(rows(read(f"{written(way, slice(2))}\n{head}"))) == owed(slice(2)), head


def test_words_at_the_foot_that_speak_of_all_leave_none_owed_in_silence() -> None:
    for foot, way, after in product(FEET, WAYS, ("\n", "\n\n")):
        text = f"{written(way, slice(3), after)}\n{foot}"
        found = read(text)
        assert not rows(found), text
        assert said(found) >= 3, text


def test_what_is_paid_of_one_line_stays_with_it() -> None:
    one = written("line", slice(1))
    for text, many in (
        (f"{one} 已还 500.00\n{written('line', slice(1, 3))}", 2),
        (f"{one}\n手续费 8.80 已结清\n{written('line', slice(1, 2))}\n手续费 8.80 未结清", 1),
        (f"应还 942.00 已还清\n{one}\n应还 933.00 逾期\n{written('line', slice(1, 2))}", 1),
        (f"借款金额 10,000.00\n{written('lines', slice(2))}", 2),
        (f"{written('lines', slice(2))}\n已还金额 0.00", 2),
    ):
        assert len(rows(read(text))) == many, text


TABLE = "到期日 本金 利息"


def test_a_heading_of_paid_ones_above_a_table_is_asked_of_its_lines() -> None:
    lines = [" ".join(each) for each in LINES]
    for words, between in product(
        ("已结清", "还款记录", "已还账单", "已还清 ✓", "还款明细", "以下已还款"), (" ", "\t", ",")
    ):
        names, first, second = (each.replace(" ", between) for each in (TABLE, *lines[:2]))
        for text in (
            f"{words}\n{names}\n{first}\n{second}",
            f"{names}\n{words}\n{first}\n{second}",
            f"借呗\n{words}\n\n{names}\n{first}\n\n{second}",
        ):
            found = read(text)
            assert not rows(found), text
            assert said(found) >= 2, text
        found = read(f"{names}\n{first}\n\n{words}\n{names}\n{second}")
        assert rows(found) == [lines[0]]
        assert not read(f"{words}\n{names}\n{first}\n未还清\n{second}").rows[1:]


def test_a_heading_above_a_table_changes_nothing_where_its_lines_say_how_they_stand() -> None:
    for words in ("已结清", "还款记录", "已还账单", "还款计划", "去还款", "已还2期"):
        found = read(
            f"{words}\n{TABLE} 状态\n2026-09-13 833.33 108.67 已还\n2026-10-13 834.33 98.67 逾期"
        )
        assert rows(found) == ["2026-10-13 834.33 98.67"], words
        assert not found.unread
    for words in ("还款计划", "去还款", "已还2期", "未还", "还款记录 >", "自动还款已开启"):
        found = read(f"{words}\n{TABLE}\n2026-10-13 834.33 98.67\n{words}")
        assert rows(found) == ["2026-10-13 834.33 98.67"], words
        assert not found.unread


def test_words_that_speak_of_those_above_head_nothing() -> None:
    first, second, third = (" ".join(each) for each in LINES[:3])
    for words, way, after in product(
        ("以上已结清", "以上账单已还清", "上述两期已还", "以上均已还清"), WAYS, ("\n", "\n\n")
    ):
        text = f"{written(way, slice(2), after)}\n{words}\n{written(way, slice(2, 3))}"
        found = read(text)
        assert not {first, second} & set(rows(found)), text
        assert said(found) >= 2, text
        assert third in rows(found) or len(found.unread) >= 3, text


def test_a_count_in_brackets_beside_a_state_is_no_period_of_one_line() -> None:
    for words, below in (
        ("已还 (2/3)", "未还 (1/3)"),
        ("已还款(2/3)", "待还款(1/3)"),
        ("已还清（2/3）", "未还清（1/3）"),
    ):
        text = f"{words}\n{written('line', slice(2))}\n{below}\n{written('line', slice(2, 3))}"
        found = read(text)
        assert not owed(slice(2)) & set(rows(found)), text
        assert said(found) >= 2, text
