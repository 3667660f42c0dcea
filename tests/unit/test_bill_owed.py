"""A pasted instalment is owed only if nothing says that it was paid; a name nobody knows fills nothing."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calculators.form.bill import PastedBill
from tests.unit.test_bill import ROWS, read

OPEN = {"due_date": "2026-10-05", "principal": "1000.00", "interest": "20.00"}
DAYS = [
    "实际还款日期",
    "实际还款日",
    "实还日期",
    "实还日",
    "结清日期",
    "结清日",
    "还清日期",
    "还清日",
    "实际结清日期",
    "付款日期",
    "扣款日期",
    "还款日期",
    "还款时间",
    "入账日期",
]
FLAGS = [
    "还清",
    "已还清",
    "是否还清",
    "是否已还清",
    "结清",
    "是否结清",
    "已结清",
    "结清标志",
    "还清标识",
    "还款标志",
    "是否已还",
    "已还",
    "付清",
    "缴清否",
]
ANSWERS = [
    ("是", "否"),
    ("Y", "N"),
    ("1", "0"),
    ("√", "×"),
    ("√", "-"),
    ("true", "false"),
    ("已还", "未还"),
]
PAID = [
    "已还",
    "已还清",
    "还清",
    "已结清",
    "结清",
    "正常还款",
    "提前结清",
    "提前还清",
    "已完成",
    "还款成功",
    "扣款成功",
    "已付",
    "已付清",
    "已缴清",
    "已扣款",
    "还讫",
    "逾期已还",
    "PAID",
    "Paid",
    "settled",
    "√",
    "✅",
]
STILL_OPEN = [
    "未还",
    "待还",
    "待还款",
    "逾期",
    "逾期20天",
    "未结清",
    "未还清",
    "还款中",
    "使用中",
    "未到期",
    "未出账",
    "-",
]
STATUS = ("状态", "还款状态", "结清状态", "还款情况")
MARKS = [
    *((name, "2026-09-04", none) for name in DAYS for none in ("-", "")),
    *((name, *answer) for name in FLAGS for answer in ANSWERS),
    *((name, word, "未还") for name in STATUS for word in PAID),
    *(("状态", "已还清", word) for word in STILL_OPEN),
    *((name, "0", "1020") for name in ("剩余应还", "待还金额", "未还总额")),
    *((name, "0", "1000") for name in ("剩余本金", "剩余应还本金")),
    ("实还金额", "1030", "0"),
    ("备注", "9月4日结清", ""),
]  # fmt: skip
"""A column, what stands there of an instalment that may be paid, and of one that is not."""


def table(name: str, paid: str, still: str, between: str, at: int) -> str:
    """Two instalments, of which the first may be paid, with the column `name` in the place `at`."""
    lines = [
        ["到期日", "应还本金", "应还利息"],
        ["2026-09-05", "1000", "30"],
        ["2026-10-05", "1000", "20"],
    ]
    for line, cell in zip(lines, (name, paid, still), strict=True):
        line.insert(at, cell)
    return "\n".join(between.join(line) for line in lines)


def told(found: PastedBill) -> bool:
    return bool(found.unread) or "已经还了" in str(found.notes)


@given(st.sampled_from(MARKS), st.sampled_from("\t|, "), st.integers(1, 3))
def test_of_a_table_a_line_with_any_mark_of_payment_is_never_taken(
    mark: tuple[str, str, str], between: str, at: int
) -> None:
    found = read(table(*mark, between, at))
    assert all(row == OPEN for row in found.rows)
    assert told(found)


@pytest.mark.parametrize("between", ["\t", " "])
def test_of_a_table_the_line_that_is_not_paid_is_taken(between: str) -> None:
    for name, paid, still in MARKS:
        if between == "\t" or still:
            found = read(table(name, paid, still, between, 3))
            assert list(found.rows) == [OPEN], (name, paid, still, found)


@given(
    st.sampled_from([each for each in MARKS if each[0] not in ("备注", "已还")]),
    st.sampled_from([" ", ":", "：", "\n"]),
    st.sampled_from([" ", "\n"]),
)
def test_beside_their_names_no_mark_of_payment_is_passed_over(
    mark: tuple[str, str, str], colon: str, between: str
) -> None:
    name, paid, _ = mark
    parts = [("到期日", "2026-09-05"), ("本金", "1000"), ("利息", "30"), (name, paid)]
    found = read(between.join(colon.join(part) for part in parts))
    assert not found.rows
    assert told(found)


@pytest.mark.parametrize("word", [each for each in PAID if each[:2] != "提前"])
@pytest.mark.parametrize("way", ["第3期 2026-09-05 本金1000 利息30 {}", "第3期\n2026-09-05\n本金1000\n利息30\n{}"])  # fmt: skip
def test_a_word_of_payment_anywhere_in_a_record_is_seen(word: str, way: str) -> None:
    found = read(way.format(word))
    assert not found.rows
    assert told(found)


@pytest.mark.parametrize("word", ["正常", "C", "1", "N", "办结", "妥了", "到期", "★"])
def test_a_status_that_nobody_knows_is_not_read_in_silence(word: str) -> None:
    for text in (table("状态", word, "未还", "\t", 3), table("还款状态", word, "未还", " ", 1)):
        found = read(text)
        assert list(found.rows) == [OPEN]
        assert any(f"写着“{word}”，看不出还了没有" in each.why for each in found.unread)
    beside = read(f"到期日：2026-09-05\n本金：1000\n状态：{word}")
    assert not beside.rows or beside.unread


@pytest.mark.parametrize("cell", ["是", "否", "2026-09-04", "300"])
def test_a_column_whose_name_nobody_knows_is_said(cell: str) -> None:
    for name in ("妥否", "创建时间", "流水", "Flag"):
        found = read(table(name, cell, cell, "\t", 3))
        assert any(f"“{name}”不认识" in each for each in found.notes)
    assert not read(table("客户付的", "300", "0", "\t", 3)).rows[1:]


def test_the_last_line_of_a_plan_leaves_nothing_and_is_owed() -> None:
    for name, left in (("剩余本金", "1000"), ("剩余应还", "1020")):
        found = read(f"还款日期 本金 利息 {name}\n2026-09-05 1000 30 {left}\n2026-10-05 1000 20 0")
        assert len(found.rows) == 2, (name, found)


HAN = st.text(
    alphabet="甲乙丙丁风云山水每日总剩余预超费率下次可用累计减免上", min_size=1, max_size=4
)
PLACES = {
    "instalments": [("到期日", "2026-11-07"), ("本金", "7.00"), ("利息", "1.00")],
    "payments": [("还款日", "2026-11-07"), ("还款金额", "7.00")],
    "purchases": [("记账日", "2026-11-07"), ("金额", "7.00")],
    "draws": [("借款日", "2026-11-07"), ("借款金额", "7.00")],
    "flows": [("还款日", "2026-11-07"), ("月供", "7.00")],
}


@given(
    st.sampled_from(sorted(ROWS)), st.data(), HAN, st.sampled_from(["before", "after", "alone"]),
    st.sampled_from(["\t", " ", "label"]),
)  # fmt: skip
def test_a_figure_under_a_name_that_nobody_knows_fills_nothing(
    name: str, data: st.DataObject, word: str, way: str, between: str
) -> None:
    """A known name with a word before or behind it is another name, and so is the word alone."""
    assume(word != "计")  # alone it changes nothing: 利息计 is the interest
    places = PLACES[name]
    known, figure = data.draw(st.sampled_from(places))
    strange = {"before": word + known, "after": known + word, "alone": word}[way]
    other = "2026-10-09" if "-" in figure else "9.99"
    cells = [each if each[0] != known else (strange, other) for each in places]
    if between == "label":
        if name != "instalments" or way == "alone":
            return  # the words of a movement say what it is
        text = " ".join(map(" ".join, cells))
    elif way == "alone" and between == " ":
        return  # a day and a sum are read without any name
    else:
        text = "\n".join(between.join(each) for each in zip(*cells, strict=True))
    found = read(text, name)
    assert all(other not in row.values() for row in found.rows), text


NOT_THAT = [
    ("draws", "2026-09-05 可借额度 30000.00"), ("draws", "2026-09-05\n授信额度 30000"), ("draws", "2026-09-05 授信 30000"),
    ("draws", "2026-09-05 剩余可借 3000"), ("draws", "2026-09-05 累计借款 3000"), ("draws", "2026-09-05 借款额度 3000"),
    ("payments", "2026-09-05 累计还款 3500"), ("payments", "2026-09-05 累计 还款 3500"), ("payments", "2026-09-05 本月还款 3500"),
    ("payments", "2026-09-05 下次还款 500"), ("payments", "2026-09-05 共还款3笔 合计 3500"), ("payments", "2026-09-05 总还款额 3500"),
    ("payments", "2026-09-05 提前还款计划 合计 3500"), ("purchases", "2026-09-05 超限费 5.00"), ("purchases", "2026-09-05 预授权 500.00"),
    ("purchases", "2026-09-05 挂失费 5.00"), ("purchases", "2026-09-05 累计消费 500.00"), ("purchases", "2026-09-05 信用额度 500.00"),
    ("purchases", "2026-09-05 超市 5.00\n（以上为美元）"), ("purchases", "2026-09-05 超市 5.00\n以上金额均为 USD"), ("purchases", "美元账户\n2026-09-05 超市 5.00"),
    ("instalments", "待还本金：5,000.00元\n待还利息：120.00元\n下次还款日：2026-12-15"), ("instalments", "首次还款日 2026-09-05 本金 1000"),
    ("instalments", "到期日 2026-09-05 本金总额 1000"), ("instalments", "到期日 2026-09-05 本金 剩余 1000"), ("instalments", "到期日 2026-09-05 总 本金 1000"),
    ("instalments", "利息\n本月优惠后\n30\n本金\n1000\n到期日\n2026-09-05"), ("flows", "2026-09-05 最低还款额 100"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), NOT_THAT)
def test_a_name_with_a_word_that_changes_it_is_another_name(name: str, text: str) -> None:
    found = read(text, name)
    assert not found.rows
    assert found.unread


def test_a_daily_interest_is_no_interest_and_is_said() -> None:
    for text in ("到期日 2026-09-05 本金 1000 每日利息 0.50", "到期日 2026-09-05 本金 1000 每日 利息 0.50",
                 "到期日 本金 利息(每日)\n2026-09-05 1000 0.50"):  # fmt: skip
        found = read(text)
        assert [dict(row).get("interest", "") for row in found.rows] == [""]
        assert "每日" in str(found.notes)
        assert "不认识" in str(found.notes)


def test_whom_money_was_borrowed_from_is_shown_where_no_word_says_that_it_was_borrowed() -> None:
    assert "写着“张三”，当作借款" in str(read("2026-09-05 张三 3000", "draws").notes)
    assert not read("2026-09-05 借呗借款 3000", "draws").notes


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("flows", "日期 月供\n2026-09-05 1030", "2026-09-05 1030.00"),
        ("flows", "到期日\t应还本息\n2026-09-05\t1030", "2026-09-05 1030.00"),
        ("flows", "日期\t本金\t利息\t应还本息\n2026-09-05\t2000\t12.5\t2012.5", "2026-09-05 2012.50"),
        ("payments", "2026-09-05 提前还款 本金2000.00 利息12.50 合计2012.50", "2026-09-05 2012.50"),
        ("instalments", "11-15 待还 ¥1,030.00 = 本金 ¥1,000.00 + 利息 ¥30.00", "2026-11-15 1000.00 30.00"),
        ("instalments", "2026-11-15 应还 1,030.00（含利息 30.00）", "2026-11-15 1000.00 30.00"),
        ("instalments", "应还金额：1,030.00元\n含利息：30.00元\n到期日：2026-11-15", "2026-11-15 1000.00 30.00"),
        ("instalments", "约定还款日 本金 利息\n2026-11-15 1000 30", "2026-11-15 1000.00 30.00"),
        ("instalments", "应还日期 期数 应还本金 应还利息 还款方式\n2026-11-15 1 1000 30 自动扣款", "2026-11-15 1000.00 30.00"),
    ],
)  # fmt: skip
def test_usual_words_are_read(name: str, text: str, expected: str) -> None:
    found = read(text, name)
    assert [" ".join(row.values()) for row in found.rows] == [expected]
    assert not found.unread


def test_a_principal_that_is_a_total_less_its_interest_is_said() -> None:
    notes = read("2026-11-15 应还 1,030.00（含利息 30.00）").notes
    assert any("没有写本金，填的是应还 1,030.00 减去利息的 1000.00" in each for each in notes)
    assert not read("2026-11-15 应还 1,030.00").rows


@pytest.mark.parametrize("name", ["还款标志", "结清标志", "缴清否", "是否结清", "结清"])
@pytest.mark.parametrize("between", ["\n", "：", " "])
def test_a_bare_1_beside_a_question_is_refused_by_name(name: str, between: str) -> None:
    bill = "到期日：2026-09-05\n本金：1000\n利息：30\n{}{}{}"
    found = read(bill.format(name, between, 1))
    assert not found.rows
    assert f"写着“{name}：1”，看不出还了没有" in found.unread[0].why
    assert len(read(bill.format(name, between, 0)).rows) == 1


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("核销标志", "是"),
        ("代偿标志", "Y"),
        ("是否部分还款", "是"),
        ("未还标志", "否"),
        ("放款情况", "成功"),
        ("状态", "成功"),
    ],
)
def test_an_answer_that_does_not_say_that_it_was_paid_is_refused_by_name(
    name: str, cell: str
) -> None:
    found = read(table(name, cell, "未还", "\t", 3))
    assert f"“{name}”写着“{cell}”，看不出还了没有" in found.unread[0].why or "一部分" in str(found)


@pytest.mark.parametrize(
    ("name", "cell", "owed"),
    [
        ("还款结果", "成功", False),
        ("扣款结果", "失败", True),
        ("是否可提前结清", "是", True),
        ("是否核销", "否", True),
    ],
)
def test_an_answer_is_read_with_its_question(name: str, cell: str, owed: bool) -> None:
    found = read(table(name, cell, cell, "\t", 3))
    assert len(found.rows) == (2 if owed else 0)
    assert not found.unread


def test_a_line_that_is_said_to_be_paid_and_not_paid_is_refused() -> None:
    for text in (
        "到期日\t本金\t利息\t状态\t备注\n2026-09-05\t1000\t30\t未还\t已还清",
        "到期日\t本金\t利息\t状态\t结清日期\n2026-09-05\t1000\t30\t未还\t2026-09-04",
        "第3期 2026-09-05 本金1000 利息30 未还 已还清",
    ):
        assert "看不出还了没有" in read(text).unread[0].why


def test_words_below_a_table_are_said_of_no_line() -> None:
    found = read("到期日\t本金\t利息\n2026-09-05\t1000\t30\n已还清")
    assert "看不出说的是哪一行" in found.unread[0].why


def test_only_an_answer_below_a_question_is_taken_to_it() -> None:
    text = "第1期\n已还清\n本金\n1000\n到期日\n2026-09-05\n第2期\n还款状态\n{}本金\n1000\n到期日\n2026-10-05"
    assert [row["due_date"] for row in read(text.format("")).rows] == ["2026-10-05"]
    assert [row["due_date"] for row in read(text.format("失败\n")).rows] == ["2026-10-05"]
    assert not read(text.format("成功\n").replace("还款状态", "状态")).rows


def test_words_of_two_instalments_on_one_line_stay_with_their_own() -> None:
    found = read("1/3期 2026-09-05 本金1000 利息30 未还 2/3期 2026-10-05 本金1000 利息20 已还清")
    assert [row["due_date"] for row in found.rows] == ["2026-09-05"]
