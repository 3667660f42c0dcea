"""One declaration of inputs: reading, limits, rows, parts, what is empty, and every error at once."""

import dataclasses
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from calculators.form.declare import (
    choice,
    count,
    day,
    flag,
    money,
    number,
    part,
    rate,
    rows,
    specs,
    text,
)
from calculators.form.parse import InputErrors, parse
from calculators.registry import tool


@dataclass(frozen=True, kw_only=True)
class Row:
    due_date: date = day("到期日")
    amount: Decimal = money("金额", minimum="0.01")
    yearly: Decimal = rate("年利率", default="0.18")


@dataclass(frozen=True, kw_only=True)
class Shown:
    interest: Decimal | None = money("利息", optional=True)


@dataclass(frozen=True, kw_only=True)
class Owed:
    principal: Decimal = money("欠的本金", default="20000")
    penalty: Decimal = money("罚息", default="0")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    principal: Decimal = money("本金", default="20000", minimum="0.01", maximum="1000000")
    daily: Decimal = rate("日利率", default="0.0005", maximum="0.01")
    multiple: Decimal = number("倍数", default="1.5", minimum="1", maximum="3")
    months: int = count("期数", default=12, minimum=1, maximum=600, unit="个月", unless="lines")
    paid: int = count("已还期数", default=0)
    signed: date = day("签约日", default="2026-11-01")
    start: date | None = day("开始日", optional=True)
    method: str = choice("方式", {"a": "甲", "b": "乙"}, default="a")
    compound: bool = flag("复利")
    monthly: bool = flag("按月", default=True)
    name: str = text("名字", most=5)
    lines: tuple[Row, ...] = rows("各期", Row, most=2)
    known: tuple[Row, ...] = rows("例子", Row, default=({"due_date": "2026-01-31", "amount": "1"},))
    app: Shown = part("APP 显示", Shown)
    owed: Owed = part("欠的", Owed)


KNOWN = Row(due_date=date(2026, 1, 31), amount=Decimal(1), yearly=Decimal("0.18"))


def messages(raw: dict[str, object]) -> dict[str, str]:
    with pytest.raises(InputErrors) as caught:
        parse(Inputs, raw)
    return {e.field: e.message for e in caught.value.errors}


def test_missing_inputs_take_their_defaults() -> None:
    assert parse(Inputs, {}) == Inputs(
        principal=Decimal(20000), daily=Decimal("0.0005"), multiple=Decimal("1.5"), months=12,
        paid=0, signed=date(2026, 11, 1), start=None, method="a", compound=False, monthly=True,
        name="", lines=(), known=(KNOWN,), app=Shown(interest=None),
        owed=Owed(principal=Decimal(20000), penalty=Decimal(0)),
    )  # fmt: skip
    assert parse(Inputs, dict.fromkeys(specs(Inputs))) == parse(Inputs, {})


def test_everything_typed_is_read() -> None:
    typed = {
        "principal": "3万", "daily": "万分之四", "multiple": "1.3", "months": "６", "start": "2026/1/31",
        "method": "乙", "compound": "true", "name": "小李",
        "lines": [{"due_date": "2026-02-28", "amount": "100.5"}, {"due_date": "", "amount": " "}],
        "app": {"interest": "12"},
    }  # fmt: skip
    read = parse(Inputs, typed)
    assert (read.principal, read.daily, read.multiple) == (30000, Decimal("0.0004"), Decimal("1.3"))
    assert (read.months, read.start, read.method, read.compound) == (
        6,
        date(2026, 1, 31),
        "b",
        True,
    )
    assert read.lines == (
        dataclasses.replace(KNOWN, due_date=date(2026, 2, 28), amount=Decimal("100.50")),
    )
    assert read.app == Shown(interest=Decimal("12.00"))


