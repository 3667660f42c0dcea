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
from scripts.checks import pages, readability, shape
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


def test_the_better_sentences_of_the_style_are_within_its_bars() -> None:
    style = TEXT.partition("### Style")[2].partition("\n- **First screen**")[0]
    rows = [line.strip("| ").split(" | ") for line in style.splitlines() if line.startswith("| ")]
    worse, better = zip(*((row[-2], row[-1]) for row in rows[2:]), strict=True)
    read = readability.measure(pages.NumberedLine(1, each) for each in better)
    assert len(better) >= 9 and not read.long and read.average <= readability.AVERAGE
    assert not read.in_brackets and set(worse).isdisjoint(better)
