"""Layouts of pasted bills: whatever stands first, the right lines come out, or none, and it is said why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.form.bill import PastedBill
from tests.unit.test_bill import read

ON = date(2026, 11, 25)

type Row = Mapping[str, str]


def rows(found: PastedBill) -> list[str]:
    return [" ".join(row.values()) for row in found.rows]


# What the reader sees in the app, written before the program was asked.
OWN = [
    ("purchases", "10月账单\n本期应还\n¥1,288.66\n10月10日前还清\n淘宝\n09-20 12:30\n¥288.66", "2026-09-20 288.66"),
    ("payments", "还款记录\n还款\n-¥300.00\n2026年10月8日 20:11\n零钱\n还款\n-¥200.00\n2026年9月8日 20:11\n零钱", "2026-10-08 300.00|2026-09-08 200.00"),
    ("instalments", "第1/12期\n¥916.67\n09月20日应还\n本金 ¥833.33  利息 ¥83.34\n已还清\n第2/12期\n¥916.67\n10月20日应还\n本金 ¥833.33  利息 ¥83.34\n待还款", "2026-10-20 833.33 83.34"),
    ("payments", '"交易日期","摘要","金额"\n"2026-09-08","贷款还款","-2,000.00"', "2026-09-08 2000.00"),
    ("instalments", "还款日\t本金\t利息\t合计\n2026/9/5\t1,000.00\t30.00\t1,030.00\n\n2026/10/5\t1,000.00\t20.00\t1,020.00\n合计\t2,000.00\t50.00\t2,050.00", "2026-09-05 1000.00 30.00|2026-10-05 1000.00 20.00"),
    ("payments", "您尾号1234的账户10月8日09:12还款支出人民币500.00元，余额1,300.00元。", "2026-10-08 500.00"),
    ("purchases", "交易日 记账日 交易摘要 人民币金额\n09/01 09/02 美团 35.50\n09/05 09/06 还款 -500.00", "2026-09-02 35.50"),
    ("instalments", "到期还款日 2026-10-20\n本金(元)\n833.33\n利息(元)\n83.34\n罚息(元)\n0.00", "2026-10-20 833.33 83.34"),
    ("payments", "2026-10-05 已还 1,030.00 (本金1,000.00+利息30.00)", "2026-10-05 1030.00"),
    ("draws", "借款记录\n5,000.00\n2026-09-05 10:00\n使用中\n3,000.00\n2026-08-05 11:00\n已结清", "2026-09-05 5000.00|2026-08-05 3000.00"),
    ("instalments", "|期|应还日|应还本金|应还利息|已还|\n|1|2026-09-05|1000|30|1030|\n|2|2026-10-05|1000|20|300|\n|3|2026-11-05|1000|10|0|", "2026-11-05 1000.00 10.00"),
    ("purchases", "京东 2026-09-05\n￥50.00\n已取消\n美团 2026-09-06\n￥30.00\n已完成", "2026-09-06 30.00"),
    ("payments", "2026\n10月\n08日 还款 500", ""),
    ("instalments", "应还：本金1000.00，利息30.00，到期日：2026-09-05；\n应还：本金1000.00，利息20.00，到期日：2026-10-05；", "2026-09-05 1000.00 30.00|2026-10-05 1000.00 20.00"),
    ("payments", "2025年度\n12月20日 主动还款 500元\n11月20日 主动还款 400元", "2025-12-20 500.00|2025-11-20 400.00"),
    ("instalments", "本金（分）\t利息（分）\t到期日\n100000\t3000\t2026-09-05", ""),
    ("purchases", "已出账\n商品名\n￥99.00\n已退￥99.00\n2026-09-05", ""),
    ("flows", "第1期 2026-09-05 1030\n第2期 2026-10-05 1030", "2026-09-05 1030.00|2026-10-05 1030.00"),
    ("instalments", "第1期\n2026-09-05\n到期日\n1,000.00\n本金\n30.00\n利息\n第2期\n2026-10-05\n到期日\n1,000.00\n本金\n20.00\n利息", "2026-09-05 1000.00 30.00|2026-10-05 1000.00 20.00"),
    ("payments", "8.15 还 500", ""),
    ("instalments", "到期日 2026-09-05 剩余应还本金 500 已还本金 500 利息 30", ""),
    ("instalments", "第3期 2026-09-05 本金1000 利息30 已还30%", ""),
    ("instalments", "第3期 2026-09-05 应还本金1000 应还利息30 已还款金额0.00 已还期数2", "2026-09-05 1000.00 30.00"),
    ("purchases", "账期 2026-08-10 至 2026-09-09\n￥288.66\n2026.08.20\n￥30.00\n2026.08.22", "2026-08-20 288.66|2026-08-22 30.00"),
    ("instalments", "期数 应还本金 应还利息 应还日期\n1 1000 2026-09-05", ""),
    ("instalments", "应还日期 期数 应还本金 应还利息\n2026-09-05 3 1000 30\n2026-10-05 4 1000 20", "2026-09-05 1000.00 30.00|2026-10-05 1000.00 20.00"),
    ("instalments", "应还日期 期数 应还本金 应还利息\n2026-09-05 3 1000", ""),
    ("instalments", "到期日 2026-09-05 本金 1 000.00", ""),
    ("instalments", "到期日 2026-09-05 应还本金 1000 减免利息 20", "2026-09-05 1000.00"),
    ("instalments", "到期日 2026-09-05 应还本金 1000 总利息 200", "2026-09-05 1000.00"),
    ("payments", "-300.00\n今天 08:00\n还款\n-200.00\n2026年10月8日\n还款", "2026-10-08 200.00"),
    ("payments", "昨天 还款 300\n2026-10-08 还款 200", "2026-10-08 200.00"),
    ("purchases", "09/05 京东退 50.00CR\n09/06 京东 30.00", "2026-09-06 30.00"),
    ("payments", "2026-10-05 待还款 500.00\n2026-09-05 还款 400.00", "2026-09-05 400.00"),
    ("payments", "2026-09-05 应还款日 还款 400.00", ""),
    ("instalments", "第3期 2026-09-05 应还 1,030.00（本金1,000.00+利息30.00）", "2026-09-05 1000.00 30.00"),
    ("purchases", "京东\n￥288.66\n优惠5.00\n2026.09.20", "2026-09-20 288.66"),
    ("draws", "借款申请\n2026-09-05\n5000\n审核中\n借款申请\n2026-08-05\n3000\n已放款", "2026-08-05 3000.00"),
    ("payments", "还款日 应还金额 实还金额\n2026-09-05 1030 0\n2026-10-05 1030 500", "2026-10-05 500.00"),
    ("instalments", "第1期\n应还款日：2026-09-05\n应还总额：1,030.00\n其中本金：1,000.00\n利息：30.00\n状态：已结清\n第2期\n应还款日：2026-10-05\n应还总额：1,030.00\n其中本金：1,000.00\n利息：30.00\n状态：未还", "2026-10-05 1000.00 30.00"),
    ("instalments", "9月账单 部分已还\n到期日 09-05 本金 1000 利息 30\n10月账单\n到期日 10-05 本金 1000 利息 20", "2026-10-05 1000.00 20.00"),
    ("payments", "2026-10-05 还款 200.00\n余额不足\n2026-09-05 还款 300.00\n已入账", "2026-09-05 300.00"),
    ("payments", "10月8日\n早 10.00\n晚 20.00\n10月9日\n还款 30.00", "2026-10-08 10.00|2026-10-09 30.00"),
    ("payments", "2026-09-05\n-500.00\n2026-08-05\n-500.00\n2026-07-05", ""),
    ("payments", "-500.00\n2026-08-05\n-500.00\n2026-07-05\n-400", ""),
    ("instalments", "应还本金：1000\n\n应还利息：30\n\n到期日：2026-09-05\n\n应还本金：1000\n\n应还利息：20\n\n到期日：2026-10-05", "2026-09-05 1000.00 30.00|2026-10-05 1000.00 20.00"),
    ("payments", "1. 2026-09-05 还款 500\n2. 2026-10-05 还款 600", "2026-09-05 500.00|2026-10-05 600.00"),
    ("payments", "还款\n500.00元\n2026-09-05 12:00:00\n招商银行(1234)\n还款\n600.00元\n2026-08-05 12:00:00\n招商银行(1234)", "2026-09-05 500.00|2026-08-05 600.00"),
    ("payments", "2026-09-05 最低还款额 100", ""),
    ("purchases", "2026-09-05 淘宝 ￥99.00 已退款￥99.00", ""),
    ("instalments", "到期日 2026-09-05 应还本金 1000 应还利息 30 逾期罚息 12.5\n到期日 2026-10-05 应还本金 1000 应还利息 20", "2026-09-05 1000.00 30.00|2026-10-05 1000.00 20.00"),
    ("payments", "¥500.00\n还款成功\n2026-09-05\n¥300.00\n还款失败\n2026-08-05", "2026-09-05 500.00"),
    ("payments", "还款状态：失败\n还款日期：2026-09-05\n还款金额：500.00元\n\n还款状态：成功\n还款日期：2026-08-05\n还款金额：300.00元", "2026-08-05 300.00"),
    ("payments", "还款金额：500.00元\n还款状态：失败\n还款日期：2026-09-05\n还款金额：300.00元\n还款状态：成功\n还款日期：2026-08-05", "2026-08-05 300.00"),
    ("instalments", "2026-09-05 应还本金1000 应还利息30 实还 300.00", ""),
    ("payments", "2026-09-05\n应还 500.00\n实还 300.00", "2026-09-05 300.00"),
    ("draws", "2026-09-05\n借呗借款\n10000元\n12个月\n年利率14.6%", "2026-09-05 10000.00"),
    ("purchases", "2026-09-05 淘宝 99.00\n已退款 ￥99.00\n2026-09-06 京东 50.00", "2026-09-06 50.00"),
    ("purchases", "淘宝\n2026-09-05\n￥99.00\n部分退款 ￥9.00\n京东\n2026-09-06\n￥50.00", "2026-09-06 50.00"),
    ("purchases", "共2笔 合计149.00\n2026-09-05\n淘宝\n99.00\n2026-09-06\n京东\n50.00", "2026-09-05 99.00|2026-09-06 50.00"),
]  # fmt: skip


FIXED = [
    ("payments", "-1,200.00\n10月8日 09:12\n微粒贷还款\n-1,100.00\n9月8日 09:12\n微粒贷还款", "2026-10-08 1200.00|2026-09-08 1100.00"),
    ("purchases", "京东超市\n￥288.66\n2026.09.20\n京东到家\n￥30.00\n2026.09.22", "2026-09-20 288.66|2026-09-22 30.00"),
    ("purchases", "2026.10.18\n最后还款日\n已还 ￥500.00\n2026.09.20 京东超市 ￥288.66", "2026-09-20 288.66"),
    ("purchases", "2026.10.18\n最后还款日\n已还\n￥0.00\n2026.09.20 京东超市 ￥288.66", "2026-09-20 288.66"),
    ("payments", "借呗还款 -200.00\n2026-10-05 08:00\n交易失败", ""),
    ("payments", "2026-10-05 还款 200.00\n交易失败", ""),
    ("draws", "2026-09-05 借款 5000\n放款失败", ""),
    ("purchases", "2026-09-05 淘宝 99.00\n已全额退款", ""),
    ("purchases", "淘宝\n2026-09-05\n99.00\n退款\n2026-09-06\n50.00", ""),
    ("payments", "微粒贷还款\n2026-10-05\n200.00\n交易关闭", ""),
    ("payments", "交易时间\t类型\t金额\n2026-10-05\t还款\t200\n交易失败\n2026-09-05\t还款\t300", "2026-09-05 300.00"),
    ("payments", "还款失败\n2026-10-05\n200.00\n还款成功\n2026-09-05\n300.00", "2026-09-05 300.00"),
    ("payments", "2026年9月 支出¥1,200.00\n分付还款\n9月8日 12:00\n-500.00\n分付还款\n9月3日 12:00\n-700.00", "2026-09-08 500.00|2026-09-03 700.00"),
    ("payments", "2026年9月\n支出¥1,200.00 收入¥0.00\n还款\n9月8日 12:00\n-500.00", "2026-09-08 500.00"),
    ("payments", "2026年1月账单\n12-20 还款 500\n01-05 还款 300", "2025-12-20 500.00|2026-01-05 300.00"),
    ("payments", "2025年12月\n01-08 还款 300", ""),
    ("payments", "2026年\n12-08 还款 300", ""),
    ("instalments", "2025年12月\n01-08 本金 1000 利息 30", ""),
    ("payments", "2025年\n2月29日 还款 300", ""),
    ("instalments", "到期日\t应还本金\t已还本金\n2026-09-10\t833.33\t500", "2026-09-10 333.33"),
    ("instalments", "到期日\t应还本金\t已还本金\n2026-09-10\t833.33\t900", ""),
    ("instalments", "日期 本金 利息 状态\n2026-09-05 1000 30 已还 200", ""),
    ("instalments", "日期 本金 利息 状态\n2026-09-05 已还 1000 30", ""),
    ("instalments", "第3期 部分已还\n2026-11-05\n本金1000\n利息10\n第4期\n2026-12-05\n本金1000\n利息10", "2026-12-05 1000.00 10.00"),
    ("instalments", "第3期\n2026-11-05\n本金1000\n利息10\n部分已还", ""),
    ("instalments", "已还清\n第3期\n2026-11-05\n本金1000\n利息10\n未还\n第4期\n2026-12-05\n本金1000\n利息10", "2026-12-05 1000.00 10.00"),
    ("instalments", "到期日 2026-09-10 本金 83333分", ""),
    ("instalments", "到期日 2026-09-10 本金 1.500,00", ""),
    ("instalments", "到期日 2026-09-10 本金 1.500", ""),
    ("instalments", "到期日 2026-09-10 本金 1,50", ""),
    ("instalments", "应还利息\n应还本金\n2026-09-10\n173.60\n2,000", ""),
    ("instalments", "本期应还\n2,000.00\n应还本金\n173.60\n应还利息\n2026-09-10", ""),
    ("instalments", "应还本金\n1000 应还利息\n30 2026-09-05", ""),
    ("instalments", "本金 1000\n到期日 2026-09-05\n利息 20\n本金 500\n到期日 2026-11-05", ""),
    ("payments", "2026-09-12 还款 500.00 余额 1,300.00", "2026-09-12 500.00"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), [*OWN, *FIXED])
def test_a_bill_is_read_right_or_refused(name: str, text: str, expected: str) -> None:
    found = read(text, name)
    assert rows(found) == (expected.split("|") if expected else [])
    assert expected or found.unread


def test_of_a_line_that_is_not_read_nothing_is_said_as_if_it_were() -> None:
    found = read("借呗还款 -200.00\n2026-10-05 08:00\n交易失败", "payments")
    assert found.unread
    assert not found.notes


PAST = st.lists(st.dates(date(2020, 1, 1), date(2026, 10, 31)), min_size=1, max_size=6, unique=True)
SUM = st.integers(1, 9_999_999).map(lambda fen: Decimal(fen) / 100)


def money(amount: Decimal) -> str:
    return f"{amount:.2f}"


@st.composite
def instalments(draw: st.DrawFn) -> list[tuple[date, Decimal, Decimal]]:
    return [(day, draw(SUM), draw(SUM)) for day in draw(PAST)]


INSTALMENTS = instalments()
FIELDS = st.permutations(["到期还款日", "应还本金", "应还利息"])


def figures(line: tuple[date, Decimal, Decimal]) -> dict[str, str]:
    day, principal, interest = line
    return {
        "到期还款日": day.isoformat(),
        "应还本金": money(principal),
        "应还利息": f"¥{interest:,.2f}",
    }


def as_rows(lines: Sequence[tuple[date, Decimal, Decimal]]) -> list[str]:
    return [f"{day} {money(p)} {money(i)}" for day, p, i in lines]


def label_lines(
    lines: Sequence[tuple[date, Decimal, Decimal]], order: Sequence[str], *, names_first: bool
) -> list[str]:
    pairs = [(name, figures(line)[name]) for line in lines for name in order]
    return [part for pair in pairs for part in (pair if names_first else pair[::-1])]


@given(INSTALMENTS, FIELDS, st.booleans(), st.sampled_from([0, 2, 6]))
def test_names_and_figures_on_lines_of_their_own(
    lines: list[tuple[date, Decimal, Decimal]], order: list[str], first: bool, together: int
) -> None:
    """Names first or figures first, each on a line of its own, two on a line, or a whole record."""
    parts = label_lines(lines, order, names_first=first)
    size = together or 1
    text = "\n".join(" ".join(parts[at : at + size]) for at in range(0, len(parts), size))
    found = read(text)
    assert rows(found) == as_rows(lines)
    assert not found.unread


@given(INSTALMENTS, FIELDS, st.booleans(), st.booleans(), st.integers(1, 6))
def test_a_paste_cut_at_one_end_gives_no_wrong_line(
    lines: list[tuple[date, Decimal, Decimal]],
    order: list[str],
    first: bool,
    head: bool,
    cut: int,
) -> None:
    parts = label_lines(lines, order, names_first=first)
    found = read("\n".join(parts[cut:] if head else parts[:-cut]))
    principal = {f"{day} {money(p)}" for day, p, _ in lines}
    assert {" ".join(row.split()[:2]) for row in rows(found)} <= principal
    whole = [row for row in rows(found) if len(row.split()) == 3]
    assert set(whole) <= set(as_rows(lines))


@given(INSTALMENTS, st.sampled_from(["0", "part", "all"]), st.sampled_from(["已还", "已还金额", "已还款"]),
       st.sampled_from(["line", "lines", "table", "spaces"]))  # fmt: skip
def test_what_was_paid_is_a_column_and_no_mark(
    lines: list[tuple[date, Decimal, Decimal]], paid: str, name: str, way: str
) -> None:
    """Nothing paid: it is owed. A part: it is refused, and said. All: it is left out, and said."""
    share = {"0": Decimal(0), "part": Decimal("0.01"), "all": None}[paid]
    names = ["到期还款日", "应还本金", "应还利息", name]
    cells = [
        [
            *(figures(each)[n] for n in names[:3]),
            money(each[1] + each[2] if share is None else share),
        ]
        for each in lines
    ]
    if way in ("line", "lines"):
        between = " " if way == "line" else "\n"
        text = "\n".join(
            between.join(part for pair in zip(names, each, strict=True) for part in pair)
            for each in cells
        )
    else:
        text = "\n".join(("\t" if way == "table" else " ").join(each) for each in [names, *cells])
    found = read(text)
    assert rows(found) == (as_rows(lines) if paid == "0" else [])
    assert len(found.unread) == (len(lines) if paid == "part" else 0)
    assert sum("已经还了" in note for note in found.notes) == (len(lines) if paid == "all" else 0)


WORDS = {"payments": "微粒贷还款", "purchases": "京东超市", "draws": "借钱"}
ENDED = ("", "交易成功", "交易失败", "交易关闭", "已取消", "已全额退款", "处理中")
LAYOUTS = [
    ["w", "d", "s", "e"], ["w", "s", "d", "e"], ["d", "s", "w", "e"], ["s", "d", "w", "e"],
    ["d", "w", "s", "e"], ["s", "w", "d", "e"], ["wds", "e"], ["dws", "e"], ["ws", "d", "e"],
    ["wd", "s", "e"], ["d", "ws", "e"], ["s", "dw", "e"], ["wdse"], ["w", "ds", "e"], ["e", "w", "d", "s"], ["s", "e", "d"], ["w", "s", "e", "d"], ["d", "e", "s"], ["w", "d", "we", "s"],
]  # fmt: skip


@st.composite
def movements(draw: st.DrawFn) -> list[tuple[date, Decimal, str]]:
    same = draw(st.booleans())
    ended = [each for each in ENDED if each or not same]
    return [(day, draw(SUM), draw(st.sampled_from(ended))) for day in draw(PAST)]


@given(
    st.sampled_from(sorted(WORDS)),
    movements(),
    st.sampled_from(LAYOUTS),
    st.sampled_from(["", "交易记录", "2026.10.18\n最后还款日", "合计 ￥9,999.99"]),
    st.sampled_from(["", "-", "￥"]),
)
def test_movements_of_one_sum_in_any_layout(
    name: str, lines: list[tuple[date, Decimal, str]], layout: list[str], head: str, sign: str
) -> None:
    """What failed or was given back is never read; of the rest each line is right, or some are named."""
    sign = "￥" if name != "payments" and sign == "-" else sign
    if layout[0] == "e" and not lines[0][2]:
        return  # a word above the second only is the word below the first
    parts = [head] if head else []
    for day, amount, ended in lines:
        cell = {"w": WORDS[name], "d": day.isoformat(), "s": f"{sign}{amount:,.2f}", "e": ended}
        written = [" ".join(cell[each] for each in one if cell[each]) for one in layout]
        parts += [each for each in written if each]
    found = read("\n".join(parts), name)
    right = [f"{day} {money(s)}" for day, s, ended in lines if ended in ("", "交易成功")]
    assert set(rows(found)) <= set(right)
    assert len(found.rows) == len(lines) or found.unread
    usual = not head and layout[0] != "e" and all(ended == lines[0][2] for *_, ended in lines)
    if usual and lines[0][2] in ("", "交易成功"):
        assert rows(found) == right


@given(st.integers(0, 40), PAST, st.sampled_from(["{y}年{m}月", "{y}年{m}月账单", "{y}-{m:02}", "{y}年"]),
       st.booleans())  # fmt: skip
def test_a_heading_gives_its_year(back: int, days: list[date], heading: str, table: bool) -> None:
    days = sorted(days, reverse=True)
    if "{m" not in heading:
        days = [day for day in days if day <= ON]
    lines = ["日期\t金额"] if table else []
    for day in days:
        lines.append(heading.format(y=day.year, m=day.month))
        lines.append(f"{day:%m-%d}\t{back + 1}.00" if table else f"{day:%m-%d} 还款 {back + 1}.00")
    found = read("\n".join(lines), "payments")
    assert [row["date"] for row in found.rows] == [day.isoformat() for day in days]


@given(st.sampled_from(["payments", "purchases", "draws"]), st.integers(1, 365))
def test_what_has_happened_is_never_still_to_come(name: str, ago: int) -> None:
    day = ON - timedelta(ago - 1)
    found = read(f"{day:%m-%d} 20.00", name)
    assert rows(found) == [f"{day} 20.00"]
    assert "没有写哪一年" in found.notes[-1]