def test_who_does_not_know_what_is_needed_is_not_told_to_leave_it_empty() -> None:
    """Emptied, it would be asked for again."""
    asked = {"dependants": "2", "dependants_cost": "不知道"}
    with pytest.raises(InputErrors) as refused:
        tool("safe-monthly").run(asked, date(2026, 11, 25))
    (error,) = refused.value.errors
    assert (error.field, "别猜" in error.message) == ("dependants_cost", True)


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("principal", "0", "0.01 元 到 1,000,000 元 之间"),
        ("principal", "-1", "之间"),
        ("principal", "1.005", "两位小数"),
        ("principal", "很多", "例如 20000"),
        ("principal", "不知道", "别猜，请先在账单、合同或通知上找到"),
        ("daily", "没有", "别猜"),
        ("start", " 忘了 ", "请把这一格空着"),
        ("daily", "18", "要在 0% 到 1% 之间"),
        ("months", "601", "1 个月 到 600 个月"),
        ("months", "1.5", "整数"),
        ("start", "1889-01-01", "1990-01-01"),
        ("method", "c", "a（甲）、b（乙）"),
        ("compound", "maybe", "“是”或“否”"),
        ("name", "一二三四五六", "最多 5 个字"),
        ("lines", "x", "一行一笔"),
        ("lines", [{}, {}, {}], "最多 2 行"),
        ("app", "x", "有名字的数"),
        ("app", [], "有名字的数"),
        ("lines", {}, "一行一笔"),
        ("unknown", "1", "没有“unknown”这一项"),
    ],
)
def test_each_refusal_is_one_sentence_for_its_field(field: str, typed: object, says: str) -> None:
    found = messages({field: typed})
    assert list(found) == [field]
    assert says in found[field]
    assert found[field].endswith("。")


def test_the_limits_of_a_rate_are_written_in_full() -> None:
    line = {"due_date": "2026-01-01", "amount": "1", "yearly": "1001%"}
    assert "要在 0% 到 1,000% 之间" in messages({"lines": [line]})["lines.0.yearly"]


def test_every_wrong_field_is_named_not_only_the_first() -> None:
    wrong = messages({"principal": "x", "months": "0", "lines": [{"due_date": "2026-13-01"}, 7]})
    assert set(wrong) == {"principal", "months", "lines.0.due_date", "lines.0.amount", "lines.1"}
    assert wrong["lines.0.amount"].startswith("第 1 行：“金额”还没有填")


@pytest.mark.parametrize("empty", ["", " ", "　\n"])
@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("principal", "“本金”空着。请填一个数，比如 20000。"),
        ("daily", "“日利率”空着。请填利率，比如 0.05%。"),
        ("multiple", "“倍数”空着。请填一个数，比如 1.5。"),
        ("months", "“期数”空着。请填一个数，比如 12。"),
        ("signed", "“签约日”空着。请填日期，比如 2026-11-01。"),
        ("method", "“方式”空着。请选一个，比如 甲。"),
        ("monthly", "“按月”空着。请填“是”或“否”。"),
        ("known", "“例子”应当是一张表，一行一笔。"),
    ],
)
def test_an_emptied_field_never_stands_for_the_example(field: str, empty: str, says: str) -> None:
    assert messages({field: empty}) == {field: says}


@pytest.mark.parametrize("empty", ["", " ", "　\n"])
@pytest.mark.parametrize("field", ["paid", "start", "compound", "name", "lines", "app"])
def test_an_emptied_field_may_mean_nothing_zero_or_no(field: str, empty: str) -> None:
    assert parse(Inputs, {field: empty}) == parse(Inputs, {})


def test_an_emptied_field_is_named_where_it_stands() -> None:
    said = "“欠的本金”空着。请填一个数，比如 20000。"
    for owed in ("", {"principal": ""}, {"principal": " ", "penalty": ""}):
        assert messages({"owed": owed}) == {"owed.principal": said}
    line = {"due_date": "2026-02-28", "amount": "1", "yearly": ""}
    assert messages({"lines": [{}, line]}) == {
        "lines.1.yearly": "第 2 行：“年利率”空着。请填利率，比如 18%。"
    }


def test_a_line_of_empty_fields_is_no_line() -> None:
    empty = dict.fromkeys(specs(Row), "")
    assert parse(Inputs, {"lines": [empty], "known": [empty]}) == dataclasses.replace(
        parse(Inputs, {}), known=()
    )


def test_a_field_that_another_replaces_may_be_emptied() -> None:
    line = {"due_date": "2026-02-28", "amount": "1"}
    assert parse(Inputs, {"months": "", "lines": [line]}).lines
    for lines in ("", [], [{}], [{"due_date": " ", "amount": ""}]):
        assert set(messages({"months": "", "lines": lines})) == {"months"}
    assert set(messages({"months": "", "lines": [7]})) == {"lines.0"}
