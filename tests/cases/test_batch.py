"""``python -m calculators batch``: the same fen as one by one, and no row stops another."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from calculators.answer.json import cell
from calculators.batch import ERROR, OUTPUT_PREFIX, run_batch
from calculators.form.parse import InputErrors
from calculators.registry import tool

ON = date(2026, 11, 25)
NAME = "repayment-schedule"
ROWS = [{"principal": str(10_000 + 7 * i), "months": str(6 + i % 30)} for i in range(1_203)]
BAD = 601


def written(path: Path) -> Path:
    rows = [dict(row) for row in ROWS]
    rows[BAD]["principal"] = "很多"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["principal", "months"])
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize("workers", [1, 2])
def test_a_batch_answers_each_row_as_alone(tmp_path: Path, workers: int) -> None:
    target = tmp_path / "results.csv"
    run_batch(NAME, written(tmp_path / "cases.csv"), target, ON, workers)
    with target.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert [row["principal"] for i, row in enumerate(found) if i != BAD] == [
        row["principal"] for i, row in enumerate(ROWS) if i != BAD
    ]
    assert [i for i, row in enumerate(found) if row[ERROR]] == [BAD]
    assert found[BAD][ERROR].startswith("principal：")
    for i in (0, 499, 500, 602, 1_202):
        for figure in tool(NAME).run(ROWS[i], ON).figures:
            alone = cell(figure.value, figure.unit)
            assert found[i][OUTPUT_PREFIX + figure.key] == ("" if alone is None else str(alone))


def test_spreadsheets_in_and_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["principal", "months"])
    book.active.append([20000, 12])
    book.save(tmp_path / "cases.xlsx")
    run_batch(NAME, tmp_path / "cases.xlsx", tmp_path / "results.xlsx", ON, 1)
    sheet = openpyxl.load_workbook(tmp_path / "results.xlsx").worksheets[0]
    head, row = list(sheet.values)
    found = dict(zip(head, row, strict=True))
    for figure in tool(NAME).run({"principal": "20000", "months": "12"}, ON).figures:
        assert found[OUTPUT_PREFIX + figure.key] == cell(figure.value, figure.unit)


def test_a_batch_never_writes_over_its_source(tmp_path: Path) -> None:
    source = written(tmp_path / "cases.csv")
    with pytest.raises(InputErrors):
        run_batch(NAME, source, source, ON, 1)


def test_a_row_with_a_cell_too_many_or_an_empty_one_is_not_answered_by_guess(
    tmp_path: Path,
) -> None:
    source, target = tmp_path / "cases.csv", tmp_path / "results.csv"
    source.write_text("principal,months\n20,000,12\n,12\n20000,12\n", encoding="utf-8")
    run_batch(NAME, source, target, ON, 1)
    with target.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert [bool(row[ERROR]) for row in found] == [True, True, False]


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "cases.csv"
    source.write_text("principal,principal\n1,2\n", encoding="utf-8")
    with pytest.raises(InputErrors):
        run_batch(NAME, source, tmp_path / "results.csv", ON, 1)
