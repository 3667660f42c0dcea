"""A bill's own sums are no instalments: with a day of its own, at the head of a page or at its foot."""

from __future__ import annotations

from itertools import product

from tests.unit.test_bill import read
from tests.unit.test_bill_layouts import rows

LINES = [("2026-09-13", "833.33", "108.67"), ("2026-10-13", "834.33", "98.67"), ("2026-11-13", "835.33", "88.67"),
         ("2026-12-13", "836.33", "78.67")]  # fmt: skip
WAYS = {
    "line": "{} 本金{} 利息{}",
    "lines": "{}\n本金 {}\n利息 {}",
    "names": "还款日 {}\n应还本金 {}元\n应还利息 {}元",
    "due": "到期日：{} 本金：¥{} 利息：¥{}",
}
HEADS = [
    "最后还款日 2026-11-25\n应还本金 {}\n应还利息 194.00\n账单明细", "2026-11-25\n待还本金 {}", "2026-11-25 待还本金 {} 待还利息 204.00",
    "还款日 2026-11-25 应还本金：{}元", "最后还款日\n2026-11-25\n本金\n{}\n利息\n204.00", "到期日 2026-11-25 逾期本金 {} 利息 204",
]  # fmt: skip
FEET = ["2026-11-25 合计 本金 {} 利息 207.34", "2026-11-25 本金 {} 利息 207.34", "合计 2026-11-25 本金 {} 利息 1.00",
        "2026-11-25\n本金 {}\n利息 296.01"]  # fmt: skip
AS_OF = [
    f"{words}{space}{day} 逾期本金 1,666.66 逾期利息 204.00"
    for words, space, day in product(
        ("截至", "截止", "截止到", "更新时间", "更新时间：", "查询日期"), ("", " "), ("2026-11-25", "2026年11月25日", "11月25日")
    )
]  # fmt: skip


def written(way: str, many: int, state: str = "") -> str:
    return "\n".join(
        WAYS[way].format(*each) + (state if at == 0 else "") for at, each in enumerate(LINES[:many])
    )


def wanted(many: int, first: int = 0) -> list[str]:
    return [" ".join(each) for each in LINES[first:many]]


def total(many: int, first: int = 0) -> str:
    return f"{sum(float(each[1]) for each in LINES[first:many]):,.2f}"


def test_a_sum_with_a_day_of_its_own_is_no_instalment() -> None:
    for way, many, said, head in product(WAYS, (2, 3, 4), (*HEADS, *FEET), (True, False)):
        own = said.format(total(many))
        bill = written(way, many)
        found = read(f"{own}\n{bill}" if head else f"{bill}\n{own}")
        assert set(rows(found)) <= set(wanted(many)), (own, bill)
        assert found.unread, (own, bill)


def test_a_sum_of_all_of_the_unpaid_or_of_those_due_is_no_instalment() -> None:
    for way, said in product(("line", "due"), (HEADS[2], FEET[1])):
        for own in (total(4), total(4, 1)):
            found = read(f"{said.format(own)}\n{written(way, 4, ' 已还清')}")
            assert rows(found) == wanted(4, 1), (own, way)
            assert "加起来的" in found.unread[0].why
        found = read(f"{said.format(total(3))}\n{written(way, 4)}")
        assert rows(found) == wanted(4), "of those due by that day"


def test_a_sum_in_a_table_is_no_instalment() -> None:
    for between, day in product((" ", "\t", ","), ("2026-11-25", "2026-12-20")):
        lines = [("到期日", "本金", "利息"), *LINES[:3], (day, total(3).replace(",", ""), "296.01")]
        found = read("\n".join(between.join(each) for each in lines))
        assert rows(found) == wanted(3)
        assert [each.line for each in found.unread] == [5]


def test_a_day_to_which_figures_were_added_up_is_no_due_day() -> None:
    for own, way in product(AS_OF, ("line", "due")):
        found = read(f"{own}\n{written(way, 2)}")
        assert rows(found) == wanted(2), own
        assert [each.line for each in found.unread] == [1]
    for own in ("截至2026-11-25", "更新时间 2026-11-25 10:00", "数据截止11月25日"):
        for text in (f"{own}\n{written('lines', 2)}", f"{written('line', 2)}\n{own}"):
            found = read(text)
            assert rows(found) == wanted(2), text
            assert not found.unread
    kept = read("还款截止 2026-09-13 本金833.33 利息108.67")
    assert rows(kept) == wanted(1)


def test_instalments_that_are_no_sum_of_others_stay() -> None:
    for text, many in (
        ("2026-10-13 本金500\n2026-11-13 本金500", 2),
        ("2026-10-13 本金500\n2026-11-13 本金1000", 2),
        ("2026-09-13 本金0.00 利息50\n2026-10-13 本金0.00 利息50\n2026-11-13 本金10000 利息50", 3),
        ("2026-09-13 本金0 利息50\n2026-10-13 本金0 利息50\n2026-11-13 本金0 利息50", 3),
        ("2026-09-13 合计：本金833.33 利息108.67\n2026-10-13 合计：本金833.33 利息98.67", 2),
        ("2026-09-13 合计942.00 本金833.33 利息108.67\n2026-10-13 本金833.33 利息98.67", 2),
    ):
        found = read(text)
        assert len(found.rows) == many, text
        assert not found.unread
