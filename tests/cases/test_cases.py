"""Every calculator against its case file: inputs and the figures they must give, each with its source."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calculators.answer.json import to_json
from calculators.answer.result import Unit
from calculators.browser import respond
from calculators.registry import tool, tools
from scripts.checks import cases


def every_case() -> list[Any]:
    """Every case of every file, named by file and sentence."""
    return [
        pytest.param(cases.tool_of(path, case), case, id=f"{path.stem}: {case['name']}")
        for path in sorted(cases.FOLDER.glob("*.yml"))
        for case in cases.read(path)[0]
    ]


def test_every_calculator_has_a_case_file() -> None:
    assert {path.stem for path in cases.FOLDER.glob("*.yml")} >= set(tools())


@pytest.mark.parametrize(("id", "case"), every_case())
def test_case(id: str, case: dict[str, Any]) -> None:
    assert [str(wrong.reason) for wrong in cases.of_case(id, case)] == []


@pytest.mark.parametrize("id", tools())
def test_the_default_case_answers_and_the_page_agrees_with_the_command_line(id: str) -> None:
    on = date(2026, 11, 23)
    answer = json.loads(respond(json.dumps({"tool": id, "inputs": {}, "on": on.isoformat()})))
    assert answer["ok"], answer
    assert answer["result"] == json.loads(json.dumps(to_json(tool(id).run({}, on))))
    assert list(cases.of_default(id)) == []


def test_a_long_sentence_of_an_answer_is_named_and_a_date_is_short() -> None:
    fine = "一共要还这么多，到 2026年11月25日、2026年12月25日、2027年1月25日为止，都算在里面。"
    result = {
        "headline": fine,
        "figures": {},
        "steps": [],
        "notices": [{"text": "很长的一句话" * 6}],
    }
    (wrong,) = cases.long_sentences(result)
    assert wrong.reason.startswith("split 很长的一句话")


MAY_BE_LESS = [
    id
    for id in ("true-cost", "early-payoff", "safe-monthly", "sell-asset", "my-plan")
    if (cases.FOLDER / f"{id}.yml").is_file()  # a second site has calculators of its own
]


@pytest.mark.parametrize("id", MAY_BE_LESS)
def test_no_reader_meets_a_sum_below_zero(id: str) -> None:
    """What may go either way has a name for each way; data keep the sign."""
    for case in cases.read(cases.FOLDER / f"{id}.yml")[0]:
        if "errors" in case:
            continue
        answer = tool(id).run(case["inputs"], date.fromisoformat(str(case["on"])))
        seen = [f for f in answer.figures if f.unit is Unit.YUAN and not f.in_table]
        assert [f.key for f in seen if isinstance(f.value, Decimal) and f.value < 0] == []
