"""``python -m calculators batch``: the same fen as one by one, and no row stops another."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from calculators import batch
from calculators.answer.json import cell
from calculators.batch import ANSWERED, ERROR, HEADLINE, files, run_batch
from calculators.form.parse import InputErrors
from calculators.registry import tool

ON = date(2026, 11, 25)
NAME = "repayment-schedule"
ROWS = [[str(10_000 + 7 * i), str(6 + i % 30)] for i in range(1_203)]
BAD = 601


def labels() -> list[str]:
    declared = tool(NAME).inputs.__dataclass_fields__
    return [declared[name].metadata["spec"].label for name in ("principal", "months")]


def lines() -> list[list[str]]:
    found = [list(row) for row in ROWS]
    found[BAD][0] = "很多"
    return [labels(), *found]


def written(path: Path, encoding: str = "utf-8") -> Path:
    if path.suffix == ".csv":
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows(lines())
    elif path.suffix == ".xlsx":
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for line in lines():
            sheet.append(line)
        book.save(path)
    else:
        head, *rest = lines()
        columns = [[row[at] for row in rest] for at in range(2)]
        pq.write_table(pa.table(columns, names=head), path)
    return path


def read(path: Path) -> list[dict[str, Any]]:
    with files.reading(path) as rows:
        return [dict(row) for row in rows]


def alone(row: list[str]) -> dict[str, str]:
    """The figures of one row, asked by its keys, as a column has them."""
    result = tool(NAME).run({"principal": row[0], "months": row[1]}, ON)
    values = {f"{ANSWERED}{f.label}": cell(f.value, f.unit) for f in result.figures}
    return {HEADLINE: result.headline} | {
        key: "" if value is None else str(value) for key, value in values.items()
    }


def same_as_alone(found: list[dict[str, Any]]) -> None:
    assert len(found) == len(ROWS)
    assert [i for i, row in enumerate(found) if row[ERROR]] == [BAD]
    assert "很多" in found[BAD][labels()[0]]
    assert labels()[0] in found[BAD][ERROR]
    for i in (0, 499, 500, 602, 1_202):
        assert list(found[i].values())[:2] == ROWS[i]
        assert alone(ROWS[i]).items() <= found[i].items()


@pytest.mark.parametrize(
    ("source", "target", "workers"),
    [
        ("in.csv", "out.csv", 1),
        ("in.csv", "out.csv", 2),
        ("in.xlsx", "out.parquet", 1),
        ("in.parquet", "out.xlsx", 2),
    ],
)
def test_a_batch_answers_each_row_as_alone(
    tmp_path: Path, source: str, target: str, workers: int
) -> None:
    run_batch(NAME, written(tmp_path / source), tmp_path / target, ON, workers)
    same_as_alone(read(tmp_path / target))


def test_two_workers_of_a_cluster_answer_as_one_machine(tmp_path: Path) -> None:
    """Two processes with a scheduler before them, as on two machines; order and fen stay."""
    distributed = pytest.importorskip("distributed", reason="requirements/cluster.txt")
    source = written(tmp_path / "in.csv")
    run_batch(NAME, source, tmp_path / "here.csv", ON, 1)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        address = cluster.scheduler_address
        run_batch(NAME, source, tmp_path / "there.csv", ON, scheduler=address)
    assert (tmp_path / "there.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()
    same_as_alone(read(tmp_path / "there.csv"))


def test_what_a_chinese_spreadsheet_saves_as_csv_is_read(tmp_path: Path) -> None:
    source = written(tmp_path / "in.csv", "gb18030")
    run_batch(NAME, source, tmp_path / "out.csv", ON, 1)
    same_as_alone(read(tmp_path / "out.csv"))


@pytest.mark.parametrize("ending", [".xlsx", ".parquet"])
def test_a_library_that_is_not_there_is_named_in_one_sentence(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "find_spec", lambda _: None)
    with pytest.raises(InputErrors) as refused:
        run_batch(NAME, written(tmp_path / "in.csv"), tmp_path / f"out{ending}", ON, 1)
    (problem,) = refused.value.errors
    assert problem.message.count("。") == 1
    assert "requirements/desk.txt" in problem.message
    assert files.NEEDS[ending] in problem.message


def test_a_cluster_without_its_library_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "find_spec", lambda _: None)
    with pytest.raises(InputErrors, match=r"requirements/cluster\.txt"):
        run_batch(NAME, written(tmp_path / "in.csv"), tmp_path / "o.csv", ON, scheduler="tcp://x:1")


@pytest.mark.parametrize("ending", [".xlsx", ".parquet"])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, ending: str) -> None:
    source = tmp_path / f"in{ending}"
    source.write_bytes(b"no table")
    with pytest.raises(InputErrors, match="读不了"):
        run_batch(NAME, source, tmp_path / "out.csv", ON, 1)


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
    assert [bool(row[ERROR]) for row in read(target)] == [True, True, False]


@pytest.mark.parametrize("head", ["principal,principal", "principal,{label}"])
def test_two_columns_of_one_input_are_not_guessed_between(tmp_path: Path, head: str) -> None:
    source, target = tmp_path / "cases.csv", tmp_path / "out.csv"
    source.write_text(head.format(label=labels()[0]) + "\n1,2\n", encoding="utf-8")
    try:
        run_batch(NAME, source, target, ON, 1)
    except InputErrors:
        return
    assert read(target)[0][ERROR]


def test_a_figure_that_a_row_calls_otherwise_is_not_put_under_another_name() -> None:
    """Labels follow what was typed: the red line of the year, or which way of counting."""
    row = {"principal": "3000", "days_overdue": "9"}
    columns = {"total_due": "今天一共欠", "above_24": "别的年份的红线"}
    headline, total, above, others, taken, error = batch.answer("overdue-cost", ON, columns, row)
    result = tool("overdue-cost").run(row, ON)
    assert (headline, total, above, error) == (
        result.headline,
        str(result.figure("total_due").value),
        "",
        "",
    )
    assert "罚息是平时利率的几倍按 1.5 倍算" in str(taken)
    figure = result.figure("above_24")
    assert f"{figure.label}（above_24）＝{figure.value}" in str(others)


def test_a_desks_own_words_are_never_run_as_a_formula(tmp_path: Path) -> None:
    source, target = tmp_path / "cases.csv", tmp_path / "out.csv"
    source.write_text("principal,months\n=1+1,12\n", encoding="utf-8")
    run_batch(NAME, source, target, ON, 1)
    assert read(target)[0]["principal"] == "'=1+1"


def test_a_name_is_carried_over_and_an_answer_fed_in_again_is_replaced(tmp_path: Path) -> None:
    source, first, second = (tmp_path / f"{name}.csv" for name in "abc")
    source.write_text("姓名,编号,principal,months\n张三,=7,20000,12\n李四,8,很多,12\n", "utf-8")
    run_batch(NAME, source, first, ON, 1, keep=("姓名", "编号"))
    rows = read(first)
    assert [(row["姓名"], row["编号"], bool(row[ERROR])) for row in rows] == [
        ("张三", "'=7", False),
        ("李四", "8", True),
    ]
    assert alone(["20000", "12"]).items() <= rows[0].items()
    run_batch(NAME, first, second, ON, 1, keep=("姓名", "编号"))
    assert second.read_bytes() == first.read_bytes()


def test_what_is_neither_kept_nor_asked_for_is_refused_with_the_way_to_keep_it(
    tmp_path: Path,
) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("姓名,电话,principal,months\n张三,1,20000,12\n", encoding="utf-8")
    run_batch(NAME, source, target, ON, 1, keep=("电话",))
    (row,) = read(target)
    assert (row[HEADLINE], row["电话"]) == ("", "1")
    assert "“姓名”" in row[ERROR]
    assert row[ERROR].endswith("--keep 姓名。")


@pytest.mark.parametrize("column", ["principal", "{label}"])
def test_what_is_calculated_with_cannot_be_only_kept(tmp_path: Path, column: str) -> None:
    kept = column.format(label=labels()[0])
    with pytest.raises(InputErrors, match="keep"):
        run_batch(NAME, written(tmp_path / "in.csv"), tmp_path / "out.csv", ON, 1, keep=(kept,))


def test_no_more_than_two_chunks_a_worker_are_under_way_and_each_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read_in = given_out = most = 0

    def chunks() -> Iterator[int]:
        nonlocal read_in, most
        for chunk in range(50):
            read_in += 1
            most = max(most, read_in - given_out)
            yield chunk

    with ThreadPoolExecutor(3) as engine:
        for chunk, found in batch._mapped(lambda n: n * n, chunks(), engine, 3):
            assert (chunk, found) == (given_out, given_out**2)
            given_out += 1
    assert (given_out, most) == (50, 6)
    run_batch(NAME, written(tmp_path / "in.csv"), tmp_path / "out.csv", ON, 1)
    told = capsys.readouterr().err
    assert re.findall(r"已算 (\d+) 行，出错 (\d+) 行", told) == [
        ("500", "0"),
        ("1000", "1"),
        ("1203", "1"),
    ]


def test_an_overdue_cost_is_the_same_fen_in_a_batch_as_alone(tmp_path: Path) -> None:
    some = random.Random(17)
    keys = ("principal", "days_overdue", "interest", "daily_rate")
    rows = [
        {
            "principal": f"{some.randint(1, 20_000_000) / 100:.2f}",
            "days_overdue": str(some.randint(0, 1_500)),
            "interest": f"{some.randint(0, 500_000) / 100:.2f}",
            "daily_rate": f"0.0{some.randint(10, 65)}%",
        }
        for _ in range(240)
    ]
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("\n".join(map(",".join, [keys, *(r.values() for r in rows)])), "utf-8")
    run_batch("overdue-cost", source, target, ON, 2)
    for row, found in zip(rows, read(target), strict=True):
        result = tool("overdue-cost").run(row, ON)
        assert (found[HEADLINE], found[ERROR]) == (result.headline, "")
        columns = {f"{ANSWERED}{f.label}": str(cell(f.value, f.unit)) for f in result.figures}
        shared = columns.keys() & found.keys()
        assert len(shared) >= 8
        assert {key: found[key] or "None" for key in shared} == {k: columns[k] for k in shared}
