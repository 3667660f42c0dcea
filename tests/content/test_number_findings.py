"""Each finding of numbers: a case holds the right answer, and the table quotes what that case expects."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calculators.answer.wording import show
from calculators.registry import tool
from scripts.checks import cases
from scripts.generator.markdown import findings
from tests.conftest import ROOT

FOUND = findings.read(ROOT / "docs/about/findings.yml")


def case_of(row: findings.NumberFinding) -> dict[str, Any]:
    (found,) = [
        case for case in cases.read(cases.FOLDER / f"{row.tool}.yml")[0] if case["name"] == row.case
    ]
    return found


def quotable(row: findings.NumberFinding) -> set[str]:
    """What a case expects, as a reader sees it: figures and cells, or parts of sentences."""
    case = case_of(row)
    said = {case.get("headline", ""), case.get("notice", ""), *case.get("errors", {}).values()}
    if "errors" in case:
        return said - {""}
    answer = tool(row.tool).run(case["inputs"], date.fromisoformat(case["on"]))
    wanted = {key for key, value in case.get("figures", {}).items() if value}
    said |= {show(f.value, f.unit) for f in answer.figures if f.key in wanted}
    for table in answer.tables:
        for at, line in case.get("tables", {}).get(table.key, {}).items():
            cells = zip(table.columns, table.rows[int(at)], strict=True)
            said |= {show(cell, column.unit) for column, cell in cells if column.key in line}
    return said - {""}


@pytest.mark.parametrize("row", FOUND.numbers, ids=lambda row: row.id)
def test_the_right_answer_is_what_its_case_expects(row: findings.NumberFinding) -> None:
    assert any(expected in row.now for expected in quotable(row)), quotable(row)


def test_every_kind_that_was_found_has_a_row() -> None:
    ids = [row.id for row in FOUND.numbers]
    assert len(ids) == len(set(ids))
    kinds = {id.partition("-")[0] for id in ids}
    every = {"N": 13, "P": 16, "Q": 5}
    assert kinds == {f"{letter}{n}" for letter, end in every.items() for n in range(1, end)}
    assert {id[0] for id in ids} == set(FOUND.number_groups)
