"""An example's number never decides an answer in silence: the headline says first what was not filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from calculators.form.declare import Spec, specs
from calculators.form.unsaid import held, is_filled
from calculators.registry import tool, tools

ON = date(2026, 11, 25)
SAYS = "照例子里的数算，只是个样子。"
OFFER = {"offers": [{"monthly": "3000", "months": "12"}]}
OWED = {"principal": "20000", "days_overdue": "3", "daily_rate": "0.05%"}


def headline(id: str, raw: Mapping[str, Any]) -> str:
    return tool(id).run(raw, ON).headline


def example(spec: Spec) -> bool:
    """Whether the form opens with a number of somebody else's in a field that stands open."""
    numbers = ("money", "rate", "number", "count", "day", "rows")
    other = spec.group or spec.unless or spec.when or spec.applies
    return spec.kind in numbers and not other and spec.default not in (None, "0", ())


EXAMPLES = [
    (id, name) for id, each in tools().items() for name, spec in specs(each.inputs).items() if example(spec)
]  # fmt: skip


@pytest.mark.parametrize(("id", "name"), EXAMPLES)
def test_a_number_of_the_example_is_named_where_the_rest_was_said(id: str, name: str) -> None:
    """Every open number of every calculator, left out of its own example."""
    whole = held(tool(id).inputs, {})
    assert SAYS not in headline(id, whole)
    rest = {each: value for each, value in whole.items() if each != name}
    if not any(map(is_filled, rest.values())):
        return  # nothing was said at all
    label = specs(tool(id).inputs)[name].label.partition("（")[0].rstrip("？")
    assert headline(id, rest).startswith(f"“{label}”没有填。{SAYS}")


@pytest.mark.parametrize("id", tools())
def test_the_example_itself_is_not_called_unfinished(id: str) -> None:
    assert SAYS not in headline(id, {})


def test_what_can_be_paid_a_month_is_asked_for_before_offers_are_judged() -> None:
    said = headline("offer-compare", {**OFFER, "debt": OWED})
    assert said.startswith(f"“每月最多能还”没有填。{SAYS}")
    assert SAYS not in headline("offer-compare", {**OFFER, "debt": OWED, "safe_monthly": "800"})


def test_of_several_the_first_is_named_and_all_are_counted() -> None:
    said = headline("offer-compare", OFFER)
    assert said.startswith("“每月最多能还”等 4 格没有填。")


def test_what_a_product_says_or_a_list_takes_the_place_of_is_not_missing() -> None:
    typed = {"principal": "3000", "days_overdue": "9", "product": "huabei-late"}
    assert SAYS not in headline("overdue-cost", typed)
    assert SAYS in headline("overdue-cost", {**typed, "product": "baitiao-late"})
    bill = {"instalments": [{"due_date": "2026-09-25", "principal": "5000"}], "daily_rate": "0.05%"}
    assert SAYS not in headline("overdue-cost", bill)
