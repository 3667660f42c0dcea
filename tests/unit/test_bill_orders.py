"""Instalments in every order of their parts, written and parted in many ways: the right rows, or their lines named.

The answers are known because the pastes are made from them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations, product

import pytest

from tests.unit.test_bill import read
from tests.unit.test_bill_layouts import rows

PARTS = "dnpis"
"""Day, number, principal, interest, state."""
WORDINGS: Sequence[Mapping[str, str]] = (
    {"d": "{}", "n": "第{}期", "p": "本金{}", "i": "利息{}"},
    {"d": "还款日 {}", "n": "第{}期", "p": "本金 {}", "i": "利息 {}"},
    {"d": "{}", "n": "{}/12期", "p": "本金 {}元", "i": "利息 {}元"},
    {"d": "{}", "n": "（第{}期）", "p": "{}本金", "i": "{}利息"},
    {"d": "{}到期", "n": "第{}期", "p": "本金：¥{}", "i": "利息：¥{}"},
    {"d": "应还日期：{}", "n": "{}期", "p": "应还本金：{}", "i": "应还利息：{}"},
)
BETWEEN = (" ", "\n", ", ", "\t", " | ", "  ")
BREAKS = ("\n", "\n\n")
HEADS = (
    "", "还款计划", "借呗 已还3期 剩余9期", "白条待还 3期", "微粒贷 共10期 已还5期 逾期2期", "还款进度 已还3期/共12期",
    "分12期，已还5期，还剩7期", "借款10,000元 分12期 已还3期", "逾期账单", "借款金额 10,000.00元 借款日 2026-01-08",
    "截至2026-11-25 逾期本金 1,666.66 逾期利息 204.00",
)  # fmt: skip
SUMS = (
    "最后还款日 2026-11-25\n应还本金 2,502.99\n应还利息 515.17", "2026-11-25\n待还本金 2,502.99",
    "2026-11-25 本金 2,502.99 利息 515.17", "到期日：2026-11-25 应还本金：2,502.99",
)  # fmt: skip
PAID = ("已结清", "已还", "【已还】", "已还款", "还款成功")
OWED = ("逾期5天", "未还", "【逾期】", "待还款", "还款状态：逾期")
FUTURE = ("未到期", "未出账", "待还", "未还清")
WORDS = {"paid": PAID, "owed": OWED, "future": FUTURE}
LINES = (
    ("2026-10-20", "6", "833.33", "184.17"),
    ("2026-11-20", "7", "834.33", "171.00"),
    ("2026-12-20", "8", "835.33", "160.00"),
)
MANY = 400


def pastes(heads: Sequence[str] = HEADS, many: int = MANY) -> Iterator[tuple[str, list[str]]]:
    """A sample of all pastes, with what is owed in each."""
    chance = random.Random(15)
    every = list(product(WORDINGS, BETWEEN, BREAKS, permutations(PARTS), heads))
    for wording, between, after, order, head in chance.sample(every, many):
        states = [chance.choice(["paid", "owed"]), chance.choice(["paid", "owed"]), "future"]
        chance.shuffle(states)
        cells = [
            dict(zip(PARTS, (*line, chance.choice(WORDS[state])), strict=True))
            for line, state in zip(LINES, states, strict=True)
        ]
        written = [
            between.join(wording.get(part, "{}").format(each[part]) for part in order)
            for each in cells
        ]
        owed = [
            f"{day} {principal} {interest}"
            for (day, _, principal, interest), state in zip(LINES, states, strict=True)
            if state != "paid"
        ]
        yield f"{head}\n{after.join(written)}".strip(), owed


def test_every_order_gives_its_rows_or_names_its_lines() -> None:
    asked = 0
    for text, owed in pastes():
        found = read(text)
        got = rows(found)
        named = "\n".join(each.text for each in found.unread)
        assert set(got) <= set(owed), text
        missing = [each for each in owed if each not in got]
        assert not missing or found.unread, text
        for each in missing:
            assert any(word in named for word in each.split()), (text, each)
        asked += bool(missing)
    assert asked <= MANY // 16


def test_a_sum_of_the_bill_above_every_order_is_no_row() -> None:
    for text, owed in pastes(SUMS, 200):
        found = read(text)
        assert set(rows(found)) <= set(owed), text
        assert found.unread or rows(found) == owed, text


FIRST, SECOND = "2026-10-20 本金833.33 利息184.17", "2026-11-20 本金834.33 利息171.00"
THIRD, FOURTH = "2026-12-20 本金835.33 利息160.00", "2027-01-20 本金836.33 利息150.00"
ROW = {
    each: each.replace("本金", "").replace("利息", "") for each in (FIRST, SECOND, THIRD, FOURTH)
}


@pytest.mark.parametrize(
    "owed", ["未还清", "逾期", "待还", "【逾期】", "未结清", "已逾期36天", "还款状态：逾期"]
)
@pytest.mark.parametrize("paid", ["已还清", "【已还】", "已结清", "还款成功", "还款状态：已还"])
@pytest.mark.parametrize("after", BREAKS)
def test_a_state_above_several_lines_is_the_heading_of_them_all(
    owed: str, paid: str, after: str
) -> None:
    for first, second, here in ((owed, paid, (FIRST, SECOND)), (paid, owed, (THIRD, FOURTH))):
        text = f"{first}\n{FIRST}\n{SECOND}{after}{second}\n{THIRD}\n{FOURTH}"
        found = read(text)
        assert rows(found) == [ROW[each] for each in here], text
        assert not found.unread


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n{SECOND}\n已还清\n{THIRD}\n{FOURTH}",
        f"{FIRST}\n已还清\n{SECOND}",
        f"{FIRST}\n{SECOND}\n已还清",
        f"已还清\n{FIRST}\n逾期\n{SECOND}\n已还清",
        f"已还清\n{FIRST}\n\n{SECOND}",
        f"还款成功\n{FIRST}\n\n已还清\n{SECOND}\n\n{THIRD}",
        f"逾期账单\n{FIRST}\n已还清\n{SECOND}\n{THIRD}",
        "2026-10-20\n本金833.33\n已还清\n2026-11-20\n本金834.33",
    ],
)
def test_a_state_that_may_be_of_the_line_above_or_below_is_asked(text: str) -> None:
    found = read(text)
    assert any("看不出说的是上面一笔还是下面一笔" in each.why for each in found.unread), found


@pytest.mark.parametrize(
    "text",
    [
        f"待还 2期\n{FIRST}\n{SECOND}\n已还 2期\n{THIRD}\n{FOURTH}",
        f"逾期 2期\n{FIRST}\n{SECOND}\n已结清 2期\n{THIRD}\n{FOURTH}",
    ],
)
def test_counts_above_groups_are_no_furniture(text: str) -> None:
    found = read(text)
    assert not {ROW[THIRD], ROW[FOURTH]} & set(rows(found))
    assert found.unread


@pytest.mark.parametrize("name", ["已还账单", "已结清账单", "已还清账单", "【已还账单】"])
def test_lines_below_the_name_of_a_list_of_paid_ones_are_asked(name: str) -> None:
    found = read(f"{FIRST}\n{SECOND}\n{name}\n{THIRD}\n{FOURTH} 未还")
    assert rows(found) == [ROW[FIRST], ROW[SECOND], ROW[FOURTH]]
    assert [each.text for each in found.unread] == [THIRD]
    assert not read(f"{FIRST}\n{SECOND}\n{name}").unread


def test_a_second_day_on_a_line_is_asked_and_the_other_lines_are_read() -> None:
    for more in ("已展期至2027年2月3号", "延期至 2027-02-03", "10月25日补还", "顺延到2027/2/3"):
        found = read(f"{FIRST} {more}\n{SECOND}")
        assert rows(found) == [ROW[SECOND]], more
        assert "有两个日期" in found.unread[0].why


def test_interest_that_may_be_of_either_line_is_not_read() -> None:
    for text in (
        "2026-10-20\n本金833.33\n利息184.17\n2026-11-20\n本金834.33",
        "本金833.33\n2026-10-20\n利息184.17\n本金834.33\n2026-11-20",
    ):
        found = read(text)
        assert not found.rows
        assert found.unread


def test_the_sum_of_a_page_is_of_no_instalment() -> None:
    text = f"逾期总额：1,065.00\n{FIRST}\n{SECOND}\n合计 本金：1667.66 利息：355.17"
    found = read(text)
    assert rows(found) == [ROW[FIRST], ROW[SECOND]]
    assert [each.line for each in found.unread] == [1, 4]
