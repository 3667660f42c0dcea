"""Every calculator has figures for a browser that cannot calculate, and they are its own."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from calculators.answer.wording import show
from calculators.form.unsaid import held
from calculators.registry import tools
from calculators.tool import FIRST_STEP, Tool
from scripts.generator.markdown import common, fence_yaml
from tests.conftest import ROOT

_FENCE = re.compile(r"```calculator\n(.*?)```", re.DOTALL)
WITH = [each for each in tools().values() if each.common]


@pytest.mark.parametrize("tool", tools().values(), ids=lambda tool: tool.id)
def test_it_has_a_table_or_says_why_not(tool: Tool) -> None:
    assert bool(tool.common) != bool(tool.no_common)


def page_of(tool: Tool) -> Path:
    (page,) = (ROOT / "docs").rglob(f"{tool.id}.md")
    return page


@pytest.mark.parametrize("tool", WITH, ids=lambda tool: tool.id)
def test_every_cell_is_what_the_calculator_says(tool: Tool) -> None:
    """The cells are read back from the HTML, and each case is asked once more."""
    found = _FENCE.search(page_of(tool).read_text("utf-8"))
    assert found
    fence = fence_yaml.read(found[1]).data
    on = date.fromisoformat(str(fence.get("on", "2026-11-23")))
    example = held(tool.inputs, fence.get("inputs") or {})
    tables = BeautifulSoup(common.html(tool, fence.get("inputs") or {}, on), "html.parser").select(
        "table"
    )
    assert len(tables) == len(tool.common)
    for table, declared in zip(tables, tool.common, strict=True):
        rows = table.select("tbody tr")
        assert len(rows) == len(declared.down.typed) >= 4
        cells = {cell.get_text() for cell in table.select("td")}
        assert len(cells) > 1, "every case says the same"
        for row, typed in zip(rows, declared.down.typed, strict=True):
            case = common.with_typed(example, declared.down, typed)
            if declared.today:
                case[declared.today] = on.isoformat()
            shown = [cell.get_text() for cell in row.select("td")]
            assert shown == list(expected(tool, declared, case, on))


def expected(tool: Tool, declared: common.Common, case: dict[str, object], on: date) -> list[str]:
    if declared.across is None:
        result = tool.run(case, on)
        return [
            result.steps[0].text
            if key == FIRST_STEP
            else show(result.figure(key).value, result.figure(key).unit)
            for key in declared.figures
        ]
    (key,) = declared.figures
    answers = (
        tool.run(common.with_typed(case, declared.across, typed), on).figure(key)
        for typed in declared.across.typed
    )
    return [show(each.value, each.unit) for each in answers]


def test_a_well_known_cell() -> None:
    """20,000 yuan, 30 days late at one and a half times 0.05 % a day: 20,000 x 0.00075 x 30 = 450."""
    table = common.html(
        tools()["overdue-cost"], {"principal": 20000, "daily_rate": 0.0005}, date(2026, 11, 23)
    )
    (row,) = (
        r
        for r in BeautifulSoup(table, "html.parser").select("tr")
        if "20,000 元" in r.get_text() and "20,450.00" in r.get_text()
    )
    assert row.select("td")[1].get_text() == "20,450.00 元"
