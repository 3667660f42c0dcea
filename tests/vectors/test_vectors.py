"""Every reference number, under this Python; `run.py` says how each function is done by ours."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from run import FUNCTIONS, run

CASES: list[dict[str, Any]] = [
    case
    for file in sorted(Path(__file__).parent.glob("*.yml"))
    for case in yaml.safe_load(file.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_reference_number(case: dict[str, Any]) -> None:
    assert run([case]) == []


def test_every_function_named_is_ours_and_every_one_of_ours_is_named() -> None:
    assert {case["function"] for case in CASES} == set(FUNCTIONS)


def test_ids_are_not_used_twice() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize(
    ("name", "inputs", "expected"),
    [
        ("pmt", {"rate": "0.3", "nper": 12, "pv": "2000"}, "-626.91"),
        ("nper", {"rate": "0.1", "pmt": "-1", "pv": "1"}, "never"),
        ("irr", {"cashflows": ["-100", "110"]}, "no_solution"),
        ("irr_all_roots", {"cashflows": ["-1600", "10000", "-10000"]}, ["0.25"]),
        ("due_dates", {"start": "2023-12-30", "count": 1}, ["2024-01-31"]),
    ],
)
def test_the_runner_sees_a_wrong_number(name: str, inputs: dict[str, Any], expected: Any) -> None:
    case = {
        "id": "x",
        "function": name,
        "inputs": inputs,
        "expected": expected,
        "tolerance": "1e-4",
    }
    assert [name for name, _ in run([case])] == ["x"]
