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
        rounded = read(f"{said.format('2,503.00')}\n{written(way, 3)}")
        assert rows(rounded) == wanted(3), "a fen is lost in rounding"
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


def bare(way: str, *days: str, after: str = "\n") -> str:
    """Instalments without interest."""
    line = {
        "lines": "{}\n本金 833.33",
        "line": "{} 本金 833.33",
        "names": "还款日 {}\n应还本金 833.33元",
    }[way]
    return after.join(line.format(day) for day in days)


SUMS = ("应还利息 272.84", "待还利息:272.84", "利息合计 利息 272.84", "逾期利息 272.84", "已还 500.00", "已还利息 100", "已还本金 500\n已还利息 100")  # fmt: skip


def test_interest_at_the_head_or_foot_of_a_page_goes_to_no_instalment() -> None:
    days = ("2026-10-13", "2026-11-13", "2026-12-13")
    for own, way, many, after in product(SUMS, ("lines", "line", "names"), (2, 3), ("\n", "\n\n")):
        bill = bare(way, *days[:many], after=after)
        for text in (f"{own}\n{bill}", f"{bill}\n{own}", f"{own}\n\n{bill}", f"{bill}\n\n{own}"):
            found = read(text)
            assert set(rows(found)) <= {f"{day} 833.33" for day in days}, text
            assert any(each.text in own.split("\n") for each in found.unread), text


def test_interest_of_the_page_moves_none_to_another_instalment() -> None:
    for head, way, after in product(("应还利息 272.84\n", "应还利息 184.17\n"), ("lines", "names"), ("\n", "\n\n")):  # fmt: skip
        first, second, third = (bare(way, f"2026-{month}-13") for month in (10, 11, 12))
        for text, right in (
            (f"{head}{first}\n利息 184.17{after}{second}", {"2026-10-13 833.33 184.17", "2026-11-13 833.33"}),
            (f"{head}{first}\n利息 92{after}{second}\n利息 91{after}{third}", {"2026-10-13 833.33 92.00", "2026-11-13 833.33 91.00", "2026-12-13 833.33"}),
        ):  # fmt: skip
            found = read(text)
            assert set(rows(found)) <= right, text
            assert found.unread, text


def test_what_is_late_on_the_whole_page_is_added_to_no_instalment() -> None:
    for head, way, after in product(("含逾期利息 ¥12.34", "逾期利息：12.34", "其中逾期利息 12.34元"), WAYS, ("\n", "\n\n")):  # fmt: skip
        text = after.join(f"{WAYS[way].format(*each)}\n逾期利息 6.17" for each in LINES[:2])
        found = read(f"{head}\n{text}")
        assert rows(found) == wanted(2), text
        assert "逾期利息一共 12.34，表里没有这一格，没有放进去。" in found.notes, text
        assert [each.line for each in found.unread] == [1]


def test_interest_of_each_instalment_stays_wherever_it_stands() -> None:
    for many, after in product((1, 2, 3, 4), ("\n", "\n\n")):
        for way in (
            "利息 {2}\n{0}\n本金 {1}",
            "{0}\n本金 {1}\n利息 {2}",
            "利息：{2}\n本金：{1}\n{0}",
        ):
            found = read(after.join(way.format(*each) for each in LINES[:many]))
            assert rows(found) == wanted(many), (way, many)
            assert not found.unread


def test_subtotals_with_a_day_are_no_instalments() -> None:
    for name, way in product(("小计", "合计", "总计"), ("{} {} 本金 {}", "{}：{} 本金：{}元")):
        first, second = (
            way.format(name, day, own)
            for day, own in (("2026-11-25", total(2)), ("2026-12-25", total(4, 2)))
        )
        text = "\n".join((written("line", 2), first, written("line", 4).split("\n", 2)[2], second))
        found = read(text)
        assert rows(found) == wanted(4), text
        assert len(found.unread) == 2


def test_a_state_before_a_figure_with_its_name_behind_it_is_no_name() -> None:
    for between, state in product(("\t", " "), ("待还", "已还", "逾期")):
        text = between.join(("第8期", state, "835.33本金", "2026-12-20", "160.00利息"))
        found = read(text)
        assert rows(found) in ([], ["2026-12-20 835.33 160.00"]), text
        assert rows(found) or found.unread or any("已经还了" in each for each in found.notes)


def test_one_part_of_a_much_greater_bill_is_no_instalment() -> None:
    for own, between in product(
        ("本期应还 8,888.00", "应还总额：8,888.00元", "月供 8888"), ("\n", " ")
    ):
        found = read(between.join((own, "最后还款日 2026-11-05", "账单分期 第3/12期 本金 500")))
        assert not rows(found), own
        assert "差得太多" in found.unread[0].why
        found = read(between.join((own, "最后还款日 2026-11-05", "本金 8,000.00 利息 800.00")))
        assert rows(found) == ["2026-11-05 8000.00 800.00"]
        assert any("对不上" in each for each in found.notes)
