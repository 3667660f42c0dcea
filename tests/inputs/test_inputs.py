"""One declaration of inputs: reading, limits, rows, parts, and every error at once."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from calculators.inputs import (
    InputErrors,
    choice,
    count,
    day,
    flag,
    money,
    number,
    parse,
    part,
    rate,
    rows,
    text,
)


@dataclass(frozen=True, kw_only=True)
class Row:
    due_date: date = day("到期日")
    amount: Decimal = money("金额", minimum="0.01")


@dataclass(frozen=True, kw_only=True)
class Shown:
    interest: Decimal | None = money("利息", optional=True)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    principal: Decimal = money("本金", default="20000", minimum="0.01", maximum="1000000")
    daily: Decimal = rate("日利率", default="0.0005", maximum="0.01")
    multiple: Decimal = number("倍数", default="1.5", minimum="1", maximum="3")
    months: int = count("期数", default=12, minimum=1, maximum=600, unit="个月")
    start: date | None = day("开始日", optional=True)
    method: str = choice("方式", {"a": "甲", "b": "乙"}, default="a")
    compound: bool = flag("复利")
    name: str = text("名字", most=5)
    lines: tuple[Row, ...] = rows("各期", Row, most=2)
    app: Shown = part("APP 显示", Shown)


def messages(raw: dict[str, object]) -> dict[str, str]:
    with pytest.raises(InputErrors) as caught:
        parse(Inputs, raw)
    return {e.field: e.message for e in caught.value.errors}


def test_missing_inputs_take_their_defaults() -> None:
    assert parse(Inputs, {}) == Inputs(
        principal=Decimal(20000), daily=Decimal("0.0005"), multiple=Decimal("1.5"), months=12,
        start=None, method="a", compound=False, name="", lines=(), app=Shown(interest=None),
    )  # fmt: skip


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
    assert read.lines == (Row(due_date=date(2026, 2, 28), amount=Decimal("100.50")),)
    assert read.app == Shown(interest=Decimal("12.00"))


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("principal", "0", "0.01 元 到 1,000,000 元 之间"),
        ("principal", "-1", "之间"),
        ("principal", "1.005", "两位小数"),
        ("principal", "很多", "例如 20000"),
        ("daily", "18", "带上百分号"),
        ("months", "601", "1 个月 到 600 个月"),
        ("months", "1.5", "整数"),
        ("start", "1889-01-01", "1990-01-01"),
        ("method", "c", "a（甲）、b（乙）"),
        ("compound", "maybe", "“是”或“否”"),
        ("name", "一二三四五六", "最多 5 个字"),
        ("lines", "x", "一行一笔"),
        ("lines", [{}, {}, {}], "最多 2 行"),
        ("app", "x", "有名字的数"),
        ("unknown", "1", "没有“unknown”这一项"),
    ],
)
def test_each_refusal_is_one_sentence_for_its_field(field: str, typed: object, says: str) -> None:
    found = messages({field: typed})
    assert list(found) == [field]
    assert says in found[field]
    assert found[field].endswith("。")


def test_every_wrong_field_is_named_not_only_the_first() -> None:
    wrong = messages({"principal": "x", "months": "0", "lines": [{"due_date": "2026-13-01"}, 7]})
    assert set(wrong) == {"principal", "months", "lines.0.due_date", "lines.0.amount", "lines.1"}
    assert wrong["lines.0.amount"].startswith("第 1 行：“金额”还没有填")
