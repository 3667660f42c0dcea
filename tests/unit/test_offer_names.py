"""An offer that came without a name, as every link does, goes by its figures."""

from __future__ import annotations

import json
from typing import Any

import pytest

from calculators.browser import respond


def names(*offers: dict[str, str]) -> list[str]:
    inputs: dict[str, Any] = {
        "safe_monthly": "700",
        "cash_now": "20000",
        "debt": {"principal": "20000", "days_overdue": "20"},
        "offers": [{"upfront": "0", "months": "0", "monthly": "0", **each} for each in offers],
    }
    asked = {"tool": "offer-compare", "inputs": inputs, "on": "2026-11-25", "prefix": "x-"}
    said = json.loads(respond(json.dumps(asked)))
    assert said["ok"], said
    return [row["name"] for row in said["result"]["tables"]["offers"]["rows"]]


@pytest.mark.parametrize(
    ("offer", "name"),
    [
        ({"upfront": "15000"}, "一次付 15,000"),
        ({"upfront": "15000.50"}, "一次付 15,000.50"),
        ({"months": "36", "monthly": "650"}, "36 期 × 650"),
        ({"upfront": "2000", "months": "12", "monthly": "1500"}, "先付 2,000，再 12 期 × 1,500"),
        ({"name": "电话里说的", "months": "36", "monthly": "650"}, "电话里说的"),
    ],
)
def test_it_goes_by_its_figures(offer: dict[str, str], name: str) -> None:
    assert names(offer) == [name]


def test_two_with_the_same_figures_are_told_apart() -> None:
    same = {"months": "36", "monthly": "650"}
    assert names(same, same, {"upfront": "15000"}) == [
        *("36 期 × 650（方案 1）", "36 期 × 650（方案 2）"),
        "一次付 15,000",
    ]
