"""The grammar of numbers, rates, days and times: read right, or refused with one sentence."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.form import reading
from calculators.form.declare import specs
from calculators.form.parse import InputErrors
from calculators.form.reading import Unreadable
from calculators.registry import tool, tools

ON = date(2026, 11, 25)
DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("三千五", 3500), ("二百五", 250), ("1万5千", 15000), ("两万五", 25000), ("5万3", 53000),
        ("六千7", 6700), ("8千", 8000), ("3百", 300), ("1千万", 10_000_000), ("20000块", 20000),
        ("2w", 20000), ("十五点八万", 158_000), ("一万零五", 10005), ("五十万零五千", 505_000),
        ("1万5000", 15000), ("贰万元整", 20000), ("三块五", "3.5"), ("五元三角", "5.3"),
        ("2,0000", 20000), ("一千五百三", 1530), ("1亿5", 150_000_000), ("一万半", 15000),
    ],
)  # fmt: skip
def test_amounts_as_they_are_said(typed: str, meant: object) -> None:
    assert reading.amount(typed) == Decimal(str(meant))


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [("1万50", "10,050", "15,000"), ("七八", "78", "7 到 8"), ("1,5", "1.5", "15"), ("20.000", "20", "20000")],
)  # fmt: skip
def test_two_readings_are_both_named(typed: str, first: str, second: str) -> None:
    with pytest.raises(Unreadable) as refused:
        reading.amount(typed)
    assert first in str(refused.value)
    assert second in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("七八千", "七千 到 八千 之间"), ("三五千元", "三千 到 五千 之间"), ("一二百", "一百 到 二百 之间"),
        ("二三十万", "二十 到 三十 之间"), ("3.500,00", "看不懂"), ("1.234,56", "看不懂"),
    ],
)  # fmt: skip
def test_what_is_only_about_a_number_is_not_one(typed: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        reading.amount(typed)


@pytest.mark.parametrize(
    ("typed", "period", "meant"),
    [
        ("日万分之五", "day", "0.0005"), ("日息万五", "day", "0.0005"), ("月息2分", "month", "0.02"),
        ("一万一天五块", "day", "0.0005"), ("1万每月150元", "month", "0.015"), ("0.0486%", "", "0.000486"),
        ("借1000元，每天收0.5元利息", "day", "0.0005"), ("一万一年一千八百块", "year", "0.18"),
        ("年化18%", "year", "0.18"), ("三成", "", "0.3"), ("年息1分", "year", "0.1"), ("0.05%/天", "day", "0.0005"),
    ],
)  # fmt: skip
def test_rates_with_their_time(typed: str, period: str, meant: str) -> None:
    said = reading.said_rate(typed)
    assert (said.value, said.period) == (Decimal(meant), period)


@pytest.mark.parametrize(
    ("typed", "unit", "meant"),
    [("20天", "天", "20"), ("1.5倍", "倍", "1.5"), ("两周", "天", "14"), ("一年半", "个月", "18")],
)
def test_numbers_with_their_unit(typed: str, unit: str, meant: str) -> None:
    assert reading.counted(typed, unit) == Decimal(meant)


def test_days_and_times() -> None:
    assert reading.day("2026年11月3号") == date(2026, 11, 3)
    assert reading.day("11月3号", ON) == date(2026, 11, 3)
    assert reading.moment("2026-11-03 下午3:15") == datetime(2026, 11, 3, 15, 15)
    for typed in ("上周五", "3/11/2026", "5月20日", "11月3号"):
        with pytest.raises(Unreadable, match="例如 20"):
            reading.day(typed, ON if typed == "5月20日" else None)


@pytest.mark.parametrize("typed", ["3/11", "11/3", "03/11", "2/6"])
def test_of_two_small_numbers_nobody_knows_which_is_the_month(typed: str) -> None:
    first, second = map(int, typed.split("/"))
    with pytest.raises(Unreadable, match="有两种读法") as refused:
        reading.day(typed, ON)
    assert all(
        f"-{m:02}-{d:02}" in str(refused.value) for m, d in ((first, second), (second, first))
    )
    assert reading.day("11/25", ON) == date(2026, 11, 25)
    assert reading.day("11月3日", ON) == date(2026, 11, 3)
    assert reading.day("11/11", ON) == date(2026, 11, 11)


def test_a_rate_is_converted_to_the_time_of_its_field_and_hints_fit_the_field() -> None:
    of = tool("overdue-cost")
    said = of.run({"daily_rate": "年化18.25%"}, ON)
    assert said.figure("total_due") == of.run({"daily_rate": "0.05%"}, ON).figure("total_due")
    with pytest.raises(InputErrors) as refused:
        of.run({"days_overdue": "很久"}, ON)
    assert "20天" in str(refused.value)
    assert "2万" not in str(refused.value)


@given(st.integers(1, 99_999_999))
def test_what_is_written_in_words_is_read_back(value: int) -> None:
    assert reading.amount(spoken(value)) == value


def spoken(value: int) -> str:
    """A whole number in full Chinese words, written apart from the reader."""
    high, low = divmod(value, 10_000)
    if high:
        return spoken(high) + "万" + ("零" if 0 < low < 1000 else "") + (spoken(low) if low else "")
    said, gap = "", False
    for sign, step in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // step % 10
        if digit:
            said += ("零" if gap and said else "") + DIGITS[digit] + sign
        gap = not digit
    return said


@pytest.mark.parametrize("typed", ["0", "0%", "0.0%", "万分之零", "零"])
def test_a_rate_of_nothing_is_nothing(typed: str) -> None:
    assert reading.rate(typed) == 0


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("一万块不到", "大概"), ("五千元左右", "大概"),
        ("一百零", "没有写完"), ("一千零", "没有写完"), ("五百块零八", "508.*500.08"), ("500元零8", "508.*500.08"),
        ("一万一天五块", "两个数"), ("1万每月150", "两个数"), ("5000块一年", "两个数"),
    ],
)  # fmt: skip
def test_an_amount_that_is_not_one_says_why(typed: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        reading.amount(typed)


@given(st.integers(1, 9_999), st.integers(1, 99), st.sampled_from(["天", "月", "年"]))
def test_so_much_of_so_much_is_the_rate_that_it_comes_to(lent: int, cost: int, time: str) -> None:
    said = reading.said_rate(f"{spoken(lent)}块钱一{time}{spoken(cost)}块钱利息")
    assert said.value == Decimal(cost) / lent
    assert said.period == {"天": "day", "月": "month", "年": "year"}[time]


RATES = [
    (id, name)
    for id, each in tools().items()
    for name, spec in specs(each.inputs).items()
    if spec.kind == "rate" and spec.minimum == 0
]


@pytest.mark.parametrize(("id", "field"), RATES)
def test_a_rate_below_zero_or_without_its_sign_says_so_in_every_tool(id: str, field: str) -> None:
    """`-5%` has its sign of percent, so that is not what is missing; 8.8 is never 880 %."""
    for typed, says in (("-5%", "不能是负数"), ("-0.05%", "不能是负数"), ("8.8", "要写百分号")):
        with pytest.raises(InputErrors) as refused:
            tool(id).read({field: typed})
        (said,) = [each for each in refused.value.errors if each.field == field]
        assert says in said.message
        assert "例如" in said.message or said.options
        for option in said.options:
            try:
                tool(id).read({field: option})
            except InputErrors as problem:
                assert field not in {each.field for each in problem.errors}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2026年11月3日(周二)", ON.replace(day=3)), ("2026/11/03 10:00", ON.replace(day=3)), ("2026-11-03 09:05:30", ON.replace(day=3))],
)  # fmt: skip
def test_a_day_copied_with_its_weekday_or_hour(typed: str, meant: date) -> None:
    assert reading.day(typed) == meant


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("2026年11月", "没有写几号"), ("2026-11", "没有写几号"), ("11月", "没有写几号"), ("3号", "没有写哪一个月"),
        ("三天前", "哪一天"), ("两个月前", "哪一天"), ("2周前", "哪一天"), ("一年以前", "哪一天"),
    ],
)  # fmt: skip
def test_a_day_that_is_not_whole_says_what_is_missing(typed: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        reading.day(typed, ON)


def test_small_words_beside_a_number() -> None:
    assert reading.amount("5000元人民币") == 5000
    assert reading.counted("三口人", "人") == 3
    assert reading.said_rate("一千块一天五毛").value == Decimal("0.0005")
    assert reading.said_rate("万分之4点5").value == Decimal("0.00045")
    assert reading.rate("4点5%") == Decimal("0.045")
