"""Whatever is typed, on whatever day: an answer or one clear sentence a field, and soon.

Three ways in for every calculator: anything at all in any field, values that the declaration
allows up to its very limits, and tables as long as they may be.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from time import process_time
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calculators.answer.json import to_json
from calculators.browser import respond
from calculators.form.declare import EARLIEST, LATEST, Spec, specs
from calculators.form.parse import InputErrors
from calculators.registry import tool, tools
from calculators.tool import NUMBERS_TOO_BIG

SECONDS = 2
MARKUP = "<img src=x onerror=alert(1)>"
ODD = (
    "", " ", "　", "-1", "-0.01", "0", "0%", "100%", "100000000", "100000001", "1e9", "-1e24",
    "9" * 24, "9" * 400, "0.005", "２０，０００．５０", "１２３，４５６．７８", "５％", "5%%", "万分之五",
    "二十", "2万", "NaN", "Infinity", "2024-02-29", "2027-02-29", "2026年11月3日", "９９９９－１２－３１",
    "0001-01-01", "是", "无", "null", MARKUP, "\x00", "🙂", "中" * 300,
)  # fmt: skip

on_days = st.dates(date(1995, 1, 1), date(2090, 12, 31))
patient = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)

type Raw = dict[str, Any]
type Cell = Callable[[Spec], st.SearchStrategy[Any]]


def anything(spec: Spec) -> st.SearchStrategy[Any]:
    """Text of all kinds, and every other thing that JSON can hold."""
    typed = st.sampled_from(ODD) | st.text(max_size=40)
    other = st.none() | st.booleans() | st.integers() | st.floats() | st.just([]) | st.just({})
    return typed | typed | other | _lines(spec, anything)


def allowed(spec: Spec) -> st.SearchStrategy[Any]:
    """What the declaration lets through, its limits included."""
    if spec.kind in ("rows", "part"):
        return _lines(spec, allowed)
    found = _ALLOWED[spec.kind](spec)
    return found | st.just("") if spec.optional else found


def _lines(spec: Spec, cell: Cell) -> st.SearchStrategy[Any]:
    if spec.row is None:
        return st.nothing()
    row = typed_in(spec.row, cell)
    return row if spec.kind == "part" else st.lists(row, max_size=min(5, spec.most_rows))


def typed_in(inputs: type[Any], cell: Cell) -> st.SearchStrategy[Raw]:
    """Raw inputs; any of them may be missing."""
    return st.fixed_dictionaries({}, optional={n: cell(s) for n, s in specs(inputs).items()})


def _between(places: int) -> Cell:
    def numbers(spec: Spec) -> st.SearchStrategy[str]:
        low, high = cast("Decimal", spec.minimum), cast("Decimal", spec.maximum)
        within = st.decimals(low, high, places=places) | st.sampled_from([low, high])
        return within.map(lambda value: f"{value:f}")

    return numbers


_DAYS = st.dates(EARLIEST, LATEST) | st.sampled_from(
    [EARLIEST, LATEST, date(2024, 2, 29), date(2028, 2, 29), date(2026, 1, 31)]
)
_ALLOWED: Mapping[str, Cell] = {
    "money": _between(2),
    "rate": _between(6),
    "number": _between(2),
    "count": _between(0),
    "day": lambda _: _DAYS.map(date.isoformat),
    "moment": lambda _: _DAYS.map(lambda day: f"{day} 22:15"),
    "choice": lambda spec: st.sampled_from(sorted(spec.choices)),
    "flag": lambda _: st.sampled_from(["true", "false"]),
    "text": lambda spec: st.text(max_size=min(20, int(cast("Decimal", spec.maximum)))),
}


def timed(request: str) -> tuple[dict[str, Any], float]:
    """The page's answer, and seconds of processor."""
    started = process_time()
    page: dict[str, Any] = json.loads(respond(request))
    return page, process_time() - started


def answer(id: str, raw: Raw, on: date) -> None:
    """Ask as the page does: a result as the command line has it, or sentences that say why not."""
    request = json.dumps({"tool": id, "inputs": raw, "on": on.isoformat()})
    page, took = timed(request)
    if took >= SECONDS:  # a machine may stand still once; what is slow is slow twice
        page, took = timed(request)
    assert took < SECONDS
    if not page["ok"]:
        assert page["errors"]
        assert all(re.fullmatch(r".{4,}。", e["message"], re.S) for e in page["errors"]), page
        assert {e["field"].split(".")[0] for e in page["errors"]} <= set(specs(tool(id).inputs))
        return
    result = tool(id).run(raw, on)
    assert page["result"] == json.loads(json.dumps(to_json(result)))
    assert MARKUP not in page["html"]
    assert re.fullmatch(r".{4,}。", result.headline), result.headline
    assert all(len(s.values) == len(c.x) for c in result.charts for s in c.series)


