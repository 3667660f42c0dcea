"""Every calculator against its case file: inputs and the figures they must give, each with its source.

A case: ``name`` (a sentence), ``source`` (where the expected numbers come from), ``on``, ``inputs``,
and either ``figures`` (key -> value as JSON has it) with optional ``tables`` (key -> {row: {column:
value}}), or ``errors`` (field -> part of the sentence).
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import yaml

from calculators import content
from calculators.answer.json import to_json
from calculators.browser import respond
from calculators.registry import tool, tools

FOLDER = content.root() / "tests" / "cases"


def cases() -> list[Any]:
    """Every case of every file, named by file and sentence."""
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        for case in yaml.load(path.read_text("utf-8"), yaml.BaseLoader):
            found.append(pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}"))
    return found


def test_every_calculator_has_a_case_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.yml")} == set(tools())


@pytest.mark.parametrize(("id", "case"), cases())
def test_case(id: str, case: dict[str, Any]) -> None:
    assert case["source"], "a number without a source proves nothing"
    asked = {"tool": id, "inputs": case["inputs"], "on": case["on"]}
    answer = json.loads(respond(json.dumps(asked)))
    if "errors" in case:
        found = {e["field"]: e["message"] for e in answer["errors"]}
        assert found.keys() == case["errors"].keys()
        for field, said in case["errors"].items():
            assert said in found[field]
        return
    assert answer["ok"], answer
    result = answer["result"]
    shown = {key: _text(result["figures"][key]["value"]) for key in case["figures"]}
    assert shown == case["figures"]
    for key, rows in case.get("tables", {}).items():
        for row, cells in rows.items():
            printed = result["tables"][key]["rows"][int(row)]
            assert {column: _text(printed[column]) for column in cells} == cells


@pytest.mark.parametrize("id", tools())
def test_the_default_case_answers_and_the_page_agrees_with_the_command_line(id: str) -> None:
    on = date(2026, 11, 23)
    answer = json.loads(respond(json.dumps({"tool": id, "inputs": {}, "on": on.isoformat()})))
    assert answer["ok"], answer
    assert answer["result"] == json.loads(json.dumps(to_json(tool(id).run({}, on))))
    assert answer["result"]["headline"].endswith("。")
    assert answer["result"]["workings"], "a reader must be able to redo it"


def _text(value: object) -> str:
    return "" if value is None else str(value)
