"""A rate is said back both ways, and one far from usual asks what it is; every answer to it is taken."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.browser import respond
from calculators.form.declare import specs
from calculators.form.echo import both_ways, echoes
from calculators.form.parse import InputErrors
from calculators.form.rate_words import A_YEAR
from calculators.registry import tool, tools

D = Decimal
PERIODS = ("day", "month", "year")


@pytest.mark.parametrize(
    ("rate", "period", "said"),
    [
        ("0.0005", "day", "日 0.05% ＝ 年 18.25%"),
        ("0.18", "year", "年 18% ≈ 日 0.0493%"),
        ("0.1825", "year", "年 18.25% ＝ 日 0.05%"),
        ("0.02", "month", "月 2% ＝ 年 24%"),
        ("0", "day", "日 0% ＝ 年 0%"),
    ],
)
def test_both_ways(rate: str, period: str, said: str) -> None:
    assert both_ways(D(rate), period) == said  # type: ignore[arg-type]


@given(st.integers(0, 10_000), st.sampled_from(PERIODS))
def test_what_is_said_back_is_the_rate_to_its_places(parts: int, period: str) -> None:
    rate = D(parts) / 100_000
    first, sign, second = both_ways(rate, period).partition(" ＝ ")  # type: ignore[arg-type]
    second = second if sign else first.partition(" ≈ ")[2]
    other = "day" if period == "year" else "year"
    exact = Fraction(rate) * A_YEAR[period] / A_YEAR[other]
    shown = Fraction(second.split()[1].rstrip("%").replace(",", "")) / 100
    assert abs(shown - exact) <= Fraction(1, 2_000_000 if other == "day" else 20_000)
    assert not sign or shown == exact


def test_every_rate_of_a_time_is_said_back_in_form_and_answer() -> None:
    for id, each in tools().items():
        for name, spec in specs(each.inputs).items():
            if spec.kind == "rate" and spec.period:
                asked = {"tool": id, "inputs": {name: "0.05%"}, "on": "2026-11-25"}
                assert (
                    "＝" in json.loads(respond(json.dumps(asked)))["echo"][name]
                    or "≈" in echoes(each.inputs, {name: "0.05%"})[name]
                )
    rows = {"debts": [{"annual_rate": "年18.25%"}, {"annual_rate": "很高"}]}
    assert echoes(tool("payoff-order").inputs, rows) == {
        "debts.0.annual_rate": "年 18.25% ＝ 日 0.05%",
        "debts.1.annual_rate": "",
    }


@pytest.mark.parametrize(
    ("id", "field", "typed", "options"),
    [
        ("overdue-cost", "daily_rate", "18%", ("年18%",)),
        ("overdue-cost", "daily_rate", "0.18%", ("月0.18%", "日0.18%")),
        ("overdue-cost", "daily_rate", "0.0005%", ("日0.05%", "日0.0005%")),
        ("overdue-cost", "daily_rate", "1.5%", ("月1.5%", "年1.5%")),
        ("repayment-schedule", "annual_rate", "0.05%", ("日0.05%", "年5%", "年0.05%")),
        ("repayment-schedule", "annual_rate", "100%", ("年100%",)),
    ],
)
def test_a_rate_far_from_usual_asks_and_takes_each_answer(
    id: str, field: str, typed: str, options: tuple[str, ...]
) -> None:
    with pytest.raises(InputErrors) as asked:
        tool(id).read({field: typed})
    (error,) = asked.value.errors
    assert error.options == options
    assert all(f"就写“{option}”" in error.message for option in options)
    for option in options:
        assert getattr(tool(id).read({field: option}), field) is not None


@given(st.integers(1, 5_000_000), st.sampled_from(["overdue-cost", "repayment-schedule"]))
def test_no_rate_is_refused_in_a_loop(parts: int, id: str) -> None:
    """Whatever percentage is typed: taken, or asked with a form that is taken, or shown an example."""
    field = "daily_rate" if id == "overdue-cost" else "annual_rate"
    try:
        tool(id).read({field: f"{D(parts) / 10_000}%"})
    except InputErrors as problem:
        (error,) = problem.errors
        for option in error.options:
            tool(id).read({field: option})
        assert error.options or "例如" in error.message