@pytest.mark.parametrize("id", tools())
@patient
@given(data=st.data(), on=on_days)
def test_anything_typed_is_answered_or_refused(id: str, data: st.DataObject, on: date) -> None:
    answer(id, data.draw(typed_in(tool(id).inputs, anything)), on)


@pytest.mark.parametrize("id", tools())
@patient
@given(data=st.data(), on=on_days)
def test_one_odd_value_among_defaults(id: str, data: st.DataObject, on: date) -> None:
    declared = specs(tool(id).inputs)
    name = data.draw(st.sampled_from(sorted(declared)))
    answer(id, {name: data.draw(anything(declared[name]))}, on)


@pytest.mark.parametrize("id", tools())
@patient
@given(data=st.data(), on=on_days)
def test_what_the_declaration_allows_up_to_its_limits(
    id: str, data: st.DataObject, on: date
) -> None:
    answer(id, data.draw(typed_in(tool(id).inputs, allowed)), on)


@pytest.mark.parametrize("id", tools())
@pytest.mark.parametrize("extreme", ["minimum", "maximum"])
def test_tables_as_long_as_they_may_be(id: str, extreme: str) -> None:
    on = date(2026, 11, 23)
    declared = specs(tool(id).inputs)
    for name, spec in declared.items():
        if spec.kind == "rows" and spec.row is not None:
            row = {n: _edge(s, extreme) for n, s in specs(spec.row).items()}
            answer(id, {name: [row] * spec.most_rows}, on)


LOAN_SHARK = {"principal": "700", "contract_date": "2026-11-16"}


def due(day: str, amount: str) -> Raw:
    return {"flows": [{"date": day, "amount": amount}]}


@pytest.mark.parametrize(
    ("id", "raw", "field", "said"),
    [
        ("rate-convert", {"value": "1000%"}, "value", "一年是 365,000%，这里最多算到 20,000%"),
        ("rate-convert", {"value": "0.547946"}, "value", "有没有多打几个零"),  # 200.00029 a year
        ("rate-convert", {"value": "600%", "days_in_year": "360"}, "value", "216,000%"),
        ("true-cost", {"received": "0.01"}, "monthly_payment", "有没有多打或少打几个零"),
        ("true-cost", {"monthly_payment": "99999999"}, "monthly_payment", "超过 1 万亿倍"),
        # (1000 / 500)^(365 / 5) - 1 = 9.4e21
        ("true-cost", {**LOAN_SHARK, "received": "500", **due("2026-11-21", "1000")}, "flows", "日期"),
        # above every rate that is looked at: 0.01 becomes 100 million overnight
        ("true-cost", {"received": "0.01", **due("2026-11-24", "100000000")}, "flows", "1 万亿倍"),
    ],
)  # fmt: skip
def test_an_absurd_rate_names_the_field_the_limit_and_what_to_do(
    id: str, raw: Raw, field: str, said: str
) -> None:
    page = json.loads(respond(json.dumps({"tool": id, "inputs": raw, "on": "2026-11-23"})))
    assert [error["field"] for error in page["errors"]] == [field]
    assert said in page["errors"][0]["message"]
    assert "请检查" in page["errors"][0]["message"]


@pytest.mark.parametrize(
    ("id", "raw", "figure", "value"),
    [
        # 0.547945 a day is 199.999925 a year
        ("rate-convert", {"value": "0.547945"}, "annual_simple", Decimal("199.999925")),
        # 700 in hand, 1000 after a week: (10 / 7)^(365 / 7) - 1
        ("true-cost", {**LOAN_SHARK, **due("2026-11-23", "1000")}, "xirr", Decimal("119407269")),
    ],
)
def test_a_monstrous_rate_is_still_answered(id: str, raw: Raw, figure: str, value: Decimal) -> None:
    page = json.loads(respond(json.dumps({"tool": id, "inputs": raw, "on": "2026-11-23"})))
    assert page["ok"], page
    assert round(Decimal(page["result"]["figures"][figure]["value"]), 6) == pytest.approx(value)


def test_a_debt_that_explodes_beside_one_that_falls_is_never_paid() -> None:
    small = {"balance": "100000000", "annual_rate": "0", "minimum": "100"}
    large = {"balance": "100000000", "annual_rate": "年1000%"}
    raw = {"monthly_total": "100000", "debts": [small, large]}
    page = json.loads(
        respond(json.dumps({"tool": "payoff-order", "inputs": raw, "on": "2026-11-23"}))
    )
    assert page["ok"], page
    rows = page["result"]["tables"]["strategies"]["rows"]
    assert {row["outcome"] for row in rows} == {"还不完"}


