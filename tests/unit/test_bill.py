"""Bills pasted from apps and spreadsheets: read as they stand, or named as not read; nothing guessed."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.browser import respond
from calculators.form import bill, bill_records, bill_words
from calculators.form.bill import PastedBill
from calculators.tools._debt import InstalmentRow, PaymentRow
from calculators.tools.card_bill import PurchaseRow
from calculators.tools.daily_loan import DrawRow
from calculators.tools.true_cost import Flow
from tests.pace import seconds_at_pace

ON = date(2026, 11, 25)
ROWS: dict[str, type] = {
    "instalments": InstalmentRow,
    "payments": PaymentRow,
    "purchases": PurchaseRow,
    "draws": DrawRow,
    "flows": Flow,
}
FIRST = {"due_date": "2026-09-05", "principal": "1000.00", "interest": "30.00"}
SECOND = {"due_date": "2026-10-05", "principal": "1000.00", "interest": "20.00"}


def read(text: str, name: str = "instalments") -> PastedBill:
    return bill.read(text, name, ROWS[name], ON)


@pytest.mark.parametrize(
    "text",
    [
        "日期\t本金\t利息\n2026-09-05\t1,000.00\t30.00\n2026/10/05\t￥1,000\t20元",
        "到期日 本金 利息\n2026-09-05 1000 30\n2026-10-05 1000 20",
        "利息 本金 到期日\n30 1000 2026-09-05\n20 1000 2026-10-05",
        "| 还款日 | 应还本金 | 应还利息 |\n|---|---|---|\n| 2026.9.5 | 1000 | 30 |\n| 2026.10.5 | 1000 | 20 |",
        '日期,本金,利息\n2026-09-05,"1,000.00",30\n20261005,1000,20',
        "期数 应还日期 应还本金 应还利息 应还总额 状态\n1/12 2026-09-05 1000 30 1030 逾期20天\n2/12 2026-10-05 1000 20 1020 未还",
        "第3期 2026年9月5日\n应还本金：１，０００．００元\n应还利息: 30.00\n第4期 2026年10月5日\n应还本金 1000\n应还利息 20",
        "到期日2026-09-05 本金1000.00元 利息30.00元\n到期日2026-10-05 本金1000.00元 利息20.00元",
        "本金 1000 元\n利息 30 元\n还款日 2026年9月5号\n\n本金 1000 元\n利息 20 元\n还款日 2026年10月5号",
        "应还本金\n1,000.00元\n应还利息\n30.00元\n到期日\n2026-09-05\n应还本金\n1,000.00元\n应还利息\n20.00元\n到期日\n2026-10-05",
    ],
)  # fmt: skip
def test_the_usual_ways_a_bill_is_written(text: str) -> None:
    found = read(text)
    assert list(found.rows) == [FIRST, SECOND]
    assert not found.unread


def test_what_has_no_place_in_the_list_is_said() -> None:
    found = read("日期 本金 利息 罚息 手续费\n2026-09-05 1000 30 5.20 12")
    assert list(found.rows) == [FIRST]
    assert any("罚息、违约金一共 5.20" in note for note in found.notes)
    assert any("手续费、服务费一共 12.00" in note for note in found.notes)


def test_what_was_paid_already_is_neither_owed_nor_lost() -> None:
    found = read("日期 本金 利息 状态\n2026-09-05 1000 30 已还清\n2026-10-05 1000 20 未还")
    assert list(found.rows) == [SECOND]
    assert any("第 2 行写着已经还了" in note for note in found.notes)
    partly = read("日期 待还本金 待还利息 已还金额\n2026-09-05 1000 30 200")
    assert list(partly.rows) == [FIRST]
    assert any("已经还的钱一共 200.00" in note for note in partly.notes)


def test_columns_that_do_not_add_up_are_said() -> None:
    across = read("日期 本金 利息 合计\n2026-09-05 1000 30 1040")
    assert any("加起来是 1030.00，写的合计是 1040.00" in note for note in across.notes)
    down = read("日期 本金 利息\n2026-09-05 1000 30\n2026-10-05 1000 20\n合计 2100 50")
    assert [each.why for each in down.unread] == [
        "本金各行加起来是 2000.00，这一行写的是 2100，对不上。"
    ]
    right = read("日期 本金 利息\n2026-09-05 1000 30\n2026-10-05 1000 20\n合计 2000 50")
    assert not right.unread


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-09-05 1000 30", "不知道哪个数是本金"),
        ("日期 本金 利息\n2026-09-05 1000", "列名有 3 个，这一行有 2 个数"),
        ("本金 1000 利息 30", "没有看到日期"),
        ("到期日 2026-09-05 利息 30", "没有看到“本金”"),
        ("到期日 2026-02-30 本金 1000", "日历上没有这一天"),
        ("到期日 2026-09-05 本金 -5", "负数"),
        ("到期日 2026-09-05 剩余本金 5000", "没有看到“本金”"),
        ("2026-09-05 到期 1000", "不知道"),
        ("日期\t本金\t利息\n2026-09-05\t一千左右\t30", "看不懂"),
    ],
)
def test_what_is_not_plain_is_not_read_and_the_reason_is_named(text: str, why: str) -> None:
    found = read(text)
    assert not found.rows
    assert any(why in each.why for each in found.unread), found


def test_a_day_without_a_year_is_shown_to_the_reader() -> None:
    found = read("9月5日 本金 1000 利息 30")
    assert list(found.rows) == [FIRST]
    assert found.notes == ("第 1 行没有写哪一年，当作 2026-09-05，请看对不对。",)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("payments", "2026-09-08 20:11:02 还款 2,000.00元 成功", {"date": "2026-09-08", "amount": "2000.00"}),
        ("payments", "2026-09-08 300", {"date": "2026-09-08", "amount": "300.00"}),
        ("payments", "应还日 实还日期 应还金额 实还金额\n2026-09-05 2026-09-08 1030 500", {"date": "2026-09-08", "amount": "500.00"}),
        ("purchases", "2026-08-10 超市 尾号1234 ¥3,000.00", {"posted_on": "2026-08-10", "amount": "3000.00"}),
        ("purchases", "交易日 记账日 摘要 金额\n2026-08-09 2026-08-10 超市 3000", {"posted_on": "2026-08-10", "amount": "3000.00"}),
        ("draws", "借款日 2026-09-01 借款金额 1万元", {"date": "2026-09-01", "amount": "10000.00"}),
    ],
)  # fmt: skip
def test_lists_of_one_sum_a_line(name: str, text: str, expected: dict[str, str]) -> None:
    found = read(text, name)
    assert list(found.rows) == [expected]
    assert not found.unread


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("purchases", "2026-08-20 还款 200"),
        ("purchases", "2026-08-20 2026-08-21 200"),
        ("payments", "2026-08-20 消费 200"),
        ("payments", "2026-08-20 200 1800"),
        ("payments", "待还金额 200 还款日 2026-08-20"),
        ("draws", "2026-08-20 还款 200"),
    ],
)
def test_what_belongs_elsewhere_is_left_out_with_a_reason(name: str, text: str) -> None:
    found = read(text, name)
    assert not found.rows
    assert found.unread[0].why


DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))
SUMS = st.decimals(0, 99_999, places=2).map(lambda amount: amount.quantize(Decimal("0.01")))
LINES = st.lists(st.tuples(DAYS, SUMS, SUMS), min_size=1, max_size=12)
ORDERS = st.permutations([0, 1, 2])
NAMES = st.tuples(
    st.sampled_from(["日期", "到期日", "还款日", "应还日期"]),
    st.sampled_from(["本金", "应还本金", "待还本金"]),
    st.sampled_from(["利息", "应还利息"]),
)
BETWEEN = st.sampled_from(["\t", " ", "   ", " | "])
WRITE_DAY: Sequence[Callable[[date], str]] = (
    date.isoformat,
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
)
WRITE_SUM: Sequence[Callable[[Decimal], str]] = (
    str,
    lambda amount: f"{amount:,}",
    lambda amount: f"¥{amount:,}",
    lambda amount: f"{amount}元",
    lambda amount: f"{amount}".translate(str.maketrans("0123456789.", "０１２３４５６７８９．")),
)


@given(
    LINES, ORDERS, NAMES, st.tuples(BETWEEN, st.sampled_from(WRITE_DAY), st.sampled_from(WRITE_SUM))
)
def test_a_table_in_any_order_and_writing_comes_back(
    lines: list[tuple[date, Decimal, Decimal]],
    order: list[int],
    names: tuple[str, str, str],
    writing: tuple[str, Callable[[date], str], Callable[[Decimal], str]],
) -> None:
    between, day, amount = writing
    if names[1] == "待还本金":
        lines = [each for each in lines if any(each[1:])]  # nothing left to pay is paid
    written = [
        [day(due), amount(principal), amount(interest)] for due, principal, interest in lines
    ]
    text = "\n".join(between.join(row[at] for at in order) for row in [list(names), *written])
    expected = [
        {"due_date": due.isoformat(), "principal": f"{p}", "interest": f"{i}"}
        for due, p, i in lines
    ]
    found = read(text)
    assert list(found.rows) == expected
    assert not found.unread


@given(LINES, st.sampled_from(["：", ":", " ", "是"]), st.sampled_from([" ", "\n", "，"]))
def test_names_beside_their_figures_come_back(
    lines: list[tuple[date, Decimal, Decimal]], colon: str, between: str
) -> None:
    text = "\n".join(
        between.join([f"到期日{colon}{due}", f"本金{colon}{p}元", f"利息{colon}{i}元"])
        for due, p, i in lines
    )
    expected = [
        {"due_date": due.isoformat(), "principal": f"{p}", "interest": f"{i}"}
        for due, p, i in lines
    ]
    assert list(read(text).rows) == expected


@given(st.sampled_from(sorted(ROWS)), st.text(max_size=200))
def test_whatever_is_pasted_every_line_with_a_figure_is_read_or_named(name: str, text: str) -> None:
    found = read(text, name)
    for row in found.rows:
        assert all(
            Decimal(value) >= 0
            for key, value in row.items()
            if "da" not in key and "posted" not in key
        )
    assert all(each.why.endswith("。") for each in found.unread)


def test_a_long_paste_is_cut_and_says_so() -> None:
    found = read("\n".join(["日期 本金 利息", *["2026-09-05 1 1"] * 500]))
    assert len(found.rows) < 400
    assert "太长了" in found.notes[-1]


PIECES = ("x", "期", "逾期", ".", "，", "已", "1,", "方式", "2026-", "已还 ", "¥", "(", "如")


@pytest.mark.parametrize("name", sorted(ROWS))
def test_a_line_without_end_is_named_and_takes_no_time(name: str) -> None:
    """Twenty thousand signs of one piece, on one line and on lines as long as are read."""
    for piece in PIECES:
        endless = (piece * 20_000)[:20_000]
        found = read(endless, name)
        assert "超过 600 个字" in found.unread[0].why, piece
        assert len(found.unread[0].text) < 50
        longest = "\n".join(endless[at : at + 600] for at in range(0, 1_800, 600))
        assert seconds_at_pace(partial(read, longest, name), 0.2) < 0.2, piece


def test_a_line_that_is_too_long_takes_no_other_with_it() -> None:
    found = read(f"{'微粒贷' * 300}\n日期 本金 利息\n2026-09-05 1000 30", "instalments")
    assert [each.line for each in found.unread] == [1]
    assert list(found.rows) == [FIRST]


def test_the_door_gives_lines_and_calculates_nothing() -> None:
    paste = {"list": "instalments", "text": "日期 本金 利息\n2026-09-05 1000 30\n随便 3"}
    asked = {"tool": "overdue-cost", "inputs": {}, "on": "2026-11-25", "paste": paste}
    answer = json.loads(respond(json.dumps(asked)))
    assert answer["ok"]
    assert answer["html"] == ""
    assert answer["result"]["rows"] == [FIRST]
    assert [each["line"] for each in answer["result"]["unread"]] == [3]
    assert answer["announce"] == "读到 1 行，有 1 行没有读进来。请一行一行看过，再放进表里。"


@pytest.mark.parametrize(
    "paste", [{}, {"list": "principal", "text": ""}, {"list": "instalments"}, 5]
)
def test_a_broken_paste_is_refused(paste: object) -> None:
    asked = {"tool": "overdue-cost", "inputs": {}, "on": "2026-11-25", "paste": paste}
    assert not json.loads(respond(json.dumps(asked)))["ok"]


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("到期日,本金,利息\n2026-11-05,(500),20", "instalments", "有括号，表格里那是负数"),
        ("到期日,本金,利息\n2026-11-05,1000多,20", "instalments", "大概"),
        ("到期日 本金 利息\n2026-11-05 1000+ 20", "instalments", "大概"),
        ("2026-08-12 PayPal $12.00", "purchases", "外币"),
        ("记账日\t金额\t币种\n2026-08-11\t12.00\tUSD", "purchases", "外币"),
        ("2026-08-12 12.00美元", "purchases", "外币"),
        ("日期\t本金（万元）\t利息（元）\n2026-09-05\t0.1\t30", "instalments", "单位是万元，不是元"),
        ("单位：万元\n日期 本金 利息\n2026-09-05 1.5 0.03", "instalments", "单位是万元，不是元"),
        ("金额单位: 人民币千元\n记账日 金额\n2026-09-05 3", "purchases", "单位是千元，不是元"),
        ("还款日期,还款金额/万\n2026-09-05,0.3", "payments", "单位是万，不是元"),
        ("日期\t本金 (w)\t利息\n2026-09-05\t1.5\t300", "instalments", "单位是w，不是元"),
        ("日期 本金（美元） 利息\n2026-09-05 100 3", "instalments", "单位是美元，不是元"),
        ("单位：港币\n记账日 金额\n2026-09-05 3", "purchases", "单位是港币，不是元"),
        ("日期 本金 万元 利息\n2026-09-05 0.1 0.03", "instalments", "单位是万元，不是元"),
        ("日期,本金万元,利息\n2026-09-05,0.1,0.03", "instalments", "单位是万元，不是元"),
        ("日期,本金[万元],利息\n2026-09-05,0.1,0.03", "instalments", "单位是万元，不是元"),
        ("日期,本金【万元】,利息\n2026-09-05,0.1,0.03", "instalments", "单位是万元，不是元"),
        ("日期,本金（人民币万元）,利息\n2026-09-05,0.1,0.03", "instalments", "单位是万元，不是元"),
        ("以万元计\n日期,本金,利息\n2026-09-05,0.1,0.03", "instalments", "单位是万元，不是元"),
        ("单位为万元\n日期,本金,利息\n2026-09-05,0.1,0.03", "instalments", "单位是万元，不是元"),
        ("8月13日 取现 1000元", "purchases", "另有算法"),
        ("8月13日 年费 200元", "purchases", "另有算法"),
        ("8月13日 利息 20.15元", "purchases", "另有算法"),
        ("交易日 金额\n2026-08-08 35.50", "purchases", "只看到交易日，没有看到记账日"),
        ("交易时间\t类型\t金额\t状态\n2026-09-11 10:22:33\t还款\t300.00\t失败", "payments", "没有成功"),
        ("交易时间\t类型\t金额\n2026-09-12 08:00:00\t退款\t20.00", "payments", "像是借款、消费或退款"),
    ],
)  # fmt: skip
def test_what_is_no_sum_of_yuan_or_no_such_line_is_not_read(text: str, name: str, why: str) -> None:
    found = read(text, name)
    assert not found.rows
    assert any(why in each.why for each in found.unread)


@pytest.mark.parametrize(
    ("text", "name", "amount"),
    [
        ("到期日|本金|利息\n2026-09-05|1千|30", "instalments", "1000.00"),
        ("到期日 本金 利息\n2026-09-05 1万5千 30", "instalments", "15000.00"),
        ("到期日 本金 利息\n2026-09-05 12万3456.7 30", "instalments", "123456.70"),
        ("2026-08-10 35.50 万达影城", "purchases", "35.50"),
        ("2026-08-10 100 百度外卖", "purchases", "100.00"),
        ("2026-08-10 12w", "purchases", "120000.00"),
        ("花呗还款\n2026-09-10 10:22\n-500.00\n余额宝", "payments", "500.00"),
        ("交易时间\t交易类型\t金额(元)\t状态\n2026-09-10 10:22:33\t还款\t500.00\t成功", "payments", "500.00"),
        ("序号 还款日期 期供 本金 利息 剩余本金\n1 2026-09-05 1030.00 1000.00 30.00 9000.00", "instalments", "1000.00"),
        ("期数 还款日 本金 利息\n12/12 2026-09-05 1000 30", "instalments", "1000.00"),
        ("交易日 记账日 摘要 金额 卡号末四位\n08/08 08/10 美团外卖 35.50 1234", "purchases", "35.50"),
    ],
)  # fmt: skip
def test_sums_and_days_as_apps_and_banks_lay_them_out(text: str, name: str, amount: str) -> None:
    found = read(text, name)
    assert [row.get("principal") or row["amount"] for row in found.rows] == [amount]


def test_days_of_a_bank_statement_without_their_year_are_said() -> None:
    found = read("记账日 金额\n08/10 35.50\n08-11 20", "purchases")
    assert [row["posted_on"] for row in found.rows] == ["2026-08-10", "2026-08-11"]
    assert len([note for note in found.notes if "没有写哪一年" in note]) == 2


def test_a_negative_sum_among_payments_is_taken_for_money_that_went_out_and_said() -> None:
    found = read("2026-09-22 还款 -300.00", "payments")
    assert found.rows[0]["amount"] == "300.00"
    assert any("写的是负数，当作还出去的钱" in note for note in found.notes)
    assert not read("日期 本金 利息\n2026-09-05 -500 20").rows


# Of a list with both signs nobody knows which way they point, and what was bought is no repayment.
BOTH = "有正有负"
NOT_SAID = "没有写是还款"
CARD = "日期\t摘要\t金额\n2026-09-10\t{}\t{}\n2026-09-12\t{}\t{}"


@pytest.mark.parametrize(
    ("text", "amounts", "why"),
    [
        ("2026-09-10\t500.00\n2026-09-11\t-20.00", [], [BOTH, BOTH]),
        ("2026-09-10 超市 120.50\n2026-09-12 还款 -500", [], [BOTH, BOTH]),
        ("日期 金额\n2026-09-10 +120.50\n2026-09-12 -500", [], [BOTH, BOTH]),
        (CARD.format("超市购物", "120.50", "还款", "-500"), ["500.00"], [NOT_SAID]),
        (CARD.format("超市购物", "120.50", "自动还款", "500"), ["500.00"], [NOT_SAID]),
        (CARD.format("返还", "120.50", "餐饮", "500"), [], [NOT_SAID, NOT_SAID]),
        (CARD.format("还款", "500", "还款", "-20"), [], [BOTH, BOTH]),
        (CARD.format("", "300", "", "200"), ["300.00", "200.00"], []),
        (CARD.format("还款", "-300", "退款", "20"), ["300.00"], ["像是借款、消费或退款"]),
        ("日期 商户 金额\n2026-09-10 超市 120.50\n2026-09-12 还款 500", ["500.00"], [NOT_SAID]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["payments", "flows"])
def test_what_was_bought_is_no_repayment(
    name: str, text: str, amounts: list[str], why: list[str]
) -> None:
    found = read(text, name)
    assert [row["amount"] for row in found.rows] == amounts
    assert len(found.unread) == len(why)
    assert all(said in each.why for said, each in zip(why, found.unread, strict=True))


def test_what_a_line_without_columns_says_beside_its_sum_is_shown() -> None:
    found = read("2026-09-10 超市 120.50\n2026-09-12 还款 500", "payments")
    assert [note for note in found.notes if "当作还款" in note] == [
        "第 1 行写着“超市”，当作还款，请看对不对。"
    ]
    above = read("超市\n2026-09-10\n120.50\n信用卡还款\n2026-09-12\n500", "payments")
    assert above.notes == ("第 2 行写着“超市”，当作还款，请看对不对。",)
    out = read("日期\t支出\t收入\n2026-09-10\t120.50\t", "payments")
    assert out.notes == ("“支出”当作“还了多少”，请看是不是都还给了这一家。",)
    bought = read("2026-09-10 -120.50\n2026-09-12 +500", "purchases")
    assert not bought.rows


NO_PLACE = {"period", "status", "words", "card", "total", "balance"}
NAMES_OF = [
    (column in bill_records.DAYS, name)
    for column, names in bill_words._NAMES.items()
    if column not in NO_PLACE
    for name in dict.fromkeys((names.split()[0], names.split()[-1]))
]
"""The first and the last name of every column, and whether it holds days."""
VALUES = {False: ("1000.00", "12000.00"), True: ("2026-09-05", "2026-10-06")}
BESIDE = {True: ("本金", "金额"), False: ("到期日", "借款日", "还款日", "记账日")}
OTHER = {True: "7.00", False: "2026-11-07"}


@pytest.mark.parametrize("way", ["table", "labels"])
@pytest.mark.parametrize("name", sorted(ROWS))
def test_of_two_columns_for_one_place_none_is_taken_in_silence(name: str, way: str) -> None:
    """Every two names side by side: refused, named, or the same one is taken in either order."""
    for (days, first), (others, second) in itertools.combinations_with_replacement(NAMES_OF, 2):
        if days != others:
            continue
        beside = [each for each in BESIDE[days] if each not in (first, second)]
        pairs = list(zip((first, second), VALUES[days], strict=True))
        found = []
        for two in (pairs, pairs[::-1]):
            cells = [*two, *((each, OTHER[days]) for each in beside)]
            lines = ["\t".join(each) for each in zip(*cells, strict=True)]
            text = "\n".join(lines) if way == "table" else " ".join(map(" ".join, cells))
            found.append(read(text, name))
        paid = all("已经还了" in str(each.notes) and not each.rows for each in found)
        told = paid or all(each.unread or first in str(each.notes) for each in found)
        assert told or (first != second and found[0].rows == found[1].rows), (first, second, found)


@pytest.mark.parametrize(
    ("name", "head", "taken"),
    [
        ("instalments", "借款日期 到期日 本金 利息", "2026-09-02 3.00 4.00"),
        ("instalments", "账单日期 到期还款日 本金 利息", "2026-09-02 3.00 4.00"),
        ("instalments", "到期日 借款本金 应还本金 利息", "2026-09-01 3.00 4.00"),
        ("instalments", "到期日 本金 应还利息 逾期利息", "2026-09-01 2.00 3.00"),
        ("purchases", "记账日 交易金额 入账金额", "2026-09-01 3.00"),
        ("draws", "还款日期 借款日期 借款金额", "2026-09-02 3.00"),
        ("payments", "应还日期 还款日期 还款金额", "2026-09-02 3.00"),
        ("instalments", "到期日 本金 利息 到期日 本金 利息", "有两个“到期日”"),
        ("instalments", "到期日 应还本金 未还本金", "有“应还本金”，也有“未还本金”"),
        ("instalments", "借款日期 本金", "只看到借款日期，没有看到到期日"),
        ("instalments", "账单日 本金", "只看到账单日，没有看到到期日"),
        ("payments", "应还日期 金额", "只看到应还日期，没有看到还款日"),
        ("payments", "还款日期 还款金额 还款", "有“还款金额”，也有“还款”"),
        ("draws", "还款日期 金额", "只看到还款日期，没有看到借款日"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("between", ["\t", " ", "label"])
def test_which_of_two_columns_is_meant(name: str, head: str, taken: str, between: str) -> None:
    heads = head.split()
    days = [each.endswith(("日", "日期")) for each in heads]
    cells = [f"2026-09-0{n}" if day else f"{n}.00" for n, day in enumerate(days, 1)]
    if between == "label":
        if name != "instalments" or heads[0] in heads[1:]:
            return  # a list of one sum a line closes with it; what comes again begins the next line
        text = " ".join(f"{h} {c}" for h, c in zip(heads, cells, strict=True))
    else:
        text = between.join(heads) + "\n" + between.join(cells)
    found = read(text, name)
    if taken[0].isdigit():
        assert [" ".join(row.values()) for row in found.rows] == [taken]
    else:
        assert not found.rows
        assert taken in found.unread[0].why


def test_an_empty_cell_of_the_column_that_is_meant_is_not_filled_from_another() -> None:
    found = read("到期日\t应还本金\t借款本金\n2026-09-05\t--\t12000")
    assert not found.rows
    assert "没有看到“本金”" in found.unread[0].why


def test_a_column_that_stands_in_for_another_is_said() -> None:
    found = read("到期日 借款本金 逾期利息\n2026-09-05 1000 30")
    assert list(found.rows) == [FIRST]
    assert found.notes == (
        "“借款本金”当作“本金”，请看是不是每期要还的。",
        "“逾期利息”当作“利息”，请看是不是每期要还的。",
    )


def test_two_charges_of_one_kind_are_named_and_not_added_up() -> None:
    found = read("到期日 本金 利息 手续费 担保费 合计\n2026-09-05 1000 30 5 6 1041")
    assert list(found.rows) == [FIRST]
    assert found.notes == ("“手续费”“担保费”，表里没有这些格，没有放进去。",)


def test_parts_and_groups_of_a_table_add_up() -> None:
    rows = "到期日 本金 利息\n2026-09-05 1000 30\n小计 1000 30\n2026-10-05 1000 20\n小计 1000 20\n合计 2000 {}"
    assert not read(rows.format(50)).unread
    assert "对不上" in read(rows.format(60)).unread[0].why


def test_what_was_paid_in_part_is_still_owed_and_not_taken_for_paid() -> None:
    found = read("第3期 2026-11-05 本金1000 利息10 部分已还")
    assert not found.rows
    assert "还剩多少看不出来" in found.unread[0].why


def test_a_heading_and_a_line_that_is_not_read_raise_no_noise() -> None:
    found = read("第1期\n应还款日 2026-09-05\n本金 1,000.00元\n利息 30.00元")
    assert list(found.rows) == [FIRST]
    assert not found.unread
    assert not read("8月13日 取现 1000元", "purchases").notes
