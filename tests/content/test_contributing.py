"""The calculator and the case that CONTRIBUTING prints are run as they stand there."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from types import ModuleType
from typing import Any

import pytest
import yaml

from calculators.answer.json import to_json
from scripts.checks import shape
from tests.conftest import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def printed(kind: str) -> str:
    (found,) = re.findall(rf"^```{kind}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Any:
    module = ModuleType("printed_tool")
    monkeypatch.setitem(sys.modules, module.__name__, module)  # dataclasses look their module up
    exec(compile(printed("python"), "CONTRIBUTING.md", "exec"), module.__dict__)
    return module.TOOL


def test_the_tool_printed_there_gives_what_the_case_printed_there_says(tool: Any) -> None:
    (case,) = yaml.load(printed("yaml"), yaml.BaseLoader)
    result = json.loads(
        json.dumps(to_json(tool.run(case["inputs"], date.fromisoformat(case["on"]))))
    )
    assert {key: result["figures"][key]["value"] for key in case["figures"]} == case["figures"]
    assert result["headline"].endswith("。") and result["workings"] and case["source"]


def test_it_is_typed_and_short_as_ours_are() -> None:
    assert list(shape.of_file("CONTRIBUTING.md", printed("python"))) == []


def test_the_changelog_has_a_dated_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(r"^## 20\d\d\.\d\d? – 20\d\d-\d\d-\d\d$", changelog, re.MULTILINE)
