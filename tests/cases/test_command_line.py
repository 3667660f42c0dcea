"""``python -m calculators``: the same answers as the page's, and errors a program can read."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators import __main__ as command
from calculators.__main__ import main
from calculators.answer.json import cell, to_json
from calculators.registry import letters, tool, tools

ON = "2026-11-23"
Captured = pytest.CaptureFixture[str]


def run(capsys: Captured, tmp_path: Path, id: str, raw: dict[str, Any], *options: str) -> str:
    """What ``run`` prints for inputs from a file."""
    file = tmp_path / "inputs.json"
    file.write_text(json.dumps(raw), encoding="utf-8")
    assert main(["run", id, "--inputs", str(file), "--on", ON, *options]) == 0
    return capsys.readouterr().out


def refused(capsys: Captured, *arguments: str) -> dict[str, str]:
    """The errors that a command prints, by field."""
    assert main(arguments) == 2
    errors = json.loads(capsys.readouterr().out)["errors"]
    return {error["field"]: error["message"] for error in errors}


@pytest.mark.parametrize("id", [*tools(), *letters()])
def test_the_json_is_the_result(capsys: Captured, tmp_path: Path, id: str) -> None:
    printed = json.loads(run(capsys, tmp_path, id, {}))
    expected = to_json(tool(id).run({}, date.fromisoformat(ON)))
    assert printed == json.loads(json.dumps(expected))


def test_inputs_come_from_standard_input_by_name(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"principal": "12000", "months": 12}'))
    assert main(["run", "repayment-schedule", "--on", ON]) == 0
    rows = json.loads(capsys.readouterr().out)["tables"]["schedule"]["rows"]
    assert sum(float(row["principal"]) for row in rows) == pytest.approx(12000)


def test_without_a_day_the_answer_is_of_today(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return date(2024, 2, 29)

    monkeypatch.setattr(command, "date", Clock)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["run", "payoff-order"]) == 0
    month = json.loads(capsys.readouterr().out)["tables"]["avalanche"]["rows"][0]
    assert month["date"] == "2024-03-29"


def test_csv_is_the_first_table_and_runs_no_formula(capsys: Captured, tmp_path: Path) -> None:
    raw = {"debts": [{"name": "=1+1", "balance": "100", "annual_rate": "0.12"}]}
    printed = run(capsys, tmp_path, "payoff-order", raw, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert [row["strategy"] for row in rows][:2] == ["先还贵的", "先还小的"]
    # 100 and a month's interest of 1.00; the text that a spreadsheet would run is quoted
    assert (rows[0]["total_interest"], rows[0]["order"]) == ("1.00", "'=1+1")


def test_csv_without_a_table_is_the_figures(capsys: Captured, tmp_path: Path) -> None:
    printed = run(capsys, tmp_path, "triage", {}, "--format", "csv")
    figures = _default("triage").figures
    assert not _default("triage").tables
    assert figures
    lines = list(csv.reader(io.StringIO(printed)))
    assert lines == [[f.key, str(cell(f.value, f.unit) or "")] for f in figures]


def _default(id: str) -> Any:
    return tool(id).run({}, date.fromisoformat(ON))


def test_text_is_what_the_page_lists(capsys: Captured, tmp_path: Path) -> None:
    lines = run(capsys, tmp_path, "payoff-order", {}, "--format", "text").splitlines()
    assert lines[0] == _default("payoff-order").headline
    assert "利息一共：8,687.73 元" in lines  # as in the case file
    assert not any(line.startswith("先还小的") for line in lines), "the table says it already"


def test_text_holds_the_letter_and_leaves_out_what_the_page_keeps_shut(
    capsys: Captured, tmp_path: Path
) -> None:
    raw = {"principal": "20000"}
    printed = run(capsys, tmp_path, "my-case", raw, "--format", "text")
    closed = tool("my-case").run(raw, date.fromisoformat(ON)).documents
    assert [d.open for d in closed] == [False]
    assert closed[0].label not in printed


@pytest.mark.parametrize("words", ["schema", "run"])
def test_an_unknown_calculator_is_refused_with_those_there_are(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("{}"))
    assert "overdue-cost" in refused(capsys, words, "no-such")["id"]


@pytest.mark.parametrize("text", ["{", "\ud83d", "[1]", "7"])
def test_what_is_no_object_is_refused(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert refused(capsys, "run", "triage").keys() == {"inputs"}


def test_a_file_that_is_not_there_is_refused(capsys: Captured, tmp_path: Path) -> None:
    missing = str(tmp_path / "no.json")
    assert missing in refused(capsys, "run", "triage", "--inputs", missing)["inputs"]


def test_every_wrong_field_is_named(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = '{"principal": "-1", "months": "x", "colour": "red"}'
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    found = refused(capsys, "run", "repayment-schedule")
    assert found.keys() == {"principal", "months", "colour"}


def test_the_module_runs_by_name() -> None:
    words = [sys.executable, "-m", "calculators", "run", "no-such", "--inputs", "-"]
    done = subprocess.run(words, input="{}", capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert json.loads(done.stdout)["errors"][0]["field"] == "id"
