"""The form shows what was typed, and a picture leaves a gap where there is no value."""

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from calculators import view
from calculators.answer.result import Chart, Figure, Result, Series, Unit
from calculators.answer.wording import show
from calculators.registry import letters, tool, tools
from calculators.view.chart import HEIGHT, svg
from tests.percentages import too_long

D = Decimal


def control(id: str, typed: dict[str, object], name: str) -> dict[str, object]:
    found = BeautifulSoup(
        view.form(tool(id), typed, on=date(2026, 11, 23)), "html.parser"
    ).select_one(f'[name="{name}"]')
    assert found
    return dict(found.attrs)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("0.0005", "0.05"), ("万分之五", "0.05"), ("18%", "18"), ("很高", "很高"), (None, "0.05")],
)
def test_a_rate_stands_in_percent_and_what_is_none_as_it_was_typed(
    typed: str | None, shown: str
) -> None:
    assert control("rate-convert", {"value": typed}, "value")["value"] == shown


@pytest.mark.parametrize(("typed", "ticked"), [(True, True), ("true", True), (False, False)])
def test_a_flag_is_ticked_however_it_was_written(typed: object, ticked: bool) -> None:
    assert ("checked" in control("overdue-cost", {"compound": typed}, "compound")) is ticked


def test_what_is_optional_and_unknown_is_empty() -> None:
    assert control("overdue-cost", {}, "pay_now")["value"] == ""


@pytest.mark.parametrize(("kind", "drawn"), [("bar", 2), ("line", 2), ("stacked", 3)])
def test_a_picture_leaves_a_gap_where_there_is_no_value(kind: str, drawn: int) -> None:
    series = Series("s", "数", (D(1), None, D(3)))
    chart = Chart("c", "图", kind, ("一", "二", "三"), (series,), "一句话。")  # type: ignore[arg-type]
    html = BeautifulSoup(view.output(Result("好。", (), charts=(chart,))), "html.parser")
    (shape,) = html.select("svg polyline, svg path.hq-bar")
    places = str(shape["points"]).split() if kind == "line" else str(shape["d"]).split("z")[:-1]
    assert len(places) == drawn


def test_a_figure_that_cannot_be_said_stands_there_only_with_its_reason() -> None:
    figures = (
        Figure("known", "甲", D(1), Unit.YUAN),
        Figure("silent", "乙", None, Unit.DATE),
        Figure("why", "丙", None, Unit.DATE, "还没有结清。"),
        Figure("table", "丁", date(2026, 11, 23), Unit.DATE, in_table=True),
    )
    html = BeautifulSoup(view.output(Result("好。", figures)), "html.parser")
    assert [d["data-figure"] for d in html.select("[data-figure]")] == ["known", "why"]


def test_long_names_below_bars_stand_in_two_lines_and_touch_no_other() -> None:
    names = ("先还贵的", "先还后果重的", "先还小的", "按比例")
    values = Series("cost", "利息", (D(8688), D(8688), D(10730), D(9945)))
    drawn = svg(Chart("plans", "利息", "bar", names, (values,), "四种还法。"))
    assert ">先还后<" in drawn
    assert ">果重的<" in drawn
    assert ">先还贵的<" in drawn


def test_what_is_counted_has_no_halves_on_its_axis() -> None:
    calls = Series("calls", "几次", (D(2), D(1)))
    drawn = svg(Chart("calls", "几次", "bar", ("20日", "21日"), (calls,), "两天。", Unit.COUNT))
    ticks = re.findall(r'<text class="hq-tick" [^>]*>([^<]*)<', drawn)
    assert ticks == ["0", "1", "2"]


@given(
    ends=st.lists(st.one_of(st.none(), st.integers(-90_000, 90_000).map(D)), min_size=2, max_size=4)
)
def test_lines_have_their_names_at_their_ends_one_clear_of_the_other(ends: list[D | None]) -> None:
    series = tuple(Series(str(n), f"第 {n} 种", (D(0), end)) for n, end in enumerate(ends))
    chart = Chart("ahead", "图", "line", ("今天", "以后"), series, "一句话。")
    html = BeautifulSoup(view.output(Result("好。", (), charts=(chart,))), "html.parser")
    names = html.select("svg .hq-name")
    assert {name.text for name in names} == {each.label for each in series}
    places = sorted(D(str(name["y"])) for name in names)
    assert all(low - high >= 16 for high, low in pairwise(places))
    assert places[0] >= 16
    assert places[-1] <= HEIGHT
    assert not html.select(".hq-legend")


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("0.5333333", Unit.SHARE, "53.3%"),
        ("0.25", Unit.SHARE, "25%"),
        ("0.158643", Unit.RATE, "15.86%"),
        ("0.006459", Unit.RATE, "0.65%"),
        ("0.000493151", Unit.RATE, "0.0493%"),
        ("-0.977332", Unit.RATE, "-97.73%"),
    ],
)
def test_a_percentage_has_the_decimals_that_its_kind_needs(
    value: str, unit: Unit, shown: str
) -> None:
    assert show(D(value), unit) == shown


def test_a_rate_that_was_typed_is_said_as_it_was_typed() -> None:
    assert show(D("0.07125"), Unit.RATE, exact=True) == "7.125%"
    assert show(D("0.003375"), Unit.RATE, exact=True) == "0.3375%"


@pytest.mark.parametrize("id", [*tools(), *letters()])
def test_no_percentage_has_more_than_two_decimals_unless_it_is_of_a_day(id: str) -> None:
    every = {**tools(), **letters()}
    page = view.output(every[id].run({}, date(2026, 11, 25)))
    assert too_long(BeautifulSoup(page, "html.parser").get_text(" ")) == []