def test_a_number_too_big_that_no_tool_foresaw_is_a_sentence() -> None:
    foreseen = tool("rate-convert")
    careless = replace(foreseen, calculate=lambda *_: Decimal(1).scaleb(99).quantize(Decimal(1)))
    with pytest.raises(InputErrors, match=NUMBERS_TOO_BIG):
        careless.run({}, date(2026, 11, 23))


def _controls(inputs: type[Any]) -> Iterator[tuple[str, Spec, Callable[[str], Raw]]]:
    """Every control of a form: its name, its declaration, and the raw inputs with it filled in."""
    for name, spec in specs(inputs).items():
        if spec.kind not in ("rows", "part"):
            yield name, spec, lambda typed, name=name: {name: typed}
            continue
        line = next(iter(cast("tuple[Raw, ...]", spec.default or ())), {})
        for inner, inner_spec, _ in _controls(cast("type[Any]", spec.row)):
            if spec.kind == "part":
                yield f"{name}.{inner}", inner_spec, lambda t, n=name, i=inner: {n: {i: t}}
            elif line:
                yield (
                    f"{name}.0.{inner}",
                    inner_spec,
                    lambda t, n=name, i=inner, given=line: {n: [{**given, i: t}]},
                )


@pytest.mark.parametrize("id", tools())
def test_an_emptied_field_is_never_computed_with_the_example(id: str) -> None:
    """Beside the field stands what is missing; only nothing, zero and no may be meant by it."""
    for name, spec, filled in _controls(tool(id).inputs):
        page = json.loads(
            respond(json.dumps({"tool": id, "inputs": filled(" "), "on": "2026-11-23"}))
        )
        if spec.default in ("", "0", False) or (spec.default is None and spec.optional):
            assert page["ok"], (name, page)
            continue
        assert [error["field"] for error in page["errors"]] == [name]
        said = page["errors"][0]["message"]
        assert f"“{spec.label}”" in said
        assert ("空着。请" if spec.default else "还没有填") in said


def test_my_case_is_empty_without_complaint() -> None:
    """Nothing is asked of a reader who has cleared what they may clear."""
    declared = specs(tool("my-case").inputs)
    raw = {
        name: "" for name, spec in declared.items() if spec.default in (None, "", "0", False, ())
    }
    assert {"principal", "days_overdue", "interest", "instalments", "lender"} <= raw.keys()
    asked = [{"tool": "my-case", "inputs": given, "on": "2026-11-23"} for given in (raw, {})]
    cleared, untouched = (json.loads(respond(json.dumps(each))) for each in asked)
    assert cleared == untouched
    assert cleared["ok"]


@pytest.mark.parametrize(
    ("id", "emptied", "instead", "other"),
    [
        ("overdue-cost", ("principal", "days_overdue"), {"instalments": [{"due_date": "2026-11-03", "principal": "100"}]}, "7"),
        ("repayment-schedule", ("daily_rate",), {"annual_rate": "18%"}, "0.001"),
        ("early-payoff", ("daily_rate",), {"annual_rate": "18%"}, "0.001"),
        ("true-cost", ("months", "monthly_payment"), due("2027-11-23", "22000"), "7"),
    ],
)  # fmt: skip
def test_a_field_nobody_looks_at_may_be_empty(
    id: str, emptied: tuple[str, ...], instead: Raw, other: str
) -> None:
    def ask(raw: Raw) -> Any:
        return json.loads(respond(json.dumps({"tool": id, "inputs": raw, "on": "2026-11-23"})))

    blank = dict.fromkeys(emptied, "")
    answered = ask({**instead, **blank})
    assert answered["ok"], answered
    # Whatever stands there, the answer is the same but for the word that nobody looks at it.
    beside = ask({**instead, **dict.fromkeys(emptied, other)})["result"]
    assert "没有看" in beside["notices"].pop(0)["text"]
    assert answered["result"] == beside
    assert {error["field"] for error in ask(blank)["errors"]} == set(emptied)


def _edge(spec: Spec, extreme: str) -> object:
    """The least or the most that a cell takes; days near the day of the answer."""
    if spec.kind == "day":
        days = 0 if extreme == "minimum" else -400
        return (date(2026, 11, 23) + timedelta(days=days)).isoformat()
    if spec.kind == "moment":
        return "2026-11-23 00:00" if extreme == "minimum" else "2026-11-23 22:15"
    if spec.kind == "choice":
        return (min if extreme == "minimum" else max)(spec.choices)
    if spec.kind in ("text", "flag"):
        return spec.default
    limit = spec.minimum if extreme == "minimum" else spec.maximum
    return f"{limit:f}"
